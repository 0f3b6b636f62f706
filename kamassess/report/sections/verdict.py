"""
The verdict: in a sentence, and in numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kamassess.findings.finding import Finding
from kamassess.model.terms import FindingKind, Grade, Outcome
from kamassess.report.arranging import (
    is_nonconformity,
    is_told_first,
    mostly_undetermined,
    nonconformities,
)
from kamassess.report.page import Page
from kamassess.report.wording import in_language
from kamassess.showing.document import Block, Heading, Paragraph, Row, Rows, Tone


def verdict(page: Page) -> Iterator[Block]:
    """The verdict in a sentence, with the numbers behind it."""
    yield Heading(page.tell("verdict"))
    found = [one for one in page.result.findings if is_nonconformity(one)]
    for one in found:
        if is_told_first(one, page.result):
            yield Paragraph(in_language(one.message, page.language, one.id), Tone.MAJOR)
    yield Paragraph(_sentence(page, found), _tone(page, found))
    yield Rows(tuple(row for row in _in_numbers(page, found) if row is not None))


def _tone(page: Page, found: list[Finding]) -> Tone:
    if found:
        return Tone.MAJOR if any(one.grade is Grade.MAJOR for one in found) else Tone.MINOR
    return Tone.GOOD if page.result.verdicts and not any(_open(page)) else Tone.PLAIN


def _open(page: Page) -> tuple[int, int]:
    """How much was claimed and not proven, and how much is not known."""
    kinds = Counter(one.kind for one in page.result.findings)
    return kinds[FindingKind.UNPROVEN], kinds[FindingKind.UNANSWERED]


def _sentence(page: Page, found: list[Finding]) -> str:
    if not page.result.verdicts:
        return page.tell("nothing judged")
    if not found:
        return page.tell("no gaps" if any(_open(page)) else "conforms")
    major = sum(one.grade is Grade.MAJOR for one in found)
    causes = len(nonconformities(page.result))
    return page.tell(
        "falls short",
        gaps=page.tell("one gap" if len(found) == 1 else "gaps", count=len(found)),
        grades=page.tell("grades", major=major, minor=len(found) - major),
        causes=page.tell("causes", count=causes) if 1 < causes < len(found) else "",
    )


def _in_numbers(page: Page, found: list[Finding]) -> Iterator[Row | None]:
    missing = sum(one.kind is FindingKind.MISSING_OWNERSHIP for one in found)
    certain = sum(one.certain for one in found)
    contradictory = sum(one.kind is FindingKind.CONTRADICTION for one in page.result.findings)
    unproven, unanswered = _open(page)
    if missing:
        yield page.row("ownership", page.tell("ownership missing", count=missing))
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
    if mostly_undetermined(page.result):
        yield page.tell("mostly undetermined")
