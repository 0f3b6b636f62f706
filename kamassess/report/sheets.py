"""
Workbooks that are quiet and look alike: texts that are texts, one set of styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from math import ceil
from typing import Any, Final

from kamassess.report.csv import harmless
from kamassess.report.needing import need
from kamassess.report.pictures.paint import PAINTS
from kamassess.report.plain import legible

LONGEST_TEXT: Final = 32_767
"""What a cell can hold, in units of UTF-16."""

FIRST_DAY: Final = date(1900, 3, 1)
"""The first day that is a date in a workbook; of what lies before each program makes another day."""

INK, ACCENT, BAND, LINE, QUIET = (PAINTS[one][0] for one in ("ink", "proven", "panel", "line", "faint"))
OPEN = "#FFF9E5"
"""The colours: of texts, of heads, of what groups, of lines, of what is beside it, of what is filled in."""

GOOD, BAD, UNSURE = (
    ("#E3F2E6", PAINTS["good"][0]),
    (PAINTS["alarm"][0], PAINTS["major"][0]),
    ("#FFF3D1", "#6B4E00"),
)
"""Behind and in what is so, what is not so, and what is not known; never without its word."""

_PLAIN: Final = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}


def clean(text: str) -> str:
    r"""
    A text as a cell can hold it.

    Args:
        text: any text.

    Returns:
        The text with each of its lines legible, these ended by LF, and cut off where it is too long.

    Example:
        >>> clean("one\r\n\u202etwo\x07")
        'one\ntwo'
    """
    plain = "\n".join(map(legible, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
    if len(plain.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return plain
    cut = plain.encode("utf-16-le")[: 2 * (LONGEST_TEXT - 1)].decode("utf-16-le", "ignore")
    return f"{cut}…"


def height(texts: Iterable[tuple[str, float]], *, size: int = 10) -> float:
    """
    How high a row is in which texts stand side by side, each in a column of a width.

    Not every program finds that out when it opens a workbook.

    Args:
        texts: each text with the width of its column.
        size: the size of the letters.

    Returns:
        The height in points: of one line at least, and of what a row can be at most.
    """
    lines = max((_lines(text, width * 12.3 / size) for text, width in texts), default=1)
    return min(409, 3 + lines * size * 1.275)


def _lines(text: str, wide: float) -> int:
    return sum(max(1, ceil(len(line) / wide)) for line in clean(text).split("\n"))


class Book:
    """
    A workbook that is being made: in memory, the same bytes for the same cells.

    Args:
        title: what it is called in its properties.
        day: the day that it bears; there is no clock.
    """

    def __init__(self, title: str, day: date) -> None:
        self._written = BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = need("xlsxwriter", "office").Workbook(self._written, options)
        made = datetime(day.year, day.month, day.day)
        self._book.set_properties({"title": legible(title)[:255], "created": made})
        self._styles: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, **more: Any) -> Any:
        """A style: the plain one, with more; each is made once."""
        wanted = _PLAIN | more
        key = tuple(sorted(wanted.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format(wanted)
        return self._styles[key]

    def difference(self, **style: Any) -> Any:
        """What a condition changes of the style that a cell has."""
        return self._book.add_format(style)

    def sheet(self, name: str) -> Sheet:
        """A further sheet."""
        return Sheet(self, self._book.add_worksheet(name))

    def done(self) -> bytes:
        """The bytes of the workbook; nothing can be written any more."""
        self._book.close()
        return self._written.getvalue()


class Sheet:
    """
    A sheet that is being written; ``raw`` is what XlsxWriter has.

    Args:
        book: the workbook.
        raw: the sheet of XlsxWriter.
    """

    def __init__(self, book: Book, raw: Any) -> None:
        self.book, self.raw = book, raw
        raw.hide_gridlines(2)

    def put(self, row: int, column: int, value: object, **style: Any) -> None:
        """
        Write a value: a text as text, a number as number, a date as date, nothing as an empty cell.

        A date before the first that is one in a workbook is written as text.
        """
        if value is None or value == "":
            self.raw.write_blank(row, column, None, self.book.style(**style))
        elif isinstance(value, bool):
            self.raw.write_boolean(row, column, value, self.book.style(**style))
        elif isinstance(value, int | float):
            self.raw.write_number(row, column, value, self.book.style(**style))
        elif isinstance(value, date) and value >= FIRST_DAY:
            self.raw.write_datetime(
                row, column, value, self.book.style(**{"num_format": "yyyy-mm-dd"} | style)
            )
        else:
            self._put_text(row, column, clean(str(value)), style)

    def _put_text(self, row: int, column: int, text: str, style: dict[str, Any]) -> None:
        if harmless(text) != text:
            style = style | {"quote_prefix": True}  # else it becomes a formula when somebody edits it
        self.raw.write_string(row, column, text, self.book.style(**style))

    def heads(self, row: int, heads: Sequence[str], widths: Sequence[float]) -> None:
        """Write the heads of columns, and make these as wide as they should be."""
        for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
            self.raw.set_column(column, column, width)
            self.put(
                row, column, head, bold=True, font_color="#FFFFFF", bg_color=ACCENT, text_wrap=True,
                valign="vcenter", border=1, border_color=ACCENT,
            )  # fmt: skip

    def page(self, *, repeat: int | None = None, footer: str = "") -> None:
        """How it is printed: landscape on A4, as wide as a page, the heads on every page, pages numbered."""
        self.raw.set_landscape()
        self.raw.set_paper(9)
        self.raw.fit_to_pages(1, 0)
        self.raw.set_margins(left=0.25, right=0.25, top=0.4, bottom=0.5)
        quiet = legible(footer).replace("&", "&&")[:150]
        self.raw.set_footer(f"&L&8{' ' if quiet[:1].isdigit() else ''}{quiet}&R&8&P / &N", {"margin": 0.2})
        if repeat is not None:
            self.raw.repeat_rows(repeat)
