"""The questions of an assessment: where each is asked, what was answered, whether it is open."""

from __future__ import annotations

from datetime import date

import kamassess as ka
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.reading import read_checklist
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_organisation
from kamassess.questionnaire.questions import Question, questions
from kamassess.source import read_text
from tests.material import AS_OF, CHECKLIST, ORGANISATION

DAY = date.fromisoformat(AS_OF)

EACH_CHAIN = """\
id: own
version: 1.0.0
title: Own
source: {title: Own}
requirements:
  - id: one
    title: {nl: Een, en: One}
    checkpoints:
      - {id: A-1, role: requirement, title: A, each: chain, if_none: not-applicable, applies: owners.size() > 0, ask: Is it?}
      - {id: A-2, role: requirement, title: B, ask: Is it so?, holds: chains.size() > 0}
      - {id: A-3, role: requirement, title: C, each: chain, if_none: not-applicable, holds: owners.size() > 0}
"""


def compiled(text: str) -> Compiled:
    return ka.compile(read_checklist(read_text(text, "own.yaml")))


def asked_of(organisation: str, checklist: str = EACH_CHAIN) -> tuple[Question, ...]:
    town = read_organisation(read_text(organisation, "town.yaml"))
    return questions(town, compiled(checklist), DAY)


CHAINS = """\
id: x
nodes:
  person: [{id: jan}]
  chain: [{id: a, name: {nl: Keten A, en: Chain A}, owners: [jan]}, {id: b}]
"""


class TestWhereTheyAreAsked:
    def test_at_each_node_of_the_kind_to_which_they_apply(self) -> None:
        found = [(one.checkpoint.id, one.focus) for one in asked_of(CHAINS)]
        assert found == [("A-1", "chain:a"), ("A-2", "organisation")]

    def test_what_only_the_description_decides_is_not_asked(self) -> None:
        assert "A-3" not in {one.checkpoint.id for one in asked_of(CHAINS)}

    def test_an_organisation_without_nodes_is_asked_about_the_whole(self) -> None:
        found = questions(Organisation("x"), compiled(EACH_CHAIN), DAY)
        assert [(one.checkpoint.id, one.focus) for one in found] == [("A-2", "organisation")]

    def test_a_checklist_without_questions_asks_nothing(self) -> None:
        without = "\n".join(line for line in EACH_CHAIN.splitlines() if "ask" not in line)
        assert questions(Organisation("x"), compiled(without), DAY) == ()

    def test_a_focus_has_its_name_in_both_languages(self) -> None:
        assert asked_of(CHAINS)[0].focus_name == {"nl": "Keten A", "en": "Chain A"}


class TestWhatWasAnswered:
    def test_without_an_answer_a_question_is_open(self) -> None:
        found = asked_of(CHAINS)[0]
        assert (found.is_open, found.is_answered, found.is_unsure) == (True, False, False)

    def test_an_answer_that_is_believed_leaves_it_unsure(self) -> None:
        said = CHAINS + "answers: [{checkpoint: A-1, focus: 'chain:a', value: yes, basis: belief, by: jan}]\n"
        found = asked_of(said)[0]
        assert (found.is_open, found.is_answered, found.is_unsure) == (False, True, True)
        assert [one.value for one in found.answers] == ["yes"]

    def test_an_answer_with_evidence_settles_it(self) -> None:
        said = CHAINS + (
            "answers: [{checkpoint: A-1, focus: 'chain:a', value: yes, basis: record, evidence: [e]}]\n"
            "evidence: [{id: e, kind: record, on: 2026-01-01, about: [A-1]}]\n"
        )
        found = asked_of(said)[0]
        assert (found.is_open, found.is_unsure, found.is_proven) == (False, False, True)

    def test_an_answer_that_it_does_not_apply_keeps_it_among_the_questions(self) -> None:
        said = CHAINS + "answers: [{checkpoint: A-1, focus: 'chain:a', value: not-applicable, reason: No}]\n"
        assert [one.value for one in asked_of(said)[0].answers] == ["not-applicable"]

    def test_an_answer_of_after_the_day_is_not_there_yet(self) -> None:
        said = CHAINS + "answers: [{checkpoint: A-1, focus: 'chain:a', value: yes, on: 2030-01-01}]\n"
        assert asked_of(said)[0].answers == ()

    def test_what_the_description_denies_needs_no_answer(self) -> None:
        found = asked_of("{id: x, described: {basis: record}}")
        assert [(one.checkpoint.id, one.is_open) for one in found] == [("A-2", False)]


def test_each_has_its_requirement_and_its_scale() -> None:
    first = asked_of(ORGANISATION, CHECKLIST)[0]
    assert (first.rule, first.requirement, first.scale.id) == ("small-chains/T-5", "voice", "yes-partly-no")
    assert first.requirement_title["en"] == "The voice of the customer is heard"
    assert first.ask["en"] == "Are leaders personally involved?"
