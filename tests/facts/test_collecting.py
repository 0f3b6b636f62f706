"""Just what the rules ask for becomes a fact, once a reading, shared where both know the same."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from kamassess.checklist.ruleset import Ask
from kamassess.facts.answering import sort_out
from kamassess.facts.collecting import collect, display_name, observe, related
from kamassess.facts.table import Facts, Members
from kamassess.graph.calendar import Interval
from kamassess.graph.view import View
from kamassess.model.organisation import Node
from kamassess.model.terms import Reading
from tests.facts.small import BOTH, checkpoint, compiled
from tests.graph.small import claimed, graph, proven, told


def facts(nodes: str, *checkpoints: Mapping[str, Any], top: str = "") -> Facts:
    rules, known = compiled(*checkpoints), graph(nodes, top)
    first = View(known, Reading.CLAIMED)
    second = first if known.is_certain else View(known, Reading.PROVEN)
    return collect(first, second, rules.ruleset, rules.checkpoints, sort_out(known, rules.checkpoints))


def each(kind: str, holds: str) -> Mapping[str, Any]:
    return checkpoint("C-1", each=kind, holds=holds)


PERMITS = """\
person: [{id: jan, management_team: true}]
chain:
  - {id: permits, trigger: a request, owners: [{to: jan, basis: belief}]}
  - {id: objections, trigger: an objection, owners: [jan]}
"""


class TestRows:
    def test_only_what_is_asked_is_there(self) -> None:
        found = facts(PERMITS, each("chain", 'trigger == "a request"')).claimed
        assert found.rows == {
            "chain:permits": {"trigger": "a request"},
            "chain:objections": {"trigger": "an objection"},
        }
        assert found.members == {}

    def test_relations_that_are_asked_are_there_by_their_path(self) -> None:
        found = facts(PERMITS, each("chain", "owners.exists(p, p.in_management_team)"))
        assert found.claimed.members["chain:permits"] == {
            ("owners",): found.claimed.members["chain:permits"]["owners",]
        }
        assert told(found.claimed.members["chain:permits"]["owners",]) == "jan"
        assert told(found.proven.members["chain:permits"]["owners",]) == "jan?"
        assert found.claimed.rows["person:jan"] == {"in_management_team": True}

    def test_what_is_not_known_is_not_in_the_row(self) -> None:
        nodes = "chain: [{id: permits, trigger: {value: x, basis: belief}}]"
        found = facts(nodes, each("chain", 'trigger == "x"'))
        assert found.claimed.rows["chain:permits"] == {"trigger": "x"}
        assert found.proven.rows["chain:permits"] == {}

    def test_an_interval_has_a_low_and_a_high_end(self) -> None:
        nodes = """\
        chain: [{id: permits}]
        performance_conversation:
          - {id: a, on: 2026-01-01, chain: permits}
          - {id: b, on: 2026-01-31, chain: {to: permits, basis: belief}}
        """
        found = facts(nodes, each("performance_conversation", "days_to_next <= 92"))
        assert found.claimed.rows["performance_conversation:a"] == {
            "days_to_next#low": 30,
            "days_to_next#high": 30,
        }
        assert found.proven.rows["performance_conversation:a"] == {
            "days_to_next#low": 30,
            "days_to_next#high": 304,
        }
        assert found.proven.rows["performance_conversation:b"] == {}

    def test_the_foci_of_a_kind_keep_the_order_of_the_file(self) -> None:
        found = facts(PERMITS, each("chain", "owners.size() == 1")).claimed
        assert found.foci["chain"] == ("chain:permits", "chain:objections")
        assert found.foci["organisation"] == ("organisation",)

    def test_dates_are_iso_text(self) -> None:
        found = facts("decision: [{id: d, on: 2026-01-31}]", each("decision", "on < as_of")).claimed
        assert found.rows["decision:d"] == {"on": "2026-01-31", "as_of": "2026-11-01"}

    def test_whether_something_is_there_is_a_fact_of_its_own(self) -> None:
        found = facts(PERMITS, each("chain", "has(chain.trigger) && has(chain.outcome)")).claimed
        assert sorted(found.rows["chain:permits"].values()) == [False, True]

    def test_facts_of_the_whole_are_asked_from_any_node(self) -> None:
        nodes = (
            "unit: [{id: desk}]\nkpi: [{id: a, units: [desk]}, {id: b, units: [{to: desk, basis: belief}]}]"
        )
        found = facts(nodes, each("kpi", "organisation.silo_share < 0.5"))
        name = "organisation.silo_share"
        assert found.claimed.rows["kpi:a"] == {f"{name}#low": Decimal(1), f"{name}#high": Decimal(1)}
        assert found.proven.rows["kpi:b"] == {f"{name}#low": Decimal("0.5"), f"{name}#high": Decimal(1)}


class TestSharing:
    """'Where the two readings know the same of a focus they hold the very same row.'"""

    def test_a_row_that_both_readings_know_is_one_and_the_same(self) -> None:
        nodes = "chain: [{id: a, trigger: x}, {id: b, trigger: {value: x, basis: belief}}]"
        found = facts(nodes, each("chain", 'trigger == "x"'))
        assert found.claimed.rows["chain:a"] is found.proven.rows["chain:a"]
        assert found.claimed.rows["chain:b"] is not found.proven.rows["chain:b"]

    def test_so_are_members(self) -> None:
        found = facts(PERMITS, each("chain", "owners.size() == 1"))
        first, second = found.claimed.members, found.proven.members
        assert first["chain:objections"]["owners",] is second["chain:objections"]["owners",]
        assert first["chain:permits"]["owners",] != second["chain:permits"]["owners",]

    def test_an_answer_by_belief_parts_the_rows_of_a_graph_that_is_certain(self) -> None:
        asked = checkpoint("Q-1", each="chain", ask=BOTH)
        answers = 'answers: [{checkpoint: Q-1, focus: "chain:a", value: yes, basis: belief}]'
        found = facts("chain: [{id: a}, {id: b}]", asked, top=answers)
        assert found.claimed.rows["chain:a"]["small/Q-1.answer"] == "yes"
        assert found.proven.rows["chain:a"] == {"small/Q-1.applicable": True}
        assert found.claimed.rows["chain:b"] is found.proven.rows["chain:b"]

    def test_an_answer_stands_beside_what_the_graph_tells(self) -> None:
        asked = checkpoint("Q-1", each="chain", ask=BOTH, holds='trigger == "x"')
        answers = 'answers: [{checkpoint: Q-1, focus: "chain:a", value: no}]'
        found = facts("chain: [{id: a, trigger: x}]", asked, top=answers)
        assert found.claimed.rows["chain:a"] == {
            "trigger": "x",
            "small/Q-1.applicable": True,
            "small/Q-1.answer": "no",
            "small/Q-1.conforms": False,
        }


LADDER = """\
person: [{id: jan, name: Jan, reports_to: {to: piet, basis: belief}}, {id: piet, reports_to: ada}, {id: ada, leader: true}]
kpi: [{id: low, parent: high}, {id: high, target: 4.5}]
"""


def ask(*path: str, has: bool = False) -> Ask:
    return Ask(".".join(path), path, has)


class TestPaths:
    def test_a_path_goes_through_relations_to_one(self) -> None:
        view = proven(LADDER)
        assert observe(view, "kpi:low", ask("parent", "target")) == Decimal("4.5")
        assert observe(view, "kpi:low", ask("parent", "target", has=True)) is True

    def test_where_nothing_lies_there_it_is_not_known(self) -> None:
        assert observe(claimed(LADDER), "kpi:high", ask("parent", "target")) is None

    def test_where_it_is_not_certain_what_lies_there_it_is_not_known(self) -> None:
        path = ask("reports_to", "reports_to", "leader")
        assert observe(claimed(LADDER), "person:jan", path) is True
        assert observe(proven(LADDER), "person:jan", path) is None
        beyond = ask("reports_to", "leader")
        assert observe(claimed(LADDER, "not_described: [person.reports_to]"), "person:ada", beyond) is None

    def test_members_at_the_end_of_a_path(self) -> None:
        assert told(related(claimed(LADDER), "kpi:low", ("parent", "children"))) == "low"
        assert related(claimed(LADDER), "kpi:high", ("parent", "children")) == Members(open=True)


class TestNames:
    def test_every_node_has_an_id_a_kind_and_a_name(self) -> None:
        view = claimed(LADDER)
        assert [observe(view, "person:jan", ask(name)) for name in ("id", "kind", "name")] == [
            "jan",
            "person",
            "Jan",
        ]
        assert observe(view, "person:ada", ask("name")) == "ada"

    def test_so_has_the_organisation(self) -> None:
        view = claimed(top="name: {nl: Klein, en: Small}")
        found = [observe(view, "organisation", ask(name)) for name in ("id", "kind", "name")]
        assert found == ["small", "organisation", "Small"]
        assert observe(claimed(), "organisation", ask("name")) == "small"

    @pytest.mark.parametrize(
        ("names", "language", "shown"),
        [
            ({"nl": "Keten", "en": "Chain"}, "en", "Chain"),
            ({"nl": "Keten"}, "en", "Keten"),
            (None, "en", "permits"),
            ({}, "nl", "permits"),
        ],
    )
    def test_a_node_is_shown_by_its_name_in_a_language_or_another_or_by_its_id(
        self, names: dict[str, str] | None, language: str, shown: str
    ) -> None:
        assert display_name(Node("chain", "permits", names), language) == shown


class TestRelated:
    def test_the_organisation_has_all_nodes_of_a_kind(self) -> None:
        assert told(related(claimed(PERMITS), "organisation", ("chains",))) == "permits objections"
        assert related(claimed(PERMITS), "chain:permits", ("organisation",)) == Members(("organisation",))

    def test_rules_see_persons_where_a_relation_points_at_people(self) -> None:
        nodes = "person: [{id: jan}]\nrole: [{id: clerk, holders: [jan]}]\nchain: [{id: a, owners: [clerk], experts: [clerk]}]"
        view = claimed(nodes)
        assert told(related(view, "chain:a", ("owners",))) == "jan"
        assert related(view, "chain:a", ("experts",)).certain == ("role:clerk",)

    def test_members_have_the_facts_of_their_relation(self) -> None:
        owners = related(claimed(PERMITS), "chain:objections", ("owners",))
        assert list(owners.facts.values()) == [{"responsible_in_chain": False}]
        nodes = "interested_party: [{id: a}, {id: b}]\nchain: [{id: c, customers: [a], started_by: [a, b]}]"
        started = related(claimed(nodes), "chain:c", ("started_by",))
        assert [started.facts[one] for one in started.certain] == [{"served": True}, {"served": False}]

    def test_a_derived_relation_is_worked_out(self) -> None:
        assert told(related(claimed(PERMITS), "person:jan", ("owned_chains",))) == "permits objections"

    def test_a_fact_of_the_whole_is_an_interval(self) -> None:
        view = claimed("kpi: [{id: a}]")
        assert observe(view, "organisation", ask("silo_share")) == Interval(Decimal(0), Decimal(0))
