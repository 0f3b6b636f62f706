"""Whether a checklist is one that its policy can score: told beforehand, at the place that does not fit."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

import pytest
from attrs import evolve

from kamassess.checklist.fitting import Misfit, misfits
from kamassess.checklist.outline import CheckpointOutline, RequirementOutline
from kamassess.checklist.policy import (
    AtLeast,
    ByGroup,
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
    Sum,
    SumOfLevels,
)
from kamassess.checklist.reading import checklist_from_data, read_checklist
from kamassess.checklist.scoring import POLICIES
from kamassess.errors import InvalidChecklist
from kamassess.model.terms import Role
from kamassess.source import read_text

Data = dict[str, Any]

HALF = Fraction(1, 2)


def asked(id: str, **rest: Any) -> CheckpointOutline:
    return CheckpointOutline(id, {}, Role.REQUIREMENT, None, **{"scored": True, **rest})


def required(id: str, *checkpoints: CheckpointOutline, **rest: Any) -> RequirementOutline:
    return RequirementOutline(id, {}, checkpoints, **rest)


def policy(checklist: Part, requirement: Part | None = None, **rest: Any) -> ScoringPolicy:
    own = ScoringPolicy("own", {}, "The board", {}, Stage(requirement or Mean()), Stage(checklist))
    return evolve(own, **rest)


def told(policy: ScoringPolicy, *requirements: RequirementOutline) -> list[tuple[str | None, str]]:
    return [(one.at, one.sentence) for one in misfits(policy, requirements)]


def on_levels(*levels: int | None, **rest: Any) -> RequirementOutline:
    """A requirement with one checkpoint on each of these levels."""
    return required("one", *(asked(f"A-{at}", level=level, **rest) for at, level in enumerate(levels)))


class TestLevelsOfCheckpoints:
    """'A checkpoint without a level, where the policy needs it'; 'a level of which there is no checkpoint'."""

    @pytest.mark.parametrize("part", [Levels(3), SumOfLevels(), AtLeast(Levels(3), HALF)])
    def test_what_is_on_no_level_counts_nowhere(self, part: Part) -> None:
        found = told(policy(Lowest(), part), on_levels(1, None, 2, 3))
        assert found == [("A-1", "own counts by level; say on which 'level' this checkpoint is")]

    @pytest.mark.parametrize("part", [Levels(3), AtLeast(Levels(3), HALF)])
    def test_what_is_above_the_top_counts_nowhere(self, part: Part) -> None:
        found = told(policy(Lowest(), part), on_levels(1, 2, 3, 4))
        assert found == [("A-3", "the highest level of own is 3; this checkpoint is on 4")]

    def test_a_sum_of_levels_has_no_top(self) -> None:
        assert told(policy(Mean(), SumOfLevels()), on_levels(1, 2, 3, 4)) == []

    @pytest.mark.parametrize("part", [Levels(5), SumOfLevels(), AtLeast(Levels(5), HALF)])
    @pytest.mark.parametrize(("levels", "gap"), [((1, 3), 2), ((1, 3, 5), 2), ((5, 2, 1), 3), ((2, 3), 1)])
    def test_the_first_level_of_nothing_is_told_at_its_requirement(
        self, part: Part, levels: tuple[int, ...], gap: int
    ) -> None:
        assert told(policy(Lowest(), part), on_levels(*levels)) == [
            ("one", f"no checkpoint is on level {gap}, so that it is reached by doing nothing")
        ]

    def test_above_the_highest_that_there_is_nothing_is_reached_and_nothing_told(self) -> None:
        assert told(policy(Lowest(), Levels(5)), on_levels(1, 2)) == []
        assert told(POLICIES["c2m2"], on_levels(1, scale="n-p-l-f")) == []

    def test_every_requirement_has_levels_of_its_own(self) -> None:
        #            1  2  3
        # one        x     x
        # two        x  x  x
        # three         x
        three = [evolve(on_levels(*there), id=id_) for id_, there in
                 {"one": (1, 3), "two": (1, 2, 3), "three": (2,)}.items()]  # fmt: skip
        assert told(policy(Lowest(), Levels(3)), *three) == [
            ("one", "no checkpoint is on level 2, so that it is reached by doing nothing"),
            ("three", "no checkpoint is on level 1, so that it is reached by doing nothing"),
        ]

    @pytest.mark.parametrize("part", [Levels(3), Levels(200_000), SumOfLevels()])
    def test_a_level_far_away_is_told_once_or_twice(self, part: Part) -> None:
        found = told(policy(Lowest(), part), on_levels(1, 200_000))
        assert 1 <= len(found) <= 2

    def test_what_is_above_the_top_leaves_no_gap_below_it(self) -> None:
        found = told(policy(Lowest(), Levels(3)), on_levels(1, 9))
        assert found == [("A-1", "the highest level of own is 3; this checkpoint is on 9")]

    def test_several_checkpoints_may_be_on_one_level_and_in_any_order(self) -> None:
        assert told(policy(Lowest(), Levels(3)), on_levels(3, 1, 2, 1, 3)) == []

    def test_checkpoints_that_have_no_part_in_a_score_need_no_level(self) -> None:
        signs = required("two", asked("B-1", scored=False), asked("B-2", scored=False, level=9))
        assert told(policy(Lowest(), Levels(3)), on_levels(1, 2, 3), signs) == []

    def test_nor_do_they_make_a_level_one_that_takes_something(self) -> None:
        sign = required("two", asked("B-1", scored=False, level=2))
        one = required("one", *on_levels(1, 3).checkpoints, *sign.checkpoints)
        assert [at for at, _ in told(policy(Lowest(), Levels(3)), one)] == ["one"]

    def test_where_levels_are_not_counted_nothing_needs_one(self) -> None:
        assert told(policy(Mean(), Mean()), on_levels(1, None, 7)) == []

    def test_without_checkpoints_there_is_nothing_to_tell(self) -> None:
        assert told(policy(Lowest(), Levels(3)), required("one")) == []


class TestLevelsOfRequirements:
    STAGED = POLICIES["cmmi-staged"]

    @staticmethod
    def areas(*levels: int | None) -> list[RequirementOutline]:
        return [required(f"area-{at}", level=level) for at, level in enumerate(levels)]

    def test_what_is_on_no_level_is_told(self) -> None:
        assert told(self.STAGED, *self.areas(2, None, 3, 4, 5)) == [
            ("area-1", "cmmi-staged counts by level; say on which 'level' this requirement is")
        ]

    def test_what_is_above_the_top_is_told(self) -> None:
        assert told(self.STAGED, *self.areas(2, 3, 4, 5, 6)) == [
            ("area-4", "the highest level of cmmi-staged is 5; this requirement is on 6")
        ]

    def test_a_gap_is_told(self) -> None:
        assert told(self.STAGED, *self.areas(2, 4, 5)) == [
            (None, "no requirement is on level 3, so that it is reached by doing nothing")
        ]

    def test_of_several_gaps_the_first_is_told(self) -> None:
        assert [sentence for _, sentence in told(policy(Levels(9)), *self.areas(9, 2, 5, 7))] == [
            "no requirement is on level 3, so that it is reached by doing nothing"
        ]

    @pytest.mark.parametrize("levels", [(2, 2, 3, 4, 5), (3, 2), (4,)])
    def test_they_begin_at_the_lowest_that_there_is(self, levels: tuple[int, ...]) -> None:
        assert told(self.STAGED, *self.areas(*levels)) == []

    @pytest.mark.parametrize("top", [5, 200_000])
    def test_a_level_far_away_is_told_once_or_twice(self, top: int) -> None:
        assert 1 <= len(told(policy(Levels(top)), *self.areas(2, 200_000))) <= 2

    def test_without_requirements_there_is_nothing_to_tell(self) -> None:
        assert told(self.STAGED) == []

    def test_levels_of_requirements_are_none_of_checkpoints(self) -> None:
        areas = [required("area", asked("A-1"), level=2), required("other", asked("B-1"), level=3)]
        assert told(policy(Levels(3)), *areas) == []
        found = told(policy(Lowest(), Levels(3)), *areas)
        assert [at for at, _ in found if at is not None] == ["A-1", "B-1"]


class TestLevelsWhereAPolicyIsFlat:
    """'The checklist's score is of all its checkpoints, whichever requirement they are of.'"""

    FLAT = policy(Levels(3), flat=True)

    def test_the_levels_are_those_of_checkpoints_and_not_of_requirements(self) -> None:
        assert told(self.FLAT, on_levels(1, 2, 3)) == []
        found = told(self.FLAT, required("one", asked("A-1"), level=1))
        assert found == [("A-1", "own counts by level; say on which 'level' this checkpoint is")]

    def test_what_is_above_the_top_is_told(self) -> None:
        found = told(self.FLAT, on_levels(1, 2, 3, 4))
        assert found == [("A-3", "the highest level of own is 3; this checkpoint is on 4")]

    def test_requirements_have_them_together(self) -> None:
        two = required("two", asked("B-1", level=2), level=9)
        assert told(self.FLAT, on_levels(1, 3), two) == []

    @pytest.mark.parametrize(("levels", "gap"), [((1, 3), 2), ((2, 3), 1)])
    def test_a_gap_is_one_of_the_whole_and_they_begin_at_1(self, levels: tuple[int, ...], gap: int) -> None:
        found = told(self.FLAT, on_levels(*levels), required("two", asked("B-1", level=3)))
        assert found == [(None, f"no checkpoint is on level {gap}, so that it is reached by doing nothing")]

    def test_what_has_no_part_in_a_score_fills_none(self) -> None:
        sign = required("two", asked("B-1", level=2, scored=False), asked("B-2", scored=False))
        assert [at for at, _ in told(self.FLAT, on_levels(1, 3), sign)] == [None]

    def test_requirements_are_looked_at_by_themselves_as_well(self) -> None:
        both = policy(Levels(3), Levels(3), flat=True)
        two = required("two", asked("B-1", level=1), asked("B-2", level=2))
        assert told(both, on_levels(1, 3), two) == [
            ("one", "no checkpoint is on level 2, so that it is reached by doing nothing")
        ]


class TestGroups:
    GROUPS = policy(ByGroup(Mean(), Mean()))

    def test_what_is_in_no_group_is_told(self) -> None:
        found = told(self.GROUPS, required("one", group="inside"), required("two"), required("three"))
        assert found == [
            (id_, "own counts by group; say to which 'group' this requirement belongs")
            for id_ in ("two", "three")
        ]

    def test_it_is_told_however_deep_the_groups_lie(self) -> None:
        deep = policy(AtLeast(ByGroup(Mean(), Mean()), HALF))
        assert [at for at, _ in told(deep, required("one"))] == ["one"]

    def test_where_all_have_one_it_fits(self) -> None:
        assert told(self.GROUPS, required("one", group="inside"), required("two", group="outside")) == []

    def test_where_groups_are_not_counted_nothing_needs_one(self) -> None:
        assert told(policy(Mean()), required("one")) == []

    def test_where_a_policy_is_flat_checkpoints_are_in_the_group_of_their_requirement(self) -> None:
        flat = policy(ByGroup(Mean(), Mean()), flat=True)
        assert told(flat, required("one", asked("A-1"), group="inside")) == []
        assert [at for at, _ in told(flat, required("two", asked("B-1")))] == ["two"]


class TestRungs:
    """'A rung that takes more points than there are.'"""

    @staticmethod
    def ladder(*rungs: tuple[Any, tuple[str, ...]], **rest: Any) -> ScoringPolicy:
        titles = ({"nl": "Een", "en": "One"}, {"nl": "Twee"}, {"en": "Three"})
        return policy(
            Ladder(
                tuple(
                    Rung(title, Fraction(at_least), groups)
                    for title, (at_least, groups) in zip(titles, rungs, strict=False)
                )
            ),
            **rest,
        )

    AREAS = (required("one", weight=60, group="inside"), required("two", weight=40, group="outside"))

    def test_a_rung_that_takes_all_there_is_can_be_reached(self) -> None:
        ladder = self.ladder((60, ("inside",)), (40, ("outside",)), (100, ()))
        assert told(ladder, *self.AREAS) == []

    @pytest.mark.parametrize(
        ("groups", "at_least", "takes", "most"),
        [
            (("inside",), 61, "61", "60"),
            (("outside",), "40.5", "40.5", "40"),
            (("inside", "outside"), 101, "101", "100"),
            ((), 101, "101", "100"),
            (("elsewhere",), 1, "1", "0"),
        ],
    )
    def test_a_rung_that_takes_more_cannot(
        self, groups: tuple[str, ...], at_least: Any, takes: str, most: str
    ) -> None:
        assert told(self.ladder((at_least, groups)), *self.AREAS) == [
            (
                None,
                f"the rung 'One' of own takes {takes} points, and there are {most} at most: nobody can reach it",
            )
        ]

    def test_every_one_is_told_by_a_title_that_it_has(self) -> None:
        found = told(self.ladder((61, ("inside",)), (200, ()), (300, ())), *self.AREAS)
        assert [sentence.split("'")[1] for _, sentence in found] == ["One", "Twee", "Three"]

    def test_what_is_in_no_group_counts_for_all_groups_only(self) -> None:
        areas = (required("one", weight=50), required("two", weight=50, group="inside"))
        assert told(self.ladder((50, ("inside",)), (100, ())), *areas) == []
        assert len(told(self.ladder((51, ("inside",))), *areas)) == 1

    @pytest.mark.parametrize(
        ("stage", "most"),
        [
            (Stage(Mean()), 2),
            (Stage(Levels(3), maximum=3), 6),
            (Stage(Levels(3), times=2, maximum=6), 6),
            (Stage(Mean(), times=100, maximum=100), 2),
            (Stage(Sum(), "points", maximum=10), 20),
        ],
    )
    def test_a_requirement_is_worth_the_maximum_of_its_stage(self, stage: Stage, most: int) -> None:
        area = evolve(on_levels(1, 2, 3), weight=2)
        within, beyond = (
            evolve(self.ladder((at_least, ())), requirement=stage) for at_least in (most, most + 1)
        )
        assert told(within, area) == []
        sentence = f"the rung 'One' of own takes {most + 1} points, and there are {most} at most: nobody can reach it"
        assert told(beyond, area) == [(None, sentence)]

    @pytest.mark.parametrize(
        ("groups", "most"), [((), 9), (("inside",), 5), (("outside",), 4), (("elsewhere",), 0)]
    )
    def test_where_a_policy_is_flat_checkpoints_are_worth_their_weights(
        self, groups: tuple[str, ...], most: int
    ) -> None:
        areas = (
            required("one", asked("A-1", weight=3), asked("A-2", weight=2), weight=60, group="inside"),
            required("two", asked("B-1", weight=4), asked("B-2", weight=8, scored=False), group="outside"),
        )
        sentence = f"the rung 'One' of own takes {most + 1} points, and there are {most} at most: nobody can reach it"
        for stage in (Stage(Mean()), Stage(Mean(), maximum=10), Stage(Mean(), times=100, maximum=1)):
            within, beyond = (
                evolve(self.ladder((at_least, groups), flat=True), requirement=stage)
                for at_least in (most, most + 1)
            )
            assert told(within, *areas) == []
            assert told(beyond, *areas) == [(None, sentence)]

    def test_it_is_told_however_deep_the_ladder_lies(self) -> None:
        deep = policy(AtLeast(self.ladder((61, ("inside",))).checklist.part, HALF))
        assert [at for at, _ in told(deep, *self.AREAS)] == [None]


class TestLadders:
    def test_one_for_each_requirement_is_told(self) -> None:
        rungs = policy(Mean(), Ladder((Rung({"en": "One"}, Fraction(1), ()),)))
        assert told(rungs, required("one", asked("A-1"))) == [
            (None, "own has a ladder for each requirement; a ladder is for the checklist")
        ]

    def test_a_requirement_of_points_is_worth_the_weights_of_its_checkpoints(self) -> None:
        points = Stage(Sum(), "points", maximum=None)
        area = required("one", asked("A-1", weight=3), asked("A-2", weight=2, scored=False), weight=2)
        for at_least, fits in ((6, True), (7, False)):
            ladder = Ladder((Rung({"en": "One"}, Fraction(at_least), ()),))
            assert (told(evolve(policy(ladder), requirement=points), area) == []) is fits


class TestGates:
    """'A gate caps at a share of the score', so that there must be something to take a share of."""

    GATED = required("one", asked("A-1"), gate=Gate("A-1", 0.5))
    SENTENCE = "a gate caps at a share of the score; own has no maximum to take a share of"
    POINTS = evolve(policy(Sum()), checklist=Stage(Sum(), "points", maximum=None))

    def test_without_a_maximum_it_is_told_at_its_requirement(self) -> None:
        assert told(self.POINTS, required("two"), self.GATED) == [("one", self.SENTENCE)]

    def test_with_one_it_fits(self) -> None:
        assert told(evolve(self.POINTS, checklist=Stage(Sum(), "points", maximum=10)), self.GATED) == []
        assert told(policy(Mean()), self.GATED) == []

    def test_where_a_requirement_has_none_its_score_needs_no_maximum(self) -> None:
        points = evolve(policy(Mean()), requirement=Stage(Sum(), "points", maximum=None))
        assert told(points, self.GATED) == []


class TestWeights:
    @pytest.mark.parametrize(("weights", "fits"), [((60, 40), True), ((60, 41), False), ((60, 39), False)])
    def test_they_sum_to_what_the_policy_says(self, weights: tuple[int, ...], fits: bool) -> None:
        areas = [required(f"area-{at}", weight=weight) for at, weight in enumerate(weights)]
        sentence = f"by own the weights of requirements sum to 100; here to {sum(weights)}"
        assert told(policy(Mean(), weights=100), *areas) == ([] if fits else [(None, sentence)])

    def test_where_it_says_nothing_they_may_be_any(self) -> None:
        assert told(policy(Mean()), required("one", weight=60), required("two", weight=0)) == []

    def test_nothing_is_a_sum_as_well(self) -> None:
        assert len(told(policy(Mean(), weights=0), required("one"))) == 1
        assert told(policy(Mean(), weights=0), required("one", weight=0)) == []


class TestMust:
    VCA = POLICIES["vca"]
    SENTENCE = "vca tells what must be apart; mark these checkpoints with 'must: true'"

    def test_a_policy_that_tells_apart_what_must_be_needs_some(self) -> None:
        assert told(self.VCA, required("one", asked("A-1"), asked("A-2"))) == [(None, self.SENTENCE)]

    def test_one_is_enough_in_whichever_requirement(self) -> None:
        assert told(self.VCA, required("one", asked("A-1")), required("two", asked("B-1", must=True))) == []

    def test_one_that_has_no_part_in_the_score_is_none(self) -> None:
        found = told(self.VCA, required("one", asked("A-1"), asked("A-2", must=True, scored=False)))
        assert found == [(None, self.SENTENCE)]

    def test_it_is_told_however_deep_it_lies(self) -> None:
        deep = policy(AtLeast(MustAndSome(HALF), HALF), flat=True)
        assert [at for at, _ in told(deep, required("one", asked("A-1")))] == [None]

    NOT_FLAT = "own tells checkpoints apart by what must be; say 'flat: true' in it"

    @pytest.mark.parametrize("part", [MustAndSome(HALF), AtLeast(MustAndSome(HALF), HALF)])
    def test_requirements_cannot_be_told_apart_by_it(self, part: Part) -> None:
        assert told(policy(part), required("one", asked("A-1", must=True))) == [(None, self.NOT_FLAT)]
        assert told(policy(part), required("one", asked("A-1"))) == [(None, self.NOT_FLAT)]
        assert told(policy(part, flat=True), required("one", asked("A-1", must=True))) == []

    @pytest.mark.parametrize("part", [MustAndSome(HALF), AtLeast(MustAndSome(HALF), HALF)])
    @pytest.mark.parametrize("flat", [False, True])
    def test_the_checkpoints_of_a_requirement_can(self, part: Part, flat: bool) -> None:
        own = policy(Mean(), part, flat=flat)
        assert told(own, required("one", asked("A-1", must=True)), required("two", asked("B-1"))) == []
        assert told(own, required("one", asked("A-1")), required("two", asked("B-1"))) == [
            (None, self.SENTENCE.replace("vca", "own"))
        ]

    def test_where_nothing_is_told_apart_nothing_must_be(self) -> None:
        assert told(policy(Mean()), required("one", asked("A-1"))) == []


class TestScales:
    def test_an_answer_on_another_scale_is_told(self) -> None:
        found = told(POLICIES["iso-33020"], on_levels(1, 2, 3, 4, 5, scale="yes-no"))
        assert found == [
            (
                f"A-{at}",
                "iso-33020 is for answers on the scale n-p-l-f, percentage; this one is on yes-no",
            )
            for at in range(5)
        ]

    @pytest.mark.parametrize("scale", ["n-p-l-f", "percentage"])
    def test_an_answer_on_one_of_its_scales_fits(self, scale: str) -> None:
        assert told(POLICIES["iso-33020"], on_levels(1, 2, 3, 4, 5, scale=scale)) == []

    def test_where_nobody_is_asked_there_is_no_scale_to_be_wrong(self) -> None:
        assert told(policy(Mean(), scales=("samm",)), required("one", asked("A-1", scale=None))) == []

    def test_what_has_no_part_in_a_score_may_be_on_any(self) -> None:
        sign = asked("A-1", scale="yes-no", scored=False)
        assert told(policy(Mean(), scales=("samm",)), required("one", sign)) == []

    def test_a_policy_that_names_none_is_for_all(self) -> None:
        assert told(policy(Mean()), required("one", asked("A-1", scale="yes-no"))) == []


class TestFits:
    """What a policy can score has no misfit."""

    @pytest.mark.parametrize(
        "name",
        [
            "weighted-mean", "mean-of-means", "xccdf-default", "xccdf-flat", "xccdf-flat-unweighted",
            "xccdf-absolute", "sprs", "ensia", "openssf-badge",
        ],
    )  # fmt: skip
    def test_any_checklist(self, name: str) -> None:
        areas = required("one", asked("A-1", scale="yes-no")), required("two", weight=0), required("three")
        assert told(POLICIES[name], *areas) == []
        assert told(POLICIES[name]) == []

    @pytest.mark.parametrize(
        ("name", "scale", "top"),
        [("c2m2", "n-p-l-f", 3), ("iso-33020", "percentage", 5), ("iso-9004", "yes-no", 5)],
    )
    def test_checkpoints_on_every_level(self, name: str, scale: str, top: int) -> None:
        assert told(POLICIES[name], on_levels(*range(1, top + 1), scale=scale)) == []

    def test_practices_in_functions(self) -> None:
        practice = evolve(on_levels(1, 1, 2, 2, 3, 3, scale="samm"), group="governance")
        assert told(POLICIES["samm"], practice) == []

    def test_areas_with_their_points(self) -> None:
        weights = {"organisation": (10, 20, 20, 10, 10), "result": (10, 5, 10, 5)}
        areas = [
            required(f"{group}-{at}", weight=weight, group=group)
            for group, listed in weights.items()
            for at, weight in enumerate(listed)
        ]
        assert told(POLICIES["golden-ear-2012"], *areas) == []
        assert told(POLICIES["golden-ear-stars"], *areas) == []

    def test_everything_that_does_not_fit_is_told_at_once(self) -> None:
        own = policy(ByGroup(Mean(), Lowest()), Levels(2), weights=100, scales=("samm",))
        found = told(own, on_levels(1, None, 2, scale="yes-no"))
        assert sorted(at or "" for at, _ in found) == ["", "A-0", "A-1", "A-1", "A-2", "one"]

    def test_a_misfit_is_a_value(self) -> None:
        assert Misfit("A-1", "no") == Misfit("A-1", "no") != Misfit(None, "no")


class TestInAChecklist:
    """A checklist that its policy cannot score is invalid: it is told where that stands."""

    NORM: Final = {"id": "norm", "version": "1", "title": "Norm", "source": {"title": "A text"}}

    @staticmethod
    def question(id: str, **rest: Any) -> Data:
        return {"id": id, "title": id, "role": "requirement", "ask": f"{id}?", **rest}

    def mistakes(self, *requirements: Data, **rest: Any) -> list[str]:
        with pytest.raises(InvalidChecklist) as told:
            checklist_from_data({**self.NORM, "requirements": list(requirements), **rest})
        return [f"{one.place.path}: {one.message}" for one in told.value.mistakes]

    def test_what_is_of_a_checkpoint_stands_at_the_checkpoint(self) -> None:
        checkpoints = [
            self.question("A-1", level=1, scale="n-p-l-f"),
            self.question("A-2", scale="n-p-l-f"),
            self.question("A-3", level=2),
            self.question("A-4", level=4, scale="n-p-l-f"),
            self.question("A-5", level=3, scale="n-p-l-f"),
        ]
        at = "$.requirements[0].checkpoints"
        requirement = {"id": "one", "title": "One", "checkpoints": checkpoints}
        assert sorted(self.mistakes(requirement, scoring="c2m2")) == [
            f"{at}[1]: c2m2 counts by level; say on which 'level' this checkpoint is",
            f"{at}[2]: c2m2 is for answers on the scale n-p-l-f; this one is on yes-no",
            f"{at}[3]: the highest level of c2m2 is 3; this checkpoint is on 4",
        ]

    def test_a_level_of_nothing_stands_at_the_requirement(self) -> None:
        first, third = (self.question(f"A-{at}", level=at, scale="n-p-l-f") for at in (1, 3))
        found = self.mistakes(
            {"id": "none", "title": "None"},
            {"id": "one", "title": "One", "checkpoints": [first, third]},
            scoring="c2m2",
        )
        assert found == [
            "$.requirements[1]: no checkpoint is on level 2, so that it is reached by doing nothing"
        ]

    def test_a_gate_without_a_maximum_stands_at_the_requirement(self) -> None:
        gate = {"checkpoint": "A-1", "caps": 0.5}
        gated = {"id": "one", "title": "One", "gate": gate, "checkpoints": [self.question("A-1")]}
        assert self.mistakes(gated, scoring="xccdf-flat") == [
            "$.requirements[0]: a gate caps at a share of the score; "
            "xccdf-flat has no maximum to take a share of"
        ]

    def test_what_is_of_a_requirement_stands_at_the_requirement(self) -> None:
        found = self.mistakes(
            {"id": "one", "title": "One", "group": "governance"},
            {"id": "two", "title": "Two"},
            scoring="samm",
        )
        assert found == [
            "$.requirements[1]: samm counts by group; say to which 'group' this requirement belongs"
        ]

    def test_what_is_of_the_whole_stands_at_its_policy(self) -> None:
        requirement = {"id": "one", "title": "One", "weight": 20, "group": "organisation"}
        assert [one.partition(":")[0] for one in self.mistakes(requirement, scoring="golden-ear-2012")] == [
            "$.scoring"
        ] * 5
        assert self.mistakes(
            {"id": "one", "title": "One", "checkpoints": [self.question("A-1")]}, scoring="vca"
        ) == ["$.scoring: vca tells what must be apart; mark these checkpoints with 'must: true'"]

    def test_a_policy_in_place_is_held_against_it_too(self) -> None:
        own = {
            "id": "own", "title": "Own", "source": "The board", "hides": "Much", "weights": 100,
            "requirement": {"part": "mean"}, "checklist": {"part": "mean"},
        }  # fmt: skip
        assert self.mistakes({"id": "one", "title": "One"}, scoring=own) == [
            "$.scoring: by own the weights of requirements sum to 100; here to 1"
        ]

    def test_in_yaml_it_has_its_line(self) -> None:
        text = (
            "id: norm\nversion: 1\ntitle: Norm\nsource: {title: A text}\nscoring: vca\nrequirements:\n"
            "  - id: one\n    title: One\n    checkpoints:\n"
            "      - {id: A-1, title: A, role: requirement, ask: A?}\n"
        )
        with pytest.raises(InvalidChecklist, match=r"^norm\.yaml:5:10: vca tells what must be apart"):
            read_checklist(read_text(text, "norm.yaml"))

    def test_what_could_not_be_read_fits_nowhere_and_is_told_alone(self) -> None:
        requirement = {"id": "one", "title": "One", "weight": "many"}
        assert self.mistakes(requirement, scoring="golden-ear-2012") == [
            "$.requirements[0].weight: expected a whole number, found 'many'"
        ]

    def test_what_fits_is_read(self) -> None:
        checkpoints = [self.question(f"A-{level}", level=level, scale="samm") for level in (1, 2, 3)]
        requirement = {"id": "one", "title": "One", "group": "governance", "checkpoints": checkpoints}
        read = checklist_from_data({**self.NORM, "scoring": "samm", "requirements": [requirement]})
        assert read.policy is POLICIES["samm"]
