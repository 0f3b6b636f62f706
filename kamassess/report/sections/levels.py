"""
Nonconformities by the seven levels of customer orientation, for reflection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from kamassess.findings.finding import Finding
from kamassess.model.choices import choice
from kamassess.report.page import Page
from kamassess.showing.document import Block, Heading, Paragraph, Row, Rows, Table, Tone


def levels(page: Page) -> Iterator[Block]:
    """What falls short by level, and what to mend first."""
    by_id = {one.id: one for one in page.result.findings}
    for diagnosis in page.result.diagnoses:
        if diagnosis.heaviest is None:
            continue
        yield Heading(page.tell("levels section"))
        yield Paragraph(page.tell("what levels say"), Tone.FAINT)
        heads = tuple(page.tell(one) for one in ("level", "major", "minor", "weight", "weight certain"))
        yield Table(
            heads,
            tuple(
                (
                    choice(one.level, page.language),
                    *(str(count or "·") for count in (one.major, one.minor, one.weight, one.certain)),
                )
                for one in diagnosis.levels
            ),
        )
        heaviest = choice(diagnosis.heaviest, page.language)
        mend = page.tell("mend strictly" if diagnosis.strict else "mend above")
        yield Paragraph(f"{page.tell('heaviest level', level=heaviest)} {mend}")
        yield Rows(tuple(_mended(page, [by_id[one] for one in diagnosis.repairs])))


def _mended(page: Page, repairs: list[Finding]) -> Iterator[Row]:
    """What is to be mended on each level, in the order given; checkpoints once."""
    for level, found in groupby(repairs, key=lambda it: it.orientation):
        counts = Counter(page.checkpoint(one) for one in found)
        told = (
            page.tell("times", checkpoint=checkpoint, count=count) if count > 1 else checkpoint
            for checkpoint, count in counts.items()
        )
        yield Row(choice(level or "", page.language), (", ".join(told),))
