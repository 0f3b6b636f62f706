"""
What is told together and in which order: findings by cause and weight, signs by what they show, persons.

Nothing here has words; every report arranges alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Final

from attrs import frozen

from kamassess.checklist.compiled import ANSWER, APPLICABLE, CONFORMS
from kamassess.findings.finding import Atom, Finding, Found
from kamassess.model.terms import NONCONFORMITIES, FindingKind, Grade, Outcome, Role
from kamassess.result import JudgedFocus, Result

OF_ANSWERS: Final = (CONFORMS, APPLICABLE, ANSWER)
"""How the names of facts end that an answer gives."""

_AGO: Final = "days_ago"


@frozen
class Together:
    """
    Findings that have one cause.

    Args:
        lead: the heaviest, which is told.
        also: the others, which are named beside it.
    """

    lead: Finding
    also: tuple[Finding, ...] = ()


@frozen
class Alike:
    """
    Findings of one kind that have a cause in common, or else a checkpoint.

    Args:
        lead: the heaviest of them.
        findings: all of them.
        cause: what they have in common; ``None`` where it is the checkpoint.
    """

    lead: Finding
    findings: tuple[Finding, ...]
    cause: str | None = None


@frozen
class Signs:
    """
    How many signs of a checkpoint hold; halves that share a group count once.

    Args:
        checklist: the checklist's id.
        checkpoint: the id of the checkpoint that they show.
        total: how many there are.
        hold: how many hold as claimed.
        proven: how many hold as proven too.
    """

    checklist: str
    checkpoint: str
    total: int
    hold: int
    proven: int


@frozen
class Burden:
    """
    What somebody must act on.

    Args:
        person: who; ``None``: nobody.
        major: major nonconformities.
        minor: minor ones.
        to_prove: what was claimed and not proven.
        to_answer: what is not known.
    """

    person: str | None
    major: int
    minor: int
    to_prove: int
    to_answer: int


def is_nonconformity(finding: Finding) -> bool:
    """Whether a finding says that a requirement is not met."""
    return finding.kind in NONCONFORMITIES


def is_told_first(finding: Finding, result: Result) -> bool:
    """Whether a finding is told before everything else, as its checklist asks."""
    return (
        finding.checkpoint is not None and result.outlines[finding.checklist, finding.checkpoint].told_first
    )


def by_verdict(result: Result) -> Mapping[tuple[str, str | None, str], tuple[Finding, ...]]:
    """
    What is told about each verdict.

    Args:
        result: the result.

    Returns:
        The findings by checklist, checkpoint and focus; of systemic ones, the checkpoint is ``None``.
    """
    found: dict[tuple[str, str | None, str], tuple[Finding, ...]] = {}
    for one in result.findings:
        where = (one.checklist, one.checkpoint, one.focus)
        found[where] = (*found.get(where, ()), one)
    return found


def nonconformities(result: Result) -> tuple[Together, ...]:
    """
    Nonconformities by cause: what is told first, missing ownership, and then by weight.

    Args:
        result: the result.

    Returns:
        Each cause once, at the place of the heaviest finding that has it.
    """
    return together(filter(is_nonconformity, result.findings), result)


def together(
    findings: Iterable[Finding], result: Result, alike: Callable[[Finding], Hashable] = lambda _: None
) -> tuple[Together, ...]:
    """
    Findings by cause, the heaviest first.

    Args:
        findings: findings of the result.
        result: the result.
        alike: what findings must have in common, beside their cause, to be told as one.

    Returns:
        Each cause once, at the place of the heaviest finding that has it.
    """
    found = sorted(findings, key=lambda one: (not is_told_first(one, result), *_weight(one)))
    causes: dict[Hashable, list[Finding]] = {}
    for one in found:
        causes.setdefault((one.cause or one.id, alike(one)), []).append(one)
    return tuple(Together(lead, tuple(also)) for lead, *also in causes.values())


def _weight(finding: Finding) -> tuple[int, int, bool]:
    return (_place(finding.kind), GRADES.index(finding.grade), not finding.certain)


def _place(kind: FindingKind) -> int:
    return NONCONFORMITIES.index(kind) if kind in NONCONFORMITIES else len(NONCONFORMITIES)


GRADES: Final = (Grade.MAJOR, Grade.MINOR, None)
"""From the heaviest down; what is no more than an observation has none."""


def by_checkpoint(findings: Iterable[Finding]) -> tuple[Alike, ...]:
    """
    Findings by checkpoint, and by why, the heaviest first.

    Args:
        findings: findings of one kind.

    Returns:
        Each checkpoint once for each reason, with its findings in the order of the checklists.
    """
    found: dict[tuple[str, str | None, str | None], list[Finding]] = {}
    for one in findings:
        found.setdefault((one.checklist, one.checkpoint, one.reason), []).append(one)
    return _heaviest_first(Alike(alike[0], tuple(alike)) for alike in found.values())


def by_cause(findings: Iterable[Finding]) -> tuple[Alike, ...]:
    """
    Findings by the cause that several checkpoints have, the others by checkpoint; the heaviest first.

    Args:
        findings: findings of one kind.

    Returns:
        Each finding once.
    """
    told = tuple(findings)
    checkpoints: dict[str, set[str | None]] = {}
    for one in told:
        if one.cause is not None:
            checkpoints.setdefault(one.cause, set()).add(one.checkpoint)
    shared = {cause for cause, of in checkpoints.items() if len(of) > 1}
    groups: dict[str, list[Finding]] = {}
    for one in sorted(told, key=lambda it: GRADES.index(it.grade)):
        if one.cause in shared:
            groups.setdefault(one.cause or "", []).append(one)
    causes = (Alike(found[0], tuple(found), cause) for cause, found in groups.items())
    return _heaviest_first((*causes, *by_checkpoint(one for one in told if one.cause not in shared)))


def _heaviest_first(alike: Iterable[Alike]) -> tuple[Alike, ...]:
    return tuple(
        sorted(alike, key=lambda it: (GRADES.index(it.lead.grade), it.cause is None, -len(it.findings)))
    )


def burdens(findings: Iterable[Finding]) -> tuple[Burden, ...]:
    """
    Who must act on how much: nobody first, then who must do most.

    Args:
        findings: all findings.

    Returns:
        Each person once; persons who need not act are not there.
    """
    counts: dict[str | None, Counter[str]] = {}
    for one in findings:
        what = _sort_of_work(one)
        if what is not None:
            for person in dict.fromkeys(actor.person for actor in one.act) or (None,):
                counts.setdefault(person, Counter())[what] += 1
    found = (
        Burden(person, count["major"], count["minor"], count["prove"], count["answer"])
        for person, count in counts.items()
    )
    return tuple(
        sorted(
            found, key=lambda it: (it.person is not None, -it.major, -it.minor, -it.to_prove, -it.to_answer)
        )
    )


def _sort_of_work(finding: Finding) -> str | None:
    if is_nonconformity(finding):
        return "major" if finding.grade is Grade.MAJOR else "minor"
    return {FindingKind.UNPROVEN: "prove", FindingKind.UNANSWERED: "answer"}.get(finding.kind)


def signs(result: Result) -> tuple[Signs, ...]:
    """
    How many signs of each checkpoint hold and are proven.

    Args:
        result: the result.

    Returns:
        One for each checkpoint that has signs, in the order of the checklists.
    """
    verdicts: dict[tuple[str, str], list[JudgedFocus]] = {}
    for one in result.verdicts:
        verdicts.setdefault((one.checklist, one.checkpoint), []).append(one)

    def holding(checklist: str, ids: list[str], outcome: Callable[[JudgedFocus], Outcome]) -> bool:
        return all(_holds(map(outcome, verdicts.get((checklist, one), ()))) for one in ids)

    found = []
    for checklist, shown, groups in _groups(result):
        claimed = sum(holding(checklist, ids, lambda one: one.claimed.outcome) for ids in groups)
        proven = sum(holding(checklist, ids, lambda one: one.proven.outcome) for ids in groups)
        found.append(Signs(checklist, shown, len(groups), claimed, proven))
    return tuple(found)


def _groups(result: Result) -> Iterator[tuple[str, str, list[list[str]]]]:
    """For each checkpoint that has signs: its signs, halves of one together."""
    for checklist in result.checklists:
        outlines = [one for requirement in checklist.requirements for one in requirement.checkpoints]
        for shown in outlines:
            groups: dict[str, list[str]] = {}
            for one in outlines:
                if one.role in (Role.SIGN, Role.CLOSED_SIGN) and shown.id in one.shows:
                    groups.setdefault(one.sign_group or f"/{one.id}", []).append(one.id)
            if groups:
                yield checklist.id, shown.id, list(groups.values())


def _holds(outcomes: Iterable[Outcome]) -> bool:
    """Whether a sign holds: everywhere where it applies, and somewhere."""
    found = set(outcomes) - {Outcome.NOT_APPLICABLE}
    return found == {Outcome.CONFORMITY}


def mostly_undetermined(result: Result) -> bool:
    """Whether more than half of the verdicts are undetermined, every claim taken at its word."""
    return 2 * sum(one.claimed.outcome is Outcome.UNDETERMINED for one in result.verdicts) > len(
        result.verdicts
    )


# ------------------------------------------------------------------- atoms
def _is_guard(atom: Atom) -> bool:
    """Whether an atom lets a rule pass by what it is not about, or by which it is: ``!v.current || ...``."""
    if atom.fact in ("id", "kind"):
        return True
    if isinstance(atom.expected, bool):
        return atom.expected and atom.operator == "!="
    if atom.fact.endswith(_AGO):
        return atom.operator in (">", ">=")
    return atom.expected == 0 and atom.operator == "==" and ".filter(" not in atom.fact


def is_open(found: Found) -> bool:
    """Whether a fact is not known, or only between which ends it lies."""
    return found is None or (isinstance(found, tuple) and found[0] != found[1])


def telling(because: Iterable[Atom]) -> Iterator[Atom]:
    """
    The atoms that tell a reader most.

    Answers are told by themselves; a count of members is left out where the
    members themselves follow; and so is, where something else decided too, an
    alternative that nobody would choose: that a node were not there, or another
    one, or of another sort, or longer ago.

    Args:
        because: the atoms that decided.

    Yields:
        Those to be told, in the same order.
    """
    atoms = tuple(because)
    told_otherwise = [
        atom.fact.endswith(OF_ANSWERS)
        or (".filter(" in atom.fact and following is not None and following.focus != atom.focus)
        for atom, following in zip_longest(atoms, atoms[1:])
    ]
    left = [atom for atom, otherwise in zip(atoms, told_otherwise, strict=True) if not otherwise]
    mendable = [atom for atom in left if not _is_guard(atom)]
    yield from mendable or left
