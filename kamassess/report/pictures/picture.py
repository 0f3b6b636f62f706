"""
A picture: SVG, with the same in words for who does not see it.
"""

from __future__ import annotations

from attrs import frozen

from kamassess.report.pictures.paint import style


@frozen(repr=False)
class Picture:
    """
    A picture of an assessment.

    Args:
        name: what it is, for programs: ``thread``, ``intervals``, ``duties``, ``levels``, ``effort``,
            or ``handovers:`` with the id of a chain.
        title: what it shows, for people.
        alternative: the same in words.
        svg: an ``svg`` element as text. Its colours are literal, for light paper; each shape has a class
            by which a page can give it another (``paint.style``).
    """

    name: str
    title: str
    alternative: str
    svg: str

    @property
    def alone(self) -> str:
        """The picture as a file of its own, which follows whether its reader wants it light or dark."""
        begin, close, rest = self.svg.partition(">")
        dark = f"<style>@media (prefers-color-scheme: dark){{{style(dark=True)}}}</style>"
        return f"{begin}{close}{dark}{rest}\n"

    def __repr__(self) -> str:
        return f"<Picture {self.name}: {self.title}>"

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """What a notebook shows: the picture; a prompt shows what it says."""
        return {"image/svg+xml": self.svg, "text/plain": f"{self.title}\n{self.alternative}"}
