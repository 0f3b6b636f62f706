"""The graph as networkx has it: every node and link, with how certain each is."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

import kamassess as ka
from kamassess.graph.network import network
from tests.graph.small import claimed, proven

NODES = """\
person: [{id: jan, name: Jan, management_team: true}]
vision: [{id: near}]
mission: [{id: help, supports: [near]}]
policy: [{id: open, supports: [help], adopted_on: 2026-01-02, owners: [{to: jan, basis: belief}]}]
objective: [{id: fast, implements: [open]}]
kpi: [{id: days, objectives: [fast], chains: [permits], target: {value: 10, basis: trust}}]
chain: [{id: permits, owners: [jan]}]
"""


def test_nodes_are_foci_with_their_kind_name_and_what_is_known_of_them() -> None:
    found = network(claimed(NODES))
    assert found.nodes["person:jan"] == {
        "kind": "person",
        "name": {"nl": "Jan", "en": "Jan"},
        "certain": True,
        "management_team": True,
    }
    assert found.nodes["policy:open"]["adopted_on"] == date(2026, 1, 2)
    assert found.nodes["kpi:days"]["target"] == 10


def test_what_is_not_proven_is_not_known_to_the_proven_reading() -> None:
    assert "target" not in network(proven(NODES)).nodes["kpi:days"]


def test_links_go_the_way_they_are_written_and_say_how_certain_they_are() -> None:
    found = network(claimed(NODES))
    assert found.edges["chain:permits", "person:jan", "owners"] == {"certain": True, "evidence": ()}
    assert not found.edges["policy:open", "person:jan", "owners"]["certain"]
    assert not found.has_edge("person:jan", "chain:permits")


def test_two_nodes_may_be_linked_in_several_ways() -> None:
    found = network(claimed("person: [{id: jan}]\nchain: [{id: a, owners: [jan], experts: [jan]}]"))
    assert set(found["chain:a"]["person:jan"]) == {"owners", "experts"}


def test_networkx_finds_its_way_from_a_chain_to_the_vision() -> None:
    found = network(claimed(NODES))
    assert nx.shortest_path(found, "kpi:days", "vision:near") == [
        "kpi:days", "objective:fast", "policy:open", "mission:help", "vision:near",
    ]  # fmt: skip


class TestTheDoor:
    organisation = ka.Organisation.from_data({"id": "x", "nodes": {"chain": [{"id": "permits"}]}})

    def test_gives_the_graph_of_an_organisation_on_a_day(self) -> None:
        found = ka.network(self.organisation, as_of="2026-11-01", reading="proven")
        assert found.nodes["chain:permits"]["kind"] == "chain"
        assert found.name == "x"

    def test_tells_which_readings_there_are(self) -> None:
        with pytest.raises(ka.InvalidCall, match="there is no reading 'proofen'; did you mean 'proven'"):
            ka.network(self.organisation, as_of="2026-11-01", reading="proofen")
