"""
What a norm asks: checklists, requirements and checkpoints, as their authors wrote them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from kamassess.checklist.condition import Constant
from kamassess.checklist.policy import Gate, ScoringPolicy
from kamassess.checklist.scale import Scale
from kamassess.errors import Place
from kamassess.model.kind import Type
from kamassess.model.terms import ORGANISATION, FindingKind, Grade, Level, Outcome, Role, Text
from kamassess.showing.shown import Shown


@frozen
class Source:
    """
    The text that a checklist encodes.

    Args:
        title: its title.
        author: who wrote it.
        language: the language of the text.
        edition: which edition, where there are several.
    """

    title: str
    author: str | None = None
    language: str | None = None
    edition: str | None = None


@frozen
class Parameter:
    """
    A number or word that the text leaves to the reader.

    Args:
        name: as rules use it.
        type: what it is.
        default: its value where none is set; a date as its ISO text.
        title: what it is, in languages.
        source: where the default comes from.
    """

    name: str
    type: Type
    default: Constant
    title: Text
    source: str | None = None


@frozen
class Clause:
    """
    A place in a standard that asks for the same.

    Args:
        norm: the standard.
        edition: its edition.
        clause: the clause's number.
        more: what the text asks beyond it.
    """

    norm: str
    edition: str | None
    clause: str
    more: Text | None = None


@frozen
class RuleText:
    """
    A rule or placeholder as it was written, with where it stands.

    Args:
        text: the rule.
        place: where it stands; no part of what it says.
    """

    text: str
    place: Place = field(default=Place("<data>"), eq=False)


@frozen(repr=False)
class Checkpoint(Shown):
    """
    One decidable question under a requirement, about one kind of subject.

    Args:
        id: unique in the checklist.
        title: what must hold, in languages.
        role: how the text words it.
        covers: the rows of the source text that it encodes.
        why: why it matters.
        where: its place in the text.
        speaker: who says it, where the text has several speakers.
        each: the kind of its foci; ``organisation`` for one question about the whole.
        if_none: what it means when the kind is described and there is none.
        applies: the rule by which it applies.
        holds: the rule of its graph condition.
        ask: the question that a person answers.
        scale: what can be answered.
        guidance: what would count as evidence.
        about_leaders: whether it asks leaders about themselves, so that their own answer is a self-claim.
        recurring: whether an answer is certain only with evidence of two days at least.
        finding_kind: what its failing is.
        grade: how heavy that is; none for what is never more than an observation.
        weight: how much it counts in its requirement.
        level: the level that it belongs to, where levels are counted.
        must: whether it must be, where a policy tells that apart.
        orientation: its place among the seven levels.
        clauses: the standards that ask the same.
        shows: the checkpoints that it is a sign of.
        sign_group: halves of one sign share it, and count once.
        finding: what is told when it fails, with ``{placeholders}``.
        repair: what would mend it.
        told_first: whether a report tells its failing before everything else.
        place: where it stands; no part of what it says.
    """

    id: str
    title: Text
    role: Role
    covers: tuple[str, ...] = ()
    why: Text | None = None
    where: Text | None = None
    speaker: str | None = None
    each: str = ORGANISATION
    if_none: Outcome | None = None
    applies: RuleText | None = None
    holds: RuleText | None = None
    ask: Text | None = None
    scale: Scale | None = None
    guidance: Text | None = None
    about_leaders: bool = False
    recurring: bool = False
    finding_kind: FindingKind = FindingKind.GAP
    grade: Grade | None = None
    weight: int = 1
    level: int | None = None
    must: bool = False
    orientation: Level | None = None
    clauses: tuple[Clause, ...] = ()
    shows: tuple[str, ...] = ()
    sign_group: str | None = None
    finding: Text = field(factory=dict)
    repair: Text = field(factory=dict)
    told_first: bool = False
    place: Place = field(default=Place("<data>"), eq=False)

    def _brief(self) -> Mapping[str, object]:
        return {
            "id": self.id,
            "title": self.title,
            "role": self.role,
            "each": self.each,
            "grade": self.grade,
            "weight": self.weight,
        }


@frozen(repr=False)
class Requirement(Shown):
    """
    A need or expectation that the norm states (ISO 9000).

    Args:
        id: unique in the checklist.
        title: what is required, in languages.
        checkpoints: the questions by which it is judged.
        weight: how much it counts in the checklist.
        systemic_minors: so many minor nonconformities make one major; ``None``: never.
        gate: a checkpoint that caps the checklist's score.
        level: the level that it belongs to, where levels of requirements are counted.
        group: the group that it belongs to, where groups are.
    """

    id: str
    title: Text
    checkpoints: tuple[Checkpoint, ...] = ()
    weight: int = 1
    systemic_minors: int | None = None
    gate: Gate | None = None
    level: int | None = None
    group: str | None = None

    def _brief(self) -> Mapping[str, object]:
        return {
            "id": self.id,
            "title": self.title,
            "checkpoints": tuple(one.id for one in self.checkpoints),
            "weight": self.weight,
            "gate": self.gate and self.gate.checkpoint,
        }


@frozen
class DiagnosisPolicy:
    """
    How the findings of all checklists are read by the seven levels of customer orientation.

    Args:
        covers: the rows of the source text that it encodes.
        weights: how heavy a finding counts, by grade.
        strict: the parameter that says whether work begins at the highest level, or one above the problem.
    """

    covers: tuple[str, ...]
    weights: Mapping[Grade, int]
    strict: str


@frozen(repr=False)
class Checklist(Shown):
    """
    Requirements and checkpoints that are used as a reference (audit criteria, ISO 19011).

    Args:
        id: its name.
        version: its version.
        title: what people call it.
        source: the text that it encodes.
        requirements: in the order of the text.
        parameters: what a user may set.
        policy: how it is scored.
        diagnosis: how findings are read by level, where the text is about that.
        sha256: of what was read, defaults filled in.

    Example:
        >>> from kamassess.checklist.reading import checklist_from_data
        >>> checklist = checklist_from_data({
        ...     "id": "demo", "version": "1.0.0", "title": "Demo", "source": {"title": "None"},
        ...     "requirements": [{"id": "one", "title": "One", "checkpoints": [
        ...         {"id": "D-1", "role": "requirement", "title": "Chains are owned", "each": "chain",
        ...          "if_none": "nonconformity", "holds": "owners.size() == 1", "grade": "major"}]}]})
        >>> checklist.checkpoint("D-1").each
        'chain'
    """

    id: str
    version: str
    title: Text
    source: Source
    policy: ScoringPolicy
    requirements: tuple[Requirement, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    diagnosis: DiagnosisPolicy | None = None
    sha256: str = field(default="", eq=False)

    def _brief(self) -> Mapping[str, object]:
        return {
            "id": self.id,
            "version": self.version,
            "title": self.title,
            "requirements": len(self.requirements),
            "checkpoints": len(self.checkpoints),
        }

    def _parts(self) -> Mapping[str, object]:
        return {
            "id": self.id,
            "version": self.version,
            "title": self.title,
            "source": self.source,
            "policy": self.policy.id,
            "parameters": {one.name: one.default for one in self.parameters},
            "requirements": self.requirements,
        }

    @cached_property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """All its checkpoints, in order."""
        return tuple(one for requirement in self.requirements for one in requirement.checkpoints)

    @cached_property
    def _by_id(self) -> dict[str, Checkpoint]:
        return {one.id: one for one in self.checkpoints}

    def checkpoint(self, id: str) -> Checkpoint:
        """The checkpoint with an id; ``KeyError`` where there is none."""
        return self._by_id[id]
