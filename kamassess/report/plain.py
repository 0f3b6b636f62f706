"""
A document as plain data: dictionaries, lists and texts, for what lays pages out and for who makes templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import singledispatch
from typing import Any, Final

from attrs import frozen

from kamassess.report.pictures import Picture
from kamassess.report.xml import holdable
from kamassess.showing.document import (
    Bars,
    Block,
    Branch,
    Entry,
    Heading,
    Paragraph,
    Row,
    Rows,
    Table,
    Tree,
)
from kamassess.showing.text import clean

Say = Callable[[str], str]
"""What is done to each text on its way out."""

_UNBROKEN: Final = re.compile(r"\S{40}(?=\S)")
"""So much without a space may be wider than the column in which it stands."""

_WIDTH: Final = re.compile(r'<svg [^>]*?\bwidth="([0-9.]+)"')
_PAGE: Final = 760
"""So wide is a picture, in its own unit, that fills the width of a page and can still be read."""

_WIDE: Final = 1200
"""A wider one wants a page on its side, and is told in words too."""


@frozen
class Contents:
    """Where a document that is set in pages has its contents; others have none."""


def legible(text: str) -> str:
    r"""
    A text on one line that every file can hold, without characters that nobody sees.

    Args:
        text: any text.

    Returns:
        The text, with U+FFFD for what is no character.

    Example:
        >>> legible("Ada\x1b[2J\nAalders") == "Ada [2J Aalders"
        True
        >>> legible("half of a pair: \ud800") == "half of a pair: \ufffd"
        True
    """
    return holdable(clean(text))


def breakable(text: str) -> str:
    """
    A text that fits in a narrow column, however long its words are.

    Args:
        text: any text.

    Returns:
        The text, with a space of no width (U+200B) behind each forty characters that have none between them.

    Example:
        >>> len(breakable("x" * 100)), breakable("short words")
        (102, 'short words')
    """
    return _UNBROKEN.sub("\\g<0>\u200b", text)


def blocks(document: Iterable[Block | Picture | Contents], say: Say = legible) -> list[dict[str, Any]]:
    """
    The blocks of a document as dictionaries, each with its ``kind``.

    Args:
        document: the blocks, and perhaps pictures among them.
        say: what is done to each text.

    Returns:
        A dictionary for each block, in the same order; entries without an id have their number.

    Example:
        >>> blocks((Heading("Verdict"),))
        [{'kind': 'heading', 'text': 'Verdict', 'level': 2}]
    """
    number = 0
    made = []
    for block in document:
        one = {"kind": type(block).__name__.lower(), **_block(block, say)}
        if isinstance(block, Entry):
            number += not block.lead
            one["number"] = None if block.lead else number
        made.append(one)
    return made


@singledispatch
def _block(block: Block | Picture | Contents, say: Say) -> dict[str, Any]:
    raise TypeError(f"not a block: {block!r}")


@_block.register
def _(block: Heading, say: Say) -> dict[str, Any]:
    return {"text": say(block.text), "level": block.level}


@_block.register
def _(block: Contents, say: Say) -> dict[str, Any]:
    return {}


@_block.register
def _(block: Paragraph, say: Say) -> dict[str, Any]:
    return {"text": say(block.text), "tone": block.tone.value}


@_block.register
def _(block: Rows, say: Say) -> dict[str, Any]:
    return {"rows": _rows(block.rows, say)}


def _rows(rows: Iterable[Row], say: Say) -> list[dict[str, Any]]:
    return [{"label": say(row.label), "lines": list(map(say, row.lines))} for row in rows]


@_block.register
def _(block: Bars, say: Say) -> dict[str, Any]:
    bars = (
        {
            "title": say(one.title),
            "ends": None if one.ends is None else list(one.ends),
            "texts": list(map(say, one.texts)),
            "level": one.level,
        }
        for one in block.bars
    )
    return {
        "heads": list(map(say, block.heads)),
        "meanings": list(map(say, block.meanings)),
        "bars": list(bars),
    }


@_block.register
def _(block: Table, say: Say) -> dict[str, Any]:
    return {
        "heads": list(map(say, block.heads)),
        "rows": [list(map(say, row)) for row in block.rows],
        "numbers": block.numbers,
    }


@_block.register
def _(block: Entry, say: Say) -> dict[str, Any]:
    return {
        "title": say(block.title),
        "lead": say(block.lead),
        "remark": say(block.remark),
        "rows": _rows(block.rows, say),
        "tone": block.tone.value,
    }


@_block.register
def _(block: Tree, say: Say) -> dict[str, Any]:
    return {"root": _branch(block.root, say), "lines": list(_lines(block.root, say, 0))}


@_block.register
def _(block: Picture, say: Say) -> dict[str, Any]:
    width = float(_WIDTH.search(block.svg)[1])  # type: ignore[index]
    return {
        "name": block.name,
        "title": say(block.title),
        "alternative": say(block.alternative),
        "svg": block.svg,
        "width": min(1.0, width / _PAGE),
        "wide": width > _WIDE,
    }


def _branch(one: Branch, say: Say) -> dict[str, Any]:
    return {
        "title": say(one.title),
        "remark": say(one.remark),
        "branches": [_branch(it, say) for it in one.branches],
    }


def _lines(one: Branch, say: Say, depth: int) -> Iterator[dict[str, Any]]:
    """A tree as lines, for what cannot call itself."""
    yield {"depth": depth, "title": say(one.title), "remark": say(one.remark)}
    for below in one.branches:
        yield from _lines(below, say, depth + 1)
