"""
The coupling of the strategic PDCA cycle (doing the right things) to the operational one (doing things right).
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from kamassess.graph.alignment import measured, traces_to_objective
from kamassess.graph.members import Members, Truth, both, each, opposite, some, those, union
from kamassess.graph.view import View
from kamassess.showing.shown import Shown

STEPS: Final = ("plan", "do", "check", "act")


def coupled(view: View, key: str) -> Truth:
    """Whether a cycle is coupled, from either side, to one of the other sort."""
    others = union(view.members(key, "coupled_to"), view.members(key, "coupled_from"))
    return some(others, lambda other: _of_other_sorts(view, key, other))


def _of_other_sorts(view: View, one: str, other: str) -> Truth:
    sorts = view.value(one, "sort"), view.value(other, "sort")
    return None if None in sorts else sorts[0] != sorts[1]


@frozen
class Coupling(Shown):
    """
    How a strategic cycle and an operational one hang together.

    Args:
        couples: strategic and operational cycles that are coupled, certainly or possibly.
        objectives_without_kpi: strategic objectives that no KPI measures, nor what contributes to them.
        kpis_without_objective: KPIs that measure no objective, nor does a KPI above them.
        open_cycles: cycles that do not close, each with the steps of plan, do, check and act that miss.
    """

    couples: tuple[tuple[str, str, Truth], ...]
    objectives_without_kpi: Members
    kpis_without_objective: Members
    open_cycles: tuple[tuple[str, tuple[str, ...]], ...]


def coupling(view: View) -> Coupling:
    """
    How the strategic PDCA cycle and the operational one hang together, and where they do not.

    Args:
        view: the graph under a reading.

    Returns:
        The couples, and all that falls between them.
    """

    def falls_between(one: str) -> Truth:
        return both(view.is_word(one, "reach", "strategic"), opposite(measured(view, one)))

    cycles = view.all("pdca_cycle")
    return Coupling(
        tuple(_couples(view, cycles)),
        those(view.all("objective"), falls_between),
        those(view.all("kpi"), lambda one: opposite(traces_to_objective(view, one))),
        tuple((one, missing) for one in cycles.named if (missing := missing_steps(view, one))),
    )


def missing_steps(view: View, key: str) -> tuple[str, ...]:
    """The steps of plan, do, check and act that a cycle certainly does not have."""
    return tuple(step for step in STEPS if view.members(key, step).exist is False)


def _couples(view: View, cycles: Members) -> list[tuple[str, str, Truth]]:
    found: dict[tuple[str, str], Truth] = {}
    for one, sure in each(cycles):
        for other, linked in each(union(view.members(one, "coupled_to"), view.members(one, "coupled_from"))):
            truth = both(sure, linked, _of_other_sorts(view, one, other))
            if truth is not False:
                turned = view.value(other, "sort") == "strategic" or view.value(one, "sort") == "operational"
                couple = (other, one) if turned else (one, other)
                if couple[::-1] not in found:  # of neither is known which it is, and it was met before
                    found[couple] = truth
    return [(one, other, truth) for (one, other), truth in found.items()]
