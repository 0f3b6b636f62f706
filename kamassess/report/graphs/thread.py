"""
The golden thread as graphs tell it: nodes with names of our own, and in words what is to be seen at each.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import evolve, frozen

from kamassess.comparing import Changes
from kamassess.graph.chart import ThreadLink, ThreadNode
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report.graphs.words import WORDS
from kamassess.report.wording import in_language, node
from kamassess.report.words import word
from kamassess.result import Result


class Became(StrEnum):
    """What a part of the thread is beside an earlier one."""

    NEW = "new"
    KEPT = "kept"
    GONE = "gone"


@frozen
class Drawn:
    """
    A node of the thread.

    Args:
        id: its name in the graph, which nobody wrote: ``n1``, ``n2``.
        node: what it is; as it was, where it is gone.
        name: what people call it.
        kind: what people call its kind.
        remarks: that the thread breaks there, that it is not proven, and how it was before.
        became: what it is beside an earlier thread; ``None`` where there is none.
        before: the node as it was; ``None`` where it was not there.
    """

    id: str
    node: ThreadNode
    name: str
    kind: str
    remarks: tuple[str, ...]
    became: Became | None = None
    before: ThreadNode | None = None

    @property
    def broken(self) -> bool:
        """Whether the thread is known to break there."""
        return self.became is not Became.GONE and (
            self.node.breaks_up is True or self.node.breaks_down is True
        )

    @property
    def label(self) -> str:
        """Its name, and all that is to be seen there."""
        return f"{self.name} ({', '.join((self.kind, *self.remarks))})"


@frozen
class Line:
    """
    A link of the thread.

    Args:
        above: the node above.
        below: the node below.
        proven: whether it is proven.
        became: what it is beside an earlier thread; ``None`` where there is none.
    """

    above: Drawn
    below: Drawn
    proven: bool
    became: Became | None = None


@frozen
class Thread:
    """
    The thread, or two of them in one.

    Args:
        name: what it is the thread of.
        nodes: its nodes, from the top down; what is gone comes last.
        lines: its links.
    """

    name: str
    nodes: tuple[Drawn, ...]
    lines: tuple[Line, ...]

    @property
    def compared(self) -> bool:
        """Whether it tells how it was before."""
        return any(one.became is not None for one in self.nodes)


def thread_of(result: Result, language: str) -> Thread:
    """
    The thread of a result.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The thread.
    """
    nodes = [_drawn(one, result, language) for one in result.chart.nodes]
    links = [(one, None) for one in result.chart.links]
    return _thread(result, nodes, links, language)


def thread_of_changes(changes: Changes, language: str) -> Thread:
    """
    The threads of two assessments in one.

    Args:
        changes: what the two say differently.
        language: ``nl`` or ``en``.

    Returns:
        The thread as it is, with what is gone; at each node what it was.
    """
    later, earlier = changes.later, changes.earlier
    were = {one.focus: one for one in earlier.chart.nodes}
    nodes = []
    for one in later.chart.nodes:
        before = were.pop(one.focus, None)
        became = Became.NEW if before is None else Became.KEPT
        made = _drawn(one, later, language)
        remarks = (*made.remarks, *_then(became, before, one, language))
        nodes.append(evolve(made, remarks=remarks, became=became, before=before))
    for one in were.values():
        made = evolve(_drawn(one, earlier, language), remarks=(word(WORDS, Became.GONE, language),))
        nodes.append(evolve(made, became=Became.GONE, before=one))
    then = {(one.above, one.below) for one in earlier.chart.links}
    now = {(one.above, one.below) for one in later.chart.links}
    links = [
        (one, Became.KEPT if (one.above, one.below) in then else Became.NEW) for one in later.chart.links
    ]
    links += [(one, Became.GONE) for one in earlier.chart.links if (one.above, one.below) not in now]
    return _thread(later, nodes, links, language)


def _thread(
    result: Result,
    nodes: Iterable[Drawn],
    links: Iterable[tuple[ThreadLink, Became | None]],
    language: str,
) -> Thread:
    known = {one.node.focus: evolve(one, id=f"n{number}") for number, one in enumerate(nodes, 1)}
    lines = tuple(
        Line(known[one.above], known[one.below], one.proven, became)
        for one, became in links
        if one.above in known and one.below in known
    )
    name = in_language(result.organisation.name, language, result.organisation.id)
    return Thread(name, tuple(known.values()), lines)


def _drawn(one: ThreadNode, result: Result, language: str) -> Drawn:
    return Drawn(
        "",
        one,
        node(one.focus, result, language),
        VOCABULARY.called(one.focus.partition(":")[0], language),
        tuple(word(WORDS, it, language) for it in _remarks(one)),
    )


def _remarks(one: ThreadNode) -> list[str]:
    remarks = [] if one.proven else ["claimed"]
    for breaks, way in ((one.breaks_up, "up"), (one.breaks_down, "down")):
        if breaks is not False:
            remarks.append(f"{'perhaps' if breaks is None else 'breaks'} {way}")
    return remarks


def _then(became: Became, before: ThreadNode | None, now: ThreadNode, language: str) -> tuple[str, ...]:
    """What is another than it was: that a node is new, and where the thread broke and does not any more."""
    if before is None:
        return (word(WORDS, became, language),)
    mended = (
        way
        for way, was, is_ in (
            ("up", before.breaks_up, now.breaks_up),
            ("down", before.breaks_down, now.breaks_down),
        )
        if was is True and is_ is False
    )
    return tuple(word(WORDS, f"mended {way}", language) for way in mended)
