"""
Where the nodes of a layered graph stand, and how its links run: worked out by Graphviz.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from attrs import frozen

from kamassess.report.needing import need

Point = tuple[float, float]

_INCH: Final = 72
"""Graphviz takes sizes in inches, and gives places in points."""


@frozen
class Layout:
    """
    A graph with places, ``y`` running down.

    Args:
        width: how wide it is.
        height: how high it is.
        places: the middle of each node.
        curves: each link: where it begins, then three points for each Bézier piece.
    """

    width: float
    height: float
    places: tuple[Point, ...]
    curves: tuple[tuple[Point, ...], ...]


def laid_out(
    layers: Sequence[Sequence[int]], links: Sequence[tuple[int, int]], sizes: Sequence[tuple[float, float]]
) -> Layout:
    """
    Lay out a graph in layers from left to right.

    Args:
        layers: the nodes of each layer, as indexes of ``sizes``; each node is in one.
        links: from which node to which.
        sizes: how wide and how high each node is.

    Returns:
        The layout; the same graph has the same one.

    Raises:
        MissingLibrary: pygraphviz is not installed.
    """
    pygraphviz = need("pygraphviz", "report")
    # Names and labels are numbers of ours: Graphviz reads no text of anybody.
    graph = pygraphviz.AGraph(directed=True, strict=False, rankdir="LR", ranksep="0.34", nodesep="0.08")
    for node, (width, height) in enumerate(sizes):
        graph.add_node(
            node, shape="box", fixedsize="true", label="", width=width / _INCH, height=height / _INCH
        )
    there = [layer for layer in layers if layer]
    for layer in there:
        graph.add_subgraph(layer, rank="same")
    for before, after in pairwise(there):
        graph.add_edge(before[0], after[0], key="order", style="invis", weight=0)
    for at, (tail, head) in enumerate(links):
        graph.add_edge(tail, head, key=f"link {at}", arrowhead="none")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Graphviz says of fonts, of which it needs none
        graph.layout(prog="dot")
    _, _, width, height = map(float, graph.graph_attr["bb"].split(","))
    return Layout(
        width,
        height,
        tuple(_turned(graph.get_node(node).attr["pos"], height) for node in range(len(sizes))),
        tuple(
            _curve(graph.get_edge(tail, head, f"link {at}"), height) for at, (tail, head) in enumerate(links)
        ),
    )


def _turned(place: str, height: float) -> Point:
    x, y = map(float, place.split(","))
    return x, height - y


def _curve(edge: Any, height: float) -> tuple[Point, ...]:
    return tuple(_turned(one, height) for one in edge.attr["pos"].replace("\\\n", "").split())
