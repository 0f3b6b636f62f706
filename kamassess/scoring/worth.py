"""
What a verdict is worth to a scoring policy: between which values, and whether it may not count.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Final, Protocol

from attrs import evolve, frozen

from kamassess.checklist.outline import CheckpointOutline
from kamassess.checklist.policy import Credit, ScoringPolicy, Unanswered, Without
from kamassess.engine.verdict import ONE, ZERO, Possible
from kamassess.graph.members import Truth
from kamassess.model.terms import Outcome, Reading


@frozen(cache_hash=True)
class Worth:
    """
    What a verdict is worth.

    Args:
        low: the lowest value.
        high: the highest value.
        optional: whether it may turn out not to count.
        fails: whether it falls short; ``None``: not known.
    """

    low: Fraction
    high: Fraction
    optional: bool = False
    fails: Truth = None


class Judged(Protocol):
    """A verdict as scores see it."""

    @property
    def checklist(self) -> str:
        """The checklist's id."""

    @property
    def checkpoint(self) -> str:
        """The checkpoint's id."""

    @property
    def focus(self) -> str:
        """What it is about."""

    @property
    def claimed(self) -> Possible:
        """What remains possible when every claim is taken at its word."""

    @property
    def proven(self) -> Possible:
        """What remains possible when only certain claims are."""

    @property
    def open(self) -> bool:
        """Whether it stands for further nodes that are not described."""


_NOTHING: Final = Worth(ZERO, ZERO, fails=True)


@frozen
class Turned:
    """
    A verdict of which more is known, alike under both readings.

    Args:
        checklist: the checklist's id.
        checkpoint: the checkpoint's id.
        focus: what it is about.
        claimed: what remains possible.
        open: whether it stands for further nodes that are not described.
    """

    checklist: str
    checkpoint: str
    focus: str
    claimed: Possible
    open: bool = False

    @property
    def proven(self) -> Possible:
        """What remains possible."""
        return self.claimed


def remaining(judged: Judged, reading: Reading) -> Possible:
    """What remains possible of a verdict under a reading."""
    return judged.claimed if reading is Reading.CLAIMED else judged.proven


def turned(judged: Judged, possible: Possible) -> Judged:
    """A verdict of which no more remains possible than this."""
    return Turned(judged.checklist, judged.checkpoint, judged.focus, possible, judged.open)


def failing(possible: Possible, outline: CheckpointOutline) -> Possible:
    """
    What remains where a verdict that can still be a nonconformity is one.

    Args:
        possible: what remains possible.
        outline: its checkpoint, with what it can be worth.

    Returns:
        A nonconformity, with the values that it can have; the same where it cannot be one.
    """
    if Outcome.NONCONFORMITY not in possible.outcomes:
        return possible
    low, high = possible.value or (ZERO, ZERO)
    if len(possible.outcomes) > 1 and Outcome.CONFORMITY in possible.outcomes:
        below = [one for one in outline.shares if one < outline.conforms_from and one <= high]
        high = max(below, default=min(high, outline.conforms_from))
    return Possible((Outcome.NONCONFORMITY,), (low, max(low, high)))


def not_failing(possible: Possible, outline: CheckpointOutline) -> Possible:
    """
    What remains where a verdict that can still be a nonconformity is none.

    Args:
        possible: what remains possible.
        outline: its checkpoint, with what it can be worth.

    Returns:
        A conformity or not applicable, with the values that it can have; the best nonconformity where it
        can be nothing else.
    """
    outcomes = tuple(one for one in possible.outcomes if one is not Outcome.NONCONFORMITY)
    if not outcomes:
        return Possible(possible.outcomes, possible.value and (possible.value[1], possible.value[1]))
    if Outcome.CONFORMITY not in outcomes:
        return Possible(outcomes, None)
    low, high = possible.value or (ONE, ONE)
    return Possible(outcomes, (min(max(low, outline.conforms_from), high), high))


Pick = Callable[[Judged], Worth | None]
"""What a verdict is worth; ``None`` where it does not count."""


def under(reading: Reading, policy: ScoringPolicy) -> Pick:
    """
    What verdicts are worth under a reading.

    Args:
        reading: the reading.
        policy: what it gives credit for.

    Returns:
        A function of a verdict.
    """
    return lambda judged: worth(remaining(judged, reading), policy)


def worth(possible: Possible, policy: ScoringPolicy) -> Worth | None:
    """
    What is worth what remains possible.

    Args:
        possible: what remains.
        policy: what it gives credit for, and what it does with what does not apply.

    Returns:
        The ends, and whether it may not count; ``None`` where it does not.
    """
    return _worth(possible, policy.credit, policy.without)


@lru_cache(maxsize=4096)  # so that what is worth the same is the same, and is quickly counted
def _worth(possible: Possible, credit: Credit, without: Without) -> Worth | None:
    optional = Outcome.NOT_APPLICABLE in possible.outcomes
    ends = _ends(possible, credit)
    fails = _fails(possible)
    if not optional or without is Without.LEFT_OUT:
        return None if ends is None else Worth(*ends, optional, fails)
    return Worth(ONE if ends is None else ends[0], ONE, fails=fails)


def _fails(possible: Possible) -> Truth:
    if Outcome.NONCONFORMITY not in possible.outcomes:
        return False
    return True if len(possible.outcomes) == 1 else None


def _ends(possible: Possible, credit: Credit) -> tuple[Fraction, Fraction] | None:
    if possible.value is None or credit is Credit.GRADED:
        return possible.value
    conforms = Outcome.CONFORMITY in possible.outcomes
    fails = Outcome.NONCONFORMITY in possible.outcomes
    return (ONE if conforms and not fails else ZERO, ONE if conforms else ZERO)


def as_published(policy: ScoringPolicy) -> Pick:
    """
    What verdicts are worth as the policy itself has it: with its own way with what is not determined.

    Args:
        policy: the policy.

    Returns:
        A function of a verdict, whose two ends are one.
    """

    def pick(judged: Judged) -> Worth | None:
        possible = judged.claimed
        if judged.open or len(possible.outcomes) > 1:
            return _NOTHING if policy.unanswered is Unanswered.ZERO else None
        found = worth(possible, policy)
        # Beside a graded answer something may not be known: what is certain of its value counts.
        return found if found is None or found.low == found.high else evolve(found, high=found.low)

    return pick
