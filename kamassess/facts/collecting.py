"""
Graph and answers -> facts: just what the rules ask for, once a reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from kamassess.checklist.cel import AS_OF
from kamassess.checklist.compiling import CompiledCheckpoint
from kamassess.checklist.condition import HIGH, LOW
from kamassess.checklist.ruleset import Ask, Ruleset
from kamassess.facts.answering import Answers, answer_facts
from kamassess.facts.table import Facts, Members, Row, Table, Value
from kamassess.graph.calendar import Interval
from kamassess.graph.derived import FACTS, LINK_FACTS, ORGANISATION_FACTS, RELATIONS
from kamassess.graph.members import NO_FACTS, Member, with_facts
from kamassess.graph.ownership import is_people, people
from kamassess.graph.view import View
from kamassess.model.organisation import Node
from kamassess.model.terms import ORGANISATION, Reading

_WHOLE = Members((Member(ORGANISATION),))


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
    members: dict[str, Mapping[tuple[str, ...], Members]] = {}
    for kind, asks in ruleset.asks.items():
        for focus in foci[kind]:
            rows[focus] = _row(view, focus, asks)
    for kind, paths in ruleset.relations.items():
        for focus in foci[kind]:
            members[focus] = {path: related(view, focus, path) for path in paths}
    return Table(rows, members, foci)


def _row(view: View, focus: str, asks: tuple[Ask, ...]) -> Row:
    known: dict[str, Value] = {}
    for ask in asks:
        found = observe(view, focus, ask)
        if isinstance(found, Interval):
            known[ask.name + LOW] = found.low
            if found.high is not None:
                known[ask.name + HIGH] = found.high
        elif found is not None:
            known[ask.name] = found
    return known


def _shared(claimed: Table, proven: Table) -> Table:
    """The proven table, with the claimed rows and members in place of those that are equal to them."""
    rows = {
        focus: claimed.rows[focus] if claimed.rows[focus] == row else row
        for focus, row in proven.rows.items()
    }
    members = {
        focus: {
            path: claimed.members[focus][path] if claimed.members[focus][path] == one else one
            for path, one in paths.items()
        }
        for focus, paths in proven.members.items()
    }
    return Table(rows, members, proven.foci)


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
    if ask.name == AS_OF:
        return view.as_of.isoformat()
    here = _followed(view, focus, ask.path[:-1])
    if here is None:
        return None
    name = ask.path[-1]
    if here == ORGANISATION:
        return _of_organisation(view, name)
    if ask.has:
        return view.has(here, name)
    return _of_node(view, here, name)


def _followed(view: View, focus: str, path: tuple[str, ...]) -> str | None:
    """The one node to which relations to one certainly lead."""
    for name in path:
        found = related(view, focus, (name,))
        if not found.certain:
            return None
        focus = found.certain[0].focus
    return focus


def _of_node(view: View, key: str, name: str) -> Value | Interval | None:
    node = view.graph.nodes[key]
    universal = {"id": node.id, "kind": node.kind, "name": display_name(node, "en")}
    if name in universal:
        return universal[name]
    derived = FACTS.get((node.kind, name))
    value = view.value(key, name) if derived is None else derived(view, key)
    return value.isoformat() if isinstance(value, date) else value


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
    if len(path) > 1:
        here = _followed(view, focus, path[:-1])
        return Members(open=True) if here is None else related(view, here, path[-1:])
    name = path[0]
    if focus == ORGANISATION:
        return view.all(_kind_called(view, name))
    if name == ORGANISATION:
        return _WHOLE
    kind = view.kind_of(focus)
    derived = RELATIONS.get((kind, name))
    if derived is not None:
        return derived(view, focus)
    found = people(view, focus, name) if is_people(view, focus, name) else view.members(focus, name)
    facts = LINK_FACTS.get((kind, name))
    if facts is None or not found.named:
        return found
    return with_facts(
        found, lambda one: {fact: work_out(view, focus, one) for fact, work_out in facts.items()}
    )


def _kind_called(view: View, plural: str) -> str:
    kinds = view.kept("plurals", lambda: {kind.plural: kind.name for kind in view.graph.vocabulary.kinds})
    return kinds[plural]
