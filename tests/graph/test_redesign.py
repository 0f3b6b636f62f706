"""Redesigns: handovers before and after, and what was measured around them (Lahr)."""

from __future__ import annotations

import pytest

from kamassess.graph.calendar import Interval
from kamassess.graph.handovers import Handovers
from kamassess.graph.members import Truth
from kamassess.graph.redesign import Redesign, measured_around, redesigns
from tests.graph.small import claimed, proven, readings

BELIEF = "basis: belief"
TEAMS = "initiative:teams"

MEASURED = """\
chain: [{{id: old}}, {{id: new}}, {{id: other}}]
initiative: [{{id: teams, {initiative}}}]
kpi:
  - {{id: weeks, {kpi}}}
  - {{id: weeks-of-north, parent: weeks, about: speed}}
measurement:
  - {{id: baseline, {first}}}
  - {{id: result, {second}}}
"""
DURING = "start: 2026-01-05, end: 2026-06-30"
BASELINE, RESULT = "kpi: weeks, on: 2026-01-04", "kpi: weeks, on: 2026-07-01"


def measured(
    first: str = BASELINE,
    second: str = RESULT,
    kpi: str = "about: speed, chains: [old, new]",
    initiative: str = f"{DURING}, before: [old], after: [new]",
) -> str:
    """A baseline the day before the redesign began, and a result the day after it ended."""
    return MEASURED.format(initiative=initiative, kpi=kpi, first=first, second=second)


def speed(nodes: str, top: str = "") -> tuple[Truth, Truth]:
    return readings(lambda view: measured_around("speed")(view, TEAMS), nodes, top)


class TestMeasuredAround:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (measured(), True),
            (measured(first="kpi: weeks, on: 2026-01-05"), False),
            (measured(second="kpi: weeks, on: 2026-06-30"), False),
            (measured(second="kpi: weeks, on: 2026-11-01"), True),
            (measured(second="kpi: weeks, on: 2026-11-02"), False),
            (measured(first="name: x"), False),
            (measured(BASELINE.replace("weeks", "weeks-of-north"), RESULT.replace("weeks", "weeks-of-north")), True),
            (measured(kpi="about: quality, chains: [old, new]"), False),
            (measured(kpi="about: speed, chains: [new]"), True),
            (measured(kpi="about: speed, chains: [other]"), False),
            (measured(initiative=f"{DURING}, before: [old]"), True),
            (measured(initiative=DURING), False),
        ],
    )  # fmt: skip
    def test_before_it_began_and_after_it_ended_by_a_kpi_of_its_chains(self, nodes: str, found: bool) -> None:
        assert speed(nodes) == (found, found)

    def test_each_gain_is_measured_by_kpis_about_it(self) -> None:
        view = claimed(measured(kpi="about: quality, chains: [old, new]"))
        assert measured_around("quality")(view, TEAMS) is True
        assert measured_around("flexibility")(view, TEAMS) is False

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (measured(first="kpi: weeks"), (None, None)),
            (measured(initiative="end: 2026-06-30, before: [old], after: [new]"), (None, None)),
            (measured(initiative="start: 2026-01-05, before: [old], after: [new]"), (None, None)),
            (measured(kpi="chains: [old, new]"), (None, None)),
            (measured(first=f"kpi: weeks, on: {{value: 2026-01-04, {BELIEF}}}"), (True, None)),
            (measured(first=f"kpi: {{to: weeks, {BELIEF}}}, on: 2026-01-04"), (True, None)),
            (measured(kpi=f"about: speed, chains: [{{to: old, {BELIEF}}}]"), (True, None)),
            (measured(initiative=f"{DURING}, before: [{{to: old, {BELIEF}}}], after: []"), (True, None)),
            (measured(first="kpi: weeks", second="kpi: weeks, on: 2026-06-30"), (None, None)),
            (measured(first="name: x", initiative="start: 2026-01-05, before: [old]"), (False, False)),
        ],
    )
    def test_a_day_a_kpi_or_a_chain_that_is_not_known_leaves_it_open(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert speed(nodes) == found

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("measurement", None),
            ("measurement.kpi", None),
            ("kpi", None),
            ("initiative.before", None),
            ("chain.owners", False),
        ],
    )
    def test_what_is_not_described_may_have_been_measured(self, part: str, found: Truth) -> None:
        assert speed(measured(first="name: x"), f"not_described: [{part}]") == (found, found)


#  old:  a/sales | b/works      one external handover
#  team: a/north   b/north      one internal handover
#  one:  a/north   a/north      none
REDESIGNED = """\
person: [{{id: a}}, {{id: b}}]
unit: [{{id: sales}}, {{id: works}}]
team: [{{id: north}}]
chain: [{{id: old, previous: true}}, {{id: team}}, {{id: one}}]
step:
  - {{id: s1, chain: old, order: 1, performers: [a], unit: sales}}
  - {{id: s2, chain: old, order: 2, performers: [b], unit: works}}
  - {{id: s3, chain: team, order: 1, performers: [a], unit: north}}
  - {{id: s4, chain: team, order: 2, performers: [b], unit: north}}
  - {{id: s5, chain: one, order: 1, performers: [a], unit: north}}
  - {{id: s6, chain: one, order: 2, performers: [a], unit: north}}
initiative: [{{id: training}}, {{id: teams, {teams}}}]
"""
CLAIMS = "claims_fewer_handovers: true"


def exactly(total: int, external: int) -> Handovers:
    return Handovers(*(Interval(one, one) for one in (total, external, total - external)))


def denied(nodes: str, top: str = "") -> tuple[Truth, Truth]:
    (by_word,), (for_sure,) = readings(redesigns, nodes, top)
    return by_word.denied, for_sure.denied


class TestRedesigns:
    def test_teams_instead_of_departments_make_external_handovers_internal_and_not_fewer(self) -> None:
        """An initiative that names no chains is no redesign, and is not told."""
        nodes = REDESIGNED.format(teams=f"before: [old], after: [team], {CLAIMS}")
        assert redesigns(proven(nodes)) == (
            Redesign(TEAMS, exactly(1, 1), exactly(1, 0), claims_fewer=True, denied=True),
        )

    @pytest.mark.parametrize(
        ("teams", "found"),
        [
            (f"before: [old], after: [team], {CLAIMS}", (True, True)),
            (f"before: [old], after: [one], {CLAIMS}", (False, False)),
            (f"before: [one], after: [team], {CLAIMS}", (True, True)),
            ("before: [old], after: [team]", (False, False)),
            (f"before: [old], {CLAIMS}", (None, None)),
            (f"after: [one], {CLAIMS}", (None, None)),
            ("before: [old]", (False, False)),
            (f"before: [old], after: [{{to: team, {BELIEF}}}], {CLAIMS}", (True, None)),
            (
                f"before: [old], after: [team], claims_fewer_handovers: {{value: true, {BELIEF}}}",
                (True, None),
            ),
            (
                f"before: [old], after: [one], claims_fewer_handovers: {{value: true, {BELIEF}}}",
                (False, False),
            ),
        ],
    )
    def test_a_claim_of_fewer_is_denied_where_the_total_is_not_less(
        self, teams: str, found: tuple[Truth, Truth]
    ) -> None:
        assert denied(REDESIGNED.format(teams=teams)) == found

    def test_handovers_that_are_not_known_deny_nothing(self) -> None:
        nodes = REDESIGNED.format(teams=f"before: [old], after: [team], {CLAIMS}")
        assert denied(nodes.replace("order: 2", "order: 1")) == (None, None)
        assert denied(nodes, "not_described: [step.performers]") == (None, None)

    def test_it_is_told_in_the_order_of_the_file_and_with_what_is_known(self) -> None:
        nodes = REDESIGNED.format(teams="after: [one]").replace(
            "{id: training}", "{id: first, before: [old]}"
        )
        found = redesigns(claimed(nodes))
        assert [(one.initiative, one.before, one.after) for one in found] == [
            ("initiative:first", exactly(1, 1), None),
            (TEAMS, None, exactly(0, 0)),
        ]
