"""
Systemic failure: several minor nonconformities on one requirement make a major one.

(ISO/IEC 17021-1:2015, 3.12: a number of minor nonconformities on the same
requirement can show a systemic failure, and so be a major one.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kamassess.checklist.requirement import Checklist
from kamassess.findings.finding import SYSTEMIC, Finding, Texts, finding_id
from kamassess.later import Later
from kamassess.model.terms import NONCONFORMITIES, ORGANISATION, FindingKind, Grade, Text


def systemic(checklists: Iterable[Checklist], findings: Iterable[Finding]) -> Iterator[Finding]:
    """
    The major finding on each requirement that has enough minor ones.

    Args:
        checklists: those that were assessed.
        findings: what was found.

    Yields:
        One finding for each such requirement, certain when enough of the minor ones are.
    """
    minors: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        if one.kind in NONCONFORMITIES and one.grade is Grade.MINOR:
            minors.setdefault((one.checklist, one.requirement), []).append(one)
    for checklist in checklists:
        for requirement in checklist.requirements:
            found = minors.get((checklist.id, requirement.id), [])
            enough = requirement.systemic_minors
            if enough is None or len(found) < enough:
                continue
            titles = {language: requirement.title.get(language, requirement.id) for language in ("nl", "en")}
            yield Finding(
                id=finding_id(checklist.id, requirement.id, ORGANISATION, SYSTEMIC),
                kind=FindingKind.GAP,
                reason=SYSTEMIC,
                grade=Grade.MAJOR,
                certain=sum(one.certain for one in found) >= enough,
                checklist=checklist.id,
                requirement=requirement.id,
                checkpoint=None,
                focus=ORGANISATION,
                texts=Later.known(_texts(found, titles)),
                act=tuple({actor.person: actor for one in found for actor in one.act}.values()),
                evidence=tuple(dict.fromkeys(it for one in found for it in one.evidence)),
            )


def _texts(found: list[Finding], titles: Text) -> Texts:
    count, which = len(found), ", ".join(dict.fromkeys(str(one.checkpoint) for one in found))
    return Texts(
        {
            "nl": f"Een eis faalt als geheel ({count} niet-kritieke afwijkingen): {titles['nl']}",
            "en": f"A requirement fails as a whole ({count} minor nonconformities): {titles['en']}",
        },
        {
            "nl": f"Zoek wat deze afwijkingen gemeen hebben en neem dat weg: {which}",
            "en": f"Find what these nonconformities have in common and take that away: {which}",
        },
    )
