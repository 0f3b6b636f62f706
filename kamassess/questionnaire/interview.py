"""
What a typed line makes of an interview.

The state is a frozen value, a turn is a function: state and line in, state and what is to be
said out. Nothing here reads or prints, and an interview can be broken off at every line: what was
answered by then is in the state.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from attrs import evolve

from kamassess.checklist.scale import NOT_APPLICABLE
from kamassess.errors import nearest
from kamassess.model.organisation import Answer, Claim, Evidence
from kamassess.model.terms import ORGANISATION, Basis, Text
from kamassess.questionnaire.adding import Added
from kamassess.questionnaire.days import days_meant
from kamassess.questionnaire.interview_words import COMMANDS, NEW, TODAY, Command, tell
from kamassess.questionnaire.options import Options, folded, of_scale
from kamassess.questionnaire.questions import Question
from kamassess.questionnaire.sitting import Draft, Given, Interview, State, Step, Turn
from kamassess.source.characters import refused_in

_UNREADABLE: Final = "\ufffd"
"""What a terminal gives for what it could not read."""

_LISTED: Final = 9
"""So many pieces of evidence are offered by number; the others can be named by their id."""


def begin(interview: Interview, by: str | None = None) -> State:
    """
    The state in which an interview begins.

    Args:
        interview: the interview.
        by: who answers, where that is known.

    Returns:
        The state; ended where there is nothing to ask.
    """
    return State(step=Step.VALUE if interview.asked else Step.DONE, by=by)


def turn(interview: Interview, state: State, line: str) -> Turn:
    """
    What a typed line brings about.

    Args:
        interview: the interview.
        state: how far it is.
        line: what was typed.

    Returns:
        The state then, and what is to be said.
    """
    text = " ".join(line.split())
    if state.ended:
        return Turn(state)
    if refused_in(text) or _UNREADABLE in text:
        return Turn(state, (tell("not text", interview.language),))
    step = _STEPS[state.step]
    if state.step is Step.VALUE and text and _chosen(_options(interview, state), text):
        return step(interview, state, text)
    command = COMMANDS.get(folded(text))
    if command is not None:
        return _COMMANDS[command](interview, state)
    return step(interview, state, _unquoted(text))


def written(interview: Interview, state: State) -> Added:
    """
    What an interview brings into a file of answers.

    Args:
        interview: the interview.
        state: how far it is.

    Returns:
        The answers, and the evidence that they name.
    """
    about: dict[str, dict[str, None]] = {}
    for one in state.given:
        for id_ in one.answer.claim.evidence:
            about.setdefault(id_, {})[subject(interview.asked[one.at])] = None
    known = {one.id: one for one in interview.evidence}
    return Added(
        tuple(one.answer for one in state.given),
        tuple(evolve(one, about=tuple(about[one.id])) for one in state.pieces if one.id in about),
        tuple(
            (id_, new)
            for id_, subjects in about.items()
            if id_ in interview.extensible
            for new in subjects
            if new not in known[id_].about
        ),
    )


def subject(one: Question) -> str:
    """What evidence is about that is named for the first time with a question."""
    return one.rule if one.focus == ORGANISATION else one.focus


def listed(interview: Interview, state: State) -> tuple[Evidence, ...]:
    """The evidence that is offered by number: what was told of, and what is about this question."""
    one = interview.asked[state.at]
    near = tuple(it for it in interview.evidence if _is_about(it, one) or it.id in interview.extensible)
    return (*reversed(state.pieces), *sorted(near, key=lambda it: not _is_about(it, one)))[:_LISTED]


def _is_about(evidence: Evidence, one: Question) -> bool:
    return not {one.focus, one.checkpoint.id, one.rule}.isdisjoint(evidence.about)


# ------------------------------------------------------------------ the steps
def _options(interview: Interview, state: State) -> Options:
    return of_scale(interview.asked[state.at].scale, interview.language)


def _chosen(options: Options, text: str) -> str | None:
    """The word that a text means: the word or its label; or its number in the list."""
    word = options.word(text)
    if word is not None or options.most is not None:
        return word
    if text.isdecimal() and 0 < int(text[:6]) <= len(options.pairs):
        return options.pairs[int(text[:6]) - 1][1]
    return None


def _value(interview: Interview, state: State, text: str) -> Turn:
    options, scale = _options(interview, state), interview.asked[state.at].scale
    if not text:
        if state.answer(state.at) is not None:
            return Turn(_next(interview, state))
        return Turn(state, (tell("choose", interview.language),))
    value = _chosen(options, text)
    if value is None and options.most is not None:
        number = text.removesuffix("%").strip().replace(",", ".")
        value = number if scale.share(number) is not None else None
    if value is None:
        return Turn(state, (_not_one_of(interview, options.near(text), text),))
    step = Step.REASON if value == NOT_APPLICABLE else Step.BASIS
    return Turn(evolve(state, step=step, draft=Draft(value)))


def _reason(interview: Interview, state: State, text: str) -> Turn:
    if not text:
        return Turn(state, (tell("reason needed", interview.language),))
    return Turn(evolve(state, step=Step.BASIS, draft=evolve(state.draft, reason=text)))


def _basis(interview: Interview, state: State, text: str) -> Turn:
    if not text:
        return Turn(evolve(state, step=Step.BY), (tell("no basis", interview.language),))
    word = _chosen(interview.bases, text)
    if word is None:
        return Turn(state, (_not_one_of(interview, interview.bases.near(text), text),))
    basis = Basis(word)
    draft = evolve(state.draft, basis=basis)
    return Turn(evolve(state, step=Step.EVIDENCE if basis.can_be_certain else Step.BY, draft=draft))


def _evidence(interview: Interview, state: State, text: str) -> Turn:
    if not text:
        without = () if state.draft.evidence else (tell("no evidence", interview.language),)
        return Turn(evolve(state, step=Step.BY), without)
    if folded(text) in NEW:
        return Turn(evolve(state, step=Step.PIECE))
    one = interview.asked[state.at]
    offered = listed(interview, state)
    known = {it.id: it for it in (*interview.evidence, *state.pieces)}
    named: list[str] = []
    said: list[str] = []
    for word in text.replace(",", " ").split():
        found = known.get(word)
        if found is None and word.isdecimal() and 0 < int(word[:6]) <= len(offered):
            found = offered[int(word[:6]) - 1]
        if found is None:
            return Turn(state, (_not_one_of(interview, nearest(word, known), word),))
        if not (_is_about(found, one) or found.id in interview.extensible or found in state.pieces):
            said.append(tell("not about", interview.language, id=found.id, subject=subject(one)))
        named.append(found.id)
    evidence = tuple(dict.fromkeys((*state.draft.evidence, *named)))
    return Turn(evolve(state, draft=evolve(state.draft, evidence=evidence)), tuple(said))


def _piece(interview: Interview, state: State, text: str) -> Turn:
    if not text:
        return Turn(evolve(state, step=Step.EVIDENCE))
    return Turn(evolve(state, step=Step.DATED, draft=evolve(state.draft, piece=text)))


def _dated(interview: Interview, state: State, text: str) -> Turn:
    dated = _day(text, interview)
    if text and dated is None:
        return Turn(state, (tell("no date", interview.language, text=text),))
    counts = dated is not None and dated <= interview.day
    said = () if counts else (tell("later" if dated else "undated", interview.language),)
    return Turn(evolve(state, step=Step.WHERE, draft=evolve(state.draft, dated=dated)), said)


def _where(interview: Interview, state: State, text: str) -> Turn:
    taken = {it.id for it in (*interview.evidence, *state.pieces)}
    prefix = tell("prefix", interview.language)
    id_ = next(it for number in range(1, len(taken) + 2) if (it := f"{prefix}{number}") not in taken)
    kind = state.draft.basis or Basis.RECORD
    name: Text = {interview.language: state.draft.piece}
    piece = Evidence(id_, kind, state.draft.dated, reference=text or None, name=name)
    draft = evolve(state.draft, evidence=(*state.draft.evidence, id_), piece="", dated=None)
    return Turn(evolve(state, step=Step.EVIDENCE, draft=draft, pieces=(*state.pieces, piece)))


def _by(interview: Interview, state: State, text: str) -> Turn:
    by = interview.known.get(folded(text), text) if text else state.by
    draft, one = state.draft, interview.asked[state.at]
    claim = Claim(draft.basis, draft.evidence, by, interview.day)
    reason: Text | None = {interview.language: draft.reason} if draft.reason else None
    answer = Answer(one.rule, one.focus, draft.value, claim, reason)
    given = (*(it for it in state.given if it.at != state.at), Given(state.at, answer))
    return Turn(_next(interview, evolve(state, given=given, by=by)), (tell("noted", interview.language),))


_STEPS: Final[Mapping[Step, Callable[[Interview, State, str], Turn]]] = {
    Step.VALUE: _value,
    Step.REASON: _reason,
    Step.BASIS: _basis,
    Step.EVIDENCE: _evidence,
    Step.PIECE: _piece,
    Step.DATED: _dated,
    Step.WHERE: _where,
    Step.BY: _by,
}


# ------------------------------------------------------------------ the commands
def _skip(interview: Interview, state: State) -> Turn:
    return Turn(_next(interview, state), (tell("skipped", interview.language),))


def _back(interview: Interview, state: State) -> Turn:
    if state.step is not Step.VALUE:
        return Turn(_to(state, state.at))
    if state.at == 0:
        return Turn(state, (tell("first", interview.language),))
    return Turn(_to(state, state.at - 1))


def _undo(interview: Interview, state: State) -> Turn:
    if not state.given:
        return Turn(state, (tell("nothing to undo", interview.language),))
    *given, last = state.given
    return Turn(_to(evolve(state, given=tuple(given)), last.at), (tell("undone", interview.language),))


_COMMANDS: Final[Mapping[Command, Callable[[Interview, State], Turn]]] = {
    Command.SKIP: _skip,
    Command.BACK: _back,
    Command.UNDO: _undo,
    Command.QUIT: lambda _, state: Turn(evolve(state, step=Step.LEFT)),
    Command.MORE: lambda _, state: Turn(state, show=Command.MORE),
    Command.HELP: lambda _, state: Turn(state, show=Command.HELP),
}


def _next(interview: Interview, state: State) -> State:
    at = state.at + 1
    return _to(state, at) if at < len(interview.asked) else evolve(state, step=Step.DONE, draft=Draft())


def _to(state: State, at: int) -> State:
    return evolve(state, at=at, step=Step.VALUE, draft=Draft())


# ------------------------------------------------------------------ what was typed
def _not_one_of(interview: Interview, near: str | None, text: str) -> str:
    if near is None:
        return tell("not one of", interview.language, text=text[:40])
    return tell("did you mean", interview.language, text=text[:40], near=near)


def _day(text: str, interview: Interview) -> date | None:
    """A date, or a word for today or yesterday; nothing where it can be two days."""
    ago = TODAY.get(folded(text))
    if ago is not None:
        return interview.day - timedelta(days=ago)
    meant = days_meant(text, interview.language)
    return meant[0] if len(meant) == 1 else None


def _unquoted(text: str) -> str:
    """What stands between quotes, by which a text that is a command as well is taken for a text."""
    return text[1:-1].strip() if len(text) > 2 and text[0] == text[-1] == '"' else text
