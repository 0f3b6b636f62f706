"""
Texts that fit: how wide a text is about, and how it is broken into lines or shortened.
"""

from __future__ import annotations

import re
from typing import Final

SIZE: Final = 12
"""The size of letters, in the unit of a picture, where nothing else is said."""

_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]- ")
_WIDE: Final = frozenset("mwMW@%—…")
_UNSEEN: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Marks that turn the direction of what follows, and others that nobody sees."""


def width_of(text: str, size: float = SIZE) -> float:
    """
    How wide a text is about, in the unit of a picture: rather too wide than too narrow.

    Args:
        text: the text.
        size: of its letters.

    Returns:
        The width.

    Example:
        >>> width_of("ill") < width_of("WWW")
        True
    """
    return size * sum(map(_part, text))


def _part(letter: str) -> float:
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE:
        return 0.92
    if ord(letter) > 0x2E7F:  # of scripts whose letters are square
        return 1.05
    return 0.7 if letter.isupper() else 0.58


def one_line(text: str) -> str:
    r"""
    A text as one line, without marks that nobody sees.

    Args:
        text: any text.

    Returns:
        The same with one space wherever there was room, or a control character.

    Example:
        >>> one_line("a\n\u202eb\t c")
        'a b c'
    """
    return " ".join(visible(text[:_MOST]).split())


def visible(text: str) -> str:
    r"""
    A text without marks that nobody sees, and with a space for each control character and line end.

    Args:
        text: any text.

    Returns:
        What can be seen of it.

    Example:
        >>> visible("a\n\u202eb\t c")
        'a b  c'
    """
    return "".join(one if one.isprintable() else " " for one in _UNSEEN.sub("", text))


_MOST: Final = 2000
"""Of longer texts a picture shows the beginning."""


def shortened(text: str, width: float, size: float = SIZE) -> str:
    """
    A text that fits in one line.

    Args:
        text: the text.
        width: how wide it may be.
        size: of its letters.

    Returns:
        The text, or its beginning with an ellipsis.

    Example:
        >>> shortened("Handling an application", 90)
        'Handling an…'
    """
    return broken(text, width, 1, size)[0]


def broken(text: str, width: float, most: int, size: float = SIZE) -> tuple[str, ...]:
    """
    A text in lines that fit, broken between words where that can be.

    Args:
        text: the text.
        width: how wide a line may be.
        most: how many lines there may be.
        size: of its letters.

    Returns:
        At least one line; the last one ends with an ellipsis where not all of the text fits.

    Example:
        >>> broken("Handling an application", 80, 2)
        ('Handling an', 'application')
    """
    lines: list[str] = []
    left = one_line(text)
    while left and len(lines) < most:
        line = _fitting(left, width, size)
        left = left[len(line) :].lstrip()
        lines.append(line.rstrip())
    if left:
        last = lines[-1]
        while last and width_of(f"{last}…", size) > width:
            last = last[:-1]
        lines[-1] = f"{last.rstrip()}…"
    return tuple(lines) or ("",)


def _fitting(text: str, width: float, size: float) -> str:
    """As much of the beginning of a text as fits, to the end of a word; of a long word a piece."""
    used, end = 0.0, 0
    while end < len(text) and used + size * _part(text[end]) <= width:
        used += size * _part(text[end])
        end += 1
    if end == len(text) or text[end] == " ":
        return text[: max(end, 1)]
    space = text.rfind(" ", 0, end)
    return text[: space if space > 0 else max(end, 1)]
