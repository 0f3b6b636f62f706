"""
What the exit status says.
"""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """The exit status: a fault of the input and a fault of ours are never the same."""

    FINE = 0
    """Nothing at or above what was asked to fail on."""
    FALLS_SHORT = 1
    """The organisation falls short, or a case of a checklist does not come out."""
    USAGE = 2
    """The command was not understood."""
    INVALID = 3
    """A file is missing, or is not what it should be."""
    FAULT = 4
    """A fault of ours."""
