"""
Verdicts -> findings, by one table: what was claimed against what is proven.

No rule, gate or score reads a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from kamassess.checklist.compiled import ANSWER, APPLICABLE, CONFORMS, Compiled
from kamassess.checklist.requirement import Checkpoint
from kamassess.engine.verdict import Verdict
from kamassess.facts.answering import Answers
from kamassess.facts.collecting import related
from kamassess.findings import messages
from kamassess.findings.acting import who_acts
from kamassess.findings.causes import cause_of
from kamassess.findings.contradictions import contradictions
from kamassess.findings.deciding import Explainer
from kamassess.findings.finding import Atom, Finding, Texts, Why, finding_id
from kamassess.findings.grading import systemic
from kamassess.graph.ownership import missing
from kamassess.graph.view import View
from kamassess.later import Later
from kamassess.model.terms import FindingKind, Outcome, OwnershipReason
from kamassess.model.vocabulary import is_duty

QUESTION = "question"
DESCRIPTION = "description"
"""Why something is unanswered: a question that nobody answered, or a part that is not described."""


def kind_of(checkpoint: Checkpoint, claimed: Outcome, proven: Outcome) -> FindingKind | None:
    """
    What is told about a verdict.

    Args:
        checkpoint: what was asked.
        claimed: the outcome, every claim taken at its word.
        proven: the outcome when only certain claims are.

    Returns:
        The kind of finding; ``None`` where there is nothing to tell.

    Example:
        >>> from kamassess.model.terms import Role
        >>> kind_of(Checkpoint("X", {}, Role.REQUIREMENT), Outcome.CONFORMITY, Outcome.UNDETERMINED)
        <FindingKind.UNPROVEN: 'unproven'>
    """
    if claimed is Outcome.NONCONFORMITY:
        return checkpoint.finding_kind
    if claimed is Outcome.UNDETERMINED:
        return FindingKind.UNANSWERED
    return FindingKind.UNPROVEN if proven is Outcome.UNDETERMINED else None


def derive(
    compiled: Compiled,
    explained: Iterable[tuple[Verdict, Later[Why]]],
    explainer: Explainer,
    view: View,
    answers: Answers,
) -> tuple[Finding, ...]:
    """
    Derive the findings of an assessment.

    Args:
        compiled: the checklists.
        explained: the verdicts, each with why it is so.
        explainer: what facts were found to be.
        view: the graph, every claim taken at its word.
        answers: what was answered.

    Returns:
        The findings in the order of the checklists, each shared cause marked, systemic ones last.
    """
    deriving = _Deriving({one.rule: one.checkpoint for one in compiled.checkpoints}, explainer, view, answers)
    drafts = [draft for verdict, why in explained for draft in _drafts(verdict, why, deriving)]
    shared = Counter(draft.cause for draft in drafts)
    found = tuple(
        _finding(draft, deriving, draft.cause if shared[draft.cause] > 1 else None) for draft in drafts
    )
    return (*found, *systemic(compiled.checklists, found))


@frozen
class _Deriving:
    """What findings are derived from: questions by rule, what facts were found to be, graph and answers."""

    questions: Mapping[str, Checkpoint]
    explainer: Explainer
    view: View
    answers: Answers

    def unanswered(self, because: Iterable[Atom]) -> tuple[str, str] | None:
        """The question that no answer counts to and its focus, where one is among what is not known."""
        for atom in because:
            for part in (CONFORMS, APPLICABLE, ANSWER):
                if atom.claimed is None and atom.fact.endswith(part):
                    return atom.fact.removesuffix(part), atom.focus
        return None


@frozen
class _Draft:
    """A finding to be: what it is about, what it is, what it says, and the cause that it could share."""

    verdict: Verdict
    why: Why
    kind: FindingKind
    texts: Later[Texts]
    cause: str | None


def _drafts(verdict: Verdict, why: Later[Why], deriving: _Deriving) -> Iterator[_Draft]:
    checkpoint = verdict.compiled.checkpoint
    kind = kind_of(checkpoint, verdict.claimed.outcome, verdict.proven.outcome)
    if kind is not None:
        texts = Later(_texts, kind, verdict, why.value, deriving)
        yield _draft(verdict, why.value, kind, texts, deriving)
    if checkpoint.ask is not None:
        answered = deriving.answers.at(verdict.compiled.rule, verdict.focus)
        denials = contradictions(verdict, answered, deriving.view.graph)
        if denials:
            texts = Later(messages.contradictory, checkpoint, denials)
            yield _draft(verdict, why.value, FindingKind.CONTRADICTION, texts, deriving)


def _draft(verdict: Verdict, why: Why, kind: FindingKind, texts: Later[Texts], deriving: _Deriving) -> _Draft:
    return _Draft(verdict, why, kind, texts, cause_of(deriving.view, kind, verdict.focus, why.because))


def _texts(kind: FindingKind, verdict: Verdict, why: Why, deriving: _Deriving) -> Texts:
    checkpoint = verdict.compiled.checkpoint
    if kind is FindingKind.UNPROVEN:
        return messages.unproven(checkpoint)
    if kind is FindingKind.UNANSWERED:
        asked = deriving.unanswered(why.because)
        if asked is None:
            return messages.unanswered(checkpoint, None)
        return messages.unanswered(
            checkpoint, deriving.questions[asked[0]], deriving.answers.later.get(asked)
        )
    return messages.failing(verdict, deriving.explainer, deriving.view.graph)


def _finding(draft: _Draft, deriving: _Deriving, cause: str | None) -> Finding:
    verdict, one, kind, because = draft.verdict, draft.verdict.compiled, draft.kind, draft.why.because
    return Finding(
        id=finding_id(one.checklist, one.checkpoint.id, verdict.focus, kind),
        kind=kind,
        reason=_reason(kind, verdict, because, deriving),
        grade=one.checkpoint.grade,
        certain=_is_certain(kind, verdict),
        checklist=one.checklist,
        requirement=one.requirement,
        checkpoint=one.checkpoint.id,
        focus=verdict.focus,
        texts=draft.texts,
        act=who_acts(deriving.view, verdict.focus, because),
        orientation=one.checkpoint.orientation,
        because=because,
        evidence=draft.why.evidence,
        cause=cause,
    )


def _is_certain(kind: FindingKind, verdict: Verdict) -> bool:
    """Whether a finding is so as proven too; that answers deny each other is so in any reading."""
    asked = verdict.compiled.checkpoint.ask is not None
    return (kind is FindingKind.CONTRADICTION and asked) or (
        verdict.claimed.outcome is verdict.proven.outcome is Outcome.NONCONFORMITY
    )


def _reason(
    kind: FindingKind, verdict: Verdict, because: tuple[Atom, ...], deriving: _Deriving
) -> str | None:
    if kind is FindingKind.MISSING_OWNERSHIP:
        return _why_missing(verdict.focus, because, deriving.view)
    if kind is FindingKind.UNANSWERED:
        return DESCRIPTION if deriving.unanswered(because) is None else QUESTION
    return None


def _why_missing(focus: str, because: tuple[Atom, ...], view: View) -> OwnershipReason:
    """The reason, from the relation by which somebody should answer: the first that decided at the focus."""
    for atom in because:
        relation = atom.fact.partition(".")[0]
        kind = focus.partition(":")[0]
        asked = None if focus != atom.focus else view.graph.vocabulary.relation(kind, relation)
        if asked is not None and asked.targets == {"person"}:
            found = missing(view, focus, relation, related(view, focus, (relation,)))
            if found in (OwnershipReason.NOBODY, OwnershipReason.VACANT_ROLE):
                return found
            if found is OwnershipReason.SEVERAL and "filter" not in atom.fact:
                return found
            return OwnershipReason.OTHER if is_duty(relation) else OwnershipReason.NOT_ENTITLED
    return OwnershipReason.NOBODY
