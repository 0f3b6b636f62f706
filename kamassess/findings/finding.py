"""
What is told about a verdict: findings, and the atoms that decided them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from kamassess.checklist.condition import Constant
from kamassess.graph.calendar import Interval
from kamassess.graph.ownership import Actor
from kamassess.later import Later
from kamassess.model.organisation import Waiver
from kamassess.model.terms import FindingKind, Grade, Level, Text
from kamassess.showing.shown import Shown

Found = str | int | bool | Decimal | tuple[int | Decimal, int | Decimal | None] | None
"""What a fact was found to be: a value, an interval (without an upper end: ``None``), or not known."""


@frozen
class AnotherFact:
    """That a fact is held against another fact or count, by its name."""

    name: str


Expected = Constant | tuple[Constant, ...] | AnotherFact
"""What a fact is compared with: a value, one of several, or another fact."""


@frozen
class Atom(Shown):
    """
    A comparison that decided a verdict.

    Args:
        focus: the node that it is about.
        fact: the fact, or what was counted.
        operator: how it was compared, as the rule wants it.
        expected: with what.
        claimed: what was found, every claim taken at its word.
        proven: what was found when only certain claims are.
        parts: the relations and attributes of the focus that it rests on.
    """

    focus: str
    fact: str
    operator: str
    expected: Expected
    claimed: Found
    proven: Found
    parts: tuple[str, ...] = field(default=(), eq=False)

    def _parts(self) -> Mapping[str, object]:
        claimed, proven = (
            Interval(*one) if isinstance(one, tuple) else one for one in (self.claimed, self.proven)
        )
        return {
            "focus": self.focus,
            "fact": self.fact,
            "operator": self.operator,
            "expected": self.expected,
            "claimed": claimed,
            "proven": proven,
            "parts": self.parts,
        }


@frozen
class Why:
    """
    Why a verdict is so.

    Args:
        because: the atoms that decided it.
        evidence: the evidence that was named for these.
    """

    because: tuple[Atom, ...] = ()
    evidence: tuple[str, ...] = ()


SYSTEMIC: Final = "systemic"
"""What a finding about a whole requirement is: its reason, and the end of its id."""


def finding_id(checklist: str, of: str, focus: str, kind: str) -> str:
    """
    What a finding is called: the same in every assessment of the same organisation.

    Args:
        checklist: the checklist's id.
        of: the checkpoint's id; of a finding about a whole requirement that of the requirement.
        focus: what it is about.
        kind: what it is, or ``SYSTEMIC``.

    Returns:
        The id.

    Example:
        >>> finding_id("customer-chains", "K-4", "chain:permits", FindingKind.GAP)
        'customer-chains/K-4/chain:permits/gap'
    """
    return f"{checklist}/{of}/{focus}/{kind}"


@frozen
class Texts:
    """
    What a finding says.

    Args:
        message: what is told, by language.
        repair: what would mend it, by language.
    """

    message: Text
    repair: Text


@frozen(repr=False)
class Finding(Shown):
    """
    Something that is told about a verdict, or about several of one requirement.

    Args:
        id: ``checklist/checkpoint/focus/kind``: the same in every assessment of the same organisation.
        kind: what it is.
        reason: why ownership is missing, or what is unanswered; ``None`` for other kinds.
        grade: how heavy it is if it is so; ``None`` for what is never more than an observation.
        certain: whether it is so as proven too.
        checklist: the checklist's id.
        requirement: the requirement's id.
        checkpoint: the checkpoint's id; ``None`` for one about the whole requirement.
        focus: what it is about.
        texts: what is told, and what would mend it.
        act: who must act, and how that follows; nobody where nobody answers.
        orientation: its place among the seven levels.
        because: the atoms that decided it.
        evidence: the evidence that was named for these.
        cause: what it has in common with other findings; ``None`` where it stands alone.
        accepted: the waiver by which it is accepted on the day; ``None`` without one.
    """

    id: str
    kind: FindingKind
    reason: str | None
    grade: Grade | None
    certain: bool
    checklist: str
    requirement: str
    checkpoint: str | None
    focus: str
    texts: Later[Texts]
    act: tuple[Actor, ...] = ()
    orientation: Level | None = None
    because: tuple[Atom, ...] = ()
    evidence: tuple[str, ...] = ()
    cause: str | None = None
    accepted: Waiver | None = None

    def _brief(self) -> Mapping[str, object]:
        return {
            "kind": self.kind,
            "grade": self.grade,
            "certain": self.certain,
            "checkpoint": self.checkpoint or self.requirement,
            "focus": self.focus,
            "message": self.message,
        }

    def _parts(self) -> Mapping[str, object]:
        return {
            **self._brief(),
            "repair": self.repair,
            "reason": self.reason,
            "orientation": self.orientation,
            "evidence": self.evidence,
            "accepted": self.accepted,
            "act": self.act,
            "because": self.because,
        }

    @property
    def message(self) -> Text:
        """What is told, by language."""
        return self.texts.value.message

    @property
    def repair(self) -> Text:
        """What would mend it, by language."""
        return self.texts.value.repair
