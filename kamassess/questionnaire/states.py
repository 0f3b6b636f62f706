"""
How far a row of a questionnaire is: whether there is still something to do in it.
"""

from __future__ import annotations

from typing import Final

from kamassess.questionnaire.questions import Question

OPEN_STILL: Final = "open"
"""Nobody answered, and nothing else decides it."""

UNPROVEN: Final = "unsure"
"""What is answered here is not certain, and nothing else decides it."""

PROVEN: Final = "proven"
"""What is answered here is certain."""

CONTRADICTED: Final = "contradicted"
"""What is answered here is certain, and so is another answer that says something else."""

DECIDED: Final = "decided"
"""It is certain without what is answered here, or without an answer."""


def state_of(question: Question, at: int | None) -> str:
    """
    How far a row is: it is about one answer, where the question may have several.

    Args:
        question: the question that it asks.
        at: which of the answers stands in it, from 0; ``None``: none.

    Returns:
        One of the states.
    """
    if at is None:
        return DECIDED if question.is_proven else OPEN_STILL
    if question.certain[at]:
        return CONTRADICTED if question.contradicted else PROVEN
    return DECIDED if question.is_proven else UNPROVEN
