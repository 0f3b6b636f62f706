"""
``kamassess explain``: why a checkpoint has the verdict that it has.
"""

from __future__ import annotations

from argparse import Namespace

from kamassess.cli.making import made, put
from kamassess.cli.status import Status
from kamassess.errors import InvalidCall, nearest


def run(arguments: Namespace) -> int:
    """Explain a checkpoint at a focus, or at each of its foci."""
    assessment = made(arguments)
    checkpoint: str = arguments.checkpoint
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
