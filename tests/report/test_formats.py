"""Formats: every one by its name, or by the name of a file."""

from __future__ import annotations

import sys

import pytest

from kamassess.comparing import compare_results
from kamassess.errors import InvalidCall, MissingLibrary
from kamassess.report.formats import FORMATS, Wanted, changes_as, chosen, result_as
from kamassess.report.needing import need
from kamassess.result import Result


@pytest.mark.parametrize("name", FORMATS)
def test_an_assessment_can_be_had_in_every_format_and_each_of_its_tables(name: str, result: Result) -> None:
    for table in FORMATS[name].tables or (None,):
        made = result_as(name, result, Wanted("nl", table))
        assert made
        assert isinstance(made, bytes) == FORMATS[name].binary


@pytest.mark.parametrize("name", FORMATS)
def test_a_comparison_can_be_had_in_its_formats(name: str, result: Result) -> None:
    made = changes_as(name, compare_results(result, result), Wanted("nl"))
    assert made
    assert isinstance(made, bytes) == FORMATS[name].binary


def test_no_two_formats_claim_one_ending() -> None:
    endings = [one.ending for one in FORMATS.values() if one.ending]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize(
    ("name", "file", "format"),
    [
        (None, None, "text"),
        (None, "report.md", "markdown"),
        (None, "REPORT.JSON", "json"),
        ("json", "report.md", "json"),
        (None, "report", "text"),
        (None, "report.2026", "text"),
    ],
)
def test_a_format_is_the_one_asked_for_else_what_the_file_is_called(
    name: str | None, file: str | None, format: str
) -> None:
    assert chosen(name, file) == format


def test_a_misspelt_ending_is_not_taken_for_text() -> None:
    with pytest.raises(InvalidCall, match=r"report\.jsn: no format has the ending '\.jsn'; did you mean"):
        chosen(None, "report.jsn")


def test_a_misspelt_or_unknown_format_is_told_with_what_there_is(result: Result) -> None:
    with pytest.raises(InvalidCall, match="cannot be had as 'jsn'; did you mean 'json'"):
        result_as("jsn", result, Wanted())
    with pytest.raises(InvalidCall, match="cannot be had as 'paper'; there are text"):
        changes_as("paper", compare_results(result, result), Wanted())


def test_a_library_that_is_not_there_is_told_with_the_command_that_installs_it() -> None:
    with pytest.raises(MissingLibrary, match=r"needs nowhere_to_be, .* pip install 'kamassess\[office\]'"):
        need("nowhere_to_be.inside", "office")


@pytest.mark.parametrize(
    ("name", "extra"),
    [
        ("html", "report"),
        ("xlsx", "office"),
        ("pdf", "office"),
        ("docx", "office"),
        ("parquet", "population"),
    ],
)
def test_without_any_extra_a_form_names_the_one_that_has_all_it_needs(
    name: str, extra: str, result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    for library in ("docxtpl", "jinja2", "markupsafe", "polars", "pygraphviz", "typst", "xlsxwriter"):
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingLibrary, match=rf"kamassess\[{extra}\]"):
        result_as(name, result, Wanted())
    with pytest.raises(MissingLibrary, match=rf"kamassess\[{extra}\]"):
        changes_as(name, compare_results(result, result), Wanted())


@pytest.mark.parametrize("name", FORMATS)
def test_a_language_that_is_not_spoken_is_told(name: str, result: Result) -> None:
    with pytest.raises(InvalidCall, match="there is no language 'fr'; there are nl and en"):
        result_as(name, result, Wanted("fr"))
