"""
A lowered condition as alternatives: it holds when all tests of one of them do.
"""

from __future__ import annotations

from itertools import chain, product
from math import prod

from kamassess.checklist.condition import All, Any, Lowered, Match, Test

Alternative = tuple[Test | Match, ...]
"""Tests that must all be met; none at all are always met."""


def size(condition: Lowered) -> int:
    """
    How many alternatives there are at most.

    Args:
        condition: a lowered condition.

    Returns:
        The number, worked out without writing them down: it may be beyond all bounds.

    Example:
        >>> from kamassess.model.kind import Type
        >>> either = Any((Test("a", "==", 1, Type.INT), Test("b", "==", 1, Type.INT)))
        >>> size(All([either] * 100))
        1267650600228229401496703205376
    """
    match condition:
        case All(operands):
            return prod(map(size, operands))
        case Any(operands):
            return sum(map(size, operands))
        case _:
            return 1


def alternatives(condition: Lowered) -> tuple[Alternative, ...]:
    """
    The alternatives, none of them twice.

    Args:
        condition: a lowered condition, of a small ``size``.

    Returns:
        The alternatives, in the order in which they are written.

    Example:
        >>> from kamassess.model.kind import Type
        >>> one, other, third = (Test(name, "==", 1, Type.INT) for name in "abc")
        >>> [[test.fact for test in some] for some in alternatives(All((one, Any((other, third)))))]
        [['a', 'b'], ['a', 'c']]
    """
    found: chain[Alternative]
    match condition:
        case All(operands):
            found = chain(
                tuple(dict.fromkeys(chain(*parts))) for parts in product(*map(alternatives, operands))
            )
        case Any(operands):
            found = chain(*map(alternatives, operands))
        case _:
            found = chain(((condition,),))
    return tuple(dict.fromkeys(found))
