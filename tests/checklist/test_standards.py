"""Which clauses the standards have, by edition."""

from __future__ import annotations

import pytest

from kamassess.checklist.standards import STANDARDS

EVERY_EDITION = [(norm, edition) for norm, editions in STANDARDS.items() for edition in editions]


def test_the_three_standards_of_a_kam_system_are_known_by_edition() -> None:
    assert EVERY_EDITION == [
        ("ISO 9001", "2015"),
        ("ISO 14001", "2015"),
        ("ISO 14001", "2026"),
        ("ISO 45001", "2018"),
    ]


@pytest.mark.parametrize(("norm", "edition"), EVERY_EDITION)
class TestEveryEdition:
    def test_has_the_chapters_of_the_high_level_structure(self, norm: str, edition: str) -> None:
        chapters = {clause.partition(".")[0] for clause in STANDARDS[norm][edition]}
        assert chapters == {"4", "5", "6", "7", "8", "9", "10"}

    def test_has_the_clauses_that_all_have_in_common(self, norm: str, edition: str) -> None:
        common = "4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1 6.2 7.1 7.2 7.3 7.4 7.5 8.1 9.1 9.2 9.3 10.1 10.2 10.3"
        assert set(common.split()) <= STANDARDS[norm][edition]

    def test_has_the_clause_that_holds_each_and_all_beside_it_that_come_before(
        self, norm: str, edition: str
    ) -> None:
        clauses = STANDARDS[norm][edition]
        for clause in clauses:
            outer, _, number = clause.rpartition(".")
            if "." in outer:
                assert outer in clauses
            assert int(number) == 1 or f"{outer}.{int(number) - 1}" in clauses

    def test_has_no_clause_that_is_a_range(self, norm: str, edition: str) -> None:
        assert all(piece.isdecimal() for clause in STANDARDS[norm][edition] for piece in clause.split("."))


class TestWhereTheyDiffer:
    @pytest.mark.parametrize(
        ("clause", "where"),
        [
            ("5.1.1", ["ISO 9001:2015"]),
            ("5.1.2", ["ISO 9001:2015"]),
            ("5.2.1", ["ISO 9001:2015"]),
            ("5.2.2", ["ISO 9001:2015"]),
            ("5.4", ["ISO 45001:2018"]),
            ("6.1.2.1", ["ISO 45001:2018"]),
            ("6.1.2.3", ["ISO 45001:2018"]),
            ("6.1.4", ["ISO 14001:2015", "ISO 14001:2026", "ISO 45001:2018"]),
            ("6.1.5", ["ISO 14001:2026"]),
            ("6.3", ["ISO 9001:2015", "ISO 14001:2026"]),
            ("9.1.3", ["ISO 9001:2015"]),
            ("5.5.2", []),
            ("11.1", []),
        ],
    )
    def test_a_clause_is_in_just_these_editions(self, clause: str, where: list[str]) -> None:
        """5.5.2, on the management representative, is of ISO 9001:2008."""
        assert [
            f"{norm}:{edition}" for norm, edition in EVERY_EDITION if clause in STANDARDS[norm][edition]
        ] == where

    def test_the_new_edition_of_iso_14001_keeps_what_the_old_one_had_and_adds_two_clauses(self) -> None:
        old, new = STANDARDS["ISO 14001"]["2015"], STANDARDS["ISO 14001"]["2026"]
        assert old <= new
        assert new - old == {"6.1.5", "6.3"}
