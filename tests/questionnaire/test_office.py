"""Workbooks in LibreOffice, where it is installed: both open, and what is saved there is read as what it was."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

import kamassess as ka
from kamassess.questionnaire.opening import open_workbook
from kamassess.questionnaire.reading import read_workbook
from kamassess.questionnaire.workbook import to_workbook
from kamassess.report.workbook.result import to_workbook as result_to_workbook
from tests.questionnaire.conftest import DAY, EVIDENCE, compiled, filled, town

OFFICE = shutil.which("soffice")

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")


def converted(folder: Path, to: str, *files: str) -> Path:
    """The files as LibreOffice saves them; once for all, since it takes its time to begin."""
    saved = folder / "saved"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"  # two may run beside each other
    command = [str(OFFICE), profile, "--headless", "--convert-to", to, "--outdir", str(saved)]
    done = subprocess.run([*command, *(str(folder / one) for one in files)], capture_output=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return saved


@pytest.fixture(scope="module")
def saved(questionnaire: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    cells = {
        "F6": "partly", "G6": "record", "H6": "Bob Bos", "I6": date(2026, 9, 1), "J6": "E1", "K6": "=1+1",
        "F7": 62.5, "F8": 3, "F9": "not applicable", "K9": "We do not", "F11": "yes",
    }  # fmt: skip
    plain = {at: value for at, value in cells.items() if at != "K6"}
    data = filled(
        filled(questionnaire, plain), {"B6": "record", "C6": "Notes", "E6": date(2026, 5, 1)}, EVIDENCE
    )
    (folder / "filled.xlsx").write_bytes(data)
    (folder / "formula.xlsx").write_bytes(filled(questionnaire, {"F6": cells["K6"]}))
    (folder / "empty-nl.xlsx").write_bytes(to_workbook(town(), compiled(), DAY, "nl"))
    assessment = ka.assess(town(), compiled(), as_of=DAY)
    (folder / "result.xlsx").write_bytes(result_to_workbook(assessment.result))
    return converted(folder, "xlsx", "filled.xlsx", "formula.xlsx", "empty-nl.xlsx", "result.xlsx")


def test_what_was_filled_in_is_read_as_it_was(saved: Path) -> None:
    before = (saved.parent / "filled.xlsx").read_bytes()
    after = (saved / "filled.xlsx").read_bytes()
    assert before != after
    assert read_workbook(after, "x.xlsx", town()) == read_workbook(before, "x.xlsx", town())
    assert len(read_workbook(after, "x.xlsx", town()).answers) == len(town().answers) + 5


def test_what_was_left_empty_changes_nothing(saved: Path) -> None:
    assert read_workbook((saved / "empty-nl.xlsx").read_bytes(), "x.xlsx", town()) == town()


def test_a_formula_is_refused(saved: Path) -> None:
    with pytest.raises(ka.InvalidOrganisation, match="sheet 'All scales', cell F6: this is a formula"):
        read_workbook((saved / "formula.xlsx").read_bytes(), "x.xlsx", town())


def test_results_open(saved: Path) -> None:
    found = open_workbook((saved / "result.xlsx").read_bytes(), "x.xlsx")
    assert [one.name for one in found.sheets] == ["Summary", "Findings", "Scores", "Verdicts", "Duties"]
    assert found.mistakes == ()
    before = open_workbook((saved.parent / "result.xlsx").read_bytes(), "x.xlsx")
    assert found.sheets[1].values == before.sheets[1].values
