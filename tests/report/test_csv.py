"""A result as tables: rows that any program reads, and no text that a spreadsheet runs."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from fractions import Fraction
from io import StringIO

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import kamassess as ka
from kamassess.cli import arguments
from kamassess.comparing import compare_results
from kamassess.report.csv import changes_to_csv, harmless, to_csv
from kamassess.report.tables import CHANGE_TABLES, TABLES
from kamassess.result import Result
from tests.report.conftest import HOSTILE, saying, shown

ACTIVE = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 - those of full width are what is tested


def rows(written: str) -> list[dict[str, str]]:
    """What another program reads."""
    csv.field_size_limit(2**20)  # a cell may hold several texts of 100 kB
    return list(csv.DictReader(StringIO(written, newline=""), strict=True))


def meant(cell: str) -> str:
    """A text without the apostrophe that keeps it from being run, as the documentation says."""
    return cell[1:] if cell.startswith("'") and harmless(cell[1:]) != cell[1:] else cell


class TestRows:
    def test_there_is_one_for_each_verdict_finding_and_score(self, result: Result) -> None:
        numbers = {"verdicts": len(result.verdicts), "findings": len(result.findings), "scores": 3}
        assert {what: len(rows(to_csv(result, what))) for what in TABLES} == numbers

    def test_a_verdict_tells_where_what_and_how_sure(self, result: Result) -> None:
        found = [one for one in rows(to_csv(result, "verdicts", "nl")) if one["focus"] == "chain:parking"]
        assert found[0] == {
            "organisation": "kleinstad",
            "as_of": "2026-11-01",
            "checklist": "small-chains",
            "version": "1.2.0",
            "requirement": "ownership",
            "checkpoint": "T-1",
            "focus": "chain:parking",
            "focus_name": "Parkeren regelen",
            "claimed": "conformity",
            "proven": "undetermined",
            "claimed_low": "1",
            "claimed_high": "1",
            "proven_low": "0",
            "proven_high": "1",
            "orientation": "identity",
            "open": "false",
        }

    def test_what_does_not_apply_has_no_value(self, result: Result) -> None:
        found = [one for one in rows(to_csv(result)) if one["claimed"] == "not-applicable"]
        assert {one["claimed_low"] + one["claimed_high"] for one in found} == {""}

    def test_a_finding_tells_who_must_act_and_why_it_is_accepted(self, result: Result) -> None:
        found = rows(to_csv(saying(result, "closing"), "findings"))
        assert [one["accepted_until"] for one in found if one["accepted_reason"]] == ["2026-12-31"]
        assert "Bob Bos; Cas Citroen" in {one["act"] for one in rows(to_csv(result, "findings"))}

    def test_a_systemic_finding_has_no_checkpoint(self, result: Result) -> None:
        found = rows(to_csv(result, "findings"))
        without = [one.checkpoint for one in result.findings].count(None)
        assert sum(one["checkpoint"] == "" for one in found) == without > 0

    def test_names_and_messages_are_in_the_language(self, result: Result) -> None:
        texts = {language: to_csv(result, "findings", language) for language in ("nl", "en")}
        assert "Keten Bezwaren behandelen" in texts["nl"]
        assert "Chain Handling objections" in texts["en"]

    @pytest.mark.parametrize("what", TABLES)
    def test_a_table_of_nothing_has_its_heads(self, result: Result, what: str) -> None:
        nothing = evolve(result, verdicts=(), findings=(), scores=())
        assert to_csv(nothing, what) == ",".join(TABLES[what].heads) + "\r\n"

    def test_an_unknown_table_is_refused_with_the_nearest_there_is(self, result: Result) -> None:
        with pytest.raises(ka.InvalidCall, match="no table 'verdict'; did you mean 'verdicts'"):
            ka.Assessment(result).to_csv("verdict")
        with pytest.raises(ka.InvalidCall, match="no table '!'; there are verdicts, findings, scores"):
            ka.Assessment(result).to_csv("!")

    def test_the_command_line_knows_every_table(self) -> None:
        assert tuple(TABLES) == arguments.TABLES
        assert tuple(CHANGE_TABLES) == arguments.CHANGE_TABLES


class TestComparison:
    def test_there_is_a_row_for_each_change_and_each_score(self, result: Result) -> None:
        changes = compare_results(evolve(result, findings=result.findings[1:]), result)
        found = rows(changes_to_csv(changes))
        assert [one["id"] for one in found] == [one.id for one in result.findings]
        assert [one["how"] for one in found][:2] == ["new", "open"]
        assert len(rows(changes_to_csv(changes, "scores"))) == len(result.scores)

    def test_a_score_stands_before_and_after_with_the_difference(self, result: Result) -> None:
        earlier = evolve(result.scores[0], claimed=Fraction(1, 4))
        later = evolve(result.scores[0], claimed=Fraction(3, 4))
        changes = compare_results(evolve(result, scores=(earlier,)), evolve(result, scores=(later,)))
        (found,) = rows(ka.Comparison(changes).to_csv("scores"))
        assert [found[f"claimed_{when}"] for when in ("before", "after", "by")] == ["0.25", "0.75", "0.5"]
        assert found["comparable"] == "true"

    def test_what_is_there_no_more_is_named_as_it_was(self, result: Result) -> None:
        renamed = evolve(saying(result, "another"), findings=())
        found = rows(changes_to_csv(compare_results(result, renamed), language="nl"))
        assert "Parkeren regelen" in {one["focus_name"] for one in found}

    def test_an_unknown_table_is_refused_with_the_nearest_there_is(self, result: Result) -> None:
        with pytest.raises(ka.InvalidCall, match="no table 'verdicts'; there are changes, scores"):
            changes_to_csv(compare_results(result, result), "verdicts")

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_no_text_is_active(self, result: Result, text: str) -> None:
        hostile = saying(result, text)
        found = rows(changes_to_csv(compare_results(hostile, hostile)))
        assert {meant(one["message"]) for one in found} == {text}
        assert_quiet(cell for one in found for cell in one.values())


class TestNoFormulas:
    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    @pytest.mark.parametrize("what", ["verdicts", "findings"])
    def test_every_text_is_read_back_and_none_is_active(self, result: Result, what: str, text: str) -> None:
        found = rows(to_csv(saying(result, text), what))
        assert len(found) == len(rows(to_csv(result, what)))
        assert {meant(one["focus_name"]) for one in found} == {text}
        if what == "findings":
            assert {meant(one["message"]) for one in found} == {text}
            assert {meant(one["accepted_reason"]) for one in found} == {text, ""}
        assert_quiet(cell for one in found for cell in one.values())

    @given(st.text() | st.tuples(st.text("'= \t\xa0\u200b", max_size=4), st.text()).map("".join))
    def test_the_apostrophe_can_always_be_taken_off_again(self, text: str) -> None:
        assert meant(harmless(text)) == text
        assert_quiet([harmless(text)])

    def test_numbers_stay_numbers(self, result: Result) -> None:
        score = evolve(result.scores[0], published=Fraction(-203), claimed=Fraction(1, 3))
        found = rows(to_csv(evolve(result, scores=(score,)), "scores"))
        assert (found[0]["published"], float(found[0]["claimed"])) == ("-203", 1 / 3)


def assert_quiet(cells: Iterable[str]) -> None:
    assert not [cell for cell in cells if cell.lstrip(" \xa0").startswith(ACTIVE)]
