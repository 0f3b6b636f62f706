"""The laws of deciding: two conditions without negation, one meaning, every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from attrs import evolve, frozen
from hypothesis import given, target
from hypothesis import strategies as st

from kamassess.checklist.condition import (
    COMPLEMENT,
    HIGH,
    LOW,
    All,
    And,
    Any,
    Compare,
    Condition,
    Count,
    Fact,
    Literal,
    Lowered,
    Not,
    OneOf,
    Operand,
    Or,
    StartsWith,
    lower,
)
from kamassess.checklist.ruleset import Counting, Ruleset, Stratum
from kamassess.engine.closures import question
from kamassess.engine.protocol import Engine, Truth
from kamassess.engine.reference import Reference
from kamassess.engine.rete import Rete
from kamassess.facts.table import Facts, Members, Row, Table, Value
from kamassess.model.kind import Type
from kamassess.model.terms import ORGANISATION
from tests import strategies_rules as some
from tests.second import EACH_ENGINE, needs_rete

OPEN = Members(open=True)


def leaves_of(condition: Lowered) -> Iterator[Lowered]:
    if isinstance(condition, All | Any):
        for operand in condition.operands:
            yield from leaves_of(operand)
    else:
        yield condition


class TestLowering:
    """'A rule is true, false or unknown; the compiler lowers it into two conditions without negation.'"""

    @given(some.conditions(), some.rows())
    def test_a_condition_never_both_holds_and_fails(self, condition: Condition, row: Row) -> None:
        holds, fails = question(lower(condition, True)), question(lower(condition, False))
        assert not (holds(row) and fails(row))

    @given(some.conditions(), st.booleans())
    def test_to_negate_is_to_ask_for_the_other(self, condition: Condition, truth: bool) -> None:
        assert lower(Not(condition), truth) == lower(condition, not truth)

    @given(some.conditions(), st.booleans())
    def test_a_lowered_condition_is_made_of_tests_with_all_and_any(
        self, condition: Condition, truth: bool
    ) -> None:
        for one in leaves_of(lower(condition, truth)):
            assert one.operator in COMPLEMENT  # type: ignore[union-attr]  # no Not is left: it has none

    @given(some.conditions(), some.rows(), st.data())
    def test_what_is_decided_stays_so_when_more_is_known(
        self, condition: Condition, row: dict[str, Value], data: st.DataObject
    ) -> None:
        less = data.draw(some.less_known(row))
        for truth in (True, False):
            asked = question(lower(condition, truth))
            assert asked(row) or not asked(less)


# An evaluation of the typed condition that shares nothing with any engine: Kleene's tables.

Known = tuple[Value | None, Value | None]
"""The ends of what an operand may be; of what is no interval they are the same."""


@frozen
class Plain:
    """The meaning of a ruleset on a table, as the design tells it."""

    ruleset: Ruleset
    table: Table

    def foci(self, kind: str) -> tuple[str, ...]:
        return (ORGANISATION,) if kind == ORGANISATION else self.table.foci.get(kind, ())

    def decisions(self) -> dict[str, dict[str, Truth]]:
        return {
            rule.id: {
                focus: self.truth(rule.condition, focus, {})
                for kind in rule.kinds
                for focus in self.foci(kind)
            }
            for rule in self.ruleset.rules
        }

    def truth(self, condition: Condition, focus: str, told: Row) -> Truth:
        match condition:
            case Not(operand):
                return {True: False, False: True, None: None}[self.truth(operand, focus, told)]
            case And(operands):
                truths = {self.truth(one, focus, told) for one in operands}
                return False if False in truths else None if None in truths else True
            case Or(operands):
                truths = {self.truth(one, focus, told) for one in operands}
                return True if True in truths else None if None in truths else False
            case StartsWith(fact, prefix):
                text, _ = self.known(fact, focus, told)
                return None if text is None else str(text)[: len(prefix)] == prefix
            case OneOf(fact, values):
                same = (Compare(fact, "==", Literal(value, fact.type)) for value in values)
                return self.truth(Or(tuple(same)), focus, told)
            case Compare(left, operator, right):
                return compared(self.known(left, focus, told), operator, self.known(right, focus, told))

    def known(self, operand: Operand, focus: str, told: Row) -> Known:
        if isinstance(operand, Literal):
            return operand.value, operand.value
        if isinstance(operand, Count):
            return self.counted(operand, focus)
        row = {**self.table.rows.get(focus, {}), **told}
        if operand.type.is_interval:
            return row.get(operand.name + LOW), row.get(operand.name + HIGH)
        return row.get(operand.name), row.get(operand.name)

    def counted(self, count: Count, focus: str) -> Known:
        if focus not in {one for kind in some.KINDS for one in self.foci(kind)}:
            return None, None
        members = self.table.members.get(focus, {}).get(count.relation, OPEN)
        low = sum(self.counts(count, member, members) is True for member in members.certain)
        high = sum(self.counts(count, member, members) is not False for member in members.named)
        return low, None if members.open else high

    def counts(self, count: Count, member: str, members: Members) -> Truth:
        if count.body is None:
            return True
        (body,) = (rule for stratum in self.ruleset.strata for rule in stratum.rules if rule.id == count.body)
        condition = Not(body.condition) if count.negated else body.condition
        return self.truth(condition, member, members.facts.get(member, {}))


def compared(left: Known, operator: str, right: Known) -> Truth:
    def less(one: Known, other: Known) -> Truth:
        if one[1] is not None and other[0] is not None and one[1] < other[0]:  # type: ignore[operator]
            return True
        if one[0] is not None and other[1] is not None and one[0] >= other[1]:  # type: ignore[operator]
            return False
        return None

    def reverse(truth: Truth) -> Truth:
        return None if truth is None else not truth

    def equal() -> Truth:
        if less(left, right) or less(right, left):
            return False
        values = {*left, *right}
        return None if None in values or len(values) > 1 else True

    answers: dict[str, Callable[[], Truth]] = {
        "==": equal,
        "!=": lambda: reverse(equal()),
        "<": lambda: less(left, right),
        "<=": lambda: reverse(less(right, left)),
        ">": lambda: less(right, left),
        ">=": lambda: reverse(less(left, right)),
    }
    return answers[operator]()


class TestMeaning:
    """'Three engines, one meaning.'"""

    @given(some.rulesets(), some.both_readings())
    def test_the_reference_is_a_plain_evaluation_in_three_values(
        self, ruleset: Ruleset, facts: Facts
    ) -> None:
        verdicts = Reference().decide(ruleset, facts)
        assert verdicts.claimed == Plain(ruleset, facts.claimed).decisions()
        assert verdicts.proven == Plain(ruleset, facts.proven).decisions()
        target(sum(truth is not None for one in verdicts.claimed.values() for truth in one.values()))

    @needs_rete
    @given(some.rulesets(), some.both_readings())
    def test_durable_rules_agrees_with_the_reference(self, ruleset: Ruleset, facts: Facts) -> None:
        reference, rete = Reference().decide(ruleset, facts), Rete().decide(ruleset, facts)
        assert rete.claimed == reference.claimed
        assert rete.proven == reference.proven

    @given(some.rulesets(), some.both_readings())
    def test_proven_never_contradicts_claimed(self, ruleset: Ruleset, facts: Facts) -> None:
        verdicts = Reference().decide(ruleset, facts)
        for rule, decided in verdicts.proven.items():
            for focus, truth in decided.items():
                assert truth is None or truth is verdicts.claimed[rule][focus]

    @given(some.rulesets(), some.tables(), st.randoms())
    def test_order_does_not_matter(self, ruleset: Ruleset, table: Table, random: object) -> None:
        def turned(members: Members) -> Members:
            return Members(members.certain[::-1], members.possible[::-1], members.open)

        again = Table(
            rows=dict(list(table.rows.items())[::-1]),
            members={
                focus: {path: turned(members) for path, members in related.items()}
                for focus, related in table.members.items()
            },
            foci={kind: foci[::-1] for kind, foci in table.foci.items()},
        )
        strata = tuple(Stratum(one.counts[::-1], one.rules[::-1]) for one in ruleset.strata)
        verdicts = Reference().decide(evolve(ruleset, strata=strata), Facts(again, table))
        assert verdicts.claimed == verdicts.proven == Reference().decide(ruleset, Facts(table, again)).claimed


@st.composite
def small_relations(draw: st.DrawFn) -> tuple[Members, dict[str, dict[str, Value]]]:
    names = [f"kpi:{number}" for number in range(draw(st.integers(0, 4)))]
    known: list[dict[str, Value]] = [{}, {"met": True}, {"met": False}]
    rows = {name: draw(st.sampled_from(known)) for name in names}
    cut = draw(st.integers(0, len(names)))
    members = tuple(names)
    return Members(members[:cut], members[cut:], draw(st.booleans())), rows


class TestCounting:
    """'A comparison holds when it is true for every number in it, fails when false for every one.'"""

    MET = Compare(Fact("met", Type.BOOL), "==", Literal(True, Type.BOOL))

    @given(small_relations(), st.sampled_from(some.COMPARISONS), st.integers(-1, 5), st.booleans())
    def test_a_count_decides_as_all_its_completions_do(
        self,
        related: tuple[Members, dict[str, dict[str, Value]]],
        operator: str,
        number: int,
        negated: bool,
    ) -> None:
        members, rows = related
        count = Count("n", ("kpis",), "body", negated)
        condition = Compare(count, operator, Literal(number, Type.INT))
        ruleset = Ruleset(
            (
                Stratum((), (some.rule("body", ("kpi",), self.MET),)),
                Stratum((Counting((ORGANISATION,), count),), (some.rule("R", (ORGANISATION,), condition),)),
            ),
            asks={},
            relations={},
        )
        table = Table(rows, {ORGANISATION: {("kpis",): members}}, {"kpi": tuple(rows)})
        outcomes = {
            Plain(ruleset, completion).decisions()["R"][ORGANISATION]
            for completion in completions(members, rows)
        }
        (expected,) = outcomes if len(outcomes) == 1 else (None,)
        assert Reference().decide(ruleset, Facts(table, table)).claimed["R"][ORGANISATION] is expected


def completions(members: Members, rows: dict[str, dict[str, Value]]) -> Iterator[Table]:
    """Every way in which what is unknown may turn out; of members that nobody named up to seven."""
    there = [[True]] * len(members.certain) + [[True, False]] * len(members.possible)
    met = [[row["met"]] if row else [True, False] for row in rows.values()]
    for present, truths in product(product(*there), product(*met)):
        for more in range(8 if members.open else 1):
            named = [name for name, here in zip(rows, present, strict=True) if here]
            others = [f"kpi:other-{number}" for number in range(more)]
            facts: dict[str, Row] = {name: {"met": truth} for name, truth in zip(rows, truths, strict=True)}
            for value in (True, False):
                facts |= {name: {"met": value} for name in others}
                related = Members((*named, *others))
                yield Table(facts, {ORGANISATION: {("kpis",): related}}, {"kpi": tuple(facts)})


class Model:
    """A table that changes as a live engine's is said to."""

    def __init__(self, table: Table) -> None:
        self.rows = {focus: dict(row) for focus, row in table.rows.items()}
        self.members = {focus: dict(related) for focus, related in table.members.items()}
        self.foci = {kind: list(foci) for kind, foci in table.foci.items()}

    def know(self, focus: str) -> None:
        foci = self.foci.setdefault(focus.partition(":")[0], [])
        if focus not in foci:
            foci.append(focus)

    def set(self, focus: str, fact: str, value: Value) -> None:
        self.know(focus)
        self.rows.setdefault(focus, {})[fact] = value

    def drop(self, focus: str, fact: str) -> None:
        self.rows.get(focus, {}).pop(fact, None)

    def relate(self, focus: str, path: tuple[str, ...], members: Members) -> None:
        self.know(focus)
        self.members.setdefault(focus, {})[path] = members

    def table(self) -> Table:
        foci = {kind: tuple(some) for kind, some in self.foci.items()}
        return Table(self.rows, self.members, foci)


@pytest.mark.parametrize("engine", EACH_ENGINE)
class TestLive:
    """'Facts that change, and the decisions that follow.'"""

    @given(
        ruleset=some.rulesets(),
        facts=some.both_readings(),
        batches=st.lists(st.lists(some.changes(), max_size=4), max_size=4),
    )
    def test_a_live_one_decides_as_if_anew(
        self, engine: Engine, ruleset: Ruleset, facts: Facts, batches: list[list[some.Change]]
    ) -> None:
        live = engine.open(ruleset, facts)
        model = {"claimed": Model(facts.claimed), "proven": Model(facts.proven)}
        given_before = []
        for batch in ([], *batches):
            for change in batch:
                reading, *arguments = change.arguments
                getattr(live, change.method)(*change.arguments)
                getattr(model[str(reading)], change.method)(*arguments)
            verdicts = live.outcomes()
            now = Facts(model["claimed"].table(), model["proven"].table())
            anew = Reference().decide(ruleset, now)
            assert (verdicts.claimed, verdicts.proven) == (anew.claimed, anew.proven)
            given_before.append((verdicts, anew))
        live.close()
        for verdicts, then in given_before:
            assert (verdicts.claimed, verdicts.proven) == (then.claimed, then.proven)
