"""
Nothing conforms vacuously: an ``all`` in a rule needs something that says there is a member.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from kamassess.checklist import syntax
from kamassess.checklist.printing import to_cel

_AT_LEAST = {">": 0, ">=": 1, "==": 1}
"""From which number on a comparison of a size says that there is a member."""

Guards = frozenset[str]


def vacuous(
    tree: syntax.Condition, guards: Guards = frozenset(), *, wanted: bool = True
) -> Iterator[syntax.Quantifier]:
    """
    The quantifiers ``all`` of a rule that would hold although there is no member.

    Args:
        tree: the rule.
        guards: the relations that are known to have a member, as ``nonempty`` gives them.
        wanted: whether the rule is to hold; what is to fail needs a member that fails.

    Yields:
        Each such quantifier.

    Example:
        >>> from kamassess.checklist.syntax import parse
        >>> [one.relation.parts for one in vacuous(parse("owners.all(p, p.leads)"))]
        [('owners',)]
        >>> list(vacuous(parse("owners.size() > 0 && owners.all(p, p.leads)")))
        []
    """
    match tree:
        case syntax.And(operands):
            beside = guards.union(*map(nonempty, operands))
            for one in operands:
                yield from vacuous(one, beside, wanted=wanted)
        case syntax.Or(operands):
            said = guards.union(*map(_empty, operands))
            for one in operands:
                yield from vacuous(one, said, wanted=wanted)
        case syntax.Not(operand):
            yield from vacuous(operand, guards, wanted=not wanted)
        case syntax.Quantifier(relation, word, _, condition):
            if word == "all" and wanted and to_cel(relation) not in guards:
                yield tree
            yield from vacuous(condition, wanted=wanted)
        case syntax.Compare(left, _, right):
            for count in (left, right):
                if isinstance(count, syntax.Size) and count.filter is not None:
                    yield from vacuous(count.filter.condition)


@singledispatch
def nonempty(tree: syntax.Node) -> Guards:
    """
    The relations that have a member when a rule holds.

    Args:
        tree: the rule.

    Returns:
        The relations, as they are written.
    """
    return frozenset()


@nonempty.register
def _(tree: syntax.And) -> Guards:
    return frozenset().union(*map(nonempty, tree.operands))


@nonempty.register
def _(tree: syntax.Or) -> Guards:
    return frozenset.intersection(*map(nonempty, tree.operands))


@nonempty.register
def _(tree: syntax.Quantifier) -> Guards:
    return frozenset() if tree.word == "all" else frozenset({to_cel(tree.relation)})


@nonempty.register
def _(tree: syntax.Compare) -> Guards:
    match tree:
        case syntax.Compare(syntax.Size(relation), operator, syntax.Literal(int(number))):
            if operator in _AT_LEAST and number >= _AT_LEAST[operator]:
                return frozenset({to_cel(relation)})
    return frozenset()


def _empty(tree: syntax.Condition) -> Guards:
    """The relation that a part of an ``||`` says may be empty: the author has then said so."""
    match tree:
        case syntax.Compare(syntax.Size(relation, None), "==", syntax.Literal(0)):
            return frozenset({to_cel(relation)})
    return frozenset()
