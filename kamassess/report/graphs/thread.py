"""
The golden thread as graphs draw it: nodes with names of our own, and in words what is to be seen at each.
"""

from __future__ import annotations

from attrs import frozen

from kamassess.graph.chart import ThreadNode
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report.graphs.words import WORDS
from kamassess.report.wording import node
from kamassess.report.words import word
from kamassess.result import Result


@frozen
class Drawn:
    """
    A node of the thread.

    Args:
        id: its name in the graph, which nobody wrote: ``n1``, ``n2``.
        node: what it is.
        name: what people call it.
        kind: what people call its kind.
        remarks: that the thread breaks there, and that it is not proven.
    """

    id: str
    node: ThreadNode
    name: str
    kind: str
    remarks: tuple[str, ...]

    @property
    def broken(self) -> bool:
        """Whether the thread is known to break there."""
        return self.node.breaks_up is True or self.node.breaks_down is True

    @property
    def label(self) -> str:
        """Its name, and all that is to be seen there."""
        return f"{self.name} ({', '.join((self.kind, *self.remarks))})"


def drawn(result: Result, language: str) -> dict[str, Drawn]:
    """
    The nodes of the thread, from the top down.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The nodes by focus.
    """
    return {
        one.focus: Drawn(
            f"n{number}",
            one,
            node(one.focus, result, language),
            VOCABULARY.called(one.focus.partition(":")[0], language),
            tuple(word(WORDS, it, language) for it in _remarks(one)),
        )
        for number, one in enumerate(result.chart.nodes, 1)
    }


def _remarks(one: ThreadNode) -> list[str]:
    remarks = [] if one.proven else ["claimed"]
    for breaks, way in ((one.breaks_up, "up"), (one.breaks_down, "down")):
        if breaks is not False:
            remarks.append(f"{'perhaps' if breaks is None else 'breaks'} {way}")
    return remarks
