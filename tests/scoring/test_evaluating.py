"""Scores of requirements and checklists: proven, claimed and possible."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from kamassess.checklist.compiling import Compiled, compile_checklists
from kamassess.checklist.reading import checklist_from_data
from kamassess.checklist.requirement import Checkpoint
from kamassess.engine.verdict import Possible, Verdict
from kamassess.model.terms import FindingKind, Outcome, Role
from kamassess.scoring.evaluating import Score, counts, evaluate

Data = dict[str, Any]

YES = Possible((Outcome.CONFORMITY,), (Fraction(1), Fraction(1)))
NO = Possible((Outcome.NONCONFORMITY,), (Fraction(0), Fraction(0)))
EITHER = Possible((Outcome.CONFORMITY, Outcome.NONCONFORMITY), (Fraction(0), Fraction(1)))
NONE = Possible((Outcome.NOT_APPLICABLE,), None)
YES_OR_NONE = Possible((Outcome.CONFORMITY, Outcome.NOT_APPLICABLE), (Fraction(1), Fraction(1)))
ANY = Possible(
    (Outcome.CONFORMITY, Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE), (Fraction(0), Fraction(1))
)


def checkpoint(id: str, **rest: Any) -> Data:
    return {"id": id, "role": "requirement", "title": id, "ask": "?", **rest}


def norm(*requirements: Data) -> Compiled:
    data = {
        "id": "n",
        "version": "1",
        "title": "N",
        "source": {"title": "None"},
        "requirements": requirements,
    }
    return compile_checklists([checklist_from_data(data)])


def requirement(id: str, *checkpoints: Data, **rest: Any) -> Data:
    return {"id": id, "title": id, "checkpoints": list(checkpoints), **rest}


def scored(
    compiled: Compiled, claimed: dict[str, list[Possible]], proven: dict[str, list[Possible]] | None = None
) -> dict[str | None, Score]:
    """The scores by requirement, of verdicts by checkpoint: one a focus."""
    by_id = {one.checkpoint.id: one for one in compiled.checkpoints}
    found = [
        Verdict(by_id[id], f"chain:{number}", one, (proven or claimed)[id][number])
        for id, listed in claimed.items()
        for number, one in enumerate(listed)
    ]
    return {one.requirement: one for one in evaluate(compiled.checklists, found)}


def numbers(score: Score) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    return score.proven, score.claimed, score.possible


ONE = norm(requirement("one", checkpoint("a"), checkpoint("b", weight=3)))


class TestAScore:
    """'A checkpoint's value is the mean over its applicable foci, then weighted.'"""

    def test_is_the_weighted_mean_of_its_checkpoints(self) -> None:
        score = scored(ONE, {"a": [YES], "b": [NO]})["one"]
        assert numbers(score) == (Fraction(1, 4),) * 3
        assert (score.policy, score.scale, score.maximum, score.rung) == ("weighted-mean", "share", 1, None)

    def test_counts_the_foci_of_a_checkpoint_as_one(self) -> None:
        score = scored(ONE, {"a": [YES, NO, NO, NO], "b": [YES]})["one"]
        assert score.claimed == Fraction(13, 16)

    def test_leaves_out_what_does_not_apply(self) -> None:
        assert numbers(scored(ONE, {"a": [YES, NONE], "b": [NONE]})["one"]) == (Fraction(1),) * 3

    def test_is_null_where_nothing_applies(self) -> None:
        score = scored(ONE, {"a": [NONE], "b": [NONE]})["one"]
        assert (numbers(score), score.may_be_empty) == ((None, None, None), True)

    def test_may_be_empty_where_nothing_may_apply(self) -> None:
        score = scored(ONE, {"a": [YES_OR_NONE], "b": [NONE]})["one"]
        assert (numbers(score), score.may_be_empty) == ((Fraction(1),) * 3, True)

    def test_tells_the_two_readings_apart(self) -> None:
        score = scored(ONE, {"a": [YES], "b": [EITHER]}, {"a": [EITHER], "b": [EITHER]})["one"]
        assert numbers(score) == (Fraction(0), Fraction(1, 4), Fraction(1))

    def test_is_null_as_proven_where_it_is_null_as_claimed(self) -> None:
        score = scored(ONE, {"a": [NONE], "b": [NONE]}, {"a": [ANY], "b": [NONE]})["one"]
        assert (numbers(score), score.may_be_empty) == ((None, None, None), True)

    def test_of_a_checklist_is_the_weighted_mean_of_its_requirements(self) -> None:
        two = norm(requirement("one", checkpoint("a")), requirement("two", checkpoint("b"), weight=2))
        assert scored(two, {"a": [YES], "b": [NO]})[None].claimed == Fraction(1, 3)

    def test_of_a_requirement_without_weight_is_told_and_does_not_count(self) -> None:
        two = norm(requirement("one", checkpoint("a")), requirement("two", checkpoint("b"), weight=0))
        found = scored(two, {"a": [YES], "b": [NO]})
        assert (found["two"].claimed, found[None].claimed) == (0, 1)

    def test_of_a_checkpoint_without_weight_does_not_count(self) -> None:
        light = norm(requirement("one", checkpoint("a"), checkpoint("b", weight=0)))
        assert scored(light, {"a": [YES], "b": [NO]})["one"].claimed == 1

    def test_of_a_requirement_without_checkpoints_is_null(self) -> None:
        found = scored(norm(requirement("one", checkpoint("a")), requirement("none")), {"a": [YES]})
        assert (found["none"].claimed, found[None].claimed) == (None, 1)

    def test_of_a_checklist_without_verdicts_is_null(self) -> None:
        assert numbers(scored(ONE, {})[None]) == (None, None, None)

    def test_of_two_checklists_is_told_of_each(self) -> None:
        first, second = ONE.checklists[0], evolve(ONE.checklists[0], id="m")
        assert [one.checklist for one in evaluate([first, second], [])] == ["n", "n", "m", "m"]

    def test_that_is_saved_alike_is_the_same(self) -> None:
        score = scored(ONE, {"a": [YES], "b": [NO]})["one"]
        assert score == evolve(score, claimed=Fraction(0.25))
        assert evolve(score, claimed=Fraction(1, 3)) == evolve(score, claimed=Fraction(1 / 3))
        assert score != evolve(score, claimed=None)


class TestNodesThatAreNotDescribed:
    """'An undescribed kind is undetermined': there may be any number of them."""

    def left_open(self, *named: Possible) -> Score:
        one = norm(requirement("one", checkpoint("a")))
        compiled = one.checkpoints[0]
        found = [Verdict(compiled, f"chain:{number}", it, it) for number, it in enumerate(named)]
        found.append(Verdict(compiled, "organisation", ANY, ANY, open=True))
        return evaluate(one.checklists, found)[1]

    @pytest.mark.parametrize("named", [(), (YES,), (NO, YES), (NONE,)])
    def test_leave_their_checkpoint_anything_from_0_to_1(self, named: tuple[Possible, ...]) -> None:
        assert numbers(self.left_open(*named)) == (0, 0, 1)

    @pytest.mark.parametrize(
        ("named", "empty"), [((), True), ((NONE,), True), ((YES_OR_NONE,), True), ((YES,), False)]
    )
    def test_may_not_be_there(self, named: tuple[Possible, ...], empty: bool) -> None:
        assert self.left_open(*named).may_be_empty is empty


class TestGates:
    """'A gate caps when its checkpoint fails; undetermined caps the low end only; not applicable does not cap.'"""

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
            ([NONE], "1", "1"),
            ([], "1", "1"),
        ],
    )
    def test_cap_the_checklist(self, gate: list[Possible], claimed: str, possible: str) -> None:
        score = scored(self.GATED, {"a": [YES], "b": gate})[None]
        assert (score.claimed, score.possible) == (Fraction(claimed), Fraction(possible))

    def test_cap_by_what_each_reading_knows(self) -> None:
        score = scored(self.GATED, {"a": [YES], "b": [YES]}, {"a": [YES], "b": [EITHER]})[None]
        assert numbers(score) == (Fraction(1, 4), 1, 1)

    def test_do_not_cap_the_requirement_that_has_them(self) -> None:
        assert scored(self.GATED, {"a": [YES], "b": [NO]})["one"].claimed == 1

    def test_cap_nothing_where_there_is_no_score(self) -> None:
        assert scored(self.GATED, {"b": [NO]})[None].claimed is None


class TestWhatCounts:
    """'A failing illustrative sign, advice or wish is an observation', and has no part in a score."""

    @pytest.mark.parametrize("role", list(Role))
    def test_follows_from_the_role(self, role: Role) -> None:
        assert counts(Checkpoint("X", {}, role)) is (role in (Role.REQUIREMENT, Role.RULE, Role.DEFINITION))

    def test_is_nothing_that_is_told_as_an_observation(self) -> None:
        one = Checkpoint("X", {}, Role.RULE, finding_kind=FindingKind.OBSERVATION)
        assert not counts(one)

    def test_leaves_signs_out_of_the_score(self) -> None:
        signs = [
            checkpoint("b", role="sign", shows=["a"]),
            checkpoint("c", role="closed-sign", shows=["a"]),
            checkpoint("d", role="advice"),
        ]
        found = scored(
            norm(requirement("one", checkpoint("a"), *signs)), {"a": [YES], "b": [NO], "c": [NO], "d": [NO]}
        )
        assert found["one"].claimed == 1
