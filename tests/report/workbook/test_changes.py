"""A comparison as a workbook: each change once, and the scores before and after."""

from __future__ import annotations

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import Changes, compare_results
from kamassess.report.sheets import clean
from kamassess.report.workbook.changes import changes_to_workbook
from kamassess.result import Result
from tests.report.conftest import HOSTILE, saying, shown
from tests.report.workbook.test_result import assert_quiet, rows


@pytest.fixture(scope="module")
def changes(result: Result) -> Changes:
    """The small town, before and after the first findings were mended and others were found."""
    earlier = evolve(result, findings=result.findings[4:], scores=result.scores[1:])
    return compare_results(earlier, evolve(result, findings=result.findings[:-2]))


class TestSheets:
    def test_every_change_has_its_row(self, changes: Changes) -> None:
        book = assert_quiet(changes_to_workbook(changes))
        assert book.sheetnames == ["Summary", "Changes", "Scores"]
        assert len(rows(book, "Changes")) == len(changes.findings)
        assert {row["how"] for row in rows(book, "Changes")} >= {"new", "still open"}

    def test_what_is_new_comes_first(self, changes: Changes) -> None:
        assert rows(assert_quiet(changes_to_workbook(changes)), "Changes")[0]["how"] == "new"

    def test_scores_stand_beside_each_other(self, changes: Changes) -> None:
        found = rows(assert_quiet(changes_to_workbook(changes)), "Scores")
        assert len(found) == len(changes.scores)
        assert {"proven, before", "proven, after", "comparable"} <= set(found[0])

    def test_the_same_comparison_gives_the_same_bytes(self, changes: Changes) -> None:
        assert changes_to_workbook(changes, "nl") == ka.Comparison(changes).to_workbook("nl")


@pytest.mark.parametrize("text", HOSTILE, ids=shown)
def test_every_text_is_a_text_and_is_read_back(result: Result, text: str) -> None:
    hostile = saying(result, text)
    changes = compare_results(evolve(hostile, findings=hostile.findings[2:]), hostile)
    found = rows(assert_quiet(changes_to_workbook(changes)), "Changes")
    if clean(text).strip():
        assert clean(text) in {row["finding"] for row in found}
