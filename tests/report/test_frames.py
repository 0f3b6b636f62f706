"""A result as frames and Parquet: the rows of the CSV, with types."""

from __future__ import annotations

import csv
import sys
from datetime import date
from fractions import Fraction
from io import BytesIO, StringIO

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.report.csv import to_csv
from kamassess.report.frames import changes_to_frame, changes_to_parquet, to_frame, to_parquet
from kamassess.report.tables import CHANGE_TABLES, TABLES
from kamassess.result import Result
from tests.report.conftest import HOSTILE, assess, saying, shown

pl = pytest.importorskip("polars", reason="frames are made by Polars, of the extra 'population'")


@pytest.fixture
def pandas() -> object:
    return pytest.importorskip("pandas", reason="pandas is the caller's own")


class TestPolars:
    @pytest.mark.parametrize("what", TABLES)
    def test_has_the_heads_and_rows_of_the_csv(self, result: Result, what: str) -> None:
        frame = to_frame(result, what, "nl")
        assert tuple(frame.columns) == TABLES[what].heads
        assert frame.height == len(list(csv.reader(StringIO(to_csv(result, what), newline="")))) - 1

    @pytest.mark.parametrize("what", TABLES)
    def test_has_its_types_without_rows_too(self, result: Result, what: str) -> None:
        nothing = evolve(result, verdicts=(), findings=(), scores=())
        assert to_frame(nothing, what).schema == to_frame(result, what).schema

    def test_a_number_a_day_a_flag_and_several_names_are_what_they_are(self, result: Result) -> None:
        findings, verdicts = to_frame(result, "findings"), to_frame(result)
        assert findings.schema["act"] == pl.List(pl.String)
        assert ["Bob Bos", "Cas Citroen"] in findings["act"].to_list()
        assert verdicts.schema["claimed_low"] == pl.Float64
        assert verdicts["as_of"].unique().to_list() == [date(2026, 11, 1)]
        assert verdicts["open"].to_list() == [one.open for one in result.verdicts]

    def test_what_is_not_there_is_null(self, result: Result) -> None:
        verdicts = to_frame(result)
        without = verdicts.filter(pl.col("claimed") == "not-applicable")
        assert without["claimed_low"].null_count() == without.height > 0
        findings = to_frame(result, "findings")
        assert findings["checkpoint"].null_count() == [one.checkpoint for one in result.findings].count(None)
        assert findings.select(pl.col(pl.String).eq("").any()).row(0).count(True) == 0

    def test_a_score_is_the_nearest_number(self, result: Result) -> None:
        score = evolve(result.scores[0], claimed=Fraction(1, 3), published=Fraction(-203))
        (row,) = to_frame(evolve(result, scores=(score,)), "scores").to_dicts()
        assert (row["claimed"], row["published"]) == (1 / 3, -203.0)

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_text_is_what_it_is(self, result: Result, text: str) -> None:
        frame = to_frame(saying(result, text), "findings")
        assert set(frame["message"]) == {text}
        assert set(frame["focus_name"]) == {text}
        assert set(frame["accepted_reason"]) - {None} == {text}


class TestPandas:
    @pytest.mark.parametrize("what", TABLES)
    def test_says_the_same_as_polars(self, result: Result, what: str, pandas: object) -> None:
        frame, other = to_frame(result, what, library="pandas"), to_frame(result, what)
        assert list(frame.columns) == other.columns
        for name in other.columns:
            # A day is the beginning of that day in pandas, and what is not there is NA.
            cells = [None if not isinstance(it, list) and frame_is_na(it) else it for it in frame[name]]
            expected = other[name].to_list()
            assert [it.date() if hasattr(it, "date") else it for it in cells] == expected

    def test_types_are_those_that_can_be_null(self, result: Result, pandas: object) -> None:
        types = to_frame(result, "scores", library="pandas").dtypes.astype(str)
        assert (types["rung"], types["claimed"], types["may_be_empty"]) == ("Int64", "Float64", "boolean")
        assert types["as_of"] == "datetime64[s]"

    def test_a_table_of_nothing_has_its_types_too(self, result: Result, pandas: object) -> None:
        nothing = to_frame(evolve(result, scores=()), "scores", library="pandas")
        assert nothing.dtypes.equals(to_frame(result, "scores", library="pandas").dtypes)


def frame_is_na(value: object) -> bool:
    import pandas as pd

    return bool(pd.isna(value))


class TestComparison:
    @pytest.mark.parametrize("what", CHANGE_TABLES)
    def test_has_its_tables_as_frames(self, result: Result, what: str) -> None:
        changes = compare_results(result, result)
        frame = ka.compare(ka.Assessment(result), ka.Assessment(result)).to_frame(what)
        assert tuple(frame.columns) == CHANGE_TABLES[what].heads
        assert frame.equals(changes_to_frame(changes, what))
        assert frame["later"].unique().to_list() == [result.as_of]

    def test_where_a_change_can_come_from_is_a_list(self, result: Result) -> None:
        later = evolve(result, as_of=result.as_of.replace(day=2))
        frame = changes_to_frame(compare_results(evolve(result, findings=()), later))
        assert frame["origins"].to_list() == [["day"]] * frame.height


class TestParquet:
    @pytest.mark.parametrize("what", TABLES)
    def test_is_read_back_as_the_frame(self, result: Result, what: str) -> None:
        written = ka.Assessment(result).to_parquet(what, "nl")
        assert pl.read_parquet(BytesIO(written)).equals(to_frame(result, what, "nl"))

    @pytest.mark.parametrize("what", CHANGE_TABLES)
    def test_of_a_comparison_too(self, result: Result, what: str) -> None:
        changes = compare_results(result, result)
        written = ka.compare(ka.Assessment(result), ka.Assessment(result)).to_parquet(what)
        assert written == changes_to_parquet(changes, what)
        assert pl.read_parquet(BytesIO(written)).equals(changes_to_frame(changes, what))

    def test_the_same_assessment_gives_the_same_bytes(self, result: Result) -> None:
        from tests.material import ORGANISATION

        assert to_parquet(result, "findings") == to_parquet(assess(ORGANISATION), "findings")

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_text_is_what_it_is(self, result: Result, text: str) -> None:
        written = to_parquet(saying(result, text), "findings")
        assert set(pl.read_parquet(BytesIO(written))["message"]) == {text}


class TestWhatThereIsNot:
    def test_an_unknown_table_or_library_is_refused_with_the_nearest(self, result: Result) -> None:
        with pytest.raises(ka.InvalidCall, match="no table 'finding'; did you mean 'findings'"):
            to_frame(result, "finding")
        with pytest.raises(ka.InvalidCall, match="no frames of 'panda'; did you mean 'pandas'"):
            to_frame(result, library="panda")
        with pytest.raises(ka.InvalidCall, match="no frames of 'R'; there are polars and pandas"):
            to_frame(result, library="R")

    @pytest.mark.parametrize(
        ("library", "installed"),
        [("polars", r"pip install 'kamassess\[population\]'"), ("pandas", "pip install pandas")],
    )
    def test_a_library_that_is_not_there_is_told_with_what_installs_it(
        self, result: Result, library: str, installed: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(ka.MissingLibrary, match=f"needs {library}, .*{installed}"):
            to_frame(result, library=library)
