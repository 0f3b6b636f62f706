"""What findings have in common: one missing owner is one cause, however much it makes fail."""

from __future__ import annotations

import pytest

from kamassess.checklist.compiling import compile_checklists
from kamassess.engine.reference import Reference
from kamassess.files import load_checklist
from kamassess.judging import assess_organisation
from kamassess.model.organisation import Organisation
from kamassess.result import Result
from tests.findings.small import AS_OF, BELIEVED, Data, assess, checkpoint, people

DUTIES = ("K-8a", "K-8b", "K-8c", "K-8d", "K-8e", "K-8f", "K-8g")


@pytest.fixture(scope="module")
def customer_chains() -> object:
    return compile_checklists([load_checklist("customer-chains")])


def assessed(compiled: object, nodes: Data) -> Result:
    organisation = Organisation.from_data({"id": "x", "nodes": nodes})
    return assess_organisation(organisation, compiled, AS_OF, (Reference(),))  # type: ignore[arg-type]


def causes(result: Result, *checkpoints: str) -> list[str | None]:
    found = {one.checkpoint: one.cause for one in result.findings}
    return [found[one] for one in checkpoints if one in found]


class TestMissingOwner:
    """'A cause that it shares with others (the same deciding node, attribute or relation).'"""

    def test_is_one_cause_for_the_seven_duties(self, customer_chains: object) -> None:
        result = assessed(customer_chains, {"chain": [{"id": "permits"}]})
        assert causes(result, "K-4", *DUTIES) == ["chain:permits.owners"] * 8

    def test_is_none_where_there_is_an_owner(self, customer_chains: object) -> None:
        nodes = {"person": people("jan"), "chain": [{"id": "permits", "owners": ["jan"]}]}
        found = causes(assessed(customer_chains, nodes), "K-4", *DUTIES)
        assert found == ["chain:permits.assignments"] * 7

    def test_is_the_cause_where_it_is_not_known_whether_there_is_one(self, customer_chains: object) -> None:
        nodes = {
            "person": people("jan"),
            "chain": [{"id": "permits", "owners": [{"to": "jan", **BELIEVED}]}],
            "assignment": [
                {
                    "id": "all",
                    "chains": ["permits"],
                    "accountable": ["jan"],
                    "duties": ["kpi-tree", "reporting", "set-up", "it-systems"],
                }
            ],
        }
        found = causes(assessed(customer_chains, nodes), "K-8c", "K-8d", "K-8e")
        assert found == ["chain:permits.owners"] * 3


class TestAlikeChains:
    """'Groups to merge share one cause.'"""

    def test_are_one_group_whichever_chain_is_looked_at(self, customer_chains: object) -> None:
        names = ("a", "b", "c")
        nodes = {
            "product": [{"id": "permit", "family": "permits"}],
            "unit": [{"id": "desk"}],
            "chain": [{"id": one, "products": ["permit"]} for one in names],
            "step": [
                {"id": f"step-{one}", "chain": one, "unit": "desk", "order": 1, "activity": "decide"}
                for one in names
            ],
        }
        result = assessed(customer_chains, nodes)
        found = {one.focus: one.cause for one in result.findings if one.checkpoint == "K-9"}
        assert found == {f"chain:{one}": "chain:a.alike_chains" for one in names}


class TestSharing:
    def test_a_cause_that_no_other_finding_has_is_not_told(self) -> None:
        result = assess(
            [checkpoint(each="chain", holds="products.size() > 0")], {"chain": [{"id": "permits"}]}
        )
        assert [one.cause for one in result.findings] == [None]

    def test_a_cause_is_the_deepest_node_that_decided(self) -> None:
        one = checkpoint("C-1", each="chain", holds="kpis.exists(k, k.steering)")
        two = checkpoint("C-2", each="kpi", holds="steering")
        nodes = {"chain": [{"id": "permits"}], "kpi": [{"id": "speed", "chains": ["permits"]}]}
        assert [it.cause for it in assess([one, two], nodes).findings] == ["kpi:speed.steering"] * 2

    def test_answers_alone_are_no_cause(self) -> None:
        result = assess([checkpoint("C-1", ask="?"), checkpoint("C-2", ask="?")])
        assert [one.cause for one in result.findings] == [None, None]


class TestAccountability:
    """Where no duty of a chain is asked about, owners are not what is missing."""

    @pytest.mark.parametrize(
        ("accountable", "expected"), [([], None), (["wil"], "person:wil.top_management")]
    )
    def test_is_shared_where_one_person_is_not_entitled_and_not_where_nobody_is_named(
        self, accountable: list[str], expected: str | None
    ) -> None:
        compiled = compile_checklists([load_checklist("kam-leadership")])
        system = {
            "id": "kam",
            "accountable_for_design": accountable,
            "accountable_for_operation": accountable,
        }
        nodes = {"person": people("wil"), "management_system": [system]}
        assert causes(assessed(compiled, nodes), "L-4a", "L-4b") == [expected, expected]
