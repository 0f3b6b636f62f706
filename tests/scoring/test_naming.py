"""What a score is called: the rung that is reached, or the band that it lies in."""

from __future__ import annotations

import pytest

from kamassess.checklist.outline import ChecklistOutline
from kamassess.checklist.policy import ScoringPolicy
from kamassess.engine.verdict import Possible
from kamassess.scoring.naming import name_of_score
from tests.scoring.small import (
    EITHER,
    NO,
    NONE,
    PARTLY,
    YES,
    Data,
    checkpoint,
    norm,
    policy,
    requirement,
    scored,
)


def named(english: str) -> Data:
    return {"nl": english.upper(), "en": english}


BANDS: Data = policy(bands=[
    {"title": named("poor"), "up_to": "1/3"},
    {"title": named("fair"), "above": "1/3", "up_to": "2/3"},
    {"title": named("good"), "above": "2/3", "up_to": 1},
])  # fmt: skip
LADDER: Data = policy({
    "part": "ladder",
    "scale": "rung",
    "rungs": [{"title": named("bronze"), "at_least": 1}, {"title": named("silver"), "at_least": 3}],
})  # fmt: skip


def called(outline: ChecklistOutline, *answers: Possible) -> str | None:
    """What the score of a checklist is called in English."""
    ids = (one.id for it in outline.requirements for one in it.checkpoints)
    name = name_of_score(scored(outline, dict(zip(ids, answers, strict=True)))[None], outline.policy)
    return None if name is None else name["en"]


THREE = requirement("one", checkpoint("a"), checkpoint("b"), checkpoint("c"))


class TestBands:
    @pytest.mark.parametrize(
        ("answers", "name"),
        [
            ((NO, NO, NO), "poor"),
            ((YES, NO, NO), "poor"),  # a third: a band ends where it says, and that is in it
            ((YES, PARTLY, NO), "fair"),
            ((YES, YES, NO), "fair"),
            ((YES, YES, YES), "good"),
        ],
    )
    def test_a_score_has_the_name_of_the_band_that_it_lies_in(
        self, answers: tuple[Possible, ...], name: str
    ) -> None:
        assert called(norm(THREE, scoring=BANDS), *answers) == name

    def test_it_is_the_score_as_claimed_that_has_the_name(self) -> None:
        assert called(norm(THREE, scoring=BANDS), YES, EITHER, EITHER) == "poor"

    def test_without_a_score_there_is_no_name(self) -> None:
        assert called(norm(THREE, scoring=BANDS), NONE, NONE, NONE) is None

    def test_above_the_last_band_there_is_no_name(self) -> None:
        short = policy(bands=[{"title": named("poor"), "up_to": "1/3"}])
        assert called(norm(THREE, scoring=short), YES, YES, YES) is None

    def test_a_policy_without_bands_names_nothing(self) -> None:
        assert called(norm(THREE), YES, YES, YES) is None


class TestRungs:
    TWO = norm(
        requirement("one", checkpoint("a")), requirement("two", checkpoint("b"), weight=2), scoring=LADDER
    )

    @pytest.mark.parametrize(
        ("answers", "name"),
        [((NO, NO), None), ((YES, NO), "bronze"), ((NO, YES), "bronze"), ((YES, YES), "silver")],
    )
    def test_a_score_has_the_name_of_the_highest_that_is_reached(
        self, answers: tuple[Possible, ...], name: str | None
    ) -> None:
        assert called(self.TWO, *answers) == name

    def test_it_is_called_so_whatever_its_number_is_multiplied_by(self) -> None:
        policy = {**LADDER, "checklist": {**LADDER["checklist"], "times": 2}}
        doubled = norm(
            requirement("one", checkpoint("a")), requirement("two", checkpoint("b"), weight=2), scoring=policy
        )
        assert [called(doubled, *answers) for answers in ((YES, YES), (YES, NO), (NO, NO))] == [
            "silver",
            "bronze",
            None,
        ]

    def test_without_a_score_there_is_none(self) -> None:
        assert called(self.TWO, NONE, NONE) is None


def test_a_name_comes_in_every_language() -> None:
    outline = norm(THREE, scoring=BANDS)
    chosen: ScoringPolicy = outline.policy
    name = name_of_score(scored(outline, {"a": YES})[None], chosen)
    assert name == {"nl": "GOOD", "en": "good"}
