"""Which of several answers counts, and what it says under each reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kamassess.checklist.compiled import CompiledCheckpoint
from kamassess.errors import InvalidOrganisation
from kamassess.facts.answering import Answered, Answers, answer_facts, share, sort_out
from kamassess.facts.collecting import collect
from kamassess.facts.table import Row
from kamassess.graph.members import Truth
from kamassess.graph.view import View
from kamassess.model.organisation import Answer
from kamassess.model.terms import Reading
from tests.facts.small import BOTH, checkpoint, compiled, question
from tests.graph.small import graph

EVIDENCE = """\
evidence:
  - {id: of-focus, kind: document, on: 2026-01-01, about: [organisation]}
  - {id: of-question, kind: document, on: 2026-01-01, about: [Q-1]}
  - {id: of-rule, kind: document, on: 2026-01-01, about: [small/Q-1]}
  - {id: of-another, kind: document, on: 2026-01-01, about: [Q-2]}
"""
SURE = "basis: document, evidence: [of-question]"
BELIEF = "basis: belief"
QUESTION = question(scale="yes-partly-no")
NUMBER = question(scale="level-0-5")


def top(*answers: str) -> str:
    listed = "\n".join(f"  - {{checkpoint: Q-1, {one}}}" for one in answers)
    return f"{EVIDENCE}answers:\n{listed}"


def answered(
    *answers: str,
    asked: CompiledCheckpoint = QUESTION,
    leads: Callable[[str | None], Truth] = lambda _: False,
) -> Answered | None:
    return sort_out(graph(top=top(*answers)), [asked], leads).at("small/Q-1", "organisation")


def said(found: Answered | None, reading: Reading) -> str | None:
    assert found is not None
    answer = found.under(reading)
    return None if answer is None else answer.value


def values(answers: tuple[Answer, ...]) -> list[str]:
    return [one.value for one in answers]


class TestRanks:
    @pytest.mark.parametrize(
        ("given", "claimed", "proven"),
        [
            ([f"value: yes, {SURE}"], "yes", "yes"),
            ([f"value: yes, {BELIEF}"], "yes", None),
            (["value: yes"], "yes", None),
            ([f"value: yes, {BELIEF}", f"value: no, {SURE}"], "no", "no"),
            ([f"value: yes, {SURE}", f"value: no, {BELIEF}", f"value: no, {BELIEF}"], "yes", "yes"),
            ([f"value: yes, {SURE}", f"value: yes, {SURE}"], "yes", "yes"),
            ([f"value: yes, {SURE}", f"value: no, {SURE}"], None, None),
            ([f"value: yes, {BELIEF}", f"value: no, {BELIEF}"], None, None),
        ],
    )
    def test_the_certain_outrank_the_uncertain_and_equals_that_differ_are_unknown(
        self, given: list[str], claimed: str | None, proven: str | None
    ) -> None:
        found = answered(*given)
        assert said(found, Reading.CLAIMED) == claimed
        assert said(found, Reading.PROVEN) == proven

    @pytest.mark.parametrize(
        ("evidence", "certain"),
        [("of-focus", True), ("of-question", True), ("of-rule", True), ("of-another", False)],
    )
    def test_evidence_may_be_about_the_focus_or_the_checkpoint(self, evidence: str, *, certain: bool) -> None:
        found = answered(f"value: yes, basis: document, evidence: [{evidence}]")
        assert (said(found, Reading.PROVEN) == "yes") is certain

    def test_answers_that_differ_are_told(self) -> None:
        found = answered(f"value: yes, {SURE}", f"value: no, {SURE}", f"value: partly, {BELIEF}")
        assert found is not None
        assert values(found.differing) == ["yes", "no"]
        assert found.denied == ()

    def test_answers_that_deny_the_one_that_counts_are_told(self) -> None:
        found = answered(f"value: yes, {SURE}", f"value: no, {BELIEF}", f"value: yes, {BELIEF}")
        assert found is not None
        assert values(found.denied) == ["no"]
        assert found.differing == ()
        assert values(found.given) == ["yes", "no", "yes"]

    def test_one_number_written_two_ways_says_the_same(self) -> None:
        found = answered("value: 3", "value: 3.0", asked=NUMBER)
        assert said(found, Reading.CLAIMED) == "3"
        assert found is not None
        assert found.denied == ()

    def test_that_it_does_not_apply_differs_from_a_number(self) -> None:
        found = answered("value: 3", "value: not-applicable, reason: x", asked=NUMBER)
        assert found is not None
        assert values(found.differing) == ["3", "not-applicable"]


class TestTime:
    def test_an_answer_of_after_the_day_was_not_given_yet(self) -> None:
        assert answered("value: yes, on: 2026-11-02") is None

    def test_an_answer_of_the_day_itself_was(self) -> None:
        assert said(answered("value: yes, on: 2026-11-01"), Reading.CLAIMED) == "yes"

    def test_of_those_of_later_days_the_first_day_is_kept(self) -> None:
        later = ("value: yes, on: 2026-12-01", "value: no, on: 2026-11-02", "value: yes, on: 2026-11-20")
        found = sort_out(graph(top=top(*later, "value: yes, on: 2026-10-01")), [QUESTION])
        assert found.later == {(QUESTION.rule, "organisation"): date(2026, 11, 2)}
        assert sort_out(graph(top=top("value: yes, on: 2026-11-01")), [QUESTION]).later == {}

    def test_a_later_answer_must_be_one_that_is_allowed(self) -> None:
        with pytest.raises(InvalidOrganisation, match="found 'perhaps'"):
            answered("value: perhaps, on: 2026-11-02")


class TestLeaders:
    ABOUT = question(scale="yes-no", about_leaders=True)

    @pytest.mark.parametrize("leads", [True, None])
    def test_what_a_leader_says_of_leaders_is_no_proof(self, leads: Truth) -> None:
        found = answered(f"value: yes, by: jan, {SURE}", asked=self.ABOUT, leads=lambda _: leads)
        assert said(found, Reading.CLAIMED) == "yes"
        assert said(found, Reading.PROVEN) is None

    def test_what_another_says_of_leaders_is(self) -> None:
        found = answered(f"value: yes, by: jan, {SURE}", asked=self.ABOUT)
        assert said(found, Reading.PROVEN) == "yes"

    def test_what_nobody_in_particular_says_is_not(self) -> None:
        asked: list[str | None] = []
        found = answered(f"value: yes, {SURE}", asked=self.ABOUT, leads=asked.append)  # which is never known
        assert said(found, Reading.CLAIMED) == "yes"
        assert said(found, Reading.PROVEN) is None
        assert asked == [None]

    def test_what_a_leader_says_of_something_else_is(self) -> None:
        found = answered(f"value: yes, by: jan, {SURE}", leads=lambda _: True)
        assert said(found, Reading.PROVEN) == "yes"


class TestMistakes:
    @pytest.mark.parametrize(
        ("asked", "answer", "message"),
        [
            (QUESTION, "value: true", "answered by no, partly, yes; found 'true'.*did you mean 'yes'"),
            (QUESTION, "value: True", "did you mean 'yes'"),
            (QUESTION, "value: false", "did you mean 'no'"),
            (QUESTION, "value: partially", "did you mean 'partly'"),
            (QUESTION, "value: not-aplicable", "did you mean 'not-applicable'"),
            (NUMBER, "value: 6", "a number from 0 to 5; found '6'"),
            (NUMBER, "value: true", "a number from 0 to 5; found 'true'"),
            (QUESTION, 'value: yes, focus: "chain:permits"', "is asked of the organisation as a whole"),
            (question(each="person"), 'value: yes, focus: "chain:permits"', "is asked of each person"),
            (question(each="chain"), "value: yes", "is asked of each chain; found organisation"),
        ],
    )
    def test_an_answer_that_its_question_does_not_allow(
        self, asked: CompiledCheckpoint, answer: str, message: str
    ) -> None:
        known = graph("chain: [{id: permits}]", top(answer))
        with pytest.raises(InvalidOrganisation, match=message):
            sort_out(known, [asked])

    def test_the_place_of_every_mistake_is_told(self) -> None:
        known = graph(top=top("value: true", "value: yes", "value: 3"))
        with pytest.raises(InvalidOrganisation) as caught:
            sort_out(known, [QUESTION])
        assert [mistake.place.line for mistake in caught.value.mistakes] == [8, 10]

    def test_nobody_is_asked_what_the_description_tells(self) -> None:
        known = graph(top=top("value: yes"))
        decided = compiled(checkpoint("Q-1", holds="chains.size() > 0")).checkpoints
        with pytest.raises(InvalidOrganisation, match="nobody is asked"):
            sort_out(known, decided)

    def test_an_id_that_two_checklists_have_needs_its_checklist(self) -> None:
        two = [
            *compiled(checkpoint("Q-1", ask=BOTH), id_="small").checkpoints,
            *compiled(checkpoint("Q-1", ask=BOTH), id_="other").checkpoints,
        ]
        with pytest.raises(InvalidOrganisation, match="could be small/Q-1 or other/Q-1; write which"):
            sort_out(graph(top=top("value: yes")), two)
        full = "answers: [{checkpoint: other/Q-1, value: yes}]"
        found = sort_out(graph(top=full), two)
        assert found.at("small/Q-1", "organisation") is None
        assert found.at("other/Q-1", "organisation") is not None

    def test_answers_to_what_is_not_asked_are_unused(self) -> None:
        known = graph(top="answers: [{checkpoint: Z-9, value: whatever}]")
        found = sort_out(known, [QUESTION])
        assert [one.checkpoint for one in found.unused] == ["Z-9"]
        assert found.by_question == Answers().by_question


RULE = "small/Q-1"


class TestFacts:
    @pytest.mark.parametrize(
        ("given", "reading", "facts"),
        [
            ([], Reading.CLAIMED, {".applicable": True}),
            (
                [f"value: yes, {BELIEF}"],
                Reading.CLAIMED,
                {".applicable": True, ".answer": "yes", ".conforms": True},
            ),
            ([f"value: yes, {BELIEF}"], Reading.PROVEN, {".applicable": True}),
            (
                [f"value: partly, {SURE}"],
                Reading.PROVEN,
                {".applicable": True, ".answer": "partly", ".conforms": False},
            ),
            ([f"value: not-applicable, reason: x, {SURE}"], Reading.PROVEN, {".applicable": False}),
            ([f"value: not-applicable, reason: x, {BELIEF}"], Reading.CLAIMED, {".applicable": False}),
            ([f"value: not-applicable, reason: x, {BELIEF}"], Reading.PROVEN, {}),
            (["value: yes", "value: not-applicable, reason: x"], Reading.CLAIMED, {}),
            (["value: yes", "value: no"], Reading.CLAIMED, {".applicable": True}),
        ],
    )
    def test_an_answer_tells_what_it_is_and_whether_it_conforms_and_applies(
        self, given: list[str], reading: Reading, facts: Row
    ) -> None:
        found = answer_facts(QUESTION, answered(*given) if given else None, reading)
        assert found == {RULE + name: value for name, value in facts.items()}

    @pytest.mark.parametrize(("value", "conforms"), [("2.9", False), ("3", True), ("5", True)])
    def test_a_number_conforms_from_where_its_scale_says(self, value: str, *, conforms: bool) -> None:
        found = answer_facts(NUMBER, answered(f"value: {value}", asked=NUMBER), Reading.CLAIMED)
        assert found[RULE + ".answer"] == Decimal(value)
        assert found[RULE + ".conforms"] is conforms


class TestShare:
    @pytest.mark.parametrize(
        ("answer", "worth"),
        [
            ("value: yes", Fraction(1)),
            ("value: partly", Fraction(1, 2)),
            ("value: no", Fraction(0)),
            ("value: not-applicable, reason: x", None),
        ],
    )
    def test_an_answer_is_worth_its_place_on_the_scale(self, answer: str, worth: Fraction | None) -> None:
        found = answered(f"{answer}, {BELIEF}")
        assert share(QUESTION, found, Reading.CLAIMED) == worth
        assert share(QUESTION, found, Reading.PROVEN) is None

    def test_no_answer_is_worth_nothing_that_is_known(self) -> None:
        assert share(QUESTION, None, Reading.CLAIMED) is None


class TestRecurring:
    """'Management and employees are *continually* encouraged: recurring evidence, else unproven' (L-12)."""

    ASKED = question(scale="yes-partly-no", recurring=True)
    TIMES = """\
evidence:
  - {id: spring, kind: record, on: 2026-04-01, about: [Q-1]}
  - {id: same-day, kind: observation, on: 2026-04-01, about: [organisation]}
  - {id: autumn, kind: record, on: 2026-10-01, about: [small/Q-1]}
  - {id: planned, kind: record, on: 2026-12-01, about: [Q-1]}
  - {id: of-another, kind: record, on: 2026-10-01, about: [Q-2]}
"""

    @pytest.mark.parametrize(
        ("evidence", "proven"),
        [
            ("spring, autumn", "yes"),
            ("spring, same-day, autumn", "yes"),
            ("spring", None),
            ("spring, same-day", None),
            ("spring, planned", None),
            ("spring, of-another", None),
        ],
    )
    def test_an_answer_about_what_recurs_is_proven_by_evidence_of_two_days(
        self, evidence: str, proven: str | None
    ) -> None:
        answers = f"answers: [{{checkpoint: Q-1, value: yes, basis: record, evidence: [{evidence}]}}]"
        known = graph(top=self.TIMES + answers)
        found = sort_out(known, [self.ASKED]).at("small/Q-1", "organisation")
        assert said(found, Reading.CLAIMED) == "yes"
        assert said(found, Reading.PROVEN) == proven

    def test_two_answers_of_one_day_each_do_not_make_it_recur(self) -> None:
        one = "{{checkpoint: Q-1, value: yes, basis: record, evidence: [{}]}}"
        known = graph(top=self.TIMES + f"answers: [{one.format('spring')}, {one.format('autumn')}]")
        found = sort_out(known, [self.ASKED]).at("small/Q-1", "organisation")
        assert said(found, Reading.PROVEN) is None

    def test_what_does_not_recur_is_proven_by_one(self) -> None:
        answers = "answers: [{checkpoint: Q-1, value: yes, basis: record, evidence: [spring]}]"
        found = sort_out(graph(top=self.TIMES + answers), [QUESTION]).at("small/Q-1", "organisation")
        assert said(found, Reading.PROVEN) == "yes"


class TestFactsBesideAnswers:
    def test_a_number_without_an_upper_end_has_no_high_end_in_the_row(self) -> None:
        asked = compiled(checkpoint("C-1", each="kpi", holds="days_measured >= 2"))
        known = graph(
            "kpi: [{id: speed}]\nmeasurement: [{id: may, kpi: speed, on: 2026-05-01}]",
            "not_described: [measurement]",
        )
        view = View(known, Reading.CLAIMED)
        facts = collect(view, view, asked.ruleset, asked.checkpoints, Answers())
        assert facts.claimed.rows["kpi:speed"] == {"days_measured#low": 1}

    def test_members_that_rest_on_nothing_uncertain_are_taken_over_from_the_claimed_reading(self) -> None:
        asked = compiled(checkpoint("C-1", each="chain", holds="owners.size() == 1"))
        known = graph(
            "person: [{id: jan}]\n"
            "chain: [{id: sure, owners: [jan]}, {id: believed, owners: [{to: jan, basis: belief}]}]"
        )
        first = View(known, Reading.CLAIMED)
        second = View(known, Reading.PROVEN, beside=first)
        facts = collect(first, second, asked.ruleset, asked.checkpoints, Answers())
        by_word, for_sure = facts.claimed.members, facts.proven.members
        assert by_word["chain:sure"] is for_sure["chain:sure"]
        assert by_word["chain:believed"] != for_sure["chain:believed"]
