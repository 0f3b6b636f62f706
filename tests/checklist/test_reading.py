"""Reading a checklist: what an author can write, and every mistake with its place and a suggestion."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

import pytest

from kamassess.checklist.policy import Gate
from kamassess.checklist.reading import checklist_from_data, parameter_value, read_checklist
from kamassess.checklist.requirement import Checklist, Clause, DiagnosisPolicy, Parameter, Source
from kamassess.checklist.scale import SCALES
from kamassess.errors import InvalidChecklist
from kamassess.model.kind import Type
from kamassess.model.terms import FindingKind, Grade, Level, Outcome, Role
from kamassess.source import read_data, read_text

Data = dict[str, Any]

ASKED: Data = {"id": "A-1", "role": "requirement", "title": "It is so", "ask": "Is it so?"}


def checklist(*checkpoints: Data, requirement: Data | None = None, **rest: Any) -> Checklist:
    return checklist_from_data(
        {
            "id": "demo",
            "version": "1.0.0",
            "title": "Demo",
            "source": {"title": "None"},
            "requirements": [
                {"id": "one", "title": "One", "checkpoints": list(checkpoints), **(requirement or {})}
            ],
            **rest,
        }
    )


def mistakes(*checkpoints: Data, **rest: Any) -> list[str]:
    with pytest.raises(InvalidChecklist) as told:
        checklist(*checkpoints, **rest)
    return [
        f"{(one.place.path or '').removeprefix('$.requirements[0].')}: {one.message}"
        + (f" | {one.suggestion}" if one.suggestion else "")
        for one in told.value.mistakes
    ]


class TestCheckpoints:
    def test_a_checkpoint_that_says_everything(self) -> None:
        found = checklist(
            {
                "id": "A-1",
                "title": {"nl": "Zo is het", "en": "It is so"},
                "role": "rule",
                "covers": ["K-1", "K-2"],
                "why": "because",
                "where": {"en": "second paragraph"},
                "speaker": "Lahr",
                "each": "chain",
                "if_none": "nonconformity",
                "applies": "!planned",
                "holds": "owners.size() == 1",
                "ask": "Is it so?",
                "scale": "level-0-5",
                "guidance": "minutes",
                "about_leaders": True,
                "finding_kind": "missing-ownership",
                "grade": "major",
                "weight": 3,
                "orientation": "identity",
                "clauses": [{"norm": "ISO 9001", "edition": 2015, "clause": "5.3", "more": "a person"}],
                "sign_group": "plan",
                "finding": "Chain {name}",
                "repair": {"nl": "Wijs {owners} aan"},
            }
        ).checkpoint("A-1")
        assert found.role is Role.RULE
        assert found.covers == ("K-1", "K-2")
        assert (found.each, found.if_none) == ("chain", Outcome.NONCONFORMITY)
        assert (found.applies and found.applies.text, found.holds and found.holds.text) == (
            "!planned",
            "owners.size() == 1",
        )
        assert found.scale is SCALES["level-0-5"]
        assert found.about_leaders
        assert found.finding_kind is FindingKind.MISSING_OWNERSHIP
        assert (found.grade, found.weight, found.orientation) == (Grade.MAJOR, 3, Level.IDENTITY)
        assert found.clauses == (Clause("ISO 9001", "2015", "5.3", {"nl": "a person", "en": "a person"}),)
        assert (found.sign_group, found.speaker) == ("plan", "Lahr")
        assert found.finding == {"nl": "Chain {name}", "en": "Chain {name}"}
        assert found.repair == {"nl": "Wijs {owners} aan"}
        assert found.where == {"en": "second paragraph"}

    def test_a_checkpoint_that_says_the_least(self) -> None:
        found = checklist(ASKED).checkpoint("A-1")
        assert (found.each, found.if_none) == ("organisation", None)
        assert found.scale is SCALES["yes-no"]
        assert (found.finding_kind, found.grade, found.weight) == (FindingKind.GAP, Grade.MINOR, 1)
        assert found.finding == found.title == {"nl": "It is so", "en": "It is so"}
        assert found.repair == {}
        assert not found.about_leaders

    @pytest.mark.parametrize("role", ["sign", "advice", "wish"])
    def test_signs_advice_and_wishes_are_never_more_than_observations(self, role: str) -> None:
        found = checklist({**ASKED, "role": role}).checkpoint("A-1")
        assert (found.finding_kind, found.grade) == (FindingKind.OBSERVATION, None)

    def test_a_rule_may_say_that_it_is_no_more_than_an_observation(self) -> None:
        found = checklist({**ASKED, "role": "rule", "finding_kind": "observation"}).checkpoint("A-1")
        assert (found.finding_kind, found.grade) == (FindingKind.OBSERVATION, None)

    @pytest.mark.parametrize(
        ("checkpoint", "mistake"),
        [
            ({"role": "requirment"}, "role: expected one of requirement, sign, closed-sign, rule, definition, advice, wish; found 'requirment' | requirement"),
            ({"asks": "?"}, "asks: unknown key 'asks' in a checkpoint | ask"),
            ({"each": "chian"}, "each: there is no kind 'chian' | chain"),
            ({"each": "chian", "if_none": "nonconformity"}, "each: there is no kind 'chian' | chain"),
            ({"each": "chain"}, ": say what it means when there is no chain: 'if_none: nonconformity' or 'not-applicable'"),
            ({"each": "chain", "if_none": "conformity"}, "if_none: expected one of nonconformity, not-applicable; found 'conformity' | nonconformity"),
            ({"if_none": "nonconformity"}, "if_none: 'if_none' goes with 'each'"),
            ({"each": "organisation", "if_none": "nonconformity"}, "if_none: 'if_none' goes with 'each'"),
            ({"ask": None}, "ask: 'ask' has no value; give it one or leave it out"),
            ({"scale": "yes-partly"}, "scale: there is no scale 'yes-partly' | yes-partly-no"),
            ({"role": "wish", "finding_kind": "gap"}, "finding_kind: what fails of a wish is never more than an observation"),
            ({"role": "advice", "grade": "minor"}, "grade: an observation has no grade"),
            ({"finding_kind": "unproven"}, "finding_kind: expected one of gap, missing-ownership, observation, contradiction; found 'unproven'"),
            ({"grade": "mayor"}, "grade: expected one of major, minor; found 'mayor' | major"),
            ({"orientation": "skill"}, "orientation: expected one of mission, identity, values, competences, skills, behaviour, context; found 'skill' | skills"),
            ({"weight": -1}, "weight: expected a number of at least 0, found -1"),
            ({"weight": 0.5}, "weight: expected a whole number, found '0.5'"),
            ({"holds": True}, "holds: a rule asks something; true or false alone asks nothing"),
            ({"holds": 3.5, "applies": []}, "applies: expected a text, found a list"),
            ({"clauses": [{"norm": "ISO 9001"}]}, "clauses[0]: a clause has no 'clause'"),
            ({"clauses": "5.3"}, "clauses: clauses should be a list, found '5.3'"),
            ({"clauses": [{"norm": "ISO 9001", "clause": 5.3}]}, "clauses[0]: say which edition of ISO 9001: 2015"),
            ({"clauses": [{"norm": "ISO 9001", "edition": "2016", "clause": 5.3}]}, "clauses[0].edition: there is no edition '2016' of ISO 9001; there is 2015 | 2015"),
            ({"clauses": [{"norm": "ISO 14001", "edition": "2015", "clause": "6.3"}]}, "clauses[0].clause: ISO 14001:2015 has no clause '6.3' | 6.1.3"),
            ({"recurring": "yes"}, "recurring: expected true or false, found 'yes'"),
            ({"told_first": 1}, "told_first: expected true or false, found '1'"),
            ({"shows": ["A-2"]}, ": there is no checkpoint 'A-2' to show | A-1"),
            ({"shows": ["A-1"]}, ": 'shows' is of a sign; this is a requirement"),
            ({"finding": "Chain {name"}, "finding: a placeholder is opened and not closed: 'Chain {name'"),
            ({"repair": True}, "repair: expected a text, found 'true'"),
            ({"about_leaders": "yes"}, "about_leaders: expected true or false, found 'yes'"),
            ({"id": "A 1"}, "id: 'A 1' is no id: it has letters, digits, '.', '-' and '_', without spaces"),
        ],
    )  # fmt: skip
    def test_every_mistake_is_told_where_it_stands(self, checkpoint: Data, mistake: str) -> None:
        told = mistakes({**ASKED, **checkpoint})
        assert (
            told[0].removeprefix("checkpoints[0]").removeprefix(".").partition(" | ")[0]
            == mistake.partition(" | ")[0]
        )
        if " | " in mistake:
            assert told[0].endswith(mistake[mistake.index(" | ") :])

    def test_a_kind_that_is_not_known_is_the_only_mistake(self) -> None:
        assert len(mistakes({**ASKED, "each": "chian", "if_none": "nonconformity"})) == 1

    def test_somebody_or_the_graph_is_asked(self) -> None:
        told = mistakes({"id": "A-1", "role": "rule", "title": "?", "scale": "yes-no"})
        assert told == [
            "checkpoints[0]: a checkpoint asks somebody ('ask'), the graph ('holds'), or both",
            "checkpoints[0].scale: 'scale' goes with 'ask'",
        ]

    def test_what_every_checkpoint_has_is_missed(self) -> None:
        assert mistakes({"ask": "?"}) == [
            "checkpoints[0]: a checkpoint has no 'id'",
            "checkpoints[0]: a checkpoint has no 'title'",
            "checkpoints[0]: a checkpoint has no 'role'",
        ]

    def test_two_checkpoints_have_two_ids(self) -> None:
        assert mistakes(ASKED, ASKED) == ["checkpoints[1].id: there is another checkpoint with the id 'A-1'"]

    def test_a_sign_may_show_a_checkpoint_of_another_requirement(self) -> None:
        other = {
            "id": "two",
            "title": "Two",
            "checkpoints": [{**ASKED, "id": "A-2", "role": "sign", "shows": "A-1"}],
        }
        data = {"id": "one", "title": "One", "checkpoints": [ASKED]}
        assert checklist(requirements=[data, other]).checkpoint("A-2").shows == ("A-1",)


class TestDiagnosis:
    """How the findings of all checklists are read by the seven levels."""

    FLAG: Final = {"order": {"type": "bool", "default": True}}
    WEIGHTS: Final = {"major": 3, "minor": 1}

    def test_says_what_it_covers_how_heavy_grades_are_and_where_repair_begins(self) -> None:
        found = checklist(
            parameters=self.FLAG, diagnosis={"covers": "S-9", "weights": self.WEIGHTS, "strict": "order"}
        ).diagnosis
        assert found == DiagnosisPolicy(("S-9",), {Grade.MAJOR: 3, Grade.MINOR: 1}, "order")

    def test_a_checklist_can_do_without(self) -> None:
        assert checklist().diagnosis is None

    @pytest.mark.parametrize(
        ("diagnosis", "told"),
        [
            ({"strict": "order"}, "diagnosis: a diagnosis has no 'weights'"),
            ({"weights": WEIGHTS}, "diagnosis: a diagnosis has no 'strict'"),
            ({"weights": {"major": 3}, "strict": "order"}, "diagnosis.weights: weights has no 'minor'"),
            (
                {"weights": {"major": -1, "minor": 1}, "strict": "order"},
                "diagnosis.weights.major: expected a number of at least 0, found -1",
            ),
            (
                {"weights": WEIGHTS, "strict": "ordre"},
                "diagnosis.strict: 'strict' names a parameter that is true or false; found 'ordre' | order",
            ),
            (
                {"weights": WEIGHTS, "strict": "share"},
                "diagnosis.strict: 'strict' names a parameter that is true or false; found 'share'",
            ),
        ],
    )
    def test_every_mistake_is_told_where_it_stands(self, diagnosis: Data, told: str) -> None:
        parameters = {**self.FLAG, "share": {"type": "decimal", "default": 0.5}}
        assert f"$.{told}" in mistakes(parameters=parameters, diagnosis=diagnosis)


class TestRequirements:
    def test_a_requirement_that_says_everything(self) -> None:
        found = checklist(
            ASKED,
            requirement={"weight": 2, "systemic": {"minors": 3}, "gate": {"checkpoint": "A-1", "caps": 0.4}},
        ).requirements[0]
        assert (found.weight, found.systemic_minors, found.gate) == (2, 3, Gate("A-1", 0.4))

    def test_a_requirement_without_a_sign_or_checkpoint_is_valid(self) -> None:
        assert checklist().requirements[0].checkpoints == ()

    @pytest.mark.parametrize(
        ("requirement", "mistake"),
        [
            ({"systemic": {}}, "systemic: systemic has no 'minors'"),
            ({"systemic": {"minors": 0}}, "systemic.minors: expected a number of at least 1, found 0"),
            ({"gate": {"checkpoint": "A-9", "caps": 1}}, "gate.checkpoint: there is no checkpoint 'A-9' | A-1"),
            ({"gate": {"checkpoint": "A-1", "caps": 2}}, "gate.caps: a gate caps at a share of the score, from 0 to 1; found 2"),
            ({"gate": {"checkpoint": "A-1", "caps": "high"}}, "gate.caps: expected a number, as 0.8, found 'high'"),
            ({"gate": {"caps": 1}}, "gate: a gate has no 'checkpoint'"),
            ({"gate": "A-1"}, "gate: a gate should be a mapping of keys to values, found 'A-1'"),
            ({"titel": "?"}, "titel: unknown key 'titel' in a requirement | title"),
        ],
    )  # fmt: skip
    def test_every_mistake_is_told_where_it_stands(self, requirement: Data, mistake: str) -> None:
        assert mistakes(ASKED, requirement=requirement) == [mistake]

    def test_two_requirements_have_two_ids(self) -> None:
        one = {"id": "one", "title": "One", "checkpoints": []}
        assert mistakes(requirements=[one, one]) == [
            "$.requirements[1].id: there is another requirement with the id 'one'"
        ]


class TestChecklists:
    def test_a_checklist_says_where_it_comes_from(self) -> None:
        found = checklist(source={"title": "A text", "author": "A", "language": "nl", "edition": 2012})
        assert found.source == Source("A text", "A", "nl", "2012")
        assert found.policy.id == "weighted-mean"
        assert checklist(scoring="weighted-mean").policy == found.policy

    def test_its_parts_are_told_when_they_are_missing(self) -> None:
        with pytest.raises(InvalidChecklist) as told:
            checklist_from_data({"format": "x"})
        assert [one.message for one in told.value.mistakes] == [
            f"a checklist has no '{one}'" for one in ("id", "version", "title", "source", "requirements")
        ]

    @pytest.mark.parametrize(
        ("rest", "mistake"),
        [
            ({"scoring": "weigthed-mean"}, "$.scoring: there is no scoring policy 'weigthed-mean' | weighted-mean"),
            ({"scoring": True}, "$.scoring: expected a text, found 'true'"),
            ({"source": {}}, "$.source: a source has no 'title'"),
            ({"source": "A text"}, "$.source: a source should be a mapping of keys to values, found 'A text'"),
            ({"requirements": {}}, "$.requirements: requirements should be a list, found a mapping of keys to values"),
            ({"parameters": []}, "$.parameters: parameters should be a mapping of names"),
            ({"parameters": {"a-b": {"type": "int", "default": 1}}}, "$.parameters['a-b']: 'a-b' is no name: it has letters, digits and '_'"),
            ({"parameters": {"span": {"type": "int"}}}, "$.parameters.span: parameter span has no 'default'"),
            ({"parameters": {"span": {"type": "integer", "default": 1}}}, "$.parameters.span.type: expected one of int, decimal, bool, text, date; found 'integer' | int"),
            ({"parameters": {"span": {"type": "int", "default": "ten"}}}, "$.parameters.span.default: expected a whole number, found 'ten'"),
        ],
    )  # fmt: skip
    def test_every_mistake_is_told_where_it_stands(self, rest: Data, mistake: str) -> None:
        told = mistakes(ASKED, **rest)
        assert [one.partition(" | ")[0] for one in told] == [mistake.partition(" | ")[0]]

    def test_a_mistake_in_yaml_has_its_line(self) -> None:
        text = "id: x\nversion: 1\ntitle: X\nsource: {title: T}\nrequirements:\n  - {id: a, title: A, chekpoints: []}\n"
        with pytest.raises(InvalidChecklist, match=r"x\.yaml:6:23: unknown key 'chekpoints'"):
            read_checklist(read_text(text, "x.yaml"))

    def test_its_hash_is_of_what_it_says_with_defaults_filled_in(self) -> None:
        assert checklist(ASKED).sha256 == checklist({**ASKED, "weight": 1, "scale": "yes-no"}).sha256
        assert checklist(ASKED).sha256 != checklist({**ASKED, "weight": 2}).sha256
        assert len(checklist(ASKED).sha256) == 64


class TestParameters:
    def test_a_parameter_has_a_type_a_default_and_a_source(self) -> None:
        found = checklist(
            parameters={
                "span": {"type": "int", "default": 10, "title": "Span", "source": "A text"},
                "part": {"type": "decimal", "default": 0.5},
                "strict": {"type": "bool", "default": True},
                "word": {"type": "text", "default": "no"},
                "day": {"type": "date", "default": "2026-01-01"},
            }
        ).parameters
        assert found[0] == Parameter("span", Type.INT, 10, {"nl": "Span", "en": "Span"}, "A text")
        assert [one.default for one in found] == [10, Decimal("0.5"), True, "no", "2026-01-01"]

    @pytest.mark.parametrize(
        ("type_", "written", "value"),
        [
            (Type.INT, 9, 9),
            (Type.DECIMAL, 0.5, Decimal("0.5")),
            (Type.BOOL, False, False),
            (Type.TEXT, "no", "no"),
            (Type.DATE, "2026-01-01", "2026-01-01"),
        ],
    )
    def test_a_value_is_read_by_the_type(self, type_: Type, written: object, value: object) -> None:
        assert parameter_value(Parameter("p", type_, "", {}), read_data(written)) == value

    @pytest.mark.parametrize("type_", [Type.INT, Type.DECIMAL, Type.BOOL, Type.TEXT, Type.DATE])
    def test_a_value_of_another_type_is_told(self, type_: Type) -> None:
        with pytest.raises(InvalidChecklist, match="parameter p: expected "):
            parameter_value(Parameter("p", type_, "", {}), read_data([]))
