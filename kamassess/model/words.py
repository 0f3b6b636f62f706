"""
What is said of an organisation or answers that cannot be used, in the language of where these stand.

A questionnaire speaks its own language; a file of keys speaks English, as its keys
do. So here is only what can be wrong in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.showing.telling import teller

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "other organisation": (
        "deze antwoorden zijn van {whose}, niet van {organisation}",
        "these answers are of {whose}, not of {organisation}",
    ),
    "no node": ("{node} staat niet in de beschrijving", "there is no node {node}"),
    "no kind": ("er is geen soort {kind}", "there is no kind {kind}"),
    "no part": (
        "bij {kind} is er geen relatie of kenmerk {part}",
        "a {kind} has no relation or attribute {part}",
    ),
    "without kind": (
        "hier hoort de soort voor, en een dubbele punt; er staat {found}",
        "a node is named with its kind; found {found}",
    ),
    "no evidence": ("er is geen bewijs {id}", "there is no evidence {id}"),
    "other evidence": ("er is al ander bewijs met nummer {id}", "there is other evidence with the id {id}"),
    "ends before": (
        "het eindigt op {until}, voordat het begint op {on}",
        "it ends on {until}, before it began on {on}",
    ),
    "no reason": (
        "bij een antwoord dat de vraag niet van toepassing is, hoort de reden",
        "an answer 'not-applicable' needs its reason",
    ),
    "other version": (
        "dit zijn de vragen van {checklist} {version}, en er wordt beoordeeld naar versie {now}; "
        "maak de vragenlijst opnieuw, en neem de antwoorden over",
        "these are the questions of {checklist} {version}, and the assessment is against version {now}; "
        "make the questionnaire again, and take the answers over",
    ),
    "other questions": (
        "de vragen van {checklist} {version} zijn niet meer dezelfde; "
        "maak de vragenlijst opnieuw, en neem de antwoorden over",
        "the questions of {checklist} {version} are not the same any more; "
        "make the questionnaire again, and take the answers over",
    ),
}
"""Every such sentence, in Dutch and English, without a full stop."""


tell: Final = teller(WORDS)
"""The sentences."""
