"""
What a vocabulary is made of: kinds of nodes, and what can be asked about each.

Three things can be *written* in an organisation's file: attributes, flags and
relations. Two more can be *asked* by a rule: derived facts and derived
relations, which the graph works out. A rule sees all five alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Final

from attrs import field, frozen

from kamassess.model.terms import ORGANISATION


class Type(StrEnum):
    """What a fact is, and so with what it can be compared."""

    TEXT = "text"
    INT = "int"
    DECIMAL = "decimal"
    BOOL = "bool"
    DATE = "date"
    COUNT = "count"
    """A whole number known as an interval: at least so many, at most so many."""
    SHARE = "share"
    """A part of 1 known as an interval."""

    @property
    def is_interval(self) -> bool:
        """Whether a fact of this type has a low and a high end."""
        return self in (Type.COUNT, Type.SHARE)


_ABBREVIATIONS: Final = frozenset({"it", "kpi", "pdca"})
"""Words in the names of kinds that people write in capitals."""


@frozen
class Attribute:
    """
    A value that a file may give of a node.

    Args:
        name: as it is written in files and rules.
        type: how its text is read; never an interval.
        en: what it says, in English.
        nl: what it says, in Dutch.
        words: the only words it can be, where it is a choice.
        flag: whether left out means false; any other attribute is then unknown.
        least: the lowest number it can be.
        most: the highest number it can be.
        required: whether a file must give it.
        by_evidence: the values that are not certain because somebody wrote them down: they take evidence.
    """

    name: str
    type: Type
    en: str
    nl: str
    words: tuple[str, ...] = ()
    flag: bool = False
    least: int | None = None
    most: int | None = None
    required: bool = False
    by_evidence: tuple[str | bool, ...] = ()


@frozen
class DerivedFact:
    """
    A fact that is worked out from the graph and the calendar.

    Args:
        name: as it is asked in rules.
        type: what it is.
        en: its definition, in English.
        nl: what it says, in Dutch.
        rests_on: the relations and attributes of the node that decide it.
        words: the only words it can be, where it is one of a choice.
    """

    name: str
    type: Type
    en: str
    nl: str
    rests_on: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@frozen
class Relation:
    """
    A link that a file may draw from a node to others; what is not drawn does not exist.

    Args:
        name: as it is written in files and rules.
        targets: kinds that it may point at; empty for any kind.
        en: what it says, in English.
        nl: what it says, in Dutch.
        one: whether it points at one node at most.
        inverse: its name as asked from the other end.
        people: whether rules see persons: a role counts its holders, a body its members.
        upward: whether the target is nearer to vision and owner than the node is.
        acyclic: whether following it may never come back to where it began.
        members: facts of a member that hold only as a member of this relation.
    """

    name: str
    targets: frozenset[str]
    en: str
    nl: str
    one: bool = False
    inverse: str | None = None
    people: bool = False
    upward: bool = False
    acyclic: bool = False
    members: tuple[DerivedFact, ...] = ()


@frozen
class DerivedRelation:
    """
    A relation that is worked out from the graph.

    Args:
        name: as it is asked in rules.
        targets: kinds of its members.
        en: its definition, in English.
        nl: what it says, in Dutch.
        members: facts of a member that hold only as a member of this relation.
        rests_on: the relations of the node that decide it.
    """

    name: str
    targets: frozenset[str]
    en: str
    nl: str
    members: tuple[DerivedFact, ...] = ()
    rests_on: tuple[str, ...] = ()


@frozen
class Kind:
    """
    A kind of node.

    Args:
        name: as it is written in files; a focus is ``name:id``.
        plural: the relation from the organisation to all of this kind.
        en: what it is, in English.
        nl: its Dutch name.
        attributes: what a file may give, flags included.
        relations: what a file may draw.
        facts: what rules may ask besides.
        derived: relations that rules may ask besides.
        fixed: nodes of this kind that every organisation has: id, English and Dutch name.
    """

    name: str
    plural: str
    en: str
    nl: str
    attributes: tuple[Attribute, ...] = ()
    relations: tuple[Relation, ...] = ()
    facts: tuple[DerivedFact, ...] = ()
    derived: tuple[DerivedRelation, ...] = ()
    fixed: tuple[tuple[str, str, str], ...] = ()

    def called(self, language: str) -> str:
        """What people call one of this kind, in ``nl`` or ``en``."""
        if language == "nl":
            return self.nl
        return " ".join(one.upper() if one in _ABBREVIATIONS else one for one in self.name.split("_"))

    @cached_property
    def written(self) -> Mapping[str, Attribute | Relation]:
        """What a file may write of a node of this kind, by name."""
        listed: tuple[Attribute | Relation, ...] = (*self.attributes, *self.relations)
        return {one.name: one for one in listed}

    @cached_property
    def flags(self) -> frozenset[str]:
        """The attributes of which left out means false."""
        return frozenset(one.name for one in self.attributes if one.flag)


@frozen
class AskedRelation:
    """
    A relation as rules see it: written, turned round or derived.

    Args:
        name: as it is asked.
        targets: kinds of its members, never empty.
        one: whether it has one member at most, so that a path may go through it.
        members: facts of a member that hold only here.
        rests_on: what decides it.
    """

    name: str
    targets: frozenset[str]
    one: bool = False
    members: tuple[DerivedFact, ...] = ()
    rests_on: tuple[str, ...] = ()


@frozen
class AskedFact:
    """
    A fact as rules see it.

    Args:
        name: as it is asked.
        type: what it is.
        words: the only words it can be, where it is a choice.
        en: what it says, in English.
        nl: what it says, in Dutch.
        rests_on: what decides it.
    """

    name: str
    type: Type
    words: tuple[str, ...] = ()
    en: str = ""
    nl: str = ""
    rests_on: tuple[str, ...] = ()


UNIVERSAL = (
    AskedFact("id", Type.TEXT, en="its id", nl="id"),
    AskedFact("name", Type.TEXT, en="its name", nl="naam"),
    AskedFact("kind", Type.TEXT, en="its kind", nl="soort"),
)


@frozen
class Vocabulary:
    """
    All kinds, and what rules may ask about each.

    Args:
        kinds: every kind that an organisation may have.
        organisation: facts of the organisation as a whole.

    Example:
        >>> from kamassess.model.vocabulary import VOCABULARY
        >>> VOCABULARY.fact("person", "in_management_team").type
        <Type.BOOL: 'bool'>
        >>> sorted(VOCABULARY.relation("chain", "owners").targets)
        ['person']
    """

    kinds: tuple[Kind, ...]
    organisation: tuple[DerivedFact, ...] = ()
    _facts: dict[str, dict[str, AskedFact]] = field(init=False, eq=False, repr=False)
    _relations: dict[str, dict[str, AskedRelation]] = field(init=False, eq=False, repr=False)

    def called(self, kind: str, language: str) -> str:
        """What people call one of a kind; what is no kind is called what it is."""
        known = self.by_name.get(kind)
        return kind if known is None else known.called(language)

    @_facts.default
    def _list_facts(self) -> dict[str, dict[str, AskedFact]]:
        facts = {kind.name: {one.name: one for one in _facts_of(kind)} for kind in self.kinds}
        facts[ORGANISATION] = {one.name: one for one in (*UNIVERSAL, *map(_asked, self.organisation))}
        return facts

    @_relations.default
    def _list_relations(self) -> dict[str, dict[str, AskedRelation]]:
        every = frozenset(kind.name for kind in self.kinds)
        relations: dict[str, dict[str, AskedRelation]] = {kind.name: {} for kind in self.kinds}
        relations[ORGANISATION] = {
            kind.plural: AskedRelation(kind.plural, frozenset({kind.name})) for kind in self.kinds
        }
        for kind in self.kinds:
            for one in kind.relations:
                targets = frozenset({"person"}) if one.people else one.targets or every
                asked = AskedRelation(one.name, targets, one.one, one.members, (one.name,))
                _add(relations[kind.name], asked)
                for target in (one.targets or every) if one.inverse else ():
                    _add(
                        relations[target],
                        AskedRelation(
                            one.inverse or "", frozenset({kind.name}), rests_on=(one.inverse or "",)
                        ),
                    )
        for kind in self.kinds:
            for derived in kind.derived:
                relations[kind.name][derived.name] = AskedRelation(
                    derived.name,
                    derived.targets,
                    members=derived.members,
                    rests_on=derived.rests_on or (derived.name,),
                )
            relations[kind.name][ORGANISATION] = AskedRelation(
                ORGANISATION, frozenset({ORGANISATION}), one=True
            )
        return relations

    @cached_property
    def by_name(self) -> Mapping[str, Kind]:
        """The kinds by name."""
        return {kind.name: kind for kind in self.kinds}

    @cached_property
    def turned_round(self) -> Mapping[tuple[str, str], str]:
        """The name of the inverse of each written relation ``(kind, name)`` that has one."""
        return {
            (kind.name, one.name): one.inverse for kind in self.kinds for one in kind.relations if one.inverse
        }

    @cached_property
    def by_evidence(self) -> Mapping[tuple[str, str], tuple[str | bool, ...]]:
        """The values of attributes ``(kind, name)`` that take evidence about just this."""
        return {
            (kind.name, one.name): one.by_evidence
            for kind in self.kinds
            for one in kind.attributes
            if one.by_evidence
        }

    def fact(self, kind: str, name: str) -> AskedFact | None:
        """The fact that a rule means by a name, or ``None`` where the kind has none."""
        return self._facts[kind].get(name)

    def fact_at(self, kind: str, path: Sequence[str]) -> AskedFact | None:
        """The fact that a path of names means from a kind on, ``None`` where there is none."""
        *way, name = path
        kinds = {kind}
        for step in way:
            relations = [self.relation(one, step) for one in kinds if one in self._facts]
            kinds = {target for one in relations if one for target in one.targets}
        found = (self.fact(one, name) for one in sorted(kinds) if one in self._facts)
        return next((one for one in found if one is not None), None)

    def relation(self, kind: str, name: str) -> AskedRelation | None:
        """The relation that a rule means by a name, or ``None`` where the kind has none."""
        return self._relations[kind].get(name)

    def names(self, kind: str) -> Iterator[str]:
        """Every name that a rule may use about a kind."""
        yield from self._facts[kind]
        yield from self._relations[kind]


def _asked(fact: DerivedFact) -> AskedFact:
    return AskedFact(fact.name, fact.type, fact.words, fact.en, fact.nl, fact.rests_on or (fact.name,))


def _facts_of(kind: Kind) -> Iterator[AskedFact]:
    yield from UNIVERSAL
    for one in kind.attributes:
        yield AskedFact(one.name, one.type, one.words, one.en, one.nl, (one.name,))
    yield from map(_asked, kind.facts)


def _add(relations: dict[str, AskedRelation], new: AskedRelation) -> None:
    """Two written relations may share the name of their inverse: it then has the members of both."""
    old = relations.get(new.name)
    targets = new.targets | old.targets if old else new.targets
    relations[new.name] = AskedRelation(new.name, targets, new.one, new.members, new.rests_on)
