"""
Reachability: what can be come to by links, on the certain graph and on the possible one.

What is come to over certain links from a certain start is certainly reached;
what uncertain links, or a part that is not described, could lead to is
possibly reached. One search serves all nodes, so the work grows with the
graph and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from kamassess.graph.members import Members, Truth, each
from kamassess.graph.view import View
from kamassess.model.kind import Vocabulary

Starts = Iterable[tuple[str, Truth]]
Relations = frozenset[tuple[str, str]]
"""Written relations, each as its kind and name."""

Links = Mapping[str, list[tuple[str, Truth]]]
"""The nodes next to a node, each with whether the link is certain."""


@frozen
class Reach:
    """
    What a search came to.

    Args:
        certain: the nodes that are certainly reached.
        possible: those, and the nodes that may be.
    """

    certain: frozenset[str]
    possible: frozenset[str]

    def of(self, key: str) -> Truth:
        """Whether a node is reached."""
        return True if key in self.certain else None if key in self.possible else False

    def members(self, among: Members) -> Members:
        """Those of some nodes that are reached."""
        certain = tuple(one for one in among.certain if one in self.certain)
        possible = tuple(one for one in among.named if one in self.possible and one not in certain)
        return Members(certain, possible, among.open)


def upward_relations(vocabulary: Vocabulary) -> Relations:
    """The relations that point nearer to vision and owner."""
    return frozenset(
        (kind.name, one.name) for kind in vocabulary.kinds for one in kind.relations if one.upward
    )


def below(view: View, starts: Starts, relations: Relations) -> Reach:
    """
    What links lead from up to the starts: all that lies below them.

    Args:
        view: the graph under a reading.
        starts: where the search begins, each with whether it is a start.
        relations: the links that are followed, against their direction.

    Returns:
        What is reached, the starts included.
    """
    links = view.kept(("below", relations), lambda: _links(view, relations, downward=True))
    some = view.graph.nodes if view.graph.has_gaps else ()
    left_open = [key for key in some if _is_open(view, key, relations)]
    return _search(links, starts, left_open)


def above(view: View, starts: Starts, relations: Relations) -> Reach:
    """
    What links lead to from the starts: all that lies above them.

    Args:
        view: the graph under a reading.
        starts: where the search begins, each with whether it is a start.
        relations: the links that are followed.

    Returns:
        What is reached, the starts included.
    """
    links = view.kept(("above", relations), lambda: _links(view, relations, downward=False))
    return _search(links, starts, _may_be_pointed_at(view, relations) if view.graph.has_gaps else [])


def _may_be_pointed_at(view: View, relations: Relations) -> list[str]:
    """The nodes that links may lead to that nobody named."""
    kinds = {
        target
        for kind, name in relations
        if not view.graph.is_described(kind, name)
        or any(view.members(key, name).open for key in view.graph.kinds[kind])
        for target in view.graph.vocabulary.relation(kind, name).targets  # type: ignore[union-attr]
    }
    return [key for kind in sorted(kinds) for key in view.graph.kinds[kind]]


def _is_open(view: View, key: str, relations: Relations) -> bool:
    kind = view.kind_of(key)
    return any(view.members(key, name).open for of, name in relations if of == kind)


def _links(view: View, relations: Relations, *, downward: bool) -> Links:
    links: dict[str, list[tuple[str, Truth]]] = {}
    for kind, name in relations:
        for key in view.graph.kinds[kind]:
            for other, sure in each(view.members(key, name)):
                here, there = (other, key) if downward else (key, other)
                links.setdefault(here, []).append((there, sure))
    return links


def _search(links: Links, starts: Starts, left_open: Iterable[str]) -> Reach:
    told = list(starts)
    certain = _spread(links, (key for key, sure in told if sure), sure=True)
    maybe = (key for key, sure in told if sure is not False)
    return Reach(certain, _spread(links, (*certain, *maybe, *left_open), sure=False))


def _spread(links: Links, starts: Iterable[str], *, sure: bool) -> frozenset[str]:
    # By hand: to build the graph that a library would search takes longer than to search it.
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for there, certain in links.get(waiting.pop(), ()):
            if there not in seen and (certain or not sure):
                seen.add(there)
                waiting.append(there)
    return frozenset(seen)
