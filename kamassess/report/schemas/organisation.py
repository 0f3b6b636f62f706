"""
The schema of an organisation's file, made from the vocabulary.
"""

from __future__ import annotations

from kamassess.model.kind import Attribute, Kind, Relation, Type, Vocabulary
from kamassess.model.terms import CERTAIN_BASES
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report.schemas.shapes import DATE, ID, LOCALISED, TEXT, Schema, claim, listed, mapping, several


def organisation(vocabulary: Vocabulary = VOCABULARY) -> Schema:
    """
    The schema of an organisation's file.

    Args:
        vocabulary: the kinds and what can be written of each.

    Returns:
        The schema.
    """
    return mapping(
        {
            "$schema": TEXT,
            "format": TEXT,
            "id": ID,
            "name": LOCALISED,
            "described": mapping(
                {key: shape for key, shape in claim().items() if key != "evidence"},
                description="Who describes it, when, and what that rests on.",
            ),
            "not_described": {
                "description": "The parts that are left open: a kind, kind.relation or kind:id.relation.",
                **several(TEXT),
            },
            "nodes": mapping({kind.name: listed(_node(kind)) for kind in vocabulary.kinds}),
            "evidence": listed(evidence()),
            "answers": listed(answer()),
            "waivers": listed(waiver()),
        },
        ["id"],
        "An organisation as it describes itself.",
    )


def _node(kind: Kind) -> Schema:
    own = {key: f"described_{key}" for key in claim() if key in kind.written}
    properties: Schema = {"id": ID, "name": LOCALISED, **claim(own)}
    for attribute in kind.attributes:
        properties[attribute.name] = _attribute(attribute)
    for relation in kind.relations:
        properties[relation.name] = _relation(relation)
    needed = [one.name for one in kind.attributes if one.required]
    return mapping(properties, ["id", *needed], f"{kind.en} ({kind.nl})")


def _attribute(attribute: Attribute) -> Schema:
    value = _value(attribute)
    told = mapping({"value": value, **claim()}, ["value"])
    return {"description": f"{attribute.en} ({attribute.nl})", "anyOf": [value, told]}


def _value(attribute: Attribute) -> Schema:
    if attribute.words:
        return {"enum": list(attribute.words)}
    if attribute.type is Type.BOOL:
        return {"type": "boolean"}
    if attribute.type is Type.DATE:
        return DATE
    if attribute.type in (Type.INT, Type.DECIMAL):
        number: Schema = {"type": "integer" if attribute.type is Type.INT else "number"}
        ends = {"minimum": attribute.least, "maximum": attribute.most}
        return number | {name: end for name, end in ends.items() if end is not None}
    return {"type": ["string", "number"]}


def _relation(relation: Relation) -> Schema:
    link = {"anyOf": [TEXT, mapping({"to": TEXT, **claim()}, ["to"])]}
    targets = ", ".join(sorted(relation.targets)) or "any kind"
    described = {"description": f"{relation.en} ({relation.nl}); points at {targets}"}
    if relation.one:
        return {**described, "anyOf": [*link["anyOf"], {"type": "array", "items": link, "maxItems": 1}]}
    return {**described, "anyOf": [*link["anyOf"], {"type": "array", "items": link}]}


def evidence() -> Schema:
    """The schema of a piece of evidence."""
    return mapping(
        {
            "id": ID,
            "name": LOCALISED,
            "kind": {"enum": sorted(basis.value for basis in CERTAIN_BASES)},
            "on": DATE,
            "valid_until": DATE,
            "owner": TEXT,
            "about": several(TEXT),
            "reference": TEXT,
        },
        ["id", "kind"],
        "A verifiable record about subjects.",
    )


def answer() -> Schema:
    """The schema of an answer."""
    return mapping(
        {
            "checkpoint": TEXT,
            "focus": TEXT,
            "value": {"type": ["string", "number"]},
            "reason": LOCALISED,
            **claim(),
        },
        ["checkpoint", "value"],
        "An answer to the question of a checkpoint.",
    )


def waiver() -> Schema:
    """The schema of a waiver."""
    return mapping(
        {"checkpoint": TEXT, "focus": TEXT, "reason": LOCALISED, "owner": TEXT, "until": DATE, "on": DATE},
        ["checkpoint", "reason", "owner", "until"],
        "That a finding is accepted for a time.",
    )
