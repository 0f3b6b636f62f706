"""
Effort: what initiatives spend on the hard side, systems and structures, against what they spend on people.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final
from xml.etree.ElementTree import Element

from attrs import frozen

from kamassess.graph.levels import Effort
from kamassess.report.numbers import grouped
from kamassess.report.pictures.legend import legend
from kamassess.report.pictures.lettering import broken
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, drawing, together, words
from kamassess.report.pictures.words import tell
from kamassess.report.wording import node
from kamassess.result import Result

_NAME: Final = 190.0
_LONG: Final = 190.0
_GAP: Final = 30.0
_ROW: Final = 36.0
_HEAD: Final = 30.0
_EDGE: Final = 8.0
_SORTS: Final = ("money", "hours")


@frozen
class _Split:
    """What is spent of one sort, on each side."""

    hard: Decimal = Decimal(0)
    human: Decimal = Decimal(0)
    unplaced: Decimal = Decimal(0)

    @property
    def all(self) -> Decimal:
        return self.hard + self.human + self.unplaced


def effort(result: Result, language: str) -> Picture | None:
    """
    The money and the hours of each initiative, and of all, by the side on which they are spent.

    Args:
        result: the assessment.
        language: ``nl`` or ``en``.

    Returns:
        The picture; ``None`` where nothing is known of any effort.
    """
    spent = result.chart.effort
    if not any(one.money is not None or one.hours is not None for one in spent):
        return None
    initiatives = tuple(dict.fromkeys(one.initiative for one in spent))
    rows = [(tell("in all", language), spent)] if len(initiatives) > 1 else []
    rows += [
        (node(it, result, language), tuple(one for one in spent if one.initiative == it))
        for it in initiatives
    ]
    # The bar of all would leave the others too short to be seen: it has a scale of its own.
    most = {sort: max(_split(of, sort).all for _, of in rows[-len(initiatives) :]) for sort in _SORTS}
    shapes = [*_heads(language)]
    for at, (name, of) in enumerate(rows):
        whole = at == 0 and len(rows) > len(initiatives)
        scale = {sort: _split(of, sort).all for sort in _SORTS} if whole else most
        shapes += _row(name, of, _HEAD + at * _ROW, scale, language, whole=whole)
    bottom = _HEAD + len(rows) * _ROW + 6
    width = 2 * _EDGE + _NAME + 2 * (_LONG + 84) + _GAP
    explained, height = legend(_EDGE + _NAME, bottom, width - _NAME, _marks(spent, language))
    title, told = tell("effort", language), " ".join(_told(spent, language))
    svg = drawing(width, bottom + height + 8, title, told, (*shapes, *explained))
    return Picture("effort", title, told, svg)


def _split(spent: tuple[Effort, ...], sort: str) -> _Split:
    sides = {True: Decimal(0), False: Decimal(0), None: Decimal(0)}
    for one in spent:
        sides[one.hard] += (one.money if sort == "money" else one.hours) or 0
    return _Split(sides[True], sides[False], sides[None])


def _left(sort: str) -> float:
    return _EDGE + _NAME + _SORTS.index(sort) * (_LONG + 84 + _GAP)


def _heads(language: str) -> Iterator[Element]:
    for sort in _SORTS:
        yield words(_left(sort), 18, tell(sort, language), size=11, fill="faint", bold=True)


def _row(
    name: str, of: tuple[Effort, ...], y: float, most: dict[str, Decimal], language: str, *, whole: bool
) -> Iterator[Element]:
    lines = broken(name, _NAME - 14, 2, 11.5)
    begin = y + _ROW / 2 + 4 - (len(lines) - 1) * 7
    for at, text in enumerate(lines):
        yield words(_EDGE, begin + at * 14, text, size=11.5, bold=whole)
    for sort in _SORTS:
        yield together(
            _bar(_split(of, sort), _left(sort), y, most[sort], sort, language),
            f"{name}: {_side_by_side(_split(of, sort), sort, language)}",
        )


def _bar(split: _Split, x: float, y: float, most: Decimal, sort: str, language: str) -> Iterator[Element]:
    for part, fill in ((split.hard, "proven"), (split.human, "human"), (split.unplaced, "line")):
        wide = _LONG * float(part / most) if most else 0.0
        if wide:
            yield box(x, y + 9, wide, _ROW - 18, fill=fill)
        x += wide
    yield words(x + 8, y + _ROW / 2 + 4, _number(split.all, sort, language), size=11, fill="faint")


def _number(number: Decimal, sort: str, language: str) -> str:
    return tell("euros" if sort == "money" else "so many hours", language, number=grouped(number, language))


def _marks(spent: tuple[Effort, ...], language: str) -> Iterator[tuple[Element, str]]:
    yield box(-8, -5, 16, 10, fill="proven"), tell("hard", language)
    yield box(-8, -5, 16, 10, fill="human"), tell("human", language)
    if any(one.hard is None for one in spent):
        yield box(-8, -5, 16, 10, fill="line"), tell("unplaced", language)


def _told(spent: tuple[Effort, ...], language: str) -> Iterator[str]:
    for sort in _SORTS:
        yield _side_by_side(_split(spent, sort), sort, language)
    unknown = sum(one.money is None and one.hours is None for one in spent)
    if unknown:
        yield tell("effort unknown", language, count=unknown)


def _side_by_side(split: _Split, sort: str, language: str) -> str:
    hard, human, unplaced = (
        _number(one, sort, language) for one in (split.hard, split.human, split.unplaced)
    )
    more = tell("effort unplaced", language, number=unplaced) if split.unplaced else ""
    sort = tell(sort, language)
    return tell("effort of", language, sort=sort[0].upper() + sort[1:], hard=hard, human=human, unplaced=more)
