"""The badge as proof: a checklist made of the badge's own criteria gives the percentages that it published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import kamassess as ka
from kamassess.checklist.reading import checklist_from_data
from kamassess.report.numbers import points
from tests.scoring.norm import Data, question, requirement

LEVELS = {"0": "passing", "1": "silver", "2": "gold"}

#: What an answer to a criterion of a category can be worth. '?' is no answer.
SCALES = {
    "MUST": {"values": [{"word": "unmet", "share": 0}, {"word": "met", "share": 1}], "conforms_from": 1},
    "SHOULD": {
        "values": [
            {"word": "unmet", "share": 0},
            {"word": "justified", "share": 1},
            {"word": "met", "share": 1},
        ],
        "conforms_from": 1,
    },
    "SUGGESTED": {
        "values": [
            {"word": "unknown", "share": 0},
            {"word": "unmet", "share": 1},
            {"word": "met", "share": 1},
        ],
        "conforms_from": 1,
    },
}


class _Loader(yaml.SafeLoader):
    """Reads an ordered map as the list of pairs that it is."""


_Loader.add_constructor(
    "tag:yaml.org,2002:omap", lambda loader, node: loader.construct_sequence(node, deep=True)
)


def criteria(tree: Any) -> Iterator[tuple[str, Data]]:
    """The criteria of a level, through its groups."""
    for one in tree:
        for name, below in one.items():
            if isinstance(below, dict):
                yield name, below
            else:
                yield from criteria(below)


@pytest.fixture(scope="module")
def levels(shared: Path) -> dict[str, list[tuple[str, Data]]]:
    text = (shared / "oracles" / "openssf-badge" / "criteria.yml").read_text("utf-8")
    found = {key: value for one in yaml.load(text, _Loader) for key, value in one.items()}  # noqa: S506
    return {
        name: [
            (id_, it) for id_, it in criteria(found[key]) if not it.get("future") and not it.get("obsolete")
        ]
        for key, name in LEVELS.items()
    }


def answer(id_: str, criterion: Data, given: dict[str, str]) -> tuple[str, str] | None:
    """An answer in our words with its reason, by the badge's rules; nothing where it does not count as one."""
    status = given.get(f"{id_}_status", "?")
    text = given.get(f"{id_}_justification") or ""
    justified = len(text) >= 5 and not text.startswith("// ")
    if status == "Met":
        has_url = re.search(r"https?://[^ ]{5}", text) is not None
        wanting = (criterion.get("met_url_required") and not has_url) or (
            criterion.get("met_justification_required") and not justified
        )
        return None if wanting else ("met", text)
    if status == "Unmet":
        excused = criterion["category"] == "SHOULD" and justified
        return ("justified" if excused else "unmet", text)
    if status == "N/A" and criterion.get("na_allowed"):
        wanting = criterion.get("na_justification_required") and not justified
        return None if wanting else ("not-applicable", text or "N/A")
    return None


@pytest.mark.parametrize("project", ["one", "perfect_passing", "perfect_unjustified"])
@pytest.mark.parametrize("level", LEVELS.values())
def test_the_published_percentage_comes_out(
    project: str, level: str, levels: dict[str, list[tuple[str, Data]]], shared: Path
) -> None:
    projects = json.loads((shared / "oracles" / "openssf-badge" / "projects.json").read_text("utf-8"))
    asked = [question(id_, scale=it["category"]) for id_, it in levels[level]]
    own = checklist_from_data(
        {
            "id": "badge",
            "version": "1",
            "title": "Badge",
            "source": {"title": "OpenSSF Best Practices"},
            "scoring": "openssf-badge",
            "scales": SCALES,
            "requirements": [requirement(level, *asked)],
        }
    )
    answers = []
    for id_, it in levels[level]:
        found = answer(id_, it, projects[project]["answers"])
        if found is not None:
            value, why = found
            reason = {"reason": why} if value == "not-applicable" else {}
            answers.append({"checkpoint": id_, "value": value, **reason})
    score = ka.assess(
        ka.Organisation.from_data({"id": project, "answers": answers}), own, as_of="2026-11-01"
    ).score
    assert score.published is not None
    assert points(score.published, score, "en") == f"{projects[project]['expected'][level]}%"
