"""
What remains of a checklist in a result: all that a reader or a score needs of it, and no rule that runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from kamassess.checklist.policy import Gate, ScoringPolicy
from kamassess.checklist.requirement import Checklist, Checkpoint, Clause, Source
from kamassess.model.terms import NONCONFORMITIES, ORGANISATION, UNSCORED_ROLES, Grade, Role, Text


@frozen
class CheckpointOutline:
    """
    What a reader needs to know of a checkpoint.

    Args:
        id: its id.
        title: what must hold.
        role: how the text words it.
        grade: how heavy its failing is.
        scored: whether it has a part in the score.
        each: the kind of its foci.
        ask: the question, where somebody is asked.
        applies: the rule by which it applies.
        holds: the rule, where the graph decides.
        guidance: what would count as evidence.
        why: why it matters.
        where: its place in the text.
        speaker: who says it.
        clauses: the standards that ask the same.
        shows: the checkpoints that it is a sign of.
        sign_group: the group of halves that count once.
        told_first: whether a report tells its failing before everything else.
        weight: how much it counts in its requirement.
        level: the level that it belongs to, where levels are counted.
        must: whether it must be, where a policy tells that apart.
        shares: what it can be worth; none are listed where that is any number from 0 to 1.
        conforms_from: from which of these on it conforms.
        scale: what can be answered, where somebody is asked.
    """

    id: str
    title: Text
    role: Role
    grade: Grade | None
    scored: bool
    each: str = ORGANISATION
    ask: Text | None = None
    applies: str | None = None
    holds: str | None = None
    guidance: Text | None = None
    why: Text | None = None
    where: Text | None = None
    speaker: str | None = None
    clauses: tuple[Clause, ...] = ()
    shows: tuple[str, ...] = ()
    sign_group: str | None = None
    told_first: bool = False
    weight: int = 1
    level: int | None = None
    must: bool = False
    shares: tuple[Fraction, ...] = ()
    conforms_from: Fraction = Fraction(1)
    scale: str | None = None


@frozen
class RequirementOutline:
    """
    What a reader needs to know of a requirement.

    Args:
        id: its id.
        title: what is required.
        checkpoints: its checkpoints.
        weight: how much it counts in the checklist.
        level: the level that it belongs to, where levels of requirements are counted.
        group: the group that it belongs to, where groups are.
        gate: a checkpoint that caps the checklist's score.
    """

    id: str
    title: Text
    checkpoints: tuple[CheckpointOutline, ...]
    weight: int = 1
    level: int | None = None
    group: str | None = None
    gate: Gate | None = None


@frozen
class ChecklistOutline:
    """
    What a reader needs to know of a checklist.

    Args:
        id: its id.
        version: its version.
        sha256: the hash of what was read.
        title: what people call it.
        source: the text that it encodes.
        requirements: its requirements.
        policy: how it is scored.
        parameters: what each number or word is that the text leaves to the reader, by name.
    """

    id: str
    version: str
    sha256: str
    title: Text
    source: Source
    requirements: tuple[RequirementOutline, ...]
    policy: ScoringPolicy
    parameters: Mapping[str, Text] = field(factory=dict)


def outline(checklist: Checklist) -> ChecklistOutline:
    """
    What a reader of a result needs to know of a checklist.

    Args:
        checklist: the checklist.

    Returns:
        Its outline.
    """
    return ChecklistOutline(
        checklist.id,
        checklist.version,
        checklist.sha256,
        checklist.title,
        checklist.source,
        tuple(
            RequirementOutline(
                one.id,
                one.title,
                tuple(map(_checkpoint, one.checkpoints)),
                one.weight,
                one.level,
                one.group,
                one.gate,
            )
            for one in checklist.requirements
        ),
        checklist.policy,
        {one.name: one.title for one in checklist.parameters},
    )


def is_scored(checkpoint: Checkpoint) -> bool:
    """Whether a checkpoint has a part in scores: signs, advice, wishes and observations have none."""
    return checkpoint.role not in UNSCORED_ROLES and checkpoint.finding_kind in NONCONFORMITIES


def _checkpoint(one: Checkpoint) -> CheckpointOutline:
    return CheckpointOutline(
        one.id,
        one.title,
        one.role,
        one.grade,
        is_scored(one),
        one.each,
        one.ask,
        one.applies.text if one.applies else None,
        one.holds.text if one.holds else None,
        one.guidance,
        one.why,
        one.where,
        one.speaker,
        one.clauses,
        one.shows,
        one.sign_group,
        one.told_first,
        one.weight,
        one.level,
        one.must,
        tuple(step.share for step in one.scale.steps) if one.scale else (Fraction(0), Fraction(1)),
        one.scale.conforms_from if one.scale else Fraction(1),
        one.scale.id if one.scale else None,
    )
