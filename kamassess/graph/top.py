"""
What top management does in person, and what is left to a KAM manager alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kamassess.graph.alignment import is_kam_objective, is_kam_policy, kam_policies, objectives_of
from kamassess.graph.calendar import held
from kamassess.graph.chains import with_outer
from kamassess.graph.members import Members, Truth, both, either, every, opposite, some, those, union
from kamassess.graph.ownership import in_top_management, people
from kamassess.graph.view import View

KAM_TOPICS: Final = frozenset({"topic:pdca", "topic:risk-thinking", "topic:kam-and-strategy"})
"""The subjects of a KAM system that a leader speaks about."""


# ------------------------------------------------------------------ who did it
def is_kam_manager(view: View, key: str) -> Truth:
    """Whether a person holds a role of KAM manager or management representative."""
    return some(view.members(key, "roles"), lambda role: view.flag(role, "kam_manager"))


def from_the_top(relation: str) -> Callable[[View, str], Truth]:
    """The fact whether somebody in top management is among those whom a relation of a node names."""

    def somebody(view: View, key: str) -> Truth:
        return some(people(view, key, relation), lambda person: in_top_management(view, person))

    return somebody


def by_kam_manager_alone(relation: str) -> Callable[[View, str], Truth]:
    """The fact whether a relation of a node names KAM managers only, none of whom is in top management."""

    def alone(view: View, key: str) -> Truth:
        named = view.members(key, relation)
        return both(named.exist, every(named, lambda one: _acts_as_kam_manager(view, one)))

    return alone


def _acts_as_kam_manager(view: View, key: str) -> Truth:
    if view.kind_of(key) == "role":
        at_the_top = some(view.members(key, "holders"), lambda person: in_top_management(view, person))
        return both(view.flag(key, "kam_manager"), opposite(at_the_top))
    if view.kind_of(key) == "person":
        return both(is_kam_manager(view, key), opposite(in_top_management(view, key)))
    return False


def final_kam_managers(view: View, key: str) -> Members:
    """The KAM managers outside top management who own a management system or are accountable for it."""
    relations = ("accountable_for_design", "accountable_for_operation", "owners")
    named = union(*(people(view, key, relation) for relation in relations))
    return those(
        named, lambda person: both(is_kam_manager(view, person), opposite(in_top_management(view, person)))
    )


# ------------------------------------------------------------------ assignments
def for_kam(view: View, key: str) -> Truth:
    """Whether an assignment is for a management system, or for a role with a part in one."""

    def has_a_part(role: str) -> Truth:
        return either(view.flag(role, "kam"), view.flag(role, "kam_manager"))

    of_role = some(view.members(key, "roles"), has_a_part)
    return either(view.members(key, "management_systems").exist, of_role)


def done_from_the_top(relation: str, day: str) -> Callable[[View, str], Truth]:
    """The fact whether somebody in top management did something about an assignment by the day."""

    def done(view: View, key: str) -> Truth:
        on = view.day(key, day)
        in_time = None if on is None else on <= view.as_of
        return both(in_time, from_the_top(relation)(view, key))

    return done


def assignment_by_kam_manager_alone(view: View, key: str) -> Truth:
    """Whether KAM managers alone assigned what an assignment gives, or alone told it."""
    return either(
        by_kam_manager_alone("assigned_by")(view, key), by_kam_manager_alone("communicated_by")(view, key)
    )


# ------------------------------------------------------------------ what it is about
def about_kam(view: View, key: str) -> Truth:
    """Whether a communication is about a KAM system, policy or objective, or about a subject of these."""
    of_subject = some(view.members(key, "topics"), lambda topic: topic in KAM_TOPICS)
    return either(of_subject, some(view.members(key, "about"), lambda one: _is_of_kam(view, one)))


def _is_of_kam(view: View, key: str) -> Truth:
    match view.kind_of(key):
        case "management_system":
            return True
        case "policy":
            return is_kam_policy(view, key)
        case "objective":
            return is_kam_objective(view, key)
    return False


def leadership_acts(view: View, key: str) -> Members:
    """What top management did for a management system by the day of assessment: each act with a date."""
    parts = union(Members((key,)), view.members(key, "policies"), objectives_of(view, key))

    def about(one: str) -> Truth:
        of_subject = some(view.members(one, "topics"), lambda topic: topic in KAM_TOPICS)
        return either(of_subject, some(view.members(one, "about"), parts.has))

    def was_told(one: str) -> Truth:
        return both(held(view, one), from_the_top("by")(view, one), about(one))

    def was_reviewed(one: str) -> Truth:
        about_it = some(view.members(one, "about"), parts.has)
        return both(held(view, one), from_the_top("by")(view, one), about_it)

    def was_adopted(one: str) -> Truth:
        on = view.day(one, "adopted_on")
        in_time = None if on is None else on <= view.as_of
        return both(in_time, from_the_top("adopted_by")(view, one))

    def was_assigned(one: str) -> Truth:
        return done_from_the_top("assigned_by", "assigned_on")(view, one)

    return union(
        those(view.all("communication"), was_told),
        those(view.all("document"), was_told),
        those(view.all("review"), was_reviewed),
        those(view.members(key, "policies"), was_adopted),
        those(view.members(key, "assignments"), was_assigned),
    )


# ------------------------------------------------------------------ who heard of it, who can get at it
def told_inside(view: View, key: str) -> Truth:
    """Whether a communication about a policy by top management reached each unit, or one that holds it."""
    messages = those(view.members(key, "told_in"), lambda one: _from_the_top_in_time(view, one))

    def told(unit: str) -> Truth:
        return some(
            messages,
            lambda one: some(with_outer(view, unit), lambda place: view.members(one, "to").has(place)),
        )

    units = view.all("unit")
    to_all = some(messages, lambda one: view.flag(one, "to_all"))
    return either(to_all, both(units.exist, every(units, told)))


def _from_the_top_in_time(view: View, key: str) -> Truth:
    return both(held(view, key), from_the_top("by")(view, key))


def available_inside(view: View, key: str) -> Truth:
    """Whether each unit, or one that holds it, can get at a document that states a policy."""
    documents = view.members(key, "documents")

    def available(unit: str) -> Truth:
        return some(
            documents,
            lambda one: some(
                with_outer(view, unit), lambda place: view.members(one, "available_to").has(place)
            ),
        )

    units = view.all("unit")
    to_all = some(documents, lambda one: view.flag(one, "to_all"))
    return either(to_all, both(units.exist, every(units, available)))


def told_kam_policy(view: View, key: str) -> Truth:
    """Whether a communication by top management about each KAM policy reached an interested party."""

    def told(policy: str) -> Truth:
        return some(
            view.members(policy, "told_in"),
            lambda one: both(_from_the_top_in_time(view, one), view.members(one, "to").has(key)),
        )

    policies = kam_policies(view)
    return both(policies.exist, every(policies, told))


def can_get_kam_policy(view: View, key: str) -> Truth:
    """Whether an interested party can get at a document that states each KAM policy."""

    def available(policy: str) -> Truth:
        documents = view.members(policy, "documents")
        return some(documents, lambda one: view.members(one, "available_to").has(key))

    policies = kam_policies(view)
    return both(policies.exist, every(policies, available))
