"""
How the benchmarks measure: medians of several runs, and ratios of runs that took turns.

A machine that others use too is now fast, now slow. What is compared therefore
runs in turn, A B A B, and the ratio is the median of the ratios pair by pair.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter

from attrs import frozen

Work = Callable[[], object]


@frozen
class Times:
    """
    How long some work took, run after run.

    Args:
        seconds: one number a run.
    """

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one, in seconds."""
        return median(self.seconds)

    def shown(self) -> str:
        """The median with its unit, and between which ends the runs lay."""
        unit, factor = ("s", 1.0) if self.median >= 1 else ("ms", 1e3)
        low, middle, high = (one * factor for one in (min(self.seconds), self.median, max(self.seconds)))
        return f"{middle:.3g} {unit} ({low:.3g} to {high:.3g})"


def in_turn(works: Sequence[Work], runs: int) -> tuple[Times, ...]:
    """
    Run several works in turn.

    Args:
        works: what is measured; each is run once before, and not counted.
        runs: how often each is counted.

    Returns:
        The times of each.
    """
    for work in works:
        work()
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, told in zip(works, times, strict=True):
            gc.collect()  # what others left behind is not for this one to clear up
            start = perf_counter()
            work()
            told.append(perf_counter() - start)
    return tuple(Times(tuple(one)) for one in times)


def ratio(one: Times, other: Times) -> float:
    """How many times as long the first took as the second: the median pair by pair."""
    return median(a / b for a, b in zip(one.seconds, other.seconds, strict=True))


def table(heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
