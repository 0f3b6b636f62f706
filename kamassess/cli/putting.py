"""
A report as the command line gives it: in the form that is wanted, on the standard output or whole in a file.
"""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from pathlib import Path
from stat import S_IMODE
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from attrs import frozen

from kamassess.cli.streams import say, unwritten
from kamassess.cli.words import told
from kamassess.errors import InvalidCall, InvalidSource, Mistake, Place
from kamassess.files import load_template
from kamassess.report.formats import FORMATS, Wanted, changes_as, chosen, result_as
from kamassess.showing.text import WIDEST

if TYPE_CHECKING:
    from kamassess.comparing import Changes
    from kamassess.result import Result


@frozen
class Form:
    """
    The form in which a report is wanted.

    Args:
        name: a name of ``FORMATS``.
        wanted: the rest.
    """

    name: str
    wanted: Wanted

    def of_result(self, result: Result) -> str | bytes:
        """An assessment in this form."""
        return result_as(self.name, result, self.wanted)

    def of_changes(self, changes: Changes) -> str | bytes:
        """A comparison in this form."""
        return changes_as(self.name, changes, self.wanted)


def form(arguments: Namespace, *, compared: bool = False) -> Form:
    """
    The form that is asked for; found out before any work is done.

    Args:
        arguments: those of a command that gives a report.
        compared: whether it is a report of a comparison, which has tables of its own.

    Returns:
        The form.

    Raises:
        InvalidCall: it cannot be had so.
    """
    language = arguments.lang
    name = chosen(arguments.format, arguments.output)
    made = FORMATS[name]
    tables = {it: FORMATS[it].change_tables if compared else FORMATS[it].tables for it in FORMATS}
    if arguments.table is not None and arguments.table not in tables[name]:
        with_tables = told("or", language).join(it for it in FORMATS if arguments.table in tables[it])
        raise InvalidCall(told("table without form", language, forms=with_tables))
    if arguments.template is not None and not made.templated:
        with_template = ", ".join(f"--format {it}" for it in FORMATS if FORMATS[it].templated)
        raise InvalidCall(told("template without form", language, forms=with_template))
    if made.binary and arguments.output is None and sys.stdout.isatty():
        raise InvalidCall(told("no text", language, form=name, ending=made.ending))
    width, colour = terminal(arguments.output)
    template = load_template(arguments.template)
    return Form(name, Wanted(language, arguments.table, width, colour, template))


def terminal(output: str | None) -> tuple[int, bool]:
    """
    How wide a text can be, and whether it can have colours.

    Args:
        output: the file that it is written to; ``None``: the standard output.

    Returns:
        The width in columns, and whether colours are shown.
    """
    on_terminal = output is None and sys.stdout.isatty()
    width = shutil.get_terminal_size((WIDEST, 40)).columns if on_terminal else WIDEST
    return width, on_terminal and not os.environ.get("NO_COLOR")


def put(report: str | bytes, output: str | None, language: str = "en") -> None:
    """
    Print a result, or write it to a file whole or not at all.

    Args:
        report: the result.
        output: the file; ``None``: the standard output.
        language: ``nl`` or ``en``, in which is told why it cannot be written.

    Raises:
        InvalidSource: it cannot be written.
    """
    if output is None:
        say(report)
        return
    data = report.encode() if isinstance(report, str) else report  # the same on every system
    try:
        file = Path(os.path.realpath(output))  # a link stays, and what it points at is written
        if not Path(output).name or file.is_dir():
            raise InvalidSource([Mistake(Place(output), told("folder to write", language))])
        if file.exists() and not file.is_file():
            file.write_bytes(data)  # a pipe or a device, which takes what comes
        else:
            _write_whole(file, data)
    except OSError as error:
        raise unwritten(output, error, language) from None


def _write_whole(file: Path, data: bytes) -> None:
    """Write beside the file, under a name that nobody can foresee, and put that in its place."""
    allowed = file.stat().st_mode if file.exists() else 0o666 & ~_umask()
    with NamedTemporaryFile(dir=file.parent, prefix=".", suffix=".part", delete=False) as beside:
        made = Path(beside.name)
        try:
            beside.write(data)
            beside.close()
            made.chmod(S_IMODE(allowed))
            made.replace(file)
        except BaseException:
            made.unlink(missing_ok=True)
            raise


def _umask() -> int:
    """What new files are not allowed; asking for it sets it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
