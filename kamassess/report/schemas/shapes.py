"""
Small shapes that the schemas share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kamassess.model.terms import LANGUAGES, Basis

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
ID: Schema = {"type": "string", "pattern": r"^[\w][\w.\-]*$"}
DATE: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
LOCALISED: Schema = {
    "description": "A text in languages, or one text that serves for all.",
    "oneOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {language: {"type": "string"} for language in LANGUAGES},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ],
}
BASIS: Schema = {
    "description": "What a claim rests on. The first four can be certain, with evidence.",
    "enum": [basis.value for basis in Basis],
}


def mapping(properties: Mapping[str, Any], required: Iterable[str] = (), description: str = "") -> Schema:
    """
    A mapping with known keys only.

    Args:
        properties: the schema of each value, by key.
        required: the keys that must be there.
        description: what the mapping is.

    Returns:
        The schema.

    Example:
        >>> mapping({"id": ID}, ["id"])["required"]
        ['id']
    """
    made: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    needed = list(required)
    if needed:
        made["required"] = needed
    return {"description": description, **made} if description else made


def several(one: Schema) -> Schema:
    """A list of something, or one of it."""
    return {"anyOf": [one, {"type": "array", "items": one}]}


def nullable(one: Schema) -> Schema:
    """Something, or null."""
    return {"anyOf": [one, {"type": "null"}]}


def listed(one: Schema) -> Schema:
    """A list of something."""
    return {"type": "array", "items": one}


def claim(keys: Mapping[str, str] | None = None) -> Schema:
    """
    The keys by which something bears a claim.

    Args:
        keys: other names for ``on`` or ``by``, where these say something else.

    Returns:
        The schema of each value, by key.
    """
    shapes = {"basis": BASIS, "evidence": several(TEXT), "by": TEXT, "on": DATE}
    return {(keys or {}).get(key, key): shape for key, shape in shapes.items()}
