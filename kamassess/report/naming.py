"""
Names of things for other programs: UUIDs that follow from what a thing is about, so never by chance.
"""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID, uuid5

_OURS: Final = UUID("29aaedd9-6b18-4e86-9093-1b098c9d9bca")
"""The namespace in which our names of things are made (RFC 9562, version 5)."""


def named(*parts: str) -> UUID:
    """
    The name of a thing.

    Args:
        parts: what it is, and what it is about.

    Returns:
        A UUID: the same for the same parts, and another for others.

    Example:
        >>> str(named("focus", "town", "chain:permits"))
        '6b8607d4-698c-5bbf-b67a-978c70233047'
    """
    return uuid5(_OURS, json.dumps(parts))
