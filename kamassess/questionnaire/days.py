"""
A day as people write it, in figures or with the name of its month.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Final

_MONTHS: Final = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_YEAR_FIRST: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", re.ASCII)
_DAY_MONTH: Final = re.compile(r"(\d{1,2})[ -]([^\W\d_]+)\.?[ -](\d{4})", re.ASCII)
_MONTH_DAY: Final = re.compile(r"([^\W\d_]+)\.? (\d{1,2}),? (\d{4})", re.ASCII)


def days_meant(text: str, language: str) -> tuple[date, ...]:
    """
    The days that a text can mean.

    Who writes Dutch puts the day before the month. Who writes English may do either, so that only the
    figures can tell which is which.

    Args:
        text: what is written.
        language: ``nl`` or ``en``.

    Returns:
        The day; two where it can be either, first that with the day before the month; none where it is none.

    Example:
        >>> [str(day) for day in days_meant("5-10-2026", "nl")]
        ['2026-10-05']
        >>> [str(day) for day in days_meant("5/10/2026", "en")]
        ['2026-10-05', '2026-05-10']
        >>> days_meant("5 oktober 2026", "nl") == days_meant("October 5, 2026", "en")
        True
    """
    written = " ".join(text.split()).casefold()
    if found := _YEAR_FIRST.fullmatch(written):
        return _days((found[1], found[2], found[3]))
    if found := _YEAR_LAST.fullmatch(written):
        one, other, year = found[1], found[3], found[4]
        day_first, month_first = (year, other, one), (year, one, other)
        return _days(day_first) if language == "nl" else _days(day_first, month_first)
    if found := _DAY_MONTH.fullmatch(written):
        return _days((found[3], _NUMBERS.get(found[2], 0), found[1]))
    if found := _MONTH_DAY.fullmatch(written):
        return _days((found[3], _NUMBERS.get(found[1], 0), found[2]))
    return ()


def _days(*readings: tuple[str, int | str, str]) -> tuple[date, ...]:
    """The days that there are, each once."""
    found: dict[date, None] = {}
    for year, month, day in readings:
        with suppress(ValueError):
            found[date(int(year), int(month), int(day))] = None
    return tuple(found)
