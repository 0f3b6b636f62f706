"""What holds a score back: the inputs without which a part could not come to its next step up."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kamassess.checklist.policy import (
    All,
    AtLeast,
    ByGroup,
    Deduction,
    Ladder,
    Levels,
    Lowest,
    Mean,
    MustAndSome,
    Part,
    Rung,
    Sum,
    SumOfLevels,
)
from kamassess.scoring.blocking import blocking
from kamassess.scoring.bounds import Item


def item(
    low: str | int,
    high: str | int | None = None,
    *,
    weight: int = 1,
    level: int | None = None,
    group: str | None = None,
    must: bool = False,
) -> Item:
    """An input that is known, where it has one end."""
    ends = Fraction(low), Fraction(low if high is None else high)
    return Item(*ends, weight, level=level, group=group, must=must)


class TestCompensatoryParts:
    """'Where one thing makes good for another, as in a mean, nothing does.'"""

    @pytest.mark.parametrize("part", [Mean(), Sum(), SumOfLevels(), ByGroup(Mean(), Mean())])
    def test_nothing_holds_them_back(self, part: Part) -> None:
        assert blocking(part, [item(0, level=1), item(1, level=1)]) == frozenset()


class TestNothing:
    @pytest.mark.parametrize(
        "part",
        [
            Lowest(),
            All(),
            Deduction(110),
            Levels(3),
            AtLeast(Mean(), Fraction(1)),
            ByGroup(Mean(), Lowest()),
            Ladder((Rung({}, Fraction(1)),)),
        ],
    )
    def test_holds_back_a_part_of_which_nothing_counts(self, part: Part) -> None:
        assert blocking(part, []) == frozenset()


class TestLowest:
    @pytest.mark.parametrize(
        ("values", "back"),
        [
            (("1", "1/2", "0"), {2}),
            (("0", "1/2", "0"), {0, 2}),
            (("1", "1/2", "1/2"), {1, 2}),
            (("1", "1"), set()),
        ],
    )
    def test_is_held_back_by_all_that_lie_lowest(self, values: tuple[str, ...], back: set[int]) -> None:
        assert blocking(Lowest(), [item(one) for one in values]) == back

    def test_takes_each_at_its_lowest(self) -> None:
        assert blocking(Lowest(), [item("1/4"), item(0, 1)]) == {1}

    @pytest.mark.parametrize(
        ("levels", "back"), [((2, 3), {0}), ((3, 3), {0, 1}), ((5, 4), {1}), ((5, 5), set())]
    )
    def test_of_levels_is_held_back_below_the_top_and_not_below_1(
        self, levels: tuple[int, int], back: set[int]
    ) -> None:
        """ISO 9004: the lowest element, of elements that come to a level of five."""
        assert blocking(Lowest(), [item(one) for one in levels], Fraction(5)) == back

    def test_counts_what_has_no_weight_as_well(self) -> None:
        assert blocking(Lowest(), [item(0, weight=0), item(1)]) == {0}


class TestAll:
    def test_is_held_back_by_each_that_is_not_enough(self) -> None:
        assert blocking(All(), [item(1), item("1/2"), item("2/3"), item(0, 1)]) == {1, 3}

    def test_is_not_where_all_are(self) -> None:
        assert blocking(All(), [item(1), item("2/3")]) == frozenset()


class TestDeduction:
    def test_is_held_back_by_each_that_takes_something_off(self) -> None:
        assert blocking(Deduction(110), [item(1, weight=5), item(0, weight=3), item("1/2")]) == {1, 2}

    def test_is_not_by_what_has_no_weight_to_take_off(self) -> None:
        assert blocking(Deduction(110), [item(0, weight=0), item(0)]) == {1}

    def test_is_not_where_nothing_is_taken_off(self) -> None:
        assert blocking(Deduction(110), [item(1, weight=5)]) == frozenset()


class TestLevels:
    PART = Levels(3, own=Fraction(1, 2), below=Fraction(85, 100))

    def test_are_held_back_by_what_fails_on_the_next(self) -> None:
        given = [item(1, level=1), item(0, level=2), item("2/3", level=2), item(0, level=3)]
        assert blocking(Levels(3), given) == {1}

    def test_are_held_back_by_what_is_not_enough_for_a_level_above_it(self) -> None:
        """Largely achieved is enough for level 1 itself, and not for level 2."""
        assert blocking(self.PART, [item("2/3", level=1), item(1, level=1), item(1, level=2)]) == {0}

    def test_are_held_back_by_both_together(self) -> None:
        assert blocking(self.PART, [item("2/3", level=1), item(0, level=2), item(0, level=3)]) == {0, 1}

    def test_are_not_by_what_is_on_none(self) -> None:
        assert blocking(Levels(3), [item(0), item(0, level=1)]) == {1}

    def test_are_not_where_the_top_is_reached(self) -> None:
        """What is enough for the top itself has nothing above it."""
        assert blocking(self.PART, [item(1, level=1), item(1, level=2), item("2/3", level=3)]) == frozenset()


class TestMustAndSome:
    PART = MustAndSome(Fraction(1, 2))

    def test_is_held_back_by_what_must_be_and_is_not(self) -> None:
        given = [item(0, must=True), item(1, must=True), item(1), item(0)]
        assert blocking(self.PART, given) == {0}

    def test_is_held_back_by_the_rest_where_too_little_of_it_is(self) -> None:
        assert blocking(self.PART, [item(1, must=True), item(0), item(0), item(0), item(1)]) == {1, 2, 3}

    def test_is_not_where_enough_of_the_rest_is(self) -> None:
        assert blocking(self.PART, [item(1, must=True), item(0), item(1)]) == frozenset()


class TestAtLeast:
    PART = AtLeast(Mean(), Fraction(1))

    def test_is_held_back_by_all_that_fall_short_where_all_are_needed(self) -> None:
        assert blocking(self.PART, [item(1), item("1/2"), item(0)]) == {1, 2}

    def test_is_held_back_by_whatever_could_bring_it_there(self) -> None:
        """Of a mean any that falls short: one makes good for another."""
        assert blocking(AtLeast(Mean(), Fraction(1, 2)), [item(0), item(0), item("1/4"), item(1)]) == {
            0,
            1,
            2,
        }

    def test_is_not_by_what_has_no_weight(self) -> None:
        assert blocking(self.PART, [item(0, weight=0), item(0)]) == {1}

    def test_is_not_where_the_threshold_is_reached(self) -> None:
        assert blocking(AtLeast(Mean(), Fraction(1, 2)), [item(1), item(0)]) == frozenset()
        assert blocking(AtLeast(Lowest(), Fraction(1, 2)), [item(1), item("1/2")]) == frozenset()

    @pytest.mark.parametrize(
        ("values", "back"),
        [
            (("0", "0"), {0, 1}),
            (("0", "1/2", "1"), {0}),
            (("1/2", "3/4", "1/2"), {0, 2}),
            (("1", "1"), set()),
        ],
    )
    def test_is_held_back_by_what_holds_its_part_back(self, values: tuple[str, ...], back: set[int]) -> None:
        """Of the lowest, those that are: what lies above them brings it no further."""
        assert blocking(AtLeast(Lowest(), Fraction(1)), [item(one) for one in values]) == back

    def test_is_held_back_in_the_groups_that_hold_its_part_back(self) -> None:
        part = AtLeast(ByGroup(Mean(), Lowest()), Fraction(3, 4))
        given = [item(0, group="a"), item(1, group="a"), item("2/3", group="b")]
        assert blocking(part, given) == {0}

    def test_of_levels_is_held_back_below_the_top_and_not_below_1(self) -> None:
        assert blocking(AtLeast(Mean(), Fraction(4)), [item(5), item(2)], Fraction(5)) == {1}


class TestLadder:
    PART = Ladder((Rung({}, Fraction(2), ("a",)), Rung({}, Fraction(5))))

    def test_is_held_back_by_what_falls_short_in_the_groups_of_the_next_rung(self) -> None:
        given = [item(0, weight=2, group="a"), item(0, weight=3, group="b")]
        assert blocking(self.PART, given) == {0}

    def test_is_held_back_by_all_that_fall_short_where_the_rung_is_of_all(self) -> None:
        given = [item(1, weight=2, group="a"), item("1/3", weight=3, group="b")]
        assert blocking(self.PART, given) == {1}

    def test_is_not_by_what_has_no_weight(self) -> None:
        """However much better it is, it gives no points."""
        given = [item(1, weight=2, group="a"), item(0, weight=0, group="a"), item(0, weight=3, group="b")]
        assert blocking(self.PART, given) == {2}

    def test_is_by_levels_below_the_top(self) -> None:
        given = [item(2, group="a"), item(1, group="b")]
        assert blocking(self.PART, given, Fraction(2)) == {1}

    def test_is_not_where_the_last_rung_is_reached(self) -> None:
        given = [item(1, weight=5, group="a"), item(0, weight=3, group="b")]
        assert blocking(self.PART, given) == frozenset()


class TestTheLowestOfGroups:
    PART = ByGroup(Mean(), Lowest())

    def test_is_held_back_by_what_falls_short_in_the_lowest_group(self) -> None:
        given = [item(1, group="a"), item(1, group="b"), item("1/2", group="b")]
        assert blocking(self.PART, given) == {2}

    def test_is_by_all_of_it_that_could_bring_the_group_further(self) -> None:
        given = [item(0, group="a"), item("1/2", group="a"), item(1, group="a"), item("2/3", group="b")]
        assert blocking(self.PART, given) == {0, 1}

    def test_is_not_by_what_falls_short_in_another(self) -> None:
        """The low value of one is made good for; its group is not the lowest."""
        given = [item(0, group="a"), item(1, group="a", weight=3), item("1/2", group="b")]
        assert blocking(self.PART, given) == {2}

    def test_is_by_each_of_several_that_are_as_low(self) -> None:
        given = [item(0, group="a"), item(1, group="a"), item("1/2", group="b")]
        assert blocking(self.PART, given) == {0, 2}

    def test_takes_what_bears_no_group_for_one_of_its_own(self) -> None:
        assert blocking(self.PART, [item(0), item("1/2"), item(1, group="a")]) == {0}

    def test_is_not_by_what_has_no_weight_in_its_group(self) -> None:
        given = [item(0, weight=0, group="a"), item("1/2", group="a"), item(1, group="b")]
        assert blocking(self.PART, given) == {1}

    def test_is_not_by_a_group_of_which_nothing_has_a_weight(self) -> None:
        """It does not count among the groups."""
        given = [item(0, weight=0, group="a"), item("1/2", group="b"), item("3/4", group="c")]
        assert blocking(self.PART, given) == {1}

    def test_is_not_where_every_group_is_all_that_it_can_be(self) -> None:
        assert blocking(self.PART, [item(1, group="a"), item(1, group="b")]) == frozenset()

    def test_of_levels_is_held_back_below_the_top_of_the_group(self) -> None:
        """One group is on level 2 of 3, the other on level 3."""
        part = ByGroup(Levels(3), Lowest())
        given = [item(one, level=level, group=group) for group, values in (("a", (1, 1, 0)), ("b", (1, 1, 1)))
                 for level, one in enumerate(values, 1)]  # fmt: skip
        assert blocking(part, given) == {2}

    def test_is_held_back_by_what_holds_its_group_back_alone(self) -> None:
        """One half is better than the nothing beside it, and does not keep the group at nothing."""
        lowest = [item(0, group="a"), item("1/2", group="a"), item(1, group="b")]
        assert blocking(ByGroup(Lowest(), Lowest()), lowest) == {0}
        levels = [item(1, level=1, group="a"), item(0, level=2, group="a"), item(0, level=3, group="a")]
        assert blocking(ByGroup(Levels(3), Lowest()), [*levels, item(1, level=1, group="b")]) >= {1}
        assert 2 not in blocking(ByGroup(Levels(3), Lowest()), levels)

    def test_can_be_held_back_by_what_has_no_weight_where_its_group_goes_by_the_lowest(self) -> None:
        assert blocking(ByGroup(Lowest(), Lowest()), [item(0, weight=0, group="a"), item(1, group="b")]) == {
            0
        }
        assert blocking(AtLeast(Lowest(), Fraction(1)), [item(0, weight=0), item(1)]) == {0}

    def test_of_what_goes_higher_than_1_takes_the_highest_of_its_inputs(self) -> None:
        points = [item(2, group="a"), item(3, group="b")]
        assert blocking(ByGroup(Mean(), Lowest()), points, Fraction(5)) == {0}


class TestNesting:
    def test_thresholds_in_thresholds_are_looked_at_once_each(self) -> None:
        part: Part = Lowest()
        for _ in range(40):
            part = AtLeast(part, Fraction(1, 2))
        assert blocking(part, [item(0), item(1), item(0)]) == {0, 2}
