"""
``kamassess interview``: the open questions one after another, and each answer kept at once.
"""

from __future__ import annotations

import shlex
import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

from attrs import evolve

from kamassess.assessing import compile
from kamassess.cli.keeping import Kept, kept, opened
from kamassess.cli.making import day, parameters, typed_text
from kamassess.cli.prompting import typed
from kamassess.cli.putting import terminal
from kamassess.cli.status import Status
from kamassess.cli.streams import say
from kamassess.cli.words import told as beside
from kamassess.errors import InvalidCall
from kamassess.facts.collecting import display_name
from kamassess.files import load_organisation
from kamassess.questionnaire.interview import begin, turn, written
from kamassess.questionnaire.interview_words import tell as told
from kamassess.questionnaire.options import folded
from kamassess.questionnaire.presenting import closing, opening, prompt, shown
from kamassess.questionnaire.questions import questions
from kamassess.questionnaire.sitting import Interview, State, Step, Turn
from kamassess.report.wording import in_language
from kamassess.showing.document import Document
from kamassess.showing.text import clean, render

_NAMES: Final = {"nl": "antwoorden", "en": "answers"}


def run(arguments: Namespace) -> int:
    """Ask what is open, and keep what is answered."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        command = _command(arguments, "questionnaire")
        raise InvalidCall(beside("no terminal", arguments.lang, command=command))
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # what is no UTF-8 is told to be no text, and asked again
    by = _by(arguments.by)
    as_of = day(arguments.as_of, arguments.lang)
    compiled = compile(arguments.checklist, parameters(arguments.set, arguments.lang))
    bare = load_organisation(arguments.organisation)
    path = arguments.answers or _beside(arguments.organisation, arguments.lang)
    file = opened(path, bare, f"kamassess interview {arguments.organisation}", arguments.lang)
    asked = questions(file.organisation, compiled, as_of)
    interview = Interview(
        tuple(one for one in asked if one.is_open),
        arguments.lang,
        as_of,
        file.organisation.evidence,
        frozenset(one.id for one in file.organisation.evidence[len(bare.evidence) :]),
        tuple((display_name(one, arguments.lang), one.id) for one in bare.nodes if one.kind == "person"),
    )
    name = in_language(bare.name, arguments.lang, bare.id)
    state = begin(interview, by and interview.known.get(folded(by), by))
    _show((*opening(interview, name, len(asked), file.path), *shown(interview, None, Turn(state))))
    return _asking(arguments, interview, file, state)


def _asking(arguments: Namespace, interview: Interview, file: Kept, state: State) -> int:
    """Ask until nothing is open, or whoever answers stops."""
    interrupted = False
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
            file = kept(file, written(interview, next_.state))
        _show(shown(interview, state, next_))
        state = next_.state
    if interview.asked:
        _show(closing(interview, state, file.path, earlier=file.earlier), end="")
    _show_next(arguments, interview, state, file)
    return 128 + 2 if interrupted else Status.FINE


def _show_next(arguments: Namespace, interview: Interview, state: State, file: Kept) -> None:
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


def _beside(organisation: str, language: str) -> str:
    """The file of answers that is meant where none is named."""
    described = Path(organisation)
    return str(described.with_name(f"{described.stem}-{_NAMES[language]}.yaml"))


def _by(by: str | None) -> str | None:
    """Who answers, as an answer can hold it."""
    return by and (" ".join(typed_text("--by", by).split()) or None)


def _show(document: Document, end: str = "\n") -> None:
    if document:
        width, colour = terminal(None)
        say("\n" + render(document, width=width, colour=colour) + end)
