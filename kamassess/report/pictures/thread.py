"""
The golden thread: from vision to owner, with where it breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from kamassess.graph.chart import Chart, ThreadNode
from kamassess.graph.thread import RUNGS
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report.pictures.layout import Layout, laid_out
from kamassess.report.pictures.legend import legend
from kamassess.report.pictures.lettering import broken
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, curve, dot, drawing, line, together, words
from kamassess.report.pictures.words import listed, tell
from kamassess.report.wording import node
from kamassess.result import Result

_BOX: Final = 154.0
_LINE: Final = 14
_ROOM: Final = 6
"""Above and below the lines of a node together: in one layer there may be many."""
_SIZE: Final = 12.5
"""Larger letters than other pictures have: this one is shown smaller where it must fit on a page."""
_TOP: Final = 30.0
"""Above the nodes, where each layer says what it holds."""
_EDGE: Final = 14.0


def thread(result: Result, language: str) -> Picture | None:
    """
    The golden thread from vision to owner, with its breaks.

    Args:
        result: the assessment.
        language: ``nl`` or ``en``.

    Returns:
        The picture; ``None`` where no part of it is described.

    Raises:
        MissingLibrary: pygraphviz is not installed.
    """
    chart = result.chart
    if not chart.nodes:
        return None
    names = {one.focus: node(one.focus, result, language) for one in chart.nodes}
    lines = [broken(names[one.focus], _BOX - 16, 3, _SIZE) for one in chart.nodes]
    at = {one.focus: index for index, one in enumerate(chart.nodes)}
    layout = laid_out(
        [[at[one.focus] for one in chart.nodes if _kind(one) == kind] for kind in RUNGS],
        [(at[one.above], at[one.below]) for one in chart.links],
        [(_BOX, len(one) * _LINE + _ROOM) for one in lines],
    )
    title = tell("thread", language)
    told = _told(chart, names, language)
    width = layout.width + 2 * _EDGE
    bottom = _TOP + layout.height + _EDGE
    explained, height = legend(_EDGE, bottom, width - 2 * _EDGE, _marks(language), size=_SIZE)
    shapes = (
        *_heads(chart, layout, language),
        *_links(chart, layout),
        *(
            _node(one, names[one.focus], text, *place, language)
            for one, text, place in zip(chart.nodes, lines, layout.places, strict=True)
        ),
        *explained,
    )
    return Picture("thread", title, told, drawing(width, bottom + height + 6, title, told, shapes))


def _kind(one: ThreadNode) -> str:
    return one.focus.partition(":")[0]


def _heads(chart: Chart, layout: Layout, language: str) -> Iterator[Element]:
    """What each layer holds, above it."""
    middles = {_kind(one): place[0] for one, place in zip(chart.nodes, layout.places, strict=True)}
    for kind, middle in middles.items():
        head = tell("owner", language) if kind == RUNGS[-1] else VOCABULARY.called(kind, language)
        yield words(_EDGE + middle, 18, head, size=_SIZE, fill="faint", anchor="middle", bold=True)


def _links(chart: Chart, layout: Layout) -> Iterator[Element]:
    for one, points in zip(chart.links, layout.curves, strict=True):
        moved = tuple((x + _EDGE, y + _TOP) for x, y in points)
        yield curve(moved, stroke="faint" if one.proven else "claimed", dashed=not one.proven)


def _node(one: ThreadNode, name: str, lines: tuple[str, ...], x: float, y: float, language: str) -> Element:
    middle, level = x + _EDGE, y + _TOP
    height = len(lines) * _LINE + _ROOM
    broken_here = one.breaks_up is True or one.breaks_down is True
    left, top = middle - _BOX / 2, level - height / 2
    shapes = [
        box(
            left,
            top,
            _BOX,
            height,
            fill="alarm" if broken_here else "panel",
            stroke="major" if broken_here else "faint",
            dashed=not one.proven,
            corner=4,
        )
    ]
    shapes += [
        words(middle, top + 14 + at * _LINE, text, size=_SIZE, anchor="middle")
        for at, text in enumerate(lines)
    ]
    for breaks, side in ((one.breaks_up, left), (one.breaks_down, left + _BOX)):
        if breaks is not False:
            shapes.append(_break(side, level, known=breaks is True))
    said = [name]
    said += [tell("claimed only", language)] if not one.proven else []
    said += [tell("break", language)] if broken_here else []
    return together(shapes, " · ".join(said))


def _break(x: float, y: float, *, known: bool) -> Element:
    """A cross where the thread breaks, a question mark where that is not known."""
    if not known:
        return together((dot(x, y, 7, fill="paper", stroke="minor"), _sign(x, y, "?", "minor")))
    cross = (
        line(((x - 3, y - 3), (x + 3, y + 3)), stroke="major", thick=2),
        line(((x - 3, y + 3), (x + 3, y - 3)), stroke="major", thick=2),
    )
    return together((dot(x, y, 7, fill="paper", stroke="major"), *cross))


def _sign(x: float, y: float, sign: str, fill: str) -> Element:
    return words(x, y + 4, sign, size=_SIZE, fill=fill, anchor="middle", bold=True)


def _marks(language: str) -> Iterator[tuple[Element, str]]:
    yield _break(0, 0, known=True), f"{tell('break', language)} ({tell('at its left', language)})"
    yield _break(0, 0, known=False), tell("perhaps a break", language)
    yield line(((-9, 0), (9, 0)), stroke="faint"), tell("proven", language)
    yield line(((-9, 0), (9, 0)), stroke="claimed", dashed=True), tell("claimed only", language)


def _told(chart: Chart, names: dict[str, str], language: str) -> str:
    said = [tell("thread of", language, nodes=len(chart.nodes), links=len(chart.links))]
    up = tuple(names[one.focus] for one in chart.nodes if one.breaks_up is True)
    down = tuple(names[one.focus] for one in chart.nodes if one.breaks_down is True)
    perhaps = tuple(
        names[one.focus] for one in chart.nodes if one.breaks_up is None or one.breaks_down is None
    )
    for key, found in (("breaks up", up), ("breaks down", down), ("breaks perhaps", perhaps)):
        if found:
            said.append(tell(key, language, names=listed(found, language)))
    if not (up or down or perhaps):
        said.append(tell("whole thread", language))
    unproven = sum(not one.proven for one in chart.links)
    if unproven:
        said.append(tell("only claimed", language, links=unproven))
    return " ".join(said)
