"""
The meaning of a ruleset, in plain Python: what every other engine is held against.

Rules are compiled to functions once per ruleset. Strata are decided innermost
first: the members of a relation for which a body holds are counted, and the
count is a fact of the row in which the next stratum's rules look. What the
proven reading knows in the very same words as the claimed one is not decided
again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib import metadata
from itertools import chain
from typing import cast

from attrs import frozen

from kamassess.checklist.condition import Count
from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.engine.closures import Question, question
from kamassess.engine.counting import NOT_DESCRIBED, UNKNOWN, ends, foci_of, read, write
from kamassess.engine.following import Following
from kamassess.engine.once import once_per_ruleset
from kamassess.engine.protocol import Truth, Verdicts
from kamassess.facts.table import NO_FACTS, Facts, Member, Members, Row, Table, Value


@frozen
class Compiled:
    """
    A rule as functions of a row.

    Args:
        id: the rule's.
        kinds: the kinds of its focus.
        holds: whether it is certainly true.
        fails: whether it is certainly false.
    """

    id: str
    kinds: tuple[str, ...]
    holds: Question
    fails: Question

    def decide(self, row: Row) -> Truth:
        """True, false or unknown, as far as a row knows."""
        return True if self.holds(row) else False if self.fails(row) else None


@frozen
class Floor:
    """
    A stratum, compiled.

    Args:
        counts: what is counted, by the kind whose rows get it.
        rules: what is decided after it.
    """

    counts: dict[str, tuple[Count, ...]]
    rules: tuple[Compiled, ...]


@once_per_ruleset
def compiled(ruleset: Ruleset) -> tuple[Floor, ...]:
    """
    The strata of a ruleset as Python functions.

    Args:
        ruleset: the rules.

    Returns:
        A floor for each stratum, innermost first.
    """
    floors = []
    for stratum in ruleset.strata:
        counts: dict[str, tuple[Count, ...]] = {}
        for counting in stratum.counts:
            for kind in counting.kinds:
                counts[kind] = (*counts.get(kind, ()), counting.count)
        floors.append(Floor(counts, tuple(map(_compile, stratum.rules))))
    return tuple(floors)


def _compile(rule: Rule) -> Compiled:
    return Compiled(rule.id, rule.kinds, question(rule.holds), question(rule.fails))


class Reference:
    """
    The library's default engine.

    Example:
        >>> from kamassess.checklist.condition import Compare, Fact, Literal, lower
        >>> from kamassess.checklist.ruleset import Stratum
        >>> from kamassess.model.kind import Type
        >>> late = Compare(Fact("days", Type.INT), ">", Literal(31, Type.INT))
        >>> rule = Rule("R-1", ("kpi",), late, lower(late, True), lower(late, False))
        >>> rows = {"kpi:wait": {"days": 40}, "kpi:cost": {}}
        >>> table = Table(rows, {}, {"kpi": ("kpi:wait", "kpi:cost")})
        >>> Reference().decide(Ruleset((Stratum((), (rule,)),), {}, {}), Facts(table, table)).claimed
        {'R-1': {'kpi:wait': True, 'kpi:cost': None}}
    """

    name = "reference"

    @cached_property
    def version(self) -> str:
        """That of kamassess."""
        return metadata.version("kamassess")

    def decide(self, ruleset: Ruleset, facts: Facts) -> Verdicts:
        """
        Decide every rule at every focus of its kind.

        Args:
            ruleset: the rules.
            facts: what is known, under both readings.

        Returns:
            What was decided.
        """
        claimed, proven = _both_readings(ruleset, facts)
        counts = Facts(claimed.counted, proven.counted)
        return Verdicts(claimed.decisions, proven.decisions, counted=counts)

    def open(self, ruleset: Ruleset, facts: Facts) -> Following:
        """
        Begin a live one.

        Args:
            ruleset: the rules.
            facts: what is known to begin with.

        Returns:
            The live one.
        """
        return Following(ruleset, facts, _Closures(ruleset))


def counted(ruleset: Ruleset, facts: Facts) -> Facts:
    """
    Facts with every count that the rules ask for: what explains why something was decided.

    Args:
        ruleset: the rules.
        facts: what is known, under both readings.

    Returns:
        The same facts, and the counts.
    """
    claimed, proven = _both_readings(ruleset, facts)
    return Facts(claimed.counted, proven.counted)


def _both_readings(ruleset: Ruleset, facts: Facts) -> tuple[_Deciding, _Deciding]:
    floors = compiled(ruleset)
    claimed = _Deciding(floors, facts.claimed, None)
    return claimed, _Deciding(floors, facts.proven, claimed)


class _Closures:
    """
    Decides by the functions that rules are compiled to.

    Args:
        ruleset: the rules.
    """

    handed_back: Mapping[str, str] = {}  # nothing ever is

    def __init__(self, ruleset: Ruleset) -> None:
        self._rules = {rule.id: rule for floor in compiled(ruleset) for rule in floor.rules}

    def decide(self, asked: Sequence[tuple[Rule, Row]]) -> list[Truth]:
        rules = self._rules
        return [rules[rule.id].decide(row) for rule, row in asked]

    def close(self) -> None:
        """Nothing is held."""


class _Deciding:
    """
    One reading being decided, floor by floor.

    Args:
        floors: the strata, compiled.
        table: what the reading knows.
        twin: the other reading, decided before.
    """

    def __init__(self, floors: tuple[Floor, ...], table: Table, twin: _Deciding | None) -> None:
        self._table = table
        self._twin = twin
        # The foci whose row, with what was counted so far, is the very object that the twin has:
        # whatever is decided there was decided before.
        self._same = set() if twin is None else _same(table, twin._table)
        self._rows: dict[str, Row] = dict(table.rows)
        self._truths: dict[str, dict[str, Truth]] = {}
        self._bodies: dict[str, Compiled] = {}
        for kind in {kind for floor in floors for kind in floor.counts}:
            for focus in foci_of(table, kind):
                if twin and focus in self._same:
                    self._rows[focus] = twin._rows[focus]
                else:
                    self._rows[focus] = dict(table.rows.get(focus, NO_FACTS))
        for floor in floors:
            for kind, counts in floor.counts.items():
                for focus in foci_of(table, kind):
                    self._count(focus, counts)
            for rule in floor.rules:
                self._bodies[rule.id], self._truths[rule.id] = rule, {}
        self.decisions = self._conclude(floors[-1].rules)
        self.counted = Table(self._rows, table.members, table.foci)

    def _count(self, focus: str, counts: tuple[Count, ...]) -> None:
        related = self._table.members.get(focus, NOT_DESCRIBED)
        before = self._twin._table.members.get(focus, NOT_DESCRIBED) if self._twin else NOT_DESCRIBED
        for count in counts:
            members = related.get(count.relation, UNKNOWN)
            again = focus in self._same
            if again and members is before.get(count.relation, UNKNOWN) and self._as_before(count, members):
                continue
            found = ends(count, members, self._at)
            if again:
                if read(self._rows[focus], count.name) == found:
                    continue
                self._same.discard(focus)
                self._rows[focus] = dict(self._rows[focus])
            write(cast(dict[str, Value], self._rows[focus]), count.name, found)

    def _as_before(self, count: Count, members: Members) -> bool:
        if count.body is not None:
            for member in chain(members.certain, members.possible):  # all() takes twice the time
                if member.focus not in self._same:
                    return False
        return True

    def _at(self, body: str, members: tuple[Member, ...]) -> list[Truth]:
        known = self._truths[body]
        return [
            known[member.focus] if member.focus in known and not member.facts else self._learn(body, member)
            for member in members
        ]

    def _learn(self, body: str, member: Member) -> Truth:
        rule, focus, twin = self._bodies[body], member.focus, self._twin
        row = self._rows.get(focus, NO_FACTS)
        if member.facts:
            return rule.decide({**row, **member.facts})
        if twin and focus in self._same and focus in twin._truths[body]:
            truth = twin._truths[body][focus]
        else:
            truth = rule.decide(row)
        self._truths[body][focus] = truth
        return truth

    def _conclude(self, rules: tuple[Compiled, ...]) -> dict[str, dict[str, Truth]]:
        places = {kinds: self._places(kinds) for kinds in {rule.kinds for rule in rules}}
        before = self._twin.decisions if self._twin else {}
        decisions = {}
        for rule in rules:
            holds, fails, known = rule.holds, rule.fails, before.get(rule.id, {})
            decisions[rule.id] = {
                focus: known[focus] if row is None else True if holds(row) else False if fails(row) else None
                for focus, row in places[rule.kinds]
            }
        return decisions

    def _places(self, kinds: tuple[str, ...]) -> list[tuple[str, Row | None]]:
        """The foci of some kinds, with the row to decide on where the twin did not do so."""
        return [
            (focus, None if focus in self._same else self._rows.get(focus, NO_FACTS))
            for kind in kinds
            for focus in foci_of(self._table, kind)
        ]


def _same(table: Table, twin: Table) -> set[str]:
    """The foci whose row is the very same object in two tables."""
    return {
        focus
        for kind, foci in table.foci.items()
        if foci == twin.foci.get(kind)
        for focus in foci
        if table.rows.get(focus, NO_FACTS) is twin.rows.get(focus, NO_FACTS)
    }
