"""
``kamassess explain``: why a checkpoint has the verdict that it has, or how a score came about.
"""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from kamassess.cli.making import made, put
from kamassess.cli.status import Status
from kamassess.errors import InvalidCall, nearest
from kamassess.model.terms import Reading

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
        put(assessment.compare_policies(arguments.lang), arguments.output)
        return Status.FINE
    foci = [arguments.focus]
    if arguments.focus is None:
        named = (checkpoint, checkpoint.rpartition("/")[2])
        foci = [one.focus for one in assessment.verdicts if one.checkpoint in named]
    if not foci:
        near = nearest(checkpoint, {one.checkpoint for one in assessment.verdicts})
        hint = f"; did you mean '{near}'?" if near else ""
        raise InvalidCall(f"there is no checkpoint '{checkpoint}'{hint}")
    told = (assessment.explain(checkpoint, focus, arguments.lang) for focus in foci)
    put("\n".join(told), arguments.output)
    return Status.FINE
