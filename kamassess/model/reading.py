"""
A tree -> an organisation: everything typed by the vocabulary, every reference resolved.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Final

from kamassess.errors import InvalidOrganisation, nearest
from kamassess.model.consistency import inconsistencies
from kamassess.model.kind import Attribute, Kind, Relation, Type, Vocabulary
from kamassess.model.organisation import (
    Answer,
    Claim,
    Evidence,
    Link,
    Node,
    Organisation,
    Told,
    Value,
    Waiver,
)
from kamassess.model.terms import CERTAIN_BASES, ORGANISATION, Basis
from kamassess.model.vocabulary import VOCABULARY
from kamassess.model.words import tell
from kamassess.source import Mapping as TreeMapping
from kamassess.source import Node as Tree
from kamassess.source import Scalar
from kamassess.source.reader import Reader
from kamassess.source.tree import quote

BASES: Final = tuple(basis.value for basis in Basis)

_CLAIM: Final = ("basis", "evidence", "by", "on")
_TOP: Final = (
    "$schema",  # for editors
    "format",
    "id",
    "name",
    "described",
    "not_described",
    "nodes",
    "evidence",
    "answers",
    "waivers",
)
_EVIDENCE: Final = ("id", "name", "kind", "on", "valid_until", "owner", "about", "reference")
_WAIVER: Final = ("checkpoint", "focus", "reason", "owner", "until", "on")
_ANSWER: Final = ("checkpoint", "focus", "value", "reason", *_CLAIM)


def read_organisation(tree: Tree, vocabulary: Vocabulary = VOCABULARY) -> Organisation:
    """
    Read an organisation from a tree.

    Args:
        tree: what a file or dictionary holds.
        vocabulary: the kinds that it is read by.

    Returns:
        The organisation; its references point at nodes that are there.

    Raises:
        InvalidOrganisation: with every mistake and its place.
    """
    return _OrganisationReader(vocabulary).organisation(tree)


def read_answers(
    tree: Tree, organisation: Organisation, vocabulary: Vocabulary = VOCABULARY
) -> tuple[Answer, ...]:
    """
    Read answers that stand in a file of their own, with evidence of their own if they have it.

    Args:
        tree: what the file holds: ``answers`` and perhaps ``evidence``.
        organisation: whose answers they are.
        vocabulary: the kinds that foci are read by.

    Returns:
        The answers.

    Raises:
        InvalidOrganisation: with every mistake and its place.
    """
    return read_further(tree, organisation, vocabulary).answers[len(organisation.answers) :]


def read_further(tree: Tree, organisation: Organisation, vocabulary: Vocabulary = VOCABULARY) -> Organisation:
    """
    Read answers, evidence and waivers from a file of their own, and add them to an organisation.

    Args:
        tree: what the file holds: ``answers`` and perhaps ``evidence``.
        organisation: whose they are.
        vocabulary: the kinds that foci are read by.

    Returns:
        The organisation with them.

    Raises:
        InvalidOrganisation: with every mistake and its place.
    """
    return _OrganisationReader(vocabulary).further(tree, organisation)


def read_alone(tree: Tree, vocabulary: Vocabulary = VOCABULARY) -> Organisation:
    """
    Read answers, evidence and waivers from a file of their own whose organisation is not at hand.

    Args:
        tree: what the file holds: ``answers`` and perhaps ``evidence``.
        vocabulary: the kinds that foci are read by.

    Returns:
        What the file says, of nobody. Whether the nodes and evidence that it names are there is not known.

    Raises:
        InvalidOrganisation: with every mistake that shows without the organisation, and its place.
    """
    return _AloneReader(vocabulary).further(tree, Organisation(""))


class _OrganisationReader(Reader):
    """Reads one file; knows by then which nodes and evidence there are."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.nodes: dict[str, set[str]] = {
            kind.name: {fixed for fixed, _, _ in kind.fixed} for kind in vocabulary.kinds
        }
        self.evidence: set[str] = set()

    def organisation(self, tree: Tree) -> Organisation:
        top = self.entries(tree, _TOP, ("id",), "an organisation")
        nodes = list(self._listed_nodes(top.get("nodes")))
        evidence_trees = self.items(top.get("evidence"), "evidence")
        self._note_evidence(evidence_trees)
        read = Organisation(
            id=self.identifier(top.get("id")) or "",
            name=self.localised(top.get("name")) or {},
            described=self._described(top.get("described")),
            not_described=frozenset(self._not_described(top.get("not_described"))),
            nodes=tuple(self._node(kind, id_, one) for kind, id_, one in nodes),
            evidence=tuple(self._evidence(one) for one in evidence_trees),
            answers=tuple(self._answer(one) for one in self.items(top.get("answers"), "answers")),
            waivers=tuple(self._waiver(one) for one in self.items(top.get("waivers"), "waivers")),
        )
        self._check_consistency(read, nodes)
        return self._finished(read)

    def further(self, tree: Tree, organisation: Organisation) -> Organisation:
        known = ("format", "organisation", "evidence", "answers", "waivers")
        top = self.entries(tree, known, what="a file of answers")
        for node in organisation.nodes:
            self.nodes[node.kind].add(node.id)
        self.evidence.update(one.id for one in organisation.evidence)
        evidence_trees = self.items(top.get("evidence"), "evidence")
        self._note_evidence(evidence_trees)
        self._check_whose(top.get("organisation"), organisation)
        evidence = tuple(self._evidence(one) for one in evidence_trees)
        answers = tuple(self._answer(one) for one in self.items(top.get("answers"), "answers"))
        waivers = tuple(self._waiver(one) for one in self.items(top.get("waivers"), "waivers"))
        return self._finished(
            Organisation(
                organisation.id,
                organisation.name,
                organisation.described,
                organisation.not_described,
                organisation.nodes,
                organisation.evidence + evidence,
                organisation.answers + answers,
                (*organisation.waivers, *waivers),
                organisation.asked,
            )
        )

    def _amiss(self, tree: Tree, key: str, suggestion: str | None = None, **values: object) -> None:
        """Keep a mistake at a node, in the language of where it stands."""
        self.wrong(tree, tell(key, tree.place.language, **values), suggestion)

    def _check_whose(self, tree: Tree | None, organisation: Organisation) -> None:
        whose = self.text(tree)
        if tree is not None and whose is not None and whose != organisation.id:
            self._amiss(tree, "other organisation", whose=quote(whose), organisation=quote(organisation.id))

    def _finished(self, read: Organisation) -> Organisation:
        if self.mistakes:
            raise InvalidOrganisation(self.mistakes)
        return read

    # ------------------------------------------------------------------ nodes
    def _listed_nodes(self, tree: Tree | None) -> Iterator[tuple[Kind, str, Tree]]:
        """Every node with its kind and id, before any reference is followed."""
        if tree is None:
            return
        kinds = self.vocabulary.by_name
        for name, listed in self.entries(tree, kinds, what="nodes").items():
            for one in self.items(listed, f"the nodes of kind {name}"):
                id_ = self._own_id(one, kinds[name])
                if id_ is not None:
                    yield kinds[name], id_, one

    def _own_id(self, tree: Tree, kind: Kind) -> str | None:
        if not isinstance(tree, TreeMapping):
            self.wrong(tree, f"a {kind.name} should be a mapping with an id")
            return None
        found = next((value for key, value in tree.entries if key.text == "id"), None)
        if found is None:
            self.wrong(tree, f"this {kind.name} has no 'id'")
            return None
        id_ = self.identifier(found)
        if id_ is None:
            return None
        if id_ in self.nodes[kind.name]:
            self.wrong(found, f"there is another {kind.name} with the id {quote(id_)}")
            return None
        self.nodes[kind.name].add(id_)
        return id_

    def _node(self, kind: Kind, id_: str, tree: Tree) -> Node:
        known = ("id", "name", *kind.written, *_node_claim(kind))
        needed = tuple(one.name for one in kind.attributes if one.required)
        found = self.entries(tree, known, needed, f"{kind.name} {quote(id_)}")
        attributes = tuple(
            told
            for one in kind.attributes
            if one.name in found and (told := self._told(one, found[one.name])) is not None
        )
        links = tuple(
            link for one in kind.relations if one.name in found for link in self._links(one, found[one.name])
        )
        claim = self._claim({key: found[name] for key, name in _node_claim_keys(kind) if name in found})
        return Node(kind.name, id_, self.localised(found.get("name")), attributes, links, claim)

    def _told(self, attribute: Attribute, tree: Tree) -> Told | None:
        claim = None
        if isinstance(tree, TreeMapping):
            found = self.entries(tree, ("value", *_CLAIM), ("value",), attribute.name)
            claim = self._claim(found)
            if "value" not in found:
                return None
            tree = found["value"]
        value = self._value(attribute, tree)
        return None if value is None else Told(attribute.name, value, claim)

    def _value(self, attribute: Attribute, tree: Tree) -> Value | None:
        if attribute.words:
            return self.word(tree, attribute.words)
        if attribute.type is Type.BOOL:
            return self.flag(tree)
        if attribute.type is Type.INT:
            return self.whole(tree, attribute.least)
        if attribute.type is Type.DECIMAL:
            return self.decimal(tree, attribute.least, attribute.most)
        if attribute.type is Type.DATE:
            return self.date(tree)
        return self.text(tree)

    def _links(self, relation: Relation, tree: Tree) -> Iterator[Link]:
        targets = self.several(tree)
        if relation.one and len(targets) > 1:
            self.wrong(tree, f"'{relation.name}' points at one node, found {len(targets)}")
        seen: set[str] = set()
        for one in targets:
            claim = None
            if isinstance(one, TreeMapping):
                found = self.entries(one, ("to", *_CLAIM), ("to",), f"a link of {relation.name}")
                claim = self._claim(found)
                if "to" not in found:
                    continue
                one = found["to"]
            key = self._reference(one, relation.targets or self.vocabulary.by_name, relation.name)
            if key in seen:
                self.wrong(one, f"'{relation.name}' names {key} twice")
            elif key is not None:
                seen.add(key)
                yield Link(relation.name, key, claim)

    def _reference(self, tree: Tree, kinds: Collection[str], what: str) -> str | None:
        """The node that a text means: ``kind:id``, or an id that only one of the kinds has."""
        text = self.text(tree)
        if text is None:
            return None
        kind, colon, _ = text.partition(":")
        if colon and (kind in kinds or kind not in self.nodes):
            return self._named_node(tree, text)
        if colon:
            self.wrong(tree, f"'{what}' points at {', '.join(sorted(kinds))}; found {quote(text)}")
            return None
        found = [kind for kind in sorted(kinds) if text in self.nodes[kind]]
        if len(found) == 1:
            return f"{found[0]}:{text}"
        if found:
            choices = " or ".join(f"{kind}:{text}" for kind in found)
            self.wrong(tree, f"{quote(text)} could be {choices}; write which")
            return None
        elsewhere = [kind for kind, ids in self.nodes.items() if text in ids]
        if elsewhere:
            allowed = ", ".join(sorted(kinds))
            self.wrong(tree, f"'{what}' points at {allowed}; {quote(text)} is a {elsewhere[0]}")
        else:
            self._unknown_node(tree, text, {one for kind in kinds for one in self.nodes[kind]})
        return None

    def _named_node(self, tree: Tree, text: str) -> str | None:
        """The node that is named in full, as ``kind:id``."""
        kind, _, id_ = text.partition(":")
        if kind not in self.nodes:
            near = nearest(kind, self.nodes)
            self._amiss(tree, "no kind", near and f"{near}:{id_}", kind=quote(kind))
        elif id_ in self.nodes[kind]:
            return text
        else:
            return self._unknown_node(tree, text, {f"{kind}:{one}" for one in self.nodes[kind]})
        return None

    def _unknown_node(self, tree: Tree, text: str, known: Collection[str]) -> str | None:
        self._amiss(tree, "no node", nearest(text, known), node=quote(text))
        return None

    # ------------------------------------------------- claims and evidence
    def _claim(self, found: Mapping[str, Tree]) -> Claim | None:
        if not any(key in found for key in _CLAIM):
            return None
        basis = self.word(found.get("basis"), BASES)
        evidence = tuple(
            id_ for one in self.several(found.get("evidence")) if (id_ := self._named_evidence(one))
        )
        return Claim(
            None if basis is None else Basis(basis),
            evidence,
            self.text(found.get("by")),
            self.date(found.get("on")),
        )

    def _named_evidence(self, tree: Tree) -> str | None:
        id_ = self.text(tree)
        if id_ is not None and id_ not in self.evidence:
            self._amiss(tree, "no evidence", nearest(id_, self.evidence), id=quote(id_))
        return id_

    def _described(self, tree: Tree | None) -> Claim:
        if tree is None:
            return Claim(Basis.RECORD)
        found = self.entries(tree, ("by", "on", "basis"), what="described")
        claim = self._claim(found) or Claim()
        return Claim(claim.basis or Basis.RECORD, (), claim.by, claim.on)

    def _not_described(self, tree: Tree | None) -> Iterator[str]:
        for one in self.several(tree):
            text = self.text(one)
            if text is not None and self._is_part(one, text):
                yield text

    def _is_part(self, tree: Tree, text: str) -> bool:
        """Whether a text names a kind, ``kind.relation`` or ``kind:id.relation``; if not, it is a mistake."""
        if ":" in text:
            place, part = self._split(text)
            if self._named_node(tree, place) is None:
                return False
            if not part:
                self.wrong(tree, f"say which relation or attribute of {place} is not described, after a '.'")
                return False
            return self._is_written(tree, place.partition(":")[0], part)
        kind, dot, part = text.partition(".")
        if kind not in self.nodes:
            self._amiss(tree, "no kind", nearest(kind, self.nodes), kind=quote(kind))
            return False
        return not dot or self._is_written(tree, kind, part)

    def _is_written(self, tree: Tree, kind: str, part: str) -> bool:
        """Whether a file can write a part of a kind; if not, it is a mistake."""
        written = self.vocabulary.by_name[kind].written
        if part in written:
            return True
        self._amiss(tree, "no part", nearest(part, written), kind=kind, part=quote(part))
        return False

    def _split(self, text: str) -> tuple[str, str]:
        """``chain:a.b.owners`` is the part ``owners`` of ``chain:a.b``: an id may have dots, a part not."""
        kind, _, rest = text.partition(":")
        id_, _, part = rest.rpartition(".")
        known = self.nodes.get(kind, ())
        return (text, "") if rest in known or not id_ else (f"{kind}:{id_}", part)

    def _note_evidence(self, trees: tuple[Tree, ...]) -> None:
        for tree in trees:
            if not isinstance(tree, TreeMapping):
                continue
            for key, value in tree.entries:
                if key.text == "id" and isinstance(value, Scalar):
                    if value.text in self.evidence:
                        self._amiss(value, "other evidence", id=quote(value.text))
                    self.evidence.add(value.text)

    def _evidence(self, tree: Tree) -> Evidence:
        found = self.entries(tree, _EVIDENCE, ("id", "kind"), "evidence")
        kind = self.word(found.get("kind"), tuple(sorted(basis.value for basis in CERTAIN_BASES)))
        on, until = self._period(found, "on", "valid_until")
        return Evidence(
            id=self.identifier(found.get("id")) or "",
            kind=Basis(kind or Basis.RECORD),
            on=on,
            valid_until=until,
            owner=self.text(found.get("owner")),
            about=tuple(about for one in self.several(found.get("about")) if (about := self._subject(one))),
            reference=self.text(found.get("reference")),
            name=self.localised(found.get("name")),
        )

    def _waiver(self, tree: Tree) -> Waiver:
        found = self.entries(tree, _WAIVER, ("checkpoint", "reason", "owner", "until"), "a waiver")
        owner = self._reference(found["owner"], frozenset({"person"}), "owner") if "owner" in found else None
        on, until = self._period(found, "on", "until")
        return Waiver(
            self.text(found.get("checkpoint")) or "",
            self._focus(found.get("focus")),
            self.localised(found.get("reason")) or {},
            owner or "",
            until or date.max,
            on,
            tree.place,
        )

    def _period(self, found: Mapping[str, Tree], first: str, last: str) -> tuple[date | None, date | None]:
        """The day on which something begins, and the one on which it ends."""
        on, until = self.date(found.get(first)), self.date(found.get(last))
        if on and until and until < on:
            self._amiss(found[last], "ends before", until=until, on=on)
        return on, until

    def _subject(self, tree: Tree) -> str | None:
        """What evidence is about: a node, a part of it, the organisation, or a checkpoint by its id."""
        text = self.text(tree)
        if text is None:
            return None
        if ":" in text:
            node, part = self._split(text)
            if self._named_node(tree, node) is None:
                return None
            return text if not part or self._is_written(tree, node.partition(":")[0], part) else None
        meant = [f"{kind}:{text}" for kind, ids in self.nodes.items() if text in ids]
        if meant:  # taken for the id of a checkpoint it would be evidence of nothing
            self._amiss(tree, "without kind", meant[0], found=quote(text))
        return text

    # ---------------------------------------------------------------- answers
    def _answer(self, tree: Tree) -> Answer:
        found = self.entries(tree, _ANSWER, ("checkpoint", "value"), "an answer")
        value = found.get("value")
        written = value.text if isinstance(value, Scalar) else self.text(value)
        if written == "not-applicable" and "reason" not in found:
            self._amiss(tree, "no reason")
        return Answer(
            checkpoint=self.text(found.get("checkpoint")) or "",
            focus=self._focus(found.get("focus")),
            value=written or "",
            claim=self._claim(found) or Claim(),
            reason=self.localised(found.get("reason")),
            place=(value or tree).place,
        )

    def _focus(self, tree: Tree | None) -> str:
        text = self.text(tree)
        if tree is None or text is None or text == ORGANISATION:
            return ORGANISATION
        if ":" in text:
            return self._named_node(tree, text) or ORGANISATION
        self.wrong(
            tree, f"a focus is kind:id or organisation; found {quote(text)}", nearest(text, (ORGANISATION,))
        )
        return ORGANISATION

    # ------------------------------------------------------------ consistency
    def _check_consistency(self, read: Organisation, trees: list[tuple[Kind, str, Tree]]) -> None:
        places = {f"{kind.name}:{id_}": tree for kind, id_, tree in trees}
        is_whole = not self.mistakes  # what a mistake took away is not absent
        for one in inconsistencies(read, self.vocabulary):
            if one.of_absence and not is_whole:
                continue
            node = places[one.key]
            entries = node.entries if isinstance(node, TreeMapping) else ()
            parts = {key.text: value for key, value in entries}
            self.wrong(parts[one.part] if one.part else node, one.sentence)


class _AloneReader(_OrganisationReader):
    """Reads a file of answers that names what cannot be looked up."""

    def _check_whose(self, tree: Tree | None, organisation: Organisation) -> None:
        self.text(tree)

    def _unknown_node(self, tree: Tree, text: str, known: Collection[str]) -> str | None:
        return text

    def _is_written(self, tree: Tree, kind: str, part: str) -> bool:
        return True  # it may be the rest of an id with a dot in it

    def _named_evidence(self, tree: Tree) -> str | None:
        return self.text(tree)


def _node_claim_keys(kind: Kind) -> tuple[tuple[str, str], ...]:
    """
    The keys by which a node bears a claim.

    Some kinds have an ``on`` or ``by`` that says something else; their claim's has ``described_`` before it.
    """
    return tuple((key, f"described_{key}" if key in kind.written else key) for key in _CLAIM)


def _node_claim(kind: Kind) -> tuple[str, ...]:
    return tuple(name for _, name in _node_claim_keys(kind))
