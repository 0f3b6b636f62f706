"""
Why a verdict is what it is: the atoms that decided it, down to the members that were counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import field, frozen

from kamassess.checklist.condition import (
    COMPLEMENT,
    HIGH,
    LOW,
    Always,
    And,
    Compare,
    Condition,
    Count,
    Fact,
    Literal,
    Not,
    OneOf,
    Operand,
    Or,
    StartsWith,
    lower,
)
from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.engine.closures import question
from kamassess.facts.table import NO_FACTS, Facts, Member, Members, Row, Table
from kamassess.findings.finding import Atom, Expected, Found
from kamassess.graph.members import Truth
from kamassess.model.kind import Vocabulary
from kamassess.model.terms import ORGANISATION, Reading

_NOTHING: Final = Members(open=True)


@frozen
class _At:
    """Where a condition is looked at: a node, and of which relation of which node it is a member."""

    focus: str
    of: str = ""
    path: tuple[str, ...] = ()


@frozen
class Explainer:
    """
    Finds the atoms that decided, from the same facts as the engines had.

    Args:
        ruleset: the rules.
        facts: what they were decided on.
        vocabulary: what facts rest on.
    """

    ruleset: Ruleset
    facts: Facts
    vocabulary: Vocabulary
    _bodies: dict[str, Rule] = field(init=False, eq=False, repr=False)
    _counts: dict[tuple[Reading, str, str], tuple[int, int | None]] = field(
        factory=dict, init=False, eq=False
    )

    @_bodies.default
    def _list_bodies(self) -> dict[str, Rule]:
        return {rule.id: rule for stratum in self.ruleset.strata for rule in stratum.rules}

    def because(self, condition: Condition, focus: str, reading: Reading) -> tuple[Atom, ...]:
        """
        The atoms that decided a condition at a focus under a reading.

        Args:
            condition: what was decided.
            focus: where.
            reading: under which reading.

        Returns:
            Where it was true those that made it true, where false those that
            made it false, where unknown those that are not known; each once.
        """
        at = _At(focus)
        return tuple(dict.fromkeys(self._deciding(condition, at, reading, True)))

    def found(self, operand: Operand, focus: str, reading: Reading) -> Found:
        """What an operand was found to be at a focus."""
        return self._found(operand, _At(focus), reading)

    # ------------------------------------------------------------------- truth
    def truth(self, condition: Condition, at: _At, reading: Reading) -> Truth:
        """Whether a condition is true where it is looked at."""
        match condition:
            case And(operands):
                answers = [self.truth(one, at, reading) for one in operands]
                return False if False in answers else None if None in answers else True
            case Or(operands):
                answers = [self.truth(one, at, reading) for one in operands]
                return True if True in answers else None if None in answers else False
            case Not(operand):
                answer = self.truth(operand, at, reading)
                return None if answer is None else not answer
            case Always(value):
                return value
        row = self._row(condition, at, reading)
        if question(lower(condition, True))(row):
            return True
        return False if question(lower(condition, False))(row) else None

    def _row(self, condition: Condition, at: _At, reading: Reading) -> Row:
        """The facts of a node, with the counts that a comparison asks for."""
        row = {**self._table(reading).rows.get(at.focus, NO_FACTS), **self._as_member(at, reading)}
        if isinstance(condition, Compare):
            for operand in (condition.left, condition.right):
                if isinstance(operand, Count):
                    low, high = self._count(operand, at, reading)
                    row[operand.name + LOW] = low
                    if high is not None:
                        row[operand.name + HIGH] = high
        return row

    def _as_member(self, at: _At, reading: Reading) -> Row:
        """What a reading knows of a node only as a member."""
        named = self.members(at.of, at.path, reading).named if at.path else ()
        return next((one.facts for one in named if one.focus == at.focus), NO_FACTS)

    def _table(self, reading: Reading) -> Table:
        return self.facts.claimed if reading is Reading.CLAIMED else self.facts.proven

    def members(self, focus: str, path: tuple[str, ...], reading: Reading) -> Members:
        """The members of a relation that the rules ask for."""
        return self._table(reading).members.get(focus, {}).get(path, _NOTHING)

    def _count(self, count: Count, at: _At, reading: Reading) -> tuple[int, int | None]:
        key = (reading, at.focus, count.name)
        if key not in self._counts:
            members = self.members(at.focus, count.relation, reading)
            certain = [self._counts_in(count, at, one, reading) for one in members.certain]
            possible = [self._counts_in(count, at, one, reading) for one in members.possible]
            high = None if members.open else sum(truth is not False for truth in (*certain, *possible))
            self._counts[key] = (sum(truth is True for truth in certain), high)
        return self._counts[key]

    def _counts_in(self, count: Count, at: _At, member: Member, reading: Reading) -> Truth:
        if count.body is None:
            return True
        body = self._bodies[count.body]
        truth = self.truth(body.condition, _At(member.focus, at.focus, count.relation), reading)
        return None if truth is None else truth is not count.negated

    # ------------------------------------------------------------------- atoms
    def _deciding(self, condition: Condition, at: _At, reading: Reading, positive: bool) -> Iterator[Atom]:
        if isinstance(condition, Not):
            yield from self._deciding(condition.operand, at, reading, not positive)
        elif isinstance(condition, And | Or):
            truth = self.truth(condition, at, reading)
            for one in condition.operands:
                if self.truth(one, at, reading) is truth:
                    yield from self._deciding(one, at, reading, positive)
        elif not isinstance(condition, Always):
            yield self._atom(condition, at, positive)
            if isinstance(condition, Compare) and isinstance(condition.left, Count):
                yield from self._of_members(condition, condition.left, at, reading)

    def _of_members(self, condition: Compare, count: Count, at: _At, reading: Reading) -> Iterator[Atom]:
        """The atoms that decided for the members that made the difference."""
        if count.body is None or not isinstance(condition.right, Literal):
            return
        truth = self.truth(condition, at, reading)
        wanted: Truth = None
        if truth is not None:
            low, _ = self._count(count, at, reading)
            too_many = (
                truth is False and isinstance(condition.right.value, int) and low > condition.right.value
            )
            wanted = truth or too_many
        body = self._bodies[count.body].condition
        for member in self.members(at.focus, count.relation, reading).named:
            if self._counts_in(count, at, member, reading) is wanted:
                inside = _At(member.focus, at.focus, count.relation)
                yield from self._deciding(body, inside, reading, True)

    def _atom(self, condition: Compare | OneOf | StartsWith, at: _At, positive: bool) -> Atom:
        operand, operator, expected = _parts(condition)
        return Atom(
            at.focus,
            operand.name if not isinstance(operand, Literal) else str(operand.value),
            operator if positive else COMPLEMENT[operator],
            expected,
            self._found(operand, at, Reading.CLAIMED),
            self._found(operand, at, Reading.PROVEN),
            self._rests_on(operand, at.focus),
        )

    def _found(self, operand: Operand, at: _At, reading: Reading) -> Found:
        if isinstance(operand, Literal):
            return operand.value
        if isinstance(operand, Count):
            return self._count(operand, at, reading)
        row = {**self._table(reading).rows.get(at.focus, NO_FACTS), **self._as_member(at, reading)}
        if not operand.type.is_interval:
            return row.get(operand.name)
        low = row.get(operand.name + LOW)
        high = row.get(operand.name + HIGH)
        return None if low is None else (low, high)  # type: ignore[return-value]  # ends are numbers

    def _rests_on(self, operand: Operand, focus: str) -> tuple[str, ...]:
        kind = focus.partition(":")[0] if focus != ORGANISATION else ORGANISATION
        if isinstance(operand, Count):
            relation = self.vocabulary.relation(kind, operand.relation[0])
            return relation.rests_on if relation else ()
        if isinstance(operand, Fact):
            name = operand.name.removeprefix("has(").removesuffix(")").partition(".")[0]
            fact = self.vocabulary.fact(kind, name)
            if fact is not None:
                return fact.rests_on
        return ()


def _parts(condition: Compare | OneOf | StartsWith) -> tuple[Operand, str, Expected]:
    match condition:
        case OneOf(fact, values):
            return fact, "in", values
        case StartsWith(fact, prefix):
            return fact, "starts with", prefix
        case Compare(left, operator, right):
            return left, operator, right.value if isinstance(right, Literal) else right.name
