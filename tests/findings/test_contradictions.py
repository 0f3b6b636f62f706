"""What is said and what is described, where they do not agree: told, and of no consequence."""

from __future__ import annotations

import pytest

from kamassess.model.terms import FindingKind, Outcome
from tests.findings.small import BELIEVED, PROVEN, Data, assess, checkpoint, people, the_finding, verdict

BOTH = checkpoint(each="chain", ask="?", holds="owners.size() == 1")
ASKED = checkpoint(ask="?")


def owned(*owners: str) -> Data:
    return {"person": people("jan"), "chain": [{"id": "permits", "owners": list(owners)}]}


def answer(value: str, **claim: object) -> Data:
    return {"checkpoint": "C-1", "value": value, **claim}


class TestAnswerAgainstDescription:
    """'A denial is told as a contradiction beside the verdict and changes none.'"""

    @pytest.mark.parametrize(
        ("owners", "value", "told"),
        [
            (["jan"], "yes", None),
            ([], "no", None),
            ([], "yes", "The answer says that it is so, the description that it is not"),
            (["jan"], "no", "The answer says that it is not, or not wholly, so; the description that it is"),
        ],
    )
    def test_is_told_where_one_denies_the_other(
        self, owners: list[str], value: str, told: str | None
    ) -> None:
        result = assess([BOTH], owned(*owners), answers=[answer(value, focus="chain:permits")])
        found = [one for one in result.findings if one.kind is FindingKind.CONTRADICTION]
        assert [one.message["en"] for one in found] == ([f"Requirement C-1: {told}"] if told else [])
        conforms = bool(owners) and value == "yes"
        outcome = verdict(result, "chain:permits").claimed.outcome
        assert outcome is (Outcome.CONFORMITY if conforms else Outcome.NONCONFORMITY)

    def test_is_not_told_while_one_of_them_is_not_known(self) -> None:
        unanswered = assess([BOTH], owned("jan"))
        undescribed = assess(
            [BOTH],
            owned(),
            answers=[answer("yes", focus="chain:permits")],
            not_described=["chain.owners"],
        )
        for result in (unanswered, undescribed):
            assert all(one.kind is not FindingKind.CONTRADICTION for one in result.findings)

    def test_has_the_grade_of_its_checkpoint_and_says_what_to_do(self) -> None:
        result = assess([{**BOTH, "grade": "minor"}], owned(), answers=[answer("yes", focus="chain:permits")])
        found = the_finding(result, FindingKind.CONTRADICTION)
        assert (found.grade, found.certain) == ("minor", True)
        assert found.repair["en"].startswith("Bring answer and description into line")


class TestAnswersAgainstEachOther:
    """'The certain outrank the uncertain in both readings; equals that differ give unknown, and are told.'"""

    def test_equals_that_differ_are_told_and_decide_nothing(self) -> None:
        result = assess([ASKED], answers=[answer("yes", by="jan"), answer("no")])
        assert verdict(result, "organisation").claimed.outcome is Outcome.UNDETERMINED
        found = the_finding(result, FindingKind.CONTRADICTION)
        assert "(yes, jan; no)" in found.message["en"]

    def test_a_denial_of_a_certain_answer_is_told_and_does_not_count(self) -> None:
        result = assess([ASKED], answers=[answer("no", by="piet"), answer("yes", **PROVEN)])
        assert verdict(result, "organisation").proven.outcome is Outcome.CONFORMITY
        found = the_finding(result)
        assert found.kind is FindingKind.CONTRADICTION
        assert (
            "A certain answer counts (yes), but it was answered otherwise as well (no, piet)"
            in (found.message["en"])
        )

    def test_all_that_is_contradictory_is_told_in_one_finding(self) -> None:
        result = assess(
            [BOTH],
            owned(),
            answers=[
                answer("yes", focus="chain:permits", **PROVEN),
                answer("no", focus="chain:permits", basis="belief"),
            ],
        )
        found = the_finding(result, FindingKind.CONTRADICTION)
        assert found.message["en"].count(". ") == 1


class TestInTheDescriptionItself:
    """A rule can say that two things of a description deny each other; nobody is asked."""

    RULE = checkpoint(each="chain", holds="owners.size() == 1", finding_kind="contradiction")

    @pytest.mark.parametrize(("owner", "certain"), [("jan", True), ({"to": "jan", **BELIEVED}, False)])
    def test_is_certain_where_it_is_so_as_proven_too(self, owner: object, certain: bool) -> None:
        nodes = {"person": people("jan", "piet"), "chain": [{"id": "permits", "owners": ["piet", owner]}]}
        found = the_finding(assess([self.RULE], nodes))
        assert (found.kind, found.certain) == (FindingKind.CONTRADICTION, certain)
