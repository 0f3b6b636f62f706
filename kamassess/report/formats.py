"""
The forms in which an assessment and a comparison can be had, by name: here a format is registered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from attrs import frozen

from kamassess.errors import InvalidCall, nearest
from kamassess.model.terms import spoken

if TYPE_CHECKING:
    from kamassess.comparing import Changes
    from kamassess.report.templating import Template
    from kamassess.result import Result


@frozen
class Wanted:
    """
    How a report is wanted; each format takes of it what concerns it.

    Args:
        language: ``nl`` or ``en``.
        table: of a format that holds one table, which; ``None``: its first.
        width: of a text, in columns.
        colour: whether a text has colours.
        template: of a format that fills a template, a template of one's own.
    """

    language: str = "en"
    table: str | None = None
    width: int = 100
    colour: bool = False
    template: Template | None = None


@frozen
class Format:
    """
    A form in which a report can be had.

    Args:
        ending: how the name of such a file ends; ``""`` where that says nothing.
        result: makes it of an assessment.
        changes: makes it of a comparison.
        binary: whether it is bytes, which a terminal cannot show.
        tables: the tables of an assessment that can be chosen, where it holds one.
        change_tables: those of a comparison.
        templated: whether it fills a template, which one may have of one's own.
    """

    ending: str
    result: Callable[[Result, Wanted], str | bytes]
    changes: Callable[[Changes, Wanted], str | bytes]
    binary: bool = False
    tables: tuple[str, ...] = ()
    change_tables: tuple[str, ...] = ()
    templated: bool = False


# Each imports what it needs when it is asked for: a list of formats costs nothing.
def _text(result: Result, wanted: Wanted) -> str:
    from kamassess.report.text import to_text

    return to_text(result, wanted.language, width=wanted.width, colour=wanted.colour)


def _text_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.changes import compose_changes
    from kamassess.showing.text import render

    return render(compose_changes(changes, wanted.language), width=wanted.width, colour=wanted.colour)


def _markdown(result: Result, wanted: Wanted) -> str:
    from kamassess.report.markdown import to_markdown

    return to_markdown(result, wanted.language)


def _markdown_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.changes import compose_changes
    from kamassess.showing.markdown import render

    return render(compose_changes(changes, wanted.language))


def _html(result: Result, wanted: Wanted) -> str:
    from kamassess.report.html import to_html

    return to_html(result, wanted.language)


def _html_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.html import changes_to_html

    return changes_to_html(changes, wanted.language)


def _json(result: Result, _: Wanted) -> str:
    from kamassess.report.json import to_json

    return to_json(result)


def _json_of_changes(changes: Changes, _: Wanted) -> str:
    from kamassess.report.changes import changes_to_data
    from kamassess.report.json import written

    return written(changes_to_data(changes))


def _csv(result: Result, wanted: Wanted) -> str:
    from kamassess.report.csv import to_csv

    return to_csv(result, wanted.table or "verdicts", wanted.language)


def _csv_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.csv import changes_to_csv

    return changes_to_csv(changes, wanted.table or "changes", wanted.language)


def _parquet(result: Result, wanted: Wanted) -> bytes:
    from kamassess.report.frames import to_parquet

    return to_parquet(result, wanted.table or "verdicts", wanted.language)


def _parquet_of_changes(changes: Changes, wanted: Wanted) -> bytes:
    from kamassess.report.frames import changes_to_parquet

    return changes_to_parquet(changes, wanted.table or "changes", wanted.language)


def _workbook(result: Result, wanted: Wanted) -> bytes:
    from kamassess.report.workbook.result import to_workbook

    return to_workbook(result, wanted.language)


def _workbook_of_changes(changes: Changes, wanted: Wanted) -> bytes:
    from kamassess.report.workbook.changes import changes_to_workbook

    return changes_to_workbook(changes, wanted.language)


def _junit(result: Result, wanted: Wanted) -> str:
    from kamassess.report.junit import to_junit

    return to_junit(result, wanted.language)


def _junit_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.junit import changes_to_junit

    return changes_to_junit(changes, wanted.language)


def _earl(result: Result, _: Wanted) -> str:
    from kamassess.report.earl import to_earl

    return to_earl(result)


def _earl_of_changes(changes: Changes, _: Wanted) -> str:
    from kamassess.report.earl import changes_to_earl

    return changes_to_earl(changes)


def _oscal(result: Result, wanted: Wanted) -> str:
    from kamassess.report.oscal import to_oscal

    return to_oscal(result, wanted.language)


def _oscal_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.oscal import changes_to_oscal

    return changes_to_oscal(changes, wanted.language)


def _mermaid(result: Result, wanted: Wanted) -> str:
    from kamassess.report.graphs import to_mermaid

    return to_mermaid(result, wanted.language)


def _mermaid_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.graphs import changes_to_mermaid

    return changes_to_mermaid(changes, wanted.language)


def _dot(result: Result, wanted: Wanted) -> str:
    from kamassess.report.graphs import to_dot

    return to_dot(result, wanted.language)


def _dot_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.graphs import changes_to_dot

    return changes_to_dot(changes, wanted.language)


def _graphml(result: Result, wanted: Wanted) -> str:
    from kamassess.report.graphs import to_graphml

    return to_graphml(result, wanted.language)


def _graphml_of_changes(changes: Changes, wanted: Wanted) -> str:
    from kamassess.report.graphs import changes_to_graphml

    return changes_to_graphml(changes, wanted.language)


_TABLES: Final = ("verdicts", "findings", "scores")
_CHANGE_TABLES: Final = ("changes", "scores")


def _pdf(result: Result, wanted: Wanted) -> bytes:
    from kamassess.report.pdf import to_pdf

    return to_pdf(result, wanted.language)


def _pdf_of_changes(changes: Changes, wanted: Wanted) -> bytes:
    from kamassess.report.pdf import changes_to_pdf

    return changes_to_pdf(changes, wanted.language)


def _docx(result: Result, wanted: Wanted) -> bytes:
    from kamassess.report.word import to_docx

    return to_docx(result, wanted.language, wanted.template)


def _docx_of_changes(changes: Changes, wanted: Wanted) -> bytes:
    from kamassess.report.word import changes_to_docx

    return changes_to_docx(changes, wanted.language, wanted.template)


FORMATS: Final[Mapping[str, Format]] = {
    "text": Format(".txt", _text, _text_of_changes),
    "markdown": Format(".md", _markdown, _markdown_of_changes),
    "html": Format(".html", _html, _html_of_changes),
    "json": Format(".json", _json, _json_of_changes),
    "csv": Format(".csv", _csv, _csv_of_changes, tables=_TABLES, change_tables=_CHANGE_TABLES),
    "parquet": Format(
        ".parquet",
        _parquet,
        _parquet_of_changes,
        binary=True,
        tables=_TABLES,
        change_tables=_CHANGE_TABLES,
    ),
    "xlsx": Format(".xlsx", _workbook, _workbook_of_changes, binary=True),
    "junit": Format("", _junit, _junit_of_changes),
    "earl": Format(".jsonld", _earl, _earl_of_changes),
    "oscal": Format("", _oscal, _oscal_of_changes),
    "mermaid": Format(".mmd", _mermaid, _mermaid_of_changes),
    "dot": Format(".dot", _dot, _dot_of_changes),
    "graphml": Format(".graphml", _graphml, _graphml_of_changes),
    "pdf": Format(".pdf", _pdf, _pdf_of_changes, binary=True),
    "docx": Format(".docx", _docx, _docx_of_changes, binary=True, templated=True),
}
"""Every format, by the name that a caller gives; the first is what a terminal shows."""


def result_as(name: str, result: Result, wanted: Wanted) -> str | bytes:
    """
    An assessment in a format.

    Args:
        name: the name of the format.
        result: the assessment.
        wanted: how it is wanted.

    Returns:
        A text, or bytes where the format is binary.

    Raises:
        InvalidCall: there is no such format, with the nearest there is; or no such language.
    """
    spoken(wanted.language)
    return FORMATS[_known(name)].result(result, wanted)


def changes_as(name: str, changes: Changes, wanted: Wanted) -> str | bytes:
    """
    A comparison in a format.

    Args:
        name: the name of the format.
        changes: the comparison.
        wanted: how it is wanted.

    Returns:
        A text, or bytes where the format is binary.

    Raises:
        InvalidCall: there is no such format, with the nearest there is; or no such language.
    """
    spoken(wanted.language)
    return FORMATS[_known(name)].changes(changes, wanted)


def _known(name: str) -> str:
    if name not in FORMATS:
        near = nearest(name, FORMATS)
        hint = f"did you mean '{near}'?" if near else f"there are {', '.join(FORMATS)}"
        raise InvalidCall(f"this cannot be had as '{name}'; {hint}")
    return name


def chosen(name: str | None, file: str | None) -> str:
    """
    The format that is meant.

    Args:
        name: what was asked for by name, if anything.
        file: what it is to be written to, if anything.

    Returns:
        A name of ``FORMATS``: the one asked for, else the one that the file's name says, else text.

    Raises:
        InvalidCall: there is no such name, or the file's name ends nearly as a format's.

    Example:
        >>> chosen(None, "report.md")
        'markdown'
    """
    if name is not None:
        return _known(name)
    ending = PurePath(file or "").suffix.lower()
    endings = {one.ending: it for it, one in FORMATS.items() if one.ending}
    if ending in endings:
        return endings[ending]
    near = nearest(ending, endings) if ending else None
    if near is not None:
        raise InvalidCall(f"{file}: no format has the ending '{ending}'; did you mean '{near}'?")
    return "text"
