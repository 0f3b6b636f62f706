"""
What Hypothesis draws, for every law: one section for each floor of the library.

Strategies are made once (``cache``): to make one anew for each example takes longer than to draw from it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from kamassess.checklist import syntax
from kamassess.checklist.printing import to_cel
from kamassess.checklist.tokens import Kind, tokenize

# ------------------------------------------------------------------------------------- the rule language
#: Names that look like something else; the shortest first, for shrinking.
ODD_NAMES = ("v", "_", "has", "size", "exists", "filter", "inner", "trueish", "nullable", "notes", "r", "u1")

#: What a rule, or something that resembles one, is made of.
PIECES = (
    "a", "v", "size", "exists", "filter", "has", "in", "not", "and", "null", "true", "as", "timestamp",
    "(", ")", "[", "]", ".", ",", "!", "-", "+", "?", ":", "{", "}", "=", "&", "|", "//",
    "&&", "||", "==", "!=", "<", "<=", ">", ">=", "0", "1", "0.5", ".5", "1.", "1e3", "2u", "0x1",
    "'a'", '"b"', "''", "'", '"', "'''", "r''", r"'\u0041'", r"'\x41'", "\\", "\n", "é", "\u00a0", "\ud800",
)  # fmt: skip


@cache
def names() -> st.SearchStrategy[str]:
    """A name that a fact, a relation or a member may have."""
    written = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,6}", fullmatch=True)
    return st.sampled_from(ODD_NAMES) | written.filter(lambda name: name not in syntax.REFUSED_WORDS)


@cache
def paths(longest: int = 3) -> st.SearchStrategy[syntax.Path]:
    """A fact by its name."""
    return st.lists(names(), min_size=1, max_size=longest).map(lambda parts: syntax.Path(tuple(parts)))


@cache
def literals() -> st.SearchStrategy[syntax.Literal]:
    """A value of each type that can be written out."""
    wholes = st.integers(-(2**63), 2**63 - 1)
    decimals = st.from_regex(r"-?[0-9]{1,12}\.[0-9]{1,12}", fullmatch=True).map(Decimal)
    return st.builds(syntax.Literal, st.booleans() | wholes | decimals | st.text(max_size=8))


@cache
def conditions() -> st.SearchStrategy[syntax.Condition]:
    """A rule, every node of which can occur in every other that may hold it."""
    return st.recursive(
        paths() | _relations(_operands()),
        lambda inner: (
            st.builds(syntax.Not, inner)
            | st.builds(syntax.And, _several(inner, syntax.And))
            | st.builds(syntax.Or, _several(inner, syntax.Or))
            | st.builds(
                syntax.Quantifier, paths(), st.sampled_from(("exists", "all", "exists_one")), names(), inner
            )
            | _relations(_operands() | _counts(inner))
        ),
        max_leaves=8,
    )


@cache
def operands() -> st.SearchStrategy[syntax.Operand]:
    """What is compared, filtered counts included."""
    return _operands() | _counts(conditions())


@st.composite
def spaced(draw: st.DrawFn, nodes: st.SearchStrategy[Any]) -> tuple[Any, str]:
    """A tree, and a text of it with other blanks between its words than the printer writes."""
    node = draw(nodes)
    text = ""
    for token in tokenize(to_cel(node)):
        blank = draw(st.sampled_from(("", " ", "\t", "\r\n ")))
        runs_on = bool(re.search(r"\w$", text) and re.match(r"\w", token.text))
        text += (blank or " " * runs_on) * (not text.endswith("-")) + token.text
    return node, text


_EDITS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 2), st.lists(st.sampled_from(PIECES), max_size=2)),
    min_size=1,
    max_size=2,
)


@st.composite
def nearly_rules(draw: st.DrawFn) -> str:
    """A rule of which some words were lost, added or replaced; now and then it is one still."""
    words = [token.text for token in tokenize(to_cel(draw(conditions()))) if token.kind is not Kind.END]
    for place, lost, found in draw(_EDITS):
        words[place : place + lost] = found
    return draw(st.sampled_from(("", " "))).join(words)


def soups() -> st.SearchStrategy[str]:
    """Words of the language and of its neighbours, in any order."""
    return st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@cache
def _operands() -> st.SearchStrategy[syntax.Operand]:
    return paths() | literals() | st.builds(syntax.Size, paths())


def _counts(conditions: st.SearchStrategy[syntax.Condition]) -> st.SearchStrategy[syntax.Size]:
    return st.builds(syntax.Size, paths(), st.builds(syntax.Filter, names(), conditions))


def _relations(operands: st.SearchStrategy[syntax.Operand]) -> st.SearchStrategy[syntax.Condition]:
    operators = st.sampled_from(("==", "!=", "<", "<=", ">", ">="))
    attributes = st.tuples(names(), names()).map(syntax.Path)
    return (
        st.builds(syntax.Has, attributes)
        | st.builds(syntax.Compare, operands, operators, operands)
        | st.builds(syntax.StartsWith, paths(), st.text(max_size=8))
        | st.builds(syntax.In, operands, st.lists(literals(), min_size=1, max_size=3).map(tuple))
    )


def _several(
    conditions: st.SearchStrategy[syntax.Condition], joining: type[syntax.And] | type[syntax.Or]
) -> st.SearchStrategy[tuple[syntax.Condition, ...]]:
    """At least two; one of the same sort lends its own, as in the trees that are read."""

    def flat(found: list[syntax.Condition]) -> tuple[syntax.Condition, ...]:
        return tuple(part for one in found for part in (one.operands if isinstance(one, joining) else (one,)))

    return st.lists(conditions, min_size=2, max_size=3).map(flat)
