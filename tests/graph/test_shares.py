"""Shares of a population are exact bounds over all that is not certain."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.graph.calendar import Interval
from kamassess.graph.members import Truth
from kamassess.graph.shares import (
    share,
    share_of_sums,
    silo_kpis,
    silo_share,
    steering_quality_share,
    told_feedback_share,
)
from tests.graph.small import both_told, claimed, readings

Answers = list[tuple[Truth, Truth]]

answers = st.lists(st.tuples(st.sampled_from((True, None)), st.sampled_from((True, False, None))), max_size=5)


def completed(told: Answers) -> list[Fraction | None]:
    """The share in every completion; ``None`` where nobody is there."""
    ways = product(
        *(
            [
                (there, so)
                for there in ((True, False) if sure is None else (sure,))
                for so in ((True, False) if truth is None else (truth,))
            ]
            for sure, truth in told
        )
    )
    found: list[Fraction | None] = []
    for way in ways:
        there = [so for is_there, so in way if is_there]
        found.append(Fraction(sum(there), len(there)) if there else None)
    return found


def rounded(part: Fraction) -> Decimal:
    return (Decimal(part.numerator) / part.denominator).quantize(Decimal("1e-10")).normalize()


def one(part: str) -> Interval:
    return Interval(Decimal(part), Decimal(part))


class TestShare:
    """'Every number that is counted is an interval. Shares likewise.'"""

    @given(answers)
    def test_the_ends_are_the_lowest_and_the_highest_of_every_completion(self, told: Answers) -> None:
        possible = completed(told)
        shares = [part for part in possible if part is not None]
        if len(shares) < len(possible):
            assert share(told) is None
        else:
            assert share(told) == Interval(rounded(min(shares)), rounded(max(shares)))

    @given(answers)
    def test_others_that_nobody_named_leave_every_share_possible(self, told: Answers) -> None:
        """Enough others would bring the share as near to either end as one likes."""
        there = any(sure for sure, _ in told)
        assert share(told, open=True) == (Interval(Decimal(0), Decimal(1)) if there else None)

    def test_nobody_has_no_share(self) -> None:
        assert share([]) is None


Parts = list[tuple[Truth, Truth, Decimal | None]]

amounts = st.one_of(st.none(), st.integers(0, 3).map(Decimal))
parts = st.lists(
    st.tuples(st.sampled_from((True, None, False)), st.sampled_from((True, False, None)), amounts), max_size=4
)
HUGE = Decimal(10**15)
"""So much that all else is nothing beside it: what is not known can be that, or nothing at all."""


def each_turn(there: Truth, way: Truth, amount: Decimal | None) -> Iterator[tuple[bool, Decimal]]:
    """What a part could turn out to be: whether it goes that way, and how much it is; not there is nothing."""
    if there is None:
        yield False, Decimal(0)
    ways = (True, False) if way is None else (way,)
    yield from product(ways, (Decimal(0), HUGE) if amount is None else (amount,))


def completed_sums(told: Parts) -> list[Fraction | None]:
    """The share in every completion; ``None`` where there is nothing to divide."""
    choices = [list(each_turn(*part)) for part in told if part[0] is not False]
    found: list[Fraction | None] = []
    for way in product(*choices):
        whole = sum(Fraction(amount) for _, amount in way)
        found.append(sum(Fraction(amount) for goes, amount in way if goes) / whole if whole else None)
    return found


class TestShareOfSums:
    """'Shares likewise': of money and hours as of members."""

    @given(parts)
    def test_the_ends_are_the_lowest_and_the_highest_of_every_completion(self, told: Parts) -> None:
        possible = completed_sums(told)
        shares = [part for part in possible if part is not None]
        if len(shares) < len(possible):
            assert share_of_sums(told) is None
        else:
            assert share_of_sums(told) == Interval(rounded(min(shares)), rounded(max(shares)))

    @pytest.mark.parametrize(
        ("told", "found"),
        [
            ([(True, True, 30), (True, False, 70)], ("0.3", "0.3")),
            ([(True, True, 30), (True, None, 70)], ("0.3", "1")),
            ([(True, True, 30), (True, False, 70), (None, True, 100)], ("0.3", "0.65")),
            ([(True, True, 30), (True, False, 70), (None, False, 100)], ("0.15", "0.3")),
            ([(True, True, 30), (True, False, None)], ("0", "1")),
            ([(True, True, None), (True, False, 70)], ("0", "1")),
            ([(True, False, 70), (None, False, None)], ("0", "0")),
            ([(True, True, 1), (True, False, 2)], ("0.3333333333", "0.3333333333")),
            ([(True, True, 30), (False, False, 70)], ("1", "1")),
        ],
    )
    def test_a_part_that_may_be_missing_or_go_either_way_or_be_any_amount_makes_it_an_interval(
        self, told: list[tuple[Truth, Truth, int | None]], found: tuple[str, str]
    ) -> None:
        asked = [(there, way, None if much is None else Decimal(much)) for there, way, much in told]
        assert share_of_sums(asked) == Interval(Decimal(found[0]), Decimal(found[1]))

    @pytest.mark.parametrize(
        "told",
        [
            [],
            [(True, True, Decimal(0))],
            [(True, True, None)],
            [(None, True, Decimal(30))],
            [(False, True, Decimal(30))],
        ],
    )
    def test_where_there_may_be_nothing_to_divide_there_is_no_share(self, told: Parts) -> None:
        assert share_of_sums(told) is None
        assert share_of_sums(told, open=True) is None

    def test_others_that_nobody_named_leave_every_share_possible(self) -> None:
        told: Parts = [(True, True, Decimal(30))]
        assert share_of_sums(told) == Interval(Decimal(1), Decimal(1))
        assert share_of_sums(told, open=True) == Interval(Decimal(0), Decimal(1))


SILOS = """\
chain: [{{id: permits}}]
unit: [{{id: desk}}]
objective: [{{id: whole}}, {{id: own, units: [desk]}}]
kpi:
  - {{id: tied, chains: [permits], units: [desk]}}
  - {{id: other, {kpi}}}
"""


class TestSilos:
    @pytest.mark.parametrize(
        ("kpi", "found"),
        [
            ("units: [desk]", (one("0.5"), one("0.5"))),
            ("name: x", (one("0"), one("0"))),
            ("units: [desk], parent: tied", (one("0"), one("0"))),
            ("units: [desk], sort: result, objectives: [whole]", (one("0"), one("0"))),
            ("units: [desk], sort: process, objectives: [whole]", (one("0.5"), one("0.5"))),
            ("units: [desk], sort: result, objectives: [own]", (one("0.5"), one("0.5"))),
            ("units: [desk], sort: result", (one("0.5"), one("0.5"))),
            ("units: [{to: desk, basis: belief}]", (one("0.5"), Interval(Decimal(0), Decimal("0.5")))),
            ("units: [desk], basis: belief", (one("0.5"), Interval(Decimal(0), Decimal("0.5")))),
        ],
    )
    def test_the_share_of_kpis_of_a_unit_tied_to_nothing_of_the_whole(
        self, kpi: str, found: tuple[Interval, Interval]
    ) -> None:
        assert readings(silo_share, SILOS.format(kpi=kpi)) == found

    def test_objectives_that_are_not_described_may_be_of_the_whole(self) -> None:
        nodes = SILOS.format(kpi="units: [desk], sort: result")
        assert silo_share(claimed(nodes, "not_described: [kpi.objectives]")) == Interval(
            Decimal(0), Decimal("0.5")
        )

    def test_kpis_that_are_not_described_leave_it_open(self) -> None:
        nodes = SILOS.format(kpi="units: [desk]")
        assert silo_share(claimed(nodes, "not_described: [kpi]")) == Interval(Decimal(0), Decimal(1))
        assert silo_share(claimed()) is None

    def test_the_kpis_themselves_are_told(self) -> None:
        nodes = SILOS.format(kpi="units: [{to: desk, basis: belief}]")
        assert both_told(silo_kpis, nodes) == ("other", "other?")


class TestTold:
    def test_the_share_of_units_that_were_told_of_policy_and_objectives(self) -> None:
        nodes = """\
        policy: [{id: listen, subject: feedback}]
        objective: [{id: heard, implements: [listen]}]
        unit: [{id: a}, {id: b}, {id: c}, {id: d}]
        communication:
          - {id: all, on: 2026-10-01, to_all: true, about: ["policy:listen"]}
          - {id: some, on: 2026-10-01, to: [a, {to: "unit:b", basis: belief}], about: ["objective:heard"]}
        """
        assert readings(told_feedback_share, nodes) == (one("0.5"), Interval(Decimal("0.25"), Decimal("0.5")))


class TestSteering:
    def test_the_share_of_what_is_steered_on_for_feedback_that_is_about_quality(self) -> None:
        nodes = """\
        kpi:
          - {id: a, feedback: true, steering: true, about: quality}
          - {id: b, feedback: true, steering: true, about: speed}
          - {id: c, feedback: true, steering: {value: true, basis: belief}, about: quality}
          - {id: not-steered, feedback: true, about: speed}
          - {id: not-for-feedback, steering: true, about: speed}
        """
        two_thirds = "0.6666666667"
        assert readings(steering_quality_share, nodes) == (
            one(two_thirds),
            Interval(Decimal("0.5"), Decimal(two_thirds)),
        )
