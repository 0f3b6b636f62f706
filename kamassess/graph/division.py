"""
The division of roles: what lies with nobody, what with two, and who and what stands outside it.
"""

from __future__ import annotations

from attrs import frozen

from kamassess.graph.feedback import feedback_tasks
from kamassess.graph.members import Members, Truth, both, opposite, those
from kamassess.graph.ownership import people
from kamassess.graph.view import View
from kamassess.showing.shown import Shown


@frozen
class Division(Shown):
    """
    Where the division of roles is not closed.

    Args:
        vacant_roles: roles that nobody holds.
        tasks_of_nobody: tasks for which no person is accountable, be it through a vacant role.
        tasks_of_several: tasks for which more than one is: a person, role or body counts once.
        units_outside: units with customer contact that have no part in a task of the feedback function.
        forms_outside: forms of feedback that no task of the feedback function is about.
    """

    vacant_roles: Members
    tasks_of_nobody: Members
    tasks_of_several: Members
    units_outside: Members
    forms_outside: Members


def division_of_roles(view: View) -> Division:
    """
    Where the division of roles is not closed and integral: all that has nobody, two, or no part in it.

    Several may carry out one task; who is *accountable* is one.

    Args:
        view: the graph under a reading.

    Returns:
        What falls outside it, certainly or possibly.

    Example:
        >>> from datetime import date
        >>> from kamassess.graph.building import build
        >>> from kamassess.model.organisation import Organisation
        >>> from kamassess.model.terms import Reading
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "role": [{"id": "officer"}], "task": [{"id": "answer", "accountable": ["officer"]}]}})
        >>> division = division_of_roles(View(build(organisation, date(2026, 11, 1)), Reading.CLAIMED))
        >>> division.vacant_roles.certain, division.tasks_of_nobody.certain
        (('role:officer',), ('task:answer',))
    """

    def outside(one: str) -> Truth:
        return opposite(feedback_tasks(view, one).exist)

    return Division(
        those(view.all("role"), lambda role: opposite(view.members(role, "holders").exist)),
        those(view.all("task"), lambda task: opposite(people(view, task, "accountable").exist)),
        those(view.all("task"), lambda task: _are_several(view.members(task, "accountable"))),
        those(view.all("unit"), lambda unit: both(view.flag(unit, "customer_contact"), outside(unit))),
        those(view.all("feedback_form"), outside),
    )


def _are_several(members: Members) -> Truth:
    if len(members.certain) > 1:
        return True
    return None if members.open or len(members.named) > 1 else False
