"""
What compiling a checklist gives: rules in strata, and the facts that they ask for.

A rule is decided at one focus, from that focus' facts alone. Where a condition
counts the members of a relation for which something is true, that something
is a rule too, of an inner stratum, decided at each member; its count is then a
fact of the outer rule.
"""

from __future__ import annotations

from attrs import frozen

from kamassess.checklist.condition import Condition, Count, Lowered


@frozen
class Rule:
    """
    Something that an engine decides at a focus: true, false or unknown.

    Args:
        id: its name: that of a checkpoint with a part behind it, or that of a body.
        kinds: the kinds of its focus; a checkpoint's rule has one.
        condition: what it asks.
        holds: when that is certainly true.
        fails: when that is certainly false; never together with ``holds``.
    """

    id: str
    kinds: tuple[str, ...]
    condition: Condition
    holds: Lowered
    fails: Lowered


@frozen
class Counting:
    """
    A count that a stratum takes into the rows of some kinds.

    Args:
        kinds: the kinds whose rows get it.
        count: what is counted; its body is a rule of an inner stratum.
    """

    kinds: tuple[str, ...]
    count: Count


@frozen
class Stratum:
    """
    Counts over what inner strata decided, and the rules that may then be decided.

    Args:
        counts: taken first.
        rules: decided after them.
    """

    counts: tuple[Counting, ...]
    rules: tuple[Rule, ...]


@frozen
class Ask:
    """
    A fact that the rules ask of a kind.

    Args:
        name: as rows have it.
        path: the relations to one that lead to it, and the fact itself.
        has: whether is asked if it is there, instead of what it is.
    """

    name: str
    path: tuple[str, ...]
    has: bool = False


@frozen
class Ruleset:
    """
    Rules that engines decide, and what they need for it.

    Args:
        strata: innermost first; the last holds the rules of the checkpoints.
        asks: the facts asked of each kind.
        relations: the relation paths whose members are asked of each kind.
    """

    strata: tuple[Stratum, ...]
    asks: dict[str, tuple[Ask, ...]]
    relations: dict[str, tuple[tuple[str, ...], ...]]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are decided at the foci of their kind: those of the last stratum."""
        return self.strata[-1].rules
