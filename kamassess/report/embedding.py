"""
Pictures in a Word document, as a template can write them out; and tables that are as wide as their cells say.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final

from attrs import frozen

from kamassess.report.needing import need
from kamassess.report.pictures.paint import PAINTS

EXTRA: Final = "office"
_SHADES: Final = bytes.fromhex(
    "".join(PAINTS[one][0].removeprefix("#") for one in ("proven", "claimed", "possible", "panel"))
)
"""Of a bar: proven, claimed on top of that, possible on top of that, and the rest."""

_WIDE, _HIGH = 600, 24
_EMBEDDED: Final = re.compile(r'r:embed="([^"]+)"')


def bar(ends: Iterable[float] | None) -> bytes:
    r"""
    The bar of a score as PNG.

    Args:
        ends: proven, claimed and possible, as parts of the maximum; ``None`` where nothing counts.

    Returns:
        The picture.

    Example:
        >>> bar((0.25, 0.5, 1.0))[:4]
        b'\x89PNG'
    """
    at = [0, *(round(_WIDE * one) for one in ends or (0, 0, 0)), _WIDE]
    row = b"\0" + b"".join(bytes([shade]) * (at[shade + 1] - at[shade]) for shade in range(4))
    head = struct.pack(">IIBBBBB", _WIDE, _HIGH, 8, 3, 0, 0, 0)  # 8 bits a pixel, of a palette
    chunks = ((b"IHDR", head), (b"PLTE", _SHADES), (b"IDAT", zlib.compress(row * _HIGH, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


@frozen
class Embedder:
    """
    Puts pictures into a Word document.

    Args:
        docx: the document.
    """

    docx: Any

    def picture(self, png: bytes, alternative: str, width: float) -> str:
        """
        A picture as a template writes it out.

        Args:
            png: the picture.
            alternative: what it shows, for who does not see it.
            width: how wide it is, in centimetres.

        Returns:
            The XML, marked as such.
        """
        made = self.docx.part.new_pic_inline(BytesIO(png), round(width * 360_000))
        for one in (made.docPr, made.graphic.graphicData.pic.nvPicPr.cNvPr):
            one.set("descr", alternative)
        drawing = f"</w:t></w:r><w:r><w:drawing>{made.xml}</w:drawing></w:r><w:r><w:t xml:space='preserve'>"
        safe: str = need("markupsafe", EXTRA).Markup(drawing)
        return safe

    def drop_unused(self) -> None:
        """Leave out the pictures that a template did not write out."""
        part = self.docx.part
        used = set(_EMBEDDED.findall(part.element.xml))
        ours = [one for one, it in part.rels.items() if it.reltype.endswith("/image") and not it.is_external]
        for one in ours:
            if one not in used:
                del part.rels[one]

    def misplaced(self) -> bool:
        """Whether a picture stands above or below the page, where it cannot be shown."""
        around = (it for it in self.docx.part.rels.values() if it.reltype.endswith(("/header", "/footer")))
        return any(
            one not in it.target_part.rels
            for it in around
            for one in _EMBEDDED.findall(it.target_part.blob.decode("utf-8", "replace"))
        )


def fit_columns(docx: Any) -> None:
    """
    Make the columns of each table as wide as its cells say, and no table wider than the page.

    A template says of one column how wide it is, and a table may have more of these than fit.

    Args:
        docx: the document.
    """
    page = docx.sections[0]
    room = (page.page_width - page.left_margin - page.right_margin) // 635  # in twentieths of a point
    for table in docx.tables:
        columns = table._tbl.tblGrid.gridCol_lst
        cells = table._tbl.tr_lst[0].tc_lst if table._tbl.tr_lst else []
        widths = [cell.width // 635 if cell.width else 0 for cell in cells]
        if len(widths) != len(columns) or not all(widths) or any(cell.grid_span > 1 for cell in cells):
            continue  # not ours to know
        scale = min(1.0, room / sum(widths))
        fitted = [int(one * scale) * 635 for one in widths]
        for column, width in zip(columns, fitted, strict=True):
            column.w = width
        for row in table._tbl.tr_lst:
            if len(row.tc_lst) == len(fitted):
                for cell, width in zip(row.tc_lst, fitted, strict=True):
                    cell.width = width
