"""
The golden thread: vision, mission, strategy, policy, objective, KPI, chain, owner; up and down from any node.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from attrs import frozen

from kamassess.graph.chains import chains_through_tree
from kamassess.graph.members import NOBODY, Members, Truth, along, opposite, those, union
from kamassess.graph.ownership import people
from kamassess.graph.view import View
from kamassess.showing.shown import Shown

RUNGS: Final = ("vision", "mission", "strategy", "policy", "objective", "kpi", "chain", "person")
"""The kinds that the thread runs through, from the top down; a person as an owner."""

# By which relations it runs to what lies lower; KPIs, chains and persons have ways of their own.
_DOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "vision": ("supported_by", "contributions"),
    "mission": ("supported_by", "contributions"),
    "strategy": ("supported_by", "contributions"),
    "policy": ("objectives", "supported_by"),
    "objective": ("contributions", "kpis"),
}


@frozen
class Rung(Shown):
    """
    The nodes of one kind that the thread runs through.

    Args:
        kind: the kind.
        nodes: those that are reached, certainly or possibly.
    """

    kind: str
    nodes: Members


@frozen
class Thread(Shown):
    """
    The golden thread through a node.

    Args:
        focus: the node.
        up: what lies above it, the nearest kind first.
        down: what lies below it, the nearest kind first.
        breaks_up: where it ends on the way up before a vision.
        breaks_down: where it ends on the way down before an owner.
    """

    focus: str
    up: tuple[Rung, ...]
    down: tuple[Rung, ...]
    breaks_up: Members
    breaks_down: Members


def golden_thread(view: View, key: str) -> Thread:
    """
    The golden thread through a node: what it serves, up to the vision, and what serves it, down to owners.

    It runs from vision to mission, strategy, policy, objective, KPI and customer chain to the persons who
    own the chain, and may pass over a kind: a policy can serve a vision directly. It *breaks* at a node
    from which nothing leads on, before a vision above or a person below. A node beside the thread, as a
    step or an initiative, joins it above by what it belongs or contributes to.

    Args:
        view: the graph under a reading.
        key: any node.

    Returns:
        What is reached by kind, and where the thread breaks.

    Example:
        >>> from datetime import date
        >>> from kamassess.graph.building import build
        >>> from kamassess.model.organisation import Organisation
        >>> from kamassess.model.terms import Reading
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "policy": [{"id": "listen"}], "objective": [{"id": "sooner", "implements": ["listen"]}],
        ...     "kpi": [{"id": "days", "objectives": ["sooner"]}]}})
        >>> view = View(build(organisation, date(2026, 11, 1)), Reading.CLAIMED)
        >>> thread = golden_thread(view, "objective:sooner")
        >>> thread.breaks_up.certain, thread.breaks_down.certain
        (('policy:listen',), ('kpi:days',))
    """
    above, below = (along(Members((key,)), partial(way, view)) for way in (higher, lower))
    kind = view.kind_of(key)
    kinds_above = RUNGS[: RUNGS.index(kind)] if kind in RUNGS else RUNGS[:-1]
    kinds_below = RUNGS[RUNGS.index(kind) + 1 :] if kind in RUNGS else ()
    return Thread(
        key,
        tuple(_rung(view, one, above) for one in reversed(kinds_above)),
        tuple(_rung(view, one, below) for one in kinds_below),
        _breaks(view, above, higher, RUNGS[0]),
        _breaks(view, below, lower, RUNGS[-1]) if kind in RUNGS else NOBODY,
    )


Next = Callable[[View, str], Members]
"""The nodes that the thread runs to from a node, in one direction."""


def higher(view: View, key: str) -> Members:
    """The nodes that the thread runs to from a node, one step up."""
    kind = view.kind_of(key)
    if kind == "person":
        return _owned(view, key)
    if kind == "chain":
        return view.members(key, "kpis")
    if kind == "kpi":
        return union(view.members(key, "objectives"), view.members(key, "parent"))
    return view.upward(key)


def _owned(view: View, person: str) -> Members:
    """The chains that somebody owns, in use or not."""
    return those(view.all("chain"), lambda chain: people(view, chain, "owners").has(person))


def lower(view: View, key: str) -> Members:
    """The nodes that the thread runs to from a node, one step down."""
    kind = view.kind_of(key)
    if kind == "chain":
        return people(view, key, "owners")
    if kind == "kpi":  # one in the tree of a chain belongs to the chain, though only the root says so
        return union(view.members(key, "children"), chains_through_tree(view, key))
    return union(*(view.members(key, name) for name in _DOWN.get(kind, ())))


def _rung(view: View, kind: str, reached: Members) -> Rung:
    return Rung(kind, those(reached, lambda one: view.kind_of(one) == kind))


def _breaks(view: View, reached: Members, following: Next, end: str) -> Members:
    """The nodes from which nothing leads on, though the thread has not come to its end."""

    def ends_here(one: str) -> Truth:
        return view.kind_of(one) != end and opposite(following(view, one).exist)

    return those(reached, ends_here)
