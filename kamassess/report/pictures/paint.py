"""
The colours of reports and their pictures: each has a name, by which a page can give it another in the dark.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PAINTS: Final[Mapping[str, tuple[str, str]]] = {
    # light, dark
    "paper": ("#ffffff", "#14181d"),
    "panel": ("#f1f4f7", "#222a32"),
    "line": ("#b9c4ce", "#46535f"),
    "faint": ("#5a6772", "#9fadb9"),
    "ink": ("#1c2630", "#e7ecf0"),
    "proven": ("#1b5a86", "#7cbbe8"),
    "claimed": ("#7aaccf", "#3f79a2"),
    "possible": ("#d3e3ee", "#273e4f"),
    "good": ("#25633a", "#8acb9d"),
    "human": ("#8a6d1f", "#d9b95b"),
    "minor": ("#955200", "#f0a94e"),
    "major": ("#b3261e", "#ff8d84"),
    "alarm": ("#fbe9e7", "#47221f"),
}
"""Light and dark; each pair that text and its ground can form keeps a contrast of 4.5 to 1."""


def style(*, dark: bool) -> str:
    """
    The rules of CSS that colour pictures; they go before the colours that stand in the pictures.

    Args:
        dark: whether for a dark page.

    Returns:
        The rules, one a line.

    Example:
        >>> style(dark=False).splitlines()[0]
        '.k-paper{fill:#ffffff}.k-s-paper{stroke:#ffffff}'
    """
    return "".join(
        f".k-{name}{{fill:{both[dark]}}}.k-s-{name}{{stroke:{both[dark]}}}\n" for name, both in PAINTS.items()
    )
