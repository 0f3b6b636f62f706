"""
A document in sections, with its entries as lists: what a page is built of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import frozen

from kamassess.showing.document import Block, Entry, Heading


@frozen
class Numbered:
    """
    An entry, and by which number people speak of it.

    Args:
        number: its number through the whole document; ``None`` where it has an id.
        entry: the entry.
    """

    number: int | None
    entry: Entry


@frozen
class Entries:
    """
    Entries that follow each other.

    Args:
        entries: the entries.
    """

    entries: tuple[Numbered, ...]


@frozen
class Section:
    """
    A part of a page.

    Args:
        anchor: by what it is linked to.
        title: its heading.
        blocks: what stands in it.
    """

    anchor: str
    title: str
    blocks: tuple[Block | Entries, ...]


def sections(blocks: Iterable[Block], name: str = "s") -> tuple[Section, ...]:
    """
    Blocks by the heading that they stand under.

    Args:
        blocks: a heading, what stands under it, and so on.
        name: how the anchors begin.

    Returns:
        The sections.

    Example:
        >>> [(one.anchor, one.title) for one in sections((Heading("Scores"), Heading("Verdict")))]
        [('s1', 'Scores'), ('s2', 'Verdict')]
    """
    found: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append((block.text, []))
        else:
            found[-1][1].append(block)
    made, number = [], 0
    for at, (title, under) in enumerate(found, 1):
        made.append(Section(f"{name}{at}", title, tuple(_listed(under, number))))
        number += sum(isinstance(one, Entry) and not one.lead for one in under)
    return tuple(made)


def _listed(blocks: list[Block], number: int) -> Iterator[Block | Entries]:
    """The blocks of a section, entries that follow each other as one list."""
    for _, group in groupby(blocks, key=lambda one: isinstance(one, Entry)):
        together = tuple(group)
        entries = []
        for one in together:
            if isinstance(one, Entry):
                number += not one.lead
                entries.append(Numbered(None if one.lead else number, one))
        yield from (Entries(tuple(entries)),) if entries else together
