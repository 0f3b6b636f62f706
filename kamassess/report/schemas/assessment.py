"""
The schema of a saved assessment, ``kamassess-assessment/1``.
"""

from __future__ import annotations

from typing import Final

from kamassess.checklist.policy_reading import SCALES
from kamassess.graph.chart import Handover
from kamassess.model.terms import FindingKind, Grade, Level, Outcome, Role
from kamassess.model.vocabulary import DUTIES
from kamassess.report.json import FORMAT
from kamassess.report.schemas.policy import policy
from kamassess.report.schemas.shapes import BASIS, DATE, HASH, TEXT, Schema, listed, mapping, nullable

_NUMBER: Final[Schema] = {"type": "number"}
_TEXTS: Final[Schema] = {"type": "object", "additionalProperties": {"type": "string"}}
_OUTCOME: Final[Schema] = {"enum": [outcome.value for outcome in Outcome]}
_REMAINING: Final[Schema] = {
    "type": "array",
    "minItems": 1,
    "items": {"enum": [outcome.value for outcome in Outcome if outcome is not Outcome.UNDETERMINED]},
}
_RANGE: Final[Schema] = {
    "type": "array",
    "items": {"type": "number", "minimum": 0, "maximum": 1},
    "minItems": 2,
    "maxItems": 2,
}
_WEIGHT: Final[Schema] = {"type": "integer", "minimum": 0}
_GRADE: Final[Schema] = nullable({"enum": [grade.value for grade in Grade]})
_LEVEL: Final[Schema] = nullable({"enum": [level.value for level in Level]})
_VALUE: Final[Schema] = {"type": ["string", "number", "boolean", "array", "null"]}


def _closed(properties: Schema, description: str = "") -> Schema:
    """A mapping that has every one of its keys."""
    return mapping(properties, properties, description)


def _readings(one: Schema) -> Schema:
    return _closed({"claimed": one, "proven": one})


_EXPECTED: Final[Schema] = {"anyOf": [_VALUE, _closed({"fact": TEXT})]}
_ATOM: Final = _closed(
    {"focus": TEXT, "fact": TEXT, "operator": TEXT, "expected": _EXPECTED, "found": _readings(_VALUE)},
    "A comparison that decided a verdict.",
)
_CLAIM: Final[Schema] = {
    "basis": nullable(BASIS),
    "evidence": listed(TEXT),
    "by": nullable(TEXT),
    "on": nullable(DATE),
}
_SAID: Final = _closed(
    {"value": TEXT, "reason": nullable(_TEXTS), **_CLAIM}, "An answer, and what it rests on."
)


def assessment() -> Schema:
    """
    The schema of a saved assessment.

    Returns:
        The schema; everything but ``run`` is the assessment.
    """
    return _closed(
        {
            "format": {"const": FORMAT},
            "organisation": _organisation(),
            "checklists": listed(_checklist()),
            "parameters": {
                "type": "object",
                "additionalProperties": {"type": ["string", "number", "boolean"]},
            },
            "as_of": DATE,
            "verdicts": listed(_verdict()),
            "findings": listed(_finding()),
            "scores": listed(_score()),
            "diagnoses": listed(_diagnosis()),
            "chart": _chart(),
            "names": {"type": "object", "additionalProperties": _TEXTS},
            "run": _run(),
        },
        "What an assessment found.",
    )


def _organisation() -> Schema:
    described = _closed({"by": nullable(TEXT), "on": nullable(DATE), "basis": nullable(BASIS)})
    return _closed(
        {"id": TEXT, "name": _TEXTS, "sha256": HASH, "described": described, "not_described": listed(TEXT)}
    )


def _checklist() -> Schema:
    source = _closed({key: nullable(TEXT) for key in ("title", "author", "language", "edition")})
    gate = _closed({"checkpoint": TEXT, "caps": _NUMBER})
    requirement = _closed(
        {
            "id": TEXT,
            "title": _TEXTS,
            "weight": _WEIGHT,
            "level": nullable(_WEIGHT),
            "group": nullable(TEXT),
            "gate": nullable(gate),
            "checkpoints": listed(_checkpoint()),
        }
    )
    return _closed(
        {
            "id": TEXT,
            "version": TEXT,
            "sha256": HASH,
            "title": _TEXTS,
            "source": source,
            "scoring": policy(),
            "parameters": {"type": "object", "additionalProperties": _TEXTS},
            "requirements": listed(requirement),
        }
    )


def _checkpoint() -> Schema:
    clause = _closed({"norm": TEXT, "edition": nullable(TEXT), "clause": TEXT, "more": nullable(_TEXTS)})
    texts = {key: nullable(_TEXTS) for key in ("ask", "guidance", "why", "where")}
    words = {key: nullable(TEXT) for key in ("applies", "holds", "speaker", "sign_group")}
    return _closed(
        {
            "id": TEXT,
            "title": _TEXTS,
            "role": {"enum": [role.value for role in Role]},
            "grade": _GRADE,
            "scored": {"type": "boolean"},
            "told_first": {"type": "boolean"},
            "weight": _WEIGHT,
            "level": nullable(_WEIGHT),
            "must": {"type": "boolean"},
            "shares": listed(_NUMBER),
            "conforms_from": _NUMBER,
            "scale": nullable(TEXT),
            "each": TEXT,
            "clauses": listed(clause),
            "shows": listed(TEXT),
            **texts,
            **words,
        }
    )


def _verdict() -> Schema:
    return _closed(
        {
            "checklist": TEXT,
            "requirement": TEXT,
            "checkpoint": TEXT,
            "focus": TEXT,
            "claimed": _OUTCOME,
            "proven": _OUTCOME,
            "possible": _readings(_REMAINING),
            "value": _readings(nullable(_RANGE)),
            "because": listed(_ATOM),
            "evidence": listed(TEXT),
            "orientation": _LEVEL,
            "answers": listed(_SAID),
            "open": {"type": "boolean"},
        },
        "What remains possible of a checkpoint at a focus.",
    )


def _finding() -> Schema:
    actor = _closed({"person": TEXT, "via": listed(TEXT)})
    waiver = _closed(
        {
            "checkpoint": TEXT,
            "focus": TEXT,
            "reason": _TEXTS,
            "owner": TEXT,
            "until": DATE,
            "on": nullable(DATE),
        }
    )
    return _closed(
        {
            "id": TEXT,
            "kind": {"enum": [kind.value for kind in FindingKind]},
            "reason": nullable(TEXT),
            "grade": _GRADE,
            "certain": {"type": "boolean"},
            "checklist": TEXT,
            "requirement": TEXT,
            "checkpoint": nullable(TEXT),
            "focus": TEXT,
            "message": _TEXTS,
            "repair": _TEXTS,
            "act": listed(actor),
            "orientation": _LEVEL,
            "because": listed(_ATOM),
            "evidence": listed(TEXT),
            "cause": nullable(TEXT),
            "accepted": nullable(waiver),
        },
        "What is told about a verdict.",
    )


def _score() -> Schema:
    return _closed(
        {
            "checklist": TEXT,
            "requirement": nullable(TEXT),
            "policy": TEXT,
            "scale": {"enum": list(SCALES)},
            "maximum": _NUMBER,
            "proven": nullable(_NUMBER),
            "claimed": nullable(_NUMBER),
            "possible": nullable(_NUMBER),
            "rung": nullable({"type": "integer"}),
            "may_be_empty": {"type": "boolean"},
            "published": nullable(_NUMBER),
            "out_of": nullable(_WEIGHT),
            "refused": nullable(TEXT),
        },
        "Three numbers: proven <= claimed <= possible.",
    )


def _diagnosis() -> Schema:
    count: Schema = {"type": "integer", "minimum": 0}
    at_level = _closed(
        {
            "level": {"enum": [level.value for level in Level]},
            **dict.fromkeys(("major", "minor", "weight", "certain"), count),
        }
    )
    return _closed(
        {
            "checklist": TEXT,
            "strict": {"type": "boolean"},
            "levels": listed(at_level),
            "heaviest": _LEVEL,
            "repairs": listed(TEXT),
        },
        "The nonconformities of all checklists by level of customer orientation, for reflection.",
    )


def _chart() -> Schema:
    known = nullable({"type": "boolean"})
    flag: Schema = {"type": "boolean"}
    several = _closed({"proven": listed(TEXT), "claimed": listed(TEXT), "open": flag})
    node = _closed({"focus": TEXT, "proven": flag, "breaks": _closed({"up": known, "down": known})})
    link = _closed({"above": TEXT, "below": TEXT, "proven": flag})
    duty = dict.fromkeys(("accountable", "carries_out", "consulted"), several)
    answering = _closed({"duty": {"enum": [duty for duty, _, _ in DUTIES]}, **duty})
    duties = _closed({"chain": TEXT, "owners": several, "answering": listed(answering)})
    spent = nullable({"type": "number", "minimum": 0})
    effort = _closed({"initiative": TEXT, "level": _LEVEL, "money": spent, "hours": spent, "hard": known})
    step = _closed({"focus": TEXT, "performers": several, "units": several})
    total = nullable({"type": "array", "items": nullable(_WEIGHT), "minItems": 2, "maxItems": 2})
    handover: Schema = {"enum": [handover.value for handover in Handover]}
    course = _closed({"chain": TEXT, "steps": listed(step), "handovers": listed(handover), "total": total})
    return _closed(
        {
            "nodes": listed(node),
            "links": listed(link),
            "duties": listed(duties),
            "effort": listed(effort),
            "courses": listed(course),
        },
        "What pictures show of the graph.",
    )


def _run() -> Schema:
    engine = _closed({"name": TEXT, "version": TEXT})
    unused = _closed({"checkpoint": TEXT, "focus": TEXT, "value": TEXT, "reason": nullable(_TEXTS), **_CLAIM})
    return _closed(
        {
            "kamassess": TEXT,
            "engines": listed(engine),
            "judged": {"type": "integer"},
            "handed_back": _TEXTS,
            "differences": listed(TEXT),
            "unused": listed(unused),
        },
        "How the assessment came about; no part of what it says.",
    )
