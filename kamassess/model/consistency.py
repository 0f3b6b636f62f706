"""
What no organisation can be, however it falls short: things that end before they begin, or hold themselves.

Such a description is a mistake in the file, and no finding about the organisation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from attrs import frozen

from kamassess.model.kind import Vocabulary
from kamassess.model.organisation import Node, Organisation

IN_ORDER: Final = {
    "promise": (
        ("made_on", "due", "it is due on {later}, before it was made on {earlier}"),
        ("made_on", "kept_on", "it was kept on {later}, before it was made on {earlier}"),
        ("made_on", "withdrawn_on", "it was taken back on {later}, before it was made on {earlier}"),
    ),
    "performance_conversation": (
        ("period_from", "period_to", "the period ends on {later}, before it begins on {earlier}"),
    ),
    "initiative": (("start", "end", "it ends on {later}, before it starts on {earlier}"),),
}
"""Dates of a kind that follow each other, and what is said where they do not."""


@frozen
class Inconsistency:
    """
    Something that cannot be so.

    Args:
        key: the node.
        part: the attribute that is wrong; ``None``: the node as a whole.
        sentence: what is wrong.
        of_absence: whether it says that something is not there, which may only be misspelt.
    """

    key: str
    part: str | None
    sentence: str
    of_absence: bool = False


def inconsistencies(organisation: Organisation, vocabulary: Vocabulary) -> Iterator[Inconsistency]:
    """
    All that cannot be so in a description.

    Args:
        organisation: as it was read, every reference resolved.
        vocabulary: which relations may not come back to where they began.

    Yields:
        Each inconsistency once.
    """
    for node in organisation.nodes:
        yield from _out_of_order(node)
    yield from _without_performer(organisation)
    yield from _cycles(organisation.nodes, vocabulary)


def _out_of_order(node: Node) -> Iterator[Inconsistency]:
    told = {one.name: one.value for one in node.attributes}
    for first, second, sentence in IN_ORDER.get(node.kind, ()):
        earlier, later = told.get(first), told.get(second)
        if isinstance(earlier, date) and isinstance(later, date) and later < earlier:
            yield Inconsistency(node.key, second, sentence.format(earlier=earlier, later=later))


def _without_performer(organisation: Organisation) -> Iterator[Inconsistency]:
    """Where performers of a chain's steps are told, those of each are, or it is said that they are not."""
    left_open = organisation.not_described
    if not left_open.isdisjoint(("step", "step.performers")):
        return
    steps: dict[str, list[Node]] = {}
    for node in organisation.nodes:
        if node.kind == "step":
            for link in node.links:
                if link.relation == "chain":
                    steps.setdefault(link.to, []).append(node)
    for chain, together in steps.items():
        without = [one for one in together if not any(link.relation == "performers" for link in one.links)]
        if len(without) < len(together):
            for one in without:
                if f"{one.key}.performers" not in left_open:
                    yield Inconsistency(
                        one.key,
                        None,
                        f"nobody performs this step, while other steps of {chain} have a performer; "
                        f"name who does it, or list '{one.key}.performers' under not_described",
                        of_absence=True,
                    )


def _cycles(nodes: tuple[Node, ...], vocabulary: Vocabulary) -> Iterator[Inconsistency]:
    """What may hold or follow itself nowhere: nesting of chains and units, lines of reporting."""
    for kind in vocabulary.kinds:
        for relation in kind.relations:
            if relation.acyclic:
                above = {
                    node.key: link.to
                    for node in nodes
                    for link in node.links
                    if (node.kind, link.relation) == (kind.name, relation.name)
                }
                for cycle in _each_cycle(above):
                    way = " -> ".join((*cycle, cycle[0]))
                    sentence = f"'{relation.name}' comes back to where it began: {way}"
                    yield Inconsistency(cycle[0], None, sentence)


def _each_cycle(above: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """Each cycle of a function once, from the node of it that is met first."""
    done: set[str] = set()
    for start in above:
        way: list[str] = []
        here: str | None = start
        while here is not None and here not in done:
            done.add(here)
            way.append(here)
            here = above.get(here)
        if here in way:
            yield tuple(way[way.index(here) :])
