"""
Opens checklists, organisations and answers: the edge where bytes come in.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kamassess.checklist.requirement import Checklist
from kamassess.errors import InvalidChecklist, InvalidSource, Mistake, Place, nearest
from kamassess.kinds import ANSWERS, CHECKLIST, ORGANISATION, refuse_other
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_further, read_organisation
from kamassess.shipped import shipped
from kamassess.source import SAVED_NODES, SAVED_SIZE, SIZE, Node, read_bytes

if TYPE_CHECKING:
    from kamassess.report.templating import Template

_ENDINGS = (".yaml", ".yml", ".json")
_WORKBOOK = ".xlsx"
_OTHER_WORKBOOKS = (".ods", ".fods", ".xls", ".xlsm", ".xlsb", ".numbers", ".csv", ".tsv")
_PACKED = b"PK\x03\x04"
_LARGEST_TEMPLATE = 32 * 2**20  # a house style has pictures


def read_file(path: str | Path) -> Node:
    """
    Read a YAML or JSON file into a tree.

    Args:
        path: the file; JSON where its name ends so.

    Returns:
        The tree, with the place of every node.

    Raises:
        InvalidSource: there is no such file, it cannot be read, or it is not YAML or JSON.
    """
    data = _bytes(path, SIZE)
    ending = Path(path).suffix.lower()
    if ending in _OTHER_WORKBOOKS:
        otherwise = f"save a questionnaire as {_WORKBOOK}, and anything else as YAML or JSON"
        raise _unreadable(path, f"a file that ends in {ending} is not read; {otherwise}")
    if ending == _WORKBOOK:
        message = "a workbook is read as answers only; a description or checklist is YAML or JSON"
        raise _unreadable(path, message)
    if data.startswith(_PACKED):
        raise _unreadable(path, "this is packed, as workbooks and Word documents are, and no YAML or JSON")
    return read_bytes(data, str(path))


def read_saved(path: str | Path) -> Node:
    """
    Read a file that kamassess saved, which may be larger than what people write.

    Args:
        path: the file.

    Returns:
        The tree, with the place of every node.

    Raises:
        InvalidSource: there is no such file, it cannot be read, or it is not JSON.
    """
    return read_bytes(_bytes(path, SAVED_SIZE), str(path), limit=SAVED_SIZE, values=SAVED_NODES)


def load_template(path: str | Path | None) -> Template | None:
    """
    Load a template of Word reports.

    Args:
        path: the file; ``None``: the standard one.

    Returns:
        The template; ``None`` for the standard one.

    Raises:
        InvalidSource: there is no such file, or it cannot be read.
    """
    from kamassess.report.templating import Template

    return None if path is None else Template(str(path), _bytes(path, _LARGEST_TEMPLATE))


def read_content(path: str | Path) -> bytes:
    """
    Read the bytes of a file of text, to be kept as they are.

    Args:
        path: the file.

    Returns:
        Its bytes.

    Raises:
        InvalidSource: there is no such file, or it cannot be read.
    """
    return _bytes(path, SIZE)


def _bytes(path: str | Path, size: int) -> bytes:
    file = Path(path)
    try:
        if not str(path):
            raise _unreadable("''", "this names no file")
        if file.is_dir():
            raise _unreadable(path, "this is a folder, not a file")
        if file.stat().st_size > size:
            raise _unreadable(path, f"the file is larger than {size // 2**20} MiB")
        return file.read_bytes()
    except FileNotFoundError:
        if file.is_symlink():
            raise _unreadable(path, "this is a link to a file that is not there") from None
        raise _unreadable(path, "there is no such file", _neighbour(file)) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, f"the file cannot be read ({_why(error)})") from None


def _unreadable(path: str | Path, message: str, suggestion: str | None = None) -> InvalidSource:
    return InvalidSource([Mistake(Place(str(path)), message, suggestion)])


def _neighbour(file: Path) -> str | None:
    try:
        # By the stem: with their endings, any two short names are alike.
        there = {one.stem: one for one in sorted(file.parent.iterdir()) if one.suffix in _ENDINGS}
    except OSError:
        return None
    near = nearest(file.stem, there)
    return None if near is None else str(there[near])


def _why(error: Exception) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)


def load_organisation(path: str | Path, answers: str | Path | None = None) -> Organisation:
    """
    Load an organisation from a file.

    Args:
        path: a YAML or JSON file.
        answers: a file with answers, and perhaps evidence, that come on top; or a questionnaire that was
            filled in (xlsx).

    Returns:
        The organisation.

    Raises:
        InvalidSource: a file cannot be read.
        MissingLibrary: python-calamine is not installed, which reads workbooks.
        InvalidOrganisation: with every mistake in a file, and its place.

    Example:
        >>> load_organisation("docs/examples/voorbeeldstad.yaml").id
        'voorbeeldstad'
    """
    tree = read_file(path)
    refuse_other(tree, ORGANISATION)
    organisation = read_organisation(tree)
    if answers is None:
        return organisation
    if is_workbook(answers):
        from kamassess.questionnaire.reading import read_workbook

        return read_workbook(_bytes(answers, SIZE), str(answers), organisation)
    further = read_file(answers)
    refuse_other(further, ANSWERS)
    return read_further(further, organisation)


def is_workbook(path: str | Path) -> bool:
    """Whether the name of a file is that of a workbook."""
    return Path(path).suffix.lower() == _WORKBOOK


def check_questionnaire(path: str | Path) -> None:
    """
    Check a questionnaire that was filled in, by itself.

    Args:
        path: the workbook.

    Raises:
        InvalidSource: it cannot be read, or is no questionnaire.
        InvalidOrganisation: with every mistake in it, and its cell.
    """
    from kamassess.questionnaire.reading import check_workbook

    check_workbook(_bytes(path, SIZE), str(path))


def load_checklist(name: str | Path) -> Checklist:
    """
    Load a checklist that comes with kamassess, by its name, or one of your own, by its path.

    Args:
        name: such as ``customer-chains``, or the path of a YAML or JSON file.

    Returns:
        The checklist.

    Raises:
        InvalidSource: the file is not there, or cannot be read.
        InvalidChecklist: no checklist has that name; or with every mistake in it, and its place.

    Example:
        >>> load_checklist("customer-chains").version
        '1.0.0'
    """
    text = str(name)
    known = builtin_checklists()
    if text in known and not isinstance(name, Path):
        return _load_builtin(text)
    if text and os.path.lexists(text):
        return _checklist(name)
    if text.endswith(_ENDINGS) or "/" in text or "\\" in text or isinstance(name, Path):
        meant = Path(name).stem
        near = meant if meant in known else _neighbour(Path(name))
        raise _unreadable(name, "there is no such file", near)
    message = f"there is no checklist of this name; there are {', '.join(known)}, and files of your own"
    if "," in text and all(one.strip() in known for one in text.split(",")):
        raise InvalidChecklist([Mistake(Place(text), "these are several checklists; name each apart")])
    raise InvalidChecklist([Mistake(Place(text), message, nearest(text, known))])


@cache
def _load_builtin(name: str) -> Checklist:
    return _checklist(builtin_checklists()[name])


def _checklist(path: str | Path) -> Checklist:
    from kamassess.checklist.reading import read_checklist  # who reads what was saved needs no rules

    tree = read_file(path)
    refuse_other(tree, CHECKLIST)
    return read_checklist(tree)


def builtin_checklists() -> dict[str, Path]:
    """
    The checklists that come with kamassess.

    Returns:
        The file of each, by name.

    Example:
        >>> "feedback-leadership" in builtin_checklists()
        True
    """
    return dict(shipped())


def cases_of(checklist: Path) -> Path:
    """
    Where the cases of a checklist stand: beside it, in the folder ``cases``.

    Args:
        checklist: the checklist's file.

    Returns:
        The file of its cases, whether it is there or not.
    """
    return checklist.parent / "cases" / checklist.name


def checklist_file(name: str | Path) -> Path:
    """The file of a checklist, by its name or path."""
    return builtin_checklists().get(str(name), Path(name))
