"""
The words of choices in Dutch and English; files and rules have the keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CHOICES: Final[Mapping[str, tuple[str, str]]] = {
    "assumption": ("aanname", "assumption"),
    "behaviour": ("gedrag", "behaviour"),
    "belief": ("overtuiging", "belief"),
    "between": ("tussendoor", "in between"),
    "both": ("beide", "both"),
    "certain": ("zeker", "certain"),
    "coaching": ("coaching", "coaching"),
    "competences": ("competenties", "competences"),
    "complaint": ("klacht", "complaint"),
    "compliment": ("compliment", "compliment"),
    "context": ("context", "context"),
    "contract": ("contract", "contract"),
    "cost": ("kosten", "cost"),
    "culture": ("cultuur", "culture"),
    "current": ("nu", "now"),
    "customer": ("klant", "customer"),
    "desired": ("gewenst", "wanted"),
    "employee": ("medewerker", "employee"),
    "end": ("eind", "end"),
    "experience": ("ervaring", "experience"),
    "external": ("extern", "external"),
    "feedback": ("klantfeedback", "customer feedback"),
    "flexibility": ("flexibiliteit", "flexibility"),
    "general": ("algemeen", "general"),
    "higher": ("hoger", "higher"),
    "identity": ("identiteit", "identity"),
    "internal": ("intern", "internal"),
    "kam": ("KAM", "KAM"),
    "kept": ("nagekomen", "kept"),
    "late": ("te laat", "late"),
    "lower": ("lager", "lower"),
    "mission": ("missie", "mission"),
    "neighbour": ("buur", "neighbour"),
    "not-reached": ("niet bereikt", "not reached"),
    "objection": ("bezwaar", "objection"),
    "open": ("nog open", "still open"),
    "operational": ("operationeel", "operational"),
    "order-confirmation": ("orderbevestiging", "order confirmation"),
    "other": ("anders", "other"),
    "overdue": ("verlopen", "overdue"),
    "owner": ("eigenaar", "owner"),
    "partly": ("deels", "partly"),
    "pressure": ("druk", "pressure"),
    "process": ("proces", "process"),
    "product": ("product", "product"),
    "promise": ("belofte van een ander", "promise of another"),
    "qualitative": ("kwalitatief", "qualitative"),
    "quality": ("kwaliteit", "quality"),
    "quantitative": ("kwantitatief", "quantitative"),
    "reached": ("bereikt", "reached"),
    "reaction": ("reactie", "reaction"),
    "redesign": ("herontwerp", "redesign"),
    "referrer": ("toeleider", "referrer"),
    "regulator": ("toezichthouder", "regulator"),
    "remark": ("opmerking", "remark"),
    "report": ("melding", "report"),
    "reserved-capacity": ("gereserveerde capaciteit", "reserved capacity"),
    "result": ("resultaat", "result"),
    "satisfaction": ("tevredenheid", "satisfaction"),
    "service": ("dienst", "service"),
    "signal": ("signaal", "signal"),
    "skills": ("vaardigheden", "skills"),
    "speed": ("snelheid", "speed"),
    "start": ("begin", "start"),
    "strategic": ("strategisch", "strategic"),
    "structure": ("structuur", "structure"),
    "supplier": ("leverancier", "supplier"),
    "system": ("systeem", "system"),
    "tactical": ("tactisch", "tactical"),
    "training": ("training", "training"),
    "trust": ("vertrouwen", "trust"),
    "uncertain": ("onzeker", "uncertain"),
    "values": ("waarden en overtuigingen", "values and beliefs"),
    "volume": ("volume", "volume"),
    "withdrawn": ("ingetrokken", "withdrawn"),
}
"""Dutch and English by word."""


def choice(word: str, language: str) -> str:
    """
    A word of a choice as people read it.

    Args:
        word: as files and rules have it.
        language: ``nl`` or ``en``.

    Returns:
        The word in the language.

    Example:
        >>> choice("not-reached", "nl"), choice("not-reached", "en")
        ('niet bereikt', 'not reached')
    """
    dutch, english = CHOICES.get(word, (word, word))
    return dutch if language == "nl" else english
