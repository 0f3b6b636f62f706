"""Counts, nested counts and whatever may or may not be there."""

from __future__ import annotations

import pytest

from kamassess.checklist.condition import And, Compare, Condition, Count, Fact, Literal
from kamassess.checklist.ruleset import Counting, Ruleset, Stratum
from kamassess.engine.protocol import Engine, Truth
from kamassess.facts.table import Facts, Members, Table
from kamassess.model.kind import Type
from kamassess.model.terms import ORGANISATION
from tests.engines.small import conclude, counting, int_of, is_met, rule, table

ALL = Count("size", ("kpis",))
SOME = Count("some", ("kpis",), "body")
NONE = Count("none", ("kpis",), "body", negated=True)
YES, NO, MAYBE = ("kpi:yes", "kpi:no", "kpi:maybe")
ROWS = {"kpi:yes": {"met": True}, "kpi:no": {"met": False}, "kpi:maybe": {}}


def ends_of(engine: Engine, count: Count, members: Members | None) -> tuple[int, int | None]:
    """The interval that a count is, found by asking."""
    numbers = range(6)
    asked: list[Condition] = [Compare(count, ">=", int_of(one)) for one in numbers]
    asked += (Compare(count, "<=", int_of(one)) for one in numbers)
    related: dict[tuple[str, ...], Members] = {} if members is None else {("kpis",): members}
    found = conclude(engine, counting(*asked, counts=(count,), body=is_met()), table(ROWS, related))
    low = max(one for one in numbers if found[f"R-{one}"] is True)
    high = [one for one in numbers if found[f"R-{one + 6}"] is True]
    return low, min(high) if high else None


@pytest.mark.parametrize(
    ("members", "all_of_them", "some", "none"),
    [
        (Members((YES, NO, MAYBE)), (3, 3), (1, 2), (1, 2)),
        (Members((YES,), (NO, MAYBE)), (1, 3), (1, 2), (0, 2)),
        (Members((), (YES, NO)), (0, 2), (0, 1), (0, 1)),
        (Members((YES,), (MAYBE,), open=True), (1, None), (1, None), (0, None)),
        (Members(), (0, 0), (0, 0), (0, 0)),
        (None, (0, None), (0, None), (0, None)),
        (Members(("kpi:nowhere",)), (1, 1), (0, 1), (0, 1)),
        (Members((YES, NO), facts={NO: {"met": True}}), (2, 2), (2, 2), (0, 0)),
        (Members(("kpi:maybe",), facts={"kpi:maybe": {"other": 1}}), (1, 1), (0, 1), (0, 1)),
    ],
)
def test_a_count_is_what_may_still_be(
    engine: Engine,
    members: Members | None,
    all_of_them: tuple[int, int | None],
    some: tuple[int, int | None],
    none: tuple[int, int | None],
) -> None:
    assert ends_of(engine, ALL, members) == all_of_them
    assert ends_of(engine, SOME, members) == some
    assert ends_of(engine, NONE, members) == none


def test_counts_compare_with_each_other(engine: Engine) -> None:
    rules = counting(
        Compare(SOME, "<", NONE), Compare(NONE, "<", ALL), counts=(ALL, SOME, NONE), body=is_met()
    )
    few = table(ROWS, {("kpis",): Members((YES, NO, NO))})
    assert conclude(engine, rules, few) == {"R-0": True, "R-1": True}
    unsure = table(ROWS, {("kpis",): Members((YES, NO, MAYBE))})
    assert conclude(engine, rules, unsure) == {"R-0": None, "R-1": True}


def nested() -> Ruleset:
    """Chains of which all KPIs are met; a KPI's own condition counts nothing."""
    unmet = Count("unmet", ("kpis",), "met", negated=True)
    good = Count("good", ("chains",), "good")
    return Ruleset(
        (
            Stratum((), (rule("met", is_met(), "kpi"),)),
            Stratum(
                (Counting(("chain",), unmet),), (rule("good", Compare(unmet, "==", int_of(0)), "chain"),)
            ),
            Stratum(
                (Counting((ORGANISATION,), good),), (rule("R", Compare(good, ">=", int_of(2)), ORGANISATION),)
            ),
        ),
        asks={},
        relations={},
    )


@pytest.mark.parametrize(
    ("first", "second", "truth"),
    [((YES,), (YES, YES), True), ((NO,), (YES,), False), ((MAYBE,), (YES,), None), ((MAYBE,), (NO,), False)],
)
def test_a_body_may_count(
    engine: Engine, first: tuple[str, ...], second: tuple[str, ...], truth: Truth
) -> None:
    known = Table(
        rows=ROWS,
        members={
            ORGANISATION: {("chains",): Members(("chain:a", "chain:b"))},
            "chain:a": {("kpis",): Members(first)},
            "chain:b": {("kpis",): Members(second)},
        },
        foci={"kpi": tuple(ROWS), "chain": ("chain:a", "chain:b")},
    )
    assert conclude(engine, nested(), known) == {"R": truth}


def test_a_kind_without_nodes_decides_nothing(engine: Engine) -> None:
    rules = Ruleset((Stratum((), (rule("R", is_met(), "kpi", "chain"),)),), {}, {})
    nothing = Table({}, {}, {"kpi": ()})
    assert engine.decide(rules, Facts(nothing, nothing)).claimed == {"R": {}}


def test_the_organisation_is_always_there(engine: Engine) -> None:
    rules = Ruleset((Stratum((), (rule("R", And(()), ORGANISATION),)),), {}, {})
    nothing = Table({}, {}, {})
    assert engine.decide(rules, Facts(nothing, nothing)).proven == {"R": {ORGANISATION: True}}


def test_each_reading_is_decided_on_what_it_knows(engine: Engine) -> None:
    rules = counting(Compare(SOME, "==", int_of(1)), is_met(), counts=(SOME,), body=is_met())
    same = {"met": True}
    claimed = table(
        {ORGANISATION: same, "kpi:a": same, "kpi:b": {"met": False}}, {("kpis",): Members((YES,))}
    )
    members = Members(("kpi:a", "kpi:b"))
    claimed = Table(claimed.rows, {ORGANISATION: {("kpis",): members}}, claimed.foci)
    proven = Table({**claimed.rows, "kpi:b": {}}, claimed.members, claimed.foci)
    verdicts = engine.decide(rules, Facts(claimed, proven))
    assert verdicts.claimed == {"R-0": {ORGANISATION: True}, "R-1": {ORGANISATION: True}}
    assert verdicts.proven == {"R-0": {ORGANISATION: None}, "R-1": {ORGANISATION: True}}


def test_readings_may_differ_in_what_there_is(engine: Engine) -> None:
    rules = Ruleset((Stratum((Counting(("kpi",), ALL),), (rule("R", is_met(), "kpi"),)),), {}, {})
    rows = {"kpi:a": {"met": True}, "kpi:b": {"met": False}}
    one, two = (Table(rows, {}, {"kpi": foci}) for foci in (("kpi:a",), ("kpi:a", "kpi:b")))
    assert engine.decide(rules, Facts(one, two)).proven == {"R": {"kpi:a": True, "kpi:b": False}}
    assert engine.decide(rules, Facts(two, one)).proven == {"R": {"kpi:a": True}}


def test_a_shared_row_with_another_relation_is_another_case(engine: Engine) -> None:
    rules = counting(
        And((Compare(ALL, "==", int_of(1)), Compare(Fact("x", Type.INT), "==", Literal(1, Type.INT)))),
        counts=(ALL,),
    )
    row = {"x": 1}
    claimed = table({ORGANISATION: row}, {("kpis",): Members((YES,))})
    proven = table({ORGANISATION: row}, {("kpis",): Members((), (YES,))})
    verdicts = engine.decide(rules, Facts(claimed, proven))
    assert (verdicts.claimed["R-0"][ORGANISATION], verdicts.proven["R-0"][ORGANISATION]) == (True, None)
