"""
A sheet of questions: those of one checklist, each with where it is asked, what helps, and cells to fill in.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kamassess.checklist.requirement import Checklist, Checkpoint
from kamassess.checklist.scale import NOT_APPLICABLE
from kamassess.model.terms import ORGANISATION
from kamassess.questionnaire.filled import FILLED, Cells, cells_of, mark_of
from kamassess.questionnaire.layout import (
    FIXED,
    FREE,
    HEAD,
    HEADS,
    WIDTHS,
    cell,
    day,
    from_list,
    loose,
    number,
    open_style,
)
from kamassess.questionnaire.making import Making, list_of
from kamassess.questionnaire.options import Options
from kamassess.questionnaire.questions import Question
from kamassess.questionnaire.record import AskedRow
from kamassess.questionnaire.states import CONTRADICTED, DECIDED, OPEN_STILL, PROVEN, UNPROVEN, state_of
from kamassess.questionnaire.words import tell
from kamassess.report.sheets import ACCENT, BAD, BAND, GOOD, QUIET, UNSURE, Sheet, height
from kamassess.report.wording import clause, in_language

_TONES = {
    OPEN_STILL: BAD,
    UNPROVEN: UNSURE,
    PROVEN: GOOD,
    CONTRADICTED: BAD,
    DECIDED: (BAND, QUIET),
}


def ask(making: Making, sheet: Sheet, name: str, checklist: Checklist) -> None:
    """
    Write the questions of a checklist.

    Args:
        making: the questionnaire.
        sheet: where they are written.
        name: what the sheet is called.
        checklist: which checklist.
    """
    asked = [one for one in making.asked if one.checklist == checklist.id]
    title = in_language(checklist.title, making.language, checklist.id)
    author = f", {checklist.source.author}" if checklist.source.author else ""
    making.top(sheet, name, title, f"{checklist.version} · {checklist.source.title}{author}")
    making.heads(sheet, name, HEADS, WIDTHS)
    row = HEAD + 1
    for _, group in groupby(asked, lambda one: one.requirement):
        together = list(group)
        _band(making, sheet, name, row, in_language(together[0].requirement_title, making.language))
        row += 1
        for one in together:
            for at in range(len(one.answers)) or (None,):
                _row(making, sheet, name, row, one, at)
                row += 1
    if asked:
        sheet.raw.autofilter(HEAD, 0, row - 1, len(HEADS) - 1)


def _band(making: Making, sheet: Sheet, name: str, row: int, title: str) -> None:
    style = {"bold": True, "bg_color": BAND, "font_color": ACCENT, "valign": "vcenter"}
    sheet.raw.set_row(row, 20)
    making.fix(sheet, name, row, 0, title, **style)
    for column in range(1, len(HEADS)):
        sheet.put(row, column, None, **style)


def _row(making: Making, sheet: Sheet, name: str, row: int, one: Question, at: int | None) -> None:
    options, language = making.lists[list_of(one)], making.language
    said = None if at is None else one.answers[at]
    state = state_of(one, at)
    back, ink = _TONES[state]
    making.fix(sheet, name, row, 0, one.checkpoint.id, bold=True, **FIXED)
    making.fix(sheet, name, row, 1, making.tell(state), bg_color=back, font_color=ink, **FIXED)
    making.fix(sheet, name, row, 2, _about(making, one), **FIXED)
    making.fix(sheet, name, row, 3, in_language(one.ask, language), **FIXED)
    guidance = "\n".join(_guidance(one.checkpoint, language))
    making.fix(sheet, name, row, 4, guidance, font_color=QUIET, font_size=9, **FIXED)
    beside = zip(
        (one.checkpoint.id, _about(making, one), in_language(one.ask, language)),
        (WIDTHS[0], *WIDTHS[2:4]),
        strict=True,
    )
    sheet.raw.set_row(row, max(height(beside), height([(guidance, WIDTHS[4])], size=9)))
    known = {} if said is None else cells_of(said, language, options, making.lists["bases"], making.persons)
    _open_cells(making, sheet, row, known, options, list_of(one))
    mark = "" if said is None else mark_of(said)
    making.rows.append(AskedRow(name, row + 1, one.rule, one.focus, list_of(one), mark))


def _about(making: Making, one: Question) -> str:
    if one.focus == ORGANISATION:
        return making.tell("whole")
    name = in_language(one.focus_name, making.language, one.focus)
    return name if making.names[name] == {one.focus} else f"{name} ({one.focus})"  # else two rows look alike


def _guidance(one: Checkpoint, language: str) -> Iterable[str]:
    if one.why:
        yield tell("why", language, text=in_language(one.why, language))
    if one.guidance:
        yield tell("counts", language, text=in_language(one.guidance, language))
    if one.about_leaders:
        yield tell("leaders", language)
    if one.recurring:
        yield tell("recurring", language)
    if one.clauses:
        yield tell("clauses", language, text="; ".join(clause(it, language) for it in one.clauses))


def _open_cells(making: Making, sheet: Sheet, row: int, known: Cells, options: Options, name: str) -> None:
    language, raw = making.language, sheet.raw
    first = len(HEADS) - len(FILLED)
    at = {key: cell(row, column) for column, key in enumerate(FILLED, first)}
    formats = {"on": "yyyy-mm-dd", "answer": "@" if options.most is None else "0.##"}
    for column, key in enumerate(FILLED, first):
        sheet.put(row, column, known.get(key), **open_style(formats.get(key, "@")))
    is_number = options.most is not None
    chosen = (
        number(options, at["answer"], language) if is_number else from_list(making.ranges[name], language)
    )
    raw.data_validation(at["answer"], chosen)
    raw.data_validation(at["basis"], from_list(making.ranges["bases"], language))
    if making.persons:
        raw.data_validation(at["by"], loose(making.ranges["persons"]))
    raw.data_validation(at["on"], day(language))
    hint = making.tell("numbers", sheet=making.evidence)[:255]
    raw.data_validation(at["named"], loose(_ids(making)) | {"input_message": hint})
    _warn(sheet, at, options)


def _ids(making: Making) -> str:
    """Where the ids of evidence stand."""
    known = 0 if making.organisation is None else len(making.organisation.evidence)
    return f"'{making.evidence}'!$A${HEAD + 2}:$A${HEAD + 1 + known + FREE}"


def _warn(sheet: Sheet, at: dict[str, str], options: Options) -> None:
    """Colour what an answer still lacks: the reason why it does not apply, or what it rests on."""
    label = options.label(NOT_APPLICABLE).replace('"', '""')
    sheet.raw.conditional_format(
        at["note"],
        {
            "type": "formula",
            "criteria": f'=AND({at["answer"]}="{label}",LEN(TRIM({at["note"]}))=0)',
            "format": sheet.book.difference(bg_color=BAD[0], border=1, border_color=BAD[1]),
        },
    )
    sheet.raw.conditional_format(
        at["basis"],
        {
            "type": "formula",
            "criteria": f"=AND(LEN({at['answer']})>0,LEN({at['basis']})=0)",
            "format": sheet.book.difference(bg_color=UNSURE[0], border=1, border_color=UNSURE[1]),
        },
    )
