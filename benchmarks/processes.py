"""
Whole processes, from start to end, beside a Python that does nothing.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.measuring import Work, in_turn, ratio, table

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).parent / "kamassess"
EXAMPLE = "docs/examples/voorbeeldstad.yaml"

PROCESSES: dict[str, list[str]] = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "python -c 'import kamassess'": [sys.executable, "-c", "import kamassess"],
    "kamassess --help": [str(PROGRAM), "--help"],
    "kamassess assess, one checklist, two engines": [
        str(PROGRAM), "assess", EXAMPLE, "--checklist", "customer-chains", "--as-of", "2026-11-01",
    ],
}  # fmt: skip


def report(runs: int = 15) -> str:
    """Measure each process."""
    times = in_turn([_started(command) for command in PROCESSES.values()], runs)
    rows = [
        (f"`{name}`", took.shown(), f"{ratio(took, times[0]):.0f}")
        for name, took in zip(PROCESSES, times, strict=True)
    ]
    return table(("process", "median (least to most)", "times as long as nothing"), rows)


def _started(command: list[str]) -> Work:
    def start() -> None:
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        if ended.returncode > 1:  # 1 says that the organisation falls short
            raise RuntimeError(ended.stderr.decode())

    return start
