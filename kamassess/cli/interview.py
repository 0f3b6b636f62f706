"""
``kamassess interview``: the open questions one after another, and each answer kept at once.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from kamassess.assessing import compile
from kamassess.cli.check import kind_of
from kamassess.cli.making import parameters
from kamassess.cli.prompting import typed
from kamassess.cli.putting import put
from kamassess.cli.status import Status
from kamassess.cli.streams import say
from kamassess.errors import InvalidCall, InvalidInput, InvalidSource, Mistake, Place
from kamassess.facts.collecting import display_name
from kamassess.files import load_organisation, read_file
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_further
from kamassess.questionnaire.adding import Added, added, begun
from kamassess.questionnaire.interview import begin, turn, written
from kamassess.questionnaire.interview_words import tell as told
from kamassess.questionnaire.options import folded
from kamassess.questionnaire.presenting import closing, opening, prompt, shown
from kamassess.questionnaire.questions import questions
from kamassess.questionnaire.sitting import Interview, State, Step, Turn
from kamassess.report.wording import in_language
from kamassess.showing.document import Document
from kamassess.showing.text import WIDEST, clean, render
from kamassess.source import read_text

_NAMES: Final = {"nl": "antwoorden", "en": "answers"}


@frozen
class _File:
    """
    The file that answers are kept in.

    Args:
        path: where it is.
        text: what stood in it when the interview began; a beginning, where it was not there.
        last: what stood in it when it was last read or written; ``None``: it is not there.
        bare: whose answers they are, without what the file says.
        organisation: the same, with what it says.
    """

    path: str
    text: str
    last: str | None
    bare: Organisation
    organisation: Organisation


def run(arguments: Namespace) -> int:
    """Ask what is open, and keep what is answered."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InvalidCall(
            "an interview needs a terminal to ask and be answered in; without one, write the questions as a "
            f"workbook: {_command(arguments, 'questionnaire')} --output questions.xlsx"
        )
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # what is no UTF-8 is told to be no text, and asked again
    compiled = compile(arguments.checklist, parameters(arguments.set))
    bare = load_organisation(arguments.organisation)
    file = _file(arguments, bare)
    day = _day(arguments.as_of)
    asked = questions(file.organisation, compiled, day)
    interview = Interview(
        tuple(one for one in asked if one.is_open),
        arguments.lang,
        day,
        file.organisation.evidence,
        frozenset(one.id for one in file.organisation.evidence[len(bare.evidence) :]),
        tuple((display_name(one, arguments.lang), one.id) for one in bare.nodes if one.kind == "person"),
    )
    name = in_language(bare.name, arguments.lang, bare.id)
    return _asking(arguments, interview, file, opening(interview, name, len(asked), file.path))


def _asking(arguments: Namespace, interview: Interview, file: _File, first: Document) -> int:
    """Ask until nothing is open, or whoever answers stops."""
    state = begin(interview, interview.known.get(folded(arguments.by or ""), arguments.by))
    interrupted = False
    _show((*first, *shown(interview, None, Turn(state))))
    while not state.ended:
        try:
            line = typed(clean(prompt(interview, state)) + ": ")
        except EOFError:
            say("\n")
            state = evolve(state, step=Step.LEFT)
            break
        except KeyboardInterrupt:
            say("\n")
            interrupted = True
            break
        next_ = turn(interview, state, line)
        if next_.state.given != state.given:
            file = _kept(file, written(interview, next_.state))
        _show(shown(interview, state, next_))
        state = next_.state
    if interview.asked:
        _show(closing(interview, state, file.path), end="")
    _show_next(arguments, interview, state, file)
    return 128 + 2 if interrupted else Status.FINE


def _show_next(arguments: Namespace, interview: Interview, state: State, file: _File) -> None:
    language = arguments.lang
    if len(state.given) < len(interview.asked):
        say(f"\n  {told('go on', language)}\n    {_command(arguments, 'interview')}\n")
    if file.last is not None:
        answers = f"--answers {shlex.quote(file.path)}"
        command = _command(arguments, "assess", answers=False)
        say(f"\n  {told('assess', language)}\n    {command} {answers}\n")


def _command(arguments: Namespace, name: str, *, answers: bool = True) -> str:
    """A command about the same organisation and checklists, as it can be typed."""
    words = ["kamassess", name, arguments.organisation]
    words += [word for one in arguments.checklist for word in ("--checklist", one)]
    words += [word for one in arguments.set for word in ("--set", one)]
    if answers and arguments.answers and (name == "interview" or Path(arguments.answers).exists()):
        words += ["--answers", arguments.answers]
    words += ["--as-of", arguments.as_of] if arguments.as_of else []
    words += ["--lang", arguments.lang] if arguments.lang != "en" else []
    return clean(shlex.join(words))


def _day(as_of: str | None) -> date:
    try:
        return date.fromisoformat(as_of) if as_of else date.today()
    except ValueError:
        raise InvalidCall(f"--as-of takes a date, as 2026-11-01; found '{as_of}'") from None


# ------------------------------------------------------------------ the file of answers
def _file(arguments: Namespace, organisation: Organisation) -> _File:
    """The file of answers, as it is; one of anything else is refused."""
    path = arguments.answers
    if path is None:
        described = Path(arguments.organisation)
        path = str(described.with_name(f"{described.stem}-{_NAMES[arguments.lang]}.yaml"))
    if not path.endswith((".yaml", ".yml")):
        raise InvalidCall(f"{path}: answers of an interview are kept as YAML; name the file .yaml")
    if not os.path.lexists(path):
        comment = f"kamassess interview {arguments.organisation}"
        return _File(path, begun(organisation.id, comment), None, organisation, organisation)
    if kind_of(read_file(path)) != "file of answers":
        raise InvalidSource(
            [Mistake(Place(path), "this is no file of answers, and is left as it is; name another one")]
        )
    whole = load_organisation(arguments.organisation, path)
    text = Path(path).read_text("utf-8")
    return _File(path, text, text, organisation, whole)


def _kept(file: _File, more: Added) -> _File:
    """Write the file with what was answered; one that somebody else changed meanwhile is left."""
    there = Path(file.path).read_text("utf-8") if os.path.lexists(file.path) else None
    if there != file.last:
        raise InvalidSource(
            [Mistake(Place(file.path), "somebody else changed this file meanwhile; it is left as it is")]
        )
    try:
        text = added(file.text, more)
        read_further(read_text(text, file.path), file.bare)  # else nobody could go on with it
    except (ValueError, InvalidInput):
        raise InvalidSource(
            [Mistake(Place(file.path), "answers cannot be put behind what stands here; name another file")]
        ) from None
    put(text, file.path)
    return evolve(file, last=text)


def _show(document: Document, end: str = "\n") -> None:
    if document:
        width = min(shutil.get_terminal_size((80, 24)).columns, WIDEST)
        say("\n" + render(document, width=width, colour=not os.environ.get("NO_COLOR")) + end)
