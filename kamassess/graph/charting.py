"""
How a chart is worked out: the golden thread, duties, effort and the steps of chains, under both readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain as joined
from typing import Final

from kamassess.graph.chart import (
    Answering,
    Chart,
    Course,
    Duties,
    Handover,
    Several,
    Step,
    ThreadLink,
    ThreadNode,
)
from kamassess.graph.duties import DutyCell, DutyRow, duty_matrix
from kamassess.graph.handovers import Boundary, boundaries, handovers
from kamassess.graph.levels import effort
from kamassess.graph.members import Members, Truth, opposite
from kamassess.graph.ownership import current, people
from kamassess.graph.thread import RUNGS, higher, lower
from kamassess.graph.view import View

_PERSON: Final = "person"


def chart(claimed: View, proven: View) -> Chart:
    """
    What pictures show of a graph.

    Args:
        claimed: the graph, every claim taken at its word.
        proven: the graph when only certain claims are.

    Returns:
        The chart: what is claimed, with what of it is proven.

    Example:
        >>> from datetime import date
        >>> from kamassess.graph.building import build
        >>> from kamassess.model.organisation import Organisation
        >>> from kamassess.model.terms import Reading
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan"}],
        ...     "chain": [{"id": "permits", "owners": [{"to": "jan", "basis": "belief"}]}]}})
        >>> graph = build(organisation, date(2026, 11, 1))
        >>> chart(View(graph, Reading.CLAIMED), View(graph, Reading.PROVEN)).links
        (ThreadLink(above='chain:permits', below='person:jan', proven=False),)
    """
    chains = tuple(one for one in claimed.all("chain").named if current(claimed, one) is not False)
    links = tuple(_links(claimed, proven, chains))
    owners = dict.fromkeys(one.below for one in links if claimed.kind_of(one.below) == _PERSON)
    nodes = (
        ThreadNode(
            one, proven.exists(one) is True, _ends(claimed, one, up=True), _ends(claimed, one, up=False)
        )
        for one in joined(_above_persons(claimed, chains), owners)
    )
    return Chart(
        tuple(nodes),
        links,
        tuple(_duties(*both) for both in zip(duty_matrix(claimed), _rows(claimed, proven), strict=True)),
        effort(claimed),
        tuple(one for it in chains for one in _courses(claimed, proven, it)),
    )


# ------------------------------------------------------------------ the golden thread
def _above_persons(view: View, chains: tuple[str, ...]) -> Iterator[str]:
    for kind in RUNGS[:-1]:
        yield from chains if kind == "chain" else view.all(kind).named


def _links(claimed: View, proven: View, chains: tuple[str, ...]) -> Iterator[ThreadLink]:
    for above in _above_persons(claimed, chains):
        known = _below(proven, above).certain
        for below in _below(claimed, above).named:
            if claimed.kind_of(below) != "chain" or below in chains:
                yield ThreadLink(above, below, below in known)


def _below(view: View, key: str) -> Members:
    """What is drawn right below a node: a KPI inside a tree hangs on the KPI above it, not on the chain."""
    if view.kind_of(key) != "kpi":
        return lower(view, key)
    children, chains = view.members(key, "children"), view.members(key, "chains")
    return Members(children.certain + chains.certain, children.possible + chains.possible)


def _ends(view: View, key: str, *, up: bool) -> Truth:
    if view.kind_of(key) == (RUNGS[0] if up else _PERSON):
        return False
    return opposite((higher if up else lower)(view, key).exist)


# ------------------------------------------------------------------ duties
def _rows(claimed: View, proven: View) -> Iterator[DutyRow]:
    """The rows of the proven reading beside those of the claimed one: it may keep a chain in use that was."""
    known = {one.chain: one for one in duty_matrix(proven)}
    return (known[one.chain] for one in duty_matrix(claimed))


def _duties(claimed: DutyRow, proven: DutyRow) -> Duties:
    return Duties(
        claimed.chain,
        _several(claimed.owners, proven.owners),
        tuple(_answering(*both) for both in zip(claimed.cells, proven.cells, strict=True)),
    )


def _answering(claimed: DutyCell, proven: DutyCell) -> Answering:
    return Answering(
        claimed.duty,
        _several(claimed.accountable, proven.accountable),
        _several(claimed.carries_out, proven.carries_out),
        _several(claimed.consulted, proven.consulted),
    )


def _several(claimed: Members, proven: Members) -> Several:
    certain = tuple(one for one in claimed.named if one in proven.certain)
    return Several(certain, tuple(one for one in claimed.named if one not in certain), claimed.open)


# ------------------------------------------------------------------ chains
def _courses(claimed: View, proven: View, chain: str) -> Iterator[Course]:
    named = claimed.members(chain, "steps").named
    if not named:
        return
    between = boundaries(claimed, chain)
    found = handovers(claimed, chain)
    # One step is in order by itself; several in no known order have no boundaries.
    steps = (
        named if len(named) == 1 else (*(one.before for one in between[:1]), *(one.after for one in between))
    )
    yield Course(
        chain,
        tuple(
            Step(
                one,
                _several(people(claimed, one, "performers"), people(proven, one, "performers")),
                _several(claimed.members(one, "unit"), proven.members(one, "unit")),
            )
            for one in steps
        ),
        tuple(map(_handover, between)),
        None if found is None else found.total,
    )


def _handover(between: Boundary) -> Handover:
    if between.handed_over is None:
        return Handover.UNKNOWN
    if not between.handed_over:
        return Handover.NONE
    if between.external is None:
        return Handover.UNPLACED
    return Handover.EXTERNAL if between.external else Handover.INTERNAL
