"""
What pictures say, in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.report.words import teller

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "proven": ("bewezen", "proven"),
    "claimed": ("gesteld", "claimed"),
    "claimed only": ("gesteld, niet bewezen", "claimed, not proven"),
    "possible": ("mogelijk", "possible"),
    "no score": ("geen score", "no score"),
    "and more": ("en {count} meer", "and {count} more"),
    "nobody": ("niemand", "nobody"),
    "unknown": ("niet bekend", "not known"),
    "open": ("anderen mogelijk: niet alles is beschreven", "others are possible: not all is described"),
    # ---------------------------------------------------------------- intervals
    "intervals": ("Scores: bewezen, gesteld en mogelijk", "Scores: proven, claimed and possible"),
    "interval": (
        "{title}: bewezen {proven}, gesteld {claimed}, mogelijk {possible}.",
        "{title}: proven {proven}, claimed {claimed}, possible {possible}.",
    ),
    "interval without": ("{title}: geen score.", "{title}: no score."),
    "moved": (
        "Scores voor en na: bewezen, gesteld en mogelijk",
        "Scores before and after: proven, claimed and possible",
    ),
    "above and below": ("boven: {before}; onder: {after}", "above: {before}; below: {after}"),
    "before and after": ("{title}: voor {before}, na {after}.", "{title}: before {before}, after {after}."),
    # ------------------------------------------------------------------- thread
    "thread": (
        "Van visie tot eigenaar: waar de lijn breekt",
        "From vision to owner: where the thread breaks",
    ),
    "thread of": (
        "{nodes} onderdelen en {links} verbanden, van visie tot eigenaar.",
        "{nodes} nodes and {links} links, from vision to owner.",
    ),
    "whole thread": ("Nergens breekt de lijn.", "The thread breaks nowhere."),
    "breaks up": ("Leidt naar geen visie: {names}.", "Leads up to no vision: {names}."),
    "breaks down": ("Leidt naar geen eigenaar: {names}.", "Leads down to no owner: {names}."),
    "breaks perhaps": (
        "Of de lijn hier breekt, is niet bekend: {names}.",
        "Whether the thread breaks here is not known: {names}.",
    ),
    "only claimed": (
        "Gesteld en niet bewezen, in aantal verbanden: {links}.",
        "Claimed and not proven, in number of links: {links}.",
    ),
    "break": ("hier breekt de lijn", "here the thread breaks"),
    "perhaps a break": ("of zij hier breekt, is niet bekend", "whether it breaks here is not known"),
    "at its left": (
        "links: niet verder omhoog; rechts: niet verder omlaag",
        "left: no further up; right: no further down",
    ),
    # ------------------------------------------------------------------- duties
    "duties": ("Ketens en taken: wie staat in voor wat", "Chains and duties: who answers for what"),
    "owner": ("eigenaar", "owner"),
    "accountable": ("eindverantwoordelijk", "accountable"),
    "carries out": ("voert uit", "carries out"),
    "consulted": ("wordt geraadpleegd", "is consulted"),
    "A": ("E", "A"),
    "R": ("U", "R"),
    "C": ("R", "C"),
    "nobody accountable": ("niemand is eindverantwoordelijk", "nobody is accountable"),
    "duties of": (
        "Ketens: {chains}, met elk {duties} taken. Ketens met één eigenaar: {owned}.",
        "Chains: {chains}, each with {duties} duties. Chains with one owner: {owned}.",
    ),
    "duties whole": (
        "Voor elke taak is iemand eindverantwoordelijk.",
        "Somebody is accountable for each duty.",
    ),
    "duties without": (
        "{chain}: niemand is eindverantwoordelijk voor {duties}.",
        "{chain}: nobody is accountable for {duties}.",
    ),
    "no owner": ("Zonder eigenaar: {names}.", "Without an owner: {names}."),
    "several owners": ("Met meer dan één eigenaar: {names}.", "With more than one owner: {names}."),
    # ------------------------------------------------------------------- levels
    "levels": (
        "Wat niet voldoet, naar de zeven niveaus van klantgerichtheid",
        "What falls short, by the seven levels of customer orientation",
    ),
    "major": ("kritiek", "major"),
    "minor": ("niet-kritiek", "minor"),
    "level": (
        "{level}: {major} kritiek, {minor} niet-kritiek, gewicht {weight}.",
        "{level}: {major} major, {minor} minor, weight {weight}.",
    ),
    "weight": ("gewicht {weight}", "weight {weight}"),
    "heaviest": ("zwaarst", "heaviest"),
    "the heaviest": ("Het zwaarst weegt {level}.", "The heaviest is {level}."),
    # ------------------------------------------------------------------- effort
    "effort": ("Inspanning: harde tegenover menselijke kant", "Effort: the hard against the human side"),
    "hard": ("harde kant (context)", "hard side (context)"),
    "human": ("menselijke kant", "human side"),
    "unplaced": ("niveau niet bekend", "level not known"),
    "money": ("geld", "money"),
    "hours": ("uren", "hours"),
    "euros": ("€ {number}", "€ {number}"),
    "so many hours": ("{number} uur", "{number} hours"),
    "effort of": (
        "{sort}: harde kant {hard}, menselijke kant {human}{unplaced}.",
        "{sort}: hard side {hard}, human side {human}{unplaced}.",
    ),
    "effort unplaced": (", niveau niet bekend {number}", ", level not known {number}"),
    "effort unknown": (
        "Van {count} interventies is niet bekend wat zij kosten.",
        "Of {count} interventions it is not known what they take.",
    ),
    "in all": ("samen", "in all"),
    # ---------------------------------------------------------------- handovers
    "handovers": ("Overdrachten in de keten: {chain}", "Handovers in the chain: {chain}"),
    "course": ("{steps}. {total}", "{steps}. {total}"),
    "total": ("Het werk wordt {count} keer overgedragen.", "The work changes hands {count} times."),
    "total once": ("Het werk wordt 1 keer overgedragen.", "The work changes hands once."),
    "total between": (
        "Het werk wordt {low} tot {high} keer overgedragen.",
        "The work changes hands {low} to {high} times.",
    ),
    "total from": (
        "Het werk wordt minstens {low} keer overgedragen.",
        "The work changes hands at least {low} times.",
    ),
    "total unknown": (
        "Hoe vaak het werk wordt overgedragen, is niet bekend.",
        "How often the work changes hands is not known.",
    ),
    "handover none": ("in dezelfde handen", "in the same hands"),
    "handover internal": ("overdracht binnen de eenheid", "handover inside the unit"),
    "handover external": ("overdracht over een grens heen", "handover across a boundary"),
    "handover unplaced": ("overdracht, waarheen is niet bekend", "handover, whereto is not known"),
    "handover unknown": (
        "of het wordt overgedragen, is niet bekend",
        "whether it changes hands is not known",
    ),
    "then": ("{step} ({who}){between}", "{step} ({who}){between}"),
}


tell: Final = teller(WORDS)
"""The texts of pictures."""


def listed(names: tuple[str, ...], language: str, most: int = 12) -> str:
    """
    Names one after another; of very many the first.

    Args:
        names: the names.
        language: ``nl`` or ``en``.
        most: how many are told.

    Returns:
        The text.

    Example:
        >>> listed(("a", "b", "c"), "en", most=2)
        'a, b, and 1 more'
    """
    told = names[:most]
    if len(names) > most:
        told = (*told, tell("and more", language, count=len(names) - most))
    return ", ".join(told)
