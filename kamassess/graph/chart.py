"""
A chart: what pictures show of a graph, as a record, so that a saved assessment can be drawn as a new one can.

It holds what is claimed, and marks what of it is proven.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import chain as joined

from attrs import frozen

from kamassess.graph.calendar import Interval
from kamassess.graph.levels import Effort
from kamassess.graph.members import Truth


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
