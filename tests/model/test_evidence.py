"""When a claim is certain: the one question of the proven reading."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kamassess.model.evidence import counts_on, description_is_certain, is_certain
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
