"""JSON, with numbers as written and no key twice."""

from __future__ import annotations

import json

import pytest

from kamassess.errors import InvalidSource, Mistake, Place
from kamassess.source import DEPTH, Entry, Mapping, Scalar, Sequence, Style, read_text
from kamassess.source.json import _sentence


def read(text):
    return read_text(text, "a.json")


def refused(text):
    with pytest.raises(InvalidSource) as caught:
        read(text)
    return list(map(str, caught.value.mistakes))


@pytest.mark.parametrize("number", ["4.10", "1e3", "1E+3", "-0", "0.1", "1e999", "9" * 9999])
def test_numbers_are_kept_as_written(number):
    assert read(number) == Scalar(number, Style.NUMBER)


def test_every_scalar_has_the_style_it_was_written_in():
    assert read('["4.10", "", true, false, null]').items == (
        Scalar("4.10", Style.QUOTED),
        Scalar("", Style.QUOTED),
        Scalar("true", Style.BOOLEAN),
        Scalar("false", Style.BOOLEAN),
        Scalar("null", Style.NULL),
    )


def test_a_place_is_a_path():
    node = read('{"nodes": [1, {"a-b": 2}]}').entries[0].value.items[1].entries[0]
    assert node.value.place == node.key.place == Place("a.json", path="$.nodes[1]['a-b']")


def test_json_says_what_yaml_says_but_for_the_quotes():
    assert (
        read('{"a": ["b"]}')
        == read_text("'a': ['b']", "a.yaml")
        == Mapping((Entry(Scalar("a", Style.QUOTED), Sequence((Scalar("b", Style.QUOTED),))),))
    )


def test_all_mistakes_are_told_at_once():
    assert refused(
        r'{"a": [1, NaN, -Infinity], "b": {"c": 1, "c": "\ud800\u0000"}, "\udc00": 1, "a": 2}'
    ) == [
        "a.json: $.a[1]: nan is not a number that can be read; leave it out",
        "a.json: $.a[2]: -inf is not a number that can be read; leave it out",
        "a.json: $.b.c: the key 'c' stands here twice; keep one of them",
        "a.json: $.b.c: the character U+D800 is not text; leave it out",
        "a.json: $.b.c: the character U+0000 is not text; leave it out",
        r"a.json: $['\udc00']: the character U+DC00 is not text; leave it out",
        "a.json: $.a: the key 'a' stands here twice; keep one of them",
    ]


def test_two_escapes_that_are_one_character_are_read():
    assert read(r'"\ud83d\ude00"').text == "😀"


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("", "1:1: the text is empty; write a value"),
        (" \n", "1:1: the text is empty; write a value"),
        ('{"a":\n  no}', "2:3: a value is expected here; write a text between double quotes"),
        ('{"a": }', "1:7: a value is expected here; write a text between double quotes"),
        ("{a: 1}", "1:2: a key between double quotes is expected here; no comma stands before '}'"),
        ('{"a" 1}', "1:6: a colon is missing after the key"),
        ('{"a": 1', "1:8: a comma is missing here, or a bracket is not closed"),
        ('{"a": "b}', "1:7: this quote is never closed"),
        ('"a\nb"', r"1:3: a line break or tab cannot stand in a text; write \n or \t"),
        (r'"C:\temp\Users"', r"1:9: this is not an escape; write \\ for a backslash"),
        (r'"\u12"', r"1:3: this is not an escape; write \\ for a backslash"),
        ("{} {}", "1:4: nothing can follow the end of the value; leave it out"),
        ("[" * 100_000, "1:41: this lies deeper than 40 levels; nest less"),
        ('{"a":' * 100_000, "1:201: this lies deeper than 40 levels; nest less"),
    ],
)
def test_what_is_not_json_is_refused_in_a_sentence(text, mistake):
    assert refused(text) == [f"a.json:{mistake}"]


def test_what_nobody_foresaw_is_said_in_the_words_of_the_standard_library():
    assert _sentence("Found a surprise") == "this is not JSON: Found a surprise"


def test_depth_up_to_the_limit_is_read_and_brackets_in_a_text_do_not_count():
    assert isinstance(read("[" * DEPTH + json.dumps('[{"' * 99) + "]" * DEPTH), Sequence)


def test_very_many_values_are_refused_before_they_are_made():
    assert read_text("[1, 2]", "a.json", values=3)
    with pytest.raises(InvalidSource, match=r"^a.json:1:9: there are more than 3 values; divide the text$"):
        read_text("[1, 2, 3, 4]", "a.json", values=3)


def test_a_name_of_capitals_is_json_too():
    with pytest.raises(InvalidSource) as caught:
        read_text("a: 1", "A.JSON")
    assert caught.value.mistakes == (
        Mistake(Place("A.JSON", 1, 1), "a value is expected here; write a text between double quotes"),
    )
