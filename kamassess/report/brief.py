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

MOST_TOLD: Final = 5
"""So much of each section is told one by one; of the rest the number is."""

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
    """A document with the first entries of each section, and how many more it has."""
    number = told = 0
    for block in document:
        if not isinstance(block, Entry):
            yield from _more(told, language)
            told = 0
        elif not block.lead:
            number += 1
            block = evolve(block, lead=f"{number}.")
        told += isinstance(block, Entry)
        if told <= MOST_TOLD:
            yield _cut(block)
    yield from _more(told, language)


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


def _more(told: int, language: str) -> Iterator[Block]:
    if told > MOST_TOLD:
        yield Paragraph(tell("and more", language, count=told - MOST_TOLD), Tone.FAINT)
