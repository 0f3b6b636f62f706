"""
Texts as a page can hold them: no character that HTML forbids, and none that turns what stands after it.
"""

from __future__ import annotations

import re
from typing import Final

_UNSEEN: Final = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_TURNING: Final = "\u202a-\u202e\u2066-\u2069"
"""What begins or ends another direction: nothing closes it where a text does not."""

_NO_CHARACTER: Final = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    f"{chr(it)}{chr(it + 1)}" for it in range(0xFFFE, 0x110000, 2**16)
)
_AMISS: Final = re.compile(f"(?P<unseen>[{_UNSEEN}]+)|(?P<turning>[{_TURNING}]+)|[{_NO_CHARACTER}]")


def plain(text: str) -> str:
    r"""
    A text as it can stand in a page.

    Marks that belong to scripts written from the right stay, and so do the joiners of others; a page keeps
    names apart from what stands around them.

    Args:
        text: any text.

    Returns:
        The text: control characters and ends of lines are spaces, and what is no character is U+FFFD.

    Example:
        >>> plain("Ada\x1b[2J\nAalders\u202e")
        'Ada [2J Aalders'
    """
    return _AMISS.sub(_instead, text)


def _instead(found: re.Match[str]) -> str:
    return {"unseen": " ", "turning": ""}.get(found.lastgroup or "", "\ufffd")
