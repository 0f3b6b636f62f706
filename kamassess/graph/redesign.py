"""
Redesigns: handovers before and after, and what was measured around them (Lahr).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import frozen

from kamassess.graph.calendar import held
from kamassess.graph.chains import tree
from kamassess.graph.handovers import Handovers, is_less, together
from kamassess.graph.members import Members, Truth, both, opposite, some, union
from kamassess.graph.view import View
from kamassess.showing.shown import Listing, Shown


def measured_around(about: str) -> Callable[[View, str], Truth]:
    """
    The fact whether something was measured before an initiative began and after it ended.

    Args:
        about: what KPIs of the chains before and after it must be about.

    Returns:
        A function of a view and an initiative.
    """

    def around(view: View, key: str) -> Truth:
        chains = union(view.members(key, "before"), view.members(key, "after"))
        start, end = view.day(key, "start"), view.day(key, "end")
        before = _measured(view, chains, about, lambda day: None if start is None else day < start)
        after = _measured(view, chains, about, lambda day: None if end is None else day > end)
        return both(before, after)

    return around


def _measured(view: View, chains: Members, about: str, in_time: Callable[[date], Truth]) -> Truth:
    """Whether a KPI of some chains about something was measured on a day that fits."""

    def fits(measurement: str) -> Truth:
        day = view.day(measurement, "on")
        return both(held(view, measurement), None if day is None else in_time(day))

    def by(kpi: str) -> Truth:
        return both(view.is_word(kpi, "about", about), some(view.members(kpi, "measurements"), fits))

    return some(chains, lambda chain: some(tree(view, chain), by))


@frozen
class Redesign(Shown):
    """
    What an initiative does to the handovers in its chains.

    Args:
        initiative: the initiative.
        before: the handovers in the chains as they were; ``None`` where they are not known.
        after: the handovers in the chains as they become; ``None`` where they are not known.
        claims_fewer: whether it says that there will be fewer.
        denied: whether it says so, and the count says otherwise.
    """

    initiative: str
    before: Handovers | None
    after: Handovers | None
    claims_fewer: Truth
    denied: Truth


def redesigns(view: View) -> Listing[Redesign]:
    """
    Handovers before and after each redesign, and claims of fewer that the count denies (Lahr).

    Teams instead of departments make external handovers internal ones; only people who do more steps
    themselves make their total less. The total is what a claim is held against.

    Args:
        view: the graph under a reading.

    Returns:
        One for each initiative that names chains before or after it, in the order of the file.
    """
    return Listing(
        _redesign(view, one)
        for one in view.all("initiative").named
        if view.members(one, "before").named or view.members(one, "after").named
    )


def _redesign(view: View, key: str) -> Redesign:
    before, after = (together(view, view.members(key, relation)) for relation in ("before", "after"))
    fewer = None if before is None or after is None else is_less(after.total, before.total)
    claims = view.flag(key, "claims_fewer_handovers")
    return Redesign(key, before, after, claims, both(claims, opposite(fewer)))
