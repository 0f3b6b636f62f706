"""A result as OSCAL: valid by NIST's own schema, whatever people wrote, and nothing concluded that is not known."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from markdown_it import MarkdownIt

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.model.terms import FindingKind, Outcome
from kamassess.report.oscal import changes_to_oscal, to_oscal
from kamassess.report.oscal.reviewing import objective
from kamassess.report.oscal.values import line, lines, moment, string, token
from kamassess.report.oscal.words import WORDS
from kamassess.result import Result
from tests.material import ORGANISATION
from tests.report.conftest import HOSTILE, assess, saying, shown
from tests.report.oscal_schema import mistakes, validator
from tests.test_comparing import BEFORE, BELIEVED, NO, WAIVED, YES, assessed


def document(result: Result, language: str = "en") -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(to_oscal(result, language))["assessment-results"]
    return whole


def found(result: Result) -> dict[str, Any]:
    (one,) = document(result)["results"]
    return dict(one)


def few(result: Result) -> Result:
    """A few verdicts with what is told of them: texts of 100 kB make a document of 50 MB otherwise."""
    verdicts = result.verdicts[:4]
    foci = {(one.checkpoint, one.focus) for one in verdicts}
    findings = tuple(one for one in result.findings if (one.checkpoint, one.focus) in foci)
    return evolve(result, verdicts=verdicts, findings=findings)


def props(thing: dict[str, Any]) -> dict[str, str]:
    return {one["name"]: one["value"] for one in thing.get("props", ())}


def walk(thing: Any) -> Iterator[tuple[str, Any]]:
    """Every key with its value, however deep."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield key, value
            yield from walk(value)
    elif isinstance(thing, list):
        for one in thing:
            yield from walk(one)


class TestSchema:
    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_it_is_valid(self, result: Result, language: str) -> None:
        assert mistakes(to_oscal(result, language)) == []

    @pytest.mark.parametrize("checklist", ka.builtin_checklists())
    def test_it_is_valid_of_every_checklist_that_comes_with_it(self, checklist: str) -> None:
        organisation = ka.Organisation.from_data({"id": "x", "nodes": {"chain": [{"id": "permits"}]}})
        assert mistakes(ka.assess(organisation, checklist, as_of="2026-11-01").to_oscal("nl")) == []

    def test_it_is_valid_of_nothing(self, result: Result) -> None:
        assert mistakes(to_oscal(evolve(result, verdicts=(), findings=(), scores=()))) == []

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_it_is_valid_whatever_people_wrote(self, result: Result, text: str) -> None:
        hostile = saying(result, text)
        assert mistakes(to_oscal(hostile if len(text) < 1000 else few(hostile))) == []

    @pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ufeff"], ids=ascii)
    def test_it_is_valid_where_a_text_says_nothing(self, result: Result, text: str) -> None:
        assert mistakes(to_oscal(saying(result, text))) == []

    def test_the_schema_refuses_what_is_not_so(self, result: Result) -> None:
        assert mistakes('{"assessment-results": {}}') != []
        pattern = validator().schema["definitions"]["StringDatatype"]
        assert not validator().evolve(schema=pattern).is_valid("a\n")


class TestNames:
    def test_each_is_given_once_and_whatever_is_referred_to_is_there(self, result: Result) -> None:
        whole = document(result)
        given = Counter(value for key, value in walk(whole) if key == "uuid")
        assert set(given.values()) == {1}
        referring = {
            value
            for key, value in walk(whole)
            if key.endswith("-uuid") or (key == "href" and value.startswith("#"))
        }
        referring |= {one for key, value in walk(whole) if key == "party-uuids" for one in value}
        assert {one.removeprefix("#") for one in referring} <= set(given)
        assert {value for key, value in walk(whole) if key == "href"} <= {f"#{one}" for one in given}

    def test_every_target_is_an_objective_of_a_reviewed_control(self, result: Result) -> None:
        whole = document(result)
        defined = whole["local-definitions"]["objectives-and-methods"]
        ids = {value for key, value in walk(defined) if key == "id"}
        targets = {one["target"]["target-id"] for one in whole["results"][0]["findings"]}
        assert targets <= ids
        reviewed = whole["results"][0]["reviewed-controls"]["control-selections"]
        controls = [it["control-id"] for one in reviewed for it in one["include-controls"]]
        assert controls == [one["control-id"] for one in defined]

    def test_every_role_is_defined(self, result: Result) -> None:
        whole = document(result)
        roles = {one["id"] for one in whole["metadata"]["roles"]}
        assert {value for key, value in walk(whole) if key == "role-id"} <= roles

    def test_a_finding_keeps_its_name_on_another_day_and_an_observation_does_not(
        self, result: Result
    ) -> None:
        one, other = found(result), found(evolve(result, as_of=date(2026, 11, 2)))
        for what, same in (("findings", True), ("risks", True), ("observations", False)):
            names = [[it["uuid"] for it in each[what]] for each in (one, other)]
            assert (names[0] == names[1]) is same

    def test_the_same_assessment_gives_the_same_bytes(self, result: Result) -> None:
        assert to_oscal(result) == to_oscal(assess(ORGANISATION))

    def test_a_saved_assessment_gives_the_same_bytes(self, result: Result, tmp_path: Path) -> None:
        file = tmp_path / "saved.json"
        file.write_text(ka.Assessment(result).to_json(), "utf-8")
        assert ka.load_assessment(file).to_oscal("nl") == to_oscal(result, "nl")


class TestConclusions:
    def test_what_is_not_known_or_does_not_apply_is_observed_and_not_concluded(self, result: Result) -> None:
        one = found(result)
        assert len(one["observations"]) == len(result.verdicts)
        states = Counter(
            it["target"]["status"]["state"] for it in one["findings"] if "T-" in it["target"]["target-id"]
        )
        outcomes = Counter(it.claimed.outcome for it in result.verdicts)
        assert states == {
            "satisfied": outcomes[Outcome.CONFORMITY],
            "not-satisfied": outcomes[Outcome.NONCONFORMITY],
        }
        assert outcomes[Outcome.UNDETERMINED] > 0

    def test_what_is_not_proven_does_not_simply_pass_or_fail(self, result: Result) -> None:
        observed = {it["uuid"]: props(it) for it in found(result)["observations"]}
        for one in found(result)["findings"]:
            if "T-" not in one["target"]["target-id"]:
                continue
            (related,) = one["related-observations"]
            it = observed[related["observation-uuid"]]
            status = one["target"]["status"]
            decided = {"conformity": "pass", "nonconformity": "fail"}[it["claimed"]]
            assert status["reason"] == (decided if it["claimed"] == it["proven"] else "other")
            assert (status.get("remarks") == "as claimed; not proven") == (status["reason"] == "other")

    def test_a_systemic_finding_is_about_its_requirement(self, result: Result) -> None:
        systemic = [it for it in found(result)["findings"] if it["target"]["target-id"].endswith("_obj")]
        assert len(systemic) == [one.checkpoint for one in result.findings].count(None) > 0
        assert all(len(it["related-observations"]) > 1 for it in systemic)

    def test_what_falls_short_is_a_risk_with_who_must_act(self, result: Result) -> None:
        risks = found(result)["risks"]
        kinds = (FindingKind.GAP, FindingKind.MISSING_OWNERSHIP, FindingKind.CONTRADICTION)
        assert len(risks) == sum(one.kind in kinds for one in result.findings)
        parties = {one["uuid"]: one["name"] for one in document(result)["metadata"]["parties"]}
        acting = {
            parties[it]
            for one in risks
            for key, value in walk(one)
            if key == "responsible-roles"
            for role in value
            for it in role["party-uuids"]
        }
        assert {"Bob Bos", "Cas Citroen"} <= acting

    def test_a_risk_that_is_accepted_says_by_whom_and_until_when(self, result: Result) -> None:
        accepted = [
            one for one in found(saying(result, "closing"))["risks"] if one["status"] == "deviation-approved"
        ]
        assert [one["deadline"] for one in accepted] == ["2026-12-31T23:59:59Z"]
        assert "closing" in accepted[0]["risk-log"]["entries"][0]["description"]
        assert {one["status"] for one in found(result)["risks"]} == {"open"}

    def test_a_waiver_without_an_end_that_oscal_knows_has_no_deadline(self, result: Result) -> None:
        hostile = saying(result, "closing")
        endless = [
            evolve(one, accepted=one.accepted and evolve(one.accepted, until=date.max))
            for one in hostile.findings
        ]
        assert mistakes(to_oscal(evolve(hostile, findings=tuple(endless)))) == []

    def test_who_answered_and_with_which_evidence(self, result: Result) -> None:
        whole = document(result)
        names = {one["uuid"]: one for one in whole["metadata"]["parties"] + whole["back-matter"]["resources"]}
        (said,) = [one for one in found(result)["observations"] if props(one)["checkpoint"].endswith(".T-8")]
        assert said["methods"] == ["INTERVIEW"]
        assert [names[it["href"][1:]]["title"] for it in said["relevant-evidence"]] == ["Minutes"]
        actors = [it["actor-uuid"] for it in said["origins"][0]["actors"] if it["type"] == "party"]
        assert [names[it]["name"] for it in actors] == ["Bob Bos"]

    def test_owners_are_the_responsible_parties_of_what_they_own(self, result: Result) -> None:
        whole = document(result)
        names = {one["uuid"]: one["name"] for one in whole["metadata"]["parties"]}
        owned = {
            one["title"]: [names[it] for it in role["party-uuids"]]
            for one in found(result)["local-definitions"]["components"]
            for role in one.get("responsible-roles", ())
            if role["role-id"] == "owner"
        }
        assert owned["Granting permits"] == ["Bob Bos"]
        assert owned["Holding markets"] == ["Bob Bos", "Cas Citroen"]
        assert "Handling objections" not in owned

    def test_the_three_numbers_are_there(self, result: Result) -> None:
        (whole,) = [one for one in result.scores if one.requirement is None]
        assert whole.claimed is not None
        scores = {(it["group"], it["name"]): it["value"] for it in found(result)["props"]}
        assert float(scores["small-chains", "score-claimed"]) == float(whole.claimed)


class TestValues:
    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_title_says_just_what_it_says(self, result: Result, text: str) -> None:
        whole = document(few(saying(result, text)))
        titles = {one["title"] for one in whole["results"][0]["local-definitions"]["components"]}
        assert titles == {line(text)}
        assert {one["name"] for one in whole["metadata"]["parties"]} == {string(text)}
        assert unescaped(line(text)) == string(text)

    @pytest.mark.parametrize("text", [*HOSTILE, "2026. x", "1) x", "+ x", "=" * 3, "# x", "> x"], ids=shown)
    def test_a_reader_of_markdown_sees_the_text_and_nothing_else(self, text: str) -> None:
        begin, inline, end = MarkdownIt("commonmark").parse(line(text))
        assert (begin.type, end.type) == ("paragraph_open", "paragraph_close")
        assert {one.type for one in inline.children or ()} <= {"text", "text_special"}
        assert "".join(one.content for one in inline.children or ()) == string(text)

    def test_quotes_and_what_stands_above_the_line_are_text(self) -> None:
        assert line('"x"^2^') == r"\"x\"\^2\^"

    def test_a_text_that_says_nothing_is_a_dash(self) -> None:
        assert (string(" \n"), line("\x00"), lines([])) == ("–", "–", "–")

    def test_a_token_is_never_that_of_other_names(self) -> None:
        names = [("a", "b.c"), ("a.b", "c"), ("a b",), ("a_b",), ("é",), ("è",), ("",), ("4",), ("_4",)]
        assert len({token(*one) for one in names}) == len(names)
        assert objective("list", "4.1", "a") != objective("list", "4", "1.a")

    def test_a_day_that_oscal_does_not_know_is_told(self, result: Result) -> None:
        assert moment(date(1900, 1, 1)) == "1900-01-01T00:00:00Z"
        with pytest.raises(ka.InvalidCall, match="days from 1900 to 2999; this is of 0900-01-01"):
            to_oscal(evolve(result, as_of=date(900, 1, 1)))

    def test_both_languages_have_every_word(self) -> None:
        assert all(dutch.strip() and english.strip() for dutch, english in WORDS.values())


def unescaped(text: str) -> str:
    """What a reader of Markdown sees: a backslash before a sign is not shown."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def compared(before: Result, after: Result, language: str = "en") -> dict[str, Any]:
    written = changes_to_oscal(compare_results(before, after), language)
    assert mistakes(written) == []
    whole: dict[str, Any] = json.loads(written)["assessment-results"]
    return whole


def logs(whole: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    """Of each risk what became of it, its status, and its log."""
    return [
        (
            props(one)["change"],
            one["status"],
            [f"{it['start'][:10]} {it['status-change']}" for it in one["risk-log"]["entries"]],
        )
        for one in whole["results"][0].get("risks", ())
    ]


class TestComparison:
    """The later assessment, with a log of each risk that either has."""

    @pytest.mark.parametrize(
        ("before", "after", "told"),
        [
            ((["jan"], YES), ([], YES), ("new", "open", ["2026-11-01 open"])),
            (([], YES), ([], YES), ("open", "open", ["2026-01-01 open"])),
            (([], YES), (["jan"], YES), ("solved", "closed", ["2026-01-01 open", "2026-11-01 closed"])),
            (
                ([], YES),
                ([{"to": "jan", "basis": "belief"}], YES),
                ("solved", "remediating", ["2026-01-01 open", "2026-11-01 remediating"]),
            ),
            (
                ([], YES),
                (None, YES),
                ("unknown", "investigating", ["2026-01-01 open", "2026-11-01 investigating"]),
            ),
            (
                (["jan"], NO),
                (["jan"], WAIVED),
                ("gone", "closed", ["2026-01-01 open", "2026-11-01 closed"]),
            ),
            ((["jan"], BELIEVED), (["jan"], NO), ("new", "open", ["2026-11-01 open"])),
        ],
    )
    def test_a_log_tells_what_became_of_a_risk(self, before: Any, after: Any, told: Any) -> None:
        assert logs(compared(assessed(*before, as_of=BEFORE), assessed(*after))) == [told]

    def test_what_is_solved_as_claimed_only_says_so(self) -> None:
        after = assessed([{"to": "jan", "basis": "belief"}], YES)
        (risk,) = compared(assessed([], YES), after)["results"][0]["risks"]
        assert risk["risk-log"]["entries"][1]["title"] == "Solved: as claimed; not proven"

    def test_a_risk_keeps_its_name(self) -> None:
        before = assessed([], YES, as_of=BEFORE)
        (risk,) = compared(before, assessed(["jan"], YES))["results"][0]["risks"]
        assert [risk["uuid"]] == [one["uuid"] for one in found(before)["risks"]]

    def test_each_name_is_given_once_and_whatever_is_referred_to_is_there(self) -> None:
        whole = compared(assessed([], NO, as_of=BEFORE, chains=2), assessed(["jan"], NO))
        given = Counter(value for key, value in walk(whole) if key == "uuid")
        assert set(given.values()) == {1}
        referring = {value for key, value in walk(whole) if key.endswith("-uuid")}
        assert referring <= set(given)

    def test_a_waiver_stays_in_the_log(self, result: Result) -> None:
        accepted = saying(result, "closing")
        (waived,) = [
            it for _, status, it in logs(compared(result, accepted)) if status == "deviation-approved"
        ]
        assert waived[0] == "2026-11-01 open"
        assert waived[1].endswith(" deviation-approved")

    def test_it_says_beside_which_assessment_it_stands(self, result: Result) -> None:
        whole = compared(result, result)
        told = props(whole["metadata"])
        assert told["compared-as-of"] == "2026-11-01"
        assert told["compared-sha256"] == told["sha256"]
        assert whole["metadata"]["title"].endswith("1 November 2026, before and after")
        assert whole["uuid"] != document(result)["uuid"]

    def test_it_is_what_a_comparison_gives(self, result: Result) -> None:
        one = ka.Assessment(result)
        assert ka.compare(one, one).to_oscal("nl") == changes_to_oscal(compare_results(result, result), "nl")

    @pytest.mark.parametrize("text", [one for one in HOSTILE if len(one) < 1000], ids=shown)
    def test_it_is_valid_whatever_people_wrote(self, result: Result, text: str) -> None:
        hostile = saying(result, text)
        compared(hostile, evolve(hostile, findings=hostile.findings[2:]))
