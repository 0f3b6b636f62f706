"""
The document: OSCAL assessment results, as JSON.

Names of things are UUIDs that follow from what they are about, and the only
moment is the day of the assessment. So the same assessment gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from kamassess.comparing import Changes
from kamassess.findings.telling import person_key
from kamassess.model.days import day
from kamassess.model.terms import ORGANISATION
from kamassess.report.changes import days
from kamassess.report.json import sha256
from kamassess.report.naming import named
from kamassess.report.numbers import plain_number
from kamassess.report.oscal.changing import risks_of_changes
from kamassess.report.oscal.concluding import findings, risks
from kamassess.report.oscal.observing import named_evidence, observations, resource, tool
from kamassess.report.oscal.people import (
    ASSESSED,
    DESCRIBED,
    components,
    parties,
    responsible,
    roles,
)
from kamassess.report.oscal.reviewing import control, objectives, reviewed, sources
from kamassess.report.oscal.values import Thing, line, moment, property_, string, token, without_empty
from kamassess.report.oscal.words import say
from kamassess.report.wording import evidence, in_language
from kamassess.report.words import tell
from kamassess.result import Result

VERSION: Final = "1.2.1"
"""The version of OSCAL."""

_LINES: Final = 5
"""So deep lie the things that have a line each: in the lists of the one result."""


@frozen
class _Told:
    """
    What a document tells.

    Args:
        result: the assessment that it is of.
        title: its title.
        key: what its name follows from.
        risks: its risks.
        properties: by what it is recognised.
    """

    result: Result
    title: str
    key: str
    risks: list[Thing]
    properties: tuple[Thing, ...]


def to_oscal(result: Result, language: str = "en") -> str:
    """
    A result as OSCAL assessment results.

    Args:
        result: the result.
        language: ``nl`` or ``en``, of titles and descriptions.

    Returns:
        The JSON, an observation, risk or finding a line, with a line end behind the last line.

    Raises:
        InvalidCall: it is of a day that OSCAL does not know.
    """
    name = in_language(result.organisation.name, language, result.organisation.id)
    title = tell("title", language, name=name, day=day(result.as_of, language))
    hashed = sha256(result)
    told = _Told(result, title, hashed, risks(result, language), (property_("sha256", hashed),))
    return _document(told, language)


def changes_to_oscal(changes: Changes, language: str = "en") -> str:
    """
    A comparison as OSCAL assessment results.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``, of titles and descriptions.

    Returns:
        The JSON: the later assessment. The log of each risk tells since when it is there; risks of the
        earlier one that are told no more are there too, with what became of them.

    Raises:
        InvalidCall: it is of a day that OSCAL does not know.
    """
    subject = changes.later.organisation
    before, after = (sha256(one) for one in (changes.earlier, changes.later))
    title = tell(
        "compared title",
        language,
        name=in_language(subject.name, language, subject.id),
        days=days(changes, language),
    )
    properties = (
        property_("sha256", after),
        property_("compared-sha256", before),
        property_("compared-as-of", changes.earlier.as_of.isoformat()),
    )
    told = _Told(changes.later, title, f"{before} {after}", risks_of_changes(changes, language), properties)
    return _document(told, language)


def _document(told: _Told, language: str) -> str:
    return _written({"assessment-results": _results(told, language)}, _LINES) + "\n"


def _written(value: object, deep: int) -> str:
    """JSON with a line for each thing down to some depth: an observation, a risk or a finding is a line."""
    if deep and value and isinstance(value, dict):
        inside = (f"{json.dumps(key)}: {_written(it, deep - 1)}" for key, it in value.items())
        return "{\n" + ",\n".join(inside) + "\n}"
    if deep and value and isinstance(value, list):
        return "[\n" + ",\n".join(_written(it, deep - 1) for it in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)


def _results(told: _Told, language: str) -> Thing:
    result = told.result
    plan = str(named("plan", told.key))
    return {
        "uuid": str(named("assessment", told.key, language)),
        "metadata": _metadata(told, language),
        "import-ap": {"href": f"#{plan}", "remarks": line(say("no plan", language))},
        "local-definitions": {"objectives-and-methods": objectives(result, language)},
        "results": [_result(told, language)],
        "back-matter": {
            "resources": [
                {
                    "uuid": plan,
                    "title": line(say("plan", language)),
                    "description": line(say("no plan", language)),
                },
                *sources(result, language),
                *_evidence(result, language),
            ]
        },
    }


def _metadata(told: _Told, language: str) -> Thing:
    result = told.result
    by = result.organisation.described.by
    persons = {ASSESSED: (ORGANISATION,), DESCRIBED: (person_key(by),) if by else ()}
    return {
        "title": line(told.title),
        "last-modified": moment(result.as_of),
        "version": result.as_of.isoformat(),
        "oscal-version": VERSION,
        "props": [*told.properties, property_("language", language)],
        "roles": roles(language),
        "parties": parties(result, language),
        "responsible-parties": responsible(result, persons),
    }


def _result(told: _Told, language: str) -> Thing:
    result = told.result
    made = {
        "uuid": str(named("result", told.key, language)),
        "title": line(told.title),
        "description": line(say("description", language)),
        "start": moment(result.as_of),
        "end": moment(result.as_of),
        "props": list(_scores(result)),
        "local-definitions": without_empty(
            {"components": components(result, language), "assessment-assets": _assets(result, language)}
        ),
        "reviewed-controls": reviewed(result, language),
        "observations": observations(result, language),
        "risks": told.risks,
        "findings": findings(result, language),
    }
    return without_empty(made)


def _scores(result: Result) -> Iterator[Thing]:
    """The three numbers of each checklist and requirement, together in a group of its name."""
    for one in result.scores:
        group = token(one.checklist) if one.requirement is None else control(one.checklist, one.requirement)
        three = {"proven": one.proven, "claimed": one.claimed, "possible": one.possible}
        for name, number in three.items():
            if number is not None:
                told = property_(f"score-{name}", plain_number(number))
                yield told | {"class": token(one.scale), "group": group}


def _assets(result: Result, language: str) -> Thing:
    """Who assessed: a program, on a platform that has nothing else."""
    return {
        "components": [
            {
                "uuid": tool(result),
                "type": "software",
                "title": "kamassess",
                "description": line(say("software", language)),
                "props": [{"name": "version", "value": string(result.run.kamassess)}],
                "status": {"state": "operational"},
            }
        ],
        "assessment-platforms": [
            {
                "uuid": str(named("platform", result.run.kamassess)),
                "title": line(say("platform", language)),
                "uses-components": [{"component-uuid": tool(result)}],
            }
        ],
    }


def _evidence(result: Result, language: str) -> list[Thing]:
    """The evidence that is named anywhere, each once."""
    named_anywhere = dict.fromkeys(it for one in result.verdicts for it in named_evidence(one))
    made = []
    for one in named_anywhere:
        name = line(next(evidence([one], result, language)))
        made.append(
            {
                "uuid": resource(result, one),
                "title": name,
                "description": line(say("evidence", language)),
                "props": [property_("id", one)],
                "citation": {"text": name},
            }
        )
    return made
