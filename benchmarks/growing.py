"""
What an assessment costs as the work grows: nodes, checkpoints, organisations.

Sizes are measured in turn, each beside the one before it; a ratio of 2 says that
twice the work took twice as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

import kamassess as ka
from benchmarks.measuring import Times, Work, in_turn, ratio, table
from benchmarks.organisations import AS_OF, organisation
from kamassess.checklist.compiling import compile_checklists

NODES = (200, 400, 800, 1_600, 3_200, 6_400, 12_800, 20_000)
CHECKLISTS = (1, 2, 4, 8)
ORGANISATIONS = (4, 8, 16, 32)


def report() -> str:
    """Measure the three ways in which the work grows."""
    return "\n\n".join(
        (
            "Nodes, at the same mean degree, against all checklists:",
            growth(NODES, _of_nodes, lambda size: 5 if size > 3_200 else 11),
            "Checkpoints: all checklists, so many times over, on 200 nodes:",
            growth(CHECKLISTS, _of_checkpoints, lambda _: 11),
            "Organisations of 200 nodes, one after the other:",
            growth(ORGANISATIONS, _of_organisations, lambda _: 7),
        )
    )


def growth(sizes: Sequence[int], work: Callable[[int], Work], runs: Callable[[int], int]) -> str:
    """
    A table of sizes, each with its ratio to the size before.

    Args:
        sizes: the sizes, growing.
        work: what is done at a size.
        runs: how often it is done at a size.

    Returns:
        The table, in Markdown.
    """
    return table(
        ("size", "median (least to most)", "times the work", "times as long", "for twice the work"),
        list(_rows(sizes, work, runs)),
    )


def _rows(
    sizes: Sequence[int], work: Callable[[int], Work], runs: Callable[[int], int]
) -> Iterator[tuple[str, ...]]:
    before: tuple[int, Work] | None = None
    for size in sizes:
        now = (size, work(size))
        if before is None:
            (took,) = in_turn((now[1],), runs(size))
            yield f"{size:,}", took.shown(), "", "", ""
        else:
            less, took = in_turn((before[1], now[1]), runs(size))
            yield f"{size:,}", took.shown(), *_compared(size / before[0], less, took)
        before = now


def _compared(more: float, less: Times, took: Times) -> tuple[str, str, str]:
    longer = ratio(took, less)
    return f"{more:.2f}", f"{longer:.2f}", f"{2 * longer / more:.2f}"


def _of_nodes(nodes: int) -> Work:
    compiled = ka.compile(list(ka.builtin_checklists()))
    town = ka.Organisation.from_data(organisation(nodes, compiled.checklists))
    return lambda: ka.assess(town, compiled, as_of=AS_OF)


def _of_checkpoints(times: int) -> Work:
    loaded = [ka.load_checklist(name) for name in ka.builtin_checklists()]
    town = ka.Organisation.from_data(organisation(200))
    again = [evolve(one, id=f"{one.id}-{number}") for number in range(times) for one in loaded]
    compiled = compile_checklists(again)
    return lambda: ka.assess(town, compiled, as_of=AS_OF)


def _of_organisations(count: int) -> Work:
    compiled = ka.compile(list(ka.builtin_checklists()))
    data = organisation(200, compiled.checklists)
    towns = [ka.Organisation.from_data({**data, "id": f"town-{number}"}) for number in range(count)]
    return lambda: [ka.assess(town, compiled, as_of=AS_OF) for town in towns]
