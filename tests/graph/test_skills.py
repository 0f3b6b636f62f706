"""Skills: what the steps of a team ask of it, and who can do that (Lahr)."""

from __future__ import annotations

import pytest

from kamassess.graph.members import Truth
from kamassess.graph.skills import Shortage, lacking_skills, needed_skills, needing_teams, shortages
from kamassess.graph.view import View
from tests.graph.small import both_told, claimed, proven, told

BELIEF = "basis: belief"
NORTH, PLANNING = "team:north", "skill:planning"

#  north: ann, carl      the step needs planning
NODES = """\
skill: [{{id: planning}}, {{id: welding}}]
person: [{{id: ann, {ann}}}, {{id: carl}}]
chain: [{{id: orders}}, {{id: old, previous: true}}]
team: [{{id: north, members: [{members}]}}, {{id: south}}]
step: [{{id: plan, {step}}}]
transfer_plan: [{{id: learning, {plan}}}]
"""


def team(
    step: str = "chain: orders, unit: north, skills: [planning]",
    members: str = "ann, carl",
    ann: str = "skills: [planning]",
    plan: str = "due: 2027-01-31",
) -> str:
    return NODES.format(step=step, members=members, ann=ann, plan=plan)


class TestNeeded:
    @pytest.mark.parametrize(
        ("step", "found"),
        [
            ("chain: orders, unit: north, skills: [planning]", ("planning", "planning")),
            ("chain: orders, unit: north, skills: [planning, welding]", ("planning welding",) * 2),
            ("unit: north, skills: [planning]", ("planning", "planning")),
            ("chain: old, unit: north, skills: [planning]", ("", "")),
            ("chain: orders, unit: south, skills: [planning]", ("", "")),
            ("chain: orders, unit: north", ("", "")),
            (f"chain: orders, unit: north, skills: [{{to: planning, {BELIEF}}}]", ("planning", "planning?")),
            (f"chain: orders, unit: {{to: north, {BELIEF}}}, skills: [planning]", ("planning", "planning?")),
            (f"chain: {{to: old, {BELIEF}}}, unit: north, skills: [planning]", ("", "planning?")),
            (f"chain: orders, unit: north, skills: [planning], {BELIEF}", ("planning", "planning?")),
        ],
    )
    def test_a_team_needs_the_skills_of_its_steps_but_for_those_of_a_chain_as_it_was(
        self, step: str, found: tuple[str, str]
    ) -> None:
        assert both_told(lambda view: needed_skills(view, NORTH), team(step)) == found

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("step", "planning? ..."),
            ("step.unit", "planning ..."),
            ("step.skills", "planning ..."),
            ("step.chain", "planning?"),
            ("chain.previous", "planning?"),
            ("person.skills", "planning"),
        ],
    )
    def test_steps_that_are_not_described_may_need_others(self, part: str, found: str) -> None:
        view = claimed(team(), f"not_described: [{part}]")
        assert told(needed_skills(view, NORTH)) == found


class TestLacking:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (team(), ("", "")),
            (team(members="carl"), ("planning", "planning")),
            (team(members=""), ("planning", "planning")),
            (team(ann="name: Ann"), ("planning", "planning")),
            (team("unit: north, skills: [planning, welding]"), ("welding", "welding")),
            (team("unit: south, skills: [planning]", members=""), ("", "")),
            (team(members="carl", plan="teams: [north], skills: [planning]"), ("planning", "planning")),
            (team(members=f"carl, {{to: ann, {BELIEF}}}"), ("", "planning?")),
            (team(ann=f"skills: [{{to: planning, {BELIEF}}}]"), ("", "planning?")),
            (team(f"unit: north, skills: [{{to: planning, {BELIEF}}}]", "carl"), ("planning", "planning?")),
        ],
    )
    def test_a_team_lacks_what_its_steps_need_and_no_member_has_be_there_a_plan_or_not(
        self, nodes: str, found: tuple[str, str]
    ) -> None:
        assert both_told(lambda view: lacking_skills(view, NORTH), nodes) == found

    @pytest.mark.parametrize("part", ["team.members", "person.skills", '"person:carl.skills"'])
    def test_a_member_that_is_not_described_may_have_it(self, part: str) -> None:
        view = claimed(team(members="carl"), f"not_described: [{part}]")
        assert told(lacking_skills(view, NORTH)) == "planning?"


def facts(view: View) -> dict[str, Truth]:
    """Of the team north: whether a member has the skill, and whether a plan says that the team learns it."""
    found = needing_teams(view, PLANNING).facts[NORTH]
    assert all(isinstance(truth, bool) for truth in found.values())
    return {name: bool(truth) for name, truth in found.items()}


class TestNeedingTeams:
    @pytest.mark.parametrize(
        ("step", "found"),
        [
            ("unit: north, skills: [planning]", ("north", "north")),
            ("unit: north, skills: [welding]", ("", "")),
            (f"unit: north, skills: [{{to: planning, {BELIEF}}}]", ("north", "north?")),
        ],
    )
    def test_the_teams_in_which_a_step_needs_it(self, step: str, found: tuple[str, str]) -> None:
        assert both_told(lambda view: needing_teams(view, PLANNING), team(step)) == found

    def test_a_team_whose_steps_are_not_described_may_need_it(self) -> None:
        view = claimed(team("unit: south, skills: [planning]"), 'not_described: ["step.skills"]')
        assert told(needing_teams(view, PLANNING)) == "south"
        view = claimed(team("unit: south, skills: [planning]"), "not_described: [step.unit]")
        assert told(needing_teams(view, PLANNING)) == "south north?"

    @pytest.mark.parametrize(
        ("nodes", "by_word", "for_sure"),
        [
            (team(), {"held_inside": True, "planned": False}, {"held_inside": True, "planned": False}),
            (team(members="carl"), {"held_inside": False, "planned": False}, {"held_inside": False, "planned": False}),
            (
                team(members="carl", plan="teams: [north], skills: [planning]"),
                {"held_inside": False, "planned": True},
                {"held_inside": False, "planned": True},
            ),
            (
                team(plan="teams: [south], skills: [planning]"),
                {"held_inside": True, "planned": False},
                {"held_inside": True, "planned": False},
            ),
            (
                team(plan="teams: [north], skills: [welding]"),
                {"held_inside": True, "planned": False},
                {"held_inside": True, "planned": False},
            ),
            (
                team(members=f"{{to: ann, {BELIEF}}}", plan=f"teams: [{{to: north, {BELIEF}}}], skills: [planning]"),
                {"held_inside": True, "planned": True},
                {},
            ),
        ],
    )  # fmt: skip
    def test_each_has_whether_a_member_has_it_and_whether_a_plan_says_that_it_learns_it(
        self, nodes: str, by_word: dict[str, Truth], for_sure: dict[str, Truth]
    ) -> None:
        assert facts(claimed(nodes)) == by_word
        assert facts(proven(nodes)) == for_sure


# ------------------------------------------------------------------ shortages
#  north: ann    south: bob    west: -      each plans its own work
THREE_TEAMS = """\
skill: [{{id: planning}}]
person: [{{id: ann, skills: [planning]}}, {{id: bob, {bob}}}, {{id: cas, {cas}}}]
team: [{{id: north, members: [ann]}}, {{id: south, members: [bob]}}, {{id: west, members: [cas]}}]
step:
  - {{id: s1, unit: north, skills: [planning]}}
  - {{id: s2, unit: south, skills: [planning]}}
  - {{id: s3, unit: west, skills: [{west}]}}
transfer_plan: [{{id: learning, {plan}}}]
"""


def three_teams(
    bob: str = "skills: [planning]",
    cas: str = "name: Cas",
    west: str = "planning",
    plan: str = "due: 2027-01-31",
) -> str:
    return THREE_TEAMS.format(bob=bob, cas=cas, west=west, plan=plan)


def short(view: View) -> str:
    """``ann bob < north south west``, with a ``?`` behind where it is not certain."""
    found = shortages(view)
    assert len(found) < 2
    return "".join(f"{told(one.holders)} < {told(one.teams)}{'' if one.certain else ' ?'}" for one in found)


TWO_PLANNERS = "ann bob < north south west"


class TestShortages:
    def test_two_planners_are_too_few_for_three_teams(self) -> None:
        (found,) = shortages(claimed(three_teams()))
        assert isinstance(found, Shortage)
        assert (found.skill, found.certain) == (PLANNING, True)
        assert (told(found.holders), told(found.teams)) == ("ann bob", "north south west")

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (three_teams(), (TWO_PLANNERS, TWO_PLANNERS)),
            (three_teams(cas="skills: [planning]"), ("", "")),
            (three_teams(west=""), ("", "")),
            (three_teams(bob="name: Bob", west=""), ("ann < north south",) * 2),
            (three_teams(plan="teams: [west], skills: [planning]"), ("", "")),
            (three_teams(plan="teams: [south], skills: [planning]"), (TWO_PLANNERS, TWO_PLANNERS)),
            ("skill: [{id: planning}]", ("", "")),
        ],
    )
    def test_fewer_people_than_teams_are_too_few_unless_one_that_lacks_it_learns_it_by_a_plan(
        self, nodes: str, found: tuple[str, str]
    ) -> None:
        assert (short(claimed(nodes)), short(proven(nodes))) == found

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (three_teams(cas=f"skills: [{{to: planning, {BELIEF}}}]"), ("", "ann bob cas? < north south west ?")),
            (three_teams(bob=f"skills: [{{to: planning, {BELIEF}}}]", west=""), ("", "ann bob? < north south ?")),
            (three_teams(west=f"{{to: planning, {BELIEF}}}"), (TWO_PLANNERS, "ann bob < north south west? ?")),
            (three_teams(plan=f"teams: [{{to: west, {BELIEF}}}], skills: [planning]"), ("", "ann bob < north south west? ?")),
            (three_teams(bob=f"skills: [{{to: planning, {BELIEF}}}]"), (TWO_PLANNERS, "ann bob? < north south west")),
            (three_teams().replace("skill: [{id: planning", f"skill: [{{id: planning, {BELIEF}"), (TWO_PLANNERS, "ann? bob? < north? south? west? ?")),
        ],
    )  # fmt: skip
    def test_what_is_told_by_belief_leaves_it_uncertain(self, nodes: str, found: tuple[str, str]) -> None:
        assert (short(claimed(nodes)), short(proven(nodes))) == found

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("person.skills", "ann bob ... < north south west ?"),
            ("person", "ann bob ... < north south west ?"),
            ("transfer_plan", "ann bob < north south west? ?"),
            ("transfer_plan.teams", "ann bob < north south west? ?"),
            ("team", "ann bob < north south west ..."),
            ("chain", TWO_PLANNERS),
        ],
    )
    def test_what_is_not_described_leaves_it_uncertain_unless_it_can_only_be_worse(
        self, part: str, found: str
    ) -> None:
        assert short(claimed(three_teams(), f"not_described: [{part}]")) == found

    def test_people_who_are_not_described_may_be_as_many_as_teams_that_are_not(self) -> None:
        assert short(claimed(three_teams(west=""), "not_described: [team]")) == "ann bob < north south ... ?"
