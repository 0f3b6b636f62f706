"""
Facts and atoms in words: what a reader sees of what an engine decided, without any node's name.

A fact has the name that rules give it, which is read as a rule and told with
the labels of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, singledispatch
from typing import Final

from attrs import frozen

from kamassess.checklist import syntax
from kamassess.checklist.cel import AS_OF
from kamassess.checklist.printing import to_cel
from kamassess.checklist.tokens import SyntaxMistake
from kamassess.findings.finding import AnotherFact, Atom, Found
from kamassess.findings.telling import say, say_fact
from kamassess.model.kind import AskedFact, DerivedFact, DerivedRelation, Relation, Type
from kamassess.model.terms import ORGANISATION
from kamassess.model.vocabulary import DUTIES, VOCABULARY, duty_called, duty_relation
from kamassess.report.arranging import OF_ANSWERS
from kamassess.report.words import NOUNS, SHORT, tell, word

_OPERATORS: Final[Mapping[str, str]] = {
    "!=": "not equal",
    "<": "less",
    "<=": "at most",
    ">": "more",
    ">=": "at least",
    "in": "one of",
    "not in": "none of",
    "starts with": "starts with",
    "does not start with": "starts otherwise",
}
_DUTIES: Final[Mapping[str, str]] = {duty_relation(duty): duty for duty, _, _ in DUTIES}
"""By the relation of a chain to those who are accountable for a duty: the duty."""

_TELLABLE: Final = 2
"""So many single conditions can be told in words; a longer one is better read as a rule."""


_WHOLE: Final[Mapping[str, tuple[str, int]]] = {">": (">=", 1), "<": ("<=", -1)}
"""What people say of whole numbers: not 'more than 0' but 'at least 1'."""

_OF_DAYS: Final[Mapping[str, str]] = {"<": "before", "<=": "not after", ">": "after", ">=": "not before"}


@frozen
class Told:
    """
    An atom in words.

    Args:
        label: what the fact is.
        expected: what it should be.
        claimed: what was found, every claim taken at its word.
        proven: what was found when only certain claims are.
    """

    label: str
    expected: str
    claimed: str
    proven: str


def told(atom: Atom, language: str) -> Told:
    """
    An atom in words, without the node that it is about.

    Args:
        atom: the atom.
        language: ``nl`` or ``en``.

    Returns:
        Its parts.

    Example:
        >>> told(Atom("chain:permits", "owners.size()", "==", 1, (2, None), None), "en")
        Told(label='owners', expected='exactly 1', claimed='at least 2', proven='unknown')
    """
    fact = _Fact.of(atom)
    return Told(
        fact.label(language),
        _expected(atom, fact, language),
        fact.said(atom.claimed, language),
        fact.said(atom.proven, language),
    )


@frozen
class _Fact:
    """What the fact of an atom is: its kind of focus, its tree, and the fact of the vocabulary behind it."""

    kind: str
    name: str
    tree: syntax.Node | None
    asked: AskedFact | None

    @classmethod
    def of(cls, atom: Atom) -> _Fact:
        kind = atom.focus.partition(":")[0]
        tree = _parsed(atom.fact)
        asked = _asked(kind, tree.parts) if isinstance(tree, syntax.Path) else None
        return cls(kind, atom.fact, tree, asked)

    def label(self, language: str) -> str:
        for ending in OF_ANSWERS:
            if self.name.endswith(ending):
                return tell(f"answer{ending}", language)
        return self.name if self.tree is None else _phrase(self.tree, _From(self.kind, language))

    def said(self, found: Found, language: str) -> str:
        if isinstance(found, tuple) and not found[0] and found[1] is None:
            found = None  # at least none is no knowledge
        return say_fact(found, self.asked, language)


def _expected(atom: Atom, fact: _Fact, language: str) -> str:
    """What a fact should be, in words."""
    expected, operator = atom.expected, atom.operator
    if isinstance(expected, bool) and operator == "!=":
        expected, operator = not expected, "=="
    if isinstance(expected, tuple):
        value = ", ".join(fact.said(one, language) for one in expected)
    elif isinstance(expected, AnotherFact):
        other = _parsed(expected.name)
        phrase = expected.name if other is None else _phrase(other, _From(fact.kind, language))
        value = f"‘{_within(phrase)}’"
    else:
        value = fact.said(expected, language)
    if isinstance(expected, int) and not isinstance(expected, bool):
        operator, whole = _WHOLE.get(operator, (operator, 0))
        if operator == "==":
            return tell("exactly", language, value=value)
        return tell(_OPERATORS[operator], language, value=say(expected + whole, language))
    if operator == "==":
        return value
    is_day = fact.asked is not None and fact.asked.type is Type.DATE
    table = _OF_DAYS if is_day and operator in _OF_DAYS else _OPERATORS
    return tell(table[operator], language, value=value)


# -------------------------------------------------------------- facts in words
@cache
def _parsed(name: str) -> syntax.Node | None:
    """The name of a fact, read as a rule; ``None`` for what is not written as one, such as an answer."""
    text = name.partition(" with ")[0]  # which tells the values of parameters
    if text.startswith("has("):  # as the focus sees it, without the name that a rule puts before it
        return syntax.Has(syntax.Path(tuple(text[4:-1].split("."))))
    for parse in (syntax.parse_operand, syntax.parse):
        try:
            return parse(text)
        except SyntaxMistake:
            pass
    return None


def _asked(kind: str, path: tuple[str, ...]) -> AskedFact | None:
    """The fact that a path of names means, seen from a kind."""
    if path == (AS_OF,):
        return AskedFact(AS_OF, Type.DATE)
    fact = VOCABULARY.fact_at(kind, path)
    if fact is not None:
        return fact
    name = path[-1]
    member = _member_facts().get(name)
    return None if member is None else AskedFact(name, member.type, en=member.en, nl=member.nl)


_KINDS: Final = frozenset((ORGANISATION, *VOCABULARY.by_name))


@cache
def _member_facts() -> Mapping[str, DerivedFact]:
    """Facts that hold of a member of a relation only, by name."""
    members = [one.members for kind in VOCABULARY.kinds for one in kind.relations]
    members += [one.members for kind in VOCABULARY.kinds for one in kind.derived]
    return {fact.name: fact for facts in members for fact in facts}


def _fact_label(fact: AskedFact, language: str) -> str:
    if fact.name in SHORT:
        return word(SHORT, fact.name, language)
    return (fact.nl if language == "nl" else fact.en) or fact.name.replace("_", " ")


def part_label(kind: str, name: str, language: str) -> str:
    """
    What people call an attribute or relation of a kind.

    Args:
        kind: the kind of the node.
        name: as files and rules have it.
        language: ``nl`` or ``en``.

    Returns:
        A noun where there is one, else what the vocabulary says of it.

    Example:
        >>> part_label("chain", "owners", "nl"), part_label("chain", "trigger", "en")
        ('eigenaren', 'what it begins with')
    """
    if name in NOUNS:
        return word(NOUNS, name, language)
    if name in _DUTIES:
        return tell("accountable for", language, duty=duty_called(_DUTIES[name], language))
    known = VOCABULARY.by_name.get(kind)
    relations: tuple[Relation | DerivedRelation, ...] = (*known.relations, *known.derived) if known else ()
    for one in relations:
        if one.name == name:
            return one.nl if language == "nl" else one.en
    fact = _asked(kind, (name,))
    return _fact_label(fact, language) if fact else name.replace("_", " ")


def kind_label(kind: str, language: str) -> str:
    """
    What people call all nodes of a kind.

    Args:
        kind: the kind.
        language: ``nl`` or ``en``.

    Returns:
        A plural.

    Example:
        >>> kind_label("chain", "nl")
        'klantketens'
    """
    known = VOCABULARY.by_name.get(kind)
    return word(NOUNS, known.plural, language) if known else kind


@frozen
class _From:
    """From where a rule is looked at: the kind of the focus or member, and the member's name in the rule."""

    kind: str
    language: str
    variable: str | None = None

    def path(self, tree: syntax.Path) -> tuple[str, ...]:
        """A path from here on."""
        return tree.parts[1:] if tree.parts[0] == self.variable else tree.parts

    def member(self, relation: syntax.Path, variable: str) -> _From:
        """From a member of a relation."""
        return _From(_end(self.kind, self.path(relation)), self.language, variable)


@singledispatch
def _phrase(tree: syntax.Node, at: _From) -> str:
    """A piece of a rule in words."""
    return to_cel(tree)


@_phrase.register
def _(tree: syntax.Path, at: _From) -> str:
    if tree.parts == (AS_OF,):
        return tell("as of", at.language)
    path = at.path(tree)
    fact = _asked(at.kind, path) if path else None
    return _relation(path, at) if fact is None else _after(path, _fact_label(fact, at.language), at)


@_phrase.register
def _(tree: syntax.Literal, at: _From) -> str:
    return say(tree.value, at.language)


@_phrase.register
def _(tree: syntax.Has, at: _From) -> str:
    return tell("is filled in", at.language, label=_phrase(tree.path, at))


@_phrase.register
def _(tree: syntax.Size, at: _From) -> str:
    relation = _relation(at.path(tree.relation), at)
    if tree.filter is None:
        return relation
    condition, key = tree.filter.condition, "with"
    if isinstance(condition, syntax.Not):
        condition, key = condition.operand, "without"
    if _leaves(condition) > _TELLABLE:
        return tell(f"{key} rule", at.language, relation=relation)
    inner = _phrase(condition, at.member(tree.relation, tree.filter.variable))
    return tell(key, at.language, relation=relation, condition=_within(inner))


def _within(phrase: str) -> str:
    """A phrase as it stands between quotation marks."""
    return phrase.translate({ord("‘"): "“", ord("’"): "”"})


@_phrase.register
def _(tree: syntax.Quantifier, at: _From) -> str:
    relation = _relation(at.path(tree.relation), at)
    inner = _phrase(tree.condition, at.member(tree.relation, tree.variable))
    return tell(tree.word, at.language, relation=relation, condition=inner)


@_phrase.register
def _(tree: syntax.Not, at: _From) -> str:
    return tell("not", at.language, condition=_phrase(tree.operand, at))


@_phrase.register
def _(tree: syntax.And, at: _From) -> str:
    return tell("and", at.language).join(_phrase(one, at) for one in tree.operands)


@_phrase.register
def _(tree: syntax.Or, at: _From) -> str:
    return tell("or", at.language).join(_phrase(one, at) for one in tree.operands)


@_phrase.register
def _(tree: syntax.Compare, at: _From) -> str:
    value = _value(tree.right, tree.left, at)
    key = "count is" if isinstance(tree.left, syntax.Size) else "is"
    expected = value if tree.operator == "==" else tell(_OPERATORS[tree.operator], at.language, value=value)
    return tell(key, at.language, label=_phrase(tree.left, at), expected=expected)


@_phrase.register
def _(tree: syntax.In, at: _From) -> str:
    expected = tell(
        "one of", at.language, value=", ".join(_value(one, tree.operand, at) for one in tree.literals)
    )
    return tell("is", at.language, label=_phrase(tree.operand, at), expected=expected)


def _value(tree: syntax.Node, beside: syntax.Node, at: _From) -> str:
    """What something is held against; a value as people read it of the fact that it stands beside."""
    if isinstance(tree, syntax.Literal) and isinstance(beside, syntax.Path):
        return say_fact(tree.value, _asked(at.kind, at.path(beside)), at.language)
    return _phrase(tree, at)


@_phrase.register
def _(tree: syntax.StartsWith, at: _From) -> str:
    expected = tell("starts with", at.language, value=tree.prefix)
    return tell("is", at.language, label=_phrase(tree.path, at), expected=expected)


def _leaves(tree: syntax.Condition) -> int:
    """How many single conditions a condition has."""
    match tree:
        case syntax.And() | syntax.Or():
            return sum(map(_leaves, tree.operands))
        case syntax.Not():
            return _leaves(tree.operand)
        case syntax.Quantifier():
            return 1 + _leaves(tree.condition)
    return 1


def _relation(path: tuple[str, ...], at: _From) -> str:
    if not path:
        return ""
    return _after(path, part_label(_end(at.kind, path[:-1]), path[-1], at.language), at)


def _after(path: tuple[str, ...], label: str, at: _From) -> str:
    """A label, with the way to where it is asked; the whole organisation needs none."""
    way = [one for one in path[:-1] if one not in (ORGANISATION, at.kind)]
    if not way:
        return label
    passed = ", ".join(part_label(at.kind, one, at.language) for one in way)
    return tell("path", at.language, label=label, way=passed)


def _end(kind: str, way: Iterable[str]) -> str:
    """A kind at the end of a way along relations: the first, where there are several."""
    for step in way:
        relation = VOCABULARY.relation(kind, step) if kind in _KINDS else None
        if relation is None:
            return kind
        kind = min(relation.targets)
    return kind
