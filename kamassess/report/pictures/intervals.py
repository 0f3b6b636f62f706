"""
The scores as intervals: how far proven, claimed and possible reach.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from kamassess.report.page import Page
from kamassess.report.pictures.legend import legend
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, drawing
from kamassess.report.pictures.track import TRACK, WIDTH, grid, titled, track
from kamassess.report.pictures.words import tell
from kamassess.report.sections.scores import scores
from kamassess.result import Result
from kamassess.scoring.score import ENDS
from kamassess.showing.document import Bar, Bars


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
    marks = [(box(-8, -5, 16, 10, fill=one), tell(one, language)) for one in ENDS]
    explained, height = legend(TRACK, y + 4, WIDTH - TRACK, marks)
    title = tell("intervals", language)
    alternative = " ".join(_told(one, language) for one in bars)
    svg = drawing(WIDTH, y + 12 + height, title, alternative, (*grid(y), *shapes, *explained))
    return Picture("intervals", title, alternative, svg)


def _bar(bar: Bar, y: float, language: str) -> tuple[list[Element], float]:
    whole = bar.level == 1
    shapes, height = titled(bar, y)
    shapes += track(bar, y + (15 if whole else 10), 13 if whole else 9, language)
    return shapes, height


def _told(bar: Bar, language: str) -> str:
    if bar.ends is None:
        return tell("interval without", language, title=bar.title)
    proven, claimed, possible = bar.texts
    return tell("interval", language, title=bar.title, proven=proven, claimed=claimed, possible=possible)
