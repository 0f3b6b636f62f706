"""A questionnaire as a workbook: what it asks, where it can be filled in, and that no text in it is active."""

from __future__ import annotations

import zipfile
from io import BytesIO

import openpyxl
import pytest
from attrs import evolve
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import kamassess as ka
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.scale import Step
from kamassess.model.organisation import Organisation
from kamassess.model.terms import Basis
from kamassess.questionnaire import words
from kamassess.questionnaire.questions import nobody
from kamassess.questionnaire.workbook import to_workbook
from kamassess.report.sheets import clean
from tests.material import CHECKLIST
from tests.questionnaire.conftest import DAY, EVIDENCE, ROWS, SHEET, compiled, filled, town
from tests.report.conftest import HOSTILE, assert_nothing_unseen, shown


def sheet(data: bytes, name: str = SHEET) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(data))[name]


def values(data: bytes, name: str = SHEET) -> list[tuple[object, ...]]:
    return list(sheet(data, name).iter_rows(values_only=True))


class TestWhatItAsks:
    def test_each_question_has_its_row_under_its_requirement(self, questionnaire: bytes) -> None:
        first = [row[0] for row in values(questionnaire)]
        assert first[4:] == [
            "Requirement one", "S-1", "S-2", "S-3", "S-4", "Requirement two", "S-5", "S-5", "S-5", "S-5",
        ]  # fmt: skip

    def test_a_row_tells_what_helps_to_answer(self, questionnaire: bytes) -> None:
        row = values(questionnaire)[ROWS["S-1"] - 1]
        assert row[:5] == (
            "S-1",
            "open",
            "the whole organisation",
            "Is it so?",
            "Why: Because\nCounts as evidence: Minutes",
        )

    def test_what_is_answered_stands_in_it(self) -> None:
        data = to_workbook(town(), compiled(CHECKLIST), DAY, "nl")
        row = next(row for row in values(data, "Ketens in het klein") if row[0] == "T-6")
        assert row[5:10:1][:3] == ("ja", "document", "Bob Bos")
        assert row[9] == "minutes"

    def test_several_answers_to_a_question_have_a_row_each(self) -> None:
        said = town()
        other = evolve(said.answers[0], value="no")
        data = to_workbook(evolve(said, answers=(*said.answers, other)), compiled(CHECKLIST), DAY)
        rows = [row for row in values(data, "Chains in small") if row[0] == "T-5"]
        assert [row[5] for row in rows] == ["partly", "no"]

    def test_each_row_says_how_far_its_own_answer_is(self) -> None:
        said = town()
        other = evolve(said.answers[1], claim=evolve(said.answers[1].claim, basis=Basis.BELIEF))
        data = to_workbook(evolve(said, answers=(*said.answers, other)), compiled(CHECKLIST), DAY)
        rows = [row for row in values(data, "Chains in small") if row[0] == "T-8"]
        assert [row[1] for row in rows] == ["proven"]
        rows = [row for row in values(data, "Chains in small") if row[0] == "T-6"]
        assert [(row[1], row[6]) for row in rows] == [("proven", "document"), ("not proven", "belief")]

    def test_of_nobody_in_particular_is_asked_what_concerns_the_whole(self) -> None:
        rows = values(to_workbook(None, compiled(), DAY))
        assert [row[0] for row in rows[4:]] == ["Requirement one", "S-1", "S-2", "S-3", "S-4"]
        assert {row[1] for row in rows[5:]} == {"open"}
        assert nobody().nodes == ()

    def test_two_nodes_of_one_name_are_told_apart(self) -> None:
        organisation = Organisation.from_data(
            {"id": "x", "nodes": {"chain": [{"id": "a", "name": "One"}, {"id": "b", "name": "One"}]}}
        )
        rows = values(to_workbook(organisation, compiled(), DAY))
        assert [row[2] for row in rows if row[0] == "S-5"] == ["One (chain:a)", "One (chain:b)"]

    def test_the_same_questions_give_the_same_bytes(self, questionnaire: bytes) -> None:
        assert to_workbook(town(), compiled(), DAY) == questionnaire

    def test_every_checklist_that_comes_with_kamassess_can_be_asked(self) -> None:
        from kamassess.files import builtin_checklists

        chosen = ka.compile(list(builtin_checklists()))
        book = openpyxl.load_workbook(BytesIO(to_workbook(None, chosen, DAY, "nl")))
        assert len(book.sheetnames) == len(chosen.checklists) + 3


class TestWhereItIsFilledIn:
    def test_only_what_is_filled_in_is_unlocked(self, questionnaire: bytes) -> None:
        found = sheet(questionnaire)
        assert found.protection.sheet
        unlocked = {
            cell.coordinate for row in found.iter_rows() for cell in row if not cell.protection.locked
        }
        assert unlocked == {f"{column}{row}" for column in "FGHIJK" for row in (6, 7, 8, 9, 11, 12, 13, 14)}

    def test_the_choices_stand_on_a_hidden_sheet(self, questionnaire: bytes) -> None:
        book = openpyxl.load_workbook(BytesIO(questionnaire))
        assert book["kamassess"].sheet_state == "veryHidden"
        rules = {str(one.sqref): one for one in book[SHEET].data_validations.dataValidation}
        chosen = rules["F6"].formula1.split("!")[1].replace("$", "")
        assert [cell[0].value for cell in book["kamassess"][chosen]] == [
            "yes",
            "partly",
            "no",
            "not applicable",
        ]
        assert rules["F7"].type == "custom"
        assert rules["I6"].type == "date"

    def test_the_heads_stay_in_sight_and_are_printed_on_every_page(self, questionnaire: bytes) -> None:
        found = sheet(questionnaire)
        assert found.freeze_panes == "B5"
        assert found.print_title_rows == "$4:$4"
        assert found.page_setup.orientation == "landscape"
        assert found.auto_filter.ref == "A4:K14"

    def test_evidence_that_is_known_is_listed_and_more_can_be(self, questionnaire: bytes) -> None:
        found = sheet(questionnaire, EVIDENCE)
        assert [found[f"A{row}"].value for row in (5, 6, 45)] == ["minutes", "E1", "E40"]
        assert (found["B5"].protection.locked, found["B6"].protection.locked) == (True, False)


class TestNothingActive:
    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_text_is_a_text_and_is_read_back(self, text: str) -> None:
        data = to_workbook(*saying(text), DAY)
        book = assert_quiet(data)
        found = {
            str(cell) for one in book.worksheets for row in one.iter_rows(values_only=True) for cell in row
        }
        if clean(text).strip() and "\r" not in clean(text):
            assert clean(text) in found

    def test_no_part_of_it_asks_for_another_program(self, questionnaire: bytes) -> None:
        names = zipfile.ZipFile(BytesIO(questionnaire)).namelist()
        assert not [name for name in names if "external" in name.lower() or "vba" in name.lower()]

    def test_a_formula_of_a_hostile_text_stays_a_text_when_it_is_edited(self) -> None:
        data = to_workbook(*saying("=1+1"), DAY)
        assert sheet(data, "=1+1")["D6"].quotePrefix is True

    def test_what_is_typed_as_a_text_is_taken_for_one(self, questionnaire: bytes) -> None:
        assert {sheet(questionnaire)[f"{column}6"].number_format for column in "FGHJK"} == {"@"}


def assert_quiet(data: bytes) -> Workbook:
    """No cell is a formula, no text a hyperlink."""
    book = openpyxl.load_workbook(BytesIO(data))
    for one in book.worksheets:
        assert not [cell.coordinate for row in one.iter_rows() for cell in row if cell.data_type == "f"]
        assert not [cell.coordinate for row in one.iter_rows() for cell in row if cell.hyperlink]
    assert_nothing_unseen(data)
    names = zipfile.ZipFile(BytesIO(data)).namelist()
    assert not [name for name in names if name.startswith("xl/worksheets/_rels")]
    return book


def saying(text: str) -> tuple[Organisation, Compiled]:
    """The small town and all scales, with a text wherever one can stand."""
    both = {"nl": text, "en": text}
    organisation = town()
    organisation = evolve(
        organisation,
        name=both,
        nodes=tuple(evolve(one, name=both) for one in organisation.nodes),
        evidence=tuple(evolve(one, name=both, owner=text, reference=text) for one in organisation.evidence),
        answers=(
            *organisation.answers,
            evolve(
                organisation.answers[0],
                checkpoint="S-1",
                value="not-applicable",
                claim=evolve(organisation.answers[0].claim, by=text),
                reason=both,
            ),
        ),
    )
    made = compiled()
    checkpoints = tuple(_saying(one, both) for one in made.checkpoints)
    checklists = tuple(
        evolve(
            checklist,
            title=both,
            version=text,
            source=evolve(checklist.source, title=text, author=text),
            requirements=tuple(
                evolve(
                    one,
                    title=both,
                    checkpoints=tuple(it.checkpoint for it in checkpoints if it.requirement == one.id),
                )
                for one in checklist.requirements
            ),
        )
        for checklist in made.checklists
    )
    return organisation, evolve(made, checklists=checklists, checkpoints=checkpoints)


def _saying(one, both):  # type: ignore[no-untyped-def]
    scale = one.checkpoint.scale
    steps = tuple(Step(step.word, step.share, both) for step in scale.steps)
    checkpoint = evolve(
        one.checkpoint, title=both, ask=both, why=both, guidance=both, scale=evolve(scale, steps=steps)
    )
    return evolve(one, checkpoint=checkpoint)


def test_both_languages_say_the_same() -> None:
    from string import Formatter

    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    for key, (dutch, english) in words.WORDS.items():
        assert places(dutch) == places(english), key


def test_a_cell_that_is_filled_in_keeps_the_rest(questionnaire: bytes) -> None:
    assert values(filled(questionnaire, {"F6": "yes"}))[5][5] == "yes"
