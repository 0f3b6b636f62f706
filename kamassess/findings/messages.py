"""
What a finding says, and what would mend it: texts in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from kamassess.checklist.requirement import Checkpoint
from kamassess.engine.verdict import Verdict
from kamassess.findings.deciding import Explainer
from kamassess.findings.finding import Texts
from kamassess.findings.telling import tell
from kamassess.graph.building import Graph
from kamassess.model.days import day
from kamassess.model.terms import LANGUAGES, ORGANISATION, Text
from kamassess.model.vocabulary import VOCABULARY

_AGREE: Final[Text] = {
    "nl": "Laat antwoord en beschrijving op elkaar aansluiten: ga na welke van de twee klopt",
    "en": "Bring answer and description into line: find out which of the two is right",
}
_UNPROVEN: Final[Text] = {"nl": "Gesteld, niet bewezen: {title}", "en": "Claimed, not proven: {title}"}
_PROVE: Final[Text] = {
    "nl": "Leg vast waar dit op rust: noem bewijs dat hierover gaat, met een datum",
    "en": "Record what this rests on: name evidence that is about it, with a date",
}
_UNANSWERED: Final[Text] = {"nl": "Nog niet bekend: {title}", "en": "Not known yet: {title}"}
_ANSWER: Final[Text] = {"nl": "Beantwoord de vraag: {ask}", "en": "Answer the question: {ask}"}
_WAIT: Final[Text] = {
    "nl": "Beoordeel op of na {day}: er is een antwoord van die dag, en dat telt nu nog niet mee",
    "en": "Assess on or after {day}: there is an answer of that day, and it does not count yet",
}
_DESCRIBE: Final[Text] = {
    "nl": "Beschrijf wat hier nog ontbreekt in het bestand van de organisatie",
    "en": "Describe what is still missing here in the organisation's file",
}


def failing(verdict: Verdict, explainer: Explainer, graph: Graph) -> Texts:
    """
    What is said where something is not so: the checkpoint's own texts, their placeholders filled in.

    Args:
        verdict: the verdict.
        explainer: what facts were found to be.
        graph: what nodes are called.

    Returns:
        The texts.
    """
    one = verdict.compiled
    if verdict.focus == ORGANISATION != one.checkpoint.each:
        # There is no node to fill the placeholders of a repair with.
        plain = all(isinstance(piece, str) for pieces in one.repair.values() for piece in pieces)
        return Texts(_none_described(one.checkpoint), one.checkpoint.repair if plain else _DESCRIBE)
    return Texts(
        tell(one.finding, explainer, graph, verdict.focus), tell(one.repair, explainer, graph, verdict.focus)
    )


def unproven(checkpoint: Checkpoint) -> Texts:
    """What is said of something that is claimed and not proven."""
    return Texts(_filled(_UNPROVEN, checkpoint), checkpoint.guidance or _PROVE)


def unanswered(checkpoint: Checkpoint, question: Checkpoint | None, later: date | None = None) -> Texts:
    """
    What is said of something that is not known, for want of an answer or of a description.

    Args:
        checkpoint: what is not known.
        question: what was not answered; ``None``: something is not described.
        later: the day of an answer to it that was not given yet on the day of the assessment.

    Returns:
        The texts.
    """
    if later is not None:
        repair: Text = {language: text.format(day=day(later, language)) for language, text in _WAIT.items()}
    else:
        repair = _filled(_ANSWER, question) if question else _DESCRIBE
    return Texts(_filled(_UNANSWERED, checkpoint), repair)


def contradictory(checkpoint: Checkpoint, denials: Iterable[Text]) -> Texts:
    """What is said where claims deny each other."""
    told = tuple(denials)
    said: Text = {
        language: f"{checkpoint.title.get(language, checkpoint.id)}: "
        + ". ".join(one[language] for one in told)
        for language in LANGUAGES
    }
    return Texts(said, _AGREE)


def _none_described(checkpoint: Checkpoint) -> Text:
    """Before the title, which says what should be so, stands that it is not."""
    kinds = {language: VOCABULARY.called(checkpoint.each, language) for language in LANGUAGES}
    return {
        "nl": f"Niet voldaan, want er is geen {kinds['nl']}: {checkpoint.title.get('nl', checkpoint.id)}",
        "en": f"Not met, for there is no {kinds['en']}: {checkpoint.title.get('en', checkpoint.id)}",
    }


def _filled(text: Text, checkpoint: Checkpoint) -> Text:
    asked = checkpoint.ask or {}
    return {
        language: one.format(
            title=checkpoint.title.get(language, checkpoint.id), ask=asked.get(language, checkpoint.id)
        )
        for language, one in text.items()
    }
