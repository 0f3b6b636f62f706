"""``--pseudonyms``: persons have other names in whatever a command writes, and the rest is the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TOWN = """\
id: town
name: Town
nodes:
  person: [{id: j-jansen, name: J. Jansen}, {id: k-smit, name: Karel Smit}]
  chain:
    - {id: permits, name: Permits of Smit, owners: [j-jansen, k-smit]}
answers:
  - {checkpoint: A-2, value: yes, basis: belief, by: j-jansen}
"""
GIVEN = ("town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01")


@pytest.fixture
def town(run: Run) -> Run:
    Path("town.yaml").write_text(TOWN, "utf-8")
    own = Path("own.yaml").read_text("utf-8")
    each = "      - {id: A-4, title: Few, role: advice, each: person, if_none: not-applicable, holds: direct_reports.size() > 2}\n"
    Path("own.yaml").write_text(own + each, "utf-8")
    return run


def named(text: str) -> bool:
    return any(one in text.casefold() for one in ("jansen", "smit", "karel"))


@pytest.mark.parametrize("form", ["text", "markdown", "json", "csv", "junit", "earl"])
def test_an_assessment_names_nobody_and_ends_with_the_same_status(town: Run, form: str) -> None:
    plain = town("assess", *GIVEN, "--format", form)
    ran = town("assess", *GIVEN, "--format", form, "--pseudonyms")
    assert named(plain.out)
    assert not named(ran.out)
    assert ran.status == plain.status == 1


def test_a_saved_one_is_told_again_without_names(town: Run) -> None:
    town("assess", *GIVEN, "--output", "saved.json")
    ran = town("report", "saved.json", "--pseudonyms", "--format", "json")
    assert not named(ran.out)
    assert json.loads(ran.out)["names"]["person:p1"] == {"nl": "Persoon 1", "en": "Person 1"}


def test_a_comparison_names_nobody(town: Run) -> None:
    town("assess", *GIVEN, "--output", "before.json")
    Path("town.yaml").write_text(TOWN.replace("owners: [j-jansen, k-smit]", "owners: [k-smit]"), "utf-8")
    town("assess", *GIVEN, "--output", "after.json")
    ran = town("compare", "before.json", "after.json", "--format", "json", "--pseudonyms")
    assert not named(ran.out)
    assert json.loads(ran.out)["differing"] == ["description"]


@pytest.mark.parametrize("focus", ["person:k-smit", "person:p2"])
def test_a_person_is_asked_for_by_id_or_by_pseudonym(town: Run, focus: str) -> None:
    ran = town("explain", *GIVEN, "--pseudonyms", "A-4", focus)
    assert ran.status == 0
    assert ran.out.startswith("A-4 at Person 2")
    assert not named(ran.out)


def test_every_focus_and_the_score_are_explained_without_names(town: Run) -> None:
    for asked in (["A-4"], ["A-1"], ["A-2"], ["score"], ["policies"]):
        ran = town("explain", *GIVEN, "--pseudonyms", *asked)
        assert (ran.status, named(ran.out)) == (0, False), ran


def test_a_focus_that_there_is_not_is_told_without_names(town: Run) -> None:
    ran = town("explain", *GIVEN, "--pseudonyms", "A-4", "person:j-janssen")
    assert ran.status == 2
    assert "person:j-jansen'" not in ran.err
