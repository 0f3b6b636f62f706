"""
Measure, and print the tables of ``docs/benchmarks.md``.

``python -m benchmarks`` runs all; ``python -m benchmarks linking`` one of them.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from os import cpu_count

from benchmarks import assessing, forms, growing, linking, processes

BENCHMARKS: dict[str, tuple[str, Callable[[], str]]] = {
    "assessing": ("One organisation", assessing.report),
    "linking": ("Links alone, beside pySHACL", linking.report),
    "growing": ("As the work grows", growing.report),
    "forms": ("Every form of a report", forms.report),
    "processes": ("Whole processes", processes.report),
}


def main(chosen: Sequence[str]) -> int:
    """Run some benchmarks, or all."""
    unknown = [one for one in chosen if one not in BENCHMARKS]
    if unknown:
        print(f"no benchmark {unknown[0]!r}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    print(f"kamassess {version('kamassess')}, Python {platform.python_version()}, {cpu_count()} cores")
    for name in chosen or BENCHMARKS:
        title, report = BENCHMARKS[name]
        print(f"\n## {title}\n\n{report()}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
