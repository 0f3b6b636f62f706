"""A small norm with every shape of rule, for the laws: asked, from the graph, both, closed, gated, graded."""

from __future__ import annotations

from functools import cache
from typing import Any

from kamassess.checklist.compiled import Compiled
from kamassess.checklist.compiling import compile_checklists
from kamassess.checklist.reading import checklist_from_data
from kamassess.checklist.requirement import Checklist

Data = dict[str, Any]


def checkpoint(id: str, **rest: Any) -> Data:
    """A checkpoint with what every checkpoint has, where it is not given."""
    if rest.get("each"):
        rest.setdefault("if_none", "not-applicable")
    return {"id": id, "role": "requirement", "title": id, **rest}


NORM: Data = {
    "id": "norm",
    "version": "1.0.0",
    "title": "A small norm",
    "source": {"title": "None"},
    "parameters": {"few": {"type": "int", "default": 1, "title": "Few"}},
    "requirements": [
        {
            "id": "owning",
            "title": "Owning",
            "systemic": {"minors": 2},
            "checkpoints": [
                checkpoint(
                    "N-1",
                    each="chain",
                    if_none="nonconformity",
                    holds="owners.size() == 1",
                    grade="major",
                    finding_kind="missing-ownership",
                ),
                checkpoint(
                    "N-2",
                    each="chain",
                    applies="owners.size() > 0",
                    holds="owners.all(p, p.in_management_team || p.leads)",
                ),
                checkpoint(
                    "N-3",
                    each="chain",
                    holds="owners.exists(p, p.responsible_in_chain) || all_embracing",
                    weight=2,
                ),
                checkpoint("N-4", each="policy", holds="answerable.size() <= few", finding_kind="missing-ownership"),
                checkpoint("N-5", each="person", holds="direct_reports.size() < 2"),
            ],
        },
        {
            "id": "asking",
            "title": "Asking",
            "weight": 2,
            "checkpoints": [
                checkpoint("N-6", ask="Is it so?", grade="major"),
                checkpoint("N-7", ask="How far is it so?", scale="yes-partly-no", holds="chains.size() > 0"),
                checkpoint("N-8", each="chain", ask="How far?", scale="level-0-5", applies="!planned"),
                checkpoint("N-9", role="closed-sign", shows=["N-7"], ask="Does it show?"),
                checkpoint("N-10", each="kpi", ask="Is it?", holds="chains.size() == 1 && has(kpi.about)"),
                checkpoint("N-11", role="sign", shows=["N-6"], ask="Does it show?", scale="percentage"),
            ],
        },
        {
            "id": "linking",
            "title": "Linking",
            "gate": {"checkpoint": "N-6", "caps": 0.5},
            "checkpoints": [
                checkpoint("N-12", holds="chains.exists_one(c, c.kpis.exists(k, k.steering && k.about != 'cost'))"),
                checkpoint("N-13", holds="organisation.silo_share <= 0.5"),
                checkpoint(
                    "N-14",
                    each="objective",
                    if_none="nonconformity",
                    holds="reaches_strategy || reaches_mission || contributions.filter(o, o.kam).size() >= few",
                ),
                checkpoint("N-15", each="unit", applies="customer_contact", holds="told_feedback_policy"),
                checkpoint("N-16", role="advice", each="chain", holds="alike_chains.size() == 0"),
                checkpoint("N-17", each="kpi", weight=0, holds="parent.about == about || !(parent.size() > 0)"),
                checkpoint("N-18", role="rule", each="report", holds="aggregates_every_form || on < '2026-11-01'"),
                checkpoint("N-19", role="definition", each="review", holds="held && !overdue"),
            ],
        },
    ],
}  # fmt: skip

#: The checkpoints of which somebody is asked: their focus, and some answers of their scale.
ASKED: dict[str, tuple[str, tuple[str, ...]]] = {
    "N-6": ("organisation", ("yes", "no")),
    "N-7": ("organisation", ("yes", "partly", "no")),
    "N-8": ("chain", ("0", "2", "3", "5")),
    "N-9": ("organisation", ("yes", "no")),
    "N-10": ("kpi", ("yes", "no")),
    "N-11": ("organisation", ("0", "50", "100")),
}


@cache
def norm() -> Checklist:
    return checklist_from_data(NORM)


@cache
def compiled() -> Compiled:
    return compile_checklists([norm()])
