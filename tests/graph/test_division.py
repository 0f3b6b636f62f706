"""The division of roles: what lies with nobody, what with two, and what stands outside it."""

from __future__ import annotations

import pytest

from kamassess.graph.division import Division, division_of_roles
from kamassess.graph.view import View
from tests.graph.small import both_told


def part(name: str, nodes: str, top: str = "") -> tuple[str, str]:
    """One part of the division, as claimed and as proven."""

    def found(view: View) -> object:
        return getattr(division_of_roles(view), name)

    return both_told(found, nodes, top)  # type: ignore[arg-type]


def test_every_part_is_one_that_the_tests_below_show() -> None:
    assert set(Division.__annotations__) == {
        "vacant_roles", "tasks_of_nobody", "tasks_of_several", "units_outside", "forms_outside",
    }  # fmt: skip


def test_a_role_that_nobody_holds_is_vacant() -> None:
    nodes = "person: [{id: jan}]\nrole: [{id: head, holders: [jan]}, {id: officer}]"
    assert part("vacant_roles", nodes) == ("officer", "officer")


def test_a_role_that_is_not_described_may_be_vacant() -> None:
    assert part("vacant_roles", "role: [{id: head}]", "not_described: [role.holders]") == ("head?", "head?")


@pytest.mark.parametrize(
    ("accountable", "nobody"),
    [
        ("[]", ("answer", "answer")),
        ("[officer]", ("answer", "answer")),
        ("[head]", ("", "")),
        ("[jan]", ("", "")),
        ("[{to: jan, basis: belief}]", ("", "answer?")),
    ],
)
def test_a_task_of_nobody_has_no_accountable_person_be_it_by_a_role(
    accountable: str, nobody: tuple[str, str]
) -> None:
    nodes = f"""
person: [{{id: jan}}]
role: [{{id: head, holders: [jan]}}, {{id: officer}}]
task: [{{id: answer, accountable: {accountable}}}]
"""
    assert part("tasks_of_nobody", nodes) == nobody


@pytest.mark.parametrize(
    ("accountable", "several"),
    [
        ("[jan]", ("", "")),
        ("[jan, piet]", ("answer", "answer")),
        ("[pair]", ("", "")),
        ("[jan, {to: piet, basis: belief}]", ("answer", "answer?")),
    ],
)
def test_a_task_of_several_names_more_than_one_and_a_role_counts_once(
    accountable: str, several: tuple[str, str]
) -> None:
    nodes = f"""
person: [{{id: jan}}, {{id: piet}}]
role: [{{id: pair, holders: [jan, piet]}}]
task: [{{id: answer, accountable: {accountable}}}]
"""
    assert part("tasks_of_several", nodes) == several


def test_who_may_have_further_accountables_may_have_several() -> None:
    nodes = "person: [{id: jan}]\ntask: [{id: answer, accountable: [jan]}]"
    assert part("tasks_of_several", nodes, "not_described: [task.accountable]") == ("answer?", "answer?")


def test_a_unit_with_customer_contact_and_no_part_in_a_feedback_task_stands_outside() -> None:
    nodes = """
unit: [{id: desk, customer_contact: true}, {id: field, customer_contact: true}, {id: archive}]
task: [{id: answer, feedback: true, units: [desk]}]
"""
    assert part("units_outside", nodes) == ("field", "field")


def test_a_form_of_feedback_that_no_task_is_about_stands_outside() -> None:
    nodes = """
feedback_form: [{id: complaint}, {id: compliment}]
task: [{id: answer, feedback: true, feedback_forms: [complaint]}]
"""
    assert part("forms_outside", nodes) == ("compliment", "compliment")
