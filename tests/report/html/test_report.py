"""A result as a page: everything is there, nothing of it is active, and it asks nothing of any other place."""

from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.errors import MissingLibrary
from kamassess.model.terms import LANGUAGES
from kamassess.report.composing import compose
from kamassess.report.html import rendering, to_html
from kamassess.report.html.cleaning import plain
from kamassess.report.html.report import page_of
from kamassess.report.pictures import Picture
from kamassess.report.wording import in_language
from kamassess.report.words import WORDS
from kamassess.result import Result
from kamassess.showing.document import Bars, Entry, Heading, Paragraph, Row, Rows, Table
from tests.material import AS_OF, ORGANISATION
from tests.report.conftest import HOSTILE, assess, shown
from tests.report.html import snapshot
from tests.report.html.conftest import saying_everywhere
from tests.report.html.reading import Reader

OUTWARD = {
    "src",
    "srcset",
    "href",
    "xlink:href",
    "action",
    "formaction",
    "poster",
    "data",
    "background",
    "ping",
    "cite",
}

SHAPES = {"circle", "desc", "g", "line", "path", "polyline", "rect", "text", "title", "tspan"}
OF_SHAPES = {
    *(
        "class",
        "d",
        "fill",
        "font-size",
        "font-weight",
        "points",
        "stroke",
        "stroke-dasharray",
        "stroke-width",
    ),
    *("cx", "cy", "dx", "dy", "r", "rx", "x", "x1", "x2", "y", "y1", "y2", "height", "width"),
    *("text-anchor", "transform"),
}
"""Of what pictures are made: nothing of it leads anywhere, and nothing runs."""

NOT_TO_SEE = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"

GROUPS = {word for key in ("major section", "minor section", "engines section") for word in WORDS[key]}
"""Headings that a page has no need of, since it puts together what stands under them."""


class TestWhatIsTold:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_all_that_the_text_report_tells_stands_in_it(self, result: Result, language: str) -> None:
        text = Reader(to_html(result, language)).text
        assert [one for one in told(result, language) if one not in text] == []

    def test_every_checkpoint_finding_and_verdict_is_there(self, result: Result) -> None:
        read = Reader(to_html(result))
        classes = Counter(name for it in read.all("class") for name in it.split())
        assert classes["checkpoint"] == len(result.outlines)
        assert len(read.all("data-kind")) == len(result.findings)
        for one in result.outlines.values():
            assert in_language(one.title, "en") in read.text

    def test_the_verdict_stands_before_ownership_what_to_do_and_the_requirements(
        self, result: Result
    ) -> None:
        ids = Reader(to_html(result)).all("id")
        order = ["verdict", "ownership", "first", "requirements", "scores", "about"]
        assert [one for one in ids if one in order] == order

    def test_what_is_to_be_done_links_to_where_all_of_it_is_told(self, result: Result) -> None:
        read = Reader(to_html(result))
        links = [one for one in read.all("href") if re.fullmatch(r"#f\d+", one)]
        assert len(links) == len(set(links)) > 3
        assert {one[1:] for one in read.all("href")} <= set(read.all("id"))

    def test_headings_go_down_one_level_at_a_time(self, result: Result) -> None:
        levels = [int(tag[1]) for tag, _ in Reader(to_html(result)).elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1 == levels.count(1)
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_no_two_elements_have_one_id(self, result: Result) -> None:
        ids = Reader(to_html(result)).all("id")
        assert len(ids) == len(set(ids))

    def test_the_words_are_those_of_the_language(self, result: Result) -> None:
        dutch, english = Reader(to_html(result, "nl")), Reader(to_html(result, "en"))
        assert (dutch.named("html"), english.named("html")) == ([{"lang": "nl"}], [{"lang": "en"}])
        assert "Wat eerst te doen" in dutch.text
        assert "What to do first" in english.text
        assert skeleton(dutch) == skeleton(english)

    def test_the_same_result_gives_the_same_bytes(self, result: Result) -> None:
        assert to_html(result) == to_html(assess(ORGANISATION))
        assert ka.Assessment(result).to_html("nl") == to_html(result, "nl")

    def test_of_nothing_wrong_no_work_is_told(self, result: Result) -> None:
        read = Reader(to_html(evolve(result, findings=(), diagnoses=())))
        assert "first" not in read.all("id")
        assert "Missing ownership" not in read.text
        assert "No nonconformities were found" in read.text or "Conforms" in read.text

    def test_pictures_stand_where_they_belong_with_their_text(self, result: Result) -> None:
        drawn = [
            Picture(
                name,
                f"Title of {name}",
                f"In words: {name} <b>",
                f'<svg role="img" class="{name}" width="9"></svg>',
            )
            for name in ("thread", "duties", "levels", "effort", "handovers-permits")
        ]
        read = Reader(page_of(result, "en", drawn))
        order = [
            it.get("id") or it["class"]
            for tag, it in read.elements
            if (tag == "section" and "id" in it) or (tag == "svg" and it.get("role") == "img")
        ]
        wanted = ["ownership", "thread", "duties", "scores", "levels-1", "levels", "effort", "handovers"]
        assert [one for one in order if one in wanted or one == "handovers-permits"] == [
            *wanted,
            "handovers-permits",
        ]
        assert "In words: handovers-permits <b>" in read.text

    def test_it_reads_as_it_did(self, result: Result) -> None:
        assert snapshot.read(result) == snapshot.FILE.read_text("utf-8"), snapshot.__doc__

    @pytest.mark.parametrize("example", ["voorbeeldstad", "servicebedrijf", "socialewerkplaats"])
    def test_that_of_an_example_with_every_checklist_fits_in_a_megabyte(self, example: str) -> None:
        described = ka.load_organisation(Path("docs/examples", f"{example}.yaml"))
        assessment = ka.assess(described, list(ka.builtin_checklists()), as_of=AS_OF)
        assert len(assessment.to_html("nl").encode()) <= 1_000_000


class TestNothingActive:
    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_no_text_adds_an_element_an_attribute_or_an_address(self, result: Result, text: str) -> None:
        few = (
            result
            if len(text) < 1_000
            else evolve(result, verdicts=result.verdicts[:8], findings=result.findings[:4], diagnoses=())
        )
        written = to_html(saying_everywhere(few, text))
        assert not re.search(NOT_TO_SEE, written)
        read = Reader(written)
        assert skeleton(read) == skeleton(Reader(to_html(saying_everywhere(few, "plain"))))
        assert {tag for tag, _ in read.drawn} <= SHAPES
        assert {name for _, attributes in read.drawn for name in attributes} <= OF_SHAPES
        assert read.comments == []
        assert " ".join(plain(text).split()) in read.text

    def test_it_asks_nothing_of_any_other_place(self, result: Result) -> None:
        read = Reader(to_html(saying_everywhere(result, "javascript:alert(1)")))
        addresses = [it[name] or "" for _, it in read.elements for name in OUTWARD & it.keys()]
        assert addresses
        assert [one for one in addresses if not re.fullmatch(r"#[a-z]+(-?\d+)?", one)] == []
        assert not re.search(r"url\(|@import|https?:|//", "".join(read.raw["style"]))

    def test_its_policy_names_the_one_style_and_the_one_script(self, result: Result) -> None:
        read = Reader(to_html(result))
        (style,), (script,) = read.raw["style"], read.raw["script"]
        (said,) = [it["content"] for it in read.named("meta") if "http-equiv" in it]
        assert said == rendering.policy(style, script)
        assert said.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in said

    def test_no_element_has_a_style_or_a_handler_of_its_own(self, result: Result) -> None:
        names = {name for _, it in Reader(to_html(result)).elements for name in it}
        assert "style" not in names
        assert not [one for one in names if one.startswith("on")]

    def test_what_no_page_can_hold_is_replaced(self, result: Result) -> None:
        written = to_html(saying_everywhere(result, "a\ud800b\x00c\ufffed\u202ee\x85f"))
        assert "a\ufffdb c\ufffdde f" in written
        assert written.encode("utf-8")


def test_where_jinja_is_missing_the_extra_is_named(result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    rendering._environment.cache_clear()
    with pytest.raises(MissingLibrary, match=r"kamassess\[report\]"):
        to_html(result)


# ------------------------------------------------------------------ what is compared
def skeleton(read: Reader) -> list[tuple[str, Any]]:
    """The elements with their attributes, but for the values of those that hold words."""
    words = {
        "viewbox",
        "height",
        "width",
        "aria-label",
        "data-left",
        "data-nothing",
        "data-unfold",
        "data-fold",
        "lang",
    }
    return [
        (tag, {name: None if name in words else value for name, value in attributes.items()})
        for tag, attributes in read.elements
    ]


def told(result: Result, language: str) -> list[str]:
    """All that the text report tells, but for how it puts things together."""
    found = []
    for block in compose(result, language):
        match block:
            case Heading(text=text, level=2) if text not in GROUPS:
                found.append(text)
            case Paragraph(text=text):
                found.append(text)
            case Rows(rows=rows) | Entry(rows=rows):
                found += [
                    line for row in rows if isinstance(row, Row) and not row.brief for line in row.lines
                ]
            case Bars(bars=bars):
                found += [one.title for one in bars]
            case Table(rows=cells):
                found += [cell for row in cells for cell in row]
        if isinstance(block, Entry):
            found.append(block.title)
    return found
