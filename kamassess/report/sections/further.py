"""
What is told in few lines: contradictions, what is to be proven or found out, observations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kamassess.checklist.outline import CheckpointOutline
from kamassess.findings.deriving import QUESTION
from kamassess.findings.finding import Finding
from kamassess.model.terms import ORGANISATION, FindingKind, Grade, Text
from kamassess.report.arranging import (
    Alike,
    by_cause,
    by_checkpoint,
    is_open,
    telling,
)
from kamassess.report.page import Page, present
from kamassess.report.phrasing import told
from kamassess.report.wording import in_language, part, who_acts
from kamassess.report.words import ROLES, word
from kamassess.showing.document import Block, Entry, Heading, Paragraph, Row, Tone


def contradictions(page: Page) -> Iterator[Block]:
    """Where what is claimed contradicts itself."""
    yield from _section(page, FindingKind.CONTRADICTION, "what contradicts")
    for one in _of_kind(page, FindingKind.CONTRADICTION):
        rows = (
            page.row("where", "" if one.focus == ORGANISATION else page.name(one.focus)),
            page.why(one),
            page.answers(one),
            page.row("act", *who_acts(one, page.result, page.language)),
        )
        yield _brief(page, Alike(one, (one,)), in_language(one.message, page.language, one.id), *rows)


def unproven(page: Page) -> Iterator[Block]:
    """What is claimed and to be proven; what has one cause in common once."""
    yield from _section(page, FindingKind.UNPROVEN, "what proves")
    for it in by_cause(_of_kind(page, FindingKind.UNPROVEN)):
        outline = page.outline(it.lead)
        alone = len(it.findings) == 1
        yield _compact(
            page,
            it,
            outline.title if outline else None,
            page.why(it.lead) if alone or it.cause else None,
            page.answers(it.lead) if alone else None,
            page.row("guidance", in_language(outline.guidance, page.language) if outline else ""),
        )


def unanswered(page: Page) -> Iterator[Block]:
    """What nobody answered or described; what has one cause in common once."""
    yield from _section(page, FindingKind.UNANSWERED)
    for it in by_cause(_of_kind(page, FindingKind.UNANSWERED)):
        outline = page.outline(it.lead)
        asked = outline if it.lead.reason == QUESTION else None
        title = asked.ask if asked else outline.title if outline else None
        yield _compact(
            page,
            it,
            title,
            page.why(it.lead) if it.cause or len(it.findings) == 1 else _unknown(page, it),
            _to_do(page, it, asked.ask) if asked else None,
            page.row("guidance", in_language(asked.guidance, page.language) if asked else ""),
        )


def observations(page: Page) -> Iterator[Block]:
    """What is worth looking at, by checkpoint."""
    yield from _section(page, FindingKind.OBSERVATION)
    for it in by_checkpoint(_of_kind(page, FindingKind.OBSERVATION)):
        lead, outline = it.lead, page.outline(it.lead)
        title = in_language(outline.title, page.language, lead.id) if outline else lead.id
        messages = dict.fromkeys(in_language(one.message, page.language) for one in it.findings)
        messages.pop(title, None)
        repairs = (in_language(one.repair, page.language) for one in it.findings)
        yield _brief(
            page,
            it,
            title,
            page.row("finding", *page.at_most(list(messages))),
            page.answers(lead) if len(it.findings) == 1 else None,
            page.row("repair", *page.at_most(list(dict.fromkeys(repairs)))),
            remark=_role(page, outline) if outline else "",
        )


def _of_kind(page: Page, kind: FindingKind) -> tuple[Finding, ...]:
    return tuple(one for one in page.result.findings if one.kind is kind)


def _section(page: Page, kind: FindingKind, introduction: str = "") -> Iterator[Block]:
    if _of_kind(page, kind):
        yield Heading(page.tell(f"{kind} section"))
        if introduction:
            yield Paragraph(page.tell(introduction), Tone.FAINT)


def _unknown(page: Page, it: Alike) -> Row | None:
    """What is not known of several nodes: the facts, each once."""
    atoms = (atom for one in it.findings for atom in telling(one.because))
    labels = dict.fromkeys(told(atom, page.language).label for atom in atoms if is_open(atom.claimed))
    return page.row("unknown", "; ".join(page.at_most(list(labels))))


def _to_do(page: Page, it: Alike, ask: Text | None) -> Row | None:
    """
    What would decide a question other than to answer it, as the day of an answer that does not count yet.

    That it is to be answered says the question itself, which stands above.
    """
    asked = in_language(ask, page.language)
    told = [(one, in_language(one.repair, page.language)) for one in it.findings]
    lines = [
        text if len(told) == 1 else page.tell("of whom", who=page.name(one.focus), what=text)
        for one, text in told
        if asked not in text
    ]
    return page.row("repair", *page.at_most(lines))


def _where(page: Page, found: Sequence[Finding]) -> Iterator[str]:
    """At which nodes; where some are described, there are perhaps others that nobody described."""
    for one in found:
        if one.focus != ORGANISATION:
            yield page.name(one.focus)
        elif (one.checklist, one.checkpoint) in page.at_nodes:
            yield page.tell("and others")


def _compact(page: Page, it: Alike, title: Text | None, *rows: Row | None) -> Entry:
    """Findings that have a cause or checkpoint in common, told in few lines."""
    lead = it.lead
    persons = dict.fromkeys(page.name(actor.person) for one in it.findings for actor in one.act)
    who = page.row("act", ", ".join(persons) or page.tell("nobody"))
    if it.cause is not None:
        checkpoints = dict.fromkeys(page.checkpoint(one) for one in it.findings)
        checkpoints.pop(page.checkpoint(lead))
        touched = page.row("also", ", ".join(checkpoints))
        cause = part(it.cause, page.result, page.language)
        return _brief(page, it, cause, *rows, touched, who)
    where = page.row("where", ", ".join(_where(page, it.findings)))
    return _brief(page, it, in_language(title, page.language, lead.id), where, *rows, who)


def _brief(page: Page, it: Alike, title: str, *rows: Row | None, remark: str = "") -> Entry:
    lead = it.lead
    if lead.grade is Grade.MAJOR:
        remark = page.tell(lead.grade)
    remark = " · ".join(filter(None, (remark, page.accepted(it.findings))))
    return Entry(title, page.checkpoint(lead), remark, present(rows))


def _role(page: Page, outline: CheckpointOutline) -> str:
    if outline.shows:
        return page.tell("sign of", checkpoints=", ".join(outline.shows))
    return word(ROLES, outline.role, page.language)
