"""
To whom a result refers: its persons in the order in which they are met, and every node and piece of evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kamassess.model.organisation import Claim
from kamassess.model.vocabulary import VOCABULARY
from kamassess.result import EVIDENCE, Result

PERSON: Final = "person:"
"""Before the id of a person."""


def persons(result: Result, known: Iterable[str]) -> Iterator[str]:
    """
    The persons of a result in the order in which they are met, with other nodes and evidence among them.

    Args:
        result: the result.
        known: every node and piece of evidence that has a name, as ``kind:id``.

    Returns:
        Each as ``kind:id``, some several times.
    """
    others = {key.partition(":")[2] for key in known if not key.startswith((PERSON, EVIDENCE))}
    yield from foci(result)
    said = tuple(claims(result))
    # Who is no person in the file may be a body or a role, by its id alone.
    yield from (said_by(one.by) for one in said if one.by and one.by not in others)
    yield from result.names


def claims(result: Result) -> Iterator[Claim]:
    """Every claim of a result: who described the organisation, and who answered."""
    yield result.organisation.described
    yield from (said.claim for verdict in result.verdicts for said in verdict.answers)
    yield from (answer.claim for answer in result.run.unused)


def said_by(by: str) -> str:
    """Whoever said something, as ``kind:id``: a person, unless another kind stands before it."""
    return by if by.partition(":")[0] in VOCABULARY.by_name else f"{PERSON}{by}"


def foci(result: Result) -> Iterator[str]:
    """Every focus that a result refers to, and evidence as ``evidence:id``; some several times."""
    for verdict in result.verdicts:
        yield verdict.focus
        yield from (atom.focus for atom in verdict.because)
        yield from (EVIDENCE + one for one in verdict.evidence)
        yield from (EVIDENCE + one for said in verdict.answers for one in said.claim.evidence)
    for finding in result.findings:
        yield finding.focus
        for actor in finding.act:
            yield actor.person
            yield from actor.via
        yield from (atom.focus for atom in finding.because)
        yield from (EVIDENCE + one for one in finding.evidence)
        if finding.accepted is not None:
            yield finding.accepted.focus
            yield finding.accepted.owner
    for answer in result.run.unused:
        yield answer.focus
        yield from (EVIDENCE + one for one in answer.claim.evidence)
    yield from result.chart.foci()
    yield from result.names
