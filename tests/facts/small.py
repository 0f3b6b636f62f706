"""A small checklist, compiled, and small organisations to ask it of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kamassess.checklist.compiled import Compiled, CompiledCheckpoint
from kamassess.checklist.compiling import compile_checklists
from kamassess.checklist.reading import checklist_from_data

BOTH = {"nl": "x", "en": "x"}


def checkpoint(id_: str, **more: Any) -> Mapping[str, Any]:
    """What every checkpoint needs, and what is said of this one."""
    texts = {"title": BOTH, "role": "requirement", "grade": "minor"}
    if "holds" in more:
        texts |= {"finding": BOTH, "repair": BOTH}
    if "each" in more:
        texts |= {"if_none": "not-applicable"}
    return {"id": id_, **texts, **more}


def checklist(id_: str, *checkpoints: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "id": id_,
        "version": "1.0.0",
        "title": BOTH,
        "source": {"title": "x", "author": "x", "language": "nl"},
        "requirements": [{"id": "all", "title": BOTH, "checkpoints": list(checkpoints)}],
    }


def compiled(*checkpoints: Mapping[str, Any], id_: str = "small") -> Compiled:
    return compile_checklists([checklist_from_data(checklist(id_, *checkpoints))])


def question(**more: Any) -> CompiledCheckpoint:
    """A checkpoint Q-1 at which somebody is asked."""
    return compiled(checkpoint("Q-1", ask=BOTH, **more)).checkpoints[0]
