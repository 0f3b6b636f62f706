"""Typed values out of a tree, and every mistake that is met on the way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from kamassess.source import Node, read_data, read_text
from kamassess.source.reader import Reader


def yaml(text: str) -> Node:
    return read_text(text, "a.yaml")


def told(reader: Reader) -> list[str]:
    return [f"{one.message}|{one.suggestion or ''}" for one in reader.mistakes]


class TestTexts:
    @pytest.mark.parametrize("written", ["4.10", "no", "12:30", "true", "2026-11-01", "~"])
    def test_a_text_is_what_is_written(self, written: str) -> None:
        assert Reader().text(yaml(written)) == written

    def test_a_number_of_json_is_a_text_as_it_was_written(self) -> None:
        assert Reader().text(read_text('{"clause": 4.10}', "a.json").entries[0].value) == "4.10"  # type: ignore[union-attr]

    @pytest.mark.parametrize("data", [True, None, [], {}])
    def test_what_is_no_text_is_told(self, data: object) -> None:
        reader = Reader()
        assert reader.text(read_data(data)) is None
        assert len(reader.mistakes) == 1

    def test_an_id_has_no_spaces_or_colons(self) -> None:
        reader = Reader()
        assert reader.identifier(read_data("j-jansen.2_a")) == "j-jansen.2_a"
        assert reader.identifier(read_data("Jan Jansen")) is None
        assert reader.identifier(read_data("chain:x")) is None
        assert len(reader.mistakes) == 2

    def test_a_word_is_one_of_a_list_or_the_nearest_is_suggested(self) -> None:
        reader = Reader()
        assert reader.word(read_data("major"), ("major", "minor")) == "major"
        assert reader.word(read_data("majro"), ("major", "minor")) is None
        assert told(reader) == ["expected one of major, minor; found 'majro'|major"]

    def test_a_text_may_come_in_languages_or_serve_for_all(self) -> None:
        reader = Reader()
        assert reader.localised(read_data({"nl": "keten", "en": "chain"})) == {"nl": "keten", "en": "chain"}
        assert reader.localised(read_data("J. Jansen")) == {"nl": "J. Jansen", "en": "J. Jansen"}
        assert reader.localised(read_data(True)) is None
        assert reader.localised(read_data({})) is None
        assert reader.localised(read_data({"de": "Kette"})) is None
        assert len(reader.mistakes) == 3


class TestNumbersFlagsAndDates:
    @pytest.mark.parametrize(("written", "number"), [("10", 10), ("-3", -3), ("+4", 4)])
    def test_a_whole_number_is_read(self, written: str, number: int) -> None:
        assert Reader().whole(yaml(written)) == number

    @pytest.mark.parametrize("written", ["1.5", "'10'", "1_000", "0x10", "ten", "1e3", "9" * 19, "[1]"])
    def test_what_is_no_whole_number_is_told(self, written: str) -> None:
        reader = Reader()
        assert reader.whole(yaml(written)) is None
        assert "expected a whole number" in told(reader)[0]

    def test_a_decimal_keeps_its_digits(self) -> None:
        assert str(Reader().decimal(yaml("0.50"))) == "0.50"

    @pytest.mark.parametrize("written", ["NaN", "inf", "-Infinity", "0,5", "1_0", "'1'", "1e400", "{a: 1}"])
    def test_what_is_no_decimal_is_told(self, written: str) -> None:
        reader = Reader()
        assert reader.decimal(yaml(written)) is None
        assert "expected a number" in told(reader)[0]

    def test_a_number_below_the_lowest_is_told(self) -> None:
        reader = Reader()
        assert reader.whole(yaml("-1"), least=0) is None
        assert reader.decimal(yaml("-0.1"), least=0) is None
        assert reader.decimal(yaml("0"), least=0) == Decimal(0)
        assert told(reader) == [
            "expected a number of at least 0, found -1|",
            "expected a number of at least 0, found -0.1|",
        ]

    @pytest.mark.parametrize(("written", "flag"), [("true", True), ("false", False)])
    def test_a_flag_is_true_or_false(self, written: str, flag: bool) -> None:
        assert Reader().flag(yaml(written)) is flag
        assert Reader().flag(read_data(flag)) is flag

    @pytest.mark.parametrize("written", ["yes", "True", "1", "'true'", "[true]"])
    def test_no_other_word_is_a_flag(self, written: str) -> None:
        reader = Reader()
        assert reader.flag(yaml(written)) is None
        assert "expected true or false" in told(reader)[0]

    def test_a_date_is_iso(self) -> None:
        assert Reader().date(yaml("2026-02-28")) == date(2026, 2, 28)
        assert Reader().date(read_data(date(2026, 2, 28))) == date(2026, 2, 28)

    @pytest.mark.parametrize("written", ["2026-02-30", "28-02-2026", "2026-2-8", "20260228", "soon", "[]"])
    def test_no_other_text_is_a_date(self, written: str) -> None:
        reader = Reader()
        assert reader.date(yaml(written)) is None
        assert "expected a date" in told(reader)[0]

    def test_what_is_not_there_is_nothing_and_no_mistake(self) -> None:
        reader = Reader()
        readers = (reader.text, reader.flag, reader.whole, reader.decimal, reader.date, reader.localised)
        assert [read(None) for read in readers] == [None] * 6
        assert reader.identifier(None) is None
        assert reader.word(None, ("a",)) is None
        assert reader.items(None, "nodes") == reader.several(None) == ()
        assert not reader.mistakes


class TestListsAndMappings:
    def test_several_takes_a_list_or_one_value(self) -> None:
        reader = Reader()
        assert [reader.text(one) for one in reader.several(read_data(["a", "b"]))] == ["a", "b"]
        assert [reader.text(one) for one in reader.several(read_data("a"))] == ["a"]

    def test_items_takes_a_list_only(self) -> None:
        reader = Reader()
        assert len(reader.items(read_data(["a", "b"]), "nodes")) == 2
        assert reader.items(read_data("a"), "nodes") == ()
        assert told(reader) == ["nodes should be a list, found 'a'|"]

    def test_all_mistakes_of_a_mapping_are_told_at_once(self) -> None:
        reader = Reader()
        found = reader.entries(
            yaml("nmae: x\nowners:\nkind: chain"), ("id", "name", "owners", "kind"), ("id",), "a node"
        )
        assert list(found) == ["kind"]
        assert told(reader) == [
            "unknown key 'nmae' in a node|name",
            "'owners' has no value; give it one or leave it out|",
            "a node has no 'id'|",
        ]

    def test_what_should_be_a_mapping_says_what_it_is_instead(self) -> None:
        reader = Reader()
        assert reader.entries(read_data(["a"]), ("id",), what="a node") == {}
        assert reader.entries(read_data(None), ("id",), what="a node") == {}
        assert told(reader) == [
            "a node should be a mapping of keys to values, found a list|",
            "a node should be a mapping of keys to values, found nothing|",
        ]
