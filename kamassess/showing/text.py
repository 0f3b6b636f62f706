"""
A document as plain text for a terminal: as wide as it is told, coloured only where that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import singledispatchmethod
from itertools import zip_longest
from textwrap import wrap
from typing import Final

from attrs import frozen

from kamassess.showing.document import (
    Bar,
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

WIDTH: Final = 80
NARROWEST: Final = 40
WIDEST: Final = 100
"""Longer lines are hard to read, however wide the terminal."""

_INDENT: Final = 2
_NARROWEST_COLUMN: Final = 8
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+"
)
"""What moves the cursor, hides text or turns its direction."""

_CODES: Final = {
    Tone.PLAIN: "1",
    Tone.GOOD: "1;32",
    Tone.MINOR: "1;33",
    Tone.MAJOR: "1;31",
    Tone.FAINT: "2",
}
SHADES: Final = ("█", "▓", "░", "·")
"""Of a bar: proven, claimed on top of that, possible on top of that, and the rest."""

_SHADED: Final = dict(zip(SHADES, ("32", "33", "2", "2"), strict=True))


def render(document: Document, *, width: int = WIDTH, colour: bool = False) -> str:
    """
    Render a document as text.

    Args:
        document: its blocks.
        width: how many columns there are.
        colour: whether the terminal shows colours.

    Returns:
        The text, with a line end behind the last line.

    Example:
        >>> print(render((Heading("Verdict"), Paragraph("No gaps were found."))), end="")
        Verdict
          No gaps were found.
    """
    renderer = _Renderer(min(max(width, NARROWEST), WIDEST), colour)
    return "\n".join(line.rstrip() for line in renderer.lines(document)) + "\n"


@frozen
class _Renderer:
    """Renders blocks as lines of at most so many columns."""

    width: int
    colour: bool

    def lines(self, document: Document) -> Iterator[str]:
        number = 0  # of the last entry that has one
        for position, block in enumerate(document):
            if position and not _joined(document[position - 1], block):
                yield ""
            if isinstance(block, Entry):
                number += not block.lead
                yield from self._entry(block, f"  {block.lead:<6}" if block.lead else f"{number:>2}. ")
            else:
                yield from self._block(block)

    def _painted(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def _wrapped(self, text: str, indent: int) -> list[str]:
        inner = " " * indent
        lines = wrap(
            clean(text), self.width, initial_indent=inner, subsequent_indent=inner, break_on_hyphens=False
        )
        return lines or [inner]

    # ------------------------------------------------------------------ blocks
    @singledispatchmethod
    def _block(self, block: Block) -> Iterator[str]:
        raise TypeError(f"not a block: {block!r}")

    @_block.register
    def _(self, block: Heading) -> Iterator[str]:
        lines = self._wrapped(block.text, 0)
        yield from (self._painted(line, "1") for line in lines)
        if block.level == 1:
            yield "=" * max(map(len, lines))

    @_block.register
    def _(self, block: Paragraph) -> Iterator[str]:
        code = "" if block.tone is Tone.PLAIN else _CODES[block.tone]
        for line in self._wrapped(block.text, _INDENT):
            yield self._painted(line, code) if code else line

    @_block.register
    def _(self, block: Rows) -> Iterator[str]:
        yield from self._rows(block.rows, _INDENT)

    @_block.register
    def _(self, block: Bars) -> Iterator[str]:
        heads = [shade * 2 for shade in SHADES[: len(block.heads)]]
        columns = [
            max((len(head), *(len(one.texts[at]) for one in block.bars))) for at, head in enumerate(heads)
        ]
        numbers = sum(columns) + 2 * len(columns)
        bar = min(max((self.width - _INDENT - numbers) // 3, 10), 32)
        title = self.width - _INDENT - numbers - bar - 2
        named = "".join(f"  {head:>{column}}" for head, column in zip(heads, columns, strict=True))
        yield self._painted(" " * (_INDENT + title) + named, "2")
        for one in block.bars:
            first, *further = self._wrapped_to(one.title, title, 2 * (one.level - 1))
            texts = "".join(f"  {text:>{column}}" for text, column in zip(one.texts, columns, strict=True))
            line = " " * _INDENT + f"{first:<{title}}" + texts
            yield (self._painted(line, "1") if one.level == 1 else line) + "  " + self._drawn(one, bar)
            yield from (" " * _INDENT + line for line in further)
        yield ""
        for shade, head, meaning in zip(SHADES, block.heads, block.meanings, strict=False):
            label = f" {head:<{max(map(len, block.heads))}}  "
            start = _INDENT + 2 + len(label)
            first, *rest = self._wrapped(meaning, start)
            yield " " * _INDENT + self._painted(shade * 2, _SHADED[shade]) + label + first[start:]
            yield from rest

    def _wrapped_to(self, text: str, width: int, indent: int) -> list[str]:
        return wrap(
            clean(text), width, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2)
        ) or [""]

    def _drawn(self, bar: Bar, width: int) -> str:
        return "".join(self._painted(shade * length, _SHADED[shade]) for shade, length in lengths(bar, width))

    @_block.register
    def _(self, block: Table) -> Iterator[str]:
        rows = (block.heads, *block.rows)
        room = self.width - _INDENT - 2 * (len(block.heads) - 1)
        columns = _fitting([max(len(clean(row[at])) for row in rows) for at in range(len(block.heads))], room)
        for position, row in enumerate(rows):
            wrapped = [self._wrapped_to(text, column, 0) for text, column in zip(row, columns, strict=True)]
            for cells in zip_longest(*wrapped, fillvalue=""):
                aligned = (
                    f"{cell:>{column}}" if at and block.numbers else f"{cell:<{column}}"
                    for at, (cell, column) in enumerate(zip(cells, columns, strict=True))
                )
                line = " " * _INDENT + "  ".join(aligned)
                yield self._painted(line, "2") if position == 0 else line

    @_block.register
    def _(self, block: Tree) -> Iterator[str]:
        yield from self._branch(block.root, "", "", 1)

    def _branch(self, one: Branch, mark: str, indent: str, depth: int) -> Iterator[str]:
        """A branch with its remark behind it, and below it what it came from."""
        start = _INDENT + len(mark)
        remark = f": {one.remark}" if one.remark else ""
        lines = self._wrapped(one.title + remark, start)
        first = lines[0][start:]
        yield " " * _INDENT + self._painted(mark, "2") + (self._painted(first, "1") if depth == 1 else first)
        yield from (
            " " * _INDENT + self._painted(f"{indent:<{len(mark)}}", "2") + line[start:] for line in lines[1:]
        )
        for number, below in enumerate(one.branches, 1):
            last = number == len(one.branches)
            yield from self._branch(
                below, indent + ("└─ " if last else "├─ "), indent + ("   " if last else "│  "), depth + 1
            )

    def _entry(self, block: Entry, mark: str) -> Iterator[str]:
        indent = len(mark)
        beside = f" ({block.remark})" if block.lead and block.remark else ""
        lines = self._wrapped(block.title + beside, indent)
        code = _CODES[block.tone]
        yield self._painted(mark, "1") + self._painted(lines[0][indent:], code)
        yield from (" " * indent + self._painted(line[indent:], code) for line in lines[1:])
        if block.remark and not block.lead:
            yield from (self._painted(line, "2") for line in self._wrapped(block.remark, indent))
        yield from self._rows(block.rows, indent)

    def _rows(self, rows: Iterable[Row], indent: int) -> Iterator[str]:
        shown = tuple(rows)
        label = max((len(row.label) for row in shown), default=0)
        for row in shown:
            name = row.label
            for line in row.lines:
                start = indent + label + 2
                first, *further = self._wrapped(line, start)
                if row.brief and further:
                    first, further = first[: self.width - 1].rstrip(" ,;") + "…", []
                yield " " * indent + self._painted(f"{name:<{label}}", "2") + "  " + first[start:]
                yield from further
                name = ""


def _fitting(columns: list[int], room: int) -> list[int]:
    """Columns as wide as they want to be, the widest made less wide until all of them fit."""
    fitting = [min(max(column, 1), room) for column in columns]
    while sum(fitting) > room and max(fitting) > _NARROWEST_COLUMN:
        fitting[fitting.index(max(fitting))] -= 1
    return fitting


def lengths(bar: Bar, width: int) -> Iterator[tuple[str, int]]:
    """
    How a bar is drawn: so many of each shade.

    Args:
        bar: the bar.
        width: how wide it is.

    Yields:
        Each shade with its length; nothing where nothing counts.

    Example:
        >>> list(lengths(Bar("", (0.25, 0.5, 1.0), ("", "", "")), 8))
        [('█', 2), ('▓', 2), ('░', 4), ('·', 0)]
    """
    if bar.ends is not None:
        ends = [0, *(round(width * end) for end in bar.ends), width]
        yield from ((shade, high - low) for shade, low, high in zip(SHADES, ends, ends[1:], strict=False))


def clean(text: str) -> str:
    r"""
    A text on one line, without characters that a terminal obeys or nobody sees.

    Args:
        text: any text.

    Returns:
        The text.

    Example:
        >>> clean("Ada\x1b[2J\nAalders")
        'Ada [2J Aalders'
    """
    return " ".join(_UNSEEN.sub(" ", text).split())


def _joined(before: Block, block: Block) -> bool:
    """Whether a block stands right under the one before it."""
    return isinstance(before, Heading) and not isinstance(block, Entry)
