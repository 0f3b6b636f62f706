"""
Customer chains: duties of their owners, KPI trees, units of their steps, chains that are alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kamassess.graph.members import Member, Members, Truth, both, collected, each, either, opposite, with_facts
from kamassess.graph.ownership import current, people
from kamassess.graph.view import View


def accountable_for(duty: str) -> Callable[[View, str], Members]:
    """
    The relation from a chain to those who are accountable for one duty of it.

    Args:
        duty: the duty's id.

    Returns:
        A function of a view and a chain: persons, each with whether it owns the chain.
    """

    def accountable(view: View, key: str) -> Members:
        return _with_owner(view, key, _answering(view, key, "accountable", {f"duty:{duty}"}))

    return accountable


def accountable_for_any(view: View, key: str) -> Members:
    """Those who are accountable for any duty of a chain, each with whether it owns the chain."""
    return _with_owner(view, key, _answering(view, key, "accountable", None))


def _answering(view: View, key: str, how: str, duties: set[str] | None) -> Members:
    """The persons that assignments of some duties for a chain name as accountable, or as consulted."""
    assignments = view.members(key, "assignments")
    certain: list[str] = []
    possible: list[str] = []
    left_open = assignments.open
    for assignment, sure in each(assignments):
        assigned = view.members(assignment.focus, "duties")
        about = assigned.exist if duties is None else either(*(assigned.has(one) for one in duties))
        there = both(sure, about)
        if there is False:
            continue
        named = people(view, assignment.focus, how)
        left_open = left_open or named.open
        (certain if there else possible).extend(one.focus for one in named.certain)
        possible.extend(one.focus for one in named.possible)
    return collected(certain, possible, left_open)


def _with_owner(view: View, key: str, members: Members) -> Members:
    owners = people(view, key, "owners")
    return with_facts(members, lambda focus: {"owner": owners.has(focus)})


def responsible_in_chain(view: View, key: str, person: str) -> Truth:
    """Whether a person heads a unit with a step in a chain, or a unit that holds one."""
    units: dict[str, Truth] = {}
    for unit, sure in each(step_units(view, key)):
        here: str | None = unit.focus
        way: Truth = sure
        while here is not None and here not in units:
            units[here] = way
            above = view.members(here, "part_of").named
            here = above[0].focus if above else None
    answers = (both(sure, people(view, unit, "head").has(person)) for unit, sure in units.items())
    return either(None if step_units(view, key).open else False, *answers)


def consulted_on_set_up(view: View, key: str, expert: str) -> Truth:
    """Whether an expert is consulted on how a chain is set up; a role by any of its holders."""
    consulted = _answering(view, key, "consulted", {"duty:set-up"})
    if view.kind_of(expert) == "role":
        return either(False, *(both(sure, consulted.has(one.focus)) for one, sure in each(view.members(expert, "holders"))))
    return consulted.has(expert)


def served(view: View, key: str, focus: str) -> Truth:
    """Whether somebody is a customer or chief stakeholder of a chain."""
    return either(view.members(key, "customers").has(focus), view.members(key, "stakeholders").has(focus))


def expectation_stated(view: View, key: str, customer: str) -> Truth:
    """Whether it is stated what a customer expects of a chain."""
    expectations = view.members(key, "expectations")
    stated = (both(sure, view.members(one.focus, "of").has(customer)) for one, sure in each(expectations))
    return either(None if expectations.open else False, *stated)


def expectation_measured(view: View, key: str, customer: str) -> Truth:
    """Whether a KPI of a chain measures what a customer expects of it."""
    expectations = view.members(key, "expectations")
    kpis = tree(view, key)
    measured = (
        both(sure, view.members(one.focus, "of").has(customer), measures, kpis.has(kpi.focus))
        for one, sure in each(expectations)
        for kpi, measures in each(view.members(one.focus, "kpis"))
    )
    return either(None if expectations.open else False, *measured)


def step_units(view: View, key: str) -> Members:
    """The units and teams in which the steps of a chain are done; a team by the unit that holds it."""

    def work_out() -> Members:
        steps = view.members(key, "steps")
        certain: list[str] = []
        possible: list[str] = []
        left_open = steps.open
        for step, sure in each(steps):
            places = view.members(step.focus, "unit")
            left_open = left_open or places.open
            for place, there in each(places):
                where: Members = Members((place,))
                if view.kind_of(place.focus) == "team":
                    where = view.members(place.focus, "part_of")
                (certain if both(sure, there) else possible).extend(one.focus for one in where.certain)
                possible.extend(one.focus for one in where.possible)
        return collected(certain, possible, left_open)

    return view.kept((key, "step_units"), work_out)


def same_customers_as_outer(view: View, key: str) -> Truth:
    """Whether a chain has just the customers of the chain that holds it; not, where none holds it."""
    outer = view.members(key, "part_of")
    here = view.members(key, "customers")
    if outer.exist is not True:
        return outer.exist
    there = view.members(outer.certain[0].focus, "customers")
    if here.possible or here.open or there.possible or there.open:
        return None
    return bool(here.certain) and {one.focus for one in here.certain} == {one.focus for one in there.certain}


# ------------------------------------------------------------------- KPI trees
def tree(view: View, key: str) -> Members:
    """The KPIs of a chain and all below them."""

    def work_out() -> Members:
        own = view.members(key, "kpis")
        certain, opened = _down(view, (one.focus for one in own.certain), sure=True)
        named, opened_possibly = _down(view, (one.focus for one in own.named), sure=False)
        return collected(certain, named, own.open or opened or opened_possibly)

    return view.kept((key, "tree"), work_out)


def _down(view: View, starts: Iterable[str], *, sure: bool) -> tuple[dict[str, None], bool]:
    """KPIs and all below them, over certain links or over all; and whether any is left open."""
    seen = dict.fromkeys(starts)
    waiting, left_open = list(seen), False
    while waiting:
        below = view.members(waiting.pop(), "children")
        left_open = left_open or below.open
        for one in below.certain if sure else below.named:
            if one.focus not in seen:
                seen[one.focus] = None
                waiting.append(one.focus)
    return seen, left_open


def tree_roots(view: View, key: str) -> Members:
    """The KPIs of a chain's tree with none above them in it."""
    kpis = tree(view, key)

    def has_parent(one: Member) -> Truth:
        parents = view.members(one.focus, "parent")
        inside = (both(sure, kpis.has(it.focus)) for it, sure in each(parents))
        return either(None if parents.open else False, *inside)

    return _without(kpis, has_parent)


def tree_leaves(view: View, key: str) -> Members:
    """The KPIs of a chain's tree with none below them."""
    return _without(tree(view, key), lambda one: view.members(one.focus, "children").exist)


def _without(members: Members, excluded: Callable[[Member], Truth]) -> Members:
    """Members for which something is not so; possibly there, where that is not known."""
    verdicts = [(one, both(sure, opposite(excluded(one)))) for one, sure in each(members)]
    return Members(
        tuple(one for one, truth in verdicts if truth),
        tuple(one for one, truth in verdicts if truth is None),
        members.open,
    )


def tree_cycle(view: View, key: str) -> Truth:
    """Whether a chain's KPI tree turns back on itself."""
    kpis = tree(view, key)
    if _turns_back(view, [one.focus for one in kpis.certain], sure=True):
        return True
    return None if kpis.open or _turns_back(view, [one.focus for one in kpis.named], sure=False) else False


def _turns_back(view: View, kpis: list[str], *, sure: bool) -> bool:
    import networkx as nx

    inside = set(kpis)
    above: nx.DiGraph[str] = nx.DiGraph()
    for kpi in kpis:
        parents = view.members(kpi, "parent")
        above.add_edges_from(
            (kpi, one.focus) for one in (parents.certain if sure else parents.named) if one.focus in inside
        )
    return not nx.is_directed_acyclic_graph(above)


def chains_through_tree(view: View, key: str) -> Members:
    """The chains of a KPI, or of a KPI above it in its tree."""
    certain: list[str] = []
    possible: list[str] = []
    left_open, way, seen = False, True, set[str]()
    here: str | None = key
    while here is not None and here not in seen:
        seen.add(here)
        chains = view.members(here, "chains")
        (certain if way else possible).extend(one.focus for one in chains.certain)
        possible.extend(one.focus for one in chains.possible)
        parents = view.members(here, "parent")
        left_open = left_open or chains.open or parents.open
        way = way and bool(parents.certain)
        here = parents.named[0].focus if parents.named else None
    return collected(certain, possible, left_open)


# ---------------------------------------------------------------- chains alike
def alike_chains(view: View, key: str) -> Members:
    """
    Other current chains of the same product family with the same units, systems and sequence of steps.

    Chains are alike as far as both are described; a chain without steps is like
    no other. Owners and customers may differ: that is told, and not compared.
    """
    groups = view.kept("alike chains", lambda: _groups(view))
    return groups.get(key, Members())


def _groups(view: View) -> dict[str, Members]:
    by_set_up: dict[object, list[tuple[str, frozenset[str], bool]]] = {}
    for chain, there in each(view.all("chain")):
        sure = both(there, current(view, chain.focus))
        set_up, known = _set_up(view, chain.focus)
        if sure is not False and set_up[0]:
            families, all_known = _families(view, chain.focus)
            entry = (chain.focus, families, bool(sure) and known and all_known)
            by_set_up.setdefault(set_up, []).append(entry)
    found: dict[str, Members] = {}
    for group in by_set_up.values():
        for key, families, sure in group:
            certain: list[str] = []
            possible: list[str] = []
            for other, theirs, as_sure in group:
                if other == key:
                    continue
                if families & theirs and sure and as_sure:
                    certain.append(other)
                elif families & theirs or not (sure and as_sure):
                    possible.append(other)
            if certain or possible:
                found[key] = collected(certain, possible)
    return found


def _set_up(view: View, key: str) -> tuple[tuple[object, ...], bool]:
    """What makes the set-up of a chain: its steps in order, the units of these, its systems; and if all is known."""
    known = True
    steps = []
    for step in view.members(key, "steps").named:
        order, activity = view.value(step.focus, "order"), view.value(step.focus, "activity")
        units = view.members(step.focus, "unit")
        known = known and order is not None and activity is not None and not units.possible
        steps.append((order if isinstance(order, int) else 0, str(activity).casefold(), tuple(sorted(_foci(units)))))
    systems = view.members(key, "it_systems")
    known = known and not (view.members(key, "steps").possible or systems.possible)
    return (tuple(it[1:] for it in sorted(steps)), tuple(sorted(_foci(systems)))), known


def _families(view: View, key: str) -> tuple[frozenset[str], bool]:
    products = view.members(key, "products")
    families = [view.value(one.focus, "family") for one in products.named]
    known = not products.possible and None not in families
    return frozenset(str(one) for one in families if one is not None), known


def _foci(members: Members) -> Iterator[str]:
    return (one.focus for one in members.named)
