"""
What is said in graphs, in Dutch and English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "breaks up": ("leidt naar geen visie", "leads up to no vision"),
    "breaks down": ("leidt naar geen eigenaar", "leads down to no owner"),
    "perhaps up": ("leidt misschien naar geen visie", "perhaps leads up to no vision"),
    "perhaps down": ("leidt misschien naar geen eigenaar", "perhaps leads down to no owner"),
    "claimed": ("niet bewezen", "not proven"),
    "new": ("nieuw", "new"),
    "gone": ("is er niet meer", "is not there any more"),
    "mended up": ("leidde eerst naar geen visie", "led up to no vision before"),
    "mended down": ("leidde eerst naar geen eigenaar", "led down to no owner before"),
}
"""Dutch and English by key."""
