"""
A result -> the blocks of its report, in a language: what a reader sees, in the order in which it matters.

Who has two minutes reads the verdict, the scores and who is to act; who works
through it finds every finding with why, what to do and who must do it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from kamassess.report.page import Page
from kamassess.report.sections.acting import acting
from kamassess.report.sections.engines import engines, signs_table
from kamassess.report.sections.further import contradictions, observations, unanswered, unproven
from kamassess.report.sections.head import head
from kamassess.report.sections.levels import levels
from kamassess.report.sections.next import next_to_find_out
from kamassess.report.sections.nonconformities import told_in_full
from kamassess.report.sections.parameters import parameters
from kamassess.report.sections.scores import scores
from kamassess.report.sections.verdict import verdict
from kamassess.result import Result
from kamassess.showing.document import Block, Document

Section = Callable[[Page], Iterator[Block]]
"""A part of a report."""

SECTIONS: Final[tuple[Section, ...]] = (
    head,
    verdict,
    scores,
    next_to_find_out,
    levels,
    acting,
    told_in_full,
    contradictions,
    unproven,
    unanswered,
    observations,
    signs_table,
    parameters,
    engines,
)
"""From the top of a report down."""


def compose(result: Result, language: str, sections: Iterable[Section] = SECTIONS) -> Document:
    """
    Compose the report of a result.

    Args:
        result: the result.
        language: ``nl`` or ``en``.
        sections: what it tells, from the top down.

    Returns:
        Its blocks.
    """
    page = Page(result, language)
    return tuple(block for section in sections for block in section(page))
