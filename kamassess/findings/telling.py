"""
Texts for people: messages with their placeholders filled in, in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from kamassess.checklist.compiled import Message, Names
from kamassess.checklist.condition import Fact
from kamassess.facts.collecting import display_name
from kamassess.findings.deciding import Explainer
from kamassess.findings.finding import Found
from kamassess.graph.building import Graph
from kamassess.model.choices import choice
from kamassess.model.days import day
from kamassess.model.kind import AskedFact, Type
from kamassess.model.terms import ORGANISATION, Reading, Text
from kamassess.model.vocabulary import VOCABULARY

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "nl": {
        "unknown": "onbekend",
        "at least": "ten minste {low}",
        "between": "{low} tot {high}",
        "true": "ja",
        "false": "nee",
        "none": "niemand of niets",
        "and others": "misschien nog anderen",
        "possibly": "misschien {name}",
        ORGANISATION: "organisatie",
    },
    "en": {
        "unknown": "unknown",
        "at least": "at least {low}",
        "between": "{low} to {high}",
        "true": "yes",
        "false": "no",
        "none": "nobody or nothing",
        "and others": "perhaps others",
        "possibly": "perhaps {name}",
        ORGANISATION: "organisation",
    },
}


def tell(message: Mapping[str, Message], explainer: Explainer, graph: Graph, focus: str) -> Text:
    """
    Fill the placeholders of a message, in each of its languages, as the organisation claims it.

    Args:
        message: the pieces, by language.
        explainer: what facts were found to be.
        graph: what nodes are called.
        focus: what the message is about.

    Returns:
        The texts by language.
    """
    return {
        language: "".join(
            piece if isinstance(piece, str) else _shown(piece, explainer, graph, focus, language)
            for piece in pieces
        )
        for language, pieces in message.items()
    }


def _shown(piece: object, explainer: Explainer, graph: Graph, focus: str, language: str) -> str:
    if isinstance(piece, Names):
        members = explainer.members(focus, piece.relation, Reading.CLAIMED)
        words = WORDS[language]
        shown = [name_of(graph, one, language) for one in members.certain]
        shown += [words["possibly"].format(name=name_of(graph, one, language)) for one in members.possible]
        shown += [words["and others"]] if members.open else []
        return ", ".join(shown) if shown else words["none"]
    if isinstance(piece, Fact) and piece.name == "name":
        return name_of(graph, focus, language)
    found = explainer.found(piece, focus, Reading.CLAIMED)  # type: ignore[arg-type]  # the last kind of piece
    asked = (
        graph.vocabulary.fact_at(focus.partition(":")[0], piece.name.split("."))
        if isinstance(piece, Fact)
        else None
    )
    return say_fact(found, asked, language)


def say_fact(found: Found, asked: AskedFact | None, language: str) -> str:
    """
    What a fact was found to be, as people read it: a day, a word of a choice, a kind, a percentage.

    Args:
        found: what it was found to be.
        asked: the fact; ``None`` for what the vocabulary does not have.
        language: ``nl`` or ``en``.

    Returns:
        The text.
    """
    if asked is not None and isinstance(found, str):
        if asked.type is Type.DATE:
            return day(date.fromisoformat(found), language)
        if asked.words:
            return choice(found, language)
        if asked.name == "kind":
            known = VOCABULARY.by_name.get(found)
            return WORDS[language][ORGANISATION] if known is None else known.called(language)
    return say(found, language, share=asked is not None and asked.type is Type.SHARE)


def person_key(by: str) -> str:
    """The focus of whoever said something: a person's id, with or without its kind before it."""
    return by if ":" in by else f"person:{by}"


def name_of(graph: Graph, focus: str, language: str) -> str:
    """What people call a focus in a language."""
    if focus == ORGANISATION:
        names = graph.organisation.name
        return names.get(language) or next(iter(names.values()), graph.organisation.id)
    return display_name(graph.nodes[focus], language)


def say(found: Found, language: str, *, share: bool = False) -> str:
    """
    A fact as people read it.

    Args:
        found: what it was found to be.
        language: ``nl`` or ``en``.
        share: whether it is a part of 1, shown as a percentage.

    Returns:
        The text.

    Example:
        >>> say((1, None), "nl"), say((2, 2), "nl"), say(None, "en"), say(Decimal("0.5"), "nl")
        ('ten minste 1', '2', 'unknown', '0,5')
    """
    words = WORDS[language]
    if found is None:
        return words["unknown"]
    if isinstance(found, bool):
        return words[str(found).lower()]
    if isinstance(found, tuple):
        low, high = found
        if low == high:
            return say(low, language, share=share)
        if high is None:
            return words["at least"].format(low=say(low, language, share=share))
        return words["between"].format(
            low=say(low, language, share=share), high=say(high, language, share=share)
        )
    if share and not isinstance(found, str):
        return f"{round(found * 100)} %"
    text = f"{found:f}" if isinstance(found, Decimal) else str(found)
    return text.replace(".", ",") if language == "nl" and isinstance(found, Decimal) else text
