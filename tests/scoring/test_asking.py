"""What to find out next: the answers and the evidence that would narrow a score most."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kamassess.checklist.outline import ChecklistOutline
from kamassess.engine.verdict import Possible
from kamassess.scoring.asking import Open, to_find_out
from tests.scoring.small import (
    ANY,
    AT_MOST_PARTLY,
    DIPPING,
    EITHER,
    HALF,
    NO,
    NONE,
    ONE,
    PARTLY,
    YES,
    YES_OR_NONE,
    ZERO,
    Remaining,
    checkpoint,
    norm,
    policy,
    requirement,
    undescribed,
    verdicts,
)

QUARTER, THREE_QUARTERS = Fraction(1, 4), Fraction(3, 4)

TWO = norm(requirement("one", checkpoint("a"), checkpoint("b", weight=3)))


def found(outline: ChecklistOutline, claimed: Remaining, proven: Remaining | None = None) -> tuple[Open, ...]:
    return to_find_out([outline], verdicts(claimed, proven))


class TestWhatIsOpen:
    def test_is_a_question_with_what_each_answer_would_do(self) -> None:
        assert found(TWO, {"a": EITHER, "b": YES}) == (
            Open(
                checklist="n",
                checkpoint="a",
                foci=("organisation",),
                to_prove=False,
                if_so=(ONE, ONE),
                if_not=(THREE_QUARTERS, THREE_QUARTERS),
                narrows=(QUARTER, QUARTER),
            ),
        )

    def test_is_a_claim_with_what_proof_would_do(self) -> None:
        """Proven, the low end rises; disproven, the high end falls."""
        (one,) = found(TWO, {"a": YES, "b": YES}, {"b": EITHER})
        assert (one.checkpoint, one.to_prove) == ("b", True)
        assert (one.if_so, one.if_not) == ((ONE, ONE), (QUARTER, QUARTER))
        assert one.narrows == (THREE_QUARTERS, THREE_QUARTERS)

    def test_reaches_from_proven_at_the_least_to_possible_at_the_most(self) -> None:
        two = {one.checkpoint: one for one in found(TWO, {"a": EITHER, "b": YES}, {"a": EITHER, "b": EITHER})}
        assert (two["a"].if_so, two["a"].if_not) == ((QUARTER, ONE), (ZERO, THREE_QUARTERS))
        assert (two["b"].if_so, two["b"].if_not) == ((THREE_QUARTERS, ONE), (ZERO, QUARTER))

    @pytest.mark.parametrize(("claimed", "to_prove"), [(AT_MOST_PARTLY, False), (PARTLY, True)])
    def test_is_a_value_that_is_not_known_where_the_outcome_is(
        self, claimed: Possible, to_prove: bool
    ) -> None:
        """A partial answer falls short whatever must hold beside it, and for how much is open."""
        graded = norm(requirement("one", checkpoint("a", scale="yes-partly-no"), checkpoint("b")))
        (one,) = found(graded, {"a": claimed, "b": YES}, {"a": AT_MOST_PARTLY})
        assert (one.checkpoint, one.to_prove) == ("a", to_prove)

    def test_is_nothing_where_a_value_is_known(self) -> None:
        graded = norm(requirement("one", checkpoint("a", scale="yes-partly-no"), checkpoint("b")))
        assert found(graded, {"a": PARTLY, "b": YES}) == ()

    def test_is_nothing_where_all_is_proven(self) -> None:
        assert found(TWO, {"a": YES, "b": NO}) == ()

    def test_is_nothing_where_nothing_counts(self) -> None:
        assert found(TWO, {"a": NONE, "b": NONE}, {"a": ANY}) == ()
        assert found(TWO, {}) == ()

    def test_is_nothing_that_has_no_part_in_the_score(self) -> None:
        advised = norm(requirement("one", checkpoint("a"), checkpoint("b", role="advice")))
        assert found(advised, {"a": YES, "b": EITHER}) == ()

    def test_is_nothing_that_would_not_narrow_it(self) -> None:
        light = norm(requirement("one", checkpoint("a"), checkpoint("b", weight=0)))
        assert found(light, {"a": YES, "b": EITHER}) == ()

    def test_is_no_nodes_that_nobody_described(self) -> None:
        """There is no one question whose answer would tell how many there are."""
        assert to_find_out([TWO], [*verdicts({"b": YES}), undescribed("a")]) == ()
        one = to_find_out([TWO], [*verdicts({"a": [YES], "b": EITHER}), undescribed("a")])
        assert [it.checkpoint for it in one] == ["b"]

    def test_is_told_of_no_policy_that_is_not_monotone(self) -> None:
        dipping = norm(requirement("one", checkpoint("a")), scoring=policy(DIPPING))
        assert found(dipping, {"a": EITHER}) == ()


class TestOnGradedScales:
    """'The score where one turns out to conform', and 'where it turns out not to be': by how much remains open."""

    @pytest.mark.parametrize(
        ("scale", "if_so", "if_not"),
        [
            ("yes-no", ("1", "1"), ("3/4", "3/4")),
            ("yes-partly-no", ("1", "1"), ("3/4", "7/8")),
            ("samm", ("1", "1"), ("3/4", "7/8")),
            ("n-p-l-f", ("367/400", "1"), ("3/4", "333/400")),
            ("level-0-5", ("9/10", "1"), ("3/4", "9/10")),
            ("percentage", ("1", "1"), ("3/4", "1")),
        ],
    )
    def test_conforming_and_falling_short_are_ranges(
        self, scale: str, if_so: tuple[str, str], if_not: tuple[str, str]
    ) -> None:
        graded = norm(requirement("one", checkpoint("a", scale=scale), checkpoint("b", weight=3)))
        (one,) = found(graded, {"a": EITHER, "b": YES})
        assert one.if_so == tuple(map(Fraction, if_so))
        assert one.if_not == tuple(map(Fraction, if_not))

    def test_what_an_answer_narrows_is_what_it_leaves_no_longer_open(self) -> None:
        graded = norm(requirement("one", checkpoint("a", scale="yes-partly-no"), checkpoint("b", weight=3)))
        (one,) = found(graded, {"a": EITHER, "b": YES})
        assert one.narrows == (Fraction(1, 8), QUARTER)


class TestOfFoci:
    THREE = norm(requirement("one", checkpoint("a"), checkpoint("b")))

    def test_those_that_would_do_the_same_are_told_together(self) -> None:
        """What is told is what one of them would do."""
        (one,) = found(self.THREE, {"a": [EITHER, YES, EITHER, NO], "b": YES})
        assert one.foci == ("chain:0", "chain:2")
        assert one.narrows == (Fraction(1, 8), Fraction(1, 8))

    def test_those_that_would_not_are_told_apart(self) -> None:
        told = found(self.THREE, {"a": [EITHER, YES], "b": YES}, {"a": [EITHER, EITHER]})
        assert [(one.foci, one.to_prove) for one in told] == [(("chain:0",), False), (("chain:1",), True)]

    @pytest.mark.parametrize(
        ("possible", "to_prove"),
        [(EITHER, False), (ANY, False), (YES_OR_NONE, False), (YES, True), (NONE, True)],
    )
    def test_only_what_is_claimed_is_to_be_proven(self, possible: Possible, to_prove: bool) -> None:
        (one,) = found(self.THREE, {"a": possible, "b": YES}, {"a": ANY})
        assert one.to_prove is to_prove


class TestInOrder:
    def test_what_narrows_most_comes_first(self) -> None:
        assert [one.checkpoint for one in found(TWO, {"a": EITHER, "b": EITHER})] == ["b", "a"]

    def test_what_narrows_as_much_is_a_question_before_a_claim(self) -> None:
        alike = norm(requirement("one", checkpoint("a"), checkpoint("b")))
        told = found(alike, {"a": YES, "b": EITHER}, {"a": EITHER})
        assert [(one.checkpoint, one.to_prove) for one in told] == [("b", False), ("a", True)]

    def test_what_narrows_most_at_the_most_comes_first_of_what_narrows_as_much_at_the_least(self) -> None:
        """All or nothing: a failure settles it, conforming does not."""
        every = norm(
            requirement("one", checkpoint("a"), checkpoint("b")),
            requirement("two", checkpoint("c"), checkpoint("d"), weight=3),
            scoring=policy("mean", "all"),
        )
        told = found(every, {"a": EITHER, "b": EITHER, "c": EITHER, "d": EITHER})
        assert [one.checkpoint for one in told] == ["c", "d", "a", "b"]
        assert told[0].narrows == (ZERO, THREE_QUARTERS)

    def test_checklists_are_told_together(self) -> None:
        other = norm(requirement("one", checkpoint("x")), id="m")
        told = to_find_out(
            [TWO, other],
            [*verdicts({"a": EITHER, "b": YES}), *verdicts({"x": EITHER}, checklist="m")],
        )
        assert [(one.checklist, one.checkpoint) for one in told] == [("m", "x"), ("n", "a")]


class TestWhatANumberIs:
    def test_a_score_is_in_the_policys_own_numbers_and_narrowing_a_share_of_its_scale(self) -> None:
        hundred = norm(
            requirement("one", checkpoint("a"), checkpoint("b")),
            scoring=policy({"part": "mean", "times": 100}),
        )
        (one,) = found(hundred, {"a": EITHER, "b": YES})
        assert (one.if_so, one.if_not, one.narrows) == ((100, 100), (50, 50), (HALF, HALF))

    def test_points_without_a_maximum_are_out_of_all_the_weight_there_is(self) -> None:
        points = norm(
            requirement("one", checkpoint("a", weight=3), checkpoint("b")),
            scoring=policy({"part": "sum", "scale": "points"}, flat=True),
        )
        (one,) = found(points, {"a": EITHER, "b": YES})
        assert (one.if_so, one.if_not) == ((4, 4), (1, 1))
        assert one.narrows == (THREE_QUARTERS, THREE_QUARTERS)

    def test_points_that_cannot_all_be_had_any_more_are_out_of_that_too(self) -> None:
        points = norm(
            requirement("one", checkpoint("a", weight=3), checkpoint("b")),
            scoring=policy({"part": "sum", "scale": "points"}, flat=True),
        )
        (one,) = found(points, {"a": EITHER, "b": NO})
        assert (one.if_so, one.if_not) == ((3, 3), (0, 0))
        assert one.narrows == (THREE_QUARTERS, THREE_QUARTERS)

    def test_points_with_a_maximum_are_out_of_that(self) -> None:
        points = norm(
            requirement("one", checkpoint("a"), weight=3),
            requirement("two", checkpoint("b")),
            scoring=policy({"part": "sum", "scale": "points", "maximum": 12}),
        )
        (one,) = found(points, {"a": EITHER, "b": YES})
        assert (one.if_so, one.if_not, one.narrows) == ((4, 4), (1, 1), (QUARTER, QUARTER))

    def test_a_gate_that_is_not_known_narrows_by_what_it_caps(self) -> None:
        gated = norm(
            requirement("one", checkpoint("a"), gate={"checkpoint": "b", "caps": 0.25}),
            requirement("two", checkpoint("b", weight=0)),
        )
        (one,) = found(gated, {"a": YES, "b": EITHER})
        assert one.checkpoint == "b"
        assert (one.if_so, one.if_not) == ((ONE, ONE), (QUARTER, QUARTER))
        assert one.narrows == (THREE_QUARTERS, THREE_QUARTERS)
