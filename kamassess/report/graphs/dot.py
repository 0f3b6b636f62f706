"""
The golden thread as DOT, which Graphviz and many others draw.
"""

from __future__ import annotations

from html import escape as entities
from typing import Final

from kamassess.graph.members import Truth
from kamassess.report.graphs.thread import Drawn, drawn
from kamassess.report.pictures.paint import PAINTS
from kamassess.report.wording import in_language
from kamassess.result import Result
from kamassess.showing.text import clean

_LONG: Final = 2000
"""So many characters fit between two quotes, however they are written: Graphviz reads 16 kB at most."""


def to_dot(result: Result, language: str = "en") -> str:
    """
    The golden thread of a result as DOT.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The text, with a line end behind the last line. A dashed line is not proven; where the thread breaks
        the node has a heavy edge, and says so.
    """
    nodes = drawn(result, language)
    name = in_language(result.organisation.name, language, result.organisation.id)
    lines = [
        f"digraph {quoted(name)} {{",
        '  graph [rankdir="LR", charset="UTF-8"];',
        '  node [shape="box", fontname="sans-serif"];',
        *(f"  {one.id} [{_attributes(_of_node(one))}];" for one in nodes.values()),
    ]
    lines += (
        f"  {nodes[one.above].id} -> {nodes[one.below].id}"
        f" [{_attributes({'proven': told(one.proven)} | ({} if one.proven else {'style': 'dashed'}))}];"
        for one in result.chart.links
        if one.above in nodes and one.below in nodes
    )
    return "\n".join((*lines, "}")) + "\n"


def quoted(text: str) -> str:
    r"""
    A text between quotes that Graphviz shows as it is.

    Args:
        text: any text.

    Returns:
        The text on one line and between quotes. What Graphviz would read as HTML, as an entity, or as an
        escape of its own (``\N`` is the name of the node) is written so that it is none.

    Example:
        >>> quoted(r'<b>\N "x"')
        '"&lt;b&gt;\\\\N \\"x\\""'
    """
    plain = clean(text)
    parts = [plain[at : at + _LONG] for at in range(0, len(plain), _LONG)] or [""]
    return " + ".join(f'"{_shown(one)}"' for one in parts)


def _shown(text: str) -> str:
    return entities(text, quote=False).replace("\\", "\\\\").replace('"', '\\"')


def told(known: Truth) -> str:
    """What is true, false, or not known."""
    return "unknown" if known is None else str(known).lower()


def _of_node(one: Drawn) -> dict[str, str]:
    known = {
        "label": one.label,
        "focus": one.node.focus,
        "proven": told(one.node.proven),
        "breaks_up": told(one.node.breaks_up),
        "breaks_down": told(one.node.breaks_down),
    }
    if not one.node.proven:
        known["style"] = "dashed"
    if one.broken:
        known |= {"color": PAINTS["major"][0], "penwidth": "3"}
    return known


def _attributes(known: dict[str, str]) -> str:
    return ", ".join(f"{name}={quoted(value)}" for name, value in known.items())
