"""
Which signs hold, which engines decided, and what was not used.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from re import findall, sub

from kamassess.report.page import Page
from kamassess.report.wording import in_language
from kamassess.report.words import HANDED_BACK, tell, word
from kamassess.result import Result
from kamassess.showing.document import Block, Heading, Paragraph, Table


def signs_table(page: Page) -> Iterator[Block]:
    """How many signs of each checkpoint hold."""
    if not page.signs:
        return
    yield Heading(page.tell("signs section"))
    heads = (page.tell("signs of"), page.tell("signs"), page.tell("hold"), page.tell("proven"))
    rows = []
    for (checklist, checkpoint), one in page.signs.items():
        title = in_language(page.result.outlines[checklist, checkpoint].title, page.language, checkpoint)
        rows.append((f"{checkpoint} {title}", str(one.total), str(one.hold), str(one.proven)))
    yield Table(heads, tuple(rows))


def engines(page: Page) -> Iterator[Block]:
    """Which engines decided, and which answers and waivers were not used."""
    yield Heading(page.tell("engines section"))
    yield Paragraph(engines_line(page.result, page.language))
    unused = page.result.run.unused
    if unused:
        which = "one unused" if len(unused) == 1 else "unused"
        named = ", ".join(page.at_most(list(dict.fromkeys(one.checkpoint for one in unused))))
        yield Paragraph(page.tell(which, count=len(unused), checkpoints=named))


def engines_line(result: Result, language: str) -> str:
    """
    What decided, whether it agreed, and what that covers.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        One line.
    """
    run = result.run
    engines = ", ".join(f"{one.name} {one.version}" for one in run.engines)
    which = {1: "one engine", 2: "two engines"}.get(len(run.engines), "engines")
    pieces = [
        tell("judged", language, count=run.judged),
        tell(which, language, engines=engines, count=len(run.engines)),
    ]
    line = ", ".join(pieces)
    if len(run.engines) == 1:
        return f"{line}."
    handed_back = {0: "none handed back", 1: "one handed back"}.get(len(run.handed_back), "handed back")
    why = "; ".join(_handed_back(run.handed_back, language))
    line = f"{line}; {tell(handed_back, language, count=len(run.handed_back), why=why)}."
    return f"{line} {tell('covers', language)}"


def _handed_back(rules: Mapping[str, str], language: str) -> Iterator[str]:
    """Each reason once, and where there are several, of how many rules; which, the saved assessment has."""
    reasons = Counter(rules.values())
    for why, count in sorted(reasons.items()):
        yield _in_words(why, language) + (f": {count}" if len(reasons) > 1 else "")


def _in_words(why: str, language: str) -> str:
    """Why a rule was handed back; an engine says so in English, with the numbers in it."""
    pattern = sub(r"\d+", "#", why)
    if pattern not in HANDED_BACK:
        return why
    numbers = iter(findall(r"\d+", why))
    return sub("#", lambda _: next(numbers, "#"), word(HANDED_BACK, pattern, language))
