"""
What was observed, as OSCAL has it: an observation a verdict, with the evidence that was named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kamassess.checklist.outline import CheckpointOutline
from kamassess.findings.finding import Finding
from kamassess.findings.telling import person_key
from kamassess.report.arranging import by_verdict, telling
from kamassess.report.naming import named
from kamassess.report.numbers import plain_number
from kamassess.report.oscal.people import party, subject
from kamassess.report.oscal.values import Thing, line, lines, moment, property_, token, without_empty
from kamassess.report.oscal.words import say
from kamassess.report.wording import answer, evidence, in_language, message, reason
from kamassess.report.words import OUTCOMES, word
from kamassess.result import JudgedFocus, Result

EXAMINED: Final = "EXAMINE"
ASKED: Final = "INTERVIEW"


def tool(result: Result) -> str:
    """The name of the software that assessed: its UUID."""
    return str(named("software", result.run.kamassess))


def observation(result: Result, one: JudgedFocus) -> str:
    """
    The name of an observation.

    Args:
        result: the result.
        one: the verdict.

    Returns:
        Its UUID: on another day, or of another version of the checklist, it is another.
    """
    version = next(it.version for it in result.checklists if it.id == one.checklist)
    day = result.as_of.isoformat()
    about = (result.organisation.id, day, one.checklist, version, one.checkpoint, one.focus)
    return str(named("observation", *about))


def resource(result: Result, evidence: str) -> str:
    """
    The name of evidence.

    Args:
        result: whose organisation it is of.
        evidence: its id.

    Returns:
        Its UUID, of a resource in the back matter.
    """
    return str(named("evidence", result.organisation.id, evidence))


def named_evidence(one: JudgedFocus) -> tuple[str, ...]:
    """The evidence that is named for a verdict or for what was answered, each once."""
    answered = (it for said in one.answers for it in said.claim.evidence)
    return tuple(dict.fromkeys((*one.evidence, *answered)))


def observations(result: Result, language: str) -> list[Thing]:
    """
    An observation for each verdict.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The observations, in the order of the verdicts.
    """
    told = by_verdict(result)
    return [
        _observation(one, told.get((one.checklist, one.checkpoint, one.focus), ()), result, language)
        for one in result.verdicts
    ]


def _observation(one: JudgedFocus, found: tuple[Finding, ...], result: Result, language: str) -> Thing:
    outline = result.outlines[one.checklist, one.checkpoint]
    actors = [{"type": "tool", "actor-uuid": tool(result)}]
    answering = dict.fromkeys(person_key(it.claim.by) for it in one.answers if it.claim.by)
    actors += [{"type": "party", "actor-uuid": party(result, by)} for by in answering]
    return without_empty(
        {
            "uuid": observation(result, one),
            "title": line(in_language(outline.title, language, outline.id)),
            "description": lines(
                (_outcomes(one, language), *(message(it, result, language) for it in found))
            ),
            "props": list(_properties(one)),
            "methods": _methods(outline),
            "types": ["control-objective", *(["finding"] if found else [])],
            "origins": [{"actors": actors}],
            "subjects": [subject(result, one.focus, language)],
            "relevant-evidence": [
                {
                    "href": f"#{resource(result, it)}",
                    "description": line(next(evidence([it], result, language))),
                }
                for it in named_evidence(one)
            ],
            "collected": moment(result.as_of),
            "remarks": _remarks(one, result, language),
        }
    )


def _methods(outline: CheckpointOutline) -> list[str]:
    """What the graph decides was examined, what somebody was asked an interview."""
    examined = [EXAMINED] if outline.holds is not None or outline.ask is None else []
    return examined + ([ASKED] if outline.ask is not None else [])


def _outcomes(one: JudgedFocus, language: str) -> str:
    claimed, proven = (word(OUTCOMES, it.outcome, language) for it in (one.claimed, one.proven))
    return f"{say('as claimed', language)}: {claimed}; {say('as proven', language)}: {proven}"


def _properties(one: JudgedFocus) -> Iterator[Thing]:
    yield property_("checkpoint", token(one.checklist, one.checkpoint))
    yield property_("focus", one.focus)
    for reading, possible in (("claimed", one.claimed), ("proven", one.proven)):
        yield property_(reading, possible.outcome)
        if possible.value is not None:
            low, high = map(plain_number, possible.value)
            yield property_(f"{reading}-low", low)
            yield property_(f"{reading}-high", high)
    if one.orientation is not None:
        yield property_("orientation", one.orientation)
    yield property_("open", one.open)


def _remarks(one: JudgedFocus, result: Result, language: str) -> str:
    said = [answer(it, result, language) for it in one.answers]
    why = [reason(it, result, language, one.focus) for it in telling(one.because)]
    return lines((*said, *why)) if said or why else ""
