"""The checklists that are shipped: every row of their texts, in two languages, with cases that show each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kamassess.cases import load_cases, run_cases
from kamassess.checklist.requirement import Checklist, Checkpoint
from kamassess.engine.protocol import Engine
from kamassess.engine.reference import Reference
from kamassess.engine.rete import Rete, unavailable
from kamassess.files import builtin_checklists, load_checklist
from kamassess.model.terms import Role

ROWS = {
    "feedback-leadership": (
        *(f"F-P{number}" for number in range(1, 16)),
        "F-S1", "F-S2a", "F-S2b", "F-S2c",
        *(f"F-S{number}" for number in range(3, 24)),
    ),
    "customer-chains": (
        *(f"K-{number}" for number in range(1, 8)),
        *(f"K-8{letter}" for letter in "abcdefg"),
        *(f"K-{number}" for number in range(9, 21)),
    ),
    "kam-leadership": tuple(f"L-{number}" for number in range(1, 22) if number != 18),
    "seven-levels": tuple(f"S-{number}" for number in range(1, 14)),
    "promises-and-handovers": tuple(f"P-{number}" for number in range(1, 15)),
}  # fmt: skip
"""The rows of the source texts, in order."""

NAMES = sorted(ROWS)


def covering(checklist: Checklist, row: str) -> list[Checkpoint]:
    return [one for one in checklist.checkpoints if row in one.covers]


def diagnosed(checklist: Checklist) -> tuple[str, ...]:
    """The rows that no checkpoint covers, but the reading of all findings by level."""
    return checklist.diagnosis.covers if checklist.diagnosis else ()


@pytest.mark.parametrize(("name", "row"), [(name, row) for name in NAMES for row in ROWS[name]])
def test_every_row_is_covered(name: str, row: str) -> None:
    checklist = load_checklist(name)
    assert covering(checklist, row) or row in diagnosed(checklist)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_else_is_covered(name: str) -> None:
    checklist = load_checklist(name)
    covered = {row for one in checklist.checkpoints for row in one.covers}
    assert covered | {*diagnosed(checklist)} == set(ROWS[name])


# What the table says of the role, and the roles of checkpoints that say the same.
_SAYS = {
    "requirement": {Role.REQUIREMENT},
    "sign, illustrative": {Role.SIGN},
    "sign, closed": {Role.CLOSED_SIGN},
    "rule": {Role.RULE},
    "definition": {Role.DEFINITION},
    "advice": {Role.ADVICE},
    "wish": {Role.WISH},
}


def rows_of(table: str) -> Iterator[tuple[str, str]]:
    """The rows of the tables of the requirements: id, and what is said of the role."""
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) >= 4 and re.fullmatch(r"[FKLPS]-[PS]?\d+[a-g]?", cells[0]):
            role = cells[3] if cells[0].startswith("F-") else cells[2]
            yield cells[0], role


def test_the_rows_and_their_roles_are_those_of_the_requirements(shared: Path) -> None:
    told = dict(rows_of((shared / "requirements.md").read_text("utf-8")))
    assert set(told) == {row for rows in ROWS.values() for row in rows}
    wrong = []
    for name, rows in ROWS.items():
        checklist = load_checklist(name)
        for row in rows:
            wanted = next(roles for words, roles in _SAYS.items() if told[row].startswith(words))
            roles = {one.role for one in covering(checklist, row)}
            if row not in diagnosed(checklist) and not wanted & roles:
                wrong.append(f"{row}: {told[row]}")
    assert wrong == []


@pytest.mark.parametrize("name", sorted(builtin_checklists()))
class TestEveryCheckpoint:
    def test_has_all_its_texts_in_dutch_and_english(self, name: str) -> None:
        for one in load_checklist(name).checkpoints:
            for text in (one.title, one.why, one.where, one.finding, one.repair):
                assert text is not None, one.id
                assert set(text) == {"nl", "en"}, one.id
            if one.ask:
                assert set(one.ask) == {"nl", "en"}, one.id
                assert one.guidance, one.id

    def test_has_its_place_among_the_seven_levels(self, name: str) -> None:
        assert all(one.orientation for one in load_checklist(name).checkpoints)

    def test_is_shown_by_cases_that_come_out_with_every_engine(self, name: str) -> None:
        engines: tuple[Engine, ...] = (Reference(),) if unavailable() else (Reference(), Rete())
        assert run_cases(load_cases(name), engines) == ()
