"""What the YAML parser could not go on with, said in a sentence that helps."""

from __future__ import annotations

import re
from typing import Any, Final

from attrs import frozen
from yaml import MarkedYAMLError

from kamassess.source.characters import line_and_column

DIRECTIVE: Final = "a directive, which begins with '%', is not read; leave the line out"


@frozen
class _Explanation:
    """
    A sentence for some of the parser's messages.

    Args:
        said: what is found in ``context | problem | character``, as libyaml or Python says it.
        sentence: what we say; ``{character}`` stands at its place, ``{line}`` is where the context began.
        at_context: whether the place is where the context began, instead of where the parser stopped.
        at_end: whether it is said only when the parser stopped at the end of the text.
    """

    said: str
    sentence: str
    at_context: bool = False
    at_end: bool = False


_EXPLANATIONS: Final = (
    _Explanation(
        "tab character|cannot start any token .*'\\\\t'$", "a tab stands in the indentation; write spaces"
    ),
    _Explanation(
        "cannot start any token", "a text cannot begin with {character} here; put it between quotes"
    ),
    _Explanation(
        "mapping values are not allowed",
        "a colon is not expected here; put a text with ': ' in it between quotes,"
        " or look for a missing colon or wrong indentation in the line before",
    ),
    _Explanation(
        "could not find expected ':'",
        "a colon is missing after this key, or a space after the '-' of an item",
        at_context=True,
    ),
    _Explanation(
        "sequence entries are not allowed",
        "a list cannot begin within a line; write each '- ' on a line of its own, or [a, b]",
    ),
    _Explanation("mapping keys are not allowed", "a text cannot begin with '? ' here; put it between quotes"),
    _Explanation(
        "flow (sequence|mapping) \\|",
        "this {character} is never closed; write the closing bracket",
        at_context=True,
        at_end=True,
    ),
    _Explanation(
        "flow sequence \\|", "a comma is missing here, or a ']' for the list that begins on line {line}"
    ),
    _Explanation(
        "flow mapping \\|", "a comma is missing here, or a '}}' for the mapping that begins on line {line}"
    ),
    _Explanation(
        "block mapping \\|",
        "this does not belong to the mapping that begins on line {line};"
        " correct the indentation, or the quotes or brackets before it",
    ),
    _Explanation(
        "block collection \\|",
        "this does not belong to the list that begins on line {line};"
        " correct the indentation, begin the line with '- ', or correct the quotes or brackets before it",
    ),
    _Explanation("node content", "the text ends where a value is expected; write it", at_end=True),
    _Explanation(
        "node content",
        "a value is expected here; write it, or put a text that begins with {character} between quotes",
    ),
    _Explanation(
        "<document start>",
        "nothing can follow the end of the document; correct the indentation, or the quotes before it",
    ),
    _Explanation(
        "unexpected document (indicator|separator)",
        "this quote is not closed before a line with '---' or '...'",
        at_context=True,
    ),
    _Explanation("unexpected end of stream", "this quote is never closed", at_context=True),
    _Explanation(
        "unknown escape|hexdecimal number|hexadecimal numbers|Unicode character escape",
        "this is not an escape; write \\\\ for a backslash, or put the text between single quotes",
    ),
    _Explanation(
        "scanning an (alias|anchor)|(scanning|parsing) a tag|tag handle",
        "a text cannot begin with {character} here; put it between quotes",
        at_context=True,
    ),
    _Explanation("scanning an? .*directive", DIRECTIVE, at_context=True),
    _Explanation("scanning a block scalar", "begin the text on the line after '|' or '>', and indent it"),
)
"""Tried in this order; the first that fits is said."""


def explain(error: MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """
    Where and why YAML cannot be read, in words of our own.

    Args:
        error: what PyYAML raised, from libyaml or from its parser in Python.
        text: what it read.

    Returns:
        Line and column, from 1, and a sentence.

    Example:
        >>> import yaml
        >>> try:
        ...     list(yaml.parse("a: @b"))
        ... except yaml.MarkedYAMLError as error:
        ...     explain(error, "a: @b")
        (1, 4, "a text cannot begin with '@' here; put it between quotes")
    """
    stopped: Any = error.problem_mark
    context: Any = error.context_mark or stopped
    at_end = stopped.index >= len(text)
    said = f"{error.context} | {error.problem} | {text[stopped.index : stopped.index + 1]!r}"
    for one in _EXPLANATIONS:
        if re.search(one.said, said) and (at_end or not one.at_end):
            mark = context if one.at_context else stopped
            character = repr(text[mark.index : mark.index + 1])
            return *_place(mark, text), one.sentence.format(character=character, line=context.line + 1)
    return *_place(stopped, text), f"this is not YAML: {error.problem}"


def _place(mark: Any, text: str) -> tuple[int, int]:
    """Line and column, from 1, of a mark; libyaml calls the end of the text the beginning of a next line."""
    if mark.index >= len(text):
        return line_and_column(text, len(text.rstrip()))
    return mark.line + 1, mark.column + 1
