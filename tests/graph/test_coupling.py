"""The strategic PDCA cycle and the operational one: how they hang together, and where they do not."""

from __future__ import annotations

import pytest

from kamassess.graph.coupling import coupled, coupling, missing_steps
from kamassess.graph.members import Truth
from kamassess.graph.view import View
from tests.graph.small import both_told, claimed, readings, told

BELIEF = "basis: belief"
PLAN, BOARD = "pdca_cycle:plan", "pdca_cycle:board"


def cycles(plan: str = "sort: strategic, coupled_to: [board]", board: str = "sort: operational") -> str:
    """The business plan, and the dashboard."""
    return f"pdca_cycle: [{{id: board, {board}}}, {{id: plan, {plan}}}]"


def is_coupled(nodes: str, top: str = "") -> tuple[Truth, Truth]:
    """Whether the plan is coupled; the dashboard is just as much."""
    found = readings(lambda view: coupled(view, PLAN), nodes, top)
    assert readings(lambda view: coupled(view, BOARD), nodes, top) == found
    return found


def couples(view: View) -> str:
    """``plan-board?`` is a plan that is possibly coupled to a dashboard."""
    return " ".join(
        f"{one.partition(':')[2]}-{other.partition(':')[2]}{'' if truth else '?'}"
        for one, other, truth in coupling(view).couples
    )


class TestCoupled:
    @pytest.mark.parametrize(
        ("nodes", "found", "listed"),
        [
            (cycles(), (True, True), ("plan-board",) * 2),
            (cycles("sort: strategic", "sort: operational, coupled_to: [plan]"), (True, True), ("plan-board",) * 2),
            (cycles(board="sort: operational, coupled_to: [plan]"), (True, True), ("plan-board",) * 2),
            (cycles("sort: strategic"), (False, False), ("", "")),
            (cycles(board="sort: strategic"), (False, False), ("", "")),
            (cycles(board="name: x"), (None, None), ("plan-board?",) * 2),
            (cycles(f"sort: strategic, coupled_to: [{{to: board, {BELIEF}}}]"), (True, None), ("plan-board", "plan-board?")),
            (cycles(board=f"sort: {{value: operational, {BELIEF}}}"), (True, None), ("plan-board", "plan-board?")),
            (cycles(board=f"sort: operational, {BELIEF}"), (True, None), ("plan-board", "plan-board?")),
        ],
    )  # fmt: skip
    def test_a_cycle_is_coupled_from_either_side_to_one_of_the_other_sort(
        self, nodes: str, found: tuple[Truth, Truth], listed: tuple[str, str]
    ) -> None:
        assert is_coupled(nodes) == found
        assert readings(couples, nodes) == listed

    def test_a_couple_is_told_once_be_it_not_known_which_of_the_two_is_strategic(self) -> None:
        nodes = cycles(f"sort: {{value: strategic, {BELIEF}}}, coupled_to: [board]")
        assert is_coupled(nodes) == (True, None)
        assert readings(couples, nodes) == ("plan-board", "plan-board?")

    def test_nor_is_it_told_twice_where_that_is_known_of_neither(self) -> None:
        assert len(couples(claimed(cycles("coupled_to: [board]", "name: x"))).split()) == 1

    def test_one_cycle_can_be_coupled_to_several(self) -> None:
        nodes = cycles("sort: strategic, coupled_to: [board, shop]").replace(
            "[{id: board", "[{id: shop, sort: operational}, {id: board"
        )
        assert sorted(couples(claimed(nodes)).split()) == ["plan-board", "plan-shop"]

    def test_couplings_that_are_not_described_leave_it_open(self) -> None:
        assert is_coupled(cycles("sort: strategic"), "not_described: [pdca_cycle.coupled_to]") == (None, None)


#  lead <- follow       loose
#   ^
#  kpi: speed
BETWEEN = """\
objective:
  - {{id: lead, reach: strategic}}
  - {{id: follow, reach: operational, contributes_to: [lead]}}
  - {{id: loose, reach: {reach}}}
kpi:
  - {{id: speed, objectives: [follow]}}
  - {{id: deep, parent: speed}}
  - {{id: stray, {stray}}}
"""


def between(reach: str = "strategic", stray: str = "about: speed") -> str:
    return BETWEEN.format(reach=reach, stray=stray)


class TestBetween:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (between(), ("loose", "loose")),
            (between("operational"), ("", "")),
            (between(stray="objectives: [loose]"), ("", "")),
            (between(f"{{value: strategic, {BELIEF}}}"), ("loose", "loose?")),
            (between(stray=f"objectives: [{{to: loose, {BELIEF}}}]"), ("", "loose?")),
            (between().replace("objectives: [follow]", "about: speed"), ("lead loose", "lead loose")),
        ],
    )
    def test_a_strategic_objective_that_no_kpi_measures_nor_what_contributes_to_it_falls_between(
        self, nodes: str, found: tuple[str, str]
    ) -> None:
        assert both_told(lambda view: coupling(view).objectives_without_kpi, nodes) == found

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (between(), ("stray", "stray")),
            (between(stray="parent: deep"), ("", "")),
            (between(stray="objectives: [loose]"), ("", "")),
            (between(stray=f"parent: {{to: deep, {BELIEF}}}"), ("", "stray?")),
        ],
    )
    def test_so_does_a_kpi_that_measures_no_objective_nor_does_one_above_it(
        self, nodes: str, found: tuple[str, str]
    ) -> None:
        assert both_told(lambda view: coupling(view).kpis_without_objective, nodes) == found

    @pytest.mark.parametrize(
        ("part", "objectives", "kpis"),
        [
            ("kpi.objectives", "loose?", "stray?"),
            ("kpi", "loose?", "stray? ..."),
            ("objective", "loose? ...", "stray"),
            ("kpi.parent", "loose", "stray?"),
        ],
    )
    def test_what_is_not_described_may_lie_between(self, part: str, objectives: str, kpis: str) -> None:
        found = coupling(claimed(between(), f"not_described: [{part}]"))
        assert (told(found.objectives_without_kpi), told(found.kpis_without_objective)) == (objectives, kpis)


ROUND = "plan: [fast], do: [fast], check: [fast], act: [fast]"


def cycle(what: str) -> str:
    return f"objective: [{{id: fast}}]\npdca_cycle: [{{id: plan, {what}}}, {{id: board, {ROUND}}}]"


class TestOpenCycles:
    @pytest.mark.parametrize(
        ("what", "missing"),
        [
            (ROUND, ()),
            ("plan: [fast], do: [fast]", ("check", "act")),
            ("sort: strategic", ("plan", "do", "check", "act")),
            (f"plan: [{{to: fast, {BELIEF}}}], do: [fast], act: [fast]", ("check",)),
        ],
    )
    def test_a_cycle_that_does_not_close_tells_the_steps_that_miss(
        self, what: str, missing: tuple[str, ...]
    ) -> None:
        by_word, for_sure = readings(lambda view: missing_steps(view, PLAN), cycle(what))
        assert by_word == for_sure == missing
        assert coupling(claimed(cycle(what))).open_cycles == (((PLAN, missing),) if missing else ())

    def test_a_step_that_is_not_described_does_not_certainly_miss(self) -> None:
        view = claimed(cycle("do: [fast], act: [fast]"), "not_described: [pdca_cycle.check]")
        assert coupling(view).open_cycles == ((PLAN, ("plan",)),)
