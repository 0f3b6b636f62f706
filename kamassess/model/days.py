"""
Days as people write them, in Dutch and English.
"""

from __future__ import annotations

from datetime import date
from typing import Final

_MONTHS: Final = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}


def day(when: date, language: str) -> str:
    """
    A day as people write it.

    Args:
        when: the day.
        language: ``nl`` or ``en``.

    Returns:
        The day, its month in words.

    Example:
        >>> day(date(2026, 11, 1), "nl"), day(date(2026, 11, 1), "en")
        ('1 november 2026', '1 November 2026')
    """
    return f"{when.day} {_MONTHS[language].split()[when.month - 1]} {when.year}"
