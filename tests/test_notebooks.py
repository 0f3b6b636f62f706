"""The notebooks in docs/ run from top to bottom in a fresh kernel, and show what they say."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="notebooks are read by nbformat, of the extra 'test'")
nbclient = pytest.importorskip("nbclient", reason="notebooks are run by nbclient, of the extra 'test'")
pytest.importorskip("ipykernel", reason="notebooks are run in ipykernel, of the extra 'test'")
pytest.importorskip("polars", reason="the notebooks use frames of Polars, of the extra 'population'")
pytest.importorskip("pygraphviz", reason="the notebooks draw the golden thread, by the extra 'report'")

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = {path.stem: path for path in sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))}


@cache
def run(name: str) -> Any:
    """A notebook after it was run: in a kernel of its own, with this checkout's kamassess, without a network."""
    from traitlets.config import Config

    notebook = nbformat.read(NOTEBOOKS[name], as_version=4)
    with TemporaryDirectory(prefix="nb") as home:  # a short name: that of a socket may not be long
        sockets = {"transport": "ipc", "ip": f"{home}/k", "connection_file": f"{home}/c.json"}
        client = nbclient.NotebookClient(
            notebook,
            kernel_name="python3",
            timeout=60,
            resources={"metadata": {"path": str(NOTEBOOKS[name].parent)}},
            config=Config(KernelManager=sockets),
        )
        client.execute(
            env={**os.environ, "PYTHONPATH": str(ROOT), "IPYTHONDIR": home, "JUPYTER_RUNTIME_DIR": home}
        )
    return notebook


def outputs(name: str) -> Iterator[Any]:
    for cell in run(name).cells:
        yield from cell.get("outputs", ())


def shown(name: str, form: str) -> list[str]:
    return [one["data"][form] for one in outputs(name) if form in one.get("data", {})]


def test_there_are_two() -> None:
    assert list(NOTEBOOKS) == ["before-and-after", "maturity-scan"]


@pytest.mark.parametrize("name", NOTEBOOKS)
class TestEach:
    def test_it_is_kept_without_what_it_shows(self, name: str) -> None:
        """What it shows follows from what stands in it, and would be another with each version of a library."""
        notebook = nbformat.read(NOTEBOOKS[name], as_version=4)
        nbformat.validate(notebook)
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        assert code
        assert not any(cell.outputs or cell.execution_count for cell in code)

    def test_it_runs_and_nothing_is_warned_of(self, name: str) -> None:
        """An exception in a cell is raised here; a warning goes to ``stderr``."""
        assert [one["text"] for one in outputs(name) if one.get("name") == "stderr"] == []

    def test_its_cells_show_something(self, name: str) -> None:
        silent = [cell.source for cell in run(name).cells if cell.cell_type == "code" and not cell.outputs]
        assert silent == []


def test_the_scan_shows_report_and_pictures() -> None:
    assert "Falls short" in "".join(shown("maturity-scan", "text/html"))
    assert len(shown("maturity-scan", "image/svg+xml")) == 6


def test_before_and_after_tells_what_it_is_about() -> None:
    """Three chains have an owner, a promise is no proof, and of two findings nobody knows any more."""
    (summary,) = (one for one in shown("before-and-after", "text/plain") if one.startswith("<Comparison"))
    assert summary.endswith(": 21 new, 2 unknown, 6 solved, 145 open>")
    assert len(shown("before-and-after", "image/svg+xml")) == 1
