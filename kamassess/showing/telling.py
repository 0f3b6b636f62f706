"""
Texts in Dutch and English, told from tables by their keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol


class Tell(Protocol):
    """Gives a text of a table in a language (``nl`` or ``en``), its places filled in."""

    def __call__(self, key: str, language: str, **values: object) -> str:
        """The text; a key that the table does not have is a mistake of ours."""


def teller(table: Mapping[str, tuple[str, str]]) -> Tell:
    """
    What gives the texts of a table.

    Args:
        table: Dutch and English by key.

    Returns:
        A function of a key, a language, and what stands in the places of the text.

    Example:
        >>> teller({"weight": ("gewicht {weight}", "weight {weight}")})("weight", "nl", weight=3)
        'gewicht 3'
    """

    def told(key: str, language: str, **values: object) -> str:
        return table[key][0 if language == "nl" else 1].format(**values)

    return told
