"""A standard stream that is closed or full: a result that cannot be written is told, anything else is no fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MADE = ("-c", "./own.yaml", "--as-of", "2026-11-01")
PRINTING = {
    "assess": ("assess", "town.yaml", *MADE),
    "explain": ("explain", "town.yaml", *MADE, "A-1"),
    "report": ("report", "saved.json"),
    "compare": ("compare", "saved.json", "saved.json"),
    "check": ("check", "town.yaml"),
    "test": ("test", "customer-chains"),
    "questionnaire": ("questionnaire", "town.yaml", *MADE),
    "checklists": ("checklists",),
    "policies": ("policies",),
    "schema": ("schema", "checklist"),
    "init": ("init", "mine"),
    "version": ("--version",),
    "help": ("--help",),
    "help of a command": ("assess", "--help"),
}
SILENT = {
    "assess": (("assess", "town.yaml", *MADE, "-o", "a.txt"), 0),
    "report": (("report", "saved.json", "-o", "a.html"), 0),
    "template": (("template", "-o", "a.docx"), 0),
    "a misspelt command": (("asess",), 2),
    "a file that is not there": (("check", "twon.yaml"), 3),
    "interview": (("interview", "town.yaml", *MADE), 2),
}


@pytest.fixture
def saved(run: Run) -> Run:
    """Run a command in a folder that has a saved assessment too."""
    assert run("assess", "town.yaml", *MADE, "-o", "saved.json").status == 0
    return run


class TestAnOutputThatCannotBeWritten:
    @pytest.mark.parametrize("name", PRINTING)
    def test_is_told_where_it_is_closed(self, saved: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stdout", None)
        ran = saved(*PRINTING[name])
        assert ran.status == 3, ran
        assert ran.err.endswith("standard output: the result cannot be written (it is closed)\n")

    @pytest.mark.parametrize("name", PRINTING)
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="nothing is always full here")
    def test_is_told_where_it_is_full(self, saved: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            monkeypatch.setattr(sys, "stdout", full)
            ran = saved(*PRINTING[name])
        assert ran.status == 3, ran
        assert "standard output: the result cannot be written (No space" in ran.err

    @pytest.mark.parametrize("name", SILENT)
    def test_is_no_fault_where_nothing_is_written_to_it(
        self, saved: Run, name: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "stdout", None)
        arguments, status = SILENT[name]
        assert saved(*arguments).status == status


class TestAnErrorThatCannotBeWritten:
    @pytest.mark.parametrize("name", SILENT)
    def test_is_lost_and_never_a_result(self, saved: Run, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stderr", None)
        arguments, status = SILENT[name]
        ran = saved(*arguments)
        assert (ran.status, ran.out) == (status, "")


def test_the_name_of_a_file_tells_a_terminal_nothing(run: Run) -> None:
    name = "a\x1b[2J\u202e.yaml"
    assert run("check", name).err == "a?[2J?.yaml: there is no such file\n"
    Path(name).write_text("id: town\n")
    assert run("check", name).out == "a?[2J?.yaml: organisation, fine\n"


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams as a POSIX shell does")
class TestTheProgram:
    @pytest.mark.parametrize(
        ("closed", "arguments", "status"),
        [
            (">&-", ("checklists",), 3),
            (">&- 2>&-", ("checklists",), 3),
            ("2>&-", ("check", "nowhere.yaml"), 3),
            ("2>/dev/full", ("check", "nowhere.yaml"), 3),
            ("2>/dev/full", ("asess",), 2),
            ("<&-", ("interview", "nowhere.yaml", "-c", "customer-chains"), 2),
            ("<&- >&- 2>&-", ("template", "-o", "t.docx"), 0),
        ],
    )
    def test_ends_with_its_own_status_whatever_is_closed(
        self, tmp_path: Path, closed: str, arguments: tuple[str, ...], status: int
    ) -> None:
        command = f'exec {sys.executable} -m kamassess "$@" {closed}'
        ran = subprocess.run(
            ["bash", "-c", command, "bash", *arguments],
            capture_output=True,
            cwd=tmp_path,
            env={"PYTHONPATH": str(Path(__file__).resolve().parents[2])},
            check=False,
        )
        assert ran.returncode == status, ran
        assert b"Traceback" not in ran.stderr
        assert ran.stdout == b""

    def test_a_file_that_is_written_does_not_take_the_place_of_a_closed_stream(self, tmp_path: Path) -> None:
        command = f"exec {sys.executable} -m kamassess init mine >&- 2>&-"
        env = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
        assert subprocess.run(["bash", "-c", command], cwd=tmp_path, env=env, check=False).returncode == 3
        assert (tmp_path / "mine/organisation.yaml").read_text("utf-8").endswith("answers: []\n")
