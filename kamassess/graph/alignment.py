"""
Alignment: from policy down to objective, KPI and chain, and up to strategy, mission and vision.
"""

from __future__ import annotations

from typing import Final

from kamassess.graph.chains import chains_through_tree, through_tree
from kamassess.graph.members import Members, Truth, both, collected, each, either, opposite, those
from kamassess.graph.reach import Reach, Relations, above, below, upward_relations
from kamassess.graph.view import View

# The objectives that a policy leads to, and the objectives that a KPI leads up to.
_OBJECTIVES: Final[Relations] = frozenset({("objective", "implements"), ("objective", "contributes_to")})
_MEASURED: Final[Relations] = frozenset({("kpi", "objectives"), ("objective", "contributes_to")})
_CONTRIBUTING: Final[Relations] = frozenset({("objective", "contributes_to")})


def reaches(view: View, key: str, kind: str) -> Truth:
    """
    Whether a path leads from a node up to one of a kind: vision, mission or strategy.

    Args:
        view: the graph under a reading.
        key: the node.
        kind: the kind above.

    Returns:
        True, false, or ``None`` where it is possible only.
    """

    def work_out() -> Reach:
        starts = each(view.all(kind))
        return below(view, starts, upward_relations(view.graph.vocabulary))

    return view.kept(("reaches", kind), work_out).of(key)


def objective_for_feedback(view: View, key: str) -> Truth:
    """Whether an objective makes a policy about feedback concrete, directly or through another."""

    def work_out() -> Reach:
        policies = each(view.all("policy"))
        return below(
            view,
            [(one, both(sure, is_feedback_policy(view, one))) for one, sure in policies],
            _OBJECTIVES,
        )

    return view.kept("objectives for feedback", work_out).of(key)


def is_feedback_policy(view: View, key: str) -> Truth:
    """Whether a policy is about customer feedback."""
    return view.is_word(key, "subject", "feedback")


def reaches_chain(view: View, key: str) -> Truth:
    """Whether a KPI of an objective, or of what contributes to it, measures a chain."""

    def work_out() -> Reach:
        kpis = each(view.all("kpi"))
        return above(
            view,
            [(one, both(sure, chains_through_tree(view, one).exist)) for one, sure in kpis],
            _MEASURED,
        )

    return view.kept("objectives of chains", work_out).of(key)


def measured(view: View, key: str) -> Truth:
    """Whether a KPI measures an objective, or what contributes to it."""

    def work_out() -> Reach:
        return above(view, each(view.all("kpi")), _MEASURED)

    return view.kept("measured objectives", work_out).of(key)


def traces_to_objective(view: View, key: str) -> Truth:
    """Whether a KPI, or one above it in its tree, measures an objective."""
    return through_tree(view, key, "objectives").exist


def kpis_below(view: View, key: str) -> Members:
    """The KPIs of the objectives that make a policy concrete, directly or through another."""
    objectives = below(view, [(key, True)], _OBJECTIVES).members(view.all("objective"))
    kpis = [view.members(one, "kpis") for one in objectives.certain]
    maybe = [view.members(one, "kpis") for one in objectives.possible]
    return collected(
        (one for it in kpis for one in it.certain),
        (one for it in (*kpis, *maybe) for one in it.named),
        objectives.open or any(it.open for it in (*kpis, *maybe)),
    )


# ------------------------------------------------------------------ the KAM system
def is_kam_policy(view: View, key: str) -> Truth:
    """Whether a policy is about KAM, or a policy of a management system."""
    return either(view.is_word(key, "subject", "kam"), view.members(key, "management_systems").exist)


def kam_policies(view: View) -> Members:
    """The policies about KAM, and those of management systems."""
    return view.kept("KAM policies", lambda: those(view.all("policy"), lambda one: is_kam_policy(view, one)))


def is_kam_objective(view: View, key: str) -> Truth:
    """Whether an objective is one of the KAM system, or makes a KAM policy concrete."""

    def work_out() -> Reach:
        return below(view, each(kam_policies(view)), _OBJECTIVES)

    return either(view.flag(key, "kam"), view.kept("objectives for KAM", work_out).of(key))


def objectives_of(view: View, key: str) -> Members:
    """The objectives of the KAM system, and those that make the policies of a management system concrete."""
    reached = below(view, each(view.members(key, "policies")), _OBJECTIVES)
    return those(view.all("objective"), lambda one: either(view.flag(one, "kam"), reached.of(one)))


def serves_the_whole(view: View, key: str) -> Truth:
    """Whether an objective contributes to one of the organisation that is none of the KAM system."""

    def is_of_the_whole(one: str) -> Truth:
        return both(opposite(is_kam_objective(view, one)), opposite(view.members(one, "units").exist))

    def work_out() -> Reach:
        objectives = each(view.all("objective"))
        starts = [(one, both(sure, is_of_the_whole(one))) for one, sure in objectives]
        return below(view, starts, _CONTRIBUTING)

    return view.kept("serve the whole", work_out).of(key)
