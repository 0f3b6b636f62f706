"""
Graph and answers -> facts: just what the rules ask for, once a reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import TypeVar

from attrs import frozen

from kamassess.checklist.cel import AS_OF
from kamassess.checklist.compiled import CompiledCheckpoint
from kamassess.checklist.condition import HIGH, LOW
from kamassess.checklist.once import once_per_ruleset
from kamassess.checklist.ruleset import Ask, Ruleset
from kamassess.facts.answering import Answers, answer_facts
from kamassess.facts.table import Facts, Members, Row, Table, Value
from kamassess.graph.calendar import Interval
from kamassess.graph.derived import FACTS, LINK_FACTS, ORGANISATION_FACTS, RELATIONS
from kamassess.graph.members import ANYBODY, NO_FACTS, with_facts
from kamassess.graph.ownership import people
from kamassess.graph.view import Known, View
from kamassess.model.kind import Relation
from kamassess.model.organisation import Node
from kamassess.model.terms import ORGANISATION, Reading
from kamassess.model.vocabulary import VOCABULARY

_Same = TypeVar("_Same")

Path = tuple[str, ...]
"""The relations to one that lead to a relation, and the relation itself."""

_WHOLE = Members((ORGANISATION,))

Observer = Callable[[View, str], Value | Interval | None]
"""What is known of a fact at a focus."""

Relater = Callable[[View, str], Members]
"""The members of a relation at a focus."""


def collect(
    claimed: View,
    proven: View,
    ruleset: Ruleset,
    checkpoints: Iterable[CompiledCheckpoint],
    answers: Answers,
) -> Facts:
    """
    Collect the facts that rules ask for.

    Args:
        claimed: the graph, every claim taken at its word.
        proven: the graph, uncertain claims taken as unknown; the very same where nothing is uncertain.
        ruleset: what asks for them.
        checkpoints: those whose answers are facts.
        answers: what was answered.

    Returns:
        The facts under both readings; rows in which both know the same are one and the same.
    """
    asked = [one for one in checkpoints if one.checkpoint.ask]
    described = _described(claimed, ruleset)
    proven_described = described if proven is claimed else _shared(described, _described(proven, ruleset))
    # By reading, not by view: where the graph is certain both views are one, and answers still differ.
    first = _with_answers(Reading.CLAIMED, described, asked, answers, described)
    second = _with_answers(Reading.PROVEN, proven_described, asked, answers, first)
    return Facts(first, second)


def _described(view: View, ruleset: Ruleset) -> Table:
    """What the description tells, without the answers."""
    foci = {ORGANISATION: (ORGANISATION,), **view.graph.kinds}
    rows: dict[str, Row] = {}
    members: dict[str, Mapping[Path, Members]] = {}
    asked = _asked(ruleset)
    for kind, observed in asked.facts.items():
        for focus in foci[kind]:
            rows[focus] = view.kept(("row", focus), partial(_row, view, focus, observed))
    for kind, relaters in asked.relations.items():
        for focus in foci[kind]:
            members[focus] = view.kept(("related", focus), partial(_related, view, focus, relaters))
    return Table(rows, members, foci)


@frozen
class _Asked:
    """How what a ruleset asks of each kind is found: its facts by name, its relations by path."""

    facts: Mapping[str, list[tuple[str, Observer]]]
    relations: Mapping[str, Mapping[Path, Relater]]


@once_per_ruleset
def _asked(ruleset: Ruleset) -> _Asked:
    return _Asked(
        {kind: [(ask.name, observer(kind, ask)) for ask in asks] for kind, asks in ruleset.asks.items()},
        {kind: {path: relater(kind, path) for path in paths} for kind, paths in ruleset.relations.items()},
    )


def _related(view: View, focus: str, relaters: Mapping[Path, Relater]) -> Mapping[Path, Members]:
    return {path: members_of(view, focus) for path, members_of in relaters.items()}


def _row(view: View, focus: str, observed: list[tuple[str, Observer]]) -> Row:
    known: dict[str, Value] = {}
    for name, observe in observed:
        found = observe(view, focus)
        if found is None:
            continue
        if isinstance(found, Interval):
            known[name + LOW] = found.low
            if found.high is not None:
                known[name + HIGH] = found.high
        else:
            known[name] = found
    return known


def _shared(claimed: Table, proven: Table) -> Table:
    """The proven table, with the claimed rows and members in place of those that are equal to them."""
    return Table(
        {focus: _either(claimed.rows[focus], row) for focus, row in proven.rows.items()},
        {focus: _both_paths(claimed.members[focus], paths) for focus, paths in proven.members.items()},
        proven.foci,
    )


def _either(one: _Same, other: _Same) -> _Same:
    """One of two things that are equal; else the other."""
    return one if one is other or one == other else other


def _both_paths(claimed: Mapping[Path, Members], proven: Mapping[Path, Members]) -> Mapping[Path, Members]:
    if claimed is proven:
        return claimed
    return _either(claimed, {path: _either(claimed[path], members) for path, members in proven.items()})


def _with_answers(
    reading: Reading, table: Table, asked: list[CompiledCheckpoint], answers: Answers, beside: Table
) -> Table:
    """A table with the facts that answers give; rows that equal those of the table beside it are shared."""
    rows: dict[str, Row] = dict(table.rows)
    for one in asked:
        for focus in table.foci[one.checkpoint.each]:
            facts = answer_facts(one, answers.at(one.rule, focus), reading)
            rows[focus] = {**rows.get(focus, NO_FACTS), **facts}
    shared = beside.rows
    return Table(
        {focus: shared[focus] if shared.get(focus) == row else row for focus, row in rows.items()},
        table.members,
        table.foci,
    )


# ------------------------------------------------------------------ one fact, one relation
def observe(view: View, focus: str, ask: Ask) -> Value | Interval | None:
    """
    What is known of a fact at a focus.

    Args:
        view: the graph under a reading.
        focus: a node, or the organisation.
        ask: the fact.

    Returns:
        Its value, a date as ISO text; ``None`` where it is not known.
    """
    return observer(_kind_of(view, focus), ask)(view, focus)


def observer(kind: str, ask: Ask) -> Observer:
    """
    The function that says what is known of a fact at a focus of a kind.

    Args:
        kind: the kind of the foci, or the organisation.
        ask: the fact.

    Returns:
        A function of a view and a focus that gives its value, or ``None`` where that is not known.
    """
    if ask.name == AS_OF:
        return lambda view, _: view.as_of.isoformat()
    *way, name = ask.path
    if not way:
        return _here(kind, name, has=ask.has)

    def there(view: View, focus: str) -> Value | Interval | None:
        found = _followed(view, focus, way)
        return None if found is None else _here(_kind_of(view, found), name, has=ask.has)(view, found)

    return there


def _here(kind: str, name: str, *, has: bool) -> Observer:
    """What says of a node of a kind, or of the organisation, what is known of it."""
    if kind == ORGANISATION:
        return lambda view, _: _of_organisation(view, name)
    if has:
        return lambda view, key: view.has(key, name)
    if name == "kind":
        return lambda _, __: kind
    if name == "id":
        return lambda view, key: view.graph.nodes[key].id
    if name == "name":
        return lambda view, key: display_name(view.graph.nodes[key], "en")
    derived = FACTS.get((kind, name))
    if derived is not None:
        return derived
    return lambda view, key: _plain(view.value(key, name))


def _plain(value: Known) -> Value | None:
    return value.isoformat() if isinstance(value, date) else value


def _kind_of(view: View, focus: str) -> str:
    return ORGANISATION if focus == ORGANISATION else view.kind_of(focus)


def _followed(view: View, focus: str, path: Iterable[str]) -> str | None:
    """The one node to which relations to one certainly lead."""
    for name in path:
        found = related(view, focus, (name,))
        if not found.certain:
            return None
        focus = found.certain[0]
    return focus


def _of_organisation(view: View, name: str) -> Value | Interval | None:
    organisation = view.graph.organisation
    universal = {
        "id": organisation.id,
        "kind": ORGANISATION,
        "name": organisation.name.get("en") or organisation.id,
    }
    if name in universal:
        return universal[name]
    # A rule may ask it at every node: it is worked out once.
    return view.kept((ORGANISATION, name), lambda: ORGANISATION_FACTS[name](view))


def display_name(node: Node, language: str) -> str:
    """What people call a node in a language; its id where it has no name."""
    names = node.name or {}
    return names.get(language) or next(iter(names.values()), node.id)


def related(view: View, focus: str, path: tuple[str, ...]) -> Members:
    """
    The members of a relation, as rules see them: persons for people, with the facts that members have.

    Args:
        view: the graph under a reading.
        focus: a node, or the organisation.
        path: relations to one, and the relation itself.

    Returns:
        Its members.
    """
    return relater(_kind_of(view, focus), path)(view, focus)


def relater(kind: str, path: tuple[str, ...]) -> Relater:
    """
    The function that gives the members of a relation at a focus of a kind, as rules see them.

    Args:
        kind: the kind of the foci, or the organisation.
        path: relations to one, and the relation itself.

    Returns:
        A function of a view and a focus.
    """
    *way, name = path
    if way:
        return lambda view, focus: _from(view, _followed(view, focus, way), name)
    if kind == ORGANISATION:
        return lambda view, _: view.all(_kind_called(view, name))
    if name == ORGANISATION:
        return lambda _, __: _WHOLE
    derived = RELATIONS.get((kind, name))
    if derived is not None:
        return derived
    written = VOCABULARY.by_name[kind].written.get(name)
    named: Relater = (
        (lambda view, key: people(view, key, name))
        if isinstance(written, Relation) and written.people
        else (lambda view, key: view.members(key, name))
    )
    facts = LINK_FACTS.get((kind, name))
    if facts is None:
        return named

    def told(view: View, key: str) -> Members:
        return with_facts(
            named(view, key), lambda one: {fact: work_out(view, key, one) for fact, work_out in facts.items()}
        )

    return told


def _from(view: View, key: str | None, name: str) -> Members:
    return ANYBODY if key is None else related(view, key, (name,))


def _kind_called(view: View, plural: str) -> str:
    kinds = view.kept("plurals", lambda: {kind.plural: kind.name for kind in view.graph.vocabulary.kinds})
    return kinds[plural]
