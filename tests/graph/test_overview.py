"""All chains in view: who is not served, which chains to merge, and customers on each level of nesting."""

from __future__ import annotations

import pytest

from kamassess.graph.overview import chains_to_merge, customers_by_level, not_served
from tests.graph.small import both_told, claimed, proven, told


class TestNotServed:
    """'Taken together the chains serve everybody who is to be served; not regulators or neighbours.'"""

    @pytest.mark.parametrize(
        ("chain", "found"),
        [
            ("customers: [applicants]", ("", "")),
            ("", ("applicants", "applicants")),
            ("customers: [applicants], planned: true", ("applicants", "applicants")),
            ("customers: [{to: applicants, basis: belief}]", ("", "applicants?")),
        ],
    )
    def test_a_customer_group_is_served_by_a_chain_in_use(self, chain: str, found: tuple[str, str]) -> None:
        nodes = f"customer_group: [{{id: applicants}}]\nchain: [{{id: permits, {chain}}}]"
        assert both_told(not_served, nodes) == found

    def test_a_chief_stakeholder_is_served_in_the_customers_place(self) -> None:
        nodes = """
interested_party: [{id: council, to_be_served: true}]
chain: [{id: permits, stakeholders: [council]}]
"""
        assert both_told(not_served, nodes) == ("", "")

    @pytest.mark.parametrize(
        ("party", "found"),
        [
            ("sort: customer", "who"),
            ("sort: regulator", ""),
            ("sort: neighbour, to_be_served: true", "who"),
            ("", ""),
        ],
    )
    def test_of_interested_parties_only_those_to_be_served_count(self, party: str, found: str) -> None:
        assert both_told(not_served, f"interested_party: [{{id: who, {party}}}]") == (found, found)

    def test_a_party_of_a_believed_sort_may_have_to_be_served(self) -> None:
        nodes = "interested_party: [{id: who, sort: {value: customer, basis: belief}}]"
        assert both_told(not_served, nodes) == ("who", "who?")


def alike(*ids: str, more: str = "") -> str:
    """Chains of one family that are set up alike."""
    chains = "\n".join(f"  - {{id: {one}, products: [permit]{more}}}" for one in ids)
    steps = "\n".join(
        f"  - {{id: read-{one}, chain: {one}, order: 1, activity: read, unit: desk}}" for one in ids
    )
    return f"unit: [{{id: desk}}]\nproduct: [{{id: permit, family: permits}}]\nchain:\n{chains}\nstep:\n{steps}\n"


class TestChainsToMerge:
    """'Chains of one product family with the same units, systems and step sequence are a group to merge.'"""

    def test_chains_that_are_set_up_alike_are_one_group(self) -> None:
        (group,) = chains_to_merge(claimed(alike("trees", "signs", "events")))
        assert group.chains == ("chain:trees", "chain:signs", "chain:events")
        assert group.certain

    def test_a_chain_that_is_like_no_other_is_in_no_group(self) -> None:
        nodes = alike("trees", "signs").replace(
            "activity: read, unit: desk}\n", "activity: weigh, unit: desk}\n", 1
        )
        assert chains_to_merge(claimed(nodes)) == ()

    def test_two_that_are_each_like_a_third_are_one_group_only_if_they_are_alike(self) -> None:
        """Events are of both families; trees and signs have none in common."""
        nodes = (
            alike("events", "trees", "signs")
            .replace("products: [permit]", "products: [permit, mark]", 1)
            .replace("{id: signs, products: [permit]", "{id: signs, products: [mark]")
            .replace("product: [", "product: [{id: mark, family: marks}, ")
        )
        assert [one.chains for one in chains_to_merge(claimed(nodes))] == [("chain:events", "chain:trees")]

    def test_what_is_not_certain_leaves_a_group_possible(self) -> None:
        nodes = alike("trees", "signs").replace("activity: read", "activity: {value: read, basis: belief}", 1)
        assert [one.certain for one in chains_to_merge(claimed(nodes))] == [True]
        assert [one.certain for one in chains_to_merge(proven(nodes))] == [False]


class TestCustomersByLevel:
    """'Each level names its own customers (not inherited).'"""

    NODES = """
customer_group: [{id: referrers}, {id: companies}]
chain:
  - {id: catering, part_of: work, customers: [companies]}
  - {id: work, all_embracing: true, customers: [referrers]}
  - {id: garden, part_of: work}
  - {id: drawn, part_of: work, planned: true}
  - {id: apart}
"""

    def test_chains_are_told_from_the_outside_in_with_their_own_customers(self) -> None:
        found = customers_by_level(claimed(self.NODES))
        assert [(one.chain.partition(":")[2], one.depth, told(one.customers)) for one in found] == [
            ("work", 0, "referrers"),
            ("catering", 1, "companies"),
            ("garden", 1, ""),
            ("apart", 0, ""),
        ]

    def test_stakeholders_stand_in_the_customers_place(self) -> None:
        nodes = "interested_party: [{id: council}]\nchain: [{id: work, stakeholders: [council]}]"
        (found,) = customers_by_level(claimed(nodes))
        assert told(found.stakeholders) == "council"

    def test_a_chain_inside_one_that_is_out_of_use_stands_by_itself(self) -> None:
        nodes = "chain: [{id: old, previous: true}, {id: inner, part_of: old}]"
        assert [(one.chain, one.depth) for one in customers_by_level(claimed(nodes))] == [("chain:inner", 0)]
