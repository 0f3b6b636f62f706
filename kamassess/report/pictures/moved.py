"""
The scores before and after: the earlier assessment above the later one.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from kamassess.comparing import Changes, Moved
from kamassess.model.days import day
from kamassess.report.page import Page
from kamassess.report.pictures.legend import legend
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, drawing, words
from kamassess.report.pictures.track import TRACK, WIDTH, grid, titled, track
from kamassess.report.pictures.words import tell
from kamassess.report.sections.scores import score_bar
from kamassess.report.wording import in_language
from kamassess.scoring.score import ENDS, Score
from kamassess.showing.document import Bar

_ROW: Final = 19.0
_THICK: Final = 9.0


def moved(changes: Changes, language: str) -> Picture | None:
    """
    How the scores of checklists and requirements moved.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        The picture; ``None`` without a score.
    """
    if not changes.scores:
        return None
    days = tuple(day(one.as_of, language) for one in (changes.earlier, changes.later))
    shapes: list[Element] = []
    said: list[str] = []
    y = 8.0
    for one in changes.scores:
        bars = _bars(one, changes, language)
        title, height = titled(bars[1], y)
        shapes += title
        for at, bar in enumerate(bars):
            shapes += track(bar, y + 12 + at * _ROW, _THICK, language)
        said.append(_told(bars, language))
        y += max(height, 2 * _ROW + 10)
    marks = [(box(-8, -5, 16, 10, fill=one), tell(one, language)) for one in ENDS]
    explained, height = legend(TRACK, y + 24, WIDTH - TRACK, marks)
    which = words(TRACK, y + 16, tell("above and below", language, before=days[0], after=days[1]), size=11)
    title_ = tell("moved", language)
    told = " ".join(said)
    svg = drawing(WIDTH, y + 32 + height, title_, told, (*grid(y), *shapes, which, *explained))
    return Picture("moved", title_, told, svg)


def _bars(one: Moved, changes: Changes, language: str) -> tuple[Bar, Bar]:
    title = _title(one, changes, language)
    before, after = (
        _bar(score, Page(result, language), title, one)
        for score, result in ((one.before, changes.earlier), (one.after, changes.later))
    )
    return before, after


def _bar(score: Score | None, page: Page, title: str, one: Moved) -> Bar:
    if score is not None:
        return score_bar(page, score, title)
    none = page.tell("no score")
    return Bar(title, None, (none, none, none), 1 if one.requirement is None else 2)


def _title(one: Moved, changes: Changes, language: str) -> str:
    both = (*changes.later.checklists, *changes.earlier.checklists)
    checklist = next(it for it in both if it.id == one.checklist)
    if one.requirement is None:
        return in_language(checklist.title, language, checklist.id)
    titles = {
        requirement.id: requirement.title
        for it in reversed(both)
        if it.id == one.checklist
        for requirement in it.requirements
    }
    return in_language(titles.get(one.requirement), language, one.requirement)


def _told(bars: tuple[Bar, Bar], language: str) -> str:
    before, after = (" · ".join(one.texts) if one.ends else tell("no score", language) for one in bars)
    return tell("before and after", language, title=bars[1].title, before=before, after=after)
