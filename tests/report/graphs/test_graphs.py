"""The golden thread for other programs: what they read is what is there, whatever people wrote."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import Changes, compare_results
from kamassess.graph.chart import Chart
from kamassess.later import Later
from kamassess.report.graphs import (
    changes_to_dot,
    changes_to_graphml,
    changes_to_mermaid,
    to_dot,
    to_graphml,
    to_mermaid,
)
from kamassess.report.graphs.words import WORDS
from kamassess.report.xml import holdable
from kamassess.result import Result
from kamassess.showing.text import clean
from tests.report.conftest import HOSTILE, assess, shown
from tests.report.graphs.conftest import THREAD

LINKS = [
    ("vision:near", "policy:service"),
    ("policy:service", "objective:quick"),
    ("objective:quick", "kpi:days"),
    ("kpi:days", "chain:permits"),
    ("kpi:days", "chain:markets"),
    ("chain:permits", "person:ada"),
]


def named(result: Result, text: str) -> Result:
    """A result in which everything is called by a text."""
    both = {"nl": text, "en": text}
    return evolve(
        result,
        organisation=evolve(result.organisation, name=both),
        named=Later.known({**dict.fromkeys(result.names, both), "policy:buying": both}),
    )


def foci(result: Result) -> list[str]:
    return [one.focus for one in result.chart.nodes]


def test_the_thread_is_the_one_that_is_meant(town: Result) -> None:
    assert sorted((one.above, one.below) for one in town.chart.links) == sorted(LINKS)


def test_both_languages_have_every_word() -> None:
    assert all(dutch.strip() and english.strip() for dutch, english in WORDS.values())


@pytest.mark.parametrize("write", [to_mermaid, to_dot, to_graphml])
class TestEvery:
    def test_the_same_assessment_gives_the_same_bytes(
        self, write: Callable[[Result, str], str], town: Result
    ) -> None:
        assert write(town, "nl") == write(assess(THREAD), "nl") != write(town, "en")

    def test_a_saved_assessment_gives_the_same_graph(
        self, write: Callable[[Result, str], str], town: Result, tmp_path: Path
    ) -> None:
        file = tmp_path / "saved.json"
        file.write_text(ka.Assessment(town).to_json(), "utf-8")
        assert write(ka.load_assessment(file).result, "nl") == write(town, "nl")


class TestMermaid:
    def nodes(self, written: str) -> dict[str, str]:
        """The labels by id; every line is one of those that are written."""
        lines = written.splitlines()
        assert lines[0] == "flowchart LR"
        known: dict[str, str] = {}
        for line in lines[1:]:
            found = re.fullmatch(r'  (n\d+)\["([^"]*)"\]', line)
            if found:
                known[found[1]] = re.sub(r"#(\d+|quot);", lambda it: sign(it[1]), found[2])
                assert not set(re.sub(r"#(\d+|quot);", "", found[2])) & set("<>\"'`#;&%{}[]|:\\")
            else:
                assert re.fullmatch(
                    r"  n\d+ (-->|-\.->|-\.-x) n\d+|  classDef \w+ [\w:#,. -]+|  class n\d+(,n\d+)* \w+", line
                )
        return known

    def test_has_the_nodes_and_links_with_their_breaks(self, town: Result) -> None:
        written = ka.Assessment(town).to_mermaid()
        labels = list(self.nodes(written).values())
        assert labels[0] == "Nearby (vision)"
        assert "policy buying (policy, leads up to no vision, leads down to no owner)" in labels
        assert "Holding markets (chain, perhaps leads down to no owner)" in labels
        ids = dict(zip(foci(town), self.nodes(written), strict=True))
        for above, below in LINKS:
            arrow = "-.->" if above == "vision:near" else "-->"
            assert f"  {ids[above]} {arrow} {ids[below]}\n" in written
        assert f"  class {ids['policy:buying']} broken\n" in written

    def test_tells_it_in_dutch(self, town: Result) -> None:
        assert "beleid, leidt naar geen visie, leidt naar geen eigenaar" in to_mermaid(town, "nl")

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_name_is_text(self, town: Result, text: str) -> None:
        labels = self.nodes(to_mermaid(named(town, text)))
        assert {label.rpartition(" (")[0] for label in labels.values()} == {clean(text)}

    def test_no_icon_is_drawn_for_a_name(self, town: Result) -> None:
        assert "fa:fa-" not in to_mermaid(named(town, "fa:fa-car"))


def sign(entity: str) -> str:
    return '"' if entity == "quot" else chr(int(entity))


class TestDot:
    @pytest.fixture
    def read(self) -> Callable[[str], Any]:
        pygraphviz = pytest.importorskip("pygraphviz", reason="Graphviz reads DOT back")
        return lambda written: pygraphviz.AGraph(string=written)

    def test_has_the_nodes_and_links_with_their_breaks(
        self, town: Result, read: Callable[[str], Any]
    ) -> None:
        graph = read(ka.Assessment(town).to_dot())
        by_id = {str(one): one.attr for one in graph.nodes()}
        assert [it["focus"] for it in by_id.values()] == foci(town)
        links = [(by_id[one]["focus"], by_id[other]["focus"]) for one, other in graph.edges()]
        assert sorted(links) == sorted(LINKS)
        known = {it["focus"]: (it["breaks_up"], it["breaks_down"], it["penwidth"]) for it in by_id.values()}
        assert known["policy:buying"] == ("true", "true", "3")
        assert known["chain:markets"][1] == "unknown"
        assert [one.attr["style"] for one in graph.edges()].count("dashed") == 1

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_name_is_text(self, town: Result, read: Callable[[str], Any], text: str) -> None:
        graph = read(to_dot(named(town, text)))
        assert graph.number_of_nodes() == len(foci(town))
        for one in graph.nodes():
            # What Graphviz keeps of a label is how it is written, with its escapes and entities.
            label = unescape(one.attr["label"].replace("\\\\", "\\"))
            assert label.rpartition(" (")[0] == clean(text)
            assert not one.attr["label"].startswith("<")

    @pytest.mark.filterwarnings("ignore::RuntimeWarning")  # Graphviz tells what it thinks of fonts
    @pytest.mark.parametrize("text", [r"\N \G \l \n", "&lt;b&gt;", "<b>x</b>", '"\\', "a\\"], ids=shown)
    def test_what_is_drawn_is_what_was_written(
        self, town: Result, read: Callable[[str], Any], text: str
    ) -> None:
        drawn = ElementTree.fromstring(read(to_dot(named(town, text))).draw(format="svg", prog="dot"))
        texts = {one.text for one in drawn.iter("{http://www.w3.org/2000/svg}text")}
        assert f"{text} (vision)" in {str(one).replace("\xa0", " ") for one in texts}

    def test_a_graph_of_nothing_is_one(self, town: Result, read: Callable[[str], Any]) -> None:
        assert read(to_dot(evolve(town, charted=Later.known(Chart())))).number_of_nodes() == 0


class TestGraphml:
    def read(self, written: str) -> Any:
        return nx.read_graphml(BytesIO(written.encode()))

    def test_has_the_nodes_and_links_with_their_breaks(self, town: Result) -> None:
        graph = self.read(ka.Assessment(town).to_graphml())
        assert list(graph) == foci(town)
        assert sorted(graph.edges()) == sorted(LINKS)
        assert graph.nodes["policy:buying"] == {
            "kind": "policy",
            "name": "policy buying",
            "proven": True,
            "breaks_up": True,
            "breaks_down": True,
        }
        assert "breaks_down" not in graph.nodes["chain:markets"]  # which nobody knows
        assert graph.edges["vision:near", "policy:service"] == {"proven": False}

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_name_is_text(self, town: Result, text: str) -> None:
        graph = self.read(to_graphml(named(town, text)))
        assert list(graph) == foci(town)
        assert {one["name"] for one in graph.nodes.values()} == {holdable(text)}

    def test_a_graph_of_nothing_is_one(self, town: Result) -> None:
        assert len(self.read(to_graphml(evolve(town, charted=Later.known(Chart()))))) == 0


MENDED = (
    THREAD.replace("{id: buying}", "{id: hiring}")
    .replace('not_described: ["chain:markets.owners"]\n', "")
    .replace("en: Holding markets}}", "en: Holding markets}, owners: [ada]}")
    .replace(", owners: [ada]}\n    - {id: markets", "}\n    - {id: markets")
)
"""Markets have an owner now and permits have none; another policy stands for the one that hung on nothing."""


@pytest.fixture(scope="module")
def changes(town: Result) -> Changes:
    """The town, and as it was mended."""
    return compare_results(town, assess(MENDED))


@pytest.fixture(scope="module")
def back(town: Result) -> Changes:
    """As it was mended, and the town."""
    return compare_results(assess(MENDED), town)


class TestComparison:
    """Two threads in one: what is new, what is gone, and where it broke."""

    def test_graphml_tells_what_each_part_was(self, changes: Changes) -> None:
        graph = nx.read_graphml(BytesIO(changes_to_graphml(changes).encode()))
        assert {one: it["change"] for one, it in graph.nodes.items() if it["change"] != "kept"} == {
            "policy:hiring": "new",
            "policy:buying": "gone",
        }
        links = {ends: it["change"] for ends, it in graph.edges.items() if it["change"] != "kept"}
        assert links == {
            ("chain:markets", "person:ada"): "new",
            ("chain:permits", "person:ada"): "gone",
        }
        permits = graph.nodes["chain:permits"]
        assert (permits["breaks_down_before"], permits["breaks_down"]) == (False, True)
        assert "breaks_down_before" not in graph.nodes["chain:markets"]  # which nobody knew
        assert "breaks_up_before" not in graph.nodes["policy:hiring"]  # which was not there

    def test_mermaid_shows_what_is_new_gone_broken_and_mended(self, changes: Changes, back: Changes) -> None:
        read = TestMermaid()
        labels = list(read.nodes(changes_to_mermaid(changes)).values())
        assert "policy hiring (policy, leads up to no vision, leads down to no owner, new)" in labels
        assert "policy buying (policy, is not there any more)" in labels
        assert "Granting permits (chain, leads down to no owner)" in labels
        written = changes_to_mermaid(back)
        assert "Granting permits (chain, led down to no owner before)" in read.nodes(written).values()
        ids = {label.partition(" (")[0]: one for one, label in read.nodes(written).items()}
        assert f"  {ids['Holding markets']} -.-x {ids['Ada Aalders']}\n" in written
        assert f"  class {ids['policy hiring']} gone\n" in written
        assert f"  class {ids['policy buying']} new\n" in written

    def test_what_is_gone_does_not_break(self, changes: Changes) -> None:
        written = changes_to_mermaid(changes)
        ids = {label.partition(" (")[0]: one for one, label in TestMermaid().nodes(written).items()}
        (broken,) = re.findall(r"class (\S+) broken", written)
        assert ids["policy hiring"] in broken.split(",")
        assert ids["policy buying"] not in broken.split(",")

    def test_dot_tells_the_same(self, changes: Changes) -> None:
        pygraphviz = pytest.importorskip("pygraphviz", reason="Graphviz reads DOT back")
        graph = pygraphviz.AGraph(string=changes_to_dot(changes))
        known = {one.attr["focus"]: one.attr for one in graph.nodes()}
        assert (known["policy:buying"]["change"], known["policy:buying"]["style"]) == ("gone", "dotted")
        assert known["chain:permits"]["breaks_down_before"] == "false"
        assert [one.attr["change"] for one in graph.edges()].count("gone") == 1

    @pytest.mark.parametrize(
        ("write", "method"),
        [(changes_to_mermaid, "to_mermaid"), (changes_to_dot, "to_dot"), (changes_to_graphml, "to_graphml")],
    )
    def test_it_is_what_a_comparison_gives(
        self, write: Callable[[Changes, str], str], method: str, changes: Changes
    ) -> None:
        assert getattr(ka.Comparison(changes), method)("nl") == write(changes, "nl")

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_name_is_text(self, town: Result, text: str) -> None:
        hostile = compare_results(named(assess(MENDED), text), named(town, text))
        labels = TestMermaid().nodes(changes_to_mermaid(hostile)).values()
        names = {label.rpartition(" (")[0] for label in labels}
        assert names == {clean(text)}
        graph = nx.read_graphml(BytesIO(changes_to_graphml(hostile).encode()))
        assert {one["name"] for one in graph.nodes.values()} == {holdable(text)}
