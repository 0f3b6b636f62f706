"""
How each derived fact and relation of the vocabulary is worked out: one table, under the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from kamassess.graph import alignment, calendar, chains, feedback, hearing, ownership, shares
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
}
"""Derived facts by kind and name."""

ORGANISATION_FACTS: Final[Mapping[str, Callable[[View], Derived]]] = {
    "silo_share": shares.silo_share,
    "steering_quality_share": shares.steering_quality_share,
    "told_feedback_share": shares.told_feedback_share,
    "tasks_authorised": feedback.tasks_authorised,
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
