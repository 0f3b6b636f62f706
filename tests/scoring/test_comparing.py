"""Is a score an artefact of its formula? The same verdicts by other policies, and by other weights."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kamassess.checklist.outline import ChecklistOutline
from kamassess.checklist.policy import ScoringPolicy
from kamassess.checklist.scoring import POLICIES
from kamassess.engine.verdict import Possible
from kamassess.scoring.comparing import Sensitivity, to_weights, under_policies
from kamassess.scoring.score import Score
from tests.scoring.small import (
    DIPPING,
    EITHER,
    HALF,
    NO,
    NONE,
    PARTLY,
    YES,
    Remaining,
    checkpoint,
    norm,
    numbers,
    policy,
    policy_of,
    requirement,
    scored,
    verdicts,
)

TWO = norm(
    requirement("one", checkpoint("a"), checkpoint("b")),
    requirement("two", checkpoint("c"), weight=3),
)


class TestUnderPolicies:
    def compared(
        self, outline: ChecklistOutline, claimed: Remaining, *others: ScoringPolicy
    ) -> dict[str, Score]:
        found = under_policies(outline, verdicts(claimed), {one.id: one for one in others})
        return {one.policy: one for one in found}

    LOWEST = policy_of(policy("lowest", "lowest"))

    def test_the_same_verdicts_are_scored_by_each(self) -> None:
        found = self.compared(TWO, {"a": YES, "b": PARTLY, "c": EITHER}, self.LOWEST)
        assert list(found) == ["weighted-mean", "own"]
        assert numbers(found["weighted-mean"]) == (Fraction(3, 16),) * 2 + (Fraction(15, 16),)
        assert numbers(found["own"]) == (0, 0, HALF)

    def test_a_checklists_own_policy_comes_first_as_it_scores_itself(self) -> None:
        outline = norm(requirement("one", checkpoint("a"), checkpoint("b")), scoring="xccdf-flat")
        found = under_policies(outline, verdicts({"a": YES, "b": NO}), POLICIES)
        assert found[0] == scored(outline, {"a": YES, "b": NO})[None]

    def test_it_is_told_once_and_as_the_checklist_has_it(self) -> None:
        """A policy in place may have the name of one that comes with kamassess."""
        own = norm(requirement("one", checkpoint("a")), scoring=policy("lowest", id="weighted-mean"))
        found = under_policies(own, verdicts({"a": YES}), POLICIES)
        assert [one.policy for one in found].count("weighted-mean") == 1

    def test_each_is_of_the_checklist_as_a_whole(self) -> None:
        found = under_policies(TWO, verdicts({"a": YES}), POLICIES)
        assert {one.requirement for one in found} == {None}

    @pytest.mark.parametrize(
        ("needs", "name"),
        [
            ("levels", "iso-9004"),
            ("levels of requirements", "cmmi-staged"),
            ("groups", "samm"),
            ("weights that sum to 1000", "efqm-2020"),
            ("what must be told apart", "vca"),
        ],
    )
    def test_a_policy_that_needs_what_a_checklist_does_not_have_is_left_out(
        self, needs: str, name: str
    ) -> None:
        assert name in POLICIES
        assert name not in {one.policy for one in under_policies(TWO, verdicts({"a": YES}), POLICIES)}

    def test_a_policy_for_other_answers_is_left_out(self) -> None:
        percentages = policy_of(policy(scales=["percentage"]))
        assert list(self.compared(TWO, {"a": YES}, percentages)) == ["weighted-mean"]

    def test_a_policy_that_fits_is_not(self) -> None:
        levelled = norm(
            requirement("one", *(checkpoint(f"l{n}", level=n) for n in range(1, 6))), scoring="weighted-mean"
        )
        answers: dict[str, Possible] = {"l1": YES, "l2": YES, "l3": NO, "l4": YES, "l5": NO}
        found = {one.policy: one for one in under_policies(levelled, verdicts(answers), POLICIES)}
        assert (found["weighted-mean"].claimed, found["iso-9004"].claimed) == (Fraction(3, 5), 2)

    def test_a_policy_that_cannot_be_bounded_says_why(self) -> None:
        found = self.compared(TWO, {"a": [EITHER] * 13}, policy_of(policy(DIPPING)))
        assert found["own"].claimed is None
        assert found["own"].refused is not None


class TestToWeights:
    def test_each_is_left_out_and_doubled(self) -> None:
        assert to_weights(TWO, verdicts({"a": YES, "b": NO, "c": YES})) == (
            Sensitivity("two", 3, Fraction(7, 8), without=HALF, doubled=Fraction(13, 14)),
            Sensitivity("one", 1, Fraction(7, 8), without=Fraction(1), doubled=Fraction(4, 5)),
        )

    def test_what_moves_the_score_most_comes_first(self) -> None:
        three = norm(*(requirement(f"r{one}", checkpoint(one)) for one in "abc"))
        found = to_weights(three, verdicts({"a": YES, "b": YES, "c": NO}))
        assert [one.id for one in found] == ["rc", "ra", "rb"]

    def test_without_the_only_one_there_is_no_score(self) -> None:
        (one,) = to_weights(norm(requirement("one", checkpoint("a"))), verdicts({"a": NO}))
        assert (one.now, one.without, one.doubled) == (0, None, 0)

    def test_where_nothing_counts_nothing_moves(self) -> None:
        found = to_weights(TWO, verdicts({"a": NONE}))
        assert [(one.id, one.now, one.without, one.doubled) for one in found] == [
            ("one", None, None, None), ("two", None, None, None),
        ]  # fmt: skip

    def test_of_a_flat_policy_the_weights_of_checkpoints_are_changed(self) -> None:
        flat = norm(
            requirement("one", checkpoint("a"), checkpoint("b", weight=2), weight=5),
            requirement("two", checkpoint("c")),
            scoring=policy(flat=True),
        )
        found = {one.id: one for one in to_weights(flat, verdicts({"a": YES, "b": YES, "c": NO}))}
        assert found["one"] == Sensitivity("one", 5, Fraction(3, 4), Fraction(0), Fraction(6, 7))
        assert found["two"] == Sensitivity("two", 1, Fraction(3, 4), Fraction(1), Fraction(3, 5))

    def test_where_weights_do_not_count_they_move_nothing(self) -> None:
        lowest = norm(
            requirement("one", checkpoint("a")), requirement("two", checkpoint("b")), scoring=policy("lowest")
        )
        found = to_weights(lowest, verdicts({"a": YES, "b": NO}))
        assert {(one.now, one.without, one.doubled) for one in found} == {(0, 0, 0)}

    def test_without_bounds_it_is_not_known_what_a_weight_does(self) -> None:
        dipping = norm(requirement("one", checkpoint("a")), scoring=policy(DIPPING))
        (one,) = to_weights(dipping, verdicts({"a": [EITHER] * 13}))
        assert (one.now, one.without, one.doubled) == (None, None, None)
