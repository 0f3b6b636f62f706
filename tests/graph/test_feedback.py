"""The feedback function: what is for feedback, and whether roles can do their tasks."""

from __future__ import annotations

import pytest

from kamassess.graph.feedback import (
    aggregates_every_form,
    authorities_suffice,
    drives_success,
    feedback_tasks,
    involved_in_feedback_policy,
    kpi_for_feedback,
    measurement_for_feedback,
    tasks_authorised,
)
from kamassess.graph.members import Truth
from tests.graph.small import both_told, claimed, readings, told

POLICIES = """\
policy: [{{id: listen, subject: feedback, {policy}}}]
customer_group: [{{id: all}}]
objective: [{{id: heard, implements: [listen]}}, {{id: cheap}}]
kpi: [{{id: answered, {kpi}}}]
measurement: [{{id: may, {measurement}}}]
"""


def policies(policy: str = "name: x", kpi: str = "name: x", measurement: str = "kpi: answered") -> str:
    return POLICIES.format(policy=policy, kpi=kpi, measurement=measurement)


class TestForFeedback:
    @pytest.mark.parametrize(
        ("kpi", "found"),
        [
            ("feedback: true", (True, True)),
            ("feedback: {value: true, basis: belief}", (True, None)),
            ("objectives: [heard]", (True, True)),
            ("objectives: [{to: heard, basis: belief}]", (True, None)),
            ("objectives: [cheap]", (False, False)),
        ],
    )
    def test_a_kpi_is_about_feedback_or_measures_an_objective_for_it(
        self, kpi: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = policies(kpi=kpi)
        assert readings(lambda view: kpi_for_feedback(view, "kpi:answered"), nodes) == found
        assert readings(lambda view: measurement_for_feedback(view, "measurement:may"), nodes) == found

    def test_a_measurement_of_nothing_is_not_for_feedback(self) -> None:
        nodes = policies(kpi="feedback: true", measurement="value: 3")
        assert measurement_for_feedback(claimed(nodes), "measurement:may") is False

    @pytest.mark.parametrize(
        ("policy", "found"),
        [
            ("involved_customers: [all]", (True, True)),
            ("involved_customers: [{to: all, basis: belief}]", (True, None)),
            ("involved_customers: [all], basis: belief", (True, None)),
            ("name: x", (False, False)),
        ],
    )
    def test_customers_were_involved_in_a_policy_about_feedback(
        self, policy: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = policies(policy)
        assert readings(lambda view: involved_in_feedback_policy(view, "customer_group:all"), nodes) == found


TASKS = """\
person: [{{id: jan}}]
authority: [{{id: refund}}, {{id: answer}}]
role: [{{id: clerk, {role}}}, {{id: judge}}]
unit: [{{id: desk}}]
feedback_form: [{{id: complaint}}]
task: [{{id: handle, {task}}}]
"""
DONE = "needs: [refund], carried_out_by: [clerk]"
HOLDS = "authorities: [refund, answer]"


def tasks(task: str = DONE, role: str = HOLDS) -> str:
    return TASKS.format(task=task, role=role)


class TestTasks:
    @pytest.mark.parametrize(
        ("task", "found"),
        [
            ("feedback: true, units: [desk], feedback_forms: [complaint]", ("handle", "handle")),
            ("feedback: true, units: [{to: desk, basis: belief}]", ("handle", "handle?")),
            ("feedback: {value: true, basis: belief}, units: [desk]", ("handle", "handle?")),
            ("units: [desk]", ("", "")),
            ("feedback: true", ("", "")),
        ],
    )
    def test_the_tasks_of_the_feedback_function_in_which_a_unit_has_a_part(
        self, task: str, found: tuple[str, str]
    ) -> None:
        assert both_told(lambda view: feedback_tasks(view, "unit:desk"), tasks(task)) == found

    def test_tasks_that_are_not_described_may_be_others(self) -> None:
        nodes = tasks("feedback: true, feedback_forms: [complaint]")
        view = claimed(nodes, "not_described: [task.feedback_forms]")
        assert told(feedback_tasks(view, "feedback_form:complaint")) == "handle ..."

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (tasks(), (True, True)),
            (tasks(role="name: x"), (False, False)),
            (tasks(role="authorities: [{to: refund, basis: belief}]"), (True, None)),
            (tasks("needs: [refund], carried_out_by: [{to: clerk, basis: belief}]"), (True, None)),
            (tasks("needs: [{to: refund, basis: belief}], carried_out_by: [clerk]"), (True, None)),
            (tasks("needs: [refund], carried_out_by: [clerk, judge]"), (False, False)),
            (
                tasks('needs: [refund], carried_out_by: [clerk, {to: "role:judge", basis: belief}]'),
                (False, None),
            ),
            (tasks("needs: [refund], carried_out_by: [jan]"), (None, None)),
            (tasks("needs: [refund]"), (None, None)),
            (tasks("carried_out_by: [clerk]"), (None, None)),
        ],
    )
    def test_each_role_holds_every_authority_that_its_task_needs(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: authorities_suffice(view, "task:handle"), nodes) == found
        assert readings(tasks_authorised, nodes) == found

    @pytest.mark.parametrize("part", ["task", "task.needs", "task:handle.carried_out_by"])
    def test_what_is_not_described_may_be_needed_as_well(self, part: str) -> None:
        top = f'not_described: ["{part}"]'
        assert authorities_suffice(claimed(tasks(), top), "task:handle") is None
        assert authorities_suffice(claimed(tasks(role="name: x"), top), "task:handle") is False

    def test_one_task_that_cannot_be_done_is_enough(self) -> None:
        nodes = tasks("needs: [refund], carried_out_by: [judge]}, {id: other, " + DONE)
        assert readings(tasks_authorised, nodes) == (False, False)

    def test_a_task_that_may_not_be_there_does_not_count_for_sure(self) -> None:
        bad = "needs: [refund], carried_out_by: [judge], basis: belief}, {id: other, "
        assert readings(tasks_authorised, tasks(bad + DONE)) == (False, None)

    def test_without_tasks_it_is_not_known(self) -> None:
        assert readings(tasks_authorised, "person: [{id: jan}]") == (None, None)
        assert tasks_authorised(claimed(tasks(), "not_described: [task]")) is None


FORMS = """\
feedback_form: [{{id: complaint}}, {{id: compliment, {form}}}]
report: [{{id: year, aggregates: [{forms}]}}]
"""


class TestReports:
    @pytest.mark.parametrize(
        ("forms", "form", "found"),
        [
            ("complaint, compliment", "name: x", (True, True)),
            ("complaint", "name: x", (False, False)),
            ("complaint", "basis: belief", (False, None)),
            ("complaint, compliment", "basis: belief", (True, None)),
            ("complaint, {to: compliment, basis: belief}", "name: x", (True, None)),
        ],
    )
    def test_a_report_brings_every_form_together(
        self, forms: str, form: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = FORMS.format(forms=forms, form=form)
        assert readings(lambda view: aggregates_every_form(view, "report:year"), nodes) == found

    def test_forms_that_are_not_described_may_be_missing(self) -> None:
        nodes = FORMS.format(forms="complaint, compliment", form="name: x")
        assert aggregates_every_form(claimed(nodes, "not_described: [feedback_form]"), "report:year") is None

    def test_without_any_form_there_is_nothing_to_bring_together(self) -> None:
        assert aggregates_every_form(claimed("report: [{id: year}]"), "report:year") is False


DRIVERS = """\
objective:
  - {{id: grow, reach: strategic}}
  - {{id: keep, contributes_to: [grow], reach: tactical}}
  - {{id: bare}}
kpi:
  - {{id: answered, {answered}}}
  - {{id: trust, influences: [content]}}
  - {{id: content, {content}}}
"""
CONTENT = "about: satisfaction, objectives: [grow]"


def drivers(answered: str = "influences: [trust]", content: str = CONTENT) -> str:
    """answered -> trust -> content, of satisfaction -> grow, strategic"""
    return DRIVERS.format(answered=answered, content=content)


class TestSuccess:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (drivers(), (True, True)),
            (drivers("influences: [{to: trust, basis: belief}]"), (True, None)),
            (drivers("influences: [answered]"), (False, False)),
            (drivers("about: satisfaction, objectives: [grow]"), (True, True)),
            (drivers(content="about: satisfaction, objectives: [keep]"), (True, True)),
            (drivers(content="about: satisfaction, objectives: [{to: grow, basis: belief}]"), (True, None)),
            (drivers(content="about: satisfaction"), (False, False)),
            (drivers(content="about: satisfaction, objectives: [bare]"), (None, None)),
            (
                drivers(content="about: {value: satisfaction, basis: belief}, objectives: [grow]"),
                (True, None),
            ),
            (drivers(content="about: speed, objectives: [grow]"), (False, False)),
            (drivers(content="objectives: [grow]"), (None, None)),
        ],
    )
    def test_a_kpi_drives_satisfaction_that_leads_on_to_a_strategic_objective(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: drives_success(view, "kpi:answered"), nodes) == found

    def test_what_an_objective_contributes_to_may_be_uncertain(self) -> None:
        nodes = drivers(content="about: satisfaction, objectives: [keep]").replace(
            "[grow],", "[{to: grow, basis: trust}],"
        )
        assert readings(lambda view: drives_success(view, "kpi:answered"), nodes) == (True, None)

    def test_links_that_are_not_described_may_lead_on(self) -> None:
        view = claimed(drivers("name: x"), 'not_described: ["kpi:answered.influences"]')
        assert drives_success(view, "kpi:answered") is None
