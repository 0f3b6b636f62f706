"""A workbook is looked at before it is read: nothing that it does to its archive or XML reaches anybody."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kamassess as ka
from kamassess.questionnaire.opening import open_workbook, place
from kamassess.questionnaire.reading import check_workbook
from kamassess.source import archive as archives
from tests.questionnaire.conftest import SHEET, filled, with_part

FIRST = "xl/worksheets/sheet2.xml"  # that of the questions


def refused(data: bytes) -> str:
    with pytest.raises(ka.InvalidSource) as raised:
        open_workbook(data, "x.xlsx")
    return str(raised.value).removeprefix("x.xlsx: ")


def archive(parts: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return written.getvalue()


class TestArchives:
    @pytest.mark.parametrize(
        "data", [b"", b"id: x\n", b"PK\x03\x04 and so on", b"PK\x05\x06" + bytes(18)], ids=repr
    )
    def test_what_is_no_workbook_is_refused(self, data: bytes) -> None:
        assert refused(data) in (
            "this is no workbook (.xlsx), or a damaged one",
            "this is no workbook of Excel; save it as .xlsx",
        )

    @pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    def test_one_that_is_packed_as_no_office_packs_is_refused(self, how: int) -> None:
        written = BytesIO()
        with zipfile.ZipFile(written, "w", how) as made:
            made.writestr("xl/workbook.xml", b"<workbook/>")
        assert "packed in a way that no office packs" in refused(written.getvalue())

    def test_half_a_workbook_is_refused(self, questionnaire: bytes) -> None:
        assert (
            refused(questionnaire[: len(questionnaire) // 2])
            == "this is no workbook (.xlsx), or a damaged one"
        )

    def test_an_older_one_or_one_with_a_password_is_named_as_such(self) -> None:
        assert "older workbook, or one with a password" in refused(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
        )

    def test_a_document_of_another_program_is_named_as_such(self) -> None:
        assert refused(archive({"content.xml": b"<x/>"})) == "this is no workbook of Excel; save it as .xlsx"

    def test_one_that_unpacks_to_very_much_is_refused(self, questionnaire: bytes) -> None:
        bomb = with_part(questionnaire, FIRST, lambda _: b"<worksheet>" + b" " * 20 * 2**20 + b"</worksheet>")
        assert len(bomb) < 100_000
        assert refused(bomb) == "this workbook unpacks to more than 200 times its size; it is not read"

    def test_one_that_is_very_large_is_refused(
        self, questionnaire: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(archives, "MOST_BYTES", 10_000)
        assert "unpacks to more than" in refused(questionnaire)

    def test_one_of_very_many_parts_is_refused(self) -> None:
        assert "has 2001 parts" in refused(archive({str(number): b"" for number in range(2001)}))

    @pytest.mark.parametrize("name", ["../x.xml", "/etc/x.xml", "xl/../../x.xml", "c:/x.xml", "..\\x.xml"])
    def test_a_name_that_leads_out_of_it_is_refused(self, name: str) -> None:
        assert (
            refused(archive({"xl/workbook.xml": b"<workbook/>", name: b""}))
            == "a part of this workbook has a name that leads out of it"
        )

    def test_two_parts_of_one_name_are_refused(self) -> None:
        assert "two parts of one name" in refused(
            archive({"xl/workbook.xml": b"<workbook/>", "XL/workbook.xml": b""})
        )

    def test_a_part_that_is_larger_than_it_says_is_refused(self) -> None:
        data = bytearray(archive({"xl/workbook.xml": b"<workbook>" + b" " * 5_000 + b"</workbook>"}))
        at = data.index(b"PK\x01\x02")
        struct.pack_into("<I", data, at + 24, 20)  # the size in the directory
        assert refused(bytes(data)) == "this is no workbook (.xlsx), or a damaged one"


class TestXml:
    @pytest.mark.parametrize(
        "definitions",
        [
            b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
        ],
        ids=["entities", "a file", "a network"],
    )
    @pytest.mark.parametrize("part", [FIRST, "xl/workbook.xml", "xl/sharedStrings.xml"])
    def test_definitions_are_refused(self, questionnaire: bytes, definitions: bytes, part: str) -> None:
        def define(text: bytes) -> bytes:
            head, close, rest = text.partition(b"?>")
            return head + close + definitions + rest

        data = with_part(questionnaire, part, define)
        assert refused(data) == "this workbook brings definitions of its own in its XML; it is not read"

    @pytest.mark.parametrize(
        "change",
        [
            lambda part: part[: len(part) // 2],
            lambda part: part.replace(b'r="A1"', b'r="1A"'),
            lambda part: part.replace(b'<row r="1"', b'<row r="-1"'),
            lambda _: b"",
        ],
        ids=["half", "a cell of no name", "a row of no number", "nothing"],
    )
    def test_a_damaged_sheet_is_refused(self, questionnaire: bytes, change: Callable[[bytes], bytes]) -> None:
        assert refused(with_part(questionnaire, FIRST, change)) == "this workbook is damaged; save it again"

    @pytest.mark.parametrize("said", [b"99999999999", b"-1", b"many"])
    @pytest.mark.parametrize("name", [b"count", b"uniqueCount"])
    def test_more_texts_than_there_can_be_are_refused_before_room_is_made_for_them(
        self, questionnaire: bytes, name: bytes, said: bytes
    ) -> None:
        data = with_part(
            questionnaire,
            "xl/sharedStrings.xml",
            lambda part: re.sub(b' %s="[0-9]+"' % name, b' %s="%s"' % (name, said), part, count=1),
        )
        assert refused(data) == "this workbook is damaged; save it again"

    @pytest.mark.parametrize("at", [b"XFD1048576", b"A1048576", b"XFD1"])
    def test_a_cell_far_outside_is_refused_before_all_that_lies_between_is_made(
        self, questionnaire: bytes, at: bytes
    ) -> None:
        data = with_part(questionnaire, FIRST, lambda part: part.replace(b'r="A1"', b'r="' + at + b'"', 1))
        assert "stands far outside" in refused(data)

    def test_a_sheet_that_is_not_there_is_refused(self, questionnaire: bytes) -> None:
        data = with_part(
            questionnaire,
            "xl/_rels/workbook.xml.rels",
            lambda part: part.replace(b"sheet2.xml", b"sheet9.xml"),
        )
        assert refused(data) == "this workbook is damaged; save it again"

    def test_formulas_are_found_whether_or_not_they_have_a_value(self, questionnaire: bytes) -> None:
        def compute(part: bytes) -> bytes:
            at = part.index(b'<c r="F6"')
            end = part.index(b"/>", at) + 2
            return part[:at] + b'<c r="F6" t="str"><f>"y"&amp;"es"</f><v>yes</v></c>' + part[end:]

        with_value = open_workbook(with_part(questionnaire, FIRST, compute), "x.xlsx")
        without = open_workbook(filled(questionnaire, {"F6": '="yes"'}), "x.xlsx")
        for opened in (with_value, without):
            assert [str(one) for one in opened.mistakes] == [
                "x.xlsx, sheet 'All scales', cell F6: this is a formula; write the value itself"
            ]


class TestCells:
    def test_each_is_known_by_its_name(self, questionnaire: bytes) -> None:
        opened = open_workbook(filled(questionnaire, {"F6": "yes", "F8": 2.5}), "x.xlsx")
        sheet = opened.sheet(SHEET)
        assert sheet is not None
        assert (sheet.values["A6"], sheet.values["F6"], sheet.values["F8"]) == ("S-1", "yes", 2.5)
        assert "F7" not in sheet.values

    def test_a_place_is_put_in_order_by_row_and_column(self) -> None:
        one = place("x.xlsx", "Sheet", "AB12")
        assert (one.line, one.column, one.path, one.sheet) == (12, 28, "AB12", "Sheet")


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_happens_to_its_bytes_it_is_read_or_refused(
    questionnaire: bytes, data: st.DataObject
) -> None:
    """Never another error than one that says what is wrong with the file."""
    with zipfile.ZipFile(BytesIO(questionnaire)) as made:
        name = data.draw(st.sampled_from([one for one in made.namelist() if one.endswith((".xml", ".rels"))]))
        part = bytearray(made.read(name))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(part) - 1))
        part[at : at + data.draw(st.integers(0, 8))] = data.draw(
            st.binary(max_size=4) | st.sampled_from([b"<", b">", b'"', b"9999999"])
        )
    with suppress(ka.InvalidInput):
        check_workbook(with_part(questionnaire, name, lambda _: bytes(part)), "x.xlsx")
