"""
Whether a checklist is one that its scoring policy can score: levels, groups, weights, scales.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from kamassess.checklist.outline import CheckpointOutline, RequirementOutline
from kamassess.checklist.policy import (
    ByGroup,
    Ladder,
    Levels,
    MustAndSome,
    Part,
    ScoringPolicy,
    Stage,
    SumOfLevels,
    parts_of,
)


@frozen
class Misfit:
    """
    Something of a checklist that its policy cannot use.

    Args:
        at: the id of the checkpoint or requirement; ``None``: the checklist as a whole.
        sentence: what does not fit.
        is_requirement: whether ``at`` is a requirement; the two may have the same id.
    """

    at: str | None
    sentence: str
    is_requirement: bool = False


def misfits(policy: ScoringPolicy, requirements: tuple[RequirementOutline, ...]) -> Iterator[Misfit]:
    """
    All of a checklist that its policy cannot use.

    Args:
        policy: the policy.
        requirements: what is to be scored.

    Yields:
        Each misfit.
    """
    scored = [one for it in requirements for one in it.checkpoints if one.scored]
    yield from _wrong_scales(policy, scored)
    yield from _levels(policy, requirements)
    yield from _musts(policy, scored)
    yield from _groups(policy, requirements)
    if any(isinstance(one, Ladder) for one in parts_of(policy.requirement.part)):
        yield Misfit(None, f"{policy.id} has a ladder for each requirement; a ladder is for the checklist")
    if policy.checklist.maximum is None:
        for one in requirements:
            if one.gate is not None:
                message = (
                    f"a gate caps at a share of the score; {policy.id} has no maximum to take a share of"
                )
                yield Misfit(one.id, message, is_requirement=True)
    total = sum(one.weight for one in requirements)
    if policy.weights is not None and total != policy.weights:
        yield Misfit(
            None, f"by {policy.id} the weights of requirements sum to {policy.weights}; here to {total}"
        )


def _wrong_scales(policy: ScoringPolicy, scored: list[CheckpointOutline]) -> Iterator[Misfit]:
    for one in scored:
        if policy.scales and one.scale is not None and one.scale not in policy.scales:
            known = ", ".join(policy.scales)
            yield Misfit(
                one.id, f"{policy.id} is for answers on the scale {known}; this one is on {one.scale}"
            )


def _musts(policy: ScoringPolicy, scored: list[CheckpointOutline]) -> Iterator[Misfit]:
    """Checkpoints are told apart by what must be; requirements are not."""
    of_requirement, of_checklist = (
        any(isinstance(it, MustAndSome) for it in parts_of(stage.part))
        for stage in (policy.requirement, policy.checklist)
    )
    if of_checklist and not policy.flat:
        yield Misfit(None, f"{policy.id} tells checkpoints apart by what must be; say 'flat: true' in it")
    elif (of_requirement or of_checklist) and not any(one.must for one in scored):
        yield Misfit(None, f"{policy.id} tells what must be apart; mark these checkpoints with 'must: true'")


def _levels(policy: ScoringPolicy, requirements: tuple[RequirementOutline, ...]) -> Iterator[Misfit]:
    """What is on no level, or above the top, counts nowhere; a level of nothing asks for nothing."""
    of_checkpoints = {
        one.id: [(it.id, it.level) for it in one.checkpoints if it.scored] for one in requirements
    }
    for name, there in of_checkpoints.items():
        yield from _of_levels(policy, policy.requirement.part, name, there, "checkpoint", first=1)
    if policy.flat:
        every = [it for there in of_checkpoints.values() for it in there]
        yield from _of_levels(policy, policy.checklist.part, None, every, "checkpoint", first=1)
    else:
        # CMMI has no process areas on level 1: below the first there is nothing to reach.
        every = [(one.id, one.level) for one in requirements]
        first = min((level for _, level in every if level is not None), default=1)
        yield from _of_levels(policy, policy.checklist.part, None, every, "requirement", first=first)


def _of_levels(
    policy: ScoringPolicy,
    part: Part,
    name: str | None,
    there: list[tuple[str, int | None]],
    what: str,
    *,
    first: int,
) -> Iterator[Misfit]:
    for one in parts_of(part):
        if not isinstance(one, Levels | SumOfLevels):
            continue
        top = one.top if isinstance(one, Levels) else None
        for id_, level in there:
            if level is None:
                message = f"{policy.id} counts by level; say on which 'level' this {what} is"
                yield Misfit(id_, message, is_requirement=what == "requirement")
            elif top is not None and level > top:
                message = f"the highest level of {policy.id} is {top}; this {what} is on {level}"
                yield Misfit(id_, message, is_requirement=what == "requirement")
        found = {level for _, level in there if level is not None and (top is None or level <= top)}
        gap = next((level for level in range(first, max(found, default=0)) if level not in found), None)
        if gap is not None:
            message = f"no {what} is on level {gap}, so that it is reached by doing nothing"
            yield Misfit(name, message, is_requirement=True)


def _groups(policy: ScoringPolicy, requirements: tuple[RequirementOutline, ...]) -> Iterator[Misfit]:
    groups = {one.group for one in requirements}
    for part in parts_of(policy.checklist.part):
        if isinstance(part, ByGroup) and None in groups:
            for one in requirements:
                if one.group is None:
                    message = f"{policy.id} counts by group; say to which 'group' this requirement belongs"
                    yield Misfit(one.id, message, is_requirement=True)
        if isinstance(part, Ladder):
            yield from _rungs(policy, part, requirements)


def _rungs(
    policy: ScoringPolicy, ladder: Ladder, requirements: tuple[RequirementOutline, ...]
) -> Iterator[Misfit]:
    stage = policy.requirement
    for rung in ladder.rungs:
        title = rung.title.get("en") or rung.title.get("nl", "")
        basis = [one for one in requirements if not rung.groups or one.group in rung.groups]
        if policy.flat:
            most = Fraction(sum(it.weight for one in basis for it in one.checkpoints if it.scored))
        else:
            most = sum((one.weight * _most(one, stage) for one in basis), Fraction(0))
        if most < rung.at_least:
            yield Misfit(
                None,
                f"the rung '{title}' of {policy.id} takes {float(rung.at_least):g} points, "
                f"and there are {float(most):g} at most: nobody can reach it",
            )


def _most(one: RequirementOutline, stage: Stage) -> Fraction:
    """The highest that a requirement comes to; of points, the weight of its checkpoints."""
    if stage.maximum is None:
        return Fraction(sum(it.weight for it in one.checkpoints if it.scored))
    return Fraction(stage.maximum, stage.times)
