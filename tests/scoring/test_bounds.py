"""The parts of scoring policies: exact at both ends, whatever of the unknown turns out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, product

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
    Step,
    Sum,
    SumOfLevels,
    Table,
)
from kamassess.scoring.bounds import Bounds, Item, capped, combine, looked_up, mean

NONE, HALF, ALL = Fraction(0), Fraction(1, 2), Fraction(1)
THIRD = Fraction(1, 3)


def fixed(
    value: Fraction | int,
    weight: int = 1,
    *,
    optional: bool = False,
    level: int | None = None,
    group: str | None = None,
    must: bool = False,
) -> Item:
    return Item(Fraction(value), Fraction(value), weight, optional, level, group, must)


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
        assert combine(Mean(), items) == mean(items)

    def test_of_an_unweighted_mean_leaves_out_only_what_has_no_weight(self) -> None:
        items = [fixed(ALL, 9), fixed(NONE), fixed(NONE, 0)]
        assert combine(Mean(weighted=False), items) == Bounds(HALF, HALF)

    def test_of_what_is_no_part_is_refused(self) -> None:
        with pytest.raises(TypeError, match="not a part of a scoring policy"):
            combine("mean", [])  # type: ignore[arg-type]


# ------------------------------------------------------------------- what each part means
Known = list[tuple[Fraction, Item]]
"""What applies in a completion: each with its value."""


def computed(part: Part, known: Known) -> Fraction | None:
    """What a part comes to where everything is known, as plainly as its definition says it."""
    if not known:
        return None
    values = [value for value, _ in known]
    match part:
        case Mean(weighted):
            return _mean([(value, _weight(one, weighted=weighted)) for value, one in known])
        case Sum(weighted):
            weighing = [
                (value, weight) for value, one in known if (weight := _weight(one, weighted=weighted))
            ]
            return sum((value * weight for value, weight in weighing), NONE) if weighing else None
        case Lowest():
            return min(values)
        case All(more_than):
            return Fraction(all(value > more_than for value in values))
        case Deduction(start):
            return start - sum(((1 - value) * one.weight for value, one in known), NONE)
        case Levels():
            return _level(part, [(value, one.level) for value, one in known if one.level is not None])
        case SumOfLevels():
            levels = {one.level for _, one in known if one.level is not None}
            means = [_mean([(value, one.weight) for value, one in known if one.level == it]) for it in levels]
            there = [one for one in means if one is not None]
            return sum(there, NONE) if there else None
        case ByGroup(within, over):
            return computed(over, list(_groups(within, known)))
        case MustAndSome(some):
            musts = [value == 1 for value, one in known if one.must]
            rest = [value == 1 for value, one in known if not one.must]
            enough = not rest or Fraction(sum(rest), len(rest)) >= some
            return Fraction(all(musts) and enough)
        case AtLeast(of, share):
            found = computed(of, known)
            return None if found is None else Fraction(found >= share)
        case Ladder(rungs):
            return _climbed(rungs, known)
        case Table(of, steps):
            found = computed(of, known)
            fitting = [step.gives for step in steps if found is not None and found <= step.up_to]
            return None if found is None else [*fitting, steps[-1].gives][0]


def _weight(one: Item, *, weighted: bool) -> int:
    return one.weight if weighted else min(one.weight, 1)


def _mean(known: list[tuple[Fraction, int]]) -> Fraction | None:
    whole = sum(weight for _, weight in known)
    return sum((value * weight for value, weight in known), NONE) / whole if whole else None


def _level(part: Levels, known: list[tuple[Fraction, int]]) -> Fraction | None:
    def is_reached(level: int) -> bool:
        own = all(value > part.own for value, it in known if it == level)
        return own and all(value > part.below for value, it in known if it < level)

    reached = [0]
    while reached[-1] < part.top and is_reached(reached[-1] + 1):
        reached.append(reached[-1] + 1)
    return Fraction(reached[-1]) if known else None


def _groups(within: Part, known: Known) -> Iterator[tuple[Fraction, Item]]:
    names = dict.fromkeys(one.group or str(number) for number, (_, one) in enumerate(known))
    for name in names:
        together = [
            (value, one)
            for number, (value, one) in enumerate(known)
            if (one.group or str(number)) == name
        ]  # fmt: skip
        found = computed(within, together)
        if found is not None:
            yield found, fixed(found, group=together[0][1].group)


def _climbed(rungs: tuple[Rung, ...], known: Known) -> Fraction:
    reached = 0
    for rung in rungs:
        points = sum(
            value * one.weight for value, one in known if not rung.groups or one.group in rung.groups
        )
        if points < rung.at_least:
            break
        reached += 1
    return Fraction(reached)


def completions(items: tuple[Item, ...]) -> Iterator[Known]:
    """Each value at either end or between them, each optional item there or not."""
    for chosen in product(
        *(dict.fromkeys((one.low, (one.low + one.high) / 2, one.high)) | ({None: None} if one.optional else {})
          for one in items)
    ):  # fmt: skip
        yield [(value, one) for value, one in zip(chosen, items, strict=True) if value is not None]


ITEMS = (
    fixed(ALL, level=1, group="a", must=True),
    Item(NONE, ALL, 2, level=1, group="a"),
    Item(NONE, ALL, 1, True, 2, "b", True),
    fixed(NONE, 3, optional=True, level=2, group="b"),
    fixed(HALF, 2, optional=True, level=1, group="a", must=True),
    Item(HALF, ALL, 1, level=3, must=True),
    fixed(ALL, 2, optional=True, level=3, group="b"),
    Item(NONE, THIRD, 3, group="c"),
    fixed(Fraction(2, 3), level=1),
)
WEIGHTLESS = fixed(NONE, 0, level=1, group="a")

RUNGS = (
    Rung({"en": "first"}, Fraction(1)),
    Rung({"en": "second"}, Fraction(3), ("a", "b")),
    Rung({}, Fraction(5)),
)
RISING = (Step(NONE, NONE), Step(Fraction(2, 3), THIRD), Step(ALL, ALL))

WEIGHING = [Mean(), Mean(weighted=False), Sum(), Sum(weighted=False), SumOfLevels(), ByGroup(Mean(), Mean())]
GATED = [
    Lowest(),
    All(),
    All(THIRD),
    Levels(3),
    Levels(2, own=HALF, below=Fraction(85, 100)),
    MustAndSome(HALF),
    MustAndSome(NONE),
    MustAndSome(ALL),
    AtLeast(Mean(), Fraction(3, 4)),
    AtLeast(SumOfLevels(), Fraction(3, 2)),
    Ladder(RUNGS),
    Table(Mean(), RISING),
    Table(Sum(), (Step(ALL, NONE), Step(Fraction(3), HALF))),
    ByGroup(Lowest(), Mean()),
    ByGroup(Mean(), Lowest()),
    ByGroup(All(), Ladder((Rung({}, ALL, ("a",)), Rung({}, Fraction(2))))),
    ByGroup(Levels(3), Sum()),
]


def in_short(part: Part) -> str:
    return repr(part).replace("Fraction", "")


class TestBounds:
    """'Under each reading the interval contains the score of every completion of what is unknown', and is exact."""

    def exact(self, part: Part, items: tuple[Item, ...]) -> Bounds | None:
        found = [computed(part, one) for one in completions(items)]
        known = [one for one in found if one is not None]
        return Bounds(min(known), max(known), None in found) if known else None

    @pytest.mark.parametrize("part", [*WEIGHING, *GATED], ids=in_short)
    def test_are_those_of_every_completion(self, part: Part) -> None:
        palette = (*ITEMS, WEIGHTLESS) if part in WEIGHING else ITEMS
        for size in range(4):
            for items in combinations_with_replacement(palette, size):
                assert combine(part, items) == self.exact(part, items), items

    @pytest.mark.parametrize(
        "part",
        [Deduction(5), Deduction(110), ByGroup(Deduction(1), Sum()), ByGroup(Deduction(1), Mean())],
        ids=in_short,
    )
    def test_of_a_deduction_are_those_of_every_completion(self, part: Part) -> None:
        """It goes below nothing."""
        for size in range(4):
            for items in combinations_with_replacement((*ITEMS, WEIGHTLESS), size):
                assert combine(part, items) == self.exact(part, items), items

    @pytest.mark.parametrize("part", [*WEIGHING, *GATED], ids=in_short)
    def test_may_be_taken_of_what_is_read_once(self, part: Part) -> None:
        items = (ITEMS[0], ITEMS[1], ITEMS[3])
        assert combine(part, iter(items)) == combine(part, items)


class TestWhereNothingCounts:
    """No part invents a score: where nothing counts there is none, and where nothing may count it may be empty."""

    @pytest.mark.parametrize("part", [*WEIGHING, *GATED, Deduction(110)], ids=in_short)
    def test_there_is_none(self, part: Part) -> None:
        assert combine(part, []) is None

    @pytest.mark.parametrize("part", [Mean(), Mean(weighted=False), Sum(), Sum(weighted=False)], ids=in_short)
    def test_nor_where_nothing_has_a_weight(self, part: Part) -> None:
        """0 points of 0 are no score of nothing."""
        assert combine(part, [fixed(ALL, 0), fixed(NONE, 0, optional=True)]) is None

    @pytest.mark.parametrize(
        ("part", "low", "high"),
        [
            (Mean(), "0", "1"),
            (Sum(), "0", "3"),
            (Sum(weighted=False), "0", "3/2"),
            (Deduction(110), "105", "110"),
        ],
        ids=in_short,
    )
    def test_it_may_be_empty_where_all_may_not_apply(self, part: Part, low: str, high: str) -> None:
        """The ends are those of completions in which something applies."""
        items = [Item(NONE, HALF, 4, optional=True), Item(NONE, ALL, optional=True)]
        assert combine(part, items) == Bounds(Fraction(low), Fraction(high), may_be_empty=True)

    def test_of_a_deduction_the_high_end_is_what_one_alone_takes_off(self) -> None:
        items = [fixed(NONE, 5, optional=True), fixed(NONE, 3, optional=True)]
        assert combine(Deduction(110), items) == Bounds(Fraction(102), Fraction(107), may_be_empty=True)

    def test_a_deduction_may_not_be_empty_where_one_certainly_applies(self) -> None:
        items = [fixed(ALL), fixed(NONE, 3, optional=True)]
        assert combine(Deduction(110), items) == Bounds(Fraction(107), Fraction(110))


class TestTable:
    FALLING = Table(Lowest(), (Step(THIRD, ALL), Step(ALL, NONE)))

    @pytest.mark.parametrize(("value", "gives"), [("0", 1), ("1/3", 1), ("1/2", 0), ("1", 0), ("2", 0)])
    def test_gives_the_first_step_that_reaches_so_far_and_the_last_for_all_above(
        self, value: str, gives: int
    ) -> None:
        assert looked_up(self.FALLING, Fraction(value)) == gives
        assert combine(self.FALLING, [fixed(Fraction(value))]) == Bounds(Fraction(gives), Fraction(gives))

    def test_that_goes_down_has_its_lowest_end_first(self) -> None:
        assert combine(self.FALLING, [Item(NONE, ALL, optional=True)]) == Bounds(NONE, ALL, may_be_empty=True)

    def test_of_nothing_is_none(self) -> None:
        assert combine(self.FALLING, []) is None


class TestCapped:
    """'Its cap holds while the gate's checkpoint fails'; where that is not known it caps the low end only."""

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
