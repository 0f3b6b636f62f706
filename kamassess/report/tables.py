"""
Tables of a result and of a comparison: tidy rows, one a verdict, finding, score or change.

They are what CSV, frames and Parquet are made of, so these say the same under
the same heads. A number is a number here, and what is not there is ``None``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum, auto
from fractions import Fraction
from typing import Final, Generic, TypeVar

from attrs import frozen

from kamassess.comparing import Changes, Moved, Origin
from kamassess.engine.verdict import Possible
from kamassess.errors import InvalidCall, nearest
from kamassess.findings.finding import Finding
from kamassess.report.wording import in_language, message
from kamassess.result import Result
from kamassess.scoring.score import ENDS, Score

Of = TypeVar("Of")
"""What a table is of: a ``Result``, or the ``Changes`` between two."""

Cell = str | int | bool | date | Fraction | tuple[str, ...] | None
"""What a row holds, by the sort of its column."""


class Sort(StrEnum):
    """What the cells of a column are."""

    TEXT = auto()
    TEXTS = auto()
    """Several texts, or none."""
    NUMBER = auto()
    WHOLE = auto()
    FLAG = auto()
    DAY = auto()


@frozen
class Table(Generic[Of]):
    """
    A table.

    Args:
        columns: the heads of its columns, in order, and what their cells are.
        rows: its rows in a language, each with a cell for every column.
    """

    columns: Mapping[str, Sort]
    rows: Callable[[Of, str], Iterator[tuple[Cell, ...]]]

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of its columns."""
        return tuple(self.columns)


def table(tables: Mapping[str, Table[Of]], what: str) -> Table[Of]:
    """
    A table by its name.

    Args:
        tables: ``TABLES`` or ``CHANGE_TABLES``.
        what: the name.

    Returns:
        The table.

    Raises:
        InvalidCall: there is no such table, with the nearest there is.
    """
    if what not in tables:
        near = nearest(what, tables)
        hint = f"did you mean '{near}'?" if near else f"there are {', '.join(tables)}"
        raise InvalidCall(f"there is no table '{what}'; {hint}")
    return tables[what]


def _texts(*heads: str) -> dict[str, Sort]:
    return dict.fromkeys(heads, Sort.TEXT)


def _numbers(*heads: str) -> dict[str, Sort]:
    return dict.fromkeys(heads, Sort.NUMBER)


# ------------------------------------------------------------------ an assessment
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
        yield (*about(one.checklist, one.requirement), *_finding(one, result, language))


def _finding(one: Finding, result: Result, language: str) -> tuple[Cell, ...]:
    waiver = one.accepted
    return (
        one.checkpoint,
        one.focus,
        result.name(one.focus, language),
        one.id,
        one.kind,
        one.reason,
        one.grade,
        one.certain,
        message(one, result, language),
        in_language(one.repair, language) or None,
        tuple(result.name(it.person, language) for it in one.act),
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
            *_three(one),
            one.rung,
            one.may_be_empty,
            one.published,
            one.out_of,
            one.refused,
        )


def _three(score: Score | None) -> tuple[Cell, Cell, Cell]:
    return (None, None, None) if score is None else (score.proven, score.claimed, score.possible)


_ABOUT: Final = _texts("organisation") | {"as_of": Sort.DAY} | _texts("checklist", "version", "requirement")

_OF_FINDING: Final = (
    _texts("checkpoint", "focus", "focus_name", "id", "kind", "reason", "grade")
    | {"certain": Sort.FLAG}
    | _texts("message", "repair")
    | {"act": Sort.TEXTS}
    | _texts("orientation", "cause", "accepted_reason", "accepted_owner")
    | {"accepted_until": Sort.DAY}
)

TABLES: Final[Mapping[str, Table[Result]]] = {
    "verdicts": Table(
        _ABOUT
        | _texts("checkpoint", "focus", "focus_name", "claimed", "proven")
        | _numbers("claimed_low", "claimed_high", "proven_low", "proven_high")
        | _texts("orientation")
        | {"open": Sort.FLAG},
        _verdicts,
    ),
    "findings": Table(_ABOUT | _OF_FINDING, _findings),
    "scores": Table(
        _ABOUT
        | _texts("policy", "scale")
        | {"maximum": Sort.WHOLE}
        | _numbers(*ENDS)
        | {"rung": Sort.WHOLE, "may_be_empty": Sort.FLAG}
        | _numbers("published")
        | {"out_of": Sort.WHOLE}
        | _texts("refused"),
        _scores,
    ),
}
"""The tables that a result has, by name."""


# ------------------------------------------------------------------ a comparison
def _days(changes: Changes) -> tuple[Cell, ...]:
    """The cells with which every row of a comparison begins."""
    return (changes.later.organisation.id, changes.earlier.as_of, changes.later.as_of)


def _changes(changes: Changes, language: str) -> Iterator[tuple[Cell, ...]]:
    there = {one.id for one in changes.later.findings}
    for one in changes.findings:
        finding = one.finding
        result = changes.later if finding.id in there else changes.earlier
        yield (
            *_days(changes),
            finding.checklist,
            finding.requirement,
            one.how,
            one.certain,
            tuple(str(it) for it in Origin if it in one.origins),
            *_finding(finding, result, language),
        )


def _moved(changes: Changes, language: str) -> Iterator[tuple[Cell, ...]]:
    for one in changes.scores:
        yield (
            *_days(changes),
            one.checklist,
            one.requirement,
            *_scale(one),
            *_three(one.before),
            *_three(one.after),
            one.comparable,
            *one.by(),
        )


def _scale(moved: Moved) -> tuple[Cell, ...]:
    """On what the later score is; where there is none any more, the earlier one."""
    score = moved.after or moved.before
    return (None, None, None) if score is None else (score.policy, score.scale, score.maximum)


_BETWEEN: Final = (
    _texts("organisation") | {"earlier": Sort.DAY, "later": Sort.DAY} | _texts("checklist", "requirement")
)

CHANGE_TABLES: Final[Mapping[str, Table[Changes]]] = {
    "changes": Table(
        _BETWEEN | _texts("how") | {"how_certain": Sort.FLAG, "origins": Sort.TEXTS} | _OF_FINDING,
        _changes,
    ),
    "scores": Table(
        _BETWEEN
        | _texts("policy", "scale")
        | {"maximum": Sort.WHOLE}
        | _numbers("proven_before", "claimed_before", "possible_before")
        | _numbers("proven_after", "claimed_after", "possible_after")
        | {"comparable": Sort.FLAG}
        | _numbers("proven_by", "claimed_by", "possible_by"),
        _moved,
    ),
}
"""The tables that a comparison has, by name."""
