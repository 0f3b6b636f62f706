"""Runs the command line in process, and looks at what it printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from kamassess.cli import main


@frozen
class Ran:
    """What a command did."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]

CHECKLIST = """\
id: own
version: "1"
title: {nl: Eigen, en: Own}
source: {title: ours}
parameters: {most: {type: int, default: 3}}
requirements:
  - id: one
    title: {nl: Eén, en: One}
    checkpoints:
      - {id: A-1, title: {nl: Eén eigenaar, en: One owner}, role: requirement, each: chain, if_none: nonconformity,
         holds: owners.size() == 1, finding_kind: missing-ownership, grade: major,
         finding: {nl: "{name} heeft {owners.size()} eigenaren", en: "{name} has {owners.size()} owners"}}
      - {id: A-2, title: {nl: Gevraagd, en: Asked}, role: requirement, ask: {nl: Is het zo?, en: Is it so?}}
      - {id: A-3, title: {nl: Klein, en: Small}, role: advice, holds: chains.size() <= most}
"""

ORGANISATION = """\
id: town
name: Town
nodes:
  person: [{id: jan, name: Jan}]
  chain:
    - {id: permits, name: Permits, owners: [jan]}
answers:
  - {checkpoint: A-2, value: yes, basis: belief, by: jan}
"""


CASES = """\
as_of: 2026-11-01
cases:
  - {checkpoint: A-3, name: few, expect: conformity, given: {nodes: {chain: [{id: a}]}}}
  - {checkpoint: A-3, name: many, parameters: {most: 0}, expect: nonconformity, given: {nodes: {chain: [{id: a}]}}}
  - {checkpoint: A-3, name: open, expect: undetermined, given: {not_described: [chain]}}
"""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder with a small organisation (town.yaml) and checklist (own.yaml)."""
    monkeypatch.chdir(tmp_path)
    Path("town.yaml").write_text(ORGANISATION, "utf-8")
    Path("own.yaml").write_text(CHECKLIST, "utf-8")

    def ran(*arguments: str) -> Ran:
        try:
            status = main(arguments)
        except SystemExit as stopped:  # argparse ends the process on --help and on usage
            status = int(stopped.code or 0)
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return ran


@pytest.fixture
def assess(run: Run) -> Run:
    """Assess the small organisation on a fixed day, with further arguments."""
    return lambda *more: run("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", *more)
