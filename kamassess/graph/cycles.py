"""
Cycles: the nodes from which a relation leads back to where it began.
"""

from __future__ import annotations

from kamassess.graph.view import View


def going_round(view: View, kind: str, relation: str, *, sure: bool) -> frozenset[str]:
    """
    The nodes of a kind that lie on a cycle of a relation of it to itself.

    Args:
        view: the graph under a reading.
        kind: the kind.
        relation: a relation from the kind to the same kind.
        sure: whether only certain links are followed, or those that may be there too.

    Returns:
        The nodes.
    """

    def work_out() -> frozenset[str]:
        links = [
            (key, other)
            for key in view.all(kind).named
            for members in [view.members(key, relation)]
            for other in (members.certain if sure else members.named)
        ]
        return _on_cycles(links) if links else frozenset()

    return view.kept(("going round", kind, relation, sure), work_out)


def _on_cycles(links: list[tuple[str, str]]) -> frozenset[str]:
    from networkx import DiGraph, strongly_connected_components

    graph: DiGraph[str] = DiGraph(links)
    return frozenset(
        key
        for together in strongly_connected_components(graph)
        for key in together
        if len(together) > 1 or graph.has_edge(key, key)
    )
