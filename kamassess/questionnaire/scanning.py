"""
The sheets of a workbook as XML: where cells hold no plain value, which a reader of values does not see.

Such a reader gives a formula its last outcome, an error nothing, and takes the
last of two cells of one name; of what it does not know it says that the whole
workbook cannot be read. So it never gets to see these cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from kamassess.questionnaire.parsing import DAMAGED, Listener, parse
from kamassess.questionnaire.sheet_scan import MOST_CELLS, SheetScan
from kamassess.source.archive import NotUsable

_TAG: Final = re.compile(rb"<([^\s/>]+)")


@frozen
class Oddity:
    """
    A cell that holds no plain value.

    Args:
        sheet: the sheet.
        cell: the cell.
        why: ``formula``, ``error``, ``twice`` or ``broken``.
    """

    sheet: str
    cell: str
    why: str


@frozen
class Scanned:
    """
    The sheets of a workbook, gone through.

    Args:
        odd: the cells that hold no plain value, sheet by sheet.
        parts: the parts of the workbook, in which these cells are empty.
    """

    odd: tuple[Oddity, ...]
    parts: Mapping[str, bytes]


def scan(parts: Mapping[str, bytes], sheets: Mapping[str, str]) -> Scanned:
    """
    Go through the sheets of a workbook.

    Args:
        parts: the parts of the workbook.
        sheets: the part of each sheet, by its name.

    Returns:
        What is odd, and the workbook without it.

    Raises:
        NotUsable: a part cannot be read, or has more than anybody means.
    """
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            parse(part)
    names = {part: name for name, part in sheets.items()}
    texts = _Texts()
    for name, part in parts.items():
        if name.casefold() == "xl/sharedstrings.xml":
            parse(part, texts)
    cells = 0
    odd: list[Oddity] = []
    scanned = dict(parts)
    for name, part in parts.items():
        if name not in names and not (name.startswith("xl/worksheets/") and name.endswith(".xml")):
            continue
        found = SheetScan(part, texts.count)
        parse(part, found)
        cells += found.cells
        if cells > MOST_CELLS:
            raise NotUsable(f"this workbook has more than {MOST_CELLS} cells; it is not read")
        odd += [Oddity(names.get(name, name), at, why) for at, why in found.odd.items()]
        scanned[name] = _emptied(part, found.pieces)
    return Scanned(tuple(odd), scanned)


def _emptied(part: bytes, pieces: Iterable[tuple[int, int, str]]) -> bytes:
    """A sheet in which some cells are empty; they stay there, since others may be counted from them."""
    made, end = [], 0
    for start, after, at in pieces:
        tag = _TAG.match(part, start)
        if tag is None:  # it is written in an encoding in which no office writes
            raise NotUsable(DAMAGED)
        made += [part[end:start], b'<%s r="%s"/>' % (tag[1], at.encode())]
        end = after
    return b"".join((*made, part[end:]))


class _Texts(Listener):
    """How many texts a workbook keeps, to which its cells point."""

    def __init__(self) -> None:
        self.count = 0

    def begins(self, tag: str, attributes: dict[str, str], at: int) -> None:
        self.count += tag == "si"
        if tag == "sst":
            for name in ("count", "uniqueCount"):  # what reads the values makes room for so many at once
                said = attributes.get(name, "0")
                if not said.isdigit() or int(said) > MOST_CELLS:
                    raise NotUsable(DAMAGED)
