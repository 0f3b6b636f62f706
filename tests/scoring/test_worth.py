"""What a verdict is worth to a policy: between which values, whether it may not count, and once more is known."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kamassess.checklist.outline import CheckpointOutline
from kamassess.checklist.policy import ScoringPolicy
from kamassess.engine.verdict import Possible
from kamassess.graph.members import Truth
from kamassess.model.terms import Outcome, Reading
from kamassess.scoring.worth import Worth, as_published, failing, not_failing, turned, under, worth
from tests.scoring.small import (
    ANY,
    AT_MOST_PARTLY,
    EITHER,
    HALF,
    NO,
    NO_OR_NONE,
    NONE,
    ONE,
    PARTLY,
    PARTLY_OR_NONE,
    YES,
    YES_OR_NONE,
    ZERO,
    Seen,
    checkpoint,
    graded,
    norm,
    policy,
    policy_of,
    requirement,
    undescribed,
)

GRADED = policy_of(policy())
CONFORMS = policy_of(policy(credit="conforms"))
FULL = policy_of(policy(without="full"))

LARGELY = graded("2/3", Fraction(2, 3))


class TestWorth:
    @pytest.mark.parametrize(
        ("possible", "expected"),
        [
            (YES, Worth(ONE, ONE, fails=False)),
            (NO, Worth(ZERO, ZERO, fails=True)),
            (EITHER, Worth(ZERO, ONE)),
            (PARTLY, Worth(HALF, HALF, fails=True)),
            (LARGELY, Worth(Fraction(2, 3), Fraction(2, 3), fails=False)),
            (AT_MOST_PARTLY, Worth(ZERO, HALF, fails=True)),
            (YES_OR_NONE, Worth(ONE, ONE, optional=True, fails=False)),
            (NO_OR_NONE, Worth(ZERO, ZERO, optional=True)),
            (PARTLY_OR_NONE, Worth(HALF, HALF, optional=True)),
            (ANY, Worth(ZERO, ONE, optional=True)),
            (NONE, None),
        ],
    )
    def test_is_what_remains_possible_of_a_value(self, possible: Possible, expected: Worth | None) -> None:
        assert worth(possible, GRADED) == expected

    @pytest.mark.parametrize(
        ("possible", "low", "high"),
        [
            (YES, 1, 1),
            (NO, 0, 0),
            (EITHER, 0, 1),
            (PARTLY, 0, 0),
            (LARGELY, 1, 1),
            (AT_MOST_PARTLY, 0, 0),
            (ANY, 0, 1),
            (YES_OR_NONE, 1, 1),
            (NO_OR_NONE, 0, 0),
        ],
    )
    def test_is_all_or_nothing_where_only_conforming_counts(
        self, possible: Possible, low: int, high: int
    ) -> None:
        found = worth(possible, CONFORMS)
        assert found is not None
        assert (found.low, found.high) == (low, high)

    def test_is_nothing_where_it_does_not_apply_whatever_counts(self) -> None:
        assert worth(NONE, CONFORMS) is None

    @pytest.mark.parametrize(
        ("possible", "low", "fails"),
        [(NONE, 1, False), (YES_OR_NONE, 1, False), (NO_OR_NONE, 0, None), (ANY, 0, None)],
    )
    def test_is_all_where_what_does_not_apply_counts_as_what_conforms(
        self, possible: Possible, low: int, fails: Truth
    ) -> None:
        """Then nothing is optional: it always counts."""
        assert worth(possible, FULL) == Worth(Fraction(low), ONE, optional=False, fails=fails)

    def test_of_what_applies_is_the_same_whatever_is_done_with_the_rest(self) -> None:
        assert worth(EITHER, FULL) == worth(EITHER, GRADED)


class TestUnderAReading:
    def test_it_is_of_what_that_reading_leaves_possible(self) -> None:
        one = Seen("a", YES, EITHER)
        assert under(Reading.CLAIMED, GRADED)(one) == worth(YES, GRADED)
        assert under(Reading.PROVEN, GRADED)(one) == worth(EITHER, GRADED)


class TestAsPublished:
    """'The interval does neither': a policy counts what is not determined as nothing, or leaves it out."""

    NOTHING = Worth(ZERO, ZERO, fails=True)

    def of(self, possible: Possible, chosen: ScoringPolicy) -> Worth | None:
        return as_published(chosen)(Seen("a", possible, ANY))

    @pytest.mark.parametrize("open", [EITHER, ANY, YES_OR_NONE, NO_OR_NONE])
    def test_it_is_the_policys_own_way_with_what_is_not_determined(self, open: Possible) -> None:
        assert self.of(open, policy_of(policy(unanswered="zero"))) == self.NOTHING
        assert self.of(open, policy_of(policy(unanswered="left-out"))) is None

    @pytest.mark.parametrize("unanswered", ["zero", "left-out"])
    @pytest.mark.parametrize(
        ("possible", "value"), [(YES, ONE), (NO, ZERO), (PARTLY, HALF), (AT_MOST_PARTLY, ZERO), (NONE, None)]
    )
    def test_what_is_determined_is_worth_what_is_certain_of_it(
        self, possible: Possible, value: Fraction | None, unanswered: str
    ) -> None:
        found = self.of(possible, policy_of(policy(unanswered=unanswered)))
        assert (None if found is None else (found.low, found.high)) == (
            None if value is None else (value, value)
        )

    def test_what_does_not_apply_is_worth_what_the_policy_says(self) -> None:
        assert self.of(NONE, FULL) == Worth(ONE, ONE, fails=False)

    def test_nodes_that_nobody_described_are_left_out_with_the_unanswered(self) -> None:
        assert as_published(policy_of(policy(unanswered="left-out")))(undescribed("a")) is None

    @pytest.mark.parametrize("without", ["left-out", "full"])
    def test_nodes_that_nobody_described_fall_short_with_the_unanswered(self, without: str) -> None:
        chosen = policy_of(policy(unanswered="zero", without=without))
        assert as_published(chosen)(undescribed("a")) == self.NOTHING

    def test_nodes_that_nobody_described_do_so_whatever_is_taken_to_remain_possible_of_them(self) -> None:
        known = Seen("a", YES, YES, open=True)
        assert as_published(policy_of(policy(unanswered="zero")))(known) == self.NOTHING
        assert as_published(policy_of(policy(unanswered="left-out")))(known) is None


class TestTurned:
    """'A verdict of which no more remains possible than this.'"""

    def test_it_is_known_alike_under_both_readings(self) -> None:
        found = turned(Seen("a", EITHER, ANY), YES)
        assert (found.claimed, found.proven) == (YES, YES)
        assert under(Reading.PROVEN, GRADED)(found) == worth(YES, GRADED)

    @pytest.mark.parametrize("open", [True, False])
    def test_it_is_the_same_verdict_in_all_else(self, open: bool) -> None:
        found = turned(Seen("a", EITHER, ANY, "chain:one", open, "m"), NO)
        assert (found.checklist, found.checkpoint, found.focus) == ("m", "a", "chain:one")
        assert found.open is open


def on(scale: str) -> CheckpointOutline:
    """A checkpoint that is answered on a scale."""
    return norm(requirement("one", checkpoint("a", scale=scale))).requirements[0].checkpoints[0]


def nonconformity(low: str, high: str) -> Possible:
    return Possible((Outcome.NONCONFORMITY,), (Fraction(low), Fraction(high)))


def conformity(low: str, high: str) -> Possible:
    return Possible((Outcome.CONFORMITY,), (Fraction(low), Fraction(high)))


#: A large part, where it is not known whether what must hold beside it does.
LARGELY_OR_NOT = Possible((Outcome.CONFORMITY, Outcome.NONCONFORMITY), (ZERO, Fraction(67, 100)))


class TestFailing:
    """'What remains where a verdict that can still be a nonconformity is one.'"""

    @pytest.mark.parametrize(
        ("scale", "possible", "expected"),
        [
            ("yes-no", EITHER, NO),
            ("yes-no", ANY, NO),
            ("yes-no", NO_OR_NONE, NO),
            ("yes-no", NO, NO),
            ("yes-partly-no", EITHER, AT_MOST_PARTLY),
            ("yes-partly-no", ANY, AT_MOST_PARTLY),
            ("yes-partly-no", PARTLY_OR_NONE, PARTLY),
            ("yes-partly-no", AT_MOST_PARTLY, AT_MOST_PARTLY),
            ("samm", EITHER, nonconformity("0", "1/2")),
            ("n-p-l-f", EITHER, nonconformity("0", "33/100")),
            ("level-0-5", EITHER, nonconformity("0", "3/5")),
            ("percentage", EITHER, nonconformity("0", "1")),
        ],
    )
    def test_is_a_nonconformity_with_the_values_that_it_can_have(
        self, scale: str, possible: Possible, expected: Possible
    ) -> None:
        """Any number below the one from which it conforms: that one is the end, and not reached."""
        assert failing(possible, on(scale)) == expected

    @pytest.mark.parametrize("possible", [YES, YES_OR_NONE, NONE])
    def test_what_cannot_be_one_stays_what_it_is(self, possible: Possible) -> None:
        assert failing(possible, on("yes-no")) == possible


class TestNotFailing:
    """'What remains where a verdict that can still be a nonconformity is none.'"""

    @pytest.mark.parametrize(
        ("scale", "possible", "expected"),
        [
            ("yes-no", EITHER, YES),
            ("yes-no", ANY, YES_OR_NONE),
            ("yes-no", NO_OR_NONE, NONE),
            ("yes-no", YES, YES),
            ("yes-no", YES_OR_NONE, YES_OR_NONE),
            ("yes-no", NONE, NONE),
            ("yes-partly-no", EITHER, YES),
            ("yes-partly-no", PARTLY_OR_NONE, NONE),
            ("n-p-l-f", EITHER, conformity("67/100", "1")),
            ("n-p-l-f", LARGELY_OR_NOT, conformity("67/100", "67/100")),
            ("level-0-5", EITHER, conformity("3/5", "1")),
            ("percentage", EITHER, YES),
        ],
    )
    def test_is_a_conformity_or_not_applicable_with_the_values_that_it_can_have(
        self, scale: str, possible: Possible, expected: Possible
    ) -> None:
        assert not_failing(possible, on(scale)) == expected

    def test_what_can_be_nothing_else_is_the_best_nonconformity_that_it_can_be(self) -> None:
        assert not_failing(AT_MOST_PARTLY, on("yes-partly-no")) == PARTLY
        assert not_failing(NO, on("yes-no")) == NO
