"""
A legend: what the marks of a picture mean, in as many lines as it needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from kamassess.report.pictures.lettering import width_of
from kamassess.report.pictures.svg import together, words

_SIZE = 11
_MARK, _ROW = 22, 20


def legend(
    x: float, y: float, width: float, marks: Iterable[tuple[Element, str]], *, size: float = _SIZE
) -> tuple[list[Element], float]:
    """
    Marks with what they mean, side by side.

    Args:
        x: where the first begins.
        y: the top of the first line.
        width: how wide a line may be.
        marks: each mark, drawn around the point (0, 0), with what it means.
        size: of its letters.

    Returns:
        The shapes, and the height that they take.
    """
    shapes, at, row = [], 0.0, 0
    for mark, text in marks:
        wide = _MARK + width_of(text, size) * 1.06 + 20
        if at and at + wide > width:
            at, row = 0.0, row + 1
        middle = y + row * _ROW + _ROW / 2
        placed = together((mark,))
        placed.set("transform", f"translate({x + at + 8:.1f} {middle:.1f})")
        shapes += [placed, words(x + at + _MARK, middle + 4, text, size=size, fill="faint")]
        at += wide
    return shapes, (row + 1) * _ROW
