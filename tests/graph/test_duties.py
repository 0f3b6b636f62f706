"""The duty matrix: chains by duties, with who is accountable, carries out, and is consulted."""

from __future__ import annotations

from kamassess.graph.duties import DutyCell, duty_matrix
from kamassess.graph.view import View
from kamassess.model.vocabulary import DUTIES
from tests.graph.small import claimed, proven, told

#              accountable  carries out  consulted
#   permits     jan          piet         kees       set-up
#   permits     jan          -            -          kpi-tree, reporting
NODES = """
person: [{id: jan}, {id: piet}, {id: kees}]
chain: [{id: permits, owners: [jan]}, {id: old, previous: true}]
assignment:
  - {id: one, chains: [permits], duties: [set-up], accountable: [jan], carries_out: [piet], consulted: [kees]}
  - {id: two, chains: [permits], duties: [kpi-tree, reporting], accountable: [jan]}
"""


def cell(view: View, duty: str) -> DutyCell:
    (row,) = duty_matrix(view)
    (found,) = (one for one in row.cells if one.duty == duty)
    return found


def test_a_chain_in_use_has_a_row_with_its_owners_and_every_duty() -> None:
    (row,) = duty_matrix(claimed(NODES))
    assert (row.chain, told(row.owners)) == ("chain:permits", "jan")
    assert [one.duty for one in row.cells] == [duty for duty, _, _ in DUTIES]


def test_a_duty_tells_who_is_accountable_carries_it_out_and_is_consulted() -> None:
    found = cell(claimed(NODES), "set-up")
    assert (told(found.accountable), told(found.carries_out), told(found.consulted)) == (
        "jan",
        "piet",
        "kees",
    )


def test_one_assignment_can_be_of_several_duties() -> None:
    view = claimed(NODES)
    assert told(cell(view, "kpi-tree").accountable) == told(cell(view, "reporting").accountable) == "jan"


def test_a_duty_that_nobody_was_given_is_with_nobody() -> None:
    found = cell(claimed(NODES), "conflicts")
    assert (told(found.accountable), told(found.carries_out), told(found.consulted)) == ("", "", "")


def test_who_is_believed_to_answer_is_possible() -> None:
    nodes = NODES.replace("accountable: [jan], carries", "accountable: [{to: jan, basis: belief}], carries")
    assert told(cell(claimed(nodes), "set-up").accountable) == "jan"
    assert told(cell(proven(nodes), "set-up").accountable) == "jan?"


def test_a_chain_that_may_be_in_use_has_a_row() -> None:
    nodes = "chain: [{id: permits, planned: {value: true, basis: belief}}]"
    assert [one.chain for one in duty_matrix(claimed(nodes))] == []
    assert [one.chain for one in duty_matrix(proven(nodes))] == ["chain:permits"]
