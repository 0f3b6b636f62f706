"""The other commands: test, explain, checklists, schema, init; and the program itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kamassess.checklist.scoring import POLICIES
from tests.cli.conftest import CASES, Ran, Run
from tests.second import needs_rete


class TestTest:
    def test_a_checkpoint_without_its_three_cases_fails(self, run: Run) -> None:
        Path("cases").mkdir()
        Path("cases/own.yaml").write_text(CASES)
        ran = run("test", "./own.yaml")
        assert ran.status == 1
        assert ran.out.splitlines() == [
            "A-1 has no case with the outcome conformity or nonconformity or undetermined",
            "A-2 has no case with the outcome conformity or nonconformity or undetermined",
            "own: 3 cases of 3 checkpoints, 2 failed",
        ]

    def test_a_case_that_does_not_come_out_is_told_with_its_place(self, run: Run) -> None:
        Path("cases").mkdir()
        Path("cases/own.yaml").write_text(
            CASES.replace("few, expect: conformity", "few, expect: undetermined")
        )
        assert (
            "cases/own.yaml:3:5: A-3 few: expected undetermined as claimed and undetermined as proven; "
            "got conformity and conformity" in run("test", "./own.yaml").out
        )

    def test_a_case_of_an_unknown_checkpoint_or_focus_is_told(self, run: Run) -> None:
        Path("cases").mkdir()
        Path("cases/own.yaml").write_text(CASES.replace("A-3, name: few", "A-33, name: few"))
        ran = run("test", "./own.yaml")
        assert ran.status == 3
        assert "there is no checkpoint 'A-33'; did you mean 'A-3'?" in ran.err
        Path("cases/own.yaml").write_text(CASES.replace("name: few", "focus: 'chain:b', name: few"))
        assert "A-3 few: no verdict at chain:b, but at organisation" in run("test", "./own.yaml").out

    @needs_rete
    def test_without_cases_it_says_where_they_belong(self, run: Run) -> None:
        ran = run("test", "./own.yaml")
        assert ran.status == 3
        assert ran.err == "cases/own.yaml: there is no such file\n"


class TestExplain:
    def test_it_tells_why_at_a_focus(self, run: Run) -> None:
        ran = run("explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "A-1", "chain:permits")
        assert ran.status == 0
        assert "owners.size() == 1" in ran.out

    def test_without_a_focus_it_tells_all_of_them(self, run: Run) -> None:
        ran = run(
            "explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "own/A-2", "--lang", "nl"
        )
        assert ran.status == 0
        assert "Is het zo?" in ran.out

    def test_without_a_checkpoint_the_command_is_not_understood(self, run: Run) -> None:
        ran = run("explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01")
        assert ran.status == 2
        assert "CHECKPOINT" in ran.err

    def test_a_checkpoint_that_is_not_there_is_told_with_the_nearest(self, run: Run) -> None:
        ran = run("explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "A-22")
        assert ran.status == 2
        assert "there is no checkpoint 'A-22'; did you mean 'A-2'?" in ran.err

    @pytest.mark.parametrize(
        ("asked", "near"),
        [
            (("own/A-22",), "own/A-2"),
            (("owm/A-1",), "own/A-1"),
            (("owm/A-1", "chain:permits"), "own/A-1"),
        ],
    )
    def test_so_is_one_of_a_checklist_that_is_not_there(
        self, run: Run, asked: tuple[str, ...], near: str
    ) -> None:
        """Not that it has no verdict at a focus of another checklist's checkpoint."""
        ran = run("explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", *asked)
        assert ran.status == 2
        assert f"there is no checkpoint '{asked[0]}'; did you mean '{near}'?" in ran.err

    def test_of_two_checklists_with_one_id_the_foci_of_the_one_that_is_named_are_told(self, run: Run) -> None:
        other = Path("own.yaml").read_text("utf-8").replace("id: own", "id: other").replace("most", "more")
        Path("other.yaml").write_text(
            other.replace("each: chain", "each: person")
            .replace(" finding_kind: missing-ownership,", "")
            .replace("owners.size", "direct_reports.size")
        )
        town = Path("town.yaml").read_text("utf-8")
        Path("town.yaml").write_text(town.replace("A-2", "own/A-2"))
        chosen = ("-c", "./own.yaml", "-c", "./other.yaml", "--as-of", "2026-11-01")
        ran = run("explain", "town.yaml", *chosen, "other/A-1")
        assert ran.status == 0
        assert [line for line in ran.out.splitlines() if line.startswith("A-1 at")] == ["A-1 at Jan"]
        ran = run("explain", "town.yaml", *chosen, "A-2")
        assert ran.status == 2
        assert "'A-2' is in several checklists; write which, as own/A-2" in ran.err


class TestExplainingScores:
    """'score' and 'policies' stand where a checkpoint does."""

    def explained(self, run: Run, *arguments: str, checklists: tuple[str, ...] = ("./own.yaml",)) -> Ran:
        chosen = [argument for one in checklists for argument in ("-c", one)]
        return run("explain", "town.yaml", *chosen, "--as-of", "2026-11-01", *arguments)

    @pytest.mark.parametrize(
        ("reading", "title", "number"),
        [
            ((), "Score: Own (claimed)", "Own (mean): 1"),
            (("claimed",), "Score: Own (claimed)", "Own (mean): 1"),
            (("proven",), "Score: Own (proven)", "Own (mean): 0.5 to 1"),
            (("published",), "Score: Own (own figure)", "Own (mean): 1"),
        ],
    )
    def test_a_score_is_told_as_claimed_where_nothing_else_is_said(
        self, run: Run, reading: tuple[str, ...], title: str, number: str
    ) -> None:
        ran = self.explained(run, "score", *reading)
        lines = [line.strip() for line in ran.out.splitlines()]
        assert ran.status == 0
        assert lines[0] == title
        assert number in lines

    def test_it_comes_in_dutch(self, run: Run) -> None:
        assert "Score: Eigen (gesteld)" in self.explained(run, "score", "--lang", "nl").out

    def test_that_of_each_checklist_is_told(self, run: Run) -> None:
        other = Path("own.yaml").read_text("utf-8")
        for old, new in (
            ("id: own", "id: other"),
            ("en: Own}", "en: Other}"),
            ("A-", "B-"),
            ("most", "more"),
        ):
            other = other.replace(old, new)
        Path("other.yaml").write_text(other, "utf-8")
        ran = self.explained(run, "score", checklists=("./own.yaml", "./other.yaml"))
        titles = [line for line in ran.out.splitlines() if line.startswith("Score: ")]
        assert titles == ["Score: Own (claimed)", "Score: Other (claimed)"]

    def test_it_can_be_written_to_a_file(self, run: Run) -> None:
        assert self.explained(run, "score", "-o", "why.txt").out == ""
        assert Path("why.txt").read_text("utf-8").startswith("Score: Own (claimed)\n")

    def test_another_reading_is_told_with_the_nearest(self, run: Run) -> None:
        ran = self.explained(run, "score", "publishd")
        assert ran.status == 2
        assert "there is no reading 'publishd' here; did you mean 'published'?" in ran.err

    def test_nothing_stands_behind_policies(self, run: Run) -> None:
        ran = self.explained(run, "policies", "proven")
        assert ran.status == 2
        assert "'policies' has nothing behind it; found 'proven'" in ran.err

    def test_what_other_policies_say_is_told_in_both_languages(self, run: Run) -> None:
        ran = self.explained(run, "policies")
        assert ran.status == 0
        assert "Weighted mean" in ran.out
        assert "What each weight does" in ran.out
        assert "Gewogen gemiddelde" in self.explained(run, "policies", "--lang", "nl").out

    @pytest.mark.parametrize("name", ["score", "policies"])
    def test_a_checkpoint_of_that_name_is_asked_for_with_its_checklist_before_it(
        self, run: Run, name: str
    ) -> None:
        Path("own.yaml").write_text(Path("own.yaml").read_text("utf-8").replace("A-2", name), "utf-8")
        ran = self.explained(run, f"own/{name}")
        assert ran.status == 0
        assert "Is it so?" in ran.out


class TestPolicies:
    def test_each_is_listed_with_its_title(self, run: Run) -> None:
        ran = run("policies")
        assert ran.status == 0
        named = dict(line.split(maxsplit=1) for line in ran.out.splitlines())
        assert list(named) == list(POLICIES)
        assert named["weighted-mean"] == "Weighted mean"
        assert named["efqm-2020"] == "EFQM 2020 [unconfirmed]"

    def test_it_says_which_formulas_nobody_read_in_a_published_source(self, run: Run) -> None:
        marked = {
            line.split()[0] for line in run("policies").out.splitlines() if line.endswith(" [unconfirmed]")
        }
        assert marked == {name for name, policy in POLICIES.items() if not policy.confirmed}
        assert marked

    def test_they_are_listed_in_dutch(self, run: Run) -> None:
        out = run("policies", "--lang", "nl").out
        assert "Gewogen gemiddelde" in out
        assert "[onbevestigd]" in out


class TestSmallCommands:
    def test_the_checklists_are_listed_in_both_languages(self, run: Run) -> None:
        assert "Customer chains and their owners" in run("checklists").out
        assert "Klantketens en hun eigenaren" in run("checklists", "--lang", "nl").out

    @pytest.mark.parametrize("what", ["organisation", "checklist", "assessment"])
    def test_a_schema_is_json(self, run: Run, what: str) -> None:
        assert json.loads(run("schema", what).out)["$id"] == f"urn:kamassess:{what}:1"

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_init_writes_an_organisation_that_can_be_assessed(self, run: Run, language: str) -> None:
        ran = run("init", "mine", "--lang", language)
        assert ran.status == 0
        assert "mine/organisation.yaml" in ran.out
        assert run("check", "mine/organisation.yaml").status == 0
        assessed = run("assess", "mine/organisation.yaml", "-c", "customer-chains", "--format", "json")
        assert assessed.status in (0, 1)
        verdicts = json.loads(assessed.out)["verdicts"]
        assert {one["proven"] for one in verdicts if one["checkpoint"] == "K-4"} == {"conformity"}

    def test_init_leaves_what_is_there(self, run: Run) -> None:
        run("init")
        Path("organisation.yaml").write_text("mine")
        ran = run("init")
        assert ran.status == 3
        assert "it is left as it is" in ran.err
        assert Path("organisation.yaml").read_text() == "mine"

    def test_init_in_a_folder_that_cannot_be_made_is_told(self, run: Run) -> None:
        ran = run("init", "town.yaml/mine")
        assert ran.status == 3
        assert "cannot be written" in ran.err

    def test_init_in_what_is_a_file_is_told(self, run: Run) -> None:
        ran = run("init", "town.yaml")
        assert (ran.status, ran.err) == (3, "town.yaml: this is a file; name a folder\n")

    @pytest.mark.parametrize("folder", [os.fsdecode(b"caf\xe9"), "two\nlines", "a folder"])
    def test_init_in_a_folder_with_an_odd_name_writes_what_can_be_read(self, run: Run, folder: str) -> None:
        ran = run("init", folder)
        assert ran.status == 0, ran
        assert run("check", f"{folder}/organisation.yaml").status == 0
        if folder == "a folder":
            assert "kamassess assess 'a folder/organisation.yaml' --checklist" in ran.out

    def test_the_version_is_told(self, run: Run) -> None:
        assert run("--version").out.startswith("kamassess 0.")


class TestTheProgram:
    def test_help_names_the_commands_and_the_exit_status(self) -> None:
        ran = subprocess.run(
            [sys.executable, "-m", "kamassess", "--help"], capture_output=True, text=True, check=True
        )
        assert "assess an organisation against one or more checklists" in ran.stdout
        assert "a fault of ours" in ran.stdout

    def test_a_reader_that_stops_early_is_no_fault(self) -> None:
        command = f"{sys.executable} -m kamassess schema organisation | head -1"
        ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
        assert ran.stdout == "{\n"
        assert ran.stderr == ""

    def test_a_terminal_without_utf_8_gets_a_question_mark(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_text("id: x\nname: é\nnodes: {chain: [{id: a, nme: é}]}", "utf-8")
        ran = subprocess.run(
            [sys.executable, "-m", "kamassess", "check", str(tmp_path / "a.yaml")],
            capture_output=True,
            env={"PYTHONIOENCODING": "ascii"},
            check=False,
        )
        assert ran.returncode == 3
        assert b"Traceback" not in ran.stderr
