"""
A verdict as a case: whether it fails, passes or is skipped, and what is told of it.

What falls short fails. What is undetermined, does not apply, was accepted
for a time, or is no more than an observation is skipped, with why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from attrs import frozen

from kamassess.findings.finding import Finding
from kamassess.model.terms import Outcome
from kamassess.report.arranging import GRADES, telling
from kamassess.report.wording import answer, in_language, message, reason, waived, who_acts
from kamassess.report.words import KINDS, OUTCOMES, tell, word
from kamassess.result import JudgedFocus, Result


class State(Enum):
    """How a case ended."""

    PASSED = auto()
    FAILED = auto()
    SKIPPED = auto()


@frozen
class Case:
    """
    A case.

    Args:
        of: the checklist and the requirement.
        name: the checkpoint and the focus.
        state: how it ended.
        message: why it failed or was skipped, in a sentence.
        sort: as what it fails.
        lines: all that is told of it.
    """

    of: str
    name: str
    state: State
    message: str = ""
    sort: str = ""
    lines: tuple[str, ...] = ()


def case(judged: JudgedFocus, found: tuple[Finding, ...], result: Result, language: str) -> Case:
    """
    A verdict as a case.

    Args:
        judged: the verdict.
        found: what was found of it.
        result: the result that both are of.
        language: ``nl`` or ``en``.

    Returns:
        The case.
    """
    outcome = judged.claimed.outcome
    lead = heaviest(found)
    said = message(lead, result, language) if lead else word(OUTCOMES, outcome, language)
    accepted = next((one.accepted for one in found if one.accepted is not None), None)
    state = _state(outcome, found)
    if state is State.SKIPPED and accepted is not None:
        said = f"{said} ({waived(accepted, result, language)})"
    answers = (f"{tell('answer', language)}: {answer(one, result, language)}" for one in judged.answers)
    # What passes is told of where it is still not proven.
    told = (*answers, *lines(found, result, language)) if found or state is not State.PASSED else ()
    sort = lead.kind if lead else outcome
    name = f"{judged.checkpoint} [{judged.focus}]"
    return Case(f"{judged.checklist}.{judged.requirement}", name, state, said, sort, tuple(told))


def _state(outcome: Outcome, found: tuple[Finding, ...]) -> State:
    if outcome is Outcome.CONFORMITY:
        return State.PASSED
    accepted = any(one.accepted is not None for one in found)
    if outcome is not Outcome.NONCONFORMITY or accepted or _is_observed(found):
        return State.SKIPPED
    return State.FAILED


def heaviest(found: Iterable[Finding]) -> Finding | None:
    """The first of the heaviest grade; ``None`` where nothing was found."""
    return min(found, key=lambda one: GRADES.index(one.grade), default=None)


def _is_observed(found: tuple[Finding, ...]) -> bool:
    """Whether nothing has a grade: it is of a sign, advice or a wish."""
    return bool(found) and all(one.grade is None for one in found)


def lines(found: Iterable[Finding], result: Result, language: str) -> Iterator[str]:
    """
    What is told of findings.

    Args:
        found: the findings.
        result: the result that they are of.
        language: ``nl`` or ``en``.

    Yields:
        Of each what it is, why it is so, what would mend it, who must act, and that it is accepted.
    """
    for one in found:
        yield f"{word(KINDS, one.kind, language)}: {message(one, result, language)}"
        yield from (f"- {reason(atom, result, language, one.focus)}" for atom in telling(one.because))
        if one.repair:
            yield f"{tell('repair', language)}: {in_language(one.repair, language)}"
        yield f"{tell('act', language)}: {'; '.join(who_acts(one, result, language))}"
        if one.accepted is not None:
            yield waived(one.accepted, result, language)
