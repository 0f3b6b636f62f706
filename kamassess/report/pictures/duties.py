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
from kamassess.report.pictures.lettering import broken, shortened
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, drawing, line, together, words
from kamassess.report.pictures.words import listed, tell
from kamassess.report.wording import node
from kamassess.result import Result

_CHAIN: Final = 190.0
_OWNER: Final = 120.0
_CELL: Final = 58.0
_ROW: Final = 36.0
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
    for at, row in enumerate(rows):
        shapes += matrix.row(row, _HEAD + at * _ROW)
    bottom = _HEAD + len(rows) * _ROW
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
            for below, text in enumerate(broken(self.duty(one.duty), 118, 2, 10.5)):
                yield words(x - 6 + below * 13, _HEAD - 8, text, size=10.5, fill="faint", turned=-62)

    def row(self, row: Duties, y: float) -> Iterator[Element]:
        right = _EDGE + _CHAIN + _OWNER + len(row.answering) * _CELL
        yield line(((_EDGE, y), (right, y)))
        chain = self.name(row.chain)
        lines = broken(chain, _CHAIN - 10, 2, 11.5)
        begin = y + _ROW / 2 + 4 - (len(lines) - 1) * 7
        yield together(
            (words(_EDGE, begin + at * 14, text, size=11.5) for at, text in enumerate(lines)), chain
        )
        yield self._owner(row.owners, y)
        for at, one in enumerate(row.answering):
            yield self._cell(chain, one, _EDGE + _CHAIN + _OWNER + at * _CELL, y)

    def _owner(self, owners: Several, y: float) -> Element:
        x = _EDGE + _CHAIN
        names = [self.name(one) for one in owners.shown]
        wrong = len(names) != 1 and not owners.open
        text = tell("unknown" if owners.open else "nobody", self.language) if not names else ", ".join(names)
        shapes = [box(x, y + 2, _OWNER - 4, _ROW - 4, fill="alarm")] if wrong else []
        fill = "major" if wrong else "minor" if owners.open or owners.claimed else "ink"
        shapes.append(words(x + 4, y + _ROW / 2 + 4, shortened(text, _OWNER - 12, 11), size=11, fill=fill))
        return together(shapes, f"{tell('owner', self.language)}: {self._several(owners)}")

    def _cell(self, chain: str, one: Answering, x: float, y: float) -> Element:
        parts = (("A", one.accountable), ("R", one.carries_out), ("C", one.consulted))
        letters = [(tell(letter, self.language), not who.proven) for letter, who in parts if who.shown]
        nobody = not one.accountable.shown and not one.accountable.open
        shapes = [box(x + 2, y + 2, _CELL - 4, _ROW - 4, fill="alarm" if nobody else "panel")]
        if not one.accountable.shown:
            letters.insert(0, ("–" if nobody else "?", False))
        middle = x + _CELL / 2 - (len(letters) - 1) * 7
        for at, (letter, unproven) in enumerate(letters):
            fill = "major" if letter == "–" else "minor" if unproven or letter == "?" else "ink"
            shapes.append(
                words(
                    middle + at * 14,
                    y + _ROW / 2 + 4,
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
