"""
JSON -> a result: a saved assessment, read back as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kamassess.checklist.condition import COMPLEMENT, Constant
from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, RequirementOutline
from kamassess.checklist.policy import Gate, ScoringPolicy
from kamassess.checklist.policy_reading import SCALES, PolicyReader
from kamassess.checklist.requirement import Clause, Source
from kamassess.checklist.scoring import DEFAULT, POLICIES
from kamassess.engine.verdict import Possible, Range
from kamassess.errors import InvalidAssessment, InvalidSource
from kamassess.findings.diagnosis import AtLevel, Diagnosis
from kamassess.findings.finding import (
    SYSTEMIC,
    AnotherFact,
    Atom,
    Expected,
    Finding,
    Found,
    Texts,
    Why,
    finding_id,
)
from kamassess.graph.chart import Chart
from kamassess.graph.ownership import Actor
from kamassess.later import Later
from kamassess.model.organisation import Answer, Claim, Waiver
from kamassess.model.terms import Basis, FindingKind, Grade, Level, Outcome, Role, Text
from kamassess.report.charts import ChartReader
from kamassess.report.json import FORMAT
from kamassess.report.saved import SavedReader, is_null
from kamassess.result import (
    EngineRun,
    JudgedFocus,
    Result,
    Run,
    Said,
    Subject,
)
from kamassess.scoring.score import ENDS, Score
from kamassess.source import (
    SAVED_NODES,
    SAVED_SIZE,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Style,
    read_data,
    read_text,
)
from kamassess.source.tree import quote

_FORMATS: Final = "kamassess-assessment/"

_ONCE: Final = {
    "checklists": ("id",),
    "verdicts": ("checklist", "checkpoint", "focus"),
    "findings": ("id",),
    "scores": ("checklist", "requirement"),
    "diagnoses": ("checklist",),
}
"""By which keys each of several is found again."""


def from_json(text: str, source: str = "<data>.json") -> Result:
    """
    Read a result from JSON.

    Args:
        text: what ``to_json`` wrote.
        source: what to call it in messages.

    Returns:
        The result, equal to the one that was written.

    Raises:
        InvalidAssessment: with every mistake, and its path.
    """
    try:
        name = source if source.casefold().endswith(".json") else f"{source}.json"
        return from_tree(read_text(text, name, limit=SAVED_SIZE, values=SAVED_NODES))
    except InvalidSource as error:
        raise InvalidAssessment(error.mistakes) from None


def from_data(data: object, source: str = "<data>") -> Result:
    """
    Read a result from dictionaries.

    Args:
        data: what ``to_data`` gave.
        source: what to call it in messages.

    Returns:
        The result, equal to the one that was written.

    Raises:
        InvalidAssessment: with every mistake, and its path.
    """
    try:
        return from_tree(read_data(data, source, SAVED_NODES))
    except InvalidSource as error:
        raise InvalidAssessment(error.mistakes) from None


def from_tree(tree: Node) -> Result:
    """
    Read a result from a tree.

    Args:
        tree: what a file holds.

    Returns:
        The result.

    Raises:
        InvalidAssessment: with every mistake, and its path.
    """
    reader = _AssessmentReader()
    result = reader.result(tree)
    if result is None or reader.mistakes:
        raise InvalidAssessment(reader.mistakes)
    return result


class _AssessmentReader(SavedReader):
    """Reads one assessment. Where something is wrong it reads on with what is nearest to it."""

    def __init__(self) -> None:
        super().__init__()
        self.requirements: set[tuple[str, str | None]] = set()
        self.checkpoints: set[tuple[str, str, str]] = set()
        self.judged: set[tuple[str, str, str]] = set()
        self.found: set[str] = set()

    def result(self, tree: Node) -> Result | None:
        if not self._is_assessment(tree):
            return None
        top = self.fields(tree, "an assessment")
        for name, keys in _ONCE.items():
            self._check_once(self.listed(top, name), keys)
        checklists = tuple(self._checklist(one) for one in self.listed(top, "checklists"))
        for checklist in checklists:
            self.requirements.add((checklist.id, None))
            for requirement in checklist.requirements:
                self.requirements.add((checklist.id, requirement.id))
                self.checkpoints.update(
                    (checklist.id, requirement.id, one.id) for one in requirement.checkpoints
                )
        verdicts = tuple(self._verdict(one) for one in self.listed(top, "verdicts"))
        self.judged = {(one.checklist, one.checkpoint, one.focus) for one in verdicts}
        findings = tuple(self._finding(one) for one in self.listed(top, "findings"))
        self.found = {one.id for one in findings}
        parameters = dict(self.named(top.get("parameters"), self._constant))
        for checklist in checklists:
            for name in checklist.parameters:
                if not {name, f"{checklist.id}/{name}"} & parameters.keys():
                    where = top.get("parameters", tree)
                    self.wrong(where, f"the parameter {quote(f'{checklist.id}/{name}')} has no value")
        return Result(
            self._organisation(top.get("organisation")),
            checklists,
            parameters,
            self.date(top.get("as_of")) or date.min,
            verdicts,
            findings,
            tuple(self._score(one) for one in self.listed(top, "scores")),
            tuple(self._diagnosis(one) for one in self.listed(top, "diagnoses")),
            Later.known(self._chart(top.get("chart"))),
            Later.known(dict(self.named(top.get("names"), lambda one: self.localised(one) or {}))),
            self._run(top.get("run")),
        )

    def _is_assessment(self, tree: Node) -> bool:
        """Whether this is an assessment of this format; if not, that is all there is to say of it."""
        entries = tree.entries if isinstance(tree, Mapping) else ()
        found = next((value for key, value in entries if key.text == "format"), None)
        text = found.text if isinstance(found, Scalar) else ""
        if found is None:
            self.wrong(
                tree, f"this is no saved assessment: it has no 'format', which would be {quote(FORMAT)}"
            )
        elif text.startswith(_FORMATS) and text != FORMAT:
            self.wrong(
                found, f"this kamassess reads {quote(FORMAT)}; found {quote(text)}, of another version"
            )
        elif text != FORMAT:
            self.wrong(
                found, f"this is no saved assessment: its format is {quote(text)}, not {quote(FORMAT)}"
            )
        return text == FORMAT

    def _check_once(self, trees: Iterable[Node], keys: tuple[str, ...]) -> None:
        """What is found again by its keys can be there once only."""
        seen: set[tuple[str | None, ...]] = set()
        for tree in trees:
            entries = {key.text: value for key, value in tree.entries} if isinstance(tree, Mapping) else {}
            told = [entries.get(key) for key in keys]
            found = tuple(one.text if isinstance(one, Scalar) and not is_null(one) else None for one in told)
            if found in seen:
                self.wrong(tree, f"{quote('/'.join(one for one in found if one))} is here twice")
            seen.add(found)

    # ----------------------------------------------------------------- values
    def _constant(self, tree: Node) -> Constant:
        found = self._found(tree)
        if isinstance(found, str | bool | int | Decimal):
            return found
        self._unexpected(tree, "a text, number or flag")
        return ""

    def _found(self, tree: Node | None) -> Found:
        """A value of a fact, or an interval."""
        if tree is None or is_null(tree):
            return None
        if isinstance(tree, Sequence):
            ends = [None if is_null(one) else self._number(one) for one in tree.items]
            if len(ends) == 2 and ends[0] is not None:
                return (ends[0], ends[1])
            self.wrong(tree, "an interval has a low end and a high end, which may be null")
            return None
        if not isinstance(tree, Scalar):
            self._unexpected(tree, "a text, number, flag or interval")
            return None
        if tree.style is Style.BOOLEAN:
            return tree.text == "true"
        return self._number(tree) if tree.style is Style.NUMBER else tree.text

    def _number(self, tree: Node) -> int | Decimal:
        number = self.decimal(tree)
        if number is None:
            return 0
        if isinstance(tree, Scalar) and tree.text.lstrip("-").isdigit():
            return int(number)
        return number.to_integral_value() if number == int(number) else number  # 1.0 is told as 1

    def _fraction(self, tree: Node | None) -> Fraction | None:
        number = self.decimal(tree)
        return None if number is None else Fraction(number)

    # ------------------------------------------------------------------- parts
    def _organisation(self, tree: Node | None) -> Subject:
        found = self.fields(tree, "the organisation")
        described = self.fields(found.get("described"), "described")
        return Subject(
            self.text(found.get("id")) or "",
            self._text(found, "name"),
            Later.known(self.text(found.get("sha256")) or ""),
            Claim(
                self.worded(described.get("basis"), Basis),
                (),
                self.text(described.get("by")),
                self.date(described.get("on")),
            ),
            self.texts(found, "not_described"),
        )

    def _text(self, found: dict[str, Node], name: str) -> Text:
        """A text in languages; one that is in none of them is an empty object."""
        return self._named_text(found.get(name))

    def _named_text(self, tree: Node | None) -> Text:
        if isinstance(tree, Mapping) and not tree.entries:
            return {}
        return self.localised(tree) or {}

    def _checklist(self, tree: Node) -> ChecklistOutline:
        found = self.fields(tree, "a checklist")
        source = self.fields(found.get("source"), "a source")
        self._check_once(self.listed(found, "requirements"), ("id",))
        return ChecklistOutline(
            self.text(found.get("id")) or "",
            self.text(found.get("version")) or "",
            self.text(found.get("sha256")) or "",
            self._text(found, "title"),
            Source(
                self.text(source.get("title")) or "",
                self.text(source.get("author")),
                self.text(source.get("language")),
                self.text(source.get("edition")),
            ),
            tuple(self._requirement(one) for one in self.listed(found, "requirements")),
            self._policy(found.get("scoring")),
            dict(self.named(found.get("parameters"), self._named_text)),
        )

    def _policy(self, tree: Node | None) -> ScoringPolicy:
        if tree is None:
            return POLICIES[DEFAULT]
        reader = PolicyReader()
        policy = reader.policy(tree)
        self.mistakes.extend(reader.mistakes)
        return policy

    def _requirement(self, tree: Node) -> RequirementOutline:
        found = self.fields(tree, "a requirement")
        return RequirementOutline(
            self.text(found.get("id")) or "",
            self._text(found, "title"),
            tuple(self._checkpoint(one) for one in self.listed(found, "checkpoints")),
            self._weight(found),
            self.whole(found.get("level"), least=1),
            self.text(found.get("group")),
            self._gate(found.get("gate")),
        )

    def _weight(self, found: dict[str, Node]) -> int:
        weight = self.whole(found.get("weight"), least=0)
        return 1 if weight is None else weight

    def _gate(self, tree: Node | None) -> Gate | None:
        if tree is None:
            return None
        found = self.fields(tree, "a gate")
        return Gate(self.text(found.get("checkpoint")) or "", float(self.decimal(found.get("caps")) or 0))

    def _checkpoint(self, tree: Node) -> CheckpointOutline:
        found = self.fields(tree, "a checkpoint")
        return CheckpointOutline(
            self.text(found.get("id")) or "",
            self._text(found, "title"),
            self.worded(found.get("role"), Role) or Role.REQUIREMENT,
            self.worded(found.get("grade"), Grade),
            bool(self.flag(found.get("scored"))),
            self.text(found.get("each")) or "",
            self.localised(found.get("ask")),
            self.text(found.get("applies")),
            self.text(found.get("holds")),
            self.localised(found.get("guidance")),
            self.localised(found.get("why")),
            self.localised(found.get("where")),
            self.text(found.get("speaker")),
            tuple(self._clause(one) for one in self.listed(found, "clauses")),
            self.texts(found, "shows"),
            self.text(found.get("sign_group")),
            bool(self.flag(found.get("told_first"))),
            self._weight(found),
            self.whole(found.get("level"), least=1),
            bool(self.flag(found.get("must"))),
            tuple(self._fraction(one) or Fraction(0) for one in self.listed(found, "shares")),
            self._fraction(found.get("conforms_from")) or Fraction(0),
            self.text(found.get("scale")),
        )

    def _clause(self, tree: Node) -> Clause:
        found = self.fields(tree, "a clause")
        return Clause(
            self.text(found.get("norm")) or "",
            self.text(found.get("edition")),
            self.text(found.get("clause")) or "",
            self.localised(found.get("more")),
        )

    # ---------------------------------------------------------------- verdicts
    def _verdict(self, tree: Node) -> JudgedFocus:
        found = self.fields(tree, "a verdict")
        possible = self.fields(found.get("possible"), "possible outcomes")
        value = self.fields(found.get("value"), "a value")
        self._check_checkpoint(found)
        return JudgedFocus(
            self.text(found.get("checklist")) or "",
            self.text(found.get("requirement")) or "",
            self.text(found.get("checkpoint")) or "",
            self.text(found.get("focus")) or "",
            self._possible(found, possible, value, "claimed"),
            self._possible(found, possible, value, "proven"),
            Later.known(Why(self._atoms(found), self.texts(found, "evidence"))),
            self.worded(found.get("orientation"), Level),
            tuple(self._said(one, "an answer") for one in self.listed(found, "answers")),
            bool(self.flag(found.get("open"))),
        )

    def _check_checkpoint(self, found: dict[str, Node]) -> None:
        """What is told of a checkpoint must be of one that the checklists have."""
        names = [self.text(found.get(one)) for one in ("checklist", "requirement", "checkpoint")]
        if None not in names and tuple(names) not in self.checkpoints:
            self.wrong(
                found["checkpoint"], f"the checklists have no checkpoint {quote('/'.join(map(str, names)))}"
            )

    def _check_judged(self, found: dict[str, Node]) -> None:
        """A finding is told about a verdict."""
        checklist, checkpoint, focus = (
            self.text(found.get(one)) or "" for one in ("checklist", "checkpoint", "focus")
        )
        known = any(it[:2] == (checklist, checkpoint) for it in self.judged)
        if (checklist, checkpoint, focus) not in self.judged and "focus" in found:
            where = f"{checklist}/{checkpoint} has no verdict at {quote(focus)}"
            self.wrong(found["focus"], where if known else f"{checklist}/{checkpoint} has no verdict")

    def _check_requirement(self, found: dict[str, Node]) -> None:
        checklist, requirement = self.text(found.get("checklist")), self.text(found.get("requirement"))
        if checklist is not None and (checklist, requirement) not in self.requirements:
            what = f"{checklist}/{requirement}" if requirement else checklist
            self.wrong(found.get("requirement", found["checklist"]), f"the checklists have no {quote(what)}")

    def _possible(
        self, found: dict[str, Node], possible: dict[str, Node], value: dict[str, Node], reading: str
    ) -> Possible:
        outcomes = tuple(
            word for one in self.listed(possible, reading) if (word := self.worded(one, Outcome)) is not None
        )
        read = Possible(outcomes or (Outcome.UNDETERMINED,), self._range(value.get(reading)))
        told = self.worded(found.get(reading), Outcome)
        if told is not None and told is not read.outcome:
            self.wrong(found[reading], f"this is {told}, but what is possible makes it {read.outcome}")
        return read

    def _range(self, tree: Node | None) -> Range | None:
        if tree is None:
            return None
        ends = [self._fraction(one) for one in self.items(tree, "a value")]
        if len(ends) == 2 and ends[0] is not None and ends[1] is not None and 0 <= ends[0] <= ends[1] <= 1:
            return (ends[0], ends[1])
        self.wrong(tree, "a value is a low and a high number from 0 to 1")
        return None

    def _atoms(self, found: dict[str, Node]) -> tuple[Atom, ...]:
        return tuple(self._atom(one) for one in self.listed(found, "because"))

    def _atom(self, tree: Node) -> Atom:
        found = self.fields(tree, "an atom")
        at = self.fields(found.get("found"), "what was found")
        return Atom(
            self.text(found.get("focus")) or "",
            self.text(found.get("fact")) or "",
            self.word(found.get("operator"), tuple(COMPLEMENT)) or "==",
            self._expected(found.get("expected")),
            self._found(at.get("claimed")),
            self._found(at.get("proven")),
        )

    def _expected(self, tree: Node | None) -> Expected:
        if isinstance(tree, Sequence):
            return tuple(self._constant(one) for one in tree.items)
        if isinstance(tree, Mapping):
            return AnotherFact(self.text(self.fields(tree, "another fact").get("fact")) or "")
        return "" if tree is None else self._constant(tree)

    def _said(self, tree: Node, what: str) -> Said:
        found = self.fields(tree, what)
        return Said(
            self.text(found.get("value")) or "",
            Claim(
                self.worded(found.get("basis"), Basis),
                self.texts(found, "evidence"),
                self.text(found.get("by")),
                self.date(found.get("on")),
            ),
            self.localised(found.get("reason")),
        )

    # ------------------------------------------------------ findings and scores
    def _finding(self, tree: Node) -> Finding:
        found = self.fields(tree, "a finding")
        if "checkpoint" in found:
            self._check_checkpoint(found)
            self._check_judged(found)
        else:
            self._check_requirement(found)
        self._check_id(found)
        return Finding(
            self.text(found.get("id")) or "",
            self.worded(found.get("kind"), FindingKind) or FindingKind.GAP,
            self.text(found.get("reason")),
            self.worded(found.get("grade"), Grade),
            bool(self.flag(found.get("certain"))),
            self.text(found.get("checklist")) or "",
            self.text(found.get("requirement")) or "",
            self.text(found.get("checkpoint")),
            self.text(found.get("focus")) or "",
            Later.known(Texts(self._text(found, "message"), self._text(found, "repair"))),
            tuple(self._actor(one) for one in self.listed(found, "act")),
            self.worded(found.get("orientation"), Level),
            self._atoms(found),
            self.texts(found, "evidence"),
            self.text(found.get("cause")),
            self._accepted(found.get("accepted")),
        )

    def _check_id(self, found: dict[str, Node]) -> None:
        """By its id a finding is found again in another assessment, so it must be that of what it tells."""
        of = found.get("checkpoint")
        kind = found.get("kind") if of is not None else None
        parts = [self.text(one) for one in (found.get("checklist"), of or found.get("requirement"))]
        parts += [self.text(found.get("focus")), self.text(kind) if kind is not None else SYSTEMIC]
        told = self.text(found.get("id"))
        if told is None or None in parts:
            return
        meant = finding_id(*map(str, parts))
        if told != meant:
            self.wrong(found["id"], f"this finding's id is {quote(meant)}; found {quote(told)}")

    def _actor(self, tree: Node) -> Actor:
        found = self.fields(tree, "who must act")
        return Actor(self.text(found.get("person")) or "", self.texts(found, "via"))

    def _score(self, tree: Node) -> Score:
        found = self.fields(tree, "a score")
        self._check_requirement(found)
        maximum = self.whole(found.get("maximum"), least=1) or 1
        proven, claimed, possible = (self._fraction(found.get(end)) for end in ENDS)
        scale = self.word(found.get("scale"), SCALES) or "share"
        told = [one for one in (proven, claimed, possible) if one is not None]
        is_below = scale != "points" and any(one < 0 for one in told)  # points can be taken off
        if is_below or told != sorted(told) or any(one > maximum for one in told):
            self.wrong(tree, f"a score rises from proven over claimed to possible, to {maximum} at most")
        return Score(
            self.text(found.get("checklist")) or "",
            self.text(found.get("requirement")),
            self.text(found.get("policy")) or "",
            scale,
            maximum,
            proven,
            claimed,
            possible,
            self.whole(found.get("rung")),
            bool(self.flag(found.get("may_be_empty"))),
            self._fraction(found.get("published")),
            self.whole(found.get("out_of"), least=0),
            self.text(found.get("refused")),
        )

    def _accepted(self, tree: Node | None) -> Waiver | None:
        if tree is None:
            return None
        found = self.fields(tree, "a waiver")
        return Waiver(
            self.text(found.get("checkpoint")) or "",
            self.text(found.get("focus")) or "",
            self._text(found, "reason"),
            self.text(found.get("owner")) or "",
            self.date(found.get("until")) or date.max,
            self.date(found.get("on")),
        )

    def _diagnosis(self, tree: Node) -> Diagnosis:
        found = self.fields(tree, "a diagnosis")
        for one in self.listed(found, "repairs"):
            if (self.text(one) or "") not in self.found:
                self.wrong(one, f"there is no finding {quote(self.text(one) or '')}")
        levels = tuple(self._at_level(one) for one in self.listed(found, "levels"))
        heaviest = self.worded(found.get("heaviest"), Level)
        if heaviest and not any(one.level is heaviest and one.major + one.minor for one in levels):
            self.wrong(found["heaviest"], "nothing falls short at this level, so it is not the heaviest")
        return Diagnosis(
            self.text(found.get("checklist")) or "",
            bool(self.flag(found.get("strict"))),
            levels,
            heaviest,
            self.texts(found, "repairs"),
        )

    def _at_level(self, tree: Node) -> AtLevel:
        found = self.fields(tree, "a level")
        major, minor, weight, certain = (
            self.whole(found.get(name), least=0) or 0 for name in ("major", "minor", "weight", "certain")
        )
        return AtLevel(self.worded(found.get("level"), Level) or Level.CONTEXT, major, minor, weight, certain)

    def _chart(self, tree: Node | None) -> Chart:
        reader = ChartReader()
        chart = reader.chart(tree)
        self.mistakes.extend(reader.mistakes)
        return chart

    # ----------------------------------------------------------------- the run
    def _run(self, tree: Node | None) -> Run:
        found = self.fields(tree, "the run")
        return Run(
            tuple(self._engine(one) for one in self.listed(found, "engines")),
            self.whole(found.get("judged"), least=0) or 0,
            dict(self.named(found.get("handed_back"), lambda one: self.text(one) or "")),
            tuple(self._unused(one) for one in self.listed(found, "unused")),
            self.text(found.get("kamassess")) or "",
        )

    def _engine(self, tree: Node) -> EngineRun:
        found = self.fields(tree, "an engine")
        return EngineRun(self.text(found.get("name")) or "", self.text(found.get("version")) or "")

    def _unused(self, tree: Node) -> Answer:
        found = self.fields(tree, "an unused answer")
        said = self._said(tree, "an unused answer")
        return Answer(
            self.text(found.get("checkpoint")) or "",
            self.text(found.get("focus")) or "",
            said.value,
            said.claim,
            said.reason,
        )
