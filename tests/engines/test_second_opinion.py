"""Two engines that decided the same facts must have decided the same; if not, the smallest case is told."""

from __future__ import annotations

import pytest

from kamassess.checklist.condition import And, Compare, Condition, Fact, Literal, Not, OneOf, Or, StartsWith
from kamassess.checklist.ruleset import Ruleset
from kamassess.engine.comparing import compare
from kamassess.engine.protocol import Verdicts
from kamassess.engine.reference import Reference
from kamassess.errors import EnginesDiffer
from kamassess.facts.table import Facts, Members, Table
from kamassess.model.kind import Type
from kamassess.model.terms import ORGANISATION
from tests.engines.small import counting, int_of, is_met, ruleset, table
from tests.engines.test_counting import ALL, ROWS, SOME, YES

NAME = Fact("name", Type.TEXT)


def differences(ruleset: Ruleset, known: Table, other: Verdicts) -> EnginesDiffer:
    """What is told when another engine decided otherwise than the reference."""
    facts = Facts(known, known)
    with pytest.raises(EnginesDiffer) as caught:
        compare("reference", Reference().decide(ruleset, facts), "other", other, ruleset, facts)
    return caught.value


def test_engines_that_agree_are_not_spoken_of() -> None:
    facts = Facts(table(ROWS), table(ROWS))
    decided = Reference().decide(ruleset(is_met()), facts)
    compare(
        "reference", decided, "other", Verdicts(decided.claimed, decided.proven), ruleset(is_met()), facts
    )


def test_every_difference_is_told_in_a_sentence() -> None:
    one = {"R-0": {"kpi:yes": False, "kpi:no": False, "kpi:maybe": True}}
    told = differences(ruleset(is_met()), table(ROWS), Verdicts(one, {"R-0": {}}))
    assert told.differences == (
        "R-0 at kpi:yes, claimed: reference says true, other says false",
        "R-0 at kpi:maybe, claimed: reference says unknown, other says true",
        "R-0 at kpi:yes, proven: reference says true, other says nothing",
        "R-0 at kpi:no, proven: reference says false, other says nothing",
        "R-0 at kpi:maybe, proven: reference says unknown, other says nothing",
    )


def test_a_rule_that_only_one_of_them_knows_is_a_difference_too() -> None:
    decided = Reference().decide(ruleset(is_met()), Facts(table(ROWS), table(ROWS)))
    other = Verdicts({**decided.claimed, "R-9": {"kpi:yes": True}}, decided.proven)
    told = differences(ruleset(is_met()), table(ROWS), other)
    assert told.differences == ("R-9 at kpi:yes, claimed: reference says nothing, other says true",)
    assert told.smallest == "R-9 is no rule"


@pytest.mark.parametrize(
    "condition",
    [
        Not(And((is_met(), Compare(int_of(1), "<", Fact("x", Type.INT))))),
        Or((OneOf(NAME, ("a",)), StartsWith(NAME, "b"))),
    ],
)
def test_the_smallest_case_has_what_the_rule_asks_and_no_other_fact(condition: Condition) -> None:
    row = {"met": True, "x": 3, "name": "c", "other": 1}
    nothing = Verdicts({"R-0": {"kpi:a": None}}, {"R-0": {"kpi:a": None}})
    told = differences(ruleset(condition), table({"kpi:a": row}), nothing).smallest
    asked = {"met": True, "x": 3} if isinstance(condition, Not) else {"name": "c"}
    assert told == f"R-0 at kpi:a: {condition!r}\nfacts: {asked!r}"


def test_the_smallest_case_has_the_members_that_were_counted() -> None:
    rules = counting(
        Compare(SOME, "==", int_of(1)), Compare(ALL, ">", int_of(2)), counts=(SOME, ALL), body=is_met()
    )
    known = table(ROWS, {("kpis",): Members((YES,))})
    other = Verdicts(*({"R-0": {ORGANISATION: False}, "R-1": {ORGANISATION: False}} for _ in range(2)))
    told = differences(rules, known, other).smallest
    assert told.splitlines()[1:] == [
        "facts: {}",
        "kpis: Members(certain=('kpi:yes',), possible=(), open=False, facts={})",
        f"body at kpi:yes: {is_met()!r}",
        "facts: {'met': True}",
    ]


def test_the_members_of_a_relation_that_nobody_described_are_not_known() -> None:
    other = Verdicts(*({"R-0": {ORGANISATION: True}} for _ in range(2)))
    told = differences(counting(Compare(ALL, ">", int_of(2)), counts=(ALL,)), table(ROWS), other).smallest
    assert told.endswith("kpis: Members(certain=(), possible=(), open=True, facts={})")


def test_a_literal_is_no_fact() -> None:
    always = Compare(int_of(1), "==", Literal(1, Type.INT))
    other = Verdicts(*({"R-0": {"kpi:a": False}} for _ in range(2)))
    assert differences(ruleset(always), table({"kpi:a": {"x": 1}}), other).smallest.endswith("facts: {}")
