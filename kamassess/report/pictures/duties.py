"""
The duty matrix: for each chain and duty who is accountable, who carries it out and who is consulted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from kamassess.graph.chart import Answering, Duties, Several
from kamassess.model.vocabulary import duty_called
from kamassess.report.pictures.legend import legend
from kamassess.report.pictures.lettering import broken
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, drawing, line, together, words
from kamassess.report.pictures.words import listed, tell
from kamassess.report.wording import node
from kamassess.result import Result

_CHAIN: Final = 190.0
_OWNER: Final = 136.0
_CELL: Final = 58.0
_ROW: Final = 36.0
"""How high a row is at least; one with more owners than one is as high as it takes to name them."""
_LINE: Final = 14.0
_MOST: Final = 3
"""So many owners of a chain are named in its cell; who rests a pointer on it reads all of them."""
_HEAD: Final = 128.0
_EDGE: Final = 8.0


def duties(result: Result, language: str) -> Picture | None:
    """
    Chains by duties, with the owner of each chain.

    Args:
        result: the assessment.
        language: ``nl`` or ``en``.

    Returns:
        The picture; ``None`` where no chain is described.
    """
    rows = result.chart.duties
    if not rows:
        return None
    matrix = _Matrix(result, language)
    title = tell("duties", language)
    told = " ".join(matrix.told(rows))
    shapes = [*matrix.heads(rows[0])]
    bottom = _HEAD
    for row in rows:
        shapes += matrix.row(row, bottom)
        bottom += matrix.height(row)
    # The last head leans over the edge of the matrix.
    width = 2 * _EDGE + _CHAIN + _OWNER + len(rows[0].answering) * _CELL + 30
    explained, height = legend(_EDGE, bottom + 8, width - 2 * _EDGE, matrix.marks())
    svg = drawing(width, bottom + height + 14, title, told, (*shapes, *explained))
    return Picture("duties", title, told, svg)


class _Matrix:
    """The parts of the matrix of one result, in one language."""

    def __init__(self, result: Result, language: str) -> None:
        self.result, self.language = result, language

    def name(self, focus: str) -> str:
        return node(focus, self.result, self.language)

    def duty(self, duty: str) -> str:
        return duty_called(duty, self.language)

    def heads(self, row: Duties) -> Iterator[Element]:
        yield words(
            _EDGE + _CHAIN + 4, _HEAD - 8, tell("owner", self.language), size=11, fill="faint", bold=True
        )
        for at, one in enumerate(row.answering):
            x = _EDGE + _CHAIN + _OWNER + at * _CELL + _CELL / 2
            for below, text in enumerate(broken(self.duty(one.duty), 118, 3, 10.5)):
                yield words(x - 6 + below * 13, _HEAD - 8, text, size=10.5, fill="faint", turned=-62)

    def height(self, row: Duties) -> float:
        return max(_ROW, len(self._named(row.owners)) * _LINE + 10)

    def _named(self, owners: Several) -> tuple[str, ...]:
        """The owners of a chain, in the lines of its cell: each begins on a line of its own."""
        names = [self.name(one) for one in owners.shown]
        if not names:
            return (tell("unknown" if owners.open else "nobody", self.language),)
        shown = [f"{one}," for one in names[:_MOST]]
        if len(names) > _MOST:
            shown.append(tell("and more", self.language, count=len(names) - _MOST))
        shown[-1] = shown[-1].removesuffix(",")
        return tuple(text for one in shown for text in broken(one, _OWNER - 12, 2, 11))

    def row(self, row: Duties, y: float) -> Iterator[Element]:
        right = _EDGE + _CHAIN + _OWNER + len(row.answering) * _CELL
        yield line(((_EDGE, y), (right, y)))
        chain = self.name(row.chain)
        lines = broken(chain, _CHAIN - 10, 2, 11.5)
        height = self.height(row)
        yield together(
            (
                words(_EDGE, at, text, size=11.5)
                for at, text in zip(_levels(y, height, len(lines)), lines, strict=True)
            ),
            chain,
        )
        yield self._owner(row.owners, y, height)
        for at, one in enumerate(row.answering):
            yield self._cell(chain, one, _EDGE + _CHAIN + _OWNER + at * _CELL, y, height)

    def _owner(self, owners: Several, y: float, height: float) -> Element:
        x, lines = _EDGE + _CHAIN, self._named(owners)
        wrong = len(owners.shown) != 1 and not owners.open
        shapes = [box(x, y + 2, _OWNER - 4, height - 4, fill="alarm")] if wrong else []
        fill = "major" if wrong else "minor" if owners.open or owners.claimed else "ink"
        shapes += [
            words(x + 4, at, text, size=11, fill=fill)
            for at, text in zip(_levels(y, height, len(lines)), lines, strict=True)
        ]
        return together(shapes, f"{tell('owner', self.language)}: {self._several(owners)}")

    def _cell(self, chain: str, one: Answering, x: float, y: float, height: float) -> Element:
        parts = (("A", one.accountable), ("R", one.carries_out), ("C", one.consulted))
        letters = [(tell(letter, self.language), not who.proven) for letter, who in parts if who.shown]
        nobody = not one.accountable.shown and not one.accountable.open
        shapes = [box(x + 2, y + 2, _CELL - 4, height - 4, fill="alarm" if nobody else "panel")]
        if not one.accountable.shown:
            letters.insert(0, ("–" if nobody else "?", False))
        middle = x + _CELL / 2 - (len(letters) - 1) * 7
        for at, (letter, unproven) in enumerate(letters):
            fill = "major" if letter == "–" else "minor" if unproven or letter == "?" else "ink"
            shapes.append(
                words(
                    middle + at * 14,
                    y + height / 2 + 4,
                    letter,
                    size=12,
                    fill=fill,
                    anchor="middle",
                    bold=at == 0,
                )
            )
        said = [f"{chain}: {self.duty(one.duty)}"]
        for key, who in (
            ("accountable", one.accountable),
            ("carries out", one.carries_out),
            ("consulted", one.consulted),
        ):
            if who.shown or key == "accountable":
                said.append(f"{tell(key, self.language)}: {self._several(who)}")
        return together(shapes, " · ".join(said))

    def _several(self, who: Several) -> str:
        said = [self.name(one) for one in who.proven]
        said += [f"{self.name(one)} ({tell('claimed only', self.language)})" for one in who.claimed]
        if who.open:
            said.append(tell("open", self.language))
        return listed(tuple(said), self.language) or tell("nobody", self.language)

    def marks(self) -> Iterator[tuple[Element, str]]:
        for letter, key in (("A", "accountable"), ("R", "carries out"), ("C", "consulted")):
            yield (
                words(0, 4, tell(letter, self.language), anchor="middle", bold=letter == "A"),
                tell(key, self.language),
            )
        yield (
            words(0, 4, "–", fill="major", anchor="middle", bold=True),
            tell("nobody accountable", self.language),
        )
        yield (
            words(0, 4, tell("A", self.language), fill="minor", anchor="middle", bold=True),
            tell("claimed only", self.language),
        )
        yield words(0, 4, "?", fill="minor", anchor="middle", bold=True), tell("unknown", self.language)

    def told(self, rows: tuple[Duties, ...]) -> Iterator[str]:
        owned = sum(len(one.owners.shown) == 1 and not one.owners.open for one in rows)
        yield tell("duties of", self.language, chains=len(rows), duties=len(rows[0].answering), owned=owned)
        none = tuple(self.name(one.chain) for one in rows if not one.owners.shown and not one.owners.open)
        several = tuple(self.name(one.chain) for one in rows if len(one.owners.shown) > 1)
        for key, names in (("no owner", none), ("several owners", several)):
            if names:
                yield tell(key, self.language, names=listed(names, self.language))
        whole = True
        for row in rows:
            without = tuple(
                self.duty(one.duty)
                for one in row.answering
                if not one.accountable.shown and not one.accountable.open
            )
            if without:
                whole = False
                yield tell(
                    "duties without",
                    self.language,
                    chain=self.name(row.chain),
                    duties=listed(without, self.language),
                )
        if whole:
            yield tell("duties whole", self.language)


def _levels(y: float, height: float, lines: int) -> Iterator[float]:
    """Where so many lines stand on, in the middle of a row."""
    first = y + height / 2 + 4 - (lines - 1) * _LINE / 2
    return (first + at * _LINE for at in range(lines))
