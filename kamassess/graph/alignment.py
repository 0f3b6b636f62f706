"""
Alignment: what can be come to by links, from policy down to chain and back.

What is come to over certain links from a certain start is certainly reached;
what uncertain links, or a part that is not described, could lead to is
possibly reached. One search serves all nodes, so the work grows with the
graph and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import frozen

from kamassess.graph.chains import chains_through_tree
from kamassess.graph.members import Truth, both, each
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


# The objectives that a policy leads to, and the objectives that a KPI leads up to.
_OBJECTIVES: Final[Relations] = frozenset({("objective", "implements"), ("objective", "contributes_to")})
_MEASURED: Final[Relations] = frozenset({("kpi", "objectives"), ("objective", "contributes_to")})


def reaches(view: View, key: str, kind: str) -> Truth:
    """
    Whether a path leads from a node up to one of a kind: vision, mission or strategy.

    Args:
        view: the graph under a reading.
        key: the node.
        kind: the kind above.

    Returns:
        True, false, or ``None`` where it is possible only.
    """

    def work_out() -> Reach:
        starts = each(view.all(kind))
        return below(view, starts, upward_relations(view.graph.vocabulary))

    return view.kept(("reaches", kind), work_out).of(key)


def objective_for_feedback(view: View, key: str) -> Truth:
    """Whether an objective makes a policy about feedback concrete, directly or through another."""

    def work_out() -> Reach:
        policies = each(view.all("policy"))
        return below(
            view,
            [(one, both(sure, is_feedback_policy(view, one))) for one, sure in policies],
            _OBJECTIVES,
        )

    return view.kept("objectives for feedback", work_out).of(key)


def is_feedback_policy(view: View, key: str) -> Truth:
    """Whether a policy is about customer feedback."""
    return view.is_word(key, "subject", "feedback")


def reaches_chain(view: View, key: str) -> Truth:
    """Whether a KPI of an objective, or of what contributes to it, measures a chain."""

    def work_out() -> Reach:
        kpis = each(view.all("kpi"))
        return above(
            view,
            [(one, both(sure, chains_through_tree(view, one).exist)) for one, sure in kpis],
            _MEASURED,
        )

    return view.kept("objectives of chains", work_out).of(key)


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
