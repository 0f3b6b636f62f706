"""
A report with its pictures: each where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kamassess.comparing import Changes
from kamassess.report.changes import compose_changes
from kamassess.report.composing import SECTIONS
from kamassess.report.page import Page
from kamassess.report.pictures import Picture, pictures, pictures_of_changes
from kamassess.report.sections.acting import acting
from kamassess.report.sections.further import observations
from kamassess.result import Result
from kamassess.showing.document import Block, Heading, Table

Illustrated = tuple[Block | Picture, ...]
"""A document with pictures among its blocks."""

_AFTER: Final = {
    acting: ("pictures section", ("duties", "levels", "effort", "thread")),
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
    found: list[Block | Picture] = []
    for section in SECTIONS:
        found += section(page)
        if section in _AFTER:
            found += _shown(page, drawn, *_AFTER[section])
    return tuple(found)


def illustrated_changes(changes: Changes, language: str) -> Illustrated:
    """
    The report of a comparison with how the scores moved as a picture, below their table.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        The blocks and pictures, in the order in which they are told.
    """
    document = compose_changes(changes, language)
    drawn = pictures_of_changes(changes, language)
    at = next((at for at, one in enumerate(document, 1) if isinstance(one, Table)), len(document))
    return (*document[:at], *drawn, *document[at:])


def _shown(
    page: Page, drawn: Iterable[Picture], heading: str, names: tuple[str, ...]
) -> Iterator[Block | Picture]:
    of = {name: [one for one in drawn if one.name.partition(":")[0] == name] for name in names}
    if any(of.values()):
        yield Heading(page.tell(heading))
        for name in names:
            yield from of[name]
