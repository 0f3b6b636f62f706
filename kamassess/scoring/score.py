"""
What a score is: three numbers, and the policy's own beside them.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from attrs import field, frozen

from kamassess.showing.shown import Shown


def _written(number: Fraction | None) -> float | None:
    """A number as it is saved and read back: two scores that are saved alike are the same."""
    return None if number is None else float(number)


ENDS: Final = ("proven", "claimed", "possible")
"""The three numbers of a score, from what is certain to what could be."""


@frozen(repr=False)
class Score(Shown):
    """
    The score of a requirement or a checklist: three numbers, and the policy's own.

    Args:
        checklist: the checklist's id.
        requirement: the requirement's id; ``None`` for the checklist as a whole.
        policy: the scoring policy.
        scale: what the numbers are: a ``share`` of the maximum, ``points`` or a ``rung``.
        maximum: the highest number there is.
        proven: at least so much, as proven; ``None`` where nothing counts.
        claimed: at least so much, as claimed.
        possible: at most so much, as claimed.
        rung: the rung that is reached as claimed, where the policy has rungs.
        may_be_empty: whether nothing may turn out to count.
        published: the policy's own figure, with its own way with what is not determined.
        out_of: the highest that figure could be; ``None`` where it is the maximum.
        refused: why there are no bounds; ``None`` where there are.
    """

    checklist: str
    requirement: str | None
    policy: str
    scale: str
    maximum: int
    proven: Fraction | None = field(eq=_written)
    claimed: Fraction | None = field(eq=_written)
    possible: Fraction | None = field(eq=_written)
    rung: int | None = None
    may_be_empty: bool = False
    published: Fraction | None = field(default=None, eq=_written)
    out_of: int | None = None
    refused: str | None = None

    def _brief(self) -> Mapping[str, object]:
        return {
            "checklist": self.checklist,
            "requirement": self.requirement,
            "proven": self.proven,
            "claimed": self.claimed,
            "possible": self.possible,
            "maximum": self.maximum,
            "policy": self.policy,
        }
