"""Cycles: where a relation comes back to where it began."""

from __future__ import annotations

import pytest

from kamassess.graph.cycles import going_round
from tests.graph.small import claimed, proven


def kpis(*links: str) -> str:
    """KPIs by their parents, as ``a>b`` for certain ones and ``a?b`` for believed ones."""
    nodes = []
    for link in links:
        key, sign, parent = link[0], link[1:2], link[2:]
        to = {"": "", ">": f", parent: {parent}", "?": f", parent: {{to: {parent}, basis: belief}}"}[sign]
        nodes.append(f"{{id: {key}{to}}}")
    return f"kpi: [{', '.join(nodes)}]"


@pytest.mark.parametrize(
    ("nodes", "found"),
    [
        (kpis("a", "b>a", "c>b"), ""),
        (kpis("a>b", "b>a", "c>b"), "ab"),
        (kpis("a>a", "b>a"), "a"),
        (kpis("a>b", "b>c", "c>a", "d>e", "e>d", "f"), "abcde"),
        (kpis("a"), ""),
    ],
)
def test_those_on_a_cycle_are_found_and_not_those_that_lead_to_one(nodes: str, found: str) -> None:
    assert going_round(claimed(nodes), "kpi", "parent", sure=True) == {f"kpi:{one}" for one in found}


def test_over_a_link_that_may_not_be_there_a_cycle_is_possible_only() -> None:
    view = proven(kpis("a>b", "b?a"))
    assert going_round(view, "kpi", "parent", sure=True) == frozenset()
    assert going_round(view, "kpi", "parent", sure=False) == {"kpi:a", "kpi:b"}
