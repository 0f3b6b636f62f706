"""
The handovers in a chain: its steps one after another, and where the work changes hands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from kamassess.graph.calendar import Interval
from kamassess.graph.chart import Course, Handover, Several, Step
from kamassess.report.pictures.legend import legend
from kamassess.report.pictures.lettering import broken, shortened
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, drawing, line, together, words
from kamassess.report.pictures.words import listed, tell
from kamassess.report.wording import node
from kamassess.result import Result

_BOX: Final = 150.0
_HIGH: Final = 78.0
_GAP: Final = 44.0
_IN_A_ROW: Final = 5
_EDGE: Final = 10.0
_PAINT: Final = {
    Handover.NONE: "line",
    Handover.INTERNAL: "minor",
    Handover.EXTERNAL: "major",
    Handover.UNPLACED: "minor",
    Handover.UNKNOWN: "faint",
}


def handovers(result: Result, language: str) -> tuple[Picture, ...]:
    """
    For each chain whose steps are described in order, its steps with what lies between them.

    Args:
        result: the assessment.
        language: ``nl`` or ``en``.

    Returns:
        A picture for each chain, that with the most handovers first.
    """
    courses = [one for one in result.chart.courses if one.steps]
    courses.sort(key=lambda one: -sum(it is not Handover.NONE for it in one.handovers))
    return tuple(_picture(one, result, language) for one in courses)


def _picture(course: Course, result: Result, language: str) -> Picture:
    title = tell("handovers", language, chain=node(course.chain, result, language))
    told = _told(course, result, language)
    shapes: list[Element] = []
    for at, step in enumerate(course.steps):
        x, y = _place(at)
        shapes.append(_step(step, x, y, result, language))
        if at < len(course.handovers):
            shapes.append(_between(course.handovers[at], x + _BOX, y, language))
    rows = (len(course.steps) - 1) // _IN_A_ROW + 1
    width = 2 * _EDGE + min(len(course.steps), _IN_A_ROW) * (_BOX + _GAP)
    width = max(width, 2 * _EDGE + 3 * (_BOX + _GAP))
    bottom = rows * (_HIGH + 22) + 14
    marks = [(_mark(one), tell(f"handover {one}", language)) for one in Handover if one in course.handovers]
    explained, height = legend(_EDGE, bottom + 20, width - 2 * _EDGE, marks) if marks else ([], 0.0)
    shapes.append(words(_EDGE, bottom + 10, _total(course.total, language), bold=True))
    svg = drawing(width, bottom + 28 + height, title, told, (*shapes, *explained))
    return Picture(f"handovers:{course.chain.partition(':')[2]}", title, told, svg)


def _place(at: int) -> tuple[float, float]:
    row, column = divmod(at, _IN_A_ROW)
    return _EDGE + column * (_BOX + _GAP), 10 + row * (_HIGH + 22)


def _step(step: Step, x: float, y: float, result: Result, language: str) -> Element:
    name = node(step.focus, result, language)
    who, where = (_several(one, result, language) for one in (step.performers, step.units))
    uncertain = bool(step.performers.claimed) or not step.performers.shown
    shapes = [box(x, y, _BOX, _HIGH, fill="panel", stroke="faint", corner=4)]
    shapes += [
        words(x + 8, y + 17 + at * 14, text, size=11.5, bold=True)
        for at, text in enumerate(broken(name, _BOX - 16, 2, 12.5))
    ]
    shapes.append(
        words(
            x + 8,
            y + _HIGH - 25,
            shortened(who, _BOX - 16, 11),
            size=11,
            fill="minor" if uncertain else "ink",
        )
    )
    shapes.append(words(x + 8, y + _HIGH - 9, shortened(where, _BOX - 16, 11), size=11, fill="faint"))
    return together(shapes, f"{name} · {who} · {where}")


def _several(who: Several, result: Result, language: str) -> str:
    names = tuple(node(one, result, language) for one in who.shown)
    if names:
        return listed(names, language)
    return tell("unknown" if who.open else "nobody", language)


def _between(one: Handover, x: float, y: float, language: str) -> Element:
    placed = together((_mark(one, _GAP - 8),), tell(f"handover {one}", language))
    placed.set("transform", f"translate({x + _GAP / 2:.1f} {y + _HIGH / 2:.1f})")
    return placed


def _mark(one: Handover, long: float = 18) -> Element:
    """An arrow around the point (0, 0); one that crosses a boundary has a bar through it."""
    half, paint = long / 2, _PAINT[one]
    thick = 1 if one is Handover.NONE else 2
    unsure = one in (Handover.UNKNOWN, Handover.UNPLACED)
    shapes = [
        line(((-half, 0), (half, 0)), stroke=paint, thick=thick, dashed=one is Handover.UNKNOWN),
        line(((half - 5, -4), (half, 0), (half - 5, 4)), stroke=paint, thick=thick),
    ]
    if one is Handover.EXTERNAL:
        shapes.append(line(((-1, -8), (-1, 8)), stroke=paint, thick=2))
    if unsure:
        shapes.append(words(0, -5, "?", size=11, fill="faint", anchor="middle", bold=True))
    return together(shapes)


def _total(total: Interval | None, language: str) -> str:
    if total is None:
        return tell("total unknown", language)
    low, high = total.low, total.high
    if high is None:
        return tell("total from", language, low=low)
    if low != high:
        return tell("total between", language, low=low, high=high)
    return tell("total once", language) if low == 1 else tell("total", language, count=low)


def _told(course: Course, result: Result, language: str) -> str:
    return tell(
        "course",
        language,
        steps=" → ".join(_steps(course, result, language)),
        total=_total(course.total, language),
    )


def _steps(course: Course, result: Result, language: str) -> Iterator[str]:
    for at, step in enumerate(course.steps):
        between = course.handovers[at] if at < len(course.handovers) else None
        yield tell(
            "then",
            language,
            step=node(step.focus, result, language),
            who=_several(step.performers, result, language),
            between=f", {tell(f'handover {between}', language)}" if between else "",
        )
