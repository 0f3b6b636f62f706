"""
The risks of a comparison: each with when it was told, and with what became of those that are told no more.

OSCAL has a log for that. What is not known any more is under investigation, and what is solved as
claimed, and not proven, is still being mended: neither is closed.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kamassess.comparing import Change, Changes, How
from kamassess.report.naming import named
from kamassess.report.oscal.concluding import described, is_risk, origins, related, risk, risks
from kamassess.report.oscal.values import Thing, line, moment, property_, without_empty
from kamassess.report.oscal.words import say
from kamassess.report.words import tell

_STATUS: Final = {How.SOLVED: "closed", How.GONE: "closed", How.UNKNOWN: "investigating"}
"""The status of a risk that is told no more."""

_AS_CLAIMED: Final = "remediating"
"""That of one that is solved as claimed only."""


def risks_of_changes(changes: Changes, language: str) -> list[Thing]:
    """
    The risks of both assessments.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        Those of the later one, then those of the earlier one that are told no more.
    """
    told = {it["uuid"]: it for it in risks(changes.later, language)}
    made = []
    for one in changes.findings:
        if is_risk(one.finding):
            name = risk(one.finding, changes.later)
            if one.how in (How.NEW, How.OPEN):
                made.append(_still(told[name], one, changes, language))
            elif one.how in _STATUS:  # what turned out worse is told as the new one that it is
                made.append(_no_more(one, changes, language))
    return made


def _still(told: Thing, one: Change, changes: Changes, language: str) -> Thing:
    since = changes.earlier.as_of if one.how is How.OPEN else changes.later.as_of
    entries = [_entry(one, "open", since, changes, language), *told.get("risk-log", {}).get("entries", ())]
    return _changed(told, one) | {"risk-log": {"entries": entries}}


def _no_more(one: Change, changes: Changes, language: str) -> Thing:
    status = _STATUS[one.how] if one.how is not How.SOLVED or one.certain else _AS_CLAIMED
    entries = [
        _entry(one, "open", changes.earlier.as_of, changes, language),
        _entry(one, status, changes.later.as_of, changes, language),
    ]
    finding, later = one.finding, changes.later
    observed = (
        it
        for it in later.verdicts
        if (it.checklist, it.checkpoint, it.focus) == (finding.checklist, finding.checkpoint, finding.focus)
    )
    made = described(finding, status, changes.earlier, language) | {
        "origins": origins(later),
        "risk-log": {"entries": entries},
        "related-observations": related(observed, later),
    }
    return without_empty(_changed(made, one))


def _changed(made: Thing, one: Change) -> Thing:
    return made | {"props": [*made["props"], property_("change", one.how)]}


def _entry(one: Change, status: str, day: date, changes: Changes, language: str) -> Thing:
    """That a risk had a status from a day on."""
    if status == "open":
        said = say("told", language)
    else:
        said = tell(f"{one.how} section", language)
        if status == _AS_CLAIMED:
            said = f"{said}: {say('as claimed only', language)}"
    about = (changes.later.organisation.id, one.finding.id, status, day.isoformat())
    return {
        "uuid": str(named("risk log", *about)),
        "title": line(said),
        "description": line(said),
        "start": moment(day),
        "status-change": status,
    }
