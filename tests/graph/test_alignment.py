"""What can be come to by links: certainly over certain ones, possibly over the others."""

from __future__ import annotations

import pytest

from kamassess.graph.alignment import (
    above,
    below,
    is_feedback_policy,
    objective_for_feedback,
    reaches,
    reaches_chain,
    upward_relations,
)
from kamassess.graph.members import Truth
from kamassess.model.vocabulary import VOCABULARY
from tests.graph.small import claimed, proven, readings

LINE = """\
vision: [{{id: whole}}]
mission: [{{id: serve, {mission}}}]
strategy: [{{id: near, {strategy}}}]
policy: [{{id: open, {policy}}}]
objective: [{{id: fast, implements: [open]}}]
"""


def line(
    mission: str = "supports: [whole]",
    strategy: str = "supports: [serve]",
    policy: str = "supports: [near]",
) -> str:
    """fast -> open -> near -> serve -> whole"""
    return LINE.format(mission=mission, strategy=strategy, policy=policy)


class TestReaches:
    @pytest.mark.parametrize("kind", ["vision", "mission", "strategy"])
    def test_a_line_leads_from_an_objective_to_the_top(self, kind: str) -> None:
        assert readings(lambda view: reaches(view, "objective:fast", kind), line()) == (True, True)

    def test_a_node_of_the_kind_has_reached_it(self) -> None:
        assert reaches(claimed(line()), "vision:whole", "vision") is True

    def test_one_uncertain_link_makes_all_above_it_possible_only(self) -> None:
        nodes = line(strategy="supports: [{to: serve, basis: belief}]")
        assert readings(lambda view: reaches(view, "objective:fast", "vision"), nodes) == (True, None)
        assert readings(lambda view: reaches(view, "objective:fast", "strategy"), nodes) == (True, True)

    def test_a_second_way_over_certain_links_is_enough(self) -> None:
        """
                /- belief -\\
        open --<            >-- serve
                \\-- near --/
        """
        nodes = line(policy='supports: [near, {to: "mission:serve", basis: belief}]')
        assert readings(lambda view: reaches(view, "policy:open", "mission"), nodes) == (True, True)

    def test_an_uncertain_node_at_the_top_is_possibly_reached(self) -> None:
        nodes = line().replace("{id: whole}", "{id: whole, basis: belief}")
        assert readings(lambda view: reaches(view, "objective:fast", "vision"), nodes) == (True, None)

    def test_a_line_that_is_cut_reaches_nothing(self) -> None:
        nodes = line(strategy="statement: x")
        assert readings(lambda view: reaches(view, "objective:fast", "vision"), nodes) == (False, False)
        assert readings(lambda view: reaches(view, "objective:fast", "strategy"), nodes) == (True, True)

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("strategy.supports", None),
            ("strategy:near.supports", None),
            ("strategy", None),
            ("objective.contributes_to", None),
            ("kpi.objectives", False),
            ("chain", False),
        ],
    )
    def test_a_part_of_the_line_that_is_not_described_leaves_it_open(self, part: str, found: Truth) -> None:
        nodes = line(strategy="statement: x")
        top = f'not_described: ["{part}"]'
        assert readings(lambda view: reaches(view, "objective:fast", "vision"), nodes, top) == (found, found)

    def test_a_line_that_turns_back_reaches_nothing(self) -> None:
        nodes = "objective: [{id: a, contributes_to: [b]}, {id: b, contributes_to: [a]}]"
        assert readings(lambda view: reaches(view, "objective:a", "mission"), nodes) == (False, False)


class TestObjectives:
    NODES = """\
    policy: [{id: listen, subject: feedback}, {id: believed, subject: {value: feedback, basis: belief}}, {id: other, subject: general}, {id: bare}]
    objective:
      - {id: direct, implements: [listen]}
      - {id: through, contributes_to: [direct]}
      - {id: perhaps, implements: [believed]}
      - {id: general, implements: [other]}
      - {id: untold, implements: [bare]}
    """

    @pytest.mark.parametrize(
        ("objective", "found"),
        [
            ("direct", (True, True)),
            ("through", (True, True)),
            ("perhaps", (True, None)),
            ("general", (False, False)),
            ("untold", (None, None)),
        ],
    )
    def test_an_objective_is_for_feedback_directly_or_through_another(
        self, objective: str, found: tuple[Truth, Truth]
    ) -> None:
        assert (
            readings(lambda view: objective_for_feedback(view, f"objective:{objective}"), self.NODES) == found
        )

    def test_a_policy_is_about_feedback_when_that_is_its_subject(self) -> None:
        assert readings(lambda view: is_feedback_policy(view, "policy:believed"), self.NODES) == (True, None)


class TestReachesChain:
    NODES = """\
    chain: [{{id: permits}}]
    objective: [{{id: high}}, {{id: low, contributes_to: [high]}}]
    kpi: [{{id: speed, objectives: [low], {kpi}}}, {{id: loose, objectives: [high]}}]
    """

    @pytest.mark.parametrize(
        ("kpi", "found"),
        [
            ("chains: [permits]", (True, True)),
            ("chains: [{to: permits, basis: belief}]", (True, None)),
            ("about: speed", (False, False)),
        ],
    )
    def test_an_objective_reaches_a_chain_by_a_kpi_of_it_or_of_what_contributes(
        self, kpi: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = self.NODES.format(kpi=kpi)
        for objective in ("objective:low", "objective:high"):
            assert readings(lambda view, it=objective: reaches_chain(view, it), nodes) == found

    @pytest.mark.parametrize("part", ["kpi", "kpi.chains", "kpi.objectives", "kpi:loose.chains"])
    def test_kpis_that_are_not_described_may_measure_a_chain(self, part: str) -> None:
        nodes = self.NODES.format(kpi="about: speed")
        assert reaches_chain(claimed(nodes, f'not_described: ["{part}"]'), "objective:high") is None

    def test_a_kpi_of_a_chain_whose_objectives_are_not_described_may_measure_any(self) -> None:
        nodes = "chain: [{id: permits}]\nobjective: [{id: high}]\nkpi: [{id: speed, chains: [permits]}]"
        found = readings(
            lambda view: reaches_chain(view, "objective:high"),
            nodes,
            'not_described: ["kpi:speed.objectives"]',
        )
        assert found == (None, None)


class TestSearch:
    def test_below_and_above_hold_their_starts(self) -> None:
        view = proven(line())
        relations = upward_relations(VOCABULARY)
        down = below(
            view, [("policy:open", True), ("mission:serve", None), ("vision:whole", False)], relations
        )
        assert down.certain == {"policy:open", "objective:fast"}
        assert down.possible == {"policy:open", "objective:fast", "mission:serve", "strategy:near"}
        up = above(view, [("mission:serve", True)], relations)
        assert up.certain == up.possible == {"mission:serve", "vision:whole"}

    def test_what_is_pointed_at_from_above_or_across_is_not_upward(self) -> None:
        assert ("policy", "supports") in upward_relations(VOCABULARY)
        assert ("policy", "conflicts_with") not in upward_relations(VOCABULARY)
