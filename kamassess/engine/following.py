"""
A live one: facts change, and what they can have touched is decided anew.

Changes are only noted when they are made. When somebody asks for the outcomes
they are followed up, stratum by stratum: from a fact to the rules that mention it at
its focus; from a body that turned at a member to the counts of those who have
that member, which are facts again. An engine lends no more than its way to decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Protocol

from kamassess.checklist.condition import Count
from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.engine.counting import NOT_DESCRIBED, UNKNOWN, Ends, ends, foci_of, read, write
from kamassess.engine.planning import Level, Path, Plan, plan
from kamassess.engine.protocol import Decisions, Truth, Verdicts
from kamassess.facts.table import NO_FACTS, Facts, Members, Row, Table, Value
from kamassess.model.terms import ORGANISATION, Reading

Site = str | tuple[str, Path, str]
"""Where a body is decided: at a focus, or at a member of a relation of one that has facts only as such."""


class Decider(Protocol):
    """An engine's way to decide rules on rows, and nothing else."""

    @property
    def handed_back(self) -> Mapping[str, str]:
        """The rules that are left to the reference, with why."""

    def decide(self, asked: Sequence[tuple[Rule, Row]]) -> Sequence[Truth]:
        """Decide each rule on its row."""

    def close(self) -> None:
        """Give back what is held."""


class Following:
    """
    The live one of every engine.

    The verdicts that it gives never change afterwards: what a change touches is put in
    a new mapping, and all else is the very same object as in the verdicts before.

    Args:
        ruleset: the rules.
        facts: what is known to begin with; it is not changed.
        decider: decides.
    """

    def __init__(self, ruleset: Ruleset, facts: Facts, decider: Decider) -> None:
        work = plan(ruleset)
        self._decider = decider
        self._sides = {
            Reading.CLAIMED: _Side(work, facts.claimed, decider),
            Reading.PROVEN: _Side(work, facts.proven, decider),
        }
        self._verdicts = Verdicts({}, {})

    def set(self, reading: Reading, focus: str, fact: str, value: Value) -> None:
        """
        Make a fact known, or change it.

        Args:
            reading: under which reading.
            focus: the focus, which becomes known if it was not.
            fact: its name, as rows have it.
            value: what it is.
        """
        self._sides[reading].set(focus, fact, value)

    def drop(self, reading: Reading, focus: str, fact: str) -> None:
        """
        Make a fact unknown again, if it was known.

        Args:
            reading: under which reading.
            focus: the focus, which remains known.
            fact: its name, as rows have it.
        """
        self._sides[reading].drop(focus, fact)

    def relate(self, reading: Reading, focus: str, path: Path, members: Members) -> None:
        """
        Give a relation of a focus its members.

        Args:
            reading: under which reading.
            focus: the focus, which becomes known if it was not.
            path: the path to the relation.
            members: all its members, instead of those that it had.
        """
        self._sides[reading].relate(focus, path, members)

    def outcomes(self) -> Verdicts:
        """
        What is decided now.

        Returns:
            The verdicts; the same object as before if nothing changed.
        """
        claimed, proven = (self._sides[reading].follow() for reading in (Reading.CLAIMED, Reading.PROVEN))
        if claimed is not self._verdicts.claimed or proven is not self._verdicts.proven:
            self._verdicts = Verdicts(claimed, proven, self._decider.handed_back)
        return self._verdicts

    def close(self) -> None:
        """Give back what the engine holds; the live one is not used after it."""
        self._decider.close()


class _Side:
    """
    One reading, followed.

    Args:
        work: who asks what.
        table: what the reading knows to begin with.
        decider: decides.
    """

    def __init__(self, work: Plan, table: Table, decider: Decider) -> None:
        self._plan = work
        self._decider = decider
        self._rows: dict[str, dict[str, Value]] = {focus: dict(row) for focus, row in table.rows.items()}
        self._members = {focus: dict(related) for focus, related in table.members.items()}
        self._kinds: dict[str, str] = {}

        # Bodies: what they were found to be, who counts them, and how the counts stand.
        self._truths: dict[str, dict[Site, Truth]] = {body: {} for body in work.bodies}
        self._holders: dict[Site, dict[tuple[str, Path], tuple[int, int]]] = {}
        self._links: dict[str, dict[Site, Row]] = {}
        self._ends: dict[tuple[str, str], Ends] = {}

        # What has changed since it was last followed up.
        self._new: dict[str, None] = {}
        self._facts: dict[str, set[str]] = {}
        self._related: dict[tuple[str, Path], None] = {}
        self._turned: list[dict[tuple[str, str], tuple[str, Count]]] = [{} for _ in work.levels]

        last = work.levels[-1]
        self._decisions: Decisions = {rule.id: {} for rules in last.rules.values() for rule in rules}
        for kind in (*table.foci, ORGANISATION):
            for focus in foci_of(table, kind):
                self._know(focus, kind)

    # ------------------------------------------------------------- noting changes

    def set(self, focus: str, fact: str, value: Value) -> None:
        self._know(focus, focus.partition(":")[0])
        self._rows[focus][fact] = value
        self._facts.setdefault(focus, set()).add(fact)

    def drop(self, focus: str, fact: str) -> None:
        if self._rows.get(focus, {}).pop(fact, None) is not None:
            self._facts.setdefault(focus, set()).add(fact)

    def relate(self, focus: str, path: Path, members: Members) -> None:
        self._know(focus, focus.partition(":")[0])
        related = self._members.setdefault(focus, {})
        self._release(focus, path, related.get(path, UNKNOWN))
        related[path] = members
        self._hold(focus, path, members)
        self._related[focus, path] = None

    def _know(self, focus: str, kind: str) -> None:
        if focus in self._kinds:
            return
        self._kinds[focus] = kind
        self._rows.setdefault(focus, {})
        self._new[focus] = None
        for path, members in self._members.get(focus, NOT_DESCRIBED).items():
            self._hold(focus, path, members)

    def _hold(self, focus: str, path: Path, members: Members) -> None:
        if path not in self._plan.paths.get(self._kinds[focus], ()):
            return
        for some, share in ((members.certain, (1, 1)), (members.possible, (0, 1))):
            for member in some:
                site = _site(focus, path, member, members.facts)
                held = self._holders.setdefault(site, {})
                certain, possible = held.get((focus, path), (0, 0))
                held[focus, path] = (certain + share[0], possible + share[1])
                if member in members.facts:
                    self._links.setdefault(member, {})[site] = members.facts[member]

    def _release(self, focus: str, path: Path, members: Members) -> None:
        for member in members.named:
            site = _site(focus, path, member, members.facts)
            self._holders.get(site, {}).pop((focus, path), None)
            if member in members.facts:
                self._links.get(member, {}).pop(site, None)
                for known in self._truths.values():
                    known.pop(site, None)

    # --------------------------------------------------------- following them up

    def follow(self) -> Decisions:
        """Decide anew what the changes can have touched."""
        if self._new or self._facts or self._related:
            for number, level in enumerate(self._plan.levels):
                self._count(number, level)
                if level is self._plan.levels[-1]:
                    self._conclude(level)
                else:
                    self._turn(level)
            self._new, self._facts, self._related = {}, {}, {}
        return self._decisions

    def _count(self, number: int, level: Level) -> None:
        afresh = [(focus, count) for focus in self._new for count in level.counts.get(self._kinds[focus], ())]
        for focus, path in self._related:
            if focus not in self._new:
                afresh += ((focus, count) for count in level.related.get((self._kinds[focus], path), ()))
        self._learn(afresh)
        for focus, count in afresh:
            members = self._members.get(focus, NOT_DESCRIBED).get(count.relation, UNKNOWN)
            self._ends[focus, count.name] = ends(count, members, partial(self._known, focus, count.relation))
        turned, self._turned[number] = self._turned[number], {}
        for focus, count in (*turned.values(), *afresh):
            row, found = self._rows[focus], self._ends[focus, count.name]
            if read(row, count) != found:
                write(row, count, found)
                self._facts.setdefault(focus, set()).update((count.low, count.high))

    def _learn(self, counts: Iterable[tuple[str, Count]]) -> None:
        """Decide the bodies of counts at those members where they were not decided before."""
        sites: dict[tuple[str, Site], tuple[Rule, Row]] = {}
        for focus, count in counts:
            if count.body is None:
                continue
            body, known = self._plan.bodies[count.body], self._truths[count.body]
            members = self._members.get(focus, NOT_DESCRIBED).get(count.relation, UNKNOWN)
            for member in members.named:
                site = _site(focus, count.relation, member, members.facts)
                if site not in known:
                    sites[body.id, site] = (body, self._row(member, members.facts.get(member, NO_FACTS)))
        for (body_id, site), truth in zip(sites, self._decider.decide([*sites.values()]), strict=True):
            self._truths[body_id][site] = truth

    def _known(
        self, focus: str, path: Path, body: str, some: tuple[str, ...], facts: Mapping[str, Row]
    ) -> list[Truth]:
        known = self._truths[body]
        return [known[_site(focus, path, member, facts)] for member in some]

    def _row(self, focus: str, facts: Row) -> Row:
        row = self._rows.get(focus, NO_FACTS)
        return {**row, **facts} if facts else row

    def _turn(self, level: Level) -> None:
        """Decide bodies again where their facts changed, and pass on what turned."""
        places: list[tuple[str, Site]] = []
        asked: list[tuple[Rule, Row]] = []
        for focus, facts in self._facts.items():
            for body in {rule.id: rule for fact in facts for rule in level.asking.get(fact, ())}.values():
                known = self._truths[body.id]
                if focus in known:
                    places.append((body.id, focus))
                    asked.append((body, self._rows.get(focus, NO_FACTS)))
                for site, facts_there in self._links.get(focus, {}).items():
                    if site in known:
                        places.append((body.id, site))
                        asked.append((body, self._row(focus, facts_there)))
        for (body_id, site), truth in zip(places, self._decider.decide(asked), strict=True):
            before = self._truths[body_id][site]
            if truth is not before:
                self._truths[body_id][site] = truth
                self._pass_on(body_id, site, before, truth)

    def _pass_on(self, body: str, site: Site, before: Truth, truth: Truth) -> None:
        for (focus, path), (certain, possible) in self._holders.get(site, {}).items():
            for number, count in self._plan.counting.get((self._kinds[focus], path, body), ()):
                if focus in self._new:
                    continue  # it is counted from scratch, when its level comes
                low, high = self._ends[focus, count.name]
                wanted = not count.negated
                low += certain * ((truth is wanted) - (before is wanted))
                if high is not None:
                    high -= possible * ((truth is count.negated) - (before is count.negated))
                self._ends[focus, count.name] = low, high
                self._turned[number][focus, count.name] = (focus, count)

    def _conclude(self, level: Level) -> None:
        places = [(rule, focus) for focus in self._new for rule in level.rules.get(self._kinds[focus], ())]
        for focus, facts in self._facts.items():
            if focus not in self._new:
                touched = {rule.id: rule for fact in facts for rule in level.asking.get(fact, ())}
                kind = self._kinds[focus]
                places += ((rule, focus) for rule in touched.values() if kind in rule.kinds)
        truths = self._decider.decide([(rule, self._rows[focus]) for rule, focus in places])
        changes: dict[str, dict[str, Truth]] = {}
        for (rule, focus), truth in zip(places, truths, strict=True):
            decided = self._decisions[rule.id]
            if focus not in decided or decided[focus] is not truth:
                changes.setdefault(rule.id, {})[focus] = truth
        if changes:
            changed = {rule: {**self._decisions[rule], **some} for rule, some in changes.items()}
            self._decisions = {**self._decisions, **changed}


def _site(focus: str, path: Path, member: str, facts: Mapping[str, Row]) -> Site:
    return (focus, path, member) if member in facts else member
