"""
``kamassess check``: whether files are what they should be, one mistake a line, for editors and pre-commit.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from kamassess.assessing import check_answers, compile
from kamassess.cases import load_cases
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.compiling import compile_checklists
from kamassess.checklist.reading import read_checklist
from kamassess.cli.noticing import tell_unused, tell_without_basis
from kamassess.cli.status import Status
from kamassess.cli.streams import harmless, say, tell
from kamassess.cli.words import told
from kamassess.errors import InvalidCall, InvalidInput, InvalidSource, Mistake, Place
from kamassess.files import check_questionnaire, is_workbook, load_organisation, read_file, read_saved
from kamassess.kinds import ANSWERS, ASSESSMENT, CASES, CHECKLIST, ORGANISATION, kind_of
from kamassess.model.organisation import Answer, Organisation
from kamassess.model.reading import read_alone, read_organisation
from kamassess.source import Node

QUESTIONNAIRE: Final = "questionnaire"
"""What a workbook is; what other files are, their keys say."""


def run(arguments: Namespace) -> int:
    """Check each file, and tell every mistake of all of them."""
    language = arguments.lang
    if arguments.answers is not None and len(arguments.files) > 1:
        raise InvalidCall(told("answers of one", language))
    compiled = compile(arguments.checklist) if arguments.checklist else None
    invalid = False
    for file in arguments.files:
        try:
            what, organisation = checked(file, arguments.answers, language)
            if organisation is not None:
                _tell_of_answers(organisation, compiled, language)
        except InvalidInput as error:
            tell(str(error))
            invalid = True
        else:
            has_answers = organisation is not None and bool(organisation.answers)
            beside = _not_held(what, compiled, language) if has_answers else ""
            files = told("with answers", language, file=file, answers=arguments.answers)
            named = harmless(files if arguments.answers else file)
            say(told("fine", language, file=named, what=told(what, language), beside=beside) + "\n")
    return Status.INVALID if invalid else Status.FINE


def _tell_of_answers(organisation: Organisation, compiled: Compiled | None, language: str) -> None:
    """Answers that nobody asks for, where it is known what is asked; and those that rest on nothing."""
    unused: Sequence[Answer] = ()
    if compiled is not None:
        unused = check_answers(organisation, compiled)
        tell_unused("answer", unused, {one.checkpoint.id for one in compiled.checkpoints}, language)
    apart = {id(one) for one in unused}
    tell_without_basis((one for one in organisation.answers if id(one) not in apart), language)


def _not_held(what: str, compiled: Compiled | None, language: str) -> str:
    """What the answers of a file were not held against, and how they can be."""
    missing = [] if compiled is not None else [told("a checklist", language)]
    if what == ANSWERS:
        missing.append(told("their organisation", language))
    return told("not held", language, what=told("or", language).join(missing)) if missing else ""


def checked(file: str, answers: str | None = None, language: str = "en") -> tuple[str, Organisation | None]:
    """
    Check one file.

    Args:
        file: its path.
        answers: of an organisation, a file with answers that come on top.
        language: ``nl`` or ``en``, in which is told that it is something else.

    Returns:
        What it is; and with its answers whose they are, where it has answers that a checklist can ask for.

    Raises:
        InvalidInput: with every mistake in it.
    """
    what, organisation = _alone(file, language)
    if answers is None:
        return what, organisation
    if what != ORGANISATION:
        message = told("answers of another", language, what=told(what, language))
        raise InvalidSource([Mistake(Place(file), message)])
    return what, load_organisation(file, answers)


def _alone(file: str, language: str) -> tuple[str, Organisation | None]:
    if is_workbook(file):
        check_questionnaire(file)
        return QUESTIONNAIRE, None
    tree = _tree(file)
    what = kind_of(tree)
    if what is None:
        raise InvalidSource([Mistake(tree.place, told("nothing of ours", language))])
    return what, _CHECKS[what](tree, file)


def _tree(file: str) -> Node:
    """What a file holds; a saved assessment, which is JSON, may be larger than what people write."""
    if file.lower().endswith(".json"):
        tree = read_saved(file)
        if kind_of(tree) == ASSESSMENT:
            return tree
    return read_file(file)


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
