"""Scores of requirements and checklists: proven, claimed and possible, and the policy's own figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

import pytest
from attrs import evolve

from kamassess.checklist.outline import ChecklistOutline, is_scored
from kamassess.checklist.requirement import Checkpoint
from kamassess.engine.verdict import Possible
from kamassess.errors import InvalidChecklist
from kamassess.model.terms import FindingKind, Outcome, Role
from kamassess.scoring.evaluating import by_checkpoint, evaluate
from kamassess.scoring.score import Score
from tests.scoring.small import (
    ANY,
    AT_MOST_PARTLY,
    DIPPING,
    EITHER,
    HALF,
    NO,
    NO_OR_NONE,
    NONE,
    PARTLY,
    PARTLY_OR_NONE,
    YES,
    YES_OR_NONE,
    Data,
    Remaining,
    Seen,
    checkpoint,
    completions,
    graded,
    norm,
    numbers,
    policy,
    requirement,
    scored,
    undescribed,
    verdicts,
)

ONE = norm(requirement("one", checkpoint("a"), checkpoint("b", weight=3)))


class TestAScore:
    """'A checkpoint's value is the mean over its applicable foci, then weighted.'"""

    def test_is_the_weighted_mean_of_its_checkpoints(self) -> None:
        score = scored(ONE, {"a": YES, "b": NO})["one"]
        assert numbers(score) == (Fraction(1, 4),) * 3
        assert (score.policy, score.scale, score.maximum, score.rung) == ("weighted-mean", "share", 1, None)

    def test_counts_the_foci_of_a_checkpoint_as_one(self) -> None:
        score = scored(ONE, {"a": [YES, NO, NO, NO], "b": YES})["one"]
        assert score.claimed == Fraction(13, 16)

    def test_leaves_out_what_does_not_apply(self) -> None:
        assert numbers(scored(ONE, {"a": [YES, NONE], "b": NONE})["one"]) == (Fraction(1),) * 3

    def test_counts_a_graded_answer_for_its_share(self) -> None:
        assert scored(ONE, {"a": PARTLY, "b": NO})["one"].claimed == Fraction(1, 8)

    def test_is_null_where_nothing_applies(self) -> None:
        score = scored(ONE, {"a": NONE, "b": NONE})["one"]
        assert (numbers(score), score.may_be_empty) == ((None, None, None), True)

    def test_may_be_empty_where_nothing_may_apply(self) -> None:
        score = scored(ONE, {"a": YES_OR_NONE, "b": NONE})["one"]
        assert (numbers(score), score.may_be_empty) == ((Fraction(1),) * 3, True)

    def test_may_be_empty_where_nothing_may_apply_as_proven(self) -> None:
        score = scored(ONE, {"a": YES, "b": NONE}, {"a": ANY, "b": NONE})["one"]
        assert (numbers(score), score.may_be_empty) == ((0, 1, 1), True)

    def test_tells_the_two_readings_apart(self) -> None:
        score = scored(ONE, {"a": YES, "b": EITHER}, {"a": EITHER, "b": EITHER})["one"]
        assert numbers(score) == (Fraction(0), Fraction(1, 4), Fraction(1))

    def test_is_null_as_proven_where_it_is_null_as_claimed(self) -> None:
        score = scored(ONE, {"a": NONE, "b": NONE}, {"a": ANY, "b": NONE})["one"]
        assert (numbers(score), score.may_be_empty) == ((None, None, None), True)

    def test_counts_what_is_claimed_not_to_apply_where_that_is_not_proven(self) -> None:
        assert numbers(scored(ONE, {"a": NONE, "b": YES}, {"a": ANY})["one"]) == (Fraction(3, 4), 1, 1)

    def test_of_a_checklist_is_the_weighted_mean_of_its_requirements(self) -> None:
        two = norm(requirement("one", checkpoint("a")), requirement("two", checkpoint("b"), weight=2))
        assert scored(two, {"a": YES, "b": NO})[None].claimed == Fraction(1, 3)

    def test_of_a_requirement_without_weight_is_told_and_does_not_count(self) -> None:
        two = norm(requirement("one", checkpoint("a")), requirement("two", checkpoint("b"), weight=0))
        found = scored(two, {"a": YES, "b": NO})
        assert (found["two"].claimed, found[None].claimed) == (0, 1)

    def test_of_a_checkpoint_without_weight_does_not_count(self) -> None:
        light = norm(requirement("one", checkpoint("a"), checkpoint("b", weight=0)))
        assert scored(light, {"a": YES, "b": NO})["one"].claimed == 1

    def test_of_a_requirement_without_checkpoints_is_null(self) -> None:
        found = scored(norm(requirement("one", checkpoint("a")), requirement("none")), {"a": YES})
        assert (found["none"].claimed, found[None].claimed) == (None, 1)

    def test_of_a_checklist_without_verdicts_is_null(self) -> None:
        assert numbers(scored(ONE, {})[None]) == (None, None, None)

    def test_of_two_checklists_is_told_of_each(self) -> None:
        found = evaluate([ONE, evolve(ONE, id="m")], [])
        assert [(one.checklist, one.requirement) for one in found] == [
            ("n", None), ("n", "one"), ("m", None), ("m", "one"),
        ]  # fmt: skip

    def test_of_two_checklists_is_each_of_its_own_verdicts(self) -> None:
        found = evaluate(
            [ONE, evolve(ONE, id="m")], (*verdicts({"a": YES}), *verdicts({"a": NO}, checklist="m"))
        )
        assert [one.claimed for one in found] == [1, 1, 0, 0]

    def test_that_is_saved_alike_is_the_same(self) -> None:
        score = scored(ONE, {"a": YES, "b": NO})["one"]
        assert score == evolve(score, claimed=Fraction(0.25))
        assert evolve(score, claimed=Fraction(1, 3)) == evolve(score, claimed=Fraction(1 / 3))
        assert score != evolve(score, claimed=None)


class TestNodesThatAreNotDescribed:
    """'An undescribed kind is undetermined': there may be any number of them."""

    def left_open(self, *named: Possible, scoring: str | Data = "weighted-mean") -> Score:
        one = norm(requirement("one", checkpoint("a")), scoring=scoring)
        return evaluate([one], (*verdicts({"a": list(named)}), undescribed("a")))[1]

    @pytest.mark.parametrize("named", [(), (YES,), (NO, YES), (NONE,)])
    def test_leave_their_checkpoint_anything_from_0_to_1(self, named: tuple[Possible, ...]) -> None:
        assert numbers(self.left_open(*named)) == (0, 0, 1)

    @pytest.mark.parametrize(
        ("named", "empty"), [((), True), ((NONE,), True), ((YES_OR_NONE,), True), ((YES,), False)]
    )
    def test_may_not_be_there(self, named: tuple[Possible, ...], empty: bool) -> None:
        assert self.left_open(*named).may_be_empty is empty

    @pytest.mark.parametrize(
        ("named", "possible", "empty"), [((), 1, True), ((YES,), 1, False), ((PARTLY, YES), HALF, False)]
    )
    def test_cannot_raise_the_lowest_of_those_that_are_there(
        self, named: tuple[Possible, ...], possible: Fraction, empty: bool
    ) -> None:
        score = self.left_open(*named, scoring=policy(checkpoint="lowest"))
        assert (numbers(score), score.may_be_empty) == ((0, 0, possible), empty)

    @pytest.mark.parametrize(("named", "own"), [((), None), ((YES,), 1), ((YES, NO), HALF)])
    def test_are_left_out_of_a_figure_that_leaves_out_what_is_not_determined(
        self, named: tuple[Possible, ...], own: Fraction | None
    ) -> None:
        assert self.left_open(*named, scoring=policy(unanswered="left-out")).published == own

    @pytest.mark.parametrize("foci", ["mean", "lowest"])
    @pytest.mark.parametrize("without", ["left-out", "full"])
    def test_fall_short_in_a_figure_in_which_what_is_not_determined_does(
        self, foci: str, without: str
    ) -> None:
        """A part that nobody described is no way to a better figure."""
        scoring = policy(unanswered="zero", without=without, checkpoint=foci)
        assert self.left_open(scoring=scoring).published == 0

    def test_lower_the_lowest_in_such_a_figure(self) -> None:
        scoring = policy(unanswered="zero", checkpoint="lowest")
        assert self.left_open(YES, scoring=scoring).published == 0

    def test_count_beside_what_is_described_in_such_a_figure(self) -> None:
        two = norm(requirement("one", checkpoint("a"), checkpoint("b", weight=3)), scoring=policy())
        found = evaluate([two], (*verdicts({"b": YES}), undescribed("a")))[0]
        assert found.published == Fraction(3, 4)

    @pytest.mark.parametrize(("unanswered", "own"), [("zero", Fraction(1, 4)), ("left-out", 1)])
    def test_cap_such_a_figure_where_their_checkpoint_is_a_gate(self, unanswered: str, own: Fraction) -> None:
        gated = norm(
            requirement("one", checkpoint("a"), gate={"checkpoint": "b", "caps": 0.25}),
            requirement("two", checkpoint("b", weight=0)),
            scoring=policy(unanswered=unanswered),
        )
        assert evaluate([gated], (*verdicts({"a": YES}), undescribed("b")))[0].published == own


class TestGates:
    """'A gate caps when its checkpoint fails; not applicable does not cap'; where that is not known, either may be."""

    GATED = norm(
        requirement("one", checkpoint("a"), gate={"checkpoint": "b", "caps": 0.25}),
        requirement("two", checkpoint("b", weight=0)),
    )

    @pytest.mark.parametrize(
        ("gate", "claimed", "possible"),
        [
            ([YES], "1", "1"),
            ([NO], "1/4", "1/4"),
            ([YES, NO], "1/4", "1/4"),
            ([EITHER], "1/4", "1"),
            ([ANY, YES], "1/4", "1"),
            ([NO_OR_NONE], "1/4", "1"),
            ([EITHER, NO], "1/4", "1/4"),
            ([YES_OR_NONE], "1", "1"),
            ([NONE], "1", "1"),
            ([], "1", "1"),
        ],
    )
    def test_cap_the_checklist(self, gate: list[Possible], claimed: str, possible: str) -> None:
        score = scored(self.GATED, {"a": YES, "b": gate})[None]
        assert (score.claimed, score.possible) == (Fraction(claimed), Fraction(possible))

    def test_cap_by_what_each_reading_knows(self) -> None:
        score = scored(self.GATED, {"a": YES, "b": YES}, {"b": EITHER})[None]
        assert numbers(score) == (Fraction(1, 4), 1, 1)

    def test_do_not_cap_the_requirement_that_has_them(self) -> None:
        assert scored(self.GATED, {"a": YES, "b": NO})["one"].claimed == 1

    def test_cap_nothing_where_there_is_no_score(self) -> None:
        assert scored(self.GATED, {"b": NO})[None].claimed is None

    def test_cap_the_lowest_of_several(self) -> None:
        both = norm(
            requirement("one", checkpoint("a"), gate={"checkpoint": "b", "caps": 0.5}),
            requirement("two", checkpoint("b", weight=0), gate={"checkpoint": "c", "caps": 0.25}),
            requirement("three", checkpoint("c", weight=0)),
        )
        assert scored(both, {"a": YES, "b": NO, "c": NO})[None].claimed == Fraction(1, 4)
        assert numbers(scored(both, {"a": YES, "b": NO, "c": EITHER})[None]) == (Fraction(1, 4),) * 2 + (
            HALF,
        )

    @pytest.mark.parametrize(
        ("stage", "claimed"),
        [
            ({"part": "mean", "times": 100}, 25),
            ({"part": "sum", "scale": "points", "maximum": 8}, 2),
            ({"part": "deduction", "start": 12, "scale": "points"}, 3),
        ],
    )
    def test_cap_at_a_share_of_the_whole_scale(self, stage: Data, claimed: int) -> None:
        """'The highest score that is then possible, as a share of the policy's scale.'"""
        gated = norm(
            requirement("one", checkpoint("a"), weight=8, gate={"checkpoint": "b", "caps": 0.25}),
            requirement("two", checkpoint("b", weight=0)),
            scoring=policy(stage),
        )
        assert scored(gated, {"a": YES, "b": NO})[None].claimed == claimed

    @pytest.mark.parametrize(
        "scoring",
        ["xccdf-flat", "xccdf-flat-unweighted", policy({"part": "sum", "scale": "points"}, flat=True)],
        ids=["weighted", "unweighted", "own"],
    )
    def test_are_refused_where_points_have_no_maximum_to_take_a_share_of(self, scoring: str | Data) -> None:
        gated = requirement("one", checkpoint("a"), gate={"checkpoint": "a", "caps": 0.25})
        with pytest.raises(InvalidChecklist, match="has no maximum to take a share of"):
            norm(gated, requirement("two", checkpoint("b")), scoring=scoring)

    def test_are_each_refused_at_the_requirement_that_has_it(self) -> None:
        gate = {"checkpoint": "a", "caps": 0.25}
        requirements = (
            requirement("one", checkpoint("a"), gate=gate),
            requirement("two", checkpoint("b")),
            requirement("three", checkpoint("c"), gate=gate),
        )
        with pytest.raises(InvalidChecklist) as refused:
            norm(*requirements, scoring="xccdf-flat")
        assert [one.place.path for one in refused.value.mistakes] == [
            "$.requirements[0]",
            "$.requirements[2]",
        ]

    def test_are_read_where_points_have_one(self) -> None:
        gated = norm(
            requirement("one", checkpoint("a"), weight=8, gate={"checkpoint": "a", "caps": 0.25}),
            scoring=policy({"part": "sum", "scale": "points", "maximum": 8}),
        )
        assert scored(gated, {"a": YES})[None].claimed == 8

    @pytest.mark.parametrize(("unanswered", "own"), [("zero", Fraction(1, 4)), ("left-out", 1)])
    def test_cap_a_policys_own_figure_by_its_own_way_with_the_unanswered(
        self, unanswered: str, own: Fraction
    ) -> None:
        gated = norm(
            requirement("one", checkpoint("a"), gate={"checkpoint": "b", "caps": 0.25}),
            requirement("two", checkpoint("b", weight=0)),
            scoring=policy(unanswered=unanswered),
        )
        assert scored(gated, {"a": YES, "b": EITHER})[None].published == own


class TestGatesThatMayFail:
    """Whoever fails a gate may be worth more to the score than who does not: the bounds are of what follows, either way."""

    def gated(
        self, *further: Data, scale: str = "yes-partly-no", caps: float = 0.1, **rest: object
    ) -> ChecklistOutline:
        return norm(
            requirement("one", checkpoint("a"), gate={"checkpoint": "b", "caps": caps}),
            requirement("two", checkpoint("b", scale=scale, **rest), *further),
        )

    def test_do_not_lend_their_value_to_a_score_that_they_cap(self) -> None:
        """Where it applies it is worth half and caps; where it does not, the other counts alone."""
        score = scored(self.gated(), {"a": NO, "b": PARTLY_OR_NONE})[None]
        assert numbers(score) == (0, 0, Fraction(1, 10))

    @pytest.mark.parametrize(
        ("a", "b", "claimed", "possible"),
        [
            (NO, PARTLY, "1/10", "1/10"),
            (NO, AT_MOST_PARTLY, "0", "1/10"),
            (NO, EITHER, "0", "1/2"),
            (NO, ANY, "0", "1/2"),
            (YES, PARTLY_OR_NONE, "1/10", "1"),
            (YES, EITHER, "1/10", "1"),
            (YES, YES_OR_NONE, "1", "1"),
        ],
    )
    def test_cap_where_they_fail_and_count_where_they_do_not(
        self, a: Possible, b: Possible, claimed: str, possible: str
    ) -> None:
        score = scored(self.gated(), {"a": a, "b": b})[None]
        assert (score.claimed, score.possible) == (Fraction(claimed), Fraction(possible))

    def test_leave_the_score_of_their_requirement_as_it_is(self) -> None:
        found = scored(self.gated(), {"a": NO, "b": EITHER})
        assert numbers(found["two"]) == (0, 0, 1)

    def test_may_be_empty_where_nothing_else_counts(self) -> None:
        score = scored(self.gated(), {"a": NONE, "b": PARTLY_OR_NONE})[None]
        assert (numbers(score), score.may_be_empty) == ((Fraction(1, 10),) * 3, True)

    @pytest.mark.parametrize(
        ("b", "possible"),
        [
            ([PARTLY_OR_NONE, PARTLY_OR_NONE], "1/10"),
            ([PARTLY_OR_NONE, NONE], "1/10"),
            ([PARTLY_OR_NONE, YES], "1/2"),
            ([PARTLY_OR_NONE, EITHER], "1/2"),
            ([NO, EITHER], "1/10"),
        ],
    )
    def test_fail_where_one_of_several_foci_does(self, b: list[Possible], possible: str) -> None:
        assert scored(self.gated(), {"a": NO, "b": b})[None].possible == Fraction(possible)

    @pytest.mark.parametrize(("b", "claimed"), [(EITHER, "1/10"), (NO_OR_NONE, "1/10"), (YES_OR_NONE, "1")])
    def test_cap_or_do_not_where_they_are_advice_that_counts_for_nothing(
        self, b: Possible, claimed: str
    ) -> None:
        outline = self.gated(checkpoint("c"), role="advice")
        score = scored(outline, {"a": YES, "b": b, "c": YES})[None]
        assert (score.claimed, score.possible) == (Fraction(claimed), 1)

    @pytest.mark.parametrize(
        ("scale", "possible"),
        [("yes-no", "1/2"), ("n-p-l-f", "1/2"), ("level-0-5", "1/2"), ("percentage", "1/2")],
    )
    def test_of_any_scale_may_conform_or_not(self, scale: str, possible: str) -> None:
        score = scored(self.gated(scale=scale), {"a": NO, "b": EITHER})[None]
        assert numbers(score) == (0, 0, Fraction(possible))

    @pytest.mark.parametrize(
        ("high", "possible"), [(Fraction(2, 5), Fraction(1, 10)), (Fraction(4, 5), Fraction(2, 5))]
    )
    def test_of_levels_may_conform_as_far_as_the_answer_does(
        self, high: Fraction, possible: Fraction
    ) -> None:
        """The answer is known, and whether what must hold beside it does is not."""
        outcomes = (
            (Outcome.CONFORMITY, Outcome.NONCONFORMITY) if high > Fraction(3, 5) else (Outcome.NONCONFORMITY,)
        )
        known = Possible(outcomes, (Fraction(0), high))
        score = scored(self.gated(scale="level-0-5"), {"a": NO, "b": known})[None]
        assert numbers(score) == (0, 0, possible)

    def test_are_bounded_in_each_reading(self) -> None:
        score = scored(self.gated(), {"a": NO, "b": NONE}, {"b": PARTLY_OR_NONE})[None]
        assert numbers(score) == (0, 0, 0)
        score = scored(self.gated(), {"a": NO, "b": PARTLY_OR_NONE}, {"b": ANY})[None]
        assert numbers(score) == (0, 0, Fraction(1, 10))

    @pytest.mark.parametrize(
        ("a", "named", "expected"),
        [
            (YES, (), ("1/10", "1")),
            (NO, (), ("0", "1/2")),
            (YES, (YES,), ("1/10", "1")),
            (YES, (NO,), ("1/10", "1/10")),
            (NO, (PARTLY_OR_NONE,), ("0", "1/2")),
        ],
    )
    def test_of_which_nobody_described_the_foci_may_have_any_that_fails_or_none(
        self, a: Possible, named: tuple[Possible, ...], expected: tuple[str, str]
    ) -> None:
        found = evaluate([self.gated()], (*verdicts({"a": a, "b": list(named)}), undescribed("b")))[0]
        assert (found.claimed, found.possible) == tuple(map(Fraction, expected))


def turnings(outline: ChecklistOutline, found: tuple[Seen, ...]) -> Iterator[tuple[Seen, ...]]:
    """Every way in which verdicts can turn out."""
    outlines = {one.id: one for it in outline.requirements for one in it.checkpoints}
    ways = (tuple(completions(one.claimed, outlines[one.checkpoint])) for one in found)
    for known in product(*ways):
        yield tuple(evolve(one, claimed=it, proven=it) for one, it in zip(found, known, strict=True))


class TestEveryCompletion:
    """'Under each reading the interval contains the score of every completion of what is unknown', and is exact."""

    FORMULAS: Mapping[str, Data] = {
        "mean": policy(),
        "lowest": policy("lowest", "lowest"),
        "lowest focus": policy(checkpoint="lowest"),
        "all of each": policy("mean", "all"),
        "at least half": policy({"part": "at-least", "of": "mean", "share": "1/2"}, flat=True),
        "points": policy({"part": "sum", "scale": "points", "maximum": 4}, flat=True),
        "points taken off": policy({"part": "deduction", "start": 5, "scale": "points"}, flat=True),
        "full without": policy(without="full"),
        "conforming alone": policy(credit="conforms"),
        "dipping": policy(DIPPING),
        "dipping, of each, conforming alone": policy("mean", DIPPING, credit="conforms"),
    }
    GATES = (
        ({"checkpoint": "b", "caps": 0.1}, None),
        (None, {"checkpoint": "b", "caps": 0.5}),
        ({"checkpoint": "b", "caps": 0.5}, {"checkpoint": "c", "caps": 0.1}),
        ({"checkpoint": "a", "caps": 0}, {"checkpoint": "d", "caps": 0.25}),
    )
    REMAINING: tuple[Remaining, ...] = (
        {"a": NO, "b": PARTLY_OR_NONE, "c": NONE, "d": EITHER},
        {"a": NO_OR_NONE, "b": EITHER, "c": PARTLY_OR_NONE, "d": YES},
        {"a": EITHER, "b": ANY, "c": AT_MOST_PARTLY, "d": NO_OR_NONE},
        {"a": YES, "b": [PARTLY_OR_NONE, NO_OR_NONE], "c": ANY, "d": NO},
        {"a": ANY, "b": [EITHER, PARTLY_OR_NONE, YES_OR_NONE], "c": NONE, "d": EITHER},
        {"a": NONE, "b": [ANY, ANY], "c": NO, "d": NONE},
        {"a": YES_OR_NONE, "b": [PARTLY_OR_NONE, PARTLY_OR_NONE], "c": PARTLY, "d": ANY},
    )

    @pytest.mark.parametrize("gates", GATES, ids=["b", "b lighter", "b and c", "a and advice"])
    @pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
    def test_lies_within_the_ends_of_a_score_and_some_at_each(
        self, formula: Data, gates: tuple[Data | None, Data | None]
    ) -> None:
        first, second = ({"gate": one} if one else {} for one in gates)
        one = norm(
            requirement("one", checkpoint("a"), checkpoint("d", role="advice"), **first),
            requirement(
                "two",
                checkpoint("b", scale="yes-partly-no", weight=2),
                checkpoint("c", scale="yes-partly-no"),
                weight=3,
                **second,
            ),
            scoring=formula,
        )
        for remaining in self.REMAINING:
            found = verdicts(remaining)
            completed = [evaluate([one], known) for known in turnings(one, found)]
            for number, score in enumerate(evaluate([one], found)):
                values = [it[number].claimed for it in completed]
                known = [it for it in values if it is not None]
                ends = (min(known), max(known)) if known else (None, None)
                assert (score.claimed, score.possible) == ends, (remaining, score.requirement)
                assert score.may_be_empty is (None in values), (remaining, score.requirement)


class TestWhatCounts:
    """'A failing illustrative sign, advice or wish is an observation', and has no part in a score."""

    @pytest.mark.parametrize("role", list(Role))
    def test_follows_from_the_role(self, role: Role) -> None:
        expected = role in (Role.REQUIREMENT, Role.RULE, Role.DEFINITION)
        assert is_scored(Checkpoint("X", {}, role)) is expected

    def test_is_nothing_that_is_told_as_an_observation(self) -> None:
        one = Checkpoint("X", {}, Role.RULE, finding_kind=FindingKind.OBSERVATION)
        assert not is_scored(one)

    def test_leaves_signs_out_of_the_score(self) -> None:
        signs = [
            checkpoint("b", role="sign", shows=["a"]),
            checkpoint("c", role="closed-sign", shows=["a"]),
            checkpoint("d", role="advice"),
        ]
        found = scored(
            norm(requirement("one", checkpoint("a"), *signs)), {"a": YES, "b": NO, "c": NO, "d": NO}
        )
        assert found["one"].claimed == 1


class TestFlatPolicies:
    """'The checklist's score is of all its checkpoints, whichever requirement they are of.'"""

    TWO = norm(
        requirement("one", checkpoint("a"), checkpoint("b")),
        requirement("two", checkpoint("c", weight=2), weight=10),
        scoring=policy(flat=True),
    )

    def test_weigh_checkpoints_and_not_their_requirements(self) -> None:
        assert scored(self.TWO, {"a": YES, "b": NO, "c": YES})[None].claimed == Fraction(3, 4)

    def test_score_each_requirement_by_itself(self) -> None:
        found = scored(self.TWO, {"a": YES, "b": NO, "c": YES})
        assert (found["one"].claimed, found["two"].claimed) == (HALF, 1)

    def test_leave_out_what_does_not_apply(self) -> None:
        score = scored(self.TWO, {"a": YES, "b": EITHER, "c": NO_OR_NONE})[None]
        assert numbers(score) == (Fraction(1, 4), Fraction(1, 4), 1)

    def test_are_null_where_nothing_applies(self) -> None:
        assert numbers(scored(self.TWO, {"a": NONE, "c": NONE})[None]) == (None, None, None)


class TestPoints:
    """A sum is of points: out of a maximum, or of all the weight that there is."""

    AREAS = (
        requirement("one", checkpoint("a"), checkpoint("b"), weight=6),
        requirement("two", checkpoint("c"), weight=4),
    )

    def test_with_a_maximum_are_out_of_that(self) -> None:
        ten = norm(*self.AREAS, scoring=policy({"part": "sum", "scale": "points", "maximum": 10}, weights=10))
        score = scored(ten, {"a": YES, "b": EITHER, "c": NONE})[None]
        assert (numbers(score), score.scale) == ((3, 3, 6), "points")
        assert (score.published, score.maximum, score.out_of) == (3, 10, None)

    FLAT = norm(
        requirement("one", checkpoint("a"), checkpoint("b", weight=10)),
        requirement("two", checkpoint("c", weight=2)),
        scoring=policy(
            {"part": "sum", "scale": "points"},
            {"part": "sum", "scale": "points"},
            flat=True,
            unanswered="left-out",
        ),
    )

    @pytest.mark.parametrize(
        ("claimed", "maximum", "out_of"),
        [
            ({"a": YES, "b": YES, "c": NO}, 13, 13),
            ({"a": YES, "b": NONE, "c": NO}, 3, 3),
            ({"a": YES, "b": ANY, "c": NO}, 13, 3),
            ({"a": YES, "b": EITHER, "c": NO}, 13, 3),
            ({"a": YES}, 1, 1),
        ],
    )
    def test_without_one_are_out_of_the_weight_of_what_may_count(
        self, claimed: Remaining, maximum: int, out_of: int
    ) -> None:
        """The policy's own figure has its own maximum: it leaves out what is not answered."""
        score = scored(self.FLAT, claimed)[None]
        assert (score.maximum, score.out_of) == (maximum, out_of)

    def test_of_a_requirement_are_out_of_its_own_weight(self) -> None:
        found = scored(self.FLAT, {"a": YES, "b": YES, "c": NO})
        assert [(found[one].claimed, found[one].maximum) for one in ("one", "two")] == [(11, 11), (0, 2)]

    def test_without_weights_are_out_of_the_number_of_what_weighs_something(self) -> None:
        unweighted = norm(
            requirement("one", checkpoint("a"), checkpoint("b", weight=10), checkpoint("c", weight=0)),
            scoring=policy({"part": "sum", "weighted": False, "scale": "points"}, flat=True),
        )
        score = scored(unweighted, {"a": YES, "b": NO, "c": YES})[None]
        assert (score.claimed, score.maximum) == (1, 2)

    def test_can_be_taken_off(self) -> None:
        sprs = norm(requirement("one", checkpoint("a", weight=5), checkpoint("b", weight=3)), scoring="sprs")
        score = scored(sprs, {"a": NO, "b": EITHER})[None]
        assert (numbers(score), score.published, score.maximum) == ((102, 102, 105), 102, 110)


LADDER: Data = {
    "part": "ladder",
    "scale": "rung",
    "rungs": [{"title": {"nl": f"{n}", "en": f"{n}"}, "at_least": n} for n in (2, 5, 9)],
}


class TestRungs:
    THREE = norm(
        requirement("one", checkpoint("a"), weight=3),
        requirement("two", checkpoint("b"), weight=6),
        scoring=policy(LADDER),
    )

    @pytest.mark.parametrize(
        ("claimed", "rung"), [((NO, NO), 0), ((YES, NO), 1), ((NO, YES), 2), ((YES, YES), 3)]
    )
    def test_are_counted_as_claimed(self, claimed: tuple[Possible, Possible], rung: int) -> None:
        score = scored(self.THREE, dict(zip("ab", claimed, strict=True)))[None]
        assert (score.claimed, score.rung, score.maximum, score.scale) == (rung, rung, 3, "rung")

    def test_are_whole_at_both_ends(self) -> None:
        score = scored(self.THREE, {"a": YES, "b": EITHER}, {"a": EITHER})[None]
        assert (numbers(score), score.rung) == ((0, 1, 3), 1)

    def test_are_none_where_nothing_counts(self) -> None:
        assert scored(self.THREE, {"a": NONE})[None].rung is None

    def test_of_levels_are_reached_without_a_gap(self) -> None:
        """ISO 9004, criteria met {1, 2, 4}: level 2; {2, 3}: below 1."""
        levels = norm(
            requirement("one", *(checkpoint(f"l{n}", level=n) for n in range(1, 6))), scoring="iso-9004"
        )
        met = {"l1": YES, "l2": YES, "l3": NO, "l4": YES, "l5": NO}
        assert scored(levels, met)[None].rung == 2
        assert scored(levels, {**met, "l1": NO, "l3": YES})[None].rung == 0


class TestLevels:
    """The highest level that is reached without a gap, no higher than any that is asked for."""

    LEVELS = "iso-9004"

    def test_of_a_requirement_reach_no_further_than_its_own_checkpoints(self) -> None:
        two = norm(
            requirement("one", *(checkpoint(f"a{n}", level=n) for n in (1, 2))),
            requirement("two", *(checkpoint(f"b{n}", level=n) for n in (1, 2, 3))),
            scoring=self.LEVELS,
        )
        found = scored(two, {f"{one}{n}": YES for one in "ab" for n in (1, 2, 3)})
        assert [found[one].rung for one in ("one", "two", None)] == [2, 3, 2]

    def test_of_a_checklist_reach_no_further_than_its_requirements(self) -> None:
        stage = {"part": "levels", "top": 5, "scale": "rung"}
        two = norm(
            requirement("one", checkpoint("a"), level=2),
            requirement("two", checkpoint("b"), level=3),
            scoring=policy(stage),
        )
        assert scored(two, {"a": YES, "b": YES})[None].rung == 3
        assert scored(two, {"a": YES, "b": NO})[None].rung == 2

    def test_of_a_flat_policy_reach_no_further_than_all_its_checkpoints(self) -> None:
        stage = {"part": "levels", "top": 5, "scale": "rung"}
        two = norm(
            requirement("one", checkpoint("a", level=1)),
            requirement("two", checkpoint("b", level=2), checkpoint("c", level=3, role="advice")),
            scoring=policy(stage, flat=True),
        )
        assert scored(two, {"a": YES, "b": YES, "c": YES})[None].rung == 2

    def test_on_which_nothing_applies_are_no_gap(self) -> None:
        one = norm(
            requirement("one", *(checkpoint(f"a{n}", level=n) for n in (1, 2, 3))), scoring=self.LEVELS
        )
        assert scored(one, {"a1": YES, "a2": NONE, "a3": YES})[None].rung == 3


class TestGroups:
    def test_come_first_and_then_together(self) -> None:
        """Two of three requirements lie in one group, and count for half."""
        part = {"part": "by-group", "within": "mean", "over": "mean"}
        three = norm(
            *(
                requirement(f"of-{one}", checkpoint(one), group=group)
                for one, group in zip("abc", "xxy", strict=True)
            ),
            scoring=policy(part),
        )
        assert scored(three, {"a": NO, "b": NO, "c": YES})[None].claimed == HALF

    def test_of_a_flat_policy_are_those_of_the_requirements(self) -> None:
        part = {"part": "by-group", "within": "mean", "over": "lowest"}
        flat = norm(
            requirement("one", checkpoint("a"), checkpoint("b"), group="x"),
            requirement("two", checkpoint("c"), group="y"),
            scoring=policy(part, flat=True),
        )
        assert scored(flat, {"a": YES, "b": NO, "c": YES})[None].claimed == HALF


class TestCredit:
    """'For its share of 1', or 'for 1 where it conforms, else for 0'."""

    @pytest.mark.parametrize(
        ("credit", "possible", "expected"),
        [
            ("graded", PARTLY, "1/2"),
            ("conforms", PARTLY, "0"),
            ("graded", graded("67/100", Fraction(67, 100)), "67/100"),
            ("conforms", graded("67/100", Fraction(67, 100)), "1"),
        ],
    )
    def test_is_a_policys_choice(self, credit: str, possible: Possible, expected: str) -> None:
        one = norm(requirement("one", checkpoint("a")), scoring=policy(credit=credit))
        assert scored(one, {"a": possible})[None].claimed == Fraction(expected)


class TestWithout:
    """'What a policy does with what does not apply.'"""

    TWO = requirement("one", checkpoint("a"), checkpoint("b"))

    @pytest.mark.parametrize(
        ("without", "claimed", "possible", "own"), [("left-out", 0, 1, 0), ("full", HALF, 1, HALF)]
    )
    def test_it_is_left_out_or_counts_as_what_conforms(
        self, without: str, claimed: Fraction, possible: Fraction, own: Fraction
    ) -> None:
        score = scored(norm(self.TWO, scoring=policy(without=without)), {"a": EITHER, "b": NONE})[None]
        assert (score.claimed, score.possible, score.published) == (claimed, possible, own)

    def test_where_it_is_full_nothing_is_ever_empty(self) -> None:
        score = scored(norm(self.TWO, scoring=policy(without="full")), {"a": NONE, "b": NO_OR_NONE})[None]
        assert (numbers(score), score.may_be_empty) == ((HALF, HALF, 1), False)


class TestThePolicysOwnFigure:
    """'A policy's own way with the unanswered is a separate figure, so that published examples come out to the digit.'"""

    TWO = requirement("one", checkpoint("a"), checkpoint("b", weight=3))

    @pytest.mark.parametrize(("unanswered", "own"), [("zero", "1/4"), ("left-out", "1")])
    @pytest.mark.parametrize("open", [EITHER, ANY, YES_OR_NONE])
    def test_counts_the_unanswered_as_nothing_or_leaves_it_out(
        self, unanswered: str, own: str, open: Possible
    ) -> None:
        score = scored(norm(self.TWO, scoring=policy(unanswered=unanswered)), {"a": YES, "b": open})[None]
        assert score.published == Fraction(own)

    @pytest.mark.parametrize("unanswered", ["zero", "left-out"])
    def test_is_the_score_where_all_is_known(self, unanswered: str) -> None:
        score = scored(norm(self.TWO, scoring=policy(unanswered=unanswered)), {"a": YES, "b": PARTLY})[None]
        assert (score.published,) * 3 == numbers(score)

    def test_is_of_what_is_claimed(self) -> None:
        assert scored(norm(self.TWO), {"a": YES, "b": YES}, {"a": EITHER, "b": EITHER})[None].published == 1

    @pytest.mark.parametrize(
        ("empty", "claimed", "own"),
        [
            (None, {"a": NONE}, None),
            (0, {"a": NONE}, 0),
            (0, {}, 0),
            (0, {"a": YES}, 1),
        ],
    )
    def test_where_nothing_counts_is_what_the_policy_says(
        self, empty: int | None, claimed: Remaining, own: int | None
    ) -> None:
        scoring = policy() if empty is None else policy(empty=empty)
        found = scored(norm(self.TWO, scoring=scoring), claimed)
        assert (found[None].published, found["one"].published) == (own, own)


class TestPoliciesThatAreNotMonotone:
    """'A policy that is not monotone is bounded by enumeration within a stated limit, or refused with the reason.'"""

    def dipping(self, *checkpoints: Data, **rest: object) -> ChecklistOutline:
        return norm(requirement("one", *checkpoints), scoring=policy(DIPPING, **rest))

    @pytest.mark.parametrize(
        ("claimed", "expected"),
        [
            ({"a": YES, "b": YES}, ("1/4", "1/4")),
            ({"a": YES, "b": NO}, ("1", "1")),
            ({"a": NO, "b": NO}, ("0", "0")),
            ({"a": YES, "b": EITHER}, ("1/4", "1")),
            ({"a": EITHER, "b": NO}, ("0", "1")),
            ({"a": EITHER, "b": EITHER}, ("0", "1")),
            ({"a": YES, "b": YES_OR_NONE}, ("1/4", "1/4")),
            ({"a": YES, "b": NO_OR_NONE}, ("1/4", "1")),
        ],
    )
    def test_are_bounded_by_trying_all_that_may_turn_out(
        self, claimed: Remaining, expected: tuple[str, str]
    ) -> None:
        score = scored(self.dipping(checkpoint("a"), checkpoint("b")), claimed)[None]
        assert (score.claimed, score.possible) == tuple(map(Fraction, expected))
        assert score.refused is None

    def test_take_every_word_of_a_scale(self) -> None:
        """An answer in between is what gives most here."""
        one = self.dipping(checkpoint("a", scale="yes-partly-no"))
        assert numbers(scored(one, {"a": EITHER})[None]) == (0, 0, 1)

    def test_are_bounded_in_each_reading(self) -> None:
        score = scored(self.dipping(checkpoint("a"), checkpoint("b")), {"a": YES, "b": NO}, {"b": EITHER})[
            None
        ]
        assert numbers(score) == (Fraction(1, 4), 1, 1)

    def test_may_be_empty(self) -> None:
        two = self.dipping(checkpoint("a"), checkpoint("b"))
        maybe = scored(two, {"a": YES_OR_NONE, "b": NONE})
        assert (numbers(maybe[None]), maybe[None].may_be_empty) == ((Fraction(1, 4),) * 3, True)
        assert (numbers(maybe["one"]), maybe["one"].may_be_empty) == ((1, 1, 1), True)
        nothing = scored(two, {"a": NONE, "b": NONE})[None]
        assert (numbers(nothing), nothing.may_be_empty) == ((None, None, None), True)

    @pytest.mark.parametrize("rest", [{"weight": 0}, {"role": "advice"}])
    def test_are_capped_by_a_gate(self, rest: Data) -> None:
        """By one that counts for nothing in the score as well."""
        gated = norm(
            requirement("one", checkpoint("a"), gate={"checkpoint": "b", "caps": 0.125}),
            requirement("two", checkpoint("b", **rest)),
            scoring=policy(DIPPING),
        )
        assert numbers(scored(gated, {"a": YES, "b": EITHER})[None]) == (Fraction(1, 8),) * 2 + (
            Fraction(1, 4),
        )
        assert numbers(scored(gated, {"a": YES, "b": NO})[None]) == (Fraction(1, 8),) * 3
        assert numbers(scored(gated, {"a": YES, "b": NONE})[None]) == (Fraction(1, 4),) * 3

    @pytest.mark.parametrize("scale", ["yes-partly-no", "percentage"])
    def test_try_no_more_than_conforming_or_not_where_only_that_counts(self, scale: str) -> None:
        """What is worth half counts for nothing, so that the table never gives 1."""
        one = self.dipping(checkpoint("a", scale=scale), credit="conforms")
        assert numbers(scored(one, {"a": EITHER})[None]) == (0, 0, Fraction(1, 4))

    def test_try_a_number_that_is_known_beside_a_rule_that_is_not(self) -> None:
        """It counts, or counts for nothing; that it could have been another is not tried."""
        one = self.dipping(checkpoint("a", scale="percentage"))
        known = Possible((Outcome.NONCONFORMITY,), (Fraction(0), Fraction(4, 5)))
        score = scored(one, {"a": known})[None]
        assert (numbers(score), score.refused) == ((0, 0, Fraction(1, 4)), None)

    @pytest.mark.parametrize(
        ("scale", "remaining", "reason"),
        [
            ("yes-no", [EITHER] * 13, "the unknown can turn out in more than 4096 ways"),
            ("percentage", [EITHER], "a: the policy is not monotone, and this can be any number"),
        ],
    )
    def test_are_refused_with_the_reason(self, scale: str, remaining: list[Possible], reason: str) -> None:
        one = self.dipping(checkpoint("a", scale=scale))
        found = scored(one, {"a": remaining})
        for score in (found[None], found["one"]):
            assert (numbers(score), score.rung, score.may_be_empty) == ((None, None, None), None, False)
            assert score.refused is not None
            assert reason in score.refused

    def test_are_not_refused_within_the_limit(self) -> None:
        assert scored(self.dipping(checkpoint("a")), {"a": [EITHER] * 12})[None].refused is None

    def test_are_not_refused_for_a_percentage_that_is_known(self) -> None:
        one = self.dipping(checkpoint("a", scale="percentage"))
        assert numbers(scored(one, {"a": graded("3/10")})[None]) == (1, 1, 1)

    def test_are_refused_where_nodes_are_not_described(self) -> None:
        found = evaluate([self.dipping(checkpoint("a"))], [undescribed("a")])[0]
        assert found.refused == "a: nobody knows how many there are, and the policy is not monotone"

    def test_keep_their_own_figure_where_they_are_refused(self) -> None:
        score = scored(self.dipping(checkpoint("a"), checkpoint("b")), {"a": [EITHER] * 13, "b": YES})[None]
        assert score.refused is not None
        assert score.published == 1

    def test_that_only_go_up_are_monotone_and_never_refused(self) -> None:
        rising = policy({**DIPPING, "steps": DIPPING["steps"][:2]})
        score = scored(norm(requirement("one", checkpoint("a")), scoring=rising), {"a": [EITHER] * 13})[None]
        assert (numbers(score), score.refused) == ((0, 0, 1), None)


def test_verdicts_are_sorted_by_checklist_and_checkpoint() -> None:
    found = [*verdicts({"a": [YES, NO], "b": YES}), *verdicts({"a": NO}, checklist="m")]
    assert by_checkpoint(found) == {"n": {"a": found[:2], "b": found[2:3]}, "m": {"a": found[3:]}}


class TestManyGates:
    """Each that may fail or may not apply doubles what there is to look at; what is certain of them stays so."""

    @staticmethod
    def outline(gates: int) -> ChecklistOutline:
        return norm(
            *(
                requirement(f"r{n}", checkpoint(f"g{n}"), gate={"checkpoint": f"g{n}", "caps": 0.5})
                for n in range(gates)
            ),
            requirement("rest", checkpoint("a")),
        )

    @pytest.mark.parametrize("gates", [1, 3, 40])
    def test_that_certainly_apply_are_quickly_bounded(self, gates: int) -> None:
        score = scored(self.outline(gates), {**{f"g{n}": EITHER for n in range(gates)}, "a": YES})[None]
        assert (score.claimed, score.possible) == (Fraction(1, gates + 1), 1)

    def test_that_may_not_apply_are_looked_at_one_by_one_as_long_as_that_is_not_too_much(self) -> None:
        exact = scored(self.outline(2), {"g0": NO_OR_NONE, "g1": NO_OR_NONE, "a": YES})[None]
        assert (exact.claimed, exact.possible) == (Fraction(1, 3), 1)
        wide = scored(self.outline(40), {**{f"g{n}": NO_OR_NONE for n in range(40)}, "a": YES})[None]
        assert wide.claimed is not None
        assert wide.claimed <= Fraction(1, 41)
        assert wide.possible == 1
