"""
Organisation -> graph: every node and link, each with how certain it is on a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from attrs import frozen

from kamassess.model.evidence import description_is_certain, is_certain
from kamassess.model.kind import Vocabulary
from kamassess.model.organisation import Claim, Evidence, Node, Organisation, Told
from kamassess.model.vocabulary import VOCABULARY


@frozen
class Edge:
    """
    A link of the graph.

    Args:
        source: the node that it leaves.
        relation: the relation.
        target: the node that it reaches.
        certain: whether it, and both its ends, are certain on the day.
        evidence: the evidence that is named for it, or else for the node that it leaves.
    """

    source: str
    relation: str
    target: str
    certain: bool
    evidence: tuple[str, ...] = ()


@frozen
class Graph:
    """
    An organisation as a graph on a day: from policy to objective, KPI, customer chain and owner.

    Args:
        organisation: as it was described.
        as_of: the day.
        vocabulary: the kinds and relations.
        nodes: every node by its key, those that every organisation has included.
        certain: whether each node is certain on the day.
        out: the links that leave a node, by node and relation.
        into: the links that reach a node, by node and the name of the inverse.
        kinds: the keys of each kind, in the order of the file.

    Example:
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan"}], "chain": [{"id": "permits", "owners": ["jan"]}]}})
        >>> graph = build(organisation, date(2026, 11, 1))
        >>> [edge.target for edge in graph.out["chain:permits", "owners"]]
        ['person:jan']
    """

    organisation: Organisation
    as_of: date
    vocabulary: Vocabulary
    nodes: Mapping[str, Node]
    certain: Mapping[str, bool]
    out: Mapping[tuple[str, str], tuple[Edge, ...]]
    into: Mapping[tuple[str, str], tuple[Edge, ...]]
    kinds: Mapping[str, tuple[str, ...]]

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """The evidence by id."""
        return {one.id: one for one in self.organisation.evidence}

    @cached_property
    def evidence_of(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The ids of the evidence that is named for a part of a node, where there is any."""
        found: dict[tuple[str, str], tuple[str, ...]] = {}
        for edges in (self.into, self.out):
            for part, links in edges.items():
                named = [one for edge in links for one in edge.evidence]
                if named:
                    found[part] = tuple(named)
        for key, node in self.nodes.items():
            for told in node.attributes:
                claim = told.claim or node.claim
                if claim is not None and claim.evidence:
                    found[key, told.name] = claim.evidence
        return found

    @cached_property
    def attributes(self) -> Mapping[str, Mapping[str, Told]]:
        """What is told of each node, by node and attribute."""
        return {key: {told.name: told for told in node.attributes} for key, node in self.nodes.items()}

    @property
    def has_gaps(self) -> bool:
        """Whether a part was not described, so that there may be what nobody named."""
        return bool(self.organisation.not_described)

    @cached_property
    def is_certain(self) -> bool:
        """Whether nothing in the graph is uncertain, so that both readings know the same of it."""
        return (
            all(self.certain.values())
            and all(edge.certain for edges in self.out.values() for edge in edges)
            and all(
                self.told_is_certain(key, told) for key, it in self.attributes.items() for told in it.values()
            )
        )

    def told_is_certain(self, key: str, told: Told) -> bool:
        """Whether an attribute is certain on the day: by its own claim, or else as its node is."""
        if told.claim is None:
            return self.certain[key]
        return is_certain(told.claim, _subjects(key, told.name), self.evidence, self.as_of)

    def is_described(self, kind: str, name: str | None = None, key: str | None = None) -> bool:
        """Whether a kind, a relation or attribute of it, or that of one node, is described."""
        left_open = self.organisation.not_described
        if not left_open:
            return True
        return (
            kind not in left_open
            and f"{kind}.{name}" not in left_open
            and (key is None or f"{key}.{name}" not in left_open)
        )


def build(organisation: Organisation, as_of: date, vocabulary: Vocabulary = VOCABULARY) -> Graph:
    """
    Build the graph of an organisation on a day.

    Args:
        organisation: as it was described.
        as_of: the day.
        vocabulary: the kinds and relations.

    Returns:
        The graph.
    """
    evidence = {one.id: one for one in organisation.evidence}
    by_default = description_is_certain(organisation.described, as_of)

    def certain_by(claim: Claim | None, subjects: frozenset[str], otherwise: bool) -> bool:
        return otherwise if claim is None else is_certain(claim, subjects, evidence, as_of)

    nodes = {
        f"{kind.name}:{id_}": Node(kind.name, id_, {"nl": nl, "en": en})
        for kind in vocabulary.kinds
        for id_, en, nl in kind.fixed
    }
    certain = dict.fromkeys(nodes, True)
    for node in organisation.nodes:
        nodes[node.key] = node
        certain[node.key] = certain_by(node.claim, frozenset({node.key}), by_default)

    out: dict[tuple[str, str], list[Edge]] = {}
    into: dict[tuple[str, str], list[Edge]] = {}
    inverse = {
        (kind.name, one.name): one.inverse
        for kind in vocabulary.kinds
        for one in kind.relations
        if one.inverse
    }
    for node in organisation.nodes:
        key = node.key
        for link in node.links:
            sure = certain_by(link.claim, _subjects(key, link.relation), certain[key])
            sure = sure and certain[key] and certain[link.to]
            rests_on = link.claim or node.claim or organisation.described
            edge = Edge(key, link.relation, link.to, sure, rests_on.evidence)
            out.setdefault((key, link.relation), []).append(edge)
            name = inverse.get((node.kind, link.relation))
            if name is not None:
                into.setdefault((link.to, name), []).append(edge)
    kinds: dict[str, list[str]] = {kind.name: [] for kind in vocabulary.kinds}
    for key, node in nodes.items():
        kinds[node.kind].append(key)
    return Graph(
        organisation,
        as_of,
        vocabulary,
        nodes,
        certain,
        {key: tuple(edges) for key, edges in out.items()},
        {key: tuple(edges) for key, edges in into.items()},
        {kind: tuple(keys) for kind, keys in kinds.items()},
    )


def _subjects(key: str, part: str) -> frozenset[str]:
    """What evidence of a part of a node may be about: the part, or the node."""
    return frozenset({key, f"{key}.{part}"})
