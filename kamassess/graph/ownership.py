"""
Who answers for what: owners through roles and bodies, inherited owners, and why an owner is missing.

An *owner* is a person who answers directly. A role counts its holders, a body
its members; a role that nobody holds answers for nothing.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from kamassess.graph.members import (
    NOBODY,
    Members,
    Truth,
    both,
    collected,
    each,
    either,
    opposite,
    some,
)
from kamassess.graph.view import View
from kamassess.model.kind import Relation
from kamassess.model.terms import OwnershipReason
from kamassess.model.vocabulary import duty_relation
from kamassess.showing.shown import Shown

OWNING: Final = {
    "unit": "head",
    "task": "accountable",
    "performance_conversation": "led_by",
    "promise": "maker",
}
"""The relation by which somebody answers for a node of a kind; ``owners`` for any other."""

_THROUGH: Final = {"role": "holders", "body": "members"}


def people(view: View, key: str, relation: str) -> Members:
    """
    The persons that a relation means: those it points at, holders of roles, members of bodies.

    Args:
        view: the graph under a reading.
        key: the node.
        relation: a relation of it that points at persons, roles and bodies.

    Returns:
        Persons, each once.
    """
    if (key, relation) not in view.graph.through:
        return view.members(key, relation)

    def work_out() -> Members:
        named = view.members(key, relation)
        found = [_persons(view, one) for one in named.certain]
        maybe = [_persons(view, one) for one in named.possible]
        return collected(
            (one for it in found for one in it.certain),
            (one for it in (*found, *maybe) for one in it.named),
            named.open or any(it.open for it in (*found, *maybe)),
        )

    return view.kept((key, relation, "people"), work_out)


def _persons(view: View, key: str) -> Members:
    """A person alone, or all who hold a role or sit in a body."""
    through = _THROUGH.get(view.kind_of(key))
    return Members((key,)) if through is None else people(view, key, through)


def owners(view: View, key: str) -> Members:
    """
    The persons who answer for a node directly.

    Args:
        view: the graph under a reading.
        key: the node.

    Returns:
        Its owners; a kind that nobody owns has none.
    """
    kind = view.graph.vocabulary.by_name[view.kind_of(key)]
    relation = OWNING.get(kind.name, "owners")
    return people(view, key, relation) if relation in kind.written else NOBODY


def answerable(view: View, key: str) -> Members:
    """
    The persons who answer for a node: its owners, or else those of the nearest nodes above it.

    Args:
        view: the graph under a reading.
        key: the node.

    Returns:
        Persons; possible ones where a nearer owner, or the way up, is uncertain.
    """
    certain: list[str] = []
    possible: list[str] = []
    left_open = False
    sure, seen, layer = True, {key}, [key]
    while layer:
        found = [owners(view, one) for one in layer]
        here = [one for it in found for one in it.certain]
        (certain if sure else possible).extend(here)
        possible.extend(one for it in found for one in it.possible)
        left_open = left_open or any(it.open for it in found)
        if here and sure:
            break
        sure = sure and not any(it.possible or it.open for it in found)
        above = [view.upward(one) for one in layer]
        left_open = left_open or any(it.open for it in above)
        sure = sure and not any(it.possible or it.open for it in above)
        layer = [
            focus for focus in dict.fromkeys(one for it in above for one in it.named) if focus not in seen
        ]
        seen.update(layer)
    return collected(certain, possible, left_open)


@frozen
class Actor(Shown):
    """
    Somebody who must act, and how that follows.

    Args:
        person: the person.
        via: the nodes from the focus to the one that the person owns.
    """

    person: str
    via: tuple[str, ...]


def actors(view: View, key: str) -> tuple[Actor, ...]:
    """
    Who must act on a finding at a node: its owners, or those of the nearest node above, with the way.

    Args:
        view: the graph under a reading.
        key: the node.

    Returns:
        The persons, each once; nobody where nobody answers.
    """
    ways: dict[str, tuple[str, ...]] = {key: (key,)}
    layer = [key]
    while layer:
        found: dict[str, Actor] = {}
        for one in layer:
            for it in owners(view, one).named:
                found.setdefault(it, Actor(it, ways[one]))
        if found:
            return tuple(found.values())
        above: list[str] = []
        for one in layer:
            for it in view.upward(one).named:
                if it not in ways:
                    ways[it] = (*ways[one], it)
                    above.append(it)
        layer = above
    return ()


def missing(view: View, key: str, relation: str, found: Members) -> OwnershipReason | None:
    """
    Why nobody, or more than one, answers for a node, as far as a reading is certain of it.

    Args:
        view: the graph under a reading.
        key: the node.
        relation: the relation by which somebody should answer.
        found: the persons that it means.

    Returns:
        Nobody, a vacant role, or several; ``None`` where one answers, or it is not certain.
    """
    if len(found.certain) > 1:
        return OwnershipReason.SEVERAL
    if found.exist is False:
        return OwnershipReason.VACANT_ROLE if _names_a_role(view, key, relation) else OwnershipReason.NOBODY
    return None


def _names_a_role(view: View, key: str, relation: str) -> bool:
    """Whether a role stands where a person should, directly or in an assignment."""
    if is_people(view, key, relation):
        return bool(view.members(key, relation).named)
    if relation == "answerable":
        return _names_a_role(view, key, "owners")
    duties = {duty for duty in view.graph.kinds["duty"] if duty_relation(duty.partition(":")[2]) == relation}
    return any(
        view.members(one, "accountable").named
        for one in view.members(key, "assignments").named
        if not duties or any(view.members(one, "duties").has(duty) for duty in duties)
    )


# ------------------------------------------------------------------ what a person is
def in_management_team(view: View, key: str) -> Truth:
    """Whether a person is marked as a member of the management team, or sits in a body that is one."""
    return _marked(view, key, "management_team")


def in_top_management(view: View, key: str) -> Truth:
    """Whether a person is marked as top management, or sits in a body or holds a role that is."""
    by_role = some(view.members(key, "roles"), lambda role: view.flag(role, "top_management"))
    return either(_marked(view, key, "top_management"), by_role)


def _marked(view: View, key: str, flag: str) -> Truth:
    def in_body(member: str) -> Truth:
        return some(view.members(member, "bodies"), lambda body: view.flag(body, flag))

    return either(view.flag(key, flag), in_body(key), some(view.members(key, "roles"), in_body))


def leads(view: View, key: str) -> Truth:
    """Whether a person leads: is marked as a leader, sits in the management team or heads a unit."""
    return either(
        view.flag(key, "leader"),
        in_management_team(view, key),
        in_top_management(view, key),
        heads(view, key),
    )


def heads(view: View, key: str) -> Truth:
    """Whether a person heads a unit, as a person or by a role."""
    by_role = some(view.members(key, "roles"), lambda role: view.members(role, "heads").exist)
    return either(view.members(key, "heads").exist, by_role)


def role_leads(view: View, key: str) -> Truth:
    """Whether a role leads: one of its holders does, or it heads a unit."""
    by_holder = some(view.members(key, "holders"), lambda person: leads(view, person))
    return either(view.members(key, "heads").exist, by_holder)


def by_leader(view: View, key: str) -> Truth:
    """Whether somebody who leads told or wrote it."""
    return some(people(view, key, "by"), lambda person: leads(view, person))


def owned_chains(view: View, key: str) -> Members:
    """The current chains of which a person is an owner, as a person, by a role or in a body."""
    certain, possible, anybodys = view.kept("owned chains", lambda: _owned_chains(view))
    return collected(certain.get(key, ()), (*possible.get(key, ()), *anybodys), view.all("chain").open)


def _owned_chains(view: View) -> tuple[dict[str, list[str]], dict[str, list[str]], list[str]]:
    """The current chains by certain owner, by possible owner, and those that anybody may own."""
    certain: dict[str, list[str]] = {}
    possible: dict[str, list[str]] = {}
    anybodys: list[str] = []
    for chain, there in each(view.all("chain")):
        owning = people(view, chain, "owners")
        in_use = both(there, current(view, chain))
        if in_use is False:
            continue
        for person, owns in each(owning):
            (certain if both(in_use, owns) else possible).setdefault(person, []).append(chain)
        if owning.open:
            anybodys.append(chain)
    return certain, possible, anybodys


def current(view: View, key: str) -> Truth:
    """Whether a chain is neither a previous nor a planned set-up."""
    return opposite(either(view.flag(key, "previous"), view.flag(key, "planned")))


def accountable_roles(view: View, key: str) -> Members:
    """The roles that are accountable for a task."""
    named = view.members(key, "accountable")
    return Members(
        tuple(one for one in named.certain if view.kind_of(one) == "role"),
        tuple(one for one in named.possible if view.kind_of(one) == "role"),
        named.open,
    )


def is_people(view: View, key: str, relation: str) -> bool:
    """Whether a relation of a node points at people, so that rules see persons."""
    written = view.graph.vocabulary.by_name[view.kind_of(key)].written.get(relation)
    return isinstance(written, Relation) and written.people
