"""
A lowered condition as a Python function of a row: the fastest way to ask it again and again.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import singledispatch
from typing import Any as Whatever
from typing import Final

from kamassess.checklist.condition import All, Any, Lowered, Match, Test
from kamassess.facts.table import Row

Question = Callable[[Row], bool]
"""Whether something is certainly so, as far as a row knows."""


@singledispatch
def question(condition: Lowered) -> Question:
    """
    The function that says of a row whether a condition is met.

    Args:
        condition: a lowered condition; what is not known meets no test of it.

    Returns:
        A function of a row.

    Example:
        >>> from kamassess.model.kind import Type
        >>> late = question(Test("days", ">", 31, Type.INT))
        >>> late({"days": 40}), late({"days": 31}), late({})
        (True, False, False)
    """
    raise TypeError(f"not a lowered condition: {condition!r}")


@question.register
def _(condition: Test) -> Question:
    return _TESTS[condition.operator](condition.fact, condition.value)


@question.register
def _(condition: Match) -> Question:
    one, other, compare = condition.fact, condition.other, _MATCHES[condition.operator]

    def matches(row: Row) -> bool:
        left, right = row.get(one), row.get(other)
        return left is not None and right is not None and compare(left, right)

    return matches


@question.register
def _(condition: All) -> Question:
    parts = tuple(map(question, condition.operands))
    match parts:
        case ():
            return lambda row: True
        case (only,):
            return only
        case (first, second):  # by far the most common: worth a function without a loop
            return lambda row: first(row) and second(row)

    def every(row: Row) -> bool:
        for part in parts:  # noqa: SIM110  # all() of a generator takes twice the time
            if not part(row):
                return False
        return True

    return every


@question.register
def _(condition: Any) -> Question:
    parts = tuple(map(question, condition.operands))
    match parts:
        case ():
            return lambda row: False
        case (only,):
            return only
        case (first, second):
            return lambda row: first(row) or second(row)

    def some(row: Row) -> bool:
        for part in parts:  # noqa: SIM110  # as above
            if part(row):
                return True
        return False

    return some


# The compiler gave both sides of a comparison one type; the type checker cannot know which.


def _equal(fact: str, value: Whatever) -> Question:
    return lambda row: row.get(fact) == value  # nothing is equal to no value


def _unequal(fact: str, value: Whatever) -> Question:
    return lambda row: (found := row.get(fact)) is not None and found != value


def _less(fact: str, value: Whatever) -> Question:
    return lambda row: (found := row.get(fact)) is not None and found < value


def _at_most(fact: str, value: Whatever) -> Question:
    return lambda row: (found := row.get(fact)) is not None and found <= value


def _more(fact: str, value: Whatever) -> Question:
    return lambda row: (found := row.get(fact)) is not None and found > value


def _at_least(fact: str, value: Whatever) -> Question:
    return lambda row: (found := row.get(fact)) is not None and found >= value


def _among(fact: str, values: Whatever) -> Question:
    members = frozenset(values)
    return lambda row: row.get(fact) in members


def _not_among(fact: str, values: Whatever) -> Question:
    members = frozenset(values)
    return lambda row: (found := row.get(fact)) is not None and found not in members


def _begins(fact: str, prefix: Whatever) -> Question:
    return lambda row: (found := row.get(fact)) is not None and found.startswith(prefix)  # type: ignore[union-attr]


def _begins_otherwise(fact: str, prefix: Whatever) -> Question:
    return lambda row: (found := row.get(fact)) is not None and not found.startswith(prefix)  # type: ignore[union-attr]


_TESTS: Final[dict[str, Callable[[str, Whatever], Question]]] = {
    "==": _equal,
    "!=": _unequal,
    "<": _less,
    "<=": _at_most,
    ">": _more,
    ">=": _at_least,
    "in": _among,
    "not in": _not_among,
    "starts with": _begins,
    "does not start with": _begins_otherwise,
}

_MATCHES: Final[dict[str, Callable[[Whatever, Whatever], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
