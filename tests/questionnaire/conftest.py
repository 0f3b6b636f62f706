"""A questionnaire of the small town of ``tests.material``, and ways to fill it in and to spoil it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from typing import Any, Final

import openpyxl
import pytest
from openpyxl.workbook import Workbook

import kamassess as ka
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.reading import read_checklist
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_organisation
from kamassess.questionnaire.workbook import to_workbook
from kamassess.source import read_text
from tests.material import AS_OF, ORGANISATION

DAY: Final = date.fromisoformat(AS_OF)

SCALES: Final = """\
id: all-scales
version: 1.0.0
title: {nl: Alle schalen, en: All scales}
source: {title: A text}
requirements:
  - id: one
    title: {nl: Eis een, en: Requirement one}
    checkpoints:
      - {id: S-1, role: requirement, title: A, ask: {nl: Is het zo?, en: Is it so?}, scale: yes-partly-no, why: Because, guidance: Minutes}
      - {id: S-2, role: requirement, title: B, ask: {nl: Hoeveel?, en: How much?}, scale: percentage, recurring: true}
      - {id: S-3, role: requirement, title: C, ask: {nl: Hoe ver?, en: How far?}, scale: level-0-5, about_leaders: true}
      - {id: S-4, role: requirement, title: D, ask: {nl: Voldoet het?, en: Does it?}, scale: n-p-l-f}
  - id: two
    title: {nl: Eis twee, en: Requirement two}
    checkpoints:
      - {id: S-5, role: requirement, title: E, each: chain, if_none: nonconformity, ask: {nl: Loopt het?, en: Does it run?}}
"""

SHEET: Final = "All scales"
EVIDENCE: Final = "Evidence"
ROWS: Final = {"S-1": 6, "S-2": 7, "S-3": 8, "S-4": 9, "S-5": 11}
"""Where the first row of each question stands."""


def compiled(text: str = SCALES) -> Compiled:
    return ka.compile(read_checklist(read_text(text, "own.yaml")))


def town(text: str = ORGANISATION) -> Organisation:
    return read_organisation(read_text(text, "town.yaml"))


@pytest.fixture(scope="session")
def questionnaire() -> bytes:
    """That of the small town, in English, with nothing filled in."""
    return to_workbook(town(), compiled(), DAY)


def changed(data: bytes, change: Callable[[Workbook], object]) -> bytes:
    """A workbook after something was done to it in another program."""
    book = openpyxl.load_workbook(BytesIO(data))
    change(book)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def filled(data: bytes, cells: Mapping[str, Any], sheet: str = SHEET) -> bytes:
    """A workbook with cells filled in."""

    def fill(book: Workbook) -> None:
        for at, value in cells.items():
            book[sheet][at].value = value

    return changed(data, fill)


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook in whose archive a part is another."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            part = old.read(one)
            new.writestr(one, change(part) if one == name else part)
    return written.getvalue()


def with_cell(data: bytes, at: str, xml: str, part: str = "xl/worksheets/sheet2.xml") -> bytes:
    """A workbook in whose XML an empty cell is another; ``STYLE`` stands for its style."""

    def change(text: bytes) -> bytes:
        found = re.search(rb'<c r="%s" (s="[0-9]+")/>' % at.encode(), text)
        assert found is not None
        return text[: found.start()] + xml.encode().replace(b"STYLE", found[1]) + text[found.end() :]

    return with_part(data, part, change)
