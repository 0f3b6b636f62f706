"""
What the command line tells beside a result, in Dutch and English.

Mistakes in files of keys, and what the parser of arguments says, are English: they quote keys and options.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kamassess.showing.telling import teller

_BREAKS: Final = re.compile("[\\t-\\r\\x1c-\\x1f\\x85\\u2028\\u2029\\u200e\\u200f\\u061c]+")
"""What ends a line, or turns the way in which it is read."""

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # ------------------------------------------------------------- how it is assessed
    "today": (
        "kamassess: beoordeeld op vandaag, {day}; geef --as-of om op een andere dag te beoordelen",
        "kamassess: as of today, {day}; give --as-of to assess another day",
    ),
    "no second opinion": ("kamassess: geen tweede mening: {why}", "kamassess: no second opinion: {why}"),
    "mostly undetermined": (
        "kamassess: onbepaald zijn {undetermined} van de {total} oordelen; beschrijf of beantwoord meer",
        "kamassess: undetermined are {undetermined} of {total} verdicts; describe or answer more",
    ),
    # ----------------------------------------------------------- what no checklist uses
    "one answer unused": (
        "kamassess: 1 antwoord gaat over een checkpunt dat in geen gekozen checklist staat, en wordt niet gebruikt",
        "kamassess: 1 answer is about a checkpoint of no chosen checklist, and is not used",
    ),
    "answers unused": (
        "kamassess: {count} antwoorden gaan over checkpunten die in geen gekozen checklist staan, en worden niet gebruikt",
        "kamassess: {count} answers are about checkpoints of no chosen checklist, and are not used",
    ),
    "answer astray": (
        "{place}: geen gekozen checklist heeft een checkpunt '{checkpoint}'; dit antwoord wordt niet gebruikt{meant}",
        "{place}: no chosen checklist has a checkpoint '{checkpoint}'; this answer is not used{meant}",
    ),
    "one waiver unused": (
        "kamassess: 1 aanvaarding gaat over een checkpunt dat in geen gekozen checklist staat, en wordt niet gebruikt",
        "kamassess: 1 waiver is about a checkpoint of no chosen checklist, and is not used",
    ),
    "waivers unused": (
        "kamassess: {count} aanvaardingen gaan over checkpunten die in geen gekozen checklist staan, en worden niet gebruikt",
        "kamassess: {count} waivers are about checkpoints of no chosen checklist, and are not used",
    ),
    "waiver astray": (
        "{place}: geen gekozen checklist heeft een checkpunt '{checkpoint}'; deze aanvaarding wordt niet gebruikt{meant}",
        "{place}: no chosen checklist has a checkpoint '{checkpoint}'; this waiver is not used{meant}",
    ),
    "waiver ended": (
        "{place}: de aanvaarding van '{checkpoint}' gold tot en met {until}, en nu niet meer",
        "{place}: the waiver of '{checkpoint}' held up to and including {until}, and no longer does",
    ),
    "meant": ("; bedoelt u '{near}'?", "; did you mean '{near}'?"),
    # ------------------------------------------------- answers that count less than they seem
    "one later": (
        "kamassess: 1 antwoord is van na {day}, en telt niet mee; geef een latere --as-of om het mee te tellen",
        "kamassess: 1 answer is of a day after {day}, and not counted; give a later --as-of to count it",
    ),
    "several later": (
        "kamassess: {count} antwoorden zijn van na {day}, en tellen niet mee; geef een latere --as-of om ze mee te tellen",
        "kamassess: {count} answers are of a day after {day}, and not counted; give a later --as-of to count them",
    ),
    "nearly described": (
        "kamassess: '{by}', van wie een antwoord is, staat niet in de beschrijving; bedoelt u '{near}'?",
        "kamassess: '{by}', who answered, is nobody who is described; did you mean '{near}'?",
    ),
    "perhaps leaders": (
        "kamassess: antwoorden over leiders die niets bewijzen, omdat een leider ze gegeven kan hebben: {count} ({who}); "
        "noem van wie ze zijn, en beschrijf wie dat is",
        "kamassess: answers about leaders that prove nothing, as a leader may have given them: {count} ({who}); "
        "name who gave them, and describe them",
    ),
    "nobody named": ("niemand genoemd", "nobody is named"),
    "one without basis": (
        "kamassess: 1 antwoord heeft geen grondslag: het geldt als gesteld en bewijst niets ({which}); "
        "vul in waar het op berust",
        "kamassess: 1 answer has no basis: it counts as claimed and proves nothing ({which}); say what it rests on",
    ),
    "several without basis": (
        "kamassess: {count} antwoorden hebben geen grondslag: ze gelden als gesteld en bewijzen niets ({which}); "
        "vul in waar ze op berusten",
        "kamassess: {count} answers have no basis: they count as claimed and prove nothing ({which}); "
        "say what they rest on",
    ),
    "and more": ("en nog {count}", "and {count} more"),
    "or": (" of ", " or "),
    # -------------------------------------------------------------------- files, checked
    "fine": ("{file}: {what}, in orde{beside}", "{file}: {what}, fine{beside}"),
    "with answers": ("{file} met {answers}", "{file} with {answers}"),
    "not held": (
        "; de antwoorden zijn niet vergeleken met {what}",
        "; its answers were not held against {what}",
    ),
    "a checklist": ("een checklist (geef --checklist)", "a checklist (give --checklist)"),
    "their organisation": (
        "hun organisatie (controleer die met --answers)",
        "their organisation (check that one, with --answers)",
    ),
    "organisation": ("organisatie", "organisation"),
    "file of answers": ("bestand met antwoorden", "file of answers"),
    "checklist": ("checklist", "checklist"),
    "file of cases": ("bestand met testgevallen", "file of cases"),
    "saved assessment": ("bewaarde beoordeling", "saved assessment"),
    "questionnaire": ("vragenlijst", "questionnaire"),
    "nothing of ours": (
        "dit is geen organisatie, bestand met antwoorden, checklist, bestand met testgevallen of bewaarde beoordeling",
        "this is no organisation, file of answers, checklist, file of cases or saved assessment",
    ),
    "answers of another": (
        "dit is geen organisatie, maar: {what}; --answers zijn antwoorden van een organisatie",
        "this is a {what}; --answers are answers of an organisation",
    ),
    "answers of one": (
        "--answers zijn antwoorden van één organisatie; noem haar bestand, en geen ander",
        "--answers are answers of one organisation; name its file, and no other",
    ),
    # ------------------------------------------------------------------ files, written
    "file unwritten": (
        "het bestand kan niet worden geschreven ({why})",
        "the file cannot be written ({why})",
    ),
    "result unwritten": (
        "het resultaat kan niet worden geschreven ({why})",
        "the result cannot be written ({why})",
    ),
    "closed": ("gesloten", "it is closed"),
    "folder to write": (
        "dit is een map; noem het bestand dat geschreven moet worden",
        "this is a folder; name the file to write",
    ),
    "read as well": (
        "--output {file}: dit bestand wordt gelezen; noem een ander om te schrijven",
        "--output {file}: this file is read; name another one to write",
    ),
    "there already": (
        "dit bestand is er al; het blijft zoals het is",
        "this file is there already; it is left as it is",
    ),
    "no folder": ("dit is een bestand; noem een map", "this is a file; name a folder"),
    # ------------------------------------------------------------- how a report is wanted
    "table without form": (
        "--table kiest wat de rijen van --format {forms} zijn; geef beide",
        "--table chooses what the rows of --format {forms} are; give both",
    ),
    "template without form": (
        "--template is wat {forms} vult; geef beide",
        "--template is what {forms} fills; give both",
    ),
    "no text": (
        "{form} is geen tekst; noem een bestand, zoals --output rapport{ending}",
        "{form} is not text; name a file, as --output report{ending}",
    ),
    "no setting": (
        "--set heeft de vorm naam=waarde, zoals span=9; er staat '{found}'",
        "--set takes name=value, as span=9; found '{found}'",
    ),
    "no day": (
        "--as-of is een datum, zoals 2026-11-01; er staat '{found}'",
        "--as-of takes a date, as 2026-11-01; found '{found}'",
    ),
    # ------------------------------------------------------------------- questionnaires
    "questionnaire no text": (
        "een vragenlijst is geen tekst; noem een bestand, zoals --output vragen.xlsx",
        "a questionnaire is not text; name a file, as --output questions.xlsx",
    ),
    "no workbook": (
        "{file}: een vragenlijst is een werkmap; laat de naam eindigen op .xlsx, zoals vragen.xlsx",
        "{file}: a questionnaire is a workbook; name it .xlsx, as questions.xlsx",
    ),
    "answers of nobody": (
        "--answers zijn antwoorden van een organisatie; noem ook haar bestand",
        "--answers are answers of an organisation; name its file as well",
    ),
    # ------------------------------------------------------------------------ interviews
    "no terminal": (
        "een interview heeft een terminal nodig om te vragen en te antwoorden; schrijf de vragen anders als "
        "werkmap: {command} --output vragen.xlsx",
        "an interview needs a terminal to ask and be answered in; without one, write the questions as a "
        "workbook: {command} --output questions.xlsx",
    ),
    "no yaml": (
        "{file}: antwoorden van een interview worden bewaard als YAML; laat de naam eindigen op .yaml",
        "{file}: answers of an interview are kept as YAML; name the file .yaml",
    ),
    "no answers": (
        "dit is geen bestand met antwoorden, en blijft zoals het is; noem een ander",
        "this is no file of answers, and is left as it is; name another one",
    ),
    "changed meanwhile": (
        "iemand anders heeft dit bestand intussen veranderd; het blijft zoals het is",
        "somebody else changed this file meanwhile; it is left as it is",
    ),
    "no room": (
        "achter wat hier staat, kunnen geen antwoorden komen; noem een ander bestand",
        "answers cannot be put behind what stands here; name another file",
    ),
    # ------------------------------------------------------------------- faults of ours
    "engines differ": (
        "kamassess: twee motoren zijn het niet eens, en dat is een fout van ons. Meld dit geval:",
        "kamassess: two engines differ, which is a fault of ours. Please report this case:",
    ),
    "fault": (
        "kamassess: een fout van ons ({name}: {error}). Meld die, met --debug.",
        "kamassess: a fault of ours ({name}: {error}). Please report it with --debug.",
    ),
    "checkpoints": ("checkpunten", "checkpoints"),
}
"""Every such text, in Dutch and English; what begins with a place has no name of ours before it."""


_told: Final = teller(WORDS)


def told(key: str, language: str, **values: object) -> str:
    """
    A text in a language.

    Args:
        key: a key of ``WORDS``.
        language: ``nl`` or ``en``.
        values: what stands in its places; a text that somebody wrote stays on the line.

    Returns:
        The text.
    """
    return _told(key, language, **{name: _on_a_line(value) for name, value in values.items()})


def _on_a_line(value: object) -> object:
    """A text as it can stand in a line of a terminal: nothing in it looks as if we had said it."""
    return _BREAKS.sub(" ", value) if isinstance(value, str) else value
