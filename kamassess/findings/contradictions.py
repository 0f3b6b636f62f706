"""
Contradictions: an answer and the description that say different things, or answers that do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.engine.verdict import Verdict
from kamassess.facts.answering import Answered
from kamassess.model.organisation import Answer
from kamassess.model.terms import Text

_TEXTS: Final[Mapping[str, Text]] = {
    "yes-no": {
        "nl": "Het antwoord zegt dat het zo is, de beschrijving dat het niet zo is",
        "en": "The answer says that it is so, the description that it is not",
    },
    "no-yes": {
        "nl": "Het antwoord zegt dat het niet of niet helemaal zo is, de beschrijving dat het zo is",
        "en": "The answer says that it is not, or not wholly, so; the description that it is",
    },
    "differing": {
        "nl": "Even zekere antwoorden verschillen ({answers}); zolang telt er geen",
        "en": "Answers that are equally certain differ ({answers}); until they agree none counts",
    },
    "denied": {
        "nl": "Een zeker antwoord telt ({answer}), maar er is ook anders geantwoord ({answers})",
        "en": "A certain answer counts ({answer}), but it was answered otherwise as well ({answers})",
    },
}


def contradictions(verdict: Verdict, answered: Answered | None) -> tuple[Text, ...]:
    """
    What is contradictory about a verdict. A contradiction changes no verdict.

    Args:
        verdict: the verdict.
        answered: what was answered, where somebody was asked.

    Returns:
        A text in languages for each contradiction.
    """
    found = []
    if verdict.graph is not None and verdict.answered is not None and verdict.graph is not verdict.answered:
        found.append(_TEXTS["yes-no" if verdict.answered else "no-yes"])
    if answered is not None and answered.differing:
        found.append(_filled("differing", answered.differing))
    if answered is not None and answered.denied and answered.claimed is not None:
        found.append(_filled("denied", answered.denied, answered.claimed))
    return tuple(found)


def _filled(which: str, answers: tuple[Answer, ...], counted: Answer | None = None) -> Text:
    said = "; ".join(_said(one) for one in answers)
    answer = _said(counted) if counted else ""
    return {language: text.format(answers=said, answer=answer) for language, text in _TEXTS[which].items()}


def _said(answer: Answer) -> str:
    return f"{answer.value}, {answer.claim.by}" if answer.claim.by else answer.value
