"""
A result -> the blocks of its report, in a language: what a reader sees, in the order in which it matters.

Who has two minutes reads the verdict, the scores and who is to act; who works
through it finds every finding with why, what to do and who must do it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from math import floor
from re import findall, sub
from typing import Final

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline
from kamassess.checklist.scoring import DEFAULT
from kamassess.findings.deriving import QUESTION
from kamassess.findings.finding import Finding
from kamassess.model.choices import choice
from kamassess.model.days import day
from kamassess.model.terms import ORGANISATION, FindingKind, Grade, Outcome, Reading, Text
from kamassess.report.arranging import (
    Alike,
    Together,
    burdens,
    by_cause,
    by_checkpoint,
    is_nonconformity,
    is_told_first,
    nonconformities,
    signs,
)
from kamassess.report.document import (
    Bar,
    Bars,
    Block,
    Document,
    Entry,
    Heading,
    Paragraph,
    Row,
    Rows,
    Table,
    Tone,
)
from kamassess.report.numbers import told_number
from kamassess.report.wording import (
    answer,
    clause,
    evidence,
    in_language,
    is_open,
    message,
    node,
    parameter,
    part,
    person,
    reason,
    telling,
    told,
    waived,
    who_acts,
)
from kamassess.report.words import BASES, HANDED_BACK, REASONS, ROLES, tell, word
from kamassess.result import JudgedFocus, Result
from kamassess.scoring.asking import Open, to_find_out
from kamassess.scoring.evaluating import by_checkpoint as verdicts_by_checkpoint
from kamassess.scoring.evaluating import fails
from kamassess.scoring.naming import name_of_score
from kamassess.scoring.score import Score
from kamassess.scoring.worth import under

MOST_NEXT: Final = 3
"""So many things to find out next are told."""

MOST_LINES: Final = 5
"""So many reasons of one finding are told; who wants them all asks for its explanation."""

_LONG: Final = 30
"""Of a rule that was handed back so much is told; the saved assessment has it whole."""

_TONES: Final = {Grade.MAJOR: Tone.MAJOR, Grade.MINOR: Tone.MINOR, None: Tone.PLAIN}


def compose(result: Result, language: str) -> Document:
    """
    Compose the report of a result.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        Its blocks.
    """
    return tuple(_Composer(result, language).blocks())


class _Composer:
    """Composes one report in one language."""

    def __init__(self, result: Result, language: str) -> None:
        self.result = result
        self.language = language
        self.signs = {(one.checklist, one.checkpoint): one for one in signs(result)}
        self.verdicts = {(one.checklist, one.checkpoint, one.focus): one for one in result.verdicts}

    def tell(self, key: str, **values: object) -> str:
        return tell(key, self.language, **values)

    def name(self, focus: str) -> str:
        return self.tell("at all") if focus == ORGANISATION else node(focus, self.result, self.language)

    def blocks(self) -> Iterator[Block]:
        yield from self._head()
        yield from self._verdict()
        yield from self._scores()
        yield from self._next()
        yield from self._levels()
        yield from self._on_whom()
        yield from self._nonconformities()
        yield from self._contradictions()
        yield from self._unproven()
        yield from self._unanswered()
        yield from self._observations()
        yield from self._signs()
        yield from self._engines()

    # ---------------------------------------------------------------- the head
    def _head(self) -> Iterator[Block]:
        result, subject = self.result, self.result.organisation
        name = in_language(subject.name, self.language, subject.id)
        yield Heading(self.tell("title", name=name, day=day(result.as_of, self.language)), 1)
        rows = [Row(self.tell("against"), tuple(self._checklist(one) for one in result.checklists))]
        if result.parameters:
            shown = (
                parameter(name, value, self.language) for name, value in sorted(result.parameters.items())
            )
            rows.append(Row(self.tell("parameters"), (", ".join(shown),)))
        rows.append(Row(self.tell("described"), (self._described(),)))
        if subject.not_described:
            parts = sorted(part(one, result, self.language) for one in subject.not_described)
            rows.append(Row(self.tell("not described"), ("; ".join(parts),)))
        yield Rows(tuple(rows))

    def _checklist(self, one: ChecklistOutline) -> str:
        source = one.source
        return self.tell(
            "checklist",
            title=in_language(one.title, self.language, one.id),
            version=one.version,
            source=source.title,
            by=self.tell("by author", author=source.author) if source.author else "",
            edition=self.tell("edition", edition=source.edition) if source.edition else "",
        )

    def _described(self) -> str:
        claim = self.result.organisation.described
        pieces = []
        if claim.by:
            pieces.append(self.tell("described by", by=person(claim.by, self.result, self.language)))
        if claim.on:
            pieces.append(self.tell("described on", day=day(claim.on, self.language)))
        if claim.basis:
            pieces.append(self.tell("described basis", basis=word(BASES, claim.basis, self.language)))
        return ", ".join(pieces)

    # ------------------------------------------------------------- the verdict
    def _verdict(self) -> Iterator[Block]:
        yield Heading(self.tell("verdict"))
        found = [one for one in self.result.findings if is_nonconformity(one)]
        for one in found:
            if is_told_first(one, self.result):
                yield Paragraph(in_language(one.message, self.language, one.id), Tone.MAJOR)
        yield Paragraph(self._sentence(found), self._tone(found))
        yield Rows(tuple(row for row in self._in_numbers(found) if row is not None))

    def _tone(self, found: list[Finding]) -> Tone:
        if found:
            return Tone.MAJOR if any(one.grade is Grade.MAJOR for one in found) else Tone.MINOR
        return Tone.GOOD if self.result.verdicts and not any(self._open()) else Tone.PLAIN

    def _open(self) -> tuple[int, int]:
        """How much was claimed and not proven, and how much is not known."""
        kinds = Counter(one.kind for one in self.result.findings)
        return kinds[FindingKind.UNPROVEN], kinds[FindingKind.UNANSWERED]

    def _sentence(self, found: list[Finding]) -> str:
        if not self.result.verdicts:
            return self.tell("nothing judged")
        if not found:
            return self.tell("no gaps" if any(self._open()) else "conforms")
        major = sum(one.grade is Grade.MAJOR for one in found)
        causes = len(nonconformities(self.result))
        return self.tell(
            "falls short",
            gaps=self.tell("one gap" if len(found) == 1 else "gaps", count=len(found)),
            grades=self.tell("grades", major=major, minor=len(found) - major),
            causes=self.tell("causes", count=causes) if 1 < causes < len(found) else "",
        )

    def _in_numbers(self, found: list[Finding]) -> Iterator[Row | None]:
        missing = sum(one.kind is FindingKind.MISSING_OWNERSHIP for one in found)
        certain = sum(one.certain for one in found)
        contradictory = sum(one.kind is FindingKind.CONTRADICTION for one in self.result.findings)
        unproven, unanswered = self._open()
        if missing:
            yield self._row("ownership", self.tell("ownership missing", count=missing))
        if found:
            how_many = {0: "all certain", 1: "one claimed"}.get(len(found) - certain, "certain")
            which = how_many if certain else "none certain"
            yield self._row("certainty", self.tell(which, count=certain, other=len(found) - certain))
        accepted_ones = sum(one.accepted is not None for one in found)
        if accepted_ones:
            yield self._row("waivers", self.tell("so many accepted", count=accepted_ones))
        if contradictory:
            which = "once contradictory" if contradictory == 1 else "times contradictory"
            yield self._row("contradictory", self.tell(which, count=contradictory))
        if unproven or unanswered:
            yield self._row("open", self.tell("how open", unproven=unproven, unanswered=unanswered))
        yield self._row("verdicts", *self._counts())

    def _counts(self) -> Iterator[str]:
        verdicts = self.result.verdicts
        claimed = Counter(one.claimed.outcome for one in verdicts)
        yield self.tell(
            "counts",
            total=len(verdicts),
            conformity=claimed[Outcome.CONFORMITY],
            proven=sum(one.proven.outcome is Outcome.CONFORMITY for one in verdicts),
            nonconformity=claimed[Outcome.NONCONFORMITY],
            undetermined=claimed[Outcome.UNDETERMINED],
            not_applicable=claimed[Outcome.NOT_APPLICABLE],
        )
        if mostly_undetermined(self.result):
            yield self.tell("mostly undetermined")

    # -------------------------------------------------------------- the scores
    def _scores(self) -> Iterator[Block]:
        yield Heading(self.tell("scores"))
        titles = {
            (checklist.id, one.id): one.title
            for checklist in self.result.checklists
            for one in checklist.requirements
        }
        titles.update({(one.id, ""): one.title for one in self.result.checklists})  # a checklist as a whole
        bars = tuple(
            self._bar(
                one, in_language(titles[one.checklist, one.requirement or ""], self.language, one.checklist)
            )
            for one in self.result.scores
        )
        heads = (self.tell("proven"), self.tell("claimed"), self.tell("possible"))
        meanings = (
            self.tell("what proven says"),
            self.tell("what claimed says"),
            self.tell("what possible says"),
        )
        yield Bars(heads, meanings, bars)
        rows = tuple(filter(None, map(self._besides, self.result.scores)))
        if rows:
            yield Rows(rows)

    def _besides(self, score: Score) -> Row | None:
        """What is told of a checklist's score beside its numbers: its name, and the policy's own figure."""
        if score.requirement is not None:
            return None
        outline = next(one for one in self.result.checklists if one.id == score.checklist)
        policy = outline.policy
        lines = [self.tell("refused", why=score.refused)] if score.refused else []
        lines += self._gates(outline, score)
        named = name_of_score(score, policy)
        lines += [in_language(named, self.language)] if named else []
        if score.published is not None and (score.published != score.claimed or policy.id != DEFAULT):
            number = points(score.published, score, self.language)
            title = in_language(policy.title, self.language, policy.id)
            lines.append(self.tell("published as", policy=title, number=number))
        return Row(in_language(outline.title, self.language, outline.id), tuple(lines)) if lines else None

    def _gates(self, outline: ChecklistOutline, score: Score) -> Iterator[str]:
        """The gates that cap a score, or may: a whole that is worth less than its parts must be no riddle."""
        by = verdicts_by_checkpoint(self.result.verdicts).get(outline.id, {})
        for gate in (one.gate for one in outline.requirements if one.gate is not None):
            claimed, proven = (
                fails(gate, by, under(one, outline.policy)) for one in (Reading.CLAIMED, Reading.PROVEN)
            )
            if claimed is not False or proven is not False:
                said = {True: "gate fails", False: "gate to prove", None: "gate open"}[claimed]
                most = points(Fraction(str(gate.caps)) * score.maximum, score, self.language)
                yield self.tell(said, gate=gate.checkpoint, most=most)

    def _bar(self, score: Score, title: str) -> Bar:
        level = 1 if score.requirement is None else 2
        if score.proven is None or score.claimed is None or score.possible is None:
            none = self.tell("no score")
            return Bar(title, None, (none, none, none), level)
        numbers = (score.proven, score.claimed, score.possible)
        proven, claimed, possible = (_part_of(one, score) for one in numbers)
        first, second, third = (points(one, score, self.language) for one in numbers)
        return Bar(title, (proven, claimed, possible), (first, second, third), level)

    # ------------------------------------------------------- what to find out
    def _next(self) -> Iterator[Block]:
        found = to_find_out(self.result.checklists, self.result.verdicts)[:MOST_NEXT]
        if not found:
            return
        yield Heading(self.tell("next section"))
        yield Paragraph(self.tell("what next says"), Tone.FAINT)
        for one in found:
            outline = self.result.outlines[one.checklist, one.checkpoint]
            title = in_language(outline.ask or outline.title, self.language, outline.id)
            foci = () if one.foci == (ORGANISATION,) else tuple(map(self.name, one.foci))
            guidance = in_language(outline.guidance, self.language)
            rows = (
                self._row("where", ", ".join(self._at_most(list(foci)))),
                self._row("repair", self.tell("prove it" if one.to_prove else "answer it"), guidance),
                self._row("effect", self._narrows(one)),
            )
            yield Entry(title, one.checkpoint, rows=tuple(row for row in rows if row is not None))

    def _narrows(self, one: Open) -> str:
        least, most = (tenths(it * 100, self.language) for it in one.narrows)
        if least == most:
            return self.tell("narrows", points=least)
        return self.tell("narrows between", least=least, most=most)

    # -------------------------------------------------------- the seven levels
    def _levels(self) -> Iterator[Block]:
        by_id = {one.id: one for one in self.result.findings}
        for diagnosis in self.result.diagnoses:
            if diagnosis.heaviest is None:
                continue
            yield Heading(self.tell("levels section"))
            yield Paragraph(self.tell("what levels say"), Tone.FAINT)
            heads = tuple(self.tell(one) for one in ("level", "major", "minor", "weight", "weight certain"))
            yield Table(
                heads,
                tuple(
                    (
                        choice(one.level, self.language),
                        *(str(count or "·") for count in (one.major, one.minor, one.weight, one.certain)),
                    )
                    for one in diagnosis.levels
                ),
            )
            heaviest = choice(diagnosis.heaviest, self.language)
            mend = self.tell("mend strictly" if diagnosis.strict else "mend above")
            yield Paragraph(f"{self.tell('heaviest level', level=heaviest)} {mend}")
            yield Rows(tuple(self._mended([by_id[one] for one in diagnosis.repairs])))

    def _mended(self, repairs: list[Finding]) -> Iterator[Row]:
        """What is to be mended on each level, in the order given; checkpoints once."""
        for level, found in groupby(repairs, key=lambda it: it.orientation):
            counts = Counter(self._checkpoint(one) for one in found)
            told = (
                self.tell("times", checkpoint=checkpoint, count=count) if count > 1 else checkpoint
                for checkpoint, count in counts.items()
            )
            yield Row(choice(level or "", self.language), (", ".join(told),))

    # -------------------------------------------------------------- who acts
    def _on_whom(self) -> Iterator[Block]:
        found = burdens(self.result.findings)
        if not found:
            return
        yield Heading(self.tell("on whom"))
        heads = tuple(self.tell(one) for one in ("person", "major", "minor", "to prove", "to answer"))
        yield Table(
            heads,
            tuple(
                (
                    self.name(one.person) if one.person else self.tell("nobody"),
                    *(str(count or "·") for count in (one.major, one.minor, one.to_prove, one.to_answer)),
                )
                for one in found
            ),
        )

    # -------------------------------------------------------------- the findings
    def _nonconformities(self) -> Iterator[Block]:
        shown = ""
        for it in nonconformities(self.result):
            section = self._section_of(it.lead)
            if section != shown:
                yield Heading(self.tell(section))
                shown = section
            yield self._entry(it)

    def _section_of(self, finding: Finding) -> str:
        if finding.kind is FindingKind.MISSING_OWNERSHIP:
            return "missing-ownership section"
        return "major section" if finding.grade is Grade.MAJOR else "minor section"

    def _entry(self, it: Together) -> Entry:
        one = it.lead
        outline = self._outline(one)
        rows = [
            self._asked(one, outline),
            self._why(one),
            self._answers(one),
            self._evidence(one),
            self._row("repair", in_language(one.repair, self.language)),
            self._row("act", *who_acts(one, self.result, self.language)),
            self._signs_of(one),
            self._touched(it),
        ]
        return Entry(
            message(one, self.result, self.language),
            remark=self._remark(one),
            rows=tuple(row for row in rows if row is not None),
            tone=_TONES[one.grade],
        )

    def _outline(self, one: Finding) -> CheckpointOutline | None:
        return self.result.outlines[one.checklist, one.checkpoint] if one.checkpoint else None

    def _row(self, label: str, *lines: str) -> Row | None:
        told = tuple(line for line in lines if line)
        return Row(self.tell(label), told) if told else None

    def _remark(self, one: Finding) -> str:
        pieces = [
            self.tell(one.grade) if one.grade else "",
            self.tell("is certain" if one.certain else "is claimed"),
            word(REASONS, one.reason, self.language) if one.reason else "",
            self._accepted((one,)),
            self._reference(one),
        ]
        return " · ".join(piece for piece in pieces if piece)

    def _accepted(self, found: Sequence[Finding]) -> str:
        """By whom, until when and why; and which of the findings, where it is not all of them."""
        told: dict[str, list[Finding]] = {}
        for one in found:
            if one.accepted is not None:
                told.setdefault(waived(one.accepted, self.result, self.language), []).append(one)
        return " · ".join(
            said if len(which) == len(found) else f"{', '.join(map(self._reference, which))}: {said}"
            for said, which in told.items()
        )

    def _reference(self, one: Finding) -> str:
        """By what a reader can ask for its explanation."""
        checkpoint = self._checkpoint(one)
        return checkpoint if one.focus == ORGANISATION else f"{checkpoint} {one.focus}"

    def _checkpoint(self, one: Finding) -> str:
        return one.checkpoint or one.requirement

    def _asked(self, one: Finding, outline: CheckpointOutline | None) -> Row | None:
        if outline is None:
            return None
        clauses = [clause(it, self.language) for it in outline.clauses]
        title = in_language(outline.title, self.language, outline.id)
        told_already = title in in_language(one.message, self.language)
        return self._row("requirement", "" if told_already else title, *clauses)

    def _why(self, one: Finding) -> Row | None:
        lines = (reason(atom, self.result, self.language, one.focus) for atom in telling(one.because))
        return self._row("why", *self._at_most(list(dict.fromkeys(lines))))

    def _answers(self, one: Finding) -> Row | None:
        judged = self._judged(one)
        lines = (answer(it, self.result, self.language) for it in judged.answers) if judged else ()
        return self._row("answer", *lines)

    def _judged(self, one: Finding) -> JudgedFocus | None:
        return self.verdicts.get((one.checklist, one.checkpoint or "", one.focus))

    def _evidence(self, one: Finding) -> Row | None:
        judged = self._judged(one)
        told_already = {it for said in (judged.answers if judged else ()) for it in said.claim.evidence}
        further = (it for it in one.evidence if it not in told_already)
        return self._row("evidence", ", ".join(evidence(further, self.result, self.language)))

    def _signs_of(self, one: Finding) -> Row | None:
        found = self.signs.get((one.checklist, one.checkpoint or ""))
        if found is None:
            return None
        key = "sign holds" if found.total == 1 else "signs hold"
        return self._row("signs", self.tell(key, hold=found.hold, total=found.total, proven=found.proven))

    def _touched(self, it: Together) -> Row | None:
        lead = it.lead
        by_checkpoint: dict[str, list[Finding]] = {}
        for one in it.also:
            by_checkpoint.setdefault(one.checkpoint or one.requirement, []).append(one)
        lines = []
        for checkpoint, found in by_checkpoint.items():
            outline = self._outline(found[0])
            foci = [self.name(one.focus) for one in found if one.focus != lead.focus]
            title = in_language(outline.title, self.language, checkpoint) if outline else ""
            where = f"{', '.join(foci)}: " if foci else ""
            lines.append(" · ".join(filter(None, (f"{checkpoint} {where}{title}", self._accepted(found)))))
        return Row(self.tell("also"), tuple(lines), brief=True) if lines else None

    # ----------------------------------------------------------- told compactly
    def _contradictions(self) -> Iterator[Block]:
        yield from self._section(FindingKind.CONTRADICTION, "what contradicts")
        for one in self._of_kind(FindingKind.CONTRADICTION):
            rows = (
                self._row("where", "" if one.focus == ORGANISATION else self.name(one.focus)),
                self._why(one),
                self._answers(one),
                self._row("act", *who_acts(one, self.result, self.language)),
            )
            yield self._brief(Alike(one, (one,)), in_language(one.message, self.language, one.id), *rows)

    def _unproven(self) -> Iterator[Block]:
        yield from self._section(FindingKind.UNPROVEN, "what proves")
        for it in by_cause(self._of_kind(FindingKind.UNPROVEN)):
            outline = self._outline(it.lead)
            alone = len(it.findings) == 1
            yield self._compact(
                it,
                outline.title if outline else None,
                self._why(it.lead) if alone or it.cause else None,
                self._answers(it.lead) if alone else None,
                self._row("guidance", in_language(outline.guidance, self.language) if outline else ""),
            )

    def _unanswered(self) -> Iterator[Block]:
        yield from self._section(FindingKind.UNANSWERED)
        for it in by_cause(self._of_kind(FindingKind.UNANSWERED)):
            outline = self._outline(it.lead)
            asked = outline if it.lead.reason == QUESTION else None
            title = asked.ask if asked else outline.title if outline else None
            yield self._compact(
                it,
                title,
                self._why(it.lead) if it.cause or len(it.findings) == 1 else self._unknown(it),
                self._row("guidance", in_language(asked.guidance, self.language) if asked else ""),
            )

    def _observations(self) -> Iterator[Block]:
        yield from self._section(FindingKind.OBSERVATION)
        for it in by_checkpoint(self._of_kind(FindingKind.OBSERVATION)):
            lead, outline = it.lead, self._outline(it.lead)
            title = in_language(outline.title, self.language, lead.id) if outline else lead.id
            messages = dict.fromkeys(in_language(one.message, self.language) for one in it.findings)
            messages.pop(title, None)
            repairs = (in_language(one.repair, self.language) for one in it.findings)
            yield self._brief(
                it,
                title,
                self._row("finding", *self._at_most(list(messages))),
                self._answers(lead) if len(it.findings) == 1 else None,
                self._row("repair", *self._at_most(list(dict.fromkeys(repairs)))),
                remark=self._role(outline) if outline else "",
            )

    def _of_kind(self, kind: FindingKind) -> tuple[Finding, ...]:
        return tuple(one for one in self.result.findings if one.kind is kind)

    def _section(self, kind: FindingKind, introduction: str = "") -> Iterator[Block]:
        if self._of_kind(kind):
            yield Heading(self.tell(f"{kind} section"))
            if introduction:
                yield Paragraph(self.tell(introduction), Tone.FAINT)

    def _unknown(self, it: Alike) -> Row | None:
        """What is not known of several nodes: the facts, each once."""
        atoms = (atom for one in it.findings for atom in telling(one.because))
        labels = dict.fromkeys(told(atom, self.language).label for atom in atoms if is_open(atom.claimed))
        return self._row("unknown", "; ".join(self._at_most(list(labels))))

    def _at_most(self, lines: list[str]) -> list[str]:
        """Not more lines than a reader takes in."""
        if len(lines) <= MOST_LINES:
            return lines
        return [*lines[:MOST_LINES], self.tell("and more", count=len(lines) - MOST_LINES)]

    def _compact(self, it: Alike, title: Text | None, *rows: Row | None) -> Entry:
        """Findings that have a cause or checkpoint in common, told in few lines."""
        lead = it.lead
        persons = dict.fromkeys(self.name(actor.person) for one in it.findings for actor in one.act)
        who = self._row("act", ", ".join(persons) or self.tell("nobody"))
        if it.cause is not None:
            checkpoints = dict.fromkeys(self._checkpoint(one) for one in it.findings)
            checkpoints.pop(self._checkpoint(lead))
            touched = self._row("also", ", ".join(checkpoints))
            cause = part(it.cause, self.result, self.language)
            return self._brief(it, cause, *rows, touched, who)
        foci = ", ".join(self.name(one.focus) for one in it.findings)
        where = self._row("where", "" if lead.focus == ORGANISATION else foci)
        return self._brief(it, in_language(title, self.language, lead.id), where, *rows, who)

    def _brief(self, it: Alike, title: str, *rows: Row | None, remark: str = "") -> Entry:
        lead = it.lead
        if lead.grade is Grade.MAJOR:
            remark = self.tell(lead.grade)
        remark = " · ".join(filter(None, (remark, self._accepted(it.findings))))
        return Entry(title, self._checkpoint(lead), remark, tuple(row for row in rows if row is not None))

    def _role(self, outline: CheckpointOutline) -> str:
        if outline.shows:
            return self.tell("sign of", checkpoints=", ".join(outline.shows))
        return word(ROLES, outline.role, self.language)

    # ------------------------------------------------------- signs and engines
    def _signs(self) -> Iterator[Block]:
        if not self.signs:
            return
        yield Heading(self.tell("signs section"))
        heads = (self.tell("signs of"), self.tell("signs"), self.tell("hold"), self.tell("proven"))
        rows = []
        for (checklist, checkpoint), one in self.signs.items():
            title = in_language(self.result.outlines[checklist, checkpoint].title, self.language, checkpoint)
            rows.append((f"{checkpoint} {title}", str(one.total), str(one.hold), str(one.proven)))
        yield Table(heads, tuple(rows))

    def _engines(self) -> Iterator[Block]:
        yield Heading(self.tell("engines section"))
        yield Paragraph(engines_line(self.result, self.language))
        unused = self.result.run.unused
        if unused:
            which = "one unused" if len(unused) == 1 else "unused"
            named = ", ".join(dict.fromkeys(one.checkpoint for one in unused))
            yield Paragraph(self.tell(which, count=len(unused), checkpoints=named))


def mostly_undetermined(result: Result) -> bool:
    """Whether more than half of the verdicts are undetermined, every claim taken at its word."""
    return 2 * sum(one.claimed.outcome is Outcome.UNDETERMINED for one in result.verdicts) > len(
        result.verdicts
    )


def engines_line(result: Result, language: str) -> str:
    """
    What decided, whether it agreed, and what that covers.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        One line.
    """
    run = result.run
    engines = ", ".join(f"{one.name} {one.version}" for one in run.engines)
    which = {1: "one engine", 2: "two engines"}.get(len(run.engines), "engines")
    pieces = [
        tell("judged", language, count=run.judged),
        tell(which, language, engines=engines, count=len(run.engines)),
    ]
    line = ", ".join(pieces)
    if len(run.engines) == 1:
        return f"{line}."
    handed_back = {0: "none handed back", 1: "one handed back"}.get(len(run.handed_back), "handed back")
    rules = "; ".join(_handed_back(run.handed_back, language))
    line = f"{line}; {tell(handed_back, language, count=len(run.handed_back), rules=rules)}."
    return f"{line} {tell('covers', language)}"


def _handed_back(rules: Mapping[str, str], language: str) -> Iterator[str]:
    """Each reason with the rules that it concerns; a long rule by its beginning."""
    by_reason: dict[str, list[str]] = {}
    for rule, why in sorted(rules.items()):
        by_reason.setdefault(why, []).append(rule if len(rule) <= _LONG else rule[: _LONG - 1] + "…")
    for why, concerned in by_reason.items():
        yield f"{_in_words(why, language)}: {', '.join(concerned)}"


def _in_words(why: str, language: str) -> str:
    """Why a rule was handed back; an engine says so in English, with the numbers in it."""
    pattern = sub(r"\d+", "#", why)
    numbers = iter(findall(r"\d+", why))
    return sub("#", lambda _: next(numbers), word(HANDED_BACK, pattern, language))


def tenths(value: Fraction, language: str) -> str:
    """A number with one decimal, rounded half up."""
    text = f"{floor(value * 10 + Fraction(1, 2)) / 10:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "nl" else text


def _part_of(value: Fraction, score: Score) -> float:
    """How far a number comes on its scale; what is below nothing is nothing."""
    return min(max(float(value / score.maximum), 0.0), 1.0) if score.maximum else 0.0


def points(value: Fraction, score: Score, language: str) -> str:
    """
    A number of a score as people read it.

    A share is a whole percentage, 0 or 100 only where it is exactly that.

    Args:
        value: the number.
        score: whose it is.
        language: ``nl`` or ``en``.

    Returns:
        The text.
    """
    if score.scale == "points":
        most = score.maximum if score.out_of is None else score.out_of
        return f"{told_number(value, language)} / {most}"
    if score.scale == "rung":
        return told_number(value, language)
    part_of_100 = 100 * value / score.maximum
    whole = min(
        max(floor(part_of_100 + Fraction(1, 2)), 0 if value == 0 else 1),
        100 if value == score.maximum else 99,
    )
    return f"{whole} %" if language == "nl" else f"{whole}%"
