"""A report as PDF: to be kept, to be heard, and with nothing in it that does anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any
from unicodedata import category

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.model.terms import FindingKind
from kamassess.report import pdf
from kamassess.report.arranging import nonconformities
from kamassess.report.composing import compose
from kamassess.report.page import Page
from kamassess.report.pictures import Picture, pictures
from kamassess.report.plain import Contents, blocks, legible
from kamassess.report.sections.first import MOST_FIRST
from kamassess.report.sections.front import front
from kamassess.report.wording import who_acts
from kamassess.result import Result
from kamassess.showing.document import Block, Entry, Heading, Paragraph, Table, Tone
from tests.report.conftest import HOSTILE, saying
from tests.report.paper import DAY, saying_everywhere

pypdf = pytest.importorskip("pypdf", reason="the extra 'test' reads what was written")
pytest.importorskip("typst", reason="the extra 'office' writes it")

SHORT = [one for one in HOSTILE if len(one) < 1000]


def read(written: bytes) -> Any:
    return pypdf.PdfReader(BytesIO(written), strict=False)


def text(written: bytes) -> str:
    """All that can be read, without spaces: where lines are broken says nothing."""
    return unspaced("".join(page.extract_text() for page in read(written).pages))


def unspaced(said: str) -> str:
    return "".join(said.split()).replace("\u200b", "")


def texts_of(data: Any) -> Iterator[str]:
    """Every text in plain data, but for what says of what kind it is."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for one in data:
            yield from texts_of(one)
    elif isinstance(data, dict):
        for key, one in data.items():
            if key not in ("kind", "tone"):
                yield from texts_of(one)


def objects(written: bytes) -> list[Any]:
    """Every dictionary in the file."""
    reader = read(written)
    return [
        one
        for number in range(1, int(reader.trailer["/Size"]))
        if isinstance(one := reader.get_object(number), dict)
    ]


def assert_quiet(written: bytes) -> None:
    """Nothing in a file acts: what is linked is a place in itself."""
    for one in objects(written):
        assert (
            not {"/JS", "/JavaScript", "/URI", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile"} & one.keys()
        )
        assert one.get("/S") not in ("/URI", "/JavaScript", "/Launch", "/GoToR", "/SubmitForm", "/ImportData")
        assert one.get("/Type") not in ("/EmbeddedFile", "/Filespec")


@pytest.fixture(scope="module")
def written(result: Result) -> bytes:
    return pdf.to_pdf(result, "nl")


class TestStandards:
    def test_it_says_that_it_can_be_kept_and_heard(self, written: bytes) -> None:
        said = read(written).trailer["/Root"]["/Metadata"].get_data().decode()
        assert "<pdfaid:part>2</pdfaid:part>" in said
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in said
        assert "<pdfuaid:part>1</pdfuaid:part>" in said

    def test_it_has_a_title_a_language_and_the_day_of_the_assessment(self, written: bytes) -> None:
        reader = read(written)
        assert reader.metadata.title == "Gemeente Kleinstad: beoordeling op 1 november 2026"
        assert reader.trailer["/Root"]["/Lang"] == "nl"
        assert reader.metadata.creation_date.date() == DAY

    def test_pictures_are_there_in_words(self, result: Result, written: bytes) -> None:
        said = {str(one["/Alt"]) for one in objects(written) if "/Alt" in one}
        shown = [one for one in pictures(result, "nl") if one.name != "intervals"]
        assert shown
        assert {legible(one.alternative) for one in shown} <= said

    def test_sections_and_findings_are_headings_that_can_be_gone_to(self, written: bytes) -> None:
        reader = read(written)
        kinds = {one.get("/S") for one in objects(written) if one.get("/Type") == "/StructElem"}
        assert {"/H1", "/H2", "/Table", "/TH", "/TD"} <= kinds
        assert "Oordeel" in [one.title for one in reader.outline if not isinstance(one, list)]

    def test_pages_are_numbered(self, written: bytes) -> None:
        pages = read(written).pages
        assert f"pagina1van{len(pages)}" in unspaced(pages[0].extract_text())


class TestTexts:
    def test_everything_that_is_told_is_there(self, result: Result, written: bytes) -> None:
        said = text(written)
        for one in texts_of(blocks(compose(result, "nl"))):
            assert unspaced(one) in said

    def test_no_text_does_anything_wherever_it_stands(self) -> None:
        document = tuple(block for one in SHORT for block in saying_everywhere(one))
        written = pdf.render(document, "nl", DAY)
        assert_quiet(written)
        said = text(written)
        for one in SHORT:
            assert said.count(unspaced(pdf._fitting(one, "nl"))) >= len(saying_everywhere(one)), ascii(one)

    def test_no_text_of_an_organisation_does_anything(self, result: Result) -> None:
        written = pdf.to_pdf(saying(result, " | ".join(SHORT)))
        assert_quiet(written)
        assert unspaced("{{7*7}} ${7*7} <%= 7 %> {% raw %}") in text(written)

    @pytest.mark.parametrize(
        "said", ["\u4e2d\U0001f600", "a\u0489\u20dd\u0651", "\ud800\ufffe\ue000"], ids=ascii
    )
    def test_what_no_font_has_is_not_in_pictures_either(self, said: str, result: Result) -> None:
        assert "Oordeel" in text(pdf.to_pdf(saying(result, said), "nl"))

    def test_what_is_source_elsewhere_is_a_text(self) -> None:
        signs = '#panic("x") *a* _b_ $c$ `d` = e @f <g> \\ // /* h */ [i] ~ --- #link("http://example.org")'
        written = pdf.render((Heading("x", 1), Paragraph(signs)), "en", DAY)
        assert unspaced(signs) in text(written)
        assert_quiet(written)

    def test_a_text_without_end_is_cut_off_and_says_so(self) -> None:
        endless = "x<" * 50_000
        assert_quiet(pdf.render(saying_everywhere(endless), "en", DAY))
        written = pdf.render((Heading("x", 1), Paragraph(endless)), "en", DAY)
        assert "…and96000morecharacters" in text(written)

    def test_a_word_without_end_stays_on_the_page(self) -> None:
        written = pdf.render((Heading("x", 1), Paragraph("w" * 300)), "en", DAY)
        assert len(read(written).pages[0].extract_text().splitlines()) > 3

    def test_what_no_font_has_is_a_sign_in_its_place(self) -> None:
        written = pdf.render((Heading("x", 1), Paragraph("a\u4e2db \U0001f600 \ud800 \ue000c")), "en", DAY)
        assert "a\ufffdb" in text(written)
        assert text(written).count("\ufffd") == 4

    def test_letters_of_many_languages_are_there(self) -> None:
        said = "Şükrü Yağız, Łódź, Ελλάδα, Україна, שלום"
        written = pdf.render((Heading("x", 1), Paragraph(said)), "en", DAY)
        assert "\ufffd" not in text(written)
        assert unspaced("Şükrü Yağız, Łódź, Ελλάδα, Україна") in text(written)

    def test_every_character_that_we_count_on_can_be_shown(self) -> None:
        ranges = (pdf.files("kamassess.report") / "typst" / "characters.txt").read_text("utf-8").split()
        ends = [[int(end, 16) for end in one.split("-")] for one in ranges]
        points = (point for first, *last in ends for point in range(first, (last or [first])[0] + 1))
        every = [chr(one) for one in points if not category(chr(one)).startswith("M")]
        rows = [Paragraph(" ".join(every[at : at + 1000])) for at in range(0, len(every), 1000)]
        # Typst refuses to write what its fonts do not have; then there is no letter that is not Latin.
        assert "Ж" in text(pdf.render((Heading("x", 1), *rows), "en", DAY))

    def test_a_mark_that_no_font_has_on_a_letter_is_left_out(self) -> None:
        said = "Ж\u0489\u20dd\u0651\u05bc"
        written = pdf.render((Heading("x", 1), Paragraph(said)), "en", DAY)
        assert "Ж" in text(written)

    def test_a_newer_typst_with_other_fonts_still_gives_a_report(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pdf, "_not_shown", lambda: pdf.re.compile("(?!)"))  # as if it had every letter
        written = pdf.render((Heading("x", 1), Paragraph("é \u4e2d Ж")), "en", DAY)
        assert "é\ufffd\ufffd" in text(written)


class TestBytes:
    def test_the_same_result_gives_the_same_bytes(self, result: Result, written: bytes) -> None:
        assert ka.Assessment(result).to_pdf("nl") == written

    def test_a_comparison_can_be_had_too(self, result: Result) -> None:
        written = ka.Comparison(compare_results(result, result)).to_pdf("en")
        assert "Verdict" in text(written)
        assert written == pdf.changes_to_pdf(compare_results(result, result), "en")


def sections(each: int) -> tuple[Block, ...]:
    """Six sections of so many findings each."""
    return tuple(block for at in range(6) for block in (Heading(f"Section {at}"), *[Entry("told")] * each))


def nothing_is_below_a_page(written: bytes) -> bool:
    """Whether every text stands on its page: what does not is in the file all the same."""
    places: list[float] = []
    for page in read(written).pages:
        page.extract_text(visitor_text=lambda said, now, at, *_: places.append(at[5] * now[3] + now[5]))
    return min(places) >= 0


EVERY = sorted(ka.builtin_checklists())


@pytest.fixture(scope="module")
def company() -> ka.Assessment:
    """An organisation with much to tell, against every checklist."""
    organisation = ka.load_organisation("docs/examples/servicebedrijf.yaml")
    return ka.assess(organisation, EVERY, as_of=DAY)


class TestPages:
    def test_the_first_page_holds_what_a_director_wants_to_know(self, company: ka.Assessment) -> None:
        page = unspaced(read(company.to_pdf("nl")).pages[0].extract_text())
        result = company.result
        for checklist in result.checklists:
            assert unspaced(checklist.title["nl"]) in page
        missing = sum(one.kind is FindingKind.MISSING_OWNERSHIP for one in result.findings)
        assert f"gaaner{missing}overwieervoorinstaat" in page
        for it in nonconformities(result)[:MOST_FIRST]:
            assert unspaced(it.lead.repair["nl"]) in page
            for who in who_acts(it.lead, result, "nl"):
                assert unspaced(who) in page

    def test_a_first_page_of_what_is_only_open_has_what_to_find_out(self, result: Result) -> None:
        shown = front(Page(evolve(result, findings=()), "nl"))
        assert "Wat het meest zou ophelderen" in [one.text for one in shown if isinstance(one, Heading)]

    def test_the_first_page_of_a_comparison_holds_what_is_new(self, company: ka.Assessment) -> None:
        later = ka.assess(
            ka.load_organisation("docs/examples/servicebedrijf.yaml"), EVERY, as_of=date(2027, 3, 1)
        )
        written = ka.compare(company, later).to_pdf("nl")
        assert {"Oordeel", "Scores", "Nieuw"} <= set(read(written).pages[0].extract_text().splitlines())

    def test_a_long_report_has_its_contents_where_they_belong(self) -> None:
        written = pdf.render((Heading("x", 1), Contents(), *sections(30)), "en", DAY)
        assert "Inthisreport" in text(written)
        assert_quiet(written)

    def test_a_short_report_has_none(self) -> None:
        assert "Inthisreport" not in text(pdf.render((Heading("x", 1), Contents(), *sections(3)), "en", DAY))

    @pytest.mark.parametrize("before", range(20, 40, 3))
    def test_a_small_table_stays_on_one_page_with_its_heading(self, before: int) -> None:
        table = Table(("who", "how much"), tuple((f"row{at}", "1") for at in range(15)))
        filling = (Paragraph("filling") for _ in range(before))
        document = (Heading("x", 1), *filling, Heading("Acting"), Paragraph("so it is", Tone.FAINT), table)
        pages = [unspaced(one.extract_text()) for one in read(pdf.render(document, "en", DAY)).pages]
        (page,) = (one for one in pages if "row0" in one)
        assert "Acting" in page
        assert "row14" in page

    def test_a_long_table_has_its_heads_on_every_page_and_no_torn_row(self) -> None:
        long = "so many words that they need several lines, " * 8
        table = Table(("who", "how much"), tuple((f"<{at}: {long} :{at}>", "1") for at in range(30)))
        pages = [
            unspaced(one.extract_text())
            for one in read(pdf.render((Heading("x", 1), table), "en", DAY)).pages
        ]
        assert len(pages) > 2
        for page in pages:
            assert "howmuch" in page
            assert {*re.findall(r"<(\d+):", page)} == {*re.findall(r":(\d+)>", page)}

    def test_a_picture_that_is_higher_than_a_page_is_shown_whole(self) -> None:
        marks = "".join(f'<text x="10" y="{at}" font-size="20">mark{at}</text>' for at in (30, 2990))
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 3000" width="700" height="3000">'
            f"{marks}</svg>"
        )
        drawn = Picture("moved", "Moved", "What moved.", svg)
        assert "mark2990" in text(pdf.render((Heading("x", 1), drawn), "en", DAY))
        assert nothing_is_below_a_page(pdf.render((Heading("x", 1), drawn), "en", DAY))

    @pytest.mark.parametrize("name", ["servicebedrijf", "socialewerkplaats", "voorbeeldstad"])
    def test_the_letters_of_the_golden_thread_can_be_read(self, name: str) -> None:
        found = ka.assess(ka.load_organisation(f"docs/examples/{name}.yaml"), EVERY, as_of=DAY)
        pages = read(found.to_pdf("en")).pages
        (aside,) = (one for one in pages if one.mediabox.width > one.mediabox.height)
        sizes: list[float] = []
        aside.extract_text(
            visitor_text=lambda said, now, at, _, size: (
                sizes.append(abs(size * at[3] * now[3])) if said.strip() else None
            )
        )
        assert min(sizes) >= 6

    def test_a_row_that_is_longer_than_a_page_is_told_whole(self) -> None:
        long = " ".join(f"w{at}" for at in range(700))
        table = Table(("a", "b", "c", "d"), ((long, "x", "y", long),) * 2, numbers=False)
        written = pdf.render((Heading("x", 1), table), "en", DAY)
        assert text(written).count("w699") == 4
        assert nothing_is_below_a_page(written)
