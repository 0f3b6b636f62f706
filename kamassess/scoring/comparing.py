"""
Is a score an artefact of its formula? The same verdicts by other policies, and by other weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from attrs import evolve, frozen

from kamassess.checklist.fitting import misfits
from kamassess.checklist.outline import ChecklistOutline, RequirementOutline
from kamassess.checklist.policy import ScoringPolicy
from kamassess.model.terms import Reading
from kamassess.scoring.enumerating import NotBounded
from kamassess.scoring.evaluating import By, by_checkpoint, scores, whole
from kamassess.scoring.score import Score
from kamassess.scoring.worth import Judged


def under_policies(
    checklist: ChecklistOutline, verdicts: Iterable[Judged], policies: Mapping[str, ScoringPolicy]
) -> tuple[Score, ...]:
    """
    The score of a checklist by each policy that fits it.

    Args:
        checklist: the checklist; its own policy comes first.
        verdicts: the verdicts on it.
        policies: the policies to try.

    Returns:
        One score for each; not of those that need levels, groups, weights or scales that it does not have.
    """
    by = by_checkpoint(verdicts).get(checklist.id, {})
    others = [one for one in policies.values() if one.id != checklist.policy.id]
    fitting = [one for one in others if not any(misfits(one, checklist.requirements))]
    return tuple(next(scores(evolve(checklist, policy=one), by)) for one in (checklist.policy, *fitting))


@frozen
class Sensitivity:
    """
    What a weight does to the score of a checklist.

    Args:
        id: the requirement whose weight is changed.
        weight: what it weighs.
        now: the score as claimed.
        without: the score if it weighed nothing.
        doubled: the score if it weighed twice as much.
    """

    id: str
    weight: int
    now: Fraction | None
    without: Fraction | None
    doubled: Fraction | None


def to_weights(checklist: ChecklistOutline, verdicts: Iterable[Judged]) -> tuple[Sensitivity, ...]:
    """
    How far the score of a checklist rests on each weight.

    Args:
        checklist: the checklist, with its policy.
        verdicts: the verdicts on it.

    Returns:
        One for each requirement, what moves the score most first. Of a policy that counts checkpoints
        whichever requirement they are of, the weights of all of a requirement's checkpoints are changed.
    """
    by = by_checkpoint(verdicts).get(checklist.id, {})

    def weighing(requirement: RequirementOutline, times: int) -> Fraction | None:
        changed = tuple(
            _weighing(one, times, flat=checklist.policy.flat) if one is requirement else one
            for one in checklist.requirements
        )
        return _claimed(evolve(checklist, requirements=changed), by)

    now = _claimed(checklist, by)
    found = [
        Sensitivity(one.id, one.weight, now, weighing(one, 0), weighing(one, 2))
        for one in checklist.requirements
    ]
    return tuple(sorted(found, key=_moved, reverse=True))


def _claimed(checklist: ChecklistOutline, by: By) -> Fraction | None:
    """The score as claimed; ``None`` where there is none, or it has no bounds."""
    try:
        found = whole(checklist, by, Reading.CLAIMED).checklist
    except NotBounded:
        return None
    return None if found is None else found.low * checklist.policy.checklist.times


def _weighing(one: RequirementOutline, times: int, *, flat: bool) -> RequirementOutline:
    if not flat:
        return evolve(one, weight=one.weight * times)
    return evolve(one, checkpoints=tuple(evolve(it, weight=it.weight * times) for it in one.checkpoints))


def _moved(one: Sensitivity) -> Fraction:
    others = [it for it in (one.without, one.doubled) if it is not None]
    return (
        max((abs(it - one.now) for it in others), default=Fraction(0)) if one.now is not None else Fraction(0)
    )
