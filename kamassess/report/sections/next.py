"""
What to find out next: what would narrow the scores most.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kamassess.model.terms import ORGANISATION
from kamassess.report.numbers import tenths
from kamassess.report.page import Page, present
from kamassess.report.wording import in_language
from kamassess.scoring.asking import Open, to_find_out
from kamassess.showing.document import Block, Entry, Heading, Paragraph, Tone

MOST_NEXT: Final = 3
"""So many things to find out next are told."""


def next_to_find_out(page: Page) -> Iterator[Block]:
    """The few things that narrow the scores most."""
    found = to_find_out(page.result.checklists, page.result.verdicts)[:MOST_NEXT]
    if not found:
        return
    yield Heading(page.tell("next section"))
    yield Paragraph(page.tell("what next says"), Tone.FAINT)
    for one in found:
        outline = page.result.outlines[one.checklist, one.checkpoint]
        title = in_language(outline.ask or outline.title, page.language, outline.id)
        foci = () if one.foci == (ORGANISATION,) else tuple(map(page.name, one.foci))
        guidance = in_language(outline.guidance, page.language)
        rows = (
            page.row("where", ", ".join(page.at_most(list(foci)))),
            page.row("repair", page.tell("prove it" if one.to_prove else "answer it"), guidance),
            page.row("effect", _narrows(page, one)),
        )
        yield Entry(title, one.checkpoint, rows=present(rows))


def _narrows(page: Page, one: Open) -> str:
    least, most = (tenths(it * 100, page.language) for it in one.narrows)
    if least == most:
        return page.tell("narrows by one" if least == "1" else "narrows", points=least)
    return page.tell("narrows between", least=least, most=most)
