"""
The verdict: in a sentence, and in numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kamassess.findings.finding import Finding
from kamassess.model.terms import ORGANISATION, FindingKind, Grade, Outcome
from kamassess.report.arranging import (
    is_nonconformity,
    is_told_first,
    mostly_undetermined,
    nonconformities,
)
from kamassess.report.page import Page, present
from kamassess.report.wording import in_language, message
from kamassess.scoring.asking import Open, to_find_out
from kamassess.showing.document import Block, Heading, Paragraph, Row, Rows, Tone


def verdict(page: Page) -> Iterator[Block]:
    """The verdict in a sentence, with the numbers behind it."""
    yield from in_sentences(page)
    yield Rows(in_numbers(page))


def in_sentences(page: Page) -> Iterator[Block]:
    """The verdict in a sentence, behind what is told before everything else."""
    yield Heading(page.tell("verdict"))
    found = [one for one in page.result.findings if is_nonconformity(one)]
    for one in found:
        if is_told_first(one, page.result):
            yield Paragraph(in_language(one.message, page.language, one.id), Tone.MAJOR)
    yield Paragraph(_sentence(page, found), _tone(page, found))


def in_numbers(page: Page) -> tuple[Row, ...]:
    """The numbers behind the verdict."""
    return present(_in_numbers(page, [one for one in page.result.findings if is_nonconformity(one)]))


def _tone(page: Page, found: list[Finding]) -> Tone:
    if found:
        return Tone.MAJOR if any(one.grade is Grade.MAJOR for one in found) else Tone.MINOR
    return Tone.GOOD if _conforms(page) and not any(_open(page)) else Tone.PLAIN


def _conforms(page: Page) -> bool:
    """Whether anything conforms: of an organisation to which nothing applies that cannot be said."""
    return any(one.claimed.outcome is Outcome.CONFORMITY for one in page.result.verdicts)


def _open(page: Page) -> tuple[int, int]:
    """How much was claimed and not proven, and how much is not known."""
    kinds = Counter(one.kind for one in page.result.findings)
    return kinds[FindingKind.UNPROVEN], kinds[FindingKind.UNANSWERED]


def _sentence(page: Page, found: list[Finding]) -> str:
    if not page.result.verdicts:
        return page.tell("nothing judged")
    if not found:
        return _nothing_found(page)
    certain = sum(one.certain for one in found)
    sure = {len(found): "sure of all", 0: "sure of none"}.get(certain, "sure of some")
    return page.tell(
        "falls short",
        found=_so_many(page, found),
        sure=page.tell(sure, count=certain, other=len(found) - certain),
        open=page.tell("mostly unknown") if mostly_undetermined(page.result) else "",
        first=_first_to_mend(page),
    )


def _so_many(page: Page, found: list[Finding]) -> str:
    major = sum(one.grade is Grade.MAJOR for one in found)
    if len(found) == 1:
        return page.tell("one major" if major else "one minor")
    key = {len(found): "all major", 0: "all minor"}.get(major, "some major")
    return page.tell(key, count=len(found), major=major)


def _first_to_mend(page: Page) -> str:
    """What mends the first cause of a report; of a systemic one the requirement is where."""
    one = nonconformities(page.result)[0].lead
    what = in_language(one.repair, page.language) or message(one, page.result, page.language)
    what = what.rstrip(".")
    if one.checkpoint is None:
        return page.tell("first there", where=page.title(one.checklist, one.requirement), what=what)
    if one.focus == ORGANISATION:
        return page.tell("first of all", what=what)
    return page.tell("first there", where=page.name(one.focus), what=what)


def _nothing_found(page: Page) -> str:
    unproven, unanswered = _open(page)
    if not unproven and not unanswered:
        return page.tell("conforms" if _conforms(page) else "nothing applies")
    first = next(iter(to_find_out(page.result.checklists, page.result.verdicts)), None)
    return page.tell(
        "nothing found",
        unproven=unproven,
        unanswered=unanswered,
        first=page.tell("and begin", first=_first_to_find_out(page, first)) if first else "",
    )


def _first_to_find_out(page: Page, one: Open) -> str:
    outline = page.result.outlines[one.checklist, one.checkpoint]
    text = outline.title if one.to_prove else outline.ask or outline.title
    what = in_language(text, page.language, outline.id)
    return page.tell("first to prove" if one.to_prove else "first to answer", what=what.rstrip("."))


def _in_numbers(page: Page, found: list[Finding]) -> Iterator[Row | None]:
    missing = sum(one.kind is FindingKind.MISSING_OWNERSHIP for one in found)
    certain = sum(one.certain for one in found)
    contradictory = sum(one.kind is FindingKind.CONTRADICTION for one in page.result.findings)
    unproven, unanswered = _open(page)
    together = nonconformities(page.result)
    if missing:
        owned = sum(one.lead.kind is FindingKind.MISSING_OWNERSHIP for one in together)
        yield page.row(
            "ownership",
            page.tell(
                "ownership all" if missing == len(found) else "ownership missing",
                count=missing,
                total=len(found),
                causes=page.tell("ownership causes", count=owned) if 0 < owned < missing else "",
            ),
        )
    if 1 < len(together) < len(found):
        yield page.row("causes", page.tell("so many causes", count=len(found), causes=len(together)))
    if found:
        which = {len(found): "all certain", 0: "none certain"}.get(certain, "certain")
        yield page.row("certainty", page.tell(which, count=certain, other=len(found) - certain))
    accepted_ones = sum(one.accepted is not None for one in found)
    if accepted_ones:
        yield page.row("waivers", page.tell("so many accepted", count=accepted_ones))
    if contradictory:
        which = "once contradictory" if contradictory == 1 else "times contradictory"
        yield page.row("contradictory", page.tell(which, count=contradictory))
    if unproven or unanswered:
        yield page.row("open", page.tell("how open", unproven=unproven, unanswered=unanswered))
    yield page.row("verdicts", *_counts(page))


def _counts(page: Page) -> Iterator[str]:
    verdicts = page.result.verdicts
    claimed = Counter(one.claimed.outcome for one in verdicts)
    yield page.tell(
        "counts",
        total=len(verdicts),
        conformity=claimed[Outcome.CONFORMITY],
        proven=sum(one.proven.outcome is Outcome.CONFORMITY for one in verdicts),
        nonconformity=claimed[Outcome.NONCONFORMITY],
        undetermined=claimed[Outcome.UNDETERMINED],
        not_applicable=claimed[Outcome.NOT_APPLICABLE],
    )
    told = sum(one.checkpoint is not None for one in page.result.findings if is_nonconformity(one))
    if claimed[Outcome.NONCONFORMITY] > told:
        yield page.tell("no nonconformities")
    if mostly_undetermined(page.result):
        yield page.tell("mostly undetermined")
