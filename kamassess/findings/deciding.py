"""
Why a verdict is what it is: the atoms that decided it, down to the members that were counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import singledispatch
from typing import Protocol

from attrs import field, frozen

from kamassess.checklist.condition import (
    COMPLEMENT,
    HIGH,
    LOW,
    MIRRORED,
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
from kamassess.checklist.once import once_per_ruleset
from kamassess.checklist.ruleset import Ruleset
from kamassess.engine.closures import Question, question
from kamassess.facts.table import NO_FACTS, Facts, Members, Row
from kamassess.findings.finding import AnotherFact, Atom, Expected, Found
from kamassess.graph.members import Truth, opposite
from kamassess.model.kind import Vocabulary
from kamassess.model.terms import Reading

Finder = Callable[[Row], Found]
"""What an operand was found to be, by the facts of a focus."""

Path = tuple[str, ...]
"""The relations to one that lead to a relation, and the relation itself."""

_NOTHING = Members(open=True)


@frozen
class Explainer:
    """
    Finds the atoms that decided.

    Args:
        ruleset: the rules.
        facts: what they were decided on, every count included.
        vocabulary: what facts rest on.
    """

    ruleset: Ruleset
    facts: Facts
    vocabulary: Vocabulary
    _looks: dict[str, _Look] = field(init=False, eq=False, repr=False)
    _parts: dict[tuple[str, str], tuple[str, ...]] = field(factory=dict, init=False, eq=False, repr=False)

    @_looks.default
    def _compiled(self) -> dict[str, _Look]:
        return _looks(self.ruleset)

    def because(self, rule: str, focus: str, reading: Reading) -> tuple[Atom, ...]:
        """
        The atoms that decided a rule at a focus under a reading.

        Args:
            rule: what was decided, by its id.
            focus: where.
            reading: under which reading.

        Returns:
            Where it was true those that made it true, where false those that
            made it false, where unknown those that are not known; each once.
        """
        look, at = self._looks[rule], self.place(focus, reading)
        found: list[Atom] = []
        look.decided(self, at, look.truth(at.row), found, positive=True)
        return tuple(found if len(found) < 2 else dict.fromkeys(found))

    def found(self, operand: Operand, focus: str, reading: Reading) -> Found:
        """What an operand was found to be at a focus."""
        return _finder(operand)(self.place(focus, reading).row)

    def members(self, focus: str, path: Path, reading: Reading) -> Members:
        """The members of a relation that the rules ask for."""
        table = self.facts.claimed if reading is Reading.CLAIMED else self.facts.proven
        return table.members.get(focus, {}).get(path, _NOTHING)

    def place(self, focus: str, reading: Reading) -> _Place:
        """A focus, to be looked at under a reading."""
        claimed = self.facts.claimed.rows.get(focus, NO_FACTS)
        proven = self.facts.proven.rows.get(focus, NO_FACTS)
        return _Place(focus, reading, claimed, proven, claimed if reading is Reading.CLAIMED else proven)

    def places(self, at: _Place, path: Path) -> Iterator[_Place]:
        """The members of a relation at a place, as the reading of that place names them."""
        claimed = self.members(at.focus, path, Reading.CLAIMED)
        proven = self.members(at.focus, path, Reading.PROVEN)
        named = (claimed if at.reading is Reading.CLAIMED else proven).named
        places = (self.place(one, at.reading) for one in named)
        if not claimed.facts and not proven.facts:
            return places
        return (
            one.with_facts(claimed.facts.get(one.focus, NO_FACTS), proven.facts.get(one.focus, NO_FACTS))
            for one in places
        )

    def body(self, rule: str) -> _Look:
        """What is asked of members."""
        return self._looks[rule]

    def parts(self, operand: Fact | Count, focus: str) -> tuple[str, ...]:
        """The relations and attributes of a focus that an operand rests on."""
        key = (focus.partition(":")[0], operand.name)
        if key not in self._parts:
            self._parts[key] = _rests_on(operand, key[0], self.vocabulary)
        return self._parts[key]


def _rests_on(operand: Fact | Count, kind: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    if isinstance(operand, Count):
        relation = vocabulary.relation(kind, operand.relation[0])
        return relation.rests_on if relation else ()
    name = operand.name.removeprefix("has(").removesuffix(")").partition(".")[0]
    first = vocabulary.fact(kind, name) or vocabulary.relation(kind, name)  # of a path: its first step
    return first.rests_on if first else ()


def _finder(operand: Operand) -> Finder:
    """The function that says of a row what an operand is."""
    if isinstance(operand, Literal):
        value = operand.value
        return lambda row: value
    name = operand.name
    if not operand.type.is_interval:
        return lambda row: row.get(name)
    low, high = name + LOW, name + HIGH
    return lambda row: (row[low], row.get(high)) if low in row else None  # type: ignore[return-value]


@frozen
class _Place:
    """
    A focus, or a member of a relation of one, as both readings know it.

    Args:
        focus: the node.
        reading: under which reading it is looked at.
        claimed: its facts, every claim taken at its word.
        proven: its facts, uncertain claims taken as unknown.
        row: its facts under the reading under which it is looked at.
    """

    focus: str
    reading: Reading
    claimed: Row
    proven: Row
    row: Row

    def with_facts(self, claimed: Row, proven: Row) -> _Place:
        """The same with what both readings know of it only as a member."""
        both = {**self.claimed, **claimed}, {**self.proven, **proven}
        return _Place(self.focus, self.reading, *both, both[self.reading is Reading.PROVEN])


# ---------------------------------------------------------------- conditions, compiled to be looked at
class _Look(Protocol):
    """A condition, to be looked at in one place after the other."""

    def truth(self, row: Row) -> Truth:
        """Whether it is true of a row."""

    def decided(self, by: Explainer, at: _Place, truth: Truth, atoms: list[Atom], *, positive: bool) -> None:
        """Add the atoms that gave it its truth; turned round where it stands under a negation."""


@once_per_ruleset
def _looks(ruleset: Ruleset) -> dict[str, _Look]:
    return {rule.id: _look(rule.condition) for stratum in ruleset.strata for rule in stratum.rules}


@singledispatch
def _look(condition: Condition) -> _Look:
    raise TypeError(f"not a condition: {condition!r}")


@_look.register
def _(condition: Compare | OneOf | StartsWith) -> _Look:
    operand, operator, expected = _written(condition)
    return _Comparison(
        operand,
        operand.name,
        operator,
        COMPLEMENT[operator],
        expected,
        _finder(operand),
        question(lower(condition, True)),
        question(lower(condition, False)),
        operand if isinstance(operand, Count) and _is_literal(condition) else None,
    )


def _written(condition: Compare | OneOf | StartsWith) -> tuple[Fact | Count, str, Expected]:
    """What is compared, how and with what, the fact first; two values are never compared in a folded rule."""
    match condition:
        case OneOf(fact, values):
            return fact, "in", values
        case StartsWith(fact, prefix):
            return fact, "starts with", prefix
    left, right = condition.left, condition.right
    if isinstance(left, Literal):
        return right, MIRRORED[condition.operator], left.value  # type: ignore[return-value]
    expected = right.value if isinstance(right, Literal) else AnotherFact(right.name)
    return left, condition.operator, expected


def _is_literal(condition: Compare | OneOf | StartsWith) -> bool:
    """Whether something is compared with a value that is written in the rule."""
    return not isinstance(condition, Compare) or Literal in (type(condition.left), type(condition.right))


@frozen
class _Comparison:
    """
    A comparison: an atom.

    Args:
        operand: what is compared.
        fact: what it is called.
        operator: how it is compared.
        opposite: how it is compared under a negation.
        expected: with what.
        found: what it was found to be, by a row.
        holds: whether it is certainly true of a row.
        fails: whether it is certainly false of a row.
        count: the count whose members are told, where what it must be is written in the rule.
    """

    operand: Fact | Count
    fact: str
    operator: str
    opposite: str
    expected: Expected
    found: Finder
    holds: Question
    fails: Question
    count: Count | None

    def truth(self, row: Row) -> Truth:
        return True if self.holds(row) else False if self.fails(row) else None

    def decided(self, by: Explainer, at: _Place, truth: Truth, atoms: list[Atom], *, positive: bool) -> None:
        claimed = self.found(at.claimed)
        atoms.append(
            Atom(
                at.focus,
                self.fact,
                self.operator if positive else self.opposite,
                self.expected,
                claimed,
                claimed if at.proven is at.claimed else self.found(at.proven),
                by.parts(self.operand, at.focus),
            )
        )
        if self.count is not None and self.count.body is not None:
            self._of_members(self.count, self.count.body, by, at, truth, atoms)

    def _of_members(
        self, count: Count, asked: str, by: Explainer, at: _Place, truth: Truth, atoms: list[Atom]
    ) -> None:
        """Add the atoms that decided for the members that made the difference."""
        # Where there are too few it was decided by those that do not count; where too many, by those that do.
        counted = self._too_many(at.row.get(count.name + LOW)) if truth is False else truth
        wanted, body = opposite(counted) if count.negated else counted, by.body(asked)
        for member in by.places(at, count.relation):
            if body.truth(member.row) is wanted:
                body.decided(by, member, wanted, atoms, positive=True)

    def _too_many(self, low: object) -> bool:
        """Whether a comparison that fails would hold of a lower count."""
        if self.operator == "==":
            return isinstance(self.expected, int) and isinstance(low, int) and low > self.expected
        return self.operator in ("<", "<=", "!=")


@frozen
class _Joined:
    """
    Several conditions, all or one of which must be true.

    Args:
        parts: the conditions.
        decides: the truth of one part that decides it alone: false for all, true for one.
    """

    parts: tuple[_Look, ...]
    decides: bool

    def truth(self, row: Row) -> Truth:
        unknown = False
        for one in self.parts:
            truth = one.truth(row)
            if truth is self.decides:
                return truth
            unknown = unknown or truth is None
        return None if unknown else not self.decides

    def decided(self, by: Explainer, at: _Place, truth: Truth, atoms: list[Atom], *, positive: bool) -> None:
        for one in self.parts:
            if one.truth(at.row) is truth:
                one.decided(by, at, truth, atoms, positive=positive)


@frozen
class _Negated:
    """What is true when a condition is false."""

    part: _Look

    def truth(self, row: Row) -> Truth:
        return opposite(self.part.truth(row))

    def decided(self, by: Explainer, at: _Place, truth: Truth, atoms: list[Atom], *, positive: bool) -> None:
        self.part.decided(by, at, opposite(truth), atoms, positive=not positive)


@_look.register
def _(condition: And) -> _Look:
    return _Joined(tuple(map(_look, condition.operands)), decides=False)


@_look.register
def _(condition: Or) -> _Look:
    return _Joined(tuple(map(_look, condition.operands)), decides=True)


@_look.register
def _(condition: Not) -> _Look:
    return _Negated(_look(condition.operand))
