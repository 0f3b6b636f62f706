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
from kamassess.model.words import tell


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
    about = {"checklist": asked.checklist, "version": asked.version}
    if asked.version != checklist.version:
        return tell("other version", asked.place.language, **about, now=checklist.version)
    if asked.questions != questions_sha256(checklist):
        return tell("other questions", asked.place.language, **about)
    return None
