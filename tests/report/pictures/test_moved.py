"""Scores before and after, one above the other."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from attrs import evolve

from kamassess.comparing import compare_results
from kamassess.report.pictures import pictures_of_changes
from kamassess.result import Result


def test_it_shows_each_score_before_and_after(result: Result) -> None:
    first = evolve(result.scores[0], proven=Fraction(1, 4), claimed=Fraction(1, 2), possible=Fraction(1))
    later = evolve(
        result,
        as_of=date(2027, 1, 1),
        scores=(evolve(first, proven=Fraction(1, 2)), *result.scores[2:]),
    )
    earlier = evolve(result, scores=(first, *result.scores[1:]))
    (one,) = pictures_of_changes(compare_results(earlier, later), "en")
    assert "before 25% · 50% · 100%, after 50% · 50% · 100%." in one.alternative
    assert "after no score" in one.alternative  # what is not scored any more
    assert "above: 1 November 2026; below: 1 January 2027" in one.svg


def test_without_scores_there_is_nothing_to_show(result: Result) -> None:
    bare = evolve(result, scores=())
    assert pictures_of_changes(compare_results(bare, bare), "nl") == ()
