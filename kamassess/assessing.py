"""
The door: ``assess()``, and the assessment that it gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from kamassess.checklist.compiled import Compiled
from kamassess.checklist.condition import Constant
from kamassess.checklist.requirement import Checklist
from kamassess.engine.protocol import Engine
from kamassess.errors import InvalidCall, nearest
from kamassess.files import load_checklist, read_file, read_template
from kamassess.findings.finding import Finding
from kamassess.model.organisation import Answer, Organisation
from kamassess.model.terms import LANGUAGES, Reading, Text, spoken
from kamassess.result import JudgedFocus, Result
from kamassess.scoring.score import Score
from kamassess.showing.shown import Listing, Shown
from kamassess.source import Node, Scalar, Style, read_data

if TYPE_CHECKING:
    from kamassess.graph.network import Network
    from kamassess.graph.view import View
    from kamassess.report.plotting import Plot
    from kamassess.report.templating import Template
    from kamassess.scoring.asking import Open
    from kamassess.showing.display import Display
    from kamassess.showing.document import Document

SCORED_AS: Final = (*Reading, "published")
"""As what a score can be explained."""

Checklists = str | Path | Checklist | Compiled | Iterable[str | Path | Checklist]
"""Checklists as ``assess`` takes them: a name, a path, a checklist, several of these, or compiled ones."""


def compile(checklists: Checklists, parameters: Mapping[str, Any] | None = None) -> Compiled:
    """
    Compile checklists once, to use them for many assessments.

    Args:
        checklists: names, paths or checklists.
        parameters: values for their parameters, by name; the others have their default.

    Returns:
        The compiled checklists.

    Raises:
        InvalidSource: a file cannot be read.
        InvalidChecklist: with every mistake in a checklist, and its place.
        InvalidCall: no chosen checklist has a parameter of that name.

    Example:
        >>> compiled = compile("customer-chains", {"span": 9})
        >>> compiled.parameters["span"]
        9
    """
    from kamassess.checklist.compiling import compile_checklists  # who reads what was saved needs no compiler

    if isinstance(checklists, Compiled):
        if parameters:
            raise InvalidCall("parameters are set when checklists are compiled; give them to compile()")
        return checklists
    chosen = [checklists] if isinstance(checklists, str | Path | Checklist) else list(checklists)
    if not chosen:
        raise InvalidCall("choose at least one checklist, as 'customer-chains'")
    loaded = [one if isinstance(one, Checklist) else load_checklist(one) for one in chosen]
    for number, one in enumerate(loaded):
        if any(one.id == earlier.id for earlier in loaded[:number]):
            raise InvalidCall(f"the checklist '{one.id}' is chosen twice")
    return compile_checklists(loaded, _values(loaded, parameters or {}))


def _values(checklists: list[Checklist], given: Mapping[str, Any]) -> dict[str, Constant]:
    from kamassess.checklist.compiling import unknown_parameter
    from kamassess.checklist.reading import parameter_value

    known = {one.name: one for checklist in checklists for one in checklist.parameters}
    for name in given:
        if name not in known:
            raise InvalidCall(unknown_parameter(name, checklists))
    return {name: parameter_value(known[name], _written(name, value)) for name, value in given.items()}


def _written(name: str, value: object) -> Node:
    """A value as it would stand in a file: a text without quotes, so that "9" is a number if one is meant."""
    source = f"parameter {name}"
    if isinstance(value, str):
        return Scalar(value, Style.PLAIN, (source, None, None, None))
    return read_data(value, source)


def assess(
    organisation: Organisation,
    checklists: Checklists,
    *,
    as_of: str | date,
    parameters: Mapping[str, Any] | None = None,
    engines: Iterable[str | Engine] = ("reference",),
) -> Assessment:
    """
    Assess an organisation against checklists on a day.

    Args:
        organisation: who is assessed.
        checklists: names, paths, checklists, or what ``compile`` gave.
        as_of: the day, as a date or as '2026-11-01'; evidence counts, and periods are measured, on it.
        parameters: values for parameters of the checklists, by name.
        engines: ``reference``, ``rete``, or engines of your own; the first decides, the others must agree.

    Returns:
        The assessment.

    Raises:
        InvalidSource: a file cannot be read.
        InvalidChecklist: with every mistake in a checklist, and its place.
        InvalidOrganisation: an answer is not one that its question allows.
        InvalidCall: an argument has no meaning.
        EnginesDiffer: two engines decided differently, which is a fault of ours.

    Example:
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan", "management_team": True}],
        ...     "chain": [{"id": "permits", "owners": ["jan"]}]}})
        >>> assessment = assess(organisation, "customer-chains", as_of="2026-11-01")
        >>> str(assessment.verdict("K-4", "chain:permits").proven.outcome)
        'conformity'
    """
    from kamassess.judging import assess_organisation  # with the engines a third of the time of an import

    _check_organisation(organisation, "assess")
    compiled = compile(checklists, parameters)
    chosen = tuple(_engine(one) for one in engines)
    if not chosen:
        raise InvalidCall("choose at least one engine, as 'reference'")
    return Assessment(assess_organisation(organisation, compiled, _day(as_of), chosen))


def check_answers(organisation: Organisation, checklists: Checklists) -> Listing[Answer]:
    """
    Hold the answers of an organisation against checklists, without an assessment.

    Args:
        organisation: whose answers they are.
        checklists: names, paths, checklists, or what ``compile`` gave.

    Returns:
        The answers about checkpoints of none of them, which an assessment does not use.

    Raises:
        InvalidSource: a file cannot be read.
        InvalidChecklist: with every mistake in a checklist, and its place.
        InvalidOrganisation: with every answer that its question does not allow, as ``assess`` raises it.
        InvalidCall: an argument has no meaning.

    Example:
        >>> organisation = Organisation.from_data({"id": "x", "answers": [
        ...     {"checkpoint": "F-P1", "value": "yes"}, {"checkpoint": "other/A-1", "value": "yes"}]})
        >>> [one.checkpoint for one in check_answers(organisation, "feedback-leadership")]
        ['other/A-1']
    """
    from kamassess.facts.asking import check_answers  # who reads what was saved asks nothing

    _check_organisation(organisation, "check_answers")
    return Listing(check_answers(organisation, compile(checklists)))


def _check_organisation(given: object, what: str) -> None:
    if not isinstance(given, Organisation):
        raise InvalidCall(f"{what} takes an organisation; load_organisation(path) reads one from its file")


def network(
    organisation: Organisation, *, as_of: str | date, reading: str | Reading = Reading.CLAIMED
) -> Network:
    """
    An organisation as a networkx graph, from vision to objective, KPI, customer chain and owner.

    Args:
        organisation: what is described.
        as_of: the day on which is told what is certain.
        reading: ``claimed`` or ``proven``.

    Returns:
        A new ``networkx.MultiDiGraph``. Nodes are foci (``kind:id``) with ``kind``, ``name``, ``certain`` and
        the attributes that are known; links have their relation as key, and ``certain`` and ``evidence``.

    Raises:
        InvalidCall: an argument has no meaning.

    Example:
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan"}], "chain": [{"id": "permits", "owners": ["jan"]}]}})
        >>> graph = network(organisation, as_of="2026-11-01")
        >>> list(graph.successors("chain:permits"))
        ['person:jan']
    """
    from kamassess.graph.network import network

    return network(view(organisation, as_of=as_of, reading=reading))


def view(organisation: Organisation, *, as_of: str | date, reading: str | Reading = Reading.CLAIMED) -> View:
    """
    An organisation's graph as a reading knows it on a day: what the functions of ``kamassess.analyses`` take.

    Args:
        organisation: what is described.
        as_of: the day on which is told what is certain.
        reading: ``claimed`` or ``proven``.

    Returns:
        The view.

    Raises:
        InvalidCall: an argument has no meaning.

    Example:
        >>> from kamassess.analyses import golden_thread
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan"}], "kpi": [{"id": "days", "chains": ["permits"]}],
        ...     "chain": [{"id": "permits", "owners": ["jan"]}]}})
        >>> thread = golden_thread(view(organisation, as_of="2026-11-01"), "kpi:days")
        >>> [(rung.kind, rung.nodes.certain) for rung in thread.down]
        [('chain', ('chain:permits',)), ('person', ('person:jan',))]
        >>> thread.breaks_up.certain
        ('kpi:days',)
    """
    from kamassess.graph.building import build
    from kamassess.graph.view import View

    if reading not in tuple(Reading):
        near = nearest(reading, tuple(Reading))
        raise InvalidCall(f"there is no reading '{reading}'" + (f"; did you mean '{near}'?" if near else ""))
    return View(build(organisation, _day(as_of)), Reading(reading))


def _day(as_of: str | date) -> date:
    if isinstance(as_of, date):
        return date(as_of.year, as_of.month, as_of.day)
    try:
        return date.fromisoformat(as_of)
    except (TypeError, ValueError):
        raise InvalidCall(f"as_of is a date, as '2026-11-01'; found {as_of!r}") from None


def _engine(engine: str | Engine) -> Engine:
    return _named(engine) if isinstance(engine, str) else engine


@cache  # an engine holds nothing but its version, and that takes longer to find out than many a rule
def _named(engine: str) -> Engine:
    if engine == "reference":
        from kamassess.engine.reference import Reference

        return Reference()
    if engine == "rete":
        from kamassess.engine.rete import Rete

        return Rete()
    near = nearest(engine, ("reference", "rete"))
    hint = f"; did you mean '{near}'?" if near else ""
    raise InvalidCall(f"there is no engine '{engine}'; there are reference and rete{hint}")


@frozen(repr=False)
class Assessment(Shown):
    """
    A result with its views: each a call of one function of ``kamassess.report``.

    Args:
        result: what was found.
    """

    result: Result

    @property
    def findings(self) -> Listing[Finding]:
        """What is told about the verdicts."""
        return Listing(self.result.findings)

    @property
    def verdicts(self) -> Listing[JudgedFocus]:
        """Every checkpoint at every focus."""
        return Listing(self.result.verdicts)

    @property
    def scores(self) -> Listing[Score]:
        """For each checklist its own score, then those of its requirements."""
        return Listing(self.result.scores)

    @property
    def score(self) -> Score:
        """The score of the one checklist; of several the first. See ``scores`` for all."""
        return self.result.scores[0]

    @property
    def plot(self) -> Plot:
        """Pictures: ``plot.intervals()``, ``graph``, ``duties``, ``levels``, ``effort`` and ``handovers``."""
        from kamassess.report.plotting import Plot

        return Plot(self.result)

    def verdict(self, checkpoint: str, focus: str = "organisation") -> JudgedFocus:
        """
        The verdict on a checkpoint at a focus.

        Args:
            checkpoint: its id, with its checklist and a slash before it where that is needed.
            focus: ``kind:id``, or ``organisation``.

        Returns:
            The verdict.

        Raises:
            InvalidCall: there is none, with the nearest there is.
        """
        found = [one for one in self.verdicts if one.focus == focus and one.is_of(checkpoint)]
        if len(found) == 1:
            return found[0]
        if found:
            raise InvalidCall(
                f"'{checkpoint}' is in several checklists; write which, as {found[0].checklist}/{checkpoint}"
            )
        raise InvalidCall(self._no_verdict(checkpoint, focus))

    def _no_verdict(self, checkpoint: str, focus: str) -> str:
        foci = [one.focus for one in self.verdicts if one.is_of(checkpoint)]
        if foci:
            near = nearest(focus, foci)
            return f"{checkpoint} has no verdict at '{focus}'" + (
                f"; did you mean '{near}'?" if near else f"; it has one at {foci[0]}"
            )
        near = nearest(
            checkpoint,
            {
                f"{one.checklist}/{one.checkpoint}" if "/" in checkpoint else one.checkpoint
                for one in self.verdicts
            },
        )
        return f"there is no checkpoint '{checkpoint}'" + (f"; did you mean '{near}'?" if near else "")

    def pseudonymised(self, organisation: Organisation | None = None) -> Assessment:
        """
        The same assessment with persons called Person 1, Person 2, and so on, in every name, id and text.

        Args:
            organisation: its description, where it is at hand: then persons who stand in a text, and whom the
                assessment does not name, are found too.

        Returns:
            The assessment; the page on personal data tells what is replaced and what cannot be.

        Example:
            >>> organisation = Organisation.from_data({"id": "x", "nodes": {
            ...     "person": [{"id": "jan", "name": "Jan Bos"}],
            ...     "chain": [{"id": "permits", "owners": ["jan"]}]}})
            >>> assessment = assess(organisation, "customer-chains", as_of="2026-11-01").pseudonymised()
            >>> assessment.result.name("person:p1", "nl")
            'Persoon 1'
            >>> "Bos" in assessment.to_text()
            False
        """
        from kamassess.facts.collecting import display_name
        from kamassess.report.pseudonyms import pseudonymised

        nodes = organisation.nodes if organisation else ()
        persons: dict[str, Text] = {
            one.key: {language: display_name(one, language) for language in LANGUAGES}
            for one in nodes
            if one.kind == "person"
        }
        (result,) = pseudonymised(self.result, further=persons)
        return Assessment(result)

    # ------------------------------------------------------------------ views
    def show(self, language: str = "en") -> Display:
        """
        The report in short, to look at in a notebook.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            What a notebook shows, and a prompt as text.
        """
        from kamassess.report.brief import compose_brief
        from kamassess.showing.display import Display

        return Display(compose_brief(self.result, spoken(language)))

    def to_data(self) -> dict[str, Any]:
        """The assessment as dictionaries, in the published form ``kamassess-assessment/1``."""
        from kamassess.report.json import to_data

        return to_data(self.result)

    def to_json(self) -> str:
        """The assessment as JSON: the same assessment gives the same bytes, but for ``run``."""
        from kamassess.report.json import to_json

        return to_json(self.result)

    @property
    def sha256(self) -> str:
        """The SHA-256 of what the assessment says; how it came about has no part in it."""
        from kamassess.report.json import sha256

        return sha256(self.result)

    def to_text(self, language: str = "en", *, width: int = 100, colour: bool = False) -> str:
        """The report for a terminal."""
        from kamassess.report.text import to_text

        return to_text(self.result, spoken(language), width=width, colour=colour)

    def to_markdown(self, language: str = "en") -> str:
        """The report as Markdown."""
        from kamassess.report.markdown import to_markdown

        return to_markdown(self.result, spoken(language))

    def to_html(self, language: str = "en") -> str:
        """The report as one HTML file, which needs nothing beside it."""
        from kamassess.report.html import to_html

        return to_html(self.result, spoken(language))

    def to_csv(self, what: str = "verdicts", language: str = "en") -> str:
        """
        A table of the assessment as CSV, for spreadsheets and statistics.

        Args:
            what: ``verdicts``, ``findings`` or ``scores``.
            language: ``nl`` or ``en``, of names and messages.

        Returns:
            The text: a line of heads, then the rows. What begins like a formula has an apostrophe before it.

        Raises:
            InvalidCall: there is no such table, with the nearest there is.
        """
        from kamassess.report.csv import to_csv

        return to_csv(self.result, what, spoken(language))

    def to_frame(self, what: str = "verdicts", language: str = "en", library: str = "polars") -> Any:
        """
        A table of the assessment as a frame, for statistics.

        Args:
            what: ``verdicts``, ``findings`` or ``scores``.
            language: ``nl`` or ``en``, of names and messages.
            library: ``polars`` or ``pandas``.

        Returns:
            A ``polars.DataFrame`` or a ``pandas.DataFrame``, with types; what is not there is null.

        Raises:
            InvalidCall: there is no such table or library, with the nearest there is.
            MissingLibrary: the library is not installed.
        """
        from kamassess.report.frames import to_frame

        return to_frame(self.result, what, spoken(language), library)

    def to_parquet(self, what: str = "verdicts", language: str = "en") -> bytes:
        """
        A table of the assessment as Parquet: the frame, in a file of columns.

        Args:
            what: ``verdicts``, ``findings`` or ``scores``.
            language: ``nl`` or ``en``, of names and messages.

        Returns:
            The bytes of the file.

        Raises:
            InvalidCall: there is no such table, with the nearest there is.
            MissingLibrary: Polars is not installed.
        """
        from kamassess.report.frames import to_parquet

        return to_parquet(self.result, what, spoken(language))

    def to_workbook(self, language: str = "en") -> bytes:
        """
        The assessment as a workbook (xlsx): a summary, findings, scores, verdicts and the duty matrix.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            The bytes of the workbook: the same assessment gives the same.

        Raises:
            MissingLibrary: XlsxWriter is not installed.
        """
        from kamassess.report.workbook.result import to_workbook

        return to_workbook(self.result, spoken(language))

    def to_junit(self, language: str = "en") -> str:
        """The verdicts as JUnit XML, for build servers: what is a nonconformity as claimed fails."""
        from kamassess.report.junit import to_junit

        return to_junit(self.result, spoken(language))

    def to_earl(self) -> str:
        """The verdicts, as claimed, in the W3C's EARL 1.0 as JSON-LD."""
        from kamassess.report.earl import to_earl

        return to_earl(self.result)

    def to_oscal(self, language: str = "en") -> str:
        """
        The assessment as OSCAL assessment results, NIST's form, as JSON.

        Args:
            language: ``nl`` or ``en``, of titles and descriptions.

        Returns:
            The JSON: what is undetermined or does not apply is an observation, and no finding.

        Raises:
            InvalidCall: it is of a day before 1900 or after 2999, which OSCAL does not know.
        """
        from kamassess.report.oscal import to_oscal

        return to_oscal(self.result, spoken(language))

    def to_mermaid(self, language: str = "en") -> str:
        """The golden thread, from vision to owner, as a flowchart of Mermaid; where it breaks is marked."""
        from kamassess.report.graphs import to_mermaid

        return to_mermaid(self.result, spoken(language))

    def to_dot(self, language: str = "en") -> str:
        """The golden thread, from vision to owner, as DOT for Graphviz; where it breaks is marked."""
        from kamassess.report.graphs import to_dot

        return to_dot(self.result, spoken(language))

    def to_graphml(self, language: str = "en") -> str:
        """The golden thread, from vision to owner, as GraphML; of the whole graph, see ``network()``."""
        from kamassess.report.graphs import to_graphml

        return to_graphml(self.result, spoken(language))

    def to_pdf(self, language: str = "en") -> bytes:
        """The report as PDF, to be kept (PDF/A-2a) and for everybody to read (PDF/UA-1)."""
        from kamassess.report.pdf import to_pdf

        return to_pdf(self.result, spoken(language))

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
        from kamassess.report.word import to_docx

        return to_docx(self.result, spoken(language), opened_template(template))

    def explain(self, checkpoint: str, focus: str = "organisation", language: str = "en") -> str:
        """
        Why a checkpoint has the verdict that it has.

        Args:
            checkpoint: its id, with its checklist and a slash before it where that is needed.
            focus: ``kind:id``, or ``organisation``.
            language: ``nl`` or ``en``.

        Returns:
            The rule, what was expected and found under both readings, the evidence, and who must act.

        Raises:
            InvalidCall: there is no such verdict, with the nearest there is.
        """
        from kamassess.report.explaining import explain

        return explain(self.result, self.verdict(checkpoint, focus), spoken(language))

    def explain_score(
        self, checklist: str | None = None, language: str = "en", reading: str = "claimed"
    ) -> str:
        """
        How the score of a checklist came about, as a tree.

        Args:
            checklist: its id; ``None``: the first.
            language: ``nl`` or ``en``.
            reading: ``claimed``, ``proven``, or ``published``: the policy's own figure.

        Returns:
            Each part with its inputs, what was left out and why, which gate caps, and what holds it back.

        Raises:
            InvalidCall: there is no such checklist or reading, with the nearest there is.
        """
        from kamassess.report.scoring import explain_score

        names = [one.id for one in self.result.checklists]
        chosen = names[0] if checklist is None else checklist
        for given, known, what in ((chosen, names, "checklist"), (reading, SCORED_AS, "reading")):
            if given not in known:
                near = nearest(given, known)
                hint = f"; did you mean '{near}'?" if near else ""
                raise InvalidCall(f"there is no {what} '{given}' here{hint}")
        return explain_score(self.result, chosen, spoken(language), reading=reading)

    def compare_policies(self, language: str = "en") -> str:
        """
        The same verdicts by every scoring policy that fits, and what each weight does to the score.

        Args:
            language: ``nl`` or ``en``.

        Returns:
            Tables, as text.
        """
        from kamassess.checklist.scoring import POLICIES
        from kamassess.report.scoring import compare_policies

        return compare_policies(self.result, POLICIES, spoken(language))

    @property
    def open(self) -> Listing[Open]:
        """What is not known or not proven, by how much knowing it would narrow a score."""
        from kamassess.scoring.asking import to_find_out

        return Listing(to_find_out(self.result.checklists, self.result.verdicts))

    def __repr__(self) -> str:
        scores = ", ".join(f"{one.checklist} {_shown(one)}" for one in self.scores if one.requirement is None)
        who, when = self.result.organisation.id, self.result.as_of
        return f"<Assessment of {who} on {when}: {scores}; {len(self.findings)} findings>"

    def __str__(self) -> str:
        return repr(self)

    def _document(self) -> Document:
        return self.show().document

    def _plain(self) -> str:
        return repr(self)


def _shown(score: Score) -> str:
    """A score as a summary has it: proven, claimed and possible, as percentages."""
    if score.claimed is None or score.proven is None or score.possible is None:
        return "-"
    return (
        "/".join(
            f"{round(one * 100 / score.maximum)}" for one in (score.proven, score.claimed, score.possible)
        )
        + " %"
    )


def opened_template(path: str | Path | None) -> Template | None:
    """A template of Word reports, by its file; ``None`` is the standard one."""
    from kamassess.report.templating import Template

    return None if path is None else Template(str(path), read_template(path))


def load_assessment(path: str | Path) -> Assessment:
    """
    Load an assessment that was saved as JSON.

    Args:
        path: the file.

    Returns:
        The assessment.

    Raises:
        InvalidSource: the file cannot be read.
        InvalidAssessment: with every mistake in it, and its place.
    """
    from kamassess.report.reading import from_tree

    return Assessment(from_tree(read_file(path)))
