"""What can be come to by links: certainly over certain ones, possibly over the others."""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.graph.members import Members, Truth
from kamassess.graph.reach import Reach, Relations, above, below, upward_relations
from kamassess.model.vocabulary import VOCABULARY
from tests.graph.small import claimed, proven

BELIEF = "basis: belief"
CONTRIBUTING: Final[Relations] = frozenset({("objective", "contributes_to")})


def objectives(**above_: str) -> str:
    """Objectives, each with those that it contributes to: ``low="mid? top"``; ``?`` by belief."""
    lines = []
    for one, targets in above_.items():
        links = ", ".join(
            f"{{to: {to.rstrip('?')}, {BELIEF}}}" if to.endswith("?") else to for to in targets.split()
        )
        lines.append(f"  - {{id: {one}, contributes_to: [{links}]}}\n")
    return "objective:\n" + "".join(lines)


def names(keys: frozenset[str]) -> str:
    return " ".join(sorted(one.partition(":")[2] for one in keys))


def found(reach: Reach) -> tuple[str, str]:
    """What is certainly reached, and what is possibly."""
    return names(reach.certain), names(reach.possible)


#  low -> mid -> top        side ? top
LADDER = objectives(low="mid", mid="top", top="", side="top?", alone="")


class TestBelow:
    def test_all_that_links_lead_from_up_to_a_start_the_start_included(self) -> None:
        assert found(below(claimed(LADDER), [("objective:top", True)], CONTRIBUTING)) == (
            "low mid side top",
            "low mid side top",
        )

    def test_over_an_uncertain_link_it_is_possible_only(self) -> None:
        assert found(below(proven(LADDER), [("objective:top", True)], CONTRIBUTING)) == (
            "low mid top",
            "low mid side top",
        )

    @pytest.mark.parametrize(
        ("starts", "reached"),
        [
            ([], ("", "")),
            ([("objective:mid", False)], ("", "")),
            ([("objective:mid", None)], ("", "low mid")),
            ([("objective:mid", True), ("objective:top", None)], ("low mid", "low mid side top")),
        ],
    )
    def test_from_a_possible_start_all_is_possible_only(
        self, starts: list[tuple[str, Truth]], reached: tuple[str, str]
    ) -> None:
        assert found(below(proven(LADDER), starts, CONTRIBUTING)) == reached

    @pytest.mark.parametrize(
        ("part", "possible"),
        [
            ("objective.contributes_to", "alone low mid side top"),
            ('"objective:alone.contributes_to"', "alone low mid"),
            ("objective", "alone low mid side top"),
            ("kpi", "low mid"),
        ],
    )
    def test_whose_links_are_not_described_may_lie_below(self, part: str, possible: str) -> None:
        view = claimed(LADDER, f"not_described: [{part}]")
        assert found(below(view, [("objective:mid", True)], CONTRIBUTING)) == ("low mid", possible)

    def test_what_lies_below_whose_links_are_not_described_may_as_well(self) -> None:
        view = claimed(LADDER, 'not_described: ["objective:top.contributes_to"]')
        assert found(below(view, [("objective:alone", True)], CONTRIBUTING)) == (
            "alone",
            "alone low mid side top",
        )


class TestAbove:
    def test_all_that_links_lead_to_the_start_included(self) -> None:
        assert found(above(claimed(LADDER), [("objective:low", True)], CONTRIBUTING)) == (
            "low mid top",
            "low mid top",
        )

    @pytest.mark.parametrize(
        ("starts", "reached"),
        [
            ([], ("", "")),
            ([("objective:mid", False)], ("", "")),
            ([("objective:mid", None)], ("", "mid top")),
            ([("objective:side", True)], ("side", "side top")),
        ],
    )
    def test_over_an_uncertain_link_or_from_a_possible_start_it_is_possible_only(
        self, starts: list[tuple[str, Truth]], reached: tuple[str, str]
    ) -> None:
        assert found(above(proven(LADDER), starts, CONTRIBUTING)) == reached

    @pytest.mark.parametrize(
        ("part", "possible"),
        [
            ("objective.contributes_to", "alone low mid side top"),
            ('"objective:mid.contributes_to"', "alone low mid side top"),
            ("objective", "alone low mid side top"),
            ("kpi.objectives", "mid top"),
        ],
    )
    def test_links_that_are_not_described_may_lead_to_any_node_that_they_can_point_at(
        self, part: str, possible: str
    ) -> None:
        view = claimed(LADDER, f"not_described: [{part}]")
        assert found(above(view, [("objective:mid", True)], CONTRIBUTING)) == ("mid top", possible)

    def test_but_not_to_nodes_that_they_cannot_point_at(self) -> None:
        nodes = LADDER + "mission: [{id: serve}]\npolicy: [{id: open}]\n"
        view = claimed(nodes, "not_described: [objective.contributes_to]")
        assert (
            names(above(view, [("objective:mid", True)], CONTRIBUTING).possible)
            == "alone low mid serve side top"
        )


Drawn = dict[tuple[int, int], bool]
"""Links from a node to another, each with whether it is certain."""

links = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.booleans(), max_size=6)
starting = st.lists(st.sampled_from((True, False, None)), min_size=4, max_size=4)


def drawn_nodes(told: Drawn) -> str:
    return objectives(
        **{
            f"n{one}": " ".join(f"n{to}{'' if sure else '?'}" for (of, to), sure in told.items() if of == one)
            for one in range(4)
        }
    )


def reached_by_hand(pairs: list[tuple[int, int]], starts: list[int]) -> frozenset[str]:
    """All that pairs lead to from the starts, one step at a time."""
    here = set(starts)
    for _ in range(4):
        here |= {to for of, to in pairs if of in here}
    return frozenset(f"objective:n{one}" for one in here)


class TestEveryCompletion:
    """'Certain is what is reached however it turns out, possible what is reached in some way that it could.'"""

    @given(links, starting)
    def test_both_are_what_every_completion_gives(self, told: Drawn, there: list[Truth]) -> None:
        view = proven(drawn_nodes(told))
        starts = [(f"objective:n{one}", truth) for one, truth in enumerate(there)]
        ways = product(*((True, False) if not sure else (True,) for sure in told.values()))
        begun = list(product(*((True, False) if truth is None else (truth,) for truth in there)))
        upward, downward = [], []
        for way in ways:
            pairs = [pair for pair, is_there in zip(told, way, strict=True) if is_there]
            for begin in begun:
                first = [one for one, is_start in enumerate(begin) if is_start]
                upward.append(reached_by_hand(pairs, first))
                downward.append(reached_by_hand([(to, of) for of, to in pairs], first))
        for search, completions in ((above, upward), (below, downward)):
            expected = Reach(frozenset.intersection(*completions), frozenset.union(*completions))
            assert search(view, starts, CONTRIBUTING) == expected


class TestReach:
    REACH = Reach(frozenset({"a"}), frozenset({"a", "b"}))

    @pytest.mark.parametrize(("key", "truth"), [("a", True), ("b", None), ("c", False)])
    def test_a_node_is_reached_certainly_possibly_or_not(self, key: str, truth: Truth) -> None:
        assert self.REACH.of(key) is truth

    def test_of_some_nodes_it_tells_which_are_reached(self) -> None:
        assert self.REACH.members(Members(("c", "b", "a"), (), open=True)) == Members(
            ("a",), ("b",), open=True
        )
        assert self.REACH.members(Members(("c",), ("b", "a"))) == Members((), ("b", "a"))


class TestUpward:
    def test_upward_points_nearer_to_vision_and_owner_and_not_across(self) -> None:
        relations = upward_relations(VOCABULARY)
        assert {("policy", "supports"), ("step", "chain"), ("kpi", "parent")} <= relations
        assert relations.isdisjoint(
            {("policy", "conflicts_with"), ("kpi", "influences"), ("chain", "owners")}
        )
