"""
Before and after: ``compare()``, and the comparison that it gives.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kamassess.assessing import Assessment, load_assessment
from kamassess.showing.shown import Listing, Shown

if TYPE_CHECKING:
    from kamassess.comparing import Change, Changes, Moved
    from kamassess.report.plotting import PlotOfChanges
    from kamassess.showing.display import Display
    from kamassess.showing.document import Document


def compare(earlier: Assessment | str | Path, later: Assessment | str | Path) -> Comparison:
    """
    Compare two assessments of one organisation: what is new, what is solved, and what is not known any more.

    Args:
        earlier: the assessment before; or the path of one that was saved.
        later: the assessment after; or the path of one that was saved.

    Returns:
        The comparison.

    Raises:
        InvalidSource: a file cannot be read.
        InvalidAssessment: with every mistake in a file, and its place.
        InvalidCall: they are of two organisations, or the earlier one is of a later day.

    Example:
        >>> import kamassess as ka
        >>> def described(owners):
        ...     return ka.Organisation.from_data({"id": "x", "nodes": {
        ...         "person": [{"id": "jan", "management_team": True}],
        ...         "chain": [{"id": "permits", "owners": owners}]}})
        >>> before = ka.assess(described([]), "customer-chains", as_of="2026-01-01")
        >>> after = ka.assess(described(["jan"]), "customer-chains", as_of="2026-11-01")
        >>> solved = [one.finding.checkpoint for one in compare(before, after).changes if one.how == "solved"]
        >>> "K-4" in solved
        True
    """
    from kamassess.comparing import compare_results

    before, after = (one if isinstance(one, Assessment) else load_assessment(one) for one in (earlier, later))
    return Comparison(compare_results(before.result, after.result))


@frozen(repr=False)
class Comparison(Shown):
    """
    What two assessments say differently, with its views: each a call of one function of ``kamassess.report``.

    Args:
        compared: what was found.
    """

    compared: Changes

    @property
    def changes(self) -> Listing[Change]:
        """Every finding of either, with what became of it."""
        return Listing(self.compared.findings)

    @property
    def scores(self) -> Listing[Moved]:
        """Every score of either, before and after."""
        return Listing(self.compared.scores)

    @property
    def plot(self) -> PlotOfChanges:
        """Pictures: ``plot.moved()``."""
        from kamassess.report.plotting import PlotOfChanges

        return PlotOfChanges(self.compared)

    def show(self, language: str = "en") -> Display:
        """
        The report in short, to look at in a notebook.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            What a notebook shows, and a prompt as text.
        """
        from kamassess.report.brief import compose_brief_changes
        from kamassess.showing.display import Display

        return Display(compose_brief_changes(self.compared, language))

    def to_text(self, language: str = "en", *, width: int = 100, colour: bool = False) -> str:
        """The report for a terminal."""
        from kamassess.report.changes import compose_changes
        from kamassess.showing.text import render

        return render(compose_changes(self.compared, language), width=width, colour=colour)

    def to_markdown(self, language: str = "en") -> str:
        """The report as Markdown."""
        from kamassess.report.changes import compose_changes
        from kamassess.showing.markdown import render

        return render(compose_changes(self.compared, language))

    def to_data(self) -> dict[str, Any]:
        """The comparison as dictionaries, in the form ``kamassess-comparison/1``."""
        from kamassess.report.changes import changes_data

        return changes_data(self.compared)

    def to_json(self) -> str:
        """The comparison as JSON: the same two assessments give the same bytes."""
        from kamassess.report.json import written

        return written(self.to_data())

    def __repr__(self) -> str:
        from kamassess.report.changes import summary

        return summary(self.compared)

    def __str__(self) -> str:
        return repr(self)

    def _document(self) -> Document:
        return self.show().document

    def _plain(self) -> str:
        return repr(self)
