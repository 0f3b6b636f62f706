"""Cells that hold no plain value, whatever stands in the XML: each is one mistake at its cell, and the rest is read."""

from __future__ import annotations

import pytest

import kamassess as ka
from kamassess.questionnaire.opening import open_workbook
from kamassess.questionnaire.reading import read_workbook
from tests.questionnaire.conftest import EVIDENCE, SHEET, filled, town, with_cell, with_part

FIRST = "xl/worksheets/sheet2.xml"  # that of the questions


def mistakes(data: bytes) -> list[str]:
    with pytest.raises(ka.InvalidInput) as raised:
        read_workbook(data, "x.xlsx", town())
    return [str(one).removeprefix("x.xlsx, ") for one in raised.value.mistakes]


DAMAGED = "sheet 'All scales', cell F6: what stands in this cell is damaged; write it again"


class TestOneCell:
    @pytest.mark.parametrize("error", ["#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#DIV/0!", ""])
    def test_an_error_of_whatever_kind_is_told_at_its_cell(self, questionnaire: bytes, error: str) -> None:
        data = with_cell(questionnaire, "F6", f'<c r="F6" STYLE t="e"><v>{error}</v></c>')
        assert mistakes(data) == ["sheet 'All scales', cell F6: this is an error, not a value"]

    def test_a_formula_with_an_error_is_told_as_a_formula(self, questionnaire: bytes) -> None:
        data = with_cell(questionnaire, "F6", '<c r="F6" STYLE t="e"><f>X()</f><v>#SPILL!</v></c>')
        assert mistakes(data) == ["sheet 'All scales', cell F6: this is a formula; write the value itself"]

    @pytest.mark.parametrize(
        "cell",
        [
            "<c r='F6'><v>NaN</v></c>",
            "<c r='F6'><v>abc</v></c>",
            "<c r='F6'><v>1e999</v></c>",
            "<c r='F6' t='s'><v>99999</v></c>",
            "<c r='F6' t='s'><v>x</v></c>",
            "<c r='F6' t='b'><v>2</v></c>",
            "<c r='F6' t='q'><v>1</v></c>",
            "<c r='F6' t='str'><v>yes</v><v>no</v></c>",
        ],
    )
    def test_a_value_that_is_none_is_told_at_its_cell(self, questionnaire: bytes, cell: str) -> None:
        assert mistakes(with_cell(questionnaire, "F6", cell)) == [DAMAGED]

    @pytest.mark.parametrize("number", ["NaN", "INF", "inf", "-inf", "-1e12", "-1E+300"])
    def test_a_date_whose_number_is_none_is_told_at_its_cell(self, questionnaire: bytes, number: str) -> None:
        data = with_cell(filled_in(questionnaire), "I6", f'<c r="I6" STYLE><v>{number}</v></c>')
        assert mistakes(data) == [DAMAGED.replace("F6", "I6")]

    @pytest.mark.parametrize("number", ["-5", "-0.5", "0", "0.5", "1", "60", "2958466", "1e300"])
    def test_a_date_that_is_no_day_is_told_at_its_cell(self, questionnaire: bytes, number: str) -> None:
        data = with_cell(filled_in(questionnaire), "I6", f'<c r="I6" STYLE><v>{number}</v></c>')
        (told,) = mistakes(data)
        assert told.startswith("sheet 'All scales', cell I6: expected a date")

    def test_a_cell_that_is_there_twice_is_told_at_its_cell(self, questionnaire: bytes) -> None:
        twice = '<c r="F6" t="str"><v>yes</v></c><c r="F6" t="str"><v>no</v></c>'
        (told,) = mistakes(with_cell(questionnaire, "F6", twice))
        assert told.startswith("sheet 'All scales', cell F6: this cell is in the file twice")

    def test_the_prefix_of_a_namespace_makes_no_difference(self, questionnaire: bytes) -> None:
        def prefix(part: bytes) -> bytes:
            text = part.decode().replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
            return text.replace(" xmlns=", " xmlns:x=").encode()

        spilled = with_cell(questionnaire, "F6", '<c r="F6" t="e"><v>#SPILL!</v></c><c r="G6" STYLE/>')
        assert mistakes(with_part(spilled, FIRST, prefix))[0].startswith(
            "sheet 'All scales', cell F6: this is an error"
        )

    def test_the_cells_behind_it_stay_where_they_are(self, questionnaire: bytes) -> None:
        cell = (
            '<c r="F6" t="e"><v>#SPILL!</v></c><c t="str"><v>belief</v></c><c t="e"/><c t="str"><v>x</v></c>'
        )
        without = with_part(
            with_cell(questionnaire, "F6", cell),
            FIRST,
            lambda part: (
                part.replace(b'<c r="G6"', b'<c r="G60"', 1)
                .replace(b'<c r="H6"', b'<c r="H60"', 1)
                .replace(b'<c r="I6"', b'<c r="I60"', 1)
            ),
        )
        sheet = open_workbook(without, "x.xlsx").sheet(SHEET)
        assert sheet is not None
        assert (sheet.values["G6"], sheet.values["I6"], sheet.odd) == ("belief", "x", {"F6", "H6"})


class TestTheRest:
    """One mistake a cell, and none that follows from another."""

    def test_what_stands_beside_it_is_read(self, questionnaire: bytes) -> None:
        data = with_cell(filled_in(questionnaire, G6="belive"), "F7", '<c r="F7" t="e"><v>#SPILL!</v></c>')
        assert [one.split(": ")[0] for one in mistakes(data)] == [
            "sheet 'All scales', cell G6",
            "sheet 'All scales', cell F7",
        ]

    @pytest.mark.parametrize("cell", ["A6", "B6", "C6", "D6", "A4", "A5"])
    def test_a_formula_where_a_text_stood_is_one_mistake(self, questionnaire: bytes, cell: str) -> None:
        assert mistakes(filled(questionnaire, {cell: "=1"})) == [
            f"sheet 'All scales', cell {cell}: this is a formula; write the value itself"
        ]

    @pytest.mark.parametrize(
        "cells",
        [
            {"F6": "=1", "G6": "belief"},
            {"F6": "not applicable", "K6": "=1"},
            {"F6": "=1", "K6": "=2", "J6": "=3"},
        ],
        ids=str,
    )
    def test_a_formula_is_not_missed_as_well(self, questionnaire: bytes, cells: dict[str, str]) -> None:
        formulas = [at for at, value in cells.items() if value.startswith("=")]
        assert [one.split(": ")[0][-2:] for one in mistakes(filled(questionnaire, cells))] == sorted(formulas)

    @pytest.mark.parametrize("cell", ["A6", "B6", "C6"])
    def test_evidence_with_a_formula_is_there_for_who_names_it(self, questionnaire: bytes, cell: str) -> None:
        named = filled_in(questionnaire, J6="E1")
        assert mistakes(filled(named, {cell: "=1"}, EVIDENCE)) == [
            f"sheet 'Evidence', cell {cell}: this is a formula; write the value itself"
        ]

    def test_evidence_that_stands_elsewhere_is_told_once(self, questionnaire: bytes) -> None:
        named = filled_in(questionnaire, J6="E1")
        (told,) = mistakes(filled(named, {"A6": "E2", "A7": "E1"}, EVIDENCE))
        assert told.startswith("sheet 'Evidence', cell A6: here the row of 'E1' should stand")


class TestSheets:
    def test_two_of_one_name_are_refused(self, questionnaire: bytes) -> None:
        data = with_part(
            questionnaire,
            "xl/workbook.xml",
            lambda part: part.replace(b'name="Evidence"', b'name="all scales"'),
        )
        assert mistakes(data) == [
            "x.xlsx: this workbook has two sheets that are called 'all scales'; "
            "fill in the questionnaire as it was made"
        ]

    def test_one_that_is_listed_twice_is_refused(self, questionnaire: bytes) -> None:
        data = with_part(
            questionnaire, "xl/workbook.xml", lambda part: part.replace(b'r:id="rId3"', b'r:id="rId2"')
        )
        assert mistakes(data) == [
            "x.xlsx: the sheets 'All scales' and 'Evidence' of this workbook are one and the same; "
            "fill in the questionnaire as it was made"
        ]

    def test_two_relations_of_one_id_are_refused(self, questionnaire: bytes) -> None:
        data = with_part(
            questionnaire,
            "xl/_rels/workbook.xml.rels",
            lambda part: part.replace(b'Id="rId3"', b'Id="rId2"'),
        )
        assert mistakes(data) == ["x.xlsx: this workbook is damaged; save it again"]


def filled_in(data: bytes, **more: str) -> bytes:
    """A questionnaire with an answer, and what stands beside it; its other cells are as empty as they were."""
    cells = {"F6": "yes"} | more
    for at, value in cells.items():
        data = with_cell(data, at, f'<c r="{at}" STYLE t="str"><v>{value}</v></c>')
    return data
