"""``kamassess template``, and a report in a template of one's own."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from tests.cli.conftest import Run

docx = pytest.importorskip("docx", reason="the extra 'office' has it")
pytest.importorskip("docxtpl", reason="the extra 'office' fills it")


def own(line: str) -> None:
    """A template with one line, in the folder."""
    made = docx.Document()
    made.add_paragraph(line)
    made.save("own.docx")


def lines(file: str) -> list[str]:
    return [one.text for one in docx.Document(BytesIO(Path(file).read_bytes())).paragraphs]


class TestTemplate:
    def test_the_standard_one_is_written_and_gives_the_same_report(self, run: Run, assess: Run) -> None:
        assert run("template", "--output", "standard.docx").status == 0
        assess("--output", "plain.docx")
        assess("--template", "standard.docx", "--output", "own.docx")
        assert Path("own.docx").read_bytes() == Path("plain.docx").read_bytes()

    def test_one_with_another_ending_is_refused(self, run: Run) -> None:
        ran = run("template", "--output", "template.pdf")
        assert (ran.status, Path("template.pdf").exists()) == (2, False)
        assert "template.pdf: a template is a Word document; name it .docx" in ran.err

    def test_one_of_ones_own_is_filled_in_every_command_that_reports(self, run: Run, assess: Run) -> None:
        own("{{ organisation }}")
        assess("--output", "saved.json")
        assess("--template", "own.docx", "--output", "a.docx")
        run("report", "saved.json", "--template", "own.docx", "--output", "b.docx")
        run("compare", "saved.json", "saved.json", "--template", "own.docx", "--output", "c.docx")
        assert [lines(one) for one in ("a.docx", "b.docx", "c.docx")] == [["Town"]] * 3

    def test_what_is_wrong_in_it_is_told_with_its_name(self, assess: Run) -> None:
        own("{{ organistion }}")
        ran = assess("--template", "own.docx", "--output", "report.docx")
        assert ran.status == 3
        assert "own.docx: there is no variable 'organistion'; did you mean 'organisation'?" in ran.err
        assert not Path("report.docx").exists()

    def test_a_file_that_is_not_there_is_told_before_any_work(self, assess: Run) -> None:
        ran = assess("--template", "none.docx", "--output", "report.docx")
        assert ran.status == 3
        assert "none.docx: there is no such file" in ran.err

    def test_only_a_word_document_has_a_template(self, assess: Run) -> None:
        ran = assess("--template", "own.docx", "--output", "report.md")
        assert ran.status == 2
        assert "--template is what --format docx fills" in ran.err


def test_a_report_as_pdf_is_whole_in_its_file(assess: Run) -> None:
    pytest.importorskip("typst", reason="the extra 'office' writes it")
    assert assess("--output", "report.pdf").status == 0
    assert Path("report.pdf").read_bytes().startswith(b"%PDF-1.7")
