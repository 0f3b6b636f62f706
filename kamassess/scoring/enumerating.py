"""
Bounds of a policy that is not monotone: by trying everything that the unknown can turn out to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import prod
from typing import Final

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline
from kamassess.checklist.policy import Credit, Part, ScoringPolicy, Table, parts_of
from kamassess.engine.verdict import ONE, ZERO, Possible
from kamassess.model.terms import Reading
from kamassess.scoring.worth import Judged, Pick, Worth, remaining, worth

LIMIT: Final = 4096
"""So many ways in which the unknown can turn out are tried, and no more."""


class NotBounded(Exception):
    """The bounds of a score cannot be told."""


def is_monotone(part: Part) -> bool:
    """
    Whether a part never falls when something below it rises.

    Args:
        part: the part, with all that it is composed of.

    Returns:
        False for a table that goes down, and for what is composed of one.

    Example:
        >>> from fractions import Fraction
        >>> from kamassess.checklist.policy import Mean, Step
        >>> steps = (Step(Fraction(1, 2), Fraction(0)), Step(Fraction(1), Fraction(1)))
        >>> is_monotone(Table(Mean(), steps)), is_monotone(Table(Mean(), steps[::-1]))
        (True, False)
    """
    tables = ([step.gives for step in one.steps] for one in parts_of(part) if isinstance(one, Table))
    return all(gives == sorted(gives) for gives in tables)


def is_policy_monotone(policy: ScoringPolicy) -> bool:
    """Whether a better verdict never lowers a score of a policy."""
    return all(map(is_monotone, (policy.checkpoint, policy.requirement.part, policy.checklist.part)))


def by_trying(
    checklist: ChecklistOutline, by: Mapping[str, Sequence[Judged]], reading: Reading
) -> Iterator[Pick]:
    """
    Every way in which the unknown can turn out, as what verdicts are then worth.

    Args:
        checklist: the checklist, with its policy.
        by: its verdicts by checkpoint.
        reading: the reading.

    Yields:
        A function of a verdict for each.

    Raises:
        NotBounded: there are too many, or they cannot be counted.
    """
    gates = {one.gate.checkpoint for one in checklist.requirements if one.gate is not None}
    outlines = {
        one.id: one
        for it in checklist.requirements
        for one in it.checkpoints
        if one.scored or one.id in gates
    }
    ways: dict[tuple[str, str], list[Worth | None]] = {}
    for id_, outline in outlines.items():
        for one in by.get(id_, ()):
            if one.open:
                raise NotBounded(f"{id_}: nobody knows how many there are, and the policy is not monotone")
            ways[id_, one.focus] = _ways(remaining(one, reading), outline, checklist.policy)
    if prod(map(len, ways.values())) > LIMIT:
        raise NotBounded(
            f"the policy is not monotone, and the unknown can turn out in more than {LIMIT} ways"
        )
    for chosen in product(*ways.values()):
        known = dict(zip(ways, chosen, strict=True))
        yield lambda judged, known=known: known.get((judged.checkpoint, judged.focus))  # type: ignore[misc]


def _ways(possible: Possible, outline: CheckpointOutline, policy: ScoringPolicy) -> list[Worth | None]:
    """What a verdict can turn out to be worth."""
    found = worth(possible, policy)
    if found is None:
        return [None]
    low, high = found.low, found.high
    shares = (ZERO, ONE) if policy.credit is Credit.CONFORMS else outline.shares
    if low != high and not shares:
        if high == 1:
            raise NotBounded(f"{outline.id}: the policy is not monotone, and this can be any number")
        shares = (low, high)  # the answer is known, and whether what must hold beside it does is not
    values = [one for one in shares if low <= one <= high] if low != high else [low]

    def turned_out(value: Fraction) -> Worth:
        return Worth(
            value, value, fails=value < outline.conforms_from if found.fails is None else found.fails
        )

    return [*map(turned_out, values), *([None] if found.optional else [])]
