"""A result as JSON: written, read back as it was, and refused with every mistake where it is not one."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import kamassess as ka
from kamassess.errors import InvalidAssessment
from kamassess.findings.finding import AnotherFact, Atom, Why
from kamassess.later import Later
from kamassess.model.organisation import Answer, Claim
from kamassess.model.terms import Basis
from kamassess.report.json import FORMAT, sha256, to_data, to_json
from kamassess.report.reading import from_data, from_json
from kamassess.report.text import to_text
from kamassess.result import EngineRun, Result, Run
from kamassess.scoring.score import ENDS, Score
from kamassess.source import SIZE

ROOT = Path(__file__).parents[2]

ANSWERED = Answer(
    "X-1",
    "chain:permits",
    "not-applicable",
    Claim(Basis.BELIEF, ("minutes",), "ada", date(2026, 1, 2)),
    {"nl": "Bestaat niet meer", "en": "Is no more"},
)


@pytest.fixture(scope="module")
def bare(result: Result) -> Result:
    """A result with one verdict and one requirement, which is read in no time."""
    checklist = result.checklists[0]
    requirement = evolve(checklist.requirements[0], checkpoints=checklist.requirements[0].checkpoints[:1])
    one = evolve(checklist, requirements=(requirement,))
    none: dict[str, Any] = {"findings": (), "scores": (), "diagnoses": ()}
    return evolve(result, checklists=(one,), verdicts=result.verdicts[:1], **none)


class TestWriting:
    def test_everything_but_the_run_is_the_assessment(self, result: Result) -> None:
        data = to_data(result)
        assert list(data) == [
            "format", "organisation", "checklists", "parameters", "as_of", "verdicts", "findings", "scores",
            "diagnoses", "chart", "names", "run",
        ]  # fmt: skip
        assert data["format"] == FORMAT
        other = evolve(result, run=Run((EngineRun("other", "2"),), 1))
        assert other == result
        assert sha256(other) == sha256(result)
        assert to_json(other) != to_json(result)

    def test_a_verdict_tells_what_is_possible_and_why(self, result: Result) -> None:
        found = next(one for one in to_data(result)["verdicts"] if one["focus"] == "chain:parking")
        assert found["claimed"] == "conformity"
        assert found["possible"] == {"claimed": ["conformity"], "proven": ["conformity", "nonconformity"]}
        assert found["value"] == {"claimed": [1, 1], "proven": [0, 1]}
        assert found["because"] == [
            {
                "focus": "chain:parking",
                "fact": "owners.size()",
                "operator": "==",
                "expected": 1,
                "found": {"claimed": [1, 1], "proven": [0, 1]},
            }
        ]

    def test_who_answered_and_on_what_basis_is_kept(self, result: Result) -> None:
        found = next(one for one in to_data(result)["verdicts"] if one["checkpoint"] == "T-5")
        assert found["answers"] == [
            {
                "value": "partly",
                "reason": None,
                "basis": "belief",
                "evidence": [],
                "by": "ada",
                "on": "2026-09-01",
            }
        ]

    def test_it_is_plain_json_with_one_verdict_a_line(self, result: Result) -> None:
        written = to_json(result)
        assert json.loads(written) == to_data(result)
        assert sum(line.startswith('  {"checklist"') for line in written.splitlines()) >= len(result.verdicts)
        assert "één eigenaar" in written

    def test_words_are_plain_texts(self, result: Result) -> None:
        def leaves(value: Any) -> list[Any]:
            if isinstance(value, dict):
                return [leaf for one in value.values() for leaf in leaves(one)]
            return [leaf for one in value for leaf in leaves(one)] if isinstance(value, list) else [value]

        assert {type(leaf) for leaf in leaves(to_data(result))} <= {str, int, float, bool, type(None)}


class TestReadingBack:
    """'Reading what was written gives the same.'"""

    def test_a_saved_assessment_is_the_same_assessment(self, result: Result) -> None:
        assert from_json(to_json(result)) == result
        assert from_data(to_data(result)) == result
        assert to_json(from_json(to_json(result))) == to_json(result)

    def test_so_is_the_report_of_it(self, result: Result) -> None:
        read = from_json(to_json(result))
        assert [to_text(read, one) for one in ("nl", "en")] == [to_text(result, one) for one in ("nl", "en")]

    @pytest.mark.parametrize("example", ["voorbeeldstad", "socialewerkplaats", "servicebedrijf"])
    def test_so_is_that_of_a_whole_organisation(self, example: str) -> None:
        """A share of 1 is told as 100 %, and a count of 1 as 1."""
        organisation = ka.load_organisation(ROOT / f"docs/examples/{example}.yaml")
        made = ka.assess(organisation, list(ka.builtin_checklists()), as_of="2026-11-01")
        read = from_json(made.to_json())
        assert [to_text(read, one) for one in ("nl", "en")] == [
            to_text(made.result, one) for one in ("nl", "en")
        ]

    def test_how_it_came_about_is_read_back_too(self, result: Result) -> None:
        run = Run((EngineRun("reference", "1"),), 3, {"R": "too wide"}, (ANSWERED,), "0.1.0")
        assert from_json(to_json(evolve(result, run=run))).run == run

    @given(
        st.none() | st.text(max_size=5) | st.booleans() | st.integers(-(10**15), 10**15)
        | st.decimals(-(10**6), 10**6, places=8)
        | st.tuples(st.integers(0, 99), st.none() | st.integers(0, 99))
        | st.tuples(st.decimals(0, 1, places=10), st.decimals(0, 1, places=10))
    )  # fmt: skip
    def test_whatever_a_fact_was_found_to_be(self, bare: Result, found: Any) -> None:
        atom = Atom("chain:permits", "x", "!=", ("a", 2), found, None)
        told = evolve(bare, verdicts=(evolve(bare.verdicts[0], why=Later.known(Why((atom,)))),))
        try:
            read = from_json(to_json(told))
        except ka.InvalidAssessment:
            assert isinstance(found, str)  # with a character that no file may hold
            return
        assert read.verdicts[0].because == (atom,)
        assert isinstance(found, bool) is isinstance(read.verdicts[0].because[0].claimed, bool)

    @pytest.mark.parametrize("expected", ["trigger", AnotherFact("trigger"), ("a", 2)])
    def test_a_text_and_another_fact_of_that_name_are_not_the_same(self, bare: Result, expected: Any) -> None:
        atom = Atom("chain:permits", "outcome", "==", expected, "x", "x")
        told = evolve(bare, verdicts=(evolve(bare.verdicts[0], why=Later.known(Why((atom,)))),))
        assert from_json(to_json(told)).verdicts[0].because == (atom,)

    @given(st.lists(st.fractions(0, 1), min_size=3, max_size=3).map(sorted))
    def test_whatever_a_score_is(self, bare: Result, ends: list[Fraction]) -> None:
        score = Score("small-chains", None, "weighted-mean", "share", 1, *ends)
        told = evolve(bare, scores=(score,))
        assert from_json(to_json(told)) == told

    def test_a_score_of_nothing_is_null(self, result: Result) -> None:
        score = Score("small-chains", "voice", "weighted-mean", "share", 1, None, None, None, None, True)
        told = evolve(result, scores=(score,), parameters={"span": Decimal("0.50"), "strict": True})
        assert from_json(to_json(told)) == told


BAD: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "no format": (lambda data: data.pop("format"), "$: this is no saved assessment: it has no 'format'"),
    "another format": (lambda data: data.update(format="x"), "$.format: this is no saved assessment: its format is 'x'"),
    "another version": (lambda data: data.update(format="kamassess-assessment/9"), "$.format: this kamassess reads"),
    "a missing key": (lambda data: data.pop("names"), "$: an assessment has no 'names'"),
    "an unknown key": (lambda data: data.update(verdict=[]), "$.verdict: unknown key 'verdict' in an assessment; did you mean 'verdicts'?"),
    "null": (lambda data: data.update(verdicts=None), "$.verdicts: 'verdicts' of an assessment has no value"),
    "no list": (lambda data: data.update(scores={}), "$.scores: scores should be a list"),
    "no object": (lambda data: data["verdicts"].append(3), ": a verdict should be a mapping"),
    "no date": (lambda data: data.update(as_of="soon"), "$.as_of: expected a date"),
    "an unknown word": (lambda data: data["findings"][0].update(kind="gab"), "$.findings[0].kind: expected one of gap"),
    "an unknown checkpoint": (lambda data: data["verdicts"][0].update(checkpoint="T-99"), "$.verdicts[0].checkpoint: the checklists have no checkpoint 'small-chains/ownership/T-99'"),
    "an unknown requirement": (lambda data: data["scores"][1].update(requirement="x"), "$.scores[1].requirement: the checklists have no 'small-chains/x'"),
    "an unknown checklist": (lambda data: data["scores"][0].update(checklist="x"), "$.scores[0].checklist: the checklists have no 'x'"),
    "outcomes that do not agree": (lambda data: data["verdicts"][0].update(claimed="nonconformity"), "$.verdicts[0].claimed: this is nonconformity, but what is possible makes it conformity"),
    "no outcome": (lambda data: data["verdicts"][0]["possible"].update(claimed=[]), "$.verdicts[0].claimed: this is conformity, but what is possible makes it undetermined"),
    "a value beyond 1": (lambda data: data["verdicts"][0]["value"].update(claimed=[0, 2]), "$.verdicts[0].value.claimed: a value is a low and a high number from 0 to 1"),
    "an interval of three": (lambda data: data["verdicts"][0]["because"][0]["found"].update(claimed=[1, 2, 3]), ".found.claimed: an interval has a low end and a high end"),
    "a fact that is an object": (lambda data: data["verdicts"][0]["because"][0]["found"].update(claimed={}), ".found.claimed: expected a text, number, flag or interval"),
    "an interval of words": (lambda data: data["verdicts"][0]["because"][0]["found"].update(claimed=["a", "b"]), ".found.claimed[0]: expected a number"),
    "a parameter that is a list": (lambda data: data["parameters"].update(span=[1, 2]), "$.parameters.span: expected a text, number or flag"),
    "a parameter without a value": (lambda data: data["parameters"].pop("span"), "$.parameters: the parameter 'small-chains/span' has no value"),
    "names that are a list": (lambda data: data.update(names=[]), "$.names: expected an object of names"),
}  # fmt: skip


def test_what_was_saved_may_be_larger_than_what_people_write(result: Result) -> None:
    assert from_json(to_json(result) + " " * SIZE) == result


class TestBadFiles:
    @pytest.mark.parametrize("case", BAD)
    def test_each_mistake_has_its_path(self, result: Result, case: str) -> None:
        change, message = BAD[case]
        data = json.loads(to_json(result))
        change(data)
        with pytest.raises(ka.InvalidAssessment) as caught:
            from_data(data, "saved")
        assert message in str(caught.value)
        assert str(caught.value).startswith("saved: $")

    def test_all_mistakes_are_told_at_once(self, result: Result) -> None:
        data = to_data(result)
        data["as_of"], data["scores"][0]["scale"] = "soon", "shares"
        with pytest.raises(ka.InvalidAssessment) as caught:
            from_data(data)
        assert len(caught.value.mistakes) == 2

    @pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"format": 1, "format": 2}'])
    def test_what_is_no_json_or_no_object_is_refused(self, text: str) -> None:
        with pytest.raises(ka.InvalidAssessment):
            from_json(text)

    def test_data_that_json_does_not_have_is_refused(self) -> None:
        with pytest.raises(ka.InvalidAssessment, match=r"\$\.format"):
            from_data({"format": object()})


class TestChart:
    def test_every_mistake_in_a_saved_chart_is_told_with_its_place(self, result: Result) -> None:
        data = to_data(result)
        data["chart"] = {
            "nodes": [{"focus": "chain:a", "proven": "maybe", "breaks": {"up": None, "down": True}}],
            "links": [{"above": "kpi:a", "below": "chain:a"}],
            "duties": [],
            "effort": [{"initiative": "i", "level": "roof", "money": -1, "hours": None, "hard": None}],
            "courses": [{"chain": "chain:a", "steps": [], "handovers": ["sideways"], "total": [1]}],
        }
        with pytest.raises(InvalidAssessment) as error:
            from_data(data)
        told = str(error.value)
        assert len(error.value.mistakes) == 8
        for part in (
            "maybe",
            "'proven'",
            "roof",
            "-1",
            "0 handovers",
            "sideways",
            "a low end and a high end",
        ):
            assert part in told

    @pytest.mark.parametrize(
        ("broken", "told"),
        [
            (
                {"diagnoses": [{"checklist": "small", "strict": False, "levels": [], "heaviest": None, "repairs": ["no"]}]},
                "there is no finding 'no'",
            ),
            (
                {"chart": {"nodes": [{"focus": "x", "proven": True, "breaks": {"up": None, "down": None}}],
                           "links": [{"above": "kpi:a", "below": "x", "proven": True}],
                           "duties": [], "effort": [], "courses": []}},
                "'kpi:a' is not among the nodes of the thread",
            ),
        ],
    )  # fmt: skip
    def test_what_refers_to_nothing_is_told_before_it_is_drawn(
        self, result: Result, broken: dict[str, Any], told: str
    ) -> None:
        with pytest.raises(InvalidAssessment, match=told):
            from_data({**to_data(result), **broken})

    def test_no_score_is_out_of_nothing(self, result: Result) -> None:
        data = to_data(result)
        data["scores"][0]["maximum"] = 0
        with pytest.raises(InvalidAssessment, match="1"):
            from_data(data)

    @pytest.mark.parametrize("part", ["checkpoint", "focus", "kind", "id"])
    def test_a_finding_that_tells_of_something_else_than_its_id_says_is_told(
        self, result: Result, part: str
    ) -> None:
        data = to_data(result)
        first, other = (
            data["findings"][0],
            next(one for one in data["findings"] if one[part] != data["findings"][0][part]),
        )
        first[part] = other[part]
        with pytest.raises(InvalidAssessment, match=r"this finding's id is|have no"):
            from_data(data)

    @pytest.mark.parametrize("part", ["checklists", "verdicts", "findings", "scores"])
    def test_what_is_there_twice_is_told(self, result: Result, part: str) -> None:
        data = to_data(result)
        data[part].append(data[part][0])
        with pytest.raises(InvalidAssessment, match=rf"\$\.{part}\[\d+\]: .* is here twice"):
            from_data(data)

    def test_a_requirement_that_is_there_twice_is_told(self, result: Result) -> None:
        data = to_data(result)
        data["checklists"][0]["requirements"].append(data["checklists"][0]["requirements"][0])
        with pytest.raises(InvalidAssessment, match="is here twice"):
            from_data(data)

    def test_a_finding_about_no_verdict_is_told(self, result: Result) -> None:
        data = to_data(result)
        focus = data["findings"][0]["focus"]
        data["verdicts"] = [one for one in data["verdicts"] if one["focus"] != focus]
        with pytest.raises(InvalidAssessment, match=f"has no verdict at '{focus}'"):
            from_data(data)
        with pytest.raises(InvalidAssessment, match=r"\$\.findings\[0\]\.focus: .* has no verdict"):
            from_data({**data, "verdicts": []})

    @pytest.mark.parametrize(
        "ends",
        [
            ("0.9", "0.5", "0.1"),
            ("0.5", "0.4", "0.6"),
            ("2", "3", "4"),
            ("0", "0", "1.5"),
            ("-5", "-5", "-5"),
        ],
    )
    def test_a_score_that_cannot_be_is_told(self, result: Result, ends: tuple[str, str, str]) -> None:
        data = to_data(result)
        data["scores"][0].update(zip(ENDS, map(float, ends), strict=True))
        with pytest.raises(
            InvalidAssessment, match="rises from proven over claimed to possible, to 1 at most"
        ):
            from_data(data)

    def test_nothing_is_the_heaviest_where_nothing_falls_short(self, result: Result) -> None:
        level = {"level": "values", "major": 0, "minor": 0, "weight": 0, "certain": 0}
        diagnosis = {
            "checklist": result.checklists[0].id,
            "strict": True,
            "heaviest": "values",
            "repairs": [],
        }
        for levels in ([level], []):
            with pytest.raises(InvalidAssessment, match="so it is not the heaviest"):
                from_data({**to_data(result), "diagnoses": [{**diagnosis, "levels": levels}]})
