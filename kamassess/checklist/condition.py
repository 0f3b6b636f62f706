"""
What a checkpoint asks, typed: a tree of few node classes.

``Condition`` is what was meant, with negation. ``lower`` turns it once into the
two conditions that engines see, ``holds`` and ``fails``: trees of ``All``,
``Any`` and ``Test`` without negation, in which a test of a fact that is not
known is simply not true. So no engine needs a third truth value, and the two
are never true together.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import singledispatch
from typing import Final

from attrs import field, frozen

from kamassess.model.kind import Type

Constant = str | int | Decimal | bool
"""A literal value; a date is its ISO text."""

LOW: Final = "#low"
HIGH: Final = "#high"
"""Behind the name of a count or share: the names of its two ends in a row of facts."""

COMPLEMENT: Final = {
    "==": "!=",
    "!=": "==",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
    "in": "not in",
    "not in": "in",
    "starts with": "does not start with",
    "does not start with": "starts with",
}
"""For each operator the one that is true when it is false."""


@frozen
class Fact:
    """
    A fact of the focus.

    Args:
        name: as rows of facts have it, such as ``part_of.long_running``.
        type: what it is.
    """

    name: str
    type: Type


@frozen
class Count:
    """
    How many members of a relation there are, or for how many a condition is true: an interval.

    Args:
        name: as rows of facts have it, with ``LOW`` or ``HIGH`` behind it.
        relation: the path to the relation.
        body: the rule that is decided at each member; ``None`` counts all.
        negated: whether the members are counted for which the body fails.
        low: the name of its low end.
        high: the name of its high end.
    """

    name: str
    relation: tuple[str, ...]
    body: str | None = None
    negated: bool = False
    low: str = field(init=False, eq=False, repr=False)
    high: str = field(init=False, eq=False, repr=False)

    @low.default
    def _name_low(self) -> str:
        return self.name + LOW

    @high.default
    def _name_high(self) -> str:
        return self.name + HIGH

    @property
    def type(self) -> Type:
        """A count."""
        return Type.COUNT


@frozen
class Literal:
    """
    A value that is written in the rule.

    Args:
        value: the value; a date as its ISO text.
        type: what it is.
    """

    value: Constant
    type: Type


Operand = Fact | Count | Literal


@frozen
class Compare:
    """One operand against another, by one of ``== != < <= > >=``."""

    left: Operand
    operator: str
    right: Operand


@frozen
class OneOf:
    """A fact that is one of the values."""

    fact: Fact
    values: tuple[Constant, ...]


@frozen
class StartsWith:
    """A text that begins with another."""

    fact: Fact
    prefix: str


@frozen
class Not:
    """What is true when its operand is false."""

    operand: Condition


@frozen
class And:
    """What is true when every operand is."""

    operands: tuple[Condition, ...]


@frozen
class Or:
    """What is true when some operand is."""

    operands: tuple[Condition, ...]


Condition = Compare | OneOf | StartsWith | Not | And | Or


@frozen
class Test:
    """
    A test of one known fact; not true while the fact is not known.

    Args:
        fact: the name of the fact in the row, that of an end of an interval included.
        operator: one of ``COMPLEMENT``.
        value: what it is held against; a tuple for ``in``.
        type: what the fact is.
    """

    __test__ = False  # pytest would take it for a class of tests

    fact: str
    operator: str
    value: Constant | tuple[Constant, ...]
    type: Type


@frozen
class Match:
    """
    A test of two facts of the same focus against each other; not true while either is not known.

    Args:
        fact: the name of the left fact.
        operator: one of ``== != < <= > >=``.
        other: the name of the right fact.
        type: what both are.
    """

    fact: str
    operator: str
    other: str
    type: Type


def _together(operands: Iterable[Lowered]) -> tuple[Lowered, ...]:
    return tuple(operands)


@frozen
class All:
    """True when every operand is; true without operands."""

    operands: tuple[Lowered, ...] = field(converter=_together)


@frozen
class Any:
    """True when some operand is; false without operands."""

    operands: tuple[Lowered, ...] = field(converter=_together)


Lowered = Test | Match | All | Any

TRUE: Final = All(())
FALSE: Final = Any(())


ALWAYS: Final = And(())
NEVER: Final = Or(())
"""Conditions that parameters alone decide: true, and false."""


@singledispatch
def folded(condition: Condition) -> Condition:
    """
    A condition without what parameters alone decide.

    Args:
        condition: the condition, the values of parameters written in it.

    Returns:
        What is left; ``ALWAYS`` or ``NEVER`` where nothing is.

    Example:
        >>> off = Compare(Literal(False, Type.BOOL), "==", Literal(True, Type.BOOL))
        >>> late = Compare(Fact("days", Type.INT), ">", Literal(31, Type.INT))
        >>> folded(Or((late, And((off, late))))) == late
        True
    """
    return condition


@folded.register
def _(condition: Compare) -> Condition:
    left, right = condition.left, condition.right
    if isinstance(left, Literal) and isinstance(right, Literal):
        return ALWAYS if _compare(left.value, condition.operator, right.value) else NEVER
    return condition


@folded.register
def _(condition: Not) -> Condition:
    inner = folded(condition.operand)
    return NEVER if inner == ALWAYS else ALWAYS if inner == NEVER else Not(inner)


@folded.register
def _(condition: And) -> Condition:
    return _joined(And, condition.operands, neutral=ALWAYS, decisive=NEVER)


@folded.register
def _(condition: Or) -> Condition:
    return _joined(Or, condition.operands, neutral=NEVER, decisive=ALWAYS)


def _joined(
    how: type[And] | type[Or], operands: tuple[Condition, ...], *, neutral: Condition, decisive: Condition
) -> Condition:
    left = [one for one in map(folded, operands) if one != neutral]
    if decisive in left:
        return decisive
    return left[0] if len(left) == 1 else how(tuple(left))


@singledispatch
def lower(condition: Condition, truth: bool) -> Lowered:
    """
    The condition, free of negation, under which another is certainly true (or false).

    Args:
        condition: the condition.
        truth: ``True`` for when it holds, ``False`` for when it fails.

    Returns:
        A tree of ``All``, ``Any``, ``Test`` and ``Match``.

    Example:
        >>> late = Compare(Fact("days", Type.INT), ">", Literal(31, Type.INT))
        >>> lower(late, False)
        Test(fact='days', operator='<=', value=31, type=<Type.INT: 'int'>)
    """
    raise TypeError(f"not a condition: {condition!r}")


@lower.register
def _(condition: Not, truth: bool) -> Lowered:
    return lower(condition.operand, not truth)


@lower.register
def _(condition: And, truth: bool) -> Lowered:
    return (All if truth else Any)(lower(one, truth) for one in condition.operands)


@lower.register
def _(condition: Or, truth: bool) -> Lowered:
    return (Any if truth else All)(lower(one, truth) for one in condition.operands)


@lower.register
def _(condition: OneOf, truth: bool) -> Lowered:
    if condition.fact.type.is_interval:  # which has two ends and no value of its own
        fact = condition.fact
        each = (Compare(fact, "==", Literal(one, fact.type)) for one in condition.values)
        return lower(Or(tuple(each)), truth)
    operator = "in" if truth else "not in"
    return Test(condition.fact.name, operator, condition.values, condition.fact.type)


@lower.register
def _(condition: StartsWith, truth: bool) -> Lowered:
    operator = "starts with" if truth else "does not start with"
    return Test(condition.fact.name, operator, condition.prefix, Type.TEXT)


@lower.register
def _(condition: Compare, truth: bool) -> Lowered:
    left, right = condition.left, condition.right
    operator = condition.operator if truth else COMPLEMENT[condition.operator]
    if not (left.type.is_interval or right.type.is_interval):
        return _test(left, "", operator, right, "")
    # What is true of every number between the ends is true of the two ends that are worst for it.
    if operator in ("<", "<="):
        return _test(left, HIGH, operator, right, LOW)
    if operator in (">", ">="):
        return _test(left, LOW, operator, right, HIGH)
    if operator == "==":
        return All((_test(left, LOW, "==", right, HIGH), _test(left, HIGH, "==", right, LOW)))
    return Any((_test(left, HIGH, "<", right, LOW), _test(left, LOW, ">", right, HIGH)))


MIRRORED: Final = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
"""Comparison operators, each with the one that says the same when its two sides change places."""


def _test(left: Operand, left_end: str, operator: str, right: Operand, right_end: str) -> Lowered:
    if isinstance(left, Literal):
        if isinstance(right, Literal):
            return TRUE if _compare(left.value, operator, right.value) else FALSE
        return _test(right, right_end, MIRRORED[operator], left, left_end)
    name = left.name + (left_end if left.type.is_interval else "")
    if isinstance(right, Literal):
        return Test(name, operator, right.value, left.type)
    return Match(name, operator, right.name + (right_end if right.type.is_interval else ""), left.type)


def _compare(left: Constant, operator: str, right: Constant) -> bool:
    if operator == "==":
        return left == right
    if operator == "!=":
        return left != right
    less, equal = left < right, left == right  # type: ignore[operator]  # the compiler gave both one type
    return {"<": less, "<=": less or equal, ">": not less and not equal, ">=": not less}[operator]
