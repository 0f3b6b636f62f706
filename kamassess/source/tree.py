"""
The plain tree that every source is read into: scalars, sequences and mappings, each with its place.

A scalar is text. What it means is decided later, by the type that is expected at its place.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from attrs import field, frozen

from kamassess.errors import Place

Way = tuple["Way", str | int] | None
"""The way from the top: the way to what a node stands in, and its key or position there."""

Where = tuple[str, int | None, int | None, Way] | Place
"""
Source, line, column and way: a :class:`~kamassess.errors.Place` that has not been written out; or one that
has.

A bare tuple, because every node gets one and next to none is ever asked for: it costs 0.05 us, and a
``Place`` with its path 2 us, which would make the reading of a file three times slower.
"""

NOWHERE: Where = ("<data>", None, None, None)

LONGEST_QUOTE = 60


class Style(StrEnum):
    """How a scalar was written, which is all that is known of its type."""

    PLAIN = "plain"
    """YAML without quotes: a text, a number, a date or a flag, whatever is expected."""
    QUOTED = "quoted"
    """Between quotes or in a ``|`` or ``>`` block, or a text or date in JSON or Python: never a number."""
    NUMBER = "number"
    """A number in JSON or Python."""
    BOOLEAN = "boolean"
    """``true`` or ``false`` in JSON or Python."""
    NULL = "null"
    """``null`` in JSON, ``None`` in Python, nothing at all in YAML."""


def quote(text: str) -> str:
    r"""
    A text between quotes as it may stand in a message: on one line, printable, and not too long.

    Args:
        text: any text, whoever wrote it.

    Returns:
        The text, cut off where it is long.

    Example:
        >>> quote("owners"), quote("a\n\x1b[2J")
        ("'owners'", "'a\\n\\x1b[2J'")
    """
    return repr(text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…")


def path_of(way: Way) -> str:
    """
    A way from the top, written out as JSONPath (RFC 9535).

    Args:
        way: the way, innermost step last; ``None`` is the top.

    Returns:
        The path, as ``$.nodes.chain[2]``.

    Example:
        >>> path_of((((None, "nodes"), "chain"), 2))
        '$.nodes.chain[2]'
        >>> path_of((None, "chain:vergunningen"))
        "$['chain:vergunningen']"
    """
    steps: list[str] = []
    while way is not None:
        way, step = way
        if isinstance(step, int):
            steps.append(f"[{step}]")
        elif len(step) <= LONGEST_QUOTE and step.isidentifier():
            steps.append(f".{step}")
        else:
            steps.append(f"[{quote(step)}]")
    return "$" + "".join(reversed(steps))


def place_of(where: Where) -> Place:
    """
    A place written out.

    Args:
        where: source, line, column and way.

    Returns:
        The place, with its path.

    Example:
        >>> place_of(("a.yaml", 3, 5, (None, "nodes")))
        Place(source='a.yaml', line=3, column=5, path='$.nodes', sheet=None)
    """
    if isinstance(where, Place):
        return where
    source, line, column, way = where
    return Place(source, line, column, path_of(way))


class _Placed:
    """What stands somewhere. Two that say the same are equal, wherever they stand."""

    __slots__ = ()
    _where: Where

    @property
    def place(self) -> Place:
        """Where it stands."""
        return place_of(self._where)


@frozen
class Scalar(_Placed):
    """
    A text, exactly as it was written, and how it was written.

    Args:
        text: the text without its quotes; ``4.10`` is '4.10' and ``no`` is 'no'.
        style: how it was written.
        where: where it stands.

    Example:
        >>> Scalar("4.10", Style.PLAIN)
        Scalar(text='4.10', style=<Style.PLAIN: 'plain'>)
    """

    text: str
    style: Style
    _where: Where = field(default=NOWHERE, eq=False, repr=False)


@frozen
class Sequence(_Placed):
    """
    Nodes in an order.

    Args:
        items: the nodes.
        where: where it begins.

    Example:
        >>> Sequence(()).place
        Place(source='<data>', line=None, column=None, path='$', sheet=None)
    """

    items: tuple[Node, ...]
    _where: Where = field(default=NOWHERE, eq=False, repr=False)


class Entry(NamedTuple):
    """
    A key of a mapping with its value: a pair, which is how it is mostly used.

    Args:
        key: the key; its path is that of the value.
        value: what stands under it.

    Example:
        >>> Entry(Scalar("clause", Style.PLAIN), Scalar("4.10", Style.PLAIN)).key.text
        'clause'
    """

    key: Scalar
    value: Node


@frozen
class Mapping(_Placed):
    """
    Nodes under keys, no two of which have the same text.

    Args:
        entries: keys and values, in the order in which they were written.
        where: where it begins.

    Example:
        >>> Mapping(())
        Mapping(entries=())
    """

    entries: tuple[Entry, ...]
    _where: Where = field(default=NOWHERE, eq=False, repr=False)


Node = Scalar | Sequence | Mapping
