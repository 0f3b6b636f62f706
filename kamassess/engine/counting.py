"""
A count as an interval: so many members at least, so many at most.

At least: those that are certainly there and for which the body is certainly so.
At most: all that may be there and for which it may be so; without an end where
there may be members that nobody named.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kamassess.checklist.condition import Count
from kamassess.engine.protocol import Truth
from kamassess.facts.table import Members, Row, Table, Value
from kamassess.model.terms import ORGANISATION

Ends = tuple[int, int | None]
"""The low and the high end of a count; ``None`` where it has no high end."""

Truths = Callable[[str, tuple[str, ...], Mapping[str, Row]], Sequence[Truth]]
"""What was decided of a body at each of some members, given the facts that they have only as such."""

UNKNOWN: Final = Members(open=True)
"""The members of a relation of which a reading says nothing."""

NOT_DESCRIBED: Final[Mapping[tuple[str, ...], Members]] = {}
"""The relations of a focus of which a reading says nothing."""


def foci_of(table: Table, kind: str) -> tuple[str, ...]:
    """
    The foci of a kind; the organisation is one that is always there.

    Args:
        table: what a reading knows.
        kind: the kind.

    Returns:
        The foci, in the order of the table.

    Example:
        >>> foci_of(Table({}, {}, {}), "organisation")
        ('organisation',)
    """
    return table.foci.get(kind, (ORGANISATION,) if kind == ORGANISATION else ())


def ends(count: Count, members: Members, truths: Truths) -> Ends:
    """
    How many members there are, at least and at most.

    Args:
        count: what is counted.
        members: of its relation, at the focus.
        truths: decides its body at members.

    Returns:
        Both ends.

    Example:
        >>> owners = Members(certain=("person:jan",), possible=("person:piet",))
        >>> ends(Count("owners.size()", ("owners",)), owners, lambda body, members, facts: ())
        (1, 2)
    """
    certain, possible = members.certain, members.possible
    named = len(certain) + len(possible)
    if count.body is None:
        return len(certain), None if members.open else named
    there = truths(count.body, certain, members.facts)
    low, out = there.count(not count.negated), there.count(count.negated)
    if members.open:
        return low, None
    if possible:
        out += truths(count.body, possible, members.facts).count(count.negated)
    return low, named - out


def write(row: dict[str, Value], count: Count, found: Ends) -> None:
    """
    Put a count into a row of facts.

    Args:
        row: the row, changed in place.
        count: what was counted.
        found: its ends.
    """
    row[count.low], high = found
    if high is None:
        row.pop(count.high, None)
    else:
        row[count.high] = high


def read(row: Row, count: Count) -> tuple[Value | None, Value | None]:
    """
    What ``write`` put into a row.

    Args:
        row: the row.
        count: what was counted.

    Returns:
        Both ends; a low end of ``None`` where nothing was written.

    Example:
        >>> row: dict[str, Value] = {}
        >>> write(row, Count("owners.size()", ("owners",)), (1, None))
        >>> read(row, Count("owners.size()", ("owners",)))
        (1, None)
    """
    return row.get(count.low), row.get(count.high)
