"""
The file that the answers of an interview are kept in: gone on with where it is there, written at each answer.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

from attrs import evolve, frozen

from kamassess.cli.putting import put
from kamassess.cli.streams import unwritten
from kamassess.cli.words import told
from kamassess.errors import InvalidCall, InvalidInput, InvalidSource, Mistake, Place
from kamassess.files import read_content
from kamassess.kinds import ANSWERS, kind_of
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_further
from kamassess.questionnaire.adding import Added, added, begun
from kamassess.source import read_bytes, read_text


@frozen
class Kept:
    """
    The file that answers are kept in.

    Args:
        path: where it is.
        text: what stood in it when the interview began; a beginning, where it was not there.
        last: what stood in it when it was last read or written; ``None``: it is not there.
        bare: whose answers they are, without what the file says.
        organisation: the same, with what it says.
        language: ``nl`` or ``en``, in which is told why it is left as it is.
    """

    path: str
    text: str
    last: bytes | None
    bare: Organisation
    organisation: Organisation
    language: str = "en"

    @property
    def earlier(self) -> int:
        """How many answers stood in it when the interview began."""
        return len(self.organisation.answers) - len(self.bare.answers)


def opened(path: str, organisation: Organisation, comment: str, language: str = "en") -> Kept:
    """
    The file of answers, as it is; one of anything else is refused.

    Args:
        path: where it is, or is going to be.
        organisation: whose answers they are.
        comment: what the first line says of one that is not there yet.
        language: ``nl`` or ``en``, in which is told why it cannot be that.

    Returns:
        The file.

    Raises:
        InvalidCall: it is not called YAML.
        InvalidSource: it cannot be read, is something else, or could not be written.
        InvalidOrganisation: with every mistake in it, and its place.
    """
    if not path.endswith((".yaml", ".yml")):
        raise InvalidCall(told("no yaml", language, file=path))
    if not os.path.lexists(path):
        _check_that_it_can_be_written(path, language)
        return Kept(path, begun(organisation.id, comment), None, organisation, organisation, language)
    data = read_content(path)
    tree = read_bytes(data, path)
    if kind_of(tree) != ANSWERS:
        raise InvalidSource([Mistake(Place(path), told("no answers", language))])
    _check_that_it_can_be_written(path, language)
    return Kept(path, data.decode(), data, organisation, read_further(tree, organisation), language)


def _check_that_it_can_be_written(path: str, language: str) -> None:
    """Before anything is asked: else it shows when the first answer is lost."""
    folder = Path(os.path.realpath(path)).parent  # in which it is written anew
    if not folder.is_dir():
        raise unwritten(path, OSError(errno.ENOENT, os.strerror(errno.ENOENT)), language)
    if not os.access(folder, os.W_OK):
        raise unwritten(path, OSError(errno.EACCES, os.strerror(errno.EACCES)), language)


def kept(file: Kept, more: Added) -> Kept:
    """
    Write the file with what was answered; one that somebody else changed meanwhile is left.

    Args:
        file: the file.
        more: all that was answered since the interview began.

    Returns:
        The file as it is then.

    Raises:
        InvalidSource: it is left as it is, and why.
    """
    there = read_content(file.path) if os.path.lexists(file.path) else None
    if there != file.last:
        raise InvalidSource([Mistake(Place(file.path), told("changed meanwhile", file.language))])
    try:
        text = added(file.text, more)
        read_further(read_text(text, file.path), file.bare)  # else nobody could go on with it
    except (ValueError, InvalidInput):
        raise InvalidSource([Mistake(Place(file.path), told("no room", file.language))]) from None
    data = text.encode()
    put(data, file.path, file.language)
    return evolve(file, last=data)
