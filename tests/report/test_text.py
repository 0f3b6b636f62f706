"""The report as text for a terminal."""

from __future__ import annotations

from kamassess.report.composing import compose
from kamassess.report.text import to_text
from kamassess.result import Result
from kamassess.showing.text import render


def test_it_is_the_document_of_a_result(result: Result) -> None:
    assert to_text(result, "nl", width=60) == render(compose(result, "nl"), width=60)


def test_it_is_without_colours_unless_they_are_asked_for(result: Result) -> None:
    assert "\x1b" not in to_text(result)
    assert to_text(result, colour=True) == render(compose(result, "en"), colour=True) != to_text(result)
