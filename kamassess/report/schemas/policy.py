"""
The schema of a scoring policy, in a file, in a checklist or in a saved assessment.
"""

from __future__ import annotations

from typing import Final

from kamassess.checklist.policy import Credit, Unanswered, Without
from kamassess.checklist.policy_reading import PARTS, SCALES
from kamassess.report.schemas.shapes import ID, LOCALISED, TEXT, Schema, listed, mapping, several

_NUMBER: Final[Schema] = {
    "anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+/[0-9]+$"}]
}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}

# A part is a word, or an object with its own keys; a part inside another is not looked into here.
_PART: Final[Schema] = {"type": ["string", "object"]}


def policy() -> Schema:
    """
    The schema of a scoring policy.

    Returns:
        The schema.
    """
    stage = mapping(
        {
            "part": {"enum": list(PARTS)},
            "scale": {"enum": list(SCALES)},
            "times": {"type": "integer", "minimum": 1},
            "maximum": {"type": "integer", "minimum": 1},
            **_keys(),
        },
        ["part"],
        "How what lies below becomes a score.",
    )
    band = mapping({"title": LOCALISED, "above": _NUMBER, "up_to": _NUMBER}, ["title", "up_to"])
    return mapping(
        {
            "id": ID,
            "title": LOCALISED,
            "source": TEXT,
            "hides": LOCALISED,
            "confirmed": {"type": "boolean"},
            "credit": {"enum": [one.value for one in Credit]},
            "unanswered": {"enum": [one.value for one in Unanswered]},
            "without": {"enum": [one.value for one in Without]},
            "empty": _NUMBER,
            "weights": _COUNT,
            "scales": several(TEXT),
            "checkpoint": _PART,
            "requirement": stage,
            "checklist": stage,
            "flat": {"type": "boolean"},
            "bands": listed(band),
        },
        ["id", "title", "source", "hides", "requirement", "checklist"],
        "How values become a score.",
    )


def _keys() -> dict[str, Schema]:
    """The keys of all parts."""
    rung = mapping({"title": LOCALISED, "at_least": _NUMBER, "groups": several(TEXT)}, ["title", "at_least"])
    step = mapping({"up_to": _NUMBER, "gives": _NUMBER}, ["up_to", "gives"])
    return {
        "weighted": {"type": "boolean"},
        "more_than": _NUMBER,
        "start": {"type": "integer"},
        "top": {"type": "integer", "minimum": 1},
        "own": _NUMBER,
        "below": _NUMBER,
        "within": _PART,
        "over": _PART,
        "some": _NUMBER,
        "of": _PART,
        "share": _NUMBER,
        "rungs": listed(rung),
        "steps": listed(step),
    }
