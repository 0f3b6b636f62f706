"""Dates against the day of the assessment, which is 1 November 2026 here."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.graph.calendar import (
    Interval,
    days_ago,
    days_measured,
    days_since_next,
    days_to_next,
    held,
    missed,
    months_later,
    overdue,
)
from kamassess.graph.members import Truth
from tests.graph.small import claimed, readings


class TestMonthsLater:
    @pytest.mark.parametrize(
        ("day", "months", "then"),
        [
            (date(2026, 1, 31), 1, date(2026, 2, 28)),
            (date(2028, 1, 31), 1, date(2028, 2, 29)),
            (date(2026, 11, 30), 3, date(2027, 2, 28)),
            (date(2026, 12, 1), 0, date(2026, 12, 1)),
            (date(2026, 12, 15), 12, date(2027, 12, 15)),
            (date(2026, 12, 15), 1, date(2027, 1, 15)),
        ],
    )
    def test_the_same_day_or_the_last_of_a_shorter_month(self, day: date, months: int, then: date) -> None:
        assert months_later(day, months) == then

    @given(st.dates(date(1900, 1, 1), date(2900, 1, 1)), st.integers(0, 600))
    def test_the_month_is_right_and_the_day_no_later(self, day: date, months: int) -> None:
        then = months_later(day, months)
        assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
        assert then.day == min(day.day, monthrange(then.year, then.month)[1])


def review(what: str) -> str:
    return f"review: [{{id: spring, {what}}}]"


class TestDates:
    @pytest.mark.parametrize(
        ("on", "was_held", "ago"),
        [
            ("on: 2026-10-31", (True, True), (1, 1)),
            ("on: 2026-11-01", (True, True), (0, 0)),
            ("on: 2026-11-02", (False, False), (-1, -1)),
            ("name: x", (None, None), (None, None)),
            ("on: {value: 2026-10-31, basis: belief}", (True, None), (1, None)),
        ],
    )
    def test_held_is_on_or_before_the_day(
        self, on: str, was_held: tuple[Truth, Truth], ago: tuple[int | None, int | None]
    ) -> None:
        assert readings(lambda view: held(view, "review:spring"), review(on)) == was_held
        assert readings(lambda view: days_ago(view, "review:spring"), review(on)) == ago

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            ("on: 2025-10-31, interval_months: 12", (True, True)),
            ("on: 2025-11-01, interval_months: 12", (False, False)),
            ("on: 2025-11-02, interval_months: 12", (False, False)),
            ("on: 2025-10-31, interval_months: 1000000000", (False, False)),
            ("on: 2025-10-31", (None, None)),
            ("interval_months: 12", (None, None)),
            ("on: 2025-10-31, interval_months: {value: 12, basis: belief}", (True, None)),
        ],
    )
    def test_overdue_is_when_the_next_should_have_been_held_before(
        self, what: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: overdue(view, "review:spring"), review(what)) == found


CONVERSATIONS = """\
chain: [{{id: permits}}]
performance_conversation:
  - {{id: first, {first}}}
  - {{id: second, {second}}}
"""
FIRST = "on: 2026-01-01, chain: permits"


def conversations(second: str, first: str = FIRST) -> str:
    return CONVERSATIONS.format(first=first, second=second)


class TestDaysToNext:
    @pytest.mark.parametrize(
        ("nodes", "claimed_days", "proven_days"),
        [
            (conversations("on: 2026-01-31, chain: permits"), (30, 30), (30, 30)),
            (conversations("on: 2026-01-31"), (304, 304), (304, 304)),
            (conversations("on: 2026-11-02, chain: permits"), (304, 304), (304, 304)),
            (conversations("on: 2025-12-31, chain: permits"), (304, 304), (304, 304)),
            (conversations("on: 2026-01-31, chain: {to: permits, basis: belief}"), (30, 30), (30, 304)),
            (conversations("on: {value: 2026-01-31, basis: belief}, chain: permits"), (30, 30), (0, 304)),
            (conversations("chain: permits"), (0, 304), (0, 304)),
        ],
    )
    def test_days_to_the_next_or_to_the_assessment(
        self, nodes: str, claimed_days: tuple[int, int], proven_days: tuple[int, int]
    ) -> None:
        found = readings(lambda view: days_to_next(view, "performance_conversation:first"), nodes)
        assert found == (Interval(*claimed_days), Interval(*proven_days))
        # From the first of January to the assessment are 304 days.
        since = readings(lambda view: days_since_next(view, "performance_conversation:first"), nodes)
        assert since == tuple(Interval(304 - high, 304 - low) for low, high in (claimed_days, proven_days))

    @pytest.mark.parametrize("first", ["chain: permits", "on: 2026-01-01", "on: 2026-11-02, chain: permits"])
    def test_not_known_of_one_without_date_or_chain_or_that_is_planned(self, first: str) -> None:
        nodes = conversations("on: 2026-01-31, chain: permits", first)
        assert days_to_next(claimed(nodes), "performance_conversation:first") is None
        assert days_since_next(claimed(nodes), "performance_conversation:first") is None

    def test_not_known_of_one_that_may_be_about_no_chain(self) -> None:
        nodes = conversations(
            "on: 2026-01-31, chain: permits", "on: 2026-01-01, chain: {to: permits, basis: trust}"
        )
        found = readings(lambda view: days_to_next(view, "performance_conversation:first"), nodes)
        assert found == (Interval(30, 30), None)

    def test_conversations_that_are_not_described_may_have_come_between(self) -> None:
        nodes = conversations("on: 2026-01-31, chain: permits")
        view = claimed(nodes, "not_described: [performance_conversation]")
        assert days_to_next(view, "performance_conversation:first") == Interval(0, 30)


KPIS = """\
kpi: [{{id: speed, {kpi}}}]
measurement: [{{id: may, {measurement}}}]
"""
MEASURED = "kpi: speed, value: 4.5"


class TestMissed:
    @pytest.mark.parametrize(
        ("kpi", "measurement", "found"),
        [
            ("target: 5, better: higher", MEASURED, (True, True)),
            ("target: 5, better: lower", MEASURED, (False, False)),
            ("target: 4.5, better: higher", MEASURED, (False, False)),
            ("target: 4, better: lower", MEASURED, (True, True)),
            ("target: 5", MEASURED, (None, None)),
            ("better: lower", MEASURED, (None, None)),
            ("target: 5, better: higher", "kpi: speed", (None, None)),
            ("target: 5, better: higher", "value: 4.5", (None, None)),
            ("target: {value: 5, basis: belief}, better: higher", MEASURED, (True, None)),
            ("target: 5, better: higher", "kpi: {to: speed, basis: belief}, value: 4.5", (True, None)),
        ],
    )
    def test_a_value_falls_short_of_the_target_of_its_kpi(
        self, kpi: str, measurement: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = KPIS.format(kpi=kpi, measurement=measurement)
        assert readings(lambda view: missed(view, "measurement:may"), nodes) == found


def days(*measurements: str) -> str:
    """A KPI and its measurements, each by when it was, and more."""
    listed = "".join(f"  - {{id: m{at}, {one}}}\n" for at, one in enumerate(measurements))
    return "kpi: [{id: speed}, {id: other}]\n" + (f"measurement:\n{listed}" if measurements else "")


OCTOBER, NOVEMBER = "kpi: speed, on: 2026-10-01", "kpi: speed, on: 2026-11-01"
BELIEVED = "kpi: speed, on: 2026-10-15, basis: belief"


class TestDaysMeasured:
    @pytest.mark.parametrize(
        ("measurements", "claimed_days", "proven_days"),
        [
            ([], (0, 0), (0, 0)),
            ([OCTOBER, NOVEMBER], (2, 2), (2, 2)),
            ([OCTOBER, OCTOBER], (1, 1), (1, 1)),
            ([OCTOBER, "kpi: speed, on: 2026-11-02"], (1, 1), (1, 1)),
            ([OCTOBER, "kpi: other, on: 2026-11-01"], (1, 1), (1, 1)),
            ([OCTOBER, "kpi: speed"], (1, 2), (1, 2)),
            ([OCTOBER, BELIEVED], (2, 2), (1, 2)),
            ([OCTOBER, "kpi: {to: speed, basis: belief}, on: 2026-10-15"], (2, 2), (1, 2)),
            ([OCTOBER, "kpi: {to: speed, basis: belief}, on: 2026-10-01"], (1, 1), (1, 1)),
            ([OCTOBER, "kpi: speed, on: {value: 2026-10-15, basis: belief}"], (2, 2), (1, 2)),
        ],
    )
    def test_the_days_by_the_assessment_on_which_a_kpi_was_measured_count_once(
        self, measurements: list[str], claimed_days: tuple[int, int], proven_days: tuple[int, int]
    ) -> None:
        found = readings(lambda view: days_measured(view, "kpi:speed"), days(*measurements))
        assert found == (Interval(*claimed_days), Interval(*proven_days))

    @pytest.mark.parametrize("part", ["measurement", "measurement.kpi"])
    def test_measurements_that_are_not_described_have_no_upper_end(self, part: str) -> None:
        view = claimed(days(OCTOBER), f"not_described: [{part}]")
        assert days_measured(view, "kpi:speed") == Interval(1, None)


def test_an_interval_is_told_as_one_number_or_two_or_as_at_least_one() -> None:
    assert [str(Interval(2, high)) for high in (2, 3, None)] == ["2", "2 to 3", "2 or more"]
