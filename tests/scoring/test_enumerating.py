"""Bounds of a policy that is not monotone: by trying everything that the unknown can turn out to be."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve

from kamassess.checklist.outline import ChecklistOutline
from kamassess.checklist.policy import AtLeast, ByGroup, Lowest, Mean, Part, Step, Table
from kamassess.engine.verdict import Possible
from kamassess.model.terms import Outcome, Reading
from kamassess.scoring.enumerating import LIMIT, NotBounded, by_trying, is_monotone, is_policy_monotone
from kamassess.scoring.worth import Worth
from tests.scoring.small import (
    ANY,
    AT_MOST_PARTLY,
    DIPPING,
    EITHER,
    HALF,
    NO,
    NO_OR_NONE,
    NONE,
    ONE,
    PARTLY,
    PARTLY_OR_NONE,
    YES,
    ZERO,
    Data,
    Remaining,
    Seen,
    checkpoint,
    norm,
    policy,
    policy_of,
    requirement,
    undescribed,
    verdicts,
)

RISING = Table(Mean(), (Step(HALF, ZERO), Step(ONE, ONE)))
LEVEL = Table(Mean(), (Step(HALF, ONE), Step(ONE, ONE)))
FALLING = Table(Mean(), (Step(HALF, ONE), Step(ONE, ZERO)))


class TestMonotone:
    @pytest.mark.parametrize(
        ("part", "expected"),
        [
            (Mean(), True),
            (RISING, True),
            (LEVEL, True),
            (FALLING, False),
            (ByGroup(FALLING, Mean()), False),
            (ByGroup(Mean(), FALLING), False),
            (ByGroup(RISING, Lowest()), True),
            (AtLeast(FALLING, HALF), False),
            (Table(FALLING, RISING.steps), False),
        ],
    )
    def test_is_all_but_a_table_that_goes_down_and_what_is_made_of_it(
        self, part: Part, expected: bool
    ) -> None:
        assert is_monotone(part) is expected

    @pytest.mark.parametrize("stage", ["checklist", "requirement"])
    def test_a_policy_is_not_where_one_of_its_stages_is_not(self, stage: str) -> None:
        assert not is_policy_monotone(policy_of(policy(**{stage: DIPPING})))
        assert not is_policy_monotone(evolve(policy_of(policy()), checkpoint=FALLING))

    def test_a_policy_of_means_is(self) -> None:
        assert is_policy_monotone(policy_of(policy()))


def tried(
    outline: ChecklistOutline, claimed: Remaining, reading: Reading = Reading.CLAIMED, **proven: Possible
) -> list[list[Worth | None]]:
    """What each verdict is worth, for each way in which the unknown can turn out."""
    found = verdicts(claimed, proven)
    by: dict[str, list[Seen]] = {}
    for one in found:
        by.setdefault(one.checkpoint, []).append(one)
    return [[pick(one) for one in found] for pick in by_trying(outline, by, reading)]


def asked(*checkpoints: Data, **rest: str) -> ChecklistOutline:
    return norm(requirement("one", *checkpoints), scoring=policy(**rest))


SO, NOT_SO = Worth(ONE, ONE, fails=False), Worth(ZERO, ZERO, fails=True)
HALFWAY = Worth(HALF, HALF, fails=True)


class TestTrying:
    TWO = asked(checkpoint("a"), checkpoint("b"))

    def test_what_is_known_turns_out_in_one_way(self) -> None:
        assert tried(self.TWO, {"a": YES, "b": NO}) == [[SO, NOT_SO]]
        assert tried(self.TWO, {"a": NONE, "b": PARTLY}) == [[None, HALFWAY]]

    def test_what_is_unknown_turns_out_in_every_way_together(self) -> None:
        assert tried(self.TWO, {"a": EITHER, "b": ANY}) == [
            [NOT_SO, NOT_SO], [NOT_SO, SO], [NOT_SO, None], [SO, NOT_SO], [SO, SO], [SO, None],
        ]  # fmt: skip

    def test_what_may_not_apply_may_be_left_out(self) -> None:
        """Where it applies, it falls short."""
        assert tried(self.TWO, {"a": NO_OR_NONE}) == [[NOT_SO], [None]]

    def test_each_focus_turns_out_by_itself(self) -> None:
        assert len(tried(self.TWO, {"a": [EITHER, EITHER, YES]})) == 4

    def test_each_reading_tries_what_it_does_not_know(self) -> None:
        assert len(tried(self.TWO, {"a": YES, "b": YES}, Reading.CLAIMED, a=EITHER)) == 1
        assert len(tried(self.TWO, {"a": YES, "b": YES}, Reading.PROVEN, a=EITHER)) == 2

    def test_an_answer_can_be_every_word_of_its_scale(self) -> None:
        graded = asked(checkpoint("a", scale="yes-partly-no"))
        assert tried(graded, {"a": EITHER}) == [[NOT_SO], [HALFWAY], [SO]]
        assert tried(graded, {"a": AT_MOST_PARTLY}) == [[NOT_SO], [HALFWAY]]
        assert tried(graded, {"a": PARTLY_OR_NONE}) == [[HALFWAY], [None]]

    def test_a_word_fails_below_the_one_from_which_the_scale_conforms(self) -> None:
        found = tried(asked(checkpoint("a", scale="n-p-l-f")), {"a": EITHER})
        assert [one.fails for (one,) in found if one is not None] == [True, True, False, False]

    @pytest.mark.parametrize("scale", ["yes-no", "yes-partly-no", "n-p-l-f", "level-0-5", "percentage"])
    def test_where_only_conforming_counts_it_is_all_or_nothing_on_every_scale(self, scale: str) -> None:
        """So that even what can be any number can be tried."""
        conforms = asked(checkpoint("a", scale=scale), credit="conforms")
        assert tried(conforms, {"a": EITHER}) == [[NOT_SO], [SO]]
        assert tried(conforms, {"a": ANY}) == [[NOT_SO], [SO], [None]]

    @pytest.mark.parametrize(
        ("possible", "ways"),
        [
            (Possible((Outcome.NONCONFORMITY,), (ZERO, Fraction(2, 5))), [(0, True), (Fraction(2, 5), True)]),
            (
                Possible((Outcome.CONFORMITY, Outcome.NONCONFORMITY), (ZERO, Fraction(4, 5))),
                [(0, True), (Fraction(4, 5), False)],
            ),
        ],
    )
    def test_a_number_that_is_known_beside_a_rule_that_is_not_counts_or_counts_for_nothing(
        self, possible: Possible, ways: list[tuple[Fraction, bool]]
    ) -> None:
        """Whether it conforms follows from where its scale begins to: here at 3 of 5."""
        levels = asked(checkpoint("a", scale="level-0-5"))
        found = tried(levels, {"a": possible})
        assert found == [[Worth(Fraction(value), Fraction(value), fails=fails)] for value, fails in ways]

    def test_what_has_no_part_in_the_score_is_not_tried(self) -> None:
        advised = asked(checkpoint("a"), checkpoint("b", role="advice"))
        assert tried(advised, {"a": YES, "b": EITHER}) == [[SO, None]]

    def test_unless_it_is_a_gate(self) -> None:
        """Whether advice is followed may cap a score, though it counts for nothing in it."""
        advice = [checkpoint(one, role="advice") for one in ("b", "c")]
        gated = norm(
            requirement("one", checkpoint("a"), *advice, gate={"checkpoint": "b", "caps": 0.5}),
            scoring=policy(),
        )
        assert tried(gated, {"a": YES, "b": EITHER, "c": EITHER}) == [[SO, NOT_SO, None], [SO, SO, None]]

    def test_what_counts_as_conforming_where_it_does_not_apply_is_never_left_out(self) -> None:
        full = asked(checkpoint("a"), without="full")
        assert tried(full, {"a": ANY}) == [[NOT_SO], [SO]]
        assert tried(full, {"a": NONE}) == [[SO]]


class TestRefusing:
    ONE = asked(checkpoint("a"))

    def test_as_many_ways_as_the_limit_are_tried_and_no_more(self) -> None:
        assert len(tried(self.ONE, {"a": [EITHER] * 12})) == LIMIT == 4096
        with pytest.raises(NotBounded, match="in more than 4096 ways"):
            tried(self.ONE, {"a": [*[EITHER] * 12, ANY]})

    def test_what_can_be_any_number_is_refused_by_name(self) -> None:
        percentage = asked(checkpoint("a"), checkpoint("b", scale="percentage"))
        with pytest.raises(NotBounded, match=r"^b: the policy is not monotone, and this can be any number$"):
            tried(percentage, {"a": YES, "b": EITHER})

    def test_a_number_that_is_known_is_not(self) -> None:
        percentage = asked(checkpoint("a", scale="percentage"))
        thirty = Possible((Outcome.NONCONFORMITY,), (Fraction(3, 10), Fraction(3, 10)))
        assert tried(percentage, {"a": thirty}) == [[Worth(Fraction(3, 10), Fraction(3, 10), fails=True)]]

    def test_nodes_that_nobody_described_are_refused_by_name(self) -> None:
        with pytest.raises(NotBounded, match=r"^a: nobody knows how many there are"):
            next(by_trying(self.ONE, {"a": [Seen("a", YES, YES), undescribed("a")]}, Reading.CLAIMED))

    def test_those_of_advice_are_not_unless_it_is_a_gate(self) -> None:
        one = requirement("one", checkpoint("a"), checkpoint("b", role="advice"))
        gated = {**one, "gate": {"checkpoint": "b", "caps": 0.5}}
        by = {"a": [Seen("a", YES, YES)], "b": [undescribed("b")]}
        assert len(list(by_trying(norm(one), by, Reading.CLAIMED))) == 1
        with pytest.raises(NotBounded, match=r"^b: nobody knows how many there are"):
            next(by_trying(norm(gated), by, Reading.CLAIMED))
