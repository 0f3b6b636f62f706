"""
Checklists, compiled: what is judged, what engines decide, and what is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from attrs import frozen

from kamassess.checklist.condition import Condition, Constant, Operand
from kamassess.checklist.outline import ChecklistOutline, outline
from kamassess.checklist.requirement import Checklist, Checkpoint
from kamassess.checklist.ruleset import Ruleset
from kamassess.showing.shown import Shown

APPLIES: Final = "#applies"
GRAPH: Final = "#graph"
BESIDE: Final = "#beside"
"""Behind the name of a checkpoint's rule: the names of its parts."""

CONFORMS: Final = ".conforms"
APPLICABLE: Final = ".applicable"
ANSWER: Final = ".answer"
"""Behind the name of a checkpoint's rule: the facts that its answer gives."""


@frozen
class Names:
    """The members of a relation, called by their names: what a bare relation in a message prints."""

    relation: tuple[str, ...]


Piece = str | Operand | Names
Message = tuple[Piece, ...]
"""A text with its placeholders compiled: pieces of text, operands, and relations whose members are named."""


@frozen
class CompiledCheckpoint:
    """
    A checkpoint, ready to be judged.

    Args:
        rule: the name of its rule: ``checklist/checkpoint``.
        checklist: the id of its checklist.
        requirement: the id of its requirement.
        checkpoint: as it was written.
        condition: what it asks, its answer and the closed signs of it included.
        applies: the condition by which it applies; ``None``: always.
        graph: its graph side, where somebody is asked as well.
        beside: all that must hold beside a graded answer: its graph side and its closed signs.
        finding: what is told when it fails, by language.
        repair: what would mend it, by language.
    """

    rule: str
    checklist: str
    requirement: str
    checkpoint: Checkpoint
    condition: Condition
    applies: Condition | None
    graph: Condition | None
    beside: Condition | None
    finding: Mapping[str, Message]
    repair: Mapping[str, Message]


@frozen(repr=False)
class Compiled(Shown):
    """
    Checklists, compiled once and used for many assessments.

    Args:
        checklists: what was compiled.
        parameters: every parameter with its value; where another checklist before it gives the
            name another value, with its checklist's name and a slash before it.
        checkpoints: all checkpoints in order.
        ruleset: what engines decide.
    """

    checklists: tuple[Checklist, ...]
    parameters: Mapping[str, Constant]
    checkpoints: tuple[CompiledCheckpoint, ...]
    ruleset: Ruleset

    def _brief(self) -> Mapping[str, object]:
        return {"checklists": tuple(one.id for one in self.checklists), "checkpoints": len(self.checkpoints)}

    def _parts(self) -> Mapping[str, object]:
        return {
            "checkpoints": len(self.checkpoints),
            "checklists": self.checklists,
            "parameters": self.parameters,
        }

    @cached_property
    def outlines(self) -> tuple[ChecklistOutline, ...]:
        """What remains of the checklists in a result."""
        return tuple(map(outline, self.checklists))


def parameter_of(parameters: Mapping[str, Constant], checklist: str, name: str) -> Constant:
    """
    The value that a parameter has in a checklist.

    Args:
        parameters: every parameter with its value, as compiled.
        checklist: the checklist's id.
        name: the parameter.

    Returns:
        Its own value, where another checklist before it gives the name another.
    """
    own = f"{checklist}/{name}"
    return parameters[own] if own in parameters else parameters[name]
