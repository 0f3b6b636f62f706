"""
The tree of a rule: what is written, before anybody knows what the names mean.

The language is a small part of CEL. Each function of the parser quotes the piece of the grammar that
it reads. The depth is bounded before it starts, so it may recurse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from math import isinf
from typing import Final, TypeAlias, TypeVar, cast
from typing import Literal as OneOf

from attrs import evolve, field, frozen

from kamassess.checklist.tokens import NO_ARITHMETIC, Kind, SyntaxMistake, Token, text_of, tokenize
from kamassess.errors import nearest

DEEPEST: Final = 40
"""How many parentheses, lists and ``!`` may stand within each other."""

Operator: TypeAlias = OneOf["==", "!=", "<", "<=", ">", ">="]
Word: TypeAlias = OneOf["exists", "all", "exists_one"]


# ---------------------------------------------------------------------------------------------- the tree
@frozen
class Node:
    """
    A piece of a rule. Where it stands does not count when two are compared.

    Args:
        offset: where its first word begins in the text, from 0.
    """

    offset: int = field(default=0, kw_only=True, eq=False, repr=False)


@frozen
class Path(Node):
    """A fact by its name, through members and relations to one: ``v.owner.name``. Alone it is a flag."""

    parts: tuple[str, ...]


@frozen
class Literal(Node):
    """
    A value that is written out.

    Args:
        value: a decimal keeps its digits as written; ``1``, ``1.0`` and ``true`` are different values.
    """

    # To Python they are equal, and a rule that asks for one of them would be taken for the other.
    value: str | int | Decimal | bool = field(eq=lambda value: (type(value), value))


@frozen
class Filter(Node):
    """Which members are counted: those for which the condition holds."""

    variable: str
    condition: Condition


@frozen
class Size(Node):
    """How many members a relation has: ``relation.size()``, ``relation.filter(v, condition).size()``."""

    relation: Path
    filter: Filter | None = None


@frozen
class Compare(Node):
    """Two operands and what is said of them: ``left operator right``."""

    left: Operand
    operator: Operator
    right: Operand


@frozen
class In(Node):
    """An operand that is one of at least one literal: ``operand in [literal, ...]``."""

    operand: Operand
    literals: tuple[Literal, ...]


@frozen
class StartsWith(Node):
    """How a text begins: ``path.startsWith("...")``."""

    path: Path
    prefix: str


@frozen
class Has(Node):
    """Whether an attribute is known: ``has(name.attribute)``."""

    path: Path


@frozen
class Quantifier(Node):
    """For how many members of a relation a condition holds: ``relation.exists(v, condition)``."""

    relation: Path
    word: Word
    variable: str
    condition: Condition


@frozen
class Not(Node):
    """What must not hold: ``!operand``."""

    operand: Condition


@frozen
class And(Node):
    """At least two conditions that must all hold, in the order written; none is itself an ``And``."""

    operands: tuple[Condition, ...]


@frozen
class Or(Node):
    """At least two conditions of which one must hold, in the order written; none is itself an ``Or``."""

    operands: tuple[Condition, ...]


Operand: TypeAlias = Path | Literal | Size
Condition: TypeAlias = Or | And | Not | Compare | In | StartsWith | Has | Quantifier | Path


# ------------------------------------------------------------------------------------------- the reading
def parse(text: str) -> Condition:
    """
    Read a rule.

    Args:
        text: the rule, at most 2,000 characters and 40 deep.

    Returns:
        Its tree.

    Raises:
        SyntaxMistake: It is not a rule; the first mistake is told.

    Example:
        >>> parse("open && span <= 10").operands[1]
        Compare(left=Path(parts=('span',)), operator='<=', right=Literal(value=10))
        >>> parse("owners.size() = 1")
        Traceback (most recent call last):
        ...
        kamassess.checklist.tokens.SyntaxMistake: '=' is not an operator; did you mean '=='?
    """
    return _whole(text, _condition)


def parse_operand(text: str) -> Operand:
    """
    Read an operand alone, as a placeholder in a message has it.

    Args:
        text: a path, a literal or a count, within the bounds of a rule.

    Returns:
        Its tree.

    Raises:
        SyntaxMistake: It is not an operand; the first mistake is told.

    Example:
        >>> parse_operand("owners.size()")
        Size(relation=Path(parts=('owners',)), filter=None)
    """
    return _whole(text, _operand)


class _Cursor:
    """Where the reading is: the tokens, and the one that is next."""

    __slots__ = ("_at", "_text", "_tokens")

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokenize(text)
        self._at = 0
        _check_depth(self._tokens)

    @property
    def token(self) -> Token:
        return self._tokens[self._at]

    def take(self) -> Token:
        token = self.token
        self._at += token.kind is not Kind.END
        return token

    def accept(self, symbol: str) -> bool:
        found = self.token.text == symbol
        self._at += found
        return found

    def expect(self, symbol: str, expected: str) -> None:
        if not self.accept(symbol):
            raise self.unexpected(expected)

    def unexpected(self, expected: str, suggestion: str | None = None) -> SyntaxMistake:
        return SyntaxMistake(self.token.offset, f"expected {expected}, found {self.token}", suggestion)

    def since(self, offset: int) -> str:
        """What is written from an offset to the last token that was taken."""
        return self._text[offset : self._tokens[self._at - 1].end]


def _check_depth(tokens: Iterable[Token]) -> None:
    """Refuse what is nested too deep to recurse into; whether it is closed well is seen later."""
    outside: list[int] = []
    level = depth = 0
    for token in tokens:
        match token.text:
            case "!":
                depth += 1
            case "(" | "[":
                outside.append(level)
                level = depth = depth + 1
            case ")" | "]" if outside:
                level = depth = outside.pop()
            case _:
                depth = level
        if depth > DEEPEST:
            message = f"nested too deep; at most {DEEPEST} parentheses, lists and ! stand within each other"
            raise SyntaxMistake(token.offset, message)


_Read = TypeVar("_Read")


def _whole(text: str, read: Callable[[_Cursor], _Read]) -> _Read:
    cursor = _Cursor(text)
    tree = read(cursor)
    if cursor.token.kind is not Kind.END:
        raise cursor.unexpected("an operator or the end")
    return tree


# condition := conjunction ("||" conjunction)*
def _condition(cursor: _Cursor) -> Condition:
    return _joined(cursor, "||", Or, _conjunction)


# conjunction := relation ("&&" relation)*
def _conjunction(cursor: _Cursor) -> Condition:
    return _joined(cursor, "&&", And, _relation)


def _joined(
    cursor: _Cursor, symbol: str, node: type[And] | type[Or], read: Callable[[_Cursor], Condition]
) -> Condition:
    operands = [read(cursor)]
    while cursor.accept(symbol):
        operands.append(read(cursor))
    if len(operands) == 1:
        return operands[0]
    return node(tuple(_flat(node, operands)), offset=operands[0].offset)


def _flat(node: type[And] | type[Or], operands: Iterable[Condition]) -> Iterator[Condition]:
    """The operands, with those of a parenthesised operand of the same sort in its place."""
    for operand in operands:
        if isinstance(operand, node):
            yield from operand.operands
        else:
            yield operand


# relation := unary | operand ("==" | "!=" | "<" | "<=" | ">" | ">=") operand | operand "in" list
def _relation(cursor: _Cursor) -> Condition:
    opening, left = cursor.token, _unary(cursor, "a condition")
    if cursor.token.text not in _RELATIONS:
        _refuse_what_follows(cursor)
        return _as_condition(cursor, left)
    operand = _as_operand(opening, left)
    sign = cursor.take()
    related = _RELATIONS[sign.text](cursor, operand, sign)
    if cursor.token.text in _RELATIONS:
        raise _chained(cursor, operand, related)
    return related


def _compared(cursor: _Cursor, left: Operand, sign: Token) -> Compare:
    return Compare(left, cast(Operator, sign.text), _operand(cursor), offset=left.offset)


# list := "[" literal ("," literal)* "]"
def _listed(cursor: _Cursor, operand: Operand, sign: Token) -> In:
    cursor.expect("[", "a list of literals in brackets after 'in'")
    literals = [_item(cursor)]
    while cursor.accept(","):
        literals.append(_item(cursor))
    cursor.expect("]", "',' or ']'")
    _refuse_what_follows(cursor)
    return In(operand, tuple(literals), offset=operand.offset)


_RELATIONS: Final[Mapping[str, Callable[[_Cursor, Operand, Token], Compare | In]]] = {
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">="), _compared),
    "in": _listed,
}


def _chained(cursor: _Cursor, left: Operand, related: Compare | In) -> SyntaxMistake:
    whole, sign = cursor.since(left.offset), cursor.take()
    message = "comparisons do not chain; write them apart, with && between them"
    if sign.text == "in" or isinstance(related, In):
        return SyntaxMistake(sign.offset, message)
    middle = whole[related.right.offset - left.offset :]
    third = _operand(cursor)
    return SyntaxMistake(
        sign.offset, message, f"{whole} && {middle} {sign.text} {cursor.since(third.offset)}"
    )


# unary := "!" unary | "(" condition ")" | literal | reference
def _unary(cursor: _Cursor, expected: str) -> Condition | Operand:
    opening = cursor.token
    if cursor.accept("!"):
        denied = _unary(cursor, expected)
        if cursor.token.text in _RELATIONS:
            message = f"'!' binds tighter than {cursor.token}; write !(...) around the comparison"
            raise SyntaxMistake(opening.offset, message)
        return Not(_as_condition(cursor, denied), offset=opening.offset)
    if cursor.accept("("):
        inner = _condition(cursor)
        cursor.expect(")", "'&&', '||' or ')'")
        return inner
    if _begins_literal(opening):
        return _literal(cursor)
    return _reference(cursor, expected)


def _operand(cursor: _Cursor) -> Operand:
    opening = cursor.token
    operand = _as_operand(opening, _unary(cursor, "a fact, a literal or a count"))
    _refuse_what_follows(cursor)
    return operand


def _as_operand(opening: Token, node: Condition | Operand) -> Operand:
    if opening.text == "(":
        raise SyntaxMistake(opening.offset, "only a condition stands in parentheses, and it is not compared")
    if not isinstance(node, Operand):
        raise SyntaxMistake(opening.offset, "a condition is true or false by itself, and is not compared")
    return node


def _as_condition(cursor: _Cursor, node: Condition | Operand) -> Condition:
    if isinstance(node, Size):
        suggestion = f"{cursor.since(node.offset)} > 0"
        raise SyntaxMistake(node.offset, "a count is a number; a condition compares it", suggestion)
    if isinstance(node, Literal):
        raise SyntaxMistake(node.offset, "a literal alone asks nothing; a condition compares it with a fact")
    return node


# literal := TEXT | ["-"] WHOLE | ["-"] DECIMAL | "true" | "false"
def _literal(cursor: _Cursor) -> Literal:
    first = token = cursor.take()
    if first.text == "-":
        token = cursor.take()
        if token.kind not in (Kind.WHOLE, Kind.DECIMAL) or token.offset != first.end:
            raise SyntaxMistake(first.offset, f"'-' stands right before a number; {NO_ARITHMETIC}")
        token = evolve(token, text=f"-{token.text}", offset=first.offset)
    return Literal(_VALUES[token.kind](token), offset=token.offset)


def _item(cursor: _Cursor) -> Literal:
    token = cursor.token
    if not _begins_literal(token):
        _refuse_word(token)
        raise cursor.unexpected("a literal", f'"{token.text}"' if token.kind is Kind.NAME else None)
    return _literal(cursor)


def _begins_literal(token: Token) -> bool:
    return token.kind in (Kind.TEXT, Kind.WHOLE, Kind.DECIMAL) or token.text in ("true", "false", "-")


def _whole_number(token: Token) -> int:
    value = int(token.text)
    if not -(2**63) <= value < 2**63:
        raise SyntaxMistake(token.offset, f"whole numbers lie between {-(2**63)} and {2**63 - 1}")
    return value


def _decimal(token: Token) -> Decimal:
    if isinf(float(token.text)):
        raise SyntaxMistake(token.offset, "a decimal has at most 308 digits before its point")
    return Decimal(token.text)


_VALUES: Final[Mapping[Kind, Callable[[Token], str | int | Decimal | bool]]] = {
    Kind.TEXT: text_of,
    Kind.WHOLE: _whole_number,
    Kind.DECIMAL: _decimal,
    Kind.NAME: lambda token: token.text == "true",
}


# reference := path | function | path "." method
# path := NAME ("." NAME)*
def _reference(cursor: _Cursor, expected: str) -> Condition | Operand:
    first = _name(cursor, expected)
    if cursor.token.text == "(":
        return _function(cursor, first)
    parts = [first.text]
    while cursor.accept("."):
        name = _name(cursor, "a name after '.'")
        if cursor.token.text == "(":
            return _method(cursor, Path(tuple(parts), offset=first.offset), name)
        parts.append(name.text)
    return Path(tuple(parts), offset=first.offset)


# function := "has" "(" NAME "." NAME ")"
def _function(cursor: _Cursor, word: Token) -> Has:
    if word.text != "has":
        raise _unknown_call(word, _FUNCTIONS, ("has",))
    cursor.expect("(", "'('")
    name = _name(cursor, "a name and its attribute, as in has(name.attribute)")
    cursor.expect(".", "'.' and an attribute, as in has(name.attribute)")
    attribute = _name(cursor, "an attribute after '.'")
    cursor.expect(")", "')' after the attribute")
    return Has(Path((name.text, attribute.text), offset=name.offset), offset=word.offset)


# method := quantifier | size | filter | prefix
def _method(cursor: _Cursor, path: Path, word: Token) -> Condition | Operand:
    if word.text not in _METHODS:
        raise _unknown_call(word, _NO_METHODS, _METHODS)
    cursor.take()
    return _METHODS[word.text](cursor, path, word)


# quantifier := ("exists" | "all" | "exists_one") member
def _quantifier(cursor: _Cursor, relation: Path, word: Token) -> Quantifier:
    return Quantifier(relation, cast(Word, word.text), *_member(cursor), offset=relation.offset)


# size := "size" "(" ")"
def _size(cursor: _Cursor, relation: Path, word: Token) -> Size:
    cursor.expect(")", f"')': nothing stands between the parentheses of {word}")
    return Size(relation, offset=relation.offset)


# filter := "filter" member "." "size" "(" ")"
def _filter(cursor: _Cursor, relation: Path, word: Token) -> Size:
    counted = Filter(*_member(cursor), offset=word.offset)
    suggestion = f"{cursor.since(relation.offset)}.size()"
    for symbol in (".", "size", "(", ")"):
        if not cursor.accept(symbol):
            raise cursor.unexpected("'.size()': members that are filtered are counted", suggestion)
    return Size(relation, counted, offset=relation.offset)


# prefix := "startsWith" "(" TEXT ")"
def _prefix(cursor: _Cursor, path: Path, word: Token) -> StartsWith:
    if cursor.token.kind is not Kind.TEXT:
        raise cursor.unexpected("the beginning of a text, between quotes")
    prefix = text_of(cursor.take())
    cursor.expect(")", "')' after the text")
    return StartsWith(path, prefix, offset=path.offset)


# member := "(" NAME "," condition ")"
def _member(cursor: _Cursor) -> tuple[str, Condition]:
    variable = _name(cursor, "a name for the member, as in (v, condition)")
    cursor.expect(",", "',' after the name of the member, as in (v, condition)")
    condition = _condition(cursor)
    cursor.expect(")", "'&&', '||' or ')'")
    return variable.text, condition


_METHODS: Final[Mapping[str, Callable[[_Cursor, Path, Token], Condition | Operand]]] = {
    "all": _quantifier,
    "exists": _quantifier,
    "exists_one": _quantifier,
    "filter": _filter,
    "size": _size,
    "startsWith": _prefix,
}


# -------------------------------------------------------------------------------------- what is refused
_Advice: TypeAlias = tuple[str, str | None]


def _name(cursor: _Cursor, expected: str) -> Token:
    if cursor.token.kind is not Kind.NAME:
        raise cursor.unexpected(expected)
    _refuse_word(cursor.token)
    return cursor.take()


def _refuse_word(token: Token) -> None:
    if token.text in REFUSED_WORDS:
        raise SyntaxMistake(token.offset, *REFUSED_WORDS[token.text])


def _refuse_what_follows(cursor: _Cursor) -> None:
    """Tell what CEL, or a habit from elsewhere, could mean by the token that is next."""
    if cursor.token.text in _NOTHING_FOLLOWS:
        raise SyntaxMistake(cursor.token.offset, *_NOTHING_FOLLOWS[cursor.token.text])


def _unknown_call(word: Token, advice: Mapping[str, _Advice], known: Iterable[str]) -> SyntaxMistake:
    message, suggestion = advice.get(word.text, (f"there is no {word} to call", nearest(word.text, known)))
    return SyntaxMistake(word.offset, message, suggestion)


_NO_NULL: Final = "there is no null: an unknown fact is left open; ask has(...)"
_CONNECTIVES: Final[Mapping[str, _Advice]] = {
    word: (f"'{word}' is written as '{symbol}'", symbol)
    for symbol, words in {"&&": ("and", "AND"), "||": ("or", "OR"), "!": ("not", "NOT")}.items()
    for word in words
}
REFUSED_WORDS: Final[Mapping[str, _Advice]] = {
    **{
        word: (f"'{word}' is a word that CEL keeps for itself, and no name", None)
        for word in (
            "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in",
            "let", "loop", "namespace", "package", "return", "true", "var", "void", "while",
        )
    },
    **_CONNECTIVES,
    "null": (_NO_NULL, None),
    "None": (_NO_NULL, None),
    "True": ("'True' is written without a capital", "true"),
    "False": ("'False' is written without a capital", "false"),
}  # fmt: skip
"""The words that are no names: for each why not, and what to write instead."""

_NOTHING_FOLLOWS: Final[Mapping[str, _Advice]] = {
    **_CONNECTIVES,
    "not": ("'not in' is written with ! before the whole", "!(a in [...])"),
    "[": ("nothing is taken by its place; ask a relation with exists, all or exists_one", None),
    "-": (f"{NO_ARITHMETIC} (words in a name are joined by _)", None),
    ".": ("only a name is followed by '.' and a name", None),
}

_NO_PATTERNS: Final = "there are no patterns; compare with ==, in [...] or path.startsWith(...)"
_NO_CASTS: Final = "nothing is converted; both sides of a comparison have one type"
_PERIOD: Final = "there are no periods; ask a derived fact, such as days_since_review or overdue"

_FUNCTIONS: Final[Mapping[str, _Advice]] = {
    **dict.fromkeys(("count", "len", "size"), ("a relation is counted by its own size()", "relation.size()")),
    **dict.fromkeys(("contains", "endsWith", "matches", "startsWith"), (_NO_PATTERNS, None)),
    **dict.fromkeys(("bool", "bytes", "double", "dyn", "int", "string", "type", "uint"), (_NO_CASTS, None)),
    "duration": (_PERIOD, None),
    "timestamp": ("a date is written as a text", '"2026-11-01"'),
}

_NO_METHODS: Final[Mapping[str, _Advice]] = {
    **dict.fromkeys(("count", "len", "length"), ("members are counted by size()", "size")),
    **dict.fromkeys(("contains", "endsWith", "matches"), (_NO_PATTERNS, None)),
    **dict.fromkeys(("getDate", "getDayOfMonth", "getDayOfWeek", "getFullYear", "getMonth"), (_PERIOD, None)),
    "any": ("'any' is written as 'exists'", "exists"),
    "map": ("members are not mapped; ask them with exists, all or exists_one", None),
}
