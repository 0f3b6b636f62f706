"""
The steps of an assessment in order, pure: values in, a frozen result out.

Link the description to a graph; observe facts, once a reading; decide; derive
findings; score. Nothing here opens a file, asks a clock or prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from kamassess.checklist.compiled import Compiled
from kamassess.engine.comparing import compare
from kamassess.engine.protocol import Engine
from kamassess.engine.reference import counted
from kamassess.engine.verdict import Verdict, judge
from kamassess.facts.answering import Answered, Answers, sort_out
from kamassess.facts.asking import check_asked
from kamassess.facts.collecting import collect, display_name
from kamassess.facts.speaking import speaks_as_leader
from kamassess.findings.accepting import accept
from kamassess.findings.deciding import Explainer
from kamassess.findings.deriving import derive
from kamassess.findings.diagnosis import diagnose
from kamassess.findings.explaining import why
from kamassess.findings.finding import Finding, Why
from kamassess.findings.telling import name_of, person_key
from kamassess.graph.building import Graph, build
from kamassess.graph.chart import Chart
from kamassess.graph.charting import chart
from kamassess.graph.view import View
from kamassess.later import Later
from kamassess.model.organisation import Organisation
from kamassess.model.terms import LANGUAGES, ORGANISATION, Reading, Text
from kamassess.result import (
    EVIDENCE,
    EngineRun,
    JudgedFocus,
    Result,
    Run,
    Said,
    Subject,
)
from kamassess.scoring.evaluating import evaluate


def assess_organisation(
    organisation: Organisation, compiled: Compiled, as_of: date, engines: tuple[Engine, ...]
) -> Result:
    """
    Assess an organisation against compiled checklists on a day.

    Args:
        organisation: who is assessed.
        compiled: against which checklists.
        as_of: on which day.
        engines: which decide; the verdicts of the first count, the others must agree.

    Returns:
        The result.

    Raises:
        InvalidOrganisation: an answer is not one that its question allows, or is to a question of another
            version of a checklist.
        EnginesDiffer: two engines decided differently, which is a fault of ours.
    """
    check_asked(organisation, compiled.checklists)
    graph = build(organisation, as_of)
    claimed = View(graph, Reading.CLAIMED)
    proven = claimed if graph.is_certain else View(graph, Reading.PROVEN, beside=claimed)
    answers = _answers(compiled, proven)
    facts = collect(claimed, proven, compiled.ruleset, compiled.checkpoints, answers)
    first, *others = engines
    decided = first.decide(compiled.ruleset, facts)
    handed_back: dict[str, str] = {}
    for other in others:
        second = other.decide(compiled.ruleset, facts)
        compare(first.name, decided, other.name, second, compiled.ruleset, facts)
        handed_back.update(second.handed_back)
    verdicts = judge(compiled, decided, answers, claimed, proven)
    with_counts = decided.counted or counted(compiled.ruleset, facts)
    explainer = Explainer(compiled.ruleset, with_counts, graph.vocabulary)
    whys = [Later(why, verdict, explainer, claimed, answers) for verdict in verdicts]
    findings = accept(
        derive(compiled, zip(verdicts, whys, strict=True), explainer, claimed, answers),
        organisation.waivers,
        as_of,
    )
    judged = tuple(
        _judged(verdict, why, answers.at(verdict.compiled.rule, verdict.focus))
        for verdict, why in zip(verdicts, whys, strict=True)
    )
    charted = Later(chart, claimed, proven)
    taking_part = tuple(EngineRun(one.name, one.version) for one in engines)
    return Result(
        _subject(organisation),
        compiled.outlines,
        compiled.parameters,
        as_of,
        judged,
        findings,
        evaluate(compiled.outlines, judged),
        diagnose(compiled.checklists, compiled.parameters, findings),
        charted,
        Later(_names, graph, judged, findings, charted),
        Run(taking_part, len(verdicts), handed_back, answers.unused, _version()),
    )


def sorted_answers(organisation: Organisation, compiled: Compiled, as_of: date) -> Answers:
    """
    What an organisation answered by a day, and which of it counts.

    Args:
        organisation: whose answers.
        compiled: the checklists that ask.
        as_of: the day.

    Returns:
        The answers.

    Raises:
        InvalidOrganisation: an answer is not one that its question allows.
    """
    return _answers(compiled, View(build(organisation, as_of), Reading.PROVEN))


def _answers(compiled: Compiled, proven: View) -> Answers:
    return sort_out(proven.graph, compiled.checkpoints, lambda by: speaks_as_leader(proven, by))


@cache
def _version() -> str:
    from importlib import metadata  # which takes longer to import than much of kamassess

    return metadata.version("kamassess")


def _subject(organisation: Organisation) -> Subject:
    return Subject(
        organisation.id,
        organisation.name,
        Later(lambda: organisation.sha256),
        organisation.described,
        tuple(sorted(organisation.not_described)),
    )


def _judged(verdict: Verdict, why: Later[Why], answered: Answered | None) -> JudgedFocus:
    one = verdict.compiled
    return JudgedFocus(
        one.checklist,
        one.requirement,
        one.checkpoint.id,
        verdict.focus,
        verdict.claimed,
        verdict.proven,
        why,
        one.checkpoint.orientation,
        tuple(Said(answer.value, answer.claim, answer.reason) for answer in answered.given)
        if answered
        else (),
        verdict.open,
    )


def _names(
    graph: Graph, judged: Iterable[JudgedFocus], findings: Iterable[Finding], charted: Later[Chart]
) -> dict[str, Text]:
    """What people call every node, person and piece of evidence that the result names."""
    named = {*_named(graph.organisation, judged, findings), *charted.value.foci(), *_told(graph, findings)}
    names: dict[str, Text] = {
        focus: {language: name_of(graph, focus, language) for language in LANGUAGES}
        for focus in named
        if focus == ORGANISATION or focus in graph.nodes
    }
    for one in graph.organisation.evidence:
        if one.name and f"{EVIDENCE}{one.id}" in named:
            names[f"{EVIDENCE}{one.id}"] = one.name
    return dict(sorted(names.items()))


def _told(graph: Graph, findings: Iterable[Finding]) -> Iterator[str]:
    """The persons whose names stand in what findings say, so that a reader can find out who these are."""
    texts = "\n".join(
        text for one in findings for told in (one.message, one.repair) for text in told.values()
    )
    for key, node in graph.nodes.items():
        if node.kind == "person":
            called = {display_name(node, language) for language in LANGUAGES}
            # First the quick look: most persons are named nowhere.
            if any(one in texts and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", texts) for one in called):
                yield key


def _named(
    organisation: Organisation, judged: Iterable[JudgedFocus], findings: Iterable[Finding]
) -> Iterator[str]:
    yield ORGANISATION
    yield person_key(organisation.described.by or "")
    yield from (part.partition(".")[0] for part in organisation.not_described)
    for verdict in judged:
        yield verdict.focus
        yield from (atom.focus for atom in verdict.because)
        yield from (person_key(said.claim.by or "") for said in verdict.answers)
        yield from (EVIDENCE + one for one in verdict.evidence)
    for finding in findings:
        for actor in finding.act:
            yield actor.person
            yield from actor.via
        if finding.accepted is not None:
            yield finding.accepted.owner
