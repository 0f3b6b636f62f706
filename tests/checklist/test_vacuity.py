"""Nothing conforms vacuously: ``all`` needs something that says there is a member."""

from __future__ import annotations

import pytest

from kamassess.checklist.syntax import parse
from kamassess.checklist.vacuity import nonempty, vacuous


def found(rule: str, guards: str | None = None) -> list[str]:
    said = nonempty(parse(guards)) if guards else frozenset()
    return [".".join(one.relation.parts) for one in vacuous(parse(rule), said)]


@pytest.mark.parametrize(
    "rule",
    [
        "r.all(v, v.x)",
        "a || r.all(v, v.x)",
        "a && r.all(v, v.x)",
        "r.size() >= 0 && r.all(v, v.x)",
        "r.size() == 0 && r.all(v, v.x)",
        "r.size() != 1 && r.all(v, v.x)",
        "r.size() < 3 && r.all(v, v.x)",
        "s.size() > 0 && r.all(v, v.x)",
        "r.size() > 0 || r.all(v, v.x)",
        "r.size() == 1 || r.all(v, v.x)",
        "(r.exists(v, v.x) || s.exists(v, v.x)) && r.all(v, v.x)",
        "!(!r.all(v, v.x))",
        "r.all(v, v.x) || r.all(v, v.y)",
    ],
)
def test_an_all_that_would_hold_without_a_member_is_found(rule: str) -> None:
    assert set(found(rule)) == {"r"}


@pytest.mark.parametrize(
    "rule",
    [
        "r.size() > 0 && r.all(v, v.x)",
        "r.size() >= 1 && r.all(v, v.x)",
        "r.size() == 1 && r.all(v, v.x)",
        "r.all(v, v.x) && r.size() > 2",
        "r.exists(v, v.y) && r.all(v, v.x)",
        "r.exists_one(v, v.y) && r.all(v, v.x)",
        "r.filter(v, v.y).size() > 0 && r.all(v, v.x)",
        "r.size() > 0 && (a || r.all(v, v.x))",
        "(r.size() > 0 || r.exists(v, v.y)) && r.all(v, v.x)",
        "r.size() == 0 || r.all(v, v.x)",
        "!r.all(v, v.x)",
        "r.exists(v, v.x)",
        "!r.exists(v, v.x)",
        "r.size() == 0",
    ],
)
def test_what_says_that_there_is_a_member_or_what_it_means_that_there_is_none_is_enough(rule: str) -> None:
    assert found(rule) == []


def test_what_must_apply_says_it_as_well() -> None:
    assert found("r.all(v, v.x)", "r.size() > 0 && a") == []
    assert found("r.all(v, v.x)", "r.all(v, v.y)") == ["r"]
    assert found("r.all(v, v.x)", "a") == ["r"]


def test_an_all_inside_a_member_is_found_too() -> None:
    assert found("r.exists(v, v.s.all(w, w.x))") == ["v.s"]
    assert found("r.size() > 0 && r.all(v, v.s.all(w, w.x))") == ["v.s"]
    assert found("r.exists(v, v.s.size() > 0 && v.s.all(w, w.x))") == []
    assert found("r.filter(v, v.s.all(w, w.x)).size() > 1") == ["v.s"]
    assert found("2 < r.filter(v, v.s.all(w, w.x)).size()") == ["v.s"]
