"""Names of sheets: such as a sheet may have, each once, and none that ends within a phrase."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.report.sheets import Book
from kamassess.report.tabs import sheet_names
from tests.report.conftest import HOSTILE, shown


class TestNames:
    @given(
        st.lists(
            st.text(max_size=60)
            | st.sampled_from(["", "'", "History", "a" * 40, "A" * 40, "\U0001f600" * 30]),
            max_size=8,
        )
    )
    def test_every_one_is_a_name_that_a_sheet_may_have_and_no_two_are_alike(self, titles: list[str]) -> None:
        names = sheet_names(titles)
        assert len({name.casefold() for name in names}) == len(titles)
        for name in names:
            assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
            assert not set(name) & set("[]:*?/\\")
            assert name.strip("'") == name
            assert name.casefold() != "history"

    def test_a_long_one_is_cut_between_words(self) -> None:
        assert sheet_names(["Leading how customer feedback is handled"]) == ("Leading how customer feedback",)

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Leiderschap in een KAM-managementsysteem", "Leiderschap"),
            ("Zeven niveaus van klantgerichtheid", "Zeven niveaus"),
            ("Leiding geven aan het omgaan met klantfeedback", "Leiding geven"),
            ("Initiatieven, beloften en overdrachten", "Initiatieven, beloften"),
            ("Leadership of a KAM management system", "Leadership"),
            ("Customer chains and their owners", "Customer chains"),
            ("Beleid voor het omgaan met klanten en leveranciers", "Beleid voor het omgaan"),
            ("Klantketens en hun eigenaren", "Klantketens en hun eigenaren"),
            ("of the of the of the of the of the of the", "of"),
        ],
    )
    def test_a_long_one_does_not_end_within_a_phrase(self, title: str, name: str) -> None:
        assert sheet_names([title]) == (name,)

    def test_of_two_that_are_cut_alike_each_has_a_name_of_its_own(self) -> None:
        titles = ("Leiderschap in een KAM-managementsysteem", "Leiderschap in een zorgmanagementsysteem")
        assert sheet_names(titles) == ("Leiderschap", "Leiderschap 2")

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_hostile_ones_are_written_and_read_back(self, text: str) -> None:
        book = Book(text, date(2026, 11, 1))
        (name,) = sheet_names([text])
        book.sheet(name).page(footer=text)
        assert openpyxl.load_workbook(BytesIO(book.done())).sheetnames == [name]
