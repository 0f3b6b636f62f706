"""
Customer chains: duties of their owners, KPI trees, units of their steps, chains that are alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from kamassess.graph.cycles import going_round
from kamassess.graph.members import (
    Members,
    Truth,
    along,
    both,
    collected,
    each,
    either,
    opposite,
    some,
    those,
    with_facts,
)
from kamassess.graph.ownership import current, people
from kamassess.graph.view import Known, View


def accountable_for(duty: str) -> Callable[[View, str], Members]:
    """
    The relation from a chain to those who are accountable for one duty of it.

    Args:
        duty: the duty's id.

    Returns:
        A function of a view and a chain: persons, each with whether it owns the chain.
    """

    def accountable(view: View, key: str) -> Members:
        return answering(view, key, "accountable", f"duty:{duty}")

    return accountable


def accountable_for_any(view: View, key: str) -> Members:
    """Those who are accountable for any duty of a chain, each with whether it owns the chain."""
    return answering(view, key, "accountable", None)


def answering(view: View, key: str, how: str, duty: str | None) -> Members:
    """
    The persons that assignments of a duty for a chain name, each with whether it owns the chain.

    Args:
        view: the graph under a reading.
        key: the chain.
        how: ``accountable``, ``carries_out`` or ``consulted``.
        duty: the duty, as ``duty:id``; ``None``: of any.

    Returns:
        Persons.
    """
    assignments = view.members(key, "assignments")
    about = tuple((one, both(sure, _is_about(view, one, duty))) for one, sure in each(assignments))
    # Most assignments are of several duties: those who answer for the one then answer for the others.
    return view.kept((key, how, about), lambda: _named(view, key, how, about, left_open=assignments.open))


def _is_about(view: View, assignment: str, duty: str | None) -> Truth:
    duties = view.members(assignment, "duties")
    return duties.exist if duty is None else duties.has(duty)


def _named(
    view: View, key: str, how: str, assignments: tuple[tuple[str, Truth], ...], *, left_open: bool
) -> Members:
    certain: list[str] = []
    possible: list[str] = []
    for assignment, there in assignments:
        if there is not False:
            named = people(view, assignment, how)
            left_open = left_open or named.open
            (certain if there else possible).extend(named.certain)
            possible.extend(named.possible)
    owners = people(view, key, "owners")
    return with_facts(collected(certain, possible, left_open), lambda focus: {"owner": owners.has(focus)})


def responsible_in_chain(view: View, key: str, person: str) -> Truth:
    """Whether a person heads a unit with a step in a chain, or a unit that holds one."""

    def headed(unit: str) -> Truth:
        return some(with_outer(view, unit), lambda outer: people(view, outer, "head").has(person))

    return some(step_units(view, key), headed)


def with_outer(view: View, unit: str) -> Members:
    """
    A unit and those that hold it, from the inside out.

    Args:
        view: the graph under a reading.
        unit: the unit.

    Returns:
        The units; possible ones where it is not certain that they hold it.
    """
    return along(Members((unit,)), lambda one: view.members(one, "part_of"))


def consulted_on_set_up(view: View, key: str, expert: str) -> Truth:
    """Whether an expert is consulted on how a chain is set up; a role by any of its holders."""
    consulted = answering(view, key, "consulted", "duty:set-up")
    if view.kind_of(expert) == "role":
        return some(view.members(expert, "holders"), consulted.has)
    return consulted.has(expert)


def served(view: View, key: str, focus: str) -> Truth:
    """Whether somebody is a customer or chief stakeholder of a chain."""
    return either(view.members(key, "customers").has(focus), view.members(key, "stakeholders").has(focus))


def expectation_stated(view: View, key: str, customer: str) -> Truth:
    """Whether it is stated what a customer expects of a chain."""
    return some(view.members(key, "expectations"), lambda one: view.members(one, "of").has(customer))


def expectation_measured(view: View, key: str, customer: str) -> Truth:
    """Whether a KPI of a chain measures what a customer expects of it."""
    kpis = tree(view, key)

    def measured(expectation: str) -> Truth:
        theirs = view.members(expectation, "of").has(customer)
        return both(theirs, some(view.members(expectation, "kpis"), kpis.has))

    return some(view.members(key, "expectations"), measured)


def step_units(view: View, key: str) -> Members:
    """The units in which the steps of a chain are done; a team by the unit that holds it."""

    def work_out() -> Members:
        steps = view.members(key, "steps")
        certain: list[str] = []
        possible: list[str] = []
        left_open = steps.open
        for step, sure in each(steps):
            places = view.members(step, "unit")
            left_open = left_open or places.open
            for place, there in each(places):
                where: Members = Members((place,))
                if view.kind_of(place) == "team":
                    where = view.members(place, "part_of")
                (certain if both(sure, there) else possible).extend(where.certain)
                possible.extend(where.possible)
                left_open = left_open or where.open
        return collected(certain, possible, left_open)

    return view.kept((key, "step_units"), work_out)


def same_customers_as_outer(view: View, key: str) -> Truth:
    """Whether a chain has just the customers of the chain that holds it; not, where none holds it."""
    outer = view.members(key, "part_of")
    here = view.members(key, "customers")
    if outer.exist is not True:
        return outer.exist
    there = view.members(outer.certain[0], "customers")
    if here.possible or here.open or there.possible or there.open:
        return None
    return bool(here.certain) and set(here.certain) == set(there.certain)


# ------------------------------------------------------------------- KPI trees
def tree(view: View, key: str) -> Members:
    """The KPIs of a chain and all below them."""
    return view.kept(
        (key, "tree"), lambda: along(view.members(key, "kpis"), lambda kpi: view.members(kpi, "children"))
    )


def tree_roots(view: View, key: str) -> Members:
    """The KPIs of a chain's tree with none above them in it."""
    kpis = tree(view, key)

    return those(kpis, lambda kpi: opposite(some(view.members(kpi, "parent"), kpis.has)))


def tree_leaves(view: View, key: str) -> Members:
    """The KPIs of a chain's tree with none below them."""
    return those(tree(view, key), lambda kpi: opposite(view.members(kpi, "children").exist))


def tree_cycle(view: View, key: str) -> Truth:
    """Whether a chain's KPI tree turns back on itself."""
    kpis = tree(view, key)
    if not going_round(view, "kpi", "parent", sure=True).isdisjoint(kpis.certain):
        return True
    may_go_round = not going_round(view, "kpi", "parent", sure=False).isdisjoint(kpis.named)
    return None if kpis.open or may_go_round else False


def chains_through_tree(view: View, key: str) -> Members:
    """The chains of a KPI, or of a KPI above it in its tree."""
    return through_tree(view, key, "chains")


def through_tree(view: View, key: str, relation: str) -> Members:
    """
    The members of a relation of a KPI, or of a KPI above it in its tree.

    Args:
        view: the graph under a reading.
        key: the KPI.
        relation: a relation of KPIs.

    Returns:
        The members; possible ones where the way up is uncertain.
    """
    certain: list[str] = []
    possible: list[str] = []
    left_open, way, seen = False, True, set[str]()
    here: str | None = key
    while here is not None and here not in seen:
        seen.add(here)
        found = view.members(here, relation)
        (certain if way else possible).extend(found.certain)
        possible.extend(found.possible)
        parents = view.members(here, "parent")
        left_open = left_open or found.open or parents.open
        way = way and bool(parents.certain)
        here = parents.named[0] if parents.named else None
    return collected(certain, possible, left_open)


# ---------------------------------------------------------------- chains alike
def alike_chains(view: View, key: str) -> Members:
    """
    Other current chains of the same product family with the same units, systems and sequence of steps.

    A chain without steps is like no other, and one without a product family
    belongs to none. Where a part of the set-up is not known, what is known can
    still tell two chains apart. Owners and customers may differ: that is told,
    and not compared.
    """
    certain: list[str] = []
    possible: list[str] = []
    for other in _relatives(view, key):
        alike = both(_of_one_family(view, key, other), *_equal_parts(view, key, other))
        if alike is not False:
            (certain if alike else possible).append(other)
    return collected(certain, possible, view.all("chain").open)


def _relatives(view: View, key: str) -> list[str]:
    """The other chains that have a product family in common with a chain, or may have."""
    by_family = view.kept("chains by family", lambda: _by_family(view))
    families = list(by_family) if _is_of_any(view, key) else [*_families(view, key), _ANY]
    found = dict.fromkeys(chain for family in families for chain in by_family.get(family, ()))
    return [chain for chain in found if chain != key]


def _by_family(view: View) -> dict[str | None, list[str]]:
    """The chains by the families of their products; those that may be of any are of ``_ANY`` as well."""
    found: dict[str | None, list[str]] = {}
    for chain in view.all("chain").named:
        for family in _families(view, chain):
            found.setdefault(family, []).append(chain)
        if _is_of_any(view, chain):
            found.setdefault(_ANY, []).append(chain)
    return found


def _is_of_any(view: View, key: str) -> bool:
    """Whether a chain may be of a family that nobody named: its products, or theirs, are not described."""
    products = view.members(key, "products")
    return products.open or not all(
        view.graph.is_described("product", "family", one) for one in products.named
    )


def _families(view: View, key: str) -> tuple[str, ...]:
    """The families of a chain's products as they are told, on whatever basis."""
    told = (view.graph.attributes[one].get("family") for one in view.members(key, "products").named)
    return tuple(dict.fromkeys(str(one.value) for one in told if one is not None))


def _of_one_family(view: View, key: str, other: str) -> Truth:
    """Whether two chains have a product family in common."""

    def belongs(chain: str, family: str) -> Truth:
        return some(view.members(chain, "products"), lambda product: _is_of(view, product, family))

    left_open = _is_of_any(view, key) or _is_of_any(view, other)
    shared = (both(belongs(key, family), belongs(other, family)) for family in _families(view, key))
    return either(None if left_open else False, *shared)


def _is_of(view: View, product: str, family: str) -> Truth:
    told = view.graph.attributes[product].get("family")
    if told is None or told.value != family:
        return False
    return True if view.value(product, "family") is not None else None


def _equal_parts(view: View, key: str, other: str) -> Iterator[Truth]:
    """Whether two chains have each part of their set-up in common."""
    for one, it in zip(_set_up(view, key), _set_up(view, other), strict=True):
        yield one.equals(it)


_ANY: Final = None
"""Stands among families for the one that nobody named."""


@frozen
class _Part:
    """
    A part of how a chain is set up.

    Args:
        told: what it is, as far as it is told.
        known: whether a reading knows it wholly.
    """

    told: object
    known: bool = True

    def equals(self, other: _Part) -> Truth:
        """Whether two chains have this part in common."""
        return self.told == other.told if self.known and other.known else None


def _set_up(view: View, key: str) -> tuple[_Part, ...]:
    """The parts that make two chains alike: in use, how many steps, their units and activities, systems."""
    return view.kept((key, "set-up"), lambda: _parts(view, key))


def _parts(view: View, key: str) -> tuple[_Part, ...]:
    steps, systems = view.members(key, "steps"), view.members(key, "it_systems")
    in_use = both(view.exists(key), current(view, key))
    complete = not (steps.possible or steps.open)
    orders = [view.value(one, "order") for one in steps.named]
    units = [view.members(one, "unit") for one in steps.named]
    activities = [view.value(one, "activity") for one in steps.named]
    ordered = complete and None not in orders
    return (
        # A chain without steps, or not in use, differs from every other: its part is its own key.
        _Part(True if in_use is not False and steps.exist is not False else key, in_use is not None),
        _Part(len(orders), complete),
        _Part(
            _in_order(orders, [_foci(one) for one in units]),
            ordered and not any(one.possible or one.open for one in units),
        ),
        _Part(
            _in_order(orders, [(str(one).casefold(),) for one in activities]),
            ordered and None not in activities,
        ),
        _Part(_foci(systems), not (systems.possible or systems.open)),
    )


def _in_order(orders: list[Known], told: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """What is told of steps in the order of the steps; of steps with one order, in its own."""
    numbers = (order if isinstance(order, int) else 0 for order in orders)
    return tuple(one for _, one in sorted(zip(numbers, told, strict=True)))


def _foci(members: Members) -> tuple[str, ...]:
    return tuple(sorted(members.named))
