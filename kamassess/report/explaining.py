"""
Why a checkpoint has the verdict that it has: the rule, what was found, and what is told about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import findall

from kamassess.checklist.compiled import parameter_of
from kamassess.checklist.outline import CheckpointOutline
from kamassess.findings.telling import say
from kamassess.model.terms import ORGANISATION
from kamassess.report.arranging import is_nonconformity
from kamassess.report.phrasing import told
from kamassess.report.wording import (
    answer,
    clause,
    evidence,
    in_language,
    message,
    node,
    waived,
    who_acts,
)
from kamassess.report.words import KINDS, OUTCOMES, ROLES, tell, word
from kamassess.result import JudgedFocus, Result
from kamassess.showing.document import Block, Document, Entry, Heading, Paragraph, Row, Rows, Table
from kamassess.showing.text import WIDEST, render


def explain(result: Result, judged: JudgedFocus, language: str = "en") -> str:
    """
    Explain a verdict as text.

    Args:
        result: the result that it is of.
        judged: the verdict.
        language: ``nl`` or ``en``.

    Returns:
        The text, with a line end behind the last line.
    """
    return render(explanation(result, judged, language), width=WIDEST)


def explanation(result: Result, judged: JudgedFocus, language: str) -> Document:
    """
    The explanation of a verdict.

    Args:
        result: the result that it is of.
        judged: the verdict.
        language: ``nl`` or ``en``.

    Returns:
        The rule, the outcome under both readings, what decided it, and what is told about it.
    """
    return tuple(_blocks(result, judged, language))


def _blocks(result: Result, judged: JudgedFocus, language: str) -> Iterator[Block]:
    outline = result.outlines[judged.checklist, judged.checkpoint]
    focus = None if judged.focus == ORGANISATION else node(judged.focus, result, language)
    where = tell("explanation", language, checkpoint=judged.checkpoint, focus=focus)
    yield Heading(where if focus else judged.checkpoint, 1)
    yield Paragraph(in_language(outline.title, language, outline.id))
    yield Rows((*about(outline, language), *_parameters(outline, judged.checklist, result, language)))
    yield Rows(tuple(_outcome(result, judged, language)))
    yield Heading(tell("decided by", language))
    yield _atoms(result, judged, language)
    yield Heading(tell("told", language))
    yield from _findings(result, judged, language)


def about(outline: CheckpointOutline, language: str) -> Iterator[Row]:
    """
    What a checkpoint asks and why, whoever is assessed.

    Args:
        outline: the checkpoint.
        language: ``nl`` or ``en``.

    Yields:
        A row for each part that its checklist gives.
    """
    texts = {
        "asks": in_language(outline.ask, language),
        "applies": outline.applies or "",
        "rule": outline.holds or "",
        "role": word(ROLES, outline.role, language),
        "matters": in_language(outline.why, language),
        "guidance": in_language(outline.guidance, language),
        "place": in_language(outline.where, language),
        "speaker": outline.speaker or "",
    }
    yield from (Row(tell(label, language), (text,)) for label, text in texts.items() if text)
    if outline.clauses:
        yield Row(tell("clause", language), tuple(clause(one, language) for one in outline.clauses))


def _parameters(outline: CheckpointOutline, checklist: str, result: Result, language: str) -> Iterator[Row]:
    """The parameters that its rules name, with their values and what they are."""
    named = set(findall(r"\w+", f"{outline.applies} {outline.holds}"))
    titles = next(one.parameters for one in result.checklists if one.id == checklist)
    used = []
    for name in sorted(named & titles.keys()):
        value = say(parameter_of(result.parameters, checklist, name), language)
        told = tell("parameter", language, value=value, title=in_language(titles[name], language))
        used.append(f"{name}: {told}")
    if used:
        yield Row(tell("parameters", language), tuple(used))


def _outcome(result: Result, judged: JudgedFocus, language: str) -> Iterator[Row]:
    for label, possible in (("claimed", judged.claimed), ("proven", judged.proven)):
        shown = word(OUTCOMES, possible.outcome, language)
        if len(possible.outcomes) > 1:
            shown += f" ({', '.join(word(OUTCOMES, one, language) for one in possible.outcomes)})"
        yield Row(tell(label, language), (shown,))
    if judged.answers:
        yield Row(tell("answer", language), tuple(answer(one, result, language) for one in judged.answers))
    if judged.evidence:
        yield Row(tell("evidence", language), tuple(evidence(judged.evidence, result, language)))


def _atoms(result: Result, judged: JudgedFocus, language: str) -> Block:
    if not judged.because:
        return Paragraph(tell("nothing decided", language))
    heads = tuple(tell(key, language) for key in ("fact", "asked", "claimed", "proven"))
    rows = []
    for atom in judged.because:
        it = told(atom, language)
        label = it.label
        if atom.focus not in (judged.focus, ORGANISATION):
            label = tell("of whom", language, who=node(atom.focus, result, language), what=label)
        rows.append((label, it.expected, it.claimed, it.proven))
    return Table(heads, tuple(rows), numbers=False)


def _findings(result: Result, judged: JudgedFocus, language: str) -> Iterator[Block]:
    wanted = (judged.checklist, judged.checkpoint, judged.focus)
    found = [one for one in result.findings if (one.checklist, one.checkpoint, one.focus) == wanted]
    if not found:
        yield Paragraph(tell("nothing told", language))
    for one in found:
        rows = [Row(tell("repair", language), (in_language(one.repair, language),))] if one.repair else []
        rows.append(Row(tell("act", language), who_acts(one, result, language)))
        remark = [word(KINDS, one.kind, language)]
        if one.grade is not None and is_nonconformity(one):
            how_sure = "is certain" if one.certain else "is claimed"
            remark += [tell(one.grade, language), tell(how_sure, language)]
        if one.accepted is not None:
            remark.append(waived(one.accepted, result, language))
        yield Entry(message(one, result, language), remark=" · ".join(remark), rows=tuple(rows))
