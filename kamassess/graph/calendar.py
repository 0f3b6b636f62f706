"""
Dates against the day of the assessment: held or planned, how long ago, overdue, missed.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from datetime import date
from decimal import Decimal

from attrs import frozen

from kamassess.graph.members import Truth, each
from kamassess.graph.view import View
from kamassess.showing.shown import Shown


@frozen
class Interval(Shown):
    """
    A number that is known between two ends.

    Args:
        low: at least so much.
        high: at most so much; ``None``: there is no upper end.
    """

    low: int | Decimal
    high: int | Decimal | None

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low} or more"
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def held(view: View, key: str) -> Truth:
    """Whether the date of something is not after the assessment."""
    on = view.day(key, "on")
    return None if on is None else on <= view.as_of


def days_ago(view: View, key: str) -> int | None:
    """Days from the date of something to the assessment; below zero for what is planned."""
    on = view.day(key, "on")
    return None if on is None else (view.as_of - on).days


def months_later(day: date, months: int) -> date:
    """
    The same day of a later month, or its last day where that month is shorter.

    Args:
        day: the day.
        months: how many months later.

    Returns:
        The day then.

    Example:
        >>> months_later(date(2026, 1, 31), 1)
        datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def overdue(view: View, key: str) -> Truth:
    """Whether the evaluation after this one should have been held before the assessment."""
    on, interval = view.day(key, "on"), view.value(key, "interval_months")
    if on is None or not isinstance(interval, int):
        return None
    return on.year + interval // 12 < date.max.year and months_later(on, interval) < view.as_of


def days_to_next(view: View, key: str) -> Interval | None:
    """Days from a conversation to the next one held for its chain, or else to the assessment."""
    found = _next_held(view, key)
    if found is None:
        return None
    on, earliest, latest = found
    return Interval((earliest - on).days, (latest - on).days)


def days_since_next(view: View, key: str) -> Interval | None:
    """Days from the next conversation held for its chain to the assessment; 0 where there is none yet."""
    found = _next_held(view, key)
    if found is None:
        return None
    _, earliest, latest = found
    return Interval((view.as_of - latest).days, (view.as_of - earliest).days)


def _next_held(view: View, key: str) -> tuple[date, date, date] | None:
    """The day of a conversation, and between which days the next one was held, or else the assessment is."""
    on = view.day(key, "on")
    chains = view.members(key, "chain").certain
    if on is None or not chains or on > view.as_of:
        return None
    certain, possible, left_open = view.kept(
        ("conversations", chains[0]), lambda: _conversations(view, chains[0])
    )
    latest = _next(certain, on) or view.as_of
    earliest = on if left_open else min(latest, _next(possible, on) or latest)
    return on, earliest, latest


def _conversations(view: View, chain: str) -> tuple[list[date], list[date], bool]:
    """The days of a chain's conversations in order, certain and possible; and whether there may be more."""
    found = view.members(chain, "performance_conversations")
    certain: list[date] = []
    possible: list[date] = []
    unknown = found.open
    for one, sure in each(found):
        day = view.day(one, "on")
        if day is None:
            unknown = True
        elif day <= view.as_of:
            (certain if sure else possible).append(day)
    return sorted(certain), sorted(possible), unknown


def _next(days: list[date], on: date) -> date | None:
    """The first of some days in order that is later than another."""
    at = bisect_right(days, on)
    return days[at] if at < len(days) else None


def days_measured(view: View, key: str) -> Interval:
    """On how many days a KPI was measured by the day of assessment."""
    measurements = view.members(key, "measurements")
    told = [(view.day(one, "on"), sure) for one, sure in each(measurements)]
    certain = {day for day, sure in told if sure and day is not None and day <= view.as_of}
    maybe = {day for day, _ in told if day is not None and day <= view.as_of}
    unknown = sum(day is None for day, _ in told)
    return Interval(len(certain), None if measurements.open else len(maybe) + unknown)


def missed(view: View, key: str) -> Truth:
    """Whether a measured value falls short of the target of its KPI."""
    value = view.value(key, "value")
    kpis = view.members(key, "kpi")
    if kpis.exist is not True:
        return None
    kpi = kpis.certain[0]
    target, better = view.value(kpi, "target"), view.value(kpi, "better")
    if not isinstance(value, Decimal) or not isinstance(target, Decimal) or better is None:
        return None
    return value < target if better == "higher" else value > target
