"""
What every engine is: a ruleset and facts in, decisions out; or a live one that follows changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from attrs import field, frozen

from kamassess.checklist.ruleset import Ruleset
from kamassess.facts.table import Facts, Members, Value
from kamassess.model.terms import Reading

Truth = bool | None
"""True, false, or ``None`` for unknown."""

Decisions = Mapping[str, Mapping[str, Truth]]
"""What was decided, by rule and by focus."""


@frozen
class Verdicts:
    """
    What an engine decided under both readings.

    Args:
        claimed: each rule at each focus, every claim taken at its word.
        proven: the same, uncertain claims taken as unknown.
        handed_back: the rules that the engine left to the reference, with why.
        counted: the facts with every count that was taken, where the engine gives them: what explains.
    """

    claimed: Decisions
    proven: Decisions
    handed_back: Mapping[str, str] = field(factory=dict)
    counted: Facts | None = field(default=None, eq=False, repr=False)


class Live(Protocol):
    """
    Facts that change, and the decisions that follow.

    A focus is known from its first fact or relation on. Nothing is decided before
    ``outcomes`` is called, and only what a change can have touched is decided anew.
    """

    def set(self, reading: Reading, focus: str, fact: str, value: Value) -> None:
        """Make a fact known, or change it."""

    def drop(self, reading: Reading, focus: str, fact: str) -> None:
        """Make a fact unknown again."""

    def relate(self, reading: Reading, focus: str, path: tuple[str, ...], members: Members) -> None:
        """Give a relation of a focus its members."""

    def outcomes(self) -> Verdicts:
        """What is decided now; verdicts that were given before do not change."""

    def close(self) -> None:
        """Give back what the engine holds; the live one is not used after it."""


class Engine(Protocol):
    """
    Something that decides rules.

    Every engine gives the same decisions; ``reference`` says which those are.
    """

    @property
    def name(self) -> str:
        """What it is called in reports."""

    @property
    def version(self) -> str:
        """Of what decides."""

    def decide(self, ruleset: Ruleset, facts: Facts) -> Verdicts:
        """Decide every rule at every focus of its kind."""

    def open(self, ruleset: Ruleset, facts: Facts) -> Live:
        """Begin a live one with these facts."""
