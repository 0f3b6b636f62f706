"""
``kamassess check``: whether files are what they should be, one mistake a line, for editors and pre-commit.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Final

from kamassess.assessing import check_answers, compile
from kamassess.cases import load_cases
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.compiling import compile_checklists
from kamassess.checklist.reading import read_checklist
from kamassess.cli.making import tell_unused
from kamassess.cli.status import Status
from kamassess.cli.streams import harmless, say, tell
from kamassess.errors import InvalidCall, InvalidInput, InvalidSource, Mistake, Place
from kamassess.files import check_questionnaire, is_workbook, load_organisation, read_file
from kamassess.kinds import ANSWERS, ASSESSMENT, CASES, CHECKLIST, ORGANISATION, kind_of
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_alone, read_organisation
from kamassess.source import Node


def run(arguments: Namespace) -> int:
    """Check each file, and tell every mistake of all of them."""
    if arguments.answers is not None and len(arguments.files) > 1:
        raise InvalidCall("--answers are answers of one organisation; name its file, and no other")
    compiled = compile(arguments.checklist) if arguments.checklist else None
    invalid = False
    for file in arguments.files:
        try:
            what, organisation = checked(file, arguments.answers)
            if compiled is not None and organisation is not None:
                unused = check_answers(organisation, compiled)
                tell_unused("answer", unused, {one.checkpoint.id for one in compiled.checkpoints})
        except InvalidInput as error:
            tell(str(error))
            invalid = True
        else:
            has_answers = organisation is not None and bool(organisation.answers)
            beside = _not_held(what, compiled) if has_answers else ""
            with_answers = f" with {arguments.answers}" if arguments.answers else ""
            say(f"{harmless(file + with_answers)}: {what}, fine{beside}\n")
    return Status.INVALID if invalid else Status.FINE


def _not_held(what: str, compiled: Compiled | None) -> str:
    """What the answers of a file were not held against, and how they can be."""
    missing = [] if compiled is not None else ["a checklist (give --checklist)"]
    if what == ANSWERS:
        missing.append("their organisation (check that one, with --answers)")
    return f"; its answers were not held against {' or '.join(missing)}" if missing else ""


def checked(file: str, answers: str | None = None) -> tuple[str, Organisation | None]:
    """
    Check one file.

    Args:
        file: its path.
        answers: of an organisation, a file with answers that come on top.

    Returns:
        What it is; and with its answers whose they are, where it has answers that a checklist can ask for.

    Raises:
        InvalidInput: with every mistake in it.
    """
    what, organisation = _alone(file)
    if answers is None:
        return what, organisation
    if what != ORGANISATION:
        raise InvalidSource(
            [Mistake(Place(file), f"this is a {what}; --answers are answers of an organisation")]
        )
    return what, load_organisation(file, answers)


def _alone(file: str) -> tuple[str, Organisation | None]:
    if is_workbook(file):
        check_questionnaire(file)
        return "questionnaire", None
    tree = read_file(file)
    what = kind_of(tree)
    if what is None:
        message = "this is no organisation, file of answers, checklist, file of cases or saved assessment"
        raise InvalidSource([Mistake(tree.place, message)])
    return what, _CHECKS[what](tree, file)


def _check_checklist(tree: Node, _: str) -> None:
    compile_checklists([read_checklist(tree)])


def _check_cases(_: Node, file: str) -> None:
    # The cases of folder/x.yaml stand in folder/cases/x.yaml.
    path = Path(file).resolve()
    load_cases(path.parent.parent / path.name)


def _check_assessment(tree: Node, _: str) -> None:
    from kamassess.report.reading import from_tree

    from_tree(tree)


_CHECKS: Final[dict[str, Callable[[Node, str], Organisation | None]]] = {
    ORGANISATION: lambda tree, _: read_organisation(tree),
    ANSWERS: lambda tree, _: read_alone(tree),
    CHECKLIST: _check_checklist,
    CASES: _check_cases,
    ASSESSMENT: _check_assessment,
}
