"""
The first sheet of a questionnaire: what is asked, how it is filled in, and what makes an answer sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamassess.checklist.scale import NOT_APPLICABLE
from kamassess.model.terms import CERTAIN_BASES
from kamassess.questionnaire.layout import protect
from kamassess.questionnaire.making import Making
from kamassess.report.sheets import ACCENT, LINE, Sheet, height
from kamassess.report.wording import in_language
from kamassess.report.words import ANSWERS, word

_WIDTHS = (34, 104)


def introduce(making: Making, sheet: Sheet) -> None:
    """
    Write the introduction.

    Args:
        making: the questionnaire.
        sheet: where it is written.
    """
    for column, width in enumerate(_WIDTHS):
        sheet.raw.set_column(column, column, width)
    making.top(sheet, making.introduction, making.title, "")
    row = _pairs(making, sheet, 2, _facts(making))
    row = _section(making, sheet, row + 1, "how")
    row = _pairs(making, sheet, row, ((str(at), text) for at, text in enumerate(_steps(making), 1)))
    row = _section(making, sheet, row + 1, "sure")
    certain, never = making.tell("certain"), making.tell("never certain")
    _pairs(
        making,
        sheet,
        row,
        ((label, certain if it in CERTAIN_BASES else never) for label, it in making.lists["bases"].pairs),
    )
    sheet.page(footer=making.title)
    protect(sheet)


def _facts(making: Making) -> Iterator[tuple[str, str]]:
    if making.organisation is not None:
        yield making.tell("organisation"), f"{making.whose} ({making.organisation.id})"
    yield making.tell("day"), making.as_of.isoformat()
    for one, name in zip(making.compiled.checklists, making.sheets, strict=True):
        of_it = [it for it in making.asked if it.checklist == one.id]
        yield (
            name,
            making.tell(
                "asked",
                title=in_language(one.title, making.language, one.id),
                version=one.version,
                count=sum(max(1, len(it.answers)) for it in of_it),
                open=sum(it.is_open for it in of_it),
            ),
        )


def _steps(making: Making) -> Iterator[str]:
    yield making.tell("step 1")
    yield making.tell("step 2")
    yield making.tell("step 3", sheet=making.evidence)
    yield making.tell("step 4", label=word(ANSWERS, NOT_APPLICABLE, making.language))
    yield making.tell("step 5", state=making.tell("state"), decided=making.tell("decided"))


def _pairs(making: Making, sheet: Sheet, row: int, pairs: Iterator[tuple[str, str]]) -> int:
    line = {"text_wrap": True, "bottom": 1, "bottom_color": LINE}
    for label, text in pairs:
        making.fix(sheet, making.introduction, row, 0, label, bold=True, font_color=ACCENT, **line)
        making.fix(sheet, making.introduction, row, 1, text, **line)
        sheet.raw.set_row(row, height(zip((label, text), _WIDTHS, strict=True)))
        row += 1
    return row


def _section(making: Making, sheet: Sheet, row: int, key: str) -> int:
    making.fix(sheet, making.introduction, row, 0, making.tell(key), bold=True, font_size=12)
    return row + 1
