"""
A comparison as JUnit XML: the cases of the later assessment, of which only what is new fails.

So a build server stops at what became worse, and not at what was known already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from kamassess.checklist.outline import ChecklistOutline
from kamassess.comparing import Change, Changes, How
from kamassess.report.arranging import by_verdict
from kamassess.report.becoming import Place, by_place, lines
from kamassess.report.junit.cases import Case, State, case, heaviest
from kamassess.report.junit.result import about
from kamassess.report.junit.suites import Suite, written
from kamassess.report.wording import message
from kamassess.report.words import tell


def changes_to_junit(changes: Changes, language: str = "en") -> str:
    """
    A comparison as JUnit XML.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``, of the messages.

    Returns:
        The document: a case a verdict of the later assessment. It fails where it falls short and something
        of that is new; where all of it was known it is skipped. Of what has no verdict any more each suite
        tells beside its cases.
    """
    later, earlier = changes.later, changes.earlier
    became = by_place(changes)
    asked = {one.id for one in later.checklists}
    suites = [_suite(one, changes, became, language) for one in later.checklists]
    suites += [
        Suite(one.id, about(one, earlier), (), tuple(_further(one, became, changes, language)))
        for one in earlier.checklists
        if one.id not in asked
    ]
    return written(later.organisation.id, suites)


def _suite(
    checklist: ChecklistOutline, changes: Changes, became: Mapping[Place, tuple[Change, ...]], language: str
) -> Suite:
    later = changes.later
    told = by_verdict(later)
    cases = []
    for one in later.verdicts:
        if one.checklist == checklist.id:
            place = (one.checklist, one.checkpoint, one.focus)
            made = case(one, told.get(place, ()), later, language)
            cases.append(_beside(made, became.get(place, ()), changes, language))
    places = {(one.checklist, one.checkpoint, one.focus) for one in later.verdicts}
    without = {place: it for place, it in became.items() if place not in places}
    properties = about(checklist, later) | {"as_of.before": changes.earlier.as_of.isoformat()}
    return Suite(
        checklist.id, properties, tuple(cases), tuple(_further(checklist, without, changes, language))
    )


def _beside(made: Case, became: Iterable[Change], changes: Changes, language: str) -> Case:
    """A case of the later assessment beside what was known before."""
    graded = [one for one in became if one.finding.grade is not None]
    made = evolve(made, lines=(*lines(became, changes, language), *made.lines))
    if made.state is not State.FAILED:
        return made
    new = heaviest(one.finding for one in graded if one.how is How.NEW)
    if new is not None:
        return evolve(made, message=message(new, changes.later, language), sort=new.kind)
    if any(one.how is How.OPEN for one in graded):
        known = f"{tell('open section', language)}: {made.message}"
        return evolve(made, state=State.SKIPPED, message=known)
    return made


def _further(
    checklist: ChecklistOutline,
    became: Mapping[Place, tuple[Change, ...]],
    changes: Changes,
    language: str,
) -> Iterator[str]:
    """What became of findings that no case is of."""
    for (of, _, _), found in became.items():
        if of == checklist.id:
            yield from lines(found, changes, language)
