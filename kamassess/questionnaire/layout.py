"""
How the sheets of a questionnaire are laid out: columns, styles, what may be filled in where.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from kamassess.checklist.scale import NOT_APPLICABLE
from kamassess.questionnaire.filled import FILLED
from kamassess.questionnaire.options import Options
from kamassess.questionnaire.words import tell
from kamassess.report.sheets import LINE, OPEN, Sheet

HEADS: Final = ("id", "state", "focus", "question", "guidance", *FILLED)
WIDTHS: Final = (9, 12, 18, 38, 44, 15, 17, 18, 12, 18, 26)
"""The columns of a sheet of questions, and how wide they are."""

PIECE: Final = ("id", "kind", "what", "where", "dated", "until", "owner", "about")
PIECE_WIDTHS: Final = (18, 15, 38, 34, 12, 12, 20, 30)
"""The columns of the sheet of evidence; all but the first are filled in."""

FREE: Final = 40
"""So many rows there are for further evidence."""

HEAD: Final = 3
"""The row of the heads, from 0."""

FIXED: Final[dict[str, Any]] = {"text_wrap": True, "border": 1, "border_color": LINE}
"""The style of a cell that nobody fills in."""


def cell(row: int, column: int) -> str:
    """
    The name of a cell.

    Args:
        row: from 0.
        column: from 0.

    Returns:
        The name.

    Example:
        >>> cell(11, 4), cell(0, 26)
        ('E12', 'AA1')
    """
    letters, column = "", column + 1
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return f"{letters}{row + 1}"


def column_of(letters: str) -> int:
    """
    The number of a column.

    Args:
        letters: its letters.

    Returns:
        The number, from 0.

    Example:
        >>> column_of("E"), column_of("AA")
        (4, 26)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def open_style(num_format: str) -> dict[str, Any]:
    """The style of a cell that is filled in, which takes what is typed as a format says."""
    return {
        "locked": False,
        "bg_color": OPEN,
        "text_wrap": True,
        "border": 1,
        "border_color": LINE,
        "num_format": num_format,
        "align": "left",
    }


def from_list(source: str, language: str) -> dict[str, Any]:
    """That a cell takes what a list has."""
    return {
        "validate": "list",
        "source": f"={source}",
        "error_title": tell("not in list", language)[:32],
        "error_message": tell("choose", language),
    }


def loose(source: str) -> dict[str, Any]:
    """A list from which can be chosen, beside which anything can be written."""
    return {"validate": "list", "source": f"={source}", "show_error": False}


def number(options: Options, at: str, language: str) -> dict[str, Any]:
    """That a cell takes a number of a scale, or that the question does not apply."""
    label = options.label(NOT_APPLICABLE)
    is_percentage = options.most == 100
    hint = tell("percentage" if is_percentage else "number", language, most=options.most, label=label)
    whole = f",OR({at}=0,{at}>=1)" if is_percentage else ""  # typed as 80 % it would become 0.8
    quoted = label.replace('"', '""')
    return {
        "validate": "custom",
        "value": f'=OR(AND(ISNUMBER({at}),{at}>=0,{at}<={options.most}{whole}),{at}="{quoted}")',
        "input_message": hint[:255],
        "error_title": tell("not in list", language)[:32],
        "error_message": hint[:255],
    }


def day(language: str) -> dict[str, Any]:
    """That a cell takes a date."""
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(1950, 1, 1),
        "maximum": date(2199, 12, 31),
        "error_title": tell("on", language)[:32],
        "error_message": tell("date", language),
    }


def protect(sheet: Sheet) -> None:
    """Lock what is not filled in, without a password: against mistakes, not against people."""
    sheet.raw.protect(
        "", {"format_columns": True, "format_rows": True, "autofilter": True, "select_locked_cells": True}
    )
