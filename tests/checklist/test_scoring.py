"""The policies that come with kamassess: a mapping of names, each read when it is first asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamassess.checklist.policy import ScoringPolicy
from kamassess.checklist.scoring import DEFAULT, POLICIES

FILES = sorted(one.stem for one in (Path(__file__).parents[2] / "checklists" / "scoring").iterdir())


class TestPolicies:
    def test_their_names_are_those_of_their_files(self) -> None:
        assert sorted(POLICIES) == FILES
        assert len(POLICIES) == len(FILES)

    @pytest.mark.parametrize("name", FILES)
    def test_each_is_found_by_its_name(self, name: str) -> None:
        assert name in POLICIES
        found = POLICIES[name]
        assert isinstance(found, ScoringPolicy)
        assert found.id == name

    def test_they_are_what_the_mapping_holds(self) -> None:
        assert [policy.id for policy in POLICIES.values()] == list(POLICIES)
        assert dict(POLICIES.items()) == {name: POLICIES[name] for name in FILES}

    @pytest.mark.parametrize("name", ["weigthed-mean", "weighted-mean.yaml", "Weighted-mean", "../cases"])
    def test_a_name_that_none_of_them_has_is_not_in_it(self, name: str) -> None:
        assert name not in POLICIES
        assert POLICIES.get(name) is None
        with pytest.raises(KeyError, match=name):
            POLICIES[name]

    def test_each_is_read_once(self) -> None:
        assert POLICIES["samm"] is POLICIES["samm"]

    def test_the_one_of_a_checklist_that_names_none_is_among_them(self) -> None:
        assert POLICIES[DEFAULT].id == DEFAULT == "weighted-mean"

    def test_nobody_can_put_another_in(self) -> None:
        with pytest.raises(TypeError, match="does not support item assignment"):
            POLICIES["own"] = POLICIES[DEFAULT]  # type: ignore[index]
