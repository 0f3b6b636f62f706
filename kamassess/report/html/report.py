"""
A result as a page: what a director reads first, then everything, to be unfolded and searched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from attrs import evolve

from kamassess.model.days import day
from kamassess.report.html.causes import Causes, causes
from kamassess.report.html.checkpoints import Checkpoints
from kamassess.report.html.facets import filters
from kamassess.report.html.rendering import page as render
from kamassess.report.html.sectioning import Section, sections
from kamassess.report.html.words import tell
from kamassess.report.page import Page
from kamassess.report.pictures import Picture, pictures
from kamassess.report.sections.acting import acting
from kamassess.report.sections.engines import engines, signs_table
from kamassess.report.sections.further import contradictions, observations, unanswered, unproven
from kamassess.report.sections.head import described, head
from kamassess.report.sections.levels import levels
from kamassess.report.sections.next import next_to_find_out
from kamassess.report.sections.parameters import parameters
from kamassess.report.sections.scores import scores
from kamassess.report.sections.verdict import verdict
from kamassess.report.wording import in_language
from kamassess.result import Result
from kamassess.showing.document import Bars, Block, Heading, Rows

_PLACES: Final = {
    "ownership": ("thread", "duties"),
    "levels": ("levels", "effort"),
    "handovers": ("handovers",),
}
"""Which pictures stand where, by how their names begin; intervals the table of scores draws itself."""

_FURTHER: Final[tuple[Callable[[Page], Iterator[Block]], ...]] = (
    contradictions,
    unproven,
    unanswered,
    observations,
    signs_table,
    parameters,
)


def to_html(result: Result, language: str = "en") -> str:
    """
    The report of a result as one HTML file.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The page, with all that it needs in it.

    Raises:
        MissingLibrary: Jinja2 or pygraphviz is not installed.
    """
    return page_of(result, language, pictures(result, language))


def page_of(result: Result, language: str, drawn: Iterable[Picture]) -> str:
    """
    The page of a result with given pictures.

    Args:
        result: the result.
        language: ``nl`` or ``en``.
        drawn: the pictures of it.

    Returns:
        The page.
    """
    page, shown = Page(result, language), tuple(drawn)
    checkpoints = Checkpoints(page)
    ownership, first = causes(page, checkpoints.anchors)
    name = in_language(result.organisation.name, language, result.organisation.id)
    on = day(result.as_of, language)
    return render(
        "report",
        language,
        title=page.tell("title", name=name, day=on),
        name=name,
        subtitle=tell("assessed on", language, day=on),
        described=described(page),
        verdict=_section("verdict", verdict(page)),
        summary=_summary(page),
        besides=tuple(block for block in scores(page) if isinstance(block, Rows)),
        ownership_title=page.tell("missing-ownership section")
        if ownership
        else tell("ownership section", language),
        ownership=Causes(ownership),
        first=Causes(first),
        acting=_sections("acting", acting(page)),
        asking=_sections("next", next_to_find_out(page)),
        checklists=checkpoints.parts,
        filters=filters(page, checkpoints.owners),
        total=len(result.findings),
        scores=_section("scores", scores(page)),
        levels=_sections("levels", levels(page)),
        further=_sections("further", (block for one in _FURTHER for block in one(page))),
        about=_section("about", (Heading(tell("report section", language)), *_about(page))),
        pictures={
            place: tuple(one for one in shown if one.name.startswith(names))
            for place, names in _PLACES.items()
        },
    )


def _summary(page: Page) -> Bars:
    """The scores of the checklists alone."""
    (bars,) = (block for block in scores(page) if isinstance(block, Bars))
    return evolve(bars, bars=tuple(one for one in bars.bars if one.level == 1))


def _about(page: Page) -> Iterator[Block]:
    """Against what on whose word was assessed, and how it was decided."""
    for block in (*head(page), *engines(page)):
        if not isinstance(block, Heading):
            yield block


def _section(name: str, blocks: Iterable[Block]) -> Section:
    (one,) = sections(blocks)
    return evolve(one, anchor=name)


def _sections(name: str, blocks: Iterable[Block]) -> tuple[Section, ...]:
    return sections(blocks, f"{name}-")
