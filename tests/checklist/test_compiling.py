"""Checklists compiled: closed signs joined, answers made facts, parameters filled in, every mistake told."""

from __future__ import annotations

from typing import Any

import pytest

from kamassess.checklist.compiled import Compiled, CompiledCheckpoint, Names
from kamassess.checklist.compiling import compile_checklists, unknown_parameter
from kamassess.checklist.condition import And, Compare, Condition, Count, Fact, Literal, Not, Or
from kamassess.checklist.reading import checklist_from_data
from kamassess.checklist.requirement import Checklist
from kamassess.errors import InvalidChecklist
from kamassess.model.kind import Type
from tests.norm import checkpoint

Data = dict[str, Any]


def checklist(*checkpoints: Data, id: str = "C", **rest: Any) -> Checklist:
    return checklist_from_data(
        {
            "id": id,
            "version": "1",
            "title": "C",
            "source": {"title": "None"},
            "requirements": [{"id": "one", "title": "One", "checkpoints": list(checkpoints)}],
            **rest,
        }
    )


def compiled(*checkpoints: Data, **rest: Any) -> dict[str, CompiledCheckpoint]:
    found = compile_checklists([checklist(*checkpoints, **rest)])
    return {one.checkpoint.id: one for one in found.checkpoints}


def mistakes(*checkpoints: Data) -> list[str]:
    with pytest.raises(InvalidChecklist) as told:
        compile_checklists([checklist(*checkpoints)])
    return [
        f"{(one.place.path or '').removeprefix('$.requirements[0].')}: {one.message}"
        + (f" | {one.suggestion}" if one.suggestion else "")
        for one in told.value.mistakes
    ]


def is_so(fact: str) -> Condition:
    return Compare(Fact(fact, Type.BOOL), "==", Literal(True, Type.BOOL))


class TestConditions:
    def test_what_the_graph_decides_is_its_rule(self) -> None:
        one = compiled(checkpoint("A", each="chain", holds="current"))["A"]
        assert (one.rule, one.checklist, one.requirement) == ("C/A", "C", "one")
        assert one.condition == is_so("current")
        assert one.applies is one.graph is one.beside is None

    def test_what_is_asked_is_whether_the_answer_conforms_and_the_question_applies(self) -> None:
        one = compiled(checkpoint("A", ask="?"))["A"]
        assert one.condition == is_so("C/A.conforms")
        assert one.applies == is_so("C/A.applicable")
        assert one.graph is None

    def test_both_is_the_answer_and_the_graph(self) -> None:
        one = compiled(checkpoint("A", each="chain", ask="?", holds="current", applies="!planned"))["A"]
        assert one.condition == And((is_so("C/A.conforms"), is_so("current")))
        assert one.applies == And((is_so("C/A.applicable"), Not(is_so("planned"))))
        assert one.graph == is_so("current")
        assert one.beside is None

    def test_a_graded_answer_is_worth_nothing_unless_what_stands_beside_it_holds(self) -> None:
        found = compiled(
            checkpoint("A", ask="?", scale="level-0-5", holds="chains.size() > 0"),
            checkpoint("B", ask="?", scale="level-0-5"),
            checkpoint("S", role="closed-sign", shows=["A", "B"], ask="?"),
        )
        assert found["A"].graph is not None
        assert found["A"].beside == And((found["A"].graph, closed(found["S"])))
        assert found["B"].beside == closed(found["S"])

    def test_a_rule_may_ask_for_the_answer_itself(self) -> None:
        one = compiled(
            checkpoint("A", ask="?", scale="level-0-5", holds="answer >= 3 || chains.size() == 0")
        )["A"]
        assert isinstance(one.graph, Or)
        answer = one.graph.operands[0]
        assert isinstance(answer, Compare)
        assert answer.left == Fact("C/A.answer", Type.DECIMAL)
        word = compiled(checkpoint("A", ask="?", scale="yes-partly-no", applies='answer != "no"'))[
            "A"
        ].applies
        assert isinstance(word, And)
        assert mistakes(checkpoint("A", ask="?", holds='answer == "partly"')) == [
            'checkpoints[0].holds: in the rule, column 11: "partly" is not one of no, yes'
        ]

    def test_each_part_of_a_checkpoint_is_a_rule(self) -> None:
        parts = checkpoint(
            "A", ask="?", scale="level-0-5", holds="chains.size() > 0", applies="kpis.size() > 0"
        )
        rules = compile_checklists([checklist(parts)]).ruleset.rules
        assert [one.id for one in rules] == ["C/A", "C/A#applies", "C/A#graph", "C/A#beside"]
        assert all(one.kinds == ("organisation",) for one in rules)


def closed(sign: CompiledCheckpoint) -> Condition:
    assert sign.applies is not None
    return Or((Not(sign.applies), sign.condition))


class TestClosedSigns:
    def test_a_closed_sign_is_part_of_what_it_shows_where_it_applies(self) -> None:
        found = compiled(
            checkpoint("A", ask="?"),
            checkpoint("S", role="closed-sign", shows=["A"], ask="?"),
            checkpoint("T", role="closed-sign", shows=["A"], holds="chains.size() > 0"),
        )
        assert found["A"].condition == And(
            (And((is_so("C/A.conforms"), closed(found["S"]))), found["T"].condition)
        )
        assert found["A"].graph is None

    def test_an_illustrative_sign_is_not(self) -> None:
        found = compiled(checkpoint("A", ask="?"), checkpoint("S", role="sign", shows=["A"], ask="?"))
        assert found["A"].condition == is_so("C/A.conforms")

    def test_it_is_about_the_same_kind(self) -> None:
        assert mistakes(
            checkpoint("A", each="chain", ask="?"), checkpoint("S", role="closed-sign", shows=["A"], ask="?")
        ) == [
            "checkpoints[1]: a closed sign is about the same kind as what it shows; S is about organisation, "
            "A about chain"
        ]


class TestMistakes:
    def test_every_rule_is_told_with_its_place(self) -> None:
        told = mistakes(
            checkpoint("A", each="chain", holds="owners.size( == 1"),
            checkpoint("B", each="chain", holds="ownerz.size() == 1", applies="long_runing"),
            checkpoint("D", each="chain", holds="current &&\n  order == 1"),
            checkpoint("E", each="chain", applies="1 == ", holds="current"),
        )
        assert told[1:4] == [
            "checkpoints[1].applies: in the rule, column 1: a chain has no fact 'long_runing' | long_running",
            "checkpoints[1].holds: in the rule, column 1: a chain has no relation 'ownerz' | owners",
            "checkpoints[2].holds: in the rule, line 2, column 3: a chain has no fact 'order'",
        ]
        assert told[0].startswith("checkpoints[0].holds: in the rule, column 14: ")
        assert told[4].startswith("checkpoints[3].applies: in the rule, column 6: ")
        assert len(told) == 5

    def test_an_all_that_would_hold_vacuously_is_refused_with_what_to_write(self) -> None:
        assert mistakes(checkpoint("A", each="chain", holds="owners.all(p, p.leads) && current")) == [
            "checkpoints[0].holds: in the rule, column 1: 'owners.all(...)' would hold although there is no member; "
            "say what that means | owners.size() > 0 && owners.all(...)"
        ]
        guarded = checkpoint("A", each="chain", applies="owners.size() > 0", holds="owners.all(p, p.leads)")
        assert compiled(guarded)["A"].applies is not None
        assert compiled(checkpoint("A", each="chain", applies="owners.all(p, p.leads)", holds="current"))

    def test_a_vacuous_rule_with_a_name_that_is_not_known_is_told_both(self) -> None:
        told = mistakes(checkpoint("A", each="chain", holds="owners.all(p, p.leadz)"))
        assert [one.partition(": ")[2].partition(" | ")[0].partition(": ")[2] for one in told] == [
            "'owners.all(...)' would hold although there is no member; say what that means",
            "a person has no fact 'leadz'",
        ]

    def test_a_placeholder_is_compiled_as_a_rule_is(self) -> None:
        told = mistakes(
            checkpoint("A", each="chain", holds="current", finding="{ownerz} of {name}", repair="{}")
        )
        assert (
            told[0]
            == "checkpoints[0]: in the placeholder {ownerz} of a message: a chain has no fact 'ownerz' | owners"
        )
        assert told[1].startswith("checkpoints[0]: in the placeholder {} of a message: ")
        assert len(told) == 2

    def test_a_message_that_serves_for_both_languages_is_told_once(self) -> None:
        assert len(mistakes(checkpoint("A", each="chain", holds="current", finding="{ownerz}"))) == 1


class TestMessages:
    def test_a_message_is_text_with_operands_and_names(self) -> None:
        one = compiled(
            checkpoint(
                "A",
                each="chain",
                holds="current",
                finding={"nl": "{name}: {owners.size()} ({owners})", "en": "{part_of.name}"},
                repair="plain",
            )
        )["A"]
        assert one.finding["nl"] == (
            Fact("name", Type.TEXT),
            ": ",
            Count("owners.size()", ("owners",)),
            " (",
            Names(("owners",)),
            ")",
        )
        assert one.finding["en"] == (Names(("part_of",)),)
        assert one.repair == {"nl": ("plain",), "en": ("plain",)}


SPAN: Data = {"span": {"type": "int", "default": 10}}


class TestParameters:
    def rule(self, found: Compiled, at: int = 0) -> Condition:
        return found.checkpoints[at].condition

    def test_a_parameter_has_its_default_or_what_is_set(self) -> None:
        one = checklist(checkpoint("A", holds="chains.size() <= span"), parameters=SPAN)
        ten, nine = compile_checklists([one]), compile_checklists([one], {"span": 9})
        assert dict(ten.parameters) == {"span": 10}
        assert dict(nine.parameters) == {"span": 9}
        assert [it.right.value for it in (self.rule(ten), self.rule(nine)) if isinstance(it, Compare)] == [
            10,
            9,
        ]  # type: ignore[union-attr]

    def test_two_checklists_with_one_name_keep_their_own_defaults(self) -> None:
        rule = checkpoint("A", holds="chains.filter(c, c.owners.size() > span).size() == 0")
        one = checklist(rule, parameters=SPAN)
        other = checklist(rule, id="D", parameters={"span": {"type": "int", "default": 5}})
        same = checklist(rule, id="E", parameters=SPAN)
        found = compile_checklists([one, other, same])
        assert dict(found.parameters) == {"span": 10, "D/span": 5}
        bodies = {rule.id for stratum in found.ruleset.strata[:-1] for rule in stratum.rules}
        assert bodies == {
            "chain(c, c.owners.size() > span) with span = 10",
            "chain(c, c.owners.size() > span) with span = 5",
        }
        assert self.rule(found, 0) == self.rule(found, 2) != self.rule(found, 1)

    def test_what_is_set_holds_for_both(self) -> None:
        one = checklist(checkpoint("A", holds="chains.size() <= span"), parameters=SPAN)
        other = checklist(
            checkpoint("A", holds="chains.size() <= span"),
            id="D",
            parameters={"span": {"type": "int", "default": 5}},
        )
        assert dict(compile_checklists([one, other], {"span": 7}).parameters) == {"span": 7}

    def test_a_parameter_that_no_checklist_has_is_told_with_the_nearest(self) -> None:
        one = checklist(checkpoint("A", ask="?"), parameters=SPAN)
        assert (
            unknown_parameter("spam", [one])
            == "no chosen checklist has a parameter 'spam'; did you mean 'span'?"
        )
        assert unknown_parameter("x", [one]) == "no chosen checklist has a parameter 'x'"


def test_a_checklist_is_compiled_into_one_ruleset_with_others() -> None:
    found = compile_checklists(
        [checklist(checkpoint("A", ask="?")), checklist(checkpoint("A", ask="?"), id="D")]
    )
    assert [one.rule for one in found.checkpoints] == ["C/A", "D/A"]
