"""
A report in short: what stands at its top, and the first of what it tells one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

from attrs import evolve, fields, has

from kamassess.comparing import Changes
from kamassess.report.changes import compose_changes
from kamassess.report.composing import compose
from kamassess.report.sections.acting import acting
from kamassess.report.sections.head import head
from kamassess.report.sections.nonconformities import told_in_full
from kamassess.report.sections.scores import scores
from kamassess.report.sections.verdict import verdict
from kamassess.report.words import tell
from kamassess.result import Result
from kamassess.showing.document import Block, Document, Entry, Paragraph, Tone

SECTIONS: Final = (head, verdict, scores, acting, told_in_full)
"""From the top of a report in short down."""

MOST_TOLD: Final = 6
"""So much is told one by one; of the rest the number is."""

LONGEST: Final = 500
"""So many characters of a text are shown."""


def compose_brief(result: Result, language: str) -> Document:
    """
    Compose the report of a result in short.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        Its blocks; what is told one by one has the number that it has in the whole report.
    """
    return tuple(_shortened(compose(result, language, SECTIONS), language))


def compose_brief_changes(changes: Changes, language: str) -> Document:
    """
    Compose the report of a comparison in short.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        Its blocks, likewise.
    """
    return tuple(_shortened(compose_changes(changes, language), language))


def _shortened(document: Document, language: str) -> Iterator[Block]:
    """The first entries of a document, and of each section how many more it has."""
    told = left_out = 0
    for block in document:
        if isinstance(block, Entry):
            told += 1
            left_out += told > MOST_TOLD
        elif left_out:
            yield _more(left_out, language)
            left_out = 0
        if not left_out:
            yield _cut(block)
    if left_out:
        yield _more(left_out, language)


def _cut(value: Any) -> Any:
    """A block, or a part of one, in which no text is longer than somebody reads in a notebook."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    if isinstance(value, tuple):
        return tuple(map(_cut, value))
    if has(type(value)):
        return evolve(value, **{one.name: _cut(getattr(value, one.name)) for one in fields(type(value))})
    return value


def _more(count: int, language: str) -> Paragraph:
    return Paragraph(tell("and more", language, count=count), Tone.FAINT)
