"""
Whether a questionnaire is still laid out as it was made: no sheet, row or text added, moved, changed or gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kamassess.errors import Mistake, nearest
from kamassess.questionnaire.filled import FILLED
from kamassess.questionnaire.layout import HEADS, PIECE, cell
from kamassess.questionnaire.opening import Cells, Opened
from kamassess.questionnaire.reading_words import tell
from kamassess.questionnaire.record import SHEET, Record, mark
from kamassess.source.tree import quote

_MOST: Final = 20
"""So many texts of one sheet that do not belong there are told."""


def check(opened: Opened, record: Record) -> tuple[tuple[Mistake, ...], frozenset[str]]:
    """
    Check that a questionnaire was filled in, and nothing else.

    Args:
        opened: the workbook.
        record: what stood where when it was made.

    Returns:
        The mistakes, and the sheets whose rows stand where they should.
    """
    mistakes = list(_sheets(opened, record))
    sound = set()
    for name in record.sheets:
        sheet = opened.sheet(name)
        if sheet is None:
            continue
        rows = _rows(record, name)
        moved = _moved(opened, sheet, record, rows)
        if moved is not None:
            mistakes.append(moved)
            continue
        sound.add(name)
        mistakes += _texts(opened, sheet, record, rows)
    return tuple(mistakes), frozenset(sound)


def _sheets(opened: Opened, record: Record) -> Iterator[Mistake]:
    missing = [name for name in record.sheets if opened.sheet(name) is None]
    added = [one.name for one in opened.sheets if one.name not in (*record.sheets, SHEET)]
    for name in missing:
        renamed = added[0] if len(added) == len(missing) == 1 else nearest(name, added)
        if renamed in added:
            added.remove(renamed)
            names = {"sheet": quote(name), "now": quote(renamed)}
            yield opened.mistake(opened.place(renamed), "sheet renamed", **names)
        else:
            yield opened.mistake(opened.place(name), "sheet missing")
    for name in added:
        yield opened.mistake(opened.place(name), "sheet added")


def _rows(record: Record, sheet: str) -> Mapping[int, int]:
    """The rows that are filled in, from 1, each with the column, from 0, from which on they are."""
    if sheet == record.evidence:
        return {row: 1 for row, _ in record.pieces}
    return {one.row: len(HEADS) - len(FILLED) for one in record.rows if one.sheet == sheet}


def _moved(opened: Opened, sheet: Cells, record: Record, rows: Mapping[int, int]) -> Mistake | None:
    """The first row that stands somewhere else, if one does; all below it then do as well."""
    fixed = record.fixed.get(sheet.name, {})
    expected = {row: _key(fixed, row, first) for row, first in rows.items()}
    for row, first in rows.items():
        at, found = cell(row - 1, 0), _found_key(sheet, row, expected[row])
        in_place = found[0] == expected[row][0] or (first > 1 and found[1:] == expected[row][1:])
        if found == expected[row] or (in_place and found not in expected.values()):
            continue  # as it was, or with a text changed, which is told where it stands
        wanted = ", ".join(_name(record, sheet.name, row))
        seen = sheet.values.get(at)
        what = tell("nothing", opened.language) if seen is None else quote(str(seen))
        return opened.mistake(opened.place(sheet.name, at), "moved", row=wanted, found=what)
    return None


def _name(record: Record, sheet: str, row: int) -> Iterator[str]:
    for one in record.rows:
        if (one.sheet, one.row) == (sheet, row):
            yield quote(one.rule.partition("/")[2])
            yield quote(one.focus)
    if sheet == record.evidence:
        yield from (quote(id_) for at, id_ in record.pieces if at == row)


def _key(fixed: Mapping[str, str], row: int, first: int) -> tuple[str | None, ...]:
    return tuple(fixed.get(cell(row - 1, column)) for column in range(first))


def _found_key(sheet: Cells, row: int, expected: Sequence[str | None]) -> tuple[str | None, ...]:
    """The marks that a row has; a cell without a plain value, which is told of already, passes for right."""
    at = [cell(row - 1, column) for column in range(len(expected))]
    return tuple(
        wanted if one in sheet.odd else _mark(sheet, one) for one, wanted in zip(at, expected, strict=True)
    )


def _mark(sheet: Cells, at: str) -> str | None:
    value = sheet.values.get(at)
    return None if value is None else mark(str(value))


def _texts(opened: Opened, sheet: Cells, record: Record, rows: Mapping[int, int]) -> Iterator[Mistake]:
    fixed = record.fixed.get(sheet.name, {})
    odd = [at for at, wanted in fixed.items() if at not in sheet.odd and _mark(sheet, at) != wanted]
    for at in odd[:_MOST]:
        what = "text changed" if at in sheet.values else "text gone"
        yield opened.mistake(opened.place(sheet.name, at), what)
    width = len(PIECE if sheet.name == record.evidence else HEADS)
    filled = {cell(row - 1, column) for row, first in rows.items() for column in range(first, width)}
    extra = [
        at
        for at, value in sheet.values.items()
        if at not in fixed and at not in filled and str(value).strip()
    ]
    for at in extra[:_MOST]:
        yield opened.mistake(opened.place(sheet.name, at), "not read")
