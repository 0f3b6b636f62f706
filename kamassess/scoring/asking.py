"""
What to find out next: the answers and the evidence that would narrow a score most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline
from kamassess.engine.verdict import Possible
from kamassess.model.terms import Reading
from kamassess.scoring.enumerating import is_policy_monotone
from kamassess.scoring.evaluating import By, all_met, by_checkpoint, most, whole
from kamassess.scoring.worth import Judged, failing, not_failing, turned, under
from kamassess.showing.shown import Shown


@frozen
class Open(Shown):
    """
    Something that is not known, or not proven, and what knowing it would do to a score.

    Args:
        checklist: the checklist's id.
        checkpoint: the checkpoint's id.
        foci: what it is about; several where each would do the same.
        to_prove: whether it is claimed, and only proof is wanting.
        if_so: the score, proven at the least and possible at the most, where one turns out to conform.
        if_not: the same where it turns out not to be.
        narrows: by how much of the whole scale one of them narrows the score, at the least and at the most.
    """

    checklist: str
    checkpoint: str
    foci: tuple[str, ...]
    to_prove: bool
    if_so: tuple[Fraction, Fraction]
    if_not: tuple[Fraction, Fraction]
    narrows: tuple[Fraction, Fraction]


def to_find_out(checklists: Iterable[ChecklistOutline], verdicts: Iterable[Judged]) -> tuple[Open, ...]:
    """
    All that is open in scores, what would narrow them most first.

    Args:
        checklists: what was assessed, each with its policy.
        verdicts: the verdicts on them.

    Returns:
        Each question or claim; those that narrow nothing are not there.
    """
    by = by_checkpoint(verdicts)
    found = [one for it in checklists for one in _of_checklist(it, by.get(it.id, {}))]
    return tuple(sorted(found, key=lambda one: (-one.narrows[0], -one.narrows[1], one.to_prove)))


def _of_checklist(checklist: ChecklistOutline, by: By) -> Iterator[Open]:
    now = _ends(checklist, by) if is_policy_monotone(checklist.policy) else None
    if now is None:
        return
    stage = checklist.policy.checklist
    met = all_met(checklist, by, under(Reading.CLAIMED, checklist.policy))
    scale = Fraction(most(stage, None if met is None else met.checklist), stage.times)
    for outline in (it for one in checklist.requirements for it in one.checkpoints if it.scored):
        alike: dict[tuple[Possible, Possible], list[Judged]] = {}
        for one in by.get(outline.id, ()):
            if not one.open and _is_open(one.proven):
                alike.setdefault((one.claimed, one.proven), []).append(one)
        for together in alike.values():
            found = _open(checklist, by, outline, together, now, scale)
            if found is not None:
                yield found


def _is_open(possible: Possible) -> bool:
    return len(possible.outcomes) > 1 or (
        possible.value is not None and possible.value[0] < possible.value[1]
    )


def _open(
    checklist: ChecklistOutline,
    by: By,
    outline: CheckpointOutline,
    together: list[Judged],
    now: tuple[Fraction, Fraction],
    scale: Fraction,
) -> Open | None:
    one = together[0]
    ways = [it(one.proven, outline) for it in (not_failing, failing)]
    so, if_not = (_ends(checklist, _known(by, one, it)) or now for it in ways)
    narrows = sorted((now[1] - now[0]) - (high - low) for low, high in (so, if_not))
    if narrows[1] <= 0:
        return None
    times = checklist.policy.checklist.times
    return Open(
        one.checklist,
        one.checkpoint,
        tuple(it.focus for it in together),
        not _is_open(one.claimed),
        (so[0] * times, so[1] * times),
        (if_not[0] * times, if_not[1] * times),
        (max(narrows[0], Fraction(0)) / scale, narrows[1] / scale),
    )


def _ends(checklist: ChecklistOutline, by: By) -> tuple[Fraction, Fraction] | None:
    """The score from proven at the least to possible at the most."""
    claimed, proven = (whole(checklist, by, one).checklist for one in (Reading.CLAIMED, Reading.PROVEN))
    return None if claimed is None or proven is None else (proven.low, claimed.high)


def _known(by: By, one: Judged, possible: Possible) -> By:
    """The verdicts where one of them is known under both readings."""
    there = [turned(it, possible) if it is one else it for it in by[one.checkpoint]]
    return {**by, one.checkpoint: there}
