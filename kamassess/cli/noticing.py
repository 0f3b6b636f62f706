"""
What is odd about what was read, told beside the result in the language of the command.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from kamassess.assessing import view
from kamassess.assessment import Assessment
from kamassess.checklist.compiled import Compiled
from kamassess.cli.streams import tell
from kamassess.cli.words import told
from kamassess.errors import nearest
from kamassess.facts.speaking import speaks_as_leader
from kamassess.files import builtin_checklists, load_checklist
from kamassess.model.organisation import Answer, Organisation, Waiver
from kamassess.model.terms import ORGANISATION, Outcome, Reading
from kamassess.report.arranging import mostly_undetermined

MOST_NAMED: Final = 3
"""So many answers of one sort are named; the others are counted."""

_UNUSED: Final = {
    "answer": ("one answer unused", "answers unused", "answer astray"),
    "waiver": ("one waiver unused", "waivers unused", "waiver astray"),
}
"""What is told of one of another checklist, of several, and of one of none."""


def tell_what_is_odd(
    assessment: Assessment, compiled: Compiled, organisation: Organisation, language: str
) -> None:
    """
    Tell what an assessment left aside or counted for less than it seems, and how sure it is as a whole.

    Args:
        assessment: the assessment.
        compiled: against what.
        organisation: of whom.
        language: ``nl`` or ``en``.
    """
    as_of = assessment.result.as_of
    named = {
        (one.checklist, name) for one in assessment.verdicts for name in (one.checkpoint, one.requirement)
    }
    known = {name for _, name in named} | {f"{checklist}/{name}" for checklist, name in named}
    _tell_waivers(organisation, known, as_of, language)
    given = [one for one in organisation.answers if one.checkpoint in known]
    _tell_later(given, as_of, language)
    _tell_who_is_nearly_described(given, organisation, language)
    tell_without_basis((one for one in given if not _is_later(one, as_of)), language)
    unused = assessment.result.run.unused
    tell_unused("answer", unused, {one.checkpoint for one in assessment.verdicts}, language)
    if mostly_undetermined(assessment.result):
        total = len(assessment.verdicts)
        undetermined = sum(one.claimed.outcome is Outcome.UNDETERMINED for one in assessment.verdicts)
        tell(told("mostly undetermined", language, undetermined=undetermined, total=total))
    _tell_who_may_lead(compiled, organisation, as_of, language)


def _tell_waivers(organisation: Organisation, known: set[str], as_of: date, language: str) -> None:
    unused = [one for one in organisation.waivers if one.checkpoint not in known]
    tell_unused("waiver", unused, known, language)
    for one in organisation.waivers:
        if one.checkpoint in known and one.until < as_of:
            about = {"place": one.place, "checkpoint": one.checkpoint}
            tell(told("waiver ended", language, **about, until=one.until))


def _is_later(answer: Answer, as_of: date) -> bool:
    return answer.claim.on is not None and answer.claim.on > as_of


def _tell_later(given: Iterable[Answer], as_of: date, language: str) -> None:
    """Answers that do not count yet."""
    later = sum(_is_later(one, as_of) for one in given)
    if later:
        tell(told("one later" if later == 1 else "several later", language, count=later, day=as_of))


def _tell_who_is_nearly_described(given: Iterable[Answer], organisation: Organisation, language: str) -> None:
    ids = {one.id for one in organisation.nodes} | {one.key for one in organisation.nodes}
    names = {name for one in organisation.nodes if one.kind == "person" for name in (one.name or {}).values()}
    persons = {one.id for one in organisation.nodes if one.kind == "person"} | names
    for by in dict.fromkeys(one.claim.by for one in given):
        near = None if by is None or by in ids else nearest(by, sorted(persons))
        if near is not None:
            tell(told("nearly described", language, by=by, near=near))


def tell_without_basis(answers: Iterable[Answer], language: str) -> None:
    """
    Tell of answers that nothing is named for, as where the cell for it was emptied in a workbook.

    What a description as a whole rests on is no basis of them: they are claimed, and never certain.

    Args:
        answers: those that are asked for.
        language: ``nl`` or ``en``.
    """
    bare = [one for one in answers if one.claim.basis is None]
    if not bare:
        return
    which = list(dict.fromkeys(_reference(one) for one in bare))
    more = len(which) - MOST_NAMED
    named = which[:MOST_NAMED] + ([told("and more", language, count=more)] if more > 0 else [])
    key = "one without basis" if len(bare) == 1 else "several without basis"
    tell(told(key, language, count=len(bare), which=", ".join(named)))


def _reference(answer: Answer) -> str:
    """A checkpoint at a focus, as its explanation is asked for."""
    return answer.checkpoint if answer.focus == ORGANISATION else f"{answer.checkpoint} {answer.focus}"


def _tell_who_may_lead(compiled: Compiled, organisation: Organisation, as_of: date, language: str) -> None:
    """Answers about leaders that would be proof, were it known that a leader did not give them."""
    about = {
        name
        for one in compiled.checkpoints
        if one.checkpoint.about_leaders
        for name in (one.checkpoint.id, one.rule)
    }
    given = [one.claim.by for one in organisation.answers if one.checkpoint in about and one.claim.evidence]
    proven = view(organisation, as_of=as_of, reading=Reading.PROVEN) if given else None
    unknown = [by for by in given if proven is not None and speaks_as_leader(proven, by) is None]
    if unknown:
        nobody = told("nobody named", language)
        who = ", ".join(f"'{by}'" if by else nobody for by in dict.fromkeys(unknown))
        tell(told("perhaps leaders", language, count=len(unknown), who=who))


def tell_unused(what: str, unused: Sequence[Answer | Waiver], known: set[str], language: str) -> None:
    """
    Tell what no chosen checklist uses: a misspelt checkpoint with its place, those of others in one line.

    Args:
        what: what they are: ``answer`` or ``waiver``.
        unused: those that are not used.
        known: the checkpoints that could have been named.
        language: ``nl`` or ``en``.
    """
    if not unused:
        return
    one_of_others, of_others, astray = _UNUSED[what]
    shipped = [one for name in builtin_checklists() for one in load_checklist(name).requirements]
    elsewhere = {it.id for one in shipped for it in one.checkpoints}
    if what == "waiver":  # which may be of what is told of a requirement as a whole
        elsewhere |= {one.id for one in shipped}
    others = [one for one in unused if one.checkpoint.rpartition("/")[2] in elsewhere]
    if others:
        tell(told(one_of_others if len(others) == 1 else of_others, language, count=len(others)))
    for one in unused:
        if one not in others:
            near = nearest(one.checkpoint, known)
            meant = told("meant", language, near=near) if near else ""
            tell(told(astray, language, place=one.place, checkpoint=one.checkpoint, meant=meant))
