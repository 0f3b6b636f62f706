"""A questionnaire that was filled in: read as its answers in a file would be, and refused with every cell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

import kamassess as ka
from kamassess.cli.check import checked
from kamassess.model.organisation import Answer, Organisation
from kamassess.model.reading import read_further
from kamassess.model.terms import Basis
from kamassess.questionnaire.reading import check_workbook, read_workbook
from kamassess.questionnaire.workbook import to_workbook
from kamassess.source import read_data
from tests.material import CHECKLIST
from tests.questionnaire.conftest import DAY, EVIDENCE, ROWS, SCALES, SHEET, changed, compiled, filled, town
from tests.report.conftest import assert_nothing_unseen

VOORBEELDSTAD = "docs/examples/voorbeeldstad.yaml"


def read(data: bytes, organisation: Organisation | None = None) -> Organisation:
    return read_workbook(data, "filled.xlsx", organisation or town())


def new(data: bytes) -> tuple[Answer, ...]:
    """The answers that the small town did not have."""
    return tuple(one for one in read(data).answers if one not in town().answers)


def mistakes(data: bytes, organisation: Organisation | None = None) -> list[str]:
    with pytest.raises(ka.InvalidInput) as raised:
        read(data, organisation)
    return [str(one).removeprefix("filled.xlsx, ") for one in raised.value.mistakes]


class TestAnswers:
    def test_a_row_gives_an_answer_with_all_that_it_rests_on(self, questionnaire: bytes) -> None:
        evidence = {"A6": "E1", "B6": "record", "C6": "Notes", "D6": "archive", "E6": date(2026, 5, 1)}
        cells = {
            "F6": "Partly", "G6": "record", "H6": "bob bos", "I6": date(2026, 9, 1), "J6": "E1, minutes", "K6": "See",
        }  # fmt: skip
        data = filled(filled(questionnaire, cells), evidence, EVIDENCE)
        expected = read_further(
            read_data(
                {
                    "answers": [
                        {
                            "checkpoint": "all-scales/S-1", "value": "partly", "basis": "record", "by": "bob",
                            "on": "2026-09-01", "evidence": ["E1", "minutes"], "reason": "See",
                        }
                    ],
                    "evidence": [
                        {
                            "id": "E1", "kind": "record", "name": "Notes", "reference": "archive",
                            "on": "2026-05-01", "about": ["all-scales/S-1"],
                        }
                    ],
                }
            ),
            town(),
        )  # fmt: skip
        assert read(data) == expected
        assert str(read(data).answers[-1].place) == "filled.xlsx, sheet 'All scales', cell F6"

    def test_evidence_says_what_it_is_about_where_that_is_filled_in(self, questionnaire: bytes) -> None:
        more = {"B6": "record", "G6": "Ada Aalders", "H6": "chain:permits; S-1"}
        found = read(filled(questionnaire, more, EVIDENCE)).evidence[-1]
        assert (found.id, found.owner, found.about) == ("E1", "ada", ("chain:permits", "S-1"))

    def test_an_answer_is_about_its_focus(self, questionnaire: bytes) -> None:
        assert [(one.focus, one.value) for one in new(filled(questionnaire, {"F12": "no"}))] == [
            ("chain:objections", "no")
        ]

    @pytest.mark.parametrize(
        ("typed", "value"),
        [
            (80, "80"),
            (62.5, "62.5"),
            ("80", "80"),
            ("62,5", "62.5"),
            ("80 %", "80"),
            (0, "0"),
            ("not applicable", "not-applicable"),
        ],
        ids=repr,
    )
    def test_numbers_are_read_however_they_were_typed(
        self, questionnaire: bytes, typed: object, value: str
    ) -> None:
        assert [one.value for one in new(filled(questionnaire, {"F7": typed, "K7": "why"}))] == [value]

    @pytest.mark.parametrize(
        "typed",
        [date(2026, 9, 1), datetime(2026, 9, 1), datetime(2026, 9, 1, 12, 30), "2026-09-01", " 2026-09-01 "],
    )
    def test_days_are_read_however_they_were_typed(self, questionnaire: bytes, typed: object) -> None:
        assert new(filled(questionnaire, {"F6": "yes", "I6": typed}))[0].claim.on == date(2026, 9, 1)

    @pytest.mark.parametrize("typed", ["1-9-2026", "01/09/2026", "1 september 2026", "1-sep-2026"])
    def test_in_dutch_a_day_that_was_typed_as_text_begins_with_the_day(self, typed: str) -> None:
        data = filled(to_workbook(town(), compiled(), DAY, "nl"), {"F6": "ja", "I6": typed}, "Alle schalen")
        assert new(data)[0].claim.on == date(2026, 9, 1)

    def test_a_text_that_was_typed_as_a_number_is_a_text(self, questionnaire: bytes) -> None:
        found = new(filled(questionnaire, {"F6": "yes", "H6": 42, "K6": 2026.5}))[0]
        assert (found.claim.by, found.reason) == ("42", {"nl": "2026.5", "en": "2026.5"})

    def test_a_word_of_a_scale_stands_for_its_label(self, questionnaire: bytes) -> None:
        assert [one.value for one in new(filled(questionnaire, {"F9": "L", "F6": "YES"}))] == ["yes", "L"]

    def test_the_language_of_the_labels_makes_no_difference(self, questionnaire: bytes) -> None:
        dutch = to_workbook(town(), compiled(), DAY, "nl")
        in_dutch = filled(dutch, {"F6": "deels", "G6": "overtuiging", "F8": 3}, "Alle schalen")
        in_english = filled(questionnaire, {"F6": "partly", "G6": "belief", "F8": 3})
        assert read(in_dutch) == read(in_english)

    def test_one_of_nobody_in_particular_is_read_for_anybody(self) -> None:
        data = filled(to_workbook(None, compiled(), DAY), {"F6": "yes", "H6": "Bob Bos"})
        assert [(one.value, one.claim.by) for one in new(data)] == [("yes", "bob")]

    def test_one_whose_sheets_were_called_otherwise_when_it_was_made_is_read(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def before(titles: list[str]) -> tuple[str, ...]:
            return tuple(f"{one[:20]} of" for one in titles)

        with monkeypatch.context() as then:
            then.setattr("kamassess.questionnaire.making.sheet_names", before)
            made = to_workbook(town(), compiled(), DAY)
        (answer,) = new(filled(made, {"F6": "Partly"}, f"{SHEET} of"))
        assert answer.value == "partly"

    def test_its_answers_are_assessed(self, questionnaire: bytes) -> None:
        assessment = ka.assess(read(filled(questionnaire, {"F6": "no"})), compiled(), as_of=DAY)
        assert str(assessment.verdict("S-1").claimed.outcome) == "nonconformity"


class TestWhatStoodInItAlready:
    def prefilled(self, organisation: Organisation | None = None) -> bytes:
        return to_workbook(organisation or town(), compiled(CHECKLIST), DAY)

    def test_left_as_it_is_it_changes_nothing(self) -> None:
        two_languages = evolve(
            town(),
            answers=(
                *town().answers,
                evolve(
                    town().answers[0],
                    checkpoint="T-9",
                    value="not-applicable",
                    reason={"nl": "Nee", "en": "No"},
                ),
            ),
        )
        assert read(self.prefilled(two_languages), two_languages) == two_languages

    def test_marks_that_nobody_sees_are_not_in_it_and_change_nothing(self) -> None:
        text = "\u202eAda\u2066  Aalders\u200f\u061c"
        marked = evolve(
            town(),
            name={"nl": text, "en": text},
            nodes=tuple(evolve(one, name={"nl": text, "en": text}) for one in town().nodes),
            answers=tuple(
                evolve(one, reason={"nl": text, "en": text}, claim=evolve(one.claim, by=text))
                for one in town().answers
            ),
        )
        assert_nothing_unseen(self.prefilled(marked))
        assert read(self.prefilled(marked), marked) == marked

    def test_what_is_changed_takes_its_place(self) -> None:
        data = filled(self.prefilled(), {"F6": "yes"}, "Chains in small")
        found = [one for one in read(data).answers if one.checkpoint.endswith("T-5")]
        assert [(one.value, one.claim.basis) for one in found] == [("yes", Basis.BELIEF)]

    def test_what_is_emptied_is_taken_back(self) -> None:
        data = filled(self.prefilled(), dict.fromkeys(("F6", "G6", "H6", "I6"), None), "Chains in small")
        assert [one.checkpoint for one in read(data).answers] == ["T-6", "T-7", "T-8", "T-9"]

    def test_what_the_organisation_answered_since_stays_beside_it(self) -> None:
        since = evolve(town(), answers=(*town().answers, evolve(town().answers[0], value="no")))
        data = filled(self.prefilled(), {"F6": "yes"}, "Chains in small")
        assert [one.value for one in read(data, since).answers if one.checkpoint.endswith("T-5")] == [
            "no",
            "yes",
        ]

    def test_answers_and_evidence_of_another_file_are_taken_over(self) -> None:
        bare = evolve(town(), answers=(), evidence=())
        found = read(self.prefilled(), bare)
        assert [one.value for one in found.answers] == [one.value for one in town().answers]
        assert [(one.id, one.kind, one.on, one.about) for one in found.evidence] == [
            (one.id, one.kind, one.on, one.about) for one in town().evidence
        ]


class TestWrongValues:
    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            ({"F6": "yess"}, "sheet 'All scales', cell F6: expected one of 'yes', 'partly', 'no', 'not applicable'; found 'yess'; did you mean 'yes'?"),
            ({"F6": True}, "sheet 'All scales', cell F6: expected one of 'yes', 'partly', 'no', 'not applicable'; found 'TRUE'; did you mean 'yes'?"),
            ({"F6": 1}, "sheet 'All scales', cell F6: expected one of 'yes', 'partly', 'no', 'not applicable'; found '1'"),
            ({"F7": 0.8}, "sheet 'All scales', cell F7: a percentage is written as a number from 0 to 100; found '0.8'; did you mean '80'?"),
            ({"F7": 101}, "sheet 'All scales', cell F7: expected a number from 0 to 100, or 'not applicable'; found '101'"),
            ({"F7": "most"}, "sheet 'All scales', cell F7: expected a number from 0 to 100, or 'not applicable'; found 'most'"),
            ({"F7": False}, "sheet 'All scales', cell F7: expected a number from 0 to 100, or 'not applicable'; found 'FALSE'"),
            ({"F8": "50 %"}, "sheet 'All scales', cell F8: expected a number from 0 to 5, or 'not applicable'; found '50 %'"),
            ({"F8": date(2026, 5, 3)}, "sheet 'All scales', cell F8: expected a number from 0 to 5, or 'not applicable'; found '2026-05-03'"),
            ({"F6": "yes", "G6": "belive"}, "sheet 'All scales', cell G6: expected one of 'contract', 'document', 'record', 'observation', 'assumption', 'belief', 'trust', 'promise', 'experience', 'pressure'; found 'belive'; did you mean 'belief'?"),
            ({"F6": "yes", "I6": "1-9-2026"}, "sheet 'All scales', cell I6: '1-9-2026' can be two days; write 2026-09-01 or 2026-01-09"),
            ({"F6": "yes", "I6": "2026-02-30"}, "sheet 'All scales', cell I6: expected a date, as 2026-11-01; found '2026-02-30'"),
            ({"F6": "yes", "J6": "minuts"}, "sheet 'All scales', cell J6: there is no evidence 'minuts'; did you mean 'minutes'?"),
            ({"F6": "not applicable"}, "sheet 'All scales', cell K6: an answer 'not-applicable' needs its reason"),
            ({"G6": "belief"}, "sheet 'All scales', cell F6: there is no answer to what is filled in beside it"),
            ({"F6": "=1+1"}, "sheet 'All scales', cell F6: this is a formula; write the value itself"),
            ({"F6": "yes", "H6": '=HYPERLINK("x")'}, "sheet 'All scales', cell H6: this is a formula; write the value itself"),
            ({"F6": "#DIV/0!"}, "sheet 'All scales', cell F6: this is an error, not a value"),
        ],
        ids=lambda one: str(one)[:40],
    )  # fmt: skip
    def test_it_is_told_at_its_cell(
        self, questionnaire: bytes, cells: Mapping[str, Any], message: str
    ) -> None:
        assert mistakes(filled(questionnaire, cells)) == [message]

    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            ({"C6": "Notes"}, "sheet 'Evidence', cell B6: evidence needs its kind: contract, document, record, observation"),
            ({"B6": "belief"}, "sheet 'Evidence', cell B6: expected one of 'contract', 'document', 'record', 'observation'; found 'belief'"),
            ({"B6": "record", "E6": date(2026, 2, 1), "F6": date(2026, 1, 1)}, "sheet 'Evidence', cell F6: it ends on 2026-01-01, before it began on 2026-02-01"),
            ({"B6": "record", "H6": "chain:permit"}, "sheet 'Evidence', cell H6: there is no node 'chain:permit'; did you mean 'chain:permits'?"),
        ],
        ids=lambda one: str(one)[:40],
    )  # fmt: skip
    def test_of_evidence_too(self, questionnaire: bytes, cells: Mapping[str, Any], message: str) -> None:
        assert mistakes(filled(questionnaire, cells, EVIDENCE)) == [message]

    def test_all_at_once_and_nothing_is_half_read(self, questionnaire: bytes) -> None:
        data = filled(
            filled(questionnaire, {"F6": "yess", "F7": 300, "F9": "=1", "F8": 3}), {"C7": "Notes"}, EVIDENCE
        )
        assert [one.split(": ")[0] for one in mistakes(data)] == [
            "sheet 'All scales', cell F6", "sheet 'All scales', cell F7", "sheet 'All scales', cell F9",
            "sheet 'Evidence', cell B7",
        ]  # fmt: skip

    def test_a_node_that_is_not_there_any_more_is_told_at_its_row(self, questionnaire: bytes) -> None:
        without = evolve(town(), nodes=tuple(one for one in town().nodes if one.id != "parking"))
        found = mistakes(filled(questionnaire, {"F14": "yes"}), without)
        assert found == [
            "sheet 'All scales', cell C14: there is no node 'chain:parking'; did you mean 'chain:permits'?"
        ]


class TestAnotherLayout:
    @pytest.mark.parametrize(
        ("change", "message"),
        [
            (lambda book: book.create_sheet("Notes"), "sheet 'Notes': this sheet is no part of the questionnaire; take it away"),
            (lambda book: book.remove(book[EVIDENCE]), "sheet 'Evidence': this sheet is missing; fill in the questionnaire as it was made"),
            (lambda book: setattr(book[SHEET], "title", "All scale"), "sheet 'All scale': the sheet 'All scales' was renamed to 'All scale'; give it its name back"),
            (lambda book: book[SHEET].delete_rows(7), "sheet 'All scales', cell A7: here the row of 'S-2', 'organisation' should stand, found 'S-3'; rows were added, moved or taken away: fill in the questionnaire as it was made"),
            (lambda book: book[SHEET].insert_rows(6), "sheet 'All scales', cell A6: here the row of 'S-1', 'organisation' should stand, found nothing; rows were added, moved or taken away: fill in the questionnaire as it was made"),
            (lambda book: book[SHEET].move_range("A9:K9", rows=-1), "sheet 'All scales', cell A8: here the row of 'S-3', 'organisation' should stand, found 'S-4'; rows were added, moved or taken away: fill in the questionnaire as it was made"),
            (lambda book: setattr(book[SHEET]["D6"], "value", "Is it not so?"), "sheet 'All scales', cell D6: this text was changed; fill in the questionnaire as it was made"),
            (lambda book: setattr(book[SHEET]["A6"], "value", "S-9"), "sheet 'All scales', cell A6: this text was changed; fill in the questionnaire as it was made"),
            (lambda book: setattr(book[SHEET]["A5"], "value", None), "sheet 'All scales', cell A5: a text was taken away here; fill in the questionnaire as it was made"),
            (lambda book: setattr(book[SHEET]["F4"], "value", "question"), "sheet 'All scales', cell F4: this text was changed; fill in the questionnaire as it was made"),
            (lambda book: setattr(book[SHEET]["F30"], "value", "yes"), "sheet 'All scales', cell F30: nothing is filled in here, and what stands here is not read"),
            (lambda book: setattr(book[SHEET]["L6"], "value", "hm"), "sheet 'All scales', cell L6: nothing is filled in here, and what stands here is not read"),
            (lambda book: setattr(book[SHEET]["F5"], "value", "yes"), "sheet 'All scales', cell F5: nothing is filled in here, and what stands here is not read"),
            (lambda book: setattr(book[EVIDENCE]["A6"], "value", "E7"), "sheet 'Evidence', cell A6: here the row of 'E1' should stand, found 'E7'; rows were added, moved or taken away: fill in the questionnaire as it was made"),
            (lambda book: setattr(book["kamassess"]["A3"], "value", "{}"), "sheet 'kamassess', cell A1: what kamassess keeps on this hidden sheet was changed; make the questionnaire again"),
            (lambda book: setattr(book["kamassess"]["A1"], "value", "kamassess-questionnaire/9"), "sheet 'kamassess', cell A1: this questionnaire is of the form 'kamassess-questionnaire/9', and 'kamassess-questionnaire/1' is read; make it again"),
            (lambda book: book.remove(book["kamassess"]), "filled.xlsx: this is no questionnaire of kamassess: its hidden sheet 'kamassess' is not there"),
            (lambda book: setattr(book["kamassess"], "title", "kamasses"), "filled.xlsx: this is no questionnaire of kamassess: its hidden sheet 'kamassess' is not there; is it the one that is called 'kamasses' now?"),
        ],
        ids=lambda one: "" if callable(one) else one,
    )  # fmt: skip
    def test_it_is_told_where(self, questionnaire: bytes, change: Any, message: str) -> None:
        data = changed(filled(questionnaire, {"F6": "yes"}), change)
        assert message in mistakes(data)
        assert len(mistakes(data)) <= 2

    def test_rows_that_were_sorted_are_refused(self, questionnaire: bytes) -> None:
        def swap(book: Workbook) -> None:
            for column in "ABCDEFGHIJK":
                one, other = book[SHEET][f"{column}6"], book[SHEET][f"{column}7"]
                one.value, other.value = other.value, one.value

        assert mistakes(changed(questionnaire, swap))[0].startswith(
            "sheet 'All scales', cell A6: here the row of 'S-1'"
        )

    def test_the_order_of_the_sheets_does_not_matter(self, questionnaire: bytes) -> None:
        data = changed(filled(questionnaire, {"F6": "yes"}), lambda book: book.move_sheet(SHEET, 1))
        assert [one.value for one in new(data)] == ["yes"]

    def test_one_of_another_organisation_is_refused(self, questionnaire: bytes) -> None:
        found = mistakes(questionnaire, evolve(town(), id="other"))
        assert found == ["sheet 'Introduction', cell A1: these answers are of 'kleinstad', not of 'other'"]


class TestAnotherChecklist:
    @pytest.mark.parametrize(
        ("before", "after", "message"),
        [
            ("version: 1.0.0", "version: 1.1.0", "these are the questions of all-scales 1.0.0, and the assessment is against version 1.1.0"),
            ("Is it so?", "Is it not so?", "the questions of all-scales 1.0.0 are not the same any more"),
            ("scale: percentage", "scale: level-0-5", "the questions of all-scales 1.0.0 are not the same any more"),
        ],
    )  # fmt: skip
    def test_it_is_refused(self, questionnaire: bytes, before: str, after: str, message: str) -> None:
        organisation = read(filled(questionnaire, {"F6": "yes"}))
        with pytest.raises(ka.InvalidOrganisation) as raised:
            ka.assess(organisation, compiled(SCALES.replace(before, after)), as_of=DAY)
        place = "filled.xlsx, sheet 'All scales', cell A2: "
        assert [str(one) for one in raised.value.mistakes] == [
            f"{place}{message}; make the questionnaire again, and take the answers over"
        ]

    @pytest.mark.parametrize(
        ("before", "after"), [("guidance: Minutes", "guidance: Notes"), ("title: A, ask", "title: Z, ask")]
    )
    def test_what_is_no_part_of_a_question_may_change(
        self, questionnaire: bytes, before: str, after: str
    ) -> None:
        organisation = read(filled(questionnaire, {"F6": "yes"}))
        assert ka.assess(organisation, compiled(SCALES.replace(before, after)), as_of=DAY).verdicts

    def test_answers_to_a_checklist_that_is_not_used_are_no_mistake(self, questionnaire: bytes) -> None:
        organisation = read(filled(questionnaire, {"F6": "yes"}))
        assert len(ka.assess(organisation, compiled(CHECKLIST), as_of=DAY).result.run.unused) == 1


class TestFiles:
    def test_an_organisation_is_loaded_with_it(self, questionnaire: bytes, tmp_path: Path) -> None:
        from tests.material import ORGANISATION

        (tmp_path / "town.yaml").write_text(ORGANISATION, encoding="utf-8")
        (tmp_path / "filled.XLSX").write_bytes(filled(questionnaire, {"F6": "yes"}))
        found = ka.load_organisation(tmp_path / "town.yaml", answers=tmp_path / "filled.XLSX")
        assert found == read(filled(questionnaire, {"F6": "yes"}))

    @pytest.mark.parametrize("ending", [".ods", ".xls", ".xlsm", ".numbers", ".CSV"])
    def test_one_of_another_form_says_how_to_save_it(self, tmp_path: Path, ending: str) -> None:
        file = tmp_path / f"filled{ending}"
        file.write_bytes(b"PK\x03\x04\xe9")
        message = f"{file}: a file that ends in {ending.lower()} is not read; save a questionnaire as .xlsx"
        for read_it in (
            lambda: ka.load_organisation(VOORBEELDSTAD, answers=file),
            lambda: checked(str(file)),
        ):
            with pytest.raises(ka.InvalidSource) as raised:
                read_it()
            assert str(raised.value).startswith(message)

    def test_one_is_no_description(self, questionnaire: bytes, tmp_path: Path) -> None:
        (tmp_path / "filled.xlsx").write_bytes(questionnaire)
        with pytest.raises(ka.InvalidSource, match="a workbook is read as answers only"):
            ka.load_organisation(tmp_path / "filled.xlsx")

    def test_it_is_checked_by_itself(self, questionnaire: bytes) -> None:
        check_workbook(filled(questionnaire, {"F6": "yes"}), "filled.xlsx")
        with pytest.raises(ka.InvalidOrganisation, match="cell F6"):
            check_workbook(filled(questionnaire, {"F6": "maybe"}), "filled.xlsx")

    def test_what_is_asked_is_no_part_of_what_is_said(self, questionnaire: bytes) -> None:
        assert read(questionnaire).asked
        assert read(questionnaire).sha256 == town().sha256


ANSWERS = {
    "S-1": st.sampled_from(["yes", "partly", "no", "not-applicable"]),
    "S-2": st.integers(0, 100).map(str) | st.sampled_from(["62.5", "not-applicable"]),
    "S-3": st.sampled_from(["0", "3", "4.5", "5", "not-applicable"]),
    "S-4": st.sampled_from(["N", "P", "L", "F", "not-applicable"]),
    "S-5": st.sampled_from(["yes", "no", "not-applicable"]),
}
SIMPLE = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)


@st.composite
def said(draw: st.DrawFn, checkpoint: str) -> dict[str, Any]:
    """An answer as it stands in a file."""
    found: dict[str, Any] = {"checkpoint": f"all-scales/{checkpoint}", "value": draw(ANSWERS[checkpoint])}
    if checkpoint == "S-5":
        found["focus"] = "chain:permits"
    if found["value"] == "not-applicable":
        found["reason"] = draw(SIMPLE)
    found |= draw(
        st.fixed_dictionaries(
            {},
            optional={
                "basis": st.sampled_from([one.value for one in Basis]),
                "by": st.sampled_from(["ada", "bob", "Somebody Else"]),
                "on": st.dates(date(2000, 1, 1), date(2030, 1, 1)).map(date.isoformat),
                "evidence": st.just(["minutes"]),
                "reason": SIMPLE,
            },
        )
    )
    return found


class TestTheRoundTrip:
    """What is filled in is read as the same answers in a file would be, however they got into the workbook."""

    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.lists(st.sampled_from(sorted(ANSWERS)), unique=True).flatmap(
            lambda asked: st.tuples(*map(said, sorted(asked)))
        )
    )
    def test_through_another_program(self, questionnaire: bytes, answers: tuple[dict[str, Any], ...]) -> None:
        in_file = read_further(read_data({"answers": list(answers)}), town())
        labels = {
            "partly": "partly",
            "not-applicable": "not applicable",
            "N": "not",
            "P": "partially",
            "L": "largely",
            "F": "fully",
        }
        names = {"ada": "Ada Aalders", "bob": "Bob Bos"}
        cells: dict[str, Any] = {}
        for one in answers:
            checkpoint = one["checkpoint"].partition("/")[2]
            value = labels.get(one["value"], one["value"])
            row = ROWS[checkpoint]
            cells |= {
                f"F{row}": float(value) if checkpoint in ("S-2", "S-3") and value[0].isdigit() else value,
                f"G{row}": one.get("basis"),
                f"H{row}": names.get(one.get("by", ""), one.get("by")),
                f"I{row}": date.fromisoformat(one["on"]) if "on" in one else None,
                f"J{row}": ", ".join(one.get("evidence", ())),
                f"K{row}": one.get("reason"),
            }
        texts = {at: value for at, value in cells.items() if not str(value).startswith("=")}
        assert read(filled(questionnaire, texts)) == in_file

    @settings(max_examples=10, deadline=None)
    @given(
        st.lists(st.sampled_from(sorted(ANSWERS)), unique=True).flatmap(
            lambda asked: st.tuples(*map(said, sorted(asked)))
        ),
        st.sampled_from(["nl", "en"]),
    )
    def test_through_a_questionnaire_that_is_made_with_them(
        self, answers: tuple[dict[str, Any], ...], language: str
    ) -> None:
        in_file = read_further(read_data({"answers": list(answers)}), town())
        day = date(2031, 1, 1)
        assert read(to_workbook(in_file, compiled(), day, language), in_file) == in_file
        taken_over = read(to_workbook(in_file, compiled(), day, language)).answers[len(town().answers) :]
        assert taken_over == in_file.answers[len(town().answers) :]
