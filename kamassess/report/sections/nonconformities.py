"""
What falls short: each cause once, told in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kamassess.checklist.outline import CheckpointOutline
from kamassess.findings.finding import Finding
from kamassess.model.terms import FindingKind, Grade
from kamassess.report.arranging import (
    Together,
    nonconformities,
)
from kamassess.report.page import Page, present
from kamassess.report.wording import clause, evidence, in_language, message, who_acts
from kamassess.report.words import REASONS, word
from kamassess.showing.document import Block, Entry, Heading, Row, Tone

TONES: Final = {Grade.MAJOR: Tone.MAJOR, Grade.MINOR: Tone.MINOR, None: Tone.PLAIN}
"""How a finding of each grade is meant."""


def told_in_full(page: Page) -> Iterator[Block]:
    """Every nonconformity with why, what to do and who must do it."""
    shown = ""
    for it in nonconformities(page.result):
        section = _section_of(page, it.lead)
        if section != shown:
            yield Heading(page.tell(section))
            shown = section
        yield _entry(page, it)


def _section_of(page: Page, finding: Finding) -> str:
    if finding.kind is FindingKind.MISSING_OWNERSHIP:
        return "missing-ownership section"
    return "major section" if finding.grade is Grade.MAJOR else "minor section"


def _entry(page: Page, it: Together) -> Entry:
    one = it.lead
    outline = page.outline(one)
    rows = [
        _asked(page, one, outline),
        page.why(one),
        page.answers(one),
        further_evidence(page, one),
        page.row("repair", in_language(one.repair, page.language)),
        page.row("act", *who_acts(one, page.result, page.language)),
        _signs_of(page, one),
        touched(page, it),
    ]
    return Entry(
        message(one, page.result, page.language),
        remark=remark(page, one),
        rows=present(rows),
        tone=TONES[one.grade],
    )


def remark(page: Page, one: Finding) -> str:
    """How heavy and how certain a nonconformity is, why ownership is missing, and by what it is asked for."""
    pieces = [
        page.tell(one.grade) if one.grade else "",
        page.tell("is certain" if one.certain else "is claimed"),
        word(REASONS, one.reason, page.language) if one.reason else "",
        page.accepted((one,)),
        page.reference(one),
    ]
    return " · ".join(piece for piece in pieces if piece)


def _asked(page: Page, one: Finding, outline: CheckpointOutline | None) -> Row | None:
    if outline is None:
        return None
    clauses = [clause(it, page.language) for it in outline.clauses]
    title = in_language(outline.title, page.language, outline.id)
    told_already = title in in_language(one.message, page.language)
    return page.row("requirement", "" if told_already else title, *clauses)


def further_evidence(page: Page, one: Finding) -> Row | None:
    """The evidence that was named, but for what the answers tell already."""
    judged = page.judged(one)
    told_already = {it for said in (judged.answers if judged else ()) for it in said.claim.evidence}
    further = (it for it in one.evidence if it not in told_already)
    return page.row("evidence", ", ".join(evidence(further, page.result, page.language)))


def _signs_of(page: Page, one: Finding) -> Row | None:
    found = page.signs.get((one.checklist, one.checkpoint or ""))
    if found is None:
        return None
    key = "sign holds" if found.total == 1 else "signs hold"
    return page.row("signs", page.tell(key, hold=found.hold, total=found.total, proven=found.proven))


def touched(page: Page, it: Together) -> Row | None:
    """What else has the cause of the finding that is told."""
    lead = it.lead
    by_checkpoint: dict[tuple[str, str], list[Finding]] = {}
    for one in it.also:
        by_checkpoint.setdefault((one.checklist, one.checkpoint or one.requirement), []).append(one)
    lines = []
    for (_, checkpoint), found in by_checkpoint.items():
        outline = page.outline(found[0])
        elsewhere = any(one.focus != lead.focus for one in found)  # else it is where the lead is
        foci = [page.name(one.focus) for one in found] if elsewhere else []
        title = in_language(outline.title, page.language, checkpoint) if outline else ""
        where = f"{', '.join(foci)}: " if foci else ""
        lines.append(" · ".join(filter(None, (f"{checkpoint} {where}{title}", page.accepted(found)))))
    return Row(page.tell("also"), tuple(lines), brief=True) if lines else None
