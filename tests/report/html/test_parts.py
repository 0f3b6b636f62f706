"""What a page is built of: clean texts, sections, choices, causes and checkpoints."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kamassess.model.terms import LANGUAGES, NONCONFORMITIES, Level, Outcome
from kamassess.report.arranging import nonconformities
from kamassess.report.html.causes import AT_ONCE, Cause, Causes, causes
from kamassess.report.html.checkpoints import CheckpointPart, Checkpoints
from kamassess.report.html.cleaning import plain
from kamassess.report.html.facets import NOBODY, facets, filters
from kamassess.report.html.rendering import page as render
from kamassess.report.html.sectioning import Entries, Section, sections
from kamassess.report.html.words import WORDS
from kamassess.report.page import Page
from kamassess.result import Result
from kamassess.showing.document import Entry, Heading, Paragraph, Row, Tone
from tests.material import ORGANISATION
from tests.report.conftest import assess


def part(result: Result, checkpoint: str) -> CheckpointPart:
    """A checkpoint of the small town, as a page has it."""
    (checklist,) = Checkpoints(Page(result, "en")).parts
    return next(one for it in checklist.requirements for one in it.checkpoints if one.id == checkpoint)


class TestPlain:
    @given(st.text(st.characters(exclude_categories=())))
    def test_whatever_the_text_a_page_can_hold_it(self, text: str) -> None:
        cleaned = plain(text)
        assert plain(cleaned) == cleaned
        assert cleaned.encode("utf-8").decode("utf-8") == cleaned
        assert not [
            one for one in cleaned if ord(one) < 32 or 0x7F <= ord(one) < 0xA0 or ord(one) & 0xFFFE == 0xFFFE
        ]

    def test_marks_of_other_scripts_stay_and_what_turns_the_rest_goes(self) -> None:
        assert (
            plain("\u05d0\u200f \u0646\u200c\u0647 \u202ex\u2066y\u2069")
            == "\u05d0\u200f \u0646\u200c\u0647 xy"
        )


class TestSections:
    def test_entries_that_follow_each_other_are_a_list_numbered_through(self) -> None:
        blocks = (
            Heading("A"),
            Paragraph("p"),
            Entry("one"),
            Entry("with an id", "K-1"),
            Heading("B"),
            Entry("two"),
        )
        first, second = sections(blocks)
        paragraph, entries = first.blocks
        assert paragraph == Paragraph("p")
        assert isinstance(entries, Entries)
        assert [one.number for one in entries.entries] == [1, None]
        assert second == Section(
            "s2", "B", sections((Heading("B"), Entry("x"), Heading("B"), Entry("two")))[1].blocks
        )

    def test_an_unknown_block_is_not_left_out_in_silence(self) -> None:
        from jinja2 import UndefinedError

        odd = Section("verdict", "Verdict", (object(), object()))  # type: ignore[arg-type]
        with pytest.raises(UndefinedError):
            render(
                "changes",
                "en",
                title="t",
                name="n",
                subtitle="s",
                verdict=odd,
                scores=odd,
                pictures=(),
                sections=(),
            )


class TestChoices:
    def test_only_what_leaves_something_out_can_be_chosen(self, result: Result) -> None:
        page = Page(result, "en")
        checkpoints = Checkpoints(page)
        names = [one.name for one in filters(page, checkpoints.owners)]
        assert names == ["kind", "grade", "level", "owner"]  # of checklists there is one

    def test_what_nobody_must_do_is_chosen_as_nobodys(self, result: Result) -> None:
        owners = Checkpoints(Page(result, "en")).owners
        for one in result.findings:
            assert (facets(one, owners).owner == NOBODY) == (not one.act)

    def test_a_choice_says_how_much_it_leaves(self, result: Result) -> None:
        levelled = evolve(
            result, findings=tuple(evolve(one, orientation=Level.VALUES) for one in result.findings)
        )
        page = Page(levelled, "en")
        found = {one.name: one for one in filters(page, Checkpoints(page).owners)}
        assert "level" not in found
        majors = sum(one.grade == "major" for one in result.findings)
        assert found["grade"].choices[0].name == f"major ({majors})"


class TestCauses:
    def test_all_that_falls_short_is_there_once_and_numbered_as_in_every_report(self, result: Result) -> None:
        page = Page(result, "en")
        ownership, rest = causes(page, Checkpoints(page).anchors)
        assert [one.number for one in (*ownership, *rest)] == list(range(1, len(nonconformities(result)) + 1))

    @pytest.mark.parametrize(("count", "at_once"), [(0, 0), (5, 5), (6, 6), (7, 5)])
    def test_none_is_folded_alone(self, count: int, at_once: int) -> None:
        assert AT_ONCE == 5
        them = Causes(tuple(Cause(it, "", "", (), Tone.PLAIN, "") for it in range(count)))
        assert len(them.first) == at_once
        assert them.first + them.rest == them.causes


class TestCheckpoints:
    def test_every_verdict_is_told_those_that_do_not_apply_at_once(self, result: Result) -> None:
        for checkpoint in result.outlines.values():
            verdicts = [one for one in result.verdicts if one.checkpoint == checkpoint.id]
            found = [one for one in result.findings if one.checkpoint == checkpoint.id]
            quiet = [one.claimed.outcome for one in verdicts if one.focus not in {it.focus for it in found}]
            nowhere = quiet.count(Outcome.NOT_APPLICABLE)
            assert len(part(result, checkpoint.id).items) == len(found) + len(quiet) - nowhere + bool(nowhere)

    def test_a_finding_tells_why_what_to_do_and_who_through_what(self, result: Result) -> None:
        labels = [row.label for one in part(result, "T-1").items if one.anchor for row in one.rows]
        assert {"why", "to do", "who"} <= set(labels)

    def test_the_clause_stands_apart_from_the_rest_about_a_checkpoint(self, result: Result) -> None:
        one = part(result, "T-1")
        assert one.norm == (Row("norm", ("ISO 9001:2015, 5.3 (one person, no body)",)),)
        assert "norm" not in [row.label for row in one.about]

    def test_it_is_meant_as_the_heaviest_that_was_found(self, result: Result) -> None:
        tones = {one: part(result, one).tone for one in ("T-1", "T-3", "T-7")}
        assert tones == {"T-1": Tone.MAJOR, "T-3": Tone.MINOR, "T-7": Tone.PLAIN}

    def test_what_was_not_judged_says_so(self, result: Result) -> None:
        nothing = evolve(result, verdicts=(), findings=())
        assert part(nothing, "T-1").remark == "not judged"
        assert part(nothing, "T-1").tone is Tone.FAINT

    def test_nonconformities_alone_have_the_tone_of_their_grade(self) -> None:
        result = assess(ORGANISATION)
        kinds = {f"f{number}": one.kind for number, one in enumerate(result.findings, 1)}
        (checklist,) = Checkpoints(Page(result, "nl")).parts
        items = [
            one for it in checklist.requirements for c in it.checkpoints for one in (*it.items, *c.items)
        ]
        for one in items:
            if one.anchor:
                assert (one.tone is Tone.PLAIN) == (kinds[one.anchor] not in NONCONFORMITIES)


@pytest.mark.parametrize("at", range(len(LANGUAGES)))
def test_every_word_is_there_in_both_languages_with_the_same_places(at: int) -> None:
    import re

    assert all(one[at] for one in WORDS.values())
    for dutch, english in WORDS.values():
        assert sorted(re.findall(r"\{\w+\}", dutch)) == sorted(re.findall(r"\{\w+\}", english))
