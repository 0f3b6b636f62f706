"""
The first sheet: what a report says at its top, block by block.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatch
from typing import Any, Final

from kamassess.report.sheets import ACCENT, BAD, GOOD, LINE, QUIET, UNSURE, Sheet, height
from kamassess.showing.document import Bars, Block, Heading, Paragraph, Rows, Table, Tone

_WIDTHS: Final = (46, 28, 28, 28, 28)
_WHOLE: Final = sum(_WIDTHS[1:])
_TONES: Final = {Tone.MAJOR: BAD, Tone.MINOR: UNSURE, Tone.GOOD: GOOD}


def write_summary(sheet: Sheet, blocks: Iterable[Block], footer: str) -> None:
    """
    Write blocks under each other.

    Args:
        sheet: where they are written.
        blocks: headings, paragraphs, rows, bars and tables; others are left out.
        footer: what stands under every page.
    """
    for column, width in enumerate(_WIDTHS):
        sheet.raw.set_column(column, column, width)
    row = 0
    for block in blocks:
        row = _write(block, sheet, row)
    sheet.page(footer=footer)


@singledispatch
def _write(block: Any, sheet: Sheet, row: int) -> int:
    """Write a block, and say in which row the next begins."""
    return row


@_write.register
def _(block: Heading, sheet: Sheet, row: int) -> int:
    row += row > 0
    sheet.raw.set_row(row, 26 if block.level == 1 else 20)
    sheet.put(row, 0, block.text, bold=True, font_size=16 if block.level == 1 else 12, font_color=ACCENT)
    return row + 1


@_write.register
def _(block: Paragraph, sheet: Sheet, row: int) -> int:
    back, ink = _TONES.get(block.tone, ("#FFFFFF", QUIET))
    style = {"bg_color": back, "font_color": ink, "bold": block.tone in _TONES, "font_size": 11}
    _across(sheet, row, 0, block.text, style)
    sheet.raw.set_row(row, height([(block.text, sum(_WIDTHS))], size=12) + 4)  # bold letters are wider
    return row + 1


@_write.register
def _(block: Rows, sheet: Sheet, row: int) -> int:
    for one in block.rows:
        line = {"bottom": 1, "bottom_color": LINE}
        text = "\n".join(one.lines)
        sheet.put(row, 0, one.label, bold=True, text_wrap=True, **line)
        _across(sheet, row, 1, text, line)
        sheet.raw.set_row(row, height([(one.label, _WIDTHS[0]), (text, _WHOLE)]))
        row += 1
    return row


@_write.register
def _(block: Bars, sheet: Sheet, row: int) -> int:
    rows = [(one.title, *one.texts) for one in block.bars if one.level == 1]  # a sheet of its own has all
    return _table(sheet, row, ("", *block.heads), rows)


@_write.register
def _(block: Table, sheet: Sheet, row: int) -> int:
    return _table(sheet, row, block.heads, block.rows)


def _table(sheet: Sheet, row: int, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    for column, head in enumerate(heads):
        sheet.put(
            row,
            column,
            head,
            bold=True,
            font_color="#FFFFFF",
            bg_color=ACCENT,
            align="right" if column else "left",
        )
    for texts in rows:
        row += 1
        for column, text in enumerate(texts):
            style: dict[str, Any] = {"align": "right"} if column else {"text_wrap": True}
            sheet.put(row, column, text, bottom=1, bottom_color=LINE, **style)
        sheet.raw.set_row(row, height([(texts[0], _WIDTHS[0])]))
    return row + 1


def _across(sheet: Sheet, row: int, first: int, text: str, style: dict[str, Any]) -> None:
    """Write a text over all columns from one on."""
    sheet.raw.merge_range(row, first, row, len(_WIDTHS) - 1, "", sheet.book.style(text_wrap=True, **style))
    sheet.put(row, first, text, text_wrap=True, **style)
