"""
What became of findings, by verdict and a line each: for forms that go by verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kamassess.comparing import Change, Changes, How
from kamassess.report.wording import message
from kamassess.report.words import tell

Place = tuple[str, str | None, str]
"""The checklist, the checkpoint and the focus of a verdict; without checkpoint, of a whole requirement."""


def by_place(changes: Changes) -> Mapping[Place, tuple[Change, ...]]:
    """
    What became of the findings of each verdict.

    Args:
        changes: what two assessments say differently.

    Returns:
        The changes by place, but for what turned out worse: that is told as the new finding that it is.
    """
    found: dict[Place, tuple[Change, ...]] = {}
    for one in changes.findings:
        if one.how is not How.WORSE:
            place = (one.finding.checklist, one.finding.checkpoint, one.finding.focus)
            found[place] = (*found.get(place, ()), one)
    return found


def lines(found: Iterable[Change], changes: Changes, language: str) -> Iterator[str]:
    """
    What became of findings.

    Args:
        found: of which.
        changes: of which comparison.
        language: ``nl`` or ``en``.

    Yields:
        A line each.
    """
    for one in found:
        said = message(one.finding, changes.told_by(one), language)
        yield f"{tell(f'{one.how} section', language)}: {said}"
