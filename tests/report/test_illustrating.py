"""A report on paper: in another order than on a screen, and nothing left out."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kamassess.model.terms import LANGUAGES
from kamassess.report.composing import compose
from kamassess.report.illustrating import illustrated
from kamassess.result import Result
from kamassess.showing.document import Entry, Heading, Paragraph, Row, Rows


def told(blocks: Iterable[object]) -> set[str | Row]:
    """Headings, sentences, what is told one by one, and what is told beside it."""
    found: set[str | Row] = set()
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            found.add(block.text)
        elif isinstance(block, Entry):
            found.add(block.title)
            found.update(block.rows)
        elif isinstance(block, Rows):
            found.update(block.rows)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_text_report_tells_stands_on_paper(result: Result, language: str) -> None:
    assert told(compose(result, language)) <= told(illustrated(result, language))
