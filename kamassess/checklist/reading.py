"""
A tree -> a checklist: every key known, every word one of the norm's, every reference resolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from attrs import evolve

from kamassess.checklist.condition import Constant
from kamassess.checklist.fitting import misfits
from kamassess.checklist.outline import outline
from kamassess.checklist.policy import Gate, ScoringPolicy
from kamassess.checklist.policy_reading import MOST_LEVELS, PolicyReader
from kamassess.checklist.requirement import (
    Checklist,
    Checkpoint,
    Clause,
    DiagnosisPolicy,
    Parameter,
    Requirement,
    RuleText,
    Source,
)
from kamassess.checklist.scale import NOT_APPLICABLE, SCALES, Scale, Step
from kamassess.checklist.scoring import DEFAULT, POLICIES
from kamassess.checklist.standards import STANDARDS
from kamassess.errors import InvalidChecklist, Place, nearest
from kamassess.model.kind import Type, Vocabulary
from kamassess.model.organisation import canonical_sha256, plain
from kamassess.model.terms import (
    LANGUAGES,
    OBSERVING_ROLES,
    ORGANISATION,
    FindingKind,
    Grade,
    Level,
    Outcome,
    Role,
    Text,
)
from kamassess.model.vocabulary import VOCABULARY
from kamassess.source import Mapping as TreeMapping
from kamassess.source import Node, Scalar, Style, read_data
from kamassess.source.reader import Reader
from kamassess.source.tree import quote

_CHECKLIST: Final = (
    "$schema",  # for editors
    "format",
    "id",
    "version",
    "title",
    "source",
    "scoring",
    "parameters",
    "scales",
    "diagnosis",
    "requirements",
)
_REQUIREMENT: Final = ("id", "title", "weight", "level", "group", "systemic", "gate", "checkpoints")
_CHECKPOINT: Final = (
    "id", "title", "role", "level", "must", "covers", "why", "where", "speaker", "each", "if_none", "applies",
    "holds", "ask", "scale", "guidance", "about_leaders", "recurring", "finding_kind", "grade", "told_first",
    "weight", "orientation", "clauses", "shows", "sign_group", "finding", "repair",
)  # fmt: skip
_STRICT: Final = "/strict"
_SCORING: Final = "/scoring"
"""The places of a diagnosis' parameter and of the policy; no id has a slash."""

_PARAMETER_TYPES: Final = ("int", "decimal", "bool", "text", "date")
_FINDING_KINDS: Final = (
    FindingKind.GAP,
    FindingKind.MISSING_OWNERSHIP,
    FindingKind.OBSERVATION,
    FindingKind.CONTRADICTION,
)
"""What the failing of a checkpoint can be."""


def read_checklist(tree: Node, vocabulary: Vocabulary = VOCABULARY) -> Checklist:
    """
    Read a checklist from a tree.

    Args:
        tree: what a file or dictionary holds.
        vocabulary: the kinds that its checkpoints may be about.

    Returns:
        The checklist; its rules are texts still, which compiling gives their meaning.

    Raises:
        InvalidChecklist: with every mistake and its place.
    """
    reader = _ChecklistReader(vocabulary)
    checklist = reader.checklist(tree)
    if reader.mistakes:
        raise InvalidChecklist(reader.mistakes)
    return checklist


def checklist_from_data(data: Mapping[str, Any], source: str = "<data>") -> Checklist:
    """
    Read a checklist from dictionaries, in the form of the files.

    Args:
        data: what a file would hold.
        source: what to call it in messages.

    Returns:
        The checklist.

    Raises:
        InvalidChecklist: with every mistake and its path.
    """
    return read_checklist(read_data(data, source))


def parameter_value(parameter: Parameter, node: Node) -> Constant:
    """
    Read a value that a user sets for a parameter.

    Args:
        parameter: the parameter.
        node: what was written.

    Returns:
        The value.

    Raises:
        InvalidChecklist: when it is not of the parameter's type.
    """
    reader = _ChecklistReader(VOCABULARY)
    value = reader.constant(node, parameter.type)
    if value is None:
        raise InvalidChecklist(
            evolve(one, place=Place(f"parameter {parameter.name}")) for one in reader.mistakes
        )
    return value


def _requirement_place(id_: str) -> str:
    """Under what the place of a requirement is kept: a checkpoint may have the same id."""
    return f"requirement {id_}"


class _ChecklistReader(Reader):
    """Reads one checklist."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.places: dict[str, Node] = {}
        self.scales: dict[str, Scale] = dict(SCALES)

    def checklist(self, tree: Node) -> Checklist:
        top = self.entries(
            tree, _CHECKLIST, ("id", "version", "title", "source", "requirements"), "a checklist"
        )
        self._read_scales(top.get("scales"))
        self.places[_SCORING] = top.get("scoring", tree)
        requirements = tuple(self._requirements(top.get("requirements")))
        read = Checklist(
            id=self.identifier(top.get("id")) or "",
            version=self.text(top.get("version")) or "",
            title=self.localised(top.get("title")) or {},
            source=self._source(top.get("source")),
            policy=self._policy(top.get("scoring")),
            requirements=requirements,
            parameters=tuple(self._parameters(top.get("parameters"))),
            diagnosis=self._diagnosis(top.get("diagnosis")),
        )
        self._check_references(read)
        return read if self.mistakes else evolve(read, sha256=canonical_sha256(plain(read)))

    def _source(self, tree: Node | None) -> Source:
        if tree is None:
            return Source("")
        found = self.entries(tree, ("title", "author", "language", "edition"), ("title",), "a source")
        return Source(
            self.text(found.get("title")) or "",
            self.text(found.get("author")),
            self.text(found.get("language")),
            self.text(found.get("edition")),
        )

    def _policy(self, tree: Node | None) -> ScoringPolicy:
        if tree is None:
            return POLICIES[DEFAULT]
        if isinstance(tree, TreeMapping):
            reader = PolicyReader()
            found = reader.policy(tree)
            self.mistakes.extend(reader.mistakes)
            return found
        name = self.text(tree) or DEFAULT
        if name not in POLICIES:
            self.wrong(tree, f"there is no scoring policy {quote(name)}", nearest(name, POLICIES))
        return POLICIES[name if name in POLICIES else DEFAULT]

    def _parameters(self, tree: Node | None) -> Iterator[Parameter]:
        if tree is None:
            return
        for name, one in self._named(tree, "parameters"):
            found = self.entries(
                one, ("type", "default", "title", "source"), ("type", "default"), f"parameter {name}"
            )
            type_ = self.word(found.get("type"), _PARAMETER_TYPES)
            if type_ is None or "default" not in found:
                continue
            default = self.constant(found["default"], Type(type_))
            if default is not None:
                title = self.localised(found.get("title")) or {}
                yield Parameter(name, Type(type_), default, title, self.text(found.get("source")))

    def _named(self, tree: Node, what: str) -> Iterator[tuple[str, Node]]:
        """The entries of a mapping whose keys are names of the author's own."""
        if not isinstance(tree, TreeMapping):
            self.wrong(tree, f"{what} should be a mapping of names")
            return
        for key, value in tree.entries:
            if key.text.isidentifier():
                yield key.text, value
            else:
                self.wrong(key, f"{quote(key.text)} is no name: it has letters, digits and '_'")

    def constant(self, tree: Node, type_: Type) -> Constant | None:
        """A literal value of a type; a date as its ISO text."""
        if type_ is Type.INT:
            return self.whole(tree)
        if type_ is Type.DECIMAL:
            return self.decimal(tree)
        if type_ is Type.BOOL:
            return self.flag(tree)
        if type_ is Type.DATE:
            day = self.date(tree)
            return None if day is None else day.isoformat()
        return self.text(tree)

    def _diagnosis(self, tree: Node | None) -> DiagnosisPolicy | None:
        if tree is None:
            return None
        found = self.entries(tree, ("covers", "weights", "strict"), ("weights", "strict"), "a diagnosis")
        grades = tuple(grade.value for grade in Grade)
        weights = self.entries(found["weights"], grades, grades, "weights") if "weights" in found else {}
        strict = self.text(found.get("strict"))
        if "strict" in found:
            self.places[_STRICT] = found["strict"]
        return DiagnosisPolicy(
            tuple(text for one in self.several(found.get("covers")) if (text := self.text(one))),
            {grade: self._weight(weights.get(grade)) for grade in Grade},
            strict or "",
        )

    # ----------------------------------------------------------- requirements
    def _requirements(self, tree: Node | None) -> Iterator[Requirement]:
        seen: set[str] = set()
        for one in self.items(tree, "requirements"):
            found = self.entries(one, _REQUIREMENT, ("id", "title"), "a requirement")
            id_ = self.identifier(found.get("id")) or ""
            if id_ in seen:
                self.wrong(found["id"], f"there is another requirement with the id {quote(id_)}")
            self.places[_requirement_place(id_)] = one
            seen.add(id_)
            yield Requirement(
                id_,
                self.localised(found.get("title")) or {},
                tuple(self._checkpoint(it) for it in self.items(found.get("checkpoints"), "checkpoints")),
                self._weight(found.get("weight")),
                self._systemic(found.get("systemic")),
                self._gate(found.get("gate")),
                self.level_of(found),
                self.text(found.get("group")),
            )

    def level_of(self, found: Mapping[str, Node]) -> int | None:
        """The level of a requirement or checkpoint, where levels are counted."""
        level = self.whole(found.get("level"), least=1)
        if level is not None and level > MOST_LEVELS:
            self.wrong(found["level"], f"there are {MOST_LEVELS} levels at most; found {level}")
            return None
        return level

    def _weight(self, tree: Node | None) -> int:
        weight = self.whole(tree, least=0)
        return 1 if weight is None else weight

    def _systemic(self, tree: Node | None) -> int | None:
        if tree is None:
            return None
        return self.whole(self.entries(tree, ("minors",), ("minors",), "systemic").get("minors"), least=1)

    def _gate(self, tree: Node | None) -> Gate | None:
        if tree is None:
            return None
        found = self.entries(tree, ("checkpoint", "caps"), ("checkpoint", "caps"), "a gate")
        caps = self.decimal(found.get("caps"), least=0)
        checkpoint = self.text(found.get("checkpoint"))
        if caps is not None and caps > 1:
            self.wrong(found["caps"], f"a gate caps at a share of the score, from 0 to 1; found {caps}")
        if caps is None or checkpoint is None:
            return None
        self.places[f"gate {checkpoint}"] = found["checkpoint"]
        return Gate(checkpoint, float(caps))

    # ------------------------------------------------------------ checkpoints
    def _checkpoint(self, tree: Node) -> Checkpoint:
        found = self.entries(tree, _CHECKPOINT, ("id", "title", "role"), "a checkpoint")
        id_ = self.identifier(found.get("id")) or ""
        if id_ and id_ in self.places:
            self.wrong(found["id"], f"there is another checkpoint with the id {quote(id_)}")
        self.places[id_] = tree
        role = Role(self.word(found.get("role"), tuple(Role)) or Role.REQUIREMENT)
        kind = FindingKind(self.word(found.get("finding_kind"), _FINDING_KINDS) or FindingKind.GAP)
        if role in OBSERVING_ROLES:
            if "finding_kind" in found and kind is not FindingKind.OBSERVATION:
                self.wrong(found["finding_kind"], f"what fails of a {role} is never more than an observation")
            kind = FindingKind.OBSERVATION
        each = self._each(found.get("each"))
        self._check_asking(tree, found, each, kind)
        return Checkpoint(
            id=id_,
            title=self.localised(found.get("title")) or {},
            role=role,
            covers=tuple(text for one in self.several(found.get("covers")) if (text := self.text(one))),
            why=self.localised(found.get("why")),
            where=self.localised(found.get("where")),
            speaker=self.text(found.get("speaker")),
            each=each,
            if_none=self._if_none(found.get("if_none")),
            applies=self._rule(found.get("applies")),
            holds=self._rule(found.get("holds")),
            ask=self.localised(found.get("ask")),
            scale=self._scale(found),
            guidance=self.localised(found.get("guidance")),
            about_leaders=bool(self.flag(found.get("about_leaders"))),
            recurring=bool(self.flag(found.get("recurring"))),
            finding_kind=kind,
            grade=self._grade(found, kind),
            weight=self._weight(found.get("weight")),
            level=self.level_of(found),
            must=bool(self.flag(found.get("must"))),
            orientation=self._level(found.get("orientation")),
            clauses=tuple(self._clause(one) for one in self.items(found.get("clauses"), "clauses")),
            shows=tuple(text for one in self.several(found.get("shows")) if (text := self.text(one))),
            sign_group=self.text(found.get("sign_group")),
            finding=self._message(found.get("finding")) or self.localised(found.get("title")) or {},
            repair=self._message(found.get("repair")) or {},
            told_first=bool(self.flag(found.get("told_first"))),
            place=tree.place,
        )

    def _each(self, tree: Node | None) -> str:
        kinds = (ORGANISATION, *self.vocabulary.by_name)
        each = self.text(tree)
        if tree is None or each is None:
            return ORGANISATION
        if each not in kinds:
            self.wrong(tree, f"there is no kind {quote(each)}", nearest(each, kinds))
            return ORGANISATION
        return each

    def _check_asking(self, tree: Node, found: Mapping[str, Node], each: str, kind: FindingKind) -> None:
        if "ask" not in found and "holds" not in found:
            self.wrong(tree, "a checkpoint asks somebody ('ask'), the graph ('holds'), or both")
        if kind is FindingKind.CONTRADICTION and "ask" in found:
            self.wrong(found["finding_kind"], "answers are held against the graph anyway; leave out 'ask'")
        if "scale" in found and "ask" not in found:
            self.wrong(found["scale"], "'scale' goes with 'ask'")
        if each != ORGANISATION and "if_none" not in found:
            self.wrong(
                tree,
                f"say what it means when there is no {each}: 'if_none: nonconformity' or 'not-applicable'",
            )
        if (
            each == ORGANISATION
            and "if_none" in found
            and self.text(found.get("each")) in (None, ORGANISATION)
        ):
            self.wrong(found["if_none"], "'if_none' goes with 'each'")
        if kind is FindingKind.OBSERVATION and "grade" in found:
            self.wrong(found["grade"], "an observation has no grade")

    def _if_none(self, tree: Node | None) -> Outcome | None:
        word = self.word(tree, (Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE))
        return None if word is None else Outcome(word)

    def _grade(self, found: Mapping[str, Node], kind: FindingKind) -> Grade | None:
        if kind is FindingKind.OBSERVATION:
            return None
        return Grade(self.word(found.get("grade"), tuple(Grade)) or Grade.MINOR)

    def _level(self, tree: Node | None) -> Level | None:
        word = self.word(tree, tuple(Level))
        return None if word is None else Level(word)

    def _scale(self, found: Mapping[str, Node]) -> Any:
        if "ask" not in found:
            return None
        name = self.text(found.get("scale")) or "yes-no"
        if name not in self.scales:
            self.wrong(found["scale"], f"there is no scale {quote(name)}", nearest(name, self.scales))
        return self.scales.get(name, SCALES["yes-no"])

    def _read_scales(self, tree: Node | None) -> None:
        """Scales of the checklist's own, beside those that every checklist can name."""
        if tree is None:
            return
        if not isinstance(tree, TreeMapping):
            self.wrong(tree, "scales should be a mapping of names")
            return
        for key, one in tree.entries:
            if key.text in SCALES:
                self.wrong(key, f"the scale {quote(key.text)} is there already")
            before = len(self.mistakes)
            found = self.entries(one, ("values", "conforms_from"), ("values", "conforms_from"), "a scale")
            trees = self.items(found.get("values"), "values")
            steps = tuple(map(self._step, trees))
            conforms_from = self._share(found.get("conforms_from"))
            if len(self.mistakes) == before:  # of what could not be read nothing further is told
                self._check_scale(one, trees, steps, conforms_from)
            self.scales[key.text] = Scale(key.text, steps, conforms_from)

    def _step(self, tree: Node) -> Step:
        found = self.entries(tree, ("word", "share", "label"), ("word", "share"), "a value of a scale")
        word = self.text(found.get("word")) or ""
        if word == NOT_APPLICABLE:
            self.wrong(found["word"], f"{quote(word)} can be answered on every scale, and is no value of one")
        return Step(word, self._share(found.get("share")), self.localised(found.get("label")) or {})

    def _share(self, tree: Node | None) -> Fraction:
        number = self.decimal(tree, least=0, most=1)
        return Fraction(0) if number is None else Fraction(number)

    def _check_scale(
        self, tree: Node, trees: tuple[Node, ...], steps: tuple[Step, ...], conforms_from: Fraction
    ) -> None:
        """All 'no' is worth nothing, all 'yes' all; what lies between goes up; something falls short."""
        if len(steps) < 2:
            self.wrong(tree, "a scale has two values at least")
            return
        for number, (before, one) in enumerate(pairwise(steps), 1):
            if before.share > one.share:
                self.wrong(trees[number], "values go up, from none to all")
            if one.word in [it.word for it in steps[:number]]:
                self.wrong(trees[number], f"there is another value {quote(one.word)}")
        if steps[0].share != 0:
            message = (
                f"the lowest value is worth {float(steps[0].share):g}, so that all {quote(steps[0].word)} "
                "does not score 0; give it a share of 0"
            )
            self.wrong(trees[0], message)
        if steps[-1].share != 1:
            message = f"the highest value is worth {float(steps[-1].share):g}; give it a share of 1"
            self.wrong(trees[-1], message)
        if conforms_from == 0:
            self.wrong(tree, "'conforms_from' is 0, so that every answer conforms")

    def _rule(self, tree: Node | None) -> RuleText | None:
        if isinstance(tree, Scalar) and tree.style is Style.BOOLEAN:
            self.wrong(tree, "a rule asks something; true or false alone asks nothing")
            return None
        text = self.text(tree)
        return None if tree is None or text is None else RuleText(text, tree.place)

    def _clause(self, tree: Node) -> Clause:
        found = self.entries(tree, ("norm", "edition", "clause", "more"), ("norm", "clause"), "a clause")
        read = Clause(
            self.text(found.get("norm")) or "",
            self.text(found.get("edition")),
            self.text(found.get("clause")) or "",
            self.localised(found.get("more")),
        )
        if read.norm in STANDARDS:
            self._check_clause(tree, found, read)
        return read

    def _check_clause(self, tree: Node, found: Mapping[str, Node], read: Clause) -> None:
        """A clause of a standard that we know is one that its edition has."""
        editions = STANDARDS[read.norm]
        if read.edition is None:
            self.wrong(tree, f"say which edition of {read.norm}: {', '.join(editions)}")
        elif read.edition not in editions:
            message = (
                f"there is no edition {quote(read.edition)} of {read.norm}; there is {', '.join(editions)}"
            )
            self.wrong(found["edition"], message, nearest(read.edition, editions))
        elif read.clause not in editions[read.edition]:
            message = f"{read.norm}:{read.edition} has no clause {quote(read.clause)}"
            self.wrong(found["clause"], message, nearest(read.clause, editions[read.edition]))

    def _message(self, tree: Node | None) -> Text | None:
        texts = self.localised(tree)
        if tree is None or texts is None:
            return None
        for text in texts.values():
            if text.count("{") != text.count("}"):
                self.wrong(tree, f"a placeholder is opened and not closed: {quote(text)}")
        return {language: texts[language] for language in LANGUAGES if language in texts}

    # ------------------------------------------------------------- references
    def _check_references(self, read: Checklist) -> None:
        known = {one.id for one in read.checkpoints}
        for one in read.checkpoints:
            for shown in one.shows:
                if shown not in known:
                    self.wrong(
                        self.places[one.id],
                        f"there is no checkpoint {quote(shown)} to show",
                        nearest(shown, known),
                    )
            if one.shows and one.role not in (Role.SIGN, Role.CLOSED_SIGN):
                self.wrong(self.places[one.id], f"'shows' is of a sign; this is a {one.role}")
        if not self.mistakes:  # what could not be read fits nowhere
            for misfit in misfits(read.policy, outline(read).requirements):
                at = _requirement_place(misfit.at) if misfit.is_requirement and misfit.at else misfit.at
                self.wrong(self.places[at or _SCORING], misfit.sentence)
        flags = {one.name for one in read.parameters if one.type is Type.BOOL}
        if read.diagnosis is not None and read.diagnosis.strict and read.diagnosis.strict not in flags:
            message = (
                f"'strict' names a parameter that is true or false; found {quote(read.diagnosis.strict)}"
            )
            self.wrong(self.places[_STRICT], message, nearest(read.diagnosis.strict, flags))
        for requirement in read.requirements:
            gate = requirement.gate
            if gate is not None and gate.checkpoint not in known:
                place = self.places[f"gate {gate.checkpoint}"]
                self.wrong(
                    place, f"there is no checkpoint {quote(gate.checkpoint)}", nearest(gate.checkpoint, known)
                )
