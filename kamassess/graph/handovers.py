"""
Handovers: how often work changes hands on its way through a chain (Lahr), and across which boundaries.

There is a handover where the performer of a step is another than that of the step before. It is
*external* where the unit or team is another too, else *internal*. What is not certain makes the
number an interval: a step that may be left out, or may not be there; a role that several persons hold; a unit
that nobody described.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

from attrs import frozen

from kamassess.graph.calendar import Interval
from kamassess.graph.members import Members, Truth, both, each, either, every, opposite
from kamassess.graph.ownership import people
from kamassess.graph.view import View
from kamassess.showing.shown import Listing, Shown


@frozen
class Handovers(Shown):
    """
    The handovers in a chain, or in several together.

    Args:
        total: steps whose performer differs from the one before.
        external: those of them across the boundary of a unit or team.
        internal: those inside one unit or team.
    """

    total: Interval
    external: Interval
    internal: Interval


@frozen
class Boundary(Shown):
    """
    What lies between two steps that follow each other.

    Args:
        before: the step before.
        after: the step after.
        handed_over: whether the performer is another.
        external: whether the performer and the unit or team are.
        internal: whether the performer is, and the unit or team is the same.
    """

    before: str
    after: str
    handed_over: Truth
    external: Truth
    internal: Truth


NO_HANDOVERS: Final = Handovers(Interval(0, 0), Interval(0, 0), Interval(0, 0))


def handovers(view: View, chain: str) -> Handovers | None:
    """
    The handovers in a chain.

    Args:
        view: the graph under a reading.
        chain: the chain.

    Returns:
        How many there are; ``None`` where the steps are not all described, or their order is not known.

    Example:
        >>> from datetime import date
        >>> from kamassess.graph.building import build
        >>> from kamassess.model.organisation import Organisation
        >>> from kamassess.model.terms import Reading
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "ann"}, {"id": "bob"}], "unit": [{"id": "sales"}, {"id": "works"}],
        ...     "chain": [{"id": "orders"}], "step": [
        ...         {"id": "sell", "chain": "orders", "order": 1, "performers": ["ann"], "unit": "sales"},
        ...         {"id": "make", "chain": "orders", "order": 2, "performers": ["bob"], "unit": "works"}]}})
        >>> view = View(build(organisation, date(2026, 11, 1)), Reading.CLAIMED)
        >>> handovers(view, "chain:orders").external
        Interval(low=1, high=1)
    """
    return view.kept((chain, "handovers"), lambda: _handovers(view, chain))


def _handovers(view: View, chain: str) -> Handovers | None:
    steps = _in_order(view, chain)
    if steps is None or view.members(chain, "steps").open:  # a further step may have no place of its own
        return None
    return Handovers(
        *(
            _bounds(view, steps, counted)
            for counted in (lambda it: it.handed_over, lambda it: it.external, lambda it: it.internal)
        )
    )


def boundaries(view: View, chain: str) -> Listing[Boundary]:
    """
    What lies between the steps of a chain, each with the next; steps in no known order have none.

    Args:
        view: the graph under a reading.
        chain: the chain.

    Returns:
        One for each step but the first, in order.
    """
    steps = [key for key, _ in _in_order(view, chain) or ()]
    return Listing(_between(view, before, after) for before, after in pairwise(steps))


Steps = list[tuple[str, bool]]
"""Steps in order, each with whether it is certainly done: there, and not optional."""


def _in_order(view: View, chain: str) -> Steps | None:
    """The steps of a chain in order; ``None`` where that is not known, or two have the same place."""
    found: list[tuple[int, str, bool]] = []
    for step, sure in each(view.members(chain, "steps")):
        order = view.value(step, "order")
        if not isinstance(order, int):
            return None
        found.append((order, step, both(sure, opposite(view.flag(step, "optional"))) is True))
    if len({order for order, _, _ in found}) < len(found):
        return None
    return [(step, certain) for _, step, certain in sorted(found)]


def _between(view: View, before: str, after: str) -> Boundary:
    same_hands = _same(people(view, before, "performers"), people(view, after, "performers"))
    same_place = _same(view.members(before, "unit"), view.members(after, "unit"))
    handed_over = opposite(same_hands)
    return Boundary(
        before, after, handed_over, both(handed_over, opposite(same_place)), both(handed_over, same_place)
    )


def _same(one: Members, other: Members) -> Truth:
    """
    Whether one member of a relation is that of another.

    Of several who could be meant, as of a role that several hold, it is not known who it was.
    """
    if one.open or other.open or not one.certain or not other.certain:
        return None
    if set(one.named).isdisjoint(other.named):
        return False
    return True if len(one.named) == len(other.named) == 1 else None


def _bounds(view: View, steps: Steps, counted: Callable[[Boundary], Truth]) -> Interval:
    """The least and the most over every choice of the steps that may be left out."""
    least: list[int] = []
    most: list[int] = []
    for at, (step, _) in enumerate(steps):
        low: list[int] = [0] if _may_be_first(steps, at) else []
        high = list(low)
        for earlier in range(at - 1, -1, -1):
            truth = counted(_between(view, steps[earlier][0], step))
            low.append(least[earlier] + (truth is True))
            high.append(most[earlier] + (truth is not False))
            if steps[earlier][1]:  # nobody passes over a step that is certainly done
                break
        least.append(min(low))
        most.append(max(high))
    last = [at for at in range(len(steps)) if not any(certain for _, certain in steps[at + 1 :])]
    ends = [(least[at], most[at]) for at in last]
    if not any(certain for _, certain in steps):
        ends.append((0, 0))
    return Interval(min(low for low, _ in ends), max(high for _, high in ends))


def _may_be_first(steps: Steps, at: int) -> bool:
    return not any(certain for _, certain in steps[:at])


# ------------------------------------------------------------------ several chains
def together(view: View, chains: Members) -> Handovers | None:
    """
    The handovers in several chains together, as before or after a redesign.

    Args:
        view: the graph under a reading.
        chains: the chains.

    Returns:
        The sum; ``None`` where it is not certain which chains these are, or the order of steps is not known.
    """
    if chains.possible or chains.open or not chains.certain:
        return None
    found = [handovers(view, one) for one in chains.certain]
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    return Handovers(
        _sum(one.total for one in known),
        _sum(one.external for one in known),
        _sum(one.internal for one in known),
    )


def _sum(intervals: Iterable[Interval]) -> Interval:
    listed = list(intervals)
    high = [one.high for one in listed if one.high is not None]
    return Interval(sum(one.low for one in listed), sum(high) if len(high) == len(listed) else None)


def is_less(one: Interval, other: Interval) -> Truth:
    """
    Whether one number is less than another, both being intervals.

    Example:
        >>> is_less(Interval(1, 2), Interval(3, 3)), is_less(Interval(1, 3), Interval(3, None))
        (True, None)
    """
    if one.high is not None and one.high < other.low:
        return True
    return False if other.high is not None and one.low >= other.high else None


# ------------------------------------------------------------------ facts
def total_of(view: View, key: str) -> Interval | None:
    """The handovers in a chain."""
    found = handovers(view, key)
    return None if found is None else found.total


def external_of(view: View, key: str) -> Interval | None:
    """The handovers between units or teams in a chain."""
    found = handovers(view, key)
    return None if found is None else found.external


def internal_of(view: View, key: str) -> Interval | None:
    """The handovers inside a unit or team in a chain."""
    found = handovers(view, key)
    return None if found is None else found.internal


def around_redesign(when: str, part: str) -> Callable[[View, str], Interval | None]:
    """
    The fact how many handovers there are in the chains before, or after, an initiative.

    Args:
        when: ``before`` or ``after``.
        part: ``total`` or ``external``.

    Returns:
        A function of a view and an initiative.
    """

    def around(view: View, key: str) -> Interval | None:
        found = together(view, view.members(key, when))
        return None if found is None else getattr(found, part)

    return around


def performers_known(view: View, key: str) -> Truth:
    """
    Whether of each step of a chain it is known which one person does it.

    Not, where nobody does a step; of a role that several hold it is not known who of them did.
    """

    def is_known(step: str) -> Truth:
        found = people(view, step, "performers")
        return found.exist if len(found.named) < 2 and not found.open else None

    return every(view.members(key, "steps"), is_known)


def boundaries_first(view: View, key: str) -> Truth:
    """
    Whether the boundaries between teams were dealt with before an initiative works inside teams (Ardon).

    So it is where no chain of these teams has a handover between teams, or a redesign
    of it that lowers their number began no later.
    """

    def dealt_with(chain: str) -> Truth:
        return either(_has_no_boundary(view, chain), _redesigned_before(view, chain, key))

    return every(view.members(key, "teams"), lambda team: every(view.members(team, "chains"), dealt_with))


def _has_no_boundary(view: View, chain: str) -> Truth:
    external = external_of(view, chain)
    if external is None:
        return None
    return True if external.high == 0 else False if external.low > 0 else None


def _redesigned_before(view: View, chain: str, initiative: str) -> Truth:
    began = view.day(initiative, "start")
    answers: list[Truth] = []
    for relation in ("redesigned_by", "brought_by"):
        found = view.members(chain, relation)
        answers.append(None if found.open else False)
        for one, sure in each(found):
            start = view.day(one, "start")
            in_time = None if start is None or began is None else start <= began
            answers.append(both(sure, in_time, _lowers_boundaries(view, one)))
    return either(*answers)


def _lowers_boundaries(view: View, initiative: str) -> Truth:
    before = together(view, view.members(initiative, "before"))
    after = together(view, view.members(initiative, "after"))
    return None if before is None or after is None else is_less(after.external, before.external)
