"""When a claim is certain: the one question of the proven reading."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kamassess.model.evidence import (
    counts_on,
    description_is_certain,
    is_certain,
    is_certain_again,
    proofs,
)
from kamassess.model.organisation import Claim, Evidence
from kamassess.model.terms import Basis

AS_OF = date(2026, 11, 1)
SUBJECTS = frozenset({"chain:a", "chain:a.owners"})


def evidence(**rest: Any) -> Evidence:
    return Evidence(
        **{"id": "e", "kind": Basis.DOCUMENT, "on": date(2026, 1, 1), "about": ("chain:a",), **rest}
    )


def certain(claim: Claim, *named: Evidence) -> bool:
    return is_certain(claim, SUBJECTS, {one.id: one for one in named}, AS_OF)


@pytest.mark.parametrize(
    ("on", "valid_until", "counts"),
    [
        (date(2026, 11, 1), None, True),
        (date(2026, 11, 2), None, False),
        (date(2026, 1, 1), date(2026, 11, 1), True),
        (date(2026, 1, 1), date(2026, 10, 31), False),
        (None, None, False),
        (None, date(2027, 1, 1), False),
    ],
)
def test_evidence_counts_from_its_date_until_it_expires(
    on: date | None, valid_until: date | None, counts: bool
) -> None:
    assert counts_on(evidence(on=on, valid_until=valid_until), AS_OF) is counts


@pytest.mark.parametrize("basis", list(Basis))
def test_only_a_basis_that_can_be_certain_is_made_so_by_evidence(basis: Basis) -> None:
    assert certain(Claim(basis, ("e",)), evidence()) is basis.can_be_certain
    assert not certain(Claim(basis))


def test_a_claim_without_a_basis_is_not_certain() -> None:
    assert not certain(Claim(None, ("e",)), evidence())


@pytest.mark.parametrize(
    ("about", "counts"),
    [
        (("chain:a",), True),
        (("chain:a.owners",), True),
        (("chain:b", "chain:a"), True),
        (("chain:a.customers",), False),
        (("chain:b",), False),
        ((), False),
    ],
)
def test_evidence_is_about_the_subject_or_the_part(about: tuple[str, ...], counts: bool) -> None:
    assert certain(Claim(Basis.DOCUMENT, ("e",)), evidence(about=about)) is counts


def test_one_piece_of_evidence_that_counts_is_enough() -> None:
    expired = evidence(id="f", valid_until=date(2026, 2, 1))
    assert certain(Claim(Basis.DOCUMENT, ("f", "e")), expired, evidence())
    assert not certain(Claim(Basis.DOCUMENT, ("f",)), expired, evidence())


def test_what_was_said_after_the_day_is_not_certain_on_it() -> None:
    assert certain(Claim(Basis.DOCUMENT, ("e",), on=AS_OF), evidence())
    assert not certain(Claim(Basis.DOCUMENT, ("e",), on=date(2026, 11, 2)), evidence())


def test_a_file_is_its_own_record() -> None:
    assert description_is_certain(Claim(Basis.RECORD), AS_OF)
    assert description_is_certain(Claim(Basis.DOCUMENT, on=AS_OF), AS_OF)
    assert not description_is_certain(Claim(Basis.RECORD, on=date(2026, 11, 2)), AS_OF)
    assert not description_is_certain(Claim(Basis.BELIEF), AS_OF)
    assert not description_is_certain(Claim(None), AS_OF)


MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)


class TestAgain:
    """What recurs is certain by evidence of two days at least."""

    @pytest.mark.parametrize(
        ("pieces", "again"),
        [
            ([evidence(id="a", on=MAY), evidence(id="b", on=JUNE)], True),
            ([evidence(id="a", on=MAY), evidence(id="b", on=JUNE), evidence(id="c", on=AS_OF)], True),
            ([evidence(id="a", on=MAY), evidence(id="b", on=MAY)], False),
            ([evidence(id="a", on=MAY)], False),
            ([], False),
            ([evidence(id="a", on=MAY), evidence(id="b", on=date(2026, 11, 2))], False),
            ([evidence(id="a", on=MAY), evidence(id="b", on=JUNE, valid_until=date(2026, 10, 31))], False),
            ([evidence(id="a", on=MAY), evidence(id="b", on=JUNE, about=("chain:b",))], False),
            ([evidence(id="a", on=MAY), evidence(id="b", on=None)], False),
        ],
    )
    def test_evidence_of_two_days_that_counts_makes_it_certain(
        self, pieces: list[Evidence], *, again: bool
    ) -> None:
        named = {one.id: one for one in pieces}
        claim = Claim(Basis.RECORD, tuple(named))
        assert is_certain_again(claim, SUBJECTS, named, AS_OF) is again

    @pytest.mark.parametrize(
        "claim",
        [
            Claim(Basis.BELIEF, ("a", "b")),
            Claim(None, ("a", "b")),
            Claim(Basis.RECORD, ("a", "b"), on=date(2026, 11, 2)),
            Claim(Basis.RECORD, ("a",)),
        ],
    )
    def test_no_more_than_once_is_a_claim_certain_that_is_uncertain_made_later_or_names_one_of_them(
        self, claim: Claim
    ) -> None:
        named = {one.id: one for one in (evidence(id="a", on=MAY), evidence(id="b", on=JUNE))}
        assert not is_certain_again(claim, SUBJECTS, named, AS_OF)


FIRST, SECOND = evidence(id="a"), evidence(id="b", on=JUNE)
EXPIRED = evidence(id="expired", valid_until=date(2026, 2, 1))
ALL = {one.id: one for one in (FIRST, SECOND, EXPIRED)}


class TestProofs:
    def test_they_are_what_is_named_and_counts_in_the_order_of_the_claim(self) -> None:
        claim = Claim(Basis.DOCUMENT, ("b", "expired", "a"))
        assert proofs(claim, SUBJECTS, ALL, AS_OF) == (SECOND, FIRST)

    @pytest.mark.parametrize(
        "claim",
        [
            Claim(Basis.TRUST, ("a",)),
            Claim(None, ("a",)),
            Claim(Basis.DOCUMENT, ("a",), on=date(2026, 11, 2)),
        ],
    )
    def test_of_a_claim_that_cannot_be_certain_there_are_none(self, claim: Claim) -> None:
        assert proofs(claim, SUBJECTS, ALL, AS_OF) == ()
