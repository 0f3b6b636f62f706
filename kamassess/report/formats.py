"""
The forms in which an assessment and a comparison can be had, by name: here a format is registered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, TypeVar

from attrs import frozen

from kamassess.errors import InvalidCall, nearest
from kamassess.model.terms import spoken

if TYPE_CHECKING:
    from kamassess.comparing import Changes
    from kamassess.report.templating import Template
    from kamassess.result import Result

_Told = TypeVar("_Told")


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
        result: makes it of an assessment; ``None`` where there is no such form of one.
        changes: makes it of a comparison; ``None`` likewise.
        binary: whether it is bytes, which a terminal cannot show.
        tables: the tables of an assessment that can be chosen, where it holds one.
        change_tables: those of a comparison.
        templated: whether it fills a template, which one may have of one's own.
    """

    ending: str
    result: Callable[[Result, Wanted], str | bytes] | None = None
    changes: Callable[[Changes, Wanted], str | bytes] | None = None
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


def _earl(result: Result, _: Wanted) -> str:
    from kamassess.report.earl import to_earl

    return to_earl(result)


def _oscal(result: Result, wanted: Wanted) -> str:
    from kamassess.report.oscal import to_oscal

    return to_oscal(result, wanted.language)


def _mermaid(result: Result, wanted: Wanted) -> str:
    from kamassess.report.graphs import to_mermaid

    return to_mermaid(result, wanted.language)


def _dot(result: Result, wanted: Wanted) -> str:
    from kamassess.report.graphs import to_dot

    return to_dot(result, wanted.language)


def _graphml(result: Result, wanted: Wanted) -> str:
    from kamassess.report.graphs import to_graphml

    return to_graphml(result, wanted.language)


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
    "junit": Format("", _junit),
    "earl": Format(".jsonld", _earl),
    "oscal": Format("", _oscal),
    "mermaid": Format(".mmd", _mermaid),
    "dot": Format(".dot", _dot),
    "graphml": Format(".graphml", _graphml),
    "pdf": Format(".pdf", _pdf, _pdf_of_changes, binary=True),
    "docx": Format(".docx", _docx, _docx_of_changes, binary=True, templated=True),
}
"""Every format, by the name that a caller gives; the first is what a terminal shows."""


def of_result() -> tuple[str, ...]:
    """The names of the formats in which an assessment can be had."""
    return tuple(name for name, one in FORMATS.items() if one.result)


def of_changes() -> tuple[str, ...]:
    """The names of the formats in which a comparison can be had."""
    return tuple(name for name, one in FORMATS.items() if one.changes)


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
        InvalidCall: it cannot be had so, with the nearest that can; or there is no such language.
    """
    return _made(name, {it: one.result for it, one in FORMATS.items() if one.result}, result, wanted)


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
        InvalidCall: it cannot be had so, with the nearest that can; or there is no such language.
    """
    return _made(name, {it: one.changes for it, one in FORMATS.items() if one.changes}, changes, wanted)


def _made(
    name: str, makers: Mapping[str, Callable[[_Told, Wanted], str | bytes]], told: _Told, wanted: Wanted
) -> str | bytes:
    if name not in makers:
        raise InvalidCall(_unknown(name, tuple(makers)))
    spoken(wanted.language)
    return makers[name](told, wanted)


def _unknown(name: str, known: tuple[str, ...]) -> str:
    near = nearest(name, known)
    hint = f"did you mean '{near}'?" if near else f"there are {', '.join(known)}"
    return f"this cannot be had as '{name}'; {hint}"


def chosen(name: str | None, file: str | None, known: tuple[str, ...]) -> str:
    """
    The format that is meant.

    Args:
        name: what was asked for by name, if anything.
        file: what it is to be written to, if anything.
        known: the names that can be had.

    Returns:
        A name of ``FORMATS``: the one asked for, else the one that the file's name says, else text.

    Raises:
        InvalidCall: there is no such name, or the file's name ends nearly as a format's, or as that of one
            that cannot be had.

    Example:
        >>> chosen(None, "report.md", of_result())
        'markdown'
    """
    if name is not None:
        if name not in known:
            raise InvalidCall(_unknown(name, known))
        return name
    ending = PurePath(file or "").suffix.lower()
    endings = {one.ending: it for it, one in FORMATS.items() if one.ending}
    if ending in endings:
        if endings[ending] in known:
            return endings[ending]
        raise InvalidCall(f"{file}: this cannot be had as {endings[ending]}; there are {', '.join(known)}")
    near = nearest(ending, endings) if ending else None
    if near is not None:
        raise InvalidCall(f"{file}: no format has the ending '{ending}'; did you mean '{near}'?")
    return "text"
