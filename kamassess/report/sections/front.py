"""
The first page of a report on paper: what a director reads in two minutes, and what stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from kamassess.report.page import Page
from kamassess.report.sections.first import first_to_do
from kamassess.report.sections.head import head
from kamassess.report.sections.next import next_to_find_out
from kamassess.report.sections.scores import scores
from kamassess.report.sections.verdict import in_numbers, in_sentences
from kamassess.showing.document import Bars, Block, Heading, Rows

_AT_ONCE: Final = ("ownership", "certainty")
"""The numbers that belong beside the verdict; the others are told with what was assessed."""


def front(page: Page) -> Iterator[Block]:
    """The title, the verdict, the scores of the checklists, and what to do first."""
    title, *_ = head(page)
    yield title
    yield from in_sentences(page)
    rows = tuple(row for row in in_numbers(page) if row.label in _labels(page))
    if rows:
        yield Rows(rows)
    for block in scores(page):
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Bars):
            yield evolve(block, bars=tuple(one for one in block.bars if one.level == 1))
    first = tuple(first_to_do(page))
    yield from first or next_to_find_out(page)


def about(page: Page) -> Iterator[Block]:
    """Against what on whose word was assessed, and the verdict in numbers."""
    yield Heading(page.tell("about section"))
    _, *what = head(page)
    yield from what
    yield Rows(tuple(row for row in in_numbers(page) if row.label not in _labels(page)))


def scores_by_requirement(page: Page) -> Iterator[Block]:
    """Every score, and what belongs beside them: those of the checklists stand on the first page alone."""
    _, *blocks = scores(page)
    yield Heading(page.tell("scores by requirement"))
    yield from blocks


def next_after(page: Page) -> Iterator[Block]:
    """What to find out next, where the first page has something else to do."""
    if any(first_to_do(page)):
        yield from next_to_find_out(page)


def _labels(page: Page) -> tuple[str, ...]:
    return tuple(map(page.tell, _AT_ONCE))
