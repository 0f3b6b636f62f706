"""
The requirements with their checkpoints, and with all that was judged: what a page unfolds and chooses from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, RequirementOutline
from kamassess.findings.finding import Finding
from kamassess.model.terms import ORGANISATION, FindingKind, Grade, Outcome
from kamassess.report.arranging import by_verdict, is_nonconformity, telling
from kamassess.report.explaining import about
from kamassess.report.html.facets import Facets, facets, numbers
from kamassess.report.html.words import tell
from kamassess.report.page import Page, present
from kamassess.report.sections.nonconformities import TONES, further_evidence
from kamassess.report.wording import answer, evidence, in_language, message, reason, who_acts
from kamassess.report.words import KINDS, OUTCOMES, REASONS, word
from kamassess.result import JudgedFocus
from kamassess.showing.document import Row, Tone


@frozen
class Item:
    """
    Something that is told at a checkpoint: a finding, or a verdict of which nothing is found.

    Args:
        text: what is told.
        where: at which node; nothing for the organisation as a whole.
        remark: what sort of thing it is, how heavy and how certain.
        rows: why, on what evidence, what would mend it, and who must.
        tone: how it is meant.
        facets: by what it is chosen.
        anchor: by what it is linked to; nothing where nothing links to it.
    """

    text: str
    where: str = ""
    remark: str = ""
    rows: tuple[Row, ...] = ()
    tone: Tone = Tone.PLAIN
    facets: Facets = field(factory=Facets)
    anchor: str = ""


@frozen
class CheckpointPart:
    """
    A checkpoint with all that was judged of it.

    Args:
        id: its id.
        title: what must hold.
        remark: how much was found of what.
        about: what it asks and why, whoever is assessed.
        norm: the standards that ask the same.
        items: what is told.
        tone: how the heaviest of it is meant.
    """

    id: str
    title: str
    remark: str
    about: tuple[Row, ...]
    norm: tuple[Row, ...]
    items: tuple[Item, ...]
    tone: Tone


@frozen
class RequirementPart:
    """
    A requirement with its checkpoints.

    Args:
        title: what is required.
        items: what is told of it as a whole.
        checkpoints: its checkpoints.
    """

    title: str
    items: tuple[Item, ...]
    checkpoints: tuple[CheckpointPart, ...]


@frozen
class ChecklistPart:
    """
    A checklist with its requirements.

    Args:
        number: by which it is chosen.
        title: what people call it.
        requirements: its requirements.
    """

    number: int
    title: str
    requirements: tuple[RequirementPart, ...]


@frozen
class Checkpoints:
    """
    All that was judged, by checklist, requirement and checkpoint.

    Args:
        page: the report in the making.
    """

    page: Page

    @cached_property
    def owners(self) -> Mapping[str, str]:
        """Everybody who is to act, with their number."""
        return numbers(self.page.result.findings)

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """By what each finding is linked to."""
        return {one.id: f"f{number}" for number, one in enumerate(self.page.result.findings, 1)}

    @cached_property
    def parts(self) -> tuple[ChecklistPart, ...]:
        """The checklists, in their order."""
        return tuple(
            ChecklistPart(
                number,
                in_language(one.title, self.page.language, one.id),
                tuple(self._requirement(one, it) for it in one.requirements),
            )
            for number, one in enumerate(self.page.result.checklists, 1)
        )

    @cached_property
    def _found(self) -> Mapping[tuple[str, str | None, str], tuple[Finding, ...]]:
        return by_verdict(self.page.result)

    @cached_property
    def _systemic(self) -> Mapping[tuple[str, str], tuple[Finding, ...]]:
        found: dict[tuple[str, str], tuple[Finding, ...]] = {}
        for one in self.page.result.findings:
            if one.checkpoint is None:
                where = (one.checklist, one.requirement)
                found[where] = (*found.get(where, ()), one)
        return found

    @cached_property
    def _verdicts(self) -> Mapping[tuple[str, str], tuple[JudgedFocus, ...]]:
        found: dict[tuple[str, str], list[JudgedFocus]] = {}
        for one in self.page.result.verdicts:
            found.setdefault((one.checklist, one.checkpoint), []).append(one)
        return {where: tuple(verdicts) for where, verdicts in found.items()}

    def _requirement(self, checklist: ChecklistOutline, one: RequirementOutline) -> RequirementPart:
        return RequirementPart(
            in_language(one.title, self.page.language, one.id),
            tuple(map(self._finding, self._systemic.get((checklist.id, one.id), ()))),
            tuple(self._checkpoint(checklist, it) for it in one.checkpoints),
        )

    def _checkpoint(self, checklist: ChecklistOutline, one: CheckpointOutline) -> CheckpointPart:
        verdicts = self._verdicts.get((checklist.id, one.id), ())
        found = [it for judged in verdicts for it in self._findings_of(judged)]
        quiet = [judged for judged in verdicts if not self._findings_of(judged)]
        language, norm = self.page.language, self.page.tell("clause")
        return CheckpointPart(
            one.id,
            in_language(one.title, language, one.id),
            " · ".join(_counted(self.page, found, quiet)) or tell("not judged", language),
            tuple(row for row in about(one, language) if row.label != norm),
            tuple(row for row in about(one, language) if row.label == norm),
            tuple(map(self._finding, found)) + tuple(self._quiet(quiet)),
            _heaviest(found, quiet),
        )

    def _findings_of(self, judged: JudgedFocus) -> tuple[Finding, ...]:
        return self._found.get((judged.checklist, judged.checkpoint, judged.focus), ())

    # ------------------------------------------------------------------ items
    def _finding(self, one: Finding) -> Item:
        page, language = self.page, self.page.language
        rows = (
            page.why(one),
            page.answers(one),
            further_evidence(page, one),
            page.row("repair", in_language(one.repair, language)),
            page.row("act", *who_acts(one, page.result, language)),
        )
        text, where = message(one, page.result, language), _where(page, one.focus)
        return Item(
            text,
            "" if where in text else where,
            _remark(page, one),
            present(rows),
            TONES[one.grade] if is_nonconformity(one) else Tone.PLAIN,
            facets(one, self.owners),
            self.anchors[one.id],
        )

    def _quiet(self, verdicts: list[JudgedFocus]) -> Iterator[Item]:
        """Of what is so with why; of what does not apply where, at once."""
        nowhere: list[JudgedFocus] = []
        for one in verdicts:
            if one.claimed.outcome is Outcome.NOT_APPLICABLE:
                nowhere.append(one)
            else:
                yield self._verdict(one)
        if nowhere:
            names = ", ".join(self.page.name(one.focus) for one in nowhere if one.focus != ORGANISATION)
            outcome = word(OUTCOMES, Outcome.NOT_APPLICABLE, self.page.language)
            yield Item(outcome, names, tone=Tone.FAINT)

    def _verdict(self, one: JudgedFocus) -> Item:
        page, language = self.page, self.page.language
        why = (reason(atom, page.result, language, one.focus) for atom in telling(one.because))
        told = (answer(it, page.result, language) for it in one.answers)
        answered = {it for said in one.answers for it in said.claim.evidence}
        named = evidence((it for it in one.evidence if it not in answered), page.result, language)
        rows = (
            page.row("why", *page.at_most(list(dict.fromkeys(why)))),
            page.row("answer", *told),
            page.row("evidence", ", ".join(named)),
        )
        proven = one.proven.outcome is one.claimed.outcome
        return Item(
            word(OUTCOMES, one.claimed.outcome, language),
            _where(page, one.focus),
            page.tell("is proven" if proven else "is claimed"),
            present(rows),
            Tone.GOOD if one.claimed.outcome is Outcome.CONFORMITY else Tone.PLAIN,
        )


def _where(page: Page, focus: str) -> str:
    return "" if focus == ORGANISATION else page.name(focus)


def _remark(page: Page, one: Finding) -> str:
    """What sort of finding it is, how heavy it is, how certain, and by whom it is accepted."""
    pieces = [word(KINDS, one.kind, page.language), page.tell(one.grade) if one.grade else ""]
    if is_nonconformity(one):
        pieces.append(page.tell("is certain" if one.certain else "is claimed"))
    pieces += [word(REASONS, one.reason, page.language) if one.reason else "", page.accepted((one,))]
    return " · ".join(filter(None, pieces))


def _counted(page: Page, found: list[Finding], quiet: list[JudgedFocus]) -> Iterator[str]:
    """How many of each kind of finding; where there is none, of each outcome."""
    kinds = Counter(one.kind for one in found)
    outcomes = Counter(one.claimed.outcome for one in quiet)
    for kind in FindingKind:
        if kinds[kind]:
            yield _times(page, word(KINDS, kind, page.language), kinds[kind])
    for outcome in Outcome:
        if outcomes[outcome] and not kinds:
            yield _times(page, word(OUTCOMES, outcome, page.language), outcomes[outcome])


def _times(page: Page, what: str, count: int) -> str:
    return what if count == 1 else page.tell("times", checkpoint=what, count=count)


def _heaviest(found: list[Finding], quiet: list[JudgedFocus]) -> Tone:
    grades = {one.grade for one in found if is_nonconformity(one)}
    if grades:
        return Tone.MAJOR if Grade.MAJOR in grades else Tone.MINOR
    if found:
        return Tone.PLAIN
    fine = any(one.claimed.outcome is Outcome.CONFORMITY for one in quiet)
    return Tone.GOOD if fine else Tone.FAINT
