"""
The golden thread as Mermaid: text that a wiki or a merge request draws.
"""

from __future__ import annotations

import re
from typing import Final

from kamassess.report.graphs.thread import drawn
from kamassess.report.pictures.paint import PAINTS
from kamassess.result import Result
from kamassess.showing.text import clean

_ACTIVE: Final = re.compile(r"[!-'*+:-@\[-`{-~]")
"""Signs that could mean something within quotes: all of ASCII but parentheses, comma, dash, dot and slash."""


def to_mermaid(result: Result, language: str = "en") -> str:
    """
    The golden thread of a result as a flowchart of Mermaid.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The text, with a line end behind the last line. A dashed line is not proven; where the thread breaks
        the node has a heavy edge, and says so.
    """
    nodes = drawn(result, language)
    links = [one for one in result.chart.links if one.above in nodes and one.below in nodes]
    lines = ["flowchart LR"]
    lines += (f'  {one.id}["{escape(one.label)}"]' for one in nodes.values())
    lines += (
        f"  {nodes[one.above].id} {'-->' if one.proven else '-.->'} {nodes[one.below].id}" for one in links
    )
    for name, style, members in (
        (
            "broken",
            f"stroke:{PAINTS['major'][0]},stroke-width:3px",
            [one.id for one in nodes.values() if one.broken],
        ),
        ("claimed", "stroke-dasharray:5 4", [one.id for one in nodes.values() if not one.node.proven]),
    ):
        if members:
            lines += (f"  classDef {name} {style}", f"  class {','.join(members)} {name}")
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """
    A text within quotes that Mermaid shows as it is.

    Args:
        text: any text.

    Returns:
        The text on one line, each sign that could mean something as an entity of Mermaid.

    Example:
        >>> escape('say "x"')
        'say #quot;x#quot;'
    """
    return _ACTIVE.sub(_entity, clean(text))


def _entity(sign: re.Match[str]) -> str:
    return "#quot;" if sign[0] == '"' else f"#{ord(sign[0])};"
