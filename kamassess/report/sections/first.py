"""
What to do first, and who acts: the few things that a director takes along.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kamassess.findings.finding import Finding
from kamassess.model.terms import ORGANISATION
from kamassess.report.arranging import nonconformities
from kamassess.report.page import Page, present
from kamassess.report.wording import in_language, message, who_acts
from kamassess.showing.document import Block, Entry, Heading, Tone

MOST_FIRST: Final = 5
"""So many things to do first are told: what follows on them is in the order of the findings."""


def first_to_do(page: Page) -> Iterator[Block]:
    """What mends the first causes, each with the number that its finding has and with who acts."""
    found = nonconformities(page.result)[:MOST_FIRST]
    if not found:
        return
    yield Heading(page.tell("first section"))
    for number, it in enumerate(found, 1):
        act = page.row("act", "; ".join(who_acts(it.lead, page.result, page.language)))
        yield Entry(_what(page, it.lead), f"{number}.", rows=present((act,)), tone=Tone.PLAIN)


def _what(page: Page, one: Finding) -> str:
    """What mends a finding, and where; of a systemic one the requirement is where."""
    what = in_language(one.repair, page.language)
    if not what:
        return message(one, page.result, page.language)
    if one.checkpoint is None:
        return page.tell("of whom", who=page.title(one.checklist, one.requirement), what=what)
    return what if one.focus == ORGANISATION else page.tell("of whom", who=page.name(one.focus), what=what)
