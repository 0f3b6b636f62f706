"""
The schema of a checklist's file.
"""

from __future__ import annotations

from kamassess.checklist.scale import SCALES
from kamassess.checklist.scoring import POLICIES
from kamassess.model.kind import Vocabulary
from kamassess.model.terms import ORGANISATION, FindingKind, Grade, Level, Outcome, Role
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report.schemas.policy import policy
from kamassess.report.schemas.shapes import ID, LOCALISED, TEXT, Schema, listed, mapping, several

_WEIGHT: Schema = {"type": "integer", "minimum": 0}
_VALUE: Schema = {"type": ["string", "number", "boolean"]}


def checklist(vocabulary: Vocabulary = VOCABULARY) -> Schema:
    """
    The schema of a checklist's file.

    Args:
        vocabulary: the kinds that checkpoints can be about.

    Returns:
        The schema.
    """
    parameter = mapping(
        {
            "type": {"enum": ["int", "decimal", "bool", "text", "date"]},
            "default": _VALUE,
            "title": LOCALISED,
            "source": TEXT,
        },
        ["type", "default"],
    )
    return mapping(
        {
            "$schema": TEXT,
            "format": TEXT,
            "id": ID,
            "version": {"type": ["string", "number"]},
            "title": LOCALISED,
            "source": mapping(
                {"title": TEXT, "author": TEXT, "language": TEXT, "edition": {"type": ["string", "number"]}},
                ["title"],
            ),
            "scoring": {"anyOf": [{"enum": sorted(POLICIES)}, policy()]},
            "scales": {"type": "object", "additionalProperties": _scale()},
            "parameters": {"type": "object", "additionalProperties": parameter},
            "diagnosis": _diagnosis(),
            "requirements": listed(_requirement(vocabulary)),
        },
        ["id", "version", "title", "source", "requirements"],
        "Requirements and checkpoints that an organisation is held against.",
    )


def _scale() -> Schema:
    share = {"type": "number", "minimum": 0, "maximum": 1}
    value = mapping({"word": TEXT, "share": share, "label": LOCALISED}, ["word", "share"])
    return mapping({"values": listed(value), "conforms_from": share}, ["values", "conforms_from"])


def _diagnosis() -> Schema:
    weights = mapping({grade.value: _WEIGHT for grade in Grade}, [grade.value for grade in Grade])
    return mapping(
        {"covers": several(TEXT), "weights": weights, "strict": TEXT},
        ["weights", "strict"],
        "How the findings of all checklists are read by level of customer orientation.",
    )


def _requirement(vocabulary: Vocabulary) -> Schema:
    gate = mapping(
        {"checkpoint": TEXT, "caps": {"type": "number", "minimum": 0, "maximum": 1}}, ["checkpoint", "caps"]
    )
    return mapping(
        {
            "id": ID,
            "title": LOCALISED,
            "weight": _WEIGHT,
            "level": {"type": "integer", "minimum": 1},
            "group": TEXT,
            "systemic": mapping({"minors": {"type": "integer", "minimum": 1}}, ["minors"]),
            "gate": gate,
            "checkpoints": listed(_checkpoint(vocabulary)),
        },
        ["id", "title"],
        "A need or expectation that the norm states.",
    )


def _checkpoint(vocabulary: Vocabulary) -> Schema:
    clause = mapping(
        {
            "norm": TEXT,
            "edition": {"type": ["string", "number"]},
            "clause": {"type": ["string", "number"]},
            "more": LOCALISED,
        },
        ["norm", "clause"],
    )
    rule = {
        "description": "A rule in the language of kamassess, a part of CEL.",
        "type": "string",
        "maxLength": 2000,
    }
    found = mapping(
        {
            "id": ID,
            "title": LOCALISED,
            "role": {"enum": [role.value for role in Role]},
            "covers": several(TEXT),
            "why": LOCALISED,
            "where": LOCALISED,
            "speaker": TEXT,
            "each": {"enum": [ORGANISATION, *vocabulary.by_name]},
            "if_none": {"enum": [Outcome.NONCONFORMITY.value, Outcome.NOT_APPLICABLE.value]},
            "applies": rule,
            "holds": rule,
            "ask": LOCALISED,
            "scale": {"anyOf": [{"enum": sorted(SCALES)}, TEXT]},
            "guidance": LOCALISED,
            "about_leaders": {"type": "boolean"},
            "recurring": {"type": "boolean"},
            "told_first": {"type": "boolean"},
            "finding_kind": {
                "enum": [
                    FindingKind.GAP.value,
                    FindingKind.MISSING_OWNERSHIP.value,
                    FindingKind.OBSERVATION.value,
                    FindingKind.CONTRADICTION.value,
                ]
            },
            "grade": {"enum": [grade.value for grade in Grade]},
            "weight": _WEIGHT,
            "level": {"type": "integer", "minimum": 1},
            "must": {"type": "boolean"},
            "orientation": {"enum": [level.value for level in Level]},
            "clauses": listed(clause),
            "shows": several(TEXT),
            "sign_group": TEXT,
            "finding": LOCALISED,
            "repair": LOCALISED,
        },
        ["id", "title", "role"],
        "One decidable question about one kind of subject.",
    )
    return {**found, "anyOf": [{"required": ["ask"]}, {"required": ["holds"]}]}
