"""
What holds a score back: which of the inputs of a part keep it from its next step up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kamassess.checklist.policy import (
    All,
    AtLeast,
    ByGroup,
    Deduction,
    Ladder,
    Levels,
    Lowest,
    MustAndSome,
    Part,
    highest,
)
from kamassess.scoring.bounds import Item, combine, grouped


def blocking(part: Part, items: Sequence[Item], most: Fraction = Fraction(1)) -> frozenset[int]:
    """
    Which inputs hold a part back, each at its lowest.

    Where one thing makes good for another, as in a mean, nothing does; of a threshold or a rung, whatever
    could bring it there.

    Args:
        part: the part.
        items: its inputs.
        most: the most that an input can be.

    Returns:
        The numbers of those that keep the part from its next step up.

    Example:
        >>> blocking(Lowest(), [Item(Fraction(1), Fraction(1)), Item(Fraction(0), Fraction(1))])
        frozenset({1})
    """
    found = combine(part, items)
    if found is None:
        return frozenset()
    if isinstance(part, ByGroup):
        return _of_groups(part, items, most)
    if isinstance(part, AtLeast):
        return frozenset() if found.low else frozenset(_inside(part.of, range(len(items)), items, most))
    reached = int(found.low)
    return frozenset(number for number, one in enumerate(items) if _blocks(part, one, items, reached, most))


def _of_groups(part: ByGroup, items: Sequence[Item], most: Fraction) -> frozenset[int]:
    """The inputs that hold back a group which holds back the whole."""
    groups = grouped(part, items)
    held = blocking(part.over, [one for _, one in groups], highest(part.within, most) or most)
    return frozenset(at for group in held for at in _inside(part.within, groups[group][0], items, most))


def _inside(part: Part, there: Sequence[int], items: Sequence[Item], most: Fraction) -> Iterator[int]:
    """The inputs that hold a group back: by its part, or else whatever is less than it can be."""
    held = blocking(part, [items[at] for at in there], most)
    for number, at in enumerate(there):
        if number in held or (not held and items[at].low < most and items[at].weight):
            yield at


def _blocks(part: Part, one: Item, items: Sequence[Item], reached: int, most: Fraction) -> bool:
    match part:
        case Lowest():
            return one.low < most and one.low == min(it.low for it in items)
        case All(more_than):
            return one.low <= more_than
        case Deduction():
            return one.low < most and one.weight > 0
        case Levels(top, own, below):
            if one.level is None or reached == top:
                return False
            # The next level takes more of what lies below it than these levels took themselves.
            return one.low <= own if one.level == reached + 1 else one.level <= reached and one.low <= below
        case MustAndSome():
            return (
                reached == 0 and one.low < 1 and (one.must or not any(it.must and it.low < 1 for it in items))
            )
        case Ladder(rungs):
            if reached == len(rungs) or not one.weight:
                return False
            groups = rungs[reached].groups
            return one.low < most and (not groups or one.group in groups)
    return False
