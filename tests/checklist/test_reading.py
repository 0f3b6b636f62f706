"""Reading a checklist: what an author can write, and every mistake with its place and a suggestion."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest

from kamassess.checklist.policy import AtLeast, Gate, Mean
from kamassess.checklist.policy_reading import read_policy
from kamassess.checklist.reading import checklist_from_data, parameter_value, read_checklist
from kamassess.checklist.requirement import Checklist, Clause, DiagnosisPolicy, Parameter, Source
from kamassess.checklist.scale import SCALES, Scale, Step
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
            ({"finding_kind": "contradiction"}, "finding_kind: answers are held against the graph anyway; leave out 'ask'"),
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

    def test_a_clause_of_a_standard_that_we_do_not_know_is_taken_at_its_word(self) -> None:
        found = checklist({**ASKED, "clauses": [{"norm": "House rules", "clause": "7b"}]}).checkpoint("A-1")
        assert found.clauses == (Clause("House rules", None, "7b"),)

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

    @pytest.mark.parametrize(
        "number", ["9" * 5_000, "1e3000000", "1e-5000", "1e-3000000"], ids=lambda it: it[:9]
    )
    @pytest.mark.parametrize(
        ("requirement", "key"),
        [
            ("weight: %s", "weight"),
            ("level: %s", "level"),
            ("gate: {checkpoint: A-1, caps: %s}", "gate.caps"),
        ],
    )
    def test_a_number_that_is_far_too_long_is_told_at_once(
        self, requirement: str, key: str, number: str
    ) -> None:
        text = (
            "{id: x, version: 1, title: X, source: {title: T}, requirements: [{id: one, title: One, "
            f"checkpoints: [{{id: A-1, title: A, role: rule, ask: A?}}], {requirement % number}}}]}}"
        )
        with pytest.raises(InvalidChecklist) as told:
            read_checklist(read_text(text, "x.yaml"))
        (one,) = told.value.mistakes
        assert one.place.path == f"$.requirements[0].{key}"
        assert len(one.message) < 120

    def test_two_requirements_have_two_ids(self) -> None:
        one = {"id": "one", "title": "One", "checkpoints": []}
        assert mistakes(requirements=[one, one]) == [
            "$.requirements[1].id: there is another requirement with the id 'one'"
        ]

    @pytest.mark.parametrize("id", ["A-1", "one"])
    def test_a_requirement_and_a_checkpoint_may_have_one_id_each_with_its_own_place(self, id: str) -> None:
        """By levels both must say on which they are."""
        one = {"id": id, "title": "One", "checkpoints": [{**ASKED, "id": id}]}
        assert checklist(requirements=[one]).requirements[0].checkpoints[0].id == id
        assert mistakes(requirements=[one], scoring="cmmi-staged")[-1] == (
            "$.requirements[0]: cmmi-staged counts by level; say on which 'level' this requirement is"
        )


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


class TestScales:
    """Scales of a checklist's own, beside those that every checklist can name."""

    NO: Final = {"word": "not-yet", "share": 0}
    YES: Final = {"word": "always", "share": 1}
    SEEN: Final = {
        "values": [
            {**NO, "label": {"nl": "nog niet", "en": "not yet"}},
            {"word": "once", "share": 0.5, "label": "once"},
            YES,
        ],
        "conforms_from": 0.5,
    }

    def mistakes_of(self, scale: Any) -> list[str]:
        """What is wrong with a scale, each by its place in it."""
        return [one.removeprefix("$.scales.seen") for one in mistakes(ASKED, scales={"seen": scale})]

    def test_a_question_can_be_answered_on_one(self) -> None:
        found = checklist({**ASKED, "scale": "seen"}, scales={"seen": self.SEEN}).checkpoint("A-1").scale
        assert found == Scale(
            "seen",
            (
                Step("not-yet", Fraction(0), {"nl": "nog niet", "en": "not yet"}),
                Step("once", Fraction(1, 2), {"nl": "once", "en": "once"}),
                Step("always", Fraction(1), {}),
            ),
            Fraction(1, 2),
        )
        assert found.share("once") == Fraction(1, 2)

    def test_the_scales_of_every_checklist_are_there_still(self) -> None:
        read = checklist(
            {**ASKED, "scale": "samm"}, {**ASKED, "id": "A-2", "scale": "seen"}, scales={"seen": self.SEEN}
        )
        assert read.checkpoint("A-1").scale is SCALES["samm"]
        assert "seen" not in SCALES

    def test_it_is_a_scale_of_no_other_checklist(self) -> None:
        checklist({**ASKED, "scale": "seen"}, scales={"seen": self.SEEN})
        assert mistakes({**ASKED, "scale": "seen"}) == ["checkpoints[0].scale: there is no scale 'seen'"]

    def test_a_misspelt_one_is_told(self) -> None:
        assert mistakes({**ASKED, "scale": "sene"}, scales={"seen": self.SEEN}) == [
            "checkpoints[0].scale: there is no scale 'sene' | seen"
        ]

    def test_what_it_says_is_in_the_hash(self) -> None:
        other = {**self.SEEN, "conforms_from": 1}
        first, second = (
            checklist({**ASKED, "scale": "seen"}, scales={"seen": one}) for one in (self.SEEN, other)
        )
        assert first.sha256 != second.sha256

    def test_two_values_may_be_worth_the_same(self) -> None:
        values = [self.NO, {"word": "justified", "share": 1}, self.YES]
        read = checklist({**ASKED, "scale": "seen"}, scales={"seen": {"values": values, "conforms_from": 1}})
        scale = read.checkpoint("A-1").scale
        assert scale is not None
        assert [step.share for step in scale.steps] == [0, 1, 1]

    @pytest.mark.parametrize(
        ("values", "mistake"),
        [
            ([{**NO, "share": 0.2}, YES], ".values[0]: the lowest value is worth 0.2, so that all 'not-yet' does not score 0; give it a share of 0"),
            ([NO, {**YES, "share": 0.9}], ".values[1]: the highest value is worth 0.9; give it a share of 1"),
            ([NO, {"word": "a", "share": 0.5}, {"word": "b", "share": 0.4}, YES], ".values[2]: values go up, from none to all"),
            ([NO, {"word": "not-yet", "share": 0.5}, YES], ".values[1]: there is another value 'not-yet'"),
            ([NO, YES, YES], ".values[2]: there is another value 'always'"),
            ([NO], ": a scale has two values at least"),
            ([], ": a scale has two values at least"),
            ([NO, {"share": 1}], ".values[1]: a value of a scale has no 'word'"),
            ([NO, {**YES, "lable": "?"}], ".values[1].lable: unknown key 'lable' in a value of a scale | label"),
            ([NO, {**YES, "label": True}], ".values[1].label: expected a text, found 'true'"),
            ([NO, {"word": True, "share": 1}], ".values[1].word: expected a text, found 'true'"),
            ([{**NO, "share": -1}, YES], ".values[0].share: expected a number of at least 0, found -1"),
            ([NO, {"word": "a", "share": "NaN"}, YES], ".values[1].share: expected a number, as 0.8, found 'NaN'"),
        ],
    )  # fmt: skip
    def test_values_go_from_none_to_all(self, values: Any, mistake: str) -> None:
        assert self.mistakes_of({"values": values, "conforms_from": 1}) == [mistake]

    def test_both_ends_are_told(self) -> None:
        values = [{**self.NO, "share": 0.2}, {**self.YES, "share": 0.9}]
        assert self.mistakes_of({"values": values, "conforms_from": 0.5}) == [
            ".values[0]: the lowest value is worth 0.2, so that all 'not-yet' does not score 0; give it a share of 0",
            ".values[1]: the highest value is worth 0.9; give it a share of 1",
        ]

    def test_values_that_go_down_from_all_to_none_are_told(self) -> None:
        assert self.mistakes_of({"values": [self.YES, self.NO], "conforms_from": 1}) == [
            ".values[1]: values go up, from none to all",
            ".values[0]: the lowest value is worth 1, so that all 'always' does not score 0; give it a share of 0",
            ".values[1]: the highest value is worth 0; give it a share of 1",
        ]

    @pytest.mark.parametrize("at", [0, 1, 2])
    def test_a_word_that_every_scale_has_is_no_value_of_one(self, at: int) -> None:
        values = [dict(one) for one in (self.NO, {"word": "once", "share": 0.5}, self.YES)]
        values[at]["word"] = "not-applicable"
        assert self.mistakes_of({"values": values, "conforms_from": 1}) == [
            f".values[{at}].word: 'not-applicable' can be answered on every scale, and is no value of one"
        ]

    @pytest.mark.parametrize(
        ("scale", "mistake"),
        [
            ("yes-no", ": a scale should be a mapping of keys to values, found 'yes-no'"),
            ({"values": 5, "conforms_from": 0}, ".values: values should be a list, found '5'"),
            ({"values": [YES, NO]}, ": a scale has no 'conforms_from'"),
            ({"values": [NO], "conforms_from": "often"}, ".conforms_from: expected a number, as 0.8, found 'often'"),
            ({"values": [{"share": 1}, NO], "conforms_from": 0}, ".values[0]: a value of a scale has no 'word'"),
            ({"values": ["no"], "conforms_from": 0}, ".values[0]: a value of a scale should be a mapping of keys to values, found 'no'"),
        ],
    )  # fmt: skip
    def test_of_one_that_cannot_be_read_nothing_further_is_told(self, scale: Any, mistake: str) -> None:
        assert self.mistakes_of(scale) == [mistake]

    def test_nor_of_the_question_that_is_answered_on_it(self) -> None:
        found = mistakes({**ASKED, "scale": "seen"}, scales={"seen": {"values": [], "conforms_from": "?"}})
        assert found == ["$.scales.seen.conforms_from: expected a number, as 0.8, found '?'"]

    def test_a_mistake_in_yaml_has_its_line(self) -> None:
        text = (
            "id: x\nversion: 1\ntitle: X\nsource: {title: T}\nrequirements: []\nscales:\n  seen:\n"
            "    conforms_from: 1\n    values:\n      - {word: a, share: 0.1}\n"
            "      - {word: b, share: 1e-3000000}\n      - {word: not-applicable, share: 1}\n"
        )
        with pytest.raises(InvalidChecklist) as told:
            read_checklist(read_text(text, "x.yaml"))
        assert [str(one) for one in told.value.mistakes] == [
            "x.yaml:11:26: expected a number, as 0.8, found '1e-3000000'",
            "x.yaml:12:16: 'not-applicable' can be answered on every scale, and is no value of one",
        ]

    @pytest.mark.parametrize("conforms_from", [0, 0.0])
    def test_some_value_falls_short(self, conforms_from: Any) -> None:
        assert self.mistakes_of({**self.SEEN, "conforms_from": conforms_from}) == [
            ": 'conforms_from' is 0, so that every answer conforms"
        ]

    @pytest.mark.parametrize(
        ("scale", "mistake"),
        [
            ("yes-no", ": a scale should be a mapping of keys to values, found 'yes-no'"),
            ({"values": [NO, YES]}, ": a scale has no 'conforms_from'"),
            ({"conforms_from": 1}, ": a scale has no 'values'"),
            ({**SEEN, "values": {}}, ".values: values should be a list, found a mapping of keys to values"),
            ({**SEEN, "values": ["no", "yes"]}, ".values[0]: a value of a scale should be a mapping of keys to values, found 'no'"),
            ({**SEEN, "conforms_from": 2}, ".conforms_from: expected a number of at most 1, found 2"),
            ({**SEEN, "conforms_from": "often"}, ".conforms_from: expected a number, as 0.8, found 'often'"),
            ({**SEEN, "most": 5}, ".most: unknown key 'most' in a scale"),
        ],
    )  # fmt: skip
    def test_what_is_no_scale_is_told(self, scale: Any, mistake: str) -> None:
        assert mistake in self.mistakes_of(scale)

    @pytest.mark.parametrize("name", SCALES)
    def test_a_scale_that_is_there_already_is_not_said_anew(self, name: str) -> None:
        (told,) = mistakes(ASKED, scales={name: self.SEEN})
        assert told.endswith(f": the scale '{name}' is there already")

    @pytest.mark.parametrize("scales", [[], "seen", 3])
    def test_they_are_a_mapping_of_names(self, scales: Any) -> None:
        assert mistakes(ASKED, scales=scales) == ["$.scales: scales should be a mapping of names"]

    def test_the_mistakes_of_all_are_told_at_once(self) -> None:
        found = mistakes(
            ASKED,
            scales={
                "one": {"values": [self.NO], "conforms_from": 1},
                "two": {"values": [self.NO, self.YES], "conforms_from": 0},
            },
        )
        assert found == [
            "$.scales.one: a scale has two values at least",
            "$.scales.two: 'conforms_from' is 0, so that every answer conforms",
        ]


class TestPolicyInPlace:
    """A scoring policy may stand in the checklist itself."""

    OWN: Final = {
        "id": "own",
        "title": {"nl": "Eigen", "en": "Own"},
        "source": "The board",
        "hides": "Much",
        "requirement": {"part": "mean"},
        "checklist": {"part": "at-least", "of": "mean", "share": "2/3"},
    }

    def test_it_is_read_as_a_policy_in_a_file_is(self) -> None:
        found = checklist(ASKED, scoring=self.OWN).policy
        assert found == read_policy(read_data(self.OWN))
        assert found.checklist.part == AtLeast(Mean(), Fraction(2, 3))

    def test_it_is_in_the_hash(self) -> None:
        more = {**self.OWN, "checklist": {"part": "at-least", "of": "mean", "share": "3/4"}}
        hashes = {checklist(ASKED, scoring=one).sha256 for one in (self.OWN, more, "weighted-mean")}
        assert len(hashes) == 3

    def test_the_policy_of_a_checklist_that_names_none_has_the_same_hash_when_it_is_named(self) -> None:
        assert checklist(ASKED).sha256 == checklist(ASKED, scoring="weighted-mean").sha256

    def test_its_mistakes_are_told_beside_those_of_the_checklist(self) -> None:
        own = {**self.OWN, "credit": "grade", "checklist": {"part": "at-least", "of": "meen", "share": 2}}
        found = mistakes({**ASKED, "weight": -1}, scoring=own)
        assert sorted(found) == [
            "$.scoring.checklist.of: there is no part 'meen' of a policy | mean",
            "$.scoring.checklist.share: 'share' is a share, from 0 to 1; found 2",
            "$.scoring.credit: expected one of graded, conforms; found 'grade' | graded",
            "checkpoints[0].weight: expected a number of at least 0, found -1",
        ]

    @pytest.mark.parametrize(
        ("scoring", "mistake"),
        [
            ({}, "$.scoring: a scoring policy has no 'id'"),
            ({"part": "mean"}, "$.scoring.part: unknown key 'part' in a scoring policy"),
            ([], "$.scoring: expected a text, found a list"),
            ({**OWN, "checklist": {"part": "sum"}}, "$.scoring.checklist: how high a sum comes depends on what there is to add; say its 'maximum', or 'scale: points'"),
            ({**OWN, "checkpoint": "all"}, "$.scoring.checkpoint: foci become one by their mean or the lowest, not by 'all'"),
            ("own", "$.scoring: there is no scoring policy 'own'"),
            ("vcaa", "$.scoring: there is no scoring policy 'vcaa' | vca"),
        ],
    )  # fmt: skip
    def test_what_is_no_policy_is_told(self, scoring: Any, mistake: str) -> None:
        assert mistake in mistakes(ASKED, scoring=scoring)

    def test_a_mistake_in_yaml_has_its_line(self) -> None:
        text = (
            "id: x\nversion: 1\ntitle: X\nsource: {title: T}\nrequirements: []\n"
            "scoring:\n  id: own\n  title: Own\n  source: B\n  hides: M\n  requirement: {part: meen}\n"
            "  checklist: {part: mean}\n"
        )
        with pytest.raises(InvalidChecklist, match=r"^x\.yaml:11:23: there is no part 'meen'") as told:
            read_checklist(read_text(text, "x.yaml"))
        assert len(told.value.mistakes) == 1


class TestWhatPoliciesAskFor:
    """``level``, ``must`` and ``group``: where a policy counts by them."""

    def test_where_a_policy_counts_by_what_is_not_there_it_is_told(self) -> None:
        leveled = {"scale": "n-p-l-f", "level": 1}
        assert mistakes({**ASKED, "id": "A-2", **leveled}, {**ASKED, "scale": "n-p-l-f"}, scoring="c2m2") == [
            "checkpoints[1]: c2m2 counts by level; say on which 'level' this checkpoint is"
        ]

    def test_a_level_of_nothing_is_told_once_at_its_requirement(self) -> None:
        far = {**ASKED, "scale": "n-p-l-f", "level": 3}
        (told,) = mistakes(far, scoring="c2m2")
        assert told == (
            "$.requirements[0]: no checkpoint is on level 1, so that it is reached by doing nothing"
        )

    def test_a_level_far_away_is_told_once_or_twice(self) -> None:
        for scoring in ("c2m2", "samm"):
            scale = "samm" if scoring == "samm" else "n-p-l-f"
            near, far = ({**ASKED, "id": f"A-{at}", "scale": scale, "level": at} for at in (1, 200_000))
            told = mistakes(near, far, scoring=scoring, requirement={"group": "a"})
            assert 1 <= len(told) <= 2

    @pytest.mark.parametrize(("flat", "mistake"), [
        (False, "$.scoring: own tells checkpoints apart by what must be; say 'flat: true' in it"),
        (True, "$.scoring: own tells what must be apart; mark these checkpoints with 'must: true'"),
    ])  # fmt: skip
    def test_what_must_be_is_told_apart_among_checkpoints(self, flat: bool, mistake: str) -> None:
        own = {
            **TestPolicyInPlace.OWN,
            "flat": flat,
            "checklist": {"part": "must-and-some", "some": 0.5},
        }
        assert mistakes(ASKED, scoring=own) == [mistake]

    def test_so_it_is_in_each_requirement(self) -> None:
        own = {**TestPolicyInPlace.OWN, "requirement": {"part": "must-and-some", "some": 0.5}}
        assert mistakes(ASKED, scoring=own) == [
            "$.scoring: own tells what must be apart; mark these checkpoints with 'must: true'"
        ]
        assert checklist({**ASKED, "must": True}, scoring=own).policy.id == "own"

    def test_a_checkpoint_is_on_a_level_and_must_be(self) -> None:
        found = checklist({**ASKED, "level": 3, "must": True}).checkpoint("A-1")
        assert (found.level, found.must) == (3, True)

    def test_a_requirement_is_on_a_level_and_in_a_group(self) -> None:
        found = checklist(ASKED, requirement={"level": 2, "group": "result"}).requirements[0]
        assert (found.level, found.group) == (2, "result")

    def test_without_them_there_is_no_level_nothing_must_be_and_there_is_no_group(self) -> None:
        read = checklist(ASKED)
        assert (read.checkpoint("A-1").level, read.checkpoint("A-1").must) == (None, False)
        assert (read.requirements[0].level, read.requirements[0].group) == (None, None)

    @pytest.mark.parametrize(
        ("checkpoint", "mistake"),
        [
            ({"level": 0}, "level: expected a number of at least 1, found 0"),
            ({"level": -1}, "level: expected a number of at least 1, found -1"),
            ({"level": 1.5}, "level: expected a whole number, found '1.5'"),
            ({"level": "high"}, "level: expected a whole number, found 'high'"),
            ({"level": 10**18}, "level: expected a whole number, found '1000000000000000000'"),
            ({"must": "yes"}, "must: expected true or false, found 'yes'"),
            ({"must": 1}, "must: expected true or false, found '1'"),
            ({"group": "result"}, "group: unknown key 'group' in a checkpoint"),
        ],
    )
    def test_a_mistake_of_a_checkpoint_is_told_where_it_stands(self, checkpoint: Data, mistake: str) -> None:
        (told,) = mistakes({**ASKED, **checkpoint})
        assert told.partition(" | ")[0] == f"checkpoints[0].{mistake}"

    @pytest.mark.parametrize(
        ("requirement", "mistake"),
        [
            ({"level": 0}, "level: expected a number of at least 1, found 0"),
            ({"level": "two"}, "level: expected a whole number, found 'two'"),
            ({"group": True}, "group: expected a text, found 'true'"),
            ({"group": ["result"]}, "group: expected a text, found a list"),
            ({"must": True}, "must: unknown key 'must' in a requirement"),
        ],
    )
    def test_a_mistake_of_a_requirement_is_told_where_it_stands(
        self, requirement: Data, mistake: str
    ) -> None:
        (told,) = mistakes(ASKED, requirement=requirement)
        assert told.partition(" | ")[0] == mistake

    @pytest.mark.parametrize(
        ("checkpoint", "requirement"), [({"level": 2}, {}), ({"must": True}, {}), ({}, {"level": 2}), ({}, {"group": "a"})]
    )  # fmt: skip
    def test_they_are_in_the_hash(self, checkpoint: Data, requirement: Data) -> None:
        said = checklist({**ASKED, **checkpoint}, requirement=requirement)
        assert said.sha256 != checklist(ASKED).sha256
