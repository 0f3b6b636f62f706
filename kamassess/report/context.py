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
    told = [one for one in blocks(document, say) if one["kind"] != "contents"]  # Word makes its own
    for one in told:
        for bar in one.get("bars", ()):
            bar |= zip(ENDS, bar["texts"], strict=True)
    sections = _sections(told)
    about, verdict = _about(sections, say(tell("about section", language))), sections[1:2]
    bars = [one["bars"] for one in told if one["kind"] == "bars"]
    return {
        "title": sections[0]["title"],
        "organisation": say(organisation),
        "date": say(day(as_of, language)),
        "as_of": as_of.isoformat(),
        "language": language,
        "about": about,
        "verdict": [one for section in verdict for one in section["blocks"] if one["kind"] == "paragraph"],
        "scores": bars[-1] if bars else [],  # the first has those of checklists alone
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


def _about(sections: list[dict[str, Any]], title: str) -> list[dict[str, Any]]:
    """Against what was assessed: what stands first under its heading, or under the title of a report."""
    section = next((one for one in sections[1:] if one["title"] == title), sections[0])
    rows: list[dict[str, Any]] = next((one["rows"] for one in section["blocks"] if one["kind"] == "rows"), [])
    return rows


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
