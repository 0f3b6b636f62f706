"""
``kamassess explain``: why a checkpoint has the verdict that it has, or how a score came about.
"""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from kamassess.assessment import Assessment
from kamassess.cli.making import made
from kamassess.cli.putting import put
from kamassess.cli.status import Status
from kamassess.errors import InvalidCall, nearest
from kamassess.files import builtin_checklists, load_checklist
from kamassess.model.terms import ORGANISATION, Reading
from kamassess.result import JudgedFocus

SCORE: Final = "score"
POLICIES: Final = "policies"
"""What can be explained beside checkpoints; one of that name is asked for with its checklist before it."""


def run(arguments: Namespace) -> int:
    """Explain a checkpoint at a focus, or at each of its foci; or the scores, or what policies say."""
    assessment, shown = made(arguments)
    checkpoint: str = arguments.checkpoint
    if checkpoint == SCORE:
        names = [one.id for one in assessment.result.checklists]
        reading = arguments.focus or Reading.CLAIMED
        explained = (shown.explain_score(one, arguments.lang, reading) for one in names)
        put("\n".join(explained), arguments.output, arguments.lang)
        return Status.FINE
    if checkpoint == POLICIES:
        if arguments.focus is not None:
            raise InvalidCall(f"'{POLICIES}' has nothing behind it; found '{arguments.focus}'")
        put(shown.compare_policies(arguments.lang), arguments.output, arguments.lang)
        return Status.FINE
    if not any(one.is_of(checkpoint) for one in shown.verdicts):
        _refuse_what_is_elsewhere(checkpoint)
    told = (
        shown.explain(f"{one.checklist}/{one.checkpoint}", one.focus, arguments.lang)
        for one in _asked(assessment, shown, checkpoint, arguments.focus)
    )
    put("\n".join(told), arguments.output, arguments.lang)
    return Status.FINE


def _refuse_what_is_elsewhere(checkpoint: str) -> None:
    """Tell what is meant where no chosen checklist has a checkpoint: a word, or one of another checklist."""
    near = nearest(checkpoint, (SCORE, POLICIES))
    if near is not None:
        raise InvalidCall(f"there is no checkpoint '{checkpoint}'; did you mean '{near}'?")
    for name in builtin_checklists():
        requirements = load_checklist(name).requirements
        if any(it.id == checkpoint for one in requirements for it in one.checkpoints):
            raise InvalidCall(f"no chosen checklist has a checkpoint '{checkpoint}'; '{name}' has one")


def _asked(
    assessment: Assessment, shown: Assessment, checkpoint: str, focus: str | None
) -> tuple[JudgedFocus, ...]:
    """The verdicts that are asked for, as they are shown; a focus may be told by its pseudonym or its id."""
    if focus is None:
        # Without any there is no such checkpoint, which is told with the nearest wherever it is asked for.
        foci = [one.focus for one in shown.verdicts if one.is_of(checkpoint)] or [ORGANISATION]
        return tuple(shown.verdict(checkpoint, one) for one in foci)
    try:
        return (shown.verdict(checkpoint, focus),)
    except InvalidCall:
        pairs = zip(assessment.verdicts, shown.verdicts, strict=True)
        found = tuple(there for here, there in pairs if here.focus == focus and here.is_of(checkpoint))
        if len(found) != 1:
            raise
        return found
