"""
Shares of a population: exact bounds where members, or what is asked of them, are not certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from kamassess.graph.calendar import Interval
from kamassess.graph.chains import chains_through_tree
from kamassess.graph.feedback import kpi_for_feedback
from kamassess.graph.hearing import told_feedback_objectives, told_feedback_policy
from kamassess.graph.members import Members, Truth, both, each, either, opposite, those
from kamassess.graph.view import View


def share(answers: Iterable[tuple[Truth, Truth]], *, open: bool = False) -> Interval | None:
    """
    The share of members for which something is so.

    Args:
        answers: for each member whether it is there and whether it is so; never certainly not there.
        open: whether there may be members that nobody named.

    Returns:
        The lowest and the highest share over every completion of what is unknown;
        ``None`` where there may be no member at all.

    Example:
        >>> share([(True, True), (True, None), (None, False)])
        Interval(low=Decimal('0.3333333333'), high=Decimal('1'))
    """
    told = list(answers)
    there = [truth for sure, truth in told if sure]
    if not there:
        return None
    if open:
        return Interval(Decimal(0), Decimal(1))
    may_be_so = sum(truth is not False for sure, truth in told if not sure)
    may_be_not = sum(truth is not True for sure, truth in told if not sure)
    low = _part(sum(truth is True for truth in there), len(there) + may_be_not)
    high = _part(sum(truth is not False for truth in there) + may_be_so, len(there) + may_be_so)
    return Interval(low, high)


def _part(some: int, whole: int) -> Decimal:
    return _rounded(Fraction(some, whole))


def _rounded(share: Fraction) -> Decimal:
    return (Decimal(share.numerator) / share.denominator).quantize(Decimal("1e-10")).normalize()


def silo_share(view: View) -> Interval | None:
    """The share of KPIs made for a unit that are tied to no chain and measure no result of the whole."""
    kpis = view.all("kpi")
    return share(((sure, _is_silo(view, one)) for one, sure in each(kpis)), open=kpis.open)


def silo_kpis(view: View) -> Members:
    """
    The KPIs made for a unit that are tied to no chain and measure no result of the whole (Geelen).

    A KPI is tied to a chain directly, or by one above it in its tree.

    Args:
        view: the graph under a reading.

    Returns:
        The KPIs, certainly or possibly of this kind.
    """
    return those(view.all("kpi"), lambda one: _is_silo(view, one))


def _is_silo(view: View, key: str) -> Truth:
    of_unit = view.members(key, "units").exist
    of_chain = chains_through_tree(view, key).exist
    return both(of_unit, opposite(of_chain), opposite(_is_result_of_the_whole(view, key)))


def _is_result_of_the_whole(view: View, key: str) -> Truth:
    """Whether a KPI measures the result of an objective that is no unit's but the organisation's."""
    objectives = view.members(key, "objectives")
    of_the_whole = (both(sure, opposite(view.members(one, "units").exist)) for one, sure in each(objectives))
    return both(
        view.is_word(key, "sort", "result"), either(None if objectives.open else False, *of_the_whole)
    )


def told_feedback_share(view: View) -> Interval | None:
    """The share of units that were told of both a policy about feedback and every objective for it."""
    units = view.all("unit")
    told = (
        (sure, both(told_feedback_policy(view, one), told_feedback_objectives(view, one)))
        for one, sure in each(units)
    )
    return share(told, open=units.open)


def steering_quality_share(view: View) -> Interval | None:
    """The share of the KPIs for feedback that are steered on which are about quality."""
    kpis = view.all("kpi")
    steering = (
        (both(sure, view.flag(one, "steering"), kpi_for_feedback(view, one)), one) for one, sure in each(kpis)
    )
    answers = ((sure, view.is_word(kpi, "about", "quality")) for sure, kpi in steering if sure is not False)
    return share(answers, open=kpis.open)


def share_of_sums(
    parts: Iterable[tuple[Truth, Truth, Decimal | None]], *, open: bool = False
) -> Interval | None:
    """
    The share of a sum that goes one way.

    Args:
        parts: for each part whether it is there, whether it goes that way, and how much it is, if known.
        open: whether there may be parts that nobody named.

    Returns:
        The lowest and the highest share over every completion of what is unknown;
        ``None`` where there may be nothing to divide.

    Example:
        >>> share_of_sums([(True, True, Decimal(30)), (True, False, Decimal(70)), (None, True, Decimal(100))])
        Interval(low=Decimal('0.3'), high=Decimal('0.65'))
    """
    told = [part for part in parts if part[0] is not False]
    if not any(there and amount for there, _, amount in told):
        return None
    if open:
        return Interval(Decimal(0), Decimal(1))
    other_way = [(there, opposite(way), amount) for there, way, amount in told]
    return Interval(_rounded(_least_share(told)), _rounded(1 - _least_share(other_way)))


def _least_share(parts: list[tuple[Truth, Truth, Decimal | None]]) -> Fraction:
    """The lowest share: what may go elsewhere does, however much it may be; what may not be there is not."""
    some = sum((Fraction(amount) for there, way, amount in parts if there and way and amount), Fraction(0))
    rest = [amount for _, way, amount in parts if not way]
    if None in rest:
        return Fraction(0)
    whole = some + sum((Fraction(amount) for amount in rest if amount), Fraction(0))
    return some / whole
