"""``kamassess check``: what a file is, every mistake in it, and whether its answers are ones that are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamassess.source import SIZE
from tests.cli.conftest import CASES, Run
from tests.second import needs_rete

NOT_HELD = "; its answers were not held against a checklist (give --checklist)"


class TestEveryFile:
    def test_it_finds_out_what_a_file_is(self, run: Run) -> None:
        Path("cases").mkdir()
        Path("cases/own.yaml").write_text(CASES)
        Path("answers.yaml").write_text("answers: []")
        run(
            "assess",
            "town.yaml",
            "-c",
            "./own.yaml",
            "--as-of",
            "2026-11-01",
            "--format",
            "json",
            "-o",
            "saved.json",
        )
        ran = run("check", "town.yaml", "own.yaml", "cases/own.yaml", "answers.yaml", "saved.json")
        assert ran.status == 0, ran
        assert ran.out.splitlines() == [
            f"town.yaml: organisation, fine{NOT_HELD}",
            "own.yaml: checklist, fine",
            "cases/own.yaml: file of cases, fine",
            "answers.yaml: file of answers, fine",
            "saved.json: saved assessment, fine",
        ]

    def test_what_was_saved_may_be_larger_than_what_people_write(self, run: Run) -> None:
        chosen = ("-c", "./own.yaml", "--as-of", "2026-11-01")
        run("assess", "town.yaml", *chosen, "--format", "json", "-o", "saved.json")
        saved = Path("saved.json").read_text("utf-8")
        Path("saved.json").write_text(saved + " " * SIZE, "utf-8")
        assert run("check", "saved.json").out == "saved.json: saved assessment, fine\n"
        Path("town.json").write_text('{"id": "town", "nodes": {}}' + " " * SIZE, "utf-8")
        ran = run("check", "town.json")
        assert (ran.status, ran.err) == (3, f"town.json: the file is larger than {SIZE // 2**20} MiB\n")

    def test_a_file_that_is_nothing_of_ours_is_told(self, run: Run) -> None:
        Path("other.yaml").write_text("hello: world")
        ran = run("check", "other.yaml", "town.yaml")
        assert ran.status == 3
        assert "other.yaml:1:1: this is no organisation" in ran.err
        assert "town.yaml: organisation, fine" in ran.out


class TestAFileOfAnswers:
    """It is checked without its organisation: what it is about is looked up when it is read with that."""

    def test_may_name_its_organisation_and_what_that_has(self, run: Run) -> None:
        Path("answers.yaml").write_text(
            "organisation: town\n"
            "answers:\n"
            "  - {checkpoint: A-2, value: yes, evidence: [map]}\n"
            "  - {checkpoint: A-4, focus: 'chain:permits', value: yes}\n"
            "evidence:\n"
            "  - {id: plan, kind: record, about: ['chain:permits.owners', 'chain:a.b', A-2]}\n"
            "waivers:\n"
            "  - {checkpoint: A-1, focus: 'chain:permits', reason: later, owner: jan, until: 2027-01-01}\n"
        )
        ran = run("check", "answers.yaml")
        alone = "their organisation (check that one, with --answers)"
        assert ran.out == f"answers.yaml: file of answers, fine{NOT_HELD} or {alone}\n", ran
        ran = run("check", "answers.yaml", "-c", "customer-chains")
        assert ran.out == f"answers.yaml: file of answers, fine; its answers were not held against {alone}\n"

    def test_what_is_wrong_whoever_it_is_of_is_told(self, run: Run) -> None:
        Path("answers.yaml").write_text(
            "answers:\n"
            "  - {checkpoint: A-2, focus: 'chian:permits', value: yes}\n"
            "  - {checkpoint: A-2, value: yes, basis: hearsay}\n"
        )
        ran = run("check", "answers.yaml")
        assert ran.status == 3
        assert "answers.yaml:2:30: there is no kind 'chian'" in ran.err
        assert "answers.yaml:3:42: " in ran.err


class TestAnswersHeldAgainstAChecklist:
    WRONG = (
        "answers: [{checkpoint: A-2, value: maybe}, {checkpoint: A-1, focus: 'chain:permits', value: yes}]\n"
    )

    def wrong(self, name: str, before: str) -> None:
        Path(name).write_text(before + self.WRONG, "utf-8")

    @needs_rete
    @pytest.mark.parametrize(
        "before", ["id: town\nnodes: {chain: [{id: permits}]}\n", "organisation: town\n"]
    )
    def test_one_that_its_question_does_not_allow_is_told_as_assess_tells_it(
        self, run: Run, before: str
    ) -> None:
        self.wrong("wrong.yaml", before)
        assert run("check", "wrong.yaml").status == 0
        ran = run("check", "wrong.yaml", "-c", "./own.yaml")
        assert (ran.status, ran.out) == (3, "")
        assert "A-2 is answered by no, yes; found 'maybe'" in ran.err
        assert "A-1 is decided from the description; nobody is asked" in ran.err
        if before.startswith("id"):
            assert run("assess", "wrong.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01").err == ran.err

    def test_with_a_checklist_nothing_is_left_open(self, run: Run) -> None:
        ran = run("check", "town.yaml", "own.yaml", "-c", "./own.yaml")
        assert (ran.status, ran.err) == (0, "")
        assert ran.out == "town.yaml: organisation, fine\nown.yaml: checklist, fine\n"

    def test_without_answers_nothing_is_to_be_held(self, run: Run) -> None:
        Path("town.yaml").write_text("id: town\n")
        assert run("check", "town.yaml").out == "town.yaml: organisation, fine\n"

    def test_one_about_a_checkpoint_that_there_is_not_is_told_and_no_mistake(self, run: Run) -> None:
        Path("town.yaml").write_text("id: town\nanswers: [{checkpoint: A-22, value: yes}]\n")
        ran = run("check", "town.yaml", "-c", "./own.yaml")
        assert ran.status == 0
        assert (
            "town.yaml:2:37: no chosen checklist has a checkpoint 'A-22'; this answer is not used" in ran.err
        )
        assert "did you mean 'A-2'?" in ran.err

    def test_a_checklist_that_is_not_there_is_told_with_the_nearest(self, run: Run) -> None:
        ran = run("check", "town.yaml", "-c", "custmer-chains")
        assert ran.status == 3
        assert "did you mean 'customer-chains'?" in ran.err


class TestAnswersOnTop:
    def test_of_a_file_are_held_against_the_organisation_and_a_checklist(self, run: Run) -> None:
        Path("more.yaml").write_text("answers: [{checkpoint: A-2, focus: 'chain:parks', value: yes}]\n")
        ran = run("check", "town.yaml", "--answers", "more.yaml")
        assert ran.status == 3
        assert "more.yaml:1:36: there is no node 'chain:parks'" in ran.err
        Path("more.yaml").write_text("answers: [{checkpoint: A-2, value: maybe}]\n")
        ran = run("check", "town.yaml", "--answers", "more.yaml", "-c", "./own.yaml")
        assert ran.status == 3
        assert "A-2 is answered by no, yes; found 'maybe'" in ran.err

    def test_of_a_questionnaire_are_those_of_the_checklist_as_it_is(self, run: Run) -> None:
        run("questionnaire", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "-o", "q.xlsx")
        given = ("check", "town.yaml", "--answers", "q.xlsx", "-c", "./own.yaml")
        assert run(*given).status == 0
        file = Path("own.yaml")
        file.write_text(file.read_text("utf-8").replace('version: "1"', 'version: "2"'), "utf-8")
        ran = run(*given)
        assert ran.status == 3
        assert "these are the questions of own 1" in ran.err

    def test_are_of_one_organisation(self, run: Run) -> None:
        ran = run("check", "town.yaml", "own.yaml", "--answers", "town.yaml")
        assert ran.status == 2
        assert "--answers are answers of one organisation; name its file, and no other" in ran.err
        ran = run("check", "own.yaml", "--answers", "town.yaml")
        assert ran.status == 3
        assert "own.yaml: this is a checklist; --answers are answers of an organisation" in ran.err
