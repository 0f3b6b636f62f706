"""
Redesigns: what was measured before the first and after the last day (Lahr).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kamassess.graph.calendar import held
from kamassess.graph.chains import tree
from kamassess.graph.members import Members, Truth, both, some, union
from kamassess.graph.view import View


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
