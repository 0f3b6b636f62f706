"""
Scoring policies as data: a tree of few parts that says how values become a score.

What the parts compute, and within which bounds, is the work of
``kamassess.scoring``; here they only say what is meant.
"""

from __future__ import annotations

from attrs import frozen

from kamassess.model.terms import Text


@frozen
class WeightedMean:
    """The mean of what lies below, each counted by its weight; what does not apply is left out."""


Part = WeightedMean
"""How the values that lie below become one; each class is computed in ``kamassess.scoring.bounds``."""


@frozen
class ScoringPolicy:
    """
    How a checklist is scored.

    Args:
        id: its name in checklists.
        title: what people call it.
        requirement: how the values of checkpoints become the score of a requirement.
        checklist: how the scores of requirements become that of the checklist.
        scale: what the number is: a ``share`` of the maximum.
        maximum: the highest score.
        source: where the formula comes from.
    """

    id: str
    title: Text
    requirement: Part
    checklist: Part
    scale: str = "share"
    maximum: int = 1
    source: str = ""


@frozen
class Gate:
    """
    A checkpoint that caps a score while it fails.

    Args:
        checkpoint: the checkpoint's id.
        caps: the highest score that is then possible, on the policy's scale.
    """

    checkpoint: str
    caps: float
