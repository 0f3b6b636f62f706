"""Checklists, policies and verdicts in a few lines, as scores see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import frozen

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, outline
from kamassess.checklist.policy import ScoringPolicy
from kamassess.checklist.policy_reading import read_policy
from kamassess.checklist.reading import checklist_from_data
from kamassess.engine.verdict import Possible
from kamassess.model.terms import ORGANISATION, Outcome
from kamassess.scoring.evaluating import evaluate
from kamassess.scoring.score import Score
from kamassess.source import read_data

Data = dict[str, Any]

_ORDER = (Outcome.CONFORMITY, Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE)

ZERO, HALF, ONE = Fraction(0), Fraction(1, 2), Fraction(1)

YES = Possible((Outcome.CONFORMITY,), (ONE, ONE))
NO = Possible((Outcome.NONCONFORMITY,), (ZERO, ZERO))
PARTLY = Possible((Outcome.NONCONFORMITY,), (HALF, HALF))
EITHER = Possible((Outcome.CONFORMITY, Outcome.NONCONFORMITY), (ZERO, ONE))
NONE = Possible((Outcome.NOT_APPLICABLE,), None)
YES_OR_NONE = Possible((Outcome.CONFORMITY, Outcome.NOT_APPLICABLE), (ONE, ONE))
NO_OR_NONE = Possible((Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE), (ZERO, ZERO))
ANY = Possible(_ORDER, (ZERO, ONE))
PARTLY_OR_NONE = Possible((Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE), (HALF, HALF))
#: A partial answer where it is not known whether what must hold beside it does.
AT_MOST_PARTLY = Possible((Outcome.NONCONFORMITY,), (ZERO, HALF))

#: A table that goes down at the end: all is worse than half.
DIPPING: Data = {
    "part": "table",
    "of": "mean",
    "steps": [{"up_to": 0, "gives": 0}, {"up_to": "1/2", "gives": 1}, {"up_to": 1, "gives": "1/4"}],
}


@frozen
class Seen:
    """A verdict as scores see it."""

    checkpoint: str
    claimed: Possible
    proven: Possible
    focus: str = ORGANISATION
    open: bool = False
    checklist: str = "n"


def graded(value: str | Fraction, conforms_from: Fraction = ONE) -> Possible:
    """What remains possible after an answer on a graded scale."""
    share = Fraction(value)
    outcome = Outcome.CONFORMITY if share >= conforms_from else Outcome.NONCONFORMITY
    return Possible((outcome,), (share, share))


def checkpoint(id: str, **rest: Any) -> Data:
    """A checkpoint that asks somebody, where nothing else is given."""
    return {"id": id, "role": "requirement", "title": id, "ask": "?", **rest}


def requirement(id: str, *checkpoints: Data, **rest: Any) -> Data:
    return {"id": id, "title": id, "checkpoints": list(checkpoints), **rest}


def policy(checklist: str | Data = "mean", requirement: str | Data = "mean", **rest: Any) -> Data:
    """A policy of one's own, as it stands in a checklist."""
    stages = {"checklist": checklist, "requirement": requirement}
    return {
        "id": "own",
        "title": {"nl": "Eigen formule", "en": "Own formula"},
        "source": "ours",
        "hides": {"nl": "Van alles", "en": "Much"},
        **{name: {"part": one} if isinstance(one, str) else one for name, one in stages.items()},
        **rest,
    }


def policy_of(data: Data) -> ScoringPolicy:
    """A policy, read."""
    return read_policy(read_data(data, "a policy"))


def norm(*requirements: Data, scoring: str | Data = "weighted-mean", id: str = "n") -> ChecklistOutline:
    """A checklist of these requirements, as scores see it."""
    data = {
        "id": id,
        "version": "1",
        "title": "N",
        "source": {"title": "None"},
        "scoring": scoring,
        "requirements": requirements,
    }
    return outline(checklist_from_data(data))


Remaining = Mapping[str, Possible | list[Possible]]
"""What remains possible by checkpoint: at the organisation, or at several foci."""


def verdicts(claimed: Remaining, proven: Remaining | None = None, checklist: str = "n") -> tuple[Seen, ...]:
    """Verdicts by checkpoint; proven as claimed where nothing else is said of a checkpoint."""
    found = []
    for id, remaining in claimed.items():
        as_claimed, as_proven = _listed(remaining), _listed((proven or {}).get(id, remaining))
        for number, (one, it) in enumerate(zip(as_claimed, as_proven, strict=True)):
            focus = f"chain:{number}" if isinstance(remaining, list) else ORGANISATION
            found.append(Seen(id, one, it, focus, checklist=checklist))
    return tuple(found)


def _listed(remaining: Possible | list[Possible]) -> list[Possible]:
    return remaining if isinstance(remaining, list) else [remaining]


def completions(possible: Possible, outline: CheckpointOutline) -> Iterator[Possible]:
    """All that a verdict on a scale of words can turn out to be."""
    for outcome in possible.outcomes:
        if outcome is Outcome.NOT_APPLICABLE:
            yield NONE
        elif possible.value is not None:
            low, high = possible.value
            for share in outline.shares:
                conforms = share >= outline.conforms_from
                if low <= share <= high and conforms is (outcome is Outcome.CONFORMITY):
                    yield Possible((outcome,), (share, share))


def undescribed(checkpoint: str) -> Seen:
    """What is told of the nodes of a checkpoint that nobody described."""
    return Seen(checkpoint, ANY, ANY, open=True)


def scored(
    checklist: ChecklistOutline, claimed: Remaining, proven: Remaining | None = None
) -> dict[str | None, Score]:
    """The scores by requirement; that of the checklist under ``None``."""
    return {one.requirement: one for one in evaluate([checklist], verdicts(claimed, proven))}


def numbers(score: Score) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    return score.proven, score.claimed, score.possible
