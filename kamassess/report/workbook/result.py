"""
An assessment as a workbook: a summary, findings, verdicts, scores, and who answers for what.
"""

from __future__ import annotations

from kamassess.report.page import Page
from kamassess.report.sections.head import head
from kamassess.report.sections.scores import scores
from kamassess.report.sections.verdict import verdict
from kamassess.report.sheets import Book
from kamassess.report.tabs import sheet_names
from kamassess.report.workbook.duties import write_duties
from kamassess.report.workbook.findings import FINDINGS, VERDICTS, finding_rows, verdict_rows
from kamassess.report.workbook.scores import write_scores
from kamassess.report.workbook.summary import write_summary
from kamassess.report.workbook.tables import write_table
from kamassess.report.workbook.words import tell
from kamassess.result import Result
from kamassess.showing.document import Heading


def to_workbook(result: Result, language: str = "en") -> bytes:
    """
    An assessment as a workbook.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The workbook (xlsx); the same result gives the same bytes.

    Raises:
        MissingLibrary: XlsxWriter is not installed.
    """
    page = Page(result, language)
    blocks = [*head(page), *verdict(page), *scores(page)]
    title = next(one.text for one in blocks if isinstance(one, Heading))
    book = Book(title, result.as_of)
    sheets = ("summary", "findings", "scores", "verdicts", *(("duties",) if result.chart.duties else ()))
    names = sheet_names(tell(one, language) for one in sheets)
    made = {key: book.sheet(name) for key, name in zip(sheets, names, strict=True)}
    write_summary(made["summary"], blocks, title)
    for key, columns, rows, printed in (
        ("findings", FINDINGS, finding_rows(page), 8),
        ("verdicts", VERDICTS, verdict_rows(page), 10),
    ):
        title, note = tell(key, language), tell(f"{key} note", language)
        write_table(made[key], title, note, columns, rows, language, printed)
    write_scores(page, made["scores"])
    if "duties" in made:
        write_duties(page, made["duties"])
    return book.done()
