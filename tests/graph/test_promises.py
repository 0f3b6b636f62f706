"""Promises: how sure they were, what became of them, and how many were kept (Beuker)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.graph.calendar import Interval
from kamassess.graph.members import Truth
from kamassess.graph.promises import (
    Fate,
    Month,
    brier,
    calibration,
    contracted,
    fate,
    fell_due,
    kept_in_time,
    kept_share,
    kept_to_colleagues,
    kept_to_customers,
    outcome,
    over_time,
    secured,
    to_colleague,
    to_customer,
)
from tests.graph.small import claimed, proven, readings

BELIEF = "basis: belief"
HEAT_PUMP = "promise:heat-pump"
EVIDENCE = """\
evidence:
  - {id: order, kind: contract, on: 2026-10-05, about: ["promise:heat-pump"]}
  - {id: of-part, kind: contract, on: 2026-11-01, about: ["promise:heat-pump.rests_on"]}
  - {id: later, kind: contract, on: 2026-11-02, about: ["promise:heat-pump"]}
  - {id: expired, kind: contract, on: 2025-10-05, valid_until: 2026-10-31, about: ["promise:heat-pump"]}
  - {id: framework, kind: contract, on: 2026-10-05, about: ["promise:boiler"]}
  - {id: minutes, kind: record, on: 2026-10-05, about: ["promise:heat-pump"]}
"""


def promise(what: str) -> str:
    return f"promise: [{{id: heat-pump, due: 2026-12-18, {what}}}, {{id: boiler, due: 2026-12-18}}]"


def on_evidence(value: str, basis: str, *evidence: str) -> str:
    """A promise that rests on something, with evidence."""
    named = ", ".join(evidence)
    return promise(f"rests_on: {{value: {value}, basis: {basis}, evidence: [{named}]}}")


def made_certain(nodes: str, top: str = EVIDENCE) -> tuple[tuple[Truth, Truth], tuple[Truth, Truth]]:
    """Whether a contract makes it certain, and whether that or our extension does."""
    return (
        readings(lambda view: contracted(view, HEAT_PUMP), nodes, top),
        readings(lambda view: secured(view, HEAT_PUMP), nodes, top),
    )


class TestHowSure:
    @pytest.mark.parametrize(
        ("evidence", "found"),
        [
            (["order"], (True, True)),
            (["of-part"], (True, True)),
            (["later"], (False, None)),
            (["expired"], (False, None)),
            (["expired", "order"], (True, True)),
            (["framework"], (True, None)),
            (["minutes"], (True, None)),
            ([], (True, None)),
        ],
    )
    def test_a_contract_about_this_promise_that_was_signed_by_the_day_makes_it_certain(
        self, evidence: list[str], found: tuple[Truth, Truth]
    ) -> None:
        assert made_certain(on_evidence("contract", "contract", *evidence)) == (found, found)

    @pytest.mark.parametrize("basis", ["assumption", "belief", "trust", "promise", "experience", "pressure"])
    def test_nothing_else_does_whatever_record_there_is_of_it(self, basis: str) -> None:
        no = (False, False)
        assert made_certain(promise(f"rests_on: {basis}")) == (no, no)
        assert made_certain(on_evidence(basis, "record", "minutes", "order")) == (no, no)

    @pytest.mark.parametrize("basis", ["order-confirmation", "reserved-capacity"])
    def test_an_order_confirmation_or_reserved_capacity_does_by_our_extension_alone(self, basis: str) -> None:
        assert made_certain(on_evidence(basis, "record", "minutes")) == ((False, False), (True, True))
        assert made_certain(on_evidence(basis, "record", "framework")) == ((False, None), (True, None))
        assert made_certain(promise(f"rests_on: {basis}")) == ((False, None), (True, None))

    def test_without_any_basis_it_is_not_certain(self) -> None:
        no = (False, False)
        assert made_certain(promise("told_as: certain")) == (no, no)

    def test_a_basis_that_is_not_described_or_only_believed_leaves_it_open(self) -> None:
        assert made_certain(promise("told_as: certain"), "not_described: [promise.rests_on]") == (
            (None, None),
            (None, None),
        )
        by_belief = promise(f"rests_on: {{value: trust, {BELIEF}}}")
        assert made_certain(by_belief) == ((False, None), (False, None))


KEPT = "due: 2026-10-01, kept_on: 2026-10-01"


def became(what: str) -> str:
    return f"promise: [{{id: heat-pump, {what}}}]"


class TestFate:
    @pytest.mark.parametrize(
        ("due", "found"),
        [
            ("due: 2026-10-31", (True, True)),
            ("due: 2026-11-01", (False, False)),
            ("due: 2026-11-02", (False, False)),
            (f"due: {{value: 2026-10-31, {BELIEF}}}", (True, None)),
        ],
    )
    def test_it_fell_due_when_its_day_is_past(self, due: str, found: tuple[Truth, Truth]) -> None:
        assert readings(lambda view: fell_due(view, HEAT_PUMP), became(due)) == found

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            (KEPT, (True, True)),
            ("due: 2026-10-01, kept_on: 2026-09-30", (True, True)),
            ("due: 2026-10-01, kept_on: 2026-10-02", (False, False)),
            ("due: 2026-10-01", (False, False)),
            ("due: 2026-12-01, kept_on: 2026-11-01", (True, True)),
            ("due: 2026-12-01, kept_on: 2026-11-02", (False, False)),
            (f"due: 2026-10-01, kept_on: {{value: 2026-10-01, {BELIEF}}}", (True, None)),
            (f"due: {{value: 2026-10-01, {BELIEF}}}, kept_on: 2026-10-01", (True, None)),
            (f"due: {{value: 2026-10-01, {BELIEF}}}, made_on: 2026-01-01", (False, False)),
        ],
    )
    def test_kept_late_is_not_kept(self, what: str, found: tuple[Truth, Truth]) -> None:
        assert readings(lambda view: kept_in_time(view, HEAT_PUMP), became(what)) == found

    def test_whether_it_was_kept_is_open_where_that_is_not_described(self) -> None:
        view = claimed(became("due: 2026-10-01"), "not_described: [promise.kept_on]")
        assert kept_in_time(view, HEAT_PUMP) is None
        assert fate(view, HEAT_PUMP) is None

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            (KEPT, Fate.KEPT),
            ("due: 2026-10-01, kept_on: 2026-10-02", Fate.LATE),
            ("due: 2026-10-31", Fate.OVERDUE),
            ("due: 2026-11-01", Fate.OPEN),
            ("due: 2026-12-01", Fate.OPEN),
            ("due: 2026-12-01, kept_on: 2026-11-01", Fate.KEPT),
            ("due: 2026-12-01, kept_on: 2026-11-02", Fate.OPEN),
            ("due: 2026-10-01, kept_on: 2026-11-02", Fate.OVERDUE),
            ("due: 2026-12-01, withdrawn_on: 2026-10-15", Fate.WITHDRAWN),
            ("due: 2026-10-01, withdrawn_on: 2026-10-15", Fate.WITHDRAWN),
            ("due: 2026-12-01, withdrawn_on: 2026-11-02", Fate.OPEN),
        ],
    )
    def test_what_became_of_it_by_the_day_of_assessment(self, what: str, found: Fate) -> None:
        assert readings(lambda view: fate(view, HEAT_PUMP), became(what)) == (found, found)
        assert outcome(claimed(became(what)), HEAT_PUMP) == found.value

    @pytest.mark.parametrize(
        "what",
        [
            f"due: 2026-10-01, kept_on: {{value: 2026-10-01, {BELIEF}}}",
            f"due: {{value: 2026-10-01, {BELIEF}}}, kept_on: 2026-10-01",
            f"due: 2026-10-01, withdrawn_on: {{value: 2026-09-01, {BELIEF}}}",
            f"due: 2026-10-01, kept_on: 2026-10-01, {BELIEF}",
        ],
    )
    def test_what_is_told_by_belief_is_not_known_for_sure(self, what: str) -> None:
        by_word, for_sure = readings(lambda view: outcome(view, HEAT_PUMP), became(what))
        assert by_word in ("kept", "withdrawn")
        assert for_sure is None


WHO = """\
person: [{id: jan}]
unit: [{id: desk}]
team: [{id: north}]
customer_group: [{id: residents}]
interested_party: [{id: town}]
"""


class TestReceiver:
    @pytest.mark.parametrize(
        ("receiver", "customer", "colleague"),
        [
            ("residents", True, False),
            ("town", True, False),
            ("jan", False, True),
            ("desk", False, True),
            ("north", False, True),
            ("residents, jan", True, True),
            ("", False, False),
        ],
    )
    def test_a_promise_is_made_to_customers_or_inside_or_both(
        self, receiver: str, customer: bool, colleague: bool
    ) -> None:
        nodes = WHO + became(f"due: 2026-10-01, receiver: [{receiver}]")
        assert readings(lambda view: to_customer(view, HEAT_PUMP), nodes) == (customer, customer)
        assert readings(lambda view: to_colleague(view, HEAT_PUMP), nodes) == (colleague, colleague)

    def test_a_receiver_by_belief_or_not_described_leaves_it_open(self) -> None:
        by_belief = WHO + became(f"due: 2026-10-01, receiver: [{{to: residents, {BELIEF}}}]")
        assert readings(lambda view: to_customer(view, HEAT_PUMP), by_belief) == (True, None)
        view = claimed(WHO + became("due: 2026-10-01, receiver: [jan]"), "not_described: [promise.receiver]")
        assert (to_customer(view, HEAT_PUMP), to_colleague(view, HEAT_PUMP)) == (None, True)


# ------------------------------------------------------------------ over all of them
BROKEN, LATE, FUTURE = "due: 2026-10-01", "due: 2026-10-01, kept_on: 2026-10-02", "due: 2026-12-01"


def promises(*told: str, receiver: str = "residents") -> str:
    """Promises, each to the residents unless it says to whom."""
    lines = []
    for at, one in enumerate(told):
        to = "" if "receiver" in one else f", receiver: [{receiver}]"
        lines.append(f"  - {{id: p{at}, {one}{to}}}\n")
    return WHO + "promise:\n" + "".join(lines)


def share_of(nodes: str, top: str = "") -> tuple[str, str]:
    """The share kept to customers, as claimed and as proven: ``0.8``, ``0..1``, or ``-`` for none."""
    found = readings(kept_to_customers, nodes, top)
    return told(found[0]), told(found[1])


def told(found: Interval | None) -> str:
    if found is None:
        return "-"
    return str(found.low) if found.low == found.high else f"{found.low}..{found.high}"


class TestKeptShare:
    def test_sixteen_kept_of_twenty_that_fell_due_is_eighty_percent(self) -> None:
        """Three of the four others were kept late and one never; five are still to come, and one of these is kept."""
        due = [KEPT] * 16 + [LATE] * 3 + [BROKEN]
        future = [FUTURE] * 4 + ["due: 2026-12-01, kept_on: 2026-10-15"]
        assert share_of(promises(*due)) == ("0.8", "0.8")
        assert share_of(promises(*due, *future)) == ("0.8", "0.8")

    @pytest.mark.parametrize(
        ("listed", "found"),
        [
            ([KEPT, LATE], "0.5"),
            ([LATE], "0"),
            ([KEPT], "1"),
            ([KEPT, "due: 2026-10-01, withdrawn_on: 2026-09-15"], "0.5"),
            ([KEPT, "due: 2026-11-01"], "1"),
            ([KEPT, f"{BROKEN}, receiver: [town]"], "0.5"),
            ([KEPT, f"{BROKEN}, receiver: [jan]"], "1"),
            ([FUTURE], "-"),
            ([f"{KEPT}, receiver: [jan]"], "-"),
        ],
    )
    def test_the_share_of_those_that_fell_due_which_were_kept_in_time(
        self, listed: list[str], found: str
    ) -> None:
        assert share_of(promises(*listed)) == (found, found)

    def test_nothing_promised_has_no_share(self) -> None:
        assert share_of("person: [{id: jan}]") == ("-", "-")

    def test_what_was_promised_among_colleagues_is_counted_apart(self) -> None:
        nodes = promises(
            KEPT, f"{BROKEN}, receiver: [jan]", f"{KEPT}, receiver: [north]", f"{KEPT}, receiver: [jan, town]"
        )
        two_thirds = Interval(Decimal("0.6666666667"), Decimal("0.6666666667"))
        assert readings(kept_to_colleagues, nodes) == (two_thirds, two_thirds)
        assert share_of(nodes) == ("1", "1")

    @pytest.mark.parametrize(
        ("listed", "found"),
        [
            ([BROKEN, f"due: 2026-10-01, kept_on: {{value: 2026-10-01, {BELIEF}}}"], ("0.5", "0..0.5")),
            ([KEPT, f"{BROKEN}, {BELIEF}"], ("0.5", "0.5..1")),
            ([KEPT, f"due: {{value: 2026-10-01, {BELIEF}}}"], ("0.5", "0.5..1")),
            ([KEPT, f"{BROKEN}, receiver: [{{to: town, {BELIEF}}}]"], ("0.5", "0.5..1")),
            ([f"{KEPT}, {BELIEF}"], ("1", "-")),
        ],
    )
    def test_what_is_told_by_belief_makes_it_an_interval(
        self, listed: list[str], found: tuple[str, str]
    ) -> None:
        assert share_of(promises(*listed)) == found

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("promise", "0..1"),
            ("promise.kept_on", "0.5..1"),
            ("promise.receiver", "0.5..0.6666666667"),
            ("promise.conditions", "0.5"),
        ],
    )
    def test_what_is_not_described_leaves_it_open(self, part: str, found: str) -> None:
        nodes = promises(KEPT, BROKEN, f"{KEPT}, receiver: [jan]")
        assert share_of(nodes, f"not_described: [{part}]") == (found, found)

    def test_a_period_has_its_first_and_last_day(self) -> None:
        nodes = promises(
            "due: 2026-09-01, kept_on: 2026-09-01", "due: 2026-09-30", "due: 2026-10-01, kept_on: 2026-10-01"
        )
        september = (date(2026, 9, 1), date(2026, 9, 30))
        half, one = Interval(Decimal("0.5"), Decimal("0.5")), Interval(Decimal(1), Decimal(1))
        view = claimed(nodes)
        assert kept_share(view, to_customers=True, period=september) == half
        assert kept_share(view, to_customers=True, period=(date(2026, 10, 1), date(2026, 10, 1))) == one
        assert kept_share(view, to_customers=True, period=(date(2026, 9, 2), date(2026, 9, 29))) is None

    def test_in_a_period_may_have_fallen_what_is_due_on_a_day_by_belief(self) -> None:
        nodes = promises(KEPT, f"due: {{value: 2026-01-01, {BELIEF}}}")
        october = (date(2026, 10, 1), date(2026, 10, 31))

        found = readings(lambda view: kept_share(view, to_customers=True, period=october), nodes)
        assert (told(found[0]), told(found[1])) == ("1", "0.5..1")


class TestOverTime:
    def test_each_month_in_which_a_promise_fell_due_has_its_shares(self) -> None:
        nodes = promises(
            "due: 2026-10-31",
            "due: 2026-10-01, kept_on: 2026-10-01",
            "due: 2026-08-15, kept_on: 2026-08-16, receiver: [jan]",
            "due: 2025-08-15, kept_on: 2025-08-15",
            "due: 2026-11-01",
            "due: 2026-12-24",
        )
        nought, half, one = (Interval(Decimal(part), Decimal(part)) for part in ("0", "0.5", "1"))
        assert over_time(claimed(nodes)) == (
            Month(date(2025, 8, 1), 1, one, None),
            Month(date(2026, 8, 1), 1, None, nought),
            Month(date(2026, 10, 1), 2, half, None),
        )

    def test_what_is_due_on_a_day_by_belief_fell_in_no_certain_month(self) -> None:
        nodes = promises(KEPT, f"due: {{value: 2026-09-30, {BELIEF}}}")
        assert [one.first.month for one in over_time(claimed(nodes))] == [9, 10]
        assert [one.first.month for one in over_time(proven(nodes))] == [10]

    def test_without_promises_there_is_no_month(self) -> None:
        assert over_time(claimed(promises(FUTURE))) == ()


class TestBrier:
    def test_the_published_example(self) -> None:
        assert brier([(0.1, False), (0.9, True), (0.8, True), (0.3, False)]) == Fraction("0.0375")

    @pytest.mark.parametrize(
        ("told", "score"),
        [
            (Decimal(1), Fraction(1, 2)),
            (Decimal("0.5"), Fraction(1, 4)),
            (Fraction(1, 3), Fraction(5, 18)),
        ],
    )
    def test_always_sure_and_right_half_of_the_time_is_worse_than_an_honest_half(
        self, told: Decimal | Fraction, score: Fraction
    ) -> None:
        assert brier([(told, True), (told, False)]) == score

    def test_nothing_told_has_no_score(self) -> None:
        assert brier([]) is None

    @given(st.lists(st.tuples(st.decimals(0, 1, places=2), st.booleans()), min_size=1, max_size=6))
    def test_it_lies_between_perfect_and_always_wrong(self, pairs: list[tuple[Decimal, bool]]) -> None:
        score = brier(pairs)
        assert score is not None
        assert 0 <= score <= 1
        assert (score == 0) is all(told == came_true for told, came_true in pairs)


class TestCalibration:
    NODES = promises(
        f"{BROKEN}, probability: 0.1",
        f"{KEPT}, probability: 0.9",
        f"{KEPT}, probability: 0.8, receiver: [jan]",
        f"{LATE}, probability: 0.3",
    )

    def test_it_is_the_score_of_what_fell_due_whether_it_came_late_or_not_at_all(self) -> None:
        assert readings(calibration, self.NODES) == (Fraction("0.0375"), Fraction("0.0375"))

    @pytest.mark.parametrize(
        "one",
        [
            f"{FUTURE}, probability: 1",
            "due: 2026-12-01, kept_on: 2026-10-01, probability: 0",
            KEPT,
            f"{BROKEN}, told_as: certain",
        ],
    )
    def test_what_is_not_due_yet_or_has_no_probability_does_not_count(self, one: str) -> None:
        nodes = self.NODES + f"  - {{id: more, {one}}}\n"
        assert calibration(claimed(nodes)) == Fraction("0.0375")

    @pytest.mark.parametrize(
        "one",
        [
            f"due: 2026-10-01, kept_on: {{value: 2026-10-01, {BELIEF}}}, probability: 0",
            f"{KEPT}, probability: {{value: 0, {BELIEF}}}",
            f"due: {{value: 2026-10-01, {BELIEF}}}, kept_on: 2026-10-01, probability: 0",
            f"{KEPT}, probability: 0, {BELIEF}",
        ],
    )
    def test_nor_does_what_is_known_by_belief_only(self, one: str) -> None:
        nodes = self.NODES + f"  - {{id: more, {one}}}\n"
        assert calibration(claimed(nodes)) == (4 * Fraction("0.0375") + 1) / 5
        assert calibration(proven(nodes)) == Fraction("0.0375")

    def test_without_any_there_is_no_score(self) -> None:
        assert calibration(claimed(promises(KEPT))) is None
