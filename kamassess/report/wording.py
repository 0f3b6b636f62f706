"""
Facts, atoms, answers and clauses in words: what a reader sees of what an engine decided.

A fact has the name that rules give it, which is read as a rule and told with
the labels of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, singledispatch
from itertools import zip_longest
from re import fullmatch
from typing import Final

from attrs import frozen

from kamassess.checklist import syntax
from kamassess.checklist.cel import AS_OF
from kamassess.checklist.compiled import ANSWER, APPLICABLE, CONFORMS
from kamassess.checklist.condition import Constant
from kamassess.checklist.printing import to_cel
from kamassess.checklist.requirement import Clause
from kamassess.checklist.tokens import SyntaxMistake
from kamassess.findings.finding import Atom, Finding, Found
from kamassess.findings.telling import person_key, say, say_fact
from kamassess.model.days import day
from kamassess.model.kind import AskedFact, DerivedFact, DerivedRelation, Relation, Type
from kamassess.model.organisation import Claim, Waiver
from kamassess.model.terms import ORGANISATION, Basis, Text
from kamassess.model.vocabulary import DUTIES, VOCABULARY, duty_relation
from kamassess.report.words import ANSWERS, BASES, NOUNS, SHORT, tell, word
from kamassess.result import EVIDENCE, Result, Said

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
_DUTIES: Final[Mapping[str, tuple[str, str]]] = {duty_relation(duty): (nl, en) for duty, en, nl in DUTIES}
"""By the relation of a chain to those who are accountable for a duty: the duty."""

_TELLABLE: Final = 2
"""So many single conditions can be told in words; a longer one is better read as a rule."""

_OF_ANSWERS: Final = (CONFORMS, APPLICABLE, ANSWER)
_AGO: Final = "days_ago"

_WHOLE: Final[Mapping[str, tuple[str, int]]] = {">": (">=", 1), "<": ("<=", -1)}
"""What people say of whole numbers: not 'more than 0' but 'at least 1'."""

_OF_DAYS: Final[Mapping[str, str]] = {"<": "before", "<=": "not after", ">": "after", ">=": "not before"}


def in_language(text: Text | None, language: str, otherwise: str = "") -> str:
    """
    A text in a language.

    Args:
        text: by language.
        language: ``nl`` or ``en``.
        otherwise: what stands for no text at all.

    Returns:
        The text; in another language where it is not there in this one.

    Example:
        >>> in_language({"nl": "keten"}, "en")
        'keten'
    """
    if not text:
        return otherwise
    return text.get(language) or next(iter(text.values()))


# ------------------------------------------------------------------- atoms
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


def reason(atom: Atom, result: Result, language: str, focus: str) -> str:
    """
    An atom as one line of why something is so.

    Args:
        atom: the atom.
        result: what the node that it is about is called.
        language: ``nl`` or ``en``.
        focus: what the line stands beside; it is not named again.

    Returns:
        The line.
    """
    it = told(atom, language)
    if it.claimed == it.proven:
        line = tell("one value", language, label=it.label, found=it.claimed, expected=it.expected)
    else:
        line = tell(
            "two values",
            language,
            label=it.label,
            claimed=it.claimed,
            proven=it.proven,
            expected=it.expected,
        )
    if atom.focus in (focus, ORGANISATION):
        return line
    return tell("of whom", language, who=node(atom.focus, result, language), what=line)


def _is_guard(atom: Atom) -> bool:
    """Whether an atom lets a rule pass by what it is not about, as in ``!v.current || ...``."""
    if isinstance(atom.expected, bool):
        return atom.expected and atom.operator == "!="
    if atom.fact.endswith(_AGO):
        return atom.operator in (">", ">=")
    return atom.expected == 0 and atom.operator == "==" and ".filter(" not in atom.fact


def is_open(found: Found) -> bool:
    """Whether a fact is not known, or only between which ends it lies."""
    return found is None or (isinstance(found, tuple) and found[0] != found[1])


def telling(because: Iterable[Atom]) -> Iterator[Atom]:
    """
    The atoms that tell a reader most.

    Answers are told by themselves; a count of members is left out where the
    members themselves follow; and so is, where something else decided too, an
    alternative that nobody would choose: that a node were not there, or of
    another sort, or longer ago.

    Args:
        because: the atoms that decided.

    Yields:
        Those to be told, in the same order.
    """
    atoms = tuple(because)
    told_otherwise = [
        atom.fact.endswith(_OF_ANSWERS)
        or (".filter(" in atom.fact and following is not None and following.focus != atom.focus)
        for atom, following in zip_longest(atoms, atoms[1:])
    ]
    left = [atom for atom, otherwise in zip(atoms, told_otherwise, strict=True) if not otherwise]
    mendable = [atom for atom in left if not _is_guard(atom)]
    yield from mendable or left


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
        for ending in _OF_ANSWERS:
            if self.name.endswith(ending):
                return tell(f"answer{ending}", language)
        return self.name if self.tree is None else _phrase(self.tree, _From(self.kind, language))

    def said(self, found: Found, language: str) -> str:
        if isinstance(found, tuple) and not found[0] and found[1] is None:
            found = None  # at least none is no knowledge
        try:
            return say_fact(found, self.asked, language)
        except ValueError:  # no day, but the name of another
            return str(found)


def _expected(atom: Atom, fact: _Fact, language: str) -> str:
    """What a fact should be, in words."""
    expected, operator = atom.expected, atom.operator
    if isinstance(expected, bool) and operator == "!=":
        expected, operator = not expected, "=="
    if isinstance(expected, tuple):
        value = ", ".join(fact.said(one, language) for one in expected)
    else:
        value = fact.said(expected, language)
        if isinstance(expected, str) and (
            isinstance(atom.claimed, int | tuple) or _is_no_day(fact, expected)
        ):
            # Held against another fact or count, not a word.
            other = _parsed(expected)
            phrase = value if other is None else _phrase(other, _From(fact.kind, language))
            value = f"‘{_within(phrase)}’"
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


def _is_no_day(fact: _Fact, expected: str) -> bool:
    """Whether a day is held against what is none: another fact."""
    return (
        fact.asked is not None
        and fact.asked.type is Type.DATE
        and not fullmatch(r"\d{4}-\d\d-\d\d", expected)
    )


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
        return tell("accountable for", language, duty=_DUTIES[name][0 if language == "nl" else 1])
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
    value = _phrase(tree.right, at)
    key = "count is" if isinstance(tree.left, syntax.Size) else "is"
    expected = value if tree.operator == "==" else tell(_OPERATORS[tree.operator], at.language, value=value)
    return tell(key, at.language, label=_phrase(tree.left, at), expected=expected)


@_phrase.register
def _(tree: syntax.In, at: _From) -> str:
    expected = tell("one of", at.language, value=", ".join(_phrase(one, at) for one in tree.literals))
    return tell("is", at.language, label=_phrase(tree.operand, at), expected=expected)


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


# ------------------------------------------------------- answers, people, clauses
def answer(said: Said, result: Result, language: str) -> str:
    """
    An answer in words, with what it rests on: the answer to 'how sure are you?'.

    Args:
        said: the answer.
        result: what persons and evidence are called.
        language: ``nl`` or ``en``.

    Returns:
        The line.
    """
    claim = said.claim
    value = word(ANSWERS, said.value, language)
    if said.reason:
        value += tell("said reason", language, reason=in_language(said.reason, language))
    return tell(
        "said",
        language,
        value=value,
        by=tell("said by", language, by=person(claim.by, result, language)) if claim.by else "",
        on=tell("said on", language, day=day(claim.on, language)) if claim.on else "",
        basis=_basis(claim, language),
        evidence=_evidence(claim, result, language),
    )


def _basis(claim: Claim, language: str) -> str:
    if claim.basis is None:
        return tell("said without basis", language)
    return tell("said basis", language, basis=word(BASES, claim.basis, language))


def _evidence(claim: Claim, result: Result, language: str) -> str:
    if claim.evidence:
        return tell("said evidence", language, evidence=", ".join(evidence(claim.evidence, result, language)))
    wanting = claim.basis is not None and Basis(claim.basis).can_be_certain
    return tell("said without evidence", language) if wanting else ""


def evidence(ids: Iterable[str], result: Result, language: str) -> Iterator[str]:
    """
    What people call evidence.

    Args:
        ids: the ids of the evidence.
        result: what it is called.
        language: ``nl`` or ``en``.

    Yields:
        The name of each, or its id where it has none.
    """
    for one in ids:
        yield in_language(result.names.get(EVIDENCE + one), language, one)


def person(by: str | None, result: Result, language: str) -> str:
    """
    What people call whoever said something.

    Args:
        by: a person's id, or a name.
        result: what persons are called.
        language: ``nl`` or ``en``.

    Returns:
        The name.
    """
    if not by:
        return ""
    return in_language(result.names.get(person_key(by)), language, by)


def message(finding: Finding, result: Result, language: str) -> str:
    """
    What a finding tells.

    Args:
        finding: the finding.
        result: the checkpoints.
        language: ``nl`` or ``en``.

    Returns:
        The message; where the checklist gives none of its own, that what must hold does not.
    """
    text = in_language(finding.message, language, finding.id)
    if finding.checkpoint is not None:
        outline = result.outlines[finding.checklist, finding.checkpoint]
        if text == in_language(outline.title, language):
            return tell("not met", language, title=text)
    return text


def who_acts(finding: Finding, result: Result, language: str) -> tuple[str, ...]:
    """
    Who must act on a finding, and how that follows.

    Args:
        finding: the finding.
        result: what persons and nodes are called.
        language: ``nl`` or ``en``.

    Returns:
        A text for each person; one that says so where nobody must.
    """
    if not finding.act:
        return (tell("nobody acts", language),)
    ways: dict[tuple[str, ...], list[str]] = {}
    for actor in finding.act:
        ways.setdefault(actor.via[1:], []).append(result.name(actor.person, language))
    return tuple(
        tell(
            "via",
            language,
            person=", ".join(names),
            way=" → ".join(node(one, result, language) for one in way),
        )
        if way
        else ", ".join(names)
        for way, names in ways.items()
    )


def node(focus: str, result: Result, language: str) -> str:
    """
    What people call a node; where it has no name, what it is and its id.

    Args:
        focus: the node.
        result: what nodes are called.
        language: ``nl`` or ``en``.

    Returns:
        The name.
    """
    kind, _, id_ = focus.partition(":")
    name = result.name(focus, language)
    known = VOCABULARY.by_name.get(kind)
    if name not in (focus, id_) or known is None:
        return name
    return f"{known.nl if language == 'nl' else kind.replace('_', ' ')} {id_}"


def waived(waiver: Waiver, result: Result, language: str) -> str:
    """
    That a finding is accepted, in words.

    Args:
        waiver: by what.
        result: the result, which knows names.
        language: ``nl`` or ``en``.

    Returns:
        By whom, until when, and why.
    """
    return tell(
        "accepted",
        language,
        reason=in_language(waiver.reason, language),
        owner=person(waiver.owner, result, language),
        until=day(waiver.until, language),
    )


def clause(one: Clause, language: str) -> str:
    """
    A place in a standard in words.

    Args:
        one: the clause.
        language: ``nl`` or ``en``.

    Returns:
        The standard with its edition, the number, and what is asked beyond it.

    Example:
        >>> clause(Clause("ISO 9001", "2015", "5.3"), "nl")
        'ISO 9001:2015, 5.3'
    """
    edition = f":{one.edition}" if one.edition else ""
    more = f" ({in_language(one.more, language)})" if one.more else ""
    return f"{one.norm}{edition}, {one.clause}{more}"


def part(text: str, result: Result, language: str) -> str:
    """
    A part of the description in words: a kind, ``kind.relation``, ``kind:id.relation``.

    Args:
        text: the part, as files have it.
        result: what nodes are called.
        language: ``nl`` or ``en``.

    Returns:
        The part; a node by its name where it has one.
    """
    if ":" in text:
        node, dot, name = text.rpartition(".")
        if not dot:
            return result.name(text, language)
        label = part_label(node.partition(":")[0], name, language)
        return tell("of whom", language, who=result.name(node, language), what=label)
    kind, dot, name = text.partition(".")
    if not dot:
        return kind_label(kind, language)
    return tell("of whom", language, who=kind_label(kind, language), what=part_label(kind, name, language))


def parameter(name: str, value: Constant, language: str) -> str:
    """A parameter with its value."""
    return tell("parameter", language, name=name, value=say(value, language))
