"""
A score on its track: three bars one after another, from nothing to proven, to claimed, to possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from kamassess.report.pictures.lettering import broken
from kamassess.report.pictures.svg import box, line, words
from kamassess.report.pictures.words import tell
from kamassess.scoring.score import ENDS
from kamassess.showing.document import Bar

WIDTH: Final = 760.0
TRACK: Final = 330.0
"""Where the scale begins: titles stand before it, numbers behind it."""
LONG: Final = 290.0
"""How long the scale is."""
_LINE: Final = 15


def grid(height: float) -> Iterator[Element]:
    """The quarters of the scale, from the top of a picture down."""
    for quarter in range(5):
        x = TRACK + LONG * quarter / 4
        yield line(((x, 4), (x, height)), stroke="line" if quarter in (0, 4) else "panel")


def titled(bar: Bar, y: float) -> tuple[list[Element], float]:
    """The title of a score, and how much room it takes."""
    whole = bar.level == 1
    size, indent, above = (13, 8, 8) if whole else (12, 20, 3)
    lines = broken(bar.title, TRACK - 14 - indent, 3, size + whole)  # bold letters are wider
    shapes = [
        words(indent, y + above + 11 + at * _LINE, text, size=size, bold=whole)
        for at, text in enumerate(lines)
    ]
    return shapes, len(lines) * _LINE + (15 if whole else 7)


def track(bar: Bar, middle: float, thick: float, language: str) -> Iterator[Element]:
    """The bars of a score around a height, and its numbers; one number where the three are one."""
    whole = bar.level == 1
    if bar.ends is None:
        yield words(TRACK + 6, middle + 4, tell("no score", language), size=11, fill="faint")
        return
    begin = 0.0
    for end, fill in zip(bar.ends, ENDS, strict=True):
        if end > begin:
            yield box(TRACK + begin * LONG, middle - thick / 2, (end - begin) * LONG, thick, fill=fill)
            begin = end
    yield line(((TRACK, middle - thick / 2 - 2), (TRACK, middle + thick / 2 + 2)), stroke="faint")
    told = bar.texts[0] if len(set(bar.texts)) == 1 else " · ".join(bar.texts)
    yield words(TRACK + LONG + 12, middle + 4, told, size=12 if whole else 11, bold=whole)
