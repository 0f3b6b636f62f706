"""
The second opinion: two engines that decided the same facts must have decided the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kamassess.checklist.condition import (
    HIGH,
    LOW,
    And,
    Condition,
    Count,
    Fact,
    Not,
    OneOf,
    Or,
    StartsWith,
)
from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.engine.protocol import Decisions, Truth, Verdicts
from kamassess.errors import EnginesDiffer
from kamassess.facts.table import NO_FACTS, Facts, Members, Table
from kamassess.model.terms import Reading

_SAID: Final = {True: "true", False: "false", None: "unknown"}

_Place = tuple[Reading, str, str]
"""A reading, a rule and a focus."""


def compare(one: str, first: Verdicts, other: str, second: Verdicts, ruleset: Ruleset, facts: Facts) -> None:
    """
    Hold what two engines decided against each other.

    Args:
        one: the name of the first engine.
        first: what it decided.
        other: the name of the second.
        second: what that decided.
        ruleset: what they decided.
        facts: what they decided on.

    Raises:
        EnginesDiffer: with every difference, and the smallest case that shows one.
    """
    ours, theirs = _by_place(first), _by_place(second)
    found = [place for place in {**ours, **theirs} if ours.get(place, "") != theirs.get(place, "")]
    if not found:
        return
    rules = {rule.id: rule for stratum in ruleset.strata for rule in stratum.rules}
    raise EnginesDiffer(
        (
            f"{rule} at {focus}, {reading}: {one} says {_said(ours, reading, rule, focus)}, "
            f"{other} says {_said(theirs, reading, rule, focus)}"
            for reading, rule, focus in found
        ),
        min((_case(place, rules, facts) for place in found), key=len),
    )


def _by_place(verdicts: Verdicts) -> dict[_Place, Truth]:
    readings: dict[Reading, Decisions] = {
        Reading.CLAIMED: verdicts.claimed,
        Reading.PROVEN: verdicts.proven,
    }
    return {
        (reading, rule, focus): truth
        for reading, decisions in readings.items()
        for rule, foci in decisions.items()
        for focus, truth in foci.items()
    }


def _said(decided: dict[_Place, Truth], *place: *_Place) -> str:
    return _SAID[decided[place]] if place in decided else "nothing"


def _case(place: _Place, rules: dict[str, Rule], facts: Facts) -> str:
    """The rule and all that it was decided on: enough to see the difference again."""
    reading, rule, focus = place
    table = facts.claimed if reading is Reading.CLAIMED else facts.proven
    return "\n".join(_told(rules[rule], focus, rules, table)) if rule in rules else f"{rule} is no rule"


def _told(rule: Rule, focus: str, rules: dict[str, Rule], table: Table) -> Iterator[str]:
    """What a rule asks at a focus, what is known there, and the same of the members that it counts."""
    asked = tuple(_operands(rule.condition))
    row = table.rows.get(focus, NO_FACTS)
    names = [one.name + end for one in asked for end in ("", LOW, HIGH)]
    yield f"{rule.id} at {focus}: {rule.condition!r}"
    yield f"facts: { {name: row[name] for name in names if name in row}!r}"
    for count in asked:
        if isinstance(count, Count):
            members = table.members.get(focus, {}).get(count.relation, Members(open=True))
            yield f"{'.'.join(count.relation)}: {members!r}"
            if count.body is not None:
                for member in members.named:
                    yield from _told(rules[count.body], member, rules, table)


def _operands(condition: Condition) -> Iterator[Fact | Count]:
    """The facts and counts that a condition asks about."""
    match condition:
        case And(operands) | Or(operands):
            for one in operands:
                yield from _operands(one)
        case Not(operand):
            yield from _operands(operand)
        case OneOf(fact) | StartsWith(fact):
            yield fact
        case _:
            sides = (condition.left, condition.right)
            yield from (one for one in sides if isinstance(one, Fact | Count))
