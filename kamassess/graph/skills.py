"""
Skills: what the steps of a team ask of it, and who can do that (Lahr).
"""

from __future__ import annotations

from kamassess.graph.members import Members, Truth, collected, each, opposite, some, those, union, with_facts
from kamassess.graph.view import View


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
    """The teams in which a step needs a skill, each with whether a plan says that the team learns it."""
    teams = those(view.all("team"), lambda team: needed_skills(view, team).has(skill))
    return with_facts(teams, lambda team: {"planned": _is_planned(view, team, skill)})


def _is_planned(view: View, team: str, skill: str) -> Truth:
    return some(view.members(team, "transfer_plans"), lambda plan: view.members(plan, "skills").has(skill))


def holders(view: View, skill: str) -> Members:
    """The persons who have a skill."""
    return union(view.members(skill, "held_by"))
