"""
Libraries that only some formats need, and that who wants none of these does not install.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kamassess.errors import MissingLibrary


def need(module: str, extra: str | None = None) -> Any:
    """
    A module of a library that is not always there.

    Args:
        module: its name, as ``xlsxwriter``.
        extra: the extra of kamassess that installs it, as ``office``; ``None`` where none does.

    Returns:
        The module.

    Raises:
        MissingLibrary: it is not installed, with the command that installs it.

    Example:
        >>> need("json", "office").dumps([1])
        '[1]'
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as missing:
        if missing.name is None or module.partition(".")[0] != missing.name.partition(".")[0]:
            raise  # it is there, and lacks something itself
        raise MissingLibrary(missing.name, extra) from None
