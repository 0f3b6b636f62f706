"""
Scores explained: how a number came about as a tree, and what it would be by another formula or other weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve

from kamassess.checklist.outline import ChecklistOutline
from kamassess.checklist.policy import ScoringPolicy
from kamassess.model.terms import ORGANISATION, Reading
from kamassess.report.numbers import told_bounds, told_or_none
from kamassess.report.wording import in_language, node, policy_title
from kamassess.report.words import MEANINGS, PARTS, SCORE_REASONS, tell, word
from kamassess.result import Result
from kamassess.scoring.comparing import to_weights, under_policies
from kamassess.scoring.derivation import Derivation, Reason, derive_score
from kamassess.scoring.enumerating import NotBounded
from kamassess.scoring.evaluating import By, by_checkpoint, whole
from kamassess.scoring.score import Score
from kamassess.scoring.worth import as_published, under
from kamassess.showing.document import (
    Block,
    Branch,
    Document,
    Heading,
    Paragraph,
    Row,
    Rows,
    Table,
    Tone,
    Tree,
)
from kamassess.showing.text import WIDEST, render

_MANY = 5
"""Of so many foci that fall short, or may, each is told; more are counted."""


def explain_score(result: Result, checklist: str, language: str = "en", *, reading: str = "claimed") -> str:
    """
    Explain the score of a checklist as text.

    Args:
        result: the result that it is of.
        checklist: the checklist's id.
        language: ``nl`` or ``en``.
        reading: ``claimed``, ``proven`` or ``published``.

    Returns:
        The text, with a line end behind the last line.
    """
    return render(score_explanation(result, checklist, language, reading), width=WIDEST)


def score_explanation(result: Result, checklist: str, language: str, reading: str) -> Document:
    """
    The explanation of a score.

    Args:
        result: the result that it is of.
        checklist: the checklist's id.
        language: ``nl`` or ``en``.
        reading: ``claimed``, ``proven`` or ``published``.

    Returns:
        The policy, the tree, and what its reasons mean.
    """
    outline = next(one for one in result.checklists if one.id == checklist)
    policy = outline.policy
    pick = as_published(policy) if reading == "published" else under(Reading(reading), policy)
    by = by_checkpoint(result.verdicts).get(checklist, {})
    derived = derive_score(outline, by, pick)
    if reading != "published":
        derived = _within_bounds(derived, outline, by, Reading(reading))
    teller = _Teller(result, outline, language)
    title = in_language(outline.title, language, outline.id)
    blocks: list[Block] = [
        Heading(tell("score of", language, title=title, reading=tell(reading, language)), 1),
        Paragraph(tell("by policy", language, policy=policy_title(policy, language), source=policy.source)),
        Paragraph(tell("it hides", language, what=in_language(policy.hides, language)), Tone.FAINT),
        Tree(teller.branch(derived)),
    ]
    reasons = tuple(dict.fromkeys(teller.told))
    if reasons:
        blocks.append(Heading(tell("reasons", language)))
        meanings = (
            Row(word(SCORE_REASONS, one, language), (word(MEANINGS, one, language),)) for one in reasons
        )
        blocks.append(Rows(tuple(meanings)))
    return tuple(blocks)


def _within_bounds(derived: Derivation, outline: ChecklistOutline, by: By, reading: Reading) -> Derivation:
    """The tree of a score with the bounds that it has, tried where the policy is not monotone."""
    try:
        found = whole(outline, by, reading)
    except NotBounded:
        return evolve(derived, bounds=None, reasons=(*derived.reasons, Reason.REFUSED))
    inputs = tuple(evolve(one, bounds=found.requirements[one.id]) for one in derived.inputs)
    return evolve(derived, bounds=found.checklist, inputs=inputs)


class _Teller:
    """Tells a tree in one language, and keeps the reasons that it told."""

    def __init__(self, result: Result, checklist: ChecklistOutline, language: str) -> None:
        self.result = result
        self.checklist = checklist
        self.language = language
        self.told: list[Reason] = []
        self.titles = {one.id: one.title for one in checklist.requirements}
        self.checkpoints = {it.id: it for one in checklist.requirements for it in one.checkpoints}

    def branch(self, one: Derivation) -> Branch:
        self.told.extend(one.reasons)
        remarks = [self._number(one)]
        if one.weight is not None and one.weight != 1:
            remarks.append(tell("weighs", self.language, weight=one.weight))
        remarks += [word(SCORE_REASONS, reason, self.language) for reason in one.reasons]
        if one.gates:
            remarks.append(tell("by gates", self.language, gates=", ".join(one.gates)))
        return Branch(self._title(one), " · ".join(filter(None, remarks)), tuple(self._below(one)))

    def _below(self, one: Derivation) -> Iterator[Branch]:
        if one.what != "checkpoint":
            yield from map(self.branch, one.inputs)
        elif len(one.inputs) > 1:
            # Of foci a reader wants those that are not all right.
            # The organisation stands among them for those that nobody described.
            named = (it for it in one.inputs if it.id != ORGANISATION)
            short = [it for it in named if it.bounds is not None and it.bounds.low < 1]
            yield from map(self.branch, short[:_MANY])
            if len(short) > _MANY:
                yield Branch(tell("and more", self.language, count=len(short) - _MANY))

    def _title(self, one: Derivation) -> str:
        if one.what == "focus":
            return node(one.id, self.result, self.language)
        part = word(PARTS, one.part or "", self.language)
        if one.what == "checkpoint":
            title = in_language(self.checkpoints[one.id].title, self.language, one.id)
            return f"{one.id} {title}"
        if one.what == "requirement":
            return f"{in_language(self.titles[one.id], self.language, one.id)} ({part})"
        return f"{in_language(self.checklist.title, self.language, one.id)} ({part})"

    def _number(self, one: Derivation) -> str:
        return "" if one.bounds is None else told_bounds(one.bounds, self.language)


def compare_policies(result: Result, policies: Mapping[str, ScoringPolicy], language: str = "en") -> str:
    """
    The same verdicts by every policy that fits, and what each weight does, as text.

    Args:
        result: the result.
        policies: the policies to try.
        language: ``nl`` or ``en``.

    Returns:
        The text, with a line end behind the last line.
    """
    return render(tuple(_compared(result, policies, language)), width=WIDEST)


def _compared(result: Result, policies: Mapping[str, ScoringPolicy], language: str) -> Iterator[Block]:
    for outline in result.checklists:
        yield Heading(in_language(outline.title, language, outline.id), 1)
        yield Paragraph(tell("what policies say", language), Tone.FAINT)
        heads = tuple(
            tell(one, language) for one in ("policy", "proven", "claimed", "possible", "published", "of")
        )
        known = {**policies, outline.policy.id: outline.policy}
        found = under_policies(outline, result.verdicts, policies)
        yield Table(heads, tuple(_row(one, known[one.policy], language) for one in found))
        yield Heading(tell("weights section", language))
        yield Paragraph(tell("what weights say", language), Tone.FAINT)
        titles = {one.id: in_language(one.title, language, one.id) for one in outline.requirements}
        heads = tuple(
            tell(one, language) for one in ("of requirement", "weight", "claimed", "without it", "doubled")
        )
        weights = to_weights(outline, result.verdicts)
        yield Table(
            heads,
            tuple(
                (
                    titles[one.id],
                    str(one.weight),
                    *(told_or_none(it, language) for it in (one.now, one.without, one.doubled)),
                )
                for one in weights
            ),
        )


def _row(score: Score, policy: ScoringPolicy, language: str) -> tuple[str, ...]:
    name = policy_title(policy, language)
    numbers = [told_or_none(one, language) for one in (score.proven, score.claimed, score.possible)]
    own = told_or_none(score.published, language)
    if score.published is not None and score.out_of not in (None, score.maximum):
        own = f"{own} / {score.out_of}"
    return (name, *numbers, own, str(score.maximum))
