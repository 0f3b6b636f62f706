"""
A result as tables for spreadsheets and statistics: CSV (RFC 4180), one row a verdict, finding or score.

A spreadsheet takes a text that begins with a sign of a formula for one, and
runs it. Such a text gets an apostrophe before it; numbers stay numbers.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from io import StringIO
from typing import Final

from attrs import frozen

from kamassess.engine.verdict import Possible
from kamassess.report.numbers import plain_number
from kamassess.report.wording import in_language, message
from kamassess.result import Result

Cell = str | int | float | bool | date | Fraction | None
"""What a row holds: nothing is an empty cell, and a flag ``true`` or ``false``."""

_UNSEEN: Final = "\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_FORMULA: Final = re.compile(f"'*[{_UNSEEN}]*[\t\r\n=+@\uff1d\uff0b\uff20\uff0d-]")
"""
How a text begins that a spreadsheet could run: a sign of a formula, full width too, behind what is not seen.

Apostrophes before it are part of it, so that one more can always be taken off again.
"""


@frozen
class _Table:
    """A table: the heads of its columns, and its rows in a language."""

    heads: tuple[str, ...]
    rows: Callable[[Result, str], Iterator[tuple[Cell, ...]]]


def to_csv(result: Result, what: str = "verdicts", language: str = "en") -> str:
    """
    A table of a result as CSV.

    Args:
        result: the result.
        what: a name of ``TABLES``: ``verdicts``, ``findings`` or ``scores``.
        language: ``nl`` or ``en``, of names and messages; heads and outcomes are the same in both.

    Returns:
        The text: a line of heads, then the rows, each with CR LF behind it.
    """
    table = TABLES[what]
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows(map(_cell, row) for row in table.rows(result, language))
    return written.getvalue()


def harmless(text: str) -> str:
    """
    A text that no spreadsheet runs.

    Args:
        text: any text.

    Returns:
        The text, with an apostrophe before it where it begins like a formula.

    Example:
        >>> harmless("=1+1"), harmless("1+1")
        ("'=1+1", '1+1')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def _cell(value: Cell) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return harmless(str(value))  # a word of a list is a text like any other
    return value.isoformat() if isinstance(value, date) else plain_number(Fraction(value))


# ------------------------------------------------------------------- the tables
_ABOUT: Final = ("organisation", "as_of", "checklist", "version", "requirement")


def _about(result: Result) -> Callable[[str, str | None], tuple[Cell, ...]]:
    """The cells with which every row begins."""
    versions = {one.id: one.version for one in result.checklists}
    return lambda checklist, requirement: (
        result.organisation.id,
        result.as_of,
        checklist,
        versions[checklist],
        requirement,
    )


def _verdicts(result: Result, language: str) -> Iterator[tuple[Cell, ...]]:
    about = _about(result)
    for one in result.verdicts:
        yield (
            *about(one.checklist, one.requirement),
            one.checkpoint,
            one.focus,
            result.name(one.focus, language),
            one.claimed.outcome,
            one.proven.outcome,
            *_ends(one.claimed),
            *_ends(one.proven),
            one.orientation,
            one.open,
        )


def _ends(possible: Possible) -> tuple[Cell, Cell]:
    return (None, None) if possible.value is None else possible.value


def _findings(result: Result, language: str) -> Iterator[tuple[Cell, ...]]:
    about = _about(result)
    for one in result.findings:
        waiver = one.accepted
        yield (
            *about(one.checklist, one.requirement),
            one.checkpoint,
            one.focus,
            result.name(one.focus, language),
            one.id,
            one.kind,
            one.reason,
            one.grade,
            one.certain,
            message(one, result, language),
            in_language(one.repair, language),
            "; ".join(result.name(it.person, language) for it in one.act),
            one.orientation,
            one.cause,
            None if waiver is None else in_language(waiver.reason, language),
            None if waiver is None else waiver.owner,
            None if waiver is None else waiver.until,
        )


def _scores(result: Result, language: str) -> Iterator[tuple[Cell, ...]]:
    about = _about(result)
    for one in result.scores:
        yield (
            *about(one.checklist, one.requirement),
            one.policy,
            one.scale,
            one.maximum,
            one.proven,
            one.claimed,
            one.possible,
            one.rung,
            one.may_be_empty,
            one.published,
            one.out_of,
            one.refused,
        )


TABLES: Final[Mapping[str, _Table]] = {
    "verdicts": _Table(
        (
            *_ABOUT, "checkpoint", "focus", "focus_name", "claimed", "proven", "claimed_low", "claimed_high",
            "proven_low", "proven_high", "orientation", "open",
        ),
        _verdicts,
    ),
    "findings": _Table(
        (
            *_ABOUT, "checkpoint", "focus", "focus_name", "id", "kind", "reason", "grade", "certain",
            "message", "repair", "act", "orientation", "cause", "accepted_reason", "accepted_owner",
            "accepted_until",
        ),
        _findings,
    ),
    "scores": _Table(
        (
            *_ABOUT, "policy", "scale", "maximum", "proven", "claimed", "possible", "rung", "may_be_empty",
            "published", "out_of", "refused",
        ),
        _scores,
    ),
}  # fmt: skip
"""The tables that a result has, by name."""
