"""
How an interview is shown: the question, what can be answered, help; as documents that a terminal can render.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamassess.checklist.requirement import Checkpoint
from kamassess.model.organisation import Evidence
from kamassess.model.terms import CERTAIN_BASES, ORGANISATION, Basis, Language
from kamassess.questionnaire.interview import listed
from kamassess.questionnaire.interview_words import PLAINLY, Command, tell
from kamassess.questionnaire.options import Options, of_scale
from kamassess.questionnaire.questions import Question
from kamassess.questionnaire.sitting import Draft, Interview, State, Step, Turn
from kamassess.report.wording import clause, in_language
from kamassess.report.words import BASES, word
from kamassess.showing.document import Block, Document, Entry, Heading, Paragraph, Row, Rows, Tone
from kamassess.showing.text import clean


def prompt(interview: Interview, state: State) -> str:
    """
    What stands before the cursor.

    Args:
        interview: the interview.
        state: how far it is.

    Returns:
        A few words without a colon; plain, whatever the organisation wrote.
    """
    if state.step is Step.BY and state.by:
        return tell("ask by known", interview.language, by=_person(interview, state.by))
    return tell(f"ask {state.step}", interview.language)


def shown(interview: Interview, before: State | None, turn: Turn) -> Document:
    """
    What is shown after a turn.

    Args:
        interview: the interview.
        before: how far it was; ``None`` at the beginning.
        turn: what a line brought about.

    Returns:
        What was said; then the question or the list that is asked next, where that is another.
    """
    state = turn.state
    blocks: list[Block] = [Paragraph(one, Tone.MINOR) for one in turn.said]
    if turn.show is Command.HELP:
        blocks += _help(interview.language)
    if turn.show is Command.MORE:
        blocks += _more(interview, state)
    if state.ended or (before is not None and _where(before) == _where(state)):
        return tuple(blocks)
    return (*blocks, *_asked(interview, state))


def _where(state: State) -> tuple[int, Step, Draft]:
    return (state.at, state.step, state.draft)


def _asked(interview: Interview, state: State) -> Iterator[Block]:
    if state.step is Step.VALUE:
        yield from _question(interview, state)
    elif state.step is Step.BASIS:
        yield from _bases(interview)
    elif state.step is Step.EVIDENCE:
        yield from _evidence(interview, state)


# ------------------------------------------------------------------ a question
def _question(interview: Interview, state: State) -> Iterator[Block]:
    one, language = interview.asked[state.at], interview.language
    place = tell("place", language, at=state.at + 1, count=len(interview.asked))
    yield Heading(f"{place} · {in_language(one.requirement_title, language, one.requirement)}")
    yield Entry(
        in_language(one.ask, language),
        one.checkpoint.id,
        rows=(Row(tell("about", language), (_about(one, language),)), *_helps(one.checkpoint, language)),
    )
    given = state.answer(state.at)
    options = of_scale(one.scale, language)
    if given is not None:
        kept = tell("keep", language, answer=options.label(given.value))
        yield Rows((Row(tell("answered", language), (kept,)),))
    yield Rows(tuple(_choices(options, language)))


def _about(one: Question, language: Language) -> str:
    if one.focus == ORGANISATION:
        return tell("whole", language)
    name = in_language(one.focus_name, language, one.focus)
    return name if name == one.focus else f"{name} ({one.focus})"


def _helps(one: Checkpoint, language: Language) -> Iterator[Row]:
    for key, text in (("why", one.why), ("counts", one.guidance)):
        if text:
            yield Row(tell(key, language), (in_language(text, language),))
    notes = [
        tell(key, language)
        for key, is_so in (("about leaders", one.about_leaders), ("recurring", one.recurring))
        if is_so
    ]
    if notes:
        yield Row(tell("leaders", language), tuple(notes))


def _choices(options: Options, language: Language) -> Iterator[Row]:
    if options.most is not None:
        yield Row("0 …", (tell("number", language, most=options.most),))
    numbered = options.most is None and not any(word.isdecimal() for _, word in options.pairs)
    for number, (label, word_) in enumerate(options.pairs, 1):
        yield Row(str(number) if numbered else clean(word_), (label,))


def _more(interview: Interview, state: State) -> Iterator[Block]:
    one, language = interview.asked[state.at], interview.language
    point = one.checkpoint
    rows = [Row(tell("checkpoint", language), (f"{one.rule}: {in_language(point.title, language)}",))]
    rows += _helps(point, language)
    if point.where:
        rows.append(Row(tell("where", language), (in_language(point.where, language),)))
    if point.speaker:
        rows.append(Row(tell("speaker", language), (point.speaker,)))
    if point.clauses:
        rows.append(Row(tell("clauses", language), tuple(clause(it, language) for it in point.clauses)))
    share = round(float(one.scale.conforms_from * 100))
    rows.append(Row(tell("scale", language), (tell("conforms from", language, share=share),)))
    yield Rows(tuple(rows))


# ------------------------------------------------------------------ what it rests on
def _bases(interview: Interview) -> Iterator[Block]:
    language = interview.language
    yield Paragraph(tell("how sure", language))
    numbers = {word_: number for number, (_, word_) in enumerate(interview.bases.pairs, 1)}
    for key, certain in (("certain", True), ("never certain", False)):
        yield Paragraph(tell(key, language), Tone.FAINT)
        yield Rows(
            tuple(
                Row(
                    f"{numbers[basis.value]:>2}",
                    (f"{interview.bases.label(basis.value)}: {word(PLAINLY, basis, language)}",),
                )
                for basis in Basis
                if (basis in CERTAIN_BASES) is certain
            )
        )


def _evidence(interview: Interview, state: State) -> Iterator[Block]:
    language = interview.language
    rows = [
        Row(str(number), (_piece(one, language),))
        for number, one in enumerate(listed(interview, state), 1)
        if one.id not in state.draft.evidence
    ]
    if state.draft.evidence:
        known = {one.id: one for one in (*interview.evidence, *state.pieces)}
        named = tuple(_piece(known[one], language) for one in state.draft.evidence)
        yield Rows((Row(tell("named", language), named),))
    yield Paragraph(tell("which evidence", language))
    if rows:
        yield Rows(tuple(rows))


def _piece(one: Evidence, language: Language) -> str:
    name = in_language(one.name, language)
    beside = [
        it
        for it in (word(BASES, one.kind, language), one.on.isoformat() if one.on else "", one.reference)
        if it
    ]
    return f"{one.id}{': ' if name else ''}{name} ({', '.join(beside)})"


def _person(interview: Interview, by: str) -> str:
    return next((name for name, id_ in interview.persons if id_ == by), by)


# ------------------------------------------------------------------ help
def _help(language: Language) -> Iterator[Block]:
    yield Paragraph(tell("help answer", language))
    yield Rows(
        tuple(
            Row(tell(f"help {one}", language), (tell(f"help {one} says", language),))
            for one in Command
            if one is not Command.HELP
        )
    )
    yield Paragraph(tell("help quotes", language))


def opening(interview: Interview, name: str, total: int, file: str) -> Document:
    """
    What is said before the first question.

    Args:
        interview: the interview.
        name: what the organisation is called.
        total: how many questions there are, answered ones too.
        file: where answers are kept.

    Returns:
        The title, how many questions are open, and the commands.
    """
    language = interview.language
    title = Heading(tell("title", language, name=name), 1)
    if not interview.asked:
        return (title, Paragraph(tell("nothing open", language)))
    begin = tell("begin", language, count=len(interview.asked), total=total, file=file)
    return (title, Paragraph(begin), Paragraph(tell("commands", language), Tone.FAINT))


def closing(interview: Interview, state: State, file: str, *, earlier: int = 0) -> Document:
    """
    What is said at the end, or where it is broken off.

    Args:
        interview: the interview.
        state: how far it came.
        file: where answers are kept.
        earlier: how many stood there when it began.

    Returns:
        How many are answered and open, and where the answers are.
    """
    language = interview.language
    given = len(state.given)
    where = "kept" if given else "nothing more kept" if earlier else "nothing kept"
    return (
        Paragraph(tell("left" if state.step is not Step.DONE else "finished", language), Tone.GOOD),
        Paragraph(tell("count", language, given=given, open=len(interview.asked) - given)),
        Paragraph(tell(where, language, file=file)),
    )
