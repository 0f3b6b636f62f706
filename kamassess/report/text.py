"""
The report of a result as plain text, for a terminal.
"""

from __future__ import annotations

from kamassess.report.composing import compose
from kamassess.result import Result
from kamassess.showing.text import WIDTH, render


def to_text(result: Result, language: str = "en", *, width: int = WIDTH, colour: bool = False) -> str:
    """
    The report of a result as text for a terminal.

    Args:
        result: the result.
        language: ``nl`` or ``en``.
        width: how many columns there are.
        colour: whether the terminal shows colours.

    Returns:
        The text, with a line end behind the last line.
    """
    return render(compose(result, language), width=width, colour=colour)
