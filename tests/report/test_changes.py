"""The report of a comparison: the verdict in a sentence, scores before and after, each change once."""

from __future__ import annotations

import json

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.report.changes import changes_to_data, compose_changes, summary
from kamassess.showing.document import Entry, Heading, Paragraph, Row, Rows, Table, Tone
from kamassess.showing.text import render
from tests.test_comparing import (
    AFTER,
    ASKED,
    BEFORE,
    BELIEVED,
    NO,
    OWNED,
    YES,
    Data,
    assessed,
    norm,
)


def told(before: ka.Result, after: ka.Result, language: str = "en") -> str:
    return render(compose_changes(compare_results(before, after), language), width=120)


MIXED = (assessed([], NO, as_of=BEFORE), assessed([{"to": "jan", "basis": "belief"}], NO))


class TestTheTop:
    def test_says_who_when_against_what_and_what_differs(self) -> None:
        title, rows, *_ = compose_changes(compare_results(*MIXED), "en")
        assert title == Heading("town: 1 January 2026 beside 1 November 2026", 1)
        assert rows == Rows(
            (
                Row("checklist", ("Norm, version 1",)),
                Row("differing", ("the description of the organisation, the day",)),
            )
        )

    def test_says_which_checklists_are_others(self) -> None:
        other = norm(OWNED, version="2")
        assert "Norm, version 1, now 2" in told(assessed([]), assessed([], checklist=other))

    def test_says_of_one_day_that_it_is_before_and_after(self) -> None:
        one = assessed([], YES)
        assert told(one, one).startswith("town: 1 November 2026, before and after\n")
        assert told(one, one, "nl").startswith("town: 1 november 2026, voor en na\n")

    def test_says_that_nothing_differs(self) -> None:
        assert "differing  nothing" in told(assessed([]), assessed([]))

    @pytest.mark.parametrize(
        ("owners", "sentence", "tone"),
        [
            (([], ["jan"]), "new 0, solved 1, still open 0", Tone.GOOD),
            ((["jan"], []), "new 1, solved 0, still open 0", Tone.MINOR),
            (([], []), "new 0, solved 0, still open 1", Tone.PLAIN),
        ],
    )
    def test_tells_the_verdict_in_a_sentence(
        self, owners: tuple[list[str], list[str]], sentence: str, tone: Tone
    ) -> None:
        before, after = (assessed(one, YES) for one in owners)
        verdict = next(
            one for one in compose_changes(compare_results(before, after), "en") if isinstance(one, Paragraph)
        )
        assert verdict == Paragraph(f"Nonconformities and contradictions: {sentence}.", tone)

    def test_tells_what_is_solved_as_claimed_only(self) -> None:
        assert "solved as claimed, not proven yet: 1" in told(*MIXED)

    def test_what_is_not_known_any_more_is_not_counted_as_solved(self) -> None:
        text = told(assessed([], YES), assessed(None, YES))
        assert "new 0, solved 0, still open 0" in text
        assert "not known any more whether it is so: 1; not asked any more, or not applicable: 0" in text
        assert "That is something else than solved." in " ".join(text.split())

    def test_tells_what_the_organisation_has_no_part_in(self) -> None:
        changed = assessed([], NO, checklist=norm(OWNED, ASKED, version="2"))
        text = told(assessed([], checklist=norm(OWNED)), changed)
        assert "not changed by the organisation: 1; comes from: the checklist" in text


class TestScores:
    def test_stand_before_and_after_and_once_where_they_stay(self) -> None:
        blocks = compose_changes(compare_results(assessed([], YES), assessed(["jan"], YES)), "en")
        table = next(one for one in blocks if isinstance(one, Table))
        assert table.heads == ("", "proven", "claimed", "possible")
        assert table.rows[0] == ("Norm", "50% → 100%", "50% → 100%", "50% → 100%")
        assert table.rows[1][0] == "– All"
        blocks = compose_changes(compare_results(assessed([], YES), assessed([], YES)), "nl")
        assert next(one for one in blocks if isinstance(one, Table)).rows[0][1:] == ("50 %",) * 3

    def test_of_one_assessment_alone_have_no_number_on_the_other_side(self) -> None:
        other = norm(OWNED, version="2")
        text = told(assessed([]), assessed([], checklist=evolve(other, id="other")))
        assert "0% → –" in text
        assert "– → 0%" in text
        assert "Norm: before only" in text
        assert "Norm: after only" in text


class TestFindings:
    def entries(self, before: ka.Result, after: ka.Result) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        section = ""
        for one in compose_changes(compare_results(before, after), "en"):
            if isinstance(one, Heading):
                section = one.text
            if isinstance(one, Entry):
                found.setdefault(section, []).append(one)
        return found

    def test_that_are_new_tell_why_what_to_do_and_who(self) -> None:
        (new,) = self.entries(assessed(["jan"], YES), assessed([], YES))["New"]
        assert new.rows[0].label == "why"
        assert "who" in [one.label for one in new.rows]
        assert new.remark == "minor · certain · owned chain:c0"

    def test_that_are_solved_say_whether_that_is_proven(self) -> None:
        found = self.entries(*MIXED)
        assert [(one.remark, one.tone) for one in found["Solved"]] == [
            ("minor · as claimed · owned chain:c0", Tone.GOOD)
        ]
        assert found["Still open"][0].remark == "major · certain · asked"

    def test_missing_ownership_comes_first_and_then_the_heaviest(self) -> None:
        """As in every report."""
        light = {**OWNED, "id": "light", "finding_kind": "gap"}
        checklist = norm(light, OWNED, ASKED)
        before, after = (assessed(*one, checklist=checklist) for one in ((["jan"], YES), ([], NO)))
        found = self.entries(before, after)["New"]
        assert [one.remark for one in found] == [
            "minor · certain · owned chain:c0",
            "major · certain · asked",
        ]

    def test_that_are_still_open_say_what_is_another_about_them(self) -> None:
        doubted = assessed([{"to": "jan"}, {"to": "piet", "basis": "belief"}], YES)
        (open_,) = self.entries(assessed([], YES), doubted)["Still open"]
        assert open_.remark == "minor · as claimed · was certain · owned chain:c0"
        (open_,) = self.entries(doubted, assessed([], YES))["Still open"]
        assert "certain · was as claimed" in open_.remark

    def test_of_another_grade_say_which_it_was(self) -> None:
        heavier = norm({**OWNED, "grade": "major"}, ASKED, version="2")
        (open_,) = self.entries(assessed([], YES), assessed([], YES, checklist=heavier))["Still open"]
        assert open_.remark.startswith("major · certain · was minor")

    def test_that_are_accepted_now_or_no_more_say_so(self) -> None:
        data: Data = {"id": "town", "nodes": {"person": [{"id": "jan"}], "chain": [{"id": "c0"}]}}
        waiver = {
            "checkpoint": "owned", "focus": "chain:c0", "reason": "in June", "owner": "jan", "until": "2026-12-31",
        }  # fmt: skip
        plain, waived = (
            ka.assess(ka.Organisation.from_data(one), norm(OWNED), as_of=AFTER).result
            for one in (data, {**data, "waivers": [waiver]})
        )
        assert "accepted now" in self.entries(plain, waived)["Still open"][0].remark
        assert "accepted no more" in self.entries(waived, plain)["Still open"][0].remark

    def test_that_come_from_the_checklist_say_so(self) -> None:
        later = assessed([], NO, checklist=norm(OWNED, ASKED, version="2"))
        found = self.entries(assessed([], checklist=norm(OWNED)), later)["New"]
        assert Row("comes from", ("the checklist",)) in found[0].rows

    def test_that_have_one_cause_are_told_as_one(self) -> None:
        twice = norm(OWNED, {**OWNED, "id": "owned_too", "title": "Owned, asked again"})
        once, again = (assessed(one, checklist=twice) for one in (["jan"], []))
        for section, pair in (
            ("New", (once, again)),
            ("Still open", (again, again)),
            ("Solved", (again, once)),
        ):
            (told_once,) = self.entries(*pair)[section]
            assert Row("touches", ("owned_too Owned, asked again",), brief=True) in told_once.rows
            assert "There are 2; what has one cause stands together." in told(*pair)

    def test_that_touch_something_else_name_where_the_first_is_touched_too(self) -> None:
        """Of two checkpoints at two chains with one cause none is left out."""
        twice = norm(OWNED, {**OWNED, "id": "owned_too", "title": "Again"})
        after = assessed([], checklist=twice, chains=2)
        one_cause = evolve(after, findings=tuple(evolve(it, cause="x") for it in after.findings))
        (told_once,) = self.entries(assessed(["jan"], checklist=twice, chains=2), one_cause)["New"]
        (touches,) = [it.lines for it in told_once.rows if it.label == "touches"]
        assert touches == ("owned chain c1: Owned", "owned_too chain c0, chain c1: Again")

    def test_that_are_accepted_say_by_whom(self) -> None:
        data: Data = {"id": "town", "nodes": {"person": [{"id": "jan"}], "chain": [{"id": "c0"}]}}
        waiver = {
            "checkpoint": "owned", "focus": "chain:c0", "reason": "in June", "owner": "jan", "until": "2026-12-31",
        }  # fmt: skip
        waived = ka.assess(
            ka.Organisation.from_data({**data, "waivers": [waiver]}), norm(OWNED), as_of=AFTER
        ).result
        (open_,) = self.entries(waived, waived)["Still open"]
        assert "accepted by" in open_.remark
        assert "in June" in open_.remark

    def test_that_have_one_cause_are_told_apart_where_their_certainty_changed(self) -> None:
        """What an entry says must hold for every finding that it names."""
        lighter = {**OWNED, "id": "owned_too", "grade": "major"}
        before, after = (
            assessed([], checklist=norm(OWNED, one, version="2"))
            for one in (lighter, {**lighter, "grade": "minor"})
        )
        found = self.entries(before, after)["Still open"]
        assert [one.remark for one in found] == [
            "minor · certain · owned chain:c0", "minor · certain · was major · owned_too chain:c0",
        ]  # fmt: skip

    def test_that_turned_out_gaps_are_told_once(self) -> None:
        found = self.entries(assessed(["jan"], BELIEVED), assessed(["jan"], NO))
        assert {section: len(entries) for section, entries in found.items()} == {"New": 1}


class TestForPrograms:
    def test_it_is_json_with_what_became_of_each_finding(self) -> None:
        data = changes_to_data(compare_results(*MIXED))
        assert json.loads(json.dumps(data)) == data
        assert (data["format"], data["differing"]) == ("kamassess-comparison/1", ["day", "description"])
        assert [(one["how"], one["finding"]["checkpoint"]) for one in data["findings"]] == [
            ("new", "owned"), ("open", "asked"), ("solved", "owned"),
        ]  # fmt: skip
        assert data["scores"][0]["comparable"]

    def test_a_prompt_shows_a_line(self) -> None:
        assert summary(compare_results(*MIXED)) == (
            "<Comparison of town on 2026-01-01 and 2026-11-01: 1 new, 1 solved, 1 open>"
        )
        one = assessed(["jan"], YES)
        assert summary(compare_results(one, one)).endswith("no findings>")


def test_both_languages_tell_as_much() -> None:
    dutch, english = (compose_changes(compare_results(*MIXED), one) for one in ("nl", "en"))
    assert [type(one) for one in dutch] == [type(one) for one in english]
