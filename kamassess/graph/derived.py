"""
How each derived fact and relation of the vocabulary is worked out: one table, under the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from kamassess.graph import (
    alignment,
    calendar,
    chains,
    coupling,
    feedback,
    handovers,
    hearing,
    levels,
    ownership,
    promises,
    redesign,
    shares,
    skills,
    top,
)
from kamassess.graph.calendar import Interval
from kamassess.graph.members import Members, Truth
from kamassess.graph.view import View
from kamassess.model.vocabulary import DUTIES, duty_relation

Derived = bool | int | str | Decimal | Interval | None
"""A derived fact; ``None`` where it is not known."""

FactOf = Callable[[View, str], Derived]
RelationOf = Callable[[View, str], Members]
LinkFactOf = Callable[[View, str, str], Truth]


def _reaches(kind: str) -> FactOf:
    return lambda view, key: alignment.reaches(view, key, kind)


_ALIGNED: Final[Mapping[str, FactOf]] = {
    f"reaches_{kind}": _reaches(kind) for kind in ("vision", "mission", "strategy")
}
_DATED: Final[Mapping[str, FactOf]] = {"held": calendar.held, "days_ago": calendar.days_ago}

FACTS: Final[Mapping[tuple[str, str], FactOf]] = {
    ("mission", "reaches_vision"): _ALIGNED["reaches_vision"],
    ("initiative", "reaches_mission"): _ALIGNED["reaches_mission"],
    **{("strategy", name): _ALIGNED[name] for name in ("reaches_vision", "reaches_mission")},
    **{(kind, name): fact for kind in ("policy", "objective") for name, fact in _ALIGNED.items()},
    **{
        (kind, name): fact
        for kind in (
            "measurement",
            "decision",
            "review",
            "performance_conversation",
            "document",
            "communication",
        )
        for name, fact in _DATED.items()
    },
    ("review", "overdue"): calendar.overdue,
    ("performance_conversation", "days_to_next"): calendar.days_to_next,
    ("performance_conversation", "days_since_next"): calendar.days_since_next,
    ("measurement", "missed"): calendar.missed,
    ("measurement", "for_feedback"): feedback.measurement_for_feedback,
    ("objective", "for_feedback"): alignment.objective_for_feedback,
    ("objective", "reaches_chain"): alignment.reaches_chain,
    ("kpi", "for_feedback"): feedback.kpi_for_feedback,
    ("kpi", "drives_success"): feedback.drives_success,
    ("customer_group", "involved_in_feedback_policy"): feedback.involved_in_feedback_policy,
    ("chain", "current"): ownership.current,
    ("chain", "tree_cycle"): chains.tree_cycle,
    ("chain", "same_customers_as_outer"): chains.same_customers_as_outer,
    ("person", "leads"): ownership.leads,
    ("role", "leads"): ownership.role_leads,
    ("unit", "leads"): lambda view, key: view.flag(key, "management"),
    ("person", "in_management_team"): ownership.in_management_team,
    ("person", "in_top_management"): ownership.in_top_management,
    ("unit", "told_feedback_policy"): hearing.told_feedback_policy,
    ("unit", "told_feedback_objectives"): hearing.told_feedback_objectives,
    ("task", "authorities_suffice"): feedback.authorities_suffice,
    ("document", "by_leader"): ownership.by_leader,
    ("communication", "by_leader"): ownership.by_leader,
    ("report", "aggregates_every_form"): feedback.aggregates_every_form,
    ("policy", "for_kam"): alignment.is_kam_policy,
    ("objective", "for_kam"): alignment.is_kam_objective,
    ("objective", "serves_the_whole"): alignment.serves_the_whole,
    ("objective", "measured"): alignment.measured,
    ("kpi", "traces_to_objective"): alignment.traces_to_objective,
    ("kpi", "days_measured"): calendar.days_measured,
    ("pdca_cycle", "coupled"): coupling.coupled,
    ("pdca_cycle", "owned_by_kam_manager_alone"): top.by_kam_manager_alone("owners"),
    ("person", "is_kam_manager"): top.is_kam_manager,
    **{
        (kind, "by_top_management"): top.from_the_top("by")
        for kind in ("communication", "document", "review")
    },
    ("communication", "about_kam"): top.about_kam,
    ("communication", "by_kam_manager_alone"): top.by_kam_manager_alone("by"),
    ("policy", "adopted_by_top_management"): top.from_the_top("adopted_by"),
    ("policy", "adopted_by_kam_manager_alone"): top.by_kam_manager_alone("adopted_by"),
    ("policy", "told_inside"): top.told_inside,
    ("policy", "available_inside"): top.available_inside,
    ("interested_party", "told_kam_policy"): top.told_kam_policy,
    ("interested_party", "can_get_kam_policy"): top.can_get_kam_policy,
    ("assignment", "for_kam"): top.for_kam,
    ("assignment", "assigned_from_the_top"): top.done_from_the_top("assigned_by", "assigned_on"),
    ("assignment", "told_from_the_top"): top.done_from_the_top("communicated_by", "communicated_on"),
    ("assignment", "by_kam_manager_alone"): top.assignment_by_kam_manager_alone,
    ("chain", "handovers"): handovers.total_of,
    ("chain", "external_handovers"): handovers.external_of,
    ("chain", "internal_handovers"): handovers.internal_of,
    ("chain", "performers_known"): handovers.performers_known,
    ("initiative", "hard"): levels.is_hard,
    ("initiative", "ended"): levels.ended,
    ("initiative", "lifted"): levels.lifted,
    ("initiative", "trains"): levels.trains,
    **{("initiative", what): levels.spent(what) for what in ("money", "hours")},
    **{
        ("initiative", f"with_values_of_{whom}"): levels.with_values_of(whom)
        for whom in ("management", "employees")
    },
    **{
        ("initiative", f"{what}_{when}"): handovers.around_redesign(when, part)
        for what, part in (("handovers", "total"), ("external", "external"))
        for when in ("before", "after")
    },
    **{
        ("initiative", f"measured_{about}"): redesign.measured_around(about)
        for about in ("quality", "flexibility", "speed")
    },
    ("initiative", "boundaries_first"): handovers.boundaries_first,
    ("intervention", "judged"): levels.is_judged,
    ("intervention", "above_worked"): levels.above_worked,
    ("intervention", "next_above_worked"): levels.next_above_worked,
    ("symptom", "first_answer"): levels.first_answer,
    ("symptom", "first_answer_hard"): levels.first_answer_hard,
    ("promise", "contracted"): promises.contracted,
    ("promise", "secured"): promises.secured,
    ("promise", "fell_due"): promises.fell_due,
    ("promise", "kept_in_time"): promises.kept_in_time,
    ("promise", "outcome"): promises.outcome,
    ("promise", "to_customer"): promises.to_customer,
    ("promise", "to_colleague"): promises.to_colleague,
}
"""Derived facts by kind and name."""

ORGANISATION_FACTS: Final[Mapping[str, Callable[[View], Derived]]] = {
    "silo_share": shares.silo_share,
    "steering_quality_share": shares.steering_quality_share,
    "told_feedback_share": shares.told_feedback_share,
    "tasks_authorised": feedback.tasks_authorised,
    "people_money_share": levels.people_share("money"),
    "people_hours_share": levels.people_share("hours"),
    "levels_worked": levels.levels_worked,
    "kept_to_customers_share": promises.kept_to_customers,
    "kept_to_colleagues_share": promises.kept_to_colleagues,
}
"""Derived facts of the organisation as a whole."""

RELATIONS: Final[Mapping[tuple[str, str], RelationOf]] = {
    **{(kind, "answerable"): ownership.answerable for kind in ("strategy", "policy", "objective", "kpi")},
    **{("chain", duty_relation(duty)): chains.accountable_for(duty) for duty, _, _ in DUTIES},
    ("chain", "accountable_chain_duties"): chains.accountable_for_any,
    ("chain", "step_units"): chains.step_units,
    ("chain", "tree"): chains.tree,
    ("chain", "tree_roots"): chains.tree_roots,
    ("chain", "tree_leaves"): chains.tree_leaves,
    ("chain", "alike_chains"): chains.alike_chains,
    ("kpi", "chains_through_tree"): chains.chains_through_tree,
    ("person", "owned_chains"): ownership.owned_chains,
    ("unit", "feedback_tasks"): feedback.feedback_tasks,
    ("feedback_form", "feedback_tasks"): feedback.feedback_tasks,
    ("task", "accountable_roles"): ownership.accountable_roles,
    ("management_system", "objectives"): alignment.objectives_of,
    ("management_system", "final_kam_managers"): top.final_kam_managers,
    ("management_system", "leadership_acts"): top.leadership_acts,
    ("policy", "kpis_below"): alignment.kpis_below,
    ("team", "needed_skills"): skills.needed_skills,
    ("team", "lacking_skills"): skills.lacking_skills,
    ("skill", "needing_teams"): skills.needing_teams,
}
"""Derived relations by kind and name."""

_EXPECTATION: Final[Mapping[str, LinkFactOf]] = {
    "expectation_stated": chains.expectation_stated,
    "expectation_measured": chains.expectation_measured,
}

LINK_FACTS: Final[Mapping[tuple[str, str], Mapping[str, LinkFactOf]]] = {
    ("chain", "owners"): {"responsible_in_chain": chains.responsible_in_chain},
    ("chain", "experts"): {"consulted_on_set_up": chains.consulted_on_set_up},
    ("chain", "customers"): _EXPECTATION,
    ("chain", "stakeholders"): _EXPECTATION,
    ("chain", "started_by"): {"served": chains.served},
    ("chain", "received_by"): {"served": chains.served},
}
"""Facts of the members of written relations, by kind and relation."""
