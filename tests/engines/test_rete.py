"""What is durable-rules' own: what it is handed, what it hands back, and that it gives everything back."""

from __future__ import annotations

import resource
import sys
from importlib import metadata
from itertools import count
from types import SimpleNamespace

import pytest

from kamassess import assessing
from kamassess.checklist.condition import All, And, Any, Compare, Condition, Fact, Literal, Or, Test
from kamassess.checklist.ruleset import Rule, Ruleset, Stratum
from kamassess.engine import rete
from kamassess.engine.reference import Reference
from kamassess.engine.rete import Rete, unavailable
from kamassess.engine.rete_encoding import (
    ALTERNATIVES,
    ATOMS,
    FACTS,
    NUMBER,
    TESTS,
    TEXT_BYTES,
    Constant,
    Encoding,
    HandedBack,
    encode,
    encoded,
)
from kamassess.errors import InvalidCall
from kamassess.facts.table import Facts
from kamassess.model.kind import Type
from tests.engines.small import X, decide, int_of, is_met, rule, ruleset, table
from tests.second import needs_rete

pytestmark = needs_rete


def fnv1a(text: str) -> int:
    """The hash by which durable-rules knows names and ids."""
    found = 0x811C9DC5
    for byte in text.encode():
        found = (found ^ byte) * 0x01000193 % 2**32
    return found


def same(*conditions: Condition) -> Rule:
    return rule("R", Or(conditions))


def test_its_version_is_that_of_durable_rules() -> None:
    assert Rete().version == metadata.version("durable-rules")


def test_where_it_cannot_be_imported_one_line_says_why_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert unavailable() is None
    monkeypatch.setitem(sys.modules, "durable.engine", None)
    line = unavailable()
    assert line is not None
    assert "\n" not in line
    assert line.endswith(
        "CPPFLAGS=-DPyEval_CallObject=PyObject_CallObject pip install --no-binary :all: durable-rules==2.0.28"
    )


def test_who_asks_for_it_by_name_is_told_so_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assessing._named.cache_clear()
    monkeypatch.setitem(sys.modules, "durable.engine", None)
    with pytest.raises(InvalidCall, match="there is no engine 'rete' here: durable-rules cannot be imported"):
        assessing._named("rete")


class TestEncoding:
    def test_no_two_names_have_the_same_hash(self) -> None:
        names = ["id", "sid", NUMBER, *FACTS, *ATOMS]
        assert len({fnv1a(name) for name in names}) == len(names)

    def test_a_rule_that_holds_facts_against_each_other_is_handed_back(self) -> None:
        match = Compare(X, "<", Fact("y", Type.INT))
        facts = table({"kpi:a": {"x": 1, "y": 2}})
        verdicts = Rete().decide(ruleset(match, is_met()), Facts(facts, facts))
        assert verdicts.handed_back == {"R-0": "it holds two facts against each other"}
        assert verdicts.claimed == {"R-0": {"kpi:a": True}, "R-1": {"kpi:a": None}}

    def test_a_rule_of_too_many_alternatives_is_handed_back(self) -> None:
        several = [Compare(X, "==", int_of(one)) for one in range(ALTERNATIVES)]
        assert isinstance(encode(same(*several[1:])), Encoding)
        assert encode(same(*several)) == HandedBack("it has 61 alternatives; durable-rules takes 60 at most")

    def test_a_rule_of_too_many_tests_is_handed_back(self) -> None:
        tests = [Test(f"x{one}", "==", 1, Type.INT) for one in range(TESTS + 1)]
        always = Any(())
        assert isinstance(encode(Rule("R", ("kpi",), is_met(), All(tests[:-1]), always)), Encoding)
        reason = encode(Rule("R", ("kpi",), is_met(), All(tests), always))
        assert reason == HandedBack("it has 121 different tests; durable-rules takes 120 at most")

    def test_a_rule_without_any_alternative_is_never_decided(self) -> None:
        assert encode(Rule("R", ("kpi",), is_met(), Any(()), Any(()))) == Constant(None)

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            (Type.TEXT, "x" * TEXT_BYTES),
            (Type.TEXT, "\ud800"),
            (Type.DATE, "20261101"),
            (Type.DATE, "soon"),
            (Type.INT, 2**63),
            (Type.DECIMAL, 10**10),
            (Type.DECIMAL, 10**400),
        ],
    )
    def test_what_it_would_not_compare_exactly_is_decided_beforehand(
        self, kind: Type, value: str | int
    ) -> None:
        assert encoded(kind, value) is None
        equal = Compare(Fact("x", kind), "==", Literal(value, kind))
        assert decide(Rete(), And((equal, is_met())), {"x": value, "met": True}) is True
        assert decide(Rete(), And((equal, is_met())), {"x": value}) is None

    def test_the_longest_text_that_it_is_told_is_compared_to_the_end(self) -> None:
        text = "x" * (TEXT_BYTES - 6)
        assert encoded(Type.TEXT, text + "y") is not None
        equal = Compare(Fact("x", Type.TEXT), "==", Literal(text + "y", Type.TEXT))
        assert decide(Rete(), equal, {"x": text + "y"}) is True
        assert decide(Rete(), equal, {"x": text + "z"}) is False
        assert decide(Rete(), equal, {"x": text}) is False


class TestLimits:
    def test_all_alternatives_may_be_met_at_once(self) -> None:
        either = Or(
            tuple(Compare(Fact(f"x{one}", Type.INT), ">", int_of(one)) for one in range(ALTERNATIVES - 1))
        )
        row = {f"x{one}": 100 for one in range(ALTERNATIVES)}
        assert decide(Rete(), either, row) is True
        assert decide(Rete(), either, dict.fromkeys(row, -1)) is False

    def test_all_facts_that_it_takes_may_be_told(self) -> None:
        every = And(
            tuple(Compare(Fact(f"x{one}", Type.INT), "==", int_of(one)) for one in range(ALTERNATIVES - 1))
        )
        assert decide(Rete(), every, {f"x{one}": one for one in range(TESTS)}) is True
        tests = All([Test(f"x{one}", "==", one, Type.INT) for one in range(TESTS)])
        rules = Ruleset((Stratum((), (Rule("R", ("kpi",), is_met(), tests, Any(())),)),), {}, {})
        facts = table({"kpi:a": {f"x{one}": one for one in range(TESTS)}})
        assert Rete().decide(rules, Facts(facts, facts)).claimed == {"R": {"kpi:a": True}}

    def test_more_rules_than_a_network_holds_take_several(self) -> None:
        rules = ruleset(*(Compare(X, ">=", int_of(one)) for one in range(2 * rete.ROOM + 1)))
        facts = table({"kpi:a": {"x": 500}})
        found = Rete().decide(rules, Facts(facts, facts))
        assert found == Reference().decide(rules, Facts(facts, facts))

    def test_ids_of_the_same_hash_do_not_hide_a_fact(self, monkeypatch: pytest.MonkeyPatch) -> None:
        seen: dict[int, int] = {}
        for number in count(1):
            twin = seen.setdefault(fnv1a(str(number)), number)
            if twin != number:
                break
        ids = [0, twin, number, number + 1]
        monkeypatch.setattr(rete, "count", lambda: iter(ids))
        rules = ruleset(Compare(X, ">=", int_of(0)))
        facts = table({"kpi:a": {"x": 1}, "kpi:b": {"x": 2}})
        assert Rete().decide(rules, Facts(facts, facts)).claimed == {"R-0": {"kpi:a": True, "kpi:b": True}}

    def test_a_long_session_begins_anew_now_and_then(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rete, "REMEMBERED", 3)
        facts = table({"kpi:a": {}})
        live = Rete().open(ruleset(Compare(X, ">=", int_of(10))), Facts(facts, facts))
        for value in range(20):
            live.set("claimed", "kpi:a", "x", value)  # type: ignore[arg-type]
            assert live.outcomes().claimed["R-0"]["kpi:a"] is (value >= 10)
        live.close()


class TestFailing:
    """What goes wrong inside is never taken for 'unknown'."""

    def run(self, monkeypatch: pytest.MonkeyPatch, do_actions: object) -> None:
        import durable.engine

        monkeypatch.setattr(durable.engine.Ruleset, "do_actions", do_actions)
        decide(Rete(), is_met(), {"met": True})

    def test_an_action_that_was_dropped_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(RuntimeError, match="an action was dropped"):
            self.run(monkeypatch, lambda self, state, complete: None)

    def test_an_error_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(RuntimeError, match="no memory"):
            self.run(monkeypatch, lambda self, state, complete: complete("no memory", None))

    def test_an_exception_in_an_action_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupt(self: object, context: SimpleNamespace) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(
            rete._Network, "_record", lambda self, truth: lambda context: interrupt(self, context)
        )
        with pytest.raises(RuntimeError, match="exception caught"):
            decide(Rete(), is_met(), {"met": True})


def test_what_is_closed_leaves_nothing_behind() -> None:
    rules = ruleset(*(Compare(X, ">=", int_of(one)) for one in range(20)))
    facts = table({f"kpi:{one}": {"x": one} for one in range(5)})

    def used(times: int) -> int:
        for _ in range(times):
            Rete().decide(rules, Facts(facts, facts))
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = used(50)
    # One state that was not given back takes over half a mebibyte: 200 of them more than 100.
    assert used(200) - before < 10 * 1024
