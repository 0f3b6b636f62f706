"""
A result in EARL 1.0, the W3C's language for what tests found, as JSON-LD: an assertion a verdict.

Its context stands in it, so nothing is fetched to read it. What people wrote
is only ever a literal: never a key, a name of a thing or a type. Names of
things are UUIDs that follow from what they are about, so the same assessment
gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kamassess.checklist.outline import CheckpointOutline
from kamassess.findings.finding import Finding
from kamassess.model.terms import LANGUAGES, ORGANISATION, Outcome
from kamassess.report.arranging import by_verdict
from kamassess.report.naming import named
from kamassess.report.wording import message, waived
from kamassess.report.words import OUTCOMES as OUTCOME_WORDS
from kamassess.report.words import tell, word
from kamassess.result import JudgedFocus, Result

OUTCOMES: Final[Mapping[Outcome, str]] = {
    Outcome.CONFORMITY: "earl:passed",
    Outcome.NONCONFORMITY: "earl:failed",
    Outcome.UNDETERMINED: "earl:cantTell",
    Outcome.NOT_APPLICABLE: "earl:inapplicable",
}
"""Our outcomes as EARL has them."""

_CONTEXT: Final[Mapping[str, Any]] = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "result": "earl:result",
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "info": {"@id": "earl:info", "@container": "@language"},
    "title": {"@id": "dct:title", "@container": "@language"},
    "description": {"@id": "dct:description", "@container": "@language"},
    "identifier": "dct:identifier",
    "hasVersion": "dct:hasVersion",
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "date": {"@id": "dct:date", "@type": "xsd:date"},
}

_Thing = dict[str, Any]


def to_earl(result: Result) -> str:
    """
    A result as EARL, in JSON-LD.

    Args:
        result: the result.

    Returns:
        The text, one thing a line, with a line end behind the last.
    """
    things = ",\n".join(f"  {_written(one)}" for one in _things(result))
    return f'{{\n "@context": {_written(_CONTEXT)},\n "@graph": [\n{things}\n ]\n}}\n'


def _written(value: object) -> str:
    """JSON that may also stand within a page: only texts hold a '<', and there it is spelt out."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def _named(*parts: str) -> str:
    """The name of a thing, from what it is about."""
    return named(*parts).urn


def _things(result: Result) -> Iterator[_Thing]:
    version = result.run.kamassess
    assertor = _named("software", version)
    yield {
        "id": assertor,
        "type": ["earl:Assertor", "earl:Software"],
        "title": {"en": "kamassess"},
        "hasVersion": version,
    }
    yield from _tests(result)
    yield from _subjects(result)
    told = by_verdict(result)
    versions = {one.id: one.version for one in result.checklists}
    for one in result.verdicts:
        found = told.get((one.checklist, one.checkpoint, one.focus), ())
        yield _assertion(one, found, result, assertor, versions[one.checklist])


def _tests(result: Result) -> Iterator[_Thing]:
    """The checklists, their requirements, and the checkpoints of these."""
    for checklist in result.checklists:
        whole = _named("checklist", checklist.id, checklist.version)
        yield {
            "id": whole,
            "type": "dct:Standard",
            "identifier": checklist.id,
            "hasVersion": checklist.version,
            "title": _text(checklist.title),
        }
        for requirement in checklist.requirements:
            part = _named("requirement", checklist.id, checklist.version, requirement.id)
            yield {
                "id": part,
                "type": "earl:TestRequirement",
                "identifier": f"{checklist.id}/{requirement.id}",
                "title": _text(requirement.title),
                "isPartOf": whole,
            }
            for one in requirement.checkpoints:
                asked = {} if one.ask is None else {"description": _text(one.ask)}
                yield {
                    "id": _named("checkpoint", checklist.id, checklist.version, one.id),
                    "type": "earl:TestCase",
                    "identifier": f"{checklist.id}/{one.id}",
                    "title": _text(one.title),
                    **asked,
                    "isPartOf": part,
                }


def _subjects(result: Result) -> Iterator[_Thing]:
    """The organisation, then every other focus in the order of the verdicts."""
    organisation = result.organisation.id
    whole = _named("focus", organisation, ORGANISATION)
    yield {
        "id": whole,
        "type": "earl:TestSubject",
        "identifier": organisation,
        "title": _text(result.organisation.name),
    }
    for focus in dict.fromkeys(one.focus for one in result.verdicts):
        if focus != ORGANISATION:
            yield {
                "id": _named("focus", organisation, focus),
                "type": "earl:TestSubject",
                "identifier": focus,
                "title": {language: result.name(focus, language) for language in LANGUAGES},
                "isPartOf": whole,
            }


def _assertion(
    one: JudgedFocus, found: tuple[Finding, ...], result: Result, assertor: str, version: str
) -> _Thing:
    organisation, day = result.organisation.id, result.as_of.isoformat()
    judged: _Thing = {"type": "earl:TestResult", "outcome": OUTCOMES[one.claimed.outcome], "date": day}
    if found:
        judged["description"] = {it: [message(each, result, it) for each in found] for it in LANGUAGES}
    info = {it: list(_further(one, found, result, it)) for it in LANGUAGES}
    if any(info.values()):
        judged["info"] = info
    return {
        "id": _named("assertion", organisation, day, one.checklist, version, one.checkpoint, one.focus),
        "type": "earl:Assertion",
        "assertedBy": assertor,
        "subject": _named("focus", organisation, one.focus),
        "test": _named("checkpoint", one.checklist, version, one.checkpoint),
        "mode": _mode(result.outlines[one.checklist, one.checkpoint]),
        "result": judged,
    }


def _further(one: JudgedFocus, found: tuple[Finding, ...], result: Result, language: str) -> Iterator[str]:
    """What EARL has no word for: that less is proven than is claimed, and that a finding is accepted."""
    if one.proven.outcome is not one.claimed.outcome:
        yield f"{tell('proven', language)}: {word(OUTCOME_WORDS, one.proven.outcome, language)}"
    accepted = [each.accepted for each in found if each.accepted is not None]
    if accepted:
        yield waived(accepted[0], result, language)


def _mode(outline: CheckpointOutline) -> str:
    """What the graph decides is automatic, what somebody is asked manual, and both semi-automatic."""
    if outline.ask is None:
        return "earl:automatic"
    return "earl:manual" if outline.holds is None else "earl:semiAuto"


def _text(text: Mapping[str, str]) -> dict[str, str]:
    """A text in languages, always in the same order."""
    return {language: text[language] for language in LANGUAGES if language in text}
