"""
The graph as one reading knows it: attributes that may be unknown, relations with possible members.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from attrs import define, field, frozen

from kamassess.graph.building import Graph
from kamassess.graph.members import ANYBODY, NOBODY, Members, Truth, collected
from kamassess.model.terms import Reading
from kamassess.showing.shown import Shown

_Kept = TypeVar("_Kept")
_NOT_YET: Final[Any] = object()
Known = str | int | Decimal | bool | date | None


@define
class _Doubt:
    """Whether something uncertain was met."""

    met: bool = False


@frozen(repr=False)
class View(Shown):
    """
    A graph under a reading.

    What it works out it keeps, with whether it met anything uncertain on the way:
    where it did not, the other reading knows the very same.

    Args:
        graph: the graph on a day.
        reading: which claims are taken at their word.
        beside: the other reading of the same graph, from which is taken what both know alike.

    Example:
        >>> from kamassess.graph.building import build
        >>> from kamassess.model.organisation import Organisation
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan"}],
        ...     "chain": [{"id": "permits", "owners": [{"to": "jan", "basis": "belief"}]}]}})
        >>> graph = build(organisation, date(2026, 11, 1))
        >>> View(graph, Reading.CLAIMED).members("chain:permits", "owners").exist
        True
        >>> View(graph, Reading.PROVEN).members("chain:permits", "owners").exist is None
        True
    """

    graph: Graph
    reading: Reading
    beside: View | None = field(default=None, eq=False, repr=False)
    _members: dict[tuple[str, str], Members] = field(factory=dict, init=False, eq=False, repr=False)
    _kept: dict[object, Any] = field(factory=dict, init=False, eq=False, repr=False)
    _doubtful: set[object] = field(factory=set, init=False, eq=False, repr=False)
    _doubt: _Doubt = field(factory=_Doubt, init=False, eq=False, repr=False)

    def _brief(self) -> Mapping[str, object]:
        organisation = self.graph.organisation.id
        return {"organisation": organisation, "as_of": self.as_of, "reading": self.reading}

    def _parts(self) -> Mapping[str, object]:
        kinds = {kind: len(keys) for kind, keys in self.graph.kinds.items() if keys}
        return {**self._brief(), "nodes by kind": kinds}

    @property
    def as_of(self) -> date:
        """The day of the assessment."""
        return self.graph.as_of

    def kept(self, key: object, work_out: Callable[[], _Kept]) -> _Kept:
        """What was worked out before under a key, or is now: the graph does not change."""
        found: _Kept = self._kept.get(key, _NOT_YET)
        if found is not _NOT_YET:
            if key in self._doubtful:
                self._doubt.met = True
            return found
        beside = self.beside
        if beside is not None and key in beside._kept and key not in beside._doubtful:
            found = self._kept[key] = beside._kept[key]
            return found
        doubt = self._doubt
        before, doubt.met = doubt.met, False
        found = self._kept[key] = work_out()
        if doubt.met:
            self._doubtful.add(key)
        else:
            doubt.met = before
        return found

    def takes(self, certain: bool) -> bool:
        """Whether the reading takes something as certain: all, or what is; that something is not is noted."""
        if certain:
            return True
        self._doubt.met = True
        return self.reading is Reading.CLAIMED

    # ----------------------------------------------------------------- nodes
    def kind_of(self, key: str) -> str:
        """The kind of a node."""
        return self.graph.nodes[key].kind

    def exists(self, key: str) -> Truth:
        """Whether a named node is there: certain, or possible on an uncertain basis."""
        return True if self.takes(self.graph.certain[key]) else None

    def all(self, kind: str) -> Members:
        """All nodes of a kind."""

        def work_out() -> Members:
            keys = self.graph.kinds[kind]
            return self._split(
                [(key, self.graph.certain[key]) for key in keys], not self.graph.is_described(kind)
            )

        return self.kept(("all", kind), work_out)

    # ------------------------------------------------------------ attributes
    def value(self, key: str, name: str) -> Known:
        """What is known of an attribute; ``None`` where it is not known."""
        told = self.graph.attributes[key].get(name)
        if told is None:
            kind = self.kind_of(key)
            left_out_is_false = name in self.graph.vocabulary.by_name[kind].flags
            return False if left_out_is_false and self.graph.is_described(kind, name, key) else None
        if not self.takes(self.graph.told_is_certain(key, told)):
            return None
        return told.value

    def flag(self, key: str, name: str) -> Truth:
        """Whether a flag, or an attribute that is true or false, is set."""
        value = self.value(key, name)
        return value if isinstance(value, bool) else None

    def day(self, key: str, name: str) -> date | None:
        """A date, where it is known."""
        value = self.value(key, name)
        return value if isinstance(value, date) else None

    def is_word(self, key: str, name: str, *words: str) -> Truth:
        """Whether a choice is one of some words."""
        value = self.value(key, name)
        return None if value is None else value in words

    def has(self, key: str, name: str) -> Truth:
        """Whether an attribute is there: not, where it is left out and described."""
        told = self.graph.attributes[key].get(name)
        if told is None:
            return False if self.graph.is_described(self.kind_of(key), name, key) else None
        if not self.takes(self.graph.told_is_certain(key, told)):
            return None
        return True

    # ------------------------------------------------------------- relations
    def members(self, key: str, name: str) -> Members:
        """The members of a relation as it was written, or turned round; roles and bodies as they are."""
        part = (key, name)
        found = self._members.get(part)
        if found is None:
            found = self._members[part] = self._linked(part)
        if part in self.graph.doubted:
            self._doubt.met = True
        return found

    def _linked(self, part: tuple[str, str]) -> Members:
        graph, left_open = self.graph, self.graph.is_open(*part)
        named = graph.linked.get(part)
        if named is None:
            return ANYBODY if left_open else NOBODY
        if part not in graph.doubted or self.reading is Reading.CLAIMED:
            return Members(tuple(named if len(named) == 1 else dict.fromkeys(named)), (), left_open)
        certain, possible = list(named), graph.doubted[part]
        for one in possible:
            certain.remove(one)
        return collected(certain, possible, left_open)

    def _split(self, found: list[tuple[str, bool]], left_open: bool) -> Members:
        if not found:
            return ANYBODY if left_open else NOBODY
        certain = [key for key, sure in found if self.takes(sure)]
        possible = [key for key, sure in found if not sure] if len(certain) < len(found) else []
        return collected(certain, possible, left_open)

    def upward(self, key: str) -> Members:
        """The nodes nearer to vision and owner that a node points at, by whichever relation."""

        def work_out() -> Members:
            relations = self.graph.vocabulary.by_name[self.kind_of(key)].relations
            found = [self.members(key, one.name) for one in relations if one.upward]
            return collected(
                (one for it in found for one in it.certain),
                (one for it in found for one in it.possible),
                any(it.open for it in found),
            )

        return self.kept((key, "^"), work_out)
