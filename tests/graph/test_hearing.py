"""Who heard what: a unit hears what was told to it, to a unit that holds it, or to everybody."""

from __future__ import annotations

import pytest

from kamassess.graph.hearing import told_feedback_objectives, told_feedback_policy
from kamassess.graph.members import Truth
from tests.graph.small import claimed, readings

NODES = """\
policy: [{{id: listen, subject: feedback}}, {{id: green, subject: general}}]
objective: [{{id: heard, implements: [listen]}}, {{id: fast, implements: [listen]}}, {{id: cheap}}]
unit: [{{id: town}}, {{id: desk, part_of: {part_of}}}]
team: [{{id: night}}]
communication:
  - {{id: speech, {speech}}}
  - {{id: letter, {letter}}}
"""
ON = "on: 2026-10-01"


def nodes(speech: str, letter: str = "name: x", part_of: str = "town") -> str:
    return NODES.format(speech=speech, letter=letter, part_of=part_of)


def policy(speech: str) -> str:
    return nodes(f'about: ["policy:listen"], {speech}')


class TestPolicy:
    @pytest.mark.parametrize(
        ("told", "found"),
        [
            (policy(f"{ON}, to: [desk]"), (True, True)),
            (policy(f"{ON}, to: [town]"), (True, True)),
            (policy(f"{ON}, to_all: true"), (True, True)),
            (policy(f"{ON}, to: [night]"), (False, False)),
            (policy(ON), (False, False)),
            (policy("on: 2026-11-02, to_all: true"), (False, False)),
            (policy("to_all: true"), (None, None)),
            (policy("on: {value: 2026-10-01, basis: belief}, to: [desk]"), (True, None)),
            (policy(f"{ON}, to: [{{to: desk, basis: belief}}]"), (True, None)),
            (policy(f"{ON}, to_all: {{value: true, basis: belief}}"), (True, None)),
            (nodes(f'{ON}, to: [desk], about: ["policy:green"]'), (False, False)),
            (nodes(f'{ON}, to: [desk], about: [{{to: "policy:listen", basis: trust}}]'), (True, None)),
            (
                nodes(f'{ON}, to: [town], about: ["policy:listen"]', part_of="{to: town, basis: belief}"),
                (True, None),
            ),
        ],
    )
    def test_a_unit_was_told_of_a_policy_about_feedback(self, told: str, found: tuple[Truth, Truth]) -> None:
        assert readings(lambda view: told_feedback_policy(view, "unit:desk"), told) == found

    def test_the_unit_above_does_not_hear_what_its_part_was_told(self) -> None:
        view = claimed(policy(f"{ON}, to: [desk]"))
        assert told_feedback_policy(view, "unit:town") is False

    def test_a_second_telling_that_is_certain_is_enough(self) -> None:
        told = nodes(
            f'{ON}, to: [{{to: desk, basis: belief}}], about: ["policy:listen"]',
            f'{ON}, to_all: true, about: ["policy:listen"]',
        )
        assert readings(lambda view: told_feedback_policy(view, "unit:desk"), told) == (True, True)

    @pytest.mark.parametrize(
        "part",
        [
            "communication",
            "communication.about",
            "policy",
            "communication.to",
            "unit.part_of",
            "unit:town.part_of",
        ],
    )
    def test_what_is_not_described_may_have_told_it(self, part: str) -> None:
        view = claimed(policy(f"{ON}, to: [night]"), f'not_described: ["{part}"]')
        assert told_feedback_policy(view, "unit:desk") is None


BOTH = '["objective:heard", "objective:fast"]'
ONE = '["objective:heard"]'
OTHER = '["objective:fast"]'


class TestObjectives:
    @pytest.mark.parametrize(
        ("told", "found"),
        [
            (nodes(f"{ON}, to: [desk], about: {BOTH}"), (True, True)),
            (nodes(f"{ON}, to_all: true, about: {BOTH}"), (True, True)),
            (nodes(f"{ON}, to: [desk], about: {ONE}"), (False, False)),
            (nodes(f"{ON}, to: [desk], about: {ONE}", f"{ON}, to_all: true, about: {OTHER}"), (True, True)),
            (nodes(f"{ON}, to: [desk], about: {ONE}", f"to: [town], about: {OTHER}"), (None, None)),
            (
                nodes(
                    f"{ON}, to_all: {{value: true, basis: belief}}, about: {BOTH}",
                    f"{ON}, to: [desk], about: {BOTH}",
                ),
                (True, True),
            ),
            (
                nodes(
                    f"{ON}, to_all: {{value: true, basis: belief}}, about: {BOTH}",
                    f"{ON}, to: [desk], about: {ONE}",
                ),
                (True, None),
            ),
        ],
    )
    def test_a_unit_was_told_of_each_objective_for_feedback(
        self, told: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: told_feedback_objectives(view, "unit:desk"), told) == found

    def test_an_objective_that_may_not_be_there_need_not_have_been_told(self) -> None:
        told = nodes(f"{ON}, to: [desk], about: {ONE}").replace("{id: fast,", "{id: fast, basis: belief,")
        assert readings(lambda view: told_feedback_objectives(view, "unit:desk"), told) == (False, None)

    def test_without_an_objective_nothing_was_told(self) -> None:
        told = "unit: [{id: desk}]\nobjective: [{id: cheap}]"
        assert readings(lambda view: told_feedback_objectives(view, "unit:desk"), told) == (False, False)

    @pytest.mark.parametrize("part", ["objective", "objective.implements"])
    def test_objectives_that_are_not_described_may_not_have_been_told(self, part: str) -> None:
        view = claimed(nodes(f"{ON}, to_all: true, about: {BOTH}"), f"not_described: [{part}]")
        assert told_feedback_objectives(view, "unit:desk") is None

    @pytest.mark.parametrize("part", ["communication", "communication.about"])
    def test_communications_that_are_not_described_may_have_told_the_rest(self, part: str) -> None:
        view = claimed(nodes(f"{ON}, to: [desk], about: {ONE}"), f"not_described: [{part}]")
        assert told_feedback_objectives(view, "unit:desk") is None
