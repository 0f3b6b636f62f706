"""
``kamassess assess``: the report, and an exit status by what was found.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from kamassess.cli.making import made
from kamassess.cli.putting import form, put
from kamassess.cli.status import Status
from kamassess.findings.finding import Finding
from kamassess.model.terms import FindingKind, Grade

_FAILING = {
    "claimed": {FindingKind.GAP, FindingKind.MISSING_OWNERSHIP, FindingKind.CONTRADICTION},
    "proven": {
        FindingKind.GAP,
        FindingKind.MISSING_OWNERSHIP,
        FindingKind.CONTRADICTION,
        FindingKind.UNPROVEN,
        FindingKind.UNANSWERED,
    },
}


def run(arguments: Namespace) -> int:
    """Assess, print the report, and say whether the organisation falls short."""
    how = form(arguments)
    assessment, shown = made(arguments)
    put(how.of_result(shown.result), arguments.output, arguments.lang)
    falls_short = fails(assessment.findings, arguments.fail_on, arguments.reading)
    return Status.FALLS_SHORT if falls_short else Status.FINE


def fails(findings: Iterable[Finding], fail_on: str, reading: str) -> bool:
    """
    Whether findings give an exit status that says so.

    Args:
        findings: what was found.
        fail_on: from which grade on: ``major``, ``minor``, ``observation`` or ``never``.
        reading: ``proven`` counts what is unproven and unanswered too.

    Returns:
        True when one of them does.
    """
    kinds = _FAILING[reading]
    grades: dict[str, set[Grade | None]] = {
        "major": {Grade.MAJOR},
        "minor": {Grade.MAJOR, Grade.MINOR},
        "observation": {Grade.MAJOR, Grade.MINOR, None},
        "never": set(),
    }
    if fail_on == "observation":
        kinds = kinds | {FindingKind.OBSERVATION}
    return any(
        one.kind in kinds and one.grade in grades[fail_on] and one.accepted is None for one in findings
    )
