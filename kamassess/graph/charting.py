"""
What pictures show of a graph: the golden thread, duties, effort, and the steps of each chain.

A chart is a record, so that a saved assessment can be drawn as well as a new one.
It shows what is claimed, and marks what of it is proven.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain as joined
from typing import Final

from attrs import frozen

from kamassess.graph.calendar import Interval
from kamassess.graph.duties import DutyCell, DutyRow, duty_matrix
from kamassess.graph.handovers import Boundary, boundaries, handovers
from kamassess.graph.levels import Effort, effort
from kamassess.graph.members import Members, Truth, opposite
from kamassess.graph.ownership import current, people
from kamassess.graph.thread import RUNGS, higher, lower
from kamassess.graph.view import View


@frozen
class Several:
    """
    The nodes at one place of a picture.

    Args:
        proven: those that are proven to belong there.
        claimed: those that are claimed only.
        open: whether there may be others, which nobody described.
    """

    proven: tuple[str, ...] = ()
    claimed: tuple[str, ...] = ()
    open: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """Every node that is shown, those that are proven first."""
        return self.proven + self.claimed


@frozen
class ThreadNode:
    """
    A node of the golden thread.

    Args:
        focus: the node, as ``kind:id``.
        proven: whether it is proven to be there.
        breaks_up: whether nothing leads on from it, up to a vision; ``None`` where that is not known.
        breaks_down: whether nothing leads on from it, down to an owner; ``None`` where that is not known.
    """

    focus: str
    proven: bool
    breaks_up: Truth
    breaks_down: Truth


@frozen
class ThreadLink:
    """
    A link of the golden thread.

    Args:
        above: the node above.
        below: the node below.
        proven: whether it is proven.
    """

    above: str
    below: str
    proven: bool


@frozen
class Answering:
    """
    Who answers for one duty of a chain.

    Args:
        duty: the duty's id.
        accountable: who answers for it in the end.
        carries_out: who does the work.
        consulted: whose advice is asked.
    """

    duty: str
    accountable: Several
    carries_out: Several
    consulted: Several


@frozen
class Duties:
    """
    A chain with its owners and its duties.

    Args:
        chain: the chain.
        owners: who owns it.
        answering: one for each duty, in the order of the vocabulary.
    """

    chain: str
    owners: Several
    answering: tuple[Answering, ...]


class Handover(StrEnum):
    """What happens between two steps."""

    NONE = "none"
    INTERNAL = "internal"
    EXTERNAL = "external"
    UNPLACED = "unplaced"
    """It changes hands, and whether across the boundary of a unit is not known."""
    UNKNOWN = "unknown"


@frozen
class Step:
    """
    A step of a chain.

    Args:
        focus: the step, as ``step:id``.
        performers: who does it.
        units: where.
    """

    focus: str
    performers: Several
    units: Several


@frozen
class Course:
    """
    The way of the work through a chain.

    Args:
        chain: the chain.
        steps: its steps in order; none where that is not known.
        handovers: what happens between each step and the next.
        total: how often it changes hands; ``None`` where that is not known.
    """

    chain: str
    steps: tuple[Step, ...]
    handovers: tuple[Handover, ...]
    total: Interval | None


@frozen
class Chart:
    """
    What pictures show of a graph.

    Args:
        nodes: the nodes of the golden thread, from the top down.
        links: its links.
        duties: the duty matrix, a row for each chain in use.
        effort: what is spent on each level of customer orientation.
        courses: the chains in use that have steps.
    """

    nodes: tuple[ThreadNode, ...] = ()
    links: tuple[ThreadLink, ...] = ()
    duties: tuple[Duties, ...] = ()
    effort: tuple[Effort, ...] = ()
    courses: tuple[Course, ...] = ()

    def foci(self) -> Iterator[str]:
        """Every node that it shows, some of them several times."""
        yield from (one.focus for one in self.nodes)
        for row in self.duties:
            yield row.chain
            yield from row.owners.shown
            for one in row.answering:
                yield from joined(one.accountable.shown, one.carries_out.shown, one.consulted.shown)
        yield from (one.initiative for one in self.effort)
        for course in self.courses:
            yield course.chain
            for step in course.steps:
                yield from joined((step.focus,), step.performers.shown, step.units.shown)


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
