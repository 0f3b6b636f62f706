"""``kamassess report``: a saved assessment told again."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


class TestReport:
    def test_it_tells_what_assess_told(self, run: Run, assess: Run) -> None:
        assess("--output", "saved.json")
        ran = run("report", "saved.json", "--lang", "nl")
        assert ran.status == 0
        assert ran.out == assess("--lang", "nl").out

    def test_the_name_of_the_file_says_which_form(self, run: Run, assess: Run) -> None:
        assess("--output", "saved.json")
        assert run("report", "saved.json", "--output", "again.md").status == 0
        assert Path("again.md").read_text("utf-8") == assess("--format", "markdown").out

    def test_what_is_no_saved_assessment_is_told_with_its_place(self, run: Run) -> None:
        ran = run("report", "town.yaml")
        assert ran.status == 3
        assert "town.yaml" in ran.err

    def test_a_misspelt_ending_stops_it_before_any_work(self, run: Run) -> None:
        ran = run("report", "nowhere.json", "--output", "report.jsn")
        assert ran.status == 2
        assert "did you mean '.json'" in ran.err
