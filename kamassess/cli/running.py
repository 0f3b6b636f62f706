"""
Runs a command: from arguments to an exit status, with every fault told to whom it concerns.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from traceback import print_exc

from kamassess.cli.arguments import parser
from kamassess.cli.status import Status


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run the command line.

    Args:
        argv: the arguments without the program's name; ``None``: those of the process.

    Returns:
        The exit status.
    """
    _tolerate_what_cannot_be_printed()
    top = parser()
    arguments = top.parse_args(argv)
    if arguments.version:
        from importlib.metadata import version

        print(f"kamassess {version('kamassess')}")
        return Status.FINE
    if arguments.command is None:
        top.print_help(sys.stderr)
        return Status.USAGE
    try:
        command = import_module(f"kamassess.cli.{arguments.command}")
        status: int = command.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.FINE
    except KeyboardInterrupt:
        return 128 + 2
    except Exception as error:  # told below to whom it concerns, by what it is
        return _told(error, debug=arguments.debug)
    return status


def _told(error: Exception, *, debug: bool) -> int:
    from kamassess.errors import EnginesDiffer, InvalidCall, InvalidInput

    if isinstance(error, InvalidInput):
        tell(str(error))
        return Status.INVALID
    if isinstance(error, InvalidCall):
        tell(f"kamassess: {error}")
        return Status.USAGE
    if isinstance(error, EnginesDiffer):
        tell("kamassess: two engines differ, which is a fault of ours. Please report this case:")
        tell(str(error))
    else:
        tell(f"kamassess: a fault of ours ({type(error).__name__}: {error}). Please report it with --debug.")
    if debug:
        print_exc()
    return Status.FAULT


def tell(message: str) -> None:
    """Print what is not a result, on the standard error."""
    print(message, file=sys.stderr)


def _tolerate_what_cannot_be_printed() -> None:
    """A terminal that knows no é gets a question mark, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
