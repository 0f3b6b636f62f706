"""
What a checklist asks of people, in one hash: whether questions are still those that somebody answered.
"""

from __future__ import annotations

from kamassess.checklist.requirement import Checklist
from kamassess.model.organisation import canonical_sha256


def questions_sha256(checklist: Checklist) -> str:
    """
    The SHA-256 of the questions of a checklist: what is asked about what, and what can be answered.

    Args:
        checklist: the checklist.

    Returns:
        64 hexadecimal digits; guidance, weights, grades and rules have no part in it.
    """
    return canonical_sha256(
        [
            [
                one.id,
                one.each,
                dict(one.ask),
                scale.id,
                [[step.word, str(step.share), dict(step.label)] for step in scale.steps],
                scale.most,
            ]
            for one in checklist.checkpoints
            if one.ask is not None and (scale := one.scale) is not None
        ]
    )
