"""``kamassess questionnaire``: questions as a workbook, filled in, checked and assessed."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.cli.conftest import Run

MADE = ("questionnaire", "town.yaml", "-c", "own.yaml", "--as-of", "2026-11-01")


def fill_in(file: str, sheet: str, **cells: str) -> None:
    book = openpyxl.load_workbook(file)
    for at, value in cells.items():
        book[sheet][at].value = value
    book.save(file)


class TestQuestionnaire:
    def test_it_is_written_filled_in_checked_and_assessed(self, run: Run, assess: Run) -> None:
        assert run(*MADE, "--output", "questions.xlsx").status == 0
        before = assess("--format", "csv").out
        assert assess("--format", "csv", "--answers", "questions.xlsx").out == before
        fill_in("questions.xlsx", "Own", F6="no")
        assert run("check", "questions.xlsx").out == "questions.xlsx: questionnaire, fine\n"
        assert assess("--format", "csv", "--answers", "questions.xlsx").out != before

    def test_what_is_wrong_in_it_is_told_with_its_cell_and_in_its_language(
        self, run: Run, assess: Run
    ) -> None:
        run(*MADE, "--lang", "nl", "--output", "vragen.xlsx")
        fill_in("vragen.xlsx", "Eigen", F6="jaa", I6="morgen")
        for ran in (run("check", "vragen.xlsx"), assess("--answers", "vragen.xlsx")):
            assert ran.status == 3
            assert "vragen.xlsx, blad 'Eigen', cel F6: " in ran.err
            assert "bedoelt u 'ja'?" in ran.err
            assert "cel I6: hier hoort een datum, zoals 1-11-2026; er staat 'morgen'" in ran.err

    def test_without_an_organisation_it_asks_anybody(self, run: Run) -> None:
        assert run("questionnaire", "-c", "own.yaml", "--as-of", "2026-11-01", "-o", "any.xlsx").status == 0
        assert run("check", "any.xlsx").status == 0

    def test_answers_without_an_organisation_have_no_meaning(self, run: Run) -> None:
        ran = run("questionnaire", "-c", "own.yaml", "--answers", "town.yaml", "-o", "any.xlsx")
        assert (ran.status, Path("any.xlsx").exists()) == (2, False)
        assert "name its file as well" in ran.err

    def test_a_file_of_another_name_is_refused(self, run: Run) -> None:
        ran = run(*MADE, "--output", "questions.csv")
        assert ran.status == 2
        assert "name it .xlsx" in ran.err

    def test_of_another_version_of_the_checklist_it_is_refused(self, run: Run, assess: Run) -> None:
        run(*MADE, "--output", "questions.xlsx")
        file = Path("own.yaml")
        file.write_text(file.read_text("utf-8").replace('version: "1"', 'version: "2"'), "utf-8")
        ran = assess("--answers", "questions.xlsx")
        assert ran.status == 3
        assert "these are the questions of own 1" in ran.err

    def test_what_is_no_workbook_is_told(self, run: Run, assess: Run) -> None:
        Path("questions.xlsx").write_text("id: x\n", "utf-8")
        ran = assess("--answers", "questions.xlsx")
        assert ran.status == 3
        assert "this is no workbook" in ran.err

    def test_one_that_is_not_there_is_told(self, assess: Run) -> None:
        assert "there is no such file" in assess("--answers", "nowhere.xlsx").err


class TestResults:
    def test_the_name_of_the_file_says_that_it_is_a_workbook(self, assess: Run) -> None:
        assert assess("--output", "result.xlsx").status in (0, 1)
        assert openpyxl.load_workbook("result.xlsx").sheetnames[0] == "Summary"
