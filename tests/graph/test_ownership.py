"""Who answers for what: persons, through roles and bodies, and by the nearest node above."""

from __future__ import annotations

import pytest

from kamassess.graph.members import Members, Truth
from kamassess.graph.ownership import (
    Actor,
    accountable_roles,
    actors,
    answerable,
    by_leader,
    current,
    in_management_team,
    in_top_management,
    is_people,
    leads,
    missing,
    owned_chains,
    owners,
    people,
    role_leads,
)
from kamassess.graph.view import View
from kamassess.model.terms import OwnershipReason
from tests.graph.small import both_told, claimed, proven, readings, told

EVIDENCE = 'evidence: [{id: mandate, kind: contract, on: 2026-01-01, about: ["chain:permits"]}]'
JAN = "{to: jan, basis: contract, evidence: [mandate]}"
JAN_BY_BELIEF = "{to: jan, basis: belief}"
PIET_BY_BELIEF = "{to: piet, basis: belief}"


def permits(owners: str) -> str:
    return f"person: [{{id: jan}}, {{id: piet}}]\nchain: [{{id: permits, owners: [{owners}]}}]"


def of_permits(view: View) -> Members:
    return owners(view, "chain:permits")


class TestTheTable:
    """The table of the design: owners, and what each reading makes of 'exactly one'."""

    @pytest.mark.parametrize(
        ("named", "top", "claimed_owners", "proven_owners", "claimed_reason", "proven_reason"),
        [
            ("", "", "", "", OwnershipReason.NOBODY, OwnershipReason.NOBODY),
            ("", 'not_described: ["chain:permits.owners"]', "...", "...", None, None),
            (JAN, EVIDENCE, "jan", "jan", None, None),
            (JAN_BY_BELIEF, "", "jan", "jan?", None, None),
            (f"{JAN}, {PIET_BY_BELIEF}", EVIDENCE, "jan piet", "jan piet?", OwnershipReason.SEVERAL, None),
            ("jan, piet", "", "jan piet", "jan piet", OwnershipReason.SEVERAL, OwnershipReason.SEVERAL),
        ],
        ids=["none", "not-described", "contract", "belief", "contract-and-belief", "two"],
    )
    def test_owners_and_why_one_is_missing(
        self,
        named: str,
        top: str,
        claimed_owners: str,
        proven_owners: str,
        claimed_reason: OwnershipReason | None,
        proven_reason: OwnershipReason | None,
    ) -> None:
        assert both_told(of_permits, permits(named), top) == (claimed_owners, proven_owners)
        assert readings(
            lambda view: (missing(view, "chain:permits", "owners", of_permits(view)),), permits(named), top
        ) == ((claimed_reason,), (proven_reason,))


class TestRolesAndBodies:
    def test_a_role_counts_its_holders(self) -> None:
        nodes = (
            "person: [{id: jan}]\nrole: [{id: head, holders: [jan]}]\nchain: [{id: permits, owners: [head]}]"
        )
        assert both_told(of_permits, nodes) == ("jan", "jan")

    def test_a_holder_by_belief_is_a_possible_owner(self) -> None:
        nodes = "person: [{id: jan}]\nrole: [{id: head, holders: [{to: jan, basis: belief}]}]\n"
        nodes += "chain: [{id: permits, owners: [head]}]"
        assert both_told(of_permits, nodes) == ("jan", "jan?")

    def test_a_role_by_belief_makes_its_certain_holders_possible(self) -> None:
        nodes = "person: [{id: jan}]\nrole: [{id: head, holders: [jan]}]\n"
        nodes += "chain: [{id: permits, owners: [{to: head, basis: belief}]}]"
        assert both_told(of_permits, nodes) == ("jan", "jan?")

    def test_who_owns_in_person_and_by_a_role_counts_once(self) -> None:
        nodes = "person: [{id: jan}]\nrole: [{id: head, holders: [jan]}]\n"
        nodes += "chain: [{id: permits, owners: [head, jan]}]"
        assert both_told(of_permits, nodes) == ("jan", "jan")

    def test_a_body_counts_its_members_and_the_holders_of_its_roles(self) -> None:
        """
        permits -> board -> jan
                     \\-> secretary -> piet
        """
        nodes = """\
        person: [{id: jan}, {id: piet}]
        role: [{id: secretary, holders: [piet]}]
        body: [{id: board, members: [jan, secretary]}]
        chain: [{id: permits, owners: [board]}]
        """
        assert both_told(of_permits, nodes) == ("jan piet", "jan piet")

    def test_a_role_that_nobody_holds_is_vacant(self) -> None:
        view = proven("role: [{id: head}]\nchain: [{id: permits, owners: [head]}]")
        assert told(of_permits(view)) == ""
        assert missing(view, "chain:permits", "owners", of_permits(view)) is OwnershipReason.VACANT_ROLE

    def test_a_role_whose_holders_are_not_described_may_have_any(self) -> None:
        view = proven(
            "role: [{id: head}]\nchain: [{id: permits, owners: [head]}]", "not_described: [role.holders]"
        )
        assert told(of_permits(view)) == "..."
        assert missing(view, "chain:permits", "owners", of_permits(view)) is None

    def test_a_role_that_is_possible_and_whose_holders_are_not_described_may_have_any(self) -> None:
        nodes = "role: [{id: head}]\nchain: [{id: permits, owners: [{to: head, basis: belief}]}]"
        assert both_told(of_permits, nodes, "not_described: [role.holders]") == ("...", "...")

    def test_rules_see_persons_where_a_relation_points_at_people(self) -> None:
        view = claimed(permits("jan"))
        assert is_people(view, "chain:permits", "owners")
        assert not is_people(view, "chain:permits", "customers")
        assert not is_people(view, "chain:permits", "trigger")
        assert not is_people(view, "chain:permits", "steps")


class TestByKind:
    @pytest.mark.parametrize(
        ("node", "key"),
        [
            ("unit: [{id: desk, head: [jan]}]", "unit:desk"),
            ("task: [{id: sort, accountable: [jan]}]", "task:sort"),
            ("performance_conversation: [{id: may, led_by: [jan]}]", "performance_conversation:may"),
            ("promise: [{id: soon, due: 2026-12-01, maker: [jan]}]", "promise:soon"),
            ("policy: [{id: open, owners: [jan]}]", "policy:open"),
        ],
    )
    def test_the_relation_by_which_somebody_answers_depends_on_the_kind(self, node: str, key: str) -> None:
        assert told(owners(claimed(f"person: [{{id: jan}}]\n{node}"), key)) == "jan"

    def test_what_nobody_can_own_has_no_owners(self) -> None:
        assert owners(claimed("authority: [{id: grant}]"), "authority:grant") == Members()


LADDER = """\
person: [{{id: jan}}, {{id: piet}}]
policy: [{{id: open, {policy}}}]
objective: [{{id: fast, {objective}}}]
kpi: [{{id: speed, {kpi}}}]
"""


def ladder(
    policy: str = "name: x", objective: str = "implements: [open]", kpi: str = "objectives: [fast]"
) -> str:
    """A KPI below an objective below a policy."""
    return LADDER.format(policy=policy, objective=objective, kpi=kpi)


def of_speed(view: View) -> Members:
    return answerable(view, "kpi:speed")


class TestAnswerable:
    def test_an_owner_answers_and_nobody_above(self) -> None:
        nodes = ladder("owners: [piet]", kpi="objectives: [fast], owners: [jan]")
        assert both_told(of_speed, nodes) == ("jan", "jan")

    def test_else_the_owner_of_the_nearest_node_above(self) -> None:
        assert both_told(of_speed, ladder("owners: [piet]")) == ("piet", "piet")
        nodes = ladder("owners: [piet]", "implements: [open], owners: [jan]")
        assert both_told(of_speed, nodes) == ("jan", "jan")

    def test_a_nearer_owner_by_belief_leaves_the_one_above_possible(self) -> None:
        nodes = ladder("owners: [piet]", "implements: [open], owners: [{to: jan, basis: belief}]")
        assert both_told(of_speed, nodes) == ("jan", "jan? piet?")

    def test_an_uncertain_way_up_leads_to_a_possible_owner(self) -> None:
        nodes = ladder("owners: [piet]", kpi="objectives: [{to: fast, basis: belief}]")
        assert both_told(of_speed, nodes) == ("piet", "piet?")

    def test_nearer_owners_that_are_not_described_leave_all_above_possible(self) -> None:
        nodes = ladder("owners: [piet]")
        assert both_told(of_speed, nodes, "not_described: [objective.owners]") == ("piet? ...", "piet? ...")

    def test_a_way_up_that_is_not_described_leaves_all_above_possible(self) -> None:
        nodes = ladder("owners: [piet]")
        assert both_told(of_speed, nodes, "not_described: [kpi.parent]") == ("piet? ...", "piet? ...")

    def test_nobody_answers_where_nobody_above_does(self) -> None:
        assert both_told(of_speed, ladder()) == ("", "")

    def test_a_way_that_turns_back_ends(self) -> None:
        """
        a -> b
        ^----'
        """
        nodes = "objective: [{id: a, contributes_to: [b]}, {id: b, contributes_to: [a]}]"
        assert both_told(lambda view: answerable(view, "objective:a"), nodes) == ("", "")

    def test_nodes_equally_near_answer_together(self) -> None:
        nodes = """\
        person: [{id: jan}, {id: piet}]
        objective: [{id: fast, owners: [jan]}, {id: cheap, owners: [piet]}]
        kpi: [{id: speed, objectives: [fast, cheap]}]
        """
        assert both_told(of_speed, nodes) == ("jan piet", "jan piet")


class TestActors:
    def test_the_owner_must_act(self) -> None:
        view = claimed(permits("jan"))
        assert actors(view, "chain:permits") == (Actor("person:jan", ("chain:permits",)),)

    def test_else_the_owner_of_the_nearest_node_above_with_the_way_to_it(self) -> None:
        view = claimed(ladder("owners: [piet]"))
        assert actors(view, "kpi:speed") == (
            Actor("person:piet", ("kpi:speed", "objective:fast", "policy:open")),
        )

    def test_a_possible_owner_may_have_to_act(self) -> None:
        view = proven(permits(JAN_BY_BELIEF))
        assert [one.person for one in actors(view, "chain:permits")] == ["person:jan"]

    def test_a_person_must_act_once_by_the_first_way(self) -> None:
        """
                /-> fast (jan)
        speed -<
                \\-> cheap (jan)
        """
        nodes = """\
        person: [{id: jan}]
        objective: [{id: fast, owners: [jan]}, {id: cheap, owners: [jan]}]
        kpi: [{id: speed, objectives: [fast, cheap]}]
        """
        assert actors(claimed(nodes), "kpi:speed") == (Actor("person:jan", ("kpi:speed", "objective:fast")),)

    def test_nobody_must_act_where_nobody_answers_even_if_the_way_turns_back(self) -> None:
        nodes = "objective: [{id: a, contributes_to: [b]}, {id: b, contributes_to: [a]}]"
        assert actors(claimed(nodes), "objective:a") == ()


class TestMissing:
    def test_one_owner_is_not_missing(self) -> None:
        view = claimed(permits("jan"))
        assert missing(view, "chain:permits", "owners", of_permits(view)) is None

    def test_several_are_told_even_where_there_may_be_more(self) -> None:
        view = claimed(permits("jan, piet"), "not_described: [chain.owners]")
        assert missing(view, "chain:permits", "owners", of_permits(view)) is OwnershipReason.SEVERAL

    @pytest.mark.parametrize(
        ("owners_of_kpi", "reason"),
        [("", OwnershipReason.NOBODY), (", owners: [clerk]", OwnershipReason.VACANT_ROLE)],
    )
    def test_a_vacant_role_is_told_of_who_is_answerable(
        self, owners_of_kpi: str, reason: OwnershipReason
    ) -> None:
        view = claimed("role: [{id: clerk}]\n" + ladder(kpi="objectives: [fast]" + owners_of_kpi))
        assert missing(view, "kpi:speed", "answerable", of_speed(view)) is reason

    @pytest.mark.parametrize(
        ("duties", "relation", "reason"),
        [
            ("kpi-tree", "accountable_kpi_tree", OwnershipReason.VACANT_ROLE),
            ("kpi-tree", "accountable_reporting", OwnershipReason.NOBODY),
            ("kpi-tree", "accountable_chain_duties", OwnershipReason.VACANT_ROLE),
        ],
    )
    def test_a_vacant_role_is_told_of_the_duty_that_it_is_accountable_for(
        self, duties: str, relation: str, reason: OwnershipReason
    ) -> None:
        nodes = f"""\
        role: [{{id: clerk}}]
        chain: [{{id: permits}}]
        assignment: [{{id: a, chains: [permits], duties: [{duties}], accountable: [clerk]}}]
        """
        assert missing(claimed(nodes), "chain:permits", relation, Members()) is reason


TEAM = """\
person: [{{id: jan, {jan}}}]
role: [{{id: secretary, {role}}}]
body: [{{id: board, {body}}}]
unit: [{{id: desk, {unit}}}]
"""


def team(jan: str = "name: x", role: str = "name: x", body: str = "name: x", unit: str = "name: x") -> str:
    return TEAM.format(jan=jan, role=role, body=body, unit=unit)


class TestWhatAPersonIs:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (team(), (False, False)),
            (team("management_team: true"), (True, True)),
            (team("management_team: {value: true, basis: belief}"), (True, None)),
            (team(body="management_team: true, members: [jan]"), (True, True)),
            (team(body="management_team: true, members: [{to: jan, basis: belief}]"), (True, None)),
            (team(body="management_team: {value: true, basis: trust}, members: [jan]"), (True, None)),
            (team(body="members: [jan]"), (False, False)),
            (team(role="holders: [jan]", body="management_team: true, members: [secretary]"), (True, True)),
            (
                team(
                    role="holders: [{to: jan, basis: belief}]",
                    body="management_team: true, members: [secretary]",
                ),
                (True, None),
            ),
        ],
    )
    def test_in_the_management_team_in_person_or_by_a_body_or_a_role_in_it(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: in_management_team(view, "person:jan"), nodes) == found

    @pytest.mark.parametrize("part", ["body", "body.members", "body:board.members", "role.holders"])
    def test_bodies_or_roles_that_are_not_described_leave_it_open(self, part: str) -> None:
        view = claimed(team(), f'not_described: ["{part}"]')
        assert in_management_team(view, "person:jan") is None

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (team(), (False, False)),
            (team("top_management: true"), (True, True)),
            (team(body="top_management: true, members: [jan]"), (True, True)),
            (team(role="top_management: true, holders: [jan]"), (True, True)),
            (team(role="top_management: true, holders: [{to: jan, basis: belief}]"), (True, None)),
            (team(role="top_management: true"), (False, False)),
        ],
    )
    def test_in_top_management_in_person_or_by_a_body_or_role(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: in_top_management(view, "person:jan"), nodes) == found

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (team(), (False, False)),
            (team("leader: true"), (True, True)),
            (team("management_team: true"), (True, True)),
            (team("top_management: true"), (True, True)),
            (team(unit="head: [jan]"), (True, True)),
            (team(unit="head: [{to: jan, basis: belief}]"), (True, None)),
            (team(role="holders: [jan]", unit="head: [secretary]"), (True, True)),
        ],
    )
    def test_who_leads(self, nodes: str, found: tuple[Truth, Truth]) -> None:
        assert readings(lambda view: leads(view, "person:jan"), nodes) == found

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (team(role="holders: [jan]"), (False, False)),
            (team(unit="head: [secretary]"), (True, True)),
            (team("leader: true", role="holders: [jan]"), (True, True)),
            (team("leader: true", role="holders: [{to: jan, basis: belief}]"), (True, None)),
        ],
    )
    def test_a_role_leads_where_a_holder_does_or_it_heads_a_unit(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: role_leads(view, "role:secretary"), nodes) == found

    @pytest.mark.parametrize(
        ("by", "found"),
        [
            ("jan", (True, True)),
            ("piet", (False, False)),
            (JAN_BY_BELIEF, (True, None)),
            ("", (False, False)),
        ],
    )
    def test_told_by_a_leader(self, by: str, found: tuple[Truth, Truth]) -> None:
        nodes = (
            f"person: [{{id: jan, leader: true}}, {{id: piet}}]\ncommunication: [{{id: speech, by: [{by}]}}]"
        )
        assert readings(lambda view: by_leader(view, "communication:speech"), nodes) == found


class TestChains:
    @pytest.mark.parametrize(
        ("chain", "found"),
        [
            ("trigger: x", (True, True)),
            ("previous: true", (False, False)),
            ("planned: true", (False, False)),
            ("planned: {value: true, basis: belief}", (False, None)),
            ("planned: {value: false, basis: belief}", (True, None)),
        ],
    )
    def test_current_is_neither_previous_nor_planned(self, chain: str, found: tuple[Truth, Truth]) -> None:
        assert readings(lambda view: current(view, "chain:a"), f"chain: [{{id: a, {chain}}}]") == found

    def test_the_current_chains_that_a_person_owns_by_whichever_way(self) -> None:
        nodes = """\
        person: [{id: jan}]
        role: [{id: clerk, holders: [jan]}]
        body: [{id: board, members: [clerk]}]
        chain:
          - {id: own, owners: [jan]}
          - {id: by-role, owners: [clerk]}
          - {id: by-board, owners: [board]}
          - {id: old, owners: [jan], previous: true}
          - {id: believed, owners: [{to: jan, basis: belief}]}
          - {id: perhaps, owners: [jan], planned: {value: false, basis: belief}}
          - {id: nobodys}
        """
        assert both_told(lambda view: owned_chains(view, "person:jan"), nodes) == (
            "own by-role by-board believed perhaps",
            "own by-role by-board believed? perhaps?",
        )

    def test_a_chain_whose_owners_are_not_described_may_be_anybodys(self) -> None:
        view = claimed(permits(""), 'not_described: ["chain:permits.owners"]')
        assert told(owned_chains(view, "person:jan")) == "permits?"

    def test_chains_that_are_not_described_may_be_anybodys(self) -> None:
        """Nor is it known then whether a chain is in use: a flag that is left out is unknown."""
        view = claimed(permits("jan"), "not_described: [chain]")
        assert told(owned_chains(view, "person:jan")) == "permits? ..."
        assert told(owned_chains(view, "person:piet")) == "permits? ..."


class TestRolesOfTasks:
    def test_the_roles_that_are_accountable_are_told_apart_from_persons(self) -> None:
        nodes = """\
        person: [{id: jan}]
        role: [{id: clerk, holders: [jan]}, {id: judge}]
        task: [{id: sort, accountable: [jan, clerk, {to: judge, basis: belief}]}]
        """
        assert both_told(lambda view: accountable_roles(view, "task:sort"), nodes) == (
            "clerk judge",
            "clerk judge?",
        )
        assert told(people(claimed(nodes), "task:sort", "accountable")) == "jan"
