"""
Verdicts -> scores, proven, claimed and possible, by requirement and by checklist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache

from attrs import field, frozen

from kamassess.checklist.policy import Gate
from kamassess.checklist.requirement import Checklist, Checkpoint, Requirement
from kamassess.engine.verdict import ONE, ZERO, Possible, Verdict
from kamassess.model.terms import NONCONFORMITIES, UNSCORED_ROLES, Outcome, Reading
from kamassess.scoring.bounds import Bounds, Item, capped, combine, mean


def _written(number: Fraction | None) -> float | None:
    """A number as it is saved and read back: two scores that are saved alike are the same."""
    return None if number is None else float(number)


@frozen
class Score:
    """
    The score of a requirement or a checklist: three numbers.

    Args:
        checklist: the checklist's id.
        requirement: the requirement's id; ``None`` for the checklist as a whole.
        policy: the scoring policy.
        scale: what the numbers are: a ``share`` of the maximum, ``points`` or a ``rung``.
        maximum: the highest number there is.
        proven: at least so much, as proven; ``None`` where nothing counts.
        claimed: at least so much, as claimed.
        possible: at most so much, as claimed.
        rung: the rung that is reached, where the policy has rungs.
        may_be_empty: whether nothing may turn out to count.
    """

    checklist: str
    requirement: str | None
    policy: str
    scale: str
    maximum: int
    proven: Fraction | None = field(eq=_written)
    claimed: Fraction | None = field(eq=_written)
    possible: Fraction | None = field(eq=_written)
    rung: int | None = None
    may_be_empty: bool = False


def counts(checkpoint: Checkpoint) -> bool:
    """Whether a checkpoint has a part in scores: signs, advice, wishes and observations have none."""
    return checkpoint.role not in UNSCORED_ROLES and checkpoint.finding_kind in NONCONFORMITIES


def evaluate(checklists: Iterable[Checklist], verdicts: Iterable[Verdict]) -> tuple[Score, ...]:
    """
    Score checklists and their requirements.

    Args:
        checklists: what was assessed, each with its policy.
        verdicts: the verdicts on them.

    Returns:
        For each checklist its own score, and then those of its requirements.
    """
    by_rule: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        by_rule.setdefault(verdict.compiled.rule, []).append(verdict)
    return tuple(score for checklist in checklists for score in _scores(checklist, by_rule))


def _scores(checklist: Checklist, by_rule: dict[str, list[Verdict]]) -> Iterator[Score]:
    bounds: dict[Reading, dict[str, Bounds | None]] = {}
    whole: dict[Reading, Bounds | None] = {}
    for reading in Reading:
        bounds[reading] = {
            one.id: _of_requirement(checklist, one, by_rule, reading) for one in checklist.requirements
        }
        whole[reading] = _of_checklist(checklist, bounds[reading], by_rule, reading)
    yield _score(checklist, None, whole[Reading.CLAIMED], whole[Reading.PROVEN])
    for one in checklist.requirements:
        yield _score(checklist, one.id, bounds[Reading.CLAIMED][one.id], bounds[Reading.PROVEN][one.id])


def _score(
    checklist: Checklist, requirement: str | None, claimed: Bounds | None, proven: Bounds | None
) -> Score:
    policy = checklist.policy
    return Score(
        checklist.id,
        requirement,
        policy.id,
        policy.scale,
        policy.maximum,
        proven.low if proven and claimed else None,
        claimed.low if claimed else None,
        claimed.high if claimed else None,
        None,
        bool(proven and proven.may_be_empty) or claimed is None,
    )


def _of_checklist(
    checklist: Checklist,
    requirements: dict[str, Bounds | None],
    by_rule: dict[str, list[Verdict]],
    reading: Reading,
) -> Bounds | None:
    found = ((requirements[one.id], one.weight) for one in checklist.requirements)
    bounds = combine(
        checklist.policy.checklist, [_item(one, weight) for one, weight in found if one is not None]
    )
    for requirement in checklist.requirements:
        if requirement.gate is not None and bounds is not None:
            fails = _fails(requirement.gate, checklist, by_rule, reading)
            bounds = capped(bounds, Fraction(str(requirement.gate.caps)), fails=fails)
    return bounds


def _of_requirement(
    checklist: Checklist, requirement: Requirement, by_rule: dict[str, list[Verdict]], reading: Reading
) -> Bounds | None:
    found = (
        (_of_checkpoint(by_rule.get(f"{checklist.id}/{one.id}", []), reading), one.weight)
        for one in requirement.checkpoints
        if counts(one)
    )
    return combine(
        checklist.policy.requirement, [_item(one, weight) for one, weight in found if one is not None]
    )


def _item(bounds: Bounds, weight: int) -> Item:
    return Item(bounds.low, bounds.high, weight, bounds.may_be_empty)


def _of_checkpoint(verdicts: list[Verdict], reading: Reading) -> Bounds | None:
    """The mean over its foci."""
    if len(verdicts) == 1 and not verdicts[0].open:
        return _of_alike(frozenset({(verdicts[0].under(reading), 1)}), left_open=False)
    alike = Counter(verdict.under(reading) for verdict in verdicts if not verdict.open)
    return _of_alike(frozenset(alike.items()), left_open=any(verdict.open for verdict in verdicts))


@lru_cache(maxsize=4096)
def _of_alike(alike: frozenset[tuple[Possible, int]], *, left_open: bool) -> Bounds | None:
    """
    The mean of foci, of which many are alike.

    Foci of which the same remains possible are one item of their joint weight: the mean is the same. With
    nodes that are not described there may be any number of further ones.
    """
    items = [
        Item(*possible.value, times, Outcome.NOT_APPLICABLE in possible.outcomes)
        for possible, times in alike
        if possible.value is not None
    ]
    return Bounds(ZERO, ONE, all(one.optional for one in items)) if left_open else mean(items)


def _fails(
    gate: Gate, checklist: Checklist, by_rule: dict[str, list[Verdict]], reading: Reading
) -> bool | None:
    """Whether the checkpoint of a gate fails at some focus."""
    found = [verdict.under(reading) for verdict in by_rule.get(f"{checklist.id}/{gate.checkpoint}", [])]
    if any(one.outcome is Outcome.NONCONFORMITY for one in found):
        return True
    return None if any(Outcome.NONCONFORMITY in one.outcomes for one in found) else False
