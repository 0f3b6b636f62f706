"""Charting: what pictures show of a graph, with what of it is proven."""

from __future__ import annotations

from decimal import Decimal

from kamassess.graph.calendar import Interval
from kamassess.graph.chart import (
    Chart,
    Course,
    Handover,
    Several,
    ThreadLink,
    ThreadNode,
)
from kamassess.graph.charting import chart
from kamassess.graph.levels import Effort
from kamassess.model.terms import Level
from tests.graph.small import claimed, proven

THREAD = """
person: [{id: jan}, {id: els}]
vision: [{id: town}]
mission: [{id: care, supports: [town]}]
policy: [{id: lost}, {id: hoped, basis: belief}]
kpi:
  - {id: days, chains: [permits]}
  - {id: calls, parent: days, chains: [permits, old]}
chain:
  - {id: permits, owners: [{to: jan, basis: belief}, els]}
  - {id: passes}
  - {id: old, previous: true, owners: [jan]}
"""


def charted(nodes: str, top: str = "") -> Chart:
    return chart(claimed(nodes, top), proven(nodes, top))


class TestThread:
    def test_nodes_stand_from_the_top_down_and_persons_are_those_who_own(self) -> None:
        assert [one.focus for one in charted(THREAD).nodes] == [
            "vision:town",
            "mission:care",
            "policy:lost",
            "policy:hoped",
            "kpi:days",
            "kpi:calls",
            "chain:permits",
            "chain:passes",
            "person:jan",
            "person:els",
        ]

    def test_it_tells_where_the_thread_breaks_up_and_down(self) -> None:
        breaks = {one.focus: (one.breaks_up, one.breaks_down) for one in charted(THREAD).nodes}
        assert breaks["vision:town"] == (False, False)
        assert breaks["mission:care"] == (False, True)
        assert breaks["policy:lost"] == (True, True)
        assert breaks["chain:passes"] == (True, True)
        assert breaks["chain:permits"] == (False, False)
        assert breaks["person:els"] == (False, False)

    def test_where_a_part_is_left_open_a_break_is_not_known(self) -> None:
        open_end = charted("chain: [{id: permits}]", "not_described: [chain.owners]")
        assert open_end.nodes == (ThreadNode("chain:permits", True, True, None),)

    def test_a_kpi_hangs_on_the_one_above_it_and_on_its_chain(self) -> None:
        links = charted(THREAD).links
        assert ThreadLink("kpi:days", "kpi:calls", True) in links
        assert ThreadLink("kpi:days", "chain:permits", True) in links
        assert ThreadLink("kpi:calls", "chain:permits", True) in links

    def test_what_is_claimed_only_is_told_apart(self) -> None:
        found = charted(THREAD)
        assert ThreadLink("chain:permits", "person:jan", False) in found.links
        assert ThreadLink("chain:permits", "person:els", True) in found.links
        assert [one.focus for one in found.nodes if not one.proven] == ["policy:hoped"]

    def test_a_previous_set_up_of_a_chain_is_not_shown(self) -> None:
        assert "chain:old" not in set(charted(THREAD).foci())


class TestDuties:
    def test_each_chain_has_a_row_and_each_duty_those_who_answer(self) -> None:
        found = charted(
            "person: [{id: jan}, {id: els}]\n"
            "chain: [{id: permits, owners: [{to: jan, basis: belief}]}]\n"
            "assignment: [{id: a, chains: [permits], duties: [kpi-tree], accountable: [els]}]\n"
        )
        (row,) = found.duties
        assert row.owners == Several((), ("person:jan",))
        tree = next(one for one in row.answering if one.duty == "kpi-tree")
        assert tree.accountable.shown == ("person:els",)
        assert "person:els" in set(found.foci())

    def test_what_nobody_described_may_hold_others(self) -> None:
        (row,) = charted("chain: [{id: permits}]", "not_described: [chain.owners]").duties
        assert row.owners == Several(open=True)


class TestEffort:
    def test_it_tells_what_is_spent_on_each_level(self) -> None:
        found = charted(
            "initiative: [{id: training, customer_orientation: true}]\n"
            "intervention: [{id: v, initiative: training, level: context, money: 500}]\n"
        )
        assert found.effort == (Effort("initiative:training", Level.CONTEXT, Decimal(500), None, True),)
        assert "initiative:training" in set(found.foci())


COURSE = """
person: [{id: a}, {id: b}, {id: c}]
unit: [{id: sales}, {id: works}]
chain: [{id: orders}, {id: empty}]
step:
  - {id: s1, chain: orders, order: 1, performers: [a], unit: sales}
  - {id: s2, chain: orders, order: 2, performers: [a], unit: sales}
  - {id: s3, chain: orders, order: 3, performers: [b], unit: sales}
  - {id: s4, chain: orders, order: 4, performers: [c], unit: works}
"""


class TestCourses:
    def test_between_steps_it_tells_whether_the_work_changes_hands(self) -> None:
        (course,) = charted(COURSE).courses
        assert [one.focus for one in course.steps] == ["step:s1", "step:s2", "step:s3", "step:s4"]
        assert course.steps[3].units == Several(("unit:works",))
        assert course.handovers == (Handover.NONE, Handover.INTERNAL, Handover.EXTERNAL)
        assert course.total == Interval(2, 2)

    def test_where_it_changes_hands_may_not_be_known(self) -> None:
        (course,) = charted(COURSE, "not_described: ['step:s3.unit']").courses
        assert course.handovers[1] is Handover.UNPLACED

    def test_whether_it_changes_hands_may_not_be_known(self) -> None:
        (course,) = charted(COURSE, "not_described: ['step:s3.performers']").courses
        assert Handover.UNKNOWN in course.handovers

    def test_one_step_hands_nothing_over(self) -> None:
        (course,) = charted("chain: [{id: one}]\nstep: [{id: s, chain: one, order: 1}]").courses
        assert [one.focus for one in course.steps] == ["step:s"]
        assert course.handovers == ()

    def test_steps_that_are_not_all_described_have_no_total(self) -> None:
        found = charted(COURSE, "not_described: [step]").courses
        assert [one.total for one in found] == [None]

    def test_steps_in_no_known_order_are_not_shown_as_if_they_had_one(self) -> None:
        nodes = "chain: [{id: two}]\nstep: [{id: a, chain: two}, {id: b, chain: two}]"
        assert charted(nodes).courses == (Course("chain:two", (), (), None),)


def test_every_node_is_named_among_the_foci() -> None:
    found = charted(COURSE)
    assert {"chain:orders", "step:s2", "person:c", "unit:works"} <= set(found.foci())


def test_nothing_described_gives_an_empty_chart() -> None:
    assert charted("") == Chart()
