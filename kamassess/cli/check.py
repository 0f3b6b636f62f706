"""
``kamassess check``: whether files are what they should be, one mistake a line, for editors and pre-commit.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kamassess.cases import load_cases
from kamassess.checklist.compiling import compile_checklists
from kamassess.checklist.reading import read_checklist
from kamassess.cli.status import Status
from kamassess.cli.streams import say, tell
from kamassess.errors import InvalidInput, InvalidSource, Mistake
from kamassess.files import check_questionnaire, is_workbook, read_file
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_further, read_organisation
from kamassess.source import Mapping, Node


def run(arguments: Namespace) -> int:
    """Check each file, and tell every mistake of all of them."""
    invalid = False
    for file in arguments.files:
        try:
            what = checked(file)
        except InvalidInput as error:
            tell(str(error))
            invalid = True
        else:
            say(f"{file}: {what}, fine\n")
    return Status.INVALID if invalid else Status.FINE


def checked(file: str) -> str:
    """
    Check one file.

    Args:
        file: its path.

    Returns:
        What it is.

    Raises:
        InvalidInput: with every mistake in it.
    """
    if is_workbook(file):
        check_questionnaire(file)
        return "questionnaire"
    tree = read_file(file)
    what = kind_of(tree)
    if what is None:
        message = "this is no organisation, file of answers, checklist, file of cases or saved assessment"
        raise InvalidSource([Mistake(tree.place, message)])
    _CHECKS[what](tree, file)
    return what


def kind_of(tree: Node) -> str | None:
    """
    What a file is, by its keys.

    Args:
        tree: what it holds.

    Returns:
        Its kind; ``None`` where the keys are of none.
    """
    keys = {key.text for key, _ in tree.entries} if isinstance(tree, Mapping) else set()
    signs = {
        "saved assessment": {"verdicts", "findings"},
        "file of cases": {"cases"},
        "checklist": {"requirements"},
        "organisation": {"nodes"},
        "file of answers": {"answers"},
    }
    found = next((what for what, needed in signs.items() if needed <= keys), None)
    return "organisation" if found in (None, "file of answers") and "id" in keys else found


def _check_checklist(tree: Node, file: str) -> None:
    compile_checklists([read_checklist(tree)])


def _check_cases(tree: Node, file: str) -> None:
    # The cases of folder/x.yaml stand in folder/cases/x.yaml.
    path = Path(file).resolve()
    load_cases(path.parent.parent / path.name)


def _check_answers(tree: Node, file: str) -> None:
    """Answers alone: their foci are checked when they are read with their organisation."""
    read_further(tree, Organisation("", nodes=()))


def _check_assessment(tree: Node, file: str) -> None:
    from kamassess.report.reading import from_tree

    from_tree(tree)


_CHECKS: Final[dict[str, Callable[[Node, str], object]]] = {
    "organisation": lambda tree, _: read_organisation(tree),
    "file of answers": _check_answers,
    "checklist": _check_checklist,
    "file of cases": _check_cases,
    "saved assessment": _check_assessment,
}
