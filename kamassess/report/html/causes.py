"""
What falls short, each cause once and in few lines: what a director reads, and where the rest of it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from kamassess.model.terms import FindingKind
from kamassess.report.arranging import Together, nonconformities
from kamassess.report.page import Page, present
from kamassess.report.sections.nonconformities import TONES, remark
from kamassess.report.wording import in_language, message, who_acts
from kamassess.showing.document import Row, Tone

AT_ONCE: Final = 5
"""So many are told at once; the others are unfolded."""


@frozen
class Cause:
    """
    A nonconformity with all that has its cause.

    Args:
        number: its number, as every report has it.
        title: what is so.
        remark: how heavy and how certain.
        rows: what to do, who must, and what it touches.
        tone: how it is meant.
        anchor: where all of it is told.
    """

    number: int
    title: str
    remark: str
    rows: tuple[Row, ...]
    tone: Tone
    anchor: str


@frozen
class Causes:
    """
    Causes of one sort, in the order in which they are to be mended.

    Args:
        causes: the causes.
    """

    causes: tuple[Cause, ...]

    @property
    def first(self) -> tuple[Cause, ...]:
        """Those that are told at once; one that would be left alone is told with them."""
        return self.causes if len(self.causes) == AT_ONCE + 1 else self.causes[:AT_ONCE]

    @property
    def rest(self) -> tuple[Cause, ...]:
        """Those that are unfolded."""
        return self.causes[len(self.first) :]


def causes(page: Page, anchors: Mapping[str, str]) -> tuple[tuple[Cause, ...], tuple[Cause, ...]]:
    """
    All that falls short, each cause once.

    Args:
        page: the report in the making.
        anchors: by what each finding is linked to.

    Returns:
        Where ownership is missing, and all else; in the order of every report, and numbered through.
    """
    found = tuple(_causes(page, anchors))
    owned = [one for one, of_ownership in found if not of_ownership]
    return tuple(one for one, of_ownership in found if of_ownership), tuple(owned)


def _causes(page: Page, anchors: Mapping[str, str]) -> Iterator[tuple[Cause, bool]]:
    for number, it in enumerate(nonconformities(page.result), 1):
        one = it.lead
        made = Cause(
            number,
            message(one, page.result, page.language),
            remark(page, one),
            present(_rows(page, it)),
            TONES[one.grade],
            anchors[one.id],
        )
        yield made, one.kind is FindingKind.MISSING_OWNERSHIP


def _rows(page: Page, it: Together) -> Iterator[Row | None]:
    one = it.lead
    yield page.row("repair", in_language(one.repair, page.language))
    yield page.row("act", *who_acts(one, page.result, page.language))
    touched = dict.fromkeys(page.checkpoint(also) for also in it.also)
    yield page.row("also", ", ".join(touched))
