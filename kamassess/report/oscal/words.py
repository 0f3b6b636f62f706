"""
What is said in OSCAL beyond what reports say, in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.report.words import word

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "owner": ("eigenaar", "owner"),
    "acts": ("aan zet", "who must act"),
    "described": ("heeft de organisatie beschreven", "described the organisation"),
    "assessed": ("is beoordeeld", "was assessed"),
    "no status": ("hierover wordt niets gezegd", "nothing is said of this"),
    "as claimed": ("zoals opgegeven", "as claimed"),
    "as proven": ("bewezen", "as proven"),
    "as claimed only": ("zoals opgegeven; niet bewezen", "as claimed; not proven"),
    "plan": ("Waartegen is beoordeeld", "What was assessed against"),
    "no plan": (
        "Er is geen beoordelingsplan in OSCAL: de checklists zeggen wat er gevraagd wordt.",
        "There is no assessment plan in OSCAL: the checklists say what is asked.",
    ),
    "description": (
        "Elk oordeel is een ‘observation’. Wat niet bepaald of niet van toepassing is heeft geen ‘finding’.",
        "Each verdict is an observation. What is undetermined or does not apply has no finding.",
    ),
    "platform": ("kamassess", "kamassess"),
    "software": ("software die beoordeelt", "software that assesses"),
    "evidence": ("bewijs", "evidence"),
    "told": ("schiet tekort", "falls short"),
    "accepted": ("geaccepteerd", "accepted"),
}  # fmt: skip
"""Dutch and English by key."""


def say(key: str, language: str) -> str:
    """
    A text in a language.

    Args:
        key: which text.
        language: ``nl`` or ``en``.

    Returns:
        The text.

    Example:
        >>> say("owner", "nl")
        'eigenaar'
    """
    return word(WORDS, key, language)
