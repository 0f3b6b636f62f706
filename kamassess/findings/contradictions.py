"""
Contradictions: an answer and the description that say different things, or answers that do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.checklist.scale import Scale
from kamassess.engine.verdict import Verdict
from kamassess.facts.answering import Answered
from kamassess.findings.telling import name_of, person_key
from kamassess.graph.building import Graph
from kamassess.model.organisation import Answer
from kamassess.model.terms import LANGUAGES, Text

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


def contradictions(verdict: Verdict, answered: Answered | None, graph: Graph) -> tuple[Text, ...]:
    """
    What is contradictory about a verdict. A contradiction changes no verdict.

    Args:
        verdict: the verdict.
        answered: what was answered, where somebody was asked.
        graph: what people are called.

    Returns:
        A text in languages for each contradiction.
    """
    found = []
    if verdict.graph is not None and verdict.answered is not None and verdict.graph is not verdict.answered:
        found.append(_TEXTS["yes-no" if verdict.answered else "no-yes"])
    scale = verdict.compiled.checkpoint.scale
    if answered is not None and answered.differing:
        found.append(_filled("differing", answered.differing, None, scale, graph))
    if answered is not None and answered.denied and answered.claimed is not None:
        found.append(_filled("denied", answered.denied, answered.claimed, scale, graph))
    return tuple(found)


def _filled(
    which: str, answers: tuple[Answer, ...], counted: Answer | None, scale: Scale | None, graph: Graph
) -> Text:
    def text(language: str) -> str:
        said = "; ".join(_said(one, scale, graph, language) for one in answers)
        answer = _said(counted, scale, graph, language) if counted else ""
        return _TEXTS[which][language].format(answers=said, answer=answer)

    return {language: text(language) for language in LANGUAGES}


def _said(answer: Answer, scale: Scale | None, graph: Graph, language: str) -> str:
    """An answer in words, and who gave it."""
    labels = {step.word: step.label for step in scale.steps} if scale else {}
    value = labels.get(answer.value, {}).get(language, answer.value)
    by = answer.claim.by
    if by is None:
        return value
    key = person_key(by)
    return f"{value}, {name_of(graph, key, language) if key in graph.nodes else by}"
