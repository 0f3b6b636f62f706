"""
Answers -> facts: which of several counts, and what it says under each reading.

The certain outrank the uncertain in both readings; equals that differ make the
answer unknown, and are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from kamassess.checklist.compiled import ANSWER, APPLICABLE, CONFORMS, CompiledCheckpoint
from kamassess.checklist.scale import NOT_APPLICABLE
from kamassess.errors import InvalidOrganisation, Mistake, nearest
from kamassess.graph.building import Graph
from kamassess.graph.members import NO_FACTS, Row, Truth
from kamassess.model.evidence import is_certain, is_certain_again
from kamassess.model.organisation import Answer
from kamassess.model.terms import ORGANISATION, Reading


@frozen
class Answered:
    """
    What was answered to the question of a checkpoint at a focus.

    Args:
        given: every answer that was given by the day of the assessment, in the order of the file.
        claimed: the answer that counts when claims are taken at their word; ``None``: not known.
        proven: the answer that counts when only certain claims are; ``None``: not known.
        differing: answers of one rank that say different things.
        denied: answers that say something else than the one that counts, which outranks them.
        certain: the answers that are certain by themselves, whether they agree or not.
    """

    given: tuple[Answer, ...]
    claimed: Answer | None
    proven: Answer | None
    differing: tuple[Answer, ...] = ()
    denied: tuple[Answer, ...] = ()
    certain: tuple[Answer, ...] = ()

    def under(self, reading: Reading) -> Answer | None:
        """The answer that counts under a reading."""
        return self.claimed if reading is Reading.CLAIMED else self.proven


@frozen
class Answers:
    """
    All answers, sorted out.

    Args:
        by_question: what was answered, by rule and focus.
        unused: answers about checkpoints of no chosen checklist.
        later: by rule and focus, the first day after that of the assessment on which there is an answer.
    """

    by_question: Mapping[tuple[str, str], Answered] = field(factory=dict)
    unused: tuple[Answer, ...] = ()
    later: Mapping[tuple[str, str], date] = field(factory=dict)

    def at(self, rule: str, focus: str) -> Answered | None:
        """What was answered to a checkpoint at a focus."""
        return self.by_question.get((rule, focus))


def sort_out(
    graph: Graph,
    checkpoints: Iterable[CompiledCheckpoint],
    leads: Callable[[str | None], Truth] = lambda _: False,
) -> Answers:
    """
    Find the question of every answer, and which answer to it counts.

    An answer of after the day of the assessment was not given yet.

    Args:
        graph: the organisation on a day.
        checkpoints: what is asked.
        leads: whether somebody leads, who may not be named; unless it is known that they do not, their answer
            about leaders is a self-claim, and not certain.

    Returns:
        The answers.

    Raises:
        InvalidOrganisation: with every answer that its question does not allow.
    """
    unused: list[Answer] = []
    found: dict[tuple[str, str], list[Answer]] = {}
    later: dict[tuple[str, str], date] = {}
    questions: dict[str, CompiledCheckpoint] = {}
    for answer, question in asked_by(graph.organisation.answers, checkpoints):
        if question is None:
            unused.append(answer)
            continue
        questions[question.rule] = question
        asked, on = (question.rule, answer.focus), answer.claim.on
        if on is None or on <= graph.as_of:
            found.setdefault(asked, []).append(answer)
        else:
            later[asked] = min(on, later.get(asked, on))
    return Answers(
        {
            (rule, focus): _counted(graph, questions[rule], focus, given, leads)
            for (rule, focus), given in found.items()
        },
        tuple(unused),
        later,
    )


def asked_by(
    answers: Iterable[Answer], checkpoints: Iterable[CompiledCheckpoint]
) -> list[tuple[Answer, CompiledCheckpoint | None]]:
    """
    Answers, each with the checkpoint that asks for it.

    Args:
        answers: what was answered.
        checkpoints: what is asked.

    Returns:
        Both, in the order of the answers; ``None`` where none of the checkpoints is meant.

    Raises:
        InvalidOrganisation: with every answer that its question does not allow.
    """
    by_id: dict[str, list[CompiledCheckpoint]] = {}
    for one in checkpoints:
        by_id.setdefault(one.checkpoint.id, []).append(one)
        by_id.setdefault(one.rule, []).append(one)
    pairs = [(answer, by_id.get(answer.checkpoint, [])) for answer in answers]
    mistakes = [
        wrong for answer, candidates in pairs if candidates and (wrong := _mistake(answer, candidates))
    ]
    if mistakes:
        raise InvalidOrganisation(mistakes)
    return [(answer, candidates[0] if candidates else None) for answer, candidates in pairs]


def _mistake(answer: Answer, candidates: list[CompiledCheckpoint]) -> Mistake | None:
    if len(candidates) > 1:
        choices = " or ".join(one.rule for one in candidates)
        return Mistake(answer.place, f"'{answer.checkpoint}' could be {choices}; write which")
    checkpoint = candidates[0].checkpoint
    if checkpoint.scale is None:
        return Mistake(answer.place, f"{checkpoint.id} is decided from the description; nobody is asked")
    kind = answer.focus.partition(":")[0]
    if kind != checkpoint.each:
        wanted = (
            "the organisation as a whole" if checkpoint.each == ORGANISATION else f"each {checkpoint.each}"
        )
        return Mistake(answer.place, f"{checkpoint.id} is asked of {wanted}; found {answer.focus}")
    if answer.value == NOT_APPLICABLE or checkpoint.scale.share(answer.value) is not None:
        return None
    meant = {"true": "yes", "false": "no"}.get(answer.value.casefold())
    if meant not in checkpoint.scale.words:
        meant = nearest(answer.value, (*checkpoint.scale.words, NOT_APPLICABLE))
    message = f"{checkpoint.id} is answered by {checkpoint.scale.expected()}; found '{answer.value}'"
    return Mistake(answer.place, message, meant)


def _counted(
    graph: Graph,
    question: CompiledCheckpoint,
    focus: str,
    given: list[Answer],
    leads: Callable[[str | None], Truth],
) -> Answered:
    def certain(answer: Answer) -> bool:
        by_self = question.checkpoint.about_leaders and leads(answer.claim.by) is not False
        subjects = frozenset({focus, question.checkpoint.id, question.rule})
        sure = is_certain_again if question.checkpoint.recurring else is_certain
        return not by_self and sure(answer.claim, subjects, graph.evidence, graph.as_of)

    sure = [one for one in given if certain(one)]
    rank = sure or given
    agreed = rank[0] if len({_said(question, one) for one in rank}) == 1 else None
    if agreed is None:
        return Answered(tuple(given), None, None, differing=tuple(rank), certain=tuple(sure))
    denied = (one for one in given if _said(question, one) != _said(question, agreed))
    return Answered(tuple(given), agreed, agreed if sure else None, denied=tuple(denied), certain=tuple(sure))


def _said(question: CompiledCheckpoint, answer: Answer) -> str | Decimal:
    """What an answer says: 3 and 3.0 say the same."""
    scale = question.checkpoint.scale
    return answer.value if scale is None or answer.value == NOT_APPLICABLE else scale.value(answer.value)


def answer_facts(question: CompiledCheckpoint, answered: Answered | None, reading: Reading) -> Row:
    """
    The facts that an answer gives: what it is, whether it conforms, whether the question applies.

    Args:
        question: the checkpoint.
        answered: what was answered; ``None``: nothing.
        reading: which claims are taken at their word.

    Returns:
        The known facts. A question applies unless it was answered that it does not.
    """
    scale, rule = question.checkpoint.scale, question.rule
    counted = answered.under(reading) if answered else None
    if counted is None or scale is None:
        given = answered.given if answered else ()
        return NO_FACTS if any(one.value == NOT_APPLICABLE for one in given) else {rule + APPLICABLE: True}
    worth = scale.share(counted.value)
    if worth is None:  # it is answered that it does not apply
        return {rule + APPLICABLE: False}
    return {
        rule + APPLICABLE: True,
        rule + ANSWER: scale.value(counted.value),
        rule + CONFORMS: worth >= scale.conforms_from,
    }


def share(question: CompiledCheckpoint, answered: Answered | None, reading: Reading) -> Fraction | None:
    """What the answer that counts is worth on its scale; ``None`` where it is not known or applies not."""
    counted = answered.under(reading) if answered else None
    scale = question.checkpoint.scale
    return None if counted is None or scale is None else scale.share(counted.value)
