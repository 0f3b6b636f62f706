"""
The feedback function: what is for feedback, who was involved, whether roles can do their tasks.
"""

from __future__ import annotations

from typing import Final

from kamassess.graph.alignment import is_feedback_policy, objective_for_feedback
from kamassess.graph.members import Members, Truth, both, each, either, some, those
from kamassess.graph.reach import Reach, Relations, below
from kamassess.graph.view import View

_DRIVING: Final[Relations] = frozenset({("kpi", "influences")})
_CONTRIBUTING: Final[Relations] = frozenset({("objective", "contributes_to")})


def kpi_for_feedback(view: View, key: str) -> Truth:
    """Whether a KPI is about handling feedback, or measures an objective for it."""
    measured = some(view.members(key, "objectives"), lambda one: objective_for_feedback(view, one))
    return either(view.flag(key, "feedback"), measured)


def measurement_for_feedback(view: View, key: str) -> Truth:
    """Whether a measurement is of a KPI about handling feedback."""
    return some(view.members(key, "kpi"), lambda kpi: kpi_for_feedback(view, kpi))


def involved_in_feedback_policy(view: View, key: str) -> Truth:
    """Whether a customer group was involved in drawing up a policy about feedback."""
    return some(view.members(key, "involved_in"), lambda policy: is_feedback_policy(view, policy))


# ---------------------------------------------------------------- tasks and forms
def feedback_tasks(view: View, key: str) -> Members:
    """The tasks of the feedback function in which a unit has a part, or that are about a form of feedback."""
    return those(view.members(key, "tasks"), lambda task: view.flag(task, "feedback"))


def authorities_suffice(view: View, key: str) -> Truth:
    """Whether each role that does a task holds every authority it needs; unknown while none are named."""
    needs, roles = view.members(key, "needs"), view.members(key, "carried_out_by")
    doing = [(one, sure) for one, sure in each(roles) if view.kind_of(one) == "role"]
    someone_does = any(sure for _, sure in doing)
    answers = [True if needs.certain and someone_does and not (needs.open or roles.open) else None]
    for role, sure in doing:
        held_by_role = view.members(role, "authorities")
        for need, asked in each(needs):
            has = held_by_role.has(need)
            answers.append(has if both(sure, asked) else either(has, None))
    return both(*answers)


def tasks_authorised(view: View) -> Truth:
    """Whether the roles that do tasks hold the authorities these need; unknown while none are named."""
    tasks = view.all("task")
    told = ((sure, authorities_suffice(view, one)) for one, sure in each(tasks))
    answers = [truth if sure else either(truth, None) for sure, truth in told]
    return both(True if tasks.certain and not tasks.open else None, *answers)


def aggregates_every_form(view: View, key: str) -> Truth:
    """Whether a report brings together every form of feedback there is; not, where there is none."""
    forms = view.all("feedback_form")
    together = view.members(key, "aggregates")
    answers = [together.has(one) if sure else either(together.has(one), None) for one, sure in each(forms)]
    return both(forms.exist, None if forms.open else True, *answers)


def drives_success(view: View, key: str) -> Truth:
    """Whether a KPI is, or drives, one of satisfaction that leads on to a strategic objective."""

    def leads_on(kpi: str) -> Truth:
        strategic = some(view.members(kpi, "objectives"), lambda one: _is_strategic(view, one))
        return both(view.is_word(kpi, "about", "satisfaction"), strategic)

    def work_out() -> Reach:
        kpis = each(view.all("kpi"))
        return below(view, [(one, both(sure, leads_on(one))) for one, sure in kpis], _DRIVING)

    return view.kept("drives success", work_out).of(key)


def _is_strategic(view: View, key: str) -> Truth:
    """Whether an objective is strategic, or contributes to one that is."""

    def work_out() -> Reach:
        objectives = each(view.all("objective"))
        strategic = ((one, both(sure, view.is_word(one, "reach", "strategic"))) for one, sure in objectives)
        return below(view, strategic, _CONTRIBUTING)

    return view.kept("strategic objectives", work_out).of(key)
