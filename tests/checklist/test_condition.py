"""What a condition comes to when its negation is taken away."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kamassess.checklist.condition import (
    ALWAYS,
    COMPLEMENT,
    FALSE,
    NEVER,
    TRUE,
    All,
    And,
    Any,
    Compare,
    Condition,
    Count,
    Fact,
    Literal,
    Match,
    Not,
    OneOf,
    Or,
    StartsWith,
    Test,
    folded,
    lower,
)
from kamassess.model.kind import Type

DAYS, MET, NAME = Fact("days", Type.INT), Fact("met", Type.BOOL), Fact("name", Type.TEXT)
OWNERS, ROLES = Count("owners", ("owners",)), Count("roles", ("roles",))
THREE = Literal(3, Type.INT)


def days(operator: str) -> Test:
    return Test("days", operator, 3, Type.INT)


def owners(end: str, operator: str, value: int = 3) -> Test:
    return Test(f"owners#{end}", operator, value, Type.COUNT)


@pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">="])
def test_a_comparison_fails_when_its_complement_holds(operator: str) -> None:
    condition = Compare(DAYS, operator, THREE)
    assert lower(condition, True) == days(operator)
    assert lower(condition, False) == days(COMPLEMENT[operator])


@pytest.mark.parametrize(
    ("operator", "mirrored"), [("==", "=="), ("!=", "!="), ("<", ">"), ("<=", ">="), (">", "<"), (">=", "<=")]
)
def test_a_literal_on_the_left_is_put_on_the_right(operator: str, mirrored: str) -> None:
    assert lower(Compare(THREE, operator, DAYS), True) == days(mirrored)


@pytest.mark.parametrize(
    ("operator", "holds", "fails"),
    [
        ("<", owners("high", "<"), owners("low", ">=")),
        ("<=", owners("high", "<="), owners("low", ">")),
        (">", owners("low", ">"), owners("high", "<=")),
        (">=", owners("low", ">="), owners("high", "<")),
        (
            "==",
            All((owners("low", "=="), owners("high", "=="))),
            Any((owners("high", "<"), owners("low", ">"))),
        ),
        (
            "!=",
            Any((owners("high", "<"), owners("low", ">"))),
            All((owners("low", "=="), owners("high", "=="))),
        ),
    ],
)
def test_an_interval_is_tested_at_its_worst_end(operator: str, holds: object, fails: object) -> None:
    condition = Compare(OWNERS, operator, THREE)
    assert lower(condition, True) == holds
    assert lower(condition, False) == fails


def test_intervals_are_held_against_each_other_at_the_ends_that_are_worst() -> None:
    assert lower(Compare(OWNERS, "<", ROLES), True) == Match("owners#high", "<", "roles#low", Type.COUNT)
    assert lower(Compare(OWNERS, "<", ROLES), False) == Match("owners#low", ">=", "roles#high", Type.COUNT)
    assert lower(Compare(DAYS, ">", OWNERS), True) == Match("days", ">", "owners#high", Type.INT)


def test_facts_are_held_against_each_other() -> None:
    assert lower(Compare(DAYS, "<", Fact("most", Type.INT)), False) == Match("days", ">=", "most", Type.INT)


@pytest.mark.parametrize(
    ("left", "operator", "right", "truth"),
    [
        (1, "==", 1, True),
        (1, "!=", 1, False),
        (1, "<", 2, True),
        (2, "<=", 2, True),
        (2, ">", 2, False),
        (Decimal("0.5"), ">=", 1, False),
        ("2026-11-01", ">", "2026-10-31", True),
    ],
)
def test_literals_are_compared_once(left: int, operator: str, right: int, truth: bool) -> None:
    condition = Compare(Literal(left, Type.INT), operator, Literal(right, Type.INT))
    assert lower(condition, True) == (TRUE if truth else FALSE)
    assert lower(condition, False) == (FALSE if truth else TRUE)


def test_one_of_several() -> None:
    condition = OneOf(NAME, ("a", "b"))
    assert lower(condition, True) == Test("name", "in", ("a", "b"), Type.TEXT)
    assert lower(condition, False) == Test("name", "not in", ("a", "b"), Type.TEXT)


def test_an_interval_is_one_of_several_as_it_equals_one() -> None:
    many = Fact("owners", Type.COUNT)
    either = Or(tuple(Compare(many, "==", Literal(one, Type.COUNT)) for one in (1, 3)))
    for truth in (True, False):
        assert lower(OneOf(many, (1, 3)), truth) == lower(either, truth)


def test_begins_with() -> None:
    condition = StartsWith(NAME, "a")
    assert lower(condition, True) == Test("name", "starts with", "a", Type.TEXT)
    assert lower(condition, False) == Test("name", "does not start with", "a", Type.TEXT)


def test_negation_goes_inward() -> None:
    one, other = Compare(DAYS, "<", THREE), Compare(MET, "==", Literal(True, Type.BOOL))
    lowered = [lower(one, False), lower(other, False)]
    assert lower(Not(And((one, other))), True) == Any(lowered)
    assert lower(Not(Or((one, other))), True) == All(lowered)
    assert lower(Not(Not(one)), True) == lower(one, True)


@pytest.mark.parametrize(
    ("condition", "holds", "fails"),
    [
        (Compare(THREE, "<=", THREE), TRUE, FALSE),
        (Compare(THREE, "<", THREE), FALSE, TRUE),
        (And(()), TRUE, FALSE),
        (Or(()), FALSE, TRUE),
    ],
)
def test_what_rests_on_no_fact(condition: Condition, holds: object, fails: object) -> None:
    assert lower(condition, True) == holds
    assert lower(condition, False) == fails


class TestFolded:
    """What parameters alone decide is decided once, and told to nobody."""

    ON, OFF = (Compare(Literal(it, Type.BOOL), "==", Literal(True, Type.BOOL)) for it in (True, False))
    LATE = Compare(DAYS, ">", THREE)

    @pytest.mark.parametrize(
        ("condition", "left"),
        [
            (LATE, LATE),
            (ON, ALWAYS),
            (OFF, NEVER),
            (Not(ON), NEVER),
            (Not(OFF), ALWAYS),
            (Not(LATE), Not(LATE)),
            (And((ON, LATE)), LATE),
            (And((OFF, LATE)), NEVER),
            (Or((OFF, LATE)), LATE),
            (Or((ON, LATE)), ALWAYS),
            (Or((LATE, And((OFF, LATE)))), LATE),
            (And((LATE, LATE)), And((LATE, LATE))),
            (StartsWith(NAME, "a"), StartsWith(NAME, "a")),
        ],
    )
    def test_leaves_what_asks_a_fact(self, condition: Condition, left: Condition) -> None:
        assert folded(condition) == left


def test_what_is_no_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a condition: 3"):
        lower(3, True)  # type: ignore[arg-type]
