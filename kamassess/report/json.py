"""
A result as JSON: what is saved, compared and hashed, in the published form ``kamassess-assessment/1``.

Numbers are JSON numbers, days are ISO dates, and what is not there is null.
Lists keep the order of the checklists; where an order says nothing, names are
sorted. So the same assessment gives the same bytes, whatever engine decided.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline
from kamassess.checklist.policy_reading import policy_data
from kamassess.engine.verdict import Possible, Range
from kamassess.findings.diagnosis import Diagnosis
from kamassess.findings.finding import AnotherFact, Atom, Expected, Finding
from kamassess.model.organisation import Answer, Claim, Waiver, canonical_sha256
from kamassess.model.terms import LANGUAGES, Text
from kamassess.report.charts import chart_data
from kamassess.report.numbers import plain_number
from kamassess.result import (
    JudgedFocus,
    Result,
    Run,
    Said,
    Subject,
)
from kamassess.scoring.score import Score

FORMAT: Final = "kamassess-assessment/1"


def to_json(result: Result) -> str:
    """
    Write a result as JSON.

    Args:
        result: the result.

    Returns:
        The text, one verdict, finding or score a line, with a line end behind the last.
    """
    return written(to_data(result))


def written(data: Mapping[str, Any]) -> str:
    """
    Write data as JSON, the objects of its lists one a line.

    Args:
        data: what JSON has, by key.

    Returns:
        The text, with a line end behind the last.
    """
    entries = (f" {json.dumps(key)}: {_entry(value)}" for key, value in data.items())
    return "{\n" + ",\n".join(entries) + "\n}\n"


def _entry(value: object) -> str:
    """A list of objects one a line, so that two assessments can be compared line by line."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(f"  {_written(one)}" for one in value) + "\n ]"
    return _written(value)


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def to_data(result: Result) -> dict[str, Any]:
    """
    A result as what JSON has.

    Args:
        result: the result.

    Returns:
        Dictionaries, lists, texts, numbers, flags and ``None``. Everything but ``run`` is the assessment.
    """
    return {
        "format": FORMAT,
        "organisation": _organisation(result.organisation),
        "checklists": [_checklist(one) for one in result.checklists],
        "parameters": {name: _plain(value) for name, value in sorted(result.parameters.items())},
        "as_of": result.as_of.isoformat(),
        "verdicts": [_verdict(one) for one in result.verdicts],
        "findings": [finding_data(one) for one in result.findings],
        "scores": [score_data(one) for one in result.scores],
        "diagnoses": [_diagnosis(one) for one in result.diagnoses],
        "chart": chart_data(result.chart),
        "names": {focus: _text(name) for focus, name in sorted(result.names.items())},
        "run": _run(result.run),
    }


def sha256(result: Result) -> str:
    """
    The hash of an assessment: of everything but how it came about.

    Args:
        result: the result.

    Returns:
        The SHA-256 of its canonical JSON (RFC 8785), in 64 hexadecimal digits.
    """
    data = to_data(result)
    del data["run"]
    return canonical_sha256(data)


# -------------------------------------------------------------------- the parts
def _organisation(subject: Subject) -> dict[str, Any]:
    described = subject.described
    return {
        "id": subject.id,
        "name": _text(subject.name),
        "sha256": subject.sha256,
        "described": {"by": described.by, "on": _plain(described.on), "basis": _plain(described.basis)},
        "not_described": list(subject.not_described),
    }


def _checklist(checklist: ChecklistOutline) -> dict[str, Any]:
    source = checklist.source
    return {
        "id": checklist.id,
        "version": checklist.version,
        "sha256": checklist.sha256,
        "title": _text(checklist.title),
        "source": {
            "title": source.title,
            "author": source.author,
            "language": source.language,
            "edition": source.edition,
        },
        "scoring": policy_data(checklist.policy),
        "parameters": {name: _text(title) for name, title in sorted(checklist.parameters.items())},
        "requirements": [
            {
                "id": one.id,
                "title": _text(one.title),
                "weight": one.weight,
                "level": one.level,
                "group": one.group,
                "gate": None
                if one.gate is None
                else {"checkpoint": one.gate.checkpoint, "caps": one.gate.caps},
                "checkpoints": [_checkpoint(it) for it in one.checkpoints],
            }
            for one in checklist.requirements
        ],
    }


def _checkpoint(one: CheckpointOutline) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": _text(one.title),
        "role": _plain(one.role),
        "grade": _plain(one.grade),
        "scored": one.scored,
        "each": one.each,
        "ask": _text(one.ask),
        "applies": one.applies,
        "holds": one.holds,
        "guidance": _text(one.guidance),
        "why": _text(one.why),
        "where": _text(one.where),
        "speaker": one.speaker,
        "clauses": [
            {"norm": it.norm, "edition": it.edition, "clause": it.clause, "more": _text(it.more)}
            for it in one.clauses
        ],
        "shows": list(one.shows),
        "sign_group": one.sign_group,
        "told_first": one.told_first,
        "weight": one.weight,
        "level": one.level,
        "must": one.must,
        "shares": [plain_number(it) for it in one.shares],
        "conforms_from": plain_number(one.conforms_from),
        "scale": one.scale,
    }


def _verdict(one: JudgedFocus) -> dict[str, Any]:
    return {
        "checklist": one.checklist,
        "requirement": one.requirement,
        "checkpoint": one.checkpoint,
        "focus": one.focus,
        "claimed": _plain(one.claimed.outcome),
        "proven": _plain(one.proven.outcome),
        "possible": {"claimed": _plain(one.claimed.outcomes), "proven": _plain(one.proven.outcomes)},
        "value": {"claimed": _range(one.claimed), "proven": _range(one.proven)},
        "because": _atoms(one.because),
        "evidence": list(one.evidence),
        "orientation": _plain(one.orientation),
        "answers": [_said(it) for it in one.answers],
        "open": one.open,
    }


def _range(possible: Possible) -> list[int | float] | None:
    value: Range | None = possible.value
    return None if value is None else [plain_number(end) for end in value]


def _said(said: Said) -> dict[str, Any]:
    return {"value": said.value, "reason": _text(said.reason), **_claim(said.claim)}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "basis": _plain(claim.basis),
        "evidence": list(claim.evidence),
        "by": claim.by,
        "on": _plain(claim.on),
    }


def _atoms(atoms: Iterable[Atom]) -> list[dict[str, Any]]:
    return [
        {
            "focus": one.focus,
            "fact": one.fact,
            "operator": one.operator,
            "expected": _expected(one.expected),
            "found": {"claimed": _plain(one.claimed), "proven": _plain(one.proven)},
        }
        for one in atoms
    ]


def _expected(expected: Expected) -> Any:
    return {"fact": expected.name} if isinstance(expected, AnotherFact) else _plain(expected)


def finding_data(one: Finding) -> dict[str, Any]:
    """A finding as what JSON has."""
    return {
        "id": one.id,
        "kind": _plain(one.kind),
        "reason": _plain(one.reason),
        "grade": _plain(one.grade),
        "certain": one.certain,
        "checklist": one.checklist,
        "requirement": one.requirement,
        "checkpoint": one.checkpoint,
        "focus": one.focus,
        "message": _text(one.message),
        "repair": _text(one.repair),
        "act": [{"person": it.person, "via": list(it.via)} for it in one.act],
        "orientation": _plain(one.orientation),
        "because": _atoms(one.because),
        "evidence": list(one.evidence),
        "cause": one.cause,
        "accepted": None if one.accepted is None else _waiver(one.accepted),
    }


def _waiver(one: Waiver) -> dict[str, Any]:
    return {
        "checkpoint": one.checkpoint,
        "focus": one.focus,
        "reason": _text(one.reason),
        "owner": one.owner,
        "until": one.until.isoformat(),
        "on": _plain(one.on),
    }


def score_data(one: Score) -> dict[str, Any]:
    """A score as what JSON has."""
    return {
        "checklist": one.checklist,
        "requirement": one.requirement,
        "policy": one.policy,
        "scale": one.scale,
        "maximum": one.maximum,
        "proven": _plain(one.proven),
        "claimed": _plain(one.claimed),
        "possible": _plain(one.possible),
        "rung": one.rung,
        "may_be_empty": one.may_be_empty,
        "published": _plain(one.published),
        "out_of": one.out_of,
        "refused": one.refused,
    }


def _diagnosis(one: Diagnosis) -> dict[str, Any]:
    return {
        "checklist": one.checklist,
        "strict": one.strict,
        "levels": [
            {
                "level": _plain(it.level),
                "major": it.major,
                "minor": it.minor,
                "weight": it.weight,
                "certain": it.certain,
            }
            for it in one.levels
        ],
        "heaviest": _plain(one.heaviest),
        "repairs": list(one.repairs),
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "kamassess": run.kamassess,
        "engines": [{"name": one.name, "version": one.version} for one in run.engines],
        "judged": run.judged,
        "handed_back": dict(sorted(run.handed_back.items())),
        "differences": [],  # there never are: an assessment in which engines differ has no result
        "unused": [_answer(one) for one in run.unused],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "checkpoint": answer.checkpoint,
        "focus": answer.focus,
        **_said(Said(answer.value, answer.claim, answer.reason)),
    }


# ------------------------------------------------------------------- the values
def _text(text: Mapping[str, str] | None) -> Text | None:
    """A text in languages, always in the same order."""
    return None if text is None else {one: text[one] for one in LANGUAGES if one in text}


def _plain(value: Any) -> Any:
    """A value as JSON has it; an interval is its two ends, the upper one null where it has none."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, str):
        return str(value)  # a word of a list is a text like any other
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, Decimal):
        return float(value)  # 1.0, a share or an amount, is told as another thing than 1, a count
    if isinstance(value, int | Fraction):
        return plain_number(value)
    return value.isoformat()
