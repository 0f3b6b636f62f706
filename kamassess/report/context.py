"""
What a template can tell: a report as plain data, under the names that ``docs/templates.md`` gives them.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from kamassess.model.days import day
from kamassess.report.illustrating import Illustrated
from kamassess.report.plain import Say, blocks, legible
from kamassess.report.words import tell
from kamassess.scoring.score import ENDS

_OF_A_FINDING: Final = {
    "requirement": "requirement",
    "why": "why",
    "answer": "answers",
    "evidence": "evidence",
    "repair": "do",
    "act": "who",
    "signs": "signs",
    "also": "also",
}
"""The rows of an entry by the key of their label, and how a template calls them."""


def context(
    document: Illustrated, organisation: str, as_of: date, language: str, say: Say = legible
) -> dict[str, Any]:
    """
    The variables of a template.

    Args:
        document: the report.
        organisation: who was assessed.
        as_of: on which day.
        language: ``nl`` or ``en``.
        say: what is done to each text.

    Returns:
        Texts, lists and dictionaries: nothing that a template could call.
    """
    told = blocks(document, say)
    for one in told:
        for bar in one.get("bars", ()):
            bar |= zip(ENDS, bar["texts"], strict=True)
    sections = _sections(told)
    return {
        "title": sections[0]["title"],
        "organisation": say(organisation),
        "date": say(day(as_of, language)),
        "as_of": as_of.isoformat(),
        "language": language,
        "about": [row for one in sections[0]["blocks"] for row in one.get("rows", ())],
        "verdict": [
            one for one in (sections[1]["blocks"] if sections[1:] else ()) if one["kind"] == "paragraph"
        ],
        "scores": [bar for one in told if one["kind"] == "bars" for bar in one["bars"]],
        "findings": [
            _finding(one, section["title"], language)
            for section in sections
            for one in section["blocks"]
            if one["kind"] == "entry" and one["number"] is not None
        ],
        "sections": sections,
        "pictures": [one for one in told if one["kind"] == "picture"],
        "words": {key: tell(key, language) for key in ("page", "of", *ENDS)},
    }


def _sections(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks under their headings; the first section is the head of the report."""
    found: list[dict[str, Any]] = []
    for one in told:
        if one["kind"] == "heading":
            found.append({"title": one["text"], "blocks": []})
        elif found:
            found[-1]["blocks"].append(one)
    return found or [{"title": "", "blocks": []}]


def _finding(entry: dict[str, Any], section: str, language: str) -> dict[str, Any]:
    labels = {tell(key, language): name for key, name in _OF_A_FINDING.items()}
    rows: dict[str, list[str]] = {name: [] for name in _OF_A_FINDING.values()}
    for row in entry["rows"]:
        if row["label"] in labels:
            rows[labels[row["label"]]] += row["lines"]
    return {
        "number": entry["number"],
        "title": entry["title"],
        "remark": entry["remark"],
        "grade": entry["tone"] if entry["tone"] in ("major", "minor") else "",
        "section": section,
        **rows,
    }
