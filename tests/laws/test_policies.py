"""The laws of scoring policies: bounds are exact, published figures are the plain formula, better is never worse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

from attrs import evolve, frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, RequirementOutline
from kamassess.checklist.policy import ScoringPolicy
from kamassess.checklist.requirement import Source
from kamassess.checklist.scoring import POLICIES
from kamassess.engine.verdict import Possible
from kamassess.model.terms import Outcome, Reading, Role
from kamassess.scoring.evaluating import combined, scores, whole
from kamassess.scoring.worth import under

YES, NO, NONE = Outcome.CONFORMITY, Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE
Value = Fraction | None
"""What a focus turns out to be worth; ``None``: it does not apply."""


@frozen
class Judged:
    """A verdict of which the same is claimed and proven."""

    checkpoint: str
    focus: str
    claimed: Possible
    checklist: str = "norm"
    open: bool = False

    @property
    def proven(self) -> Possible:
        return self.claimed


def known(value: Value) -> Possible:
    """What is known for sure; on a graded scale only all conforms."""
    if value is None:
        return Possible((NONE,), None)
    return Possible((YES if value == 1 else NO,), (value, value))


HALF, ONE, ZERO = Fraction(1, 2), Fraction(1), Fraction(0)

#: What remains possible, with what it can turn out to be.
REMAINING: tuple[tuple[Possible, tuple[Value, ...]], ...] = (
    *((known(one), (one,)) for one in (ZERO, HALF, ONE, None)),
    (Possible((YES, NO), (ZERO, ONE)), (ZERO, HALF, ONE)),
    (Possible((YES, NONE), (ONE, ONE)), (ONE, None)),
    (Possible((NO, NONE), (ZERO, ZERO)), (ZERO, None)),
    (Possible((NO, NONE), (HALF, HALF)), (HALF, None)),
    (Possible((YES, NO, NONE), (ZERO, ONE)), (ZERO, HALF, ONE, None)),
)


@st.composite
def norms(draw: st.DrawFn) -> tuple[ChecklistOutline, dict[str, list[tuple[Possible, tuple[Value, ...]]]]]:
    """A small checklist, and what remains possible at the foci of each checkpoint."""
    requirements, remaining = [], {}
    for name in draw(st.sampled_from(("A", "AB", "ABC"))):
        checkpoints = []
        for number in range(draw(st.integers(1, 2))):
            id_ = f"{name}{number}"
            checkpoints.append(
                CheckpointOutline(
                    id_, {}, Role.REQUIREMENT, None, True,
                    weight=draw(st.sampled_from((1, 2, 3, 0))),
                    level=draw(st.integers(1, 3)),
                    must=draw(st.booleans()),
                    shares=(ZERO, HALF, ONE),
                )
            )  # fmt: skip
            remaining[id_] = draw(st.lists(st.sampled_from(REMAINING), min_size=1, max_size=2))
        requirements.append(
            RequirementOutline(
                name, {}, tuple(checkpoints),
                weight=draw(st.sampled_from((1, 2, 30, 0))),
                level=draw(st.integers(1, 3)),
                group=draw(st.sampled_from(("organisation", "result"))),
            )
        )  # fmt: skip
    outline = ChecklistOutline(
        "norm", "1", "", {}, Source(""), tuple(requirements), POLICIES["weighted-mean"]
    )
    return outline, remaining


def judged(remaining: dict[str, list[Possible]]) -> dict[str, list[Judged]]:
    return {id_: [Judged(id_, f"f{n}", one) for n, one in enumerate(foci)] for id_, foci in remaining.items()}


Completed = dict[str, list[Value]]
"""What each checkpoint turns out to be worth at its foci."""


def completions(remaining: dict[str, list[tuple[Possible, tuple[Value, ...]]]]) -> Iterator[Completed]:
    keys = [(id_, n) for id_, foci in remaining.items() for n in range(len(foci))]
    for chosen in product(*(remaining[id_][n][1] for id_, n in keys)):
        found: Completed = {id_: [] for id_ in remaining}
        for (id_, _), value in zip(keys, chosen, strict=True):
            found[id_].append(value)
        yield found


# ------------------------------------------------------------------------- each formula, written out plainly
def mean(pairs: list[tuple[Value, int]]) -> Value:
    weighing = [(value, weight) for value, weight in pairs if value is not None and weight]
    total = sum(weight for _, weight in weighing)
    return sum((value * weight for value, weight in weighing), ZERO) / total if total else None


def mean_of(values: list[Value]) -> Value:
    return mean([(one, 1) for one in values])


def lowest_of(values: list[Value]) -> Value:
    return min((one for one in values if one is not None), default=None)


def passing(values: list[Value]) -> list[Value]:
    """Pass or fail, without partial credit."""
    return [one if one is None else Fraction(one == 1) for one in values]


def level(values: list[tuple[Value, int | None]], top: int, own: Fraction, below: Fraction) -> Value:
    """The highest level k of which all is more than ``own``, and of which all below is more than ``below``."""
    there = [(value, on) for value, on in values if value is not None]
    if not there:
        return None
    reached = [
        k
        for k in range(1, top + 1)
        if all(value > own for value, on in there if on == k)
        and all(value > max(own, below) for value, on in there if on is not None and on < k)
    ]
    return Fraction(max(reached, default=0))


Plain = Callable[[ChecklistOutline, Completed], Value]


def by_requirement(of: Callable[[RequirementOutline, Completed], Value], over: Callable[..., Value]) -> Plain:
    return lambda norm, values: over([(of(one, values), one) for one in norm.requirements])


def checkpoints(norm: ChecklistOutline) -> list[CheckpointOutline]:
    return [it for one in norm.requirements for it in one.checkpoints]


def weighted(one: RequirementOutline, values: Completed) -> Value:
    return mean([(mean_of(values[it.id]), it.weight) for it in one.checkpoints])


def vca(norm: ChecklistOutline, values: Completed) -> Value:
    found = [(lowest_of(passing(values[it.id])), it.must) for it in checkpoints(norm)]
    must = [value for value, is_must in found if is_must and value is not None]
    rest = [value for value, is_must in found if not is_must and value is not None]
    if not must and not rest:
        return None
    return Fraction(all(one == 1 for one in must) and (not rest or 2 * sum(rest) >= len(rest)))


def sprs(norm: ChecklistOutline, values: Completed) -> Value:
    found = [(lowest_of(passing(values[it.id])), it.weight) for it in checkpoints(norm)]
    there = [(value, weight) for value, weight in found if value is not None]
    return Fraction(110 - sum(weight for value, weight in there if value == 0)) if there else None


def badge(norm: ChecklistOutline, values: Completed) -> Value:
    met = [
        (min(Fraction(one is None or one == 1) for one in values[it.id]), min(it.weight, 1))
        for it in checkpoints(norm)
    ]
    return mean(met)


def samm_practice(one: RequirementOutline, values: Completed) -> Value:
    on = {it.level for it in one.checkpoints}
    found = [
        mean([(mean_of(values[it.id]), it.weight) for it in one.checkpoints if it.level == level])
        for level in on
    ]
    there = [it for it in found if it is not None]
    return sum(there, ZERO) if there else None


def by_function(found: list[tuple[Value, RequirementOutline]]) -> Value:
    groups = {one.group for _, one in found}
    of_group = [
        mean([(value, min(one.weight, 1)) for value, one in found if one.group == group]) for group in groups
    ]
    return mean_of(of_group)


def ladder(*rungs: tuple[int, str | None]) -> Callable[[list[tuple[Value, RequirementOutline]]], Value]:
    def climbed(found: list[tuple[Value, RequirementOutline]]) -> Value:
        there = [(value, one) for value, one in found if value is not None]
        if not there:
            return None
        reached = 0
        for at_least, group in rungs:
            points = sum((value * one.weight for value, one in there if group in (None, one.group)), ZERO)
            if points < at_least:
                break
            reached += 1
        return Fraction(reached)

    return climbed


def weights(found: list[tuple[Value, RequirementOutline]]) -> Value:
    return mean([(value, one.weight) for value, one in found])


def flat(
    count: Callable[[list[Value]], Value], *, plain: bool = False
) -> Callable[..., list[tuple[Value, int]]]:
    def listed(norm: ChecklistOutline, values: Completed) -> list[tuple[Value, int]]:
        return [(count(values[it.id]), min(it.weight, 1) if plain else it.weight) for it in checkpoints(norm)]

    return listed


def total(pairs: list[tuple[Value, int]]) -> Value:
    there = [(value, weight) for value, weight in pairs if value is not None and weight]
    return sum((value * weight for value, weight in there), ZERO) if there else None


def all_of(values: list[Value], own: Fraction) -> Value:
    there = [one for one in values if one is not None]
    return Fraction(all(one > own for one in there)) if there else None


def domain(top: int, below: Fraction) -> Callable[[RequirementOutline, Completed], Value]:
    """Nobody reaches a level that a domain does not ask for."""
    return lambda one, values: level(
        [(lowest_of(values[it.id]), it.level) for it in one.checkpoints],
        min(top, max(it.level or 0 for it in one.checkpoints)),
        HALF,
        below,
    )


def passes(value: Value, share: Fraction) -> Value:
    return None if value is None else Fraction(value >= share)


PLAIN: dict[str, Plain] = {
    "weighted-mean": by_requirement(weighted, weights),
    "mean-of-means": by_requirement(
        lambda one, values: mean([(mean_of(values[it.id]), min(it.weight, 1)) for it in one.checkpoints]),
        lambda found: mean([(value, min(one.weight, 1)) for value, one in found]),
    ),
    "xccdf-default": by_requirement(
        lambda one, values: mean([(mean_of(passing(values[it.id])), it.weight) for it in one.checkpoints]),
        lambda found: None if (it := weights(found)) is None else 100 * it,
    ),
    "xccdf-flat": lambda norm, values: total(flat(lambda it: mean_of(passing(it)))(norm, values)),
    "xccdf-flat-unweighted": lambda norm, values: total(
        flat(lambda it: mean_of(passing(it)), plain=True)(norm, values)
    ),
    "xccdf-absolute": lambda norm, values: passes(
        mean(flat(lambda it: mean_of(passing(it)))(norm, values)), ONE
    ),
    "samm": by_requirement(samm_practice, by_function),
    "c2m2": by_requirement(domain(3, HALF), lambda found: lowest_of([value for value, _ in found])),
    "cmmi-staged": by_requirement(
        lambda one, values: all_of([lowest_of(values[it.id]) for it in one.checkpoints], HALF),
        lambda found: level(
            [(value, one.level) for value, one in found], max(one.level or 0 for _, one in found), HALF, HALF
        ),
    ),
    "iso-33020": by_requirement(
        domain(5, Fraction(17, 20)), lambda found: lowest_of([it for it, _ in found])
    ),
    "iso-9004": by_requirement(domain(5, HALF), lambda found: lowest_of([it for it, _ in found])),
    "sprs": sprs,
    "vca": vca,
    "ensia": lambda norm, values: passes(mean(flat(mean_of)(norm, values)), Fraction(3, 4)),
    "golden-ear-2012": by_requirement(
        weighted, ladder((25, "organisation"), (50, "organisation"), (70, None), (90, None))
    ),
    "golden-ear-stars": by_requirement(weighted, ladder(*((at, None) for at in (20, 30, 50, 70, 80, 90)))),
    "openssf-badge": badge,
    "efqm-2020": by_requirement(weighted, lambda found: total([(value, one.weight) for value, one in found])),
}
"""The formula of every policy that is shipped, without a word of ours."""


def test_every_policy_has_its_plain_formula() -> None:
    assert set(PLAIN) == set(POLICIES)


policies = st.sampled_from(list(POLICIES.values()))


def scored(norm: ChecklistOutline, policy: ScoringPolicy, values: Completed) -> Value:
    """What we make of a completion."""
    by = judged({id_: [known(one) for one in foci] for id_, foci in values.items()})
    found = combined(evolve(norm, policy=policy), by, under(Reading.CLAIMED, policy)).checklist
    if found is None:
        return None
    assert found.low == found.high
    return found.low * policy.checklist.times


class TestFormulas:
    """'Each policy against an independent plain formula.'"""

    @given(norms(), policies, st.data())
    def test_what_is_known_is_scored_as_the_plain_formula_says(
        self, drawn: tuple, policy: ScoringPolicy, data: st.DataObject
    ) -> None:
        norm, remaining = drawn
        values = {
            id_: [data.draw(st.sampled_from(one[1])) for one in foci] for id_, foci in remaining.items()
        }
        assert scored(norm, policy, values) == PLAIN[policy.id](norm, values)


class TestBounds:
    """'The interval contains the score of every completion', and both its ends are the score of one."""

    @given(norms(), policies)
    def test_both_ends_are_those_of_every_completion_tried(self, drawn: tuple, policy: ScoringPolicy) -> None:
        norm, remaining = drawn
        by = judged({id_: [one for one, _ in foci] for id_, foci in remaining.items()})
        assume(sum(len(one[1]) > 1 for foci in remaining.values() for one in foci) < 6)
        found = whole(evolve(norm, policy=policy), by, Reading.CLAIMED).checklist
        tried = [PLAIN[policy.id](norm, values) for values in completions(remaining)]
        known_scores = [one for one in tried if one is not None]
        if found is None:
            assert not known_scores
        else:
            times = policy.checklist.times
            assert (found.low * times, found.high * times) == (min(known_scores), max(known_scores))
            assert found.may_be_empty is (len(known_scores) < len(tried))


class TestMonotony:
    """'Raising a checkpoint's outcome never lowers the total', of every policy that is shipped."""

    @given(norms(), policies, st.data())
    def test_a_better_answer_never_lowers_a_score(
        self, drawn: tuple, policy: ScoringPolicy, data: st.DataObject
    ) -> None:
        norm, remaining = drawn
        values = {
            id_: [data.draw(st.sampled_from((ZERO, HALF, ONE))) for _ in foci]
            for id_, foci in remaining.items()
        }
        id_ = data.draw(st.sampled_from(sorted(values)))
        better = {
            **values,
            id_: [data.draw(st.sampled_from([it for it in (HALF, ONE) if it >= one])) for one in values[id_]],
        }
        before, after = scored(norm, policy, values), scored(norm, policy, better)
        assert before is None or after is None or before <= after


class TestThreeNumbers:
    """'Always proven <= claimed <= possible', whatever the policy."""

    @given(norms(), policies)
    def test_the_three_numbers_stand_in_order(self, drawn: tuple, policy: ScoringPolicy) -> None:
        norm, remaining = drawn
        by = judged({id_: [one for one, _ in foci] for id_, foci in remaining.items()})
        for score in scores(evolve(norm, policy=policy), by):
            if score.proven is not None and score.claimed is not None and score.possible is not None:
                assert score.proven <= score.claimed <= score.possible
