"""
Who answers for what: owners through roles and bodies, inherited owners, and why an owner is missing.

An *owner* is a person who answers directly. A role counts its holders, a body
its members; a role that nobody holds answers for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from kamassess.graph.members import NOBODY, Member, Members, Truth, both, collected, each, either
from kamassess.graph.view import View
from kamassess.model.kind import Relation
from kamassess.model.terms import OwnershipReason

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

    def work_out() -> Members:
        named = view.members(key, relation)
        found = [_persons(view, one.focus) for one in named.certain]
        maybe = [_persons(view, one.focus) for one in named.possible]
        return collected(
            (one.focus for it in found for one in it.certain),
            (one.focus for it in (*found, *maybe) for one in it.named),
            named.open or any(it.open for it in (*found, *maybe)),
        )

    return view.kept((key, relation, "people"), work_out)


def _persons(view: View, key: str) -> Members:
    """A person alone, or all who hold a role or sit in a body."""
    through = _THROUGH.get(view.kind_of(key))
    return Members((Member(key),)) if through is None else _behind(view, key, through)


def _behind(view: View, key: str, through: str) -> Members:
    named = view.members(key, through)
    found = [_persons(view, one.focus) for one in named.certain]
    maybe = [_persons(view, one.focus) for one in named.possible]
    return collected(
        (one.focus for it in found for one in it.certain),
        (one.focus for it in (*found, *maybe) for one in it.named),
        named.open or any(it.open for it in (*found, *maybe)),
    )


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
        here = [one.focus for it in found for one in it.certain]
        (certain if sure else possible).extend(here)
        possible.extend(one.focus for it in found for one in it.possible)
        left_open = left_open or any(it.open for it in found)
        if here and sure:
            break
        sure = sure and not any(it.possible or it.open for it in found)
        above = [view.upward(one) for one in layer]
        left_open = left_open or any(it.open for it in above)
        sure = sure and not any(it.possible or it.open for it in above)
        layer = [
            focus
            for focus in dict.fromkeys(one.focus for it in above for one in it.named)
            if focus not in seen
        ]
        seen.update(layer)
    return collected(certain, possible, left_open)


@frozen
class Actor:
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
                found.setdefault(it.focus, Actor(it.focus, ways[one]))
        if found:
            return tuple(found.values())
        above: list[str] = []
        for one in layer:
            for it in view.upward(one).named:
                if it.focus not in ways:
                    ways[it.focus] = (*ways[one], it.focus)
                    above.append(it.focus)
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
    duty = "duty:" + relation.removeprefix("accountable_").replace("_", "-")
    return any(
        view.members(one.focus, "accountable").named
        for one in view.members(key, "assignments").named
        if view.members(one.focus, "duties").has(duty) is not False
    )


# ------------------------------------------------------------------ what a person is
def in_management_team(view: View, key: str) -> Truth:
    """Whether a person is marked as a member of the management team, or sits in a body that is one."""
    return _marked(view, key, "management_team")


def in_top_management(view: View, key: str) -> Truth:
    """Whether a person is marked as top management, or sits in a body or holds a role that is."""
    roles = view.members(key, "roles")
    held = (both(sure, view.flag(one.focus, "top_management")) for one, sure in each(roles))
    return either(_marked(view, key, "top_management"), *held)


def _marked(view: View, key: str, flag: str) -> Truth:
    left_open = view.members(key, "bodies").open or view.members(key, "roles").open
    bodies = (both(sure, view.flag(one, flag)) for one, sure in _bodies(view, key))
    return either(None if left_open else False, view.flag(key, flag), *bodies)


def _bodies(view: View, key: str) -> Iterator[tuple[str, Truth]]:
    """The bodies in which a person sits, as a person or by a role."""
    for body, sure in each(view.members(key, "bodies")):
        yield body.focus, sure
    for role, holds in each(view.members(key, "roles")):
        for body, sure in each(view.members(role.focus, "bodies")):
            yield body.focus, both(holds, sure)


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
    roles = view.members(key, "roles")
    by_role = (both(sure, view.members(one.focus, "heads").exist) for one, sure in each(roles))
    return either(None if roles.open else False, view.members(key, "heads").exist, *by_role)


def role_leads(view: View, key: str) -> Truth:
    """Whether a role leads: one of its holders does, or it heads a unit."""
    holders = view.members(key, "holders")
    leading = (both(sure, leads(view, one.focus)) for one, sure in each(holders))
    return either(None if holders.open else False, view.members(key, "heads").exist, *leading)


def by_leader(view: View, key: str) -> Truth:
    """Whether somebody who leads told or wrote it."""
    by = people(view, key, "by")
    told = (both(sure, leads(view, one.focus)) for one, sure in each(by))
    return either(None if by.open else False, *told)


def owned_chains(view: View, key: str) -> Members:
    """The current chains of which a person is an owner, as a person, by a role or in a body."""

    def work_out() -> dict[str, tuple[list[str], list[str]]]:
        found: dict[str, tuple[list[str], list[str]]] = {}
        for chain, there in each(view.all("chain")):
            is_current = current(view, chain.focus)
            for person, owns in each(people(view, chain.focus, "owners")):
                sure = both(there, is_current, owns)
                if sure is not False:
                    found.setdefault(person.focus, ([], []))[sure is None].append(chain.focus)
        return found

    certain, possible = view.kept("owned chains", work_out).get(key, ([], []))
    left_open = view.members(key, "owns").open
    return collected(certain, possible, left_open)


def current(view: View, key: str) -> Truth:
    """Whether a chain is neither a previous nor a planned set-up."""
    set_aside = either(view.flag(key, "previous"), view.flag(key, "planned"))
    return None if set_aside is None else not set_aside


def accountable_roles(view: View, key: str) -> Members:
    """The roles that are accountable for a task."""
    named = view.members(key, "accountable")
    return Members(
        tuple(one for one in named.certain if view.kind_of(one.focus) == "role"),
        tuple(one for one in named.possible if view.kind_of(one.focus) == "role"),
        named.open,
    )


def is_people(view: View, key: str, relation: str) -> bool:
    """Whether a relation of a node points at people, so that rules see persons."""
    written = view.graph.vocabulary.by_name[view.kind_of(key)].written.get(relation)
    return isinstance(written, Relation) and written.people
