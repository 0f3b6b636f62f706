"""
The sheets of a workbook as XML: where formulas and errors stand, which a reader of values does not see.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.parsers import expat

from attrs import frozen

from kamassess.questionnaire.layout import cell
from kamassess.source.archive import NotUsable

MOST_CELLS: Final = 200_000
"""So many cells a workbook may have."""

ROWS, COLUMNS = 20_000, 200
"""So far a cell may stand: what reads the values holds all that lies between."""

_CELL: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_DAMAGED: Final = "this workbook is damaged; save it again"


@frozen
class Oddity:
    """
    A cell that holds no plain value.

    Args:
        sheet: the sheet.
        cell: the cell.
        formula: whether it is a formula; else the outcome of one that failed.
    """

    sheet: str
    cell: str
    formula: bool


def oddities(parts: Mapping[str, bytes]) -> tuple[Oddity, ...]:
    """
    The cells that hold no plain value.

    Args:
        parts: the parts of the workbook.

    Returns:
        The cells, sheet by sheet.

    Raises:
        NotUsable: a part cannot be read, or has more than anybody means.
    """
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            _parse(part)
    cells = 0
    found: list[Oddity] = []
    for name, part in _sheets(parts):
        scan = _Scan(name)
        _parse(part, scan.begins, scan.ends)
        cells += scan.cells
        if cells > MOST_CELLS:
            raise NotUsable(f"this workbook has more than {MOST_CELLS} cells; it is not read")
        found += scan.found
    return tuple(found)


def _sheets(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each sheet with its name, and every other part that could be one."""
    targets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    names: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            id_ = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            target = targets.get(id_, "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            names[posixpath.normpath(path)] = attributes.get("name", "")

    _parse(parts.get("xl/_rels/workbook.xml.rels", b"<x/>"), relation)
    _parse(parts["xl/workbook.xml"], sheet)
    for path in names:
        if path not in parts:
            raise NotUsable(_DAMAGED)
    for path, part in parts.items():
        if path in names or (path.startswith("xl/worksheets/") and path.endswith(".xml")):
            yield names.get(path, path), part


class _Scan:
    """Goes through a sheet, and counts for itself where a cell stands that does not say so."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.found: list[Oddity] = []
        self.cells = 0
        self._row, self._column = -1, -1
        self._at: str | None = None

    def begins(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._row, self._column = self._row + 1, -1
            if "r" in attributes:
                self._row = _number(attributes["r"]) - 1
        elif tag == "c":
            self._count(attributes)
        elif tag == "f" and self._at is not None:
            self._find(formula=True)

    def ends(self, tag: str) -> None:
        if tag == "c":
            self._at = None

    def _count(self, attributes: dict[str, str]) -> None:
        self._column += 1
        self.cells += 1
        if "r" in attributes:
            match = _CELL.fullmatch(attributes["r"])
            if match is None:
                raise NotUsable(_DAMAGED)
            self._column = _column(match[1])
            self._row = _number(match[2]) - 1
        if not (0 <= self._row < ROWS and self._column < COLUMNS) or self.cells > MOST_CELLS:
            raise NotUsable("a cell of this workbook stands far outside of what is read; it is not read")
        self._at = cell(self._row, self._column)
        if attributes.get("t") == "e":
            self._find(formula=False)

    def _find(self, *, formula: bool) -> None:
        if self._at is None:
            return
        if formula and self.found and (self.found[-1].cell, self.found[-1].formula) == (self._at, False):
            self.found.pop()  # it failed because it is a formula
        self.found.append(Oddity(self.sheet, self._at, formula))


def _parse(part: bytes, begins: Any = None, ends: Any = None) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    # Which could define a text that holds itself ten times, ten times over.
    def refuse(*_: object) -> None:
        raise NotUsable("this workbook brings definitions of its own in its XML; it is not read")

    def local(tag: str) -> str:
        return tag.rpartition(":")[2]

    parser.StartDoctypeDeclHandler = refuse
    if begins is not None:
        parser.StartElementHandler = lambda tag, attributes: begins(local(tag), attributes)
    if ends is not None:
        parser.EndElementHandler = lambda tag: ends(local(tag))
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise NotUsable(_DAMAGED) from None


def _number(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,6}", text):
        raise NotUsable(_DAMAGED)
    return int(text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
