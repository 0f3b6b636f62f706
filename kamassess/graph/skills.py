"""
Skills: what the steps of a team ask of it, and who can do that (Lahr).
"""

from __future__ import annotations

from attrs import frozen

from kamassess.graph.members import (
    Members,
    Truth,
    both,
    collected,
    each,
    either,
    opposite,
    some,
    those,
    with_facts,
)
from kamassess.graph.view import View
from kamassess.showing.shown import Listing, Shown


def needed_skills(view: View, team: str) -> Members:
    """The skills that the steps done in a team need; steps of a chain as it was are passed over."""

    def work_out() -> Members:
        steps = those(view.members(team, "steps"), lambda step: opposite(_is_past(view, step)))
        needed = [(view.members(step, "skills"), sure) for step, sure in each(steps)]
        return collected(
            (one for members, sure in needed if sure for one in members.certain),
            (one for members, _ in needed for one in members.named),
            steps.open or any(members.open for members, _ in needed),
        )

    return view.kept((team, "needed skills"), work_out)


def _is_past(view: View, step: str) -> Truth:
    return some(view.members(step, "chain"), lambda chain: view.flag(chain, "previous"))


def lacking_skills(view: View, team: str) -> Members:
    """The skills that the steps done in a team need and none of its members has."""
    return those(needed_skills(view, team), lambda skill: opposite(_can(view, team, skill)))


def _can(view: View, team: str, skill: str) -> Truth:
    return some(view.members(team, "members"), lambda person: view.members(person, "skills").has(skill))


def needing_teams(view: View, skill: str) -> Members:
    """The teams in which a step needs a skill, each with whether a member has it, and a plan to learn it."""
    return with_facts(
        _needing(view, skill),
        lambda team: {"planned": _is_planned(view, team, skill), "held_inside": _can(view, team, skill)},
    )


def _needing(view: View, skill: str) -> Members:
    return those(view.all("team"), lambda team: needed_skills(view, team).has(skill))


def _is_planned(view: View, team: str, skill: str) -> Truth:
    return some(view.members(team, "transfer_plans"), lambda plan: view.members(plan, "skills").has(skill))


@frozen
class Shortage(Shown):
    """
    A skill that fewer people have than teams that need it.

    Args:
        skill: the skill.
        holders: who has it.
        teams: the teams in which a step needs it; one that lacks it and by a plan learns it is not there.
        certain: whether it is certain that there are fewer.
    """

    skill: str
    holders: Members
    teams: Members
    certain: bool


def shortages(view: View) -> Listing[Shortage]:
    """
    Skills that fewer people have than teams that need them, as two planners for three teams (Lahr).

    A team that lacks the skill, and by a knowledge-transfer plan learns it, is not counted.

    Args:
        view: the graph under a reading.

    Returns:
        The skills of which that is so, certainly or possibly.
    """
    found = (_shortage(view, skill, there) for skill, there in each(view.all("skill")))
    return Listing(one for one in found if one is not None)


def _shortage(view: View, skill: str, there: Truth) -> Shortage | None:
    people = view.members(skill, "held_by")
    teams = those(
        _needing(view, skill),
        lambda team: either(_can(view, team, skill), opposite(_is_planned(view, team, skill))),
    )
    is_short = both(there, _fewer(people, teams))
    return None if is_short is False else Shortage(skill, people, teams, is_short is True)


def _fewer(people: Members, teams: Members) -> Truth:
    """Whether there are fewer people than teams."""
    if not people.open and len(people.named) < len(teams.certain):
        return True
    return None if teams.open or len(people.certain) < len(teams.named) else False
