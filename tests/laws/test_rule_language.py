"""
The rule language is a part of CEL: what we read, others read alike.

The oracles are cel-python, whose tree is compared with ours, and cel-expr-python, the implementation
in C++, whose own tree must not change when we read a rule and write it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kamassess.checklist.printing import to_cel
from kamassess.checklist.syntax import (
    And,
    Compare,
    Condition,
    Filter,
    Has,
    In,
    Literal,
    Node,
    Not,
    Operand,
    Or,
    Path,
    Quantifier,
    Size,
    StartsWith,
    parse,
    parse_operand,
)
from kamassess.checklist.tokens import SyntaxMistake, line_and_column
from tests.strategies import conditions, nearly_rules, operands, soups, spaced


class TestReadingAndWriting:
    """``parse(print(tree)) == tree``"""

    @given(conditions())
    def test_a_rule_that_is_written_reads_as_the_same_rule(self, tree: Condition) -> None:
        assert parse(to_cel(tree)) == tree

    @given(operands())
    def test_an_operand_that_is_written_reads_as_the_same_operand(self, tree: Operand) -> None:
        assert parse_operand(to_cel(tree)) == tree

    @given(spaced(conditions()))
    def test_blanks_mean_nothing(self, drawn: tuple[Condition, str]) -> None:
        tree, text = drawn
        assert parse(text) == tree

    @given(nearly_rules())
    def test_a_rule_is_written_in_one_way(self, text: str) -> None:
        plain = to_cel(read_or_skip(text))
        assert to_cel(parse(plain)) == plain


class TestMistakes:
    """An error has line and column, what was expected and what stood there; there is no other error."""

    @given(st.text(st.characters()) | soups() | nearly_rules() | st.text("([!a.)]", max_size=2_100))
    def test_a_text_is_a_rule_or_a_mistake(self, text: str) -> None:
        for mistake in filter(None, (mistake_in(text, parse), mistake_in(text, parse_operand))):
            assert mistake.message
            assert not mistake.message.endswith(".")

    @given(soups() | nearly_rules())
    def test_a_mistake_stands_in_the_text(self, text: str) -> None:
        mistake = mistake_in(text, parse)
        line, column = line_and_column(text, mistake.offset if mistake else 0)
        lines = text.split("\n")
        assert 1 <= column <= len(lines[line - 1]) + 1
        assert sum(len(before) + 1 for before in lines[: line - 1]) + column - 1 == (
            mistake.offset if mistake else 0
        )


class TestCelPython:
    """What we accept, cel-python parses alike."""

    @given(conditions().map(to_cel) | spaced(conditions()).map(lambda drawn: drawn[1]))
    def test_has_our_tree(self, text: str) -> None:
        assert cel_python_tree(text) == parse(text)

    @given(nearly_rules())
    def test_has_our_tree_of_what_we_accept_by_chance(self, text: str) -> None:
        assert read_or_skip(text) == cel_python_tree(text)


class TestCelExprPython:
    """What we accept, cel-expr-python parses alike."""

    @given(spaced(conditions()))
    def test_sees_the_same_in_what_we_read_and_write(self, drawn: tuple[Condition, str]) -> None:
        _, text = drawn
        assert cel_expr_tree(text) == cel_expr_tree(to_cel(parse(text)))

    @given(nearly_rules())
    def test_parses_what_we_accept_by_chance(self, text: str) -> None:
        read_or_skip(text)
        cel_expr_tree(text)

    @given(conditions())
    def test_compiles_it_when_the_names_are_declared(self, tree: Condition) -> None:
        cel = pytest.importorskip("cel_expr_python.cel")
        names = {path.parts[0] for path in paths_in(tree)}
        assume(names.isdisjoint(CEL_TYPES))
        declared = cel.NewEnv(variables=dict.fromkeys(names, cel.Type.DYN))
        assert refused_not_for_its_types(declared, to_cel(tree)) is None


def read_or_skip(text: str) -> Condition:
    """The tree of a text that is a rule; any other is no example."""
    try:
        return parse(text)
    except SyntaxMistake:
        assume(False)
        raise


def mistake_in(text: str, read: Callable[[str], object]) -> SyntaxMistake | None:
    """What is wrong with a text, when it is not what was to be read."""
    try:
        read(text)
    except SyntaxMistake as mistake:
        return mistake
    return None


# ------------------------------------------------------------------------------------------ cel-python
def cel_python_tree(text: str) -> Any:
    """What cel-python reads, as a tree of ours."""
    return from_lark(pytest.importorskip("celpy.celparser").CELParser().parse(text))


def from_lark(tree: Any) -> Any:
    """A tree of cel-python's grammar as one of ours; a lone part stands for the whole it is in."""
    while len(tree.children) == 1 and tree.data in CHAIN:
        (tree,) = tree.children
    return READERS[tree.data](tree.children)


def joined(joining: type[And] | type[Or], parts: list[Any]) -> And | Or:
    flat: list[Condition] = []
    for part in map(from_lark, parts):
        flat += part.operands if isinstance(part, joining) else (part,)
    return joining(tuple(flat))


def related(parts: list[Any]) -> Compare | In:
    sign, right = parts
    (left,) = sign.children
    if sign.data == "relation_in":
        return In(from_lark(left), from_lark(right))
    return Compare(from_lark(left), OPERATORS[sign.data], from_lark(right))


def denied(parts: list[Any]) -> Not:
    sign, operand = parts
    assert sign.data == "unary_not"
    return Not(from_lark(operand))


def called(parts: list[Any]) -> Any:
    owner, name, *rest = parts
    subject = from_lark(owner)
    arguments = [from_lark(one) for one in rest[0].children] if rest else []
    match str(name), arguments:
        case "size", []:
            return Size(*subject) if isinstance(subject, tuple) else Size(subject)
        case "startsWith", [Literal(value=str(prefix))]:
            return StartsWith(subject, prefix)
        case "filter", [Path(parts=(variable,)), condition]:
            return subject, Filter(variable, condition)  # which is no tree of ours until it is counted
        case ("exists" | "all" | "exists_one") as word, [Path(parts=(variable,)), condition]:
            return Quantifier(subject, word, variable, condition)
    raise AssertionError(f"we accept a call of {name}")


def asked(parts: list[Any]) -> Has:
    name, arguments = parts
    assert name == "has"
    (path,) = map(from_lark, arguments.children)
    return Has(path)


def written_out(parts: list[Any]) -> Literal:
    (token,) = parts
    return Literal(LITERALS[token.type](token))


def unquoted(token: Any) -> str:
    """cel-python's own reading of a text."""
    return str(pytest.importorskip("celpy.evaluation").celstr(token))


CHAIN = frozenset(
    ("expr", "conditionalor", "conditionaland", "relation", "addition", "multiplication", "unary", "member",
     "primary", "paren_expr")
)  # fmt: skip
OPERATORS: dict[str, Any] = {
    "relation_eq": "==", "relation_ne": "!=", "relation_lt": "<", "relation_le": "<=", "relation_gt": ">",
    "relation_ge": ">=",
}  # fmt: skip
READERS: dict[str, Callable[[list[Any]], Any]] = {
    "conditionalor": lambda parts: joined(Or, parts),
    "conditionaland": lambda parts: joined(And, parts),
    "relation": related,
    "unary": denied,
    "ident": lambda parts: Path((str(parts[0]),)),
    "member_dot": lambda parts: Path((*from_lark(parts[0]).parts, str(parts[1]))),
    "member_dot_arg": called,
    "ident_arg": asked,
    "list_lit": lambda parts: tuple(map(from_lark, parts[0].children)),
    "literal": written_out,
}
LITERALS: dict[str, Callable[[Any], str | int | Decimal | bool]] = {
    "BOOL_LIT": lambda written: written == "true",
    "INT_LIT": int,
    "FLOAT_LIT": Decimal,
    "STRING_LIT": unquoted,
}


# -------------------------------------------------------------------------------------- cel-expr-python
#: Names that are types to CEL, and that nobody can declare as a variable.
CEL_TYPES = frozenset(
    ("bool", "bytes", "double", "dyn", "int", "list", "map", "null_type", "string", "type", "uint")
)


def cel_expr_tree(text: str) -> bytes:
    """What cel-expr-python reads: its own tree, without the places in the text."""
    cel = pytest.importorskip("cel_expr_python.cel")
    read = cel.NewEnv().compile(text, disable_check=True).serialize()
    packed = fields(read)[2]  # google.protobuf.Any: 1 the type, 2 the value
    return fields(packed)[2]  # cel.expr.ParsedExpr: 2 the expression, 3 where it stood


def refused_not_for_its_types(declared: Any, text: str) -> str | None:
    """Why a rule does not compile; not because of types, which are known first in checklist/cel.py."""
    try:
        declared.compile(text)
    except RuntimeError as error:
        return None if "found no matching overload" in str(error) else str(error)
    return None


def fields(message: bytes) -> dict[int, bytes]:
    """The parts of a protobuf message all parts of which have a length."""
    rest = iter(message)
    return {key >> 3: bytes(islice(rest, number(rest))) for key in rest}


def number(rest: Iterator[int]) -> int:
    """A protobuf varint: seven bits a byte, the lowest first; the highest bit says that more follow."""
    value = 0
    for place, byte in enumerate(rest):
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value
    raise AssertionError("a varint ends")


def paths_in(node: Any) -> Iterator[Path]:
    """Every path in a tree."""
    if isinstance(node, Path):
        yield node
    elif isinstance(node, Node):
        for attribute in attrs.fields(type(node)):
            yield from paths_in(getattr(node, attribute.name))
    elif isinstance(node, tuple):
        for part in node:
            yield from paths_in(part)
