"""What is the reference's own: that it decides once what it needs once."""

from __future__ import annotations

import gc
from importlib import metadata

import pytest

from kamassess.checklist.condition import Compare, Count
from kamassess.checklist.once import once_per_ruleset
from kamassess.checklist.ruleset import Ruleset
from kamassess.engine.closures import question
from kamassess.engine.reference import Reference, counted
from kamassess.facts.table import Facts, Members, Value
from kamassess.model.terms import ORGANISATION
from tests.engines.small import counting, int_of, is_met, ruleset, table


class Watched(dict[str, Value]):
    """A row that tells how often it was looked in."""

    asked = 0

    def get(self, key: str, default: object = None) -> Value | None:  # type: ignore[override]
        self.asked += 1
        return super().get(key)


def test_its_version_is_that_of_kamassess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: f"that of {name}")
    assert Reference().version == "that of kamassess"


def test_a_row_that_both_readings_hold_is_decided_once() -> None:
    row = Watched(met=True)
    facts = Facts(table({"kpi:a": row}), table({"kpi:a": row}))
    verdicts = Reference().decide(ruleset(is_met()), facts)
    assert verdicts.claimed == verdicts.proven == {"R-0": {"kpi:a": True}}
    assert row.asked == 1


def test_a_body_is_decided_once_at_a_member() -> None:
    row = Watched(met=True)
    members = Members(("kpi:a", "kpi:a"))
    some, others = Count("some", ("kpis",), "body"), Count("others", ("all",), "body")
    rules = counting(Compare(some, ">", int_of(1)), counts=(some, others), body=is_met())
    claimed = table({"kpi:a": row}, {("kpis",): members, ("all",): members})
    proven = table({"kpi:a": row}, {("kpis",): members, ("all",): Members((), members.certain)})
    verdicts = Reference().decide(rules, Facts(claimed, proven))
    assert verdicts.proven == {"R-0": {ORGANISATION: True}}
    assert row.asked == 1


def test_what_it_counted_is_told_whichever_engine_decided() -> None:
    size = Count("size", ("kpis",))
    rules = counting(Compare(size, "==", int_of(1)), counts=(size,))
    known = table({}, {("kpis",): Members(("kpi:a",), ("kpi:b",))})
    facts = Facts(known, known)
    found = counted(rules, facts)
    assert found == Reference().decide(rules, facts).counted
    assert found.proven.rows[ORGANISATION] == {"size#low": 1, "size#high": 2}


def test_what_is_worked_out_from_a_ruleset_goes_with_it() -> None:
    sizes = once_per_ruleset(lambda one: [len(one.strata)])
    first = ruleset(is_met())
    size = sizes(first)
    assert sizes(first) is size
    del first
    gc.collect()
    rulesets = [ruleset(is_met()) for _ in range(50)]  # one of them may well lie where the first did
    assert all(sizes(one) is not size for one in rulesets)


def test_what_is_no_lowered_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a lowered condition: 'x'"):
        question("x")  # type: ignore[arg-type]


def test_it_holds_nothing_to_give_back() -> None:
    facts = table({})
    Reference().open(Ruleset(ruleset().strata, {}, {}), Facts(facts, facts)).close()
