"""
A sheet of a workbook as XML: which of its cells hold no plain value, why, and where in its bytes each stands.
"""

from __future__ import annotations

import math
import re
from typing import Final

from kamassess.questionnaire.layout import cell, column_of
from kamassess.questionnaire.parsing import DAMAGED, Listener
from kamassess.source.archive import NotUsable

MOST_CELLS: Final = 200_000
"""So many cells a workbook may have."""

ROWS, COLUMNS = 20_000, 200
"""So far a cell may stand: what reads the values holds all that lies between."""

FORMULA, ERROR, TWICE, BROKEN = "formula", "error", "twice", "broken"
"""Why a cell holds no plain value: a formula, a failed outcome, two of one name, nothing that is a value."""

_CELL: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER: Final = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
_CLOSED: Final = re.compile(rb"</(?:[^\s/>:]*:)?c\s*>")
_LEAST: Final = -999_999_999  # as so many days it is before anything; what reads the values stops at such


class SheetScan(Listener):
    """
    A sheet that is gone through; it counts for itself where a cell stands that does not say so.

    Args:
        part: the bytes of the sheet.
        texts: how many texts the workbook keeps, to which cells point.
    """

    def __init__(self, part: bytes, texts: int) -> None:
        self.odd: dict[str, str] = {}  # why, by the name of the cell
        self.pieces: list[tuple[int, int, str]] = []  # where such a cell begins and ends, with its name
        self.cells = 0
        self._part, self._texts = part, texts
        self._seen: set[tuple[int, int]] = set()
        self._row, self._column = -1, -1
        self._start = 0
        self._at: str | None = None
        self._kind = "n"
        self._why: str | None = None
        self._values: list[str] = []
        self._listens = False

    def begins(self, tag: str, attributes: dict[str, str], at: int) -> None:
        """A row, a cell, or what is in one."""
        if tag == "row":
            self._row, self._column = self._row + 1, -1
            if "r" in attributes:
                self._row = _number(attributes["r"]) - 1
        elif tag == "c":
            self._begin(attributes, at)
        elif tag == "f":
            self._why = FORMULA
        elif tag == "v":
            self._values.append("")
            self._listens = True

    def says(self, text: str) -> None:
        """A piece of a value."""
        if self._listens:
            self._values[-1] += text

    def ends(self, tag: str, at: int) -> None:
        """A value or a cell is whole."""
        if tag == "v":
            self._listens = False
        elif tag == "c" and self._at is not None:
            closed = _CLOSED.match(self._part, at)
            self._end(self._at, closed.end() if closed else at)
            self._at = None

    def _begin(self, attributes: dict[str, str], at: int) -> None:
        if self._at is not None:
            raise NotUsable(DAMAGED)
        self._column += 1
        self.cells += 1
        if "r" in attributes:
            match = _CELL.fullmatch(attributes["r"])
            if match is None:
                raise NotUsable(DAMAGED)
            self._column = column_of(match[1])
            self._row = _number(match[2]) - 1
        if not (0 <= self._row < ROWS and self._column < COLUMNS) or self.cells > MOST_CELLS:
            raise NotUsable("a cell of this workbook stands far outside of what is read; it is not read")
        self._at, self._start = cell(self._row, self._column), at
        self._kind, self._why, self._values = attributes.get("t", "n"), None, []

    def _end(self, at: str, after: int) -> None:
        why = self._why or self._lacks()
        if (self._row, self._column) in self._seen:
            why = TWICE
        self._seen.add((self._row, self._column))
        if why is not None:
            self.odd[at] = why
            self.pieces.append((self._start, after, at))

    def _lacks(self) -> str | None:
        """Why a cell without a formula holds no value, if it does not."""
        if self._kind == "e":
            return ERROR
        if not self._values:
            return None
        text = self._values[0]
        fine = len(self._values) == 1 and (
            self._kind in ("str", "inlineStr", "d")
            or (self._kind == "n" and (not text or _is_number(text)))
            or (self._kind == "b" and text in ("0", "1", "true", "false"))
            or (self._kind == "s" and text.isascii() and text.isdigit() and int(text) < self._texts)
        )
        return None if fine else BROKEN


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None and _LEAST <= float(text) < math.inf


def _number(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,6}", text):
        raise NotUsable(DAMAGED)
    return int(text)
