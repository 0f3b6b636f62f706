"""
Names for the sheets of a workbook: short ones that say what a sheet is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kamassess.report.sheets import clean

LONGEST_NAME: Final = 31
"""What the name of a sheet can hold."""

_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\]")
_SPACES: Final = re.compile(r"\s+")

# fmt: off
_JOINING: Final = frozenset(
    {
        "aan", "bij", "de", "dat", "die", "door", "een", "en", "het", "hoe", "hun", "in", "met", "naar",
        "of", "om", "onder", "op", "over", "te", "tegen", "tot", "uit", "van", "voor", "wat", "wie", "zijn",
        "zonder",
        "a", "an", "and", "as", "at", "by", "for", "from", "his", "how", "into", "is", "its", "on", "or",
        "our", "that", "the", "their", "to", "under", "what", "which", "who", "with",
    }
)
# fmt: on
"""Words after which another must come, in Dutch and English."""

_ENOUGH: Final = 10
"""A name of so many characters says what a sheet is about."""


def sheet_names(titles: Iterable[str]) -> tuple[str, ...]:
    """
    Names for sheets: no two the same, none too long, and no character that a sheet's name may not have.

    Args:
        titles: what they would be called.

    Returns:
        A name for each.

    Example:
        >>> sheet_names(["Chains: who?", "chains  who", "'", "History"])
        ('Chains who', 'chains who 2', '-', 'History 2')
    """
    taken = {"history"}  # Excel keeps it for itself
    names = []
    for title in titles:
        name = _cut(_SPACES.sub(" ", _NOT_IN_NAMES.sub(" ", clean(title[:200]))).strip(" '\ufffd"))
        name = name.strip(" '") or "-"
        number, unique = 1, name
        while unique.casefold() in taken:
            number += 1
            unique = f"{_cut(name, LONGEST_NAME - len(f' {number}')).rstrip()} {number}"
        taken.add(unique.casefold())
        names.append(unique)
    return tuple(names)


def _cut(text: str, most: int = LONGEST_NAME) -> str:
    """As much of a text as a name can hold: whole words where that leaves enough, and whole phrases."""
    part = text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")
    if part == text:
        return text
    words = part if text[len(part)] == " " else part.rpartition(" ")[0]
    return _whole(words.split()) if len(words) > most // 2 else part


def _whole(words: list[str]) -> str:
    """Words without those at their end that wait for another, and what these began, where enough is left."""
    joins = [at for at, one in enumerate(words) if at and one.casefold() in _JOINING]
    while joins and joins[-1] == len(words) - 1:
        words = words[: joins.pop()]
    while joins and joins[-1] - 1 in joins:
        joins.pop()
    whole = " ".join(words[: joins[-1]] if joins else words)
    return (whole if len(whole) >= _ENOUGH else " ".join(words)).rstrip(",;")
