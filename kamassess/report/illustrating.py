"""
A report as it stands on paper: what a director reads on the first page, and each picture where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kamassess.comparing import Changes
from kamassess.report.changes import compose_changes_on_paper
from kamassess.report.composing import Section
from kamassess.report.page import Page
from kamassess.report.pictures import Picture, pictures, pictures_of_changes
from kamassess.report.plain import Contents
from kamassess.report.sections.acting import acting
from kamassess.report.sections.engines import engines, signs_table
from kamassess.report.sections.front import about, front, next_after, scores_by_requirement
from kamassess.report.sections.further import contradictions, observations, unanswered, unproven
from kamassess.report.sections.levels import levels
from kamassess.report.sections.nonconformities import told_in_full
from kamassess.report.sections.parameters import parameters
from kamassess.result import Result
from kamassess.showing.document import Block, Heading, Table

Illustrated = tuple[Block | Picture | Contents, ...]
"""A document with pictures among its blocks, and the place of its contents."""

_SECTIONS: Final[tuple[Section, ...]] = (
    acting,
    about,
    scores_by_requirement,
    next_after,
    levels,
    told_in_full,
    contradictions,
    unproven,
    unanswered,
    observations,
    signs_table,
    parameters,
    engines,
)
"""Behind the first page, from the top down."""

_AFTER: Final = {
    levels: ("pictures section", ("duties", "levels", "effort", "thread")),
    observations: ("handovers section", ("handovers",)),
}
"""Behind which section pictures stand, under which heading; the scores have bars of their own."""


def illustrated(result: Result, language: str) -> Illustrated:
    """
    The report of a result with pictures among its blocks.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The blocks and pictures, in the order in which they are told.

    Raises:
        MissingLibrary: pygraphviz is not installed.
    """
    page, drawn = Page(result, language), pictures(result, language)
    found: list[Block | Picture | Contents] = [*front(page), Contents()]
    for section in _SECTIONS:
        found += section(page)
        if section in _AFTER:
            found += _shown(page, drawn, *_AFTER[section])
    return tuple(found)


def illustrated_changes(changes: Changes, language: str) -> Illustrated:
    """
    The report of a comparison with how the scores moved as a picture, below the table of all of them.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        The blocks and pictures, in the order in which they are told.
    """
    document = compose_changes_on_paper(changes, language)
    top = next((at for at, one in enumerate(document, 1) if isinstance(one, Table)), len(document))
    return (*document[:top], Contents(), *document[top:], *pictures_of_changes(changes, language))


def _shown(
    page: Page, drawn: Iterable[Picture], heading: str, names: tuple[str, ...]
) -> Iterator[Block | Picture]:
    of = {name: [one for one in drawn if one.name.partition(":")[0] == name] for name in names}
    if any(of.values()):
        yield Heading(page.tell(heading))
        for name in names:
            yield from of[name]
