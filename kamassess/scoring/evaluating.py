"""
Verdicts -> scores, proven, claimed and possible, by requirement and by checklist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Final

from attrs import frozen

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, RequirementOutline
from kamassess.checklist.policy import Gate, Lowest, Part, ScoringPolicy, Stage, up_to
from kamassess.engine.verdict import Possible
from kamassess.graph.members import either
from kamassess.model.terms import Reading
from kamassess.scoring.bounds import Bounds, Item, capped, combine, mean
from kamassess.scoring.enumerating import NotBounded, by_trying, is_policy_monotone
from kamassess.scoring.score import Score
from kamassess.scoring.worth import (
    ONE,
    ZERO,
    Judged,
    Pick,
    Worth,
    as_published,
    failing,
    not_failing,
    turned,
    under,
)

By = Mapping[str, Sequence[Judged]]
"""The verdicts of a checklist by checkpoint."""


@frozen
class Whole:
    """
    What a checklist and its requirements come to.

    Args:
        checklist: the checklist.
        requirements: each requirement, by id.
    """

    checklist: Bounds | None
    requirements: Mapping[str, Bounds | None]


def evaluate(checklists: Iterable[ChecklistOutline], verdicts: Iterable[Judged]) -> tuple[Score, ...]:
    """
    Score checklists and their requirements.

    Args:
        checklists: what was assessed, each with its policy.
        verdicts: the verdicts on them.

    Returns:
        For each checklist its own score, and then those of its requirements.
    """
    by: dict[str, dict[str, list[Judged]]] = {}
    for verdict in verdicts:
        by.setdefault(verdict.checklist, {}).setdefault(verdict.checkpoint, []).append(verdict)
    return tuple(score for checklist in checklists for score in scores(checklist, by.get(checklist.id, {})))


def scores(checklist: ChecklistOutline, by: By) -> Iterator[Score]:
    """
    The score of a checklist, and those of its requirements.

    Args:
        checklist: the checklist, with its policy.
        by: its verdicts by checkpoint.

    Yields:
        Its own score first.
    """
    refused = None
    bounds: dict[Reading, Whole | None] = dict.fromkeys(Reading)
    try:
        bounds = {reading: whole(checklist, by, reading) for reading in Reading}
    except NotBounded as error:
        refused = str(error)
    published = combined(checklist, by, as_published(checklist.policy))
    ways: list[tuple[str | None, Stage]] = [(None, checklist.policy.checklist)]
    ways += [(one.id, checklist.policy.requirement) for one in checklist.requirements]
    for requirement, stage in ways:
        claimed, proven, own = (
            None if it is None else it.checklist if requirement is None else it.requirements[requirement]
            for it in (bounds[Reading.CLAIMED], bounds[Reading.PROVEN], published)
        )
        yield _score(checklist, requirement, stage, by, (claimed, proven, own), refused)


def _score(
    checklist: ChecklistOutline,
    requirement: str | None,
    stage: Stage,
    by: By,
    found: tuple[Bounds | None, Bounds | None, Bounds | None],
    refused: str | None,
) -> Score:
    claimed, proven, own = found
    policy = checklist.policy
    published = policy.empty if own is None else own.low * stage.times
    return Score(
        checklist.id,
        requirement,
        policy.id,
        stage.scale,
        most(checklist, requirement, by, under(Reading.CLAIMED, policy)),
        proven.low * stage.times if proven and claimed else None,
        claimed.low * stage.times if claimed else None,
        claimed.high * stage.times if claimed else None,
        int(claimed.low) if claimed and stage.scale == "rung" else None,
        bool(proven and proven.may_be_empty) or (claimed is None and refused is None),
        published,
        None if stage.maximum is not None else most(checklist, requirement, by, as_published(policy)),
        refused,
    )


def most(checklist: ChecklistOutline, requirement: str | None, by: By, pick: Pick) -> int:
    """
    The highest score there is; of points without a maximum, what all that may count would come to.

    Args:
        checklist: the checklist, with its policy.
        requirement: the requirement; ``None`` for the score of the checklist.
        by: its verdicts by checkpoint.
        pick: what a verdict is worth.

    Returns:
        Points, a rung, or 1 for a share.
    """
    policy = checklist.policy
    stage = policy.checklist if requirement is None else policy.requirement
    if stage.maximum is not None:
        return stage.maximum
    best = combined(checklist, by, lambda one: None if pick(one) is None else _ALL)
    found = best.checklist if requirement is None else best.requirements[requirement]
    return 0 if found is None else ceil(found.high * stage.times)


_ALL: Final = Worth(ONE, ONE, fails=False)


# ------------------------------------------------------------------------- under a reading
def whole(checklist: ChecklistOutline, by: By, reading: Reading) -> Whole:
    """
    What a checklist and its requirements come to under a reading, whatever the unknown turns out to be.

    Args:
        checklist: the checklist, with its policy.
        by: its verdicts by checkpoint.
        reading: the reading.

    Returns:
        Exact bounds.

    Raises:
        NotBounded: the policy is not monotone, and there is too much to try.
    """
    if is_policy_monotone(checklist.policy):
        found = combined(checklist, by, under(reading, checklist.policy))
        return Whole(_gated(checklist, by, reading, found.checklist), found.requirements)
    tried = [combined(checklist, by, pick) for pick in by_trying(checklist, by, reading)]
    return Whole(
        _hull(one.checklist for one in tried),
        {one.id: _hull(it.requirements[one.id] for it in tried) for one in checklist.requirements},
    )


def _gated(checklist: ChecklistOutline, by: By, reading: Reading, found: Bounds | None) -> Bounds | None:
    """
    The bounds of a checklist where it is not known whether a gate fails: of what then follows, either way.

    Whoever fails a gate may be worth more to the score than who does not, so that both must be looked at.
    What nobody described is passed over: there may be any number of it, so or so.
    """
    pick = under(reading, checklist.policy)
    gates = [one.gate for one in checklist.requirements if one.gate is not None]
    unsure_at = {
        gate.checkpoint: [
            one for one in by.get(gate.checkpoint, ()) if fails(gate, {gate.checkpoint: [one]}, pick) is None
        ]
        for gate in gates
        if fails(gate, by, pick) is None
    }
    gate = next((one for one in gates if _is_settled(unsure_at.get(one.checkpoint, ()))), None)
    if gate is None or found is None:
        return found
    outline = next(it for one in checklist.requirements for it in one.checkpoints if it.id == gate.checkpoint)
    there, unsure = by[gate.checkpoint], unsure_at[gate.checkpoint]
    passed = [turned(one, not_failing(_of(one, reading), outline)) if one in unsure else one for one in there]
    alike = {_of(one, reading): one for one in unsure}.values()
    ways = [passed] + [
        [turned(one, failing(_of(one, reading), outline)) if one is failed else one for one in there]
        for failed in alike
    ]
    return _hull(whole(checklist, {**by, gate.checkpoint: way}, reading).checklist for way in ways)


def _is_settled(unsure: Sequence[Judged]) -> bool:
    """Whether there is something to look at, and it is known how much."""
    return bool(unsure) and not any(one.open for one in unsure)


def _of(judged: Judged, reading: Reading) -> Possible:
    return judged.claimed if reading is Reading.CLAIMED else judged.proven


def _hull(found: Iterable[Bounds | None]) -> Bounds | None:
    ends = list(found)
    known = [one for one in ends if one is not None]
    if not known:
        return None
    empty = len(known) < len(ends) or any(one.may_be_empty for one in known)
    return Bounds(min(one.low for one in known), max(one.high for one in known), empty)


def combined(checklist: ChecklistOutline, by: By, pick: Pick) -> Whole:
    """
    What a checklist and its requirements come to.

    Args:
        checklist: the checklist, with its policy.
        by: its verdicts by checkpoint.
        pick: what a verdict is worth.

    Returns:
        The bounds of each.
    """
    policy = checklist.policy
    items = {one.id: items_of(one, by, pick, policy.checkpoint) for one in checklist.requirements}
    requirements = {
        one.id: combine(requirement_part(one, policy), items[one.id]) for one in checklist.requirements
    }
    if policy.flat:
        together = [item for one in checklist.requirements for item in items[one.id]]
    else:
        found = ((one, requirements[one.id]) for one in checklist.requirements)
        together = [requirement_item(one, it) for one, it in found if it is not None]
    bounds = combine(checklist_part(checklist), together)
    for one in checklist.requirements:
        if one.gate is not None and bounds is not None:
            bounds = capped(bounds, cap_of(one.gate, policy.checklist), fails=fails(one.gate, by, pick))
    return Whole(bounds, requirements)


def requirement_part(one: RequirementOutline, policy: ScoringPolicy) -> Part:
    """How the checkpoints of a requirement become its score, up to the highest level that it asks for."""
    return up_to(policy.requirement.part, [it.level for it in one.checkpoints if it.scored])


def checklist_part(checklist: ChecklistOutline) -> Part:
    """How what lies below becomes the score of a checklist, up to the highest level that it asks for."""
    policy = checklist.policy
    if policy.flat:
        levels = [it.level for one in checklist.requirements for it in one.checkpoints if it.scored]
    else:
        levels = [one.level for one in checklist.requirements]
    return up_to(policy.checklist.part, levels)


def items_of(requirement: RequirementOutline, by: By, pick: Pick, part: Part) -> list[Item]:
    """
    The checkpoints of a requirement as what counts in it.

    Args:
        requirement: the requirement.
        by: the verdicts by checkpoint.
        pick: what a verdict is worth.
        part: how the foci of a checkpoint become one.

    Returns:
        One item for each checkpoint that counts, or may.
    """
    found = []
    for one in requirement.checkpoints:
        bounds = of_checkpoint(by.get(one.id, ()), pick, part) if one.scored else None
        if bounds is not None:
            found.append(checkpoint_item(one, bounds, requirement.group))
    return found


def checkpoint_item(one: CheckpointOutline, bounds: Bounds, group: str | None) -> Item:
    """A checkpoint as what counts, in the group of its requirement."""
    return Item(bounds.low, bounds.high, one.weight, bounds.may_be_empty, one.level, group, one.must)


def requirement_item(one: RequirementOutline, bounds: Bounds) -> Item:
    """A requirement as what counts in its checklist."""
    return Item(bounds.low, bounds.high, one.weight, bounds.may_be_empty, one.level, one.group)


def of_checkpoint(verdicts: Sequence[Judged], pick: Pick, part: Part) -> Bounds | None:
    """
    A checkpoint over its foci.

    Args:
        verdicts: its verdicts.
        pick: what a verdict is worth.
        part: how they become one.

    Returns:
        The bounds; ``None`` where none of them counts.
    """
    if len(verdicts) == 1 and not verdicts[0].open:
        found = pick(verdicts[0])
        return None if found is None else Bounds(found.low, found.high, found.optional)
    alike = Counter(worth for one in verdicts if not one.open and (worth := pick(one)) is not None)
    left_open = any(one.open and pick(one) is not None for one in verdicts)
    return _of_alike(frozenset(alike.items()), part, left_open=left_open)


@lru_cache(maxsize=4096)
def _of_alike(alike: frozenset[tuple[Worth, int]], part: Part, *, left_open: bool) -> Bounds | None:
    """
    A checkpoint over foci, of which many are alike.

    Foci of which the same remains possible are one item of their joint weight: a mean and a lowest are the
    same. With nodes that are not described there may be any number of further ones.
    """
    items = [Item(one.low, one.high, times, one.optional) for one, times in alike]
    if isinstance(part, Lowest):
        return combine(part, [*items, Item(ZERO, ONE, optional=True)] if left_open else items)
    return Bounds(ZERO, ONE, all(one.optional for one in items)) if left_open else mean(items)


# ------------------------------------------------------------------------- gates
def cap_of(gate: Gate, stage: Stage) -> Fraction:
    """The highest that a checklist can come to while a gate's checkpoint fails."""
    return Fraction(str(gate.caps)) * Fraction(stage.maximum or 1, stage.times)


def fails(gate: Gate, by: By, pick: Pick) -> bool | None:
    """
    Whether the checkpoint of a gate fails at some focus.

    Args:
        gate: the gate.
        by: the verdicts by checkpoint.
        pick: what a verdict is worth.

    Returns:
        True, false, or ``None`` where that is not known.
    """
    found = [worth.fails for one in by.get(gate.checkpoint, ()) if (worth := pick(one)) is not None]
    return either(*found)
