"""
Findings that are accepted for a time: a waiver is told beside them, and changes neither verdict nor score.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from kamassess.findings.finding import Finding
from kamassess.model.organisation import Waiver


def accept(findings: Iterable[Finding], waivers: Iterable[Waiver], as_of: date) -> tuple[Finding, ...]:
    """
    Put on each finding the waiver by which it is accepted.

    Args:
        findings: what was found.
        waivers: those of the organisation.
        as_of: the day on which they must hold.

    Returns:
        The findings in their order. A waiver names a checkpoint, with its checklist before it or not, and a
        focus; of what is told of a requirement as a whole, it names the requirement.
    """
    holding = {(one.checkpoint, one.focus): one for one in waivers if one.holds_on(as_of)}
    if not holding:
        return tuple(findings)
    return tuple(_accepted(one, holding) for one in findings)


def _accepted(one: Finding, holding: dict[tuple[str, str], Waiver]) -> Finding:
    name = one.checkpoint or one.requirement
    waiver = holding.get((f"{one.checklist}/{name}", one.focus)) or holding.get((name, one.focus))
    return one if waiver is None else evolve(one, accepted=waiver)
