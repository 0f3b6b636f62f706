"""
The sheet of evidence: what the description has already, and rows for more.
"""

from __future__ import annotations

from kamassess.model.organisation import Evidence
from kamassess.questionnaire.layout import (
    FIXED,
    FREE,
    HEAD,
    PIECE,
    PIECE_WIDTHS,
    cell,
    day,
    from_list,
    loose,
    open_style,
)
from kamassess.questionnaire.making import Making
from kamassess.report.sheets import Sheet, height
from kamassess.report.wording import in_language

Rows = tuple[tuple[int, str], ...]
"""Rows, from 1, each with the id of a piece of evidence."""


def list_evidence(making: Making, sheet: Sheet) -> tuple[Rows, Rows]:
    """
    Write the sheet of evidence.

    Args:
        making: the questionnaire.
        sheet: where it is written.

    Returns:
        The rows of what is listed already, and those for more.
    """
    name = making.evidence
    making.top(sheet, name, making.tell("evidence title"), making.tell("evidence note"))
    making.heads(sheet, name, PIECE, PIECE_WIDTHS)
    known = () if making.organisation is None else making.organisation.evidence
    for row, one in enumerate(known, HEAD + 1):
        texts = _texts(making, one)
        for column, text in enumerate(texts):
            making.fix(sheet, name, row, column, text, bold=not column, **FIXED)
        sheet.raw.set_row(row, height(zip(texts, PIECE_WIDTHS, strict=True)))
    first = HEAD + 1 + len(known)
    free = _free(making.tell("prefix"), {one.id for one in known})
    for row, id_ in enumerate(free, first):
        making.fix(sheet, name, row, 0, id_, bold=True, **FIXED)
        _open_cells(making, sheet, row)
    sheet.raw.autofilter(HEAD, 0, first + len(free) - 1, len(PIECE) - 1)
    listed = tuple((row, one.id) for row, one in enumerate(known, HEAD + 2))
    return listed, tuple(enumerate(free, first + 1))


def _texts(making: Making, one: Evidence) -> tuple[str, ...]:
    names = {id_: name for name, id_ in making.persons}
    return (
        one.id,
        making.lists["kinds"].label(one.kind),
        in_language(one.name, making.language),
        one.reference or "",
        one.on.isoformat() if one.on else "",
        one.valid_until.isoformat() if one.valid_until else "",
        names.get(one.owner or "", one.owner or ""),
        ", ".join(one.about),
    )


def _open_cells(making: Making, sheet: Sheet, row: int) -> None:
    for column, key in enumerate(PIECE[1:], 1):
        sheet.put(row, column, None, **open_style("yyyy-mm-dd" if key in ("dated", "until") else "@"))
    at = {key: cell(row, column) for column, key in enumerate(PIECE)}
    sheet.raw.data_validation(at["kind"], from_list(making.ranges["kinds"], making.language))
    sheet.raw.data_validation(at["dated"], day(making.language))
    sheet.raw.data_validation(at["until"], day(making.language))
    if making.persons:
        sheet.raw.data_validation(at["owner"], loose(making.ranges["persons"]))


def _free(prefix: str, taken: set[str]) -> tuple[str, ...]:
    ids = (f"{prefix}{number}" for number in range(1, len(taken) + FREE + 1))
    return tuple(one for one in ids if one not in taken)[:FREE]
