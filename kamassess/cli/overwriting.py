"""
Whether a command would write over what it reads.
"""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import Final

from kamassess.cli.words import told
from kamassess.errors import InvalidCall

_READ: Final = ("organisation", "checklist", "answers", "template", "earlier", "later")


def refuse_to_overwrite(arguments: Namespace) -> None:
    """
    Refuse to write over what is read.

    Args:
        arguments: those of any command.

    Raises:
        InvalidCall: the output is one of the files that the command reads, but for an assessment told again.
    """
    output = getattr(arguments, "output", None)
    given = (getattr(arguments, name, None) for name in _READ)
    read = [one for them in given if them for one in (them if isinstance(them, list) else [them])]
    if output is not None and any(_is_same(one, output) for one in read):
        language = getattr(arguments, "lang", "en")  # not every command has one
        raise InvalidCall(told("read as well", language, file=output))


def _is_same(one: str, other: str) -> bool:
    with suppress(OSError, ValueError):  # one is not there, or no name of a file
        return Path(one).is_file() and Path(one).samefile(other)
    return False
