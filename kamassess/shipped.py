"""
Where the files that come with kamassess lie: inside the package once installed, beside it in a checkout.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def shipped(folder: str = ".") -> dict[str, Path]:
    """
    The YAML files of a folder of ``checklists/``.

    Args:
        folder: the folder in it.

    Returns:
        The file of each, by its name without an ending.

    Example:
        >>> "weighted-mean" in shipped("scoring")
        True
    """
    package = Path(__file__).parent
    homes = (package / "_checklists", package.parent / "checklists")
    home = next(one for one in homes if one.is_dir())
    return {file.stem: file for file in sorted((home / folder).glob("*.yaml"))}
