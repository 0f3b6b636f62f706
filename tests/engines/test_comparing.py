"""Every operator on every type, known and unknown."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal

import pytest

from kamassess.checklist.condition import (
    HIGH,
    LOW,
    And,
    Compare,
    Condition,
    Constant,
    Fact,
    Literal,
    Not,
    OneOf,
    Or,
    StartsWith,
)
from kamassess.engine.protocol import Engine, Truth
from kamassess.facts.table import Facts
from kamassess.model.kind import Type
from tests.engines.small import X, decide, int_of, is_met, ruleset, table
from tests.strategies_rules import ODD_DATES, ODD_DECIMALS, ODD_NUMBERS, ODD_TEXTS

OPERATORS: dict[str, Callable[[Constant, Constant], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

VALUES: dict[Type, tuple[Constant, ...]] = {
    Type.TEXT: (*ODD_TEXTS, "x" * 70_000, "x" * 70_000 + "y", "x"),
    Type.INT: ODD_NUMBERS,
    Type.DECIMAL: (*ODD_DECIMALS, 1, 3),
    Type.BOOL: (False, True),
    Type.DATE: ODD_DATES,
}


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize("name", OPERATORS)
def test_values_compare_as_in_python(engine: Engine, kind: Type, name: str) -> None:
    fact = Fact("x", kind)
    rules = ruleset(*(Compare(fact, name, Literal(one, kind)) for one in VALUES[kind]))
    known = table({f"kpi:{number}": {"x": value} for number, value in enumerate(VALUES[kind])})
    decided = engine.decide(rules, Facts(known, known)).claimed
    for left, value in enumerate(VALUES[kind]):
        for right, constant in enumerate(VALUES[kind]):
            assert decided[f"R-{right}"][f"kpi:{left}"] is OPERATORS[name](value, constant), (value, constant)


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize("name", OPERATORS)
def test_two_facts_compare_as_their_values_do(engine: Engine, kind: Type, name: str) -> None:
    condition = Compare(Fact("x", kind), name, Fact("y", kind))
    one, other = VALUES[kind][:2]
    for left, right in ((one, other), (other, one), (one, one)):
        assert decide(engine, condition, {"x": left, "y": right}) is OPERATORS[name](left, right)
    assert decide(engine, condition, {"x": one}) is decide(engine, condition, {"y": one}) is None


@pytest.mark.parametrize("kind", VALUES)
@pytest.mark.parametrize("name", OPERATORS)
def test_what_is_not_known_is_not_decided(engine: Engine, kind: Type, name: str) -> None:
    condition = Compare(Fact("x", kind), name, Literal(VALUES[kind][0], kind))
    assert decide(engine, condition, {}) is decide(engine, Not(condition), {}) is None


def test_a_literal_may_stand_on_the_left(engine: Engine) -> None:
    condition = Compare(int_of(3), "<", X)
    assert decide(engine, condition, {"x": 4}) is True
    assert decide(engine, condition, {"x": 3}) is False


def test_a_text_is_one_of_several(engine: Engine) -> None:
    condition = OneOf(Fact("x", Type.TEXT), ("10", "", "日本語"))
    assert [decide(engine, condition, {"x": one}) for one in ("10", "", "日本語", "1")] == [True] * 3 + [
        False
    ]
    assert [decide(engine, Not(condition), {"x": one}) for one in ("10", "1")] == [False, True]
    assert decide(engine, condition, {}) is decide(engine, Not(condition), {}) is None


def test_a_text_begins_with_another(engine: Engine) -> None:
    condition = StartsWith(Fact("x", Type.TEXT), "日本")
    assert [decide(engine, condition, {"x": one}) for one in ("日本語", "日本", "日", "")] == [True] * 2 + [
        False
    ] * 2
    assert [decide(engine, Not(condition), {"x": one}) for one in ("日本語", "日")] == [False, True]
    assert decide(engine, condition, {}) is decide(engine, Not(condition), {}) is None


INTERVALS = {
    # operator: what is decided of "x against 2" when x is 0..1, 1..2, 2..2, 2..3, 3..4, 1..any, 3..any
    "==": (False, None, True, None, False, None, False),
    "!=": (True, None, False, None, True, None, True),
    "<": (True, None, False, False, False, None, False),
    "<=": (True, True, True, None, False, None, False),
    ">": (False, False, False, None, True, None, True),
    ">=": (False, None, True, True, True, None, True),
}
ENDS = ((0, 1), (1, 2), (2, 2), (2, 3), (3, 4), (1, None), (3, None))


@pytest.mark.parametrize("name", OPERATORS)
def test_an_interval_is_decided_when_all_its_numbers_agree(engine: Engine, name: str) -> None:
    condition = Compare(Fact("x", Type.COUNT), name, int_of(2))
    found = [decide(engine, condition, interval(low, high)) for low, high in ENDS]
    assert tuple(found) == INTERVALS[name]


def test_an_interval_is_one_of_several_numbers_when_it_is_one_of_them(engine: Engine) -> None:
    condition = OneOf(Fact("x", Type.COUNT), (1, 2))
    found = [decide(engine, condition, interval(low, high)) for low, high in ENDS]
    assert found == [None, None, True, None, False, None, False]


def test_shares_are_intervals_of_decimals(engine: Engine) -> None:
    condition = Compare(Fact("x", Type.SHARE), ">=", Literal(Decimal("0.5"), Type.DECIMAL))
    third = Decimal(1) / Decimal(3)
    assert decide(engine, condition, interval(Decimal("0.5"), Decimal(1))) is True
    assert decide(engine, condition, interval(Decimal(0), third)) is False
    assert decide(engine, condition, interval(third, Decimal("0.5"))) is None


def interval(low: int | Decimal, high: int | Decimal | None) -> dict[str, int | Decimal]:
    return {"x" + LOW: low} if high is None else {"x" + LOW: low, "x" + HIGH: high}


KNOWN = {True: {"met": True}, False: {"met": False}, None: {}}


@pytest.mark.parametrize("one", KNOWN)
@pytest.mark.parametrize("other", KNOWN)
def test_conditions_combine_in_three_values(engine: Engine, one: Truth, other: Truth) -> None:
    row = {**KNOWN[one], **({"x": 1 if other else 0} if other is not None else {})}
    both = (is_met(), Compare(X, "==", int_of(1)))
    expected_and = False if False in (one, other) else None if None in (one, other) else True
    expected_or = True if True in (one, other) else None if None in (one, other) else False
    assert decide(engine, And(both), row) is expected_and
    assert decide(engine, Or(both), row) is expected_or
    assert decide(engine, Not(And(both)), row) is decide(engine, Or(tuple(map(Not, both))), row)


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (And(()), True),
        (Or(()), False),
        (And((Or(()), is_met())), False),
        (Or((And(()), is_met())), True),
        (And((And(()), is_met())), None),
        (And((And(()),)), True),
        (Or((Or(()),)), False),
        (Compare(int_of(1), "<", int_of(2)), True),
        (Compare(int_of(1), ">=", int_of(2)), False),
    ],
)
def test_what_rests_on_no_fact_is_decided_without(engine: Engine, condition: Condition, truth: Truth) -> None:
    assert decide(engine, condition, {}) is truth


def test_three_conditions_combine_as_two_do(engine: Engine) -> None:
    three = tuple(Compare(Fact(name, Type.INT), "==", int_of(1)) for name in "xyz")
    assert decide(engine, And(three), {"x": 1, "y": 1, "z": 1}) is True
    assert decide(engine, And(three), {"x": 1, "y": 1}) is None
    assert decide(engine, And(three), {"y": 0}) is False
    assert decide(engine, Or(three), {"z": 1}) is True
    assert decide(engine, Or(three), {"x": 0, "y": 0}) is None
    assert decide(engine, Or(three), {"x": 0, "y": 0, "z": 0}) is False


def test_many_alternatives_are_no_obstacle(engine: Engine) -> None:
    either = [Or((Compare(Fact(f"x{one}", Type.INT), "==", int_of(1)), is_met())) for one in range(30)]
    condition = And(tuple(either))  # 2^30 alternatives
    assert decide(engine, condition, {"met": True}) is True
    assert decide(engine, condition, {"met": False, "x1": 0}) is False
    assert decide(engine, condition, {"met": False, "x1": 1}) is None
