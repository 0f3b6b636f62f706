"""What a reading knows: claimed takes claims at their word, proven takes the uncertain ones as unknown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.graph.small import both_told, claimed, proven, readings, told

UNCERTAIN = """\
person: [{id: jan}, {id: piet, basis: belief}]
chain:
  - id: permits
    trigger: {value: a request, basis: belief}
    previous: {value: true, basis: trust}
    owners: [jan, piet]
    customers: [{to: "customer_group:all", basis: assumption}]
customer_group: [{id: all}]
"""


class TestNodes:
    def test_an_uncertain_node_is_there_as_claimed_and_possibly_as_proven(self) -> None:
        assert readings(lambda view: view.exists("person:piet"), UNCERTAIN) == (True, None)
        assert readings(lambda view: view.exists("person:jan"), UNCERTAIN) == (True, True)

    def test_all_of_a_kind(self) -> None:
        assert both_told(lambda view: view.all("person"), UNCERTAIN) == ("jan piet", "jan piet?")

    def test_a_kind_that_is_not_described_may_have_others(self) -> None:
        assert told(claimed(UNCERTAIN, "not_described: [person]").all("person")) == "jan piet ..."
        assert told(claimed(UNCERTAIN, "not_described: [person.unit]").all("person")) == "jan piet"

    def test_the_day_is_that_of_the_graph(self) -> None:
        assert claimed().as_of == date(2026, 11, 1)

    def test_what_was_worked_out_is_kept(self) -> None:
        view = claimed(UNCERTAIN)
        assert view.members("chain:permits", "owners") is view.members("chain:permits", "owners")


class TestAttributes:
    def test_an_uncertain_value_is_known_as_claimed_alone(self) -> None:
        assert readings(lambda view: view.value("chain:permits", "trigger"), UNCERTAIN) == ("a request", None)

    def test_an_uncertain_flag_is_neither_set_nor_unset_as_proven(self) -> None:
        assert readings(lambda view: view.flag("chain:permits", "previous"), UNCERTAIN) == (True, None)

    def test_a_flag_that_is_left_out_is_false(self) -> None:
        assert readings(lambda view: view.flag("chain:permits", "planned"), UNCERTAIN) == (False, False)

    @pytest.mark.parametrize("part", ["chain", "chain.planned", "chain:permits.planned"])
    def test_a_flag_that_is_left_out_and_not_described_is_unknown(self, part: str) -> None:
        view = claimed(UNCERTAIN, f'not_described: ["{part}"]')
        assert view.flag("chain:permits", "planned") is None

    def test_any_other_attribute_that_is_left_out_is_unknown(self) -> None:
        assert claimed(UNCERTAIN).value("chain:permits", "outcome") is None

    def test_values_have_the_type_that_the_vocabulary_gives_them(self) -> None:
        view = claimed("kpi: [{id: speed, target: 4.5, sort: result}]\ndecision: [{id: d, on: 2026-01-31}]")
        assert view.value("kpi:speed", "target") == Decimal("4.5")
        assert view.day("decision:d", "on") == date(2026, 1, 31)
        assert view.day("decision:d", "what") is None
        assert view.flag("kpi:speed", "sort") is None
        assert view.is_word("kpi:speed", "sort", "process", "result") is True
        assert view.is_word("kpi:speed", "sort", "process") is False
        assert view.is_word("kpi:speed", "about", "quality") is None


class TestHas:
    def test_what_is_told_is_there(self) -> None:
        assert readings(lambda view: view.has("chain:permits", "trigger"), UNCERTAIN) == (True, None)

    def test_what_is_left_out_is_not_there_in_either_reading(self) -> None:
        assert readings(lambda view: view.has("chain:permits", "outcome"), UNCERTAIN) == (False, False)

    @pytest.mark.parametrize("part", ["chain", "chain.outcome", "chain:permits.outcome"])
    def test_unless_it_is_not_described(self, part: str) -> None:
        view = claimed(UNCERTAIN, f'not_described: ["{part}"]')
        assert view.has("chain:permits", "outcome") is None
        assert view.has("chain:permits", "trigger") is True


class TestRelations:
    def test_an_uncertain_link_is_a_possible_member_as_proven(self) -> None:
        assert both_told(lambda view: view.members("chain:permits", "customers"), UNCERTAIN) == (
            "all",
            "all?",
        )

    def test_so_is_a_link_to_an_uncertain_node(self) -> None:
        assert both_told(lambda view: view.members("chain:permits", "owners"), UNCERTAIN) == (
            "jan piet",
            "jan piet?",
        )

    def test_and_so_is_the_relation_turned_round(self) -> None:
        assert both_told(lambda view: view.members("person:piet", "owns"), UNCERTAIN) == (
            "permits",
            "permits?",
        )

    def test_a_relation_is_closed_where_it_is_described(self) -> None:
        assert claimed(UNCERTAIN).members("chain:permits", "products").exist is False

    @pytest.mark.parametrize("part", ["chain", "chain.products", "chain:permits.products"])
    def test_a_part_that_is_not_described_may_have_others_in_both_readings(self, part: str) -> None:
        top = f'not_described: ["{part}"]'
        assert both_told(lambda view: view.members("chain:permits", "products"), UNCERTAIN, top) == (
            "...",
            "...",
        )

    @pytest.mark.parametrize("part", ["chain", "chain.owners", "chain:permits.owners"])
    def test_what_may_be_drawn_may_be_drawn_to_any_node(self, part: str) -> None:
        """Whoever is not told to own a chain may own one whose owners are not described."""
        top = f'not_described: ["{part}"]'
        assert told(claimed(UNCERTAIN, top).members("person:jan", "owns")) == "permits ..."

    @pytest.mark.parametrize("part", ["chain.products", "chain:permits.products", "step"])
    def test_another_part_leaves_the_inverse_closed(self, part: str) -> None:
        top = f'not_described: ["{part}"]'
        assert told(claimed(UNCERTAIN, top).members("person:jan", "owns")) == "permits"


class TestUpward:
    NODES = """\
    chain: [{id: permits}]
    objective: [{id: fast}]
    unit: [{id: desk}]
    kpi: [{id: speed, objectives: [fast], chains: [{to: permits, basis: belief}], units: [desk]}]
    """

    def test_it_joins_the_relations_that_point_nearer_to_vision_and_owner(self) -> None:
        assert both_told(lambda view: view.upward("kpi:speed"), self.NODES) == (
            "fast permits",
            "fast permits?",
        )

    def test_one_relation_that_is_not_described_leaves_it_open(self) -> None:
        assert (
            told(proven(self.NODES, "not_described: [kpi.parent]").upward("kpi:speed")) == "fast permits? ..."
        )
