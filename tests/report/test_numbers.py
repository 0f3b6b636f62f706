"""Numbers of scores as people read them: two decimals at most, rounded half up, where they are printed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kamassess.report.numbers import told_number


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
