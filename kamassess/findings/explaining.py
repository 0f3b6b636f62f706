"""
Why each verdict is so: the atoms that decided it, and the evidence that was named for them.
"""

from __future__ import annotations

from kamassess.checklist.compiled import APPLIES
from kamassess.engine.verdict import Verdict
from kamassess.facts.answering import Answers
from kamassess.findings.deciding import Explainer
from kamassess.findings.finding import Atom, Why
from kamassess.graph.view import View
from kamassess.model.terms import ORGANISATION, Outcome, Reading


def why(verdict: Verdict, explainer: Explainer, view: View, answers: Answers) -> Why:
    """
    Find out why a verdict is so.

    What decided as claimed is told where that is a nonconformity or is proven
    too; else what is not known as proven.

    Args:
        verdict: the verdict.
        explainer: finds the atoms.
        view: the graph, every claim taken at its word.
        answers: what was answered.

    Returns:
        The atoms that decided it, and their evidence.
    """
    if verdict.focus == ORGANISATION != verdict.compiled.checkpoint.each:
        return Why()
    claimed, proven = verdict.claimed.outcome, verdict.proven.outcome
    told_as_claimed = claimed is Outcome.NONCONFORMITY or claimed is proven
    because = _because(verdict, explainer, Reading.CLAIMED if told_as_claimed else Reading.PROVEN)
    answered = answers.at(verdict.compiled.rule, verdict.focus)
    named = [it for answer in (answered.given if answered else ()) for it in answer.claim.evidence]
    evidence = view.graph.evidence_of
    named += (it for atom in because for part in atom.parts for it in evidence.get((atom.focus, part), ()))
    return Why(because, tuple(dict.fromkeys(named)))


def _because(verdict: Verdict, explainer: Explainer, reading: Reading) -> tuple[Atom, ...]:
    one, focus, possible = verdict.compiled, verdict.focus, verdict.under(reading)
    atoms: tuple[Atom, ...] = ()
    if one.applies is not None and Outcome.NOT_APPLICABLE in possible.outcomes:
        atoms = explainer.because(one.rule + APPLIES, focus, reading)
        if possible.outcome is Outcome.NOT_APPLICABLE:
            return atoms
    return atoms + explainer.because(one.rule, focus, reading)
