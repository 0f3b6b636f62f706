"""
Organisation -> graph: every node and link, each with how certain it is on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import cached_property
from typing import Final

from attrs import frozen

from kamassess.model.evidence import can_be_certain, counts_on, description_is_certain, is_certain
from kamassess.model.kind import Vocabulary
from kamassess.model.organisation import Claim, Evidence, Node, Organisation, Told
from kamassess.model.terms import Basis
from kamassess.model.vocabulary import VOCABULARY

Part = tuple[str, str]
"""A node and the name of a relation, as written or turned round; or a node and an attribute."""

_THROUGH: Final = ("role", "body")
"""The kinds that stand for persons: a role for its holders, a body for its members."""


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
        kinds: the keys of each kind, in the order of the file.
        linked: who is named as a member of each relation that has any, as written and turned round.
        doubted: those of them whose link is not certain, where there are any.
        through: the relations that name a role or a body, and by it persons.
        open: the relations that may have members that nobody named, by kind or by node.

    Example:
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan"}], "chain": [{"id": "permits", "owners": ["jan"]}]}})
        >>> graph = build(organisation, date(2026, 11, 1))
        >>> graph.linked["chain:permits", "owners"], graph.linked["person:jan", "owns"]
        (['person:jan'], ['chain:permits'])
    """

    organisation: Organisation
    as_of: date
    vocabulary: Vocabulary
    nodes: Mapping[str, Node]
    certain: Mapping[str, bool]
    kinds: Mapping[str, tuple[str, ...]]
    linked: Mapping[Part, Sequence[str]]
    doubted: Mapping[Part, Sequence[str]]
    through: Set[Part]
    open: Set[Part]

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """The evidence by id."""
        return {one.id: one for one in self.organisation.evidence}

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
            not self.doubted
            and all(self.certain.values())
            and all(
                self.told_is_certain(key, told) for key, it in self.attributes.items() for told in it.values()
            )
        )

    def told_is_certain(self, key: str, told: Told) -> bool:
        """Whether an attribute is certain on the day: by its own claim, or else as its node is."""
        if told.value in self.vocabulary.by_evidence.get((self.nodes[key].kind, told.name), ()):
            claim = told.claim
            by_itself = self.certain[key] if claim is None else can_be_certain(claim, self.as_of)
            return by_itself and any(counts_on(one, self.as_of) for one in self.backing(key, told.name))
        if told.claim is None:
            return self.certain[key]
        return is_certain(told.claim, _subjects(key, told.name), self.evidence, self.as_of)

    def backing(self, key: str, name: str) -> tuple[Evidence, ...]:
        """The evidence that is named for an attribute and is about it; for a contract, contracts only."""
        told = self.attributes[key][name]
        claim = told.claim or self.nodes[key].claim
        named = [self.evidence[one] for one in (claim.evidence if claim else ())]
        of_kind = [one for one in named if told.value != Basis.CONTRACT or one.kind is Basis.CONTRACT]
        return tuple(one for one in of_kind if not _subjects(key, name).isdisjoint(one.about))

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

    def is_open(self, key: str, name: str) -> bool:
        """Whether a relation of a node may have members that nobody named."""
        left_open = self.open
        return bool(left_open) and ((key, name) in left_open or (self.nodes[key].kind, name) in left_open)

    @cached_property
    def evidence_of(self) -> Mapping[Part, tuple[str, ...]]:
        """The ids of the evidence that is named for a part of a node, where there is any."""
        return dict(_evidence_of(self.organisation, self.vocabulary.turned_round))


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

    def certain_by(claim: Claim, key: str, part: str | None = None) -> bool:
        return is_certain(claim, _subjects(key, part), evidence, as_of)

    nodes = {
        f"{kind.name}:{id_}": Node(kind.name, id_, {"nl": nl, "en": en})
        for kind in vocabulary.kinds
        for id_, en, nl in kind.fixed
    }
    certain = dict.fromkeys(nodes, True)
    told = {node.key: node for node in organisation.nodes}
    for key, node in told.items():
        certain[key] = by_default if node.claim is None else certain_by(node.claim, key)
    nodes.update(told)

    inverses = vocabulary.turned_round
    linked: dict[Part, list[str]] = {}
    doubts: dict[Part, list[str]] = {}
    through: set[Part] = set()
    for key, node in told.items():
        kind, there = node.kind, certain[key]
        for link in node.links:
            to, relation, claim = link.to, link.relation, link.claim
            part = (key, relation)
            linked.setdefault(part, []).append(to)
            if nodes[to].kind in _THROUGH:
                through.add(part)
            inverse = inverses.get((kind, relation))
            if inverse is not None:
                linked.setdefault((to, inverse), []).append(key)
            sure = there and certain[to] and (claim is None or certain_by(claim, key, relation))
            if not sure:
                doubts.setdefault(part, []).append(to)
                if inverse is not None:
                    doubts.setdefault((to, inverse), []).append(key)

    kinds: dict[str, list[str]] = {kind.name: [] for kind in vocabulary.kinds}
    for key, node in nodes.items():
        kinds[node.kind].append(key)
    return Graph(
        organisation,
        as_of,
        vocabulary,
        nodes,
        certain,
        {kind: tuple(keys) for kind, keys in kinds.items()},
        linked,
        doubts,
        through,
        frozenset(_left_open(organisation.not_described, vocabulary)),
    )


def _subjects(key: str, part: str | None) -> frozenset[str]:
    """What evidence of a part of a node may be about: the part, or the node."""
    return frozenset({key} if part is None else {key, f"{key}.{part}"})


def _left_open(not_described: Iterable[str], vocabulary: Vocabulary) -> Iterator[Part]:
    """The relations, as written and turned round, that may have members that nobody named."""
    for text in not_described:
        place, _, name = text.rpartition(".") if "." in text else (text, "", "")
        kind = place.partition(":")[0]
        for relation in vocabulary.by_name[kind].relations:
            if name in ("", relation.name):
                yield place, relation.name
                # Whatever is not named may point at any node.
                for target in relation.targets or vocabulary.by_name if relation.inverse else ():
                    yield target, relation.inverse or ""


def _evidence_of(
    organisation: Organisation, inverses: Mapping[Part, str]
) -> Iterator[tuple[Part, tuple[str, ...]]]:
    found: dict[Part, list[str]] = {}
    for node in organisation.nodes:
        for link in node.links:
            rests_on = link.claim or node.claim
            if rests_on is not None and rests_on.evidence:
                found.setdefault((node.key, link.relation), []).extend(rests_on.evidence)
                inverse = inverses.get((node.kind, link.relation))
                if inverse is not None:
                    found.setdefault((link.to, inverse), []).extend(rests_on.evidence)
        for told in node.attributes:
            claim = told.claim or node.claim
            if claim is not None and claim.evidence:
                found[node.key, told.name] = list(claim.evidence)
    return ((part, tuple(named)) for part, named in found.items())
