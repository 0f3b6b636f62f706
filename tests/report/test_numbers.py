"""Numbers of scores as people read them: two decimals at most, rounded half up, where they are printed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kamassess.report.numbers import plain_number, points, tenths, told_number
from kamassess.scoring.score import Score


@pytest.mark.parametrize(
    ("number", "english", "dutch"),
    [
        ("0", "0", "0"),
        ("1", "1", "1"),
        ("100", "100", "100"),
        ("1/2", "0.5", "0,5"),
        ("2/3", "0.67", "0,67"),
        ("1/3", "0.33", "0,33"),
        ("1/8", "0.13", "0,13"),
        ("1/200", "0.01", "0,01"),
        ("1/201", "0", "0"),
        ("5625/100", "56.25", "56,25"),
        ("1999/10", "199.9", "199,9"),
        ("101/100", "1.01", "1,01"),
        ("-203", "-203", "-203"),
        ("-1/2", "-0.5", "-0,5"),
        ("-2/3", "-0.67", "-0,67"),
        ("-1/1000", "0", "0"),
    ],
)
def test_a_number_is_rounded_and_has_no_zeros_behind_it(number: str, english: str, dutch: str) -> None:
    assert told_number(Fraction(number), "en") == english
    assert told_number(Fraction(number), "nl") == dutch


class TestPoints:
    """'A share as a whole percentage, half up, and 0 or 100 only where it is exactly that; anything else with two decimals.'"""

    @pytest.mark.parametrize(
        ("value", "maximum", "english", "dutch"),
        [
            ("0", 1, "0%", "0 %"),
            ("1", 1, "100%", "100 %"),
            ("1/1000", 1, "1%", "1 %"),
            ("999/1000", 1, "99%", "99 %"),
            ("1/8", 1, "13%", "13 %"),
            ("56.25", 100, "56%", "56 %"),
            ("5/4", 3, "42%", "42 %"),
        ],
    )
    def test_a_share_is_a_whole_percentage(self, value: str, maximum: int, english: str, dutch: str) -> None:
        score = Score("n", None, "p", "share", maximum, None, None, None)
        assert points(Fraction(value), score, "en") == english
        assert points(Fraction(value), score, "nl") == dutch

    @pytest.mark.parametrize(
        ("scale", "out_of", "expected"),
        [("points", None, "-2,33 / 110"), ("points", 12, "-2,33 / 12"), ("rung", None, "-2,33")],
    )
    def test_points_are_told_with_what_they_are_out_of_and_rungs_without(
        self, scale: str, out_of: int | None, expected: str
    ) -> None:
        score = Score("n", None, "p", scale, 110, None, None, None)
        assert points(Fraction(-7, 3), score, "nl", out_of) == expected

    @pytest.mark.parametrize(
        ("value", "english", "dutch"), [("5", "5", "5"), ("100/9", "11.1", "11,1"), ("1/20", "0.1", "0,1")]
    )
    def test_a_share_of_a_hundred_has_one_decimal(self, value: str, english: str, dutch: str) -> None:
        assert (tenths(Fraction(value), "en"), tenths(Fraction(value), "nl")) == (english, dutch)


@pytest.mark.parametrize(
    ("number", "plain"),
    [
        (3, 3),
        (Fraction(2), 2),
        (Decimal("2.00"), 2),
        (Decimal("0.1"), 0.1),
        (Fraction(1, 3), 1 / 3),
        (2**53, float(2**53)),
    ],
)
def test_a_machine_is_given_whole_numbers_where_they_are_exact(
    number: int | Decimal | Fraction, plain: float
) -> None:
    assert repr(plain_number(number)) == repr(plain)
