"""Scoring policies as values: what a part is composed of, and what a policy is that says the least."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

import pytest
from attrs.exceptions import FrozenInstanceError

from kamassess.assessing import assess
from kamassess.checklist.policy import (
    All,
    AtLeast,
    ByGroup,
    Credit,
    Deduction,
    Gate,
    Ladder,
    Levels,
    Lowest,
    Mean,
    MustAndSome,
    Part,
    Rung,
    ScoringPolicy,
    Stage,
    Step,
    Sum,
    SumOfLevels,
    Table,
    Unanswered,
    Without,
    highest,
    parts_of,
    up_to,
)
from kamassess.checklist.reading import checklist_from_data
from kamassess.model.organisation import Organisation

Data = dict[str, Any]

HALF = Fraction(1, 2)
STEPS = (Step(Fraction(1), Fraction(1)),)


class TestPartsOf:
    @pytest.mark.parametrize(
        "part",
        [
            Mean(),
            Mean(weighted=False),
            Sum(),
            Lowest(),
            All(),
            Deduction(110),
            Levels(5),
            SumOfLevels(),
            MustAndSome(HALF),
            Ladder((Rung({}, Fraction(25)),)),
        ],
    )
    def test_most_parts_are_composed_of_nothing_else(self, part: Part) -> None:
        assert parts_of(part) == (part,)

    @pytest.mark.parametrize(
        ("part", "inside"),
        [
            (AtLeast(Mean(), HALF), (Mean(),)),
            (Table(Levels(3), STEPS), (Levels(3),)),
            (ByGroup(Mean(), Lowest()), (Mean(), Lowest())),
            (ByGroup(Mean(), Mean()), (Mean(), Mean())),
        ],
    )
    def test_a_part_comes_before_what_it_is_composed_of(self, part: Part, inside: tuple[Part, ...]) -> None:
        assert parts_of(part) == (part, *inside)

    def test_nothing_is_left_out_however_deep_it_lies(self) -> None:
        #  at-least - by-group - table - levels
        #                      - at-least - must-and-some
        table, inner = Table(Levels(3), STEPS), AtLeast(MustAndSome(HALF), HALF)
        groups = ByGroup(table, inner)
        outer = AtLeast(groups, HALF)
        assert parts_of(outer) == (outer, groups, table, Levels(3), inner, MustAndSome(HALF))


class TestUpTo:
    """'A part that counts levels no further than there are any.'"""

    @pytest.mark.parametrize(
        ("levels", "top"), [([1], 1), ([2, 1], 2), ([1, None, 3], 3), ([5], 5), ([1, 9], 5), ([], 5), ([None], 5)]
    )  # fmt: skip
    def test_levels_are_cut_off_at_the_highest_that_there_is(
        self, levels: list[int | None], top: int
    ) -> None:
        assert up_to(Levels(5, HALF, Fraction(1)), levels) == Levels(top, HALF, Fraction(1))

    @pytest.mark.parametrize(
        ("part", "cut"),
        [
            (AtLeast(Levels(5), HALF), AtLeast(Levels(2), HALF)),
            (Table(Levels(5), STEPS), Table(Levels(2), STEPS)),
            (ByGroup(Levels(5), Lowest()), ByGroup(Levels(2), Lowest())),
            (ByGroup(Mean(), Levels(5)), ByGroup(Mean(), Levels(2))),
            (ByGroup(Levels(5), AtLeast(Levels(4), HALF)), ByGroup(Levels(2), AtLeast(Levels(2), HALF))),
        ],
    )
    def test_so_are_those_that_lie_deeper(self, part: Part, cut: Part) -> None:
        assert up_to(part, [1, None, 2]) == cut
        assert up_to(part, iter([1, None, 2])) == cut

    @pytest.mark.parametrize(
        "part",
        [Mean(), Sum(), Lowest(), All(), Deduction(110), SumOfLevels(), MustAndSome(HALF), ByGroup(Mean(), Sum())],
    )  # fmt: skip
    def test_what_counts_no_levels_stays_as_it_is(self, part: Part) -> None:
        assert up_to(part, [1]) == part


class TestHighest:
    """'The highest that a part can come to; ``None`` for a sum, which depends on what there is to add.'"""

    @pytest.mark.parametrize(
        "part", [Mean(), Mean(weighted=False), Lowest(), All(), MustAndSome(HALF), AtLeast(Levels(5), HALF)]
    )
    def test_what_is_made_of_shares_comes_to_1(self, part: Part) -> None:
        assert highest(part) == 1

    @pytest.mark.parametrize(
        ("part", "most"),
        [
            (Levels(5), 5),
            (Deduction(110), 110),
            (Deduction(-3), -3),
            (Ladder((Rung({}, Fraction(25)), Rung({}, Fraction(50)))), 2),
        ],
    )
    def test_others_say_themselves_how_high_they_go(self, part: Part, most: int) -> None:
        assert highest(part) == most

    @pytest.mark.parametrize(
        ("gives", "most"), [((0, 1), 1), ((0, 1, HALF), 1), ((3, 7, 2), 7), ((0, HALF), HALF), ((0,), 0)]
    )
    def test_a_table_goes_to_the_most_that_it_gives(self, gives: tuple[Any, ...], most: Any) -> None:
        steps = tuple(Step(Fraction(at), Fraction(one)) for at, one in enumerate(gives, 1))
        assert highest(Table(Mean(), steps)) == most
        assert highest(Table(Sum(), steps)) == most

    @pytest.mark.parametrize(
        ("within", "over", "most"),
        [
            (Mean(), Lowest(), 1),
            (Levels(3), Mean(), 3),
            (Levels(3), Lowest(), 3),
            (Deduction(10), Mean(weighted=False), 10),
            (Levels(3), All(), 1),
            (Levels(3), Deduction(10), 10),
            (Mean(), Table(Mean(), (Step(Fraction(1), Fraction(4)),)), 4),
        ],
    )
    def test_groups_go_as_high_as_one_of_them_where_they_are_averaged_and_else_as_what_joins_them(
        self, within: Part, over: Part, most: int
    ) -> None:
        assert highest(ByGroup(within, over)) == most

    @pytest.mark.parametrize(
        "part", [Sum(), Sum(weighted=False), ByGroup(Sum(), Mean()), ByGroup(Mean(), Sum())]
    )
    def test_a_sum_depends_on_what_there_is_to_add(self, part: Part) -> None:
        assert highest(part) is None

    def test_a_sum_that_is_held_against_something_does_not(self) -> None:
        assert highest(ByGroup(Sum(), All())) == highest(AtLeast(Sum(), HALF)) == 1


class TestScored:
    """What policies mean, seen in the score of a checklist."""

    @staticmethod
    def scored(scoring: str | Data, *requirements: Data) -> Fraction | None:
        """The score, as claimed, where every question is answered in full."""
        norm = {"id": "norm", "version": "1", "title": "Norm", "source": {"title": "A text"}}
        checklist = checklist_from_data({**norm, "scoring": scoring, "requirements": requirements})
        answers = [
            {"checkpoint": one.id, "value": one.scale.words[-1] if one.scale else ""}
            for one in checklist.checkpoints
        ]
        organisation = Organisation.from_data({"id": "x", "answers": answers})
        return assess(organisation, checklist, as_of="2026-11-01").score.claimed

    @staticmethod
    def requirement(id: str, *checkpoints: Data, **rest: Any) -> Data:
        asked = [
            {"id": f"{id}-{at}", "title": "?", "role": "requirement", "ask": "?", **one}
            for at, one in enumerate(checkpoints)
        ]
        return {"id": id, "title": id, "checkpoints": asked, **rest}

    OWN: Final = {
        "id": "own", "title": "Own", "source": "The board", "hides": "Much",
        "requirement": {"part": "mean"},
    }  # fmt: skip

    @pytest.mark.parametrize("highest_asked", [1, 2, 3])
    def test_it_never_comes_higher_than_the_highest_level_that_is_asked_for(self, highest_asked: int) -> None:
        levels = [{"level": level, "scale": "n-p-l-f"} for level in range(1, highest_asked + 1)]
        assert self.scored("c2m2", self.requirement("one", *levels)) == highest_asked

    def test_nor_than_the_highest_level_of_a_requirement(self) -> None:
        areas = [self.requirement(f"area-{level}", {"scale": "n-p-l-f"}, level=level) for level in (2, 3)]
        assert self.scored("cmmi-staged", *areas) == 3

    def test_nor_than_that_of_any_checkpoint_where_it_is_flat(self) -> None:
        flat = {**self.OWN, "flat": True, "checklist": {"part": "levels", "top": 5, "scale": "rung"}}
        one, two = self.requirement("one", {"level": 1}), self.requirement("two", {"level": 2}, level=4)
        assert self.scored(flat, one, two) == 2

    def test_checkpoints_are_in_the_group_of_their_requirement_where_it_is_flat(self) -> None:
        #   inside   4 + 1        outside   2        points, and the lowest of the two groups
        flat = {
            **self.OWN,
            "flat": True,
            "checklist": {"part": "by-group", "within": "sum", "over": "lowest", "scale": "points"},
        }
        areas = [
            self.requirement("one", {"weight": 4}, group="inside"),
            self.requirement("two", {"weight": 1}, group="inside"),
            self.requirement("three", {"weight": 2}, group="outside"),
        ]
        assert self.scored(flat, *areas) == 2
        assert self.scored(flat, *areas[:2]) == 5

    def test_a_rung_may_take_all_that_levels_are_worth(self) -> None:
        rungs = [{"title": "Half way", "at_least": 3}, {"title": "There", "at_least": 6}]
        own = {
            **self.OWN,
            "requirement": {"part": "levels", "top": 3, "scale": "rung"},
            "checklist": {"part": "ladder", "scale": "rung", "rungs": rungs},
        }
        three = [{"level": level} for level in (1, 2, 3)]
        assert self.scored(own, self.requirement("one", *three, weight=2)) == 2


class TestDefaults:
    """What a policy is that says the least."""

    POLICY = ScoringPolicy("own", {}, "The board", {}, Stage(Mean()), Stage(Mean()))

    def test_a_value_counts_for_its_share_and_by_its_weight(self) -> None:
        assert self.POLICY.credit is Credit.GRADED
        assert self.POLICY.checkpoint == Mean(weighted=True)

    def test_what_is_not_answered_counts_for_nothing_and_what_does_not_apply_not_at_all(self) -> None:
        assert (self.POLICY.unanswered, self.POLICY.without) == (Unanswered.ZERO, Without.LEFT_OUT)

    def test_a_score_is_a_share_of_1(self) -> None:
        assert Stage(Mean()) == Stage(Mean(), scale="share", times=1, maximum=1)

    def test_good_enough_is_more_than_half(self) -> None:
        assert All().more_than == Levels(3).own == Levels(3).below == HALF

    def test_a_rung_is_of_all_groups(self) -> None:
        assert Rung({}, Fraction(25)).groups == ()

    def test_nothing_is_claimed_of_weights_and_it_is_for_every_scale(self) -> None:
        assert (self.POLICY.weights, self.POLICY.scales, self.POLICY.empty) == (None, (), None)


def test_policies_can_be_told_apart_and_kept_in_a_set() -> None:
    assert len({Mean(), Mean(), Mean(weighted=False), Sum(), Levels(3), Levels(3, below=Fraction(1))}) == 5


def test_a_policy_never_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        Gate("A-1", 0.5).caps = 1.0  # type: ignore[misc]
