"""
The text of a rule, cut into tokens.

What CEL can write and our rules cannot is refused here by its shape, with what to write instead; so
that a rule which looks like CEL never means something else than it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from attrs import frozen

from kamassess.errors import KamassessError

LONGEST: Final = 2_000
"""The number of characters that a rule may have."""


class SyntaxMistake(KamassessError):
    """
    A text that is not a rule: what is wrong with it, where, and what to write instead.

    Args:
        offset: where it stands in the text, from 0.
        message: what is wrong, as a sentence without a full stop.
        suggestion: what to write there instead, when that can be told.
    """

    def __init__(self, offset: int, message: str, suggestion: str | None = None) -> None:
        self.offset = offset
        self.message = message
        self.suggestion = suggestion
        super().__init__(message)

    def __str__(self) -> str:
        hint = f"; did you mean '{self.suggestion}'?" if self.suggestion else ""
        return f"{self.message}{hint}"

    def __reduce__(self) -> tuple[type[SyntaxMistake], tuple[int, str, str | None]]:
        return type(self), (self.offset, self.message, self.suggestion)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    r"""
    Where an offset stands, as a person counts.

    Args:
        text: the text of the rule.
        offset: a place in it, from 0; its length is the place just after it.

    Returns:
        The line and the column, both from 1.

    Example:
        >>> line_and_column("open ||\n  closed", 10)
        (2, 3)
    """
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class Kind(StrEnum):
    """What sort of token it is; the values are the names of the groups that find them."""

    NAME = "name"
    WHOLE = "whole"
    DECIMAL = "decimal"
    TEXT = "text"
    SYMBOL = "symbol"
    END = "end"


@frozen
class Token:
    """
    One word, number, text or symbol of a rule.

    Args:
        kind: what sort it is.
        text: exactly as written; empty for the end.
        offset: where it begins, from 0.
    """

    kind: Kind
    text: str
    offset: int

    @property
    def end(self) -> int:
        """Where it ends: the offset just after it."""
        return self.offset + len(self.text)

    def __str__(self) -> str:
        return f"'{self.text}'" if self.text else "the end"


def tokenize(text: str) -> tuple[Token, ...]:
    """
    Cut a rule into its tokens, the last of which is its end.

    Args:
        text: the rule.

    Returns:
        At least one token.

    Raises:
        SyntaxMistake: It is too long, or something in it has no place in a rule.

    Example:
        >>> [token.text for token in tokenize("owners.size() >= 1")]
        ['owners', '.', 'size', '(', ')', '>=', '1', '']
    """
    if len(text) > LONGEST:
        raise SyntaxMistake(LONGEST, f"a rule has at most {LONGEST} characters; this one has {len(text)}")
    found = []
    for match in _SHAPE.finditer(text):
        shape, written = str(match.lastgroup), match[0]
        if shape in _REFUSED:
            raise SyntaxMistake(match.start(), *_REFUSED[shape](written))
        if shape != _SPACE:
            found.append(Token(Kind(shape), written, match.start()))
    return (*found, Token(Kind.END, "", len(text)))


def text_of(token: Token) -> str:
    r"""
    What a token of text says, without its quotes and escapes.

    Args:
        token: a token of the kind ``TEXT``.

    Returns:
        The text that it stands for.

    Raises:
        SyntaxMistake: It has an escape that is not read here, or a character that must be escaped.

    Example:
        >>> text_of(tokenize(r'"caf\u00e9"')[0])
        'café'
    """
    first = token.offset + 1

    def meant(piece: re.Match[str]) -> str:
        code, escaped, raw = piece.groups()
        if raw:
            message = f"the character U+{ord(raw):04X} cannot stand in a text"
            raise SyntaxMistake(first + piece.start(), message, _escape(raw))
        character = chr(int(code, 16)) if code else _ESCAPES.get(escaped)
        if character is None or _SURROGATE.match(character):
            message = f"the escape {piece[0]} is not read; a backslash itself is written twice"
            raise SyntaxMistake(first + piece.start(), message)
        return character

    return _PIECE.sub(meant, token.text[1:-1])


def _escape(character: str) -> str | None:
    """How a character is written where it cannot stand itself; half a surrogate pair never can."""
    return None if _SURROGATE.match(character) else f"\\u{ord(character):04x}"


_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_PIECE: Final = re.compile(
    r"""
      \\u ([0-9a-fA-F]{4})
    | \\ (.)
    | ([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPES: Final[Mapping[str, str]] = {
    "\\": "\\", '"': '"', "'": "'", "n": "\n", "t": "\t", "r": "\r",
}  # fmt: skip

_SPACE: Final = "space"
# The order matters: a longer shape stands before the shorter one that it begins with.
_SHAPES: Final[Mapping[str, str]] = {
    _SPACE: r"[ \t\r\n\f]+",
    "comment": r"//",
    "prefixed": r"[rRbB]{1,2}(?=[\"'])",
    "tripled": r"\"{3}|'{3}",
    Kind.TEXT: r"\"(?:[^\"\\\r\n]|\\[^\r\n])*\"|'(?:[^'\\\r\n]|\\[^\r\n])*'",
    "unclosed": r"[\"']",
    "date": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])",
    "hexadecimal": r"0[xX]\w*",
    "exponent": r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][+-]?[0-9]+",
    "unsigned": r"[0-9]+[uU]\b",
    "dangling": r"[0-9]+\.(?![0-9])",
    "muddled": r"(?:[0-9]*\.)?[0-9]+[^\W0-9]\w*",
    Kind.DECIMAL: r"[0-9]*\.[0-9]+",
    Kind.WHOLE: r"[0-9]+",
    Kind.NAME: r"[A-Za-z_][A-Za-z0-9_]*(?!\w)",
    "foreign": r"\w+",
    "miswritten": r"===|!==|<>|=<|=>|=(?!=)|&(?!&)|\|(?!\|)",
    Kind.SYMBOL: r"&&|\|\||[=!<>]=|[<>!().,\[\]-]",
    "arithmetic": r"[+*/%]",
    "choice": r"[?:]",
    "braces": r"[{}]",
    "quote": r"[“”„‘’‚«»`´]",  # noqa: RUF001 (what a word processor makes of a quote)
    "unknown": r".",
}
_SHAPE: Final = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES.items()), re.DOTALL)

_MEANT: Final[Mapping[str, str]] = {
    "=": "==", "===": "==", "!==": "!=", "<>": "!=", "=<": "<=", "=>": ">=", "&": "&&", "|": "||",
}  # fmt: skip


def _stranger(written: str) -> str:
    """A character that no rule has, so that it can be seen also when it is blank."""
    return f"'{written}'" if written.isprintable() else f"the character U+{ord(written):04X}"


NO_ARITHMETIC: Final = "there is no arithmetic; what is calculated is a fact with a name of its own"

# What is seen only to be refused: the sentence, and what to write instead.
_REFUSED: Final[Mapping[str, Callable[[str], tuple[str, str | None]]]] = {
    "comment": lambda _: ("a rule has no comments; write it on a line of the file, after #", None),
    "prefixed": lambda written: (
        f"raw texts and bytes are not read; write the text without '{written}' before it",
        None,
    ),
    "tripled": lambda written: ("a text stands between single quotes or double ones, once", written[0]),
    "unclosed": lambda written: ("the text that begins here does not end on its line", None),
    "date": lambda written: ("a date is written as a text", f'"{written}"'),
    "hexadecimal": lambda written: (f"'{written}' is not read; a number has the digits 0 to 9", None),
    "exponent": lambda written: (f"'{written}' is not read; write a number in full, without exponent", None),
    "unsigned": lambda written: ("there is one sort of whole number, without 'u'", written[:-1]),
    "dangling": lambda written: ("a decimal has digits after its point", f"{written}0"),
    "muddled": lambda written: (f"'{written}' is neither a number nor a name", None),
    "foreign": lambda written: (f"'{written}' is no name; a name has the letters a to z, digits and _", None),
    "miswritten": lambda written: (f"'{written}' is not an operator", _MEANT[written]),
    "arithmetic": lambda _: (NO_ARITHMETIC, None),
    "choice": lambda _: ("there is no choice with ? and :", "a && b || !a && c"),
    "braces": lambda _: ("there are no maps and objects; ask for one fact at a time, by its name", None),
    "quote": lambda _: ("a text stands between straight quotes", '"'),
    "unknown": lambda written: (f"{_stranger(written)} has no place in a rule", None),
}
