"""
What a report is made of: few kinds of blocks, which each format renders in its own way.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Tone(StrEnum):
    """How something is meant: the only thing that decides about colours."""

    PLAIN = "plain"
    GOOD = "good"
    MINOR = "minor"
    MAJOR = "major"
    FAINT = "faint"


@frozen
class Heading:
    """
    A heading.

    Args:
        text: what it says.
        level: 1 for the title, 2 for a section.
    """

    text: str
    level: int = 2


@frozen
class Paragraph:
    """
    Running text.

    Args:
        text: what it says.
        tone: how it is meant.
    """

    text: str
    tone: Tone = Tone.PLAIN


@frozen
class Row:
    """
    A label with what belongs to it.

    Args:
        label: the label.
        lines: one or more lines.
        brief: whether the beginning of each line is enough where there is little room.
    """

    label: str
    lines: tuple[str, ...]
    brief: bool = False


@frozen
class Rows:
    """
    Labels with what belongs to them.

    Args:
        rows: the rows.
    """

    rows: tuple[Row, ...]


@frozen
class Bar:
    """
    A score as an interval of three numbers.

    Args:
        title: whose score it is.
        ends: proven, claimed and possible, as parts of the maximum; ``None`` where nothing counts.
        texts: the same as people read them.
        level: 1 for a checklist, 2 for a requirement of it.
    """

    title: str
    ends: tuple[float, float, float] | None
    texts: tuple[str, str, str]
    level: int = 1


@frozen
class Bars:
    """
    Scores beside each other.

    Args:
        heads: what the three numbers are called.
        meanings: what each of them says.
        bars: the scores.
    """

    heads: tuple[str, str, str]
    meanings: tuple[str, str, str]
    bars: tuple[Bar, ...]


@frozen
class Table:
    """
    A small table, the first column of which is text and the others numbers.

    Args:
        heads: what the columns are called.
        rows: the rows.
        numbers: whether all but the first column are numbers.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: bool = True


@frozen
class Entry:
    """
    Something that is told, with what belongs to it.

    Args:
        title: what is told.
        lead: what stands before it: an id. Without one it has a number, by which people can speak of it.
        remark: in a few words how heavy, how certain, and by which name it can be asked for.
        rows: why, what to do, who.
        tone: how it is meant.
    """

    title: str
    lead: str = ""
    remark: str = ""
    rows: tuple[Row, ...] = ()
    tone: Tone = Tone.PLAIN


@frozen
class Branch:
    """
    A branch of a tree.

    Args:
        title: what it is.
        remark: what is to be said of it.
        branches: what lies below it.
    """

    title: str
    remark: str = ""
    branches: tuple[Branch, ...] = ()


@frozen
class Tree:
    """
    Something with all that it came from.

    Args:
        root: the branch at the top.
    """

    root: Branch


Block = Heading | Paragraph | Rows | Bars | Table | Entry | Tree
Document = tuple[Block, ...]
