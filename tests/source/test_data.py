"""Python data, read as a file would be."""

from __future__ import annotations

import datetime as dt
import math
from enum import Enum, IntEnum, StrEnum

import pytest

from kamassess.errors import InvalidSource, Place
from kamassess.source import DEPTH, Scalar, Sequence, Style, read_data


class Grade(StrEnum):
    MAJOR = "major"


class Colour(str, Enum):  # noqa: UP042 - the older way, which people still use
    RED = "red"


class Level(IntEnum):
    HIGH = 3


def refused(data):
    with pytest.raises(InvalidSource) as caught:
        read_data(data)
    return [str(mistake).removeprefix("<data>: ") for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    ("value", "text", "style"),
    [
        ("4.10", "4.10", Style.QUOTED),
        ("", "", Style.QUOTED),
        (Grade.MAJOR, "major", Style.QUOTED),
        (Colour.RED, "red", Style.QUOTED),
        (dt.date(2026, 11, 1), "2026-11-01", Style.QUOTED),
        (dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC), "2026-11-01T12:00:00+00:00", Style.QUOTED),
        (True, "true", Style.BOOLEAN),
        (False, "false", Style.BOOLEAN),
        (10, "10", Style.NUMBER),
        (Level.HIGH, "3", Style.NUMBER),
        (4.10, "4.1", Style.NUMBER),
        (1e16, "1e+16", Style.NUMBER),
        (-0.0, "-0.0", Style.NUMBER),
        (None, "null", Style.NULL),
    ],
)
def test_a_value_is_its_text_and_its_style(value, text, style):
    scalar = read_data(value)
    assert scalar == Scalar(text, style)
    assert type(scalar.text) is str


def test_lists_and_tuples_are_sequences_and_the_source_can_be_named():
    node = read_data({"a": [(1,)]}, "notebook").entries[0].value
    assert node == Sequence((Sequence((Scalar("1", Style.NUMBER),)),))
    assert node.items[0].items[0].place == Place("notebook", path="$.a[0][0]")


def test_a_key_may_be_of_an_enumeration():
    assert read_data({Grade.MAJOR: 1}) == read_data({"major": 1})


def test_all_that_cannot_be_read_is_told_at_once_with_its_path():
    kind = "write a text, number, boolean, date, list or dictionary"
    data = {"a": [math.nan, math.inf], "b": {1}, "c": {2: 3, None: {}}, "d": 10**5000, "e": "\0", "\x07": 1}
    assert refused(data) == [
        "$.a[0]: nan is not a number that can be read; leave it out",
        "$.a[1]: inf is not a number that can be read; leave it out",
        f"$.b: a value of type set cannot be read; {kind}",
        "$.c: a key is a text, not of type int; write it between quotes",
        "$.c: a key is a text, not of type NoneType; write it between quotes",
        "$.d: a number with thousands of digits is not read; write a smaller one",
        "$.e: the character U+0000 is not text; leave it out",
        r"$['\x07']: the character U+0007 is not text; leave it out",
    ]  # fmt: skip


@pytest.mark.parametrize("value", [b"a", object(), 1j, dt.time(12, 30), {"a"}, range(3)])
def test_an_unknown_type_is_refused(value):
    (message,) = refused([value])
    assert message.startswith(f"$[0]: a value of type {type(value).__name__} cannot be read")


def test_what_contains_itself_is_refused_but_may_stand_in_two_places():
    shared = {"a": 1}
    assert read_data([shared, shared])
    shared["self"] = [shared]
    assert refused(shared) == ["$.self[0]: this contains itself; write it out as far as it matters"]


def test_depth_is_refused_beyond_the_limit():
    data = []
    for _ in range(DEPTH - 1):
        data = [data]
    assert read_data(data)
    assert refused([data]) == ["$" + "[0]" * DEPTH + ": this lies deeper than 40 levels; nest less"]


def test_a_small_list_that_stands_for_millions_is_refused():
    data = []
    for _ in range(DEPTH - 1):
        data = [data, data]
    with pytest.raises(InvalidSource, match=r"there are more than 1,000 values; divide the data$"):
        read_data(data, values=1_000)
