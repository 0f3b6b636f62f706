"""
A chart as JSON, and read back: what pictures show of a graph, as part of a saved assessment.
"""

from __future__ import annotations

from typing import Any, Final

from kamassess.graph.calendar import Interval
from kamassess.graph.chart import (
    Answering,
    Chart,
    Course,
    Duties,
    Handover,
    Several,
    Step,
    ThreadLink,
    ThreadNode,
)
from kamassess.graph.levels import Effort
from kamassess.graph.thread import RUNGS
from kamassess.model.terms import Level
from kamassess.model.vocabulary import DUTIES
from kamassess.report.numbers import plain_number
from kamassess.report.saved import SavedReader, is_null
from kamassess.source import Node
from kamassess.source.tree import quote

_DUTIES: Final = tuple(duty for duty, _, _ in DUTIES)


def chart_data(chart: Chart) -> dict[str, Any]:
    """
    A chart as what JSON has.

    Args:
        chart: the chart.

    Returns:
        Dictionaries, lists, texts, numbers, flags and ``None``.
    """
    return {
        "nodes": [
            {
                "focus": one.focus,
                "proven": one.proven,
                "breaks": {"up": one.breaks_up, "down": one.breaks_down},
            }
            for one in chart.nodes
        ],
        "links": [{"above": one.above, "below": one.below, "proven": one.proven} for one in chart.links],
        "duties": [_duties(one) for one in chart.duties],
        "effort": [_effort(one) for one in chart.effort],
        "courses": [_course(one) for one in chart.courses],
    }


def _several(one: Several) -> dict[str, Any]:
    return {"proven": list(one.proven), "claimed": list(one.claimed), "open": one.open}


def _duties(one: Duties) -> dict[str, Any]:
    return {
        "chain": one.chain,
        "owners": _several(one.owners),
        "answering": [
            {
                "duty": it.duty,
                "accountable": _several(it.accountable),
                "carries_out": _several(it.carries_out),
                "consulted": _several(it.consulted),
            }
            for it in one.answering
        ],
    }


def _effort(one: Effort) -> dict[str, Any]:
    return {
        "initiative": one.initiative,
        "level": None if one.level is None else str(one.level),
        "money": None if one.money is None else plain_number(one.money),
        "hours": None if one.hours is None else plain_number(one.hours),
        "hard": one.hard,
    }


def _course(one: Course) -> dict[str, Any]:
    total = one.total
    return {
        "chain": one.chain,
        "steps": [
            {"focus": it.focus, "performers": _several(it.performers), "units": _several(it.units)}
            for it in one.steps
        ],
        "handovers": [str(it) for it in one.handovers],
        "total": None if total is None else [total.low, total.high],
    }


class ChartReader(SavedReader):
    """Reads a chart of a saved assessment."""

    def chart(self, tree: Node | None) -> Chart:
        """The chart, equal to the one that was written."""
        found = self.fields(tree, "the chart")
        nodes = tuple(self._node(one) for one in self.listed(found, "nodes"))
        there = {one.focus for one in nodes}
        return Chart(
            nodes,
            tuple(self._link(one, there) for one in self.listed(found, "links")),
            tuple(self._duties(one) for one in self.listed(found, "duties")),
            tuple(self._effort(one) for one in self.listed(found, "effort")),
            tuple(self._course(one) for one in self.listed(found, "courses")),
        )

    def _node(self, tree: Node) -> ThreadNode:
        found = self.fields(tree, "a node of the thread")
        focus = self.text(found.get("focus")) or ""
        if "focus" in found and focus.partition(":")[0] not in RUNGS:
            self.wrong(found["focus"], f"{quote(focus)} is no part of the golden thread")
        breaks = self.fields(found.get("breaks"), "breaks")
        return ThreadNode(
            focus,
            bool(self.flag(found.get("proven"))),
            self.flag(breaks.get("up")),
            self.flag(breaks.get("down")),
        )

    def _link(self, tree: Node, there: set[str]) -> ThreadLink:
        found = self.fields(tree, "a link of the thread")
        above, below = (self.text(found.get(end)) or "" for end in ("above", "below"))
        for end, focus in (("above", above), ("below", below)):
            if end in found and focus not in there:
                self.wrong(found[end], f"{quote(focus)} is not among the nodes of the thread")
        return ThreadLink(above, below, bool(self.flag(found.get("proven"))))

    def _several(self, tree: Node | None) -> Several:
        found = self.fields(tree, "nodes at a place")
        return Several(
            self.texts(found, "proven"), self.texts(found, "claimed"), bool(self.flag(found.get("open")))
        )

    def _duties(self, tree: Node) -> Duties:
        found = self.fields(tree, "the duties of a chain")
        return Duties(
            self.text(found.get("chain")) or "",
            self._several(found.get("owners")),
            tuple(self._answering(one) for one in self.listed(found, "answering")),
        )

    def _answering(self, tree: Node) -> Answering:
        found = self.fields(tree, "who answers for a duty")
        return Answering(
            self.word(found.get("duty"), _DUTIES) or "",
            self._several(found.get("accountable")),
            self._several(found.get("carries_out")),
            self._several(found.get("consulted")),
        )

    def _effort(self, tree: Node) -> Effort:
        found = self.fields(tree, "effort")
        return Effort(
            self.text(found.get("initiative")) or "",
            self.worded(found.get("level"), Level),
            self.decimal(found.get("money"), least=0),
            self.decimal(found.get("hours"), least=0),
            self.flag(found.get("hard")),
        )

    def _course(self, tree: Node) -> Course:
        found = self.fields(tree, "a course")
        steps = tuple(self._step(one) for one in self.listed(found, "steps"))
        between = self.listed(found, "handovers")
        if len(between) != max(0, len(steps) - 1):
            self.wrong(tree, f"between {len(steps)} steps there are {max(0, len(steps) - 1)} handovers")
        return Course(
            self.text(found.get("chain")) or "",
            steps,
            tuple(self.worded(one, Handover) or Handover.UNKNOWN for one in between),
            self._total(found.get("total")),
        )

    def _step(self, tree: Node) -> Step:
        found = self.fields(tree, "a step")
        return Step(
            self.text(found.get("focus")) or "",
            self._several(found.get("performers")),
            self._several(found.get("units")),
        )

    def _total(self, tree: Node | None) -> Interval | None:
        if tree is None:
            return None
        ends = self.items(tree, "total")
        if len(ends) != 2:
            self.wrong(tree, "a total has a low end and a high end, which may be null")
            return None
        low, high = (None if is_null(one) else self.whole(one, least=0) for one in ends)
        if high is not None and (low or 0) > high:
            self.wrong(tree, "the low end of a total is not above its high end")
            return None
        return Interval(low or 0, high)
