"""Bad input: every mistake with its place and what was probably meant, status 3, no traceback, at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CHECKLIST, Run

TOWN = "id: town\nnodes:\n"


def assessed(run: Run, text: str) -> list[str]:
    Path("town.yaml").write_text(text, "utf-8")
    ran = run("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01")
    assert ran.status == 3, ran
    assert ran.out == ""
    assert "Traceback" not in ran.err
    return ran.err.splitlines()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("id: [town", 1, "town.yaml:"),
        ("id: town\nnoodes: {}", 2, "unknown key 'noodes' in an organisation; did you mean 'nodes'?"),
        (TOWN + "  chian: []", 3, "unknown key 'chian' in nodes; did you mean 'chain'?"),
        (TOWN + "  person: [{id: jan}]\n  chain: [{id: a, owners: [jon]}]", 4, "there is no node 'jon'; did you mean 'jan'?"),
        (TOWN + "  chain: [{id: a, owners: [b]}, {id: b}]", 3, "'owners' points at body, person, role; 'b' is a chain"),
        (TOWN + "  chain: [{id: a, part_of: b}, {id: b, part_of: a}]", 3, "'part_of' comes back to where it began"),
        (TOWN + "  chain: [{id: a}, {id: a}]", 3, "there is another chain with the id 'a'"),
        (TOWN + "  chain: [{id: a, long_running: maybe}]", 3, "expected true or false, found 'maybe'"),
        (TOWN + "  step: [{id: a, order: first}]", 3, "expected a whole number, found 'first'"),
        (TOWN + "  kpi: [{id: a, target: .nan}]", 3, "expected a number"),
        (TOWN + "  kpi: [{id: a, target: NaN}]", 3, "expected a number"),
        (TOWN + "  policy: [{id: a, budget: -1}]", 3, "at least 0"),
        (TOWN + "  measurement: [{id: a, on: 2026-02-30}]", 3, "expected a date, as 2026-11-01"),
        (TOWN + "  chain: [{id: a}]\nid: other", 4, "'id'"),
        (TOWN + "  chain: &all [{id: a}]", 3, "anchor"),
        (TOWN + "  chain: *all", 3, "alias"),
        (TOWN + "  chain: !!python/object:os.system []", 3, "tag"),
        (TOWN + "  chain: [{<<: {id: a}}]", 3, "<<"),
        ("%YAML 1.1\n---\nid: town", 1, "directive"),
        ("id: town\n---\nid: other", 2, "document"),
        ("[" * 100_000, 1, "40 levels"),
        ("x" * (17 * 2**20), None, "larger than"),
        ("answers: [{checkpoint: A-2, value: true}]\nid: town", 1, "A-2 is answered by no, yes; found 'true'; did you mean 'yes'?"),
        ("answers: [{checkpoint: A-2, value: not-applicable}]\nid: town", 1, "needs its reason"),
        ("answers: [{checkpoint: A-1, focus: organisation, value: yes}]\nid: town", 1, "nobody is asked"),
        ("id: town\nnot_described: [chain.ownres]", 2, "a chain has no relation or attribute 'ownres'; did you mean 'owners'?"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_organisation_is_told_with_its_place(
    run: Run, text: str, line: int | None, said: str
) -> None:
    told = assessed(run, text)
    place = "town.yaml: " if line is None else f"town.yaml:{line}:"
    assert any(one.startswith(place) and said in one for one in told), told


def test_all_mistakes_of_a_file_are_told_at_once(run: Run) -> None:
    told = assessed(
        run, TOWN + "  chian: []\n  person: [{id: a b}, {nam: x}]\n  unit: [{id: u, head: nobody}]"
    )
    assert len(told) == 4


@pytest.mark.parametrize(
    ("holds", "said"),
    [
        ("owners.size() ==", "column 17: expected a fact, a literal or a count"),
        ("ownres.size() == 1", "column 1: a chain has no relation 'ownres'; did you mean 'owners'?"),
        ("long_runing", "column 1: a chain has no fact 'long_runing'; did you mean 'long_running'?"),
        ("long_running == 3", "a bool cannot be compared with the int 3"),
        ("0 < owners.size() < 3", "comparisons do not chain"),
        ("owners.all(p, p.leads)", "would hold although there is no member"),
        ("current and long_running", "'and' is written as '&&'"),
    ],
)
def test_a_mistake_in_a_rule_is_told_with_its_place(run: Run, holds: str, said: str) -> None:
    Path("own.yaml").write_text(CHECKLIST.replace("owners.size() == 1", json.dumps(holds)), "utf-8")
    ran = run("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01")
    assert ran.status == 3
    assert ran.err.startswith("./own.yaml:11:")
    assert said in ran.err


def test_an_unknown_policy_is_told_with_the_nearest(run: Run) -> None:
    Path("own.yaml").write_text(CHECKLIST + "scoring: weighted-maen\n", "utf-8")
    ran = run("check", "own.yaml")
    assert ran.status == 3
    assert "there is no scoring policy 'weighted-maen'; did you mean 'weighted-mean'?" in ran.err


def test_numbers_and_words_are_read_as_they_are_written(run: Run) -> None:
    clauses = "clauses: [{norm: House rules, clause: 4.10}], holds"
    Path("own.yaml").write_text(CHECKLIST.replace("holds: owners", f"{clauses}: owners"), "utf-8")
    ran = run("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "--format", "json")
    checkpoint = json.loads(ran.out)["checklists"][0]["requirements"][0]["checkpoints"][0]
    assert checkpoint["clauses"][0]["clause"] == "4.10"


class TestFiles:
    def test_a_missing_file_is_told_with_the_nearest_there_is(self, run: Run) -> None:
        ran = run("assess", "twon.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01")
        assert (ran.status, ran.err) == (3, "twon.yaml: there is no such file; did you mean 'town.yaml'?\n")

    def test_a_folder_is_no_file(self, run: Run) -> None:
        Path("folder.yaml").mkdir()
        ran = run("check", "folder.yaml")
        assert (ran.status, ran.err) == (3, "folder.yaml: this is a folder, not a file\n")

    def test_a_file_that_is_not_utf_8_is_told_with_its_place(self, run: Run) -> None:
        Path("latin.yaml").write_bytes("id: caf\xe9".encode("latin-1"))
        ran = run("check", "latin.yaml")
        assert ran.status == 3
        assert ran.err.startswith("latin.yaml:1:8: ")
        assert "UTF-8" in ran.err

    def test_a_path_in_json_is_told(self, run: Run) -> None:
        Path("town.json").write_text('{"id": "town", "nodes": {"chain": [{"id": "a", "owners": ["jan"]}]}}')
        ran = run("check", "town.json")
        assert ran.status == 3
        assert "town.json: $.nodes.chain[0].owners[0]: there is no node 'jan'" in ran.err

    def test_a_checklist_that_is_not_there_is_told_with_the_nearest(self, run: Run) -> None:
        ran = run("assess", "town.yaml", "-c", "custmer-chains", "--as-of", "2026-11-01")
        assert ran.status == 3
        assert "did you mean 'customer-chains'?" in ran.err

    def test_a_link_to_nothing_is_told_as_such(self, run: Run) -> None:
        Path("linked.yaml").symlink_to("gone.yaml")
        ran = run("check", "linked.yaml")
        assert (ran.status, ran.err) == (3, "linked.yaml: this is a link to a file that is not there\n")

    @pytest.mark.parametrize("name", ["", "."])
    def test_what_names_no_file_is_told(self, run: Run, name: str) -> None:
        said = "'': this names no file\n" if not name else ".: this is a folder, not a file\n"
        for given in (("check", name), ("assess", name, "-c", "./own.yaml", "--as-of", "2026-11-01")):
            ran = run(*given)
            assert (ran.status, ran.err) == (3, said)
        ran = run("assess", "town.yaml", "-c", name, "--as-of", "2026-11-01")
        assert ran.status == 3
        assert "folder" in ran.err or "there is no checklist of this name" in ran.err

    def test_several_checklists_with_commas_between_them_are_to_be_named_apart(self, run: Run) -> None:
        ran = run("assess", "town.yaml", "-c", "customer-chains,seven-levels", "--as-of", "2026-11-01")
        assert (ran.status, ran.err) == (
            3,
            "customer-chains,seven-levels: these are several checklists; name each apart\n",
        )

    def test_a_checklist_that_comes_with_it_needs_no_ending(self, run: Run) -> None:
        ran = run("assess", "town.yaml", "-c", "customer-chains.yaml", "--as-of", "2026-11-01")
        said = "customer-chains.yaml: there is no such file; did you mean 'customer-chains'?\n"
        assert (ran.status, ran.err) == (3, said)


class TestAFileOfSomethingElse:
    """It is told what it is, not what all is wrong in it."""

    @pytest.fixture
    def files(self, run: Run) -> Run:
        Path("answers.yaml").write_text("organisation: town\nanswers: []\n")
        assert run("assess", "town.yaml", "-c", "./own.yaml", "-o", "saved.json").status == 0
        assert run("questionnaire", "town.yaml", "-c", "./own.yaml", "-o", "questions.xlsx").status == 0
        return run

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (("own.yaml", "-c", "./own.yaml"), "own.yaml:1:1: this is a checklist, and no organisation"),
            (("answers.yaml", "-c", "./own.yaml"), "answers.yaml:1:1: this is a file of answers, and no organisation"),
            (("saved.json", "-c", "./own.yaml"), "saved.json: $: this is a saved assessment, and no organisation"),
            (("town.yaml", "-c", "town.yaml"), "town.yaml:1:1: this is an organisation, and no checklist"),
            (("town.yaml", "-c", "./own.yaml", "--answers", "town.yaml"), "this is an organisation, and no file of answers"),
            (("questions.xlsx", "-c", "./own.yaml"), "questions.xlsx: a workbook is read as answers only"),
            (("town.yaml", "-c", "questions.xlsx"), "questions.xlsx: a workbook is read as answers only"),
        ],
    )  # fmt: skip
    def test_is_told_in_one_line(self, files: Run, given: tuple[str, ...], said: str) -> None:
        ran = files("assess", *given, "--as-of", "2026-11-01")
        assert (ran.status, ran.out, ran.err.count("\n")) == (3, "", 1)
        assert said in ran.err

    def test_that_is_nearly_what_was_meant_is_looked_at_further(self, run: Run) -> None:
        Path("town.yaml").write_text("requirements: []\n" + TOWN + "  chian: []\n")
        ran = run("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01")
        assert ran.err.count("\n") == 2


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("assess", "town.yaml"), "--checklist"),
            (("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "tomorrow"), "--as-of takes a date"),
            (("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "--set", "most"), "name=value"),
            (("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "--set", "mst=2"), "did you mean 'most'?"),
            (("assess", "town.yaml", "-c", "./own.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01"), "chosen twice"),
            (("asess", "town.yaml"), "invalid choice"),
            (("explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "A-9"), "there is no checkpoint 'A-9'"),
            (("explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "K-4"), "no chosen checklist has a checkpoint 'K-4'; 'customer-chains' has one"),
            (("explain", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "A-1", "chain:permit"), "did you mean 'chain:permits'?"),
            ((), "usage: kamassess"),
        ],
    )  # fmt: skip
    def test_a_command_that_is_not_understood_gives_status_2(
        self, run: Run, arguments: tuple[str, ...], said: str
    ) -> None:
        ran = run(*arguments)
        assert ran.status == 2, ran
        assert said in ran.err

    def test_a_parameter_of_the_wrong_type_is_invalid_input(self, run: Run) -> None:
        ran = run("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "--set", "most=many")
        assert ran.status == 3
        assert ran.err == "parameter most: expected a whole number, found 'many'\n"
