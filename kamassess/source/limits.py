"""How much of an input is read before it is refused, so that no input can hold the machine up."""

from __future__ import annotations

from typing import Final

SIZE: Final = 16 * 1024 * 1024
"""Bytes of UTF-8 in one text, unless the caller says otherwise."""

SAVED_SIZE: Final = 64 * 1024 * 1024
"""Bytes of what kamassess wrote itself: what is found of a large organisation is longer than what it told."""

DEPTH: Final = 40
"""Sequences and mappings inside each other."""

NODES: Final = 500_000
"""Values in one tree: a text within its size can have millions, and so can lists that hold one list often."""

SAVED_NODES: Final = 2_000_000
"""Values of what kamassess wrote itself."""

MISTAKES: Final = 1_000
"""Mistakes told of one input: who has made more will not read them, and a hostile text can make millions."""
