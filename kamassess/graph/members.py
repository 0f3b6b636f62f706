"""
What a reading knows of a relation: who is certainly a member, who possibly, and whether there may be more.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from kamassess.showing.shown import Shown

Value = str | int | Decimal | bool
"""A known fact; a date is its ISO text. What is not known is not in the row."""

Row = Mapping[str, Value]
"""The known facts of a focus by name; of a count or share there are two, its low and its high end."""

Truth = bool | None
"""True, false, or ``None`` for unknown (Kleene)."""

NO_FACTS: Final[Row] = {}
NO_MEMBER_FACTS: Final[Mapping[str, Row]] = {}


@frozen
class Members(Shown):
    """
    The members of a relation of a node, as far as a reading knows.

    Args:
        certain: the nodes that are there.
        possible: the nodes that may be there.
        open: whether there may be others that nobody named.
        facts: what is known of some only as members of this relation, by node.

    Example:
        >>> owners = Members(("person:jan",), ("person:piet",))
        >>> owners.has("person:jan"), owners.has("person:piet"), owners.has("person:kees")
        (True, None, False)
    """

    certain: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    open: bool = False
    facts: Mapping[str, Row] = field(default=NO_MEMBER_FACTS)

    def __str__(self) -> str:
        maybe = [f"perhaps {one}" for one in (*self.possible, *(("others",) if self.open else ()))]
        return ", ".join((*self.certain, *maybe))

    @property
    def named(self) -> tuple[str, ...]:
        """All that are named, the certain ones first."""
        return self.certain + self.possible

    @property
    def exist(self) -> Truth:
        """Whether there is a member."""
        return True if self.certain else None if self.possible or self.open else False

    def has(self, focus: str) -> Truth:
        """Whether a node is a member."""
        if focus in self.certain:
            return True
        return None if self.open or focus in self.possible else False


NOBODY: Final = Members()
ANYBODY: Final = Members(open=True)


def collected(certain: Iterable[str], possible: Iterable[str], open: bool = False) -> Members:
    """
    Members, each once: who is certainly there is not possibly there as well.

    Args:
        certain: those that are there.
        possible: those that may be there.
        open: whether there may be others.

    Returns:
        The members, in the order given.

    Example:
        >>> members = collected(["a", "a"], ["a", "b"])
        >>> members.certain, members.possible
        (('a',), ('b',))
    """
    there, maybe = dict.fromkeys(certain), dict.fromkeys(possible)
    if not there and not maybe:
        return ANYBODY if open else NOBODY
    return Members(tuple(there), tuple(one for one in maybe if one not in there), open)


def along(starts: Members, following: Callable[[str], Members]) -> Members:
    """
    Some nodes and all that is come to from them, step by step, the nearest first.

    Args:
        starts: where it begins.
        following: the nodes that come next after a node.

    Returns:
        The nodes, the starts included; possible ones where an uncertain link leads to them.

    Example:
        >>> above = {"team": Members(("desk",)), "desk": Members((), ("house",))}
        >>> found = along(Members(("team",)), lambda one: above.get(one, NOBODY))
        >>> found.certain, found.possible
        (('team', 'desk'), ('house',))
    """
    certain, _ = _spread(starts.certain, following, sure=True)
    named, left_open = _spread(starts.named, following, sure=False)
    return collected(certain, named, starts.open or left_open)


def _spread(
    starts: Iterable[str], following: Callable[[str], Members], *, sure: bool
) -> tuple[list[str], bool]:
    """What is reached over certain links or over all, the nearest first; and whether any is left open."""
    reached, left_open = dict.fromkeys(starts), False
    waiting = deque(reached)
    while waiting:
        found = following(waiting.popleft())
        left_open = left_open or found.open
        for one in found.certain if sure else found.named:
            if one not in reached:
                reached[one] = None
                waiting.append(one)
    return list(reached), left_open


def each(members: Members) -> Iterator[tuple[str, Truth]]:
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
    if not members.named:
        return members
    told: dict[str, Row] = {
        one: {name: truth for name, truth in facts(one).items() if truth is not None} for one in members.named
    }
    return Members(members.certain, members.possible, members.open, told)


def some(members: Members, is_so: Callable[[str], Truth]) -> Truth:
    """
    Whether something is so of a member; not known where there may be others that nobody named.

    Args:
        members: the members.
        is_so: whether it is so of one.

    Returns:
        True, false or unknown.

    Example:
        >>> some(Members(("a",)), lambda one: one == "a"), some(Members(open=True), lambda one: False)
        (True, None)
    """
    unknown = members.open
    for one in members.certain:
        truth = is_so(one)
        if truth:
            return True
        unknown = unknown or truth is None
    for one in members.possible:
        unknown = unknown or is_so(one) is not False
    return None if unknown else False


def every(members: Members, is_so: Callable[[str], Truth]) -> Truth:
    """
    Whether something is so of each member; so of none at all, too.

    Args:
        members: the members.
        is_so: whether it is so of one.

    Returns:
        True, false or unknown.

    Example:
        >>> every(Members(("a",), ("b",)), lambda one: one == "a"), every(Members(), lambda one: False)
        (None, True)
    """
    return opposite(some(members, lambda one: opposite(is_so(one))))


def union(*several: Members) -> Members:
    """
    All who are members of one relation or another.

    Example:
        >>> union(Members(("a",), ("b",)), Members(("b",))).certain
        ('a', 'b')
    """
    return collected(
        (one for members in several for one in members.certain),
        (one for members in several for one in members.possible),
        any(members.open for members in several),
    )


def those(members: Members, is_so: Callable[[str], Truth]) -> Members:
    """
    The members of which something is so; possibly there, where that is not known.

    Args:
        members: the members.
        is_so: whether it is so of one.

    Returns:
        Some of the members.

    Example:
        >>> those(Members(("a", "b")), lambda one: one == "a").certain
        ('a',)
    """
    answers = [(one, both(sure, is_so(one))) for one, sure in each(members)]
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
