"""
Shapes of SVG: plain elements with literal colours, that show alike on a page, in a document and alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element, tostring

from kamassess.report.pictures.lettering import SIZE, visible
from kamassess.report.pictures.paint import PAINTS

FONT: Final = "system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, 'Libertinus Serif', sans-serif"


def _element(tag: str, text: str = "", **attributes: str | float) -> Element:
    """An element; a name of an attribute is written with _ for -."""
    made = Element(
        tag, {name.replace("_", "-").strip("-"): _written(one) for name, one in attributes.items()}
    )
    made.text = visible(text) or None
    return made


def _written(value: str | float) -> str:
    return visible(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def _painted(fill: str | None, stroke: str | None) -> dict[str, str]:
    classes = ([f"k-{fill}"] if fill else []) + ([f"k-s-{stroke}"] if stroke else [])
    return {
        **({"class": " ".join(classes)} if classes else {}),
        "fill": PAINTS[fill][0] if fill else "none",
        **({"stroke": PAINTS[stroke][0]} if stroke else {}),
    }


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    thick: float = 1,
    dashed: bool = False,
    corner: float = 0,
) -> Element:
    """A rectangle, filled or drawn round with a paint."""
    made = _element("rect", x=x, y=y, width=width, height=height)
    _attach(made, _painted(fill, stroke))
    _lined(made, stroke, thick, dashed)
    if corner:
        made.set("rx", _written(corner))
    return made


def line(
    points: Iterable[tuple[float, float]], *, stroke: str = "line", thick: float = 1, dashed: bool = False
) -> Element:
    """A line through points."""
    made = _element("polyline", points=" ".join(f"{_written(x)},{_written(y)}" for x, y in points))
    _attach(made, _painted(None, stroke))
    _lined(made, stroke, thick, dashed)
    return made


def curve(
    points: tuple[tuple[float, float], ...], *, stroke: str = "line", thick: float = 1, dashed: bool = False
) -> Element:
    """A curve: where it begins, then three points for each Bézier piece."""
    (first, *others) = (f"{_written(x)},{_written(y)}" for x, y in points)
    made = _element("path", d=f"M{first} C{' '.join(others)}")
    _attach(made, _painted(None, stroke))
    _lined(made, stroke, thick, dashed)
    return made


def dot(
    x: float, y: float, radius: float, *, fill: str | None = None, stroke: str | None = None, thick: float = 1
) -> Element:
    """A circle."""
    made = _element("circle", cx=x, cy=y, r=radius)
    _attach(made, _painted(fill, stroke))
    _lined(made, stroke, thick, dashed=False)
    return made


def words(
    x: float,
    y: float,
    text: str,
    *,
    size: float = SIZE,
    fill: str = "ink",
    anchor: str = "start",
    bold: bool = False,
    turned: float = 0,
) -> Element:
    """One line of text; ``y`` is where it stands on, ``anchor`` is ``start``, ``middle`` or ``end``."""
    made = _element("text", text, x=x, y=y, font_size=size)
    _attach(made, _painted(fill, None))
    if anchor != "start":
        made.set("text-anchor", anchor)
    if bold:
        made.set("font-weight", "600")
    if turned:
        made.set("transform", f"rotate({_written(turned)} {_written(x)} {_written(y)})")
    return made


def together(shapes: Iterable[Element], said: str = "") -> Element:
    """Shapes that belong together; what is said of them is shown where a pointer rests on them."""
    made = _element("g")
    if said:
        made.append(_element("title", said))
    made.extend(shapes)
    return made


def drawing(width: float, height: float, title: str, alternative: str, shapes: Iterable[Element]) -> str:
    """
    A whole picture.

    Args:
        width: its width; a page may show it smaller or larger.
        height: its height.
        title: what it shows.
        alternative: the same in words, for who does not see it.
        shapes: what is drawn, from the back to the front.

    Returns:
        An ``svg`` element, as text.
    """
    root = _element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_written(width)} {_written(height)}",
        width=width,
        height=height,
        role="img",
        font_family=FONT,
    )
    root.append(_element("title", title))
    root.append(_element("desc", alternative))
    root.append(box(0, 0, width, height, fill="paper"))
    root.extend(shapes)
    return tostring(root, encoding="unicode")


def _attach(element: Element, attributes: dict[str, str]) -> None:
    for name, value in attributes.items():
        element.set(name, value)


def _lined(element: Element, stroke: str | None, thick: float, dashed: bool) -> None:
    if stroke and thick != 1:
        element.set("stroke-width", _written(thick))
    if stroke and dashed:
        element.set("stroke-dasharray", "4 3")
