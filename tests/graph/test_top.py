"""What top management does in person, and what is left to a KAM manager alone."""

from __future__ import annotations

import pytest

from kamassess.graph.members import Truth
from kamassess.graph.top import (
    about_kam,
    assignment_by_kam_manager_alone,
    available_inside,
    by_kam_manager_alone,
    can_get_kam_policy,
    done_from_the_top,
    final_kam_managers,
    for_kam,
    from_the_top,
    is_kam_manager,
    leadership_acts,
    told_inside,
    told_kam_policy,
)
from kamassess.graph.view import View
from tests.graph.small import both_told, claimed, readings

BELIEF = "basis: belief"

#  ada: the board, and top management      bob: on the board as director
#  kim: KAM manager                        lou: KAM manager, and on the board
#  jan: anybody else
WHO = """\
person: [{id: ada, top_management: true}, {id: bob}, {id: kim}, {id: lou, top_management: true}, {id: jan}]
role:
  - {id: director, holders: [bob]}
  - {id: kam, kam_manager: true, holders: [kim]}
  - {id: double, kam_manager: true, holders: [lou]}
  - {id: unheld, kam_manager: true}
  - {id: clerk, holders: [jan]}
  - {id: coordinator, kam: true, holders: [jan]}
body:
  - {id: board, top_management: true, members: [ada, director]}
  - {id: group, members: [kim]}
"""
Found = tuple[Truth, Truth]


class TestKamManager:
    @pytest.mark.parametrize(
        ("person", "found"), [("kim", True), ("lou", True), ("jan", False), ("ada", False)]
    )
    def test_who_holds_a_role_of_kam_manager_is_one(self, person: str, found: bool) -> None:
        assert readings(lambda view: is_kam_manager(view, f"person:{person}"), WHO) == (found, found)

    @pytest.mark.parametrize(
        "nodes",
        [
            WHO.replace("holders: [kim]", f"holders: [{{to: kim, {BELIEF}}}]"),
            WHO.replace("{id: kam, kam_manager: true", f"{{id: kam, kam_manager: {{value: true, {BELIEF}}}"),
        ],
    )
    def test_by_belief_it_is_not_known_for_sure(self, nodes: str) -> None:
        assert readings(lambda view: is_kam_manager(view, "person:kim"), nodes) == (True, None)

    def test_holders_that_are_not_described_may_be_anybody(self) -> None:
        assert is_kam_manager(claimed(WHO, "not_described: [role.holders]"), "person:jan") is None


def speech(by: str) -> str:
    return WHO + f"communication: [{{id: speech, by: [{by}]}}]\n"


SPEECH = "communication:speech"


class TestWho:
    @pytest.mark.parametrize(
        ("by", "found"),
        [
            ("ada", (True, True)),
            ("board", (True, True)),
            ("director", (True, True)),
            ("bob", (True, True)),
            ("jan, ada", (True, True)),
            ("lou", (True, True)),
            ("kim", (False, False)),
            ("group", (False, False)),
            ("unheld", (False, False)),
            ("", (False, False)),
            (f"{{to: ada, {BELIEF}}}", (True, None)),
        ],
    )
    def test_from_the_top_is_what_somebody_in_top_management_did(self, by: str, found: Found) -> None:
        assert readings(lambda view: from_the_top("by")(view, SPEECH), speech(by)) == found

    @pytest.mark.parametrize(
        ("by", "found"),
        [
            ("kim", (True, True)),
            ("kam", (True, True)),
            ("kim, kam", (True, True)),
            ("unheld", (True, True)),
            ("kim, ada", (False, False)),
            ("kim, jan", (False, False)),
            ("lou", (False, False)),
            ("double", (False, False)),
            ("clerk", (False, False)),
            ("board", (False, False)),
            ("", (False, False)),
            (f"{{to: kim, {BELIEF}}}", (True, None)),
            (f"kim, {{to: ada, {BELIEF}}}", (False, None)),
        ],
    )
    def test_by_a_kam_manager_alone_is_what_nobody_else_did(self, by: str, found: Found) -> None:
        assert readings(lambda view: by_kam_manager_alone("by")(view, SPEECH), speech(by)) == found

    def test_who_is_not_described_may_be_at_the_top(self) -> None:
        view = claimed(speech("kim"), "not_described: [communication.by]")
        assert from_the_top("by")(view, SPEECH) is None
        assert by_kam_manager_alone("by")(view, SPEECH) is None

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            ("owners: [kim]", ("kim", "kim")),
            ("accountable_for_design: [kam]", ("kim", "kim")),
            ("accountable_for_operation: [kim]", ("kim", "kim")),
            ("accountable_for_operation: [board, kim], owners: [kam]", ("kim", "kim")),
            ("accountable_for_design: [group]", ("kim", "kim")),
            ("owners: [ada], accountable_for_design: [board]", ("", "")),
            ("owners: [lou, jan, unheld]", ("", "")),
            (f"owners: [{{to: kim, {BELIEF}}}]", ("kim", "kim?")),
        ],
    )
    def test_kam_managers_outside_top_management_who_are_finally_accountable(
        self, what: str, found: tuple[str, str]
    ) -> None:
        """Having tasks in a system, under whatever title, is something else."""
        nodes = (
            WHO
            + f"management_system: [{{id: kams, {what}}}]\nassignment: [{{id: tasks, management_systems: [kams], carries_out: [kim]}}]"
        )
        assert both_told(lambda view: final_kam_managers(view, "management_system:kams"), nodes) == found


def assignment(what: str) -> str:
    return WHO + f"management_system: [{{id: kams}}]\nassignment: [{{id: it, {what}}}]\n"


IT = "assignment:it"


class TestAssignments:
    @pytest.mark.parametrize(
        ("what", "found"),
        [
            ("management_systems: [kams]", (True, True)),
            ("roles: [kam]", (True, True)),
            ("roles: [coordinator]", (True, True)),
            ("roles: [clerk, coordinator]", (True, True)),
            ("roles: [clerk]", (False, False)),
            ("accountable: [kim]", (False, False)),
            (f"management_systems: [{{to: kams, {BELIEF}}}]", (True, None)),
            (f"roles: [{{to: kam, {BELIEF}}}]", (True, None)),
        ],
    )
    def test_one_is_for_kam_where_it_is_for_a_system_or_a_role_with_a_part_in_one(
        self, what: str, found: Found
    ) -> None:
        assert readings(lambda view: for_kam(view, IT), assignment(what)) == found

    @pytest.mark.parametrize("part", ["assignment.roles", "assignment.management_systems"])
    def test_what_it_is_for_may_not_be_described(self, part: str) -> None:
        assert for_kam(claimed(assignment("roles: [clerk]"), f"not_described: [{part}]"), IT) is None

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            ("assigned_by: [board], assigned_on: 2026-10-01", (True, True)),
            ("assigned_by: [ada], assigned_on: 2026-11-01", (True, True)),
            ("assigned_by: [ada], assigned_on: 2026-11-02", (False, False)),
            ("assigned_by: [kim], assigned_on: 2026-10-01", (False, False)),
            ("assigned_on: 2026-10-01", (False, False)),
            ("assigned_by: [ada]", (None, None)),
            ("assigned_by: [kim]", (False, False)),
            (f"assigned_by: [ada], assigned_on: {{value: 2026-10-01, {BELIEF}}}", (True, None)),
            (f"assigned_by: [{{to: ada, {BELIEF}}}], assigned_on: 2026-10-01", (True, None)),
            ("communicated_by: [ada], communicated_on: 2026-10-01", (False, False)),
        ],
    )
    def test_one_is_from_the_top_where_top_management_gave_it_by_the_day(
        self, what: str, found: Found
    ) -> None:
        done = done_from_the_top("assigned_by", "assigned_on")
        assert readings(lambda view: done(view, IT), assignment(what)) == found

    def test_telling_it_is_another_act(self) -> None:
        nodes = assignment(
            "assigned_by: [kim], assigned_on: 2026-10-01, communicated_by: [ada], communicated_on: 2026-10-02"
        )
        assert done_from_the_top("communicated_by", "communicated_on")(claimed(nodes), IT) is True

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            ("assigned_by: [kim], communicated_by: [ada]", (True, True)),
            ("assigned_by: [ada], communicated_by: [kam]", (True, True)),
            ("assigned_by: [ada], communicated_by: [board]", (False, False)),
            ("assigned_by: [ada, kim]", (False, False)),
            ("roles: [kam]", (False, False)),
            (f"assigned_by: [ada], communicated_by: [{{to: kim, {BELIEF}}}]", (True, None)),
        ],
    )
    def test_a_kam_manager_alone_gave_it_or_told_it(self, what: str, found: Found) -> None:
        assert readings(lambda view: assignment_by_kam_manager_alone(view, IT), assignment(what)) == found


ABOUT = """\
policy: [{{id: kams, subject: kam}}, {{id: green}}, {{id: open, subject: feedback}}]
management_system: [{{id: system, policies: [green]}}]
objective: [{{id: safe, kam: true}}, {{id: clean, implements: [green]}}, {{id: fast}}]
chain: [{{id: permits}}]
communication: [{{id: speech, {speech}}}]
"""


class TestAboutKam:
    @pytest.mark.parametrize(
        ("speech", "found"),
        [
            ("topics: [pdca]", (True, True)),
            ("topics: [risk-thinking]", (True, True)),
            ("topics: [kam-and-strategy]", (True, True)),
            ("topics: [feedback, satisfaction]", (False, False)),
            ('about: ["management_system:system"]', (True, True)),
            ('about: ["policy:kams"]', (True, True)),
            ('about: ["policy:green"]', (True, True)),
            ('about: ["objective:safe"]', (True, True)),
            ('about: ["objective:clean"]', (True, True)),
            ('about: ["policy:open", "objective:fast", "chain:permits"]', (False, False)),
            ('about: ["chain:permits", "policy:kams"]', (True, True)),
            ("on: 2026-10-01", (False, False)),
            (f"topics: [{{to: pdca, {BELIEF}}}]", (True, None)),
            (f'about: [{{to: "policy:kams", {BELIEF}}}]', (True, None)),
        ],
    )
    def test_a_communication_is_about_a_system_its_policy_objective_or_subject(
        self, speech: str, found: Found
    ) -> None:
        nodes = ABOUT.format(speech=speech)
        assert readings(lambda view: about_kam(view, SPEECH), nodes) == found

    @pytest.mark.parametrize("part", ["communication", "communication.about", "communication.topics"])
    def test_what_it_was_about_may_not_be_described(self, part: str) -> None:
        nodes = ABOUT.format(speech="topics: [feedback]")
        assert about_kam(claimed(nodes, f"not_described: [{part}]"), SPEECH) is None


ACTS = """\
management_system: [{{id: kams, policies: [safe]}}, {{id: other}}]
policy: [{{id: safe, {policy}}}, {{id: loose, adopted_by: [ada], adopted_on: 2026-01-01}}]
objective: [{{id: fewer, implements: [safe]}}, {{id: fast}}]
communication: [{{id: speech, {speech}}}]
document: [{{id: letter, {letter}}}]
review: [{{id: yearly, {review}}}]
assignment: [{{id: it, {assignment}}}]
"""
ON = "on: 2026-10-01"
BY = f"by: [ada], {ON}"


def acts(
    policy: str = "name: x",
    speech: str = "name: x",
    letter: str = "name: x",
    review: str = "name: x",
    assignment: str = "name: x",
) -> str:
    return WHO + ACTS.format(
        policy=policy, speech=speech, letter=letter, review=review, assignment=assignment
    )


def acts_for(nodes: str) -> tuple[str, str]:
    return both_told(lambda view: leadership_acts(view, "management_system:kams"), nodes)


class TestLeadershipActs:
    def test_top_management_speaks_writes_reviews_adopts_and_assigns(self) -> None:
        about = 'about: ["management_system:kams"]'
        nodes = acts(
            policy="adopted_by: [board], adopted_on: 2026-10-01",
            speech=f"{BY}, topics: [pdca]",
            letter=f"{BY}, {about}",
            review=f"{BY}, {about}",
            assignment="management_systems: [kams], assigned_by: [ada], assigned_on: 2026-10-01",
        )
        everything = "speech letter yearly safe it"
        assert acts_for(nodes) == (everything, everything)

    def test_nothing_is_no_act(self) -> None:
        assert acts_for(acts()) == ("", "")

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (acts(speech=f'{BY}, about: ["policy:safe"]'), ("speech", "speech")),
            (acts(speech=f'{BY}, about: ["objective:fewer"]'), ("speech", "speech")),
            (acts(speech=f'{BY}, about: ["management_system:other"]'), ("", "")),
            (acts(speech=f'{BY}, about: ["objective:fast", "policy:loose"]'), ("", "")),
            (acts(speech=f"{BY}, topics: [satisfaction]"), ("", "")),
            (acts(speech="by: [ada], on: 2026-11-02, topics: [pdca]"), ("", "")),
            (acts(speech=f"by: [kim], {ON}, topics: [pdca]"), ("", "")),
            (acts(speech="by: [ada], topics: [pdca]"), ("speech?", "speech?")),
            (acts(speech=f"by: [{{to: ada, {BELIEF}}}], {ON}, topics: [pdca]"), ("speech", "speech?")),
            (acts(letter=f"{BY}, topics: [risk-thinking]"), ("letter", "letter")),
            (acts(letter=f'by: [jan], {ON}, about: ["management_system:kams"]'), ("", "")),
            (acts(letter='by: [ada], on: 2026-11-02, about: ["management_system:kams"]'), ("", "")),
            (acts(review=f'{BY}, about: ["policy:safe"]'), ("yearly", "yearly")),
            (acts(review=f'{BY}, about: ["management_system:other"]'), ("", "")),
            (acts(review=f'by: [kim], {ON}, about: ["policy:safe"]'), ("", "")),
            (acts(review='by: [ada], on: 2026-11-02, about: ["policy:safe"]'), ("", "")),
            (acts(policy="adopted_by: [ada], adopted_on: 2026-11-01"), ("safe", "safe")),
            (acts(policy="adopted_by: [ada], adopted_on: 2026-11-02"), ("", "")),
            (acts(policy="adopted_by: [kim], adopted_on: 2026-10-01"), ("", "")),
            (acts(policy="adopted_by: [ada]"), ("safe?", "safe?")),
            (acts(assignment="management_systems: [other], assigned_by: [ada], assigned_on: 2026-10-01"), ("", "")),
            (acts(assignment="management_systems: [kams], assigned_by: [kim], assigned_on: 2026-10-01"), ("", "")),
            (acts(assignment="management_systems: [kams], assigned_by: [ada], assigned_on: 2026-11-02"), ("", "")),
        ],
    )  # fmt: skip
    def test_an_act_is_theirs_has_a_date_that_has_come_and_is_about_the_system(
        self, nodes: str, found: tuple[str, str]
    ) -> None:
        assert acts_for(nodes) == found

    def test_acts_that_are_not_described_may_be_there(self) -> None:
        view = claimed(acts(speech=f"{BY}, topics: [pdca]"), "not_described: [review]")
        found = leadership_acts(view, "management_system:kams")
        assert found.certain == (SPEECH,)
        assert found.open


# ------------------------------------------------------------------ who heard of it, who can get at it
#  town -> desk      works
UNITS = "unit: [{id: town}, {id: desk, part_of: town}, {id: works}]\n"
HEARD = """\
policy: [{{id: safe, subject: kam, documents: [{documents}]}}]
interested_party: [{{id: fire}}]
communication: [{{id: speech, {speech}}}, {{id: letter, {letter}}}]
document: [{{id: paper, {paper}}}, {{id: poster, {poster}}}]
"""
SAFE = 'about: ["policy:safe"]'


def heard(
    speech: str = "name: x",
    letter: str = "name: x",
    paper: str = "name: x",
    poster: str = "name: x",
    documents: str = "paper",
    units: str = UNITS,
) -> str:
    told = HEARD.format(speech=speech, letter=letter, paper=paper, poster=poster, documents=documents)
    return WHO + units + told


class TestToldInside:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (heard(f"{BY}, {SAFE}, to: [town, works]"), (True, True)),
            (heard(f"{BY}, {SAFE}, to: [town]", f"{BY}, {SAFE}, to: [works]"), (True, True)),
            (heard(f"{BY}, {SAFE}, to_all: true"), (True, True)),
            (heard(f"{BY}, {SAFE}, to_all: true", units=""), (True, True)),
            (heard(f"{BY}, {SAFE}, to: [town]"), (False, False)),
            (heard(f"{BY}, {SAFE}, to: [desk, works]"), (False, False)),
            (heard(f"{BY}, {SAFE}", units=""), (False, False)),
            (heard(f"{BY}, to_all: true"), (False, False)),
            (heard(f"by: [kim], {ON}, {SAFE}, to_all: true"), (False, False)),
            (heard(f"by: [ada], on: 2026-11-02, {SAFE}, to_all: true"), (False, False)),
            (heard(f"by: [ada], {SAFE}, to_all: true"), (None, None)),
            (heard(f"by: [kim], {ON}, {SAFE}, to: [town]", f"{BY}, {SAFE}, to: [works]"), (False, False)),
            (heard(f"{BY}, {SAFE}, to: [town, {{to: works, {BELIEF}}}]"), (True, None)),
            (heard(f"by: [{{to: ada, {BELIEF}}}], {ON}, {SAFE}, to_all: true"), (True, None)),
            (heard(f"{BY}, {SAFE}, to: [town, works]").replace("part_of: town", f"part_of: {{to: town, {BELIEF}}}"), (True, None)),
        ],
    )  # fmt: skip
    def test_top_management_told_each_unit_or_one_that_holds_it_of_a_policy(
        self, nodes: str, found: Found
    ) -> None:
        assert readings(lambda view: told_inside(view, "policy:safe"), nodes) == found

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("communication", None),
            ("communication.to", None),
            ("communication.about", None),
            ("unit.part_of", None),
            ("communication.topics", False),
        ],
    )
    def test_what_is_not_described_may_have_told_them(self, part: str, found: Truth) -> None:
        view = claimed(heard(f"{BY}, {SAFE}, to: [desk, works]"), f"not_described: [{part}]")
        assert told_inside(view, "policy:safe") is found

    def test_units_that_are_not_described_may_not_have_been_told(self) -> None:
        view = claimed(heard(f"{BY}, {SAFE}, to: [town, works]"), "not_described: [unit]")
        assert told_inside(view, "policy:safe") is None


class TestAvailableInside:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (heard(paper="available_to: [town, works]"), (True, True)),
            (heard(paper="available_to: [town]", poster="available_to: [works]", documents="paper, poster"), (True, True)),
            (heard(paper="to_all: true"), (True, True)),
            (heard(paper="to_all: true", units=""), (True, True)),
            (heard(paper="available_to: [town]"), (False, False)),
            (heard(paper="available_to: [desk, works]"), (False, False)),
            (heard(poster="to_all: true"), (False, False)),
            (heard(units=""), (False, False)),
            (heard(documents=""), (False, False)),
            (heard(paper=f"available_to: [town, {{to: works, {BELIEF}}}]"), (True, None)),
            (heard(paper="to_all: true", documents=f"{{to: paper, {BELIEF}}}"), (True, None)),
        ],
    )  # fmt: skip
    def test_each_unit_or_one_that_holds_it_can_get_at_a_document_that_states_a_policy(
        self, nodes: str, found: Found
    ) -> None:
        assert readings(lambda view: available_inside(view, "policy:safe"), nodes) == found

    @pytest.mark.parametrize(
        ("part", "found"),
        [("policy.documents", None), ("document.available_to", None), ("document.to_all", None), ("document.by", False)],
    )  # fmt: skip
    def test_what_is_not_described_may_be_available(self, part: str, found: Truth) -> None:
        view = claimed(heard(paper="available_to: [town]"), f"not_described: [{part}]")
        assert available_inside(view, "policy:safe") is found


def to_fire(view: View) -> Truth:
    return told_kam_policy(view, "interested_party:fire")


def for_fire(view: View) -> Truth:
    return can_get_kam_policy(view, "interested_party:fire")


SECOND = "{id: green, documents: [poster]}"


def two_policies(**told: str) -> str:
    """A second policy, which is one of a management system."""
    nodes = heard(**told).replace("policy: [", f"policy: [{SECOND}, ")
    return nodes + "management_system: [{id: kams, policies: [green]}]\n"


class TestInterestedParties:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (heard(f"{BY}, {SAFE}, to: [fire]"), (True, True)),
            (heard(f"{BY}, {SAFE}, to: [town]"), (False, False)),
            (heard(f"{BY}, {SAFE}, to_all: true"), (False, False)),
            (heard(f"by: [kim], {ON}, {SAFE}, to: [fire]"), (False, False)),
            (heard(f"by: [ada], on: 2026-11-02, {SAFE}, to: [fire]"), (False, False)),
            (heard(f"{BY}, {SAFE}, to: [{{to: fire, {BELIEF}}}]"), (True, None)),
            (two_policies(speech=f"{BY}, {SAFE}, to: [fire]"), (False, False)),
            (two_policies(speech=f"{BY}, {SAFE}, to: [fire]", letter=f'{BY}, about: ["policy:green"], to: [fire]'), (True, True)),
            (heard(f"{BY}, {SAFE}, to: [fire]").replace("subject: kam", "subject: feedback"), (False, False)),
            (heard(f"{BY}, {SAFE}, to: [fire]").replace("subject: kam", f"subject: {{value: kam, {BELIEF}}}"), (True, None)),
        ],
    )  # fmt: skip
    def test_top_management_told_a_party_of_each_kam_policy(self, nodes: str, found: Found) -> None:
        assert readings(to_fire, nodes) == found

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (heard(paper="available_to: [fire]"), (True, True)),
            (heard(paper="available_to: [town]"), (False, False)),
            (heard(paper="to_all: true"), (False, False)),
            (heard(poster="available_to: [fire]"), (False, False)),
            (heard(paper=f"available_to: [{{to: fire, {BELIEF}}}]"), (True, None)),
            (two_policies(paper="available_to: [fire]"), (False, False)),
            (two_policies(paper="available_to: [fire]", poster="available_to: [fire]"), (True, True)),
            (
                heard(paper="available_to: [fire]").replace("subject: kam", "subject: feedback"),
                (False, False),
            ),
        ],
    )
    def test_a_party_can_get_at_a_document_of_each_kam_policy(self, nodes: str, found: Found) -> None:
        assert readings(for_fire, nodes) == found

    def test_policies_or_messages_that_are_not_described_leave_it_open(self) -> None:
        nodes = heard(f"{BY}, {SAFE}, to: [fire]", paper="available_to: [fire]")
        for part, told, available in (
            ("policy", None, None),
            ("management_system.policies", True, True),
            ("communication.to", True, True),
        ):
            view = claimed(nodes, f"not_described: [{part}]")
            assert (to_fire(view), for_fire(view)) == (told, available)
        for part, told, available in (
            ("communication.to", None, False),
            ("document.available_to", False, None),
        ):
            view = claimed(heard(f"{BY}, {SAFE}"), f"not_described: [{part}]")
            assert (to_fire(view), for_fire(view)) == (told, available)
