"""
Who asks what: the way from a fact or a relation to the counts and rules that a change of it can touch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import frozen

from kamassess.checklist.condition import Count, Lowered, Match, Test
from kamassess.checklist.once import once_per_ruleset
from kamassess.checklist.ruleset import Rule, Ruleset

K = TypeVar("K")
V = TypeVar("V")

Path = tuple[str, ...]
"""The relations to one that lead to a relation, and the relation itself."""


@frozen
class Level:
    """
    A stratum, by what can touch it.

    Args:
        counts: what is counted, by the kind whose rows get it.
        related: the counts that a relation of a kind can touch, by kind and path.
        rules: what is decided after it, by kind.
        asking: the rules that mention a fact, by its name.
    """

    counts: Mapping[str, tuple[Count, ...]]
    related: Mapping[tuple[str, Path], tuple[Count, ...]]
    rules: Mapping[str, tuple[Rule, ...]]
    asking: Mapping[str, tuple[Rule, ...]]


@frozen
class Plan:
    """
    A ruleset, by what can touch what.

    Args:
        levels: the strata, innermost first.
        bodies: the rules that are counted with, by id.
        counting: the counts that a body can touch, with the number of their level,
            by kind, path and body.
        paths: the relations of each kind whose members are decided.
    """

    levels: tuple[Level, ...]
    bodies: Mapping[str, Rule]
    counting: Mapping[tuple[str, Path, str], tuple[tuple[int, Count], ...]]
    paths: Mapping[str, frozenset[Path]]


@once_per_ruleset
def plan(ruleset: Ruleset) -> Plan:
    """
    Work out who asks what.

    Args:
        ruleset: the rules.

    Returns:
        The plan.
    """
    bodies = {rule.id: rule for stratum in ruleset.strata[:-1] for rule in stratum.rules}
    counting: dict[tuple[str, Path, str], list[tuple[int, Count]]] = defaultdict(list)
    levels = []
    for number, stratum in enumerate(ruleset.strata):
        counts, related = defaultdict(list), defaultdict(list)
        for one in stratum.counts:
            for kind in one.kinds:
                counts[kind].append(one.count)
                related[kind, one.count.relation].append(one.count)
                if one.count.body is not None:
                    counting[kind, one.count.relation, one.count.body].append((number, one.count))
        rules, asking = defaultdict(list), defaultdict(list)
        for rule in stratum.rules:
            for kind in rule.kinds:
                rules[kind].append(rule)
            for fact in mentioned(rule):
                asking[fact].append(rule)
        levels.append(Level(_fixed(counts), _fixed(related), _fixed(rules), _fixed(asking)))
    paths: dict[str, set[Path]] = defaultdict(set)
    for kind, path, _ in counting:
        paths[kind].add(path)
    return Plan(
        levels=tuple(levels),
        bodies=bodies,
        counting=_fixed(counting),
        paths={kind: frozenset(some) for kind, some in paths.items()},
    )


def mentioned(rule: Rule) -> frozenset[str]:
    """
    The facts that decide a rule.

    Args:
        rule: the rule.

    Returns:
        Their names, as rows have them.
    """
    return frozenset((*_names(rule.holds), *_names(rule.fails)))


def _names(condition: Lowered) -> Iterator[str]:
    match condition:
        case Test(fact=name):
            yield name
        case Match(fact=name, other=other):
            yield from (name, other)
        case _:
            for operand in condition.operands:
                yield from _names(operand)


def _fixed(lists: Mapping[K, list[V]]) -> dict[K, tuple[V, ...]]:
    return {key: tuple(values) for key, values in lists.items()}
