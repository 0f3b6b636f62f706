"""
What a workbook of results says beside what every report says, in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.report.words import teller

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    # ---------------------------------------------------------------- the sheets
    "summary": ("Samenvatting", "Summary"),
    "findings": ("Bevindingen", "Findings"),
    "verdicts": ("Oordelen", "Verdicts"),
    "scores": ("Scores", "Scores"),
    "duties": ("Taken", "Duties"),
    "changes": ("Wat is anders", "Changes"),
    "findings note": (
        "De zwaarste eerst. Filter in de kop op soort, ernst of wie het moet doen.",
        "The heaviest first. Filter in the heads by kind, grade or who is to act.",
    ),
    "verdicts note": (
        "Elk checkpunt bij alles waarover het gaat; de waarde loopt van 0 tot 1.",
        "Each checkpoint at all that it is about; its value runs from 0 to 1.",
    ),
    "scores note": (
        "Ten minste bewezen, ten minste als elke bewering klopt, en ten hoogste.",
        "At least as proven, at least if every claim is right, and at most.",
    ),
    "duties note": (
        "{a}: eindverantwoordelijk, {r}: voert uit, {c}: wordt geraadpleegd. Wat gesteld is en niet bewezen staat tussen haakjes.",
        "{a}: accountable, {r}: carries out, {c}: is consulted. What is claimed and not proven stands between brackets.",
    ),
    "printed note": (
        "{note} Kolommen vanaf ‘{first}’ staan alleen in het werkblad, niet op papier.",
        "{note} Columns from ‘{first}’ on are in the sheet alone, not on paper.",
    ),
    "changes note": (
        "Elke bevinding van beide beoordelingen één keer.",
        "Each finding of either assessment once.",
    ),
    # ----------------------------------------------------------------- the heads
    "checklist": ("checklist", "checklist"),
    "requirement": ("eis", "requirement"),
    "checkpoint": ("checkpunt", "checkpoint"),
    "what": ("wat moet gelden", "what must hold"),
    "focus_name": ("waarover", "about"),
    "kind": ("soort", "kind"),
    "grade": ("ernst", "grade"),
    "certain": ("staat vast", "certain"),
    "reason": ("nader", "in particular"),
    "message": ("bevinding", "finding"),
    "why": ("waarom", "why"),
    "repair": ("wat te doen", "what to do"),
    "act": ("wie", "who"),
    "evidence": ("bewijs", "evidence"),
    "clauses": ("norm", "clause"),
    "orientation": ("niveau", "level"),
    "accepted": ("aanvaard", "accepted"),
    "id": ("kenmerk", "id"),
    "claimed": ("gesteld", "claimed"),
    "proven": ("bewezen", "proven"),
    "claimed_low": ("gesteld, laagste", "claimed, lowest"),
    "claimed_high": ("gesteld, hoogste", "claimed, highest"),
    "proven_low": ("bewezen, laagste", "proven, lowest"),
    "proven_high": ("bewezen, hoogste", "proven, highest"),
    "answers": ("antwoorden", "answers"),
    "open": ("ook voor wat niet beschreven is", "of what is not described too"),
    "score": ("score van", "score of"),
    "possible": ("mogelijk", "possible"),
    "maximum": ("hoogste", "highest"),
    "interval": ("van … tot", "from … to"),
    "policy": ("formule", "formula"),
    "chain": ("keten", "chain"),
    "owners": ("eigenaar", "owner"),
    "how": ("hoe", "how"),
    "how_certain": ("zekerheid", "certainty"),
    "before": ("vóór", "before"),
    "origins": ("komt door", "comes from"),
    "proven_before": ("bewezen, vóór", "proven, before"),
    "proven_after": ("bewezen, na", "proven, after"),
    "claimed_before": ("gesteld, vóór", "claimed, before"),
    "claimed_after": ("gesteld, na", "claimed, after"),
    "possible_before": ("mogelijk, vóór", "possible, before"),
    "possible_after": ("mogelijk, na", "possible, after"),
    "comparable": ("vergelijkbaar", "comparable"),
    # ----------------------------------------------------------------- the words
    "yes": ("ja", "yes"),
    "no": ("nee", "no"),
    "new": ("nieuw", "new"),
    "still": ("nog open", "still open"),
    "solved": ("opgelost", "solved"),
    "worse": ("erger gebleken", "turned out worse"),
    "unknown": ("niet meer bekend", "not known any more"),
    "gone": ("vervallen", "gone"),
    "nobody": ("niemand", "nobody"),
    "not known": ("niet bekend", "not known"),
}
"""Every text of such a workbook, in Dutch and English."""


tell: Final = teller(WORDS)
"""The texts of a workbook of results."""
