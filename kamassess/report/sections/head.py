"""
What was assessed, against what, and who described it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamassess.checklist.outline import ChecklistOutline
from kamassess.model.days import day
from kamassess.report.page import Page
from kamassess.report.wording import in_language, part, person
from kamassess.report.words import BASES, word
from kamassess.showing.document import Block, Heading, Row, Rows


def head(page: Page) -> Iterator[Block]:
    """The title, and against what on whose word was assessed."""
    result, subject = page.result, page.result.organisation
    name = in_language(subject.name, page.language, subject.id)
    yield Heading(page.tell("title", name=name, day=day(result.as_of, page.language)), 1)
    rows = [Row(page.tell("against"), tuple(_checklist(page, one) for one in result.checklists))]
    rows.append(Row(page.tell("described"), (described(page),)))
    if subject.not_described:
        parts = sorted(part(one, result, page.language) for one in subject.not_described)
        rows.append(Row(page.tell("not described"), ("; ".join(parts),)))
    yield Rows(tuple(rows))


def _checklist(page: Page, one: ChecklistOutline) -> str:
    source = one.source
    return page.tell(
        "checklist",
        title=in_language(one.title, page.language, one.id),
        version=one.version,
        source=source.title,
        by=page.tell("by author", author=source.author) if source.author else "",
        edition=page.tell("edition", edition=source.edition) if source.edition else "",
    )


def described(page: Page) -> str:
    """Who described the organisation, when, and on what basis."""
    claim = page.result.organisation.described
    pieces = []
    if claim.by:
        pieces.append(page.tell("described by", by=person(claim.by, page.result, page.language)))
    if claim.on:
        pieces.append(page.tell("described on", day=day(claim.on, page.language)))
    if claim.basis:
        pieces.append(page.tell("described basis", basis=word(BASES, claim.basis, page.language)))
    return ", ".join(pieces)
