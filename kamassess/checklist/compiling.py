"""
Checklist -> ruleset: every rule typed and lowered, closed signs joined to what they show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from re import split
from typing import Final

from attrs import evolve

from kamassess.checklist import syntax
from kamassess.checklist.cel import Language, Scope
from kamassess.checklist.compiled import (
    ANSWER,
    APPLICABLE,
    APPLIES,
    BESIDE,
    CONFORMS,
    GRAPH,
    Compiled,
    CompiledCheckpoint,
    Message,
    Piece,
)
from kamassess.checklist.condition import (
    And,
    Compare,
    Condition,
    Constant,
    Fact,
    Literal,
    Not,
    Or,
    folded,
    lower,
)
from kamassess.checklist.requirement import Checklist, Checkpoint, Requirement, RuleText
from kamassess.checklist.ruleset import Rule, Ruleset
from kamassess.checklist.tokens import SyntaxMistake, line_and_column
from kamassess.checklist.vacuity import Guards, nonempty, vacuous
from kamassess.errors import InvalidChecklist, Mistake, nearest
from kamassess.model.kind import Type, Vocabulary
from kamassess.model.terms import Role, Text
from kamassess.model.vocabulary import VOCABULARY

_TRUE: Final = Literal(True, Type.BOOL)


def compile_checklists(
    checklists: Iterable[Checklist],
    parameters: Mapping[str, Constant] | None = None,
    vocabulary: Vocabulary = VOCABULARY,
) -> Compiled:
    """
    Compile checklists into one ruleset.

    Args:
        checklists: the checklists, in the order of the report.
        parameters: values for their parameters; the others have their default.
        vocabulary: what rules can ask.

    Returns:
        The compiled checklists.

    Raises:
        InvalidChecklist: with every rule that cannot be compiled, and where.
    """
    chosen = tuple(checklists)
    given = parameters or {}
    values: dict[str, Constant] = {}
    compiler = _Compiler(vocabulary)
    for checklist in chosen:
        own = {one.name: given.get(one.name, one.default) for one in checklist.parameters}
        for name, value in own.items():
            # Two checklists may give one name two values, unless somebody sets it for both.
            values[name if values.get(name, value) == value else f"{checklist.id}/{name}"] = value
        typed = {one.name: Literal(own[one.name], one.type) for one in checklist.parameters}
        compiler.checklist(checklist, typed)
    return Compiled(chosen, values, *compiler.finished())


class _Compiler:
    """Compiles one checklist after the other into one ruleset, and keeps every mistake."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.language = Language(vocabulary)
        self.mistakes: list[Mistake] = []
        self.compiled: list[CompiledCheckpoint] = []

    def checklist(self, checklist: Checklist, parameters: Mapping[str, Literal]) -> None:
        own = {
            one.id: self._checkpoint(checklist, requirement, one, parameters)
            for requirement in checklist.requirements
            for one in requirement.checkpoints
        }
        for closed in checklist.checkpoints:
            if closed.role is Role.CLOSED_SIGN:
                for shown in closed.shows:
                    own[shown] = self._joined(own[shown], own[closed.id])
        self.compiled.extend(own.values())

    def finished(self) -> tuple[tuple[CompiledCheckpoint, ...], Ruleset]:
        if self.mistakes:
            # A message that serves for both languages makes each of its mistakes twice.
            raise InvalidChecklist(dict.fromkeys(self.mistakes))
        rules = (rule for one in self.compiled for rule in _rules(one))
        return tuple(self.compiled), self.language.ruleset(rules)

    def _checkpoint(
        self,
        checklist: Checklist,
        requirement: Requirement,
        one: Checkpoint,
        parameters: Mapping[str, Literal],
    ) -> CompiledCheckpoint:
        rule = f"{checklist.id}/{one.id}"
        answer = Fact(rule + ANSWER, one.scale.type) if one.scale else None
        words = one.scale.words if one.scale else ()
        scope = Scope((one.each,), answer=answer, answers=words, parameters=parameters)
        applies, guards = self._rule(one.applies, scope)
        graph, _ = self._rule(one.holds, scope, guards)
        asked = Compare(Fact(rule + CONFORMS, Type.BOOL), "==", _TRUE) if one.ask else None
        return CompiledCheckpoint(
            rule,
            checklist.id,
            requirement.id,
            one,
            _both(asked, graph),
            _both(_applicable(rule), applies) if one.ask else applies,
            graph if one.ask else None,
            graph if one.scale and one.scale.is_graded else None,
            self._messages(one, one.finding, scope),
            self._messages(one, one.repair, scope),
        )

    def _joined(self, shown: CompiledCheckpoint, sign: CompiledCheckpoint) -> CompiledCheckpoint:
        """A closed sign is necessary for what it shows: it is part of its condition, where it applies."""
        if shown.checkpoint.each != sign.checkpoint.each:
            message = (
                f"a closed sign is about the same kind as what it shows; {sign.checkpoint.id} is about "
                f"{sign.checkpoint.each}, {shown.checkpoint.id} about {shown.checkpoint.each}"
            )
            self.mistakes.append(Mistake(sign.checkpoint.place, message))
        needed = sign.condition if sign.applies is None else Or((Not(sign.applies), sign.condition))
        graded = shown.checkpoint.scale is not None and shown.checkpoint.scale.is_graded
        return evolve(
            shown,
            condition=_both(shown.condition, needed),
            beside=_both(shown.beside, needed) if graded else None,
        )

    # ------------------------------------------------------------------ texts
    def _rule(
        self, rule: RuleText | None, scope: Scope, guards: Guards | None = None
    ) -> tuple[Condition | None, Guards]:
        """
        What a rule means, and the relations that have a member when it holds.

        With guards it must not hold vacuously: these have a member already.
        """
        if rule is None:
            return None, frozenset()
        try:
            tree = syntax.parse(rule.text)
        except SyntaxMistake as mistake:
            self._wrong(rule, mistake)
            return None, frozenset()
        if guards is not None:
            self._refuse_vacuous(rule, tree, guards)
        try:
            return folded(self.language.condition(tree, scope)), nonempty(tree)
        except SyntaxMistake as mistake:
            self._wrong(rule, mistake)
            return None, nonempty(tree)

    def _refuse_vacuous(self, rule: RuleText, tree: syntax.Condition, guards: Guards) -> None:
        for one in vacuous(tree, guards):
            name = ".".join(one.relation.parts)
            message = f"'{name}.all(...)' would hold although there is no member; say what that means"
            self._wrong(rule, SyntaxMistake(one.offset, message, f"{name}.size() > 0 && {name}.all(...)"))

    def _messages(self, checkpoint: Checkpoint, texts: Text, scope: Scope) -> dict[str, Message]:
        return {language: tuple(self._pieces(checkpoint, text, scope)) for language, text in texts.items()}

    def _pieces(self, checkpoint: Checkpoint, text: str, scope: Scope) -> Iterator[Piece]:
        for number, piece in enumerate(split(r"\{([^{}]*)\}", text)):
            if number % 2 == 0:
                if piece:
                    yield piece
                continue
            try:
                yield self.language.message_operand(syntax.parse_operand(piece), scope)
            except SyntaxMistake as mistake:
                message = f"in the placeholder {{{piece}}} of a message: {mistake.message}"
                self.mistakes.append(Mistake(checkpoint.place, message, mistake.suggestion))

    def _wrong(self, rule: RuleText, mistake: SyntaxMistake) -> None:
        line, column = line_and_column(rule.text, mistake.offset)
        where = f"in the rule, line {line}, column {column}" if line > 1 else f"in the rule, column {column}"
        self.mistakes.append(Mistake(rule.place, f"{where}: {mistake.message}", mistake.suggestion))


def _both(one: Condition | None, other: Condition | None) -> Condition:
    conditions = tuple(condition for condition in (one, other) if condition is not None)
    return conditions[0] if len(conditions) == 1 else And(conditions)


def _applicable(rule: str) -> Condition:
    return Compare(Fact(rule + APPLICABLE, Type.BOOL), "==", _TRUE)


def _rules(one: CompiledCheckpoint) -> Iterator[Rule]:
    parts = {"": one.condition, APPLIES: one.applies, GRAPH: one.graph, BESIDE: one.beside}
    for part, condition in parts.items():
        if condition is not None:
            kinds = (one.checkpoint.each,)
            yield Rule(one.rule + part, kinds, condition, lower(condition, True), lower(condition, False))


def unknown_parameter(name: str, checklists: Iterable[Checklist]) -> str:
    """
    What to say of a parameter that no checklist has.

    Args:
        name: the parameter that was set.
        checklists: the chosen checklists.

    Returns:
        A sentence, with the nearest parameter there is.
    """
    known = [one.name for checklist in checklists for one in checklist.parameters]
    near = nearest(name, known)
    return f"no chosen checklist has a parameter '{name}'" + (f"; did you mean '{near}'?" if near else "")
