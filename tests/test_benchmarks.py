"""The benchmarks measure what they say; how long it takes is no test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import kamassess as ka
from benchmarks import forms, growing, linking, measuring, organisations
from benchmarks.__main__ import main
from benchmarks.measuring import Times, in_turn, ratio, table
from kamassess.report.formats import FORMATS


class TestOrganisations:
    @pytest.mark.parametrize("nodes", [80, 200, 400])
    def test_have_as_many_nodes_as_are_asked_for_and_can_be_read(self, nodes: int) -> None:
        town = ka.Organisation.from_data(organisations.organisation(nodes))
        assert len(town.nodes) == nodes

    @pytest.mark.parametrize("nodes", [40, 210])
    def test_of_another_size_are_refused(self, nodes: int) -> None:
        with pytest.raises(ValueError, match="built from blocks of 40 nodes"):
            organisations.organisation(nodes)

    def test_answer_the_questions_of_checklists(self) -> None:
        data = organisations.organisation(80, [ka.load_checklist("feedback-leadership")])
        assert {one.get("basis") for one in data["answers"]} >= {"record", "belief"}


class TestMeasuring:
    def test_works_take_turns(self) -> None:
        done: list[str] = []
        in_turn([lambda: done.append("a"), lambda: done.append("b")], 2)
        assert done == ["a", "b"] * 3

    def test_a_ratio_is_the_median_pair_by_pair(self) -> None:
        assert ratio(Times((2.0, 9.0, 4.0)), Times((1.0, 3.0, 1.0))) == 3

    def test_times_are_shown_with_their_unit(self) -> None:
        assert Times((0.001, 0.002, 0.004)).shown() == "2 ms (1 to 4)"
        assert Times((1.5,)).shown() == "1.5 s (1.5 to 1.5)"

    def test_tables_are_markdown(self) -> None:
        assert table(("a", "b"), [(1, "x")]) == "| a | b |\n| --- | --- |\n| 1 | x |"


def test_growth_tells_what_twice_the_work_costs(monkeypatch: pytest.MonkeyPatch) -> None:
    clock: Iterator[float] = iter([0, 10, *[0, 10, 0, 30]])
    monkeypatch.setattr(measuring, "perf_counter", lambda: next(clock))
    told = growing.growth((1, 4), lambda size: lambda: size, lambda size: 1)
    assert told.splitlines()[2:] == [
        "| 1 | 10 s (10 to 10) |  |  |  |",
        "| 4 | 30 s (30 to 30) | 4.00 | 3.00 | 1.50 |",
    ]


def test_pyshacl_finds_the_same_nodes() -> None:
    pytest.importorskip("pyshacl", reason="pySHACL comes with the extra 'benchmark'")
    assert "both find the same" in linking.report(runs=1)


def test_a_benchmark_that_does_not_exist_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speed"]) == 2
    assert "there are assessing, linking, growing, forms, processes" in capsys.readouterr().err


def test_every_form_is_measured_and_the_page_of_many_findings() -> None:
    told = forms.report(runs=1, nodes=80)
    assert all(f"| `{name}` |" in told for name in FORMATS)
    assert told.count(" kB |") == len(FORMATS) + 2
