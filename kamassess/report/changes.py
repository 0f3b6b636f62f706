"""
The report of a comparison: what is new, solved and still open, and how the scores moved.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from fractions import Fraction
from typing import Any, Final

from kamassess.comparing import Change, Changes, How, Moved, Origin
from kamassess.findings.finding import Finding
from kamassess.model.days import day
from kamassess.model.terms import NONCONFORMITIES, FindingKind
from kamassess.report.arranging import Together, together
from kamassess.report.json import finding_data, score_data
from kamassess.report.numbers import points
from kamassess.report.page import Page, present
from kamassess.report.sections.nonconformities import TONES, touched
from kamassess.report.wording import in_language, message, who_acts
from kamassess.report.words import KINDS, ORIGINS, tell, word
from kamassess.result import Result
from kamassess.scoring.score import Score
from kamassess.showing.document import Block, Document, Entry, Heading, Paragraph, Row, Rows, Table, Tone

FORMAT: Final = "kamassess-comparison/1"

_HEAVY: Final = (*NONCONFORMITIES, FindingKind.CONTRADICTION)
"""Kinds that are told in full; of what is to be proven or found out the number is told."""

_TOLD: Final = (How.NEW, How.WORSE, How.UNKNOWN, How.SOLVED, How.GONE, How.OPEN)
"""In the order in which a reader wants to know."""


def compose_changes(changes: Changes, language: str) -> Document:
    """
    Compose the report of a comparison.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        Its blocks.
    """
    later, earlier = Page(changes.later, language), Page(changes.earlier, language)
    return (
        *_head(changes, later),
        *_verdict(changes, later),
        *_scores(changes, later),
        *(
            block
            for how in _TOLD
            for block in _section(how, changes.of(how), later if how in (How.NEW, How.OPEN) else earlier)
        ),
    )


def compose_changes_on_paper(changes: Changes, language: str) -> Document:
    """
    Compose the report of a comparison as it stands on paper: the scores of requirements come last.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        Its blocks; its first page has the verdict, the scores of the checklists, and what is new.
    """
    later = Page(changes.later, language)
    whole = [one for one in changes.scores if one.requirement is None]
    blocks = compose_changes(changes, language)
    at = next(at for at, one in enumerate(blocks) if isinstance(one, Table))
    return (
        *blocks[:at],
        _table(changes, later, whole),
        *blocks[at + 1 :],
        Heading(later.tell("scores by requirement")),
        blocks[at],
    )


# ------------------------------------------------------------------ the top
def _head(changes: Changes, page: Page) -> Iterator[Block]:
    subject = changes.later.organisation
    name = in_language(subject.name, page.language, subject.id)
    yield Heading(page.tell("compared title", name=name, days=days(changes, page.language)), 1)
    rows = []
    for one in changes.later.checklists:
        versions = [it.version for it in changes.earlier.checklists if it.id == one.id]
        title = in_language(one.title, page.language, one.id)
        rows.append(_versions(page, title, versions[0] if versions else None, one.version))
    asked = {one.id for one in changes.later.checklists}
    rows += (
        page.tell("only before", title=in_language(one.title, page.language, one.id))
        for one in changes.earlier.checklists
        if one.id not in asked
    )
    differing = [word(ORIGINS, one, page.language) for one in Origin if one in changes.differing]
    differs = ", ".join(differing) or page.tell("nothing differs")
    yield Rows((Row(page.tell("against"), tuple(rows)), Row(page.tell("differing"), (differs,))))


def days(changes: Changes, language: str) -> str:
    """
    The days of two assessments that are compared.

    Args:
        changes: what the two say differently.
        language: ``nl`` or ``en``.

    Returns:
        Both days; where they are one, that day, before and after.
    """
    before, after = (day(one.as_of, language) for one in (changes.earlier, changes.later))
    key = "one day compared" if before == after else "two days compared"
    return tell(key, language, before=before, after=after)


def _versions(page: Page, title: str, before: str | None, after: str) -> str:
    if before is None:
        return page.tell("only after", title=title)
    key = "same version" if before == after else "other version"
    return page.tell(key, title=title, before=before, after=after)


def _verdict(changes: Changes, page: Page) -> Iterator[Block]:
    yield Heading(page.tell("verdict"))
    counts = {how: len(_heavy(changes.of(how))) for how in How}
    new, solved, still = counts[How.NEW], counts[How.SOLVED], counts[How.OPEN]
    tone = Tone.MINOR if new else Tone.GOOD if solved else Tone.PLAIN
    yield Paragraph(page.tell("compared verdict", new=new, solved=solved, open=still), tone)
    rows = []
    claimed = sum(not one.certain for one in _heavy(changes.of(How.SOLVED)))
    if claimed:
        rows.append(page.row("solved as claimed", page.tell("so many to prove", count=claimed)))
    if counts[How.UNKNOWN] + counts[How.GONE]:
        lost = page.tell("so many lost", unknown=counts[How.UNKNOWN], gone=counts[How.GONE])
        rows.append(page.row("not solved", lost))
    kinds = (FindingKind.UNPROVEN, FindingKind.UNANSWERED, FindingKind.OBSERVATION)
    rows += (_of_kind(changes, page, kind) for kind in kinds)
    beside = [one for one in changes.findings if one.how is not How.OPEN and not one.by_description]
    if beside:
        origins = frozenset(it for one in beside for it in one.origins)
        named = ", ".join(word(ORIGINS, one, page.language) for one in Origin if one in origins)
        rows.append(page.row("beside", page.tell("so many beside", count=len(beside), origins=named)))
    if any(row is not None for row in rows):
        yield Rows(present(rows))


def _of_kind(changes: Changes, page: Page, kind: FindingKind) -> Row | None:
    found = [one for one in changes.findings if one.finding.kind is kind]
    new = sum(one.how is How.NEW for one in found)
    still = sum(one.how is How.OPEN for one in found)
    told = page.tell("so many of kind", new=new, ended=len(found) - new - still, open=still)
    return Row(word(KINDS, kind, page.language), (told,)) if found else None


def _scores(changes: Changes, page: Page) -> Iterator[Block]:
    yield Heading(page.tell("scores"))
    yield _table(changes, page, changes.scores)


def _table(changes: Changes, page: Page, scores: Iterable[Moved]) -> Table:
    heads = ("", page.tell("proven"), page.tell("claimed"), page.tell("possible"))
    return Table(heads, tuple(_score(changes, page, one) for one in scores))


def _score(changes: Changes, page: Page, moved: Moved) -> tuple[str, ...]:
    title = _title((changes.later, changes.earlier), moved, page.language)
    ends = zip(_ends(moved.before), _ends(moved.after), strict=True)
    return (title, *(_end(page, moved, before, after) for before, after in ends))


def _ends(score: Score | None) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    return (None, None, None) if score is None else (score.proven, score.claimed, score.possible)


def _end(page: Page, moved: Moved, before: Fraction | None, after: Fraction | None) -> str:
    """One number before and after; where it stays it stands once."""
    was, now = (
        page.tell("no score") if score is None or number is None else points(number, score, page.language)
        for score, number in ((moved.before, before), (moved.after, after))
    )
    same = before == after and (moved.comparable or before is None)
    return now if same else f"{was} → {now}"


def _title(results: Iterable[Result], moved: Moved, language: str) -> str:
    """What a score is of, as the first of the results that has it calls it."""
    checklist = next(one for it in results for one in it.checklists if one.id == moved.checklist)
    if moved.requirement is None:
        return in_language(checklist.title, language, checklist.id)
    titles = {one.id: one.title for one in checklist.requirements}
    return "– " + in_language(titles.get(moved.requirement), language, moved.requirement)


# ------------------------------------------------------------------ the findings
def _heavy(changes: Iterable[Change]) -> list[Change]:
    return [one for one in changes if one.finding.kind in _HEAVY]


def _section(how: How, changes: Iterable[Change], page: Page) -> Iterator[Block]:
    """What became of findings, each cause once; ``page`` is of the assessment that has them."""
    # What has turned out to be a nonconformity is told as the new one that it is.
    found = {} if how is How.WORSE else {one.finding.id: one for one in _heavy(changes)}

    def told_of_it(one: Finding) -> Hashable:
        """What an entry says of how a finding changed: it must hold for all that it tells of."""
        change = found[one.id]
        alone = one.id if one.kind is FindingKind.CONTRADICTION else ""
        return alone, change.certain, change.origins, page.accepted((one,)), _differences(page, change)

    causes = together((one.finding for one in found.values()), page.result, told_of_it)
    if found:
        yield Heading(page.tell(f"{how} section"))
        if how is How.UNKNOWN:
            yield Paragraph(page.tell("unknown is not solved"), Tone.FAINT)
        if len(causes) < len(found):
            told = page.tell("so many by cause", count=len(found), causes=len(causes))
            yield Paragraph(told, Tone.FAINT)
        yield from (_entry(page, found[one.lead.id], one) for one in causes)


def _entry(page: Page, change: Change, cause: Together) -> Entry:
    one = change.finding
    rows: list[Row | None] = []
    if change.how is How.NEW:
        rows = [
            page.why(one),
            page.row("repair", in_language(one.repair, page.language)),
            page.row("act", *who_acts(one, page.result, page.language)),
        ]
    rows.append(touched(page, cause))
    if change.origins and not change.by_description:
        origins = (word(ORIGINS, it, page.language) for it in Origin if it in change.origins)
        rows.append(page.row("comes from", ", ".join(origins)))
    tone = Tone.GOOD if change.how is How.SOLVED else TONES[one.grade]
    return Entry(message(one, page.result, page.language), "", _remark(page, change), present(rows), tone)


def _remark(page: Page, change: Change) -> str:
    one = change.finding
    pieces = [page.tell(one.grade) if one.grade else word(KINDS, one.kind, page.language)]
    if change.how is How.SOLVED:
        pieces.append(page.tell("is proven" if change.certain else "is claimed"))
    elif change.how in (How.NEW, How.OPEN):
        pieces.append(page.tell("is certain" if change.certain else "is claimed"))
    pieces += (*_differences(page, change), page.accepted((one,)), page.reference(one))
    return " · ".join(filter(None, pieces))


def _differences(page: Page, change: Change) -> tuple[str, ...]:
    """What is another about a finding than it was."""
    before, after = change.before, change.finding
    told = []
    if before is None:
        return ()
    if before.certain != after.certain:
        told.append(page.tell("was claimed" if after.certain else "was certain"))
    if before.grade is not after.grade:
        told.append(page.tell("was grade", grade=page.tell(before.grade or "no grade")))
    if (before.accepted is None) != (after.accepted is None):
        told.append(page.tell("accepted now" if after.accepted else "accepted no more"))
    return tuple(told)


# ------------------------------------------------------------------ for programs
def changes_to_data(changes: Changes) -> dict[str, Any]:
    """
    A comparison as what JSON has, in the form ``kamassess-comparison/1``.

    Args:
        changes: what two assessments say differently.

    Returns:
        Dictionaries, lists, texts, numbers, flags and ``None``.
    """
    return {
        "format": FORMAT,
        "organisation": changes.later.organisation.id,
        "earlier": _side(changes.earlier),
        "later": _side(changes.later),
        "differing": sorted(changes.differing),
        "findings": [
            {
                "how": one.how.value,
                "certain": one.certain,
                "origins": sorted(one.origins),
                "finding": finding_data(one.finding),
                "before": None if one.before is None else finding_data(one.before),
            }
            for one in changes.findings
        ],
        "scores": [
            {
                "checklist": one.checklist,
                "requirement": one.requirement,
                "comparable": one.comparable,
                "before": None if one.before is None else score_data(one.before),
                "after": None if one.after is None else score_data(one.after),
            }
            for one in changes.scores
        ],
    }


def _side(result: Result) -> dict[str, Any]:
    return {
        "as_of": result.as_of.isoformat(),
        "sha256": result.organisation.sha256,
        "checklists": [
            {"id": one.id, "version": one.version, "sha256": one.sha256} for one in result.checklists
        ],
        "kamassess": result.run.kamassess,
    }


def summary(changes: Changes) -> str:
    """
    A comparison in a line, as a prompt shows it.

    Args:
        changes: what two assessments say differently.

    Returns:
        Who, when, and how many findings became what.
    """
    counts = ", ".join(f"{len(changes.of(how))} {how}" for how in _TOLD if changes.of(how))
    days = f"{changes.earlier.as_of} and {changes.later.as_of}"
    return f"<Comparison of {changes.later.organisation.id} on {days}: {counts or 'no findings'}>"
