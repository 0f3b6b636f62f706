"""A result as EARL: an assertion a verdict, named alike each time, and texts that are only ever literals."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.model.terms import Outcome
from kamassess.report.earl import changes_to_earl, to_earl
from kamassess.report.earl.things import OUTCOMES
from kamassess.report.words import OUTCOMES as OUTCOME_WORDS
from kamassess.result import Result
from tests.material import ORGANISATION
from tests.report.conftest import HOSTILE, assess, saying, shown
from tests.test_comparing import BEFORE, NO, YES, assessed


def things(result: Result) -> list[dict[str, Any]]:
    graph: list[dict[str, Any]] = json.loads(to_earl(result))["@graph"]
    return graph


def assertions(result: Result) -> list[dict[str, Any]]:
    return [one for one in things(result) if one["type"] == "earl:Assertion"]


class TestAssertions:
    def test_there_is_one_for_each_verdict_with_its_outcome(self, result: Result) -> None:
        assert [one["result"]["outcome"] for one in assertions(result)] == [
            OUTCOMES[one.claimed.outcome] for one in result.verdicts
        ]
        assert set(OUTCOMES) == set(Outcome)

    def test_whatever_one_names_is_there_once(self, result: Result) -> None:
        named = Counter(one["id"] for one in things(result))
        assert set(named.values()) == {1}
        types = {one["id"]: one["type"] for one in things(result)}
        for one in assertions(result):
            assert types[one["subject"]] == "earl:TestSubject"
            assert types[one["test"]] == "earl:TestCase"
            assert "earl:Software" in types[one["assertedBy"]]

    def test_it_is_about_the_focus_and_the_checkpoint(self, result: Result) -> None:
        identifiers = {one["id"]: one.get("identifier") for one in things(result)}
        told = [(identifiers[one["test"]], identifiers[one["subject"]]) for one in assertions(result)]
        assert told == [
            (
                f"{one.checklist}/{one.checkpoint}",
                "kleinstad" if one.focus == "organisation" else one.focus,
            )
            for one in result.verdicts
        ]

    @pytest.mark.parametrize(
        ("checkpoint", "mode"), [("T-1", "earl:automatic"), ("T-5", "earl:manual"), ("T-6", "earl:semiAuto")]
    )
    def test_how_it_was_found_out_is_its_mode(self, result: Result, checkpoint: str, mode: str) -> None:
        modes = {
            one["mode"]
            for one, verdict in zip(assertions(result), result.verdicts, strict=True)
            if verdict.checkpoint == checkpoint
        }
        assert modes == {mode}

    def test_what_was_found_is_told_in_both_languages(self, result: Result) -> None:
        described = [one["result"].get("description", {"nl": [], "en": []}) for one in assertions(result)]
        assert ["Keten Bezwaren behandelen: 0 eigenaren (niemand of niets)"] in [
            one["nl"] for one in described
        ]
        assert ["Chain Handling objections: 0 owners (nobody or nothing)"] in [one["en"] for one in described]

    def test_where_less_is_proven_than_is_claimed_that_is_told_beside_the_outcome(
        self, result: Result
    ) -> None:
        told = {
            (verdict.claimed.outcome, verdict.proven.outcome): one["result"].get("info", {"en": []})["en"]
            for one, verdict in zip(assertions(result), result.verdicts, strict=True)
        }
        differing = {both: info for both, info in told.items() if both[0] is not both[1]}
        assert differing
        assert all(f"proven: {OUTCOME_WORDS[both[1]][1]}" in info for both, info in differing.items())
        assert not any("proven" in one for both in told.keys() - differing.keys() for one in told[both])

    def test_the_same_assessment_gives_the_same_bytes(self, result: Result) -> None:
        assert to_earl(result) == to_earl(assess(ORGANISATION))

    def test_another_day_is_another_assertion_about_the_same_things(self, result: Result) -> None:
        later = evolve(result, as_of=result.as_of.replace(day=2))
        for one, other in zip(assertions(result), assertions(later), strict=True):
            assert one["id"] != other["id"]
            assert (one["subject"], one["test"]) == (other["subject"], other["test"])


def compared(before: Result, after: Result) -> dict[str, dict[str, Any]]:
    graph: list[dict[str, Any]] = json.loads(changes_to_earl(compare_results(before, after)))["@graph"]
    assert max(Counter(one["id"] for one in graph).values()) == 1
    return {one["id"]: one for one in graph}


class TestComparison:
    """The assertions of both assessments, the later ones with what they replace."""

    def test_has_all_that_both_assessments_assert(self) -> None:
        before, after = assessed([], YES, as_of=BEFORE), assessed(["jan"], YES)
        both = compared(before, after)
        for one in assertions(before):
            assert both[one["id"]] == one
        assert {one["id"] for it in (before, after) for one in things(it)} == set(both)

    def test_a_later_assertion_replaces_the_earlier_one_and_tells_what_became(self) -> None:
        before, after = assessed([], YES), assessed(["jan"], NO)  # of one day
        both = compared(before, after)
        was = {(one["test"], one["subject"]): one["id"] for one in assertions(before)}
        for one in assertions(after):
            assert both[one["id"]]["replaces"] == was[one["test"], one["subject"]]
        told = [it for one in both.values() for it in one.get("result", {}).get("info", {}).get("nl", ())]
        assert "Opgelost: Niet vervuld: Owned" in told
        assert "Nieuw: Niet vervuld: Asked" in told

    def test_what_was_not_asked_before_replaces_nothing(self) -> None:
        both = compared(assessed([], YES), assessed([], YES, chains=2))
        replacing = [one for one in both.values() if "replaces" in one]
        assert len(replacing) == 2
        assert sum(one["type"] == "earl:Assertion" for one in both.values()) == 5

    def test_an_assessment_beside_itself_is_that_assessment(self, result: Result) -> None:
        assert changes_to_earl(compare_results(result, result)) == to_earl(result)

    def test_other_parameters_make_another_assertion(self) -> None:
        one, other = assessed([], YES), assessed([], YES, parameters={"most": 2})
        assert {it["id"] for it in assertions(one)}.isdisjoint(it["id"] for it in assertions(other))

    def test_it_is_what_a_comparison_gives(self) -> None:
        before, after = assessed([], YES), assessed(["jan"], NO)
        comparison = ka.compare(ka.Assessment(before), ka.Assessment(after))
        assert comparison.to_earl() == changes_to_earl(compare_results(before, after))

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_text_is_a_literal(self, result: Result, text: str) -> None:
        hostile = saying(result, text)
        before = evolve(hostile, as_of=result.as_of.replace(day=1, month=10), findings=hostile.findings[2:])
        both = compared(before, hostile)
        new = [it for one in both.values() for it in one.get("result", {}).get("info", {}).get("en", ())]
        assert f"New: {text}" in new
        assert all(one["id"].startswith("urn:uuid:") for one in both.values())


class TestNothingActive:
    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_text_is_read_back_as_it_is(self, result: Result, text: str) -> None:
        hostile = saying(result, text)
        both = {"nl": text, "en": text}
        found = things(hostile)
        assert {one["id"] for one in found} == {one["id"] for one in things(result)}
        assert all(one["title"] == both for one in found if one["type"] == "earl:TestSubject")
        assert all(one["title"]["en"] == f"{text}." for one in found if one["type"] == "earl:TestCase")
        described = [
            one["result"]["description"] for one in assertions(hostile) if "description" in one["result"]
        ]
        assert {it for one in described for texts in one.values() for it in texts} == {text}
        told = [it for one in assertions(hostile) for it in one["result"].get("info", {"en": []})["en"]]
        (accepted,) = [one for one in told if not one.startswith("proven: ")]
        assert accepted == f"accepted by {text} up to and including 31 December 2026: {text}"
        assert "<" not in to_earl(hostile)

    @pytest.mark.filterwarnings("ignore:.*ConjunctiveGraph is deprecated:DeprecationWarning")  # rdflib's own
    @pytest.mark.parametrize("text", [one for one in HOSTILE if len(one) < 1000], ids=shown)
    def test_another_reader_finds_the_same_statements_whatever_the_texts(
        self, result: Result, text: str
    ) -> None:
        import rdflib

        def statements(written: str) -> Counter[tuple[Any, ...]]:
            """Everything but what the literals say."""
            graph = rdflib.Graph().parse(data=written, format="json-ld")
            blank = {one: "result" for one in graph.all_nodes() if isinstance(one, rdflib.BNode)}
            return Counter(
                tuple("text" if isinstance(it, rdflib.Literal) else blank.get(it, it) for it in one)
                for one in graph
            )

        assert statements(to_earl(saying(result, text))) == statements(to_earl(saying(result, "x")))
