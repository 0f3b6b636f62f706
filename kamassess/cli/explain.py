"""
``kamassess explain``: why a checkpoint has the verdict that it has, or how a score came about.
"""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from kamassess.cli.making import made
from kamassess.cli.putting import put
from kamassess.cli.status import Status
from kamassess.errors import InvalidCall
from kamassess.model.terms import ORGANISATION, Reading

SCORE: Final = "score"
POLICIES: Final = "policies"
"""What can be explained beside checkpoints; one of that name is asked for with its checklist before it."""


def run(arguments: Namespace) -> int:
    """Explain a checkpoint at a focus, or at each of its foci; or the scores, or what policies say."""
    assessment = made(arguments)
    checkpoint: str = arguments.checkpoint
    if checkpoint == SCORE:
        names = [one.id for one in assessment.result.checklists]
        reading = arguments.focus or Reading.CLAIMED
        explained = (assessment.explain_score(one, arguments.lang, reading) for one in names)
        put("\n".join(explained), arguments.output)
        return Status.FINE
    if checkpoint == POLICIES:
        if arguments.focus is not None:
            raise InvalidCall(f"'{POLICIES}' has nothing behind it; found '{arguments.focus}'")
        put(assessment.compare_policies(arguments.lang), arguments.output)
        return Status.FINE
    foci = [arguments.focus]
    if arguments.focus is None:
        # Without any there is no such checkpoint, which is told with the nearest wherever it is asked for.
        foci = [one.focus for one in assessment.verdicts if one.is_of(checkpoint)] or [ORGANISATION]
    told = (assessment.explain(checkpoint, focus, arguments.lang) for focus in foci)
    put("\n".join(told), arguments.output)
    return Status.FINE
