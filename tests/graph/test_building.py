"""An organisation becomes a graph in which each node and link is certain on a day, or not."""

from __future__ import annotations

from datetime import date

import pytest

from kamassess.graph.building import Graph
from kamassess.graph.members import Members
from kamassess.graph.view import View
from kamassess.model.terms import Reading
from tests.graph.small import AS_OF, graph

OWNERS, OWNS = ("chain:permits", "owners"), ("person:jan", "owns")

EVIDENCE = """\
evidence:
  - {id: mandate, kind: document, on: 2026-01-01, valid_until: 2026-12-31, about: ["chain:permits"]}
  - {id: expired, kind: document, on: 2025-01-01, valid_until: 2025-12-31, about: ["chain:permits"]}
  - {id: later, kind: document, on: 2027-01-01, about: ["chain:permits"]}
  - {id: undated, kind: document, about: ["chain:permits"]}
  - {id: elsewhere, kind: document, on: 2026-01-01, about: [K-1]}
  - {id: of-owners, kind: document, on: 2026-01-01, about: ["chain:permits.owners"]}
  - {id: of-trigger, kind: document, on: 2026-01-01, about: ["chain:permits.trigger"]}
"""

NODES = """\
person: [{{id: jan}}]
chain: [{{id: permits, owners: [{{to: jan, {claim}}}]}}]
"""


def owner_is_certain(claim: str, as_of: date = AS_OF) -> bool:
    known = graph(NODES.format(claim=claim), EVIDENCE, as_of)
    return link_is_certain(known)


def link_is_certain(known: Graph) -> bool:
    """Whether it is certain that Jan owns the chain, seen from both ends."""
    assert known.doubted in ({}, {OWNERS: ["person:jan"], OWNS: ["chain:permits"]})
    return not known.doubted


class TestLinks:
    def test_a_link_goes_both_ways(self) -> None:
        known = graph("person: [{id: jan}]\nchain: [{id: permits, owners: [jan]}]")
        assert known.linked == {OWNERS: ["person:jan"], OWNS: ["chain:permits"]}

    def test_a_relation_without_an_inverse_is_seen_from_its_source_alone(self) -> None:
        known = graph("customer_group: [{id: all}]\nchain: [{id: permits, participants: [all]}]")
        assert known.linked == {("chain:permits", "participants"): ["customer_group:all"]}

    def test_a_link_names_its_own_evidence(self) -> None:
        known = graph(NODES.format(claim="basis: document, evidence: [mandate]"), EVIDENCE)
        assert known.evidence_of == {OWNERS: ("mandate",), OWNS: ("mandate",)}

    def test_a_link_without_a_claim_names_the_evidence_of_its_node(self) -> None:
        known = graph(
            "person: [{id: jan}]\n"
            "chain: [{id: permits, basis: document, evidence: [mandate], owners: [jan]}]",
            EVIDENCE,
        )
        assert known.evidence_of == {OWNERS: ("mandate",), OWNS: ("mandate",)}

    def test_a_link_without_an_inverse_names_its_evidence_at_one_end(self) -> None:
        claim = "basis: document, evidence: [mandate]"
        nodes = "customer_group: [{id: all}]\n"
        nodes += f"chain: [{{id: permits, participants: [{{to: all, {claim}}}]}}]"
        assert graph(nodes, EVIDENCE).evidence_of == {("chain:permits", "participants"): ("mandate",)}

    def test_an_attribute_names_its_own_evidence_or_that_of_its_node(self) -> None:
        chain = "{{id: permits, basis: document, evidence: [mandate], trigger: {}}}"
        own = "{value: x, basis: document, evidence: [of-trigger]}"
        for trigger, evidence in (("x", "mandate"), (own, "of-trigger")):
            known = graph(f"chain: [{chain.format(trigger)}]", EVIDENCE)
            assert known.evidence_of == {("chain:permits", "trigger"): (evidence,)}

    def test_a_role_or_body_stands_for_persons(self) -> None:
        known = graph(
            "person: [{id: jan}]\nrole: [{id: head, holders: [jan]}]\nbody: [{id: board}]\n"
            "chain: [{id: a, owners: [jan]}, {id: b, owners: [jan, head]}, {id: c, owners: [board]}]"
        )
        assert known.through == {("chain:b", "owners"), ("chain:c", "owners")}

    def test_two_relations_with_one_inverse_are_told_together(self) -> None:
        known = graph(
            "interested_party: [{id: town}]\n"
            "chain: [{id: a, customers: [town], stakeholders: [{to: town, basis: belief}]}]"
        )
        part = ("interested_party:town", "served_by")
        assert (known.linked[part], known.doubted[part]) == (["chain:a", "chain:a"], ["chain:a"])
        for reading in Reading:
            assert View(known, reading).members(*part) == Members(("chain:a",))


class TestCertainty:
    def test_evidence_that_counts_on_the_day_makes_certain(self) -> None:
        assert owner_is_certain("basis: document, evidence: [mandate]")

    def test_evidence_may_be_about_just_this_relation(self) -> None:
        assert owner_is_certain("basis: document, evidence: [of-owners]")

    @pytest.mark.parametrize("evidence", ["expired", "later", "undated", "elsewhere", "of-trigger"])
    def test_evidence_that_does_not_count_makes_nothing_certain(self, evidence: str) -> None:
        assert not owner_is_certain(f"basis: document, evidence: [{evidence}]")

    def test_one_piece_that_counts_is_enough(self) -> None:
        assert owner_is_certain("basis: document, evidence: [expired, mandate]")

    def test_a_certain_basis_without_evidence_is_not_certain(self) -> None:
        assert not owner_is_certain("basis: document")

    @pytest.mark.parametrize("basis", ["assumption", "belief", "trust", "promise", "experience", "pressure"])
    def test_no_evidence_makes_an_uncertain_basis_certain(self, basis: str) -> None:
        assert not owner_is_certain(f"basis: {basis}, evidence: [mandate]")

    def test_evidence_without_a_basis_is_not_certain(self) -> None:
        assert not owner_is_certain("evidence: [mandate]")

    def test_what_is_said_after_the_day_is_not_certain_on_it(self) -> None:
        assert not owner_is_certain("basis: document, evidence: [mandate], on: 2026-11-02")
        assert owner_is_certain("basis: document, evidence: [mandate], on: 2026-11-01")

    @pytest.mark.parametrize(
        ("day", "certain"),
        [
            (date(2025, 12, 31), False),
            (date(2026, 1, 1), True),
            (date(2026, 12, 31), True),
            (date(2027, 1, 1), False),
        ],
    )
    def test_evidence_counts_from_its_date_to_its_last_day(self, day: date, *, certain: bool) -> None:
        assert owner_is_certain("basis: document, evidence: [mandate]", day) is certain

    def test_what_has_no_claim_rests_on_its_node(self) -> None:
        known = graph("person: [{id: jan}]\nchain: [{id: permits, basis: belief, trigger: x, owners: [jan]}]")
        assert not known.certain["chain:permits"]
        assert not link_is_certain(known)
        assert not known.told_is_certain("chain:permits", known.attributes["chain:permits"]["trigger"])

    def test_a_link_is_no_more_certain_than_the_node_that_it_points_at(self) -> None:
        known = graph("person: [{id: jan, basis: belief}]\nchain: [{id: permits, owners: [jan]}]")
        assert not link_is_certain(known)

    def test_an_attribute_has_a_claim_of_its_own(self) -> None:
        known = graph("chain: [{id: permits, trigger: {value: x, basis: belief}}]")
        assert known.certain["chain:permits"]
        assert not known.told_is_certain("chain:permits", known.attributes["chain:permits"]["trigger"])

    def test_evidence_may_be_about_just_this_attribute(self) -> None:
        claim = "{value: x, basis: document, evidence: [of-trigger]}"
        known = graph(f"chain: [{{id: permits, trigger: {claim}}}]", EVIDENCE)
        assert known.is_certain


class TestTheDescription:
    @pytest.mark.parametrize(
        ("described", "certain"),
        [
            ("{basis: record}", True),
            ("{by: jan}", True),  # a record is what a file is, if it does not say otherwise
            ("{basis: belief}", False),
            ("{on: 2026-11-01}", True),
            ("{on: 2026-11-02}", False),
        ],
    )
    def test_what_a_file_says_is_as_certain_as_its_description(
        self, described: str, *, certain: bool
    ) -> None:
        known = graph("chain: [{id: permits}]", f"described: {described}")
        assert known.certain["chain:permits"] is certain
        assert known.is_certain is certain

    def test_a_node_with_evidence_is_certain_in_an_uncertain_description(self) -> None:
        known = graph(
            "chain: [{id: permits, basis: document, evidence: [mandate]}, {id: objections}]",
            EVIDENCE + "described: {basis: belief}",
        )
        assert known.certain["chain:permits"]
        assert not known.certain["chain:objections"]


class TestAll:
    @pytest.mark.parametrize(
        "nodes",
        [
            "chain: [{id: permits, basis: belief}]",
            "chain: [{id: permits, trigger: {value: x, basis: belief}}]",
            "person: [{id: jan}]\nchain: [{id: permits, owners: [{to: jan, basis: belief}]}]",
        ],
        ids=["node", "attribute", "link"],
    )
    def test_one_uncertain_part_makes_the_graph_uncertain(self, nodes: str) -> None:
        assert not graph(nodes).is_certain

    def test_every_organisation_has_the_fixed_nodes_and_they_are_certain(self) -> None:
        known = graph(top="described: {basis: belief}")
        assert known.nodes["duty:reporting"].name == {
            "nl": "de rapportage opstellen en beheren",
            "en": "drawing up and keeping the reporting",
        }
        assert known.certain["topic:feedback"]
        assert known.is_certain

    def test_kinds_keep_the_order_of_the_file(self) -> None:
        known = graph("chain: [{id: b}, {id: a}]")
        assert known.kinds["chain"] == ("chain:b", "chain:a")
        assert known.kinds["person"] == ()


class TestNotDescribed:
    @pytest.mark.parametrize(
        ("left_open", "described"),
        [
            ("", (True, True, True, True)),
            ("chain", (False, False, False, False)),
            ("chain.owners", (True, False, False, False)),
            ("chain:permits.owners", (True, True, False, True)),
            ("chain.trigger", (True, True, True, True)),
            ("person", (True, True, True, True)),
        ],
    )
    def test_a_kind_a_relation_or_one_relation_of_one_node_can_be_left_open(
        self, left_open: str, described: tuple[bool, ...]
    ) -> None:
        known = graph(
            "chain: [{id: permits}, {id: objections}]", f'not_described: ["{left_open}"]' * bool(left_open)
        )
        assert described == (
            known.is_described("chain"),
            known.is_described("chain", "owners"),
            known.is_described("chain", "owners", "chain:permits"),
            known.is_described("chain", "owners", "chain:objections"),
        )


PROMISED = """\
evidence:
  - {id: order, kind: contract, on: 2026-10-05, about: ["promise:heat-pump"]}
  - {id: of-part, kind: contract, on: 2026-10-05, about: ["promise:heat-pump.rests_on"]}
  - {id: of-due, kind: contract, on: 2026-10-05, about: ["promise:heat-pump.due"]}
  - {id: later, kind: contract, on: 2026-11-02, about: ["promise:heat-pump"]}
  - {id: elsewhere, kind: contract, on: 2026-10-05, about: ["promise:boiler"]}
  - {id: minutes, kind: record, on: 2026-10-05, about: ["promise:heat-pump"]}
"""


def promised(rests_on: str, node: str = "") -> Graph:
    nodes = f"promise: [{{id: heat-pump, due: 2026-12-18, rests_on: {rests_on}{node}}}, {{id: boiler, due: 2026-12-18}}]"
    return graph(nodes, PROMISED)


def rests_certainly(known: Graph) -> bool:
    key = "promise:heat-pump"
    return known.told_is_certain(key, known.attributes[key]["rests_on"])


class TestWhatTakesEvidence:
    """'Nobody makes a promise certain by writing it down: it takes a contract about just this promise.'"""

    @pytest.mark.parametrize(
        ("evidence", "certain"),
        [
            ("order", True),
            ("of-part", True),
            ("later, order", True),
            ("of-due", False),
            ("later", False),
            ("elsewhere", False),
            ("minutes", False),
        ],
    )
    def test_a_contract_is_certain_by_a_contract_about_this_promise_that_counts_on_the_day(
        self, evidence: str, *, certain: bool
    ) -> None:
        known = promised(f"{{value: contract, basis: contract, evidence: [{evidence}]}}")
        assert rests_certainly(known) is certain
        assert known.is_certain is certain

    def test_other_grounds_that_make_certain_take_any_evidence_about_it(self) -> None:
        reserved = "{{value: reserved-capacity, basis: record, evidence: [{}]}}"
        assert rests_certainly(promised(reserved.format("minutes")))
        assert not rests_certainly(promised(reserved.format("elsewhere")))

    def test_the_promise_itself_may_name_it(self) -> None:
        assert rests_certainly(promised("contract", ", basis: contract, evidence: [order]"))
        assert not rests_certainly(promised("contract", ", basis: belief, evidence: [order]"))

    def test_a_record_is_enough_for_a_basis_that_makes_nothing_certain(self) -> None:
        """That somebody trusts it is as certain as the file is."""
        assert rests_certainly(promised("trust"))
        assert not rests_certainly(promised("contract"))

    @pytest.mark.parametrize(
        "claim",
        ["basis: belief, evidence: [order]", "basis: contract, evidence: [order], on: 2026-11-02"],
        ids=["believed", "said-later"],
    )
    def test_nor_does_evidence_make_an_uncertain_claim_certain_or_one_of_after_the_day(
        self, claim: str
    ) -> None:
        assert not rests_certainly(promised(f"{{value: contract, {claim}}}"))

    @pytest.mark.parametrize(
        ("in_order", "certain"),
        [
            ("{value: true, basis: record, evidence: [minutes]}", True),
            ("{value: true, basis: record, evidence: [other]}", False),
            ("true", False),
            ("false", True),
        ],
    )
    def test_that_a_level_is_in_order_takes_evidence_too_and_that_it_is_not_does_not(
        self, in_order: str, *, certain: bool
    ) -> None:
        evidence = """\
evidence:
  - {id: minutes, kind: record, on: 2026-10-05, about: ["level_check:values"]}
  - {id: other, kind: record, on: 2026-10-05, about: ["level_check:skills"]}
"""
        nodes = f"level_check: [{{id: values, level: values, in_order: {in_order}}}, {{id: skills}}]"
        assert graph(nodes, evidence).is_certain is certain


class TestEvidenceOf:
    def test_what_is_told_on_no_evidence_names_none(self) -> None:
        nodes = "person: [{id: jan}]\nchain: [{id: permits, basis: belief, trigger: x, owners: [jan]}]"
        assert graph(nodes, EVIDENCE).evidence_of == {}

    def test_links_of_one_relation_name_their_evidence_together(self) -> None:
        owners = "{to: jan, basis: document, evidence: [mandate]}, {to: piet, basis: document, evidence: [of-owners]}"
        known = graph(
            f"person: [{{id: jan}}, {{id: piet}}]\nchain: [{{id: permits, owners: [{owners}]}}]", EVIDENCE
        )
        assert known.evidence_of == {
            OWNERS: ("mandate", "of-owners"),
            OWNS: ("mandate",),
            ("person:piet", "owns"): ("of-owners",),
        }

    def test_a_link_without_an_inverse_that_is_not_certain_is_doubted_at_one_end(self) -> None:
        nodes = (
            "customer_group: [{id: all}]\nchain: [{id: permits, participants: [{to: all, basis: belief}]}]"
        )
        assert graph(nodes).doubted == {("chain:permits", "participants"): ["customer_group:all"]}


class TestOpen:
    def test_a_relation_that_is_not_described_is_open_at_both_ends(self) -> None:
        nodes = "person: [{id: jan}]\nchain: [{id: a}, {id: b}]"
        known = graph(nodes, 'not_described: ["chain:a.owners"]')
        assert known.has_gaps
        assert known.is_open("chain:a", "owners")
        assert known.is_open("person:jan", "owns")
        assert not known.is_open("chain:b", "owners")
        assert not graph(nodes).has_gaps

    def test_one_without_an_inverse_is_open_at_its_own_end_alone(self) -> None:
        known = graph("customer_group: [{id: all}]\nchain: [{id: a}]", "not_described: [chain.participants]")
        assert known.open == {("chain", "participants")}
