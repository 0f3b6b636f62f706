"""
What a score is called: the rung of a ladder, or the band that it lies in.
"""

from __future__ import annotations

from kamassess.checklist.policy import Ladder, ScoringPolicy
from kamassess.model.terms import Text
from kamassess.scoring.score import Score


def name_of_score(score: Score, policy: ScoringPolicy) -> Text | None:
    """
    The name of what a checklist's score comes to, as claimed.

    Args:
        score: the score of a checklist.
        policy: its policy.

    Returns:
        The rung that is reached, or the band; ``None`` where there is none.
    """
    if score.claimed is None:
        return None
    part = policy.checklist.part
    if isinstance(part, Ladder):
        rung = int(score.claimed / policy.checklist.times)
        return part.rungs[rung - 1].title if rung else None
    return next((band.title for band in policy.bands if score.claimed <= band.up_to), None)
