"""
The questions that an assessment asks of people: each with where it is asked, and what was answered to it.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from kamassess.checklist.compiled import Compiled
from kamassess.checklist.requirement import Checkpoint
from kamassess.checklist.scale import SCALES, Scale
from kamassess.engine.reference import Reference
from kamassess.engine.verdict import Possible
from kamassess.facts.answering import Answered
from kamassess.judging import assess_organisation, sorted_answers
from kamassess.model.organisation import Organisation
from kamassess.model.terms import ORGANISATION, Outcome, Text
from kamassess.model.vocabulary import VOCABULARY
from kamassess.result import JudgedFocus, Said


@frozen
class Question:
    """
    The question of a checkpoint at a focus.

    Args:
        checklist: the checklist's id.
        requirement: the requirement's id.
        requirement_title: what is required, in languages.
        checkpoint: as it was written: ``ask`` is the question, ``why`` and ``guidance`` help to answer it.
        focus: what it is asked about: ``kind:id``, or ``organisation``.
        focus_name: what people call that, in languages.
        scale: what can be answered; ``not-applicable`` can be, to every question.
        answers: what was answered by the day, in the order of the file.
        claimed: what remains possible of its verdict when every claim is taken at its word.
        proven: what remains possible when only certain claims are.
        certain: of each answer, whether it is certain by itself.
        contradicted: whether answers that are certain say different things.
    """

    checklist: str
    requirement: str
    requirement_title: Text
    checkpoint: Checkpoint
    focus: str
    focus_name: Text
    scale: Scale
    answers: tuple[Said, ...]
    claimed: Possible
    proven: Possible
    certain: tuple[bool, ...] = ()
    contradicted: bool = False

    @property
    def rule(self) -> str:
        """The checkpoint with its checklist before it, as answers may name it: ``checklist/checkpoint``."""
        return f"{self.checklist}/{self.checkpoint.id}"

    @property
    def ask(self) -> Text:
        """The question, in languages."""
        return self.checkpoint.ask or self.checkpoint.title

    @property
    def is_answered(self) -> bool:
        """Whether anybody answered it."""
        return bool(self.answers)

    @property
    def is_proven(self) -> bool:
        """Whether the verdict is certain: no answer could change it without denying what is proven."""
        return self.proven.outcome is not Outcome.UNDETERMINED

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer: nobody answered it, and the verdict is not certain without."""
        return not self.is_answered and not self.is_proven

    @property
    def is_unsure(self) -> bool:
        """Whether it is answered, but by nothing that makes the verdict certain."""
        return self.is_answered and not self.is_proven


def nobody() -> Organisation:
    """An organisation of which nothing is described: what is asked of it is asked of anybody."""
    return Organisation("-", not_described=frozenset(one.name for one in VOCABULARY.kinds))


def questions(organisation: Organisation, compiled: Compiled, as_of: date) -> tuple[Question, ...]:
    """
    The questions that an assessment asks of people.

    A question is asked at each node of its kind to which it applies, as the organisation claims. Where
    no node of the kind is described, it is not asked.

    Args:
        organisation: who is asked; one without nodes is asked about the whole alone.
        compiled: the checklists.
        as_of: the day of the assessment; answers of later are not there yet.

    Returns:
        The questions, in the order of the checklists, and of the nodes in the file.

    Raises:
        InvalidOrganisation: an answer is not one that its question allows.

    Example:
        >>> import kamassess as ka
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {"person": [{"id": "jan"}]}})
        >>> asked = questions(organisation, ka.compile("feedback-leadership"), date(2026, 11, 1))
        >>> [(one.rule, one.focus, one.scale.id) for one in asked][0]
        ('feedback-leadership/F-P1', 'organisation', 'yes-partly-no')
    """
    asked = {
        (one.checklist, one.checkpoint.id): (one.checkpoint, one.requirement)
        for one in compiled.checkpoints
        if one.checkpoint.ask is not None
    }
    if not asked:
        return ()
    titles = {
        (checklist.id, requirement.id): requirement.title
        for checklist in compiled.checklists
        for requirement in checklist.requirements
    }
    result = assess_organisation(organisation, compiled, as_of, (Reference(),))
    answers = sorted_answers(organisation, compiled, as_of)
    return tuple(
        Question(
            verdict.checklist,
            verdict.requirement,
            titles[verdict.checklist, verdict.requirement],
            checkpoint,
            verdict.focus,
            result.names.get(verdict.focus, {"nl": verdict.focus}),
            checkpoint.scale or SCALES["yes-no"],
            verdict.answers,
            verdict.claimed,
            verdict.proven,
            *_certain(answers.at(f"{verdict.checklist}/{verdict.checkpoint}", verdict.focus)),
        )
        for verdict in result.verdicts
        if (found := asked.get((verdict.checklist, verdict.checkpoint))) is not None
        and _is_asked(checkpoint := found[0], verdict)
    )


def _certain(answered: Answered | None) -> tuple[tuple[bool, ...], bool]:
    """Of each answer whether it is certain by itself, and whether those that are say different things."""
    if answered is None:
        return (), False
    sure = {id(one) for one in answered.certain}
    return tuple(id(one) in sure for one in answered.given), bool(sure) and bool(answered.differing)


def _is_asked(checkpoint: Checkpoint, verdict: JudgedFocus) -> bool:
    kind = verdict.focus.partition(":")[0]
    if verdict.open or (kind == ORGANISATION) is not (checkpoint.each == ORGANISATION):
        return False  # it stands for nodes that nobody described, or for there being none
    return verdict.claimed.outcome is not Outcome.NOT_APPLICABLE or bool(verdict.answers)
