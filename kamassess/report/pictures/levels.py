"""
What falls short by the seven levels of customer orientation, the most human one above.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from kamassess.findings.diagnosis import AtLevel, Diagnosis
from kamassess.model.choices import choice
from kamassess.report.pictures.legend import legend
from kamassess.report.pictures.picture import Picture
from kamassess.report.pictures.svg import box, drawing, line, together, words
from kamassess.report.pictures.words import tell
from kamassess.result import Result

_NAME: Final = 190.0
_LONG: Final = 400.0
_ROW: Final = 34.0
_WIDTH: Final = 770.0


def levels(result: Result, language: str) -> Picture | None:
    """
    The nonconformities by level, the level that weighs most marked.

    Args:
        result: the assessment.
        language: ``nl`` or ``en``.

    Returns:
        The picture; ``None`` where no checklist asks for it, or nothing falls short.
    """
    diagnosis = next((one for one in result.diagnoses if one.heaviest is not None), None)
    if diagnosis is None:
        return None
    most = max(one.major + one.minor for one in diagnosis.levels)
    shapes: list[Element] = []
    for at, one in enumerate(diagnosis.levels):
        shapes.append(_row(one, at * _ROW + 6, most, language, heaviest=one.level is diagnosis.heaviest))
    bottom = len(diagnosis.levels) * _ROW + 10
    shapes.append(line(((_NAME, 6), (_NAME, bottom - 4)), stroke="faint"))
    marks = [(box(-8, -5, 16, 10, fill=one), tell(one, language)) for one in ("major", "minor")]
    explained, height = legend(_NAME, bottom, _WIDTH - _NAME, marks)
    title, told = tell("levels", language), _told(diagnosis, language)
    svg = drawing(_WIDTH, bottom + height + 8, title, told, (*shapes, *explained))
    return Picture("levels", title, told, svg)


def _row(one: AtLevel, y: float, most: int, language: str, *, heaviest: bool) -> Element:
    name = choice(one.level, language)
    middle = y + _ROW / 2
    shapes = [words(_NAME - 10, middle + 4, name, anchor="end", bold=heaviest)]
    x = _NAME
    for count, fill in ((one.major, "major"), (one.minor, "minor")):
        wide = _LONG * count / most
        if wide:
            shapes.append(box(x, y + 7, wide, _ROW - 14, fill=fill))
        x += wide
    weight = tell("weight", language, weight=one.weight) if one.weight else "·"
    said = f"{weight} ({tell('heaviest', language)})" if heaviest else weight
    shapes.append(words(x + 10, middle + 4, said, fill="ink" if heaviest else "faint", bold=heaviest))
    return together(shapes, _level(one, language))


def _level(one: AtLevel, language: str) -> str:
    return tell(
        "level",
        language,
        level=choice(one.level, language),
        major=one.major,
        minor=one.minor,
        weight=one.weight,
    )


def _told(diagnosis: Diagnosis, language: str) -> str:
    heaviest = choice(diagnosis.heaviest or "", language)
    return " ".join(
        (*(_level(one, language) for one in diagnosis.levels), tell("the heaviest", language, level=heaviest))
    )
