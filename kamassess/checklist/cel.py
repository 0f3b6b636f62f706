"""
The meaning of a rule: a tree whose names are known and whose types agree.

Names are looked up in the vocabulary. Each condition inside a quantifier
becomes a rule of its own, decided at the member, and the quantifier a
comparison of a count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import singledispatchmethod
from re import fullmatch, search
from typing import Final

from attrs import field, frozen

from kamassess.checklist import syntax
from kamassess.checklist.compiled import Names
from kamassess.checklist.condition import (
    And,
    Compare,
    Condition,
    Count,
    Fact,
    Literal,
    Not,
    OneOf,
    Operand,
    Or,
    StartsWith,
    folded,
    lower,
)
from kamassess.checklist.printing import to_cel
from kamassess.checklist.ruleset import Ask, Counting, Rule, Ruleset, Stratum
from kamassess.checklist.tokens import SyntaxMistake
from kamassess.errors import nearest
from kamassess.model.kind import AskedFact, AskedRelation, Attribute, DerivedFact, Type, Vocabulary
from kamassess.model.terms import ORGANISATION

AS_OF: Final = "as_of"
ANSWER: Final = "answer"

_ORDERED: Final = frozenset({"<", "<=", ">", ">="})


@frozen
class Scope:
    """
    What the names of a rule can mean.

    Args:
        kinds: the kinds of the focus; several where a relation points at several.
        variable: the name of the member, inside a quantifier.
        members: facts that the member has only as a member.
        answer: the fact that ``answer`` means, where somebody is asked.
        answers: the words that it can be, where these are listed.
        parameters: what the parameters of the checklist are, by name.
    """

    kinds: tuple[str, ...]
    variable: str | None = None
    members: tuple[DerivedFact, ...] = ()
    answer: Fact | None = None
    answers: tuple[str, ...] = ()
    parameters: Mapping[str, Literal] = field(factory=dict)


@frozen
class Language:
    """
    Gives trees their meaning, and keeps what the ruleset then needs: bodies, counts and facts.

    Args:
        vocabulary: what can be asked.
    """

    vocabulary: Vocabulary
    _bodies: dict[str, tuple[int, Rule]] = field(factory=dict, init=False)
    _counts: dict[tuple[str, str], tuple[int, Count]] = field(factory=dict, init=False)
    _asks: dict[str, dict[str, Ask]] = field(factory=dict, init=False)
    _relations: dict[str, dict[tuple[str, ...], None]] = field(factory=dict, init=False)

    # ------------------------------------------------------------- conditions
    @singledispatchmethod
    def condition(self, tree: syntax.Node, scope: Scope) -> Condition:
        """
        What a condition means.

        Args:
            tree: the condition as it was written.
            scope: what its names can mean.

        Returns:
            The typed condition.

        Raises:
            SyntaxMistake: a name is unknown, or types do not agree.
        """
        raise TypeError(f"not a condition: {tree!r}")

    @condition.register
    def _(self, tree: syntax.Or, scope: Scope) -> Condition:
        return Or(tuple(self.condition(one, scope) for one in tree.operands))

    @condition.register
    def _(self, tree: syntax.And, scope: Scope) -> Condition:
        return And(tuple(self.condition(one, scope) for one in tree.operands))

    @condition.register
    def _(self, tree: syntax.Not, scope: Scope) -> Condition:
        return Not(self.condition(tree.operand, scope))

    @condition.register
    def _(self, tree: syntax.Path, scope: Scope) -> Condition:
        fact = self._operand(tree, scope)
        if fact.type is not Type.BOOL:
            message = f"'{to_cel(tree)}' is {_article(fact.type)}; compare it with something"
            raise SyntaxMistake(tree.offset, message)
        return Compare(fact, "==", Literal(True, Type.BOOL))

    @condition.register
    def _(self, tree: syntax.Has, scope: Scope) -> Condition:
        path = self._path(tree.path, scope)
        kinds = [self.vocabulary.by_name.get(kind) for kind in self._walk(tree.path, path, scope)]
        attributes = [kind.written.get(path[-1]) if kind else None for kind in kinds]
        if not all(isinstance(one, Attribute) and not one.flag for one in attributes):
            message = f"has(...) asks for an attribute; '{path[-1]}' is none that can be left out"
            raise SyntaxMistake(tree.path.offset, message)
        name = f"has({'.'.join(path)})"
        self._ask(scope, Ask(name, path, has=True))
        return Compare(Fact(name, Type.BOOL), "==", Literal(True, Type.BOOL))

    @condition.register
    def _(self, tree: syntax.StartsWith, scope: Scope) -> Condition:
        fact = self._operand(tree.path, scope)
        if not isinstance(fact, Fact) or fact.type is not Type.TEXT:
            message = f"only a text starts with something; '{to_cel(tree.path)}' is {_article(fact.type)}"
            raise SyntaxMistake(tree.offset, message)
        return StartsWith(fact, tree.prefix)

    @condition.register
    def _(self, tree: syntax.In, scope: Scope) -> Condition:
        fact = self._operand(tree.operand, scope)
        if not isinstance(fact, Fact) or fact.type.is_interval:
            raise SyntaxMistake(tree.offset, "only a fact is one of a list; compare a count with == or <=")
        words = self._words(tree.operand, scope)
        return OneOf(fact, tuple(self._literal(one, fact, words).value for one in tree.literals))

    @condition.register
    def _(self, tree: syntax.Compare, scope: Scope) -> Condition:
        left, right = self._operand(tree.left, scope), self._operand(tree.right, scope)
        if isinstance(right, Literal) and isinstance(tree.right, syntax.Literal):
            right = self._literal(tree.right, left, self._words(tree.left, scope))
        elif isinstance(left, Literal) and isinstance(tree.left, syntax.Literal):
            left = self._literal(tree.left, right, self._words(tree.right, scope))
        elif _number(left.type) != _number(right.type):
            message = f"{_article(left.type)} cannot be compared with {_article(right.type)}"
            raise SyntaxMistake(tree.offset, message)
        if left.type is Type.BOOL and tree.operator in _ORDERED:
            raise SyntaxMistake(tree.offset, "true and false have no order; compare with == or !=")
        return Compare(left, tree.operator, right)

    @condition.register
    def _(self, tree: syntax.Quantifier, scope: Scope) -> Condition:
        many = tree.word == "all"
        count = self._count(tree.relation, scope, tree.variable, tree.condition, negated=many)
        operator, number = {"exists": (">=", 1), "all": ("==", 0), "exists_one": ("==", 1)}[tree.word]
        return Compare(count, operator, Literal(number, Type.INT))

    # --------------------------------------------------------------- operands
    def message_operand(self, tree: syntax.Operand, scope: Scope) -> Operand | Names:
        """
        What a placeholder in a message means: an operand, or a relation whose members are named.

        Args:
            tree: the placeholder as it was written.
            scope: what its names can mean.

        Returns:
            The operand, or the names.

        Raises:
            SyntaxMistake: a name is unknown.
        """
        if isinstance(tree, syntax.Path):
            path = self._path(tree, scope)
            kinds = self._walk(tree, path, scope)
            if path[-1] == "name" and len(path) > 1:  # a node by its name: in the language of the message
                path = path[:-1]
                kinds = self._walk(tree, path, scope)
            if all(self.vocabulary.relation(kind, path[-1]) for kind in kinds):
                self._relate(scope, path)
                return Names(path)
        return self._operand(tree, scope)

    @singledispatchmethod
    def _operand(self, tree: syntax.Node, scope: Scope) -> Operand:
        raise TypeError(f"not an operand: {tree!r}")

    @_operand.register
    def _(self, tree: syntax.Literal, scope: Scope) -> Operand:
        return Literal(tree.value, _TYPES[type(tree.value)])

    @_operand.register
    def _(self, tree: syntax.Size, scope: Scope) -> Operand:
        if tree.filter is None:
            path = self._path(tree.relation, scope)
            self._relation(tree.relation, path, scope)
            count = Count(f"{'.'.join(path)}.size()", path)
            return self._keep_count(scope, count, 0)
        return self._count(tree.relation, scope, tree.filter.variable, tree.filter.condition)

    @_operand.register
    def _(self, tree: syntax.Path, scope: Scope) -> Operand:
        if len(tree.parts) == 1:
            if tree.parts[0] in scope.parameters:
                return scope.parameters[tree.parts[0]]
            if tree.parts[0] == AS_OF:
                for kind in scope.kinds:
                    self._asks.setdefault(kind, {})[AS_OF] = Ask(AS_OF, (AS_OF,))
                return Fact(AS_OF, Type.DATE)
            if tree.parts[0] == ANSWER and scope.variable is None:
                if scope.answer is None:
                    raise SyntaxMistake(tree.offset, "nobody is asked here, so there is no 'answer'")
                return scope.answer
        path = self._path(tree, scope)
        asked = self._fact(tree, path, scope)
        if len(path) > 1 or not any(one.name == path[0] for one in scope.members):
            self._ask(scope, Ask(".".join(path), path))
        return Fact(".".join(path), asked.type)

    def _words(self, tree: syntax.Operand, scope: Scope) -> tuple[str, ...]:
        """The words that a fact can be, where it is a choice."""
        if not isinstance(tree, syntax.Path) or tree.parts == (AS_OF,):
            return ()
        if tree.parts == (ANSWER,) and scope.variable is None:
            return scope.answers
        if len(tree.parts) == 1 and tree.parts[0] in scope.parameters:
            return ()
        return self._fact(tree, self._path(tree, scope), scope).words

    def _literal(self, tree: syntax.Literal, beside: Operand, words: tuple[str, ...]) -> Literal:
        """A literal as the type of what it is held against; two liberties are taken, and no other."""
        value, type_ = tree.value, _TYPES[type(tree.value)]
        if beside.type is Type.DATE and type_ is Type.TEXT:
            return Literal(_date(tree), Type.DATE)
        if beside.type in (Type.DECIMAL, Type.SHARE) and isinstance(value, int) and type_ is Type.INT:
            return Literal(Decimal(value), Type.DECIMAL)
        if _number(beside.type) != _number(type_):
            message = f"{_article(beside.type)} cannot be compared with the {type_} {to_cel(tree)}"
            raise SyntaxMistake(tree.offset, message)
        if words and value not in words:
            message = f"{to_cel(tree)} is not one of {', '.join(words)}"
            raise SyntaxMistake(tree.offset, message, nearest(str(value), words))
        return Literal(value, type_)

    # ----------------------------------------------------------------- counts
    def _count(
        self,
        relation: syntax.Path,
        scope: Scope,
        variable: str,
        condition: syntax.Condition,
        *,
        negated: bool = False,
    ) -> Count:
        path = self._path(relation, scope)
        asked = self._relation(relation, path, scope)
        if variable in scope.parameters or variable == AS_OF:
            raise SyntaxMistake(relation.offset, f"'{variable}' is a parameter; give the member another name")
        inner = Scope(tuple(sorted(asked.targets)), variable, asked.members, parameters=scope.parameters)
        text = to_cel(condition)
        values = _values(text, scope.parameters)
        body = f"{'|'.join(inner.kinds)}({variable}, {text}){values}"
        # Given its meaning each time: what it asks of members may be known in another relation only.
        meant = folded(self.condition(condition, inner))
        if body not in self._bodies:
            depth = 1 + max(
                (depth for (kind, _), (depth, count) in self._counts.items()
                 if kind in inner.kinds and count.name in _names(meant)),
                default=0,
            )  # fmt: skip
            rule = Rule(body, inner.kinds, meant, lower(meant, True), lower(meant, False))
            self._bodies[body] = (depth, rule)
        shown = f"!({text})" if negated else text
        name = f"{'.'.join(path)}.filter({variable}, {shown}).size(){values}"
        count = Count(name, path, body, negated)
        return self._keep_count(scope, count, self._bodies[body][0])

    def _keep_count(self, scope: Scope, count: Count, depth: int) -> Count:
        for kind in scope.kinds:
            self._counts[kind, count.name] = (depth, count)
        self._relate(scope, count.relation)
        return count

    # ------------------------------------------------------------------ names
    def _path(self, tree: syntax.Path, scope: Scope) -> tuple[str, ...]:
        """The names of a path from the focus on, without the name of the focus itself."""
        first = tree.parts[0]
        if scope.variable is not None:
            if first != scope.variable:
                message = f"inside a quantifier only the member is asked; '{first}' is not '{scope.variable}'"
                known = (scope.variable, *scope.parameters, AS_OF)
                raise SyntaxMistake(
                    tree.offset, message, nearest(first, known) or f"{scope.variable}.{first}"
                )
            return tree.parts[1:]
        if len(tree.parts) > 1 and scope.kinds == (first,) and self.vocabulary.relation(first, first) is None:
            return tree.parts[1:]
        return tree.parts

    def _walk(self, tree: syntax.Path, path: tuple[str, ...], scope: Scope) -> tuple[str, ...]:
        """The kinds of the nodes that have the last name of a path, each name before it a relation to one."""
        if not path:
            raise SyntaxMistake(tree.offset, f"'{to_cel(tree)}' is the member itself; ask something of it")
        kinds = scope.kinds
        for name in path[:-1]:
            relations = [self._relation_of(tree, kind, name) for kind in kinds]
            if not all(one.one for one in relations):
                message = f"'{name}' can have several members; ask it with exists, all or exists_one"
                raise SyntaxMistake(tree.offset, message)
            kinds = tuple(sorted({target for one in relations for target in one.targets}))
        return kinds

    def _fact(self, tree: syntax.Path, path: tuple[str, ...], scope: Scope) -> AskedFact:
        kinds = self._walk(tree, path, scope)
        own = {one.name: one for one in scope.members} if len(path) == 1 else {}
        if path[-1] in own:
            member = own[path[-1]]
            return AskedFact(member.name, member.type)
        found = []
        for kind in kinds:
            fact = self.vocabulary.fact(kind, path[-1])
            if fact is None:
                if self.vocabulary.relation(kind, path[-1]) is not None:
                    message = f"'{path[-1]}' is a relation; ask it with exists, all, exists_one or size()"
                    raise SyntaxMistake(tree.offset, message)
                known = [*self._known(kind, scope if len(path) == 1 else None), *own]
                message = f"{_article(kind)} has no fact '{path[-1]}'"
                raise SyntaxMistake(tree.offset, message, nearest(path[-1], known))
            found.append(fact)
        if len({fact.type for fact in found}) > 1:
            message = f"'{path[-1]}' is not the same for {', '.join(kinds)}"
            raise SyntaxMistake(tree.offset, message)
        words = {word: None for fact in found for word in fact.words}
        return AskedFact(path[-1], found[0].type, tuple(words))

    def _known(self, kind: str, scope: Scope | None) -> Iterator[str]:
        yield from self.vocabulary.names(kind)
        if scope is not None and scope.variable is None:
            yield from scope.parameters
            yield from (AS_OF, ANSWER)

    def _relation(self, tree: syntax.Path, path: tuple[str, ...], scope: Scope) -> AskedRelation:
        kinds = self._walk(tree, path, scope)
        found = [self._relation_of(tree, kind, path[-1]) for kind in kinds]
        targets = frozenset(target for one in found for target in one.targets)
        members = found[0].members if len(found) == 1 else ()
        self._relate(scope, path)
        return AskedRelation(path[-1], targets, all(one.one for one in found), members)

    def _relation_of(self, tree: syntax.Path, kind: str, name: str) -> AskedRelation:
        relation = self.vocabulary.relation(kind, name)
        if relation is None:
            what = "relation" if self.vocabulary.fact(kind, name) is None else "relation (it is a fact)"
            message = f"{_article(kind)} has no {what} '{name}'"
            raise SyntaxMistake(tree.offset, message, nearest(name, self.vocabulary.names(kind)))
        return relation

    # ------------------------------------------------------ what is asked for
    def _ask(self, scope: Scope, ask: Ask) -> None:
        for kind in scope.kinds:
            self._asks.setdefault(kind, {})[ask.name] = ask

    def _relate(self, scope: Scope, path: tuple[str, ...]) -> None:
        for kind in scope.kinds:
            self._relations.setdefault(kind, {})[path] = None

    def ruleset(self, rules: Iterable[Rule]) -> Ruleset:
        """
        The ruleset of all that was given a meaning.

        Args:
            rules: the rules of the checkpoints.

        Returns:
            The rules in strata, with what they ask for.
        """
        deepest = max((depth for depth, _ in self._counts.values()), default=0)
        strata = []
        for level in range(deepest + 1):
            counts = tuple(
                Counting((kind,), count)
                for (kind, _), (depth, count) in self._counts.items()
                if depth == level
            )
            bodies = tuple(rule for depth, rule in self._bodies.values() if depth == level + 1)
            strata.append(Stratum(counts, bodies if level < deepest else tuple(rules)))
        return Ruleset(
            tuple(strata),
            {kind: tuple(asks.values()) for kind, asks in self._asks.items()},
            {kind: tuple(paths) for kind, paths in self._relations.items()},
        )


_TYPES: Final = {str: Type.TEXT, bool: Type.BOOL, int: Type.INT, Decimal: Type.DECIMAL}


def _values(text: str, parameters: Mapping[str, Literal]) -> str:
    """
    The parameters in a text with their values.

    Two checklists may give one name two values; what is counted by it is then not the same count.
    """
    used = (name for name in parameters if search(rf"\b{name}\b", text))
    shown = ", ".join(f"{name} = {parameters[name].value}" for name in used)
    return f" with {shown}" if shown else ""


def _number(type_: Type) -> Type:
    """The type by which two operands must agree: an interval is as its numbers are."""
    return {Type.COUNT: Type.INT, Type.SHARE: Type.DECIMAL}.get(type_, type_)


def _date(tree: syntax.Literal) -> str:
    text = str(tree.value)
    try:
        if fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise SyntaxMistake(tree.offset, f'a date is written as "2026-11-01"; found {to_cel(tree)}')


def _article(word: str) -> str:
    if word == ORGANISATION:
        return "the organisation"
    return f"an {word}" if word[0] in "aeio" else f"a {word}"


def _names(condition: Condition) -> Iterator[str]:
    """The names of all facts and counts in a condition."""
    match condition:
        case And(operands) | Or(operands):
            for one in operands:
                yield from _names(one)
        case Not(operand):
            yield from _names(operand)
        case Compare(left, _, right):
            yield from (one.name for one in (left, right) if not isinstance(one, Literal))
