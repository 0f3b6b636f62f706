"""
What the parts of a scoring policy compute, as intervals: exact at both ends, whatever turns out.

Every part but a table that goes down is *monotone*: a higher value never lowers it, and of what may not
apply, falling short is worst and conforming is best. A mean with values in between is the exception
that ``mean`` takes care of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import singledispatch
from math import lcm

from attrs import evolve, frozen

from kamassess.checklist.policy import (
    All,
    AtLeast,
    ByGroup,
    Deduction,
    Ladder,
    Levels,
    Lowest,
    Mean,
    MustAndSome,
    Part,
    Sum,
    SumOfLevels,
    Table,
)
from kamassess.engine.verdict import ONE, ZERO


@frozen
class Item:
    """
    Something that counts in a part of a policy.

    Args:
        low: its lowest value.
        high: its highest value.
        weight: how much it counts.
        optional: whether it may turn out not to apply, and so not to count.
        level: the level that it belongs to.
        group: the group that it belongs to.
        must: whether it must be.
    """

    low: Fraction
    high: Fraction
    weight: int = 1
    optional: bool = False
    level: int | None = None
    group: str | None = None
    must: bool = False


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

    The ends are exact for parts that are monotone; for others only where nothing is unknown.

    Example:
        >>> certain = Item(Fraction(1), Fraction(1))
        >>> combine(Mean(), [Item(Fraction(0), Fraction(1), weight=3), certain])
        Bounds(low=Fraction(1, 4), high=Fraction(1, 1), may_be_empty=False)
    """
    raise TypeError(f"not a part of a scoring policy: {part!r}")


# ------------------------------------------------------------------------- compensatory parts
@combine.register
def _(part: Mean, items: Iterable[Item]) -> Bounds | None:
    return mean(items if part.weighted else map(_unweighted, items))


def _unweighted(item: Item) -> Item:
    return item if item.weight == 1 else evolve(item, weight=min(item.weight, 1))


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


@combine.register
def _(part: Sum, items: Iterable[Item]) -> Bounds | None:
    counted = [one if part.weighted else _unweighted(one) for one in items if one.weight]
    # What may not count adds nothing, which is more than a deduction that it may be.
    low = sum((min(one.low, ZERO if one.optional else one.low) * one.weight for one in counted), ZERO)
    high = sum((max(one.high, ZERO if one.optional else one.high) * one.weight for one in counted), ZERO)
    return _unless_empty(part, counted, Bounds(low, high))


def _unless_empty(part: Part, items: list[Item], found: Bounds) -> Bounds | None:
    """
    The bounds, where some item may count: if all may not, they are those of completions in which one does.

    Each alone shows the ends: further ones that fall short make no part better, nor those that conform worse.
    """
    if not items:
        return None
    if not all(one.optional for one in items):
        return found
    alone = [combine(part, [evolve(one, optional=False)]) for one in items]
    ends = [one for one in alone if one is not None]
    low, high = min(one.low for one in ends), max(one.high for one in ends)
    if isinstance(part, Sum):  # the sum of nothing is no completion, though all others may be added up
        low, high = min(low, found.low or low), max(high, found.high or high)
    elif isinstance(part, Ladder):
        high = max(high, found.high)
    return Bounds(low, high, True)


@combine.register
def _(part: SumOfLevels, items: Iterable[Item]) -> Bounds | None:
    levels = [found for one in _by_level(items).values() if (found := mean(one)) is not None]
    if not levels:
        return None
    certain = [one.low for one in levels if not one.may_be_empty]
    low = sum(certain, ZERO) if certain else min(one.low for one in levels)
    return Bounds(low, sum((one.high for one in levels), ZERO), not certain)


@combine.register
def _(part: ByGroup, items: Iterable[Item]) -> Bounds | None:
    return combine(part.over, [one for _, one in grouped(part, list(items))])


def grouped(part: ByGroup, items: Sequence[Item]) -> list[tuple[list[int], Item]]:
    """
    The groups of a part as what counts in it.

    Args:
        part: the part.
        items: its inputs; one without a group is a group by itself.

    Returns:
        The numbers of the inputs of each group, and what the group comes to; not one in which nothing counts.
    """
    groups: dict[object, list[int]] = {}
    for number, one in enumerate(items):
        groups.setdefault(number if one.group is None else one.group, []).append(number)
    found = []
    for there in groups.values():
        bounds = combine(part.within, [items[at] for at in there])
        if bounds is not None:
            group = items[there[0]].group
            found.append((there, Item(bounds.low, bounds.high, optional=bounds.may_be_empty, group=group)))
    return found


# ------------------------------------------------------------------------- gated parts
@combine.register
def _(part: Lowest, items: Iterable[Item]) -> Bounds | None:
    counted = list(items)
    low = min((one.low for one in counted), default=ZERO)
    high = min((one.high for one in counted if not one.optional), default=ONE)
    return _unless_empty(part, counted, Bounds(low, high))


@combine.register
def _(part: All, items: Iterable[Item]) -> Bounds | None:
    counted = list(items)
    low = all(one.low > part.more_than for one in counted)
    high = all(one.high > part.more_than for one in counted if not one.optional)
    return _unless_empty(part, counted, Bounds(Fraction(low), Fraction(high)))


@combine.register
def _(part: Deduction, items: Iterable[Item]) -> Bounds | None:
    counted = list(items)
    if not counted:
        return None
    most = sum(((1 - one.low) * one.weight for one in counted), ZERO)
    certain = [(1 - one.high) * one.weight for one in counted if not one.optional]
    least = sum(certain, ZERO) if certain else min((1 - one.high) * one.weight for one in counted)
    return Bounds(part.start - most, part.start - least, not certain)


@combine.register
def _(part: Levels, items: Iterable[Item]) -> Bounds | None:
    counted = [one for one in items if one.level is not None]
    levels = _by_level(counted)
    low = _reached(part, {level: min(one.low for one in found) for level, found in levels.items()})
    at_best = {level: [one.high for one in found if not one.optional] for level, found in levels.items()}
    high = _reached(part, {level: min(found, default=ONE) for level, found in at_best.items()})
    return _unless_empty(part, counted, Bounds(low, high))


def _reached(part: Levels, worst: dict[int, Fraction]) -> Fraction:
    """The highest level, by the worst value on each; a level of which nothing applies is no gap."""
    reached = 0
    for level in range(1, part.top + 1):
        found = worst.get(level, ONE)
        if found <= part.own:
            break
        reached = level
        if found <= part.below:
            break
    return Fraction(reached)


def _by_level(items: Iterable[Item]) -> dict[int, list[Item]]:
    levels: dict[int, list[Item]] = {}
    for one in items:
        if one.level is not None:
            levels.setdefault(one.level, []).append(one)
    return levels


@combine.register
def _(part: MustAndSome, items: Iterable[Item]) -> Bounds | None:
    counted = list(items)
    must, rest = [one for one in counted if one.must], [one for one in counted if not one.must]
    enough = mean(map(_all_or_nothing, rest))
    low = all(one.low == 1 for one in must) and (enough is None or enough.low >= part.some)
    high = all(one.high == 1 for one in must if not one.optional) and (
        enough is None or enough.may_be_empty or enough.high >= part.some
    )
    return _unless_empty(part, counted, Bounds(Fraction(low), Fraction(high)))


def _all_or_nothing(item: Item) -> Item:
    return evolve(item, low=Fraction(item.low == 1), high=Fraction(item.high == 1), weight=1)


@combine.register
def _(part: AtLeast, items: Iterable[Item]) -> Bounds | None:
    found = combine(part.of, items)
    if found is None:
        return None
    return Bounds(Fraction(found.low >= part.share), Fraction(found.high >= part.share), found.may_be_empty)


@combine.register
def _(part: Ladder, items: Iterable[Item]) -> Bounds | None:
    counted = list(items)
    low = _climbed(part, [(one, ZERO if one.optional else one.low) for one in counted])
    high = _climbed(part, [(one, one.high) for one in counted])
    return _unless_empty(part, counted, Bounds(low, high))


def _climbed(part: Ladder, values: list[tuple[Item, Fraction]]) -> Fraction:
    reached = 0
    for rung in part.rungs:
        points = sum(
            value * one.weight for one, value in values if not rung.groups or one.group in rung.groups
        )
        if points < rung.at_least:
            break
        reached += 1
    return Fraction(reached)


# ------------------------------------------------------------------------- what is not monotone
@combine.register
def _(part: Table, items: Iterable[Item]) -> Bounds | None:
    found = combine(part.of, items)
    if found is None:
        return None
    low, high = sorted((looked_up(part, found.low), looked_up(part, found.high)))
    return Bounds(low, high, found.may_be_empty)


def looked_up(part: Table, value: Fraction) -> Fraction:
    """What a table gives for a value of its part."""
    return next((step.gives for step in part.steps if value <= step.up_to), part.steps[-1].gives)


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
