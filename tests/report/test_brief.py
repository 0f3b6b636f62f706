"""The report in short: what a notebook shows."""

from __future__ import annotations

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.report.brief import MOST_TOLD, compose_brief, compose_brief_changes
from kamassess.report.composing import compose
from kamassess.result import Result
from kamassess.showing.display import bundle
from kamassess.showing.document import Bars, Document, Entry, Heading, Paragraph
from tests.report.conftest import HOSTILE, saying, shown
from tests.showing.parsing import read_html, read_markdown, read_text, said


def headings(document: Document) -> list[str]:
    return [block.text for block in document if isinstance(block, Heading)]


def numbered(document: Document) -> list[Entry]:
    return [block for block in document if isinstance(block, Entry) and not block.lead]


def test_it_tells_the_verdict_the_scores_and_what_falls_short(result: Result) -> None:
    found = headings(compose_brief(result, "en"))
    assert found[1:4] == ["Verdict", "Scores", "Who is to act"]
    assert "Missing ownership" in found
    assert any(isinstance(block, Bars) for block in compose_brief(result, "en"))


def test_what_is_told_one_by_one_has_the_number_of_the_whole_report(result: Result) -> None:
    few = numbered(compose_brief(result, "nl"))
    assert 0 < len(few) <= MOST_TOLD
    assert few == numbered(compose(result, "nl"))[: len(few)]


def test_of_what_is_left_out_the_number_is_told() -> None:
    town = ka.load_organisation("docs/examples/voorbeeldstad.yaml")
    found = compose_brief(ka.assess(town, "customer-chains", as_of="2026-11-01").result, "nl")
    left_out = [one.text for one in found if isinstance(one, Paragraph) and one.text.startswith("en nog ")]
    assert len(numbered(found)) == MOST_TOLD
    assert left_out


def test_a_comparison_in_short_has_its_verdict_and_scores(result: Result) -> None:
    nothing = evolve(result, findings=())
    found = compose_brief_changes(compare_results(nothing, result), "en")
    assert headings(found)[1:3] == ["Verdict", "Scores"]
    assert len(numbered(found)) <= MOST_TOLD


@pytest.mark.parametrize("text", HOSTILE, ids=shown)
def test_no_text_of_it_is_markup_or_obeyed(result: Result, text: str) -> None:
    hostile, harmless = saying(result, text), saying(result, "x")
    forms, plain = (bundle(compose_brief(one, "en")) for one in (hostile, harmless))
    tags, words = read_html(forms["text/html"])
    assert tags == read_html(plain["text/html"])[0]
    assert said(text)[:300] in words
    marks, words = read_markdown(forms["text/markdown"])
    assert marks == read_markdown(plain["text/markdown"])[0]
    assert said(text)[:100] in words
    read_text(forms["text/plain"])
    assert max(map(len, forms.values())) < 200_000
