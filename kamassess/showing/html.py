"""
A document as a piece of HTML: for a notebook, or to stand in a page.

It is meaning and no looks: no script, no address, nothing that it asks from elsewhere.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Final

from kamassess.showing.document import (
    Bars,
    Block,
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
from kamassess.showing.text import SHADES, clean, lengths

_BELOW: Final = 2
"""What stands around it has the highest headings: so much lower are its own."""

_BAR: Final = 20
"""So many characters wide is the bar of a score."""

_LEFT: Final = ' style="text-align: left"'
"""Notebooks set every cell to the right, as they do with numbers."""


def render(document: Document) -> str:
    """
    Render a document as a piece of HTML.

    Args:
        document: its blocks.

    Returns:
        One ``div``, with a line end behind it.

    Example:
        >>> print(render((Heading("Verdict"), Paragraph("1 < 2"))), end="")
        <div class="kamassess">
        <h4>Verdict</h4>
        <p>1 &lt; 2</p>
        </div>
    """
    number = 0
    parts = ['<div class="kamassess">']
    for block in document:
        if isinstance(block, Entry):
            number += not block.lead
            parts.extend(_entry(block, block.lead or f"{number}."))
        else:
            parts.extend(_block(block))
    return "\n".join((*parts, "</div>")) + "\n"


def escape(text: str) -> str:
    """
    A text that says just what it says, also between quotes.

    Args:
        text: any text.

    Returns:
        The text with everything escaped that HTML would act upon.

    Example:
        >>> escape('<b title="x">')
        '&lt;b title=&quot;x&quot;&gt;'
    """
    return html.escape(clean(text))


@singledispatch
def _block(block: Block) -> Iterator[str]:
    raise TypeError(f"not a block: {block!r}")


@_block.register
def _(block: Heading) -> Iterator[str]:
    level = block.level + _BELOW
    yield f"<h{level}>{escape(block.text)}</h{level}>"


@_block.register
def _(block: Paragraph) -> Iterator[str]:
    text = escape(block.text)
    if block.tone is Tone.FAINT:
        text = f"<small>{text}</small>"
    elif block.tone is not Tone.PLAIN:
        text = f"<strong>{text}</strong>"
    yield f"<p>{text}</p>"


@_block.register
def _(block: Rows) -> Iterator[str]:
    yield from _rows(block.rows)


def _rows(rows: Iterable[Row]) -> Iterator[str]:
    yield "<table>"
    for row in rows:
        lines = "<br>".join(map(escape, row.lines))
        yield f'<tr><th scope="row"{_LEFT}>{escape(row.label)}</th><td{_LEFT}>{lines}</td></tr>'
    yield "</table>"


@_block.register
def _(block: Bars) -> Iterator[str]:
    yield "<table>"
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in block.heads)
    yield f"<thead><tr><td></td>{heads}<td></td></tr></thead>"
    for bar in block.bars:
        title = escape(bar.title) if bar.level > 1 else f"<strong>{escape(bar.title)}</strong>"
        numbers = "".join(f"<td>{escape(text)}</td>" for text in bar.texts)
        drawn = "".join(shade * length for shade, length in lengths(bar, _BAR))
        picture = f'<td aria-hidden="true"{_LEFT}>{drawn}</td>'  # it says what the numbers say
        yield f'<tr><th scope="row"{_LEFT}>{title}</th>{numbers}{picture}</tr>'
    yield "</table>"
    yield "<ul>"
    for shade, head, meaning in zip(SHADES, block.heads, block.meanings, strict=False):
        mark = f'<span aria-hidden="true">{shade}</span>'
        yield f"<li>{mark} <em>{escape(head)}</em>: {escape(meaning)}</li>"
    yield "</ul>"


@_block.register
def _(block: Table) -> Iterator[str]:
    aligned = "" if block.numbers else _LEFT
    first, *others = block.heads
    heads = "".join(f'<th scope="col"{aligned}>{escape(head)}</th>' for head in others)
    yield "<table>"
    yield f'<thead><tr><th scope="col"{_LEFT}>{escape(first)}</th>{heads}</tr></thead>'
    for row in block.rows:
        cells = "".join(f"<td{aligned}>{escape(cell)}</td>" for cell in row[1:])
        yield f'<tr><th scope="row"{_LEFT}>{escape(row[0])}</th>{cells}</tr>'
    yield "</table>"


@_block.register
def _(block: Tree) -> Iterator[str]:
    yield "<ul>"
    yield from _branch(block.root)
    yield "</ul>"


def _branch(one: Branch) -> Iterator[str]:
    remark = f": {escape(one.remark)}" if one.remark else ""
    yield f"<li>{escape(one.title)}{remark}"
    if one.branches:
        yield "<ul>"
        for below in one.branches:
            yield from _branch(below)
        yield "</ul>"
    yield "</li>"


def _entry(block: Entry, lead: str) -> Iterator[str]:
    """What is told, and folded below it what belongs to it."""
    remark = f" <small>{escape(block.remark)}</small>" if block.remark else ""
    told = f"{escape(lead)} <strong>{escape(block.title)}</strong>{remark}"
    if not block.rows:
        yield f"<p>{told}</p>"
        return
    yield f"<details><summary>{told}</summary>"
    yield from _rows(block.rows)
    yield "</details>"
