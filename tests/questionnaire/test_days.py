"""Days as people write them: read where they can be one day only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.questionnaire.days import days_meant


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "2026-10-25",
        "25-10-2026",
        "25/10/2026",
        "25.10.2026",
        "25 oktober 2026",
        " 25  Oktober 2026 ",
        "25 okt. 2026",
        "25-okt-2026",
        "25 October 2026",
        "October 25, 2026",
        "Oct. 25 2026",
    ],
)
def test_one_that_can_be_one_day_only_is_that_day(text: str, language: str) -> None:
    assert days_meant(text, language) == (date(2026, 10, 25),)


@pytest.mark.parametrize("text", ["5-10-2026", "05-10-2026", "5/10/2026", "5.10.2026"])
def test_in_figures_the_day_comes_first_in_dutch_and_can_come_second_in_english(text: str) -> None:
    assert days_meant(text, "nl") == (date(2026, 10, 5),)
    assert days_meant(text, "en") == (date(2026, 10, 5), date(2026, 5, 10))


def test_in_english_the_month_can_come_first_where_it_must() -> None:
    assert days_meant("10/25/2026", "en") == (date(2026, 10, 25),)
    assert days_meant("10/25/2026", "nl") == ()
    assert days_meant("10/10/2026", "en") == (date(2026, 10, 10),)


@pytest.mark.parametrize(
    "text",
    [
        "", "2026", "5-10-26", "5-10/2026", "31-2-2026", "2026-02-30", "0-1-2026", "5 brumaire 2026", "5-13-2026x", "\u0665-10-2026",
    ],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert days_meant(text, "nl") == days_meant(text, "en") == ()


@given(
    st.dates(date(1000, 1, 1)), st.sampled_from(["{0.year}-{0.month}-{0.day}", "{0.day}-{0.month}-{0.year}"])
)
def test_every_day_is_among_what_its_text_can_mean(day: date, form: str) -> None:
    text = form.format(day)
    assert days_meant(text, "nl") == (day,)
    assert day in days_meant(text, "en")
    assert len(days_meant(text, "en")) <= 2
