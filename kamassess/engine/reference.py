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

from attrs import frozen

from kamassess.checklist.condition import Count
from kamassess.checklist.once import once_per_ruleset
from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.engine.closures import Question, question
from kamassess.engine.counting import NOT_DESCRIBED, UNKNOWN, ends, foci_of, write
from kamassess.engine.following import Following
from kamassess.engine.protocol import Truth, Verdicts
from kamassess.facts.table import NO_FACTS, Facts, Row, Table
from kamassess.model.terms import ORGANISATION


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
        from importlib import metadata  # which takes longer to import than much of kamassess

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
    alike = facts.claimed.foci == facts.proven.foci
    return claimed, _Deciding(floors, facts.proven, claimed if alike else None)


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

    Where a focus' row, its counts included, is the very object that the twin has, whatever
    is decided there was decided before.

    Args:
        floors: the strata, compiled.
        table: what the reading knows.
        twin: the other reading, decided before, of the same foci.
    """

    def __init__(self, floors: tuple[Floor, ...], table: Table, twin: _Deciding | None) -> None:
        self._table = table
        self._twin = twin
        self._rows: dict[str, Row] = dict(table.rows)
        self._differing = set() if twin is None else _differing(table, twin._table)
        self._truths: dict[str, dict[str, Truth]] = {}
        self._bodies: dict[str, Compiled] = {}
        for floor in floors:
            for kind, counts in floor.counts.items():
                for focus in foci_of(table, kind):
                    if twin is None:
                        self._rows[focus] = self._counted(focus, counts)
                    else:
                        self._count_beside(twin, focus, counts)
            for rule in floor.rules:
                self._bodies[rule.id], self._truths[rule.id] = rule, {}
        self.decisions = self._conclude(floors[-1].rules)
        self.counted = Table(self._rows, table.members, table.foci)

    def _counted(self, focus: str, counts: tuple[Count, ...]) -> Row:
        """The row of a focus with what is counted there."""
        row = dict(self._rows.get(focus, NO_FACTS))
        related = self._table.members.get(focus, NOT_DESCRIBED)
        for count in counts:
            members = related.get(count.relation, UNKNOWN)
            write(row, count, ends(count, members, self._at))
        return row

    def _count_beside(self, twin: _Deciding, focus: str, counts: tuple[Count, ...]) -> None:
        if focus in self._differing or self._may_differ(twin, focus, counts):
            row = self._counted(focus, counts)
            if row != twin._rows[focus]:
                self._differing.add(focus)
                self._rows[focus] = row
                return
            self._differing.discard(focus)
        self._rows[focus] = twin._rows[focus]

    def _may_differ(self, twin: _Deciding, focus: str, counts: tuple[Count, ...]) -> bool:
        """Whether other members are counted than by the twin, or members that differ."""
        here = self._table.members.get(focus, NOT_DESCRIBED)
        there = twin._table.members.get(focus, NOT_DESCRIBED)
        differing = self._differing
        for count in counts:
            members = here.get(count.relation, UNKNOWN)
            if members is not there.get(count.relation, UNKNOWN):
                return True
            if count.body is not None and not differing.isdisjoint(members.named):
                return True
        return False

    def _at(self, body: str, some: tuple[str, ...], facts: Mapping[str, Row]) -> list[Truth]:
        known = self._truths[body]
        if facts:
            return [self._as_member(body, focus, facts.get(focus, NO_FACTS)) for focus in some]
        return [known[focus] if focus in known else self._learn(body, focus) for focus in some]

    def _as_member(self, body: str, focus: str, facts: Row) -> Truth:
        return self._bodies[body].decide({**self._rows.get(focus, NO_FACTS), **facts})

    def _learn(self, body: str, focus: str) -> Truth:
        twin = self._twin
        if twin is not None and focus not in self._differing and focus in twin._truths[body]:
            truth = twin._truths[body][focus]
        else:
            truth = self._bodies[body].decide(self._rows.get(focus, NO_FACTS))
        self._truths[body][focus] = truth
        return truth

    def _conclude(self, rules: tuple[Compiled, ...]) -> dict[str, dict[str, Truth]]:
        before = self._twin.decisions if self._twin else {}
        places = {kinds: self._places(kinds) for kinds in {rule.kinds for rule in rules}}
        decisions = {}
        for rule in rules:
            holds, fails = rule.holds, rule.fails
            here = {
                focus: True if holds(row) else False if fails(row) else None
                for focus, row in places[rule.kinds]
            }
            known = before.get(rule.id)
            decisions[rule.id] = here if known is None else {**known, **here} if here else known
        return decisions

    def _places(self, kinds: tuple[str, ...]) -> list[tuple[str, Row]]:
        """The foci of some kinds, with their rows, where the twin did not decide on the very same."""
        return [
            (focus, self._rows.get(focus, NO_FACTS))
            for kind in kinds
            for focus in foci_of(self._table, kind)
            if self._twin is None or focus in self._differing
        ]


def _differing(table: Table, twin: Table) -> set[str]:
    """The foci whose row is not the very same object in two tables."""
    rows, others = table.rows, twin.rows
    return {
        focus
        for kind in (*table.foci, ORGANISATION)
        for focus in foci_of(table, kind)
        if rows.get(focus, NO_FACTS) is not others.get(focus, NO_FACTS)
    }
