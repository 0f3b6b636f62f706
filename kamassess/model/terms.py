"""
Words of the norm that every floor uses, one for each thing.

The Dutch words beside them are those of the glossary (``docs/glossary.md``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, Literal

from kamassess.errors import InvalidCall

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")


def spoken(language: str) -> Language:
    """
    A language that kamassess speaks.

    Args:
        language: ``nl`` or ``en``.

    Returns:
        The same.

    Raises:
        InvalidCall: it is another.

    Example:
        >>> spoken("nl")
        'nl'
    """
    for one in LANGUAGES:
        if one == language:
            return one
    raise InvalidCall(f"there is no language {language!r}; there are {' and '.join(LANGUAGES)}")


Text = dict[str, str]
"""A text in languages: ``{"nl": ..., "en": ...}``, with at least one of them."""


class Outcome(StrEnum):
    """What can be said of a checkpoint at a focus (oordeel)."""

    CONFORMITY = "conformity"
    NONCONFORMITY = "nonconformity"
    NOT_APPLICABLE = "not-applicable"
    UNDETERMINED = "undetermined"


class Reading(StrEnum):
    """Which claims are taken at their word: all of them, or only the certain ones (lezing)."""

    CLAIMED = "claimed"
    PROVEN = "proven"


class Basis(StrEnum):
    """What a claim rests on (grondslag): the answer to 'how sure are you?'."""

    CONTRACT = "contract"
    DOCUMENT = "document"
    RECORD = "record"
    OBSERVATION = "observation"
    ASSUMPTION = "assumption"
    BELIEF = "belief"
    TRUST = "trust"
    PROMISE = "promise"
    EXPERIENCE = "experience"
    PRESSURE = "pressure"

    @property
    def can_be_certain(self) -> bool:
        """Whether evidence can make a claim on this basis certain."""
        return self in CERTAIN_BASES


CERTAIN_BASES: Final = frozenset({Basis.CONTRACT, Basis.DOCUMENT, Basis.RECORD, Basis.OBSERVATION})


class Role(StrEnum):
    """How the source text words what it asks (rol): what not holding means follows from it."""

    REQUIREMENT = "requirement"
    SIGN = "sign"
    CLOSED_SIGN = "closed-sign"
    RULE = "rule"
    DEFINITION = "definition"
    ADVICE = "advice"
    WISH = "wish"


OBSERVING_ROLES: Final = frozenset({Role.SIGN, Role.ADVICE, Role.WISH})
"""Roles whose failing is never more than an observation and that have no part in a score."""

UNSCORED_ROLES: Final = OBSERVING_ROLES | {Role.CLOSED_SIGN}


class Grade(StrEnum):
    """How heavy a nonconformity is if it is so (ISO/IEC 17021-1:2015, 3.12 and 3.13)."""

    MAJOR = "major"
    MINOR = "minor"


class FindingKind(StrEnum):
    """What is told about a verdict (bevinding)."""

    GAP = "gap"
    MISSING_OWNERSHIP = "missing-ownership"
    UNPROVEN = "unproven"
    UNANSWERED = "unanswered"
    CONTRADICTION = "contradiction"
    OBSERVATION = "observation"


NONCONFORMITIES: Final = (FindingKind.MISSING_OWNERSHIP, FindingKind.GAP)
"""Kinds of findings that say that something is not so, those that are told first first."""


class OwnershipReason(StrEnum):
    """Why ownership is missing."""

    NOBODY = "nobody"
    VACANT_ROLE = "vacant-role"
    SEVERAL = "several"
    NOT_ENTITLED = "not-entitled"
    OTHER = "other"


class Level(StrEnum):
    """The seven levels of customer orientation, from the top down (zeven niveaus, Pol)."""

    MISSION = "mission"
    IDENTITY = "identity"
    VALUES = "values"
    COMPETENCES = "competences"
    SKILLS = "skills"
    BEHAVIOUR = "behaviour"
    CONTEXT = "context"


ORGANISATION: Final = "organisation"
"""The focus of a checkpoint that asks about the organisation as a whole."""
