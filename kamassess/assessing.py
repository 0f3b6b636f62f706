"""
The door: ``assess()``, and what can be had of an organisation without a checklist.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kamassess.assessment import Assessment
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.condition import Constant
from kamassess.checklist.requirement import Checklist
from kamassess.engine.protocol import Engine
from kamassess.errors import InvalidCall, nearest
from kamassess.files import load_checklist
from kamassess.model.organisation import Answer, Organisation
from kamassess.model.terms import Reading
from kamassess.showing.shown import Listing
from kamassess.source import Node, Scalar, Style, read_data

if TYPE_CHECKING:
    from kamassess.graph.network import Network
    from kamassess.graph.view import View

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
        from kamassess.engine.rete import Rete, unavailable

        why_not = unavailable()
        if why_not is not None:
            raise InvalidCall(f"there is no engine 'rete' here: {why_not}")
        return Rete()
    near = nearest(engine, ("reference", "rete"))
    hint = f"; did you mean '{near}'?" if near else ""
    raise InvalidCall(f"there is no engine '{engine}'; there are reference and rete{hint}")
