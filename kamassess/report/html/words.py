"""
What only a page says: its parts, its filters and its switches, in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.report.words import teller

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # ------------------------------------------------------------------ the page
    "skip": ("Naar de inhoud", "Skip to the content"),
    "contents": ("Inhoud", "Contents"),
    "dark": ("Donker", "Dark"),
    "assessed on": ("Beoordeling op {day}", "Assessment of {day}"),
    "description": ("Beschreven {how}", "Described {how}"),
    # ------------------------------------------------------------ the first pages
    "ownership section": ("Eigenaarschap", "Ownership"),
    "missing ownership": (
        "Hier staat niet één bevoegd mens voor in. Zolang dat zo is, blijft herstel liggen. Wat één oorzaak heeft, staat er één keer; oorzaken: {count}.",
        "For these no single entitled person answers. As long as that is so, mending waits. What has one cause stands here once; causes: {count}.",
    ),
    "first section": ("Wat eerst te doen", "What to do first"),
    "in this order": (
        "In deze volgorde, na het eigenaarschap: eerst wat kritiek is en vaststaat. Wat één oorzaak heeft, staat er één keer.",
        "In this order, after ownership: first what is major and certain. What has one cause stands here once.",
    ),
    "no ownership": (
        "In deze volgorde: eerst wat kritiek is en vaststaat. Wat één oorzaak heeft, staat er één keer.",
        "In this order: first what is major and certain. What has one cause stands here once.",
    ),
    "rest": ("Ook de overige {count} oorzaken", "The other {count} causes too"),
    # --------------------------------------------------------------- requirements
    "requirements section": ("Eisen en checkpunten", "Requirements and checkpoints"),
    "what requirements say": (
        "Alles wat is beoordeeld. Klap een checkpunt open voor waarom, het bewijs, wie aan zet is en de norm.",
        "All that was judged. Unfold a checkpoint for why, the evidence, who is to act and the norm.",
    ),
    "filter": ("Zoeken en kiezen", "Search and choose"),
    "search": ("zoek in alle teksten", "search all texts"),
    "checklist": ("checklist", "checklist"),
    "kind": ("bevinding", "finding"),
    "grade": ("zwaarte", "grade"),
    "level": ("niveau", "level"),
    "owner": ("wie is aan zet", "who is to act"),
    "every": ("alle", "all"),
    "choice": ("{name} ({count})", "{name} ({count})"),
    "nobody": ("niemand", "nobody"),
    "reset": ("Wis keuze", "Clear"),
    "unfold": ("Klap alles open", "Unfold all"),
    "fold": ("Klap alles dicht", "Fold all"),
    "left": ("bevindingen: {count} van {total}; checkpunten: {checkpoints}", "findings: {count} of {total}; checkpoints: {checkpoints}"),
    "nothing left": ("Niets voldoet aan deze keuze.", "Nothing fits this choice."),
    "not judged": ("niet beoordeeld", "not judged"),
    "about": ("over dit checkpunt", "about this checkpoint"),
    # -------------------------------------------------------------------- the rest
    "handovers section": ("Overdrachten in de ketens", "Handovers in the chains"),
    "fit": ("Heel het beeld", "Fit to the page"),
    "as text": ("Dit beeld als tekst", "This picture as text"),
    "report section": ("Over deze beoordeling", "About this assessment"),
}  # fmt: skip
"""Every text of a page that no other report has: Dutch, English."""


tell: Final = teller(WORDS)
"""The texts of a page."""
