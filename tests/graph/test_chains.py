"""Customer chains: duties, units, KPI trees, chains alike, and what is expected of them."""

from __future__ import annotations

import pytest

from kamassess.graph.chains import (
    accountable_for,
    accountable_for_any,
    alike_chains,
    chains_through_tree,
    consulted_on_set_up,
    expectation_measured,
    expectation_stated,
    responsible_in_chain,
    same_customers_as_outer,
    served,
    step_units,
    tree,
    tree_cycle,
    tree_leaves,
    tree_roots,
    with_outer,
)
from kamassess.graph.members import Truth
from tests.graph.small import both_told, claimed, proven, readings, told

ASSIGNED = """\
person: [{{id: jan}}, {{id: piet}}]
role: [{{id: clerk, holders: [piet]}}]
chain: [{{id: permits, owners: [jan], experts: [jan, clerk]}}]
assignment: [{{id: a, {assignment}}}]
"""


def assigned(
    who: str = "accountable: [jan]", duties: str = "reporting", chains: str = "permits", basis: str = "record"
) -> str:
    assignment = f"chains: [{chains}], duties: [{duties}], {who}"
    return ASSIGNED.format(assignment=assignment + (f", basis: {basis}" if basis != "record" else ""))


class TestDuties:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (assigned(), ("jan", "jan")),
            (assigned("accountable: [clerk]"), ("piet", "piet")),
            (assigned("accountable: [{to: jan, basis: belief}]"), ("jan", "jan?")),
            (assigned(duties="{to: reporting, basis: belief}"), ("jan", "jan?")),
            (assigned(chains="{to: permits, basis: belief}"), ("jan", "jan?")),
            (assigned(basis="belief"), ("jan", "jan?")),
            (assigned(duties="set-up"), ("", "")),
            (assigned("carries_out: [jan]"), ("", "")),
        ],
    )
    def test_who_is_accountable_for_a_duty(self, nodes: str, found: tuple[str, str]) -> None:
        assert both_told(lambda view: accountable_for("reporting")(view, "chain:permits"), nodes) == found

    def test_who_is_accountable_for_any_duty(self) -> None:
        nodes = assigned(duties="set-up, reporting")
        assert both_told(lambda view: accountable_for_any(view, "chain:permits"), nodes) == ("jan", "jan")
        assert both_told(lambda view: accountable_for_any(view, "chain:permits"), assigned(duties="")) == (
            "",
            "",
        )

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("assignment", "jan ..."),
            ("assignment.accountable", "jan ..."),
            ("assignment.chains", "jan ..."),
            ("assignment.consulted", "jan"),
            ("assignment.duties", "jan"),
        ],
    )
    def test_assignments_that_are_not_described_may_name_others(self, part: str, found: str) -> None:
        view = claimed(assigned(), f"not_described: [{part}]")
        assert told(accountable_for("reporting")(view, "chain:permits")) == found

    def test_each_has_whether_it_owns_the_chain(self) -> None:
        nodes = assigned("accountable: [jan, piet]")
        members = accountable_for("reporting")(claimed(nodes), "chain:permits")
        assert {one: facts["owner"] for one, facts in members.facts.items()} == {
            "person:jan": True,
            "person:piet": False,
        }

    def test_whether_it_owns_the_chain_is_not_told_where_it_is_not_known(self) -> None:
        nodes = assigned().replace("owners: [jan]", "owners: [{to: jan, basis: belief}]")
        members = accountable_for_any(proven(nodes), "chain:permits")
        assert members.facts == {"person:jan": {}}

    @pytest.mark.parametrize(
        ("who", "expert", "found"),
        [
            ("consulted: [jan]", "person:jan", (True, True)),
            ("consulted: [jan]", "role:clerk", (False, False)),
            ("consulted: [piet]", "role:clerk", (True, True)),
            ("consulted: [clerk]", "role:clerk", (True, True)),
            ("consulted: [clerk]", "person:jan", (False, False)),
            ("consulted: [{to: piet, basis: belief}]", "role:clerk", (True, None)),
            ("accountable: [jan]", "person:jan", (False, False)),
        ],
    )
    def test_an_expert_is_consulted_on_the_set_up_in_person_or_as_holder(
        self, who: str, expert: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = assigned(who, duties="set-up")
        assert readings(lambda view: consulted_on_set_up(view, "chain:permits", expert), nodes) == found

    def test_consulted_on_another_duty_is_not_consulted_on_the_set_up(self) -> None:
        view = claimed(assigned("consulted: [jan]", duties="reporting"))
        assert consulted_on_set_up(view, "chain:permits", "person:jan") is False


PLACES = """\
person: [{{id: jan}}]
unit:
  - {{id: town, {town}}}
  - {{id: desk, {desk}}}
team: [{{id: night, {team}}}]
chain: [{{id: permits}}]
step: [{{id: receive, chain: permits, {step}}}]
"""


def places(
    town: str = "name: x",
    desk: str = "part_of: town",
    team: str = "part_of: desk",
    step: str = 'unit: "unit:desk"',
) -> str:
    """receive is done in desk, which is part of town; the team night is part of desk."""
    return PLACES.format(town=town, desk=desk, team=team, step=step)


class TestUnits:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (places(), ("desk", "desk")),
            (places(step='unit: {to: "unit:desk", basis: belief}'), ("desk", "desk?")),
            (places(step='unit: "team:night"'), ("desk", "desk")),
            (places(step='unit: "team:night"', team="part_of: {to: desk, basis: belief}"), ("desk", "desk?")),
            (places(step='unit: "team:night"', team="name: x"), ("", "")),
            (places(step='unit: "unit:desk", basis: belief'), ("desk", "desk?")),
            (places(step="activity: x"), ("", "")),
        ],
    )
    def test_the_units_of_the_steps_a_team_by_the_unit_that_holds_it(
        self, nodes: str, found: tuple[str, str]
    ) -> None:
        assert both_told(lambda view: step_units(view, "chain:permits"), nodes) == found

    @pytest.mark.parametrize("part", ["step", "step.unit", "team.part_of", "step.chain"])
    def test_places_that_are_not_described_may_be_others(self, part: str) -> None:
        view = claimed(places(step='unit: "team:night"'), f"not_described: [{part}]")
        assert told(step_units(view, "chain:permits")) == "desk ..."

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (places(), ("desk town", "desk town")),
            (places(desk="part_of: {to: town, basis: belief}"), ("desk town", "desk town?")),
            (places(desk="name: x"), ("desk", "desk")),
        ],
    )
    def test_a_unit_and_those_that_hold_it(self, nodes: str, found: tuple[str, str]) -> None:
        assert both_told(lambda view: with_outer(view, "unit:desk"), nodes) == found

    def test_all_beyond_an_uncertain_link_is_possible(self) -> None:
        nodes = "unit: [{id: a, part_of: {to: b, basis: belief}}, {id: b, part_of: c}, {id: c}]"
        assert both_told(lambda view: with_outer(view, "unit:a"), nodes) == ("a b c", "a b? c?")

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (places(desk="part_of: town, head: [jan]"), (True, True)),
            (places(town="head: [jan]"), (True, True)),
            (places(town="head: [jan]", desk="part_of: {to: town, basis: belief}"), (True, None)),
            (places(town="head: [jan]", desk="name: x"), (False, False)),
            (places(town="head: [{to: jan, basis: belief}]"), (True, None)),
            (places(), (False, False)),
        ],
    )
    def test_responsible_is_who_heads_a_unit_with_a_step_or_one_that_holds_it(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert (
            readings(lambda view: responsible_in_chain(view, "chain:permits", "person:jan"), nodes) == found
        )

    @pytest.mark.parametrize("part", ["step", "unit.head", "unit.part_of", "unit:desk.part_of"])
    def test_a_part_that_is_not_described_leaves_it_open(self, part: str) -> None:
        view = claimed(places(), f'not_described: ["{part}"]')
        assert responsible_in_chain(view, "chain:permits", "person:jan") is None


CUSTOMERS = """\
customer_group: [{{id: all}}, {{id: few}}]
interested_party: [{{id: board}}]
chain:
  - {{id: outer, {outer}}}
  - {{id: inner, {inner}}}
kpi: [{{id: speed, chains: [inner]}}, {{id: loose}}]
expectation: [{{id: soon, chain: inner, {expectation}}}]
"""


def customers(
    outer: str = "customers: [all, few]",
    inner: str = "part_of: outer, customers: [few, all]",
    expectation: str = "of: all",
) -> str:
    return CUSTOMERS.format(outer=outer, inner=inner, expectation=expectation)


class TestCustomers:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (customers(), (True, True)),
            (customers("customers: [all]"), (False, False)),
            (customers(inner="part_of: outer"), (False, False)),
            (customers("name: x", "part_of: outer"), (False, False)),
            (customers(inner="customers: [all, few]"), (False, False)),
            (customers(inner="part_of: {to: outer, basis: belief}, customers: [all, few]"), (True, None)),
            (customers("customers: [all, {to: few, basis: belief}]"), (True, None)),
            (customers(inner="part_of: outer, customers: [all, {to: few, basis: belief}]"), (True, None)),
        ],
    )
    def test_the_same_customers_as_the_chain_that_holds_it(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: same_customers_as_outer(view, "chain:inner"), nodes) == found

    @pytest.mark.parametrize("part", ["chain.customers", "chain:outer.customers", "chain:inner.customers"])
    def test_customers_that_are_not_described_may_be_the_same(self, part: str) -> None:
        view = claimed(customers(), f'not_described: ["{part}"]')
        assert same_customers_as_outer(view, "chain:inner") is None

    @pytest.mark.parametrize(
        ("who", "found"),
        [
            ("customer_group:all", (True, True)),
            ("interested_party:board", (True, None)),
            ("customer_group:few", (False, False)),
        ],
    )
    def test_a_chain_serves_its_customers_and_chief_stakeholders(
        self, who: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = customers(inner="customers: [all], stakeholders: [{to: board, basis: belief}]")
        assert readings(lambda view: served(view, "chain:inner", who), nodes) == found

    @pytest.mark.parametrize(
        ("expectation", "stated", "measured"),
        [
            ("of: all", (True, True), (False, False)),
            ("of: few", (False, False), (False, False)),
            ("of: {to: all, basis: belief}", (True, None), (False, False)),
            ("statement: x", (False, False), (False, False)),
        ],
    )
    def test_what_a_customer_expects_is_stated(
        self, expectation: str, stated: tuple[Truth, Truth], measured: tuple[Truth, Truth]
    ) -> None:
        nodes, all_ = customers(expectation=expectation), "customer_group:all"
        assert readings(lambda view: expectation_stated(view, "chain:inner", all_), nodes) == stated
        assert readings(lambda view: expectation_measured(view, "chain:inner", all_), nodes) == measured

    @pytest.mark.parametrize(
        ("kpis", "found"),
        [
            ("{id: speed, chains: [inner], expectations: [soon]}", (True, True)),
            ("{id: speed, chains: [{to: inner, basis: belief}], expectations: [soon]}", (True, None)),
            ("{id: speed, chains: [inner], expectations: [{to: soon, basis: belief}]}", (True, None)),
            ("{id: top, chains: [inner]}, {id: speed, parent: top, expectations: [soon]}", (True, True)),
            ("{id: speed, expectations: [soon]}", (False, False)),
        ],
    )
    def test_a_kpi_of_the_chain_measures_what_a_customer_expects(
        self, kpis: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = customers().replace("{id: speed, chains: [inner]}, {id: loose}", kpis)
        assert (
            readings(lambda view: expectation_measured(view, "chain:inner", "customer_group:all"), nodes)
            == found
        )

    def test_expectations_that_are_not_described_may_be_stated(self) -> None:
        view = claimed(customers(expectation="of: few"), "not_described: [expectation]")
        assert expectation_stated(view, "chain:inner", "customer_group:all") is None
        assert expectation_measured(view, "chain:inner", "customer_group:all") is None


# permits -> top -> left -> deep
#                \-> right
TREE = """\
chain: [{id: permits}, {id: objections}]
kpi:
  - {id: top, chains: [permits]}
  - {id: left, parent: top}
  - {id: right, parent: {to: top, basis: belief}}
  - {id: deep, parent: left}
  - {id: loose}
"""


class TestTrees:
    def test_a_tree_is_the_kpis_of_a_chain_and_all_below_them(self) -> None:
        assert both_told(lambda view: tree(view, "chain:permits"), TREE) == (
            "top left right deep",
            "top left deep right?",
        )
        assert both_told(lambda view: tree(view, "chain:objections"), TREE) == ("", "")

    @pytest.mark.parametrize("part", ["kpi", "kpi.chains", "kpi.parent", "kpi:loose.parent"])
    def test_kpis_that_are_not_described_may_be_in_it(self, part: str) -> None:
        assert tree(claimed(TREE, f'not_described: ["{part}"]'), "chain:permits").open

    def test_roots_have_none_above_them_in_the_tree(self) -> None:
        assert both_told(lambda view: tree_roots(view, "chain:permits"), TREE) == ("top", "top right?")

    def test_a_kpi_below_one_of_another_tree_is_a_root_of_its_own(self) -> None:
        nodes = TREE.replace("{id: top, chains: [permits]}", "{id: top, chains: [permits], parent: loose}")
        assert both_told(lambda view: tree_roots(view, "chain:permits"), nodes) == ("top", "top right?")

    def test_leaves_have_none_below_them(self) -> None:
        assert both_told(lambda view: tree_leaves(view, "chain:permits"), TREE) == (
            "right deep",
            "deep right?",
        )

    def test_whether_the_only_one_below_is_there_decides_if_one_is_a_leaf(self) -> None:
        nodes = "chain: [{id: permits}]\nkpi: [{id: top, chains: [permits]}, {id: low, parent: {to: top, basis: trust}}]"
        assert both_told(lambda view: tree_leaves(view, "chain:permits"), nodes) == ("low", "top? low?")

    @pytest.mark.parametrize(
        ("b", "c", "found"),
        [
            ("parent: a", "parent: b", (False, False)),
            ("parent: c", "parent: b", (True, True)),
            ("parent: c", "parent: {to: b, basis: belief}", (True, None)),
        ],
    )
    def test_a_tree_that_turns_back_on_itself_has_a_cycle(
        self, b: str, c: str, found: tuple[Truth, Truth]
    ) -> None:
        """
        a    b <-> c
        """
        nodes = f"chain: [{{id: permits}}]\nkpi: [{{id: a, chains: [permits]}}, {{id: b, chains: [permits], {b}}}, {{id: c, {c}}}]"
        assert readings(lambda view: tree_cycle(view, "chain:permits"), nodes) == found

    def test_a_tree_that_is_not_described_may_have_a_cycle(self) -> None:
        assert tree_cycle(claimed(TREE, "not_described: [kpi.parent]"), "chain:permits") is None

    @pytest.mark.parametrize(
        ("kpi", "found"),
        [
            ("top", ("permits", "permits")),
            ("deep", ("permits", "permits")),
            ("right", ("permits", "permits?")),
            ("loose", ("", "")),
        ],
    )
    def test_a_kpi_measures_its_chains_and_those_of_the_kpis_above_it(
        self, kpi: str, found: tuple[str, str]
    ) -> None:
        assert both_told(lambda view: chains_through_tree(view, f"kpi:{kpi}"), TREE) == found

    def test_a_possible_chain_of_a_kpi_above(self) -> None:
        nodes = TREE.replace("chains: [permits]", "chains: [{to: permits, basis: belief}]")
        assert both_told(lambda view: chains_through_tree(view, "kpi:deep"), nodes) == ("permits", "permits?")

    def test_kpis_above_each_other_end(self) -> None:
        nodes = "chain: [{id: permits}]\nkpi: [{id: a, parent: b}, {id: b, parent: a, chains: [permits]}]"
        assert both_told(lambda view: chains_through_tree(view, "kpi:a"), nodes) == ("permits", "permits")

    @pytest.mark.parametrize("part", ["kpi.chains", "kpi.parent", "kpi:top.chains"])
    def test_chains_above_that_are_not_described_may_be_any(self, part: str) -> None:
        view = claimed(TREE, f'not_described: ["{part}"]')
        assert told(chains_through_tree(view, "kpi:deep")) == "permits ..."


ALIKE = """\
product: [{{id: permit, family: papers}}, {{id: pass, family: papers}}, {{id: bin, family: waste}}, {{id: bare}}]
it_system: [{{id: archive}}, {{id: mail}}]
unit: [{{id: desk}}, {{id: yard}}]
chain:
  - {{id: one, products: [permit], it_systems: [archive]}}
  - {{id: two, {two}}}
step:
  - {{id: one-1, chain: one, order: 1, unit: desk, activity: Receive}}
  - {{id: one-2, chain: one, order: 2, unit: yard, activity: Decide}}
  {steps}
"""
STEPS = (
    "{id: two-2, chain: two, order: 2, unit: yard, activity: decide}",
    "{id: two-1, chain: two, order: 1, unit: desk, activity: receive}",
)


def alike(two: str = "products: [pass], it_systems: [archive]", steps: tuple[str, ...] = STEPS) -> str:
    return ALIKE.format(two=two, steps="\n  ".join(f"- {step}" for step in steps))


def with_step(old: str, new: str) -> str:
    return alike(steps=tuple(step.replace(old, new) for step in STEPS))


class TestAlike:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (alike(), ("two", "two")),
            (alike("products: [pass, bin], it_systems: [archive]"), ("two", "two")),
            (alike("products: [pass]"), ("", "")),
            (alike("products: [pass], it_systems: [archive, mail]"), ("", "")),
            (alike("products: [pass], it_systems: [{to: archive, basis: belief}]"), ("two", "two?")),
            (alike("products: [bin], it_systems: [archive]"), ("", "")),
            (alike("products: [bare], it_systems: [archive]"), ("", "")),
            (alike("it_systems: [archive]"), ("", "")),
            (alike("products: [{to: pass, basis: belief}], it_systems: [archive]"), ("two", "two?")),
            (alike("products: [pass], it_systems: [archive], planned: true"), ("", "")),
            (
                alike("products: [pass], it_systems: [archive], planned: {value: false, basis: belief}"),
                ("two", "two?"),
            ),
            (alike("products: [pass], it_systems: [archive], basis: belief"), ("two", "two?")),
            (alike(steps=STEPS[:1]), ("", "")),
            (alike(steps=("{id: loose, activity: x}",)), ("", "")),
            (with_step("order: 2", "order: 0"), ("", "")),
            (with_step("unit: yard", "unit: desk"), ("", "")),
            (with_step("unit: yard", "unit: {to: yard, basis: belief}"), ("two", "two?")),
            (with_step("unit: yard", "unit: {to: desk, basis: belief}"), ("", "two?")),
            (with_step("decide", "refuse"), ("", "")),
            (with_step("decide", "{value: decide, basis: belief}"), ("two", "two?")),
            (with_step(", activity: decide", ""), ("two?", "two?")),
            (with_step("order: 2, ", ""), ("two?", "two?")),
            (with_step("order: 2", "order: {value: 2, basis: belief}"), ("two", "two?")),
        ],
    )
    def test_chains_of_one_family_with_one_set_up_are_alike(self, nodes: str, found: tuple[str, str]) -> None:
        assert both_told(lambda view: alike_chains(view, "chain:one"), nodes) == found

    def test_an_uncertain_family_is_possibly_the_same(self) -> None:
        nodes = alike().replace(
            "{id: pass, family: papers}", "{id: pass, family: {value: papers, basis: belief}}"
        )
        assert both_told(lambda view: alike_chains(view, "chain:one"), nodes) == ("two", "two?")

    def test_being_alike_goes_both_ways(self) -> None:
        assert both_told(lambda view: alike_chains(view, "chain:two"), alike()) == ("one", "one")

    def test_what_is_known_tells_chains_apart_where_the_rest_is_not(self) -> None:
        """Two systems against one: whatever the steps are, the chains differ."""
        nodes = alike("products: [pass], it_systems: [archive, mail]")
        assert told(alike_chains(claimed(nodes, "not_described: [step.unit]"), "chain:one")) == ""

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("chain", "two? ..."),
            ("chain.products", "two"),
            ("chain:two.products", "two"),
            ("product.family", "two"),
            ("chain.it_systems", "two?"),
            ("step", "two?"),
            ("step.unit", "two?"),
            ("unit", "two"),
        ],
    )
    def test_a_part_that_is_not_described_may_make_them_differ(self, part: str, found: str) -> None:
        assert told(alike_chains(claimed(alike(), f'not_described: ["{part}"]'), "chain:one")) == found

    @pytest.mark.parametrize(
        "part", ["chain.products", "chain:one.products", "chain:two.products", "product.family"]
    )
    def test_products_that_are_not_described_may_be_of_the_same_family(self, part: str) -> None:
        nodes = alike("products: [bin], it_systems: [archive]")
        assert told(alike_chains(claimed(nodes, f'not_described: ["{part}"]'), "chain:one")) == "two?"
