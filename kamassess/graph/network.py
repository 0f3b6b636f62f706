"""
An organisation as a networkx graph: to search, to measure and to draw with all that networkx has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kamassess.graph.view import View

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    Network = MultiDiGraph[str]


def network(view: View) -> Network:
    """
    The graph as a reading knows it, for networkx.

    Nodes are foci (``kind:id``), with ``kind``, ``name`` (by language), ``certain`` and the attributes
    that are known, dates as dates. Links go the way they are written, as from a chain to its owner. Their
    key is the relation; they bear ``certain`` and ``evidence``. What nobody described is not there.

    Args:
        view: the graph under a reading.

    Returns:
        A new graph, which is the caller's to change.

    Example:
        >>> from datetime import date
        >>> from kamassess.graph.building import build
        >>> from kamassess.model.organisation import Organisation
        >>> from kamassess.model.terms import Reading
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan"}], "chain": [{"id": "permits", "owners": ["jan"]}]}})
        >>> graph = network(View(build(organisation, date(2026, 11, 1)), Reading.CLAIMED))
        >>> graph.edges["chain:permits", "person:jan", "owners"]["certain"]
        True
    """
    from networkx import MultiDiGraph

    graph = view.graph
    found: Network = MultiDiGraph(name=graph.organisation.id)
    for key, node in graph.nodes.items():
        known = {one.name: view.value(key, one.name) for one in node.attributes}
        known = {name: value for name, value in known.items() if value is not None}
        found.add_node(key, kind=node.kind, name=dict(node.name or {}), certain=graph.certain[key], **known)
    for node in graph.organisation.nodes:
        for link in node.links:
            rests_on = link.claim or node.claim
            found.add_edge(
                node.key,
                link.to,
                link.relation,
                certain=link.to not in graph.doubted.get((node.key, link.relation), ()),
                evidence=rests_on.evidence if rests_on else (),
            )
    return found
