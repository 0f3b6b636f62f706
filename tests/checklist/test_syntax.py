"""The tree of a rule."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from kamassess.checklist.syntax import (
    DEEPEST,
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
from kamassess.checklist.tokens import SyntaxMistake

A, B, C, D, X = (Path((name,)) for name in "abcdx")


class TestConditions:
    @pytest.mark.parametrize(
        ("text", "tree"),
        [
            ("a", A),
            ("v.owner.name", Path(("v", "owner", "name"))),
            ("!a", Not(A)),
            ("!!a", Not(Not(A))),
            ("a && b && c", And((A, B, C))),
            ("a || b || c", Or((A, B, C))),
            ("a || b && c || d", Or((A, And((B, C)), D))),
            ("(a || b) && c", And((Or((A, B)), C))),
            ("!a && b", And((Not(A), B))),
            ("!(a && b)", Not(And((A, B)))),
            ("((a))", A),
            ('a == "text"', Compare(A, "==", Literal("text"))),
            ("1 < a", Compare(Literal(1), "<", A)),
            ("a != b && c >= d", And((Compare(A, "!=", B), Compare(C, ">=", D)))),
            ("!(a == b)", Not(Compare(A, "==", B))),
            ("a in [1, 2]", In(A, (Literal(1), Literal(2)))),
            ("a in['x']", In(A, (Literal("x"),))),
            ("!(a in [true])", Not(In(A, (Literal(True),)))),
            ("a.b.startsWith('x')", StartsWith(Path(("a", "b")), "x")),
            ("!a.startsWith('x')", Not(StartsWith(A, "x"))),
            ("has(a.b)", Has(Path(("a", "b")))),
            ("a.exists(v, v.x)", Quantifier(A, "exists", "v", Path(("v", "x")))),
            ("a.b.all(v, b || c)", Quantifier(Path(("a", "b")), "all", "v", Or((B, C)))),
            ("a.exists_one(v, !b)", Quantifier(A, "exists_one", "v", Not(B))),
            ("a.size() == 1", Compare(Size(A), "==", Literal(1))),
            ("1 <= a.b.size()", Compare(Literal(1), "<=", Size(Path(("a", "b"))))),
            ("a.filter(v, b).size() > 2", Compare(Size(A, Filter("v", B)), ">", Literal(2))),
            ("a.size() in [1]", In(Size(A), (Literal(1),))),
        ],
    )
    def test_are_read_by_the_precedence_of_cel(self, text: str, tree: Condition) -> None:
        assert parse(text) == tree

    @pytest.mark.parametrize("text", ["(a && b) && c", "a && (b && c)", "((a && b)) && c"])
    def test_parentheses_that_mean_nothing_leave_no_trace(self, text: str) -> None:
        assert parse(text) == And((A, B, C))

    @pytest.mark.parametrize(
        "name", ["has", "size", "exists", "filter", "all", "trueish", "inner", "nullable"]
    )
    def test_a_name_may_resemble_a_word_of_the_language(self, name: str) -> None:
        assert parse(f"{name} || x.{name}") == Or((Path((name,)), Path(("x", name))))

    @pytest.mark.parametrize("operator", ["==", "!=", "<", "<=", ">", ">="])
    def test_every_comparison_is_read(self, operator: str) -> None:
        tree = parse(f"a {operator} b")
        assert isinstance(tree, Compare)
        assert (tree.left, tree.operator, tree.right) == (A, operator, B)


class TestLiterals:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("0", 0),
            ("007", 7),
            ("-1", -1),
            (str(2**63 - 1), 2**63 - 1),
            (str(-(2**63)), -(2**63)),
            ("0.50", Decimal("0.50")),
            (".5", Decimal("0.5")),
            ("-.5", Decimal("-0.5")),
            ("true", True),
            ("false", False),
            ("'a'", "a"),
            ('"a"', "a"),
        ],
    )
    def test_have_the_type_that_they_are_written_in(
        self, text: str, value: str | int | Decimal | bool
    ) -> None:
        literal = parse_operand(text)
        assert isinstance(literal, Literal)
        assert (literal.value, type(literal.value)) == (value, type(value))

    def test_of_different_types_are_different(self) -> None:
        ones = (Literal(1), Literal(True), Literal(Decimal(1)), Literal("1"))
        assert len(set(ones)) == 4

    def test_a_decimal_keeps_its_digits(self) -> None:
        digits = "0.1000000000000000055511151231257827"
        assert parse_operand(digits) == Literal(Decimal(digits))


class TestOperands:
    @pytest.mark.parametrize(
        ("text", "tree"),
        [
            ("name", Path(("name",))),
            ("owner.name", Path(("owner", "name"))),
            ("owners.size()", Size(Path(("owners",)))),
            ("a.filter(v, v.x).size()", Size(A, Filter("v", Path(("v", "x"))))),
        ],
    )
    def test_are_read_alone(self, text: str, tree: Operand) -> None:
        assert parse_operand(text) == tree

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "expected a fact, a literal or a count, found the end"),
            ("a b", "expected an operator or the end, found 'b'"),
            ("a == 1", "expected an operator or the end, found '=='"),
            ("!a", "a condition is true or false by itself"),
            ("(a)", "only a condition stands in parentheses"),
        ],
    )
    def test_nothing_else_is_one(self, text: str, message: str) -> None:
        with pytest.raises(SyntaxMistake, match=re.escape(message)):
            parse_operand(text)


class TestPlaces:
    def test_every_node_knows_where_it_begins(self) -> None:
        tree = parse("(a || b) && has(c.d) && x.filter(v, !b).size() == -1")
        assert isinstance(tree, And)
        either, has, compared = tree.operands
        assert isinstance(has, Has)
        assert isinstance(compared, Compare)
        counted, number = compared.left, compared.right
        assert isinstance(counted, Size)
        assert isinstance(counted.filter, Filter)
        nodes: list[Node] = [tree, either, has, has.path, compared, counted, counted.filter]
        assert [node.offset for node in nodes] == [1, 1, 12, 16, 24, 24, 26]
        assert (counted.filter.condition.offset, number.offset) == (36, 50)

    def test_where_a_node_stands_does_not_count_in_comparing(self) -> None:
        assert parse(" a") == parse("a")
        assert hash(parse(" a")) == hash(parse("a"))


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("text", "offset", "message", "suggestion"),
        [
            # what is not there
            ("", 0, "expected a condition, found the end", None),
            ("a &&", 4, "expected a condition, found the end", None),
            ("a || || b", 5, "expected a condition, found '||'", None),
            ("a ==", 4, "expected a fact, a literal or a count, found the end", None),
            ("()", 1, "expected a condition, found ')'", None),
            ("(a", 2, "expected '&&', '||' or ')', found the end", None),
            ("a)", 1, "expected an operator or the end, found ')'", None),
            ("a b", 2, "expected an operator or the end, found 'b'", None),
            ("a == 1 b", 7, "expected an operator or the end, found 'b'", None),
            ("a.", 2, "expected a name after '.', found the end", None),
            ("a.'b'", 2, "expected a name after '.', found ''b''", None),
            # conditions and operands
            ("true", 0, "a literal alone asks nothing", None),
            ("a == 'x' || 'y'", 12, "a literal alone asks nothing", None),
            ("!3", 1, "a literal alone asks nothing", None),
            ("a.size()", 0, "a count is a number", "a.size() > 0"),
            ("!a.size()", 1, "a count is a number", "a.size() > 0"),
            ("(a) == 1", 0, "only a condition stands in parentheses", None),
            ("a == (b)", 5, "only a condition stands in parentheses", None),
            ("has(a.b) == true", 0, "a condition is true or false by itself", None),
            ("a == !b", 5, "a condition is true or false by itself", None),
            ("!a == 1", 0, "'!' binds tighter than '=='", None),
            ("!a in [1]", 0, "'!' binds tighter than 'in'", None),
            # chains
            ("1 < a < 3", 6, "comparisons do not chain", "1 < a && a < 3"),
            ("b && 1<a.size()<= c", 15, "comparisons do not chain", "1<a.size() && a.size() <= c"),
            ("a == b in [1]", 7, "comparisons do not chain", None),
            ("a in [1] == b", 9, "comparisons do not chain", None),
            # words from elsewhere
            ("a and b", 2, "'and' is written as '&&'", "&&"),
            ("a == 1 OR b", 7, "'OR' is written as '||'", "||"),
            ("a in [1] and b", 9, "'and' is written as '&&'", "&&"),
            ("not a", 0, "'not' is written as '!'", "!"),
            ("not(a)", 0, "'not' is written as '!'", "!"),
            ("a not in [1]", 2, "'not in' is written with !", "!(a in [...])"),
            ("a == null", 5, "there is no null: an unknown fact is left open; ask has(...)", None),
            ("null", 0, "there is no null", None),
            ("a in [null]", 6, "there is no null", None),
            ("a == None", 5, "there is no null", None),
            ("a == True", 5, "without a capital", "true"),
            ("False", 0, "without a capital", "false"),
            ("for == 1", 0, "'for' is a word that CEL keeps for itself", None),
            ("a.as == 1", 2, "'as' is a word that CEL keeps for itself", None),
            ("a.true", 2, "'true' is a word that CEL keeps for itself", None),
            ("in [1]", 0, "'in' is a word that CEL keeps for itself", None),
            ("a.exists(true, b)", 9, "'true' is a word that CEL keeps for itself", None),
            # what CEL has and we do not
            ("a - 1 == 0", 2, "there is no arithmetic", None),
            ("a == b - 1", 7, "there is no arithmetic", None),
            ("1 - a == 0", 2, "there is no arithmetic", None),
            ("management-team", 10, "words in a name are joined by _", None),
            ("a == - 1", 5, "'-' stands right before a number", None),
            ("a == --1", 5, "'-' stands right before a number", None),
            ("a == -b", 5, "'-' stands right before a number", None),
            ("a == -", 5, "'-' stands right before a number", None),
            ("a[0] == 1", 1, "nothing is taken by its place", None),
            (".a", 0, "expected a condition, found '.'", None),
            ("[1] == a", 0, "expected a condition, found '['", None),
            ("'a'.startsWith('b')", 3, "only a name is followed by '.'", None),
            ("a.size().b == 1", 8, "only a name is followed by '.'", None),
            ("a.exists(v, b).c", 14, "only a name is followed by '.'", None),
            ("size(a) == 1", 0, "counted by its own size()", "relation.size()"),
            ("timestamp('2026-01-01') < a", 0, "a date is written as a text", '"2026-11-01"'),
            ("duration('1h') < a", 0, "there are no periods", None),
            ("string(a) == 'b'", 0, "nothing is converted", None),
            ("matches(a, 'b')", 0, "there are no patterns", None),
            ("hes(a.b)", 0, "there is no 'hes' to call", "has"),
            ("foo(a)", 0, "there is no 'foo' to call", None),
            ("a.matches('b')", 2, "there are no patterns", None),
            ("a.map(v, v.b)", 2, "members are not mapped", None),
            ("a.count() == 1", 2, "counted by size()", "size"),
            ("a.any(v, b)", 2, "'any' is written as 'exists'", "exists"),
            ("a.getFullYear() == 1", 2, "there are no periods", None),
            ("a.startswith('b')", 2, "there is no 'startswith' to call", "startsWith"),
            # calls
            ("has(a)", 5, "expected '.' and an attribute, as in has(name.attribute), found ')'", None),
            ("has()", 4, "expected a name and its attribute", None),
            ("has(a.)", 6, "expected an attribute after '.', found ')'", None),
            ("has(a.b.c)", 7, "expected ')' after the attribute, found '.'", None),
            ("a.exists(v.b)", 10, "expected ',' after the name of the member", None),
            ("a.exists('v', b)", 9, "expected a name for the member", None),
            ("a.exists(v, b", 13, "expected '&&', '||' or ')', found the end", None),
            ("a.size(1) == 1", 7, "nothing stands between the parentheses of 'size'", None),
            ("a.filter(v, b)", 14, "members that are filtered are counted", "a.filter(v, b).size()"),
            ("a.filter(v, b).all(v, b)", 15, "are counted, found 'all'", "a.filter(v, b).size()"),
            ("a.filter(v, b).size", 19, "are counted, found the end", "a.filter(v, b).size()"),
            ("a.filter(v, b).size(1)", 20, "are counted, found '1'", "a.filter(v, b).size()"),
            ("a.startsWith(b)", 13, "expected the beginning of a text, between quotes, found 'b'", None),
            ("a.startsWith('b', 'c')", 16, "expected ')' after the text, found ','", None),
            ("a.startsWith('\\x41')", 14, "the escape \\x is not read", None),
            # lists
            ("a in b", 5, "expected a list of literals in brackets after 'in', found 'b'", None),
            ("a in []", 6, "expected a literal, found ']'", None),
            ("a in [1,]", 8, "expected a literal, found ']'", None),
            ("a in [b]", 6, "expected a literal, found 'b'", '"b"'),
            ("a in [1 2]", 8, "expected ',' or ']', found '2'", None),
            # numbers
            (f"a == {2**63}", 5, "whole numbers lie between", None),
            (f"a == {-(2**63) - 1}", 5, "whole numbers lie between", None),
            (f"a == {'9' * 309}.0", 5, "at most 308 digits", None),
        ],
    )
    def test_each_with_its_place_and_what_to_write(
        self, text: str, offset: int, message: str, suggestion: str | None
    ) -> None:
        with pytest.raises(SyntaxMistake, match=re.escape(message)) as caught:
            parse(text)
        assert (caught.value.offset, caught.value.suggestion) == (offset, suggestion)


class TestDepth:
    @pytest.mark.parametrize(
        ("opening", "closing", "place"), [("!", "", 0), ("(", ")", 0), ("a.exists(v, ", ")", 8)]
    )
    def test_is_bounded(self, opening: str, closing: str, place: int) -> None:
        parse(opening * DEEPEST + "a" + closing * DEEPEST)
        with pytest.raises(SyntaxMistake, match="nested too deep") as caught:
            parse(opening * (DEEPEST + 1) + "a" + closing * (DEEPEST + 1))
        assert caught.value.offset == len(opening) * DEEPEST + place

    def test_counts_what_stands_within_each_other_together(self) -> None:
        with pytest.raises(SyntaxMistake, match="nested too deep"):
            parse("!(" * (DEEPEST // 2) + "a in [1]" + ")" * (DEEPEST // 2))

    def test_does_not_count_what_stands_beside_each_other(self) -> None:
        parse(" && ".join(["!(!a)"] * 100))
        parse(" || ".join(["a.exists(v, !(b in [1]))"] * 60))

    def test_what_is_never_closed_is_no_reason_to_go_on(self) -> None:
        with pytest.raises(SyntaxMistake, match="nested too deep"):
            parse("(" * 2_000)
        with pytest.raises(SyntaxMistake, match=re.escape("found ')'")):
            parse(")" * 2_000)
