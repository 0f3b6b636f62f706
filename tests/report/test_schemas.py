"""The published schemas: what we write and ship is valid, and what is wrong is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import kamassess as ka
from kamassess.checklist.reading import checklist_from_data
from kamassess.report.schemas import SCHEMAS, schema

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.yaml"))
CHECKLISTS = sorted((ROOT / "checklists").glob("*.yaml"))


class AsWritten(yaml.SafeLoader):
    """YAML in which a date stays a text and 'no' a word, as kamassess reads it and editors see it."""


AsWritten.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in found
        if tag.endswith((":int", ":float")) or (tag.endswith(":bool") and first in "tf")
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def plain(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), AsWritten)  # noqa: S506  # a safe loader


def mistakes(data: Any, what: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema(what))
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message}" for one in validator.iter_errors(data)]


@pytest.mark.parametrize("what", SCHEMAS)
def test_every_schema_is_a_schema(what: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(what))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_organisations_are_valid(path: Path) -> None:
    assert mistakes(plain(path), "organisation") == []


@pytest.mark.parametrize("path", CHECKLISTS, ids=lambda path: path.stem)
def test_the_checklists_that_are_shipped_are_valid(path: Path) -> None:
    assert mistakes(plain(path), "checklist") == []


def test_a_saved_assessment_is_valid() -> None:
    data = {"id": "x", "nodes": {"person": [{"id": "jan"}], "chain": [{"id": "a", "owners": ["jan"]}]}}
    assessment = ka.assess(ka.Organisation.from_data(data), "customer-chains", as_of="2026-11-01")
    assert mistakes(json.loads(assessment.to_json()), "assessment") == []


@pytest.mark.parametrize(
    ("what", "data", "said"),
    [
        ("organisation", {"name": "x"}, "'id' is a required property"),
        ("organisation", {"id": "x", "noodes": {}}, "'noodes' was unexpected"),
        ("organisation", {"id": "x", "nodes": {"chian": []}}, "'chian' was unexpected"),
        ("organisation", {"id": "x", "nodes": {"policy": [{"id": "p", "budget": -1}]}}, "not valid"),
        ("organisation", {"id": "x", "nodes": {"person": [{"id": "p", "leader": "yes"}]}}, "not valid"),
        ("checklist", {"id": "x", "version": "1", "title": "x", "source": {}, "requirements": []}, "'title'"),
        ("assessment", {"format": "kamassess-assessment/1"}, "required"),
    ],
)
def test_what_is_wrong_is_told(what: str, data: Any, said: str) -> None:
    found = mistakes(data, what)
    assert any(said in one for one in found), found


def test_a_schema_that_is_not_there_is_told_with_the_nearest_that_is() -> None:
    with pytest.raises(ka.InvalidCall, match="did you mean 'organisation'"):
        schema("organization")


def test_a_file_may_name_its_schema_for_the_editor() -> None:
    """What the schemas let pass the readers let pass, and it is no part of what is described."""
    plain = {"id": "x", "nodes": {}}
    named = {"$schema": "organisation.schema.json", **plain}
    assert ka.Organisation.from_data(named).sha256 == ka.Organisation.from_data(plain).sha256
    checklist = {
        "id": "n", "version": "1", "title": "N", "source": {"title": "ours"},
        "requirements": [{"id": "r", "title": "R", "checkpoints": [{"id": "a", "title": "A", "role": "requirement", "ask": "?", "scale": "yes-no"}]}],
    }  # fmt: skip
    with_schema = {"$schema": "checklist.schema.json", **checklist}
    assert checklist_from_data(with_schema).sha256 == checklist_from_data(checklist).sha256
