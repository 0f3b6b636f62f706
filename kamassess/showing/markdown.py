"""
A document as Markdown: for a wiki, a merge request or a mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    Tree,
)
from kamassess.showing.text import SHADES, clean, lengths

_ACTIVE: Final = str.maketrans({one: f"\\{one}" for one in "\\`*_{}[]<>#|~!&"})
"""What Markdown or HTML could take for more than text, each with a backslash before it."""

_LIST: Final = re.compile(r"^(?=[-+]|\d{1,9}[.)])(\d*)(.)")
"""What at the beginning of a line could begin a list."""

_BAR: Final = 20
"""So many characters wide is the bar of a score."""


def render(document: Document) -> str:
    """
    Render a document as Markdown.

    Args:
        document: its blocks.

    Returns:
        The text, with a line end behind the last line.

    Example:
        >>> print(render((Heading("Verdict"), Paragraph("No gaps were found."))), end="")
        ## Verdict
        <BLANKLINE>
        No gaps were found.
    """
    number = 0
    parts: list[str] = []
    for block in document:
        if isinstance(block, Entry):
            number += not block.lead
            parts.append("\n".join(_entry(block, number)))
        else:
            parts.append("\n".join(_block(block)))
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    r"""
    A text that says just what it says, whatever stands in it.

    Args:
        text: any text.

    Returns:
        The text with everything escaped that Markdown or HTML would act upon.

    Example:
        >>> escape("<b>1 | 2</b>")
        '\\<b\\>1 \\| 2\\</b\\>'
    """
    return _LIST.sub(r"\1\\\2", clean(text).translate(_ACTIVE), count=1)


@singledispatch
def _block(block: Block) -> Iterator[str]:
    raise TypeError(f"not a block: {block!r}")


@_block.register
def _(block: Heading) -> Iterator[str]:
    yield f"{'#' * block.level} {escape(block.text)}"


@_block.register
def _(block: Paragraph) -> Iterator[str]:
    yield escape(block.text)


@_block.register
def _(block: Rows) -> Iterator[str]:
    yield from _rows(block.rows, "")


def _rows(rows: tuple[Row, ...], indent: str) -> Iterator[str]:
    for row in rows:
        lines = [escape(line) for line in row.lines]
        if len(lines) == 1:
            yield f"{indent}- *{escape(row.label)}*: {lines[0]}"
        else:
            yield f"{indent}- *{escape(row.label)}*:"
            yield from (f"{indent}  - {line}" for line in lines)


@_block.register
def _(block: Bars) -> Iterator[str]:
    yield "| | " + " | ".join(map(escape, block.heads)) + " | |"
    yield "|---|" + "--:|" * len(block.heads) + "---|"
    for bar in block.bars:
        title = escape(bar.title) if bar.level > 1 else f"**{escape(bar.title)}**"
        drawn = "".join(shade * length for shade, length in lengths(bar, _BAR))
        yield f"| {title} | " + " | ".join(map(escape, bar.texts)) + f" | {drawn} |"
    yield ""
    for shade, head, meaning in zip(SHADES, block.heads, block.meanings, strict=False):
        yield f"- {shade} *{escape(head)}*: {escape(meaning)}"


@_block.register
def _(block: Table) -> Iterator[str]:
    yield "| " + " | ".join(map(escape, block.heads)) + " |"
    yield "|---|" + ("--:|" if block.numbers else "---|") * (len(block.heads) - 1)
    for row in block.rows:
        yield "| " + " | ".join(map(escape, row)) + " |"


@_block.register
def _(block: Tree) -> Iterator[str]:
    yield from _branch(block.root, "")


def _branch(one: Branch, indent: str) -> Iterator[str]:
    remark = f": {escape(one.remark)}" if one.remark else ""
    yield f"{indent}- {escape(one.title)}{remark}"
    for below in one.branches:
        yield from _branch(below, indent + "  ")


def _entry(block: Entry, number: int) -> Iterator[str]:
    """An item of a list: with an id it is short, without one numbered through the whole report."""
    if block.lead:
        remark = f" ({escape(block.remark)})" if block.remark else ""
        yield f"- **{escape(block.lead)}** {escape(block.title)}{remark}"
        yield from _rows(block.rows, "  ")
        return
    mark = f"{number}. "
    indent = " " * len(mark)
    yield f"{mark}**{escape(block.title)}**" + ("\\" if block.remark else "")  # which breaks the line
    if block.remark:
        yield f"{indent}*{escape(block.remark)}*"
    if block.rows:
        yield ""
        yield from _rows(block.rows, indent)
