"""
The numbers and words that a text leaves to the reader, as they were set.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamassess.checklist.compiled import parameter_of
from kamassess.checklist.condition import Constant
from kamassess.findings.telling import say
from kamassess.model.terms import Text
from kamassess.report.page import Page
from kamassess.report.wording import in_language
from kamassess.showing.document import Block, Heading, Paragraph, Row, Rows, Tone


def parameters(page: Page) -> Iterator[Block]:
    """What was set, to what, and what that is; what several checklists leave open alike stands once."""
    set_to = page.result.parameters
    rows = dict.fromkeys(
        _row(page, name, title, parameter_of(set_to, checklist.id, name))
        for checklist in page.result.checklists
        for name, title in sorted(checklist.parameters.items())
    )
    if rows:
        yield Heading(page.tell("parameters section"))
        yield Paragraph(page.tell("left to the reader"), Tone.FAINT)
        yield Rows(tuple(rows))


def _row(page: Page, name: str, title: Text, value: Constant) -> Row:
    told = page.tell("parameter", value=say(value, page.language), title=in_language(title, page.language))
    return Row(name, (told,))
