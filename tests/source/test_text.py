"""The door for text and bytes."""

from __future__ import annotations

import codecs

import pytest

from kamassess.errors import InvalidSource
from kamassess.source import read_bytes, read_text


def refused(read, data, source="a.yaml", **options):
    with pytest.raises(InvalidSource) as caught:
        read(data, source, **options)
    return list(map(str, caught.value.mistakes))


@pytest.mark.parametrize("source", ["a.yaml", "a.json"])
def test_a_byte_order_mark_is_passed_over(source):
    text = '{"a": "é"}'
    assert read_bytes(codecs.BOM_UTF8 + text.encode(), source) == read_text("\ufeff" + text, source)
    assert read_text("\ufeffa: 1", "a.yaml").entries[0].key.place.column == 1


@pytest.mark.parametrize(
    "character", list(map(chr, [0x00, 0x07, 0x1B, 0x7F, 0x80, 0xD800, 0xDFFF, 0xFEFF, 0xFFFE]))
)
@pytest.mark.parametrize("source", ["a.yaml", "a.json"])
def test_a_character_that_is_not_text_is_refused_once_where_it_is_met_first(source, character):
    text = f'["é",\n "a{character}{character}", "\x01"]'
    assert refused(read_text, text, source) == [
        f"{source}:2:4: the character U+{ord(character):04X} is not text; leave it out",
        f"{source}:2:10: the character U+0001 is not text; leave it out",
    ]


def test_of_very_many_characters_that_are_not_text_the_first_are_told():
    assert refused(read_text, "\0" * 100_000 + "\1") == [
        "a.yaml:1:1: the character U+0000 is not text; leave it out"
    ]


@pytest.mark.parametrize(
    "character", ["\t", "\r", "\x85", "\xa0", "\u2028", "\ud7ff", "\ue000", "\ufffd", "\U0010ffff"]
)
def test_other_characters_are_read_in_both(character):
    assert read_text(f'"a\\t{character}b"', "a.yaml")
    if character not in "\t\r":
        assert read_text(f'"{character}"', "a.json").text == character


def test_bytes_that_are_not_utf_8_are_refused_with_their_place():
    assert refused(read_bytes, "naam: één\nplaats: Curaçao".encode("latin-1")) == [
        "a.yaml:1:7: the byte 0xE9 is not UTF-8; save the file as UTF-8"
    ]
    assert refused(read_bytes, "naam: één\n\nplaats: 'é".encode() + b"\xc3") == [
        "a.yaml:3:11: the byte 0xC3 is not UTF-8; save the file as UTF-8"
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_told_by_its_name(encoding):
    data = ("" if encoding == "utf-16" else "\ufeff") + "a: 1"
    assert refused(read_bytes, data.encode(encoding)) == [
        "a.yaml:1:1: this is UTF-16; save the file as UTF-8"
    ]


@pytest.mark.parametrize("text", ["a" * 10, "é" * 5])
def test_the_limit_counts_bytes(text):
    message = ["a.yaml: this is larger than 9 bytes; divide it over more files"]
    assert refused(read_text, text, limit=9) == message
    assert refused(read_bytes, text.encode(), limit=9) == message
    assert read_text(text, "a.yaml", limit=10) == read_bytes(text.encode(), "a.yaml", limit=10)


def test_a_file_of_a_hundred_megabytes_is_refused_before_it_is_looked_at():
    message = ["a.yaml: this is larger than 16,777,216 bytes; divide it over more files"]
    assert refused(read_text, "[" * 100_000_000) == message
    assert refused(read_bytes, bytes(100_000_000)) == message
