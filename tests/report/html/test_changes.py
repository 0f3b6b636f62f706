"""A comparison as a page."""

from __future__ import annotations

import pytest

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.model.terms import LANGUAGES
from kamassess.report.changes import compose_changes
from kamassess.report.html import changes_to_html
from kamassess.result import Result
from kamassess.showing.document import Entry
from tests.material import ORGANISATION
from tests.report.conftest import HOSTILE, assess, shown
from tests.report.html.conftest import saying_everywhere
from tests.report.html.reading import Reader

BETTER = ORGANISATION.replace(
    "en: Handling objections}, trigger", "en: Handling objections}, owners: [bob], trigger"
)


@pytest.fixture(scope="session")
def better() -> Result:
    """The small town once somebody owns the objections."""
    return assess(BETTER)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_the_text_report_tells_stands_in_it(result: Result, better: Result, language: str) -> None:
    changes = compare_results(result, better)
    read = Reader(changes_to_html(changes, language))
    titles = [one.title for one in compose_changes(changes, language) if isinstance(one, Entry)]
    assert titles
    assert [one for one in titles if one not in read.text] == []
    assert read.named("html") == [{"lang": language}]
    assert changes_to_html(changes, language) == ka.compare(
        ka.Assessment(result), ka.Assessment(better)
    ).to_html(language)


@pytest.mark.parametrize("text", [one for one in HOSTILE if len(one) < 1_000], ids=shown)
def test_no_text_adds_an_element_or_an_attribute(result: Result, better: Result, text: str) -> None:
    def elements(said: str) -> list[tuple[str, list[str]]]:
        both = (saying_everywhere(one, said) for one in (result, better))
        return [(tag, list(it)) for tag, it in Reader(changes_to_html(compare_results(*both))).elements]

    assert elements(text) == elements("plain")
