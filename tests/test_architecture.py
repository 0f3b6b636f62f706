"""What holds for the project as a whole: its layers, what it loads, what it ships, what it does not tell."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from importlib.metadata import requires
from importlib.resources import files
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]

HEAVY = {
    "altair", "dask", "distributed", "docxtpl", "durable", "jinja2", "narwhals", "networkx", "numpy",
    "pandas", "polars", "pyarrow", "pygraphviz", "python_calamine", "typst", "vl_convert", "xlsxwriter",
}  # fmt: skip


def project_files() -> list[Path]:
    """Every text file of the project, committed or about to be."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("only git knows which files are the project's, and this is not its checkout")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8192]]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Where in the project's files a pattern occurs."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in project_files()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_imports_point_down_and_libraries_stay_where_they_belong(capsys: pytest.CaptureFixture[str]) -> None:
    kept = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True) == 0
    assert kept, capsys.readouterr().out


def test_importing_kamassess_loads_no_heavy_library() -> None:
    program = "import sys, kamassess; print(*{name.partition('.')[0] for name in sys.modules})"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8")
    assert HEAVY.isdisjoint(ran.stdout.split())


def test_types_are_shipped() -> None:
    assert files("kamassess").joinpath("py.typed").is_file()


def test_the_extra_all_has_what_every_other_extra_for_users_has() -> None:
    needs: dict[str, set[str]] = defaultdict(set)
    for line in requires("kamassess") or ():
        requirement, _, marker = line.partition(";")
        for extra in re.findall(r"extra == [\"'](\w+)[\"']", marker):
            needs[extra].add(requirement.strip())
    users = needs.keys() - {"all", "benchmark", "dev", "lint", "test"}
    assert users == {"population", "report", "office", "cluster"}
    assert needs["all"] == set().union(*(needs[extra] for extra in users))


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    places = {ROOT, Path.home(), ROOT.parent} - {Path(tempfile.gettempdir()), Path("/")}
    rules = [rf"(?<![\w.]){re.escape(str(place))}(?![\w.-])" for place in places]
    rules += [r"(?<![\w.])/(?:home|Users)/\w", r"\b[A-Z]:\\Users\\"]
    assert lines_with(re.compile("|".join(rules))) == []


def test_no_file_sends_an_installer_to_a_registry() -> None:
    rules = r"index[-_]url|find[-]links|trusted[-]host|https?://\S+/simp[l]e\b|(?:files\.pythonho[s]ted|pyp[i])\.org"
    assert lines_with(re.compile(rules)) == []
