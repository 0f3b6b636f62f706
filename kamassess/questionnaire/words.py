"""
What a questionnaire says, in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.report.words import teller

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # ---------------------------------------------------------------- the sheets
    "introduction": ("Uitleg", "Introduction"),
    "evidence": ("Bewijs", "Evidence"),
    # ---------------------------------------------------------- the introduction
    "title": ("Vragenlijst", "Questionnaire"),
    "title of": ("Vragenlijst: {name}", "Questionnaire: {name}"),
    "organisation": ("organisatie", "organisation"),
    "day": ("stand van", "as of"),
    "checklist": ("vragen", "questions"),
    "asked": (
        "{title}, versie {version}: {count} regels om in te vullen, waarvan {open} open",
        "{title}, version {version}: {count} rows to fill in, {open} of them open",
    ),
    "how": ("Zo vult u in", "How to fill it in"),
    "step 1": (
        "Vul alleen de gele cellen in; de rest staat vast. Wat u niet weet laat u leeg: onbekend is geen ja en geen nee.",
        "Fill in the yellow cells only; the rest is fixed. Leave empty what you do not know: unknown is neither yes nor no.",
    ),
    "step 2": (
        "Kies bij elke vraag het antwoord, en zeg daarnaast waar het op berust: hoe zeker weet u het? Daarbij hoort wie het zegt en op welke dag.",
        "Choose the answer to each question, and say beside it what it rests on: how sure are you? Add who says so, and on which day.",
    ),
    "step 3": (
        "Een antwoord is pas bewezen met bewijs. Noem elk stuk eerst op het blad ‘{sheet}’, met zijn datum, en zet dan zijn nummer achter het antwoord; meer nummers met een komma ertussen.",
        "An answer is proven by evidence only. List each piece on the sheet ‘{sheet}’ first, with its date, and put its number behind the answer; several numbers with a comma between them.",
    ),
    "step 4": (
        "Geldt een vraag niet voor u, kies dan ‘{label}’ en geef in de laatste kolom de reden.",
        "If a question does not apply to you, choose ‘{label}’ and give the reason in the last column.",
    ),
    "step 5": (
        "Met het filter in de kop van ‘{state}’ ziet u alleen wat nog open is. Bij ‘{decided}’ is zonder antwoord al bekend of eraan is voldaan, uit wat is beschreven. Voeg geen rijen of bladen toe, en haal er geen weg.",
        "With the filter in the head of ‘{state}’ you see only what is still open. At ‘{decided}’ it is known without an answer whether it is met, from what is described. Add no rows or sheets, and take none away.",
    ),
    "sure": ("Hoe zeker is het?", "How sure is it?"),
    "certain": ("kan bewezen zijn, met bewijs erbij", "can be proven, with evidence"),
    "never certain": ("is nooit bewezen", "is never proven"),
    # ----------------------------------------------------------------- the heads
    "id": ("nr.", "no."),
    "state": ("stand", "state"),
    "focus": ("waarover", "about"),
    "question": ("vraag", "question"),
    "guidance": ("toelichting", "guidance"),
    "answer": ("antwoord", "answer"),
    "basis": ("berust op: hoe zeker?", "rests on: how sure?"),
    "by": ("wie zegt het", "who says so"),
    "on": ("op welke dag", "on which day"),
    "named": ("bewijs (nummers)", "evidence (numbers)"),
    "note": ("reden of toelichting", "reason or note"),
    "whole": ("de hele organisatie", "the whole organisation"),
    # ----------------------------------------------------------------- the states
    "open": ("open", "open"),
    "unsure": ("niet bewezen", "not proven"),
    "proven": ("bewezen", "proven"),
    "contradicted": ("tegengesproken", "contradicted"),
    "decided": ("al beslist", "decided already"),
    # --------------------------------------------------------------- the guidance
    "why": ("Waarom: {text}", "Why: {text}"),
    "counts": ("Als bewijs telt: {text}", "Counts as evidence: {text}"),
    "leaders": (
        "Wat leiders hier over zichzelf zeggen, is geen bewijs; noem dus wie het zegt, zoals die beschreven is.",
        "What leaders say here about themselves is no proof; so name who says it, as they are described.",
    ),
    "recurring": (
        "Bewezen is het pas met bewijs van ten minste twee dagen.",
        "It is proven only with evidence of two days at least.",
    ),
    "clauses": ("Norm: {text}", "Standard: {text}"),
    # ------------------------------------------------------- beside what is filled in
    "choose": ("Kies uit de lijst.", "Choose from the list."),
    "not in list": ("Dit staat niet in de lijst.", "This is not in the list."),
    "number": (
        "Een getal van 0 tot {most}, of: {label}.",
        "A number from 0 to {most}, or: {label}.",
    ),
    "percentage": (
        "Een getal van 0 tot 100 zonder %-teken, of: {label}.",
        "A number from 0 to 100 without a % sign, or: {label}.",
    ),
    "date": ("Een datum, als 2026-11-01.", "A date, as 2026-11-01."),
    "numbers": (
        "Nummers van het blad ‘{sheet}’, met een komma ertussen.",
        "Numbers of the sheet ‘{sheet}’, with a comma between them.",
    ),
    # ------------------------------------------------------------- the evidence sheet
    "evidence title": ("Bewijsstukken", "Pieces of evidence"),
    "evidence note": (
        "Eén stuk per regel; het nummer hoort achter het antwoord. Zonder datum, of na ‘geldig tot’, telt een stuk niet.",
        "One piece a row; its number belongs behind the answer. Without a date, or after ‘valid until’, a piece does not count.",
    ),
    "kind": ("soort", "kind"),
    "what": ("wat het is", "what it is"),
    "where": ("waar het te vinden is", "where to find it"),
    "dated": ("datum", "date"),
    "until": ("geldig tot", "valid until"),
    "owner": ("wie het bewaart", "who keeps it"),
    "about": ("waarover (leeg: de vragen die het noemen)", "about (empty: the questions that name it)"),
    "prefix": ("B", "E"),
}
"""Every text of a questionnaire, in Dutch and English."""


tell: Final = teller(WORDS)
"""The texts of a questionnaire."""
