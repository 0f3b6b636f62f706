"""``kamassess compare``: two saved assessments side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kamassess.report.formats import FORMATS
from tests.cli.conftest import Run


@pytest.fixture
def saved(run: Run) -> Run:
    """Saves a town without and with an owner; then runs a command."""
    Path("nobody.yaml").write_text(
        Path("town.yaml").read_text("utf-8").replace("owners: [jan]", "owners: []")
    )
    for town, name, day in (("town", "good", "2026-10-01"), ("nobody", "bad", "2026-11-01")):
        run(
            "assess",
            f"{town}.yaml",
            "-c",
            "./own.yaml",
            "--as-of",
            day,
            "--format",
            "json",
            "-o",
            f"{name}.json",
        )
    return run


def test_ends_with_1_where_something_new_falls_short(saved: Run) -> None:
    ran = saved("compare", "good.json", "bad.json")
    assert ran.status == 1
    assert "new 1, solved 0, still open 0" in ran.out


def test_ends_with_0_where_nothing_new_does(saved: Run) -> None:
    assert saved("compare", "bad.json", "bad.json").status == 0
    assert saved("compare", "good.json", "bad.json", "--fail-on", "never").status == 0


def test_writes_every_form_to_a_file(saved: Run) -> None:
    assert saved("compare", "good.json", "bad.json", "--format", "json", "-o", "c.json").out == ""
    assert json.loads(Path("c.json").read_text("utf-8"))["format"] == "kamassess-comparison/1"
    assert saved("compare", "good.json", "bad.json", "--format", "markdown", "--lang", "nl").out.startswith(
        "# Town"
    )


def test_writes_its_tables(saved: Run) -> None:
    ran = saved("compare", "good.json", "bad.json", "--format", "csv", "--table", "scores")
    assert ran.out.startswith("organisation,earlier,later,checklist,requirement,policy")
    assert saved("compare", "good.json", "bad.json", "-o", "changes.csv").status == 1
    assert ",how,how_certain,origins," in Path("changes.csv").read_text("utf-8")
    assert saved("compare", "good.json", "bad.json", "--format", "csv", "--table", "verdicts").status == 2


def test_refuses_what_has_no_meaning(saved: Run) -> None:
    ran = saved("compare", "bad.json", "good.json")
    assert ran.status == 2
    assert "give the earlier one first" in ran.err


def test_refuses_what_is_no_saved_assessment(saved: Run) -> None:
    ran = saved("compare", "town.yaml", "good.json")
    assert ran.status == 3
    assert "town.yaml:1:1: this is no saved assessment" in ran.err


@pytest.mark.parametrize("form", FORMATS)
def test_takes_every_form_that_an_assessment_has(saved: Run, form: str, tmp_path: Path) -> None:
    file = tmp_path / f"{form}.out"
    ran = saved("compare", "good.json", "bad.json", "--format", form, "--output", str(file))
    assert (ran.status, ran.err) == (1, "")
    assert file.stat().st_size
