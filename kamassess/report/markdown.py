"""
The report of a result as Markdown: for a wiki, a merge request or a mail.
"""

from __future__ import annotations

from kamassess.report.composing import compose
from kamassess.result import Result
from kamassess.showing.markdown import render


def to_markdown(result: Result, language: str = "en") -> str:
    """
    The report of a result as Markdown.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The text, with a line end behind the last line.
    """
    return render(compose(result, language))
