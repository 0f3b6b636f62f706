"""
The result of an assessment: a frozen record of all that a reader, a report or a comparison needs.

It holds no rule that could be run and no graph: it is what is saved, and what
is read back is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Final

from attrs import field, frozen

from kamassess.checklist.condition import Constant
from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline
from kamassess.engine.verdict import Possible
from kamassess.findings.diagnosis import Diagnosis
from kamassess.findings.finding import Atom, Finding, Why
from kamassess.graph.chart import Chart
from kamassess.later import Later
from kamassess.model.organisation import Answer, Claim
from kamassess.model.terms import Level, Text
from kamassess.scoring.score import Score
from kamassess.showing.shown import Shown

EVIDENCE: Final = "evidence:"
"""Before the id of evidence where it stands among foci and persons, which have their kind before theirs."""


@frozen(repr=False)
class Subject(Shown):
    """
    The organisation that was assessed, and what its description rests on.

    Args:
        id: its id.
        name: its name, by language.
        hashed: the hash of what was read.
        described: who described it, when, and on what basis.
        not_described: the parts that were left open.
    """

    id: str
    name: Text
    hashed: Later[str]
    described: Claim
    not_described: tuple[str, ...]

    def _parts(self) -> Mapping[str, object]:
        return {
            "id": self.id,
            "name": self.name,
            "described": self.described,
            "not_described": self.not_described,
        }

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was read."""
        return self.hashed.value


@frozen
class Said(Shown):
    """
    An answer to a question, and what it rests on.

    Args:
        value: a word or number of the question's scale, or ``not-applicable``.
        claim: what it rests on, who gave it and when.
        reason: why it does not apply, where that is the answer.
    """

    value: str
    claim: Claim = field(factory=Claim)
    reason: Text | None = None


@frozen(repr=False)
class JudgedFocus(Shown):
    """
    A verdict, and why.

    Args:
        checklist: the checklist's id.
        requirement: the requirement's id.
        checkpoint: the checkpoint's id.
        focus: ``kind:id``, or ``organisation``.
        claimed: what remains possible when every claim is taken at its word.
        proven: what remains possible when only certain claims are.
        why: the atoms that decided it and the evidence that was named for these.
        orientation: its place among the seven levels.
        answers: what was answered, in the order of the file.
        open: whether it stands for further nodes that are not described, however many.
    """

    checklist: str
    requirement: str
    checkpoint: str
    focus: str
    claimed: Possible
    proven: Possible
    why: Later[Why]
    orientation: Level | None = None
    answers: tuple[Said, ...] = ()
    open: bool = False

    def _brief(self) -> Mapping[str, object]:
        return {
            "checkpoint": self.checkpoint,
            "focus": self.focus,
            "claimed": self.claimed,
            "proven": self.proven,
            "orientation": self.orientation,
        }

    def _parts(self) -> Mapping[str, object]:
        return {
            "checklist": self.checklist,
            "requirement": self.requirement,
            **self._brief(),
            "open": self.open,
            "evidence": self.evidence,
            "answers": self.answers,
            "because": self.because,
        }

    @property
    def because(self) -> tuple[Atom, ...]:
        """The atoms that decided it."""
        return self.why.value.because

    @property
    def evidence(self) -> tuple[str, ...]:
        """The evidence that was named for these."""
        return self.why.value.evidence

    def is_of(self, checkpoint: str) -> bool:
        """Whether it is of a checkpoint, by its id alone or with its checklist and a slash before it."""
        return checkpoint in (self.checkpoint, f"{self.checklist}/{self.checkpoint}")


@frozen
class EngineRun:
    """
    An engine that took part.

    Args:
        name: the engine.
        version: its version.
    """

    name: str
    version: str


@frozen
class Run(Shown):
    """
    How an assessment came about; no part of what it says.

    Args:
        engines: the engines that decided, the one whose verdicts count first.
        judged: how many verdicts each of them decided.
        handed_back: the rules that a further engine left to the first, with why.
        unused: answers about checkpoints of no chosen checklist.
        kamassess: the version of kamassess that assessed.
    """

    engines: tuple[EngineRun, ...]
    judged: int
    handed_back: Mapping[str, str] = field(factory=dict)
    unused: tuple[Answer, ...] = ()
    kamassess: str = ""


@frozen(repr=False)
class Result(Shown):
    """
    What an assessment found.

    Args:
        organisation: who was assessed.
        checklists: against what.
        parameters: the parameters with their values.
        as_of: on which day.
        verdicts: every checkpoint at every focus, in the order of the checklists.
        findings: what is told about them.
        scores: for each checklist its own score, then those of its requirements.
        diagnoses: the nonconformities by level, for each checklist that asks for it.
        charted: what pictures show of the graph.
        named: what people call all that it names.
        run: how it came about.
    """

    organisation: Subject
    checklists: tuple[ChecklistOutline, ...]
    parameters: Mapping[str, Constant]
    as_of: date
    verdicts: tuple[JudgedFocus, ...]
    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]
    diagnoses: tuple[Diagnosis, ...]
    charted: Later[Chart]
    named: Later[Mapping[str, Text]]
    run: Run = field(eq=False)

    def _brief(self) -> Mapping[str, object]:
        return {
            "organisation": self.organisation.id,
            "as_of": self.as_of,
            "checklists": tuple(one.id for one in self.checklists),
            "verdicts": len(self.verdicts),
            "findings": len(self.findings),
        }

    def _parts(self) -> Mapping[str, object]:
        return {**self._brief(), "parameters": self.parameters, "scores": self.scores}

    @property
    def chart(self) -> Chart:
        """What pictures show of the graph: the golden thread, duties, effort, and the steps of chains."""
        return self.charted.value

    @property
    def names(self) -> Mapping[str, Text]:
        """What people call the foci, persons and evidence (``evidence:id``) that it names."""
        return self.named.value

    @cached_property
    def outlines(self) -> Mapping[tuple[str, str], CheckpointOutline]:
        """The checkpoints, by checklist and checkpoint."""
        return {
            (checklist.id, one.id): one
            for checklist in self.checklists
            for requirement in checklist.requirements
            for one in requirement.checkpoints
        }

    def score(self, checklist: str, requirement: str | None = None) -> Score:
        """The score of a checklist, or of one of its requirements."""
        wanted = (checklist, requirement)
        return next(one for one in self.scores if (one.checklist, one.requirement) == wanted)

    def name(self, focus: str, language: str) -> str:
        """What people call a focus in a language; the focus itself where it has no name."""
        names = self.names.get(focus, {})
        return names.get(language) or next(iter(names.values()), focus)
