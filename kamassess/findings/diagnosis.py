"""
Findings by the seven levels of customer orientation: which level explains most, and where repair begins.

A model for reflection, not a measurement (Pol): weights and levels are judgements
of whoever wrote the checklists, and the outcome opens a conversation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from kamassess.checklist.compiled import parameter_of
from kamassess.checklist.condition import Constant
from kamassess.checklist.requirement import Checklist, DiagnosisPolicy
from kamassess.findings.finding import Finding
from kamassess.model.terms import NONCONFORMITIES, Grade, Level
from kamassess.showing.shown import Shown


@frozen
class AtLevel(Shown):
    """
    The nonconformities of one level.

    Args:
        level: the level.
        major: how many are major.
        minor: how many are minor.
        weight: what they weigh together.
        certain: what those of them weigh that are certain.
    """

    level: Level
    major: int
    minor: int
    weight: int
    certain: int


@frozen
class Diagnosis(Shown):
    """
    The nonconformities of all checklists, by level.

    Args:
        checklist: the id of the checklist that asks for it.
        strict: whether repair begins at the highest level; else at the one right above the heaviest.
        levels: the distribution, all seven from the top down.
        heaviest: the level that explains most, of equals the higher one; none without nonconformities.
        repairs: the ids of the findings, in the order in which they are best mended.
    """

    checklist: str
    strict: bool
    levels: tuple[AtLevel, ...]
    heaviest: Level | None
    repairs: tuple[str, ...]

    def _brief(self) -> Mapping[str, object]:
        return {"checklist": self.checklist, "heaviest": self.heaviest, "repairs": len(self.repairs)}


def diagnose(
    checklists: Iterable[Checklist], parameters: Mapping[str, Constant], findings: Iterable[Finding]
) -> tuple[Diagnosis, ...]:
    """
    Read the nonconformities of all checklists by level, for each checklist that asks for it.

    Args:
        checklists: those that were assessed.
        parameters: their parameters with their values.
        findings: what was found, of all of them.

    Returns:
        One diagnosis for each checklist that has a policy for it.
    """
    found = [one for one in findings if one.kind in NONCONFORMITIES and one.orientation is not None]
    return tuple(
        _diagnosis(one.id, one.diagnosis, bool(parameter_of(parameters, one.id, one.diagnosis.strict)), found)
        for one in checklists
        if one.diagnosis is not None
    )


def _diagnosis(checklist: str, policy: DiagnosisPolicy, strict: bool, found: list[Finding]) -> Diagnosis:
    levels = tuple(_at(level, policy.weights, found) for level in Level)
    most = max(one.weight for one in levels)
    heaviest = next((one.level for one in levels if one.weight == most), None) if most else None
    order = _order(heaviest, strict)
    repairs = sorted(
        found, key=lambda it: (order.index(it.orientation or Level.CONTEXT), -_weight(it, policy.weights))
    )
    return Diagnosis(checklist, strict, levels, heaviest, tuple(one.id for one in repairs))


def _at(level: Level, weights: Mapping[Grade, int], found: list[Finding]) -> AtLevel:
    here = [one for one in found if one.orientation is level]
    return AtLevel(
        level,
        sum(one.grade is Grade.MAJOR for one in here),
        sum(one.grade is Grade.MINOR for one in here),
        sum(_weight(one, weights) for one in here),
        sum(_weight(one, weights) for one in here if one.certain),
    )


def _weight(finding: Finding, weights: Mapping[Grade, int]) -> int:
    return weights[finding.grade] if finding.grade else 0


def _order(heaviest: Level | None, strict: bool) -> list[Level]:
    """From the top down; or from right above the heaviest level down, and then what lies higher."""
    levels = list(Level)
    start = 0 if strict or heaviest is None else max(levels.index(heaviest) - 1, 0)
    return [*levels[start:], *levels[:start]]
