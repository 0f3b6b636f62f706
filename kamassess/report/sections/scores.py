"""
The scores: proven, claimed and possible, and what is to be said beside them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kamassess.checklist.outline import ChecklistOutline
from kamassess.checklist.scoring import DEFAULT
from kamassess.model.terms import Reading
from kamassess.report.numbers import part_of, points
from kamassess.report.page import Page
from kamassess.report.wording import in_language, policy_title
from kamassess.scoring.evaluating import by_checkpoint as verdicts_by_checkpoint
from kamassess.scoring.evaluating import cap_of, fails
from kamassess.scoring.naming import name_of_score
from kamassess.scoring.score import Score
from kamassess.scoring.worth import under
from kamassess.showing.document import Bar, Bars, Block, Heading, Row, Rows


def scores(page: Page) -> Iterator[Block]:
    """The scores as bars, and what belongs beside them."""
    yield Heading(page.tell("scores"))
    titles = {
        (checklist.id, one.id): one.title
        for checklist in page.result.checklists
        for one in checklist.requirements
    }
    titles.update({(one.id, ""): one.title for one in page.result.checklists})  # a checklist as a whole
    bars = tuple(
        score_bar(
            page, one, in_language(titles[one.checklist, one.requirement or ""], page.language, one.checklist)
        )
        for one in page.result.scores
    )
    heads = (page.tell("proven"), page.tell("claimed"), page.tell("possible"))
    meanings = (
        page.tell("what proven says"),
        page.tell("what claimed says"),
        page.tell("what possible says"),
    )
    yield Bars(heads, meanings, bars)
    rows = tuple(filter(None, map(partial(_besides, page), page.result.scores)))
    if rows:
        yield Rows(rows)


def _besides(page: Page, score: Score) -> Row | None:
    """What is told of a checklist's score beside its numbers: its name, and the policy's own figure."""
    if score.requirement is not None:
        return None
    outline = next(one for one in page.result.checklists if one.id == score.checklist)
    policy = outline.policy
    lines = [page.tell("refused", why=score.refused)] if score.refused else []
    lines += _gates(page, outline, score)
    named = name_of_score(score, policy)
    lines += [in_language(named, page.language)] if named else []
    if score.published is not None and (score.published != score.claimed or policy.id != DEFAULT):
        number = points(score.published, score, page.language, score.out_of)
        lines.append(page.tell("published as", policy=policy_title(policy, page.language), number=number))
    return Row(in_language(outline.title, page.language, outline.id), tuple(lines)) if lines else None


def _gates(page: Page, outline: ChecklistOutline, score: Score) -> Iterator[str]:
    """The gates that cap a score, or may: a whole that is worth less than its parts must be no riddle."""
    stage = outline.policy.checklist
    by = verdicts_by_checkpoint(page.result.verdicts).get(outline.id, {})
    for gate in (one.gate for one in outline.requirements if one.gate is not None):
        claimed, proven = (
            fails(gate, by, under(one, outline.policy)) for one in (Reading.CLAIMED, Reading.PROVEN)
        )
        if claimed is not False or proven is not False:
            said = {True: "gate fails", False: "gate to prove", None: "gate open"}[claimed]
            most = points(cap_of(gate, stage) * stage.times, score, page.language)
            title = page.result.outlines[outline.id, gate.checkpoint].title
            name = f"{gate.checkpoint} (‘{in_language(title, page.language, gate.checkpoint)}’)"
            yield page.tell(said, gate=name, most=most)


def score_bar(page: Page, score: Score, title: str) -> Bar:
    """A score as a bar."""
    level = 1 if score.requirement is None else 2
    if score.proven is None or score.claimed is None or score.possible is None:
        none = page.tell("no score")
        return Bar(title, None, (none, none, none), level)
    numbers = (score.proven, score.claimed, score.possible)
    proven, claimed, possible = (part_of(one, score) for one in numbers)
    first, second, third = (points(one, score, page.language) for one in numbers)
    return Bar(title, (proven, claimed, possible), (first, second, third), level)
