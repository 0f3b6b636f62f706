"""The design's tables: what is told about a verdict, why ownership is missing, and who must act."""

from __future__ import annotations

from typing import Any

import pytest

from kamassess.checklist.requirement import Checkpoint
from kamassess.findings.deriving import DESCRIPTION, QUESTION, kind_of
from kamassess.graph.ownership import Actor
from kamassess.model.terms import FindingKind, Grade, Level, Outcome, OwnershipReason, Role
from tests.findings.small import (
    BELIEVED,
    PROVEN,
    Data,
    assess,
    checkpoint,
    people,
    the_finding,
    verdict,
)

OWNED = checkpoint(
    each="chain",
    if_none="nonconformity",
    holds="owners.size() == 1",
    finding_kind="missing-ownership",
    grade="major",
)
YES, NO, BOTH, NONE = (
    Outcome.CONFORMITY,
    Outcome.NONCONFORMITY,
    Outcome.UNDETERMINED,
    Outcome.NOT_APPLICABLE,
)


class TestKindOfFinding:
    """'Findings, from (claimed, proven).'"""

    @pytest.mark.parametrize(
        ("claimed", "proven", "kind"),
        [
            (YES, YES, None),
            (YES, BOTH, FindingKind.UNPROVEN),
            (NO, NO, FindingKind.GAP),
            (NO, BOTH, FindingKind.GAP),
            (BOTH, BOTH, FindingKind.UNANSWERED),
            (NONE, NONE, None),
            (NONE, BOTH, FindingKind.UNPROVEN),
        ],
    )
    def test_follows_from_both_readings(
        self, claimed: Outcome, proven: Outcome, kind: FindingKind | None
    ) -> None:
        assert kind_of(Checkpoint("X", {}, Role.REQUIREMENT), claimed, proven) is kind

    def test_of_a_nonconformity_is_what_the_checkpoint_says(self) -> None:
        one = Checkpoint("X", {}, Role.REQUIREMENT, finding_kind=FindingKind.MISSING_OWNERSHIP)
        assert kind_of(one, NO, NO) is FindingKind.MISSING_OWNERSHIP


class TestOwnership:
    """The design's table of owners: claimed, proven, finding."""

    @pytest.mark.parametrize(
        ("owners", "claimed", "proven", "kind", "reason"),
        [
            ([], NO, NO, FindingKind.MISSING_OWNERSHIP, OwnershipReason.NOBODY),
            ([{"to": "jan", **PROVEN}], YES, YES, None, None),
            ([{"to": "jan", **BELIEVED}], YES, BOTH, FindingKind.UNPROVEN, None),
            (
                [{"to": "jan", **PROVEN}, {"to": "piet", **BELIEVED}],
                NO,
                BOTH,
                FindingKind.MISSING_OWNERSHIP,
                OwnershipReason.SEVERAL,
            ),
            (
                [{"to": "jan", **PROVEN}, {"to": "piet", **PROVEN}],
                NO,
                NO,
                FindingKind.MISSING_OWNERSHIP,
                OwnershipReason.SEVERAL,
            ),
            (
                [{"to": "vacant", **PROVEN}],
                NO,
                NO,
                FindingKind.MISSING_OWNERSHIP,
                OwnershipReason.VACANT_ROLE,
            ),
            ([{"to": "manager"}], YES, YES, None, None),
            (
                [{"to": "board"}],
                NO,
                NO,
                FindingKind.MISSING_OWNERSHIP,
                OwnershipReason.SEVERAL,
            ),
        ],
    )
    def test_of_a_chain(
        self,
        owners: list[Data],
        claimed: Outcome,
        proven: Outcome,
        kind: FindingKind | None,
        reason: str | None,
    ) -> None:
        result = assess(
            [OWNED],
            {
                "person": people("jan", "piet"),
                "role": [{"id": "vacant"}, {"id": "manager", "holders": ["piet"]}],
                "body": [{"id": "board", "members": ["jan", "piet"]}],
                "chain": [{"id": "permits", "owners": owners}],
            },
        )
        found = verdict(result, "chain:permits")
        assert (found.claimed.outcome, found.proven.outcome) == (claimed, proven)
        told = [(one.kind, one.reason, one.certain) for one in result.findings]
        assert told == ([] if kind is None else [(kind, reason, proven is NO)])

    @pytest.mark.parametrize("part", ["chain.owners", "chain:permits.owners"])
    def test_that_is_not_described_is_unanswered(self, part: str) -> None:
        result = assess([OWNED], {"chain": [{"id": "permits"}]}, not_described=[part])
        found = the_finding(result)
        assert (found.kind, found.reason) == (FindingKind.UNANSWERED, DESCRIPTION)
        assert found.repair["en"].startswith("Describe what is still missing")

    def test_of_chains_that_are_not_described_is_unanswered_for_all_of_them(self) -> None:
        found = the_finding(assess([OWNED], not_described=["chain"]))
        assert (found.focus, found.kind, found.reason) == (
            "organisation",
            FindingKind.UNANSWERED,
            DESCRIPTION,
        )

    def test_of_no_chain_at_all_is_missing_where_there_must_be_one(self) -> None:
        repaired = {**OWNED, "repair": {"nl": "Beschrijf ze", "en": "Describe them"}}
        found = the_finding(assess([repaired]))
        assert (found.focus, found.kind, found.reason) == (
            "organisation",
            FindingKind.MISSING_OWNERSHIP,
            OwnershipReason.NOBODY,
        )
        assert found.message == {
            "nl": "Niet voldaan, want er is geen klantketen: Eis C-1",
            "en": "Not met, for there is no chain: Requirement C-1",
        }
        assert found.repair == {"nl": "Beschrijf ze", "en": "Describe them"}

    def test_of_no_chain_at_all_is_mended_by_describing_one_where_the_repair_names_the_node(self) -> None:
        named = {**OWNED, "repair": {"nl": "Benoem {name}", "en": "Appoint {name}"}}
        assert the_finding(assess([named])).repair["en"].startswith("Describe what is still missing")


ENTITLED = checkpoint(
    each="chain",
    applies="owners.size() > 0",
    holds="owners.all(p, p.in_management_team)",
    finding_kind="missing-ownership",
    grade="minor",
)
DUTY = checkpoint(
    each="chain",
    holds="accountable_kpi_tree.size() == 1 && accountable_kpi_tree.all(p, p.owner)",
    finding_kind="missing-ownership",
    grade="minor",
)


class TestReason:
    """'Missing ownership has a reason: nobody, vacant-role, several, not-entitled, other.'"""

    def test_is_that_an_owner_is_not_entitled(self) -> None:
        nodes = {"person": people("jan"), "chain": [{"id": "permits", "owners": ["jan"]}]}
        assert the_finding(assess([ENTITLED], nodes)).reason == OwnershipReason.NOT_ENTITLED

    def test_is_that_one_of_several_owners_is_not_entitled(self) -> None:
        nodes = {
            "person": [*people("jan"), *people("piet", management_team=True)],
            "chain": [{"id": "permits", "owners": ["jan", "piet"]}],
        }
        assert the_finding(assess([ENTITLED], nodes)).reason == OwnershipReason.NOT_ENTITLED

    @pytest.mark.parametrize(
        ("accountable", "reason"),
        [
            ([], OwnershipReason.NOBODY),
            (["vacant"], OwnershipReason.VACANT_ROLE),
            (["piet"], OwnershipReason.OTHER),
            (["jan", "piet"], OwnershipReason.SEVERAL),
            (["jan"], None),
        ],
    )
    def test_of_a_duty_is_told_by_who_is_accountable_for_it(
        self, accountable: list[str], reason: str | None
    ) -> None:
        nodes = {
            "person": people("jan", "piet"),
            "role": [{"id": "vacant"}],
            "chain": [{"id": "permits", "owners": ["jan"]}],
            "assignment": [
                {"id": "a", "chains": ["permits"], "duties": ["kpi-tree"], "accountable": accountable}
            ],
        }
        assert [one.reason for one in assess([DUTY], nodes).findings] == ([reason] if reason else [])

    def test_is_nobody_where_no_relation_to_people_decided(self) -> None:
        odd = checkpoint(each="chain", holds="has(chain.trigger)", finding_kind="missing-ownership")
        found = the_finding(assess([odd], {"chain": [{"id": "permits"}]}))
        assert found.reason == OwnershipReason.NOBODY

    def test_of_what_is_unanswered_is_the_question_or_the_description(self) -> None:
        asked = checkpoint("C-1", ask={"nl": "Is dat zo?", "en": "Is it so?"})
        linked = checkpoint("C-2", each="chain", holds="owners.size() == 1")
        result = assess([asked, linked], {"chain": [{"id": "permits"}]}, not_described=["chain.owners"])
        assert [(one.checkpoint, one.reason) for one in result.findings] == [
            ("C-1", QUESTION),
            ("C-2", DESCRIPTION),
        ]
        assert [one.repair["nl"] for one in result.findings] == [
            "Beantwoord de vraag: Is dat zo?",
            "Beschrijf wat hier nog ontbreekt in het bestand van de organisatie",
        ]

    def test_of_what_is_answered_later_is_to_wait_for_the_first_such_day(self) -> None:
        asked = checkpoint("C-1", each="chain", ask="Is it so?")
        later = [
            {"checkpoint": "C-1", "focus": "chain:permits", "value": "yes", "on": day}
            for day in ("2026-12-01", "2026-11-20")
        ]
        result = assess([asked], {"chain": [{"id": "permits"}, {"id": "taxes"}]}, answers=later)
        assert [(one.reason, dict(one.repair)) for one in result.findings] == [
            (QUESTION, {
                "nl": "Beoordeel op of na 20 november 2026: er is een antwoord van die dag, en dat telt nu nog niet mee",
                "en": "Assess on or after 20 November 2026: there is an answer of that day, and it does not count yet",
            }),
            (QUESTION, {"nl": "Beantwoord de vraag: Is it so?", "en": "Answer the question: Is it so?"}),
        ]  # fmt: skip

    def test_of_what_is_answered_already_is_nothing_more(self) -> None:
        """That it will be answered otherwise changes nothing today."""
        answers = [{"checkpoint": "C-1", "value": one, "on": day, "basis": "contract", "evidence": ["paper"]}
                   for one, day in (("yes", "2026-10-01"), ("no", "2026-11-20"))]  # fmt: skip
        result = assess([checkpoint("C-1", ask="Is it so?")], answers=answers)
        assert result.findings == ()


class TestUnproven:
    """'Conformity then undetermined is unproven.'"""

    def test_says_what_would_prove_it(self) -> None:
        asked = checkpoint(ask="?", guidance={"nl": "Notulen", "en": "Minutes"}, grade="minor")
        result = assess([asked], answers=[{"checkpoint": "C-1", "value": "yes", "basis": "trust"}])
        found = the_finding(result)
        assert (found.kind, found.certain, found.reason) == (FindingKind.UNPROVEN, False, None)
        assert found.message["en"] == "Claimed, not proven: Requirement C-1"
        assert found.repair == {"nl": "Notulen", "en": "Minutes"}

    def test_says_how_to_prove_without_guidance(self) -> None:
        result = assess([checkpoint(ask="?")], answers=[{"checkpoint": "C-1", "value": "yes"}])
        assert the_finding(result).repair["en"].startswith("Record what this rests on")


class TestAFinding:
    def test_bears_what_its_checkpoint_says(self) -> None:
        one = checkpoint(each="chain", holds="products.size() > 0", grade="minor", orientation="identity")
        found = the_finding(assess([one], {"chain": [{"id": "permits"}]}))
        assert found.id == "norm/C-1/chain:permits/gap"
        assert (found.grade, found.orientation, found.certain) == (Grade.MINOR, Level.IDENTITY, True)
        assert (found.checklist, found.requirement, found.checkpoint) == ("norm", "one", "C-1")

    @pytest.mark.parametrize("role", ["sign", "advice", "wish"])
    def test_of_what_is_not_required_is_an_observation_without_a_grade(self, role: str) -> None:
        shown = {"shows": ["C-2"]} if role == "sign" else {}
        one = checkpoint("C-1", role=role, each="chain", holds="products.size() > 0", **shown)
        two = checkpoint("C-2", each="chain", holds="id == 'permits'")
        found = the_finding(assess([one, two], {"chain": [{"id": "permits"}]}))
        assert (found.kind, found.grade) == (FindingKind.OBSERVATION, None)

    @pytest.mark.parametrize(
        "chain",
        [
            {"id": "permits", "trigger": {"value": "a request", **PROVEN}},
            {"id": "permits", "trigger": "a request", **PROVEN},
        ],
    )
    def test_names_the_evidence_of_an_attribute_or_else_of_its_node(self, chain: Data) -> None:
        result = assess([checkpoint(each="chain", holds="has(chain.trigger)")], {"chain": [chain]})
        assert verdict(result, "chain:permits").evidence == ("paper",)

    def test_names_the_evidence_of_a_link(self) -> None:
        nodes = {"person": people("jan"), "chain": [{"id": "permits", "owners": [{"to": "jan", **PROVEN}]}]}
        assert verdict(assess([OWNED], nodes), "chain:permits").evidence == ("paper",)

    def test_names_the_evidence_of_an_answer_once(self) -> None:
        answer = {"checkpoint": "C-1", "value": "no", **PROVEN}
        assert the_finding(assess([checkpoint(ask="?")], answers=[answer, answer])).evidence == ("paper",)

    def test_names_no_evidence_where_none_was_named(self) -> None:
        result = assess([OWNED], {"person": people("jan"), "chain": [{"id": "permits", "owners": ["jan"]}]})
        assert verdict(result, "chain:permits").evidence == ()


class TestWhoActs:
    """'Who must act (the focus' owners; else those of the nearest node above, with the path; else nobody).'"""

    PRODUCTS = checkpoint(each="step", holds="has(step.activity)")

    def test_are_the_owners(self) -> None:
        one = checkpoint(each="chain", holds="products.size() > 0")
        nodes = {"person": people("jan"), "chain": [{"id": "permits", "owners": ["jan"]}]}
        assert the_finding(assess([one], nodes)).act == (Actor("person:jan", ("chain:permits",)),)

    def test_are_else_the_owners_of_the_nearest_node_above(self) -> None:
        nodes = {
            "person": people("jan", "piet"),
            "chain": [{"id": "outer", "owners": ["jan"]}, {"id": "inner", "part_of": "outer"}],
            "step": [{"id": "intake", "chain": "inner"}],
        }
        found = the_finding(assess([self.PRODUCTS], nodes))
        assert found.act == (Actor("person:jan", ("step:intake", "chain:inner", "chain:outer")),)

    def test_are_nobody_where_nobody_answers(self) -> None:
        nodes: dict[str, Any] = {"chain": [{"id": "c"}], "step": [{"id": "intake", "chain": "c"}]}
        assert the_finding(assess([self.PRODUCTS], nodes)).act == ()

    def test_are_for_the_whole_the_owners_of_what_decided(self) -> None:
        whole = checkpoint(holds="chains.size() > 0 && chains.all(c, c.products.size() > 0)")
        nodes = {
            "person": people("jan", "ada", top_management=True),
            "chain": [{"id": "permits", "owners": ["jan"]}],
        }
        assert the_finding(assess([whole], nodes)).act == (Actor("person:jan", ("chain:permits",)),)

    def test_are_for_the_whole_else_top_management(self) -> None:
        whole = checkpoint(holds="chains.size() > 0")
        nodes = {"person": [*people("jan"), *people("ada", top_management=True)]}
        assert the_finding(assess([whole], nodes)).act == (Actor("person:ada", ("organisation",)),)


class TestVerdictsThatAreToldBesides:
    def test_a_verdict_that_conforms_for_sure_has_no_finding(self) -> None:
        one = checkpoint(each="chain", holds="products.size() == 0")
        assert assess([one], {"chain": [{"id": "permits"}]}).findings == ()

    def test_why_it_does_not_apply_is_told_where_it_does_not(self) -> None:
        one = checkpoint(each="chain", applies="owners.size() > 0", holds="products.size() > 0")
        found = verdict(assess([one], {"chain": [{"id": "permits"}]}), "chain:permits")
        assert found.claimed.outcome is NONE
        assert [atom.fact for atom in found.because] == ["owners.size()"]

    def test_where_it_may_not_apply_both_are_told(self) -> None:
        one = checkpoint(each="chain", applies="owners.size() > 0", holds="products.size() > 0")
        nodes = {"person": people("jan"), "chain": [{"id": "permits", "owners": [{"to": "jan", **BELIEVED}]}]}
        found = verdict(assess([one], nodes), "chain:permits")
        assert found.claimed.outcome is NO
        assert [atom.fact for atom in found.because] == ["products.size()"]
        proven = verdict(
            assess(
                [one],
                {**nodes, "chain": [{**nodes["chain"][0], "products": ["p"]}], "product": [{"id": "p"}]},
            ),
            "chain:permits",
        )
        assert proven.proven.outcome is BOTH
        assert [atom.fact for atom in proven.because] == ["owners.size()", "products.size()"]
