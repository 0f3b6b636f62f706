"""
Writes the page ``docs/gallery.md`` and its pictures, so that they show what the pictures are now.

Run it after a change of ``kamassess/report/pictures/`` or of the examples::

    python docs/make_gallery.py
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

import kamassess as ka
from kamassess.report.pictures import Picture, pictures, pictures_of_changes

DOCS: Final = Path(__file__).parent
CHECKLISTS: Final = (
    "kam-leadership",
    "seven-levels",
    "promises-and-handovers",
    "customer-chains",
    "feedback-leadership",
)

_IN_DUTCH: Final = {"duties-nl": "duties"}
"""Pictures that are shown in Dutch as well, by the name that they have on the page."""

_HEAD: Final = """\
# Gallery

The pictures of an assessment, here of [a service company](walkthrough-servicebedrijf.md) against all five
checklists, and of a comparison. They stand in the [HTML report](formats.md#a-page-html), in the
[PDF and the Word document](formats.md#on-paper), and in a [notebook](notebooks.md) as `assessment.plot`.
Each is told in words as well; those words are the text under it. Every picture can be had in Dutch too; the
last one here is.

This page and its pictures are written by `docs/make_gallery.py`. Do not edit it.
"""

_SAID: Final[Mapping[str, str]] = {
    "intervals": "How far each score is proven, claimed and possible. `assessment.plot.intervals()`",
    "thread": "From vision to owner, and where the thread breaks. `assessment.plot.graph()`",
    "duties": "Who answers for which duty of which chain. `assessment.plot.duties()`",
    "levels": "What falls short, by level of customer orientation. `assessment.plot.levels()`",
    "effort": "What goes to systems and structures, and what to people. `assessment.plot.effort()`",
    "handovers": "Where the work changes hands in a chain. `assessment.plot.handovers()`",
    "moved": "How the scores moved. `comparison.plot.moved()`",
    "duties-nl": 'The duties again, as a Dutch report shows them. `assessment.plot.duties("nl")`',
}


def gallery() -> dict[str, str]:
    """
    The page and its pictures.

    Returns:
        What is in each file, by its path from ``docs``.
    """
    found = dict(_pictures())
    sections = (
        f"## {_heading(name, one)}\n\n{_SAID[name]}\n\n![{one.title}]({_file(name)})\n\n{one.alternative}\n"
        for name, one in found.items()
    )
    page = "\n".join((_HEAD, *sections))
    return {"gallery.md": page, **{_file(name): one.alone for name, one in found.items()}}


def _heading(name: str, picture: Picture) -> str:
    return f"In Dutch: {picture.title}" if name in _IN_DUTCH else picture.title


def _file(name: str) -> str:
    return f"gallery/{name}.svg"


def _pictures() -> Iterator[tuple[str, Picture]]:
    """One picture of each sort, of the handovers that of the chain with the most; then the Dutch ones."""
    company = ka.load_organisation(DOCS / "examples" / "servicebedrijf.yaml")
    first, later = (
        ka.assess(company, CHECKLISTS, as_of=day) for day in (date(2026, 11, 1), date(2027, 5, 1))
    )
    seen = set()
    for one in pictures(first.result, "en"):
        name = one.name.partition(":")[0]
        if name not in seen:
            seen.add(name)
            yield name, one
    for one in pictures_of_changes(ka.compare(first, later).compared, "en"):
        yield one.name, one
    dutch = {one.name: one for one in pictures(first.result, "nl")}
    for name, of in _IN_DUTCH.items():
        yield name, dutch[of]


if __name__ == "__main__":
    (DOCS / "gallery").mkdir(exist_ok=True)
    for file, content in gallery().items():
        (DOCS / file).write_text(content, encoding="utf-8", newline="\n")
