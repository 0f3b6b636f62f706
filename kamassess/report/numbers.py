"""
Numbers of scores as people read them: rounded where they are printed, and nowhere before.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor


def told_number(number: Fraction, language: str) -> str:
    """
    A number with two decimals at most, rounded half up.

    Args:
        number: the number.
        language: ``nl`` or ``en``.

    Returns:
        The text.

    Example:
        >>> told_number(Fraction(2, 3), "nl"), told_number(Fraction(-203), "en")
        ('0,67', '-203')
    """
    hundredths = floor(abs(number) * 100 + Fraction(1, 2))
    text = f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")
    sign = "-" if number < 0 and hundredths else ""
    return sign + (text.replace(".", ",") if language == "nl" else text)
