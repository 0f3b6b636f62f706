"""
What was typed into a cell, read as what is expected there.

A spreadsheet makes of what is typed what it thinks is meant: a number, a date, a flag. A text stays one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Final

from kamassess.questionnaire.days import days_meant
from kamassess.questionnaire.filled import number_text
from kamassess.questionnaire.options import Options, folded
from kamassess.questionnaire.reading_words import tell
from kamassess.report.sheets import FIRST_DAY
from kamassess.source.characters import refused_in
from kamassess.source.tree import quote

_NUMBER: Final = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,9}))?\s*(%?)")


class Unexpected(Exception):
    """
    A cell that does not hold what is expected.

    Args:
        why: what is wrong, as a key of what is said of it.
        suggestion: what was probably meant.
        values: what else is said, by the places of the sentence.
    """

    def __init__(self, why: str, suggestion: str | None = None, **values: object) -> None:
        super().__init__(why)
        self.why, self.suggestion, self.values = why, suggestion, values


def shown(value: object, language: str) -> str:
    """A value as a message quotes it: about as it looks in the cell."""
    if isinstance(value, bool):
        return quote(tell("true" if value else "false", language))
    if isinstance(value, float | int):
        number = number_text(value)
        return quote(number.replace(".", ",") if language == "nl" else number)
    return quote(str(value))


def text(value: object) -> str:
    """
    A text; a number or day that was typed as one is what it looks like.

    Args:
        value: what the cell holds.

    Returns:
        The text, without spaces around it.

    Raises:
        Unexpected: it holds a character that is no text.
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return number_text(value)
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    found = str(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    for character in refused_in(found):
        raise Unexpected("no text", character=f"U+{ord(character):04X}")
    return found


def day(value: object, language: str) -> date:
    """
    A day; a time of that day is left out.

    Args:
        value: what the cell holds.
        language: that of the questionnaire, by which a day in figures is understood.

    Returns:
        The day.

    Raises:
        Unexpected: it is none, or can be two.
    """
    if isinstance(value, date):
        found = value.date() if isinstance(value, datetime) else value
        if found >= FIRST_DAY:
            return found
    elif isinstance(value, str):
        meant = days_meant(value, language)
        if len(meant) == 1:
            return meant[0]
        if meant:
            raise Unexpected("two days", one=meant[0], other=meant[1])
    raise Unexpected("date")


def choice(value: object, options: Options) -> str:
    """
    A word of a list.

    Args:
        value: what the cell holds: a label, or the word itself.
        options: what can be chosen.

    Returns:
        The word.

    Raises:
        Unexpected: it is none, with the nearest label.
    """
    found = text(value)
    word = None if isinstance(value, bool) else options.word(found)
    if word is None:
        raise Unexpected("choice", options.near(found), labels=_listed(options))
    return word


def answer(value: object, options: Options) -> str:
    """
    An answer: a word of a scale, or a number.

    Args:
        value: what the cell holds.
        options: what can be answered.

    Returns:
        The answer as files have it.

    Raises:
        Unexpected: it is none.
    """
    if options.most is None:
        return choice(value, options)
    if isinstance(value, bool | date):
        raise Unexpected("number", most=options.most, labels=_listed(options))
    if isinstance(value, float | int):
        number = number_text(value)
    else:
        word = options.word(str(value))
        if word is not None:
            return word
        match = _NUMBER.fullmatch(str(value).strip())
        if match is None or (match[3] and options.most != 100):
            raise Unexpected("number", options.near(str(value)), most=options.most, labels=_listed(options))
        number = match[1] + (f".{match[2]}" if match[2] else "")
    if options.most == 100 and 0 < float(number) < 1:  # what 80 % becomes when it is typed as such
        percentage = number_text(round(float(number) * 100, 9))
        raise Unexpected("percentage", percentage)
    if not 0 <= float(number) <= options.most:
        raise Unexpected("number", most=options.most, labels=_listed(options))
    return number


def _listed(options: Options) -> str:
    return ", ".join(quote(one) for one in options.labels)


def person(value: object, ids: Mapping[str, str]) -> str:
    """
    Whoever says or keeps something: a person's id where the name is known, else what is written.

    Args:
        value: what the cell holds.
        ids: the ids of persons by their names, folded.

    Returns:
        The id, or the name.
    """
    found = text(value)
    return ids.get(folded(found), found)


def ids(value: object) -> tuple[str, ...]:
    """
    Several ids, with commas, semicolons or line ends between them.

    Args:
        value: what the cell holds.

    Returns:
        The ids.
    """
    return tuple(one.strip() for one in re.split(r"[,;\n]", text(value)) if one.strip())
