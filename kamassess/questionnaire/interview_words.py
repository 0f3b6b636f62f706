"""
What an interview says, in Dutch and English, and the words that can be typed in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kamassess.report.words import teller


class Command(StrEnum):
    """What can be typed in place of an answer."""

    MORE = "more"
    SKIP = "skip"
    BACK = "back"
    UNDO = "undo"
    QUIT = "quit"
    HELP = "help"


COMMANDS: Final[Mapping[str, Command]] = {
    "more": Command.MORE,
    "why": Command.MORE,
    "meer": Command.MORE,
    "waarom": Command.MORE,
    "skip": Command.SKIP,
    "overslaan": Command.SKIP,
    "back": Command.BACK,
    "terug": Command.BACK,
    "undo": Command.UNDO,
    "ongedaan": Command.UNDO,
    "quit": Command.QUIT,
    "q": Command.QUIT,
    "stop": Command.QUIT,
    "exit": Command.QUIT,
    "help": Command.HELP,
    "hulp": Command.HELP,
    "?": Command.HELP,
}
"""In either language, whatever the language of the interview."""

NEW: Final = frozenset({"new", "nieuw", "+"})
"""A further piece of evidence."""

TODAY: Final[Mapping[str, int]] = {"today": 0, "vandaag": 0, "yesterday": 1, "gisteren": 1}
"""How many days ago a word is."""

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # ------------------------------------------------------------------ beginning and end
    "title": ("Interview: {name}", "Interview: {name}"),
    "begin": (
        "Nog {count} vragen van {total}. Elk antwoord wordt meteen bewaard in {file}; stoppen kan altijd, en verder gaan ook.",
        "{count} questions of {total} to go. Each answer is kept at once in {file}; you can stop at any time, and go on later.",
    ),
    "commands": (
        "Typ ? voor hulp, ‘overslaan’ als u het niet weet, ‘stop’ om te stoppen.",
        "Type ? for help, ‘skip’ where you do not know, ‘quit’ to stop.",
    ),
    "nothing open": ("Er staan geen vragen open.", "No questions are open."),
    "finished": ("Alle vragen zijn gesteld.", "Every question was asked."),
    "left": ("Gestopt.", "Stopped."),
    "count": (
        "{given} beantwoord, nog open: {open}.",
        "{given} answered, still open: {open}.",
    ),
    "kept": ("De antwoorden staan in {file}.", "The answers are in {file}."),
    "nothing kept": ("Er is niets bewaard.", "Nothing was kept."),
    "nothing more kept": (
        "Er is niets bijgekomen; de eerdere antwoorden staan in {file}.",
        "Nothing was added; the earlier answers are in {file}.",
    ),
    "assess": ("Beoordeel ermee:", "Assess with them:"),
    "go on": ("Ga later verder:", "Go on later:"),
    # ------------------------------------------------------------------ a question
    "place": ("Vraag {at} van {count}", "Question {at} of {count}"),
    "whole": ("de hele organisatie", "the whole organisation"),
    "about": ("over", "about"),
    "why": ("waarom", "why"),
    "counts": ("bewijs", "evidence"),
    "where": ("in de tekst", "in the text"),
    "speaker": ("wie het zegt", "who says it"),
    "clauses": ("norm", "standard"),
    "checkpoint": ("checkpunt", "checkpoint"),
    "scale": ("voldoet", "conforms"),
    "conforms from": ("vanaf {share} %", "from {share} %"),
    "leaders": ("let op", "note"),
    "about leaders": (
        "Wat leiders hier over zichzelf zeggen, is geen bewijs; noem dus wie het zegt, zoals die beschreven is.",
        "What leaders say here about themselves is no proof; so name who says it, as they are described.",
    ),
    "recurring": (
        "Bewezen is het pas met bewijs van ten minste twee dagen.",
        "It is proven only with evidence of two days at least.",
    ),
    "answered": ("uw antwoord", "your answer"),
    "keep": (
        "{answer}; Enter laat het zo, een nieuw antwoord komt ervoor in de plaats",
        "{answer}; Enter leaves it so, a new answer replaces it",
    ),
    "number": ("een getal van 0 tot {most}", "a number from 0 to {most}"),
    # ------------------------------------------------------------------ what is asked of an answer
    "ask value": ("antwoord", "answer"),
    "ask reason": ("waarom geldt dit niet", "why does this not apply"),
    "ask basis": ("hoe zeker", "how sure"),
    "ask evidence": ("bewijs", "evidence"),
    "ask piece": ("wat is het", "what is it"),
    "ask dated": ("van welke dag", "of which day"),
    "ask where": ("waar is het te vinden", "where is it to be found"),
    "ask by": ("wie zegt dit", "who says so"),
    "ask by known": ("wie zegt dit [{by}]", "who says so [{by}]"),
    "how sure": ("Hoe zeker bent u hiervan? Het berust op:", "How sure are you? It rests on:"),
    "certain": ("met bewijs is dit zeker:", "with evidence this is certain:"),
    "never certain": ("dit is een mening, en nooit bewezen:", "this is an opinion, and never proven:"),
    "which evidence": (
        "Welk bewijs is er? Noem een nummer of id, of typ ‘nieuw’; Enter: geen (meer).",
        "Which evidence is there? Name a number or id, or type ‘new’; Enter: none (more).",
    ),
    "named": ("genoemd", "named"),
    # ------------------------------------------------------------------ what is said to it
    "noted": ("Bewaard.", "Kept."),
    "skipped": ("Overgeslagen; deze vraag blijft open.", "Skipped; this question stays open."),
    "first": ("Dit is de eerste vraag.", "This is the first question."),
    "undone": ("Het laatste antwoord is teruggenomen.", "The last answer was taken back."),
    "nothing to undo": (
        "Er is nog geen antwoord om terug te nemen.",
        "There is no answer yet to take back.",
    ),
    "choose": (
        "Kies een antwoord, of typ ‘overslaan’ als u het niet weet.",
        "Choose an answer, or type ‘skip’ where you do not know.",
    ),
    "not one of": ("‘{text}’ staat er niet bij.", "‘{text}’ is not one of these."),
    "did you mean": (
        "‘{text}’ staat er niet bij; bedoelt u ‘{near}’?",
        "‘{text}’ is not one of these; did you mean ‘{near}’?",
    ),
    "not text": (
        "Daar zit een teken in dat geen tekst is; typ het zonder.",
        "A character of that is no text; type it without.",
    ),
    "reason needed": ("Zonder reden telt dit niet; geef er een.", "This needs its reason; give one."),
    "no basis": (
        "Zonder grondslag kan dit niet bewezen worden.",
        "Without what it rests on this cannot be proven.",
    ),
    "no evidence": (
        "Zonder bewijs is het gesteld, en niet bewezen.",
        "Without evidence it is claimed, and not proven.",
    ),
    "not about": (
        "{id} gaat niet hierover: het telt pas als in het bestand van de organisatie ‘{subject}’ bij zijn ‘about’ staat.",
        "{id} is not about this: it counts only when its ‘about’, in the organisation's file, has ‘{subject}’.",
    ),
    "no date": (
        "‘{text}’ is geen datum; typ die als 1-11-2026, of ‘vandaag’.",
        "‘{text}’ is no date; type it as 2026-11-01, or ‘today’.",
    ),
    "undated": ("Zonder datum telt het niet als bewijs.", "Without a date it does not count as evidence."),
    "later": (
        "Het is van na vandaag, en telt nog niet als bewijs.",
        "It is of after today, and does not count as evidence yet.",
    ),
    "prefix": ("B", "E"),
    # ------------------------------------------------------------------ help
    "help answer": (
        "Kies een antwoord met zijn nummer of woord.",
        "Choose an answer by its number or word.",
    ),
    "help more": ("meer", "more"),
    "help more says": (
        "meer over de vraag: waar zij vandaan komt, en welke norm hetzelfde vraagt",
        "more about the question: where it comes from, and which standard asks the same",
    ),
    "help skip": ("overslaan", "skip"),
    "help skip says": (
        "naar de volgende vraag; onbekend is geen ja en geen nee",
        "to the next question; unknown is neither yes nor no",
    ),
    "help back": ("terug", "back"),
    "help back says": (
        "terug naar het begin van deze vraag, en dan naar de vorige",
        "back to the beginning of this question, and then to the one before",
    ),
    "help undo": ("ongedaan", "undo"),
    "help undo says": ("neem het laatste antwoord terug", "take back the last answer"),
    "help quit": ("stop", "quit"),
    "help quit says": (
        "stop; wat beantwoord is, is bewaard (Ctrl-C en Ctrl-D doen hetzelfde)",
        "stop; what was answered is kept (Ctrl-C and Ctrl-D do the same)",
    ),
    "help quotes": (
        'Een tekst die ook een opdracht is, typt u tussen aanhalingstekens: "stop".',
        'A text that is a command too is typed between quotes: "stop".',
    ),
}

PLAINLY: Final[Mapping[str, tuple[str, str]]] = {
    "contract": ("het is afgesproken en getekend", "it was agreed and signed"),
    "document": ("het staat op papier", "it stands on paper"),
    "record": ("het is vastgelegd of gemeten", "it was recorded or measured"),
    "observation": ("iemand heeft het gezien", "somebody saw it"),
    "assumption": ("wij nemen het aan", "we assume it"),
    "belief": ("ik ben ervan overtuigd", "I am convinced of it"),
    "trust": ("ik vertrouw erop dat anderen het doen", "I trust that others see to it"),
    "promise": ("het is beloofd", "it was promised"),
    "experience": ("zo gaat het in mijn ervaring", "that is how I know it to go"),
    "pressure": ("dit wordt van mij verwacht", "I am expected to say so"),
}
"""What claims rest on, as one says it oneself."""


tell: Final = teller(WORDS)
"""The texts of an interview."""
