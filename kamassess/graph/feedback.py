"""
The feedback function: what is for feedback, who was told and involved, whether roles can do their tasks.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamassess.graph.alignment import is_feedback_policy, objective_for_feedback
from kamassess.graph.calendar import held
from kamassess.graph.chains import with_outer
from kamassess.graph.members import Members, Truth, both, collected, each, either
from kamassess.graph.view import View


def kpi_for_feedback(view: View, key: str) -> Truth:
    """Whether a KPI is about handling feedback, or measures an objective for it."""
    objectives = view.members(key, "objectives")
    measured = (both(sure, objective_for_feedback(view, one.focus)) for one, sure in each(objectives))
    return either(view.flag(key, "feedback"), None if objectives.open else False, *measured)


def measurement_for_feedback(view: View, key: str) -> Truth:
    """Whether a measurement is of a KPI about handling feedback."""
    kpis = view.members(key, "kpi")
    return either(
        None if kpis.open else False,
        *(both(sure, kpi_for_feedback(view, one.focus)) for one, sure in each(kpis)),
    )


def involved_in_feedback_policy(view: View, key: str) -> Truth:
    """Whether a customer group was involved in drawing up a policy about feedback."""
    policies = view.members(key, "involved_in")
    involved = (both(sure, is_feedback_policy(view, one.focus)) for one, sure in each(policies))
    return either(None if policies.open else False, *involved)


# ------------------------------------------------------------------- who was told
def told_feedback_policy(view: View, key: str) -> Truth:
    """Whether a unit, or one that holds it, was told of a policy about feedback by the day of the assessment."""
    policies = view.all("policy")
    answers = (both(is_feedback_policy(view, one.focus), _was_told(view, key, one.focus)) for one in policies.named)
    return either(None if policies.open else False, *answers)


def told_feedback_objectives(view: View, key: str) -> Truth:
    """Whether a unit, or one that holds it, was told of every objective for feedback; not, where there is none."""
    objectives = [(one.focus, objective_for_feedback(view, one.focus)) for one in view.all("objective").named]
    left_open = view.all("objective").open
    there = either(None if left_open else False, *(truth for _, truth in objectives))
    told = (
        either(None if truth is None else not truth, _was_told(view, key, objective))
        for objective, truth in objectives
    )
    return both(there, None if left_open else True, *told)


def _was_told(view: View, unit: str, about: str) -> Truth:
    """Whether a unit, or one that holds it, was told of something."""
    answers: list[Truth] = []
    communications = view.members(about, "told_in")
    places = dict(with_outer(view, unit))
    may_lie_higher = any(view.members(place, "part_of").open for place in places)
    for one, sure in each(communications):
        heard = view.members(one.focus, "to")
        reached = either(
            view.flag(one.focus, "to_all"),
            *(both(way, heard.has(place)) for place, way in places.items()),
            None if may_lie_higher and (heard.named or heard.open) else False,
        )
        answers.append(both(sure, held(view, one.focus), reached))
    return either(None if communications.open else False, *answers)


# ---------------------------------------------------------------- tasks and forms
def feedback_tasks(view: View, key: str) -> Members:
    """The tasks of the feedback function in which a unit has a part, or that are about a form of feedback."""
    tasks = view.members(key, "tasks")
    answers = [(one.focus, both(sure, view.flag(one.focus, "feedback"))) for one, sure in each(tasks)]
    return collected(
        (focus for focus, truth in answers if truth),
        (focus for focus, truth in answers if truth is None),
        tasks.open,
    )


def authorities_suffice(view: View, key: str) -> Truth:
    """Whether each role that does a task holds every authority that it needs; unknown while none are named."""
    needs, roles = view.members(key, "needs"), view.members(key, "carried_out_by")
    doing = [(one.focus, sure) for one, sure in each(roles) if view.kind_of(one.focus) == "role"]
    if needs.exist is not True or not doing:
        return None
    answers = [None if needs.open or roles.open else True]
    for role, sure in doing:
        held_by_role = view.members(role, "authorities")
        for need, asked in each(needs):
            has = held_by_role.has(need.focus)
            answers.append(has if both(sure, asked) else either(has, None))
    return both(*answers)


def tasks_authorised(view: View) -> Truth:
    """Whether the roles that do tasks hold the authorities that each task needs; unknown while none are named."""
    tasks = view.all("task")
    told = ((sure, authorities_suffice(view, one.focus)) for one, sure in each(tasks))
    answers = [truth if sure else either(truth, None) for sure, truth in told]
    return both(True if answers and not tasks.open else None, *answers)


def aggregates_every_form(view: View, key: str) -> Truth:
    """Whether a report brings together every form of feedback there is; not, where there is none."""
    forms = view.all("feedback_form")
    together = view.members(key, "aggregates")
    answers = [
        together.has(one.focus) if sure else either(together.has(one.focus), None)
        for one, sure in each(forms)
    ]
    return both(forms.exist, None if forms.open else True, *answers)


def drives_success(view: View, key: str) -> Truth:
    """Whether a KPI drives, through others, one of satisfaction that leads on to a strategic objective."""
    answers: list[Truth] = []
    for kpi, way in _driven(view, key):
        satisfied = view.is_word(kpi, "about", "satisfaction")
        objectives = view.members(kpi, "objectives")
        strategic = (both(sure, _is_strategic(view, one.focus)) for one, sure in each(objectives))
        answers.append(both(way, satisfied, either(None if objectives.open else False, *strategic)))
        answers.append(None if view.members(kpi, "influences").open else False)
    return either(*answers)


def _driven(view: View, key: str) -> Iterator[tuple[str, Truth]]:
    """A KPI and all that it drives, certain ways first."""
    found: dict[str, Truth] = {key: True}
    for sure in (True, False):
        waiting = list(found)
        while waiting:
            here = waiting.pop()
            influences = view.members(here, "influences")
            for one in influences.certain if sure else influences.named:
                if one.focus not in found:
                    found[one.focus] = True if sure else None
                    waiting.append(one.focus)
    yield from found.items()


def _is_strategic(view: View, key: str) -> Truth:
    """Whether an objective is strategic, or contributes to one that is."""
    answers: list[Truth] = []
    seen, waiting = {key: True}, [(key, True)]
    while waiting:
        here, way = waiting.pop()
        answers.append(both(way, view.is_word(here, "reach", "strategic")))
        contributions = view.members(here, "contributes_to")
        answers.append(None if contributions.open else False)
        for one, sure in each(contributions):
            if view.kind_of(one.focus) == "objective" and one.focus not in seen:
                seen[one.focus] = True
                waiting.append((one.focus, both(way, sure)))  # type: ignore[arg-type]
    return either(*answers)
