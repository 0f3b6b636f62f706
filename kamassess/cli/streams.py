"""
The standard streams, as a command uses them: results on the output, everything else beside it.

Whoever starts a command can have closed any of them, and what an output leads to can be full.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from errno import EBADF
from typing import Final, TextIO

from kamassess.cli.words import told
from kamassess.errors import InvalidSource, Mistake, Place

_OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_CLOSED: Final = (("stdin", "r", os.O_WRONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY))
"""
What stands for a stream that is closed: nothing can be read, a result fails, a message is lost.

It takes the number of the stream, which else a file of ours would have: what is meant for the stream
would end up in it.
"""


def prepare() -> None:
    """Have every stream there; a terminal that knows no é gets a question mark, not a traceback."""
    for name, mode, flags in _CLOSED:
        if getattr(sys, name) is None:
            there = os.open(os.devnull, flags)
            stream = open(there, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - it stays open
            setattr(sys, name, stream)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def say(result: str | bytes) -> None:
    """
    Print a result, or a part of one, on the standard output.

    Args:
        result: a text with the end of its last line, or bytes.

    Raises:
        InvalidSource: it cannot be written.
        BrokenPipeError: whoever read it has seen enough.
    """
    try:
        if isinstance(result, str):
            sys.stdout.write(result)
        else:
            sys.stdout.buffer.write(result)
        sys.stdout.flush()
    except OSError as error:
        _let_go(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        raise unwritten("standard output", error, what="result unwritten") from None


def tell(message: str) -> None:
    """Print what is not a result, on the standard error; where that cannot be, the exit status tells."""
    try:
        print(harmless(message), file=sys.stderr, flush=True)
    except OSError:
        _let_go(sys.stderr)


def harmless(text: str) -> str:
    r"""
    A text without what a terminal obeys, which the name of a file can hold.

    Args:
        text: one or more lines.

    Returns:
        The text, with a question mark for each.

    Example:
        >>> harmless("a\x1b[2J.yaml: there is no such file")
        'a?[2J.yaml: there is no such file'
    """
    return _OBEYED.sub("?", text)


def finish() -> None:
    """Let nothing wait in the standard error: Python would end with a status of its own."""
    try:
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)


def unwritten(
    where: str, error: OSError, language: str = "en", what: str = "file unwritten"
) -> InvalidSource:
    """
    That something cannot be written, and why.

    Args:
        where: a file, or what stands for it.
        error: what the system says, in its own language.
        language: ``nl`` or ``en``.
        what: what is told of it, a key of ``WORDS``.

    Returns:
        An error to raise.
    """
    closed = error.errno == EBADF
    why = told("closed", language) if closed else error.strerror or type(error).__name__
    return InvalidSource([Mistake(Place(where), told(what, language, why=why))])


def _let_go(stream: TextIO) -> None:
    """What waits in a stream is lost; else Python would complain of it again at the end."""
    with suppress(OSError, ValueError):  # it may be no file
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
