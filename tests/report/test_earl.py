"""A result as EARL: an assertion a verdict, named alike each time, and texts that are only ever literals."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from attrs import evolve

from kamassess.model.terms import Outcome
from kamassess.report.earl import OUTCOMES, to_earl
from kamassess.report.words import OUTCOMES as OUTCOME_WORDS
from kamassess.result import Result
from tests.material import ORGANISATION
from tests.report.conftest import HOSTILE, assess, saying, shown


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
