"""
Numbers as people read them, rounded where they are printed and nowhere before; and as machines do.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Final

from kamassess.report.words import tell
from kamassess.scoring.bounds import Bounds
from kamassess.scoring.score import Score

_EXACT: Final = 2**53
"""Up to here every whole number is a number of JSON as everybody reads it: a double (RFC 8785)."""


def plain_number(value: int | Decimal | Fraction) -> int | float:
    """
    A number as every program reads it: whole where it is, else the nearest double.

    Args:
        value: the number.

    Returns:
        The same number, or the nearest there is.

    Example:
        >>> plain_number(Fraction(2)), plain_number(Fraction(1, 4))
        (2, 0.25)
    """
    whole = int(value)
    return whole if whole == value and -_EXACT < whole < _EXACT else float(value)


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


def told_or_none(number: Fraction | None, language: str) -> str:
    """A number, or that there is none."""
    return tell("no score", language) if number is None else told_number(number, language)


def told_bounds(bounds: Bounds, language: str) -> str:
    """
    Bounds as people read them: one number where both ends are one.

    Args:
        bounds: the bounds.
        language: ``nl`` or ``en``.

    Returns:
        The text, each number rounded to two decimals.

    Example:
        >>> told_bounds(Bounds(Fraction(1, 3), Fraction(1)), "nl")
        '0,33 tot 1'
    """
    low, high = (told_number(one, language) for one in (bounds.low, bounds.high))
    return low if bounds.low == bounds.high else tell("from to", language, low=low, high=high)


def grouped(number: int | Decimal, language: str) -> str:
    """
    A large number as people read it, whole, its thousands apart.

    Args:
        number: the number.
        language: ``nl`` or ``en``.

    Returns:
        The text.

    Example:
        >>> grouped(Decimal("12500.4"), "nl"), grouped(1500000, "en")
        ('12.500', '1,500,000')
    """
    text = f"{floor(number + Decimal('0.5')):,}"
    return text.replace(",", ".") if language == "nl" else text


def tenths(value: Fraction, language: str) -> str:
    """A number with one decimal, rounded half up."""
    text = f"{floor(value * 10 + Fraction(1, 2)) / 10:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "nl" else text


def part_of(value: Fraction, score: Score) -> float:
    """How far a number comes on the scale of its score; what is below nothing is nothing."""
    return min(max(float(value / score.maximum), 0.0), 1.0) if score.maximum else 0.0


def points(value: Fraction, score: Score, language: str, most: int | None = None) -> str:
    """
    A number of a score as people read it.

    A share is a whole percentage, 0 or 100 only where it is exactly that.

    Args:
        value: the number.
        score: whose it is.
        language: ``nl`` or ``en``.
        most: the highest that it could be, where that is not the maximum of the score.

    Returns:
        The text.
    """
    if score.scale == "points":
        return f"{told_number(value, language)} / {score.maximum if most is None else most}"
    if score.scale == "rung":
        return told_number(value, language)
    part_of_100 = 100 * value / score.maximum
    whole = min(
        max(floor(part_of_100 + Fraction(1, 2)), 0 if value == 0 else 1),
        100 if value == score.maximum else 99,
    )
    return f"{whole} %" if language == "nl" else f"{whole}%"
