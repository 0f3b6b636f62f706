"""
A report with its pictures: each where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kamassess.report.composing import SECTIONS
from kamassess.report.document import Block, Heading
from kamassess.report.page import Page
from kamassess.report.pictures import Picture, pictures
from kamassess.report.sections.acting import acting
from kamassess.report.sections.further import observations
from kamassess.result import Result

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


def _shown(
    page: Page, drawn: Iterable[Picture], heading: str, names: tuple[str, ...]
) -> Iterator[Block | Picture]:
    of = {name: [one for one in drawn if one.name.partition(":")[0] == name] for name in names}
    if any(of.values()):
        yield Heading(page.tell(heading))
        for name in names:
            yield from of[name]
