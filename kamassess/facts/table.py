"""
Facts as engines see them: typed values in rows, one row a focus, once a reading.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from kamassess.graph.members import NO_FACTS, Members, Row, Value

__all__ = ["NO_FACTS", "Facts", "Members", "Row", "Table", "Value"]


@frozen
class Table:
    """
    All that one reading knows.

    Args:
        rows: the known facts of each focus.
        members: the members of each relation that the rules ask for, by focus and by path.
        foci: the foci of each kind, in the order of the file.
    """

    rows: Mapping[str, Row]
    members: Mapping[str, Mapping[tuple[str, ...], Members]]
    foci: Mapping[str, tuple[str, ...]]


@frozen
class Facts:
    """
    What the rules are decided on, under both readings.

    Where the two readings know the same of a focus they hold the very same row,
    so that an engine may decide it once.

    Args:
        claimed: every claim taken at its word.
        proven: uncertain claims taken as unknown.
    """

    claimed: Table
    proven: Table
