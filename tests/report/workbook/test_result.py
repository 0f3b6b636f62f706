"""An assessment as a workbook: what its sheets hold, and that nothing in them is active."""

from __future__ import annotations

import zipfile
from io import BytesIO
from string import Formatter

import openpyxl
import pytest
from attrs import evolve
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

import kamassess as ka
from kamassess.later import Later
from kamassess.report.sheets import clean
from kamassess.report.tables import TABLES
from kamassess.report.workbook import words
from kamassess.report.workbook.result import to_workbook
from kamassess.result import Result
from tests.report.conftest import HOSTILE, assert_nothing_unseen, saying, shown

HEAD = 4


def opened(result: Result, language: str = "en") -> Workbook:
    return openpyxl.load_workbook(BytesIO(to_workbook(result, language)))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    """The rows of a table, by the heads of its columns."""
    (
        _,
        *_,
    ) = book.sheetnames
    heads, *found = list(book[sheet].iter_rows(min_row=HEAD, values_only=True))
    return [dict(zip(heads, row, strict=True)) for row in found]


class TestSheets:
    def test_there_is_one_for_each_thing_that_is_told(self, result: Result) -> None:
        assert opened(result).sheetnames == ["Summary", "Findings", "Scores", "Verdicts", "Duties"]
        assert opened(result, "nl").sheetnames == [
            "Samenvatting",
            "Bevindingen",
            "Scores",
            "Oordelen",
            "Taken",
        ]

    def test_without_a_chain_there_are_no_duties(self, result: Result) -> None:
        without = evolve(result, charted=Later.known(evolve(result.chart, duties=())))
        assert "Duties" not in opened(without).sheetnames

    def test_the_summary_begins_with_the_verdict_in_a_sentence(self, result: Result) -> None:
        texts = [
            cell for row in opened(result)["Summary"].iter_rows(values_only=True) for cell in row if cell
        ]
        assert texts[0] == "Municipality of Smalltown: assessment of 1 November 2026"
        assert any(str(one).startswith("Falls short of the requirements: ") for one in texts)
        assert {"proven", "claimed", "possible"} <= set(texts)

    def test_each_table_has_filters_and_heads_that_stay(self, result: Result) -> None:
        book = opened(result)
        for name in book.sheetnames[1:]:
            assert book[name].freeze_panes == "B5"
            assert book[name].auto_filter.ref.startswith("A4:")
            assert book[name].print_title_rows == "$4:$4"


class TestPaper:
    def test_each_sheet_is_as_wide_as_one_page_on_its_side(self, result: Result) -> None:
        for sheet in opened(result).worksheets:
            page = sheet.page_setup
            assert (page.orientation, int(page.paperSize)) == ("landscape", 9)
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert (page.fitToWidth or 1, int(page.fitToHeight)) == (1, 0)
            assert not any(
                one.hidden for one in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
            )

    def test_what_is_not_on_paper_is_told(self, result: Result) -> None:
        sheet = opened(result)["Findings"]
        assert str(sheet["A2"].value).endswith(
            "Columns from ‘certain’ on are in the sheet alone, not on paper."
        )
        assert sheet.print_area.endswith(f"$H${sheet.max_row}")
        assert sheet["I4"].value == "certain"

    def test_what_is_not_on_paper_makes_no_row_higher(self) -> None:
        company = ka.load_organisation("docs/examples/servicebedrijf.yaml")
        every = ka.assess(company, sorted(ka.builtin_checklists()), as_of="2026-11-01").result
        book = opened(every, "nl")
        for name, printed, pages in (("Bevindingen", 8, 20), ("Oordelen", 10, 32)):
            sheet = book[name]
            wide = sum(sheet.column_dimensions[get_column_letter(at + 1)].width for at in range(printed))
            high = sum(one.height for one in sheet.row_dimensions.values() if one.height)
            # In points: a page is 806 wide and 530 high within its margins, a letter of a width 5.25.
            assert high * min(1, 806 / (5.25 * wide)) / 530 < pages


class TestRows:
    def test_there_is_one_for_each_finding_verdict_and_score(self, result: Result) -> None:
        book = opened(result)
        found = {name: len(rows(book, name)) for name in ("Findings", "Verdicts", "Scores")}
        assert found == {
            "Findings": len(result.findings),
            "Verdicts": len(result.verdicts),
            "Scores": len(result.scores),
        }

    def test_findings_are_those_of_the_tidy_table_the_heaviest_first(self, result: Result) -> None:
        found = rows(opened(result), "Findings")
        at = TABLES["findings"].heads.index("id")
        assert {row["id"] for row in found} == {row[at] for row in TABLES["findings"].rows(result, "en")}
        grades = [row["grade"] for row in found if row["kind"] in ("nonconformity", "missing ownership")]
        assert grades == sorted(grades, key=("major", "minor").index)

    def test_a_finding_tells_why_what_to_do_and_who(self, result: Result) -> None:
        row = next(
            row
            for row in rows(opened(result), "Findings")
            if str(row["id"]).endswith("T-1/chain:markets/missing-ownership")
        )
        assert row["grade"] == "major"
        assert row["about"] == "Holding markets"
        assert row["what to do"] == "Appoint one member of the management team"
        assert "Bob Bos" in str(row["who"])
        assert row["clause"] == "ISO 9001:2015, 5.3 (one person, no body)"
        assert row["why"]

    def test_scores_are_numbers_and_intervals(self, result: Result) -> None:
        row = rows(opened(result), "Scores")[0]
        assert row["score of"] == "Chains in small"
        assert all(isinstance(row[key], float | int) for key in ("proven", "claimed", "possible"))
        assert " to " in str(row["from … to"])

    def test_duties_tell_who_answers_and_mark_where_nobody_does(self, result: Result) -> None:
        book = opened(result)
        found = {row["chain"]: row for row in rows(book, "Duties")}
        assert found["Granting permits"]["owner"] == "Bob Bos"
        assert found["Handling objections"]["owner"] == "nobody"
        assert found["Regulating parking"]["owner"] == "(Cas Citroen)"
        assert "A: Bob Bos" in str(found["Granting permits"]["leading the performance conversation"])

    def test_the_same_result_gives_the_same_bytes(self, result: Result) -> None:
        assert to_workbook(result, "nl") == to_workbook(result, "nl")
        assert ka.Assessment(result).to_workbook("nl") == to_workbook(result, "nl")

    def test_a_saved_assessment_gives_the_same_workbook(self, result: Result, tmp_path) -> None:  # type: ignore[no-untyped-def]
        file = tmp_path / "saved.json"
        file.write_text(ka.Assessment(result).to_json(), encoding="utf-8")
        assert ka.load_assessment(file).to_workbook() == to_workbook(result)

    def test_nothing_at_all_is_told_as_well(self, result: Result) -> None:
        nothing = evolve(result, verdicts=(), findings=(), scores=())
        assert rows(opened(nothing), "Findings") == []


class TestNothingActive:
    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_text_is_a_text_and_is_read_back(self, result: Result, text: str) -> None:
        book = assert_quiet(to_workbook(saying(result, text)))
        if clean(text).strip():
            assert {row["about"] for row in rows(book, "Verdicts")} >= {clean(text)}
            assert {row["finding"] for row in rows(book, "Findings")} == {clean(text)}
            assert {row["chain"] for row in rows(book, "Duties")} == {clean(text)}


def assert_quiet(data: bytes) -> Workbook:
    """No cell is a formula, no text a hyperlink, nothing is fetched."""
    book = openpyxl.load_workbook(BytesIO(data))
    for one in book.worksheets:
        for row in one.iter_rows():
            assert not [
                cell.coordinate for cell in row if cell.data_type == "f" or getattr(cell, "hyperlink", None)
            ]
    assert_nothing_unseen(data)
    names = zipfile.ZipFile(BytesIO(data)).namelist()
    assert not [
        name for name in names if "external" in name.lower() or name.startswith("xl/worksheets/_rels")
    ]
    return book


def test_both_languages_say_the_same() -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    for key, (dutch, english) in words.WORDS.items():
        assert places(dutch) == places(english), key
