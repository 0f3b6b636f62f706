"""An organisation as a value: its names, and the hash of what it says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from kamassess.model.organisation import (
    Answer,
    Claim,
    Node,
    Organisation,
    Told,
    Waiver,
    canonical_sha256,
    plain,
)
from kamassess.model.terms import Basis


def sha256(**rest: Any) -> str:
    return Organisation.from_data({"id": "x", **rest}).sha256


CHAINS: dict[str, Any] = {
    "person": [{"id": "jan"}],
    "chain": [{"id": "a", "owners": ["jan"], "trigger": "a call"}, {"id": "b"}],
}


class TestHash:
    def test_defaults_are_filled_in(self) -> None:
        spelt_out = {
            "person": [{"id": "jan"}],
            "chain": [
                {"trigger": {"value": "a call"}, "owners": [{"to": "person:jan"}], "id": "a"},
                {"id": "b"},
            ],
        }
        assert sha256(nodes=CHAINS) == sha256(nodes=spelt_out, described={"basis": "record"}, answers=[])

    def test_the_parts_that_are_left_open_have_no_order(self) -> None:
        assert sha256(not_described=["kpi", "promise"]) == sha256(not_described=["promise", "kpi"])

    def test_the_keys_of_a_node_have_no_order_and_its_lists_have(self) -> None:
        assert sha256(nodes={"chain": [{"id": "a", "trigger": "x", "outcome": "y"}]}) == sha256(
            nodes={"chain": [{"outcome": "y", "trigger": "x", "id": "a"}]}
        )
        assert sha256(nodes={"chain": [{"id": "a"}, {"id": "b"}]}) != sha256(
            nodes={"chain": [{"id": "b"}, {"id": "a"}]}
        )

    @pytest.mark.parametrize(
        "changed",
        [
            {"name": "X"},
            {"described": {"basis": "belief"}},
            {"not_described": ["promise"]},
            {"nodes": CHAINS},
            {"evidence": [{"id": "e", "kind": "record"}]},
            {"answers": [{"checkpoint": "A", "value": "yes"}]},
            {
                "nodes": {"person": [{"id": "jan"}]},
                "waivers": [{"checkpoint": "A", "reason": "it ends", "owner": "jan", "until": "2026-12-31"}],
            },
        ],
    )
    def test_whatever_it_says_counts(self, changed: dict[str, Any]) -> None:
        assert sha256(**changed) != sha256()

    def test_where_it_stands_does_not_count(self) -> None:
        data = {"id": "x", "answers": [{"checkpoint": "A", "value": "yes"}]}
        assert Organisation.from_data(data, "one").sha256 == Organisation.from_data(data, "other").sha256

    def test_a_number_larger_than_json_knows_has_a_hash(self) -> None:
        large = {"step": [{"id": "a", "order": 2**53}]}
        larger = {"step": [{"id": "a", "order": 2**53 + 1}]}
        assert sha256(nodes=large) != sha256(nodes=larger)

    def test_it_is_canonical_json(self) -> None:
        # printf '{"a":[true,null,0.5],"b":1}' | sha256sum
        expected = "f93af7f23190b68f99e01d8388a571618e37d267046225998e3ab19a35905cf9"
        assert canonical_sha256({"b": 1, "a": [True, None, 0.5]}) == expected


def test_a_plain_value_has_what_json_has() -> None:
    node = Node(
        "kpi",
        "k",
        None,
        (Told("target", Decimal("0.50")), Told("order", 2**60)),
        claim=Claim(on=date(2026, 1, 1)),
    )
    assert plain(node)["attributes"] == (
        {"name": "target", "value": "0.50", "claim": None},
        {"name": "order", "value": str(2**60), "claim": None},
    )
    assert plain(node)["claim"]["on"] == "2026-01-01"
    assert plain(Told("share", Fraction(1, 3)))["value"] == "1/3"  # type: ignore[arg-type]
    assert "place" not in plain(Answer("A", "organisation", "yes"))


def test_a_node_is_named_by_its_kind_and_id() -> None:
    assert Node("chain", "permits").key == "chain:permits"


def test_answers_are_added_behind_those_that_there_are() -> None:
    organisation = Organisation("x", answers=(Answer("A", "organisation", "yes"),))
    more = organisation.with_answers((Answer("B", "organisation", "no"),))
    assert [one.checkpoint for one in more.answers] == ["A", "B"]
    assert evolve(more, answers=organisation.answers) == organisation


def test_only_some_bases_can_be_certain() -> None:
    assert [one.value for one in Basis if one.can_be_certain] == [
        "contract",
        "document",
        "record",
        "observation",
    ]


class TestWaiver:
    """'A finding can be accepted for a time': from its first day, if it has one, to its last."""

    @staticmethod
    def waiver(**rest: Any) -> Waiver:
        said = {"until": date(2026, 12, 31), **rest}
        return Waiver("K-4", "chain:a", {"en": "it ends"}, "person:jan", **said)

    @pytest.mark.parametrize(
        ("on", "day", "holds"),
        [
            (None, date(2026, 12, 31), True),
            (None, date(2027, 1, 1), False),
            (None, date(1999, 1, 1), True),
            (date(2026, 11, 1), date(2026, 10, 31), False),
            (date(2026, 11, 1), date(2026, 11, 1), True),
            (date(2026, 11, 1), date(2026, 12, 31), True),
            (date(2026, 11, 1), date(2027, 1, 1), False),
            (date(2026, 12, 31), date(2026, 12, 31), True),
            (date(2026, 12, 31), date(2026, 12, 30), False),
        ],
    )
    def test_it_holds_on_its_first_day_and_on_its_last(self, on: date | None, day: date, holds: bool) -> None:
        assert self.waiver(on=on).holds_on(day) is holds

    def test_it_is_the_same_where_it_says_the_same(self) -> None:
        assert self.waiver() == self.waiver(on=None) != self.waiver(on=date(2026, 1, 1))

    def test_it_has_what_json_has(self) -> None:
        assert plain(self.waiver(on=date(2026, 1, 1))) == {
            "checkpoint": "K-4",
            "focus": "chain:a",
            "reason": {"en": "it ends"},
            "owner": "person:jan",
            "until": "2026-12-31",
            "on": "2026-01-01",
        }

    @pytest.mark.parametrize(
        "changed",
        [
            {"checkpoint": "K-5"},
            {"focus": "person:jan"},
            {"reason": "another"},
            {"owner": "piet"},
            {"until": "2027-12-31"},
            {"on": "2026-01-01"},
        ],
    )
    def test_whatever_it_says_is_in_the_hash(self, changed: dict[str, Any]) -> None:
        people = {"person": [{"id": "jan"}, {"id": "piet"}]}
        said = {"checkpoint": "K-4", "reason": "it ends", "owner": "jan", "until": "2026-12-31"}
        before = sha256(nodes=people, waivers=[said])
        assert sha256(nodes=people, waivers=[{**said, **changed}]) != before
        assert sha256(nodes=people, waivers=[{**said, "focus": "organisation"}]) == before

    def test_an_organisation_has_none_unless_it_says_so(self) -> None:
        assert Organisation("x").waivers == ()
        assert sha256() == sha256(waivers=[])
