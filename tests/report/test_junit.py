"""A result as JUnit XML: what fails and what is skipped, counted right, with nothing active in it."""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element, fromstring

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.comparing import compare_results
from kamassess.model.terms import FindingKind, Outcome
from kamassess.report.junit import changes_to_junit, to_junit
from kamassess.report.xml import holdable
from kamassess.result import Result
from tests.material import CHECKLIST, ORGANISATION
from tests.report.conftest import HOSTILE, assess, saying, shown
from tests.test_comparing import ASKED, BELIEVED, NO, OWNED, YES, assessed, norm
from tests.test_comparing import WAIVED as INAPPLICABLE

WAIVED = ORGANISATION + (
    "waivers:\n"
    "  - {checkpoint: T-1, focus: 'chain:objections', reason: closing, owner: ada, until: 2026-12-31}\n"
    "  - {checkpoint: T-1, focus: 'chain:parking', reason: moving, owner: ada, until: 2026-12-31}\n"
)


def read(written: str) -> Element:
    """What a build server reads."""
    return fromstring(written.encode())


def case(root: Element, name: str) -> Element:
    return next(one for one in root.iter("testcase") if one.get("name") == name)


class TestCases:
    def test_there_is_a_suite_a_checklist_and_a_case_a_verdict(self, result: Result) -> None:
        suite = read(to_junit(result))[0]
        assert suite.get("name") == "small-chains"
        cases = [(one.get("classname"), one.get("name")) for one in suite.iter("testcase")]
        assert cases == [
            (f"{one.checklist}.{one.requirement}", f"{one.checkpoint} [{one.focus}]")
            for one in result.verdicts
        ]
        assert len(set(cases)) == len(cases)

    def test_the_day_is_a_property_and_there_is_no_clock(self, result: Result) -> None:
        root = read(to_junit(result))
        told = {one.get("name"): one.get("value") for one in root.iter("property")}
        assert told == {"as_of": "2026-11-01", "organisation": "kleinstad", "checklist.version": "1.2.0"}
        assert not [one for one in root.iter() if {"time", "timestamp"}.intersection(one.keys())]
        assert to_junit(result) == to_junit(assess(ORGANISATION))

    def test_what_is_counted_is_what_is_there(self, result: Result) -> None:
        root = read(to_junit(result))
        outcomes = Counter(one.claimed.outcome for one in result.verdicts)
        observed = sum(one.kind is FindingKind.OBSERVATION for one in result.findings)
        assert observed
        for one in (root, root[0]):
            assert one.get("tests") == str(len(result.verdicts))
            assert one.get("failures") == str(outcomes[Outcome.NONCONFORMITY] - observed)
            assert one.get("errors") == "0"
        assert root[0].get("skipped") == str(
            outcomes[Outcome.UNDETERMINED] + outcomes[Outcome.NOT_APPLICABLE] + observed
        )

    def test_the_whole_has_only_what_the_schema_that_jenkins_goes_by_knows(self, result: Result) -> None:
        assert set(read(to_junit(result)).keys()) == {"name", "tests", "failures", "errors"}

    def test_an_observation_does_not_fail_as_it_does_not_for_the_command(self, result: Result) -> None:
        root = read(to_junit(result))
        for one in result.findings:
            if one.kind is FindingKind.OBSERVATION:
                (told,) = case(root, f"{one.checkpoint} [{one.focus}]")
                assert told.tag == "skipped"
                assert "observation: " in (told.text or "")

    def test_suites_of_several_checklists_are_counted_apart_and_together(self, result: Result) -> None:
        other = assess(ORGANISATION, CHECKLIST.replace("id: small-chains", "id: other"))
        both = evolve(
            result,
            checklists=(*result.checklists, *other.checklists),
            verdicts=(*result.verdicts, *other.verdicts),
            findings=(*result.findings, *other.findings),
        )
        root = read(to_junit(both))
        assert [one.get("name") for one in root] == ["small-chains", "other"]
        for count in ("tests", "failures", "errors"):
            assert int(root.get(count, "")) == sum(int(one.get(count, "")) for one in root)

    def test_a_nonconformity_fails_with_what_is_so_why_and_what_to_do(self, result: Result) -> None:
        (failure,) = case(read(to_junit(result)), "T-1 [chain:objections]")
        assert (failure.tag, failure.get("type")) == ("failure", "missing-ownership")
        assert failure.get("message") == "Chain Handling objections: 0 owners (nobody or nothing)"
        assert "- owners: 0, should be exactly 1\n" in (failure.text or "")
        assert "to do: Appoint one member of the management team\n" in (failure.text or "")

    def test_what_is_told_of_a_nonconformity_is_in_the_language(self, result: Result) -> None:
        (failure,) = case(read(to_junit(result, "nl")), "T-1 [chain:objections]")
        assert (failure.get("message") or "").startswith("Keten Bezwaren behandelen")

    def test_what_is_undetermined_or_does_not_apply_is_skipped(self, result: Result) -> None:
        root = read(to_junit(result))
        (undetermined,) = case(root, "T-6 [organisation]")
        assert undetermined.tag == "skipped"
        assert undetermined.get("message") == "Not known yet: The policy has been made known"
        assert "answer: yes, Bob Bos" in (undetermined.text or "")
        (inapplicable,) = case(root, "T-2 [chain:objections]")
        assert (inapplicable.tag, inapplicable.get("message")) == ("skipped", "not applicable")

    def test_what_is_accepted_is_skipped_with_by_whom_and_why(self) -> None:
        root = read(to_junit(assess(WAIVED)))
        (accepted,) = case(root, "T-1 [chain:objections]")
        assert accepted.tag == "skipped"
        assert "accepted by Ada Aalders up to and including 31 December 2026: closing" in (
            accepted.get("message") or ""
        )

    def test_what_is_claimed_and_not_proven_passes_and_says_so(self) -> None:
        (out,) = case(read(to_junit(assess(WAIVED))), "T-1 [chain:parking]")
        assert out.tag == "system-out"
        assert "unproven: Claimed, not proven" in (out.text or "")
        assert "accepted by Ada Aalders up to and including 31 December 2026: moving" in (out.text or "")

    def test_what_is_told_of_a_requirement_as_a_whole_stands_with_its_suite(self, result: Result) -> None:
        out = read(to_junit(result))[0].find("system-out")
        assert out is not None
        assert (out.text or "").count("who: ") == [one.checkpoint for one in result.findings].count(None)

    def test_a_nonconformity_of_which_nothing_is_told_fails_all_the_same(self, result: Result) -> None:
        (failure,) = case(read(to_junit(evolve(result, findings=()))), "T-1 [chain:objections]")
        assert (failure.tag, failure.get("type")) == ("failure", "nonconformity")
        assert failure.get("message") == "nonconformity"


def compared(before: Result, after: Result, language: str = "en") -> Element:
    return read(changes_to_junit(compare_results(before, after), language))


class TestComparison:
    """The cases of the later assessment, of which only what is new fails."""

    def test_what_is_new_fails(self) -> None:
        (failure,) = case(compared(assessed(["jan"], YES), assessed([], YES)), "owned [chain:c0]")
        assert (failure.tag, failure.get("type")) == ("failure", "missing-ownership")
        assert (failure.text or "").startswith("New: Not met: Owned\n")

    def test_what_was_known_already_is_skipped_and_says_so(self) -> None:
        root = compared(assessed([], YES), assessed([], YES))
        (skipped,) = case(root, "owned [chain:c0]")
        assert (skipped.tag, skipped.get("message")) == ("skipped", "Still open: Not met: Owned")
        assert root.get("failures") == "0"

    def test_a_case_of_which_something_more_is_new_fails(self) -> None:
        """Two owners, where nobody was one: the same finding; and a contradiction that was not there."""
        before, after = assessed([], YES), assessed(["jan", "piet"], YES)
        assert compared(before, after).get("failures") == "0"
        contradicting = evolve(
            after,
            findings=(
                *after.findings,
                evolve(after.findings[0], id="norm/owned/new", kind=FindingKind.CONTRADICTION),
            ),
        )
        assert compared(before, contradicting).get("failures") == "1"

    def test_the_message_is_of_what_is_new(self) -> None:
        before, after = assessed([], YES), assessed([], YES)
        gap = evolve(after.findings[0], id="norm/owned/new", kind=FindingKind.CONTRADICTION)
        (failure,) = case(
            compared(before, evolve(after, findings=(*after.findings, gap))), "owned [chain:c0]"
        )
        assert failure.get("type") == "contradiction"

    def test_what_has_no_grade_is_no_more_than_an_observation(self) -> None:
        """'--fail-on' does not count it either, unless that is asked."""
        before, after = assessed(["jan"], YES), assessed([], YES)
        light = tuple(evolve(one, grade=None, kind=FindingKind.CONTRADICTION) for one in after.findings)
        (skipped,) = case(compared(before, evolve(after, findings=light)), "owned [chain:c0]")
        assert skipped.tag == "skipped"

    def test_what_turned_out_a_nonconformity_is_new(self) -> None:
        (failure,) = case(
            compared(assessed(["jan"], BELIEVED), assessed(["jan"], NO)), "asked [organisation]"
        )
        assert failure.tag == "failure"

    def test_what_is_solved_passes_and_says_so(self) -> None:
        (out,) = case(compared(assessed([], YES), assessed(["jan"], YES), "nl"), "owned [chain:c0]")
        assert (out.tag, out.text) == ("system-out", "Opgelost: Niet vervuld: Owned")

    def test_what_is_not_known_any_more_does_not_pass(self) -> None:
        (skipped,) = case(compared(assessed([], YES), assessed(None, YES)), "owned [chain:c0]")
        assert skipped.tag == "skipped"
        assert "Not known any more: Not met: Owned" in (skipped.text or "")

    def test_what_does_not_apply_any_more_is_skipped(self) -> None:
        (skipped,) = case(
            compared(assessed(["jan"], NO), assessed(["jan"], INAPPLICABLE)), "asked [organisation]"
        )
        assert skipped.tag == "skipped"
        assert "Not asked any more: " in (skipped.text or "")

    def test_of_what_has_no_verdict_any_more_the_suite_tells(self) -> None:
        (suite,) = compared(assessed([], YES, chains=2), assessed([], YES))
        assert suite.findtext("system-out") == "Not asked any more: Not met: Owned"

    def test_of_a_checklist_that_is_not_asked_any_more_there_is_a_suite_without_cases(self) -> None:
        other = evolve(norm(OWNED, ASKED), id="other")
        first, second = compared(assessed([], YES), assessed([], YES, checklist=other))
        assert (first.get("name"), second.get("name"), second.get("tests")) == ("other", "norm", "0")
        assert second.findtext("system-out") == "Not asked any more: Not met: Owned"

    def test_there_are_the_cases_of_the_later_assessment_in_its_order(self, result: Result) -> None:
        later, both = read(to_junit(result)), compared(result, result)
        names = [[one.get("name") for one in it.iter("testcase")] for it in (later, both)]
        assert names[0] == names[1]
        assert both.get("failures") == "0" != later.get("failures")

    def test_it_is_what_a_comparison_gives(self, result: Result) -> None:
        one = ka.Assessment(result)
        assert ka.compare(one, one).to_junit("nl") == changes_to_junit(compare_results(result, result), "nl")

    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_text_is_a_text(self, result: Result, text: str) -> None:
        def tags(said: str) -> list[str]:
            hostile = saying(result, said)
            return [
                one.tag for one in compared(evolve(hostile, findings=hostile.findings[2:]), hostile).iter()
            ]

        assert tags(text) == tags("x")


class TestNothingActive:
    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_every_text_is_read_back_as_it_is(self, result: Result, text: str) -> None:
        hostile = saying(result, text)
        root, plain = read(to_junit(hostile)), read(to_junit(saying(result, "x")))
        assert [one.tag for one in root.iter()] == [one.tag for one in plain.iter()]
        failures = list(root.iter("failure"))
        assert {one.get("message") for one in failures} == {holdable(text)}
        assert all(f": {holdable(text)}\n" in (one.text or "") for one in failures)
        accepted = [one for one in root.iter("skipped") if "accepted by" in (one.get("message") or "")]
        assert [one.get("message") for one in accepted] == [
            holdable(f"{text} (accepted by {text} up to and including 31 December 2026: {text})")
        ]

    def test_what_xml_cannot_hold_is_told_apart_from_nothing(self) -> None:
        assert holdable("a\x00b\x1bc\ufffed\ud800e\tf\ng\rh") == "a�b�c�d�e\tf\ng\rh"
