"""Every example in the README and on the pages of docs/ does what the page says; a page is one test, top to bottom."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from doctest import ELLIPSIS, REPORT_NDIFF, Example, OutputChecker
from itertools import pairwise
from pathlib import Path

import pytest
import sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PROMPT = "$ "


def run_console(example: sybil.Example) -> None:
    """Run each command of a console block and compare what it prints."""
    lines = example.parsed.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line.startswith(PROMPT)]
    assert starts[:1] == [0], "a console block starts with a command"
    for start, end in pairwise([*starts, len(lines)]):
        command, expected = lines[start].removeprefix(PROMPT), "".join(lines[start + 1 : end])
        check_command(command, expected)


def check_command(command: str, expected: str) -> None:
    """Run one command of this project and compare what it prints, on either stream."""
    program, *arguments = shlex.split(command)
    assert program == "kamassess", f"only kamassess runs in a console block, not {program}"
    ran = subprocess.run(
        [Path(sys.executable).parent / program, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    # Where durable-rules cannot be imported one line more says so; the examples show what both engines give.
    printed = "".join(one for one in ran.stdout.splitlines(keepends=True) if "no second opinion" not in one)
    checker, wanted = OutputChecker(), Example(command, expected)
    assert checker.check_output(expected, printed, ELLIPSIS), (
        f"$ {command}{checker.output_difference(wanted, printed, REPORT_NDIFF)}"
    )


EXAMPLES = sybil.Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", run_console), SkipParser()]
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_example_on_a_page_does_what_the_page_says(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python blocks run in one session; of a console block each line that starts with ``$ kamassess`` is run."""
    monkeypatch.chdir(ROOT)
    for example in EXAMPLES.parse(page).examples():
        example.evaluate()
