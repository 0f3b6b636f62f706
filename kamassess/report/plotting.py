"""
The pictures of an assessment or a comparison by name: what ``plot`` of it offers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from kamassess.errors import InvalidCall, nearest
from kamassess.model.terms import spoken
from kamassess.result import Result
from kamassess.showing.shown import Shown

if TYPE_CHECKING:
    from kamassess.comparing import Changes
    from kamassess.report.pictures.picture import Picture


@frozen(repr=False)
class Plot(Shown):
    """
    The pictures of an assessment; a notebook shows each as SVG, with the same in words.

    Args:
        result: the assessment.

    Example:
        >>> import kamassess as ka
        >>> organisation = ka.Organisation.from_data({"id": "x", "nodes": {"chain": [{"id": "permits"}]}})
        >>> ka.assess(organisation, "customer-chains", as_of="2026-11-01").plot.intervals()
        <Picture intervals: Scores: proven, claimed and possible>
    """

    result: Result

    def intervals(self, language: str = "en") -> Picture:
        """
        The scores as intervals: proven, claimed and possible.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            The picture.

        Raises:
            InvalidCall: there is no score.
        """
        from kamassess.report.pictures.intervals import intervals

        return _drawn(intervals(self.result, spoken(language)), "there is no score")

    def graph(self, language: str = "en") -> Picture:
        """
        The golden thread from vision to owner, with its breaks.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            The picture.

        Raises:
            InvalidCall: no part of it is described.
            MissingLibrary: pygraphviz is not installed.
        """
        from kamassess.report.pictures.thread import thread

        return _drawn(thread(self.result, spoken(language)), "no part of the golden thread is described")

    def duties(self, language: str = "en") -> Picture:
        """
        Chains by duties, with the owner of each chain.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            The picture.

        Raises:
            InvalidCall: no chain is described.
        """
        from kamassess.report.pictures.duties import duties

        return _drawn(duties(self.result, spoken(language)), "no chain is described")

    def levels(self, language: str = "en") -> Picture:
        """
        The nonconformities by the seven levels, for reflection.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            The picture.

        Raises:
            InvalidCall: no checklist asks for it, or nothing falls short.
        """
        from kamassess.report.pictures.levels import levels

        why = "no checklist reads findings by level, as 'seven-levels' does, or nothing falls short"
        return _drawn(levels(self.result, spoken(language)), why)

    def effort(self, language: str = "en") -> Picture:
        """
        The money and the hours of each initiative, by the hard and the human side.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            The picture.

        Raises:
            InvalidCall: nothing is known of any effort.
        """
        from kamassess.report.pictures.effort import effort

        return _drawn(
            effort(self.result, spoken(language)), "nothing is known of the effort of an initiative"
        )

    def handovers(self, chain: str | None = None, language: str = "en") -> Picture:
        """
        The steps of a chain, and where the work changes hands.

        Args:
            chain: the chain, as ``chain:id`` or its id alone; ``None``: the one with the most handovers.
            language: ``nl`` or ``en``.

        Returns:
            The picture.

        Raises:
            InvalidCall: there is no such chain with steps in order, with the nearest there is, or all.
        """
        from kamassess.report.pictures.handovers import handovers

        found = {one.name.removeprefix("handovers:"): one for one in handovers(self.result, spoken(language))}
        if chain is None:
            return _drawn(next(iter(found.values()), None), "no chain has its steps described in order")
        if chain.removeprefix("chain:") in found:
            return found[chain.removeprefix("chain:")]
        near = nearest(chain.removeprefix("chain:"), found)
        hint = f"; did you mean '{near}'?" if near else f"; there are: {', '.join(found)}" if found else ""
        raise InvalidCall(f"there is no chain '{chain}' with its steps described in order{hint}")

    def _parts(self) -> Mapping[str, object]:
        chains = tuple(one.chain for one in self.result.chart.courses if one.steps)
        return {
            "pictures": ("intervals", "graph", "duties", "levels", "effort", "handovers"),
            "handovers": chains,
        }


@frozen(repr=False)
class PlotOfChanges(Shown):
    """
    The pictures of a comparison.

    Args:
        changes: what two assessments say differently.
    """

    changes: Changes

    def moved(self, language: str = "en") -> Picture:
        """
        How the scores moved.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            The picture.

        Raises:
            InvalidCall: there is no score.
        """
        from kamassess.report.pictures.moved import moved

        return _drawn(moved(self.changes, spoken(language)), "there is no score")

    def _parts(self) -> Mapping[str, object]:
        return {"pictures": ("moved",)}


def _drawn(picture: Picture | None, otherwise: str) -> Picture:
    if picture is None:
        raise InvalidCall(f"there is nothing to draw: {otherwise}")
    return picture
