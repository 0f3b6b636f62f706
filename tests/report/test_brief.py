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
from kamassess.showing.document import Bars, Document, Entry, Heading, Paragraph, Tone
from tests.report.conftest import HOSTILE, saying, shown
from tests.showing.parsing import read_html, read_markdown, read_text, said

TOWN = "docs/examples/voorbeeldstad.yaml"


def headings(document: Document) -> list[str]:
    return [block.text for block in document if isinstance(block, Heading)]


def numbered(document: Document) -> list[Entry]:
    """The entries with the numbers that they have where the document is rendered."""
    found = [block for block in document if isinstance(block, Entry) and not block.lead]
    return [evolve(one, lead=f"{number}.") for number, one in enumerate(found, 1)]


def told(document: Document) -> list[Entry]:
    return [block for block in document if isinstance(block, Entry)]


def test_it_tells_the_verdict_the_scores_and_what_falls_short(result: Result) -> None:
    found = headings(compose_brief(result, "en"))
    assert found[1:4] == ["Verdict", "Scores", "Who is to act"]
    assert "Missing ownership" in found
    assert any(isinstance(block, Bars) for block in compose_brief(result, "en"))


@pytest.fixture(scope="module")
def town() -> Result:
    return ka.assess(ka.load_organisation(TOWN), "customer-chains", as_of="2026-11-01").result


def test_what_is_told_one_by_one_has_the_number_of_the_whole_report(town: Result) -> None:
    few, all_of_them = told(compose_brief(town, "nl")), numbered(compose(town, "nl"))
    assert few[:MOST_TOLD] == all_of_them[:MOST_TOLD]
    assert set(few) < set(all_of_them)


def test_of_each_section_the_first_are_told_and_how_many_more_there_are(town: Result) -> None:
    document = compose_brief(town, "nl")
    begins = next(at for at, one in enumerate(document) if one == Heading("Ontbrekend eigenaarschap"))
    section = document[begins + 1 : begins + 2 + MOST_TOLD]
    assert [type(one) for one in section] == [Entry] * MOST_TOLD + [Paragraph]
    whole = compose(town, "nl")
    begins = whole.index(Heading("Ontbrekend eigenaarschap")) + 1
    count = next(at for at, one in enumerate(whole[begins:]) if not isinstance(one, Entry))
    assert section[-1] == Paragraph(f"en nog {count - MOST_TOLD}", Tone.FAINT)


def test_a_comparison_in_short_has_its_verdict_its_scores_and_some_of_each_sort(town: Result) -> None:
    found = compose_brief_changes(compare_results(evolve(town, findings=town.findings[::2]), town), "en")
    assert headings(found)[1:] == ["Verdict", "Scores", "New", "Still open"]
    assert len(told(found)) == 2 * MOST_TOLD


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
