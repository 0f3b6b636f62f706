"""
A result as JUnit XML: a suite a checklist, a case a verdict.
"""

from __future__ import annotations

from kamassess.checklist.outline import ChecklistOutline
from kamassess.report.arranging import by_verdict
from kamassess.report.junit.cases import case, lines
from kamassess.report.junit.suites import Suite, written
from kamassess.result import Result


def to_junit(result: Result, language: str = "en") -> str:
    """
    A result as JUnit XML.

    Args:
        result: the result.
        language: ``nl`` or ``en``, of the messages.

    Returns:
        The document: the same assessment gives the same bytes.
    """
    return written(result.organisation.id, (_suite(one, result, language) for one in result.checklists))


def _suite(checklist: ChecklistOutline, result: Result, language: str) -> Suite:
    told = by_verdict(result)
    cases = (
        case(one, told.get((one.checklist, one.checkpoint, one.focus), ()), result, language)
        for one in result.verdicts
        if one.checklist == checklist.id
    )
    systemic = [one for one in result.findings if one.checkpoint is None and one.checklist == checklist.id]
    return Suite(
        checklist.id, about(checklist, result), tuple(cases), tuple(lines(systemic, result, language))
    )


def about(checklist: ChecklistOutline, result: Result) -> dict[str, str]:
    """What is told of a suite: of whom, of which day, and by which version."""
    return {
        "as_of": result.as_of.isoformat(),
        "organisation": result.organisation.id,
        "checklist.version": checklist.version,
    }
