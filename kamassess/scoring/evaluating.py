"""
Verdicts -> scores, proven, claimed and possible, by requirement and by checklist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import ceil, prod
from typing import Final

from attrs import frozen

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, RequirementOutline
from kamassess.checklist.policy import Gate, Lowest, Part, ScoringPolicy, Stage, up_to
from kamassess.engine.verdict import ONE, ZERO, Possible
from kamassess.graph.members import either
from kamassess.model.terms import Outcome, Reading
from kamassess.scoring.bounds import Bounds, Item, capped, combine, mean
from kamassess.scoring.enumerating import LIMIT, NotBounded, by_trying, is_policy_monotone
from kamassess.scoring.score import Score
from kamassess.scoring.worth import (
    Judged,
    Pick,
    Worth,
    as_published,
    failing,
    not_failing,
    remaining,
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

    def of(self, requirement: str | None) -> Bounds | None:
        """The bounds of a requirement; of the checklist for ``None``."""
        return self.checklist if requirement is None else self.requirements[requirement]


def evaluate(checklists: Iterable[ChecklistOutline], verdicts: Iterable[Judged]) -> tuple[Score, ...]:
    """
    Score checklists and their requirements.

    Args:
        checklists: what was assessed, each with its policy.
        verdicts: the verdicts on them.

    Returns:
        For each checklist its own score, and then those of its requirements.
    """
    by = by_checkpoint(verdicts)
    return tuple(score for checklist in checklists for score in scores(checklist, by.get(checklist.id, {})))


def by_checkpoint(verdicts: Iterable[Judged]) -> Mapping[str, By]:
    """Verdicts by checklist and checkpoint."""
    by: dict[str, dict[str, list[Judged]]] = {}
    for verdict in verdicts:
        by.setdefault(verdict.checklist, {}).setdefault(verdict.checkpoint, []).append(verdict)
    return by


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
    policy = checklist.policy
    claimed, own = under(Reading.CLAIMED, policy), as_published(policy)
    known = (bounds[Reading.CLAIMED], bounds[Reading.PROVEN], combined(checklist, by, own))
    met = (all_met(checklist, by, claimed), all_met(checklist, by, own))
    for requirement in (None, *(one.id for one in checklist.requirements)):
        yield _score(
            checklist,
            requirement,
            [None if one is None else one.of(requirement) for one in known],
            [None if one is None else one.of(requirement) for one in met],
            refused,
        )


def _score(
    checklist: ChecklistOutline,
    requirement: str | None,
    known: list[Bounds | None],
    met: list[Bounds | None],
    refused: str | None,
) -> Score:
    policy = checklist.policy
    stage = policy.checklist if requirement is None else policy.requirement
    claimed, proven, own = known
    counting, counting_as_published = met
    return Score(
        checklist.id,
        requirement,
        policy.id,
        stage.scale,
        most(stage, counting),
        proven.low * stage.times if proven and claimed else None,
        claimed.low * stage.times if claimed else None,
        claimed.high * stage.times if claimed else None,
        int(claimed.low) if claimed and stage.scale == "rung" else None,
        bool(proven and proven.may_be_empty) or (claimed is None and refused is None),
        policy.empty if own is None else own.low * stage.times,
        None if stage.maximum is not None else most(stage, counting_as_published),
        refused,
    )


def all_met(checklist: ChecklistOutline, by: By, pick: Pick) -> Whole | None:
    """
    What a checklist and its requirements would come to if all that may count were met.

    Args:
        checklist: the checklist, with its policy.
        by: its verdicts by checkpoint.
        pick: what a verdict is worth.

    Returns:
        The bounds of each; ``None`` where the policy says itself how high its scores go.
    """
    policy = checklist.policy
    if policy.checklist.maximum is not None and policy.requirement.maximum is not None:
        return None
    return combined(checklist, by, lambda one: None if pick(one) is None else _ALL)


def most(stage: Stage, met: Bounds | None) -> int:
    """
    The highest score there is: as the policy says, or else of points.

    Args:
        stage: the stage of the policy.
        met: what it comes to where all is met; ``None`` where nothing counts.

    Returns:
        Points, a rung, or 1 for a share.
    """
    if stage.maximum is not None:
        return stage.maximum
    return 0 if met is None else ceil(met.high * stage.times)


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

    Where the gate's checkpoint may not apply, whoever passes by that may be worth less to the score than who
    fails, so that both must be looked at; else passing is never worth less. What nobody described is passed
    over, for there may be any number of it; so is what can turn out in too many ways.
    """
    pick = under(reading, checklist.policy)
    gates = [one.gate for one in checklist.requirements if one.gate is not None]
    unsure = [one for one in gates if fails(one, by, pick) is None]
    outlines = {it.id: it for one in checklist.requirements for it in one.checkpoints}
    ways = {
        one.checkpoint: _ways(by[one.checkpoint], reading, outlines[one.checkpoint])
        for one in unsure
        if _is_settled(by[one.checkpoint], reading)
    }
    if found is None or not ways or prod(map(len, ways.values())) > LIMIT:
        return found
    tried = ({**by, **dict(zip(ways, way, strict=True))} for way in product(*ways.values()))
    return _hull(combined(checklist, one, pick).checklist for one in tried)


def _is_settled(there: Sequence[Judged], reading: Reading) -> bool:
    """Whether one that can fail may not apply, and it is known how many can fail."""
    unsure = [one for one in there if _can_fail(remaining(one, reading))]
    may_not_apply = any(Outcome.NOT_APPLICABLE in remaining(one, reading).outcomes for one in unsure)
    return may_not_apply and not any(one.open for one in unsure)


def _can_fail(possible: Possible) -> bool:
    return Outcome.NONCONFORMITY in possible.outcomes and len(possible.outcomes) > 1


def _ways(there: Sequence[Judged], reading: Reading, outline: CheckpointOutline) -> list[list[Judged]]:
    """The verdicts of a gate's checkpoint where it is passed, and where one fails; alike ones once."""
    unsure = [one for one in there if _can_fail(remaining(one, reading))]
    passed = [
        turned(one, not_failing(remaining(one, reading), outline)) if one in unsure else one for one in there
    ]
    alike = {remaining(one, reading): one for one in unsure}.values()
    return [passed] + [
        [turned(one, failing(remaining(one, reading), outline)) if one is failed else one for one in there]
        for failed in alike
    ]


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
