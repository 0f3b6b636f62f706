"""
All chains in view: who is to be served and is not, chains to merge, customers on each level of nesting.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from attrs import frozen

from kamassess.graph.chains import alike_chains
from kamassess.graph.members import Members, Truth, both, either, opposite, some, those, union
from kamassess.graph.ownership import current
from kamassess.graph.view import View
from kamassess.showing.shown import Listing, Shown


def not_served(view: View) -> Members:
    """
    Who is to be served, and is by no chain in use (Geelen).

    To be served are all customer groups, and interested parties that are marked so or are customers; a
    regulator or neighbour is not, by nature. A chain serves its customers and its chief stakeholders.

    Args:
        view: the graph under a reading.

    Returns:
        Customer groups and interested parties.
    """

    def unserved(one: str) -> Truth:
        return opposite(some(view.members(one, "served_by"), lambda chain: current(view, chain)))

    def to_be_served(one: str) -> Truth:
        customer = view.is_word(one, "sort", "customer") if view.has(one, "sort") is not False else False
        return either(view.flag(one, "to_be_served"), customer)

    return union(
        those(view.all("customer_group"), unserved),
        those(view.all("interested_party"), lambda one: both(to_be_served(one), unserved(one))),
    )


@frozen
class Alike(Shown):
    """
    Chains that could be one.

    Args:
        chains: the chains, in the order of the file.
        certain: whether it is certain that all of them are set up alike.
    """

    chains: tuple[str, ...]
    certain: bool


def chains_to_merge(view: View) -> Listing[Alike]:
    """
    Groups of chains in use of one product family, with the same units, systems and sequence of steps.

    Owners and customers may differ: they are told, not compared (Geelen: the right level of abstraction).

    Args:
        view: the graph under a reading.

    Returns:
        The groups; in each every chain could be one with every other, and each chain is in one at most.
    """
    left = list(view.all("chain").named)
    alike = {one: alike_chains(view, one) for one in left}
    groups = []
    while left:
        group = left[:1]
        for one in left[1:]:
            if all(one in alike[other].named for other in group):
                group.append(one)
        left = [one for one in left if one not in group]
        if len(group) > 1:
            certain = all(other in alike[one].certain for one, other in combinations(group, 2))
            groups.append(Alike(tuple(group), certain))
    return Listing(groups)


@frozen
class Nested(Shown):
    """
    A chain among those that hold each other, and who it is for.

    Args:
        chain: the chain.
        depth: 0 for a chain that no other holds.
        customers: its own customers.
        stakeholders: its own chief stakeholders, in the customer's place.
    """

    chain: str
    depth: int
    customers: Members
    stakeholders: Members


def customers_by_level(view: View) -> Listing[Nested]:
    """
    The chains in use with their own customers, each below the chain that holds it.

    Customers are not inherited: the outer chain is there for others than those inside it (Geelen).

    Args:
        view: the graph under a reading.

    Returns:
        The chains from the outside in, in the order of the file.
    """

    def below(chain: str, depth: int) -> Iterator[Nested]:
        yield Nested(chain, depth, view.members(chain, "customers"), view.members(chain, "stakeholders"))
        for inner in view.members(chain, "inner_chains").named:
            if current(view, inner) is not False:
                yield from below(inner, depth + 1)

    in_use = [one for one in view.all("chain").named if current(view, one) is not False]
    outermost = [one for one in in_use if not _lies_in_one_of(view, one, in_use)]
    return Listing(nested for one in outermost for nested in below(one, 0))


def _lies_in_one_of(view: View, chain: str, chains: list[str]) -> bool:
    return any(outer in chains for outer in view.members(chain, "part_of").named)
