"""
The rows of findings and verdicts, for people: the tidy ones in words, with why and who beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from kamassess.findings.finding import Finding
from kamassess.model.choices import choice
from kamassess.model.terms import FindingKind, Grade, Outcome
from kamassess.report.arranging import GRADES, is_nonconformity
from kamassess.report.page import Page
from kamassess.report.sheets import BAD, GOOD, QUIET, UNSURE
from kamassess.report.tables import TABLES
from kamassess.report.wording import answer, clause, evidence, in_language, who_acts
from kamassess.report.words import KINDS, OUTCOMES, REASONS, word
from kamassess.report.workbook.tables import Column
from kamassess.result import JudgedFocus, Result

Row = Mapping[str, Any]

_ORDER: Final = tuple(FindingKind)


def tidy(result: Result, what: str, language: str) -> Iterator[dict[str, Any]]:
    """
    The tidy rows of a table, by the heads of their columns.

    Args:
        result: the result.
        what: which table.
        language: ``nl`` or ``en``.

    Yields:
        The rows, in the order of the result.
    """
    table = TABLES[what]
    for row in table.rows(result, language):
        yield dict(zip(table.heads, row, strict=True))


def _grade_tone(row: Row) -> tuple[str, str] | None:
    return {Grade.MAJOR: BAD, Grade.MINOR: UNSURE}.get(row["_grade"])


def _outcome_tone(key: str) -> Callable[[Row], tuple[str, str] | None]:
    tones = {Outcome.CONFORMITY: GOOD, Outcome.NONCONFORMITY: BAD, Outcome.UNDETERMINED: UNSURE}
    return lambda row: tones.get(row[f"_{key}"])


_QUIET: Final = {"text_wrap": True, "font_color": QUIET, "font_size": 9}
_SHARE: Final = {"num_format": "0.00", "align": "right"}

_BESIDE: Final = (
    Column("evidence", 40, style=_QUIET),
    Column("clauses", 90, style=_QUIET),
    Column("orientation", 24, style=_QUIET),
)
"""What is not printed is so wide that no row is high for its sake: clauses of standards can be many."""

FINDINGS: Final = (
    Column("checkpoint", 11, style={"bold": True}),
    Column("grade", 12, _grade_tone),
    Column("kind", 15),
    Column("focus_name", 16),
    Column("message", 60),
    Column("why", 44, style=_QUIET),
    Column("repair", 36),
    Column("act", 22),
    Column("certain", 9),
    Column("reason", 15),
    *_BESIDE,
    Column("accepted", 50, style=_QUIET),
    Column("requirement", 50, style=_QUIET),
    Column("checklist", 34, style=_QUIET),
    Column("id", 44, style=_QUIET),
)
"""The columns of findings; what is printed of them is as wide as makes the fewest pages that can be read."""

VERDICTS: Final = (
    Column("checkpoint", 11, style={"bold": True}),
    Column("what", 74),
    Column("focus_name", 28),
    Column("claimed", 17, _outcome_tone("claimed")),
    Column("proven", 17, _outcome_tone("proven")),
    Column("claimed_low", 8.5, style=_SHARE),
    Column("claimed_high", 8.5, style=_SHARE),
    Column("proven_low", 8.5, style=_SHARE),
    Column("proven_high", 8.5, style=_SHARE),
    Column("answers", 26, style=_QUIET),
    *_BESIDE,
    Column("open", 14, style=_QUIET),
    Column("requirement", 50, style=_QUIET),
    Column("checklist", 34, style=_QUIET),
)
"""The columns of verdicts, likewise."""


def finding_rows(page: Page) -> list[Row]:
    """
    The findings as rows, the heaviest first.

    Args:
        page: the result and the language.

    Returns:
        A row for each.
    """
    rows = zip(page.result.findings, tidy(page.result, "findings", page.language), strict=True)
    heaviest = sorted(rows, key=lambda pair: weight(pair[0]))
    return [finding_row(page, one, row) for one, row in heaviest]


def weight(one: Finding) -> tuple[bool, int, int, bool]:
    """Where a finding stands among others: what is not met first, by grade, kind and certainty."""
    return (not is_nonconformity(one), GRADES.index(one.grade), _ORDER.index(one.kind), not one.certain)


def finding_row(page: Page, one: Finding, row: Row) -> Row:
    """
    A finding as a row, in words.

    Args:
        page: the result and the language.
        one: the finding.
        row: its tidy row.

    Returns:
        The row.
    """
    why, outline, language = page.why(one), page.outline(one), page.language
    return {
        **row,
        "_grade": one.grade,
        "checkpoint": page.checkpoint(one),
        "focus_name": page.name(one.focus),
        "grade": page.tell(one.grade) if one.grade else None,
        "kind": word(KINDS, one.kind, language),
        "reason": word(REASONS, one.reason, language) if one.reason else None,
        "why": "\n".join(why.lines) if why else None,
        "act": "\n".join(who_acts(one, page.result, language)),
        "evidence": ", ".join(evidence(one.evidence, page.result, language)),
        "clauses": "; ".join(clause(it, language) for it in outline.clauses) if outline else None,
        "orientation": choice(one.orientation, language) if one.orientation else None,
        "accepted": page.accepted((one,)) or None,
        "requirement": page.title(one.checklist, one.requirement),
        "checklist": page.title(one.checklist),
    }


def verdict_rows(page: Page) -> list[Row]:
    """
    The verdicts as rows, in the order of the checklists.

    Args:
        page: the result and the language.

    Returns:
        A row for each.
    """
    rows = zip(page.result.verdicts, tidy(page.result, "verdicts", page.language), strict=True)
    return [_verdict_row(page, one, row) for one, row in rows]


def _verdict_row(page: Page, one: JudgedFocus, row: Row) -> Row:
    outline, language = page.result.outlines[one.checklist, one.checkpoint], page.language
    return {
        **row,
        "_claimed": one.claimed.outcome,
        "_proven": one.proven.outcome,
        "what": in_language(outline.title, language, outline.id),
        "focus_name": page.name(one.focus),
        "claimed": word(OUTCOMES, one.claimed.outcome, language),
        "proven": word(OUTCOMES, one.proven.outcome, language),
        "answers": "\n".join(answer(it, page.result, language) for it in one.answers),
        "evidence": ", ".join(evidence(one.evidence, page.result, language)),
        "clauses": "; ".join(clause(it, language) for it in outline.clauses),
        "orientation": choice(one.orientation, language) if one.orientation else None,
        "open": True if one.open else None,
        "requirement": page.title(one.checklist, one.requirement),
        "checklist": page.title(one.checklist),
    }
