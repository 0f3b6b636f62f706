"""The tree of a rule, written as CEL again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kamassess.checklist.printing import to_cel
from kamassess.checklist.syntax import Filter, Literal, Path, parse, parse_operand
from kamassess.errors import InvalidCall


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "v.owner.name",
        "!!a",
        "a || b && !c",
        "(a || b) && (c || d)",
        "!(a && b)",
        "!(a == b) && a == b",
        "!(a in [1])",
        "!has(a.b)",
        "!a.exists(v, v.x || v.y)",
        '!a.startsWith("x")',
        'a in ["x", 1, -0.5, true]',
        "a.filter(v, !v.x).size() >= 2",
        "a.size() == 1",
    ],
)
def test_what_is_written_plainly_stays_as_it_is(text: str) -> None:
    assert to_cel(parse(text)) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("((a))&&(b&&(c))", "a && b && c"),
        ("(a && b) || (c)", "a && b || c"),
        ("(a == b) || (a in[1 ,2])", "a == b || a in [1, 2]"),
        ("a . exists ( v ,b )", "a.exists(v, b)"),
        ("!(has(a.b))", "!has(a.b)"),
        ("a\n  <\n  b", "a < b"),
    ],
)
def test_parentheses_and_blanks_that_mean_nothing_go(text: str, plain: str) -> None:
    assert to_cel(parse(text)) == plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (-3, "-3"),
        (Decimal("0.50"), "0.50"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("3"), "3.0"),
        (Decimal("1E+3"), "1000.0"),
        ("", '""'),
        ('it\'s "so"', r'''"it's \"so\""'''),
        ("\\\n\t\r", r'"\\\n\t\r"'),
        ("\0\x85\u200b", r'"\u0000\u0085\u200b"'),
        ("é\U0001f600\U000e0001", '"é\U0001f600\U000e0001"'),
    ],
)
def test_a_literal_reads_as_the_same_value(value: str | int | Decimal | bool, text: str) -> None:
    assert to_cel(Literal(value)) == text
    assert parse_operand(text) == Literal(value)


def test_only_conditions_and_operands_can_be_written() -> None:
    with pytest.raises(InvalidCall, match="not a condition or an operand"):
        to_cel(Filter("v", Path(("a",))))
