"""
What an organisation is: nodes, links, evidence and answers, as somebody described them.

Frozen values, nothing resolved: who may answer for what, and how certain that
is on a day, is asked of the graph (``kamassess.graph``).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import rfc8785
from attrs import asdict, evolve, field, frozen

from kamassess.errors import Place
from kamassess.model.terms import Basis, Text
from kamassess.showing.shown import Shown

if TYPE_CHECKING:
    from attrs import Attribute

Value = str | int | Decimal | bool | date
"""What an attribute can be, by its type."""


@frozen
class Claim(Shown):
    """
    What a statement rests on, and who made it.

    Args:
        basis: the grounds; ``None`` where none was given.
        evidence: ids of the evidence that is named.
        by: who says so, as the id of a person or as a name.
        on: when it was said.
    """

    basis: Basis | None = None
    evidence: tuple[str, ...] = ()
    by: str | None = None
    on: date | None = None


@frozen
class Told(Shown):
    """
    An attribute of a node, as told.

    Args:
        name: the attribute.
        value: its value.
        claim: what it rests on; ``None``: what its node rests on.
    """

    name: str
    value: Value
    claim: Claim | None = None


@frozen
class Link(Shown):
    """
    A link from a node to another, as told.

    Args:
        relation: the relation.
        to: the node that it points at, as ``kind:id``.
        claim: what it rests on; ``None``: what its node rests on.
    """

    relation: str
    to: str
    claim: Claim | None = None


@frozen(repr=False)
class Node(Shown):
    """
    Something in the organisation: a policy, a chain, a person.

    Args:
        kind: a kind of the vocabulary.
        id: unique within the kind.
        name: what people call it, in languages; the id where there is none.
        attributes: what is told of it.
        links: where it points at.
        claim: what the node rests on; ``None``: what the file rests on.

    Example:
        >>> Node("chain", "permits").key
        'chain:permits'
    """

    kind: str
    id: str
    name: Text | None = None
    attributes: tuple[Told, ...] = ()
    links: tuple[Link, ...] = ()
    claim: Claim | None = None

    @property
    def key(self) -> str:
        """The node's name as a focus: ``kind:id``."""
        return f"{self.kind}:{self.id}"

    def _parts(self) -> Mapping[str, object]:
        relations = dict.fromkeys(one.relation for one in self.links)
        return {
            "kind": self.kind,
            "id": self.id,
            "name": self.name,
            "claim": self.claim,
            "attributes": {one.name: one.value for one in self.attributes},
            "links": {
                name: tuple(one.to for one in self.links if one.relation == name) for name in relations
            },
        }

    def _brief(self) -> Mapping[str, object]:
        return {"kind": self.kind, "id": self.id, "name": self.name, "claim": self.claim}


@frozen
class Evidence(Shown):
    """
    A verifiable record about subjects (objective evidence, ISO 9000).

    Args:
        id: unique in the file.
        kind: what it is: a contract, document, record or observation.
        on: its date.
        valid_until: the last day on which it counts; ``None``: it does not expire.
        owner: who keeps it.
        about: the foci (``kind:id``, or ``organisation``) and checkpoints that it says something of.
        reference: where it is to be found.
        name: what people call it.
    """

    id: str
    kind: Basis
    on: date | None = None
    valid_until: date | None = None
    owner: str | None = None
    about: tuple[str, ...] = ()
    reference: str | None = None
    name: Text | None = None


@frozen
class Answer(Shown):
    """
    An answer to the question of a checkpoint at a focus: a claim.

    Args:
        checkpoint: the checkpoint's id, with its checklist before it where that is needed.
        focus: ``kind:id``, or ``organisation``.
        value: a word or number of the checkpoint's scale, or ``not-applicable``.
        claim: what it rests on, who gave it and when.
        reason: why it does not apply, where that is the answer.
        place: where it stands; no part of what it says.
    """

    checkpoint: str
    focus: str
    value: str
    claim: Claim = Claim()
    reason: Text | None = None
    place: Place = field(default=Place("<data>"), eq=False)


@frozen
class Waiver(Shown):
    """
    That a finding is accepted for a time: told beside it, and changing neither verdict nor score.

    Args:
        checkpoint: the checkpoint's id, with its checklist before it where that is needed.
        focus: ``kind:id``, or ``organisation``.
        reason: why it is accepted.
        owner: the person who answers for that.
        until: the last day on which it holds.
        on: from which day it holds; ``None``: ever since.
        place: where it was written.
    """

    checkpoint: str
    focus: str
    reason: Text
    owner: str
    until: date
    on: date | None = None
    place: Place = field(default=Place("<data>"), eq=False)

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day."""
        return day <= self.until and (self.on is None or self.on <= day)


@frozen(repr=False)
class Asked(Shown):
    """
    A checklist as it was when its questions were put, so that no answer is taken for one to another.

    Args:
        checklist: its id.
        version: its version.
        questions: the SHA-256 of its questions.
        place: where that was written.
    """

    checklist: str
    version: str
    questions: str
    place: Place = field(default=Place("<data>"), eq=False)


@frozen(repr=False)
class Organisation(Shown):
    """
    An organisation as it describes itself.

    Args:
        id: its id.
        name: its name, in languages.
        described: who described it, when, and what that rests on.
        not_described: the parts left open: a kind, ``kind.relation`` or ``kind:id.relation``.
        nodes: in the order of the file.
        evidence: in the order of the file.
        answers: in the order of the file.
        waivers: in the order of the file.
        asked: the checklists to whose questions its answers were given, where that is known; no part of
            what it says.

    Example:
        >>> organisation = Organisation("vooruit", nodes=(Node("chain", "delivery"),))
        >>> [node.key for node in organisation.nodes]
        ['chain:delivery']
    """

    id: str
    name: Text = field(factory=dict)
    described: Claim = Claim(Basis.RECORD)
    not_described: frozenset[str] = frozenset()
    nodes: tuple[Node, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[Answer, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    asked: tuple[Asked, ...] = field(default=(), eq=False)

    @classmethod
    def from_data(cls, data: Mapping[str, Any], source: str = "<data>") -> Organisation:
        """
        Read an organisation from dictionaries, in the form of the files.

        Args:
            data: what a file would hold.
            source: what to call it in messages.

        Returns:
            The organisation.

        Raises:
            InvalidOrganisation: with every mistake, and its path.

        Example:
            >>> Organisation.from_data({"id": "x", "nodes": {"chain": [{"id": "a"}]}}).nodes[0].key
            'chain:a'
        """
        from kamassess.model.reading import read_organisation
        from kamassess.source import read_data

        return read_organisation(read_data(data, source))

    def _brief(self) -> Mapping[str, object]:
        return {
            "id": self.id,
            "name": self.name,
            "nodes": len(self.nodes),
            "evidence": len(self.evidence),
            "answers": len(self.answers),
            "waivers": len(self.waivers),
        }

    def _parts(self) -> Mapping[str, object]:
        parts = {**self._brief(), "described": self.described, "not_described": self.not_described}
        kinds = Counter(one.kind for one in self.nodes).most_common()
        return {**parts, "nodes by kind": dict(kinds)}

    def with_answers(self, answers: tuple[Answer, ...]) -> Organisation:
        """The same organisation with further answers behind those that it has."""
        return evolve(self, answers=self.answers + answers)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of its canonical JSON (RFC 8785), defaults filled in."""
        return canonical_sha256(plain(self))


_LARGEST: Final = 2**53 - 1  # the whole numbers that every reader of JSON has (RFC 8785 wants no others)


def plain(value: Any) -> Any:
    """
    What a frozen value says, as what JSON has: what JSON has no word for is text, a set is in order.

    Args:
        value: an attrs value.

    Returns:
        Dictionaries, lists, texts, numbers; without places, hashes and what was asked, which are no part of
        what it says.
    """

    def said(attribute: Attribute[Any], _: Any) -> bool:
        return attribute.name not in ("place", "sha256", "asked")

    def as_json(_: type, __: Any, one: Any) -> Any:
        if isinstance(one, frozenset):
            return sorted(one)
        if isinstance(one, Decimal | Fraction | date) or (type(one) is int and abs(one) > _LARGEST):
            return str(one)
        return one

    return asdict(value, filter=said, value_serializer=as_json)


def canonical_sha256(data: Any) -> str:
    """
    The SHA-256 of the canonical JSON (RFC 8785) of data.

    Args:
        data: dictionaries, lists, texts, whole numbers and floats.

    Returns:
        64 hexadecimal digits.

    Example:
        >>> canonical_sha256({"b": 1, "a": 2}) == canonical_sha256({"a": 2, "b": 1})
        True
    """
    return hashlib.sha256(rfc8785.dumps(data)).hexdigest()
