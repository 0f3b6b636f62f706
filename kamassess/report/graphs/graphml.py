"""
The golden thread as GraphML, which programs for networks read: networkx, Gephi, yEd.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kamassess.report.graphs.thread import drawn
from kamassess.report.xml import holdable
from kamassess.result import Result

_KEYS: Final = {
    "node": {
        "kind": "string",
        "name": "string",
        "proven": "boolean",
        "breaks_up": "boolean",
        "breaks_down": "boolean",
    },
    "edge": {"proven": "boolean"},
}
"""What is told of nodes and links, and of which type it is."""


def to_graphml(result: Result, language: str = "en") -> str:
    """
    The golden thread of a result as GraphML.

    Args:
        result: the result.
        language: ``nl`` or ``en``, of names.

    Returns:
        The document, with a line end behind the last line. A node's id is its focus; what is not known of
        it is not there.
    """
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for of, keys in _KEYS.items():
        for name, sort in keys.items():
            SubElement(root, "key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": sort})
    graph = SubElement(root, "graph", edgedefault="directed")
    nodes = drawn(result, language)
    for one in nodes.values():
        _told(
            SubElement(graph, "node", id=holdable(one.node.focus)),
            "node",
            {
                "kind": one.node.focus.partition(":")[0],
                "name": one.name,
                "proven": one.node.proven,
                "breaks_up": one.node.breaks_up,
                "breaks_down": one.node.breaks_down,
            },
        )
    for link in result.chart.links:
        if link.above in nodes and link.below in nodes:
            ends = {"source": holdable(link.above), "target": holdable(link.below)}
            _told(SubElement(graph, "edge", ends), "edge", {"proven": link.proven})
    indent(root)
    # ElementTree writes a CR in a text as it is, and whoever reads it would make a LF of it.
    document = tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _told(element: Element, of: str, known: dict[str, str | bool | None]) -> None:
    for name, value in known.items():
        if value is not None:
            data = SubElement(element, "data", key=f"{of}-{name}")
            data.text = str(value).lower() if isinstance(value, bool) else holdable(value)
