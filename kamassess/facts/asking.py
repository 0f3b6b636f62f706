"""
Whether answers are to the questions of these checklists, and ones that these allow.
"""

from __future__ import annotations

from collections.abc import Iterable

from kamassess.checklist.asked import questions_sha256
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.requirement import Checklist
from kamassess.errors import InvalidOrganisation, Mistake
from kamassess.facts.answering import asked_by
from kamassess.model.organisation import Answer, Asked, Organisation


def check_answers(organisation: Organisation, compiled: Compiled) -> tuple[Answer, ...]:
    """
    Refuse answers that an assessment refuses.

    Args:
        organisation: whose answers they are.
        compiled: the checklists that ask.

    Returns:
        The answers about checkpoints of none of the checklists, which an assessment does not use.

    Raises:
        InvalidOrganisation: with every answer that its question does not allow, or every checklist that asked
            something else.
    """
    check_asked(organisation, compiled.checklists)
    pairs = asked_by(organisation.answers, compiled.checkpoints)
    return tuple(answer for answer, question in pairs if question is None)


def check_asked(organisation: Organisation, checklists: Iterable[Checklist]) -> None:
    """
    Refuse answers to the questions of another version of a checklist.

    Args:
        organisation: whose answers may say what was asked.
        checklists: against which it is assessed; answers to others are not looked at.

    Raises:
        InvalidOrganisation: with every checklist that asked something else.
    """
    if not organisation.asked:
        return
    known = {one.id: one for one in checklists}
    mistakes = [
        Mistake(one.place, sentence)
        for one in organisation.asked
        if one.checklist in known and (sentence := _difference(one, known[one.checklist])) is not None
    ]
    if mistakes:
        raise InvalidOrganisation(mistakes)


def _difference(asked: Asked, checklist: Checklist) -> str | None:
    now = f"the assessment is against version {checklist.version}"
    again = "make the questionnaire again, and take the answers over"
    if asked.version != checklist.version:
        return f"these are the questions of {asked.checklist} {asked.version}, and {now}; {again}"
    if asked.questions != questions_sha256(checklist):
        return f"the questions of {asked.checklist} {asked.version} are not the same any more; {again}"
    return None
