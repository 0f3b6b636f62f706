"""
Who is to act, on how much.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamassess.report.arranging import (
    burdens,
)
from kamassess.report.page import Page
from kamassess.showing.document import Block, Heading, Paragraph, Table, Tone


def acting(page: Page) -> Iterator[Block]:
    """Who is to act, on how much."""
    found = burdens(page.result.findings)
    if not found:
        return
    yield Heading(page.tell("on whom"))
    nobody = page.tell("what nobody says") if any(one.person is None for one in found) else ""
    yield Paragraph(page.tell("what acting says", nobody=nobody), Tone.FAINT)
    heads = tuple(page.tell(one) for one in ("person", "major", "minor", "to prove", "to answer"))
    yield Table(
        heads,
        tuple(
            (
                page.name(one.person) if one.person else page.tell("nobody"),
                *(str(count or "·") for count in (one.major, one.minor, one.to_prove, one.to_answer)),
            )
            for one in found
        ),
    )
