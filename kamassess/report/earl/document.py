"""
The document: JSON-LD, with its context in it, so that nothing is fetched to read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from kamassess.comparing import Changes
from kamassess.model.terms import LANGUAGES
from kamassess.report.becoming import by_place, lines
from kamassess.report.earl.things import Thing, assertion_name, things
from kamassess.result import JudgedFocus, Result

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
    "replaces": {"@id": "dct:replaces", "@type": "@id"},
    "date": {"@id": "dct:date", "@type": "xsd:date"},
}


def to_earl(result: Result) -> str:
    """
    A result as EARL, in JSON-LD.

    Args:
        result: the result.

    Returns:
        The text, one thing a line, with a line end behind the last: the same assessment gives the same bytes.
    """
    return _document(things(result))


def changes_to_earl(changes: Changes) -> str:
    """
    A comparison as EARL, in JSON-LD: the assertions of both assessments.

    Args:
        changes: what two assessments say differently.

    Returns:
        The text, as of a result. A later assertion names the earlier one that it ``replaces``, and tells
        what became of each finding.
    """
    later = {one["id"]: one for one in things(changes.later)}
    later |= {one["id"]: one for one in _replacing(later, changes)}
    earlier = {one["id"]: one for one in things(changes.earlier)}
    return _document((earlier | later).values())


def _replacing(later: Mapping[str, Thing], changes: Changes) -> Iterator[Thing]:
    """The later assertions that replace an earlier one."""
    became = by_place(changes)
    before = {_place(one): assertion_name(one, changes.earlier) for one in changes.earlier.verdicts}
    for one in changes.later.verdicts:
        name, replaced = assertion_name(one, changes.later), before.get(_place(one))
        if replaced is not None and replaced != name:  # an assessment beside itself replaces nothing
            assertion = later[name]
            judged: Thing = assertion["result"]
            info = {
                it: [*judged.get("info", {}).get(it, ()), *lines(became.get(_place(one), ()), changes, it)]
                for it in LANGUAGES
            }
            told = {"info": info} if any(info.values()) else {}
            yield assertion | {"replaces": replaced, "result": judged | told}


def _place(one: JudgedFocus) -> tuple[str, str | None, str]:
    return one.checklist, one.checkpoint, one.focus


def _document(graph: Iterable[Thing]) -> str:
    told = ",\n".join(f"  {_written(one)}" for one in graph)
    return f'{{\n "@context": {_written(_CONTEXT)},\n "@graph": [\n{told}\n ]\n}}\n'


def _written(value: object) -> str:
    """JSON that may also stand within a page: only texts hold a '<', and there it is spelt out."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
