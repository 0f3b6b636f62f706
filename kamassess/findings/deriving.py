"""
Verdicts -> findings, by one table: what was claimed against what is proven.

No rule, gate or score reads a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from kamassess.checklist.compiling import ANSWER, APPLICABLE, APPLIES, CONFORMS, Compiled
from kamassess.checklist.requirement import Checkpoint
from kamassess.engine.verdict import Verdict
from kamassess.facts.answering import Answers
from kamassess.facts.collecting import related
from kamassess.findings.causes import cause_of, with_shared_causes
from kamassess.findings.contradictions import contradictions
from kamassess.findings.deciding import Explainer
from kamassess.findings.finding import Atom, Finding
from kamassess.findings.grading import systemic
from kamassess.findings.telling import tell
from kamassess.graph.ownership import Actor, actors, in_top_management, missing
from kamassess.graph.view import View
from kamassess.model.terms import ORGANISATION, FindingKind, Outcome, OwnershipReason, Reading, Text

QUESTION = "question"
DESCRIPTION = "description"
"""Why something is unanswered: a question that nobody answered, or a part that is not described."""


@frozen
class Explained:
    """
    A verdict with why it is so.

    Args:
        verdict: the verdict.
        because: the atoms that decided it.
        evidence: the evidence that was named for these.
    """

    verdict: Verdict
    because: tuple[Atom, ...]
    evidence: tuple[str, ...]


def explain(
    verdicts: Iterable[Verdict], explainer: Explainer, view: View, answers: Answers
) -> Iterator[Explained]:
    """
    Find out why each verdict is so.

    What decided as claimed is told where that is a nonconformity or is proven
    too; else what is not known as proven.

    Args:
        verdicts: the verdicts.
        explainer: finds the atoms.
        view: the graph, every claim taken at its word.
        answers: what was answered.

    Yields:
        Each verdict, with its atoms and evidence.
    """
    evidence = view.graph.evidence_of
    for verdict in verdicts:
        if verdict.focus == ORGANISATION != verdict.compiled.checkpoint.each:
            yield Explained(verdict, (), ())
            continue
        claimed, proven = verdict.claimed.outcome, verdict.proven.outcome
        told_as_claimed = claimed is Outcome.NONCONFORMITY or claimed is proven
        reading = Reading.CLAIMED if told_as_claimed else Reading.PROVEN
        because = _because(verdict, explainer, reading)
        answered = answers.at(verdict.compiled.rule, verdict.focus)
        named = [it for answer in (answered.given if answered else ()) for it in answer.claim.evidence]
        if evidence:
            named += [
                it for atom in because for part in atom.parts for it in evidence.get((atom.focus, part), ())
            ]
        yield Explained(verdict, because, tuple(dict.fromkeys(named)))


def _because(verdict: Verdict, explainer: Explainer, reading: Reading) -> tuple[Atom, ...]:
    one, focus, possible = verdict.compiled, verdict.focus, verdict.under(reading)
    why: tuple[Atom, ...] = ()
    if one.applies is not None and Outcome.NOT_APPLICABLE in possible.outcomes:
        why = explainer.because(one.rule + APPLIES, focus, reading)
        if possible.outcome is Outcome.NOT_APPLICABLE:
            return why
    return why + explainer.because(one.rule, focus, reading)


# -------------------------------------------------------------------- the table
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
    compiled: Compiled, explained: Iterable[Explained], explainer: Explainer, view: View, answers: Answers
) -> tuple[Finding, ...]:
    """
    Derive the findings of an assessment.

    Args:
        compiled: the checklists.
        explained: the verdicts, with why.
        explainer: what facts were found to be.
        view: the graph, every claim taken at its word.
        answers: what was answered.

    Returns:
        The findings in the order of the checklists, each shared cause marked, systemic ones last.
    """
    deriving = _Deriving({one.rule: one.checkpoint for one in compiled.checkpoints}, explainer, view, answers)
    found = [one for it in explained for one in _findings(it, deriving)]
    told = with_shared_causes(found)
    return (*told, *systemic(compiled.checklists, told))


@frozen
class _Deriving:
    """What findings are derived from: questions by rule, what facts were found to be, graph and answers."""

    questions: Mapping[str, Checkpoint]
    explainer: Explainer
    view: View
    answers: Answers

    def unanswered(self, because: Iterable[Atom]) -> Checkpoint | None:
        """The question that no answer counts to, where one is among what is not known."""
        for atom in because:
            for part in (CONFORMS, APPLICABLE, ANSWER):
                if atom.claimed is None and atom.fact.endswith(part):
                    return self.questions[atom.fact.removesuffix(part)]
        return None


def _findings(it: Explained, deriving: _Deriving) -> Iterator[Finding]:
    verdict = it.verdict
    checkpoint = verdict.compiled.checkpoint
    kind = kind_of(checkpoint, verdict.claimed.outcome, verdict.proven.outcome)
    if kind is not None:
        certain = verdict.claimed.outcome is verdict.proven.outcome is Outcome.NONCONFORMITY
        message, repair = _texts(kind, it, deriving)
        yield _finding(it, kind, _reason(kind, it, deriving), certain, message, repair, deriving.view)
    denials = contradictions(verdict, deriving.answers.at(verdict.compiled.rule, verdict.focus))
    if denials:
        message = {
            language: f"{checkpoint.title.get(language, checkpoint.id)}: "
            + ". ".join(one[language] for one in denials)
            for language in ("nl", "en")
        }
        yield _finding(it, FindingKind.CONTRADICTION, None, True, message, _AGREE, deriving.view)


def _finding(
    it: Explained,
    kind: FindingKind,
    reason: str | None,
    certain: bool,
    message: Text,
    repair: Text,
    view: View,
) -> Finding:
    verdict, one = it.verdict, it.verdict.compiled
    return Finding(
        id=f"{one.rule}/{verdict.focus}/{kind}",
        kind=kind,
        reason=reason,
        grade=one.checkpoint.grade,
        certain=certain,
        checklist=one.checklist,
        requirement=one.requirement,
        checkpoint=one.checkpoint.id,
        focus=verdict.focus,
        message=message,
        repair=repair,
        act=who_acts(view, verdict.focus, it.because),
        orientation=one.checkpoint.orientation,
        because=it.because,
        evidence=it.evidence,
        cause=cause_of(view, kind, verdict.focus, it.because),
    )


def who_acts(view: View, focus: str, because: tuple[Atom, ...]) -> tuple[Actor, ...]:
    """
    Who must act on a finding: the owners of its focus, or of the nearest node above it.

    Of a finding about the organisation as a whole those of the nodes that
    decided it, or else top management.

    Args:
        view: the graph, every claim taken at its word.
        focus: what the finding is about.
        because: the atoms that decided it.

    Returns:
        The persons, each once, with the way from the focus; nobody where nobody answers.
    """
    if focus != ORGANISATION:
        return actors(view, focus)
    nodes = dict.fromkeys(atom.focus for atom in because if atom.focus != ORGANISATION)
    found = {it.person: it for node in nodes for it in reversed(actors(view, node))}
    if not found:
        return view.kept("top management", lambda: _top_management(view))
    return tuple(found.values())


def _top_management(view: View) -> tuple[Actor, ...]:
    persons = view.all("person").named
    return tuple(Actor(one, (ORGANISATION,)) for one in persons if in_top_management(view, one))


def _reason(kind: FindingKind, it: Explained, deriving: _Deriving) -> str | None:
    if kind is FindingKind.MISSING_OWNERSHIP:
        return _why_missing(it, deriving.view)
    if kind is FindingKind.UNANSWERED:
        return DESCRIPTION if deriving.unanswered(it.because) is None else QUESTION
    return None


def _why_missing(it: Explained, view: View) -> OwnershipReason:
    """The reason, from the relation by which somebody should answer: the first that decided at the focus."""
    focus = it.verdict.focus
    for atom in it.because:
        relation = atom.fact.partition(".")[0]
        kind = focus.partition(":")[0]
        asked = None if focus != atom.focus else view.graph.vocabulary.relation(kind, relation)
        if asked is not None and asked.targets == {"person"}:
            found = missing(view, focus, relation, related(view, focus, (relation,)))
            if found in (OwnershipReason.NOBODY, OwnershipReason.VACANT_ROLE):
                return found
            if found is OwnershipReason.SEVERAL and "filter" not in atom.fact:
                return found
            return OwnershipReason.NOT_ENTITLED if relation == "owners" else OwnershipReason.OTHER
    return OwnershipReason.NOBODY


# -------------------------------------------------------------------- the texts
_AGREE: Text = {
    "nl": "Laat antwoord en beschrijving op elkaar aansluiten: ga na welke van de twee klopt",
    "en": "Bring answer and description into line: find out which of the two is right",
}
_UNPROVEN: Text = {"nl": "Gesteld, niet bewezen: {title}", "en": "Claimed, not proven: {title}"}
_PROVE: Text = {
    "nl": "Leg vast waar dit op rust: noem bewijs dat hierover gaat, met een datum",
    "en": "Record what this rests on: name evidence that is about it, with a date",
}
_UNANSWERED: Text = {"nl": "Nog niet bekend: {title}", "en": "Not known yet: {title}"}
_ANSWER: Text = {"nl": "Beantwoord de vraag: {ask}", "en": "Answer the question: {ask}"}
_DESCRIBE: Text = {
    "nl": "Beschrijf wat hier nog ontbreekt in het bestand van de organisatie",
    "en": "Describe what is still missing here in the organisation's file",
}


def _texts(kind: FindingKind, it: Explained, deriving: _Deriving) -> tuple[Text, Text]:
    verdict, one = it.verdict, it.verdict.compiled
    if kind is FindingKind.UNPROVEN:
        return _filled(_UNPROVEN, one.checkpoint), one.checkpoint.guidance or _PROVE
    if kind is FindingKind.UNANSWERED:
        question = deriving.unanswered(it.because)
        return _filled(_UNANSWERED, one.checkpoint), _filled(_ANSWER, question) if question else _DESCRIBE
    graph, explainer = deriving.view.graph, deriving.explainer
    if verdict.focus == ORGANISATION != one.checkpoint.each:
        # There is no node to fill the placeholders of a repair with.
        plain = all(isinstance(piece, str) for pieces in one.repair.values() for piece in pieces)
        return _none_described(verdict), one.checkpoint.repair if plain else _DESCRIBE
    finding = tell(one.finding, explainer, graph, verdict.focus)
    return finding, tell(one.repair, explainer, graph, verdict.focus)


def _none_described(verdict: Verdict) -> Text:
    checkpoint = verdict.compiled.checkpoint
    return {
        "nl": f"{checkpoint.title.get('nl', checkpoint.id)}: er is er geen enkele",
        "en": f"{checkpoint.title.get('en', checkpoint.id)}: there is none at all",
    }


def _filled(text: Text, checkpoint: Checkpoint) -> Text:
    asked = checkpoint.ask or {}
    return {
        language: one.format(
            title=checkpoint.title.get(language, checkpoint.id), ask=asked.get(language, checkpoint.id)
        )
        for language, one in text.items()
    }
