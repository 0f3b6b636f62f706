"""Means and caps: exact at both ends, whatever of the unknown turns out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kamassess.checklist.policy import WeightedMean
from kamassess.scoring.bounds import Bounds, Item, capped, combine, mean

NONE, HALF, ALL = Fraction(0), Fraction(1, 2), Fraction(1)


def fixed(value: Fraction, weight: int = 1, *, optional: bool = False) -> Item:
    return Item(value, value, weight, optional)


class TestMean:
    def test_of_what_is_known_is_one_number(self) -> None:
        assert mean([fixed(ALL, 3), fixed(NONE)]) == Bounds(Fraction(3, 4), Fraction(3, 4))

    def test_of_what_is_not_known_lies_between_its_ends(self) -> None:
        assert mean([Item(NONE, HALF), fixed(ALL)]) == Bounds(HALF, Fraction(3, 4))

    def test_of_nothing_is_none(self) -> None:
        assert mean([]) is None

    def test_takes_weight_0_as_no_weight_at_all(self) -> None:
        assert mean([fixed(NONE, 0), fixed(ALL)]) == Bounds(ALL, ALL)
        assert mean([fixed(NONE, 0)]) is None

    def test_of_one_that_may_not_count_may_be_empty(self) -> None:
        assert mean([Item(NONE, ALL, optional=True)]) == Bounds(NONE, ALL, may_be_empty=True)

    def test_leaves_out_an_optional_one_that_would_raise_its_low_end(self) -> None:
        assert mean([fixed(HALF), fixed(ALL, optional=True)]) == Bounds(HALF, Fraction(3, 4))

    def test_takes_an_optional_one_that_lowers_its_low_end(self) -> None:
        assert mean([fixed(HALF), fixed(NONE, optional=True)]) == Bounds(Fraction(1, 4), HALF)

    def test_takes_optional_ones_smallest_first_while_they_lie_below_the_running_mean(self) -> None:
        """The third would lower the mean of what is certain, and raises it once the first is taken."""
        third = Fraction(2, 5)
        found = mean([fixed(HALF), fixed(NONE, 3, optional=True), fixed(third, optional=True)])
        assert found == Bounds(Fraction(1, 8), HALF)

    def test_without_certain_ones_is_at_least_the_smallest_and_at_most_the_largest(self) -> None:
        items = [fixed(Fraction(1, 5), optional=True), fixed(Fraction(4, 5), 9, optional=True)]
        assert mean(items) == Bounds(Fraction(1, 5), Fraction(4, 5), may_be_empty=True)


class TestCombine:
    """'Scoring policies are data: node classes composed of few parts.'"""

    def test_of_a_weighted_mean_is_the_mean(self) -> None:
        items = [Item(NONE, ALL, 2), fixed(ALL, optional=True)]
        assert combine(WeightedMean(), items) == mean(items)

    def test_of_what_is_no_part_is_refused(self) -> None:
        with pytest.raises(TypeError, match="not a part of a scoring policy"):
            combine("mean", [])  # type: ignore[arg-type]


class TestCapped:
    """'A gate caps when its checkpoint fails; undetermined caps the low end only; not applicable does not cap.'"""

    @pytest.mark.parametrize(
        ("fails", "low", "high"),
        [(True, "1/4", "1/4"), (None, "1/4", "1"), (False, "1/2", "1")],
    )
    def test_by_whether_its_checkpoint_fails(self, fails: bool | None, low: str, high: str) -> None:
        found = capped(Bounds(HALF, ALL, may_be_empty=True), Fraction(1, 4), fails=fails)
        assert found == Bounds(Fraction(low), Fraction(high), may_be_empty=True)

    @pytest.mark.parametrize("fails", [True, None, False])
    def test_never_raises_a_score(self, fails: bool | None) -> None:
        assert capped(Bounds(NONE, HALF), ALL, fails=fails) == Bounds(NONE, HALF)
