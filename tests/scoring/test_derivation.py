"""How a score came about: each part with its inputs, what was left out and why, and what holds it back."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest

from kamassess.checklist.outline import ChecklistOutline
from kamassess.engine.verdict import Possible
from kamassess.model.terms import Reading
from kamassess.scoring.bounds import Bounds
from kamassess.scoring.derivation import Derivation, Reason, derive_score
from kamassess.scoring.evaluating import by_checkpoint
from kamassess.scoring.worth import as_published, under
from tests.scoring.small import (
    ANY,
    EITHER,
    HALF,
    NO,
    NO_OR_NONE,
    NONE,
    ONE,
    PARTLY,
    YES,
    YES_OR_NONE,
    ZERO,
    Data,
    Remaining,
    Seen,
    checkpoint,
    norm,
    policy,
    requirement,
    undescribed,
    verdicts,
)


def derived(
    outline: ChecklistOutline,
    claimed: Remaining,
    proven: Remaining | None = None,
    *further: Seen,
    reading: str = "claimed",
) -> Derivation:
    pick = as_published(outline.policy) if reading == "published" else under(Reading(reading), outline.policy)
    return derive_score(outline, by_checkpoint((*verdicts(claimed, proven), *further)).get("n", {}), pick)


def every(one: Derivation) -> Iterator[Derivation]:
    yield one
    for it in one.inputs:
        yield from every(it)


def find(tree: Derivation, id: str) -> Derivation:
    """The part of a tree with an id: what lies deepest bears it last."""
    return next(one for one in every(tree) if one.id == id)


def certain(value: Fraction | int) -> Bounds:
    return Bounds(Fraction(value), Fraction(value))


TWO = norm(
    requirement("one", checkpoint("a"), checkpoint("b", weight=3)),
    requirement("two", checkpoint("c"), weight=2),
)


class TestTheTree:
    def test_goes_from_the_checklist_over_requirements_and_checkpoints_to_foci(self) -> None:
        tree = derived(TWO, {"a": [YES, NO], "b": YES, "c": YES})
        assert [(one.what, one.id, one.part, one.weight) for one in every(tree)] == [
            ("checklist", "n", "mean", None),
            ("requirement", "one", "mean", 1),
            ("checkpoint", "a", "mean", 1),
            ("focus", "chain:0", None, None),
            ("focus", "chain:1", None, None),
            ("checkpoint", "b", "mean", 3),
            ("focus", "organisation", None, None),
            ("requirement", "two", "mean", 2),
            ("checkpoint", "c", "mean", 1),
            ("focus", "organisation", None, None),
        ]

    def test_has_what_each_comes_to(self) -> None:
        tree = derived(TWO, {"a": [YES, NO], "b": EITHER, "c": YES})
        assert find(tree, "a").bounds == certain(HALF)
        assert find(tree, "b").bounds == Bounds(ZERO, ONE)
        assert find(tree, "one").bounds == Bounds(Fraction(1, 8), Fraction(7, 8))
        assert tree.bounds == Bounds(Fraction(17, 24), Fraction(23, 24))

    def test_is_in_the_policys_own_numbers_before_they_are_multiplied(self) -> None:
        hundred = norm(requirement("one", checkpoint("a")), scoring=policy({"part": "mean", "times": 100}))
        assert derived(hundred, {"a": YES}).bounds == certain(1)

    @pytest.mark.parametrize(
        ("reading", "low", "high"), [("claimed", 1, 1), ("proven", 0, 1), ("published", 1, 1)]
    )
    def test_is_of_one_reading(self, reading: str, low: int, high: int) -> None:
        one = norm(requirement("one", checkpoint("a")))
        found = derived(one, {"a": YES}, {"a": EITHER}, reading=reading).bounds
        assert found is not None
        assert (found.low, found.high) == (low, high)

    def test_of_a_figure_with_its_own_way_has_one_number(self) -> None:
        tree = derived(TWO, {"a": EITHER, "b": YES, "c": YES}, reading="published")
        assert find(tree, "a").bounds == certain(0)
        assert find(tree, "one").bounds == certain(Fraction(3, 4))

    def test_names_the_parts_of_the_policy(self) -> None:
        parts = norm(
            requirement("one", checkpoint("a")),
            scoring=policy({"part": "at-least", "of": "mean", "share": "1/2"}, "lowest", checkpoint="lowest"),
        )
        tree = derived(parts, {"a": YES})
        assert [one.part for one in every(tree)] == ["at-least", "lowest", "lowest", None]


class TestReasons:
    """'Why something counts as it does.'"""

    def reasons(
        self, possible: Possible, *further: Seen, scoring: str | Data = "weighted-mean", **rest: object
    ) -> tuple[Reason, ...]:
        """Those of one checkpoint, beside another that conforms."""
        outline = norm(requirement("one", checkpoint("a", **rest), checkpoint("z")), scoring=scoring)
        return find(derived(outline, {"a": possible, "z": YES}, None, *further), "a").reasons

    @pytest.mark.parametrize(
        ("possible", "expected"),
        [
            (YES, ()),
            (NO, (Reason.FALLS_SHORT,)),
            (PARTLY, (Reason.FALLS_SHORT,)),
            (EITHER, (Reason.OPEN,)),
            (NONE, (Reason.NOT_APPLICABLE,)),
            (YES_OR_NONE, (Reason.MAY_NOT_COUNT,)),
            (NO_OR_NONE, (Reason.MAY_NOT_COUNT, Reason.FALLS_SHORT)),
            (ANY, (Reason.MAY_NOT_COUNT, Reason.OPEN)),
        ],
    )
    def test_of_a_checkpoint_follow_from_what_remains_possible(
        self, possible: Possible, expected: tuple[Reason, ...]
    ) -> None:
        assert self.reasons(possible) == expected
        outline = norm(requirement("one", checkpoint("a")))
        focus = find(derived(outline, {"a": [possible]}), "chain:0")
        assert focus.reasons == expected

    LEFT_OUT = policy(unanswered="left-out")

    @pytest.mark.parametrize("open", [EITHER, ANY, YES_OR_NONE, NO_OR_NONE])
    def test_what_is_not_determined_is_left_out_of_a_figure_that_does_that(self, open: Possible) -> None:
        """It is told apart from what does not apply."""
        outline = norm(
            requirement("one", checkpoint("a"), checkpoint("b"), checkpoint("c")), scoring=self.LEFT_OUT
        )
        tree = derived(outline, {"a": open, "b": NONE, "c": YES}, reading="published")
        assert (find(tree, "a").reasons, find(tree, "a").bounds) == ((Reason.LEFT_OUT,), None)
        assert (find(tree, "b").reasons, find(tree, "b").bounds) == ((Reason.NOT_APPLICABLE,), None)
        assert (find(tree, "one").bounds, find(tree, "one").reasons) == (certain(1), ())

    def test_of_some_foci_that_are_left_out_each_says_why(self) -> None:
        outline = norm(requirement("one", checkpoint("a")), scoring=self.LEFT_OUT)
        foci = find(derived(outline, {"a": [YES, EITHER, NONE]}, reading="published"), "a").inputs
        assert [one.reasons for one in foci] == [(), (Reason.LEFT_OUT,), (Reason.NOT_APPLICABLE,)]

    def test_a_checkpoint_of_which_all_foci_are_left_out_says_each_why_once(self) -> None:
        outline = norm(requirement("one", checkpoint("a")), scoring=self.LEFT_OUT)
        found = find(derived(outline, {"a": [EITHER, NONE, ANY]}, reading="published"), "a")
        assert found.reasons == (Reason.LEFT_OUT, Reason.NOT_APPLICABLE)

    def test_nodes_that_nobody_described_are_left_out_with_what_is_not_determined(self) -> None:
        outline = norm(requirement("one", checkpoint("a")), scoring=self.LEFT_OUT)
        tree = derived(outline, {}, None, undescribed("a"), reading="published")
        assert find(tree, "a").reasons == (Reason.LEFT_OUT,)
        assert find(tree, "one").reasons == tree.reasons == (Reason.NOTHING_COUNTS,)

    def test_in_a_reading_nothing_is_left_out(self) -> None:
        outline = norm(requirement("one", checkpoint("a")), scoring=self.LEFT_OUT)
        for reading in ("claimed", "proven"):
            tree = derived(outline, {"a": [EITHER, ANY]}, reading=reading)
            assert not [one for one in every(tree) if Reason.LEFT_OUT in one.reasons]

    def test_what_is_claimed_not_to_apply_does_not_whether_that_is_proven_or_not(self) -> None:
        outline = norm(requirement("one", checkpoint("a"), checkpoint("z")))
        tree = derived(outline, {"a": NONE, "z": YES}, {"a": ANY})
        assert find(tree, "a").reasons == (Reason.NOT_APPLICABLE,)

    def test_a_checkpoint_without_foci_does_not_apply(self) -> None:
        assert find(derived(TWO, {"b": YES, "c": YES}), "a").reasons == (Reason.NOT_APPLICABLE,)

    def test_something_of_weight_0_weighs_nothing(self) -> None:
        assert self.reasons(NO, weight=0) == (Reason.WEIGHTLESS, Reason.FALLS_SHORT)
        light = norm(requirement("one", checkpoint("a")), requirement("two", checkpoint("b"), weight=0))
        assert find(derived(light, {"a": YES, "b": YES}), "two").reasons == (Reason.WEIGHTLESS,)

    @pytest.mark.parametrize("rest", [{"role": "advice"}, {"role": "sign", "shows": ["z"]}])
    def test_a_sign_or_advice_has_no_part_and_its_foci_are_not_told(self, rest: Data) -> None:
        outline = norm(requirement("one", checkpoint("a", **rest), checkpoint("z")))
        found = find(derived(outline, {"a": [NO, YES], "z": YES}), "a")
        assert (found.reasons, found.bounds, found.inputs) == ((Reason.NOT_SCORED,), None, ())

    def test_nodes_that_nobody_described_are_told_as_further_ones(self) -> None:
        assert self.reasons(YES, undescribed("a")) == (Reason.OPEN, Reason.FURTHER_NODES)

    def test_a_requirement_of_which_nothing_counts_says_so(self) -> None:
        tree = derived(TWO, {"a": NONE, "b": NONE, "c": YES})
        assert (find(tree, "one").reasons, find(tree, "one").bounds) == ((Reason.NOTHING_COUNTS,), None)
        assert tree.reasons == ()

    def test_so_does_a_checklist(self) -> None:
        tree = derived(TWO, {"a": NONE})
        assert (tree.reasons, tree.bounds) == ((Reason.NOTHING_COUNTS,), None)

    @pytest.mark.parametrize(
        ("claimed", "expected"),
        [
            ({"a": YES, "b": YES}, ()),
            ({"a": NO, "b": NO}, (Reason.FALLS_SHORT,)),
            ({"a": EITHER, "b": YES}, (Reason.OPEN,)),
            ({"a": NO_OR_NONE, "b": NONE}, (Reason.MAY_NOT_COUNT, Reason.FALLS_SHORT)),
        ],
    )
    def test_of_a_requirement_follow_from_what_it_comes_to(
        self, claimed: Remaining, expected: tuple[Reason, ...]
    ) -> None:
        assert find(derived(TWO, claimed), "one").reasons == expected


class TestWhatHoldsBack:
    def held_back(self, tree: Derivation) -> list[str]:
        return [one.id for one in every(tree) if Reason.HOLDS_BACK in one.reasons]

    def test_the_lowest_do(self) -> None:
        lowest = norm(
            requirement("one", checkpoint("a"), checkpoint("b")),
            requirement("two", checkpoint("c")),
            scoring=policy("lowest", "lowest"),
        )
        assert self.held_back(derived(lowest, {"a": NO, "b": YES, "c": PARTLY})) == ["one", "a", "c"]

    def test_the_lowest_of_levels_do_though_all_fall_short(self) -> None:
        """ISO 9004: x is on level 2 and y on level 3 of 5."""
        outline = norm(
            *(
                requirement(one, *(checkpoint(f"{one}{level}", level=level) for level in range(1, 6)))
                for one in "xy"
            ),
            scoring="iso-9004",
        )
        met = {"x": 2, "y": 3}
        tree = derived(
            outline,
            {
                f"{one}{level}": YES if level <= top else NO
                for one, top in met.items()
                for level in range(1, 6)
            },
        )
        assert tree.bounds == certain(2)
        assert [one.bounds for one in tree.inputs] == [certain(2), certain(3)]
        assert find(tree, "x").reasons == (Reason.FALLS_SHORT, Reason.HOLDS_BACK)
        assert find(tree, "y").reasons == (Reason.FALLS_SHORT,)
        assert self.held_back(tree) == ["x", "x3", "y4"]

    def test_on_the_highest_level_nothing_does_and_nothing_falls_short(self) -> None:
        outline = norm(
            requirement("x", *(checkpoint(f"x{level}", level=level) for level in range(1, 6))),
            scoring="iso-9004",
        )
        tree = derived(outline, {f"x{level}": YES for level in range(1, 6)})
        assert tree.bounds == certain(5)
        assert [one for one in every(tree) if one.reasons] == []

    def test_the_highest_level_is_the_highest_that_its_checkpoints_have(self) -> None:
        outline = norm(
            requirement("x", checkpoint("x1", level=1), checkpoint("x2", level=2)),
            requirement("y", *(checkpoint(f"y{level}", level=level) for level in range(1, 6))),
            scoring="iso-9004",
        )
        tree = derived(outline, {"x1": YES, "x2": YES, **{f"y{level}": YES for level in range(1, 6)}})
        assert tree.bounds == certain(2)
        assert Reason.FALLS_SHORT not in find(tree, "x").reasons

    def test_in_a_mean_nothing_does(self) -> None:
        assert self.held_back(derived(TWO, {"a": NO, "b": NO, "c": NO})) == []

    def test_what_does_not_count_does_not(self) -> None:
        lowest = norm(
            requirement("one", checkpoint("a", role="advice"), checkpoint("b"), checkpoint("c")),
            scoring=policy("mean", "lowest"),
        )
        assert self.held_back(derived(lowest, {"a": NO, "b": NONE, "c": NO})) == ["c"]

    def test_checkpoints_of_a_flat_policy_do_by_its_one_part(self) -> None:
        flat = norm(
            requirement("one", checkpoint("a", must=True), checkpoint("b")),
            requirement("two", checkpoint("c"), checkpoint("d", must=True)),
            scoring=policy({"part": "must-and-some", "some": "1/2"}, flat=True),
        )
        tree = derived(flat, {"a": YES, "b": YES, "c": NO, "d": NO})
        assert self.held_back(tree) == ["d"]
        assert [one.id for one in tree.inputs] == ["one", "two"]
        assert [one.id for one in tree.inputs[1].inputs] == ["c", "d"]
        assert tree.bounds == certain(0)

    def test_it_is_told_after_why_it_counts_as_it_does(self) -> None:
        lowest = norm(requirement("one", checkpoint("a")), scoring=policy("mean", "lowest"))
        assert find(derived(lowest, {"a": NO}), "a").reasons == (Reason.FALLS_SHORT, Reason.HOLDS_BACK)


class TestGates:
    GATED = norm(
        requirement("one", checkpoint("a"), gate={"checkpoint": "b", "caps": 0.25}),
        requirement("two", checkpoint("b", weight=0), gate={"checkpoint": "c", "caps": 0.5}),
        requirement("three", checkpoint("c", weight=0)),
    )

    @pytest.mark.parametrize(
        ("b", "c", "reasons", "gates"),
        [
            (YES, YES, (), ()),
            (NO, YES, (Reason.CAPPED,), ("b",)),
            (YES, EITHER, (Reason.MAY_BE_CAPPED,), ("c",)),
            (NO, EITHER, (Reason.CAPPED, Reason.MAY_BE_CAPPED), ("b", "c")),
            (NO, NO, (Reason.CAPPED,), ("b", "c")),
            (NONE, NONE, (), ()),
        ],
    )
    def test_that_fail_or_may_are_named(
        self, b: Possible, c: Possible, reasons: tuple[Reason, ...], gates: tuple[str, ...]
    ) -> None:
        tree = derived(self.GATED, {"a": YES, "b": b, "c": c})
        assert (tree.reasons, tree.gates) == (reasons, gates)

    def test_cap_what_the_tree_comes_to(self) -> None:
        assert derived(self.GATED, {"a": YES, "b": NO, "c": YES}).bounds == certain(Fraction(1, 4))
        assert derived(self.GATED, {"a": YES, "b": YES, "c": EITHER}).bounds == Bounds(HALF, ONE)

    def test_cap_nothing_where_nothing_counts(self) -> None:
        assert derived(self.GATED, {"b": NO}).reasons == (Reason.NOTHING_COUNTS,)
