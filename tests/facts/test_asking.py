"""Answers to the questions of another version of a checklist are refused."""

from __future__ import annotations

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.checklist.asked import questions_sha256
from kamassess.checklist.compiling import compile_checklists
from kamassess.errors import Place
from kamassess.facts.asking import check_answers, check_asked
from kamassess.model.organisation import Asked

CHECKLIST = ka.load_checklist("customer-chains")
ORGANISATION = ka.Organisation.from_data({"id": "x"})
PLACE = Place("vragen.xlsx")


def asked(checklist: str, version: str, questions: str) -> ka.Organisation:
    return evolve(ORGANISATION, asked=(Asked(checklist, version, questions, PLACE),))


def test_answers_to_these_questions_are_taken() -> None:
    check_asked(ORGANISATION, [CHECKLIST])
    check_asked(asked(CHECKLIST.id, CHECKLIST.version, questions_sha256(CHECKLIST)), [CHECKLIST])
    check_asked(asked("another", "9", ""), [CHECKLIST])


@pytest.mark.parametrize(
    ("version", "told"),
    [("0.9.0", "assessment is against version"), (CHECKLIST.version, "not the same any more")],
)
def test_answers_to_others_are_not(version: str, told: str) -> None:
    with pytest.raises(ka.InvalidOrganisation, match=told):
        check_asked(asked(CHECKLIST.id, version, "0" * 64), [CHECKLIST])


def test_answers_are_refused_as_an_assessment_refuses_them() -> None:
    wrong = ka.Organisation.from_data({"id": "x", "answers": [{"checkpoint": "F-P1", "value": "maybe"}]})
    told = []
    for ask in (ka.check_answers, lambda *both: ka.assess(*both, as_of="2026-11-01")):
        with pytest.raises(ka.InvalidOrganisation) as refused:
            ask(wrong, "feedback-leadership")
        told.append(str(refused.value))
    assert told[0] == told[1]
    with pytest.raises(ka.InvalidCall, match="check_answers takes an organisation"):
        ka.check_answers("x.yaml", "feedback-leadership")  # type: ignore[arg-type]


def test_answers_about_checkpoints_of_other_checklists_are_told_and_not_refused() -> None:
    answers = [{"checkpoint": "K-18", "value": "yes"}, {"checkpoint": "F-P1", "value": "maybe"}]
    given = ka.Organisation.from_data({"id": "x", "answers": answers})
    unused = check_answers(given, compile_checklists([CHECKLIST], {}))
    assert [one.checkpoint for one in unused] == ["F-P1"]
