"""Findings that are accepted for a time: told beside them, and changing neither verdict nor score."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kamassess.checklist.compiling import compile_checklists
from kamassess.checklist.reading import checklist_from_data
from kamassess.engine.reference import Reference
from kamassess.findings.accepting import accept
from kamassess.findings.finding import Finding
from kamassess.judging import assess_organisation
from kamassess.model.organisation import Organisation, Waiver
from kamassess.model.terms import NONCONFORMITIES, FindingKind
from kamassess.result import Result
from tests.findings.small import AS_OF, BELIEVED, Data, assess, checkpoint, people

LATER = date(2026, 12, 31)

#: Two chains that nobody owns, and two questions that were denied.
FAILING = [
    checkpoint("C-1", each="chain", holds="owners.size() == 1", finding_kind="missing-ownership"),
    checkpoint("C-2", ask="?"),
    checkpoint("C-3", ask="?"),
]
CHAINS: Data = {"chain": [{"id": "a"}, {"id": "b"}]}
DENIED: list[Data] = [{"checkpoint": one, "value": "no"} for one in ("C-2", "C-3")]


def waiver(checkpoint: str, focus: str = "organisation", **rest: Any) -> Waiver:
    said = {"reason": {"en": "it ends"}, "owner": "person:jan", "until": LATER, **rest}
    return Waiver(checkpoint, focus, **said)


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    """Of four minor nonconformities, and of the requirement as a whole."""
    return assess(FAILING, CHAINS, answers=DENIED, requirement={"systemic": {"minors": 3}}).findings


def accepted(findings: tuple[Finding, ...], *waivers: Waiver, as_of: date = AS_OF) -> list[str]:
    """The findings that are accepted, by checkpoint (or requirement) and focus."""
    return [
        f"{one.checkpoint or one.requirement} {one.focus}"
        for one in accept(findings, waivers, as_of)
        if one.accepted is not None
    ]


class TestWhen:
    """A waiver holds from its first day, if it has one, to its last."""

    @pytest.mark.parametrize(
        ("on", "until", "holds"),
        [
            (None, LATER, True),
            (None, AS_OF, True),
            (None, date(2026, 10, 31), False),
            (AS_OF, LATER, True),
            (date(2026, 11, 2), LATER, False),
            (AS_OF, AS_OF, True),
        ],
    )
    def test_it_accepts_while_it_holds(
        self, findings: tuple[Finding, ...], on: date | None, until: date, holds: bool
    ) -> None:
        one = waiver("C-2", on=on, until=until)
        assert accepted(findings, one) == (["C-2 organisation"] if holds else [])

    def test_what_counts_is_the_day_of_the_assessment(self, findings: tuple[Finding, ...]) -> None:
        one = waiver("C-2", on=date(2026, 6, 1), until=date(2026, 6, 30))
        days = (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 30), date(2026, 7, 1))
        assert [bool(accepted(findings, one, as_of=day)) for day in days] == [False, True, True, False]

    def test_one_that_has_expired_takes_nothing_from_one_that_holds(
        self, findings: tuple[Finding, ...]
    ) -> None:
        expired = waiver("C-2", until=date(2026, 1, 1))
        for waivers in ((expired, waiver("C-2")), (waiver("C-2"), expired)):
            found = accept(findings, waivers, AS_OF)
            assert [one.accepted for one in found if one.accepted] == [waiver("C-2")]


class TestWhat:
    """'A waiver names a checkpoint, with its checklist before it or not, and a focus.'"""

    @pytest.mark.parametrize("name", ["C-1", "norm/C-1"])
    def test_it_accepts_what_is_told_of_its_checkpoint_at_its_focus(
        self, findings: tuple[Finding, ...], name: str
    ) -> None:
        assert accepted(findings, waiver(name, "chain:a")) == ["C-1 chain:a"]

    @pytest.mark.parametrize(
        ("name", "focus"),
        [
            ("C-1", "organisation"),
            ("C-1", "chain:c"),
            ("C-2", "chain:a"),
            ("C-9", "organisation"),
            ("other/C-2", "organisation"),
            ("norm", "organisation"),
            ("one/C-2", "organisation"),
        ],
    )
    def test_it_accepts_nothing_else(self, findings: tuple[Finding, ...], name: str, focus: str) -> None:
        assert accepted(findings, waiver(name, focus)) == []

    @pytest.mark.parametrize("name", ["one", "norm/one"])
    def test_what_is_told_of_a_requirement_as_a_whole_is_accepted_by_its_name(
        self, findings: tuple[Finding, ...], name: str
    ) -> None:
        assert accepted(findings, waiver(name)) == ["one organisation"]
        assert accepted(findings, waiver(name, "chain:a")) == []

    def test_accepting_a_checkpoint_leaves_what_is_told_of_its_requirement(
        self, findings: tuple[Finding, ...]
    ) -> None:
        waivers = [waiver("C-1", "chain:a"), waiver("C-1", "chain:b"), waiver("C-2"), waiver("C-3")]
        assert "one organisation" not in accepted(findings, *waivers)
        assert len(accepted(findings, *waivers)) == 4

    def test_one_with_its_checklist_goes_before_one_without(self, findings: tuple[Finding, ...]) -> None:
        exact, bare = waiver("norm/C-2", owner="person:piet"), waiver("C-2")
        for waivers in ((exact, bare), (bare, exact)):
            assert [one.accepted for one in accept(findings, waivers, AS_OF) if one.accepted] == [exact]

    def test_of_two_checklists_with_one_id_the_bare_name_is_of_both(self) -> None:
        (one,) = assess([checkpoint(ask="?")], answers=[{"checkpoint": "C-1", "value": "no"}]).findings
        both = (one, evolve(one, checklist="other"))
        assert len(accepted(both, waiver("C-1"))) == 2
        found = accept(both, [waiver("other/C-1")], AS_OF)
        assert [it.checklist for it in found if it.accepted] == ["other"]

    def test_whatever_is_told_of_a_checkpoint_at_a_focus_is_accepted(self) -> None:
        denied = assess(
            [checkpoint(each="chain", holds="owners.size() == 1", ask="?")],
            {"person": people("jan"), "chain": [{"id": "a", "owners": [{"to": "jan", **BELIEVED}]}]},
            answers=[{"checkpoint": "C-1", "focus": "chain:a", "value": "no"}],
        ).findings
        assert {one.kind for one in denied} == {FindingKind.GAP, FindingKind.CONTRADICTION}
        assert len(accepted(denied, waiver("C-1", "chain:a"))) == len(denied)


class TestNothingElse:
    def test_the_findings_are_the_same_and_in_their_order(self, findings: tuple[Finding, ...]) -> None:
        found = accept(findings, [waiver("C-1", "chain:b"), waiver("one")], AS_OF)
        assert tuple(evolve(one, accepted=None) for one in found) == findings
        assert [one.accepted for one in found].count(None) == len(findings) - 2

    def test_the_waiver_is_told_as_it_was_given(self, findings: tuple[Finding, ...]) -> None:
        given = waiver("C-2", on=date(2026, 1, 1), owner="person:piet", reason={"nl": "Loopt af"})
        assert [one.accepted for one in accept(findings, [given], AS_OF) if one.accepted] == [given]

    @pytest.mark.parametrize("waivers", [(), (waiver("C-2", until=date(2026, 1, 1)),)])
    def test_without_one_that_holds_nothing_is_accepted(
        self, findings: tuple[Finding, ...], waivers: tuple[Waiver, ...]
    ) -> None:
        assert accept(findings, waivers, AS_OF) == findings

    def test_findings_and_waivers_are_read_once(self, findings: tuple[Finding, ...]) -> None:
        found = accept(iter(findings), iter([waiver("C-2")]), AS_OF)
        assert found == accept(findings, [waiver("C-2")], AS_OF)

    def test_where_nothing_is_found_there_is_nothing_to_accept(self) -> None:
        assert accept((), [waiver("C-2")], AS_OF) == ()


class TestInAnAssessment:
    """'It changes neither verdict nor score.'"""

    NORM = compile_checklists(
        [
            checklist_from_data(
                {
                    "id": "norm",
                    "version": "1.0.0",
                    "title": "Norm",
                    "source": {"title": "None"},
                    "requirements": [
                        {
                            "id": "one",
                            "title": "One",
                            "systemic": {"minors": 3},
                            "gate": {"checkpoint": "C-2", "caps": 0.25},
                            "checkpoints": [*FAILING, checkpoint("C-4", ask="?")],
                        }
                    ],
                }
            )
        ]
    )

    def assessed(self, *waivers: Data) -> Result:
        answers = [*DENIED, {"checkpoint": "C-4", "value": "yes"}]
        organisation = Organisation.from_data(
            {
                "id": "x",
                "nodes": {"person": [{"id": "jan", "name": "Jan Jansen"}], **CHAINS},
                "answers": answers,
                "waivers": [
                    {"reason": "it ends", "owner": "jan", "until": "2026-12-31", **one} for one in waivers
                ],
            }
        )
        return assess_organisation(organisation, self.NORM, AS_OF, (Reference(),))

    ALL = (
        {"checkpoint": "C-1", "focus": "chain:a"},
        {"checkpoint": "C-1", "focus": "chain:b"},
        {"checkpoint": "norm/C-2"},
        {"checkpoint": "C-3"},
        {"checkpoint": "one"},
    )

    def test_verdicts_and_scores_are_what_they_are_without_it(self) -> None:
        before, after = self.assessed(), self.assessed(*self.ALL)
        assert after.verdicts == before.verdicts
        assert after.scores == before.scores
        assert after.diagnoses == before.diagnoses

    def test_every_finding_is_told_still_with_its_grade_and_whether_it_is_certain(self) -> None:
        before, after = self.assessed(), self.assessed(*self.ALL)
        assert tuple(evolve(one, accepted=None) for one in after.findings) == before.findings
        failing = [one for one in after.findings if one.kind in NONCONFORMITIES]
        assert len(failing) == 5
        assert all(one.accepted is not None for one in failing)

    def test_only_what_holds_on_the_day_is_told(self) -> None:
        found = self.assessed({"checkpoint": "C-2"}, {"checkpoint": "C-3", "until": "2026-10-31"})
        assert [one.checkpoint for one in found.findings if one.accepted] == ["C-2"]

    def test_whoever_accepted_it_is_named(self) -> None:
        assert self.assessed(self.ALL[2]).name("person:jan", "en") == "Jan Jansen"
