"""
A document as PDF: one that can be kept (PDF/A-2a) and that a screen reader can read (PDF/UA-1).

The pages are laid out by typst. What is to be told goes there as data, never
as source, so nothing in it is run; and no font or picture comes from outside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final
from unicodedata import category, normalize

from kamassess.comparing import Changes
from kamassess.report.illustrating import Illustrated, illustrated, illustrated_changes
from kamassess.report.needing import need
from kamassess.report.pictures.paint import PAINTS
from kamassess.report.plain import blocks, breakable, legible
from kamassess.report.words import tell
from kamassess.result import Result

_STANDARDS: Final = ("a-2a", "ua-1")
_LONGEST: Final = 4_000
"""So much of a single text is shown; who writes more in a name did not mean it to be read on paper."""

EXTRA: Final = "office"

_HERE: Final = "kamassess.report"

_RUNNING: Final = 120
"""Of the title so much stands above each page."""

_LATIN: Final = re.compile("[^\n -~\u00a0-\u00ff\ufffd]")


def to_pdf(result: Result, language: str = "en") -> bytes:
    """
    The report of a result as PDF.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The file: the same result gives the same bytes.

    Raises:
        MissingLibrary: typst is not installed.
    """
    need("typst", EXTRA)  # first: pictures lack what another extra installs too
    return render(illustrated(result, language), language, result.as_of)


def changes_to_pdf(changes: Changes, language: str = "en") -> bytes:
    """
    The report of a comparison as PDF.

    Args:
        changes: what two assessments say differently.
        language: ``nl`` or ``en``.

    Returns:
        The file: the same two assessments give the same bytes.

    Raises:
        MissingLibrary: typst is not installed.
    """
    need("typst", EXTRA)  # first: pictures lack what another extra installs too
    return render(illustrated_changes(changes, language), language, changes.later.as_of)


def render(document: Illustrated, language: str, day: date) -> bytes:
    """
    Render a document as PDF.

    Args:
        document: its blocks and pictures.
        language: the language that it is in.
        day: the day that it is of, which the file has as its date.

    Returns:
        The file.

    Raises:
        MissingLibrary: typst is not installed.
    """
    typst = need("typst", EXTRA)
    # Typst writes nothing that no font can show. Where our list is wrong, as with a mark on a letter that no
    # font has together, or with other fonts, a report with fewer characters is better than none.
    for fewer in (str, _unmarked):
        try:
            return _laid_out(typst, _told(document, language, fewer), language, day)
        except typst.TypstError:
            continue
    return _laid_out(typst, _told(document, language, _latin), language, day)


def _told(document: Illustrated, language: str, fewer: Callable[[str], str]) -> list[dict[str, Any]]:
    """The blocks with only such characters as a page can show, in pictures too."""
    told = blocks(document, lambda text: fewer(_fitting(text, language)))
    for one in told:
        if one["kind"] == "picture":
            one["svg"] = fewer(_not_shown().sub("\ufffd", one["svg"]))
    return told


def _unmarked(text: str) -> str:
    return "".join(one for one in text if not category(one).startswith("M"))


def _latin(text: str) -> str:
    return _LATIN.sub("\ufffd", text)


def _laid_out(typst: Any, told: list[dict[str, Any]], language: str, day: date) -> bytes:
    title = next((one["text"] for one in told if one["kind"] == "heading"), "")
    data = {
        "title": title,
        "running": title[:_RUNNING],
        "language": language,
        "date": [day.year, day.month, day.day],
        "words": {
            "page": tell("page", language),
            "of": tell("of", language),
            "contents": tell("contents", language),
        },
        "paints": {name: light for name, (light, _) in PAINTS.items()},
        "blocks": told,
    }
    # From a file, not from text: typst keeps each text that it compiled, and stops after 65,535 of them.
    with as_file(files(_HERE) / "typst" / "report.typ") as source:
        made: bytes = typst.compile(
            source,
            root=source.parent,
            ignore_system_fonts=True,
            sys_inputs={"document": json.dumps(data)},
            pdf_standards=list(_STANDARDS),
            timestamp=datetime.combine(day, time(), UTC),
        )
    return made


def _fitting(text: str, language: str) -> str:
    """A text as a page can show it."""
    shown = normalize("NFC", legible(text))
    if len(shown) > _LONGEST:
        more = tell("cut off", language, count=len(shown) - _LONGEST)
        shown = shown[:_LONGEST] + more
    return breakable(_not_shown().sub("\ufffd", shown))


@cache
def _not_shown() -> re.Pattern[str]:
    """What none of the fonts has that typst brings."""
    lines = (files(_HERE) / "typst" / "characters.txt").read_text(encoding="utf-8").split()
    return re.compile(f"[^\\n{''.join(_range(line) for line in lines)}]")


def _range(line: str) -> str:
    first, _, last = line.partition("-")
    return f"\\U{first:0>8}" + (f"-\\U{last:0>8}" if last else "")
