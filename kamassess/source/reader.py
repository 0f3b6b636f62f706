"""
Typed values out of a tree: a scalar is read by the type that is expected at its place.

A reader keeps every mistake that it meets and goes on, so that a file's
mistakes are told all at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from re import fullmatch
from typing import TypeVar

from kamassess.errors import Mistake, nearest
from kamassess.source.tree import Mapping, Node, Scalar, Sequence, Style, quote

LANGUAGES = ("nl", "en")

_Number = TypeVar("_Number", int, Decimal)

_FLAGS = {"true": True, "false": False}
_NAMES = {Scalar: "a single value", Sequence: "a list", Mapping: "a mapping of keys to values"}


class Reader:
    """
    Reads typed values and keeps the mistakes.

    Every method returns ``None``, or what could be read, where something is wrong.

    Example:
        >>> from kamassess.source import read_data
        >>> reader = Reader()
        >>> reader.whole(read_data("ten"))
        >>> [str(one) for one in reader.mistakes]
        ["<data>: $: expected a whole number, found 'ten'"]
    """

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []

    def wrong(self, node: Node, message: str, suggestion: str | None = None) -> None:
        """Keep a mistake at a node."""
        self.mistakes.append(Mistake(node.place, message, suggestion))

    def entries(
        self, node: Node, known: Collection[str], required: Iterable[str] = (), what: str = "this"
    ) -> dict[str, Node]:
        """
        The values under the keys of a mapping.

        Args:
            node: what should be a mapping.
            known: the keys that may be there.
            required: the keys that must be there.
            what: what the mapping describes, for messages.

        Returns:
            Node by key, unknown and empty ones left out.
        """
        if not isinstance(node, Mapping):
            self.wrong(node, f"{what} should be a mapping of keys to values, found {_seen(node)}")
            return {}
        found: dict[str, Node] = {}
        for key, value in node.entries:
            if key.text not in known:
                self.wrong(key, f"unknown key {quote(key.text)} in {what}", nearest(key.text, known))
            elif isinstance(value, Scalar) and value.style is Style.NULL:
                self.wrong(key, f"{quote(key.text)} has no value; give it one or leave it out")
            else:
                found[key.text] = value
        written = {key.text for key, _ in node.entries}
        for name in required:
            if name not in written:
                self.wrong(node, f"{what} has no {quote(name)}")
        return found

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """The items of what should be a list."""
        if node is None:
            return ()
        if isinstance(node, Sequence):
            return node.items
        self.wrong(node, f"{what} should be a list, found {_seen(node)}")
        return ()

    def several(self, node: Node | None) -> tuple[Node, ...]:
        """The items of a list, or the one value that stands in its place."""
        if node is None:
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def text(self, node: Node | None) -> str | None:
        """A text; a number as it was written."""
        if node is None:
            return None
        if not isinstance(node, Scalar) or node.style in (Style.BOOLEAN, Style.NULL):
            self._unexpected(node, "a text")
            return None
        return node.text

    def identifier(self, node: Node | None) -> str | None:
        """An id: letters, digits, dots, dashes and underscores, without a space or colon."""
        text = self.text(node)
        if text is None or node is None or fullmatch(r"[\w][\w.\-]*", text):
            return text
        self.wrong(node, f"{quote(text)} is no id: it has letters, digits, '.', '-' and '_', without spaces")
        return None

    def word(self, node: Node | None, words: Collection[str]) -> str | None:
        """One word of a list of words."""
        text = self.text(node)
        if text is None or node is None or text in words:
            return text
        choices = ", ".join(words)
        self.wrong(node, f"expected one of {choices}; found {quote(text)}", nearest(text, words))
        return None

    def flag(self, node: Node | None) -> bool | None:
        """``true`` or ``false``."""
        if node is None:
            return None
        if isinstance(node, Scalar) and node.style is not Style.QUOTED and node.text in _FLAGS:
            return _FLAGS[node.text]
        self._unexpected(node, "true or false")
        return None

    def whole(self, node: Node | None, least: int | None = None) -> int | None:
        """A whole number."""
        if node is None:
            return None
        if isinstance(node, Scalar) and _is_bare(node) and fullmatch(r"[-+]?[0-9]{1,18}", node.text):
            return self._not_below(node, int(node.text), least)
        self._unexpected(node, "a whole number")
        return None

    def decimal(self, node: Node | None, least: int | None = None, most: int | None = None) -> Decimal | None:
        """A decimal number; its point is a point."""
        if node is None:
            return None
        if isinstance(node, Scalar) and _is_bare(node):
            try:
                number = Decimal(node.text)
            except InvalidOperation:
                number = Decimal("NaN")
            if _is_sensible(number) and "_" not in node.text:
                return self._not_below(node, self._not_above(node, number, most), least)
        self._unexpected(node, "a number, as 0.8")
        return None

    def date(self, node: Node | None) -> date | None:
        """An ISO date."""
        if node is None:
            return None
        if isinstance(node, Scalar) and fullmatch(r"\d{4}-\d{2}-\d{2}", node.text):
            try:
                return date.fromisoformat(node.text)
            except ValueError:
                pass
        self._unexpected(node, "a date, as 2026-11-01")
        return None

    def localised(self, node: Node | None) -> dict[str, str] | None:
        """A text in languages, or one text that serves for all of them."""
        if node is None:
            return None
        if isinstance(node, Scalar):
            text = self.text(node)
            return None if text is None else dict.fromkeys(LANGUAGES, text)
        found = self.entries(node, LANGUAGES, what="a text in languages")
        texts = {language: self.text(one) for language, one in found.items()}
        if isinstance(node, Mapping) and not node.entries:
            self.wrong(node, "a text in languages has at least nl or en")
        return {language: text for language, text in texts.items() if text is not None} or None

    def _unexpected(self, node: Node, expected: str) -> None:
        self.wrong(node, f"expected {expected}, found {_seen(node)}")

    def _not_above(self, node: Node, number: _Number, most: int | None) -> _Number | None:
        if most is not None and number > most:
            self.wrong(node, f"expected a number of at most {most}, found {number}")
            return None
        return number

    def _not_below(self, node: Node, number: _Number | None, least: int | None) -> _Number | None:
        if number is not None and least is not None and number < least:
            self.wrong(node, f"expected a number of at least {least}, found {number}")
            return None
        return number


def _is_sensible(number: Decimal) -> bool:
    """Whether somebody could mean a number: of 18 digits before the point and 60 behind at most."""
    return number.is_finite() and (
        not number or (number.adjusted() < 18 and int(number.as_tuple().exponent) >= -60)
    )


def _is_bare(node: Scalar) -> bool:
    return node.style in (Style.PLAIN, Style.NUMBER)


def _seen(node: Node) -> str:
    if not isinstance(node, Scalar):
        return _NAMES[type(node)]
    return "nothing" if node.style is Style.NULL else quote(node.text)
