"""Facts that change, and decisions that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kamassess.checklist.condition import And, Compare, Count
from kamassess.checklist.ruleset import Counting, Ruleset, Stratum
from kamassess.engine.protocol import Engine, Live, Verdicts
from kamassess.facts.table import Facts, Members, Table
from kamassess.model.terms import ORGANISATION, Reading
from tests.engines.small import X, counting, int_of, is_met, rule, ruleset, table

CLAIMED, PROVEN = Reading.CLAIMED, Reading.PROVEN
SOME = Count("some", ("kpis",), "body")
KPIS: tuple[str, ...] = ("kpis",)

Opens = Callable[[Ruleset, Table], Live]


@pytest.fixture
def opened(engine: Engine) -> Iterator[Opens]:
    """Opens live ones, and closes them after the test."""
    lives: list[Live] = []

    def begin(rules: Ruleset, known: Table) -> Live:
        lives.append(engine.open(rules, Facts(known, known)))
        return lives[-1]

    yield begin
    for live in lives:
        live.close()


def of(verdicts: Verdicts, focus: str = ORGANISATION) -> tuple[object, object]:
    return verdicts.claimed["R-0"][focus], verdicts.proven["R-0"][focus]


def test_a_fact_becomes_known_changes_and_is_unknown_again(opened: Opens) -> None:
    live = opened(ruleset(Compare(X, ">", int_of(3))), table({"kpi:a": {}}))
    assert of(live.outcomes(), "kpi:a") == (None, None)
    live.set(CLAIMED, "kpi:a", "x", 4)
    assert of(live.outcomes(), "kpi:a") == (True, None)
    live.set(PROVEN, "kpi:a", "x", 3)
    assert of(live.outcomes(), "kpi:a") == (True, False)
    live.drop(CLAIMED, "kpi:a", "x")
    live.drop(CLAIMED, "kpi:a", "x")
    live.drop(CLAIMED, "kpi:b", "x")
    assert of(live.outcomes(), "kpi:a") == (None, False)


def test_of_several_changes_the_last_counts(opened: Opens) -> None:
    live = opened(ruleset(is_met()), table({"kpi:a": {}}))
    for value in (True, False, True):
        live.set(CLAIMED, "kpi:a", "met", value)
    assert of(live.outcomes(), "kpi:a") == (True, None)


def test_a_focus_is_known_from_its_first_fact_on(opened: Opens) -> None:
    live = opened(ruleset(is_met()), Table({}, {}, {}))
    assert live.outcomes().claimed == {"R-0": {}}
    live.set(CLAIMED, "kpi:new", "x", 1)
    assert live.outcomes().claimed == {"R-0": {"kpi:new": None}}
    live.drop(CLAIMED, "kpi:new", "x")
    assert live.outcomes().claimed == {"R-0": {"kpi:new": None}}
    assert live.outcomes().proven == {"R-0": {}}


def test_a_fact_of_a_member_changes_the_counts_of_those_who_have_it(opened: Opens) -> None:
    rules = counting(Compare(SOME, "==", int_of(2)), counts=(SOME,), body=is_met())
    rows = {"kpi:a": {"met": True}, "kpi:b": {}, "kpi:c": {"met": False}}
    live = opened(rules, table(rows, {KPIS: Members(("kpi:a", "kpi:b"), ("kpi:c",))}))
    assert of(live.outcomes()) == (None, None)
    live.set(CLAIMED, "kpi:b", "met", True)
    assert of(live.outcomes()) == (True, None)
    live.set(CLAIMED, "kpi:c", "met", True)
    assert of(live.outcomes()) == (None, None)
    live.set(CLAIMED, "kpi:a", "met", False)
    live.set(CLAIMED, "kpi:b", "met", False)
    assert of(live.outcomes()) == (False, None)


def test_a_relation_changes(opened: Opens) -> None:
    rules = counting(Compare(SOME, "==", int_of(1)), counts=(SOME,), body=is_met())
    live = opened(rules, table({"kpi:a": {"met": True}, "kpi:b": {}}))
    assert of(live.outcomes()) == (None, None)
    live.relate(CLAIMED, ORGANISATION, KPIS, Members(("kpi:a",)))
    assert of(live.outcomes()) == (True, None)
    live.relate(CLAIMED, ORGANISATION, KPIS, Members(("kpi:a",), open=True))
    assert of(live.outcomes()) == (None, None)
    live.relate(CLAIMED, ORGANISATION, KPIS, Members(("kpi:b",), facts={"kpi:b": {"met": True}}))
    assert of(live.outcomes()) == (True, None)
    live.relate(CLAIMED, ORGANISATION, ("other",), Members(("kpi:b",), facts={"kpi:b": {"met": True}}))
    live.relate(CLAIMED, ORGANISATION, KPIS, Members(("kpi:b",)))
    assert of(live.outcomes()) == (None, None)
    live.set(CLAIMED, "kpi:a", "met", False)
    assert of(live.outcomes()) == (None, None)


def test_a_member_with_facts_of_its_own_follows_its_other_facts(opened: Opens) -> None:
    body = Compare(X, "==", int_of(1))
    rules = counting(Compare(SOME, "==", int_of(1)), counts=(SOME,), body=body)
    member = Members(("kpi:a",), facts={"kpi:a": {"since": 3}})
    live = opened(rules, table({"kpi:a": {}, "kpi:b": {"x": 1}}, {KPIS: member, ("other",): member}))
    assert of(live.outcomes()) == (None, None)
    live.set(CLAIMED, "kpi:a", "x", 1)
    assert of(live.outcomes()) == (True, None)
    live.relate(CLAIMED, ORGANISATION, KPIS, Members(("kpi:a", "kpi:b"), facts=member.facts))
    assert of(live.outcomes()) == (False, None)


def test_a_focus_may_become_known_by_a_relation(opened: Opens) -> None:
    size = Count("size", KPIS)
    rules = Ruleset(
        (Stratum((Counting(("chain",), size),), (rule("R-0", Compare(size, "==", int_of(1)), "chain"),)),),
        {},
        {},
    )
    live = opened(rules, Table({}, {}, {}))
    live.relate(CLAIMED, "chain:new", KPIS, Members(("kpi:a",)))
    assert live.outcomes().claimed == {"R-0": {"chain:new": True}}
    assert live.outcomes().proven == {"R-0": {}}


def test_members_that_change_places_leave_the_count_as_it_was(opened: Opens) -> None:
    rules = counting(Compare(SOME, "==", int_of(1)), counts=(SOME,), body=is_met())
    rows = {"kpi:a": {"met": True}, "kpi:b": {"met": False}}
    live = opened(rules, table(rows, {KPIS: Members(("kpi:a", "kpi:b"))}))
    before = live.outcomes()
    live.set(CLAIMED, "kpi:a", "met", False)
    live.set(CLAIMED, "kpi:b", "met", True)
    assert live.outcomes() is before


def test_a_body_that_is_decided_as_before_changes_nothing(opened: Opens) -> None:
    rules = counting(Compare(SOME, "==", int_of(1)), counts=(SOME,), body=Compare(X, ">", int_of(3)))
    live = opened(rules, table({"kpi:a": {"x": 4}}, {KPIS: Members(("kpi:a",))}))
    before = live.outcomes()
    live.set(CLAIMED, "kpi:a", "x", 5)
    assert live.outcomes() is before


def test_the_low_end_of_an_open_relation_follows_too(opened: Opens) -> None:
    rules = counting(Compare(SOME, ">=", int_of(1)), counts=(SOME,), body=is_met())
    live = opened(rules, table({"kpi:a": {}}, {KPIS: Members(("kpi:a",), open=True)}))
    assert of(live.outcomes()) == (None, None)
    live.set(CLAIMED, "kpi:a", "met", True)
    assert of(live.outcomes()) == (True, None)


def test_each_body_follows_the_members_that_it_is_counted_with(opened: Opens) -> None:
    one, other = Count("one", KPIS, "one"), Count("other", ("other",), "other")
    bodies = (rule("one", is_met()), rule("other", is_met()))
    both = And((Compare(one, "==", int_of(1)), Compare(other, "==", int_of(0))))
    rules = Ruleset(
        (
            Stratum((), bodies),
            Stratum(
                tuple(Counting((ORGANISATION,), count) for count in (one, other)),
                (rule("R-0", both, ORGANISATION),),
            ),
        ),
        asks={},
        relations={},
    )
    members = {KPIS: Members(("kpi:a",), facts={"kpi:a": {"x": 1}}), ("other",): Members()}
    live = opened(rules, table({"kpi:a": {}}, members))
    assert of(live.outcomes()) == (None, None)
    live.set(CLAIMED, "kpi:a", "met", True)
    assert of(live.outcomes()) == (True, None)


def test_a_member_that_went_and_came_back_is_decided_anew(opened: Opens) -> None:
    rules = counting(Compare(SOME, "==", int_of(1)), counts=(SOME,), body=is_met())
    there, gone = Members(("kpi:a",), facts={"kpi:a": {"x": 1}}), Members()
    live = opened(rules, table({"kpi:a": {"met": True}}, {KPIS: there}))
    assert of(live.outcomes()) == (True, True)
    live.relate(CLAIMED, ORGANISATION, KPIS, gone)
    live.set(CLAIMED, "kpi:a", "met", False)
    assert of(live.outcomes()) == (False, True)
    live.relate(CLAIMED, ORGANISATION, KPIS, there)
    assert of(live.outcomes()) == (False, True)
    live.set(CLAIMED, "kpi:a", "met", True)
    assert of(live.outcomes()) == (True, True)


def test_a_new_focus_counts_members_that_turn_in_the_same_moment(opened: Opens) -> None:
    some = Count("some", KPIS, "body")
    rules = Ruleset(
        (
            Stratum((), (rule("body", is_met(), "kpi"),)),
            Stratum((Counting(("chain",), some),), (rule("R-0", Compare(some, "==", int_of(1)), "chain"),)),
        ),
        asks={},
        relations={},
    )
    members = {KPIS: Members(("kpi:a",))}
    live = opened(
        rules,
        Table(
            {"kpi:a": {}},
            {"chain:a": members, "chain:b": members},
            {"kpi": ("kpi:a",), "chain": ("chain:a",)},
        ),
    )
    assert of(live.outcomes(), "chain:a") == (None, None)
    live.set(CLAIMED, "chain:b", "x", 1)
    live.set(CLAIMED, "kpi:a", "met", True)
    verdicts = live.outcomes()
    assert verdicts.claimed["R-0"] == {"chain:a": True, "chain:b": True}
    assert verdicts.proven["R-0"] == {"chain:a": None}


def test_verdicts_that_were_given_do_not_change(opened: Opens) -> None:
    live = opened(ruleset(is_met(), Compare(X, "==", int_of(1))), table({"kpi:a": {}, "kpi:b": {}}))
    before = live.outcomes()
    assert live.outcomes() is before
    live.set(CLAIMED, "kpi:a", "x", 1)
    after = live.outcomes()
    assert before.claimed["R-1"] == {"kpi:a": None, "kpi:b": None}
    assert after.claimed["R-1"] == {"kpi:a": True, "kpi:b": None}
    assert after.claimed["R-0"] is before.claimed["R-0"]
    assert after.proven is before.proven
    live.set(CLAIMED, "kpi:a", "x", 1)
    assert live.outcomes() is after


def test_the_facts_to_begin_with_are_left_alone(opened: Opens) -> None:
    known = table({"kpi:a": {"met": True}})
    live = opened(ruleset(is_met()), known)
    live.set(CLAIMED, "kpi:a", "met", False)
    live.outcomes()
    assert known == table({"kpi:a": {"met": True}})
