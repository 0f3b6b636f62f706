"""
Scoring policies as data: a tree of few parts that says how values become a score.

What the parts compute, and within which bounds, is the work of
``kamassess.scoring``; here they only say what is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction

from attrs import evolve, frozen

from kamassess.model.terms import Text
from kamassess.showing.shown import Shown


@frozen
class Mean:
    """
    The mean of what applies.

    Args:
        weighted: whether each counts by its weight; one of weight 0 counts nothing either way.
    """

    weighted: bool = True


@frozen
class Sum:
    """
    The sum of what applies, each by its weight: points, out of all the weight there is.

    Args:
        weighted: whether each counts by its weight; else by 1, and one of weight 0 by 0.
    """

    weighted: bool = True


@frozen
class Lowest:
    """The lowest of what applies: nothing makes good for anything else."""


@frozen
class All:
    """
    All or nothing: 1 where everything that applies is good enough, else 0.

    Args:
        more_than: of what value each must be more.
    """

    more_than: Fraction = Fraction(1, 2)


@frozen
class Deduction:
    """
    What is left of a start when the weight of everything that falls short is taken off.

    Args:
        start: what there is when nothing falls short.
    """

    start: int


@frozen
class Levels:
    """
    The highest level that is reached without a gap: each level with all levels below it.

    What bears no level belongs to none, and counts nowhere. A level of which nothing applies is no gap.

    Args:
        top: the highest level there is.
        own: of what value everything on a level must be more for the level itself.
        below: of what value everything on the levels below it must be more.
    """

    top: int
    own: Fraction = Fraction(1, 2)
    below: Fraction = Fraction(1, 2)


@frozen
class SumOfLevels:
    """The sum, over levels, of the mean on each: a high level counts without the lower ones."""


@frozen
class ByGroup:
    """
    Groups first, and then the groups together; what bears no group is one of its own.

    Args:
        within: how what lies in a group becomes one.
        over: how the groups become one.
    """

    within: Part
    over: Part


@frozen
class MustAndSome:
    """
    1 where everything that must be is, and enough of the rest; else 0.

    Args:
        some: how much of the rest that applies, from 0 to 1; where there is no rest that is enough.
    """

    some: Fraction


@frozen
class AtLeast:
    """
    1 where a part comes to a threshold, else 0.

    Args:
        of: the part.
        share: the threshold.
    """

    of: Part
    share: Fraction


@frozen
class Rung:
    """
    A rung of a ladder.

    Args:
        title: what people call it.
        at_least: how many points it takes.
        groups: from which groups these come; all of them where none is named.
    """

    title: Text
    at_least: Fraction
    groups: tuple[str, ...] = ()


@frozen
class Ladder:
    """
    How many rungs are reached, from the first without a gap; each has a basis of its own.

    Args:
        rungs: from the lowest up.
    """

    rungs: tuple[Rung, ...]


@frozen
class Step:
    """
    A step of a table.

    Args:
        up_to: the highest value of the part that it is for.
        gives: the value that it gives.
    """

    up_to: Fraction
    gives: Fraction


@frozen
class Table:
    """
    What a table gives for a part. One that goes down somewhere makes a policy that is not monotone.

    Args:
        of: the part.
        steps: from the lowest value up; the last is for all that is higher.
    """

    of: Part
    steps: tuple[Step, ...]


Part = (
    Mean
    | Sum
    | Lowest
    | All
    | Deduction
    | Levels
    | SumOfLevels
    | ByGroup
    | MustAndSome
    | AtLeast
    | Ladder
    | Table
)
"""How the values that lie below become one; each class is computed in ``kamassess.scoring``."""


def parts_of(part: Part) -> tuple[Part, ...]:
    """
    A part with all that it is composed of.

    Args:
        part: the part.

    Returns:
        The part first.

    Example:
        >>> [type(one).__name__ for one in parts_of(ByGroup(Mean(), Lowest()))]
        ['ByGroup', 'Mean', 'Lowest']
    """
    match part:
        case AtLeast(of, _) | Table(of, _):
            return (part, *parts_of(of))
        case ByGroup(within, over):
            return (part, *parts_of(within), *parts_of(over))
    return (part,)


def up_to(part: Part, levels: Iterable[int | None]) -> Part:
    """
    A part that counts levels no further than there are any.

    Args:
        part: the part.
        levels: the levels that there are.

    Returns:
        The part, its levels and those of what it is composed of cut off at the highest.

    Example:
        >>> up_to(Levels(5), [1, 2, None]).top
        2
    """
    match part:
        case Levels(top):
            return evolve(part, top=min(top, max((one for one in levels if one is not None), default=top)))
        case AtLeast(of) | Table(of):
            return evolve(part, of=up_to(of, levels))
        case ByGroup(within, over):
            there = list(levels)
            return evolve(part, within=up_to(within, there), over=up_to(over, there))
    return part


def highest(part: Part, each: Fraction | None = Fraction(1)) -> Fraction | None:
    """
    The highest that a part can come to.

    Args:
        part: the part.
        each: the highest that each of its inputs can be; ``None`` where that is not known.

    Returns:
        The highest value; ``None`` for a sum, which depends on what there is to add.

    Example:
        >>> highest(Levels(5)), highest(ByGroup(Levels(3), Mean())), highest(Sum())
        (Fraction(5, 1), Fraction(3, 1), None)
    """
    match part:
        case Mean() | Lowest():
            return each
        case Levels(top):
            return Fraction(top)
        case Ladder(rungs):
            return Fraction(len(rungs))
        case Deduction(start):
            return Fraction(start)
        case Table(_, steps):
            return max((step.gives for step in steps), default=Fraction(1))
        case Sum() | SumOfLevels():
            return None
        case ByGroup(within, over):
            inside = highest(within, each)
            passes_on = isinstance(over, Mean | Lowest)
            return None if inside is None and passes_on else highest(over, inside or each)
    return Fraction(1)


class Credit(StrEnum):
    """What a value counts for."""

    GRADED = "graded"
    """For its share of 1."""
    CONFORMS = "conforms"
    """For 1 where it conforms, else for 0."""


class Unanswered(StrEnum):
    """What a policy itself does with what is not determined; the interval does neither."""

    ZERO = "zero"
    """It counts as falling short."""
    LEFT_OUT = "left-out"
    """It does not count."""


class Without(StrEnum):
    """What a policy does with what does not apply."""

    LEFT_OUT = "left-out"
    """It does not count."""
    FULL = "full"
    """It counts as what conforms."""


@frozen
class Stage:
    """
    How what lies below becomes the score of a requirement, or of a checklist.

    Args:
        part: how.
        scale: what the number is: a ``share`` of the maximum, ``points`` or a ``rung``.
        times: by what the part is multiplied.
        maximum: the highest score; ``None``: all the weight there is.
    """

    part: Part
    scale: str = "share"
    times: int = 1
    maximum: int | None = 1


@frozen
class Band:
    """
    A name for a range of scores.

    Args:
        title: what people call it.
        up_to: the highest score that has it; the first begins at the lowest score.
    """

    title: Text
    up_to: Fraction


@frozen(repr=False)
class ScoringPolicy(Shown):
    """
    How a checklist is scored.

    Args:
        id: its name in checklists.
        title: what people call it.
        source: where the formula comes from.
        hides: what the number does not show.
        checkpoint: how the values at its foci become that of a checkpoint.
        requirement: how the values of checkpoints become the score of a requirement.
        checklist: how the scores of requirements become that of the checklist.
        flat: whether the checklist's score is of all its checkpoints, whichever requirement they are of.
        credit: what a value counts for.
        unanswered: what the policy itself does with what is not determined.
        without: what it does with what does not apply.
        weights: what the weights of requirements sum to; ``None`` where nothing is claimed of it.
        scales: the scales of answers that it is for; all of them where none is named.
        empty: what it says itself where nothing counts; ``None``: nothing.
        bands: names for ranges of the checklist's score, from the lowest up.
        confirmed: whether the formula was read in a published source.
    """

    id: str
    title: Text
    source: str
    hides: Text
    requirement: Stage
    checklist: Stage
    checkpoint: Part = Mean()
    flat: bool = False
    credit: Credit = Credit.GRADED
    unanswered: Unanswered = Unanswered.ZERO
    without: Without = Without.LEFT_OUT
    weights: int | None = None
    scales: tuple[str, ...] = ()
    empty: Fraction | None = None
    bands: tuple[Band, ...] = ()
    confirmed: bool = True

    def _brief(self) -> Mapping[str, object]:
        return {"id": self.id, "title": self.title, "source": self.source, "confirmed": self.confirmed}


@frozen
class Gate:
    """
    A checkpoint that caps a score while it fails.

    Args:
        checkpoint: the checkpoint's id.
        caps: the highest score that is then possible, as a share of the policy's scale.
    """

    checkpoint: str
    caps: float
