"""
A workbook's bytes -> its cells: values as they are, and a mistake for each that is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

from attrs import frozen

from kamassess.errors import InvalidSource, Mistake, Place
from kamassess.questionnaire.contents import contents
from kamassess.questionnaire.layout import cell, column_of
from kamassess.questionnaire.parsing import DAMAGED
from kamassess.questionnaire.reading_words import tell
from kamassess.questionnaire.scanning import Oddity, scan
from kamassess.report.needing import need
from kamassess.source.archive import NotUsable, packed, unpacked
from kamassess.source.tree import LONGEST_QUOTE


@frozen
class Cells:
    """
    A sheet.

    Args:
        name: what it is called.
        values: what its cells hold, by their names; empty ones are left out.
        odd: the names of the cells that hold no plain value; they are in no other way told of.
    """

    name: str
    values: Mapping[str, object]
    odd: frozenset[str] = frozenset()


@frozen
class Opened:
    """
    A workbook, read.

    Args:
        source: what it is called.
        sheets: its sheets, hidden ones too, in their order.
        odd: the cells that hold no plain value.
        language: the language in which is told what is wrong in it.
    """

    source: str
    sheets: tuple[Cells, ...]
    odd: tuple[Oddity, ...]
    language: str = "en"

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What is said of the cells that hold no plain value."""
        return tuple(self.mistake(self.place(one.sheet, one.cell), one.why) for one in self.odd)

    def mistake(self, at: Place, key: str, suggestion: str | None = None, **values: object) -> Mistake:
        """What is wrong at a place, in the language of the workbook."""
        return Mistake(at, tell(key, self.language, **values), suggestion)

    def place(self, sheet: str, at: str | None = None) -> Place:
        """Where a cell is, or a sheet."""
        return place(self.source, sheet, at, self.language)

    def sheet(self, name: str) -> Cells | None:
        """The sheet of a name."""
        return next((one for one in self.sheets if one.name == name), None)


def place(source: str, sheet: str, at: str | None = None, language: str = "en") -> Place:
    """
    Where a cell is, or a sheet.

    Args:
        source: what the workbook is called.
        sheet: the sheet.
        at: the cell.
        language: the language in which it is told.

    Returns:
        The place, by which mistakes are put in order as well.

    Example:
        >>> str(place("answers.xlsx", "Chains", "E12"))
        "answers.xlsx, sheet 'Chains', cell E12"
    """
    if at is None:
        return Place(source, sheet=sheet[:LONGEST_QUOTE], language=language)
    letters = at.rstrip("0123456789")
    row, column = int(at[len(letters) :]), column_of(letters) + 1
    return Place(source, row, column, at, sheet[:LONGEST_QUOTE], language)


def open_workbook(data: bytes, source: str) -> Opened:
    """
    Read a workbook.

    Args:
        data: the file.
        source: what it is called in messages.

    Returns:
        Its cells.

    Raises:
        InvalidSource: it is no workbook, or one that would do harm.
        MissingLibrary: python-calamine is not installed.
    """
    calamine = need("python_calamine", "office")
    try:
        parts = unpacked(data, "workbook", ".xlsx")
        if "xl/workbook.xml" not in parts:
            raise NotUsable("this is no workbook of Excel; save it as .xlsx")
        listed = contents(parts)
        scanned = scan(parts, listed)
        sheets = tuple(_sheets(calamine, packed(scanned.parts), scanned.odd))
        if [one.name for one in sheets] != list(listed):
            raise NotUsable(DAMAGED)
    except NotUsable as why:
        raise InvalidSource([Mistake(Place(source), str(why))]) from None
    return Opened(source, sheets, scanned.odd)


def _sheets(calamine: object, data: bytes, oddities: Iterable[Oddity]) -> Iterable[Cells]:
    odd: dict[str, set[str]] = {}
    for one in oddities:
        odd.setdefault(one.sheet, set()).add(one.cell)
    try:
        book = calamine.load_workbook(BytesIO(data))  # type: ignore[attr-defined]
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            found = {
                cell(row, column): value
                for row, values in enumerate(rows)
                for column, value in enumerate(values)
                if value not in ("", None)
            }
            without = odd.get(name, set())
            values = {at: value for at, value in found.items() if at not in without}
            yield Cells(name, values, frozenset(without))
    except NotUsable:
        raise
    except Exception:  # of whatever kind: a file that cannot be read is never a fault of ours
        raise NotUsable("this workbook cannot be read; save it again as .xlsx") from None
