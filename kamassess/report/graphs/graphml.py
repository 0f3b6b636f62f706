"""
The golden thread as GraphML, which programs for networks read: networkx, Gephi, yEd.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kamassess.comparing import Changes
from kamassess.report.graphs.thread import Drawn, Thread, thread_of, thread_of_changes
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

_COMPARED: Final = {
    "node": {"change": "string", "breaks_up_before": "boolean", "breaks_down_before": "boolean"},
    "edge": {"change": "string"},
}
"""What a comparison tells besides."""


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
    return _written(thread_of(result, language))


def changes_to_graphml(changes: Changes, language: str = "en") -> str:
    """
    The golden threads of a comparison in one, as GraphML.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``, of names.

    Returns:
        The document, as of a result; ``change`` says what is ``new``, ``kept`` or ``gone``.
    """
    return _written(thread_of_changes(changes, language))


def _written(thread: Thread) -> str:
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for keys in (_KEYS, _COMPARED) if thread.compared else (_KEYS,):
        for of, sorts in keys.items():
            for name, sort in sorts.items():
                key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": sort}
                SubElement(root, "key", key)
    graph = SubElement(root, "graph", edgedefault="directed")
    for one in thread.nodes:
        _told(SubElement(graph, "node", id=holdable(one.node.focus)), "node", _of_node(one))
    for line in thread.lines:
        ends = {"source": holdable(line.above.node.focus), "target": holdable(line.below.node.focus)}
        _told(SubElement(graph, "edge", ends), "edge", {"proven": line.proven, "change": line.became})
    indent(root)
    # ElementTree writes a CR in a text as it is, and whoever reads it would make a LF of it.
    document = tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _of_node(one: Drawn) -> dict[str, str | bool | None]:
    before = one.before
    return {
        "kind": one.node.focus.partition(":")[0],
        "name": one.name,
        "proven": one.node.proven,
        "breaks_up": one.node.breaks_up,
        "breaks_down": one.node.breaks_down,
        "change": one.became,
        "breaks_up_before": None if before is None else before.breaks_up,
        "breaks_down_before": None if before is None else before.breaks_down,
    }


def _told(element: Element, of: str, known: dict[str, str | bool | None]) -> None:
    for name, value in known.items():
        if value is not None:
            data = SubElement(element, "data", key=f"{of}-{name}")
            data.text = str(value).lower() if isinstance(value, bool) else holdable(value)
