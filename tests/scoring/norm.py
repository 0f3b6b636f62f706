"""A norm and its answers in a few lines, scored by a policy through the front door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import kamassess as ka
from kamassess.checklist.reading import checklist_from_data
from kamassess.scoring.score import Score

Data = dict[str, Any]

#: Answers that say no more than this: it does not apply; nobody answered.
NOT_APPLICABLE, UNANSWERED = "not-applicable", None


def question(id: str, **rest: Any) -> Data:
    """A question about the whole."""
    return {"id": id, "title": id, "role": "requirement", "ask": f"{id}?", **rest}


def requirement(id: str, *questions: Data, **rest: Any) -> Data:
    return {"id": id, "title": id, "checkpoints": list(questions), **rest}


def scored(
    policy: str | Data, *requirements: Data, answers: Mapping[str, Any], **rest: Any
) -> dict[str | None, Score]:
    """The scores, of the whole under ``None``, where every answer is proven."""
    own = checklist_from_data(
        {
            "id": "own",
            "version": "1",
            "title": "Own",
            "source": {"title": "None"},
            "scoring": policy,
            "requirements": list(requirements),
            **rest,
        }
    )
    given = []
    for key, value in answers.items():
        if value is not UNANSWERED:
            id_, _, focus = key.partition("@")
            answer = {"checkpoint": id_, "value": value, "basis": "document", "evidence": ["seen"]}
            answer |= {"focus": focus} if focus else {}
            answer |= {"reason": "so it is"} if value == NOT_APPLICABLE else {}
            given.append(answer)
    chains = sorted({key.partition("@chain:")[2] for key in answers if "@chain:" in key})
    about = ["organisation", *(f"chain:{one}" for one in chains)]
    organisation = ka.Organisation.from_data(
        {
            "id": "x",
            "nodes": {"chain": [{"id": one} for one in chains]} if chains else {},
            "answers": given,
            "evidence": [{"id": "seen", "kind": "document", "on": "2026-01-01", "about": about}],
        }
    )
    return {one.requirement: one for one in ka.assess(organisation, own, as_of="2026-11-01").scores}
