"""A report as a Word document: what it says, in any template, with nothing in it that does anything."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.report.context import context
from kamassess.report.illustrating import illustrated
from kamassess.report.pictures import Picture, pictures
from kamassess.report.plain import legible
from kamassess.report.templating import standard_template
from kamassess.report.word import changes_to_docx, render, to_docx
from kamassess.result import Result
from kamassess.showing.document import Heading, Table
from tests.report.conftest import HOSTILE, saying, shown
from tests.report.paper import DAY, saying_everywhere

docx = pytest.importorskip("docx", reason="the extra 'office' has it")
pytest.importorskip("docxtpl", reason="the extra 'office' writes it")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ACTIVE = re.compile(
    r"}(hyperlink|fldSimple|fldChar|instrText|altChunk|object|control|subDoc|hlinkClick|ins|del)$"
)
SHORT = [one for one in HOSTILE if len(one) < 1000]


def parts(written: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(written)) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def elements(written: bytes) -> Iterator[Element]:
    """Every element of every part that is XML."""
    for name, data in parts(written).items():
        if name.endswith((".xml", ".rels")):
            yield from fromstring(data).iter()


def active(written: bytes) -> Counter[str]:
    """What could do something: fields, links, objects, and whatever is fetched from elsewhere."""
    found: Counter[str] = Counter()
    for one in elements(written):
        if ACTIVE.search(one.tag) or one.get("TargetMode") == "External":
            found[one.tag + (one.get(f"{W}instr") or one.get("Target") or "")] += 1
    return found


def text(written: bytes) -> str:
    """What a reader sees in the text, a paragraph a line."""
    body = fromstring(parts(written)["word/document.xml"])
    return "\n".join(
        "".join(one.text or "" for one in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p")
    )


@pytest.fixture(scope="module")
def written(result: Result) -> bytes:
    return to_docx(result, "nl")


@pytest.fixture(scope="module")
def subject(result: Result) -> Any:
    return result.organisation


class TestReport:
    def test_sections_and_findings_have_the_styles_of_headings(self, result: Result, written: bytes) -> None:
        read = docx.Document(BytesIO(written))
        styles = {one.text: one.style.name for one in read.paragraphs}
        assert styles["Gemeente Kleinstad: beoordeling op 1 november 2026"] == "Title"
        assert styles["Oordeel"] == "Heading 1"
        assert sum(one.style.name == "Heading 2" for one in read.paragraphs) > 2

    def test_the_verdict_stands_first_in_its_tone(self, written: bytes) -> None:
        paragraphs = docx.Document(BytesIO(written)).paragraphs
        at = [one.text for one in paragraphs].index("Oordeel")
        assert paragraphs[at + 1].style.name.startswith("Verdict")

    def test_scores_have_a_bar_that_is_told_in_words(self, written: bytes) -> None:
        told = [one.get("descr", "") for one in elements(written) if one.tag.endswith("}docPr")]
        assert any(re.fullmatch(r"bewezen .+, gesteld .+, mogelijk .+", one) for one in told)

    def test_pictures_are_there_in_words(self, result: Result, written: bytes) -> None:
        told = {one.get("descr") for one in elements(written) if one.tag.endswith("}docPr")}
        drawn = [one for one in pictures(result, "nl") if one.name != "intervals"]
        assert drawn
        assert {legible(one.alternative) for one in drawn} <= told
        assert None not in told

    def test_it_knows_its_title_day_and_language(self, written: bytes) -> None:
        read = docx.Document(BytesIO(written))
        known = read.core_properties
        assert known.title == "Gemeente Kleinstad: beoordeling op 1 november 2026"
        assert known.created.replace(tzinfo=None) == datetime(2026, 11, 1)
        assert known.language == "nl-NL"
        assert {one.get(f"{W}val") for one in read.styles.element.iter(f"{W}lang")} == {"nl-NL"}

    def test_the_same_result_gives_the_same_bytes(self, result: Result, written: bytes) -> None:
        assert ka.Assessment(result).to_docx("nl") == written

    def test_a_comparison_can_be_had_too(self, result: Result) -> None:
        changes = compare_results(result, result)
        written = ka.Comparison(changes).to_docx("en")
        assert "Verdict" in text(written)
        assert written == changes_to_docx(changes, "en")

    def test_no_table_is_wider_than_the_page(self, written: bytes) -> None:
        read = docx.Document(BytesIO(written))
        page = read.sections[0]
        room = page.page_width - page.left_margin - page.right_margin
        assert read.tables
        for table in read.tables:
            assert sum(column.width for column in table.columns) <= room + 1000

    def test_a_picture_that_is_too_wide_stands_on_a_page_on_its_side_that_holds_it(
        self, subject: Any
    ) -> None:
        wide = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1500 {0}" width="1500" height="{0}"></svg>'
        )
        for height in (400, 3000):
            drawn = Picture("thread", "Thread", "From vision to owner.", wide.format(height))
            read = docx.Document(BytesIO(render((Heading("Report", 1), drawn), subject, DAY, "en")))
            upright, aside, after = (one.page_width < one.page_height for one in read.sections)
            assert (upright, aside, after) == (True, False, True)
            page, (shown_,) = read.sections[1], read.inline_shapes
            assert shown_.width <= page.page_width - page.left_margin - page.right_margin
            assert shown_.height <= page.page_height - page.top_margin - page.bottom_margin

    def test_every_block_of_a_document_is_there(self, subject: Any) -> None:
        said = text(render(saying_everywhere("said"), subject, DAY, "en"))
        assert said.count("said") == 51

    def test_the_first_things_to_do_stand_before_everything_but_verdict_and_scores(
        self, written: bytes
    ) -> None:
        read = docx.Document(BytesIO(written))
        heads = [one.text for one in read.paragraphs if one.style.name == "Heading 1"]
        assert heads[:4] == ["Oordeel", "Scores", "Wat eerst te doen", "Wie is aan zet"]

    @pytest.mark.parametrize(("rows", "together"), [(5, True), (40, False)])
    def test_a_small_table_stays_on_one_page(self, rows: int, together: bool, subject: Any) -> None:
        table = Table(("who", "how much"), tuple((f"row {at}", "1") for at in range(rows)))
        read = docx.Document(BytesIO(render((Heading("Report", 1), table), subject, DAY, "en")))
        styles = [row.cells[0].paragraphs[0].style for row in read.tables[0].rows[1:]]
        assert {bool(one.paragraph_format.keep_with_next) for one in styles} == {together}

    def test_a_template_of_ones_own_gets_every_score_once(self, result: Result) -> None:
        given = context(illustrated(result, "nl"), "x", DAY, "nl")
        assert len(given["scores"]) == len(result.scores)
        assert given["about"][0]["label"] == "checklist"
        assert all(one["kind"] == "paragraph" for one in given["verdict"])


class TestTexts:
    @pytest.mark.parametrize("said", HOSTILE, ids=shown)
    def test_no_text_does_anything_and_each_is_read_back(self, said: str, subject: Any) -> None:
        written = render(saying_everywhere(said), subject, DAY, "nl")
        assert active(written) == active(render(saying_everywhere("said"), subject, DAY, "nl"))
        assert text(written).count(legible(said)) >= 51

    def test_no_text_of_an_organisation_does_anything(self, result: Result, written: bytes) -> None:
        hostile = " | ".join(SHORT)
        made = to_docx(saying(result, hostile), "nl")
        assert active(made) == active(written)
        assert legible(hostile) in text(made)

    def test_signs_of_a_template_are_a_text(self, subject: Any) -> None:
        said = "{{ title }} {% raw %} {# x #} {_{ x }_} {_% y %_} {%p if x %} {{r z }} &#123;_{"
        made = render((Heading("x", 1), *saying_everywhere(said)), subject, DAY, "en")
        assert said in text(made)
        assert read_title(render((Heading(said, 1),), subject, DAY, "en")) == said

    def test_a_title_without_end_is_cut_off_where_word_would_not_open_it(self, subject: Any) -> None:
        assert len(read_title(render((Heading("x" * 1000, 1),), subject, DAY, "en"))) == 255


def read_title(written: bytes) -> str:
    title: str = docx.Document(BytesIO(written)).core_properties.title
    return title


class TestOtherPrograms:
    @pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
    def test_libreoffice_opens_it_and_reads_every_section(self, written: bytes, tmp_path: Path) -> None:
        file = tmp_path / "report.docx"
        file.write_bytes(written)
        home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
        call = [
            "soffice",
            "--headless",
            home,
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
        ]
        ran = subprocess.run([*call, str(file)], capture_output=True, timeout=300, text=True, check=False)
        made = tmp_path / "report.txt"
        if not made.exists() and "no export filter" in ran.stderr:
            pytest.skip("LibreOffice is installed without Writer")
        read = made.read_text("utf-8-sig")
        for one in ("Oordeel", "Scores", "Wie is aan zet", "bewezen"):
            assert one in read

    def test_the_standard_template_opens_as_any_document(self) -> None:
        read = docx.Document(BytesIO(standard_template()))
        assert read.paragraphs[0].text == "{{ title }}"
        assert not active(standard_template()) - Counter({f"{W}fldSimplePAGE": 2, f"{W}fldSimpleNUMPAGES": 2})
