"""Which characters a text may hold, and where in it one stands that may not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kamassess.source.limits import MISTAKES

REFUSED: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""
What YAML 1.1 calls not printable, and a byte order mark inside the text, which nobody can see.

The same for every source, also where an escape spells it out, since what was read is written again: a
terminal obeys control characters, XML and workbooks cannot hold them, and UTF-8 has no halves of a pair.
"""


def refused_in(text: str) -> dict[str, int]:
    r"""
    The characters of a text that are refused, each with the index at which it is first met.

    Args:
        text: any text.

    Returns:
        An index for each character, in the order of the text; where there are very many, of the first.

    Example:
        >>> refused_in("a\0b\0\x07")
        {'\x00': 1, '\x07': 4}
        >>> refused_in("één\n")
        {}
    """
    first: dict[str, int] = {}
    for count, match in enumerate(REFUSED.finditer(text)):
        if count == MISTAKES:
            break
        first.setdefault(match[0], match.start())
    return first


def sentence_about(character: str) -> str:
    r"""
    What is said of a character that is refused.

    Args:
        character: the character.

    Returns:
        A sentence without a full stop.

    Example:
        >>> sentence_about("\0")
        'the character U+0000 is not text; leave it out'
    """
    return f"the character U+{ord(character):04X} is not text; leave it out"


def lines_and_columns(text: str, indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
    r"""
    Line and column, from 1, of some characters, at the cost of going through the text once.

    Args:
        text: the whole text.
        indexes: which characters, from 0, in the order of the text.

    Yields:
        The line and the column of each.

    Example:
        >>> list(lines_and_columns("a: 1\nb: 2", [0, 8]))
        [(1, 1), (2, 4)]
    """
    line, beginning, before = 1, 0, 0
    for index in indexes:
        line += text.count("\n", before, index)
        beginning = max(beginning, text.rfind("\n", before, index) + 1)
        before = index
        yield line, index - beginning + 1


def line_and_column(text: str, index: int) -> tuple[int, int]:
    r"""
    Line and column, from 1, of a character.

    Args:
        text: the whole text.
        index: which character, from 0.

    Returns:
        The line and the column.

    Example:
        >>> line_and_column("a: 1\nb: 2", 8)
        (2, 4)
    """
    return next(lines_and_columns(text, [index]))
