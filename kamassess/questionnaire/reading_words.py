"""
What is said of a questionnaire that was not filled in as it can be read, in its own language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.showing.telling import teller

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # ----------------------------------------------------- cells without a plain value
    "formula": ("dit is een formule; vul de waarde zelf in", "this is a formula; write the value itself"),
    "error": ("dit is een foutmelding, geen waarde", "this is an error, not a value"),
    "twice": (
        "deze cel staat twee keer in het bestand; kijk welke waarde klopt, vul die opnieuw in en sla de werkmap op",
        "this cell is in the file twice; see which value is right, write it again and save the workbook",
    ),
    "broken": (
        "wat in deze cel staat, is beschadigd; vul het opnieuw in",
        "what stands in this cell is damaged; write it again",
    ),
    # ------------------------------------------------------------------- the hidden sheet
    "no record": (
        "dit is geen vragenlijst van kamassess: het verborgen blad {sheet} is er niet",
        "this is no questionnaire of kamassess: its hidden sheet {sheet} is not there",
    ),
    "record renamed": (
        "dit is geen vragenlijst van kamassess: het verborgen blad {sheet} is er niet; heet het nu {now}?",
        "this is no questionnaire of kamassess: its hidden sheet {sheet} is not there; is it the one that is called {now} now?",
    ),
    "record changed": (
        "wat kamassess op dit verborgen blad bewaart, is veranderd; maak de vragenlijst opnieuw",
        "what kamassess keeps on this hidden sheet was changed; make the questionnaire again",
    ),
    "other form": (
        "deze vragenlijst heeft de vorm {form}, en alleen {known} wordt gelezen; maak haar opnieuw",
        "this questionnaire is of the form {form}, and {known} is read; make it again",
    ),
    # ---------------------------------------------------------------- how it is laid out
    "sheet renamed": (
        "het blad {sheet} heet nu {now}; geef het zijn naam terug",
        "the sheet {sheet} was renamed to {now}; give it its name back",
    ),
    "sheet missing": (
        "dit blad ontbreekt; vul de vragenlijst in zoals zij gemaakt is",
        "this sheet is missing; fill in the questionnaire as it was made",
    ),
    "sheet added": (
        "dit blad hoort niet bij de vragenlijst; haal het weg",
        "this sheet is no part of the questionnaire; take it away",
    ),
    "moved": (
        "hier hoort de rij van {row}, maar er staat {found}; er zijn rijen toegevoegd, verplaatst of weggehaald: "
        "vul de vragenlijst in zoals zij gemaakt is",
        "here the row of {row} should stand, found {found}; rows were added, moved or taken away: "
        "fill in the questionnaire as it was made",
    ),
    "nothing": ("niets", "nothing"),
    "text gone": (
        "hier is een tekst weggehaald; vul de vragenlijst in zoals zij gemaakt is",
        "a text was taken away here; fill in the questionnaire as it was made",
    ),
    "text changed": (
        "deze tekst is veranderd; vul de vragenlijst in zoals zij gemaakt is",
        "this text was changed; fill in the questionnaire as it was made",
    ),
    "not read": (
        "hier wordt niets ingevuld, en wat hier staat, wordt niet gelezen",
        "nothing is filled in here, and what stands here is not read",
    ),
    # ---------------------------------------------------------------- what is filled in
    "no answer": (
        "er is geen antwoord bij wat ernaast is ingevuld",
        "there is no answer to what is filled in beside it",
    ),
    "no kind": ("bij bewijs hoort de soort: {kinds}", "evidence needs its kind: {kinds}"),
    "no text": (
        "het teken {character} is geen tekst; haal het weg",
        "the character {character} is not text; leave it out",
    ),
    "date": (
        "hier hoort een datum, zoals 1-11-2026; er staat {found}",
        "expected a date, as 2026-11-01; found {found}",
    ),
    "two days": (
        "{found} kan twee dagen zijn; schrijf {one} of {other}",
        "{found} can be two days; write {one} or {other}",
    ),
    "choice": ("kies uit {labels}; er staat {found}", "expected one of {labels}; found {found}"),
    "number": (
        "hier hoort een getal van 0 tot {most}, of {labels}; er staat {found}",
        "expected a number from 0 to {most}, or {labels}; found {found}",
    ),
    "percentage": (
        "een percentage is hier een getal van 0 tot 100; er staat {found}",
        "a percentage is written as a number from 0 to 100; found {found}",
    ),
    "true": ("WAAR", "TRUE"),
    "false": ("ONWAAR", "FALSE"),
}
"""Every such sentence, in Dutch and English, without a full stop."""


tell: Final = teller(WORDS)
"""The sentences."""
