"""Handovers: how often work changes hands in a chain, and across which boundaries (Lahr)."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.graph.calendar import Interval
from kamassess.graph.handovers import (
    NO_HANDOVERS,
    Boundary,
    Handovers,
    around_redesign,
    boundaries,
    boundaries_first,
    external_of,
    handovers,
    internal_of,
    is_less,
    performers_known,
    together,
    total_of,
)
from kamassess.graph.members import Members, Truth
from tests.graph.small import claimed, proven, readings

WHO_AND_WHERE = """\
person: [{id: a}, {id: b}, {id: c}, {id: d}]
role: [{id: pair, holders: [a, b]}, {id: clerk, holders: [a]}, {id: vacant}]
unit: [{id: sales}, {id: planning}, {id: production}, {id: dispatch}]
"""
TEAMS = "team: [{id: north}, {id: south}]\n"
CHAIN = "chain: [{id: orders}]\n"
BELIEF = "basis: belief"


def steps(*told: str, chain: str = "orders") -> str:
    """Steps in order, each as ``a/sales``: who does it and where; ``-`` for nobody, ``?`` where it is optional."""
    lines = []
    for at, one in enumerate(told, 1):
        who, _, where = one.rstrip("?").partition("/")
        performers = "" if who == "-" else f", performers: [{who}]"
        unit = "" if where == "-" else f", unit: {where}"
        optional = ", optional: true" if one.endswith("?") else ""
        lines.append(f"  - {{id: {chain}-{at}, chain: {chain}, order: {at}{performers}{unit}{optional}}}\n")
    return "".join(lines)


def line(*told: str) -> str:
    """One chain of such steps."""
    return WHO_AND_WHERE + TEAMS + CHAIN + ("step:\n" + steps(*told) if told else "")


def number(interval: Interval | None) -> str:
    """``3`` for just three, ``1..3`` for one to three, ``2..`` for two or more, ``?`` where it is not known."""
    if interval is None:
        return "?"
    if interval.low == interval.high:
        return str(interval.low)
    return f"{interval.low}..{'' if interval.high is None else interval.high}"


def counts(nodes: str, top: str = "") -> tuple[str, str]:
    """Handovers in all, external and internal, in a line: as claimed, and as proven."""
    found = [
        readings(lambda view, of=of: of(view, "chain:orders"), nodes, top)  # type: ignore[misc]
        for of in (total_of, external_of, internal_of)
    ]
    by_word, for_sure = (" ".join(number(one[reading]) for one in found) for reading in (0, 1))
    return by_word, for_sure


class TestCount:
    @pytest.mark.parametrize(
        ("told", "found"),
        [
            (("a/sales", "b/planning", "c/production", "d/dispatch"), "3 3 0"),
            (("a/north", "b/north", "c/north", "d/north"), "3 0 3"),
            (("a/north", "a/north", "c/north", "c/north"), "1 0 1"),
            (("a/north", "b/north", "c/south", "d/south"), "3 1 2"),
            (("a/sales", "a/planning"), "0 0 0"),
            (("a/north", "b/north", "a/north"), "2 0 2"),
            (("a/sales",), "0 0 0"),
            ((), "0 0 0"),
        ],
        ids=[
            "units",
            "one-team",
            "all-round",
            "two-teams",
            "one-person",
            "back-again",
            "one-step",
            "no-step",
        ],
    )
    def test_work_is_handed_over_where_a_step_has_another_performer_than_the_one_before(
        self, told: tuple[str, ...], found: str
    ) -> None:
        assert counts(line(*told)) == (found, found)

    def test_steps_come_in_their_order_and_not_in_that_of_the_file(self) -> None:
        nodes = line("a/north", "b/north", "a/north").replace("order: 2", "order: 4")
        assert counts(nodes) == ("1 0 1", "1 0 1")

    @pytest.mark.parametrize(
        ("told", "found"),
        [
            (("clerk/sales", "a/sales"), "0 0 0"),
            (("clerk/sales", "b/sales"), "1 0 1"),
            (("pair/sales", "pair/sales"), "0..1 0 0..1"),
            (("pair/sales", "a/planning"), "0..1 0..1 0"),
            (("pair/sales", "c/planning"), "1 1 0"),
            (("vacant/sales", "c/planning"), "0..1 0..1 0"),
        ],
    )
    def test_of_a_role_that_several_hold_it_is_not_known_who_did_a_step(
        self, told: tuple[str, ...], found: str
    ) -> None:
        assert counts(line(*told)) == (found, found)

    @pytest.mark.parametrize(
        ("told", "found"),
        [
            (("-/sales", "-/planning"), "0..1 0..1 0"),
            (("-/sales", "-/sales"), "0..1 0 0..1"),
            (("a/-", "b/-"), "1 0..1 0..1"),
            (("a/sales", "b/-"), "1 0..1 0..1"),
            (("a/-", "a/-"), "0 0 0"),
        ],
    )
    def test_where_nobody_told_who_or_where_a_handover_is_possible(
        self, told: tuple[str, ...], found: str
    ) -> None:
        assert counts(line(*told)) == (found, found)

    def test_several_performers_of_one_step_leave_open_who_of_them_it_was(self) -> None:
        nodes = line("a/sales", "b/sales", "c/sales").replace("performers: [b]", "performers: [a, b]")
        assert counts(nodes) == ("1..2 0 1..2", "1..2 0 1..2")

    def test_the_same_performer_by_belief_is_possibly_another(self) -> None:
        nodes = line("a/sales", "b/sales").replace("[b]", f"[{{to: a, {BELIEF}}}]")
        assert counts(nodes) == ("0 0 0", "0..1 0 0..1")

    def test_the_same_place_by_belief_is_possibly_another(self) -> None:
        nodes = line("a/north", "b/south").replace("unit: south", f"unit: {{to: north, {BELIEF}}}")
        assert counts(nodes) == ("1 0 1", "1 0..1 0..1")

    def test_another_place_by_belief_is_possibly_the_same(self) -> None:
        nodes = line("a/north", "b/south").replace("unit: south", f"unit: {{to: south, {BELIEF}}}")
        assert counts(nodes) == ("1 1 0", "1 0..1 0..1")

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("step", "? ? ?"),
            ("step.chain", "? ? ?"),
            ("step.performers", "0..1 0..1 0"),
            ("step.optional", "0..1 0..1 0"),
            ("role.holders", "1 1 0"),
            ("chain.owners", "1 1 0"),
        ],
    )
    def test_what_is_not_described_leaves_it_open(self, part: str, found: str) -> None:
        nodes = line("a/sales", "b/planning")
        assert counts(nodes, f"not_described: [{part}]") == (found, found)

    def test_a_further_step_may_move_a_handover_across_a_boundary_or_have_no_place_of_its_own(self) -> None:
        """a/north -> a/south -> b/north: where one handover was internal it is external now."""
        assert counts(line("a/north", "b/north")) == ("1 0 1", "1 0 1")
        assert counts(line("a/north", "a/south", "b/north")) == ("1 1 0", "1 1 0")
        assert counts(line("a/north", "b/north"), "not_described: [step.chain]") == ("? ? ?",) * 2
        nowhere = line("a/north", "a/south", "b/north").replace("order: 2", "order: 1")
        assert counts(nowhere) == ("? ? ?",) * 2


class TestOrder:
    @pytest.mark.parametrize(
        ("order", "found"),
        [
            ("order: 2", ("1 1 0", "1 1 0")),
            ("order: 1", ("? ? ?", "? ? ?")),
            ("activity: x", ("? ? ?", "? ? ?")),
            (f"order: {{value: 2, {BELIEF}}}", ("1 1 0", "? ? ?")),
        ],
    )
    def test_without_a_known_order_nothing_is_counted(self, order: str, found: tuple[str, str]) -> None:
        nodes = line("a/sales", "b/planning").replace("order: 2", order)
        assert counts(nodes) == found

    def test_a_chain_is_counted_once(self) -> None:
        view = claimed(line("a/sales", "b/planning"))
        assert handovers(view, "chain:orders") is handovers(view, "chain:orders")

    def test_steps_in_no_known_order_have_no_boundaries(self) -> None:
        assert (
            boundaries(claimed(line("a/sales", "b/planning").replace("order: 2", "order: 1")), "chain:orders")
            == ()
        )


class TestOptional:
    @pytest.mark.parametrize(
        ("told", "found"),
        [
            (("a/north", "b/north?", "a/north"), "0..2 0 0..2"),
            (("a/sales", "b/planning?", "c/dispatch"), "1..2 1..2 0"),
            (("a/north", "b/north?"), "0..1 0 0..1"),
            (("a/north?", "b/north"), "0..1 0 0..1"),
            (("a/north?", "b/north?"), "0..1 0 0..1"),
            (("a/north", "b/north?", "c/north?", "a/north"), "0..3 0 0..3"),
            (("a/north", "a/south?", "b/north"), "1 0..1 0..1"),
        ],
    )
    def test_a_step_that_can_be_left_out_gives_an_interval(self, told: tuple[str, ...], found: str) -> None:
        assert counts(line(*told)) == (found, found)

    @pytest.mark.parametrize(
        ("written", "found"),
        [
            ("chain: orders", ("2 0 2", "2 0 2")),
            (f"chain: {{to: orders, {BELIEF}}}", ("2 0 2", "0..2 0 0..2")),
            (f"chain: orders, optional: {{value: false, {BELIEF}}}", ("2 0 2", "0..2 0 0..2")),
            (f"chain: orders, optional: {{value: true, {BELIEF}}}", ("0..2 0 0..2", "0..2 0 0..2")),
        ],
    )
    def test_so_does_one_that_may_not_be_there(self, written: str, found: tuple[str, str]) -> None:
        nodes = line("a/north", "b/north", "a/north").replace(
            "chain: orders, order: 2", f"{written}, order: 2"
        )
        assert counts(nodes) == found


Drawn = list[tuple[str, str, bool]]
drawn_steps = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(("north", "south")), st.booleans()), max_size=6
)


def every_way(told: Drawn) -> list[list[tuple[str, str, bool]]]:
    """The steps that are done, for every choice of those that are left out."""
    choices = product(*((True, False) if optional else (True,) for _, _, optional in told))
    return [[one for one, done in zip(told, choice, strict=True) if done] for choice in choices]


def counted_by_hand(way: list[tuple[str, str, bool]]) -> tuple[int, int]:
    """The external and the internal handovers in a row of steps that are all done."""
    changes = [(before, after) for before, after in pairwise(way) if before[0] != after[0]]
    external = sum(before[1] != after[1] for before, after in changes)
    return external, len(changes) - external


class TestEveryChoice:
    """'An interval holds just the number in every choice of the steps that may be left out.'"""

    @given(drawn_steps)
    def test_the_ends_are_the_least_and_the_most_of_every_choice(self, told: Drawn) -> None:
        found = handovers(
            claimed(line(*(f"{who}/{where}{'?' * may}" for who, where, may in told))), "chain:orders"
        )
        ways = [counted_by_hand(way) for way in every_way(told)]
        assert found == Handovers(
            *(
                Interval(min(numbers), max(numbers))
                for numbers in (
                    [external + internal for external, internal in ways],
                    [external for external, _ in ways],
                    [internal for _, internal in ways],
                )
            )
        )


class TestBoundaries:
    def test_each_step_but_the_first_has_one_with_the_step_before(self) -> None:
        """a/sales | b/planning | b/production | c/production"""
        view = claimed(line("a/sales", "b/planning", "b/production", "c/production"))
        first, second, third, fourth = (f"step:orders-{at}" for at in (1, 2, 3, 4))
        assert boundaries(view, "chain:orders") == (
            Boundary(first, second, handed_over=True, external=True, internal=False),
            Boundary(second, third, handed_over=False, external=False, internal=False),
            Boundary(third, fourth, handed_over=True, external=False, internal=True),
        )

    def test_what_is_not_known_of_one_is_unknown(self) -> None:
        (found,) = boundaries(proven(line("pair/sales", "a/-")), "chain:orders")
        assert (found.handed_over, found.external, found.internal) == (None, None, None)


# ------------------------------------------------------------------ several chains
def redesign(before: str, after: str, more: str = "") -> str:
    """Two chains of three and one handover, and an initiative around them."""
    return (
        WHO_AND_WHERE
        + TEAMS
        + "chain: [{id: orders}, {id: repairs}]\nstep:\n"
        + steps("a/sales", "b/planning", "c/production", "d/dispatch")
        + steps("a/north", "c/north", chain="repairs")
        + f"initiative: [{{id: teams, before: [{before}], after: [{after}]{more}}}]\n"
    )


class TestTogether:
    @pytest.mark.parametrize(
        ("when", "part", "found"),
        [
            ("before", "total", "4"),
            ("before", "external", "3"),
            ("after", "total", "1"),
            ("after", "external", "0"),
        ],
    )
    def test_the_handovers_around_a_redesign_are_those_of_its_chains_together(
        self, when: str, part: str, found: str
    ) -> None:
        nodes = redesign("orders, repairs", "repairs")
        both = readings(lambda view: around_redesign(when, part)(view, "initiative:teams"), nodes)
        assert (number(both[0]), number(both[1])) == (found, found)

    @pytest.mark.parametrize(
        ("before", "top", "found"),
        [
            ("", "", ("?", "?")),
            (f"orders, {{to: repairs, {BELIEF}}}", "", ("4", "?")),
            ("orders", "not_described: [initiative.before]", ("?", "?")),
            ("orders, repairs", "not_described: [step.chain]", ("?", "?")),
            ("orders, repairs", "not_described: [role]", ("4", "4")),
        ],
    )
    def test_they_are_not_known_where_it_is_not_certain_which_chains_these_are(
        self, before: str, top: str, found: tuple[str, str]
    ) -> None:
        nodes = redesign(before, "repairs")
        both = readings(lambda view: around_redesign("before", "total")(view, "initiative:teams"), nodes, top)
        assert (number(both[0]), number(both[1])) == found

    def test_nor_where_one_chain_has_steps_in_no_known_order(self) -> None:
        nodes = redesign("orders, repairs", "").replace(
            "chain: repairs, order: 2", "chain: repairs, order: 1"
        )
        view = claimed(nodes)
        assert together(view, Members(("chain:orders", "chain:repairs"))) is None
        assert together(view, Members(("chain:orders",))) == handovers(view, "chain:orders")

    def test_a_chain_without_steps_has_none(self) -> None:
        assert together(claimed(CHAIN), Members(("chain:orders",))) == NO_HANDOVERS


class TestIsLess:
    @pytest.mark.parametrize(
        ("one", "other", "found"),
        [
            ((1, 1), (3, 3), True),
            ((3, 3), (3, 3), False),
            ((4, 4), (3, 3), False),
            ((1, 2), (3, 4), True),
            ((1, 3), (3, 4), None),
            ((4, 6), (3, 4), False),
            ((3, 6), (3, 4), None),
            ((0, None), (3, 4), None),
            ((4, None), (3, 4), False),
            ((0, 2), (3, None), True),
            ((5, 6), (3, None), None),
        ],
    )
    def test_a_number_is_less_when_all_that_it_can_be_is(
        self, one: tuple[int, int | None], other: tuple[int, int | None], found: Truth
    ) -> None:
        assert is_less(Interval(*one), Interval(*other)) is found

    @given(*(st.tuples(st.integers(0, 4), st.integers(0, 3)) for _ in range(2)))
    def test_it_is_what_every_two_numbers_between_the_ends_give(
        self, one: tuple[int, int], other: tuple[int, int]
    ) -> None:
        (low, more), (start, further) = one, other
        answers = {
            number < another
            for number in range(low, low + more + 1)
            for another in range(start, start + further + 1)
        }
        expected = answers.pop() if len(answers) == 1 else None
        assert is_less(Interval(low, low + more), Interval(start, start + further)) is expected


class TestPerformersKnown:
    @pytest.mark.parametrize(
        ("told", "found"),
        [
            (("a/sales", "b/-"), True),
            (("clerk/sales", "a/sales"), True),
            (("pair/sales", "a/sales"), None),
            (("vacant/sales", "a/sales"), False),
            (("-/sales",), False),
            (("a/sales", "vacant/sales", "pair/sales"), False),
        ],
    )
    def test_of_each_step_it_is_known_which_one_person_does_it(
        self, told: tuple[str, ...], found: Truth
    ) -> None:
        nodes = line(*told)
        assert readings(lambda view: performers_known(view, "chain:orders"), nodes) == (found, found)

    def test_a_performer_by_belief_is_not_known_for_sure(self) -> None:
        nodes = line("a/sales", "b/sales").replace("[b]", f"[{{to: b, {BELIEF}}}]")
        assert readings(lambda view: performers_known(view, "chain:orders"), nodes) == (True, None)

    @pytest.mark.parametrize("part", ["step", "step.chain", "step.performers", '"step:orders-1.performers"'])
    def test_who_is_not_described_is_not_known(self, part: str) -> None:
        view = claimed(line("a/sales"), f"not_described: [{part}]")
        assert performers_known(view, "chain:orders") is None


# ------------------------------------------------------------------ boundaries first
#  old:    a/sales | b/planning | c/production        two boundaries
#  orders: a/sales | b/planning   c/planning          one boundary
#  near:   a/north   b/north                          none
FIRST = """\
team: [{{id: north, chains: [{chains}]}}, {{id: south, chains: [old]}}]
chain: [{{id: old}}, {{id: orders}}, {{id: near}}]
initiative:
  - {{id: inside, start: {start}, teams: [{teams}]}}
  - {{id: redesign, start: 2026-03-01, {redesign}}}
"""


def first(
    chains: str = "orders", redesign: str = "name: x", start: str = "2026-03-01", teams: str = "north"
) -> str:
    """The initiative ``inside`` works inside a team; ``redesign`` began on 1 March."""
    return (
        WHO_AND_WHERE
        + FIRST.format(chains=chains, redesign=redesign, start=start, teams=teams)
        + "step:\n"
        + steps("a/sales", "b/planning", "c/production", chain="old")
        + steps("a/sales", "b/planning", "c/planning")
        + steps("a/north", "b/north", chain="near")
    )


def is_first(nodes: str, top: str = "") -> tuple[Truth, Truth]:
    return readings(lambda view: boundaries_first(view, "initiative:inside"), nodes, top)


class TestBoundariesFirst:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (first(chains="near"), (True, True)),
            (first(chains=""), (True, True)),
            (first(teams=""), (True, True)),
            (first(), (False, False)),
            (first(chains="near, orders"), (False, False)),
            (first(chains="near", teams="north, south"), (False, False)),
        ],
    )
    def test_so_it_is_where_no_chain_of_its_teams_has_a_handover_between_teams(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert is_first(nodes) == found

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (first(redesign="before: [orders], after: [near]"), (True, True)),
            (first(redesign="before: [orders], after: [near]", start="2026-03-02"), (True, True)),
            (first(redesign="before: [orders], after: [near]", start="2026-02-28"), (False, False)),
            (first(redesign="before: [old], after: [orders]"), (True, True)),
            (first(redesign="before: [orders], after: [old]"), (False, False)),
            (first(redesign="before: [orders], after: [orders]"), (False, False)),
            (first(redesign="before: [orders]"), (None, None)),
            (first(redesign=f"before: [{{to: orders, {BELIEF}}}], after: [near]"), (True, None)),
            (first(redesign=f"before: [orders], after: [near], {BELIEF}"), (True, None)),
        ],
    )
    def test_or_a_redesign_that_lowers_their_number_began_no_later(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert is_first(nodes) == found

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (first(redesign="before: [orders], after: [near]").replace("start: 2026-03-01, teams", "teams"), (None, None)),
            (first(redesign="before: [orders], after: [near]").replace("start: 2026-03-01, before", "before"), (None, None)),
            (first(redesign="before: [old], after: [near]").replace("start: 2026-03-01, teams", "teams"), (False, False)),
            (first(start=f"{{value: 2026-03-01, {BELIEF}}}", redesign="before: [orders], after: [near]"), (True, None)),
            (first().replace("chain: orders, order: 3", "chain: orders, order: 1"), (None, None)),
            (first().replace("id: orders-2, chain: orders", "id: orders-2, optional: true, chain: orders"), (False, False)),
            (first().replace("unit: sales", "activity: x"), (None, None)),
        ],
    )  # fmt: skip
    def test_dates_and_numbers_that_are_not_known_leave_it_open(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert is_first(nodes) == found

    def test_a_chain_by_belief_may_not_be_one_of_the_team(self) -> None:
        assert is_first(first(chains=f"{{to: orders, {BELIEF}}}")) == (False, None)
        assert is_first(first(chains=f"{{to: near, {BELIEF}}}")) == (True, True)

    def test_a_team_by_belief_may_not_be_one_inside_which_it_works(self) -> None:
        assert is_first(first(teams=f"{{to: north, {BELIEF}}}")) == (False, None)

    @pytest.mark.parametrize(
        ("part", "of_near", "of_orders"),
        [
            ("initiative.teams", None, False),
            ("team.chains", None, False),
            ("initiative.before", True, None),
            ("initiative.after", True, None),
            ("initiative", None, None),
        ],
    )
    def test_what_is_not_described_leaves_it_open(self, part: str, of_near: Truth, of_orders: Truth) -> None:
        top = f"not_described: [{part}]"
        assert is_first(first(chains="near"), top) == (of_near, of_near)
        assert is_first(first(chains="orders"), top) == (of_orders, of_orders)
