"""The pictures of an assessment, by name."""

from __future__ import annotations

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.graph.chart import Chart
from kamassess.later import Later
from kamassess.report.pictures import pictures, pictures_of_changes
from kamassess.report.plotting import Plot, PlotOfChanges
from kamassess.result import Result

NAMES = {
    "intervals": "intervals",
    "graph": "thread",
    "duties": "duties",
    "levels": "levels",
    "effort": "effort",
}


@pytest.fixture(scope="module")
def town() -> ka.Assessment:
    organisation = ka.load_organisation("docs/examples/voorbeeldstad.yaml")
    return ka.assess(organisation, ["customer-chains", "seven-levels"], as_of="2026-11-01")


@pytest.mark.parametrize("method", NAMES)
def test_each_draws_its_picture(town: ka.Assessment, method: str) -> None:
    drawn = {one.name: one for one in pictures(town.result, "nl")}
    assert getattr(town.plot, method)("nl") == drawn[NAMES[method]]


def test_a_notebook_shows_the_picture_and_a_prompt_says_it(town: ka.Assessment) -> None:
    shown = town.plot.duties()._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert town.plot.duties().alternative in shown["text/plain"]


def test_a_comparison_draws_how_its_scores_moved(town: ka.Assessment) -> None:
    compared = ka.compare(town, town)
    assert [compared.plot.moved("nl")] == list(pictures_of_changes(compared.compared, "nl"))
    nothing = evolve(compared.compared, scores=())
    with pytest.raises(ka.InvalidCall, match="nothing to draw"):
        PlotOfChanges(nothing).moved()


def test_handovers_are_of_the_chain_that_is_named(town: ka.Assessment) -> None:
    assert town.plot.handovers("chain:vergunningen") == town.plot.handovers("vergunningen")
    assert town.plot.handovers("vergunningen").name == "handovers:vergunningen"


def test_without_a_name_they_are_of_the_chain_with_the_most(town: ka.Assessment) -> None:
    first = next(one for one in pictures(town.result, "en") if one.name.startswith("handovers:"))
    assert town.plot.handovers() == first


def test_an_unknown_chain_is_refused_with_the_nearest_there_is(town: ka.Assessment) -> None:
    with pytest.raises(ka.InvalidCall, match=r"'vergunning' .* did you mean 'vergunningen'"):
        town.plot.handovers("vergunning")


def test_an_unknown_chain_that_is_near_to_none_is_refused_with_all_there_are(town: ka.Assessment) -> None:
    with pytest.raises(ka.InvalidCall, match=r"no chain 'x' .*; there are: .*vergunningen"):
        town.plot.handovers("x")


@pytest.mark.parametrize("method", [*NAMES, "handovers"])
def test_where_there_is_nothing_to_draw_it_says_so(result: Result, method: str) -> None:
    nothing = evolve(result, scores=(), diagnoses=(), charted=Later.known(Chart()))
    with pytest.raises(ka.InvalidCall, match="nothing to draw"):
        getattr(Plot(nothing), method)()
