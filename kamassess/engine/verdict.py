"""
Verdicts: what is still possible of a checkpoint at a focus, under both readings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property
from typing import Final

from attrs import frozen

from kamassess.checklist.compiled import APPLIES, BESIDE, GRAPH, Compiled, CompiledCheckpoint
from kamassess.engine.protocol import Decisions, Truth, Verdicts
from kamassess.facts.answering import Answers, share
from kamassess.graph.view import View
from kamassess.model.terms import ORGANISATION, Outcome, Reading
from kamassess.showing.shown import Shown

Range = tuple[Fraction, Fraction]

ZERO: Final = Fraction(0)
ONE: Final = Fraction(1)


@frozen(cache_hash=True)
class Possible(Shown):
    """
    What remains possible under a reading.

    Args:
        outcomes: the outcomes that remain, at least one, in the order conformity to not applicable.
        value: the lowest and the highest value from 0 to 1; ``None`` where it does not apply.
    """

    outcomes: tuple[Outcome, ...]
    value: Range | None

    def __str__(self) -> str:
        return " or ".join(self.outcomes)

    @cached_property
    def outcome(self) -> Outcome:
        """The one outcome that remains; undetermined where there are more."""
        return self.outcomes[0] if len(self.outcomes) == 1 else Outcome.UNDETERMINED


@frozen
class Verdict:
    """
    What was decided of a checkpoint at a focus.

    Args:
        compiled: the checkpoint.
        focus: ``kind:id``, or ``organisation``.
        claimed: what remains possible when every claim is taken at its word.
        proven: what remains possible when only certain claims are; never less than ``claimed``.
        graph: whether its graph side is so, as claimed, where somebody is asked as well.
        answered: whether its answer conforms, as claimed, where somebody is asked as well.
        open: whether it stands for further nodes that are not described, however many.
    """

    compiled: CompiledCheckpoint
    focus: str
    claimed: Possible
    proven: Possible
    graph: Truth = None
    answered: Truth = None
    open: bool = False

    def under(self, reading: Reading) -> Possible:
        """What remains possible under a reading."""
        return self.claimed if reading is Reading.CLAIMED else self.proven


_CONFORMS: Final = Possible((Outcome.CONFORMITY,), (ONE, ONE))
_FAILS: Final = Possible((Outcome.NONCONFORMITY,), (ZERO, ZERO))
_NOT_APPLICABLE: Final = Possible((Outcome.NOT_APPLICABLE,), None)
_EITHER: Final = Possible((Outcome.CONFORMITY, Outcome.NONCONFORMITY), (ZERO, ONE))
_ANY: Final = Possible((Outcome.CONFORMITY, Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE), (ZERO, ONE))
_HELD: Final = {True: _CONFORMS, False: _FAILS, None: _EITHER}


def judge(
    compiled: Compiled, decided: Verdicts, answers: Answers, claimed: View, proven: View
) -> tuple[Verdict, ...]:
    """
    Turn what an engine decided into verdicts.

    Args:
        compiled: the checklists.
        decided: each rule at each focus, under both readings.
        answers: what was answered.
        claimed: the graph, every claim taken at its word.
        proven: the graph, uncertain claims taken as unknown.

    Returns:
        A verdict for each checkpoint at each of its foci, in the order of the checklists.
    """
    return tuple(
        verdict
        for one in compiled.checkpoints
        for verdict in _verdicts(one, decided, answers, claimed, proven)
    )


def _verdicts(
    one: CompiledCheckpoint, decided: Verdicts, answers: Answers, claimed: View, proven: View
) -> Iterator[Verdict]:
    as_claimed = _judgement(one, decided.claimed, answers, Reading.CLAIMED)
    as_proven = _judgement(one, decided.proven, answers, Reading.PROVEN)
    graph = {} if one.graph is None else decided.claimed[one.rule + GRAPH]

    def verdict(focus: str, proven: Possible) -> Verdict:
        if one.graph is None:
            return Verdict(one, focus, as_claimed(focus), proven)
        return Verdict(
            one, focus, as_claimed(focus), proven, graph[focus], _answer_conforms(one, focus, answers)
        )

    each = one.checkpoint.each
    if each == ORGANISATION:
        yield verdict(ORGANISATION, as_proven(ORGANISATION))
        return
    foci = claimed.graph.kinds[each]
    if_none = _FAILS if one.checkpoint.if_none is Outcome.NONCONFORMITY else _NOT_APPLICABLE
    # In the completion in which none of the possible nodes is there, it counts what having none means.
    if_absent = _NOT_APPLICABLE if proven.all(each).certain else if_none
    for focus in foci:
        possible = as_proven(focus)
        if proven.exists(focus) is None:
            possible = _also(possible, if_absent, _NOT_APPLICABLE)
        yield verdict(focus, possible)
    if not claimed.graph.is_described(each):
        yield Verdict(one, ORGANISATION, _ANY, _ANY, open=True)
    elif not foci:
        yield Verdict(one, ORGANISATION, if_none, if_none)


def _judgement(
    one: CompiledCheckpoint, decided: Decisions, answers: Answers, reading: Reading
) -> Callable[[str], Possible]:
    """The function that says what remains possible of a checkpoint at a focus."""
    truths, scale = decided[one.rule], one.checkpoint.scale

    def held(focus: str) -> Possible:
        return _HELD[truths[focus]]

    def graded(focus: str) -> Possible:
        beside = decided[one.rule + BESIDE][focus] if one.beside is not None else True
        worth = share(one, answers.at(one.rule, focus), reading)
        return Possible(held(focus).outcomes, _graded(worth, beside))

    whole = graded if scale is not None and scale.is_graded else held
    if one.applies is None:
        return whole
    applies = decided[one.rule + APPLIES]

    def where_it_applies(focus: str) -> Possible:
        if applies[focus] is False:
            return _NOT_APPLICABLE
        return whole(focus) if applies[focus] else _also(whole(focus), _NOT_APPLICABLE)

    return where_it_applies


def _graded(worth: Fraction | None, beside: Truth) -> Range:
    """The value of a graded answer: nothing where what must hold beside it fails."""
    if beside is False:
        return (ZERO, ZERO)
    low, high = (ZERO, ONE) if worth is None else (worth, worth)
    return (low, high) if beside else (ZERO, high)


def _also(*possible: Possible) -> Possible:
    """What remains possible when each of these does."""
    outcomes = {outcome for one in possible for outcome in one.outcomes}
    values = [one.value for one in possible if one.value is not None]
    return Possible(
        tuple(outcome for outcome in _ANY.outcomes if outcome in outcomes),
        (min(low for low, _ in values), max(high for _, high in values)) if values else None,
    )


def _answer_conforms(one: CompiledCheckpoint, focus: str, answers: Answers) -> Truth:
    scale, worth = one.checkpoint.scale, share(one, answers.at(one.rule, focus), Reading.CLAIMED)
    return None if worth is None or scale is None else worth >= scale.conforms_from
