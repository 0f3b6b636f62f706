"""
A table of a result or of a comparison as CSV (RFC 4180), for spreadsheets and statistics.

A spreadsheet takes a text that begins with a sign of a formula for one, and
runs it. Such a text gets an apostrophe before it; numbers stay numbers.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from fractions import Fraction
from io import StringIO
from typing import Final

from kamassess.comparing import Changes
from kamassess.report.numbers import plain_number
from kamassess.report.tables import CHANGE_TABLES, TABLES, Cell, Of, Table, table
from kamassess.result import Result

_UNSEEN: Final = "\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_FORMULA: Final = re.compile(f"'*[{_UNSEEN}]*[\t\r\n=+@\uff1d\uff0b\uff20\uff0d-]")
"""
How a text begins that a spreadsheet could run: a sign of a formula, full width too, behind what is not seen.

Apostrophes before it are part of it, so that one more can always be taken off again.
"""


def to_csv(result: Result, what: str = "verdicts", language: str = "en") -> str:
    """
    A table of a result as CSV.

    Args:
        result: the result.
        what: a name of ``TABLES``: ``verdicts``, ``findings`` or ``scores``.
        language: ``nl`` or ``en``, of names and messages; heads and outcomes are the same in both.

    Returns:
        The text: a line of heads, then the rows, each with CR LF behind it.

    Raises:
        InvalidCall: there is no such table, with the nearest there is.
    """
    return _csv(table(TABLES, what), result, language)


def changes_to_csv(changes: Changes, what: str = "changes", language: str = "en") -> str:
    """
    A table of a comparison as CSV.

    Args:
        changes: what two assessments say differently.
        what: a name of ``CHANGE_TABLES``: ``changes`` or ``scores``.
        language: ``nl`` or ``en``, of names and messages; heads and outcomes are the same in both.

    Returns:
        The text: a line of heads, then the rows, each with CR LF behind it.

    Raises:
        InvalidCall: there is no such table, with the nearest there is.
    """
    return _csv(table(CHANGE_TABLES, what), changes, language)


def _csv(table: Table[Of], of: Of, language: str) -> str:
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows(map(_cell, row) for row in table.rows(of, language))
    return written.getvalue()


def harmless(text: str) -> str:
    """
    A text that no spreadsheet runs.

    Args:
        text: any text.

    Returns:
        The text, with an apostrophe before it where it begins like a formula.

    Example:
        >>> harmless("=1+1"), harmless("1+1")
        ("'=1+1", '1+1')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return harmless("; ".join(value))
    if isinstance(value, str):
        return harmless(str(value))  # a word of a list is a text like any other
    return value.isoformat() if isinstance(value, date) else plain_number(Fraction(value))
