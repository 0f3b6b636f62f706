"""
Before and after: ``compare()``, and the comparison that it gives.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kamassess.assessment import Assessment, load_assessment
from kamassess.files import load_template
from kamassess.model.terms import spoken
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

        return Display(compose_brief_changes(self.compared, spoken(language)))

    def pseudonymised(self) -> Comparison:
        """The same comparison with persons called Person 1, Person 2, and so on, before as after."""
        from kamassess.comparing import compare_results
        from kamassess.report.pseudonyms import pseudonymised

        return Comparison(compare_results(*pseudonymised(self.compared.earlier, self.compared.later)))

    def to_text(self, language: str = "en", *, width: int = 100, colour: bool = False) -> str:
        """The report for a terminal."""
        from kamassess.report.changes import compose_changes
        from kamassess.showing.text import render

        return render(compose_changes(self.compared, spoken(language)), width=width, colour=colour)

    def to_markdown(self, language: str = "en") -> str:
        """The report as Markdown."""
        from kamassess.report.changes import compose_changes
        from kamassess.showing.markdown import render

        return render(compose_changes(self.compared, spoken(language)))

    def to_html(self, language: str = "en") -> str:
        """The report as one HTML file, which needs nothing beside it."""
        from kamassess.report.html import changes_to_html

        return changes_to_html(self.compared, spoken(language))

    def to_pdf(self, language: str = "en") -> bytes:
        """The report as PDF, to be kept (PDF/A-2a) and for everybody to read (PDF/UA-1)."""
        from kamassess.report.pdf import changes_to_pdf

        return changes_to_pdf(self.compared, spoken(language))

    def to_docx(self, language: str = "en", template: str | Path | None = None) -> bytes:
        """
        The report as a Word document.

        Args:
            language: ``nl`` or ``en``.
            template: the file of a template of one's own; ``None``: the standard one.

        Returns:
            The file.

        Raises:
            InvalidSource: the template cannot be read.
            InvalidTemplate: it cannot be used, with what is wrong in it.
        """
        from kamassess.report.word import changes_to_docx

        return changes_to_docx(self.compared, spoken(language), load_template(template))

    def to_workbook(self, language: str = "en") -> bytes:
        """
        The comparison as a workbook (xlsx): a summary, every change, and the scores before and after.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            The bytes of the workbook: the same comparison gives the same.

        Raises:
            MissingLibrary: XlsxWriter is not installed.
        """
        from kamassess.report.workbook.changes import changes_to_workbook

        return changes_to_workbook(self.compared, spoken(language))

    def to_data(self) -> dict[str, Any]:
        """The comparison as dictionaries, in the form ``kamassess-comparison/1``."""
        from kamassess.report.changes import changes_to_data

        return changes_to_data(self.compared)

    def to_json(self) -> str:
        """The comparison as JSON: the same two assessments give the same bytes."""
        from kamassess.report.json import written

        return written(self.to_data())

    def to_csv(self, what: str = "changes", language: str = "en") -> str:
        """
        A table of the comparison as CSV, for spreadsheets and statistics.

        Args:
            what: ``changes`` or ``scores``.
            language: ``nl`` or ``en``, of names and messages.

        Returns:
            The text: a line of heads, then the rows. What begins like a formula has an apostrophe before it.

        Raises:
            InvalidCall: there is no such table, with the nearest there is.
        """
        from kamassess.report.csv import changes_to_csv

        return changes_to_csv(self.compared, what, spoken(language))

    def to_frame(self, what: str = "changes", language: str = "en", library: str = "polars") -> Any:
        """
        A table of the comparison as a frame, for statistics.

        Args:
            what: ``changes`` or ``scores``.
            language: ``nl`` or ``en``, of names and messages.
            library: ``polars`` or ``pandas``.

        Returns:
            A ``polars.DataFrame`` or a ``pandas.DataFrame``, with types; what is not there is null.

        Raises:
            InvalidCall: there is no such table or library, with the nearest there is.
            MissingLibrary: the library is not installed.
        """
        from kamassess.report.frames import changes_to_frame

        return changes_to_frame(self.compared, what, spoken(language), library)

    def to_parquet(self, what: str = "changes", language: str = "en") -> bytes:
        """
        A table of the comparison as Parquet: the frame, in a file of columns.

        Args:
            what: ``changes`` or ``scores``.
            language: ``nl`` or ``en``, of names and messages.

        Returns:
            The bytes of the file.

        Raises:
            InvalidCall: there is no such table, with the nearest there is.
            MissingLibrary: Polars is not installed.
        """
        from kamassess.report.frames import changes_to_parquet

        return changes_to_parquet(self.compared, what, spoken(language))

    def to_junit(self, language: str = "en") -> str:
        """JUnit XML: the cases of the later assessment, of which only what is new fails."""
        from kamassess.report.junit import changes_to_junit

        return changes_to_junit(self.compared, spoken(language))

    def to_earl(self) -> str:
        """EARL as JSON-LD: the assertions of both, the later ones with what they replace."""
        from kamassess.report.earl import changes_to_earl

        return changes_to_earl(self.compared)

    def to_oscal(self, language: str = "en") -> str:
        """OSCAL assessment results of the later assessment; the log of each risk tells what became of it."""
        from kamassess.report.oscal import changes_to_oscal

        return changes_to_oscal(self.compared, spoken(language))

    def to_mermaid(self, language: str = "en") -> str:
        """The golden threads in one as a flowchart of Mermaid, with what is new and what is gone."""
        from kamassess.report.graphs import changes_to_mermaid

        return changes_to_mermaid(self.compared, spoken(language))

    def to_dot(self, language: str = "en") -> str:
        """The golden threads in one as DOT, which Graphviz draws."""
        from kamassess.report.graphs import changes_to_dot

        return changes_to_dot(self.compared, spoken(language))

    def to_graphml(self, language: str = "en") -> str:
        """The golden threads in one as GraphML, for programs for networks."""
        from kamassess.report.graphs import changes_to_graphml

        return changes_to_graphml(self.compared, spoken(language))

    def __repr__(self) -> str:
        from kamassess.report.changes import summary

        return summary(self.compared)

    def __str__(self) -> str:
        return repr(self)

    def _document(self) -> Document:
        return self.show().document

    def _plain(self) -> str:
        return repr(self)
