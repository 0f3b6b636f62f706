"""Python data -> tree. JSON comes this way too, since the standard library reads it into Python data."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable
from functools import singledispatch
from typing import Final

from attrs import define, field

from kamassess.errors import Place
from kamassess.source.characters import refused_in, sentence_about
from kamassess.source.collecting import Mistakes
from kamassess.source.limits import DEPTH, NODES
from kamassess.source.tree import Entry, Mapping, Node, Scalar, Sequence, Style, Way, path_of, quote


class Pairs(tuple[tuple[str, object], ...]):
    """The members of a JSON object, those with the same key included."""

    __slots__ = ()


class Number(str):
    """A number of a JSON text, as it was written there."""

    __slots__ = ()


def read_data(data: object, source: str = "<data>", values: int = NODES) -> Node:
    """
    The tree of dictionaries, lists, tuples and scalars.

    Args:
        data: dictionaries, lists and tuples of texts, numbers, booleans, dates and ``None``; keys are texts.
        source: what places call it.
        values: how many values there may be.

    Returns:
        The tree; its places are paths.

    Raises:
        InvalidSource: when something in it cannot be read, with everything that cannot.

    Example:
        >>> read_data({"clause": "4.10", "span": 10}).entries[1].value
        Scalar(text='10', style=<Style.NUMBER: 'number'>)
        >>> read_data({"span": [1.5, float("nan")]})
        Traceback (most recent call last):
        kamassess.errors.InvalidSource: <data>: $.span[1]: nan is not a number that can be read; leave it out
    """
    reader = _Reader(source, values)
    node = reader.node(data, None, ())
    reader.mistakes.refuse()
    return node


class _Unreadable(Exception):
    """A value that is not read, with the sentence that says so."""


@singledispatch
def _scalar(value: object) -> tuple[str, Style]:
    """The text and the style of a value."""
    kind = type(value).__name__
    raise _Unreadable(
        f"a value of type {kind} cannot be read; write a text, number, boolean, date, list or dictionary"
    )


@_scalar.register
def _(value: str) -> tuple[str, Style]:
    # Not str(value): what mixes str with Enum says there what it is called, not what it holds.
    return str.__str__(value), Style.QUOTED


@_scalar.register
def _(value: Number) -> tuple[str, Style]:
    return str.__str__(value), Style.NUMBER


@_scalar.register
def _(value: bool) -> tuple[str, Style]:
    return ("true" if value else "false"), Style.BOOLEAN


@_scalar.register
def _(value: int) -> tuple[str, Style]:
    try:
        return int.__repr__(value), Style.NUMBER
    except ValueError:  # Python does not write numbers of more than some thousands of digits
        raise _Unreadable("a number with thousands of digits is not read; write a smaller one") from None


@_scalar.register
def _(value: float) -> tuple[str, Style]:
    text = float.__repr__(value)
    if not math.isfinite(value):
        raise _Unreadable(f"{text} is not a number that can be read; leave it out")
    return text, Style.NUMBER


@_scalar.register
def _(value: dt.date) -> tuple[str, Style]:
    return value.isoformat(), Style.QUOTED


@_scalar.register
def _(value: None) -> tuple[str, Style]:
    return "null", Style.NULL


_COLLECTIONS: Final = (dict, list, tuple)

_STAND_IN: Final = Scalar("", Style.NULL)
"""What stands for something refused, in a tree that nobody will see."""


@define
class _Reader:
    """One reading of one input."""

    source: str
    values: int
    mistakes: Mistakes = field(factory=Mistakes)
    nodes: int = 0

    def place(self, way: Way) -> Place:
        return Place(self.source, path=path_of(way))

    def node(self, value: object, way: Way, around: tuple[int, ...]) -> Node:
        self.nodes += 1
        if self.nodes > self.values:
            sentence = f"there are more than {self.values:,} values; divide the data"
            raise self.mistakes.ended(self.place(way), sentence)
        if not isinstance(value, _COLLECTIONS):
            return self.scalar(value, way)
        if id(value) in around:
            self.mistakes.add(self.place(way), "this contains itself; write it out as far as it matters")
            return _STAND_IN
        if len(around) == DEPTH:
            self.mistakes.add(self.place(way), f"this lies deeper than {DEPTH} levels; nest less")
            return _STAND_IN
        around = (*around, id(value))
        if isinstance(value, Pairs):
            return self.mapping(value, way, around)
        if isinstance(value, dict):
            return self.mapping(value.items(), way, around)
        items = tuple([self.node(item, (way, index), around) for index, item in enumerate(value)])
        return Sequence(items, (self.source, None, None, way))

    def mapping(self, pairs: Iterable[tuple[object, object]], way: Way, around: tuple[int, ...]) -> Mapping:
        entries: list[Entry] = []
        seen: set[str] = set()
        for key, value in pairs:
            if not isinstance(key, str):
                sentence = f"a key is a text, not of type {type(key).__name__}; write it between quotes"
                self.mistakes.add(self.place(way), sentence)
                continue
            text = str.__str__(key)
            step = (way, text)
            if text in seen:
                sentence = f"the key {quote(text)} stands here twice; keep one of them"
                self.mistakes.add(self.place(step), sentence)
            seen.add(text)
            entries.append(Entry(self.scalar(key, step), self.node(value, step, around)))
        return Mapping(tuple(entries), (self.source, None, None, way))

    def scalar(self, value: object, way: Way) -> Scalar:
        try:
            text, style = _scalar(value)
        except _Unreadable as refusal:
            self.mistakes.add(self.place(way), str(refusal))
            return _STAND_IN
        if not text.isprintable():  # far cheaper than the search, and true of nearly every text
            for character in refused_in(text):
                self.mistakes.add(self.place(way), sentence_about(character))
        return Scalar(text, style, (self.source, None, None, way))
