"""
The golden thread, up and down from any node, and where it breaks.

    vision:town <- mission:care <- strategy:near <- policy:listen <- objective:sooner <- kpi:days -> chain:permits -> jan
"""

from __future__ import annotations

import pytest

from kamassess.graph.thread import RUNGS, Thread, golden_thread
from kamassess.graph.view import View
from tests.graph.small import claimed, proven, told

WHOLE = """
vision: [{id: town}]
mission: [{id: care, supports: [town]}]
strategy: [{id: near, supports: [care]}]
policy: [{id: listen, supports: [near]}]
objective: [{id: sooner, implements: [listen]}]
kpi: [{id: days, objectives: [sooner], chains: [permits]}]
chain: [{id: permits, owners: [jan]}]
person: [{id: jan}]
"""


def found(rungs: str, thread: Thread) -> dict[str, str]:
    """What lies up or down, by kind; kinds without any are left out."""
    return {one.kind: told(one.nodes) for one in getattr(thread, rungs) if told(one.nodes)}


def breaks(thread: Thread) -> tuple[str, str]:
    return told(thread.breaks_up), told(thread.breaks_down)


class TestWhole:
    def test_it_runs_from_any_node_to_the_vision_and_to_the_owner(self) -> None:
        view = claimed(WHOLE)
        for kind, key in zip(
            RUNGS, ("town", "care", "near", "listen", "sooner", "days", "permits", "jan"), strict=True
        ):
            thread = golden_thread(view, f"{kind}:{key}")
            assert [one.kind for one in (*reversed(thread.up), *thread.down)] == [
                one for one in RUNGS if one != kind
            ]
            assert all(one.nodes.exist for one in (*thread.up, *thread.down)), key
            assert breaks(thread) == ("", "")

    def test_the_nearest_kind_comes_first(self) -> None:
        thread = golden_thread(claimed(WHOLE), "policy:listen")
        assert found("up", thread) == {"strategy": "near", "mission": "care", "vision": "town"}
        assert list(found("up", thread)) == ["strategy", "mission", "vision"]
        assert list(found("down", thread)) == ["objective", "kpi", "chain", "person"]

    @pytest.mark.parametrize(
        ("nodes", "key", "kinds"),
        [
            ("initiative: [{id: train, contributes_to: [sooner]}]", "initiative:train", 5),
            ("step: [{id: read, chain: permits}]", "step:read", 7),
            ("measurement: [{id: may, kpi: days}]", "measurement:may", 6),
        ],
    )
    def test_a_node_beside_it_joins_it_above(self, nodes: str, key: str, kinds: int) -> None:
        thread = golden_thread(claimed(WHOLE + nodes), key)
        assert len(found("up", thread)) == kinds
        assert thread.down == ()
        assert breaks(thread) == ("", "")


class TestBreaks:
    """'Where it breaks': where nothing leads on before a vision above, or an owner below."""

    @pytest.mark.parametrize(
        ("cut", "up", "down"),
        [
            ("supports: [town]", "care", ""),
            ("supports: [near]", "listen", ""),
            ("implements: [listen]", "sooner", ""),
            (", chains: [permits]", "", "days"),
            (", owners: [jan]", "", "permits"),
        ],
    )
    def test_it_breaks_where_a_link_is_missing(self, cut: str, up: str, down: str) -> None:
        assert breaks(golden_thread(claimed(WHOLE.replace(cut, "")), "objective:sooner")) == (up, down)

    def test_a_node_that_nothing_leads_to_or_from_breaks_it_itself(self) -> None:
        assert breaks(golden_thread(claimed("kpi: [{id: lonely}]"), "kpi:lonely")) == ("lonely", "lonely")

    def test_it_may_pass_over_a_kind(self) -> None:
        nodes = "vision: [{id: town}]\npolicy: [{id: listen, supports: [town]}]"
        thread = golden_thread(claimed(nodes), "policy:listen")
        assert found("up", thread) == {"vision": "town"}
        assert told(thread.breaks_up) == ""

    def test_one_branch_that_goes_on_does_not_mend_another(self) -> None:
        nodes = WHOLE.replace("kpi: [", "kpi: [{id: calls, objectives: [sooner]}, ")
        assert breaks(golden_thread(claimed(nodes), "objective:sooner")) == ("", "calls")

    def test_a_kpi_in_the_tree_of_a_chain_leads_to_the_chain(self) -> None:
        nodes = WHOLE.replace("kpi: [", "kpi: [{id: calls, parent: days}, ")
        assert breaks(golden_thread(claimed(nodes), "objective:sooner")) == ("", "")
        assert found("down", golden_thread(claimed(nodes), "kpi:calls")) == {
            "chain": "permits",
            "person": "jan",
        }

    def test_a_vacant_role_is_no_owner(self) -> None:
        nodes = WHOLE.replace("owners: [jan]", "owners: [head]") + "role: [{id: head}]"
        assert breaks(golden_thread(claimed(nodes), "kpi:days")) == ("", "permits")

    def test_a_beginning_beside_it_that_leads_nowhere_breaks_it(self) -> None:
        thread = golden_thread(claimed("initiative: [{id: train}]"), "initiative:train")
        assert breaks(thread) == ("train", "")


class TestUncertain:
    def test_what_an_uncertain_link_leads_to_is_possible(self) -> None:
        nodes = WHOLE.replace("implements: [listen]", "implements: [{to: listen, basis: belief}]")
        by_word, for_sure = (golden_thread(view(nodes), "kpi:days") for view in (claimed, proven))
        assert found("up", by_word)["policy"] == "listen"
        assert found("up", for_sure)["policy"] == "listen?"
        assert told(by_word.breaks_up) == ""
        assert told(for_sure.breaks_up) == "sooner?"

    def test_what_is_not_described_leaves_the_rest_open(self) -> None:
        view = claimed(WHOLE.replace(", chains: [permits]", ""), "not_described: [kpi.chains]")
        thread = golden_thread(view, "objective:sooner")
        assert found("down", thread)["chain"] == "..."
        assert told(thread.breaks_down) == "days? ..."

    def test_a_cycle_ends(self) -> None:
        view: View = claimed(
            "kpi: [{id: a, parent: b}, {id: b, parent: a, chains: [permits]}]\nchain: [{id: permits}]"
        )
        assert breaks(golden_thread(view, "kpi:a")) == ("", "permits")
