"""
What was concluded, as OSCAL has it: findings, and the risks that follow from what falls short.

A finding of OSCAL is satisfied or not satisfied, and has no word for what is not
known. So what is undetermined, or does not apply, has no finding: it remains an observation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kamassess.findings.finding import Finding
from kamassess.findings.telling import person_key
from kamassess.model.terms import NONCONFORMITIES, FindingKind, Outcome
from kamassess.report.arranging import by_verdict
from kamassess.report.naming import named
from kamassess.report.oscal.observing import observation, tool
from kamassess.report.oscal.people import ACTS, party, responsible
from kamassess.report.oscal.reviewing import objective
from kamassess.report.oscal.values import Thing, knows, line, lines, moment, property_, without_empty
from kamassess.report.oscal.words import say
from kamassess.report.wording import in_language, message, waived, who_acts
from kamassess.result import JudgedFocus, Result

_STATES: Final = {Outcome.CONFORMITY: "satisfied", Outcome.NONCONFORMITY: "not-satisfied"}
"""The outcomes that are a conclusion."""

_REASONS: Final = {Outcome.CONFORMITY: "pass", Outcome.NONCONFORMITY: "fail"}
_AS_CLAIMED: Final = "other"
"""The reason of what is so as claimed, and not proven."""

_RISKS: Final = frozenset({*NONCONFORMITIES, FindingKind.CONTRADICTION})


def findings(result: Result, language: str) -> list[Thing]:
    """
    A finding for each verdict that is decided as claimed, then one for each systemic finding.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The findings, in the order of the verdicts.
    """
    told = by_verdict(result)
    made = [
        _of_verdict(one, told.get((one.checklist, one.checkpoint, one.focus), ()), result, language)
        for one in result.verdicts
        if one.claimed.outcome in _STATES
    ]
    return made + [_systemic(one, result, language) for one in result.findings if one.checkpoint is None]


def _of_verdict(one: JudgedFocus, found: tuple[Finding, ...], result: Result, language: str) -> Thing:
    outline = result.outlines[one.checklist, one.checkpoint]
    title = in_language(outline.title, language, outline.id)
    proven = one.proven.outcome is one.claimed.outcome
    status = {
        "state": _STATES[one.claimed.outcome],
        "reason": _REASONS[one.claimed.outcome] if proven else _AS_CLAIMED,
    }
    if not proven:
        status["remarks"] = line(say("as claimed only", language))
    name = named("finding", result.organisation.id, one.checklist, one.checkpoint, one.focus)
    return _finding(str(name), title, found, [one], result, language) | {
        "target": {
            "type": "objective-id",
            "target-id": objective(one.checklist, one.requirement, one.checkpoint),
            "title": line(title),
            "status": status,
        }
    }


def _systemic(one: Finding, result: Result, language: str) -> Thing:
    """What is told of a requirement as a whole, and what of it was observed to fail."""
    failing = [
        it
        for it in result.verdicts
        if (it.checklist, it.requirement) == (one.checklist, one.requirement)
        and it.claimed.outcome is Outcome.NONCONFORMITY
    ]
    status = {"state": "not-satisfied", "reason": "fail" if one.certain else _AS_CLAIMED}
    name = named("finding", result.organisation.id, one.id)
    return _finding(str(name), message(one, result, language), (one,), failing, result, language) | {
        "target": {
            "type": "objective-id",
            "target-id": objective(one.checklist, one.requirement),
            "status": status,
        }
    }


def _finding(
    uuid: str,
    title: str,
    found: tuple[Finding, ...],
    observed: list[JudgedFocus],
    result: Result,
    language: str,
) -> Thing:
    return without_empty(
        {
            "uuid": uuid,
            "title": line(title),
            "description": lines([message(it, result, language) for it in found] or [title]),
            "props": [it for one in found for it in _properties(one)],
            "origins": origins(result),
            "related-observations": related(observed, result),
            "related-risks": [{"risk-uuid": risk(one, result)} for one in found if is_risk(one)],
        }
    )


def related(observed: Iterable[JudgedFocus], result: Result) -> list[Thing]:
    """The observations that something rests on, by name."""
    return [{"observation-uuid": observation(result, it)} for it in observed]


def _properties(one: Finding) -> Iterator[Thing]:
    yield property_("kind", one.kind)
    if one.reason is not None:
        yield property_("reason", one.reason)
    if one.grade is not None:
        yield property_("grade", one.grade)
    yield property_("certain", one.certain)


# ------------------------------------------------------------------ risks
def is_risk(one: Finding) -> bool:
    """Whether a finding is a risk: a nonconformity or a contradiction."""
    return one.kind in _RISKS


def risk(one: Finding, result: Result) -> str:
    """
    The name of a risk.

    Args:
        one: the finding.
        result: of whose organisation it is.

    Returns:
        Its UUID: on another day it is the same.
    """
    return str(named("risk", result.organisation.id, one.id))


def risks(result: Result, language: str) -> list[Thing]:
    """
    A risk for each gap, missing ownership and contradiction.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The risks, with what would mend them and who must act; accepted ones say by whom and until when.
    """
    observed = {(one.checklist, one.checkpoint, one.focus): one for one in result.verdicts}
    made = []
    for one in result.findings:
        if is_risk(one):
            verdict = observed.get((one.checklist, one.checkpoint or "", one.focus))
            made.append(_made(one, [] if verdict is None else [verdict], result, language))
    return made


def _made(one: Finding, observed: list[JudgedFocus], result: Result, language: str) -> Thing:
    waiver = one.accepted
    status = "open" if waiver is None else "deviation-approved"
    return without_empty(
        {
            **described(one, status, result, language),
            "origins": origins(result),
            "deadline": None if waiver is None or not knows(waiver.until) else _end(moment(waiver.until)),
            "remediations": [_remediation(one, result, language)] if one.repair or one.act else [],
            "risk-log": None if waiver is None else {"entries": [_accepted(one, result, language)]},
            "related-observations": related(observed, result),
        }
    )


def described(one: Finding, status: str, result: Result, language: str) -> Thing:
    """
    What a risk is.

    Args:
        one: the finding.
        status: its status.
        result: the result that has the finding.
        language: ``nl`` or ``en``.

    Returns:
        The risk without what is done about it.
    """
    told = message(one, result, language)
    outline = None if one.checkpoint is None else result.outlines[one.checklist, one.checkpoint]
    return {
        "uuid": risk(one, result),
        "title": line(told),
        "description": line(told),
        "statement": line(in_language(None if outline is None else outline.why, language, told)),
        "props": list(_properties(one)),
        "status": status,
    }


def origins(result: Result) -> list[Thing]:
    """Who says so: the software that assessed."""
    return [{"actors": [{"type": "tool", "actor-uuid": tool(result)}]}]


def _end(moment: str) -> str:
    """The end of a day: it is the last on which a waiver holds."""
    return moment.replace("T00:00:00", "T23:59:59")


def _remediation(one: Finding, result: Result, language: str) -> Thing:
    repair = in_language(one.repair, language)
    act = tuple(it.person for it in one.act)
    task = {
        "uuid": str(named("task", result.organisation.id, one.id)),
        "type": "action",
        "title": line(repair),
        "responsible-roles": responsible(result, {ACTS: act}),
        "remarks": lines(who_acts(one, result, language)),
    }
    return without_empty(
        {
            "uuid": str(named("response", result.organisation.id, one.id)),
            "lifecycle": "recommendation",
            "title": line(repair),
            "description": line(repair),
            "origins": origins(result),
            "tasks": [task] if act else [],
        }
    )


def _accepted(one: Finding, result: Result, language: str) -> Thing:
    """That somebody accepted it for a time, as an entry of the log."""
    waiver = one.accepted
    if waiver is None:
        raise AssertionError("only what is accepted is logged as such")
    since = waiver.on if waiver.on is not None and knows(waiver.on) else result.as_of
    return {
        "uuid": str(named("waiver", result.organisation.id, one.id)),
        "title": line(say("accepted", language)),
        "description": line(waived(waiver, result, language)),
        "start": moment(since),
        "logged-by": [{"party-uuid": party(result, person_key(waiver.owner))}],
        "status-change": "deviation-approved",
    }
