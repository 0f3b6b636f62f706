"""Every public object shows itself: in a notebook as HTML or Markdown, at a prompt as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import FunctionType
from typing import Any, get_args, get_type_hints

import pytest
from attrs import evolve, fields, has

import kamassess as ka
from kamassess import analyses
from kamassess.checklist.reading import read_checklist
from kamassess.checklist.tokens import SyntaxMistake
from kamassess.errors import EnginesDiffer, KamassessError, MissingLibrary, Mistake, Place
from kamassess.later import Later
from kamassess.model.organisation import Asked, Waiver
from kamassess.model.reading import read_organisation
from kamassess.result import Said
from kamassess.showing.display import FORMS, bundle
from kamassess.showing.document import Paragraph
from kamassess.showing.shown import MOST_LINES, Listing, Shown
from kamassess.source import read_text
from tests.material import AS_OF, CHECKLIST, ORGANISATION
from tests.report.conftest import HOSTILE, shown
from tests.showing.parsing import read_html, read_markdown, said
from tests.showing.parsing import read_text as read_plain

PUBLIC = {
    f"{module.__name__}.{name}": getattr(module, name) for module in (ka, analyses) for name in module.__all__
}


# ------------------------------------------------------------------ what there is to show
@cache
def samples() -> Mapping[str, Shown]:
    """One of every class that shows itself, by the name of the class: of the first that there are the longest."""
    found: dict[str, list[Shown]] = {}
    for one in _made():
        for it in _inside(one):
            found.setdefault(type(it).__name__, []).append(it)
    return {name: max(several[:20], key=lambda one: len(repr(one))) for name, several in found.items()}


def _made() -> Iterator[object]:
    town = read_organisation(read_text(ORGANISATION, "town.yaml"))
    checklist = read_checklist(read_text(CHECKLIST, "small.yaml"))
    before, after = (ka.assess(town, checklist, as_of=day) for day in (AS_OF, "2027-02-01"))
    view = ka.view(town, as_of=AS_OF)
    yield from (town, checklist, checklist.checkpoints, ka.compile(checklist), before, before.result)
    yield from (before.findings, before.verdicts, before.scores, before.open, before.result.diagnoses)
    yield from (before.show(), before.plot)
    compared = ka.compare(before, after)
    yield from (compared, compared.plot, compared.compared, compared.changes, compared.scores)
    works = ka.load_organisation("docs/examples/voorbeeldstad.yaml")
    company = ka.load_organisation("docs/examples/servicebedrijf.yaml")
    for one in (view, ka.view(works, as_of=AS_OF), ka.view(company, as_of=AS_OF)):
        yield one
        for chain in one.graph.kinds["chain"]:
            yield from (analyses.handovers(one, chain), analyses.boundaries(one, chain))
            yield analyses.golden_thread(one, chain)
        for analysis in OF_A_VIEW:
            yield analysis(one)
    place = Place("a.yaml", 1, 2)
    yield from (place, Mistake(place, "unknown key", "title"), EnginesDiffer(["one rule"], "a case"))
    yield from (MissingLibrary("xlsxwriter", "office"), SyntaxMistake(3, "a rule ends here"))
    yield from (
        Asked("customer-chains", "1.0.0", "f00d"),
        Said("yes", reason={"nl": "nee", "en": "no"}),
        Waiver("K-1", "chain:a", {"en": "later"}, "jan", date(2027, 1, 1)),
    )
    yield from (error([Mistake(place, "unknown key")]) for error in ka.InvalidInput.__subclasses__())
    yield from (ka.InvalidInput([Mistake(place, "unknown key")]), KamassessError("no"), ka.InvalidCall("no"))


OF_A_VIEW = (
    analyses.chains_to_merge, analyses.coupling, analyses.customers_by_level, analyses.division_of_roles,
    analyses.duty_matrix, analyses.effort, analyses.not_served, analyses.over_time, analyses.redesigns,
    analyses.shortages, analyses.silo_kpis,
)  # fmt: skip


def _inside(value: object) -> Iterator[Shown]:
    """A value, and what stands in it, if they show themselves."""
    if isinstance(value, Shown):
        yield value
    if isinstance(value, tuple):
        for one in value[:5]:
            yield from _inside(one)
    elif has(type(value)):
        for field in fields(type(value)):
            yield from _inside(getattr(value, field.name))


def classes() -> dict[str, type[Shown]]:
    """Every class that shows itself."""
    for module in walk_packages(ka.__path__, "kamassess."):
        if not module.name.startswith(("kamassess.engine.rete", "kamassess.__main__")):
            import_module(module.name)
    found: dict[str, type[Shown]] = {}
    waiting = Shown.__subclasses__()
    while waiting:
        one = waiting.pop()
        waiting += one.__subclasses__()
        if one.__module__.startswith("kamassess"):
            found[one.__name__] = one
    return found


def saying(value: Any, text: str) -> Any:
    """A value in which every text is this one; words of the norm are no texts."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, Later):
        return Later.known(saying(value.value, text))
    if has(type(value)):
        parts = {one.alias: getattr(value, one.name) for one in fields(type(value)) if one.init}
        return evolve(value, **{name: saying(part, text) for name, part in parts.items()})
    if isinstance(value, Mapping):
        return {key: saying(one, text) for key, one in value.items()}
    if isinstance(value, tuple | frozenset | list):
        return type(value)(saying(one, text) for one in value)
    return value


# ------------------------------------------------------------------ that it is shown
@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_class_shows_itself(name: str) -> None:
    """Words of the norm (an ``Enum``) are texts, and show themselves as such."""
    public = PUBLIC[name]
    assert not isinstance(public, type) or issubclass(public, Shown | Enum)


@pytest.mark.parametrize("name", [name for name, one in PUBLIC.items() if isinstance(one, FunctionType)])
def test_what_a_public_function_returns_shows_itself(name: str) -> None:
    function = PUBLIC[name]
    try:
        returned = get_type_hints(function)["return"]
    except NameError:  # of a type that is imported when it is asked for
        return
    for one in (returned, *get_args(returned)):
        if isinstance(one, type) and one.__module__.startswith("kamassess"):
            assert issubclass(one, Shown | Enum)
        assert one is not tuple
        assert getattr(one, "__origin__", None) is not tuple


def test_there_is_a_sample_of_every_class_that_shows_itself() -> None:
    assert samples().keys() == classes().keys()


@pytest.mark.parametrize("name", sorted(samples()))
class TestEach:
    def test_it_is_shown_in_three_forms_that_others_can_read(self, name: str) -> None:
        one = samples()[name]
        forms = one._repr_mimebundle_()
        assert forms.keys() == FORMS.keys()
        assert read_html(forms["text/html"])[1].strip()
        assert read_markdown(forms["text/markdown"])[1].strip()
        assert read_plain(forms["text/plain"]).strip()

    def test_it_is_shown_alike_each_time(self, name: str) -> None:
        one = samples()[name]
        assert one._repr_mimebundle_() == one._repr_mimebundle_()
        assert repr(one) == repr(one)

    def test_its_lines_at_a_prompt_are_few(self, name: str) -> None:
        assert len(repr(samples()[name])) < 6_000

    def test_it_is_given_only_in_the_forms_that_are_asked_for(self, name: str) -> None:
        one = samples()[name]
        assert one._repr_mimebundle_(include={"text/html"}).keys() == {"text/html"}
        assert one._repr_mimebundle_(exclude={"text/html"}).keys() == {"text/plain", "text/markdown"}


# ------------------------------------------------------------------ hostile texts
def hostile(text: str) -> Iterator[tuple[str, Shown]]:
    for name, one in samples().items():
        if isinstance(one, ka.InvalidInput):
            yield name, type(one)([Mistake(Place(text, None, None, text), text, text)])
        elif isinstance(one, EnginesDiffer | MissingLibrary):
            yield (
                name,
                type(one)([text], text) if isinstance(one, EnginesDiffer) else MissingLibrary(text, text),
            )
        elif isinstance(one, SyntaxMistake):
            yield name, SyntaxMistake(3, text, text)
        elif isinstance(one, KamassessError):
            yield name, type(one)(text)
        elif name == "View":
            yield name, ka.view(ka.Organisation("x", nodes=()), as_of=AS_OF)
        elif name not in (
            "Assessment",
            "Comparison",
            "Display",
            "Result",
            "Changes",
            "Plot",
            "PlotOfChanges",
        ):
            yield name, saying(one, text)


@pytest.mark.parametrize("text", HOSTILE, ids=shown)
def test_no_text_of_anything_shown_is_markup_or_obeyed(text: str) -> None:
    for name, one in hostile(text):
        forms = one._repr_mimebundle_()
        tags, words = read_html(forms["text/html"])
        marks, _ = read_markdown(forms["text/markdown"])
        read_plain(forms["text/plain"])
        assert len(forms["text/html"]) < 100_000
        assert marks.count("table_open") <= tags.count("table"), name
        read_plain(repr(one).replace("\n", "") + (str(one) if type(one).__str__ is Shown.__str__ else ""))
        assert said(text)[:100] in words or name in WITHOUT_TEXT, name


WITHOUT_TEXT = {"AtLevel", "Handovers", "Interval", "Month", "Possible", "View"}
"""They hold numbers and words of the norm."""


# ------------------------------------------------------------------ a listing
class TestListing:
    def test_it_is_a_tuple(self) -> None:
        assert Listing([1, 2]) == (1, 2)
        assert hash(Listing([1, 2])) == hash((1, 2))

    def test_a_part_of_it_is_one_too(self) -> None:
        assert type(Listing([1, 2, 3])[1:]) is Listing
        assert Listing([1, 2, 3])[-1] == 3

    def test_a_long_one_tells_how_many_more_there_are(self) -> None:
        long = Listing(range(MOST_LINES + 2))
        assert repr(long).endswith("19,\n ... and 2 more)")
        assert all("and 2 more" in form for form in long._repr_mimebundle_().values())

    def test_a_short_one_is_written_as_a_tuple(self) -> None:
        assert [repr(Listing(range(count))) for count in range(3)] == ["()", "(0,)", "(0,\n 1)"]

    def test_one_of_nothing_says_so(self) -> None:
        assert Listing()._repr_mimebundle_()["text/plain"] == "  none"


def test_a_document_is_rendered_once_for_each_form() -> None:
    assert bundle((Paragraph("a"),), plain="b")["text/plain"] == "b"


def test_a_display_is_its_document_at_a_prompt() -> None:
    shown = samples()["Display"]
    assert repr(shown) == shown._repr_mimebundle_()["text/plain"]
    assert len(repr(shown).splitlines()) > 10
