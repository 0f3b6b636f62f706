"""
The rows of scores, of an assessment and of a comparison: numbers, that can be reckoned with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from kamassess.comparing import Changes
from kamassess.report.numbers import part_of, points
from kamassess.report.page import Page
from kamassess.report.sheets import ACCENT, Sheet
from kamassess.report.wording import policy_title
from kamassess.report.workbook.findings import tidy
from kamassess.report.workbook.tables import HEAD, Column, write_table
from kamassess.report.workbook.words import tell
from kamassess.scoring.score import ENDS, Score

_NUMBER: Final = {"num_format": "0.##", "align": "right"}
_SHARE: Final = {"num_format": "0%", "align": "right"}


def write_scores(page: Page, sheet: Sheet) -> None:
    """
    Write the scores of an assessment.

    Args:
        page: the result and the language.
        sheet: where they are written.
    """
    named, language = page.title, page.language
    policies = {one.id: policy_title(one.policy, language) for one in page.result.checklists}
    rows: list[dict[str, Any]] = []
    for one, row in zip(page.result.scores, tidy(page.result, "scores", language), strict=True):
        title = named(one.checklist, one.requirement)
        rows.append(
            {
                **row,
                **dict(zip(ENDS, _parts(one), strict=True)),
                "score": title if one.requirement is None else f"   {title}",
                "interval": _interval(page, one),
                "maximum": one.maximum if one.scale != "share" else 1,
                "policy": policies[one.checklist] if one.requirement is None else None,
                "checklist": named(one.checklist, None),
                "_whole": one.requirement is None,
            }
        )
    columns = (
        Column("score", 52, _bold_tone, {"text_wrap": True}),
        *(Column(key, 14, style=_SHARE) for key in ENDS),
        Column("interval", 26, style={"align": "right"}),
        Column("policy", 30),
        Column("checklist", 34),
    )
    write_table(sheet, tell("scores", language), tell("scores note", language), columns, rows, language)
    _bars(sheet, len(rows), range(1, 1 + len(ENDS)))


def _bold_tone(row: Mapping[str, Any]) -> tuple[str, str] | None:
    return ("#EAF0F6", ACCENT) if row["_whole"] else None


def _parts(score: Score | None) -> tuple[float | None, ...]:
    """The three numbers as parts of what is the most."""
    if score is None:
        return (None, None, None)
    numbers = (score.proven, score.claimed, score.possible)
    return tuple(None if one is None else part_of(one, score) for one in numbers)


def _interval(page: Page, score: Score) -> str:
    """From what is proven to what is possible, as the policy counts."""
    if score.proven is None or score.possible is None:
        return score.refused or page.tell("no score")
    low, high = (points(one, score, page.language) for one in (score.proven, score.possible))
    return low if low == high else page.tell("from to", low=low, high=high)


def _bars(sheet: Sheet, rows: int, columns: range) -> None:
    """Bars in the cells, all from nothing to all."""
    if rows:
        for column in columns:
            sheet.raw.conditional_format(
                HEAD + 1,
                column,
                HEAD + rows,
                column,
                {
                    "type": "data_bar", "bar_color": "#9DC3E6", "min_type": "num",
                    "max_type": "num", "min_value": 0, "max_value": 1,
                },
            )  # fmt: skip


def write_moved(
    changes: Changes, page: Page, sheet: Sheet, title_of: Callable[[str, str | None], str]
) -> None:
    """
    Write the scores of a comparison, before and after.

    Args:
        changes: the comparison.
        page: the later result and the language.
        sheet: where they are written.
        title_of: what a checklist or requirement is called.
    """
    language = page.language
    rows = []
    for one in changes.scores:
        before, after = _parts(one.before), _parts(one.after)
        title = title_of(one.checklist, one.requirement)
        row: dict[str, Any] = {
            "score": title if one.requirement is None else f"   {title}",
            "comparable": one.comparable,
            "checklist": title_of(one.checklist, None),
            "_whole": one.requirement is None,
        }
        for key, was, now in zip(ENDS, before, after, strict=True):
            row |= {f"{key}_before": was, f"{key}_after": now}
        rows.append(row)
    columns = (
        Column("score", 52, _bold_tone),
        *(Column(f"{key}_{when}", 12, style=_SHARE) for key in ENDS for when in ("before", "after")),
        Column("comparable", 14),
        Column("checklist", 34),
    )
    write_table(sheet, tell("scores", language), tell("scores note", language), columns, rows, language)
    _bars(sheet, len(rows), range(1, 1 + 2 * len(ENDS)))
