"""The tree of a rule, written as CEL again: one way to write each, with no parentheses too many."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import singledispatch
from typing import Final

from kamassess.checklist.syntax import (
    And,
    Compare,
    Condition,
    Filter,
    Has,
    In,
    Literal,
    Node,
    Not,
    Or,
    Path,
    Quantifier,
    Size,
    StartsWith,
)
from kamassess.errors import InvalidCall


@singledispatch
def to_cel(node: Node) -> str:
    """
    Write a rule, or an operand of one, as CEL.

    Args:
        node: its tree.

    Returns:
        A text that reads as the same tree.

    Raises:
        InvalidCall: It is not a condition or an operand.

    Example:
        >>> from kamassess.checklist.syntax import parse
        >>> to_cel(parse("(open)||( !(x in['a'])&&y==.50 )"))
        'open || !(x in ["a"]) && y == 0.50'
    """
    raise InvalidCall(f"not a condition or an operand of a rule: {node!r}")


@to_cel.register
def _(node: Or) -> str:
    return " || ".join(map(to_cel, node.operands))


@to_cel.register
def _(node: And) -> str:
    return " && ".join(_around(operand, And) for operand in node.operands)


@to_cel.register
def _(node: Not) -> str:
    return f"!{_around(node.operand, Not)}"


@to_cel.register
def _(node: Compare) -> str:
    return f"{to_cel(node.left)} {node.operator} {to_cel(node.right)}"


@to_cel.register
def _(node: In) -> str:
    return f"{to_cel(node.operand)} in [{', '.join(map(to_cel, node.literals))}]"


@to_cel.register
def _(node: StartsWith) -> str:
    return f"{to_cel(node.path)}.startsWith({_text(node.prefix)})"


@to_cel.register
def _(node: Has) -> str:
    return f"has({to_cel(node.path)})"


@to_cel.register
def _(node: Quantifier) -> str:
    return f"{to_cel(node.relation)}.{node.word}({node.variable}, {to_cel(node.condition)})"


@to_cel.register
def _(node: Size) -> str:
    filtered = f".{_filter(node.filter)}" if node.filter else ""
    return f"{to_cel(node.relation)}{filtered}.size()"


@to_cel.register
def _(node: Path) -> str:
    return ".".join(node.parts)


@to_cel.register
def _(node: Literal) -> str:
    return _LITERALS[type(node.value)](node.value)


def _filter(node: Filter) -> str:
    return f"filter({node.variable}, {to_cel(node.condition)})"


# How tightly a node holds its parts together; what is not named here needs no parentheses anywhere.
_TIGHTNESS: Final[Mapping[type[Node], int]] = {Or: 0, And: 1, Compare: 2, In: 2, Not: 3}


def _around(operand: Condition, outer: type[Node]) -> str:
    """An operand, in parentheses where it would fall apart within the outer node."""
    loose = _TIGHTNESS.get(type(operand), _TIGHTNESS[Not]) < _TIGHTNESS[outer]
    return f"({to_cel(operand)})" if loose else to_cel(operand)


def _text(value: str) -> str:
    return f'"{"".join(map(_character, value))}"'


def _character(character: str) -> str:
    # CEL as we read it escapes no characters above U+FFFF; those are written as they are.
    if character in _ESCAPED:
        return _ESCAPED[character]
    if character.isprintable() or character > "\uffff":
        return character
    return f"\\u{ord(character):04x}"


_ESCAPED: Final[Mapping[str, str]] = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"}


def _decimal(value: Decimal) -> str:
    """All its digits, and a point: without one, it would read as a whole number."""
    digits = f"{value:f}"
    return digits if "." in digits else f"{digits}.0"


_LITERALS: Final[Mapping[type, Callable[..., str]]] = {
    bool: lambda value: str(value).lower(),
    int: str,
    Decimal: _decimal,
    str: _text,
}
