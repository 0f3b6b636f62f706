"""JSON text -> tree, numbers as they were written and no key twice."""

from __future__ import annotations

import json
import re
from typing import Final

from kamassess.errors import InvalidSource, Mistake, Place
from kamassess.source.characters import line_and_column
from kamassess.source.data import Number, Pairs, read_data
from kamassess.source.limits import DEPTH, NODES
from kamassess.source.tree import Node

_SENTENCES: Final = (
    ("Expecting value", "a value is expected here; write a text between double quotes"),
    ("Expecting property name", "a key between double quotes is expected here; no comma stands before '}'"),
    ("Expecting ':'", "a colon is missing after the key"),
    ("Expecting ','", "a comma is missing here, or a bracket is not closed"),
    ("Unterminated string", "this quote is never closed"),
    ("Invalid control character", "a line break or tab cannot stand in a text; write \\n or \\t"),
    ("Invalid \\", "this is not an escape; write \\\\ for a backslash"),
    ("Extra data", "nothing can follow the end of the value; leave it out"),
    ("Illegal trailing comma", "no comma stands before a closing bracket; leave it out"),
)
"""What the standard library says, and what we make of it."""

_STRUCTURE: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{},]', re.DOTALL)
"""A text, closed or not, or a mark that builds the tree; possessive, so that its time is linear."""

_DEEPER: Final = {"[": 1, "{": 1, "]": -1, "}": -1}


def read_json(text: str, source: str, values: int = NODES) -> Node:
    """
    The tree of a JSON text.

    Args:
        text: the text.
        source: what places call it.
        values: how many values it may have.

    Returns:
        The tree; its places are paths.

    Raises:
        InvalidSource: when it is not JSON, says something twice, is too deep or too large.

    Example:
        >>> read_json('{"clause": 4.10}', "a.json").entries[0].value
        Scalar(text='4.10', style=<Style.NUMBER: 'number'>)
    """
    if not text.strip():
        raise _invalid(text, source, 0, "the text is empty; write a value")
    _refuse_large_trees(text, source, values)
    try:
        data = json.loads(text, object_pairs_hook=Pairs, parse_int=Number, parse_float=Number)
    except json.JSONDecodeError as error:
        raise _invalid(text, source, error.pos, _sentence(error.msg)) from None
    return read_data(data, source, values)


def _refuse_large_trees(text: str, source: str, values: int) -> None:
    """Refuse what is deep or has many values before ``json`` makes objects of it or runs out of stack."""
    depth = count = 0
    for match in _STRUCTURE.finditer(text):
        mark = match[0]
        if mark[0] == '"':
            continue
        depth += _DEEPER.get(mark, 0)
        count += mark != "]" and mark != "}"
        if depth > DEPTH:
            raise _invalid(text, source, match.start(), f"this lies deeper than {DEPTH} levels; nest less")
        if count > values:
            sentence = f"there are more than {values:,} values; divide the text"
            raise _invalid(text, source, match.start(), sentence)


def _sentence(message: str) -> str:
    """Our sentence for a message of the standard library."""
    for beginning, sentence in _SENTENCES:
        if message.startswith(beginning):
            return sentence
    return f"this is not JSON: {message}"


def _invalid(text: str, source: str, index: int, message: str) -> InvalidSource:
    line, column = line_and_column(text, index)
    return InvalidSource([Mistake(Place(source, line, column), message)])
