"""
The parts of a value -> what a line or a document tells of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import singledispatch
from typing import Any, Final, TypeVar

from attrs import fields, has

from kamassess.later import Later
from kamassess.showing.document import Block, Document, Heading, Paragraph, Row, Rows, Table
from kamassess.showing.shown import MOST_LINES, Shown
from kamassess.showing.text import clean

_T = TypeVar("_T")

NOTHING: Final = "–"
"""Stands where something is not there or not known."""

MOST_NAMED: Final = 8
"""So many of what stands in a row are named."""

LONGEST: Final = 300
"""So many characters of a text are shown: what it is about, not all that it says."""

_LONGEST_LINE: Final = 160


def attributes(value: Any) -> dict[str, object]:
    """
    The attributes of a value, by name.

    Args:
        value: an attrs value.

    Returns:
        Those that its own representation would have.

    Example:
        >>> from kamassess.errors import Mistake, Place
        >>> list(attributes(Mistake(Place("a.yaml", 2, 1), "unknown key")))
        ['place', 'message', 'suggestion']
    """
    return {one.name: getattr(value, one.name) for one in fields(type(value)) if one.repr}


# ------------------------------------------------------------------ in a line
def summary(title: str, parts: Mapping[str, object]) -> str:
    """What a prompt shows of a value: what it is, and its parts in a line; its id is in the title."""
    return f"<{_cut(title, LONGEST)}: {line(parts, but='id')}>"


def line(parts: Mapping[str, object], but: str = "") -> str:
    """
    Parts in a line: each with its name, what is not there left out.

    Args:
        parts: the parts by name.
        but: one that is told already.

    Returns:
        The text.

    Example:
        >>> line({"chain": "permits", "owners": (), "certain": True})
        'chain permits, certain yes'
    """
    told_ones = ((name, told(part)) for name, part in parts.items() if name != but)
    return (
        _cut(", ".join(f"{name} {it}" for name, it in told_ones if it != NOTHING), _LONGEST_LINE) or NOTHING
    )


@singledispatch
def told(value: Any) -> str:
    """
    A value as text.

    Args:
        value: any value.

    Returns:
        The text; a dash where there is nothing, or it is not known.

    Example:
        >>> told(("a", "b")), told(None), told({"nl": "keten", "en": "chain"}), told(False)
        ('a, b', '–', 'chain', 'no')
    """
    plain: object = object.__str__
    if has(type(value)) and type(value).__str__ is plain:
        return line(attributes(value))
    return _cut(str(value), LONGEST) or NOTHING


@told.register
def _(_: None) -> str:
    return NOTHING


@told.register
def _(value: bool) -> str:
    return "yes" if value else "no"


@told.register
def _(value: Fraction) -> str:
    return f"{float(value):.4g}"


@told.register
def _(value: date) -> str:
    return value.isoformat()


@told.register
def _(value: Mapping) -> str:  # type: ignore[type-arg]
    if _is_text(value):
        return told(value.get("en") or next(iter(value.values())))
    return _several(list(value.items()), lambda one: f"{told(one[0])} {told(one[1])}")


@told.register(tuple)
@told.register(list)
def _(value: Sequence[object]) -> str:
    return _several(value, told)


@told.register
def _(value: frozenset) -> str:  # type: ignore[type-arg]
    return _several(sorted(value, key=str), told)


@told.register
def _(value: Later) -> str:  # type: ignore[type-arg]
    return told(value.value)


def _is_text(value: object) -> bool:
    """Whether it is a text in languages."""
    return isinstance(value, Mapping) and bool(value) and value.keys() <= {"nl", "en"}


def _several(values: Sequence[_T], tell: Callable[[_T], str]) -> str:
    named = list(map(tell, values[:MOST_NAMED]))
    if len(values) > MOST_NAMED:
        named.append(f"and {len(values) - MOST_NAMED} more")
    return _cut(", ".join(named), LONGEST) or NOTHING


def _cut(text: str, longest: int) -> str:
    cleaned = clean(text)
    return cleaned if len(cleaned) <= longest else cleaned[: longest - 1] + "…"


# -------------------------------------------------------------- in a document
def document(title: str, parts: Mapping[str, object]) -> Document:
    """
    Parts as a document: what fits in a row as such, what has rows itself as a table.

    Args:
        title: what they are the parts of.
        parts: the parts by name.

    Returns:
        Its blocks.
    """
    blocks: list[Block] = [Heading(_cut(title, LONGEST), 1)]
    rows = [Row(name, (told(part),)) for name, part in parts.items() if not _is_table(part)]
    blocks += [Rows(tuple(rows))] if rows else []
    for name, part in parts.items():
        if _is_table(part):
            blocks += (Heading(name), *_table(part))
    return tuple(blocks)


def listed(values: Sequence[object]) -> Document:
    """
    Several values of one kind as a document.

    Args:
        values: the values.

    Returns:
        Its blocks: how many there are of what, and a table of them.
    """
    if not values:
        return (Paragraph("none"),)
    names = " or ".join(dict.fromkeys(type(one).__name__ for one in values))
    return (Heading(f"{names} ({len(values)})", 1), *_table(values))


def _is_table(part: object) -> bool:
    """Whether it is several values with parts of their own, or values by name."""
    if isinstance(part, Mapping):
        return bool(part) and not _is_text(part)
    return isinstance(part, tuple) and bool(part) and all(has(type(one)) for one in part)


def _table(part: Any) -> Iterator[Block]:
    """The first of several values as a table, and how many more there are."""
    if isinstance(part, Mapping):
        found: list[Mapping[str, object]] = [
            {"": key, "value": value} for key, value in list(part.items())[:MOST_LINES]
        ]
    else:
        found = [
            one._brief() if isinstance(one, Shown) else attributes(one) if has(type(one)) else {"": one}
            for one in part[:MOST_LINES]
        ]
    heads = tuple(dict.fromkeys(name for one in found for name in one))
    rows = [tuple(told(one.get(head)) for head in heads) for one in found]
    telling = [at for at in range(len(heads)) if any(row[at] != NOTHING for row in rows)] or [0]
    yield Table(
        tuple(heads[at] for at in telling),
        tuple(tuple(row[at] for at in telling) for row in rows),
        numbers=False,
    )
    if len(part) > MOST_LINES:
        yield Paragraph(f"and {len(part) - MOST_LINES} more")
