"""The report as Markdown."""

from __future__ import annotations

from kamassess.report.composing import compose
from kamassess.report.markdown import to_markdown
from kamassess.result import Result
from kamassess.showing.markdown import render


def test_it_is_the_document_of_a_result(result: Result) -> None:
    assert to_markdown(result, "nl") == render(compose(result, "nl"))
