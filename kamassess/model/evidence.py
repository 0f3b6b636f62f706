"""
When a claim is certain on a day: the one question that the proven reading asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kamassess.model.organisation import Claim, Evidence


def counts_on(evidence: Evidence, as_of: date) -> bool:
    """
    Whether evidence counts on a day: dated on or before it, and not expired.

    Args:
        evidence: the evidence.
        as_of: the day.

    Returns:
        True when it counts; evidence without a date never does.

    Example:
        >>> mandate = Evidence("m", "document", date(2026, 1, 1), date(2026, 6, 30))
        >>> counts_on(mandate, date(2026, 6, 30)), counts_on(mandate, date(2026, 7, 1))
        (True, False)
    """
    return (
        evidence.on is not None
        and evidence.on <= as_of
        and (evidence.valid_until is None or evidence.valid_until >= as_of)
    )


def is_certain(claim: Claim, subjects: frozenset[str], evidence: Mapping[str, Evidence], as_of: date) -> bool:
    """
    Whether a claim is certain on a day.

    It is when its basis can be certain and evidence is named that counts on that
    day and is about one of the claim's subjects. A claim made after the day is not.

    Args:
        claim: the claim.
        subjects: what the claim is about: foci, parts and checkpoints.
        evidence: all evidence by id.
        as_of: the day.

    Returns:
        True when it is certain.
    """
    return bool(proofs(claim, subjects, evidence, as_of))


def is_certain_again(
    claim: Claim, subjects: frozenset[str], evidence: Mapping[str, Evidence], as_of: date
) -> bool:
    """
    Whether a claim about something that recurs is certain: by evidence of two days at least.

    Args:
        claim: the claim.
        subjects: what the claim is about.
        evidence: all evidence by id.
        as_of: the day.

    Returns:
        True when it is certain.
    """
    return len({one.on for one in proofs(claim, subjects, evidence, as_of)}) > 1


def can_be_certain(claim: Claim, as_of: date) -> bool:
    """
    Whether a claim can be certain on a day, with evidence: it was not made later, on a basis that never is.

    Args:
        claim: the claim.
        as_of: the day.

    Returns:
        True when it can; a claim without a basis can be what the evidence makes it.
    """
    is_later = claim.on is not None and claim.on > as_of
    return not is_later and (claim.basis is None or claim.basis.can_be_certain)


def proofs(
    claim: Claim, subjects: frozenset[str], evidence: Mapping[str, Evidence], as_of: date
) -> tuple[Evidence, ...]:
    """
    The evidence that makes a claim certain on a day.

    Args:
        claim: the claim.
        subjects: what the claim is about.
        evidence: all evidence by id.
        as_of: the day.

    Returns:
        The evidence; none where the basis cannot be certain, or the claim was made later.
    """
    if claim.basis is None or not can_be_certain(claim, as_of):
        return ()
    named = (evidence[one] for one in claim.evidence)
    return tuple(one for one in named if counts_on(one, as_of) and not subjects.isdisjoint(one.about))


def description_is_certain(described: Claim, as_of: date) -> bool:
    """
    Whether what a file says without a basis of its own is certain on a day.

    The file is then its own record: its basis must be one that can be certain,
    and it must not have been written after the day.

    Args:
        described: who described the organisation, when, and on what basis.
        as_of: the day.

    Returns:
        True when it is certain.
    """
    return described.basis is not None and can_be_certain(described, as_of)
