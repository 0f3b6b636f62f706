"""Sheets: texts that they can hold, rows as high as their texts."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.report.sheets import LONGEST_TEXT, Book, clean, height
from kamassess.report.tabs import sheet_names
from tests.report.conftest import assert_nothing_unseen


class TestTexts:
    @given(st.text(st.characters(), max_size=50))
    def test_a_clean_one_is_not_changed_any_more(self, text: str) -> None:
        assert clean(clean(text)) == clean(text)

    @pytest.mark.parametrize(
        "mark", list("\u061c\u180e\u200b\u200e\u200f\u202a\u202e\u2066\u2069\u2028\xad\x07")
    )
    def test_marks_that_nobody_sees_are_left_out_of_every_place(self, mark: str) -> None:
        text = f"{mark}one{mark}\n{mark}two  three"
        book = Book(text, date(2026, 11, 1))
        (name,) = sheet_names([text])
        sheet = book.sheet(name)
        sheet.put(0, 0, text)
        sheet.page(footer=text)
        data = book.done()
        assert_nothing_unseen(data)
        opened = openpyxl.load_workbook(BytesIO(data))
        assert (opened.sheetnames, opened.properties.title) == (["one two three"], "one two three")
        assert opened[name]["A1"].value == "one\ntwo three"

    def test_one_that_is_too_long_is_cut_off(self) -> None:
        cut = clean("\U0001f600" * LONGEST_TEXT)
        assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_TEXT
        assert cut.endswith("…")

    def test_a_value_is_written_as_what_it_is(self) -> None:
        book = Book("x", date(2026, 11, 1))
        sheet = book.sheet("x")
        for column, value in enumerate(("=1", 1, 0.5, True, date(2026, 1, 2), None, "")):
            sheet.put(0, column, value)
        cells = openpyxl.load_workbook(BytesIO(book.done()))["x"][1]
        assert [cell.data_type for cell in cells] == ["s", "n", "n", "b", "d", "n", "n"][: len(cells)]

    def test_a_day_before_the_first_of_a_workbook_is_written_as_text(self) -> None:
        book = Book("x", date(2026, 11, 1))
        sheet = book.sheet("x")
        for column, day in enumerate((date(1899, 12, 31), date(1900, 2, 28), date(1900, 3, 1))):
            sheet.put(0, column, day)
        cells = openpyxl.load_workbook(BytesIO(book.done()))["x"][1]
        assert [cell.data_type for cell in cells] == ["s", "s", "d"]


class TestHeights:
    def test_a_row_is_as_high_as_its_highest_text(self) -> None:
        one, three = height([("one", 20)]), height([("one", 20), ("one\ntwo\nthree", 20)])
        assert one < three < 3.1 * one
        assert height([("word " * 40, 20)]) > three

    def test_no_row_is_higher_than_a_row_can_be(self) -> None:
        assert height([("x\n" * 10_000, 10)]) == 409
