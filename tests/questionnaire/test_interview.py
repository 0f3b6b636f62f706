"""An interview: whatever is typed, it goes on; what it writes can be read; and it can be gone on with."""

from __future__ import annotations

from datetime import date
from string import Formatter
from unicodedata import category

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import kamassess as ka
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.reading import read_checklist
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_further, read_organisation
from kamassess.model.terms import Basis
from kamassess.questionnaire import interview_words
from kamassess.questionnaire.adding import added, begun
from kamassess.questionnaire.interview import begin, turn, written
from kamassess.questionnaire.interview_words import COMMANDS, PLAINLY, WORDS, Command
from kamassess.questionnaire.presenting import closing, opening, prompt, shown
from kamassess.questionnaire.questions import questions
from kamassess.questionnaire.sitting import Interview, State, Step, Turn
from kamassess.showing.text import render
from kamassess.source import read_text
from tests.report.conftest import HOSTILE
from tests.report.conftest import shown as named

DAY = date(2026, 11, 1)

CHECKLIST = """\
id: own
version: "1"
title: {nl: Eigen, en: Own}
source: {title: ours}
scales: {grade: {conforms_from: 0.5, values: [{word: a, share: 0}, {word: b, share: 1}]}}
requirements:
  - id: one
    title: {nl: Eén, en: One}
    checkpoints:
      - {id: A-1, title: Whole, role: requirement, ask: {nl: Is het zo?, en: Is it so?}, why: {nl: Omdat, en: Because},
         guidance: {nl: Notulen, en: Minutes}, where: Page 2, speaker: S, about_leaders: true, recurring: true,
         clauses: [{norm: ISO 9001, edition: "2015", clause: 5.3}]}
      - {id: A-2, title: Each, role: requirement, each: chain, if_none: not-applicable, ask: How much?, scale: percentage}
      - {id: A-3, title: Level, role: requirement, ask: Which level?, scale: level-0-5}
      - {id: A-4, title: Grade, role: requirement, ask: Which grade?, scale: grade}
"""

TOWN = """\
id: town
name: Town
nodes:
  person: [{id: jan, name: Jan Bos}, {id: stop}]
  chain: [{id: permits, name: Permits}, {id: parks}]
evidence:
  - {id: minutes, kind: record, on: 2026-05-01, about: [A-1], name: Minutes}
  - {id: other, kind: record, on: 2026-05-01, about: [A-3]}
"""


def compiled(text: str = CHECKLIST) -> Compiled:
    return ka.compile(read_checklist(read_text(text, "own.yaml")))


def town(answers: str | None = None) -> Organisation:
    bare = read_organisation(read_text(TOWN, "town.yaml"))
    return bare if answers is None else read_further(read_text(answers, "answers.yaml"), bare)


OWN = compiled()


def interview(answers: str | None = None, language: str = "en") -> Interview:
    whole, bare = town(answers), town()
    return Interview(
        tuple(one for one in questions(whole, OWN, DAY) if one.is_open),
        language,  # type: ignore[arg-type]
        DAY,
        whole.evidence,
        frozenset(one.id for one in whole.evidence[len(bare.evidence) :]),
        (("Jan Bos", "jan"), ("stop", "stop")),
    )


def after(about: Interview, *lines: str) -> State:
    return turns(about, *lines)[-1].state


def turns(about: Interview, *lines: str) -> list[Turn]:
    state = begin(about)
    all_: list[Turn] = []
    for line in lines:
        all_.append(turn(about, state, line))
        state = all_[-1].state
    return all_


def file_of(about: Interview, state: State, before: str | None = None) -> str:
    return added(before if before is not None else begun("town", "answers"), written(about, state))


ABOUT = interview()
KEPT = ("1", "belief", "jan")  # an answer, from beginning to end


class TestAnAnswer:
    def test_has_a_value_a_basis_evidence_who_says_so_and_the_day(self) -> None:
        state = after(ABOUT, "yes", "record", "minutes", "", "jan bos")
        (one,) = state.given
        assert (one.answer.checkpoint, one.answer.focus, one.answer.value) == (
            "own/A-1",
            "organisation",
            "yes",
        )
        assert one.answer.claim.basis is Basis.RECORD
        assert (one.answer.claim.evidence, one.answer.claim.by, one.answer.claim.on) == (
            ("minutes",),
            "jan",
            DAY,
        )
        assert (state.at, state.step) == (1, Step.VALUE)

    @pytest.mark.parametrize("line", ["1", "yes", "Yes", " YES "])
    def test_is_chosen_by_number_or_word(self, line: str) -> None:
        assert after(ABOUT, line).draft.value == "yes"

    def test_is_in_the_language_of_the_interview_or_as_files_have_it(self) -> None:
        dutch = interview(language="nl")
        assert after(dutch, "ja").draft.value == "yes"
        assert after(dutch, "yes", "overtuiging").draft.basis is Basis.BELIEF

    @pytest.mark.parametrize(
        ("line", "value"), [("80", "80"), ("7,5", "7.5"), ("12 %", "12"), ("1", "1"), ("105", ""), ("x", "")]
    )
    def test_is_a_number_where_one_is_asked(self, line: str, value: str) -> None:
        assert after(ABOUT, "skip", line).draft.value == value

    def test_is_a_word_of_the_scale_where_words_are_numbers(self) -> None:
        at = next(i for i, one in enumerate(ABOUT.asked) if one.checkpoint.id == "A-3")
        state = evolve(begin(ABOUT), at=at)
        assert turn(ABOUT, state, "0").state.draft.value == "0"
        assert turn(ABOUT, state, "5").state.draft.value == "5"

    def test_does_not_apply_for_a_reason(self) -> None:
        state = after(ABOUT, "not applicable", "", "We have none", "", "")
        (one,) = state.given
        assert (one.answer.value, one.answer.reason) == ("not-applicable", {"en": "We have none"})
        assert one.answer.claim.basis is None

    def test_on_an_opinion_is_asked_for_no_evidence(self) -> None:
        assert after(ABOUT, "1", "belief").step is Step.BY
        assert after(ABOUT, "1", "record").step is Step.EVIDENCE

    def test_that_is_none_says_what_was_probably_meant(self) -> None:
        (said,) = turns(ABOUT, "yees")[-1].said
        assert said == "‘yees’ is not one of these; did you mean ‘yes’?"

    def test_is_by_whoever_answered_before_unless_told_otherwise(self) -> None:
        state = after(ABOUT, *KEPT, "10", "belief", "")
        assert [one.answer.claim.by for one in state.given] == ["jan", "jan"]
        assert prompt(ABOUT, after(ABOUT, *KEPT, "10", "belief")) == "who says so [Jan Bos]"

    def test_may_be_a_command_between_quotes(self) -> None:
        assert after(ABOUT, "1", "belief", '"stop"').given[0].answer.claim.by == "stop"

    @pytest.mark.parametrize("line", ["\x1b[2J", "a\x00", "\ufffd"])
    def test_that_is_no_text_is_not_taken(self, line: str) -> None:
        last = turns(ABOUT, "1", "belief", line)[-1]
        assert last.state.step is Step.BY
        assert last.said


class TestEvidence:
    def test_is_named_by_number_or_id_and_several_at_once(self) -> None:
        assert after(ABOUT, "1", "record", "1, other").draft.evidence == ("minutes", "other")

    def test_that_is_about_something_else_is_told(self) -> None:
        (said,) = turns(ABOUT, "1", "record", "other")[-1].said
        assert "‘own/A-1’" in said

    def test_that_is_new_is_about_the_questions_that_name_it(self) -> None:
        lines = ("1", "record", "new", "Letter", "yesterday", "the safe", "", "jan")
        state = after(ABOUT, *lines, "50", "record", "1", "", "")
        more = written(ABOUT, state)
        (piece,) = more.evidence
        assert (piece.id, piece.kind, piece.on, piece.reference) == (
            "E1",
            Basis.RECORD,
            date(2026, 10, 31),
            "the safe",
        )
        assert piece.about == ("own/A-1", "chain:permits")
        found = ka.assess(town(file_of(ABOUT, state)), OWN, as_of=DAY)
        assert str(found.verdict("A-2", "chain:permits").proven.outcome) in ("conformity", "nonconformity")

    def test_that_no_answer_names_is_not_written(self) -> None:
        lines = ("1", "record", "new", "Letter", "2026-10-01", "", "", "jan", "undo")
        assert written(ABOUT, after(ABOUT, *lines)).evidence == ()

    def test_of_an_earlier_sitting_can_be_about_more(self) -> None:
        first = after(ABOUT, "1", "record", "new", "Letter", "2026-10-01", "", "", "jan")
        file = file_of(ABOUT, first)
        again = interview(file)
        second = after(again, "50", "record", "E1", "", "jan")
        found = town(file_of(again, second, file))
        assert next(one for one in found.evidence if one.id == "E1").about == ("own/A-1", "chain:permits")

    @pytest.mark.parametrize(
        ("line", "day"),
        [
            ("2026-10-01", date(2026, 10, 1)),
            ("13-10-2026", date(2026, 10, 13)),
            ("1 October 2026", date(2026, 10, 1)),
            ("today", DAY),
            ("", None),
        ],
    )
    def test_has_a_date_or_none(self, line: str, day: date | None) -> None:
        state = after(ABOUT, "1", "record", "new", "Letter", line)
        assert (state.step, state.draft.dated) == (Step.WHERE, day)

    def test_has_the_day_before_the_month_in_dutch(self) -> None:
        asked = interview(language="nl")
        state = after(asked, "1", "registratie", "nieuw", "Brief", "1-10-2026")
        assert state.draft.dated == date(2026, 10, 1)

    @pytest.mark.parametrize(
        "line", ["1-10-2026", "soon", "2026-13-01", "2026-02-30", "1-1-26", "²-1-2026", "0-0-0000"]
    )
    def test_with_no_date_is_asked_again(self, line: str) -> None:
        assert after(ABOUT, "1", "record", "new", "Letter", line).step is Step.DATED


class TestCommands:
    def test_skip_leaves_a_question_open(self) -> None:
        state = after(ABOUT, "skip")
        assert (state.at, state.given) == (1, ())

    def test_back_begins_a_question_again_and_then_goes_to_the_one_before(self) -> None:
        state = after(ABOUT, *KEPT, "10", "back")
        assert (state.at, state.step) == (1, Step.VALUE)
        state = turn(ABOUT, state, "terug").state
        assert (state.at, state.step) == (0, Step.VALUE)
        assert turn(ABOUT, state, "back").state == state

    def test_a_question_that_was_gone_back_to_keeps_its_answer_until_there_is_another(self) -> None:
        state = after(ABOUT, *KEPT, "back")
        assert turn(ABOUT, state, "").state.given == state.given
        changed = after(ABOUT, *KEPT, "back", "no", "belief", "")
        assert [one.answer.value for one in changed.given] == ["no"]

    def test_undo_takes_back_the_last_answer(self) -> None:
        state = after(ABOUT, *KEPT, "skip", "10", "belief", "", "undo")
        assert (state.at, len(state.given)) == (2, 1)
        assert after(ABOUT, "undo").given == ()

    def test_quit_ends_it(self) -> None:
        for line in ("quit", "q", "stop"):
            assert after(ABOUT, line).step is Step.LEFT
        assert after(ABOUT, "q", "1").step is Step.LEFT

    def test_every_question_asked_ends_it(self) -> None:
        assert after(ABOUT, *["skip"] * len(ABOUT.asked)).step is Step.DONE
        assert begin(evolve(ABOUT, asked=())).ended

    def test_an_answer_of_the_scale_is_no_command(self) -> None:
        own = compiled(CHECKLIST.replace("word: a,", "word: back,"))
        about = evolve(
            ABOUT, asked=tuple(one for one in questions(town(), own, DAY) if one.checkpoint.id == "A-4")
        )
        assert after(about, "back").draft.value == "back"


LINES = st.one_of(
    st.sampled_from(
        [
            "",
            "1",
            "2",
            "3",
            "4",
            "yes",
            "no",
            "50",
            "not applicable",
            "record",
            "belief",
            "document",
            "new",
            "minutes",
            "E1",
            "2026-10-01",
            "jan",
            "Jan Bos",
            *COMMANDS,
            '"stop"',
            "'",
            "{x: y}",
            "- a",
            "# no",
            "a: b",
            "yes ",
        ]
    ),
    st.text(max_size=12),
    st.sampled_from(HOSTILE[:-1]),
)


class TestWhateverIsTyped:
    @settings(deadline=None, max_examples=60)
    @given(
        st.lists(LINES.filter(lambda line: line not in ("q", "quit", "stop", "exit")), max_size=40),
        st.sampled_from(["nl", "en"]),
    )
    def test_it_goes_on_and_what_it_writes_is_read_and_gone_on_with(
        self, lines: list[str], language: str
    ) -> None:
        about = interview(language=language)
        state = begin(about)
        for line in lines:
            before, last = state, turn(about, state, line)
            state = last.state
            text = render((*shown(about, before, last), *closing(about, state, "answers.yaml")))
            assert "\x1b" not in text
            assert state.ended or prompt(about, state)
        file = file_of(about, state)
        given_ = {(one.answer.checkpoint, one.answer.focus) for one in state.given}
        again = interview(file, language)
        assert [(one.rule, one.focus) for one in again.asked] == [
            (one.rule, one.focus) for one in about.asked if (one.rule, one.focus) not in given_
        ]
        assert town(file).answers == tuple(one.answer for one in state.given) or any(
            one.answer.reason for one in state.given
        )

    @settings(deadline=None, max_examples=30)
    @given(st.lists(LINES, max_size=25), st.lists(LINES, max_size=25))
    def test_two_sittings_are_one_file(self, first: list[str], second: list[str]) -> None:
        before = file_of(ABOUT, after(ABOUT, *first, "q"))
        again = interview(before)
        file = file_of(again, after(again, *second, "q"), before)
        assert file.startswith("# answers\n")
        assert len(town(file).answers) >= len(town(before).answers)


class TestWhatIsShown:
    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize("width", [40, 80])
    def test_fits_the_terminal(self, language: str, width: int) -> None:
        about = interview(language=language)
        document = opening(about, "Town", 9, "answers.yaml")
        for lines in (["?"], ["more"], ["1"], ["1", "record"], ["1", "record", "1"], ["skip"]):
            last = turns(about, *lines)[-1]
            document = (*document, *shown(about, None, last))
        assert max(map(len, render(document, width=width).splitlines())) <= width

    def test_is_the_place_the_question_why_and_what_counts(self) -> None:
        text = render(shown(ABOUT, None, Turn(begin(ABOUT))))
        for one in (
            "Question 1 of 5 · One",
            "A-1",
            "Is it so?",
            "Because",
            "Minutes",
            "the whole organisation",
            "1  yes",
        ):
            assert one in text

    def test_more_is_where_it_comes_from(self) -> None:
        text = render(shown(ABOUT, begin(ABOUT), turns(ABOUT, "why")[-1]))
        for one in ("own/A-1", "Page 2", "ISO 9001", "from 100 %"):
            assert one in text

    @pytest.mark.parametrize("text", HOSTILE, ids=named)
    def test_has_nothing_that_a_terminal_obeys(self, text: str) -> None:
        both = {"nl": text, "en": text}
        asked = tuple(
            evolve(
                one,
                requirement_title=both,
                focus_name=both,
                checkpoint=evolve(
                    one.checkpoint, title=both, ask=both, why=both, guidance=both, where=both, speaker=text
                ),
            )
            for one in ABOUT.asked
        )
        evidence = tuple(evolve(one, name=both, reference=text) for one in ABOUT.evidence)
        about = evolve(ABOUT, asked=asked, evidence=evidence)
        document = opening(about, text, 9, text)
        for lines in (["skip"], ["more"], ["1", "record"], ["1", "record", "1"]):
            document = (*document, *shown(about, None, turns(about, *lines)[-1]))
        shown_ = render((*document, *closing(about, begin(about), text)))
        assert not {category(one) for one in shown_ if one != "\n"} & {"Cc", "Cf", "Zl", "Zp"}


@pytest.mark.parametrize("name", ["WORDS", "PLAINLY"])
def test_every_text_is_there_in_both_languages_with_the_same_places(name: str) -> None:
    for key, (dutch, english) in getattr(interview_words, name).items():
        assert dutch, key
        assert english, key
        places = [{it for _, it, _, _ in Formatter().parse(text)} for text in (dutch, english)]
        assert places[0] == places[1], key


def test_every_basis_step_and_command_has_its_words() -> None:
    assert PLAINLY.keys() == set(Basis)
    assert {f"ask {one}" for one in Step if one not in (Step.DONE, Step.LEFT)} <= WORDS.keys()
    assert {f"help {one} says" for one in Command if one is not Command.HELP} <= WORDS.keys()
    assert set(COMMANDS.values()) == set(Command)
