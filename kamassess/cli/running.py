"""
Runs a command: from arguments to an exit status, with every fault told to whom it concerns.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from traceback import print_exc

from kamassess.cli.arguments import parser
from kamassess.cli.overwriting import refuse_to_overwrite
from kamassess.cli.status import Status
from kamassess.cli.streams import finish, prepare, say, tell
from kamassess.cli.words import told


def main(argv: Sequence[str] | None = None) -> int:
    """
    Run the command line.

    Args:
        argv: the arguments without the program's name; ``None``: those of the process.

    Returns:
        The exit status.
    """
    prepare()
    arguments = Namespace(debug=False)
    try:
        return _run(parser(), argv, arguments)
    except BrokenPipeError:
        return Status.FINE  # whoever read our output has seen enough
    except KeyboardInterrupt:
        return 128 + 2
    except Exception as error:  # told below to whom it concerns, by what it is
        return _told(error, getattr(arguments, "lang", "en"), debug=arguments.debug)
    finally:
        finish()


def _run(top: ArgumentParser, argv: Sequence[str] | None, arguments: Namespace) -> int:
    top.parse_args(argv, arguments)
    if arguments.version:
        from importlib.metadata import version

        say(f"kamassess {version('kamassess')}\n")
        return Status.FINE
    if arguments.command is None:
        top.print_help(sys.stderr)
        return Status.USAGE
    refuse_to_overwrite(arguments)
    command = import_module(f"kamassess.cli.{arguments.command}")
    status: int = command.run(arguments)
    return status


def _told(error: Exception, language: str, *, debug: bool) -> int:
    from kamassess.errors import EnginesDiffer, InvalidCall, InvalidInput

    if isinstance(error, InvalidInput):
        tell(str(error))
        return Status.INVALID
    if isinstance(error, InvalidCall):
        tell(f"kamassess: {error}")
        return Status.USAGE
    if isinstance(error, EnginesDiffer):
        tell(told("engines differ", language))
        tell(str(error))
    else:
        tell(told("fault", language, name=type(error).__name__, error=error))
    if debug:
        print_exc()
    return Status.FAULT
