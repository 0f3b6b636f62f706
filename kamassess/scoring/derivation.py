"""
How a score came about, as a tree: each part with its inputs, what was left out and why, what holds it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from attrs import evolve, frozen

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, RequirementOutline
from kamassess.checklist.policy import Part, ScoringPolicy, highest
from kamassess.checklist.policy_reading import part_name
from kamassess.model.terms import Outcome
from kamassess.scoring.blocking import blocking
from kamassess.scoring.bounds import Bounds, Item, combine
from kamassess.scoring.evaluating import (
    By,
    checklist_part,
    checkpoint_item,
    combined,
    fails,
    of_checkpoint,
    requirement_item,
    requirement_part,
)
from kamassess.scoring.worth import Judged, Pick


class Reason(StrEnum):
    """Why something counts as it does; each has its entry in the page on scoring."""

    NOT_SCORED = "not-scored"
    """A sign, advice, wish or observation has no part in a score."""
    NOT_APPLICABLE = "not-applicable"
    """It does not apply, and is left out."""
    LEFT_OUT = "left-out"
    """It is not determined, and the policy leaves that out of its own figure."""
    WEIGHTLESS = "weightless"
    """Its weight is 0."""
    MAY_NOT_COUNT = "may-not-count"
    """It may turn out not to apply, and then not to count."""
    OPEN = "open"
    """What it is worth is not known."""
    FURTHER_NODES = "further-nodes"
    """There may be further nodes that nobody described."""
    FALLS_SHORT = "falls-short"
    """It is worth less than all, whatever turns out."""
    HOLDS_BACK = "holds-back"
    """Without it the score could not come to its next step up."""
    CAPPED = "capped"
    """A gate fails, and caps the score."""
    MAY_BE_CAPPED = "may-be-capped"
    """It is not known whether a gate fails, which caps the low end."""
    NOTHING_COUNTS = "nothing-counts"
    """Nothing below it counts."""
    REFUSED = "refused"
    """The policy is not monotone, and there is too much to try."""


@frozen
class Derivation:
    """
    How a number came about.

    Args:
        what: ``checklist``, ``requirement``, ``checkpoint`` or ``focus``.
        id: its id; of a focus ``kind:id``.
        bounds: what it comes to; ``None`` where it does not count.
        part: by which part of the policy its inputs become one; ``None`` for a focus.
        weight: how much it counts; ``None`` for the checklist.
        reasons: why it counts as it does.
        inputs: what it came from.
        gates: the checkpoints whose failing caps it, or may.
    """

    what: str
    id: str
    bounds: Bounds | None
    part: str | None = None
    weight: int | None = None
    reasons: tuple[Reason, ...] = ()
    inputs: tuple[Derivation, ...] = ()
    gates: tuple[str, ...] = ()


def derive_score(checklist: ChecklistOutline, by: By, pick: Pick) -> Derivation:
    """
    How the score of a checklist came about.

    Args:
        checklist: the checklist, with its policy.
        by: its verdicts by checkpoint.
        pick: what a verdict is worth: under a reading, or as published.

    Returns:
        The tree, in the policy's own numbers before they are multiplied.
    """
    policy = checklist.policy
    below = {
        one.id: [_checkpoint(it, one, policy, by, pick) for it in one.checkpoints]
        for one in checklist.requirements
    }
    if policy.flat:
        every = [it for one in checklist.requirements for it in below[one.id]]
        marked = iter(_marked(every, checklist_part(checklist)))
        told = {one.id: [next(marked) for _ in below[one.id]] for one in checklist.requirements}
    else:
        told = {
            one.id: _marked(below[one.id], requirement_part(one, policy)) for one in checklist.requirements
        }
    requirements = [_requirement(one, policy, below[one.id], told[one.id]) for one in checklist.requirements]
    inputs = (
        [one.told for one in requirements]
        if policy.flat
        else _marked(requirements, checklist_part(checklist), highest(policy.requirement.part) or Fraction(1))
    )
    return _whole(checklist, by, pick, tuple(inputs))


@frozen
class _Input:
    """
    Something that may count in what lies above it.

    Args:
        told: how it came about.
        item: as what it counts; ``None`` where it does not.
    """

    told: Derivation
    item: Item | None


def _marked(inputs: Sequence[_Input], part: Part, most: Fraction = Fraction(1)) -> list[Derivation]:
    """How inputs came about, those marked that hold a part back."""
    counted = [number for number, one in enumerate(inputs) if one.item is not None]
    held = blocking(part, [one.item for one in inputs if one.item is not None], most)
    back = {counted[number] for number in held}
    return [
        evolve(one.told, reasons=(*one.told.reasons, Reason.HOLDS_BACK)) if number in back else one.told
        for number, one in enumerate(inputs)
    ]


def _whole(checklist: ChecklistOutline, by: By, pick: Pick, inputs: tuple[Derivation, ...]) -> Derivation:
    gates = [(one.gate, fails(one.gate, by, pick)) for one in checklist.requirements if one.gate is not None]
    bounds = combined(checklist, by, pick).checklist
    reasons = [Reason.CAPPED for _, failing in gates if failing]
    reasons += [Reason.MAY_BE_CAPPED for _, failing in gates if failing is None]
    return Derivation(
        "checklist",
        checklist.id,
        bounds,
        part_name(checklist.policy.checklist.part),
        None,
        tuple(dict.fromkeys(reasons)) if bounds else (Reason.NOTHING_COUNTS,),
        inputs,
        tuple(gate.checkpoint for gate, failing in gates if failing is not False),
    )


def _requirement(
    one: RequirementOutline, policy: ScoringPolicy, below: list[_Input], told: list[Derivation]
) -> _Input:
    whole = requirement_part(one, policy)
    bounds = combine(whole, [it.item for it in below if it.item is not None])
    most = highest(whole)
    reasons = _reasons(bounds, one.weight, most) if bounds else (Reason.NOTHING_COUNTS,)
    part = part_name(policy.requirement.part)
    found = Derivation("requirement", one.id, bounds, part, one.weight, reasons, tuple(told))
    return _Input(found, None if bounds is None else requirement_item(one, bounds))


def _checkpoint(
    one: CheckpointOutline, of: RequirementOutline, policy: ScoringPolicy, by: By, pick: Pick
) -> _Input:
    verdicts = by.get(one.id, ())
    bounds = of_checkpoint(verdicts, pick, policy.checkpoint) if one.scored else None
    if not one.scored:
        reasons: tuple[Reason, ...] = (Reason.NOT_SCORED,)
    elif bounds is None:
        reasons = tuple(dict.fromkeys(map(_why_not, verdicts))) or (Reason.NOT_APPLICABLE,)
    else:
        reasons = (
            *_reasons(bounds, one.weight, Fraction(1)),
            *([Reason.FURTHER_NODES] if any(it.open for it in verdicts) else []),
        )
    foci = tuple(_focus(it, pick) for it in verdicts) if one.scored else ()
    part = part_name(policy.checkpoint)
    found = Derivation("checkpoint", one.id, bounds, part, one.weight, reasons, foci)
    return _Input(found, None if bounds is None else checkpoint_item(one, bounds, of.group))


def _focus(judged: Judged, pick: Pick) -> Derivation:
    worth = pick(judged)
    if worth is None:
        return Derivation("focus", judged.focus, None, reasons=(_why_not(judged),))
    bounds = Bounds(worth.low, worth.high, worth.optional)
    return Derivation("focus", judged.focus, bounds, reasons=_reasons(bounds, 1, Fraction(1)))


def _why_not(judged: Judged) -> Reason:
    """Why a verdict does not count: it does not apply, or nobody knows."""
    known = (
        judged.claimed.outcome is Outcome.NOT_APPLICABLE or judged.proven.outcome is Outcome.NOT_APPLICABLE
    )
    return Reason.NOT_APPLICABLE if known else Reason.LEFT_OUT


def _reasons(bounds: Bounds, weight: int, most: Fraction | None) -> tuple[Reason, ...]:
    found = [Reason.WEIGHTLESS] if weight == 0 else []
    found += [Reason.MAY_NOT_COUNT] if bounds.may_be_empty else []
    if bounds.low < bounds.high:
        found.append(Reason.OPEN)
    elif most is not None and bounds.high < most:
        found.append(Reason.FALLS_SHORT)
    return tuple(found)
