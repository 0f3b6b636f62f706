"""
A questionnaire as a workbook: a sheet a checklist, one for evidence, and what it remembers of itself.
"""

from __future__ import annotations

from datetime import date

from kamassess.checklist.asked import questions_sha256
from kamassess.checklist.compiled import Compiled
from kamassess.model.organisation import Organisation
from kamassess.questionnaire.asking import ask
from kamassess.questionnaire.introducing import introduce
from kamassess.questionnaire.making import Making, begin
from kamassess.questionnaire.proving import Rows, list_evidence
from kamassess.questionnaire.record import SHEET, Record, written
from kamassess.report.sheets import Book, Sheet


def to_workbook(
    organisation: Organisation | None, compiled: Compiled, as_of: date, language: str = "en"
) -> bytes:
    """
    The questions of checklists as a workbook that can be filled in and read back.

    Args:
        organisation: who is asked; what is answered already stands in it. ``None``: nobody in particular.
        compiled: the checklists.
        as_of: the day of the assessment.
        language: ``nl`` or ``en``.

    Returns:
        The workbook (xlsx); the same questions give the same bytes.

    Raises:
        InvalidOrganisation: an answer is not one that its question allows.
        MissingLibrary: XlsxWriter is not installed.
    """
    making = begin(organisation, compiled, as_of, language)
    book = Book(making.title, as_of)
    introduce(making, book.sheet(making.introduction))
    for checklist, name in zip(compiled.checklists, making.sheets, strict=True):
        ask(making, book.sheet(name), name, checklist)
    evidence = list_evidence(making, book.sheet(making.evidence))
    _remember(making, book.sheet(SHEET), *evidence)
    return book.done()


def _remember(making: Making, sheet: Sheet, listed: Rows, free: Rows) -> None:
    record = Record(
        making.language,
        "" if making.organisation is None else making.organisation.id,
        making.as_of.isoformat(),
        tuple(
            (one.id, one.version, questions_sha256(one), name)
            for one, name in zip(making.compiled.checklists, making.sheets, strict=True)
        ),
        (making.introduction, *making.sheets, making.evidence),
        making.fixed,
        tuple(making.rows),
        making.evidence,
        listed,
        free,
        making.lists,
        making.persons,
    )
    for row, text in enumerate(written(record)):
        sheet.raw.write_string(row, 0, text)  # to the letter, since nobody is to read it
    for column, (name, labels) in enumerate(making.labels().items(), 2):
        for row, label in enumerate((name, *labels)):
            sheet.put(row, column, label)
    sheet.raw.protect()
    sheet.raw.very_hidden()
