"""
What a reading knows of a relation: who is certainly a member, who possibly, and whether there may be more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final

from attrs import field, frozen

Value = str | int | Decimal | bool
"""A known fact; a date is its ISO text. What is not known is not in the row."""

Row = Mapping[str, Value]
"""The known facts of a focus by name; of a count or share there are two, its low and its high end."""

Truth = bool | None
"""True, false, or ``None`` for unknown (Kleene)."""

NO_FACTS: Final[Row] = {}


@frozen
class Member:
    """
    A member of a relation.

    Args:
        focus: the node.
        facts: what is known of it only as a member of this relation.
    """

    focus: str
    facts: Row = field(default=NO_FACTS)


@frozen
class Members:
    """
    The members of a relation of a node, as far as a reading knows.

    Args:
        certain: those that are there.
        possible: those that may be there.
        open: whether there may be others that nobody named.

    Example:
        >>> owners = Members((Member("person:jan"),), (Member("person:piet"),))
        >>> owners.has("person:jan"), owners.has("person:piet"), owners.has("person:kees")
        (True, None, False)
    """

    certain: tuple[Member, ...] = ()
    possible: tuple[Member, ...] = ()
    open: bool = False

    @property
    def named(self) -> tuple[Member, ...]:
        """All that are named, the certain ones first."""
        return self.certain + self.possible

    @property
    def exist(self) -> Truth:
        """Whether there is a member."""
        return True if self.certain else None if self.possible or self.open else False

    def has(self, focus: str) -> Truth:
        """Whether a node is a member."""
        return self._truths.get(focus, None if self.open else False)

    @cached_property
    def _truths(self) -> dict[str, Truth]:
        """Whether each that is named is there."""
        return {one.focus: sure for one, sure in reversed((*each(self),))}


NOBODY: Final = Members()
ANYBODY: Final = Members(open=True)


def collected(certain: Iterable[str], possible: Iterable[str], open: bool = False) -> Members:
    """
    Members by their foci, each once: who is certainly there is not possibly there as well.

    Args:
        certain: those that are there.
        possible: those that may be there.
        open: whether there may be others.

    Returns:
        The members, in the order given.

    Example:
        >>> collected(["a", "a"], ["a", "b"])
        Members(certain=(Member(focus='a', facts={}),), possible=(Member(focus='b', facts={}),), open=False)
    """
    there, maybe = dict.fromkeys(certain), dict.fromkeys(possible)
    if not there and not maybe:
        return ANYBODY if open else NOBODY
    return Members(tuple(map(Member, there)), tuple(Member(one) for one in maybe if one not in there), open)


def each(members: Members) -> Iterator[tuple[Member, Truth]]:
    """Every named member, with whether it is there: certainly, or ``None`` for possibly."""
    for one in members.certain:
        yield one, True
    for one in members.possible:
        yield one, None


def with_facts(members: Members, facts: Callable[[str], Mapping[str, Truth]]) -> Members:
    """
    Members with facts that they have only as such.

    Args:
        members: the members.
        facts: what is known of each; what is not known is left out.

    Returns:
        The same members with these facts.
    """

    def told(one: Member) -> Member:
        return Member(
            one.focus, {name: truth for name, truth in facts(one.focus).items() if truth is not None}
        )

    return Members(tuple(map(told, members.certain)), tuple(map(told, members.possible)), members.open)


def some(members: Members, is_so: Callable[[str], Truth]) -> Truth:
    """
    Whether something is so of a member; not known where there may be others that nobody named.

    Args:
        members: the members.
        is_so: whether it is so of one.

    Returns:
        True, false or unknown.

    Example:
        >>> some(Members((Member("a"),)), lambda one: one == "a"), some(Members(open=True), lambda one: False)
        (True, None)
    """
    unknown = members.open
    for one in members.certain:
        truth = is_so(one.focus)
        if truth:
            return True
        unknown = unknown or truth is None
    for one in members.possible:
        unknown = unknown or is_so(one.focus) is not False
    return None if unknown else False


def those(members: Members, is_so: Callable[[str], Truth]) -> Members:
    """
    The members of which something is so; possibly there, where that is not known.

    Args:
        members: the members.
        is_so: whether it is so of one.

    Returns:
        Some of the members.

    Example:
        >>> those(Members((Member("a"), Member("b"))), lambda one: one == "a").certain
        (Member(focus='a', facts={}),)
    """
    answers = [(one, both(sure, is_so(one.focus))) for one, sure in each(members)]
    return Members(
        tuple(one for one, truth in answers if truth),
        tuple(one for one, truth in answers if truth is None),
        members.open,
    )


def both(*truths: Truth) -> Truth:
    """
    Whether all are true (Kleene).

    Example:
        >>> both(True, None), both(False, None), both()
        (None, False, True)
    """
    if False in truths:
        return False
    return None if None in truths else True


def either(*truths: Truth) -> Truth:
    """
    Whether one is true (Kleene).

    Example:
        >>> either(False, None), either(True, None), either()
        (None, True, False)
    """
    if True in truths:
        return True
    return None if None in truths else False


def opposite(truth: Truth) -> Truth:
    """The other truth; unknown stays unknown."""
    return None if truth is None else not truth
