"""
What XML can hold: control characters and halves of pairs it cannot.
"""

from __future__ import annotations

import re
from typing import Final

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def holdable(text: str) -> str:
    r"""
    A text that XML can hold.

    Args:
        text: any text.

    Returns:
        The text, with U+FFFD for each character that XML cannot hold.

    Example:
        >>> holdable("a\x1b[2Jb") == "a\ufffd[2Jb"
        True
    """
    return _NOT_XML.sub("\ufffd", text)
