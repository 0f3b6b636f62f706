"""
Before and after: what two assessments of one organisation say differently, and why that can be.

A finding that is there no longer is not for that reason solved: what became unknown
is unknown, and what nobody asks any more is gone. Why something changed is told as far as the two
assessments show it: where only the day differs, the day did it; where the description differs too, it may
be either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from itertools import chain as joined

from attrs import frozen

from kamassess.errors import InvalidCall
from kamassess.findings.finding import Finding
from kamassess.model.terms import FindingKind, Outcome
from kamassess.result import JudgedFocus, Result
from kamassess.scoring.score import ENDS, Score
from kamassess.showing.shown import Shown


class How(StrEnum):
    """What became of a finding."""

    NEW = "new"
    """It was not there before."""
    OPEN = "open"
    """It was there, and is."""
    SOLVED = "solved"
    """What was asked is so now."""
    WORSE = "worse"
    """What was to be proven or found out has turned out to be a nonconformity."""
    UNKNOWN = "unknown"
    """Whether it is still so is not known any more."""
    GONE = "gone"
    """What it was about is not there any more, does not apply, or is not asked."""


class Origin(StrEnum):
    """Where a change can come from."""

    DESCRIPTION = "description"
    CHECKLIST = "checklist"
    PARAMETERS = "parameters"
    DAY = "day"
    SOFTWARE = "software"
    """Another version of kamassess."""


@frozen(repr=False)
class Change(Shown):
    """
    A finding, before and after.

    Args:
        finding: the finding as it is; as it was, where it is not there any more.
        how: what became of it.
        certain: of what is solved, whether that is proven too; of the others, whether the finding is.
        before: of what is still open, the finding as it was.
        origins: where the change can come from; of what is still open: none.
    """

    finding: Finding
    how: How
    certain: bool
    before: Finding | None = None
    origins: frozenset[Origin] = frozenset()

    def _brief(self) -> Mapping[str, object]:
        return {"how": self.how, **self.finding._brief(), "certain": self.certain}

    def _parts(self) -> Mapping[str, object]:
        return {**self._brief(), "before": self.before, "origins": self.origins}

    @property
    def by_description(self) -> bool:
        """Whether the description can have to do with it; else only what is beside it: checklist or day."""
        return Origin.DESCRIPTION in self.origins


@frozen(repr=False)
class Moved(Shown):
    """
    A score, before and after.

    Args:
        checklist: the checklist.
        requirement: the requirement; ``None``: the checklist as a whole.
        before: the score as it was; ``None`` where it was not scored.
        after: the score as it is; ``None`` where it is not scored any more.
    """

    checklist: str
    requirement: str | None
    before: Score | None
    after: Score | None

    def _parts(self) -> Mapping[str, object]:
        numbers = {end: (getattr(self.before, end, None), getattr(self.after, end, None)) for end in ENDS}
        return {"checklist": self.checklist, "requirement": self.requirement, **numbers}

    @property
    def comparable(self) -> bool:
        """Whether the two are on one scale: else their numbers say nothing of each other."""
        return (
            self.before is not None
            and self.after is not None
            and (self.before.policy, self.before.scale, self.before.maximum)
            == (self.after.policy, self.after.scale, self.after.maximum)
        )

    def by(self) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
        """By how much proven, claimed and possible moved; ``None`` where one of the two is not there."""
        if self.before is None or self.after is None or not self.comparable:
            return (None, None, None)
        return (
            _difference(self.before.proven, self.after.proven),
            _difference(self.before.claimed, self.after.claimed),
            _difference(self.before.possible, self.after.possible),
        )


@frozen(repr=False)
class Changes(Shown):
    """
    What two assessments say differently.

    Args:
        earlier: the assessment before.
        later: the assessment after.
        findings: every finding of either, in the order of the later assessment, then of the earlier.
        scores: every score of either.
        differing: what differs between the two at all: where any change can come from.
    """

    earlier: Result
    later: Result
    findings: tuple[Change, ...]
    scores: tuple[Moved, ...]
    differing: frozenset[Origin]

    def _brief(self) -> Mapping[str, object]:
        counts = {str(how): len(self.of(how)) for how in How}
        return {"earlier": self.earlier.as_of, "later": self.later.as_of, **counts}

    def _parts(self) -> Mapping[str, object]:
        return {**self._brief(), "differing": self.differing, "scores": self.scores}

    def told_by(self, change: Change) -> Result:
        """The assessment that has a finding, which knows the names in it: the later one where both do."""
        return self.later if change.how in (How.NEW, How.OPEN) else self.earlier

    def of(self, *how: How) -> tuple[Change, ...]:
        """The findings of which this became."""
        return tuple(one for one in self.findings if one.how in how)


def compare_results(earlier: Result, later: Result) -> Changes:
    """
    Compare two assessments of one organisation, by the ids of their findings.

    Args:
        earlier: the assessment before.
        later: the assessment after.

    Returns:
        What is new, solved and still open, and how the scores moved.

    Raises:
        InvalidCall: they are of two organisations, or the earlier one is of a later day.
    """
    if earlier.organisation.id != later.organisation.id:
        raise InvalidCall(
            f"these are assessments of two organisations, '{earlier.organisation.id}' and "
            f"'{later.organisation.id}'; before and after are of one"
        )
    if earlier.as_of > later.as_of:
        raise InvalidCall(
            f"the first assessment is of {earlier.as_of}, after the second, of {later.as_of}; "
            "give the earlier one first"
        )
    differing = frozenset(_differing(earlier, later))
    changes = tuple(_changes(earlier, later, differing))
    return Changes(earlier, later, changes, tuple(_moved(earlier, later)), differing)


# ------------------------------------------------------------------ what differs
class _Assessed:
    """An assessment, to look things up in."""

    def __init__(self, result: Result) -> None:
        self.hashes = {one.id: one.sha256 for one in result.checklists}
        self.verdicts = {(one.checklist, one.checkpoint, one.focus): one for one in result.verdicts}
        self.requirements: dict[tuple[str, str], list[JudgedFocus]] = {
            (checklist.id, one.id): [] for checklist in result.checklists for one in checklist.requirements
        }
        for one in result.verdicts:
            self.requirements[one.checklist, one.requirement].append(one)
        self.checkpoints = result.outlines.keys()

    def asks(self, finding: Finding) -> bool:
        """Whether what a finding is of is asked here."""
        if finding.checkpoint is None:
            return (finding.checklist, finding.requirement) in self.requirements
        return (finding.checklist, finding.checkpoint) in self.checkpoints


def _differing(earlier: Result, later: Result) -> Iterator[Origin]:
    if earlier.organisation.sha256 != later.organisation.sha256:
        yield Origin.DESCRIPTION
    if {(one.id, one.sha256) for one in earlier.checklists} != {
        (one.id, one.sha256) for one in later.checklists
    }:
        yield Origin.CHECKLIST
    shared = earlier.parameters.keys() & later.parameters.keys()
    if any(earlier.parameters[one] != later.parameters[one] for one in shared):
        yield Origin.PARAMETERS
    if earlier.as_of != later.as_of:
        yield Origin.DAY
    if earlier.run.kamassess != later.run.kamassess:
        yield Origin.SOFTWARE


def _origins(
    finding: Finding, was: _Assessed, now: _Assessed, differing: frozenset[Origin]
) -> frozenset[Origin]:
    if not (was.asks(finding) and now.asks(finding)):
        return frozenset({Origin.CHECKLIST})
    same = was.hashes[finding.checklist] == now.hashes[finding.checklist]
    return differing - {Origin.CHECKLIST} if same else differing


# ------------------------------------------------------------------ findings
def _changes(earlier: Result, later: Result, differing: frozenset[Origin]) -> Iterator[Change]:
    was, now = _Assessed(earlier), _Assessed(later)
    before = {one.id: one for one in earlier.findings}
    for one in later.findings:
        if one.id in before:
            yield Change(one, How.OPEN, one.certain, before.pop(one.id))
        else:
            yield Change(one, How.NEW, one.certain, None, _origins(one, was, now, differing))
    for one in before.values():
        how, certain = _became(one, now)
        yield Change(one, how, certain, None, _origins(one, was, now, differing))


def _became(before: Finding, now: _Assessed) -> tuple[How, bool]:
    """What became of a finding that is not there any more, and whether that is certain."""
    if not now.asks(before):
        return How.GONE, True
    if before.checkpoint is None:
        return _of_requirement(now.requirements[before.checklist, before.requirement])
    judged = now.verdicts.get((before.checklist, before.checkpoint, before.focus))
    if judged is None:
        return How.GONE, True
    claimed, proven = judged.claimed.outcome, judged.proven.outcome
    if claimed is Outcome.UNDETERMINED:
        return How.UNKNOWN, False
    if claimed is Outcome.NOT_APPLICABLE:
        return How.GONE, proven is claimed
    if claimed is Outcome.CONFORMITY or before.kind is FindingKind.CONTRADICTION:
        return How.SOLVED, proven is claimed
    return How.WORSE, proven is claimed


def _of_requirement(verdicts: list[JudgedFocus]) -> tuple[How, bool]:
    """What became of a finding on a whole requirement: too few are left that fail, or that is not known."""
    claimed = [one.claimed.outcome for one in verdicts]
    proven = [one.proven.outcome for one in verdicts]
    if Outcome.UNDETERMINED in claimed:
        return How.UNKNOWN, False
    nothing_applies = set(claimed) <= {Outcome.NOT_APPLICABLE}
    return (How.GONE if nothing_applies else How.SOLVED), claimed == proven


# ------------------------------------------------------------------ scores
def _moved(earlier: Result, later: Result) -> Iterator[Moved]:
    before = {(one.checklist, one.requirement): one for one in earlier.scores}
    after = {(one.checklist, one.requirement): one for one in later.scores}
    for place in dict.fromkeys(joined(after, before)):
        yield Moved(*place, before.get(place), after.get(place))


def _difference(before: Fraction | None, after: Fraction | None) -> Fraction | None:
    return None if before is None or after is None else after - before
