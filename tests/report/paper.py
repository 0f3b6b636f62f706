"""A document with one text wherever a block can have one, for what is tested with hostile texts."""

from __future__ import annotations

from datetime import date
from typing import Final

from kamassess.showing.document import (
    Bar,
    Bars,
    Branch,
    Document,
    Entry,
    Heading,
    Paragraph,
    Row,
    Rows,
    Table,
    Tone,
    Tree,
)

DAY: Final = date(2026, 11, 1)


def saying_everywhere(text: str) -> Document:
    """Every kind of block, with a text at each place where there is one."""
    row = Row(text, (text, text))
    return (
        Heading(text, 1),
        Rows((row,)),
        Heading(text),
        *(Paragraph(text, tone) for tone in Tone),
        Bars(
            (text,) * 3,
            (text,) * 3,
            (Bar(text, (0.2, 0.4, 0.9), (text,) * 3), Bar(text, None, (text,) * 3, level=2)),
        ),
        Table((text, text), ((text, text),)),
        Table((text, text, text), ((text, text, text),), numbers=False),
        Entry(text, remark=text, rows=(row,), tone=Tone.MAJOR),
        Entry(text, lead=text, remark=text, rows=(row,)),
        Tree(Branch(text, text, (Branch(text),))),
    )
