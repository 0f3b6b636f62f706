"""
Promises: what was said about the future, how sure that was, and what became of it.

Certain is only what a contract about this promise makes certain, signed by the day (Beuker). A promise
kept late is not kept; one that is not due yet counts nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from attrs import frozen

from kamassess.graph.calendar import Interval
from kamassess.graph.members import Truth, both, each, some
from kamassess.graph.shares import share
from kamassess.graph.view import View
from kamassess.model.evidence import counts_on
from kamassess.model.vocabulary import PROMISE_CERTAIN
from kamassess.showing.shown import Listing, Shown

CUSTOMERS: Final = frozenset({"customer_group", "interested_party"})


class Fate(StrEnum):
    """What became of a promise (afloop)."""

    KEPT = "kept"
    """No later than it was due."""
    LATE = "late"
    """After it was due."""
    OVERDUE = "overdue"
    """Due before the day, and not kept by then."""
    WITHDRAWN = "withdrawn"
    """Taken back, and not kept."""
    OPEN = "open"
    """Not kept yet, and not overdue."""


# ------------------------------------------------------------------ how sure it is
def contracted(view: View, key: str) -> Truth:
    """Whether a contract about a promise, signed by the day of assessment, makes it certain."""
    return _made_certain(view, key, PROMISE_CERTAIN[:1])


def secured(view: View, key: str) -> Truth:
    """Whether a contract, an order confirmation or reserved capacity makes a promise certain."""
    return _made_certain(view, key, PROMISE_CERTAIN)


def _made_certain(view: View, key: str, bases: tuple[str, ...]) -> Truth:
    basis = view.value(key, "rests_on")
    if basis is None:
        return False if view.has(key, "rests_on") is False else None
    if basis not in bases:
        return False
    named = view.graph.backing(key, "rests_on")
    # What is named and was signed later, or has run out, makes nothing certain, whoever says so.
    return not named or any(counts_on(one, view.as_of) for one in named)


# ------------------------------------------------------------------ what became of it
def fell_due(view: View, key: str) -> Truth:
    """Whether a promise was to be kept before the day of assessment: until then it can still be."""
    due = view.day(key, "due")
    return None if due is None else due < view.as_of


def kept_in_time(view: View, key: str) -> Truth:
    """Whether a promise was kept by the day of assessment, and no later than it was due."""
    if view.has(key, "kept_on") is False:
        return False
    due, kept_on = view.day(key, "due"), view.day(key, "kept_on")
    if kept_on is not None and kept_on > view.as_of:
        return False
    return None if due is None or kept_on is None else kept_on <= due


def fate(view: View, key: str) -> Fate | None:
    """
    What became of a promise by the day of assessment.

    Args:
        view: the graph under a reading.
        key: the promise.

    Returns:
        Its fate; ``None`` where that is not known.
    """
    due = view.day(key, "due")
    days = {name: view.day(key, name) for name in ("kept_on", "withdrawn_on")}
    if due is None or any(day is None and view.has(key, name) is not False for name, day in days.items()):
        return None
    kept_on, withdrawn_on = (_by(day, view.as_of) for day in days.values())
    if kept_on is not None:
        return Fate.KEPT if kept_on <= due else Fate.LATE
    if withdrawn_on is not None:
        return Fate.WITHDRAWN
    return Fate.OVERDUE if due < view.as_of else Fate.OPEN


def outcome(view: View, key: str) -> str | None:
    """What became of a promise, as a word."""
    found = fate(view, key)
    return None if found is None else found.value


def _by(day: date | None, as_of: date) -> date | None:
    """A day, if it has come."""
    return day if day is not None and day <= as_of else None


def to_customer(view: View, key: str) -> Truth:
    """Whether a promise was made to a customer or interested party."""
    return some(view.members(key, "receiver"), lambda one: view.kind_of(one) in CUSTOMERS)


def to_colleague(view: View, key: str) -> Truth:
    """Whether a promise was made to somebody inside: a person, unit or team."""
    return some(view.members(key, "receiver"), lambda one: view.kind_of(one) not in CUSTOMERS)


# ------------------------------------------------------------------ over all of them
def kept_share(view: View, *, to_customers: bool, period: tuple[date, date] | None = None) -> Interval | None:
    """
    The share of the promises that fell due which were kept in time.

    Args:
        view: the graph under a reading.
        to_customers: whether of those to customers, or of those between colleagues.
        period: the first and the last day on which they fell due; ``None``: ever.

    Returns:
        The lowest and the highest share; ``None`` where none may have fallen due.
    """
    promises = view.all("promise")
    answers = []
    for one, sure in each(promises):
        of_these = to_customer if to_customers else to_colleague
        there = both(sure, fell_due(view, one), of_these(view, one), _fell_in(view, one, period))
        if there is not False:
            answers.append((there, kept_in_time(view, one)))
    return share(answers, open=promises.open)


def _fell_in(view: View, key: str, period: tuple[date, date] | None) -> Truth:
    due = view.day(key, "due")
    return True if period is None else None if due is None else period[0] <= due <= period[1]


def kept_to_customers(view: View) -> Interval | None:
    """The share of the promises to customers that fell due which were kept in time."""
    return kept_share(view, to_customers=True)


def kept_to_colleagues(view: View) -> Interval | None:
    """The share of the promises between colleagues that fell due which were kept in time."""
    return kept_share(view, to_customers=False)


@frozen
class Month(Shown):
    """
    How promises that fell due in a month were kept.

    Args:
        first: the first day of the month.
        due: how many fell due.
        to_customers: the share of those to customers that was kept in time; ``None`` where there is none.
        to_colleagues: the same of those between colleagues.
    """

    first: date
    due: int
    to_customers: Interval | None
    to_colleagues: Interval | None


def over_time(view: View) -> Listing[Month]:
    """
    How promises that fell due before the day of assessment were kept, month by month.

    Args:
        view: the graph under a reading.

    Returns:
        Each month in which one fell due, the first first.
    """
    days = [view.day(one, "due") for one in view.all("promise").named]
    due = sorted(day for day in days if day is not None and day < view.as_of)
    months = dict.fromkeys(day.replace(day=1) for day in due)
    return Listing(
        _month(view, first, [day for day in due if day.replace(day=1) == first]) for first in months
    )


def _month(view: View, first: date, due: list[date]) -> Month:
    period = (first, due[-1])
    return Month(
        first,
        len(due),
        kept_share(view, to_customers=True, period=period),
        kept_share(view, to_customers=False, period=period),
    )


def brier(pairs: Iterable[tuple[Decimal | Fraction | float, bool]]) -> Fraction | None:
    """
    The Brier score of probabilities that were told: 0 is perfect, always 'half' gives a quarter.

    Args:
        pairs: each probability, from 0 to 1, with whether it came true.

    Returns:
        The mean of the squared errors; ``None`` where there are none.

    Example:
        >>> brier([(0.1, False), (0.9, True), (0.8, True), (0.3, False)]) == Fraction("0.0375")
        True
    """
    errors = [(Fraction(str(told)) - came_true) ** 2 for told, came_true in pairs]
    return sum(errors, Fraction(0)) / len(errors) if errors else None


def calibration(view: View) -> Fraction | None:
    """
    The Brier score of promises with a probability that fell due, where it is known if they were kept.

    Args:
        view: the graph under a reading.

    Returns:
        The score; ``None`` where there is no such promise.
    """
    pairs = []
    for one in view.all("promise").certain:
        probability, kept = view.value(one, "probability"), kept_in_time(view, one)
        if isinstance(probability, Decimal) and kept is not None and fell_due(view, one):
            pairs.append((probability, kept))
    return brier(pairs)
