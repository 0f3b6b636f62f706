"""
The scores as intervals: how far proven, claimed and possible reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from kamassess.report.document import Bar, Bars
from kamassess.report.page import Page
from kamassess.report.pictures.legend import legend
from kamassess.report.pictures.lettering import broken
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, drawing, line, words
from kamassess.report.pictures.words import tell
from kamassess.report.sections.scores import scores
from kamassess.result import Result

_WIDTH: Final = 760
_TRACK: Final = 330.0
"""Where the scale begins, and how wide it is: the numbers stand behind it."""
_LONG: Final = 290.0
_LINE: Final = 15


def intervals(result: Result, language: str) -> Picture | None:
    """
    The scores of checklists and requirements as intervals.

    Args:
        result: the assessment.
        language: ``nl`` or ``en``.

    Returns:
        The picture; ``None`` without a score.
    """
    bars = next(one.bars for one in scores(Page(result, language)) if isinstance(one, Bars))
    if not bars:
        return None
    shapes: list[Element] = []
    y = 8.0
    for bar in bars:
        drawn, height = _bar(bar, y, language)
        shapes += drawn
        y += height
    marks = [
        (box(-8, -5, 16, 10, fill=one), tell(one, language)) for one in ("proven", "claimed", "possible")
    ]
    explained, height = legend(_TRACK, y + 4, _WIDTH - _TRACK, marks)
    title = tell("intervals", language)
    alternative = " ".join(_told(one, language) for one in bars)
    svg = drawing(_WIDTH, y + 12 + height, title, alternative, (*_grid(y), *shapes, *explained))
    return Picture("intervals", title, alternative, svg)


def _grid(height: float) -> Iterator[Element]:
    for quarter in range(5):
        x = _TRACK + _LONG * quarter / 4
        yield line(((x, 4), (x, height)), stroke="line" if quarter in (0, 4) else "panel")


def _bar(bar: Bar, y: float, language: str) -> tuple[list[Element], float]:
    whole = bar.level == 1
    size, indent = (13, 8) if whole else (12, 20)
    lines = broken(bar.title, _TRACK - 14 - indent, 3, size + whole)  # bold letters are wider
    height = len(lines) * _LINE + (10 if whole else 7)
    top = y + (8 if whole else 3)
    shapes = [
        words(indent, top + 11 + at * _LINE, text, size=size, bold=whole) for at, text in enumerate(lines)
    ]
    thick = 13 if whole else 9
    middle = top + 7
    if bar.ends is None:
        shapes.append(words(_TRACK + 6, middle + 4, tell("no score", language), size=11, fill="faint"))
        return shapes, height + (5 if whole else 0)
    begin = 0.0
    for end, fill in zip(bar.ends, ("proven", "claimed", "possible"), strict=True):
        if end > begin:
            shapes.append(
                box(_TRACK + begin * _LONG, middle - thick / 2, (end - begin) * _LONG, thick, fill=fill)
            )
            begin = end
    shapes.append(line(((_TRACK, middle - thick / 2 - 2), (_TRACK, middle + thick / 2 + 2)), stroke="faint"))
    told = bar.texts[0] if len(set(bar.texts)) == 1 else " · ".join(bar.texts)
    shapes.append(words(_TRACK + _LONG + 12, middle + 4, told, size=12 if whole else 11, bold=whole))
    return shapes, height + (5 if whole else 0)


def _told(bar: Bar, language: str) -> str:
    if bar.ends is None:
        return tell("interval without", language, title=bar.title)
    proven, claimed, possible = bar.texts
    return tell("interval", language, title=bar.title, proven=proven, claimed=claimed, possible=possible)
