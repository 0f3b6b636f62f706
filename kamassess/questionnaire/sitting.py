"""
How far an interview is: what it is about, what is being asked, and what was answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from kamassess.model.organisation import Answer, Evidence
from kamassess.model.terms import Basis, Language
from kamassess.questionnaire.interview_words import Command
from kamassess.questionnaire.options import Options, folded, of_bases
from kamassess.questionnaire.questions import Question


class Step(StrEnum):
    """What is being asked about a question."""

    VALUE = "value"
    REASON = "reason"
    BASIS = "basis"
    EVIDENCE = "evidence"
    PIECE = "piece"
    DATED = "dated"
    WHERE = "where"
    BY = "by"
    DONE = "done"
    """Every question was asked."""
    LEFT = "left"
    """It was broken off."""


@frozen
class Interview:
    """
    What an interview is about; the same from beginning to end.

    Args:
        asked: the questions, in their order.
        language: ``nl`` or ``en``.
        day: on which day it is held.
        evidence: the evidence that there is already.
        extensible: the ids of those that stand in the file of answers: these can be about more.
        persons: what persons are called, and their ids.
    """

    asked: tuple[Question, ...]
    language: Language
    day: date
    evidence: tuple[Evidence, ...] = ()
    extensible: frozenset[str] = frozenset()
    persons: tuple[tuple[str, str], ...] = ()

    @cached_property
    def known(self) -> Mapping[str, str]:
        """The ids of persons, by name and by id."""
        return {folded(word): id_ for name, id_ in self.persons for word in (id_, name)}

    @cached_property
    def bases(self) -> Options:
        """What a claim can rest on."""
        return of_bases(self.language)


@frozen
class Given:
    """
    An answer that was given.

    Args:
        at: to which question, by its place.
        answer: the answer.
    """

    at: int
    answer: Answer


@frozen
class Draft:
    """An answer that is being given, and perhaps a piece of evidence to it."""

    value: str = ""
    reason: str = ""
    basis: Basis | None = None
    evidence: tuple[str, ...] = ()
    piece: str = ""
    dated: date | None = None


@frozen
class State:
    """
    How far an interview is.

    Args:
        at: which question is being asked, by its place.
        step: what is being asked about it.
        draft: what was answered of it so far.
        given: the answers, the last one last.
        pieces: the evidence that was told of, whether it is named by an answer or not.
        by: who answered last.
    """

    at: int = 0
    step: Step = Step.VALUE
    draft: Draft = field(factory=Draft)
    given: tuple[Given, ...] = ()
    pieces: tuple[Evidence, ...] = ()
    by: str | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing is asked any more."""
        return self.step in (Step.DONE, Step.LEFT)

    def answer(self, at: int) -> Answer | None:
        """What was answered to a question."""
        return next((one.answer for one in self.given if one.at == at), None)


@frozen
class Turn:
    """
    What a line brought about.

    Args:
        state: how far the interview is now.
        said: what there is to say to it, a sentence each.
        show: a command that asks to be shown something: help, or more about the question.
    """

    state: State
    said: tuple[str, ...] = ()
    show: Command | None = None
