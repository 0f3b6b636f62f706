"""
The golden thread as DOT, which Graphviz and many others draw.
"""

from __future__ import annotations

from html import escape as entities
from typing import Final

from kamassess.comparing import Changes
from kamassess.graph.members import Truth
from kamassess.report.graphs.thread import Became, Drawn, Line, Thread, thread_of, thread_of_changes
from kamassess.report.pictures.paint import PAINTS
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
    return _written(thread_of(result, language))


def changes_to_dot(changes: Changes, language: str = "en") -> str:
    """
    The golden threads of a comparison in one, as DOT.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        The text, as of a result; ``change`` says what is ``new``, ``kept`` or ``gone``, which is grey.
    """
    return _written(thread_of_changes(changes, language))


def _written(thread: Thread) -> str:
    lines = [
        f"digraph {quoted(thread.name)} {{",
        '  graph [rankdir="LR", charset="UTF-8"];',
        '  node [shape="box", fontname="sans-serif"];',
        *(f"  {one.id} [{_attributes(_of_node(one))}];" for one in thread.nodes),
        *(f"  {one.above.id} -> {one.below.id} [{_attributes(_of_line(one))}];" for one in thread.lines),
    ]
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
    if one.before is not None:
        known |= {
            "breaks_up_before": told(one.before.breaks_up),
            "breaks_down_before": told(one.before.breaks_down),
        }
    if not one.node.proven:
        known["style"] = "dashed"
    if one.broken:
        known |= {"color": PAINTS["major"][0], "penwidth": "3"}
    return known | _change(one.became)


def _of_line(one: Line) -> dict[str, str]:
    known = {"proven": told(one.proven)}
    if not one.proven:
        known["style"] = "dashed"
    return known | _change(one.became)


def _change(became: Became | None) -> dict[str, str]:
    """What a part is beside an earlier thread, and how that is seen."""
    looks = {
        Became.NEW: {"color": PAINTS["good"][0]},
        Became.GONE: {"color": PAINTS["line"][0], "fontcolor": PAINTS["faint"][0], "style": "dotted"},
    }
    return {} if became is None else {"change": became, **looks.get(became, {})}


def _attributes(known: dict[str, str]) -> str:
    return ", ".join(f"{name}={quoted(value)}" for name, value in known.items())
