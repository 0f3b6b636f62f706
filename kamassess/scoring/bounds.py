"""
Means as intervals: exact at both ends, whatever of the unknown turns out.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import singledispatch
from math import lcm

from attrs import frozen

from kamassess.checklist.policy import Part, WeightedMean


@frozen
class Item:
    """
    Something that counts in a mean.

    Args:
        low: its lowest value.
        high: its highest value.
        weight: how much it counts.
        optional: whether it may turn out not to apply, and so not to count.
    """

    low: Fraction
    high: Fraction
    weight: int = 1
    optional: bool = False


@frozen
class Bounds:
    """
    Between which ends a score lies.

    Args:
        low: the lowest score of any completion of what is unknown.
        high: the highest.
        may_be_empty: whether in some completion nothing counts, so that there is no score.
    """

    low: Fraction
    high: Fraction
    may_be_empty: bool = False


@singledispatch
def combine(part: Part, items: Iterable[Item]) -> Bounds | None:
    """
    The exact bounds of what a part of a scoring policy computes.

    Args:
        part: the part.
        items: what counts, or may count.

    Returns:
        The bounds; ``None`` where nothing ever counts.

    Example:
        >>> certain = Item(Fraction(1), Fraction(1))
        >>> combine(WeightedMean(), [Item(Fraction(0), Fraction(1), weight=3), certain])
        Bounds(low=Fraction(1, 4), high=Fraction(1, 1), may_be_empty=False)
    """
    raise TypeError(f"not a part of a scoring policy: {part!r}")


@combine.register
def _(part: WeightedMean, items: Iterable[Item]) -> Bounds | None:
    return mean(items)


def mean(items: Iterable[Item]) -> Bounds | None:
    """
    The exact bounds of a weighted mean.

    A mean with optional items is not monotone: leaving one out can raise or
    lower it. Its lowest value takes the optional items, smallest value first,
    while they lie below the mean so far; its highest the other way round. An
    item of weight 0 weighs nothing.

    Args:
        items: what counts, or may count.

    Returns:
        The bounds; ``None`` where nothing ever counts.

    Example:
        >>> mean([Item(Fraction(1), Fraction(1)), Item(Fraction(0), Fraction(1, 2), optional=True)])
        Bounds(low=Fraction(1, 2), high=Fraction(1, 1), may_be_empty=False)
    """
    weighing = [one for one in items if one.weight]
    if not weighing:
        return None
    if len(weighing) == 1:
        return Bounds(weighing[0].low, weighing[0].high, weighing[0].optional)
    low = _lowest([(one.low, one.weight, one.optional) for one in weighing])
    high = -_lowest([(-one.high, one.weight, one.optional) for one in weighing])
    return Bounds(low, high, all(one.optional for one in weighing))


def _lowest(items: list[tuple[Fraction, int, bool]]) -> Fraction:
    """The lowest mean over every choice of the optional items, at least one item counting."""
    # In whole numbers, of one denominator: they add up far faster than fractions.
    scale = lcm(*(value.denominator for value, _, _ in items))
    whole = [(one.numerator * (scale // one.denominator), times, optional) for one, times, optional in items]
    total = sum(value * times for value, times, optional in whole if not optional)
    weight = sum(times for _, times, optional in whole if not optional)
    for value, times in sorted((value, times) for value, times, optional in whole if optional):
        if weight and value * weight >= total:
            break
        total += value * times
        weight += times
    return Fraction(total, weight * scale)


def capped(bounds: Bounds, cap: Fraction, *, fails: bool | None) -> Bounds:
    """
    Bounds under a gate: its cap holds while the gate's checkpoint fails.

    Args:
        bounds: the bounds without the gate.
        cap: the highest score while it fails.
        fails: whether it fails; ``None``: not known, which caps the low end only.

    Returns:
        The bounds with the gate.

    Example:
        >>> capped(Bounds(Fraction(1, 2), Fraction(1)), Fraction(1, 4), fails=None)
        Bounds(low=Fraction(1, 4), high=Fraction(1, 1), may_be_empty=False)
    """
    if fails is False:
        return bounds
    high = min(bounds.high, cap) if fails else bounds.high
    return Bounds(min(bounds.low, cap), high, bounds.may_be_empty)
