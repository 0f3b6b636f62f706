"""The laws of scores: exact at both ends, against every completion of small cases."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from attrs import evolve, frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from kamassess.checklist.outline import ChecklistOutline, outline
from kamassess.checklist.policy import Gate
from kamassess.checklist.reading import checklist_from_data
from kamassess.checklist.requirement import Checklist
from kamassess.engine.verdict import Possible
from kamassess.model.terms import ORGANISATION, Outcome
from kamassess.scoring.bounds import Bounds, Item, mean
from kamassess.scoring.evaluating import evaluate
from kamassess.scoring.score import Score
from tests.norm import checkpoint

HALVES = st.sampled_from([Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1)])


@st.composite
def items(draw: st.DrawFn) -> Item:
    low, high = sorted((draw(HALVES), draw(HALVES)))
    return Item(low, high, draw(st.integers(0, 3)), draw(st.booleans()))


def completions_of(listed: list[Item]) -> Iterator[Fraction | None]:
    """The mean of every completion: each optional item there or not, each value at either end."""
    ends = [(one.low, one.high, *([None] if one.optional else [])) for one in listed]
    for values in product(*ends):
        there = [(value, one.weight) for value, one in zip(values, listed, strict=True) if value is not None]
        whole = sum(weight for _, weight in there)
        yield sum(value * weight for value, weight in there) / whole if whole else None


class TestMeans:
    """'A mean with optional graded items is not monotone: its exact ends are those of its completions.'"""

    @given(st.lists(items(), max_size=5))
    def test_the_bounds_of_a_mean_are_those_of_every_completion(self, listed: list[Item]) -> None:
        found = list(completions_of(listed))
        known = [one for one in found if one is not None]
        expected = Bounds(min(known), max(known), None in found) if known else None
        assert mean(listed) == expected

    @given(st.lists(items(), min_size=1, max_size=5), st.data())
    def test_a_higher_value_never_lowers_a_mean(self, listed: list[Item], drawn: st.DataObject) -> None:
        at = drawn.draw(st.integers(0, len(listed) - 1))
        raised = [evolve(one, low=one.high) if number == at else one for number, one in enumerate(listed)]
        before, after = mean(listed), mean(raised)
        assert (before is None) is (after is None)
        if before and after:
            assert before.low <= after.low
            assert before.high <= after.high


NORM: Checklist = checklist_from_data(
    {
        "id": "scores",
        "version": "1",
        "title": "Scores",
        "source": {"title": "None"},
        "requirements": [
            {
                "id": "one",
                "title": "One",
                "checkpoints": [
                    checkpoint("S-1", ask="?"),
                    checkpoint("S-2", ask="?", weight=2),
                    checkpoint("S-3", role="advice", ask="?"),
                ],
            },
            {
                "id": "two",
                "title": "Two",
                "weight": 3,
                "checkpoints": [checkpoint("S-4", ask="?", scale="level-0-5")],
            },
            {"id": "three", "title": "Three", "weight": 0, "checkpoints": [checkpoint("S-5", ask="?")]},
            {"id": "none", "title": "None", "checkpoints": []},
        ],
    }
)
OUTLINE: ChecklistOutline = outline(NORM)
OUTCOMES = (Outcome.CONFORMITY, Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE)
WORTH = {Outcome.CONFORMITY: Fraction(1), Outcome.NONCONFORMITY: Fraction(0)}


def possible(*outcomes: Outcome) -> Possible:
    values = [WORTH[one] for one in outcomes if one in WORTH]
    return Possible(
        tuple(one for one in OUTCOMES if one in outcomes), (min(values), max(values)) if values else None
    )


@frozen
class Verdict:
    """A verdict of which the same is claimed and proven."""

    checkpoint: str
    focus: str
    claimed: Possible
    checklist: str = "scores"
    open: bool = False

    @property
    def proven(self) -> Possible:
        return self.claimed


@st.composite
def verdicts(draw: st.DrawFn) -> tuple[Verdict, ...]:
    """For each checkpoint a few foci, each with what remains possible; proven as claimed."""
    found = []
    for one in NORM.checkpoints:
        for number in range(draw(st.integers(0, 2))):
            remaining = possible(*draw(st.sets(st.sampled_from(OUTCOMES), min_size=1)))
            found.append(Verdict(one.id, f"kpi:{number}", remaining))
    return tuple(found)


def every(found: tuple[Verdict, ...]) -> Iterator[tuple[Verdict, ...]]:
    """Every completion of verdicts: one outcome each."""
    for outcomes in product(*(one.claimed.outcomes for one in found)):
        decided = (possible(one) for one in outcomes)
        yield tuple(evolve(one, claimed=it) for one, it in zip(found, decided, strict=True))


def scores(found: tuple[Verdict, ...], gate: Gate | None = None) -> dict[str | None, Score]:
    requirements = tuple(evolve(one, gate=gate if one.id == "one" else None) for one in OUTLINE.requirements)
    return {one.requirement: one for one in evaluate([evolve(OUTLINE, requirements=requirements)], found)}


GATES = st.none() | st.builds(
    Gate, st.sampled_from(["S-1", "S-2", "S-4", "S-5"]), st.sampled_from([0.0, 0.25, 0.5, 1.0])
)


class TestScores:
    """'Under each reading the interval contains the score of every completion of what is unknown.'"""

    @given(verdicts(), GATES)
    def test_the_ends_of_a_score_are_those_of_every_completion(
        self, found: tuple[Verdict, ...], gate: Gate | None
    ) -> None:
        assume(len(found) <= 6)
        completed = [scores(one, gate) for one in every(found)]
        for requirement, score in scores(found, gate).items():
            known = [one[requirement].claimed for one in completed]
            values = [one for one in known if one is not None]
            assert score.claimed == (min(values) if values else None), requirement
            assert score.possible == (max(values) if values else None), requirement
            assert score.may_be_empty is (None in known), requirement

    @given(verdicts(), GATES, st.data())
    def test_a_better_outcome_never_lowers_the_total(
        self, found: tuple[Verdict, ...], gate: Gate | None, drawn: st.DataObject
    ) -> None:
        failing = [
            number for number, one in enumerate(found) if one.claimed.outcomes == (Outcome.NONCONFORMITY,)
        ]
        assume(failing)
        at = drawn.draw(st.sampled_from(failing))
        mended = possible(drawn.draw(st.sampled_from((Outcome.CONFORMITY, Outcome.NOT_APPLICABLE))))
        better = tuple(
            evolve(one, claimed=mended) if number == at else one for number, one in enumerate(found)
        )
        before, after = scores(found, gate)[None], scores(better, gate)[None]
        if before.claimed is not None and after.claimed is not None:
            assert before.claimed <= after.claimed
            assert before.possible is not None
            assert after.possible is not None
            assert before.possible <= after.possible

    @given(verdicts())
    def test_the_order_of_verdicts_does_not_matter(self, found: tuple[Verdict, ...]) -> None:
        assert scores(found) == scores(found[::-1])


def test_the_focus_of_a_verdict_does_not_count() -> None:
    one = Verdict("S-1", ORGANISATION, possible(Outcome.CONFORMITY))
    assert scores((one,))[None].claimed == scores((evolve(one, focus="kpi:x"),))[None].claimed == 1
