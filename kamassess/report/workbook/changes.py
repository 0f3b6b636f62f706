"""
A comparison as a workbook: what became of each finding, and how the scores moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from kamassess.comparing import Change, Changes, How, Origin
from kamassess.findings.finding import Finding
from kamassess.report.changes import compose_changes
from kamassess.report.page import Page
from kamassess.report.sheets import BAD, GOOD, QUIET, UNSURE, Book
from kamassess.report.tabs import sheet_names
from kamassess.report.wording import in_language, message
from kamassess.report.words import ORIGINS, word
from kamassess.report.workbook.findings import FINDINGS, finding_row, weight
from kamassess.report.workbook.scores import write_moved
from kamassess.report.workbook.summary import write_summary
from kamassess.report.workbook.tables import Column, write_table
from kamassess.report.workbook.words import tell
from kamassess.showing.document import Block, Heading, Table

_TONES: Final = {How.NEW: BAD, How.SOLVED: GOOD, How.UNKNOWN: UNSURE, How.WORSE: BAD}
_WORDS: Final = {How.OPEN: "still"}
_QUIET: Final = {"text_wrap": True, "font_color": QUIET, "font_size": 9}


def _tone(row: Mapping[str, Any]) -> tuple[str, str] | None:
    return _TONES.get(row["_how"])


_COLUMNS: Final = (
    Column("how", 14, _tone),
    *(one for one in FINDINGS if one.key not in ("certain", "id")),
    Column("how_certain", 14),
    Column("before", 50, style=_QUIET),
    Column("origins", 34, style=_QUIET),
    Column("id", 44, style=_QUIET),
)


def changes_to_workbook(changes: Changes, language: str = "en") -> bytes:
    """
    A comparison as a workbook.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        The workbook (xlsx): a summary, every change, and the scores before and after; the same comparison
        gives the same bytes.

    Raises:
        MissingLibrary: XlsxWriter is not installed.
    """
    later, earlier = Page(changes.later, language), Page(changes.earlier, language)
    blocks = list(_top(compose_changes(changes, language)))
    title = next(one.text for one in blocks if isinstance(one, Heading))
    book = Book(title, changes.later.as_of)
    names = sheet_names(tell(one, language) for one in ("summary", "changes", "scores"))
    summary, listed, scores = map(book.sheet, names)
    write_summary(summary, blocks, title)
    found = sorted(changes.findings, key=lambda one: (tuple(How).index(one.how), *weight(one.finding)))
    rows = [_row(one, later if one.how in (How.NEW, How.OPEN) else earlier, earlier) for one in found]
    write_table(
        listed, tell("changes", language), tell("changes note", language), _COLUMNS, rows, language, 9
    )

    def title_of(checklist: str, requirement: str | None) -> str:
        page = later if _has(later, checklist, requirement) else earlier
        return page.title(checklist, requirement)

    write_moved(changes, later, scores, title_of)
    return book.done()


def _top(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks of a comparison up to its scores, which is all but the findings one by one."""
    for block in blocks:
        yield block
        if isinstance(block, Table):
            return


def _has(page: Page, checklist: str, requirement: str | None) -> bool:
    return any(
        one.id == checklist and (requirement is None or any(it.id == requirement for it in one.requirements))
        for one in page.result.checklists
    )


def _row(change: Change, page: Page, earlier: Page) -> Mapping[str, Any]:
    one, language = change.finding, page.language
    told = message(one, page.result, language)
    before = message(change.before, earlier.result, language) if change.before else told
    certain = page.tell("is certain" if change.certain else "is claimed")
    if change.how is How.SOLVED:
        certain = page.tell("is proven" if change.certain else "is claimed")
    return {
        **finding_row(page, one, _tidy(one, told, page)),
        "_how": change.how,
        "how": tell(_WORDS.get(change.how, change.how), language),
        "how_certain": certain,
        "before": None if before == told else before,
        "origins": ", ".join(word(ORIGINS, it, language) for it in Origin if it in change.origins),
    }


def _tidy(one: Finding, told: str, page: Page) -> Mapping[str, Any]:
    """What is told of a finding in words of its own."""
    return {"id": one.id, "message": told, "repair": in_language(one.repair, page.language) or None}
