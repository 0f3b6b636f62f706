"""
Rules and rows as durable-rules can take them without a wrong answer.

A rule becomes a few durable rules, one for each alternative of its ``holds`` and its ``fails``;
a rule on a row becomes one *question*: a fact with the rule's number and the known facts
that it mentions. All numbers in it are whole: dates are day numbers, decimals are
counted in billionths, since a text with a point is read by the locale's habits and with a
binary's precision. What cannot be said exactly that way is decided beforehand, test by test, and
told as 0 or 1; what tests come to together is durable-rules' own to find.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from kamassess.checklist.condition import Match, Test
from kamassess.checklist.once import once_per_ruleset
from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.engine.closures import Question, question
from kamassess.engine.normal_form import alternatives, size
from kamassess.engine.protocol import Truth
from kamassess.facts.table import Row, Value
from kamassess.model.kind import Type

ALTERNATIVES: Final = 60
"""
Of ``holds`` and ``fails`` together. One fact can wait at no more than 64 places of the network,
and 256 rules that share a condition overrun a buffer.
"""

TESTS: Final = 120
"""Different tests in a rule; a fact can have no more than 252 properties, and a test may take two."""

TEXT_BYTES: Final = 65_000
"""Of 65,536 bytes on, durable-rules compares only what is over that."""

WHOLE: Final = 2**63 - 1
BILLION: Final = 10**9

OPERATORS: Final = {"!=": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}
"""What durable-rules calls them; equality has no name there."""

NUMBER: Final = "k"
FACTS: Final = tuple(f"f{number}" for number in range(TESTS))
ATOMS: Final = tuple(f"a{number}" for number in range(TESTS))
"""All names of properties that there ever are: durable-rules knows a name by its 32-bit hash alone."""

Condition = dict[str, object]
Variant = frozenset[str]
"""The facts whose value, on some row, cannot be said exactly: their tests are decided beforehand."""


@frozen
class Atom:
    """
    A test with a place of its own in a question.

    Args:
        name: its property, when it is decided beforehand.
        fact: the property of its fact, when it is not.
        test: the test.
        constant: its value as durable-rules reads it; ``None`` when it is always decided beforehand.
        met: whether a row meets it.
    """

    name: str
    fact: str
    test: Test
    constant: str | int | None
    met: Question = field(eq=False)


@frozen
class Encoding:
    """
    A rule that durable-rules can take.

    Args:
        rule: its id.
        atoms: its tests.
        facts: the name and the type of every fact that is told as it is, by property.
        holds: for each alternative the numbers of its tests.
        fails: the same.
    """

    rule: str
    atoms: tuple[Atom, ...]
    facts: tuple[tuple[str, str, Type], ...]
    holds: tuple[tuple[int, ...], ...]
    fails: tuple[tuple[int, ...], ...]

    def ask(self, row: Row) -> tuple[Variant, str]:
        """
        The question whether the rule is true on a row.

        Args:
            row: what is known.

        Returns:
            The facts that cannot be said exactly, and the properties of the fact to assert, as JSON.
        """
        told, unsaid = "", set()
        for name, fact, kind in self.facts:
            value = row.get(fact)
            if value is not None:
                text = encoded(kind, value)
                if text is None:
                    unsaid.add(fact)
                else:
                    told += f',"{name}":{text}'
        for atom in self.atoms:
            fact = atom.test.fact
            if (atom.constant is None or fact in unsaid) and fact in row:
                told += f',"{atom.name}":{int(atom.met(row))}'
        return frozenset(unsaid), told

    def conditions(self, variant: Variant, number: int) -> list[tuple[bool, list[Condition]]]:
        """
        What must all be so of one fact for the rule to be true, or false, in each of its alternatives.

        Args:
            variant: the facts that cannot be said exactly.
            number: which question it is about.

        Returns:
            For each alternative the truth that it proves and the conditions, for a ``$and``.
        """
        return [
            (truth, [{NUMBER: number}, *(_condition(self.atoms[one], variant) for one in some)])
            for truth, alternatives in ((True, self.holds), (False, self.fails))
            for some in alternatives
        ]


@frozen
class Constant:
    """
    A rule that is the same whatever the facts are: nothing is to be asked.

    Args:
        truth: what it is.
    """

    truth: Truth


@frozen
class HandedBack:
    """
    A rule that durable-rules cannot take.

    Args:
        reason: why.
    """

    reason: str


@once_per_ruleset
def encodings(ruleset: Ruleset) -> Mapping[str, Encoding | Constant | HandedBack]:
    """
    Every rule of a ruleset as durable-rules can take it, if it can.

    Args:
        ruleset: the rules.

    Returns:
        What became of each rule, by id.
    """
    return {rule.id: encode(rule) for stratum in ruleset.strata for rule in stratum.rules}


def encode(rule: Rule) -> Encoding | Constant | HandedBack:
    """
    A rule as durable-rules can take it, if it can.

    Args:
        rule: the rule.

    Returns:
        The encoding, or what the rule always is, or why it cannot be taken.

    Example:
        >>> from kamassess.checklist.condition import Or, lower
        >>> nothing = Or(())
        >>> encode(Rule("R-1", ("kpi",), nothing, lower(nothing, True), lower(nothing, False)))
        Constant(truth=False)
    """
    many = size(rule.holds) + size(rule.fails)
    if many > ALTERNATIVES:
        return HandedBack(f"it has {many} alternatives; durable-rules takes {ALTERNATIVES} at most")
    holds, fails = alternatives(rule.holds), alternatives(rule.fails)
    if () in holds or () in fails or not (holds or fails):
        return Constant(True if () in holds else False if () in fails else None)
    numbers: dict[Test, int] = {}
    for some in (*holds, *fails):
        for test in some:
            if isinstance(test, Match):
                return HandedBack("it holds two facts against each other")
            numbers.setdefault(test, len(numbers))
    if len(numbers) > TESTS:
        return HandedBack(f"it has {len(numbers)} different tests; durable-rules takes {TESTS} at most")
    names: dict[tuple[str, Type], str] = {}
    atoms = []
    for test, number in numbers.items():
        name = names.setdefault((test.fact, test.type), FACTS[len(names)])
        atoms.append(Atom(ATOMS[number], name, test, _constant(test), question(test)))
    said = {atom.fact for atom in atoms if atom.constant is not None}
    return Encoding(
        rule=rule.id,
        atoms=tuple(atoms),
        facts=tuple((name, fact, kind) for (fact, kind), name in names.items() if name in said),
        holds=tuple(tuple(numbers[test] for test in some if isinstance(test, Test)) for some in holds),
        fails=tuple(tuple(numbers[test] for test in some if isinstance(test, Test)) for some in fails),
    )


def encoded(kind: Type, value: Value) -> str | None:
    """
    A value as durable-rules reads it.

    Args:
        kind: what it is.
        value: the value.

    Returns:
        JSON, or ``None`` for a value that it would not compare exactly.

    Example:
        >>> encoded(Type.DATE, "2026-11-01"), encoded(Type.BOOL, True), encoded(Type.TEXT, "10")
        ('739921', '1', '"s:10"')
        >>> encoded(Type.DECIMAL, Decimal("0.5")), encoded(Type.DECIMAL, Decimal("1e-10"))
        ('500000000', None)
    """
    match kind:
        case Type.TEXT:
            return _text(str(value))
        case Type.DATE:
            return _day(str(value))
        case Type.DECIMAL | Type.SHARE:
            return _billionths(Decimal(value))
        case _:
            return _whole(int(value))


def _text(value: str) -> str | None:
    text = json.dumps(f"s:{value}", ensure_ascii=False)
    try:
        return text if len(text.encode()) < TEXT_BYTES else None
    except UnicodeEncodeError:  # half of a surrogate pair: a character of Python's and of no encoding
        return None


def _day(value: str) -> str | None:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    # Python reads other ways of writing a day too, which have another order as text.
    return str(day.toordinal()) if day.isoformat() == value else None


def _whole(value: int) -> str | None:
    return str(value) if -WHOLE <= value <= WHOLE else None


def _billionths(value: Decimal) -> str | None:
    if abs(value.adjusted()) > 20:  # far out of range; and to write it out could take all memory
        return None if value else "0"
    above, below = value.as_integer_ratio()
    whole, rest = divmod(above * BILLION, below)
    return None if rest else _whole(whole)


def _constant(test: Test) -> str | int | None:
    if (test.operator != "==" and test.operator not in OPERATORS) or isinstance(test.value, tuple):
        return None
    if test.type is Type.TEXT and test.operator not in ("==", "!="):
        return None  # it would compare what is escaped in JSON as it is written there
    text = encoded(test.type, test.value)
    constant: str | int | None = None if text is None else json.loads(text)
    return constant


def _condition(atom: Atom, variant: Variant) -> Condition:
    if atom.constant is None or atom.test.fact in variant:
        return {atom.name: 1}
    told: Condition = {atom.fact: atom.constant}
    return told if atom.test.operator == "==" else {OPERATORS[atom.test.operator]: told}
