"""Whether a leader speaks, by the name that stands with what was said."""

from __future__ import annotations

import pytest

from kamassess.facts.speaking import speaks_as_leader
from kamassess.graph.members import Truth
from tests.graph.small import readings

NODES = """\
person:
  - {id: m-kaya, name: {nl: Meral Kaya, en: Meral Kaya}, leader: true}
  - {id: piet, name: {nl: Piet, en: Peter}, leader: false}
  - {id: twin-a, name: {nl: Sam, en: Sam}, leader: true}
  - {id: twin-b, name: {nl: Sam, en: Sam}, leader: false}
role:
  - {id: head, holders: [m-kaya]}
  - {id: clerk, holders: [piet]}
  - {id: director, top_management: true}
body:
  - {id: mt, management_team: true}
  - {id: directors, top_management: true}
  - {id: works-council}
unit:
  - {id: board, management: true}
  - {id: desk, management: false}
chain:
  - {id: permits}
"""


def speaks(by: str | None, nodes: str = NODES, top: str = "") -> tuple[Truth, Truth]:
    return readings(lambda view: speaks_as_leader(view, by), nodes, top)


@pytest.mark.parametrize(
    ("by", "leads"),
    [
        ("m-kaya", True),
        ("person:m-kaya", True),
        ("Meral Kaya", True),
        ("piet", False),
        ("Peter", False),
        ("role:head", True),
        ("head", True),
        ("clerk", False),
        ("director", True),
        ("mt", True),
        ("directors", True),
        ("body:works-council", False),
        ("board", True),
        ("unit:desk", False),
        ("permits", False),
    ],
)
def test_who_is_described_leads_or_not(by: str, leads: bool) -> None:
    assert speaks(by) == (leads, leads)


@pytest.mark.parametrize(
    "by", [None, "", "m-kaja", "Meral", "the director", "piett", "auditor", "person:auditor"]
)
def test_of_somebody_who_is_not_named_or_not_described_it_is_not_known(by: str | None) -> None:
    assert speaks(by) == (None, None)


def test_a_person_of_whom_it_is_only_believed_that_they_are_there_may_be_nobody() -> None:
    assert speaks("jan", "person: [{id: jan, leader: false, basis: belief}]") == (False, None)


def test_two_persons_of_one_name_may_each_be_meant() -> None:
    assert speaks("Sam") == (None, None)


def test_where_nobody_described_whether_somebody_leads_they_may() -> None:
    nodes = "person: [{id: jan}]"
    assert speaks("jan", nodes, "not_described: [person.leader]") == (None, None)


def test_what_is_only_believed_of_somebody_is_not_proven() -> None:
    assert speaks("jan", "person: [{id: jan, leader: {value: true, basis: belief}}]") == (True, None)
