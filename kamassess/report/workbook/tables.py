"""
A table on a sheet of its own: heads that stay in sight, filters, colours that say what words say too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from kamassess.report.numbers import plain_number
from kamassess.report.sheets import ACCENT, LINE, QUIET, Sheet, height
from kamassess.report.tables import Cell
from kamassess.report.workbook.words import tell

HEAD: Final = 3
"""The row of the heads, from 0."""

Value = Cell
"""What a cell of a table holds, as a row of the tidy tables does."""


@frozen
class Column:
    """
    A column.

    Args:
        key: its name, in the words and in the rows.
        width: how wide it is.
        tone: the colours behind and in a cell, by what its row holds; none: plain.
        style: what else its cells look like.
        head: what stands over it, where that is no word of ours.
    """

    key: str
    width: float
    tone: Callable[[Mapping[str, Any]], tuple[str, str] | None] = lambda _: None
    style: Mapping[str, Any] = {"text_wrap": True}
    head: str | None = None


def write_table(
    sheet: Sheet,
    title: str,
    note: str,
    columns: Sequence[Column],
    rows: Sequence[Mapping[str, Any]],
    language: str,
    printed: int | None = None,
) -> None:
    """
    Write a table.

    Args:
        sheet: where it is written.
        title: what stands above it.
        note: what is said of it.
        columns: its columns.
        rows: what they hold, by key; a flag is a word.
        language: ``nl`` or ``en``.
        printed: how many of its columns are printed; ``None``: all.
    """
    sheet.raw.set_row(0, 26)
    sheet.put(0, 0, title, bold=True, font_size=16, font_color=ACCENT)
    heads = [one.head or tell(one.key, language) for one in columns]
    said = note if printed is None else tell("printed note", language, note=note, first=heads[printed])
    sheet.put(1, 0, said, font_color=QUIET)
    sheet.heads(HEAD, heads, [one.width for one in columns])
    sheet.raw.set_row(HEAD, max(32, height(zip(heads, (one.width for one in columns), strict=True))))
    for at, row in enumerate(rows, HEAD + 1):
        for number, column in enumerate(columns):
            _put(sheet, at, number, row.get(column.key), column, row, language)
        sheet.raw.set_row(at, max(_height(row.get(one.key), one) for one in columns))
    sheet.raw.freeze_panes(HEAD + 1, 1)
    if rows:
        sheet.raw.autofilter(HEAD, 0, HEAD + len(rows), len(columns) - 1)
    sheet.page(repeat=HEAD, footer=title)
    if printed is not None:
        sheet.raw.print_area(0, 0, HEAD + len(rows), printed - 1)


def _height(value: Cell, column: Column) -> float:
    """How high a row must be for a cell of it."""
    texts = [(value, column.width)] if isinstance(value, str) else []
    return height(texts, size=column.style.get("font_size", 10))


def _put(
    sheet: Sheet, at: int, number: int, value: Cell, column: Column, row: Mapping[str, Any], language: str
) -> None:
    style = {"border": 1, "border_color": LINE, **column.style}
    tone = column.tone(row)
    if tone is not None:
        style |= {"bg_color": tone[0], "font_color": tone[1]}
    sheet.put(at, number, plain(value, language), **style)


def plain(value: Cell, language: str) -> str | int | float | date | None:
    """
    A value as a cell of a workbook holds it.

    Args:
        value: the value.
        language: ``nl`` or ``en``.

    Returns:
        A flag as a word, a fraction as a number, several texts as one.
    """
    if isinstance(value, bool):
        return tell("yes" if value else "no", language)
    if isinstance(value, tuple):
        return ", ".join(value)
    return plain_number(value) if isinstance(value, Fraction) else value
