"""
Conditions, rulesets and facts for the laws of the engines: small, odd, and never malformed.

The world of these tests has three kinds and two relations. Every type of fact comes twice,
so that facts can be held against each other; a count or share has two ends in a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache

from attrs import frozen
from hypothesis import strategies as st

from kamassess.checklist.condition import (
    HIGH,
    LOW,
    And,
    Compare,
    Condition,
    Constant,
    Count,
    Fact,
    Literal,
    Not,
    OneOf,
    Operand,
    Or,
    StartsWith,
    lower,
)
from kamassess.checklist.ruleset import Counting, Rule, Ruleset, Stratum
from kamassess.facts.table import Facts, Members, Row, Table, Value
from kamassess.model.kind import Type
from kamassess.model.terms import ORGANISATION

KINDS = ("kpi", "chain", ORGANISATION)
PATHS = (("owners",), ("part_of", "steps"))
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
NAMES = {kind: (f"{kind}_a", f"of.{kind}_b") for kind in Type}
LISTED = {"kpi": ("kpi:a", "kpi:b", "kpi:c"), "chain": ("chain:a", "chain:b"), ORGANISATION: (ORGANISATION,)}
NOWHERE = "kpi:nowhere"
"""A member of relations that is no focus: nothing is known of it."""

ODD_TEXTS = (
    "", " ", "s:", "s:s:", "10", "9", "true", "null", '"', "\\", "\\n", "\n", "\x00",
    "é", "日本語", "日本", "\ud800", "{}",
)  # fmt: skip
ODD_NUMBERS = (0, 1, -1, 2, 10, 2**31, 2**53, 2**53 + 1, 2**63 - 1, 2**63, -(2**63) - 1, 10**400)
ODD_DECIMALS = tuple(
    map(
        Decimal,
        ("0", "-0", "1", "1.0", "0.1", "0.10000000000000000001", "1e-10", "1E+20", "-1.5", "1e-400", "1e400",
         "0E+400", "9007199254740993", "0.3333333333333333333333333333", "9223372036.854775807"),
    )
)  # fmt: skip
ODD_DATES = ("2026-11-01", "2026-10-31", "0001-01-01", "9999-12-31", "2024-02-29", "2026-W01-1", "today")

points: dict[Type, st.SearchStrategy[Constant]] = {
    Type.TEXT: st.sampled_from(ODD_TEXTS) | st.text(max_size=3),
    Type.INT: st.sampled_from(ODD_NUMBERS) | st.integers(-3, 3),
    Type.DECIMAL: st.sampled_from(ODD_DECIMALS) | st.decimals(-3, 3, places=1) | st.integers(-3, 3),
    Type.BOOL: st.booleans(),
    Type.DATE: st.sampled_from(ODD_DATES) | st.dates().map(str),
    Type.COUNT: st.integers(0, 4),
    Type.SHARE: st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(1) / Decimal(3), Decimal(1)]),
}
"""Values of each type; those of intervals are their ends."""


def _ends(kind: Type) -> st.SearchStrategy[tuple[Constant, Constant | None]]:
    def in_order(one: Constant, other: Constant, closed: bool) -> tuple[Constant, Constant | None]:
        low, high = sorted((one, other))
        return low, high if closed else None

    return st.builds(in_order, points[kind], points[kind], st.booleans())


def _row(told: dict[str, Constant | tuple[Constant, Constant | None]]) -> dict[str, Value]:
    row: dict[str, Value] = {}
    for name, value in told.items():
        if isinstance(value, tuple):
            row[name + LOW] = value[0]
            if value[1] is not None:
                row[name + HIGH] = value[1]
        else:
            row[name] = value
    return row


_ROWS = st.dictionaries(
    st.sampled_from([(kind, name) for kind, names in NAMES.items() for name in names]), st.none(), max_size=8
).flatmap(
    lambda names: st.fixed_dictionaries(
        {name: _ends(kind) if kind.is_interval else points[kind] for kind, name in names}
    ).map(_row)
)


def rows() -> st.SearchStrategy[dict[str, Value]]:
    """What is known of a focus."""
    return _ROWS


def known_as_members(foci: list[str]) -> st.SearchStrategy[dict[str, Row]]:
    """Facts that some have only as members; mostly none."""
    none: st.SearchStrategy[dict[str, Row]] = st.just({})
    return none | none | st.dictionaries(st.sampled_from(foci), rows()) if foci else none


@st.composite
def relations(draw: st.DrawFn) -> Members:
    """The members of a relation."""
    foci = draw(
        st.lists(st.sampled_from([*LISTED["kpi"], *LISTED["chain"], NOWHERE]), unique=True, max_size=4)
    )
    certain = draw(st.integers(0, len(foci)))
    open_ = draw(st.integers(0, 3)) == 3
    return Members(tuple(foci[:certain]), tuple(foci[certain:]), open_, draw(known_as_members(foci)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """What a reading knows; a kind may be empty, and a focus may have no row."""
    foci = {kind: draw(st.sampled_from([some, some[:1], ()])) for kind, some in LISTED.items()}
    foci[ORGANISATION] = (ORGANISATION,)
    if draw(st.booleans()):
        del foci[ORGANISATION]  # it is there all the same
    all_foci = [*foci.get("kpi", ()), *foci.get("chain", ()), ORGANISATION]
    return Table(
        rows={focus: draw(rows()) for focus in all_foci if draw(st.integers(0, 5))},
        members={
            focus: {path: draw(relations()) for path in PATHS if draw(st.integers(0, 5))}
            for focus in all_foci
            if draw(st.integers(0, 5))
        },
        foci=foci,
    )


@st.composite
def less_known(draw: st.DrawFn, row: Row) -> Row:
    """The same row, or one that knows less of the same."""
    if draw(st.booleans()):
        return row
    less = {name: value for name, value in row.items() if draw(st.booleans())}
    for name in row:
        if name.endswith(HIGH) and name not in less and draw(st.booleans()):
            less[name] = row[name] + 1  # type: ignore[operator]
    return less


@st.composite
def less_sure(draw: st.DrawFn, members: Members) -> Members:
    """The same members, or the same of which less is sure."""
    if draw(st.booleans()):
        return members
    certain = draw(st.integers(0, len(members.certain)))
    return Members(
        members.certain[:certain],
        (*members.certain[certain:], *members.possible),
        members.open or draw(st.booleans()),
        {focus: draw(less_known(row)) for focus, row in members.facts.items()},
    )


@st.composite
def both_readings(draw: st.DrawFn) -> Facts:
    """Facts of which the proven reading knows at most what the claimed one does."""
    claimed = draw(tables())
    return Facts(
        claimed,
        Table(
            rows={focus: draw(less_known(row)) for focus, row in claimed.rows.items()},
            members={
                focus: {path: draw(less_sure(members)) for path, members in related.items()}
                for focus, related in claimed.members.items()
            },
            foci=claimed.foci,
        ),
    )


@st.composite
def comparisons(draw: st.DrawFn, counts: tuple[Count, ...] = ()) -> Condition:
    """One operand against another of its type."""
    kind = draw(st.sampled_from(Type))
    facts: list[Operand] = [Fact(name, kind) for name in NAMES[kind]]
    if kind is Type.COUNT:
        facts += counts
    operands = st.sampled_from(facts) | st.builds(Literal, points[kind], st.just(kind))
    return Compare(draw(operands), draw(st.sampled_from(COMPARISONS)), draw(operands))


@st.composite
def memberships(draw: st.DrawFn) -> Condition:
    """A fact that is one of some values."""
    kind = draw(st.sampled_from(Type))
    values = draw(st.lists(points[kind], min_size=1, max_size=3).map(tuple))
    return OneOf(Fact(draw(st.sampled_from(NAMES[kind])), kind), values)


beginnings: st.SearchStrategy[Condition] = st.builds(
    StartsWith,
    st.builds(Fact, st.sampled_from(NAMES[Type.TEXT]), st.just(Type.TEXT)),
    st.sampled_from(ODD_TEXTS),
)


@cache  # to make a strategy takes longer than to draw from it
def conditions(counts: tuple[Count, ...] = ()) -> st.SearchStrategy[Condition]:
    """Any condition about facts of the focus and these counts."""
    leaves = comparisons(counts) | memberships() | beginnings | st.sampled_from((And(()), Or(())))

    def combined(some: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(some, max_size=3).map(tuple)
        return st.builds(Not, some) | st.builds(And, several) | st.builds(Or, several)

    return st.recursive(leaves, combined, max_leaves=6)


def rule(name: str, kinds: tuple[str, ...], condition: Condition) -> Rule:
    """A rule as the compiler makes it."""
    return Rule(name, kinds, condition, lower(condition, True), lower(condition, False))


@st.composite
def _counts(draw: st.DrawFn, prefix: str, bodies: Iterable[str]) -> tuple[Count, ...]:
    number = draw(st.integers(0, 3))
    return tuple(
        Count(
            f"{prefix}{one}",
            draw(st.sampled_from(PATHS)),
            draw(st.sampled_from([None, *bodies])),
            negated=draw(st.booleans()),
        )
        for one in range(number)
    )


@st.composite
def rulesets(draw: st.DrawFn) -> Ruleset:
    """Rules in up to three strata; a body may count with bodies of its own."""
    strata: list[Stratum] = []
    bodies: list[str] = []
    for depth in range(draw(st.integers(0, 2))):
        counts = draw(_counts(f"inner{depth}.", bodies))
        inner = [rule(f"body{depth}.{one}", KINDS, draw(conditions(counts))) for one in range(2)]
        strata.append(Stratum(tuple(Counting(KINDS, one) for one in counts), tuple(inner)))
        bodies += (one.id for one in inner)
    counts = draw(_counts("outer.", bodies))
    names = draw(st.lists(st.sampled_from(KINDS), max_size=4))
    rules = tuple(rule(f"R-{number}", (kind,), draw(conditions(counts))) for number, kind in enumerate(names))
    strata.append(Stratum(tuple(Counting(KINDS, one) for one in counts), rules))
    return Ruleset(tuple(strata), asks={}, relations={})


@frozen
class Change:
    """One call of a live engine: what is called, and what with."""

    method: str
    arguments: tuple[object, ...]


def changes() -> st.SearchStrategy[Change]:
    """Anything that can be done to a live engine."""
    readings = st.sampled_from(["claimed", "proven"])
    foci = st.sampled_from([*LISTED["kpi"], *LISTED["chain"], NOWHERE, "kpi:new", ORGANISATION])
    told: st.SearchStrategy[tuple[str, Value]] = st.one_of(
        [st.tuples(st.sampled_from(NAMES[kind]), points[kind]) for kind in Type if not kind.is_interval]
    )

    def change(method: str) -> Callable[..., Change]:
        return lambda *arguments: Change(method, arguments)

    return st.one_of(
        st.builds(lambda reading, focus, one: Change("set", (reading, focus, *one)), readings, foci, told),
        st.builds(change("drop"), readings, foci, told.map(lambda one: one[0])),
        st.builds(change("relate"), readings, foci, st.sampled_from(PATHS), relations()),
    )
