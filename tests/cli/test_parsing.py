"""What was mistyped: told with what was probably meant, by the usage of the command that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

MADE = ("town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01")


@pytest.mark.parametrize(
    ("given", "usage", "said"),
    [
        (("asess", *MADE), "kamassess", "did you mean 'assess'?"),
        (("--versoin",), "kamassess", "unrecognized arguments: --versoin; did you mean '--version'?"),
        (("assess", *MADE, "--langue", "nl"), "kamassess assess", "--langue nl; did you mean '--lang'?"),
        (("assess", *MADE, "--fail=minor"), "kamassess assess", "--fail=minor; did you mean '--fail-on'?"),
        (("assess", *MADE, "--lang", "NL"), "kamassess assess", "did you mean 'nl'?"),
        (("assess", *MADE, "--format", "marckdown"), "kamassess assess", "did you mean 'markdown'?"),
        (("assess", *MADE, "other.yaml"), "kamassess assess", "unrecognized arguments: other.yaml\n"),
        (("schema", "organization"), "kamassess schema", "did you mean 'organisation'?"),
        (("assess", *MADE, "-o", "a.txt", "-o", "b.txt"), "kamassess assess", "--output/-o: this is given twice"),
        (("assess", *MADE, "--as-of", "2026-11-02"), "kamassess assess", "--as-of: this is given twice"),
        (("assess", *MADE, "-o", ""), "kamassess assess", "--output/-o: name the file to write"),
    ],
)  # fmt: skip
def test_it_is_told(run: Run, given: tuple[str, ...], usage: str, said: str) -> None:
    ran = run(*given)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"usage: {usage} [-h]")
    assert said in ran.err
    assert not Path("b.txt").exists()


def test_what_is_nearly_score_or_policies_is_no_checkpoint(run: Run) -> None:
    for mistyped, meant in (("scores", "score"), ("policy", "policies")):
        ran = run("explain", *MADE, mistyped)
        assert ran.status == 2
        assert f"there is no checkpoint '{mistyped}'; did you mean '{meant}'?" in ran.err


def test_a_fault_can_be_asked_for_behind_the_command_too(run: Run) -> None:
    assert run("check", "town.yaml", "--debug").status == 0
    assert run("--debug", "check", "town.yaml").status == 0


def test_the_standard_output_is_named_by_a_dash(run: Run) -> None:
    ran = run("assess", *MADE, "-o", "-")
    assert ran.out == run("assess", *MADE).out
    assert not Path("-").exists()


class TestWritingOverWhatIsRead:
    @pytest.mark.parametrize(
        "given",
        [
            ("assess", *MADE, "--format", "json", "-o", "./town.yaml"),
            ("assess", *MADE, "--format", "json", "-o", "own.yaml"),
            ("assess", *MADE, "--answers", "more.yaml", "--format", "text", "-o", "more.yaml"),
            ("explain", *MADE, "A-1", "-o", "town.yaml"),
            ("compare", "saved.json", "saved.json", "-o", "saved.json"),
        ],
    )
    def test_is_refused(self, run: Run, given: tuple[str, ...]) -> None:
        Path("more.yaml").write_text("answers: []\n")
        run("assess", *MADE, "-o", "saved.json")
        file = Path(given[-1])
        before = file.read_bytes()
        ran = run(*given)
        assert ran.status == 2
        assert f"--output {given[-1]}: this file is read; name another one to write" in ran.err
        assert file.read_bytes() == before

    def test_is_what_telling_an_assessment_again_may_do(self, run: Run) -> None:
        run("assess", *MADE, "-o", "saved.json")
        assert run("report", "saved.json", "--pseudonyms", "-o", "saved.json").status == 0
