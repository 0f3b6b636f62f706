"""
The golden thread as Mermaid: text that a wiki or a merge request draws.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kamassess.comparing import Changes
from kamassess.report.graphs.thread import Became, Drawn, Line, Thread, thread_of, thread_of_changes
from kamassess.report.pictures.paint import PAINTS
from kamassess.result import Result
from kamassess.showing.text import clean

_ACTIVE: Final = re.compile(r"[!-'*+:-@\[-`{-~]")
"""Signs that could mean something within quotes: all of ASCII but parentheses, comma, dash, dot and slash."""


_CLASSES: Final[Mapping[str, tuple[str, Callable[[Drawn], bool]]]] = {
    "new": (f"stroke:{PAINTS['good'][0]}", lambda one: one.became is Became.NEW),
    "gone": (
        f"stroke:{PAINTS['line'][0]},color:{PAINTS['faint'][0]}",
        lambda one: one.became is Became.GONE,
    ),
    "broken": (f"stroke:{PAINTS['major'][0]},stroke-width:3px", lambda one: one.broken),
    "claimed": ("stroke-dasharray:5 4", lambda one: not one.node.proven),
}
"""How nodes look, and which look so; where two say something, the later one holds."""


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
    return _written(thread_of(result, language))


def changes_to_mermaid(changes: Changes, language: str = "en") -> str:
    """
    The golden threads of a comparison in one, as a flowchart of Mermaid.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        The text, as of a result. What is new is green; what is gone is grey, and its lines end in a cross.
    """
    return _written(thread_of_changes(changes, language))


def _written(thread: Thread) -> str:
    lines = ["flowchart LR"]
    lines += (f'  {one.id}["{escape(one.label)}"]' for one in thread.nodes)
    lines += (f"  {one.above.id} {_arrow(one)} {one.below.id}" for one in thread.lines)
    for name, (style, of) in _CLASSES.items():
        members = [one.id for one in thread.nodes if of(one)]
        if members:
            lines += (f"  classDef {name} {style}", f"  class {','.join(members)} {name}")
    return "\n".join(lines) + "\n"


def _arrow(one: Line) -> str:
    if one.became is Became.GONE:
        return "-.-x"
    return "-->" if one.proven else "-.->"


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
