"""
The things that EARL knows: who asserts, what is tested and of whom, and an assertion a verdict.

What people wrote is only ever a literal: never a key, a name of a thing or a type. Names of things
are UUIDs that follow from what they are about.
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

Thing = dict[str, Any]
"""A thing, with what is said of it."""


def _named(*parts: str) -> str:
    """The name of a thing, from what it is about."""
    return named(*parts).urn


def assertion_name(one: JudgedFocus, result: Result) -> str:
    """
    The name of an assertion.

    Args:
        one: the verdict.
        result: the result that it is of.

    Returns:
        Its name: on another day, of another description, or by another checklist, it is another.
    """
    version, hashed = next((it.version, it.sha256) for it in result.checklists if it.id == one.checklist)
    subject = result.organisation
    set_to = json.dumps([[name, str(value)] for name, value in sorted(result.parameters.items())])
    assessed = (subject.id, subject.sha256, result.as_of.isoformat(), set_to, result.run.kamassess)
    return _named("assertion", *assessed, one.checklist, version, hashed, one.checkpoint, one.focus)


def things(result: Result) -> Iterator[Thing]:
    """
    All that is told of a result.

    Args:
        result: the result.

    Yields:
        The software, the tests, the subjects and the assertions, each once.
    """
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


def _tests(result: Result) -> Iterator[Thing]:
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


def _subjects(result: Result) -> Iterator[Thing]:
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
) -> Thing:
    organisation, day = result.organisation.id, result.as_of.isoformat()
    judged: Thing = {"type": "earl:TestResult", "outcome": OUTCOMES[one.claimed.outcome], "date": day}
    if found:
        judged["description"] = {it: [message(each, result, it) for each in found] for it in LANGUAGES}
    info = {it: list(_further(one, found, result, it)) for it in LANGUAGES}
    if any(info.values()):
        judged["info"] = info
    return {
        "id": assertion_name(one, result),
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
