"""``kamassess assess``: the report, and what the exit status says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kamassess as ka
from kamassess.engine import rete
from kamassess.engine.reference import Reference
from tests.cli.conftest import Run
from tests.second import needs_rete

NO_OWNER = "id: town\nnodes:\n  chain: [{id: permits}]\n"


class TestStatus:
    def test_an_organisation_without_major_findings_is_fine(self, assess: Run) -> None:
        assert assess().status == 0

    def test_a_major_finding_gives_status_1(self, assess: Run) -> None:
        Path("town.yaml").write_text(NO_OWNER)
        assert assess().status == 1

    def test_what_to_fail_on_can_be_chosen(self, assess: Run) -> None:
        Path("town.yaml").write_text(NO_OWNER)
        assert assess("--fail-on", "never").status == 0
        Path("town.yaml").write_text(NO_OWNER.replace("{id: permits}", "{id: a, owners: [jan]}, {id: b, owners: [jan]}")
                                     .replace("nodes:", "nodes:\n  person: [{id: jan}]"))  # fmt: skip
        assert assess("--set", "most=1").status == 0
        assert assess("--set", "most=1", "--fail-on", "observation").status == 1

    def test_the_proven_reading_counts_what_is_unproven(self, assess: Run) -> None:
        assert assess("--fail-on", "minor").status == 0
        assert assess("--fail-on", "minor", "--reading", "proven").status == 1


class TestAccepted:
    """'The report says so beside it, and kamassess assess no longer fails on it.'"""

    def accepted(
        self,
        organisation: str,
        checkpoint: str = "A-1",
        focus: str = "chain:permits",
        until: str = "2026-12-31",
    ) -> None:
        waiver = (
            f"{{checkpoint: {checkpoint}, focus: '{focus}', reason: closing, owner: ann, until: {until}}}"
        )
        person = organisation.replace("nodes:\n", "nodes:\n  person: [{id: ann, name: Ann}]\n", 1)
        Path("town.yaml").write_text(f"{person}waivers:\n  - {waiver}\n")

    def test_a_finding_that_is_accepted_gives_no_status_1(self, assess: Run) -> None:
        self.accepted(NO_OWNER)
        ran = assess()
        assert ran.status == 0
        assert "accepted by Ann up to and including 31 December 2026: closing" in " ".join(ran.out.split())

    def test_its_checklist_may_be_named(self, assess: Run) -> None:
        self.accepted(NO_OWNER, "own/A-1")
        assert assess().status == 0

    def test_one_that_is_not_accepted_still_does(self, assess: Run) -> None:
        self.accepted(NO_OWNER.replace("{id: permits}", "{id: permits}, {id: taxes}"))
        assert assess().status == 1

    @pytest.mark.parametrize(("until", "status"), [("2026-11-01", 0), ("2026-10-31", 1)])
    def test_it_holds_to_its_last_day_and_no_longer(self, assess: Run, until: str, status: int) -> None:
        self.accepted(NO_OWNER, until=until)
        assert assess().status == status

    def test_neither_verdict_nor_score_changes(self, assess: Run) -> None:
        Path("town.yaml").write_text(NO_OWNER)
        before = json.loads(assess("--format", "json").out)
        self.accepted(NO_OWNER)
        after = json.loads(assess("--format", "json").out)
        assert after["scores"] == before["scores"]
        assert [one["claimed"] for one in after["verdicts"]] == [one["claimed"] for one in before["verdicts"]]
        assert [one["accepted"] for one in before["findings"] if one["checkpoint"] == "A-1"] == [None]
        assert [one["accepted"]["owner"] for one in after["findings"] if one["checkpoint"] == "A-1"] == [
            "person:ann"
        ]

    def test_what_is_unproven_can_be_accepted_too(self, assess: Run) -> None:
        town = Path("town.yaml").read_text()
        arguments = ("--fail-on", "minor", "--reading", "proven")
        assert assess(*arguments).status == 1
        self.accepted(town.replace("  person: [{id: jan, name: Jan}]\n", "")
                      .replace("[jan]", "[ann]").replace("by: jan", "by: ann"), "A-2", "organisation")  # fmt: skip
        assert assess(*arguments).status == 0

    def test_a_waiver_can_stand_with_the_answers(self, assess: Run) -> None:
        Path("town.yaml").write_text(NO_OWNER.replace("nodes:", "nodes:\n  person: [{id: ann}]"))
        Path("more.yaml").write_text(
            "answers: []\nwaivers:\n"
            "  - {checkpoint: A-1, focus: 'chain:permits', reason: closing, owner: ann, until: 2026-12-31}\n"
        )
        assert assess().status == 1
        assert assess("--answers", "more.yaml").status == 0


class TestOutput:
    @needs_rete
    def test_json_is_the_assessment_and_nothing_else(self, assess: Run) -> None:
        ran = assess("--format", "json")
        data = json.loads(ran.out)
        assert data["format"] == "kamassess-assessment/1"
        assert [one["name"] for one in data["run"]["engines"]] == ["reference", "durable-rules"]
        assert ran.err == ""

    def test_the_same_input_gives_the_same_bytes(self, assess: Run) -> None:
        assert assess("--format", "json").out == assess("--format", "json").out

    @pytest.mark.parametrize(("language", "words"), [("nl", "eigenaren"), ("en", "owners")])
    @pytest.mark.parametrize("form", ["text", "markdown"])
    def test_the_report_comes_in_two_languages(
        self, assess: Run, language: str, words: str, form: str
    ) -> None:
        Path("town.yaml").write_text(NO_OWNER)
        assert f"permits {'heeft' if language == 'nl' else 'has'} 0 {words}" in assess(
            "--lang", language, "--format", form
        ).out.replace("\n", " ")

    def test_tables_are_written_for_spreadsheets(self, assess: Run) -> None:
        verdicts, scores = assess("--format", "csv"), assess("--format", "csv", "--table", "scores")
        assert verdicts.out.startswith("organisation,as_of,checklist,version,requirement,checkpoint,focus")
        assert verdicts.out.splitlines()[1].startswith("town,2026-11-01,own,1,one,A-1,chain:permits,Permits")
        assert ",policy,scale," in scores.out
        assert assess("--format", "csv", "--table", "findings", "--output", "f.csv").status == 0
        assert Path("f.csv").read_bytes().count(b"\r\n") == 2
        assert b"\r\r" not in Path("f.csv").read_bytes()

    def test_a_table_is_written_as_parquet(self, assess: Run) -> None:
        polars = pytest.importorskip("polars", reason="Parquet is written by Polars")
        assert assess("--table", "scores", "--output", "s.parquet").status == 0
        assert polars.read_parquet("s.parquet")["checklist"].to_list() == ["own", "own"]

    def test_a_table_of_another_format_is_not_understood(self, assess: Run) -> None:
        for more in ((), ("--format", "json")):
            ran = assess("--table", "scores", *more)
            assert (ran.status, ran.out) == (2, "")
            assert "--table chooses what the rows of --format csv or parquet are" in ran.err

    def test_build_servers_are_told_what_fails_and_what_is_skipped(self, assess: Run) -> None:
        Path("town.yaml").write_text(NO_OWNER)
        ran = assess("--format", "junit", "--lang", "nl")
        assert ran.status == 1
        assert '<testsuites name="town" tests="3" failures="1" errors="0">' in ran.out
        assert 'message="permits heeft 0 eigenaren"' in ran.out

    def test_earl_has_an_assertion_for_each_verdict(self, assess: Run) -> None:
        graph = json.loads(assess("--format", "earl").out)["@graph"]
        outcomes = [one["result"]["outcome"] for one in graph if one["type"] == "earl:Assertion"]
        assert outcomes == ["earl:passed", "earl:passed", "earl:passed"]

    def test_it_can_be_written_to_a_file(self, assess: Run) -> None:
        ran = assess("--format", "json", "--output", "result.json")
        assert ran.out == ""
        assert ka.load_assessment("result.json").result.organisation.id == "town"
        assert not list(Path().glob(".*.part"))

    def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(self, assess: Run) -> None:
        ran = assess("--output", "nowhere/result.txt")
        assert ran.status == 3
        assert "nowhere/result.txt: the file cannot be written" in ran.err


class TestWhatIsOdd:
    def test_without_a_day_it_takes_today_and_says_so(self, run: Run) -> None:
        assert "as of today" in run("assess", "town.yaml", "-c", "./own.yaml").err

    def test_an_answer_to_no_chosen_checklist_is_told_with_the_nearest_question(self, assess: Run) -> None:
        text = Path("town.yaml").read_text().replace("A-2", "A-22")
        Path("town.yaml").write_text(text)
        err = assess().err
        assert "town.yaml:8:" in err
        assert (
            "no chosen checklist has a checkpoint 'A-22'; this answer is not used; did you mean 'A-2'?" in err
        )

    IDLE = "waivers are about checkpoints of no chosen checklist, and are not used"

    @staticmethod
    def waive(*checkpoints: str) -> None:
        waivers = [
            f"  - {{checkpoint: {one}, reason: closing, owner: jan, until: 2026-12-31}}"
            for one in checkpoints
        ]
        with Path("town.yaml").open("a") as file:
            print("waivers:", *waivers, sep="\n", file=file)

    @needs_rete
    def test_waivers_about_no_checkpoint_of_a_chosen_checklist_are_told(self, assess: Run) -> None:
        self.waive("K-5", "other/K-4", "A-1")
        ran = assess("--format", "json")
        assert ran.err == f"kamassess: 2 {self.IDLE}\n"
        assert ran.status == 0
        json.loads(ran.out)

    @needs_rete
    def test_so_is_one_about_a_requirement_of_another_checklist(self, assess: Run) -> None:
        requirement = ka.load_checklist("customer-chains").requirements[0].id
        self.waive(requirement, "A-1")
        assert assess().err == (
            "kamassess: 1 waiver is about a checkpoint of no chosen checklist, and is not used\n"
        )

    def test_an_answer_is_never_about_a_requirement(self, assess: Run) -> None:
        requirement = ka.load_checklist("customer-chains").requirements[0].id
        Path("town.yaml").write_text(Path("town.yaml").read_text().replace("A-2", requirement))
        assert (
            f"no chosen checklist has a checkpoint '{requirement}'; this answer is not used" in assess().err
        )

    @needs_rete
    def test_one_about_a_checkpoint_that_is_misspelt_has_its_place_and_what_was_meant(
        self, assess: Run
    ) -> None:
        self.waive("A-1", "A-22")
        err = assess().err
        assert "no chosen checklist has a checkpoint 'A-22'; this waiver is not used; did you mean" in err
        assert err.startswith("town.yaml:")

    @needs_rete
    def test_one_that_has_ended_is_told(self, assess: Run) -> None:
        self.waive("A-1")
        town = Path("town.yaml").read_text().replace("until: 2026-12-31", "until: 2026-10-31")
        Path("town.yaml").write_text(town)
        err = assess().err
        assert "the waiver of 'A-1' held up to and including 2026-10-31, and no longer does" in err
        assert err.startswith("town.yaml:")

    def test_so_they_are_where_they_stand_with_the_answers(self, assess: Run) -> None:
        Path("more.yaml").write_text(
            "waivers:\n"
            "  - {checkpoint: K-4, reason: closing, owner: jan, until: 2026-12-31}\n"
            "  - {checkpoint: K-5, reason: closing, owner: jan, until: 2026-12-31}\n"
        )
        assert f"2 {self.IDLE}" in assess("--answers", "more.yaml").err

    def test_and_where_a_score_is_explained(self, run: Run) -> None:
        self.waive("K-4", "K-5")
        arguments = ("explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "score")
        assert f"2 {self.IDLE}" in run(*arguments).err

    @pytest.mark.parametrize("name", ["A-1", "own/A-1", "A-2", "A-3", "one", "own/one"])
    def test_a_waiver_about_a_checkpoint_or_requirement_that_is_there_is_not(
        self, assess: Run, name: str
    ) -> None:
        self.waive(name)
        assert "waiver" not in assess().err

    def test_mostly_undetermined_is_told(self, assess: Run) -> None:
        Path("town.yaml").write_text("id: town\nnot_described: [chain]\n")
        assert "undetermined are 3 of 3 verdicts" in assess().err

    def test_answers_can_stand_in_a_file_of_their_own(self, assess: Run) -> None:
        Path("town.yaml").write_text(Path("town.yaml").read_text().partition("answers:")[0])
        Path("answers.yaml").write_text("organisation: town\nanswers: [{checkpoint: A-2, value: no}]\n")
        data = json.loads(assess("--answers", "answers.yaml", "--format", "json").out)
        assert [one["claimed"] for one in data["verdicts"] if one["checkpoint"] == "A-2"] == ["nonconformity"]

    def test_without_the_second_engine_it_says_so_and_goes_on(
        self, assess: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(rete, "unavailable", lambda _: "durable-rules cannot be imported")
        ran = assess("--format", "json")
        assert ran.status == 0
        assert "no second opinion: durable-rules cannot be imported" in ran.err
        assert [one["name"] for one in json.loads(ran.out)["run"]["engines"]] == ["reference"]


class TestFaultsOfOurs:
    @needs_rete
    def test_engines_that_differ_are_a_fault_of_ours_with_the_smallest_case(
        self, assess: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        right = Reference.decide

        def wrong(self, ruleset, facts):  # type: ignore[no-untyped-def]
            decided = right(self, ruleset, facts)
            claimed = {rule: dict.fromkeys(foci, False) for rule, foci in decided.claimed.items()}
            return type(decided)(claimed, decided.proven)

        monkeypatch.setattr(Reference, "decide", wrong)
        ran = assess()
        assert ran.status == 4
        assert "a fault of ours" in ran.err
        assert "own/A-1 at chain:permits, claimed: reference says false, durable-rules says true" in ran.err
        assert "facts: " in ran.err

    def test_an_unexpected_fault_is_told_without_a_traceback(
        self, assess: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("boom")

        monkeypatch.setattr(Reference, "decide", broken)
        ran = assess()
        assert ran.status == 4
        assert "a fault of ours (RuntimeError: boom)" in ran.err
        assert "Traceback" not in ran.err

    def test_with_debug_the_traceback_is_there(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("boom")

        monkeypatch.setattr(Reference, "decide", broken)
        arguments = ("--debug", "assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01")
        assert "Traceback" in run(*arguments).err


@pytest.mark.parametrize("output", ["/", "."])
def test_a_folder_is_no_file_to_write_to(assess: Run, output: str) -> None:
    ran = assess("--output", output)
    assert ran.status == 3
    assert "this is a folder; name the file to write" in ran.err


class TestAnswersThatDoNotCount:
    def told(self, assess: Run, answer: str, *more: str) -> str:
        Path("more.yaml").write_text(f"answers: [{{checkpoint: A-2, value: yes, {answer}}}]\n", "utf-8")
        return assess("--answers", "more.yaml", *more).err

    def test_one_of_a_later_day_is_told(self, assess: Run) -> None:
        assert "1 answer is of a day after 2026-11-01, and not counted" in self.told(assess, "on: 2026-11-20")
        assert "not counted" not in self.told(assess, "on: 2026-11-01")

    def test_who_is_nearly_somebody_is_asked_after(self, assess: Run) -> None:
        assert "'jann', who answered, is nobody who is described; did you mean 'jan'?" in self.told(
            assess, "by: jann"
        )
        for known in ("jan", "External auditor of the whole group"):
            assert "who answered" not in self.told(assess, f"by: {known}")

    @pytest.mark.parametrize(
        ("by", "who"), [("", "nobody is named"), ("by: the director", "'the director'"), ("by: jan", None)]
    )
    def test_one_about_leaders_of_whoever_may_lead_is_told(
        self, assess: Run, by: str, who: str | None
    ) -> None:
        own = Path("own.yaml")
        own.write_text(own.read_text("utf-8").replace("id: A-2, ", "id: A-2, about_leaders: true, "), "utf-8")
        evidence = "evidence: [{id: note, kind: record, on: 2026-10-01, about: [A-2]}]\n"
        town = Path("town.yaml").read_text("utf-8").partition("answers:")[0]
        answer = f"answers: [{{checkpoint: A-2, value: yes, basis: record, evidence: [note], {by}}}]\n"
        Path("town.yaml").write_text(town + evidence + answer, "utf-8")
        said = assess().err
        if who is None:
            assert "about leaders" not in said
        else:
            told = "answers about leaders that prove nothing, as a leader may have given them"
            assert f"{told}: 1 ({who}); name who gave them" in said

    def test_a_parameter_holds_no_character_that_is_not_text(self, assess: Run) -> None:
        for value in ("most=\udcff", "most=\x1b[2J", "most=\x00"):
            ran = assess("--set", value)
            assert ran.status == 2, ran
            assert "is not text" in ran.err
