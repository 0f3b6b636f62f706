"""The seven levels: where initiatives work, in which order, and with how much effort (Pol)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kamassess.graph.calendar import Interval
from kamassess.graph.levels import (
    LEVELS,
    WORKS_ON,
    Effort,
    above_worked,
    effort,
    ended,
    first_answer,
    first_answer_hard,
    is_hard,
    is_judged,
    levels_worked,
    lifted,
    next_above_worked,
    people_share,
    spent,
    trains,
    with_values_of,
    works_on,
)
from kamassess.graph.members import Truth
from kamassess.model.terms import Level
from tests.graph.small import claimed, proven, readings

BELIEF = "basis: belief"
TRAINING = "initiative:training"


def test_the_levels_go_from_mission_down_to_context() -> None:
    assert [one.value for one in LEVELS] == [
        "mission", "identity", "values", "competences", "skills", "behaviour", "context",
    ]  # fmt: skip


def training(what: str, *interventions: str) -> str:
    """An initiative, and its interventions: ``level: skills, money: 5``."""
    listed = ", ".join(f"{{id: v{at}, initiative: training, {one}}}" for at, one in enumerate(interventions))
    nodes = f"initiative: [{{id: training, customer_orientation: true, {what}}}]\n"
    return nodes + (f"intervention: [{listed}]\n" if interventions else "")


class TestInitiatives:
    @pytest.mark.parametrize(
        ("what", "found"),
        [
            ("sort: structure", (True, True)),
            ("sort: process", (True, True)),
            ("sort: system", (True, True)),
            ("sort: redesign", (False, False)),
            ("sort: training", (False, False)),
            ("sort: other", (False, False)),
            ("start: 2026-01-01", (None, None)),
            (f"sort: {{value: system, {BELIEF}}}", (True, None)),
        ],
    )
    def test_the_hard_side_is_structure_processes_and_systems(
        self, what: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: is_hard(view, TRAINING), training(what)) == found

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            ("end: 2026-10-31", (True, True)),
            ("end: 2026-11-01", (False, False)),
            ("end: 2026-11-02", (False, False)),
            ("start: 2026-01-01", (False, False)),
            (f"end: {{value: 2026-10-31, {BELIEF}}}", (True, None)),
        ],
    )
    def test_it_ended_when_its_last_day_is_before_the_assessment(
        self, what: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: ended(view, TRAINING), training(what)) == found

    def test_whether_it_ended_is_open_where_its_last_day_is_not_described(self) -> None:
        assert ended(claimed(training("sort: training"), "not_described: [initiative.end]"), TRAINING) is None

    @pytest.mark.parametrize(
        ("sort", "level", "found"),
        [
            ("training", "values", True),
            ("training", "competences", True),
            ("training", "skills", False),
            ("training", "behaviour", False),
            ("system", "behaviour", True),
            ("redesign", "mission", True),
            ("coaching", "skills", True),
            ("culture", "values", False),
            ("values", "identity", True),
            ("identity", "mission", True),
            ("mission", "mission", False),
            ("other", "mission", False),
        ],
    )
    def test_a_label_above_the_level_of_its_sort_lifts_it(self, sort: str, level: str, found: bool) -> None:
        nodes = training(f"sort: {sort}", f"level: {level}")
        assert readings(lambda view: lifted(view, TRAINING), nodes) == (found, found)

    def test_the_sort_itself_lifts_nothing(self) -> None:
        for sort, level in WORKS_ON.items():
            assert lifted(claimed(training(f"sort: {sort}", f"level: {level}")), TRAINING) is False

    @pytest.mark.parametrize(
        ("what", "interventions", "found"),
        [
            ("sort: training", ["level: values", "level: mission"], (True, True)),
            ("sort: training", ["level: values", "level: skills"], (False, False)),
            ("sort: training", [], (False, False)),
            ("sort: training", ["money: 5"], (None, None)),
            ("sort: training", ["level: skills", "money: 5"], (False, False)),
            ("start: 2026-01-01", ["level: values"], (None, None)),
            (f"sort: {{value: training, {BELIEF}}}", ["level: values"], (True, None)),
            ("sort: training", [f"level: {{value: values, {BELIEF}}}"], (True, None)),
            ("sort: training", ["level: values", f"level: skills, {BELIEF}"], (False, None)),
        ],
    )
    def test_only_where_each_level_that_it_is_placed_on_lies_above(
        self, what: str, interventions: list[str], found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: lifted(view, TRAINING), training(what, *interventions)) == found

    def test_levels_that_are_not_described_may_not_lie_above(self) -> None:
        nodes = training("sort: training", "level: values")
        assert lifted(claimed(nodes, "not_described: [intervention.initiative]"), TRAINING) is None

    @pytest.mark.parametrize(
        ("what", "interventions", "found"),
        [
            ("sort: training", [], (True, True)),
            ("sort: coaching", ["level: skills"], (True, True)),
            ("sort: training", ["level: values"], (True, True)),
            ("sort: coaching", ["level: values"], (False, False)),
            ("sort: coaching", [], (False, False)),
            ("start: 2026-01-01", [], (None, None)),
            ("sort: coaching", ["money: 5"], (None, None)),
            (f"sort: {{value: training, {BELIEF}}}", [], (True, None)),
            ("sort: coaching", [f"level: skills, {BELIEF}"], (True, None)),
        ],
    )
    def test_it_trains_by_its_sort_or_where_it_works_on_skills(
        self, what: str, interventions: list[str], found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: trains(view, TRAINING), training(what, *interventions)) == found

    @pytest.mark.parametrize(
        ("interventions", "found"),
        [
            (["level: skills, money: 2500.5", "level: values, money: 1000"], ("3500.5", "3500.5")),
            (["money: 0"], ("0", "0")),
            ([], (None, None)),
            (["money: 2500", "hours: 40"], (None, None)),
            (["money: 2500", f"money: 1000, {BELIEF}"], ("3500", None)),
            ([f"money: {{value: 2500, {BELIEF}}}"], ("2500", None)),
        ],
    )
    def test_it_takes_the_money_of_all_its_interventions_where_all_is_known(
        self, interventions: list[str], found: tuple[str | None, str | None]
    ) -> None:
        nodes = training("sort: training", *interventions)
        assert readings(lambda view: spent("money")(view, TRAINING), nodes) == tuple(
            None if one is None else Decimal(one) for one in found
        )

    def test_hours_are_counted_likewise(self) -> None:
        nodes = training("sort: training", "hours: 40, money: 2500", "hours: 8")
        assert spent("hours")(claimed(nodes), TRAINING) == Decimal(48)

    def test_interventions_that_are_not_described_may_take_more(self) -> None:
        nodes = training("sort: training", "money: 2500")
        assert spent("money")(claimed(nodes, "not_described: [intervention.initiative]"), TRAINING) is None


class TestWorksOn:
    @pytest.mark.parametrize(
        ("what", "interventions", "found"),
        [
            ("sort: training", ["level: skills"], (Level.SKILLS, Level.SKILLS)),
            ("sort: training", ["level: behaviour"], (Level.BEHAVIOUR, Level.BEHAVIOUR)),
            ("sort: training", ["level: values"], (Level.SKILLS, Level.SKILLS)),
            ("sort: structure", ["level: mission"], (Level.CONTEXT, Level.CONTEXT)),
            ("sort: training", ["level: values", "level: skills"], (Level.VALUES, Level.VALUES)),
            ("sort: training", ["level: values", "level: mission"], (Level.SKILLS, Level.SKILLS)),
            ("sort: other", ["level: values"], (Level.VALUES, Level.VALUES)),
            ("start: 2026-01-01", ["level: values"], (Level.VALUES, Level.VALUES)),
            ("sort: other", ["money: 5"], (None, None)),
            ("sort: training", ["money: 5"], (None, None)),
            (f"sort: {{value: training, {BELIEF}}}", ["level: values"], (Level.SKILLS, None)),
            ("sort: training", [f"level: {{value: skills, {BELIEF}}}"], (Level.SKILLS, None)),
        ],
    )
    def test_it_works_on_its_label_and_where_that_lifts_it_on_the_level_of_its_sort(
        self, what: str, interventions: list[str], found: tuple[Level | None, Level | None]
    ) -> None:
        nodes = training(what, *interventions)
        assert readings(lambda view: works_on(view, "intervention:v0"), nodes) == found

    def test_of_no_initiative_it_is_taken_at_its_label(self) -> None:
        assert works_on(claimed("intervention: [{id: v0, level: values}]"), "intervention:v0") is Level.VALUES

    def test_a_sort_that_is_not_described_may_be_lifted(self) -> None:
        nodes = training("start: 2026-01-01", "level: values")
        view = claimed(nodes, "not_described: [initiative.sort]")
        assert works_on(view, "intervention:v0") is None


# ------------------------------------------------------------------ top down
def programme(*work: str, more: str = "") -> str:
    """An initiative for each piece of work: ``values 2026-03-01``; the last is the one that is judged."""
    initiatives, interventions = [], []
    for at, one in enumerate(work):
        level, _, start = one.partition(" ")
        initiatives.append(f"  - {{id: i{at}, customer_orientation: true{start and f', start: {start}'}}}\n")
        name = "judged" if at == len(work) - 1 else f"v{at}"
        interventions.append(f"  - {{id: {name}, initiative: i{at}{level and f', level: {level}'}}}\n")
    return f"initiative:\n{''.join(initiatives)}intervention:\n{''.join(interventions)}{more}"


def worked_above(nodes: str, top: str = "") -> tuple[Truth, Truth]:
    return readings(lambda view: above_worked(view, "intervention:judged"), nodes, top)


def worked_next_above(nodes: str, top: str = "") -> tuple[Truth, Truth]:
    return readings(lambda view: next_above_worked(view, "intervention:judged"), nodes, top)


LOOKED = "in_order: {value: true, basis: record, evidence: [record]}"
RECORD = 'evidence: [{id: record, kind: record, on: 2026-10-01, about: ["level_check:there"]}]'


def check(what: str) -> str:
    """Somebody looked at the highest level."""
    return f"level_check: [{{id: there, level: mission, {what}}}]\n"


IDENTITY = "identity 2026-02-01"


class TestTopDown:
    @pytest.mark.parametrize(
        ("work", "all_above", "next_above"),
        [
            (["mission 2026-02-01"], True, True),
            (["mission 2026-01-31", IDENTITY], True, True),
            (["mission 2026-02-01", IDENTITY], True, True),
            (["mission 2026-02-02", IDENTITY], False, False),
            ([IDENTITY], False, False),
            (["values 2026-01-01", IDENTITY], False, False),
            (["identity 2026-01-01", "values 2026-02-01"], False, True),
            (["mission 2026-01-01", "values 2026-02-01"], False, False),
            (["mission 2026-01-01", "identity 2026-01-02", "values 2026-02-01"], True, True),
            (["skills 2026-01-01", "behaviour 2026-01-02", "context 2026-02-01"], False, True),
        ],
    )
    def test_a_level_is_worked_where_work_on_it_began_no_later(
        self, work: list[str], all_above: bool, next_above: bool
    ) -> None:
        assert worked_above(programme(*work)) == (all_above, all_above)
        assert worked_next_above(programme(*work)) == (next_above, next_above)

    def test_all_seven_levels_from_the_top_down_are_in_order(self) -> None:
        work = [f"{level} 2026-01-0{at}" for at, level in enumerate(LEVELS, 1)]
        assert worked_above(programme(*work)) == (True, True)
        assert worked_above(programme(*work[1:])) == (False, False)

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            (f"{LOOKED}, on: 2026-10-01", (True, True)),
            (f"{LOOKED}, on: 2026-11-01", (True, True)),
            (f"{LOOKED}, on: 2026-11-02", (False, False)),
            (LOOKED, (None, None)),
            ("in_order: true, on: 2026-10-01", (True, None)),
            ("on: 2026-10-01", (False, False)),
            ("in_order: false, on: 2026-10-01", (False, False)),
            (f"{LOOKED}, on: {{value: 2026-10-01, {BELIEF}}}", (True, None)),
        ],
    )
    def test_or_where_it_is_in_order_as_was_established_by_the_day(
        self, what: str, found: tuple[Truth, Truth]
    ) -> None:
        assert worked_above(programme(IDENTITY, more=check(what)), RECORD) == found
        assert worked_next_above(programme(IDENTITY, more=check(what)), RECORD) == found

    def test_that_one_level_is_in_order_says_nothing_of_another(self) -> None:
        more = check(f"{LOOKED}, on: 2026-10-01").replace("mission", "values")
        assert worked_above(programme(IDENTITY, more=more), RECORD) == (False, False)

    def test_work_that_is_not_aimed_at_customer_orientation_does_not_count(self) -> None:
        nodes = programme("mission 2026-01-01", IDENTITY)
        without = nodes.replace("id: i0, customer_orientation: true", "id: i0")
        believed = nodes.replace(
            "id: i0, customer_orientation: true", f"id: i0, customer_orientation: {{value: true, {BELIEF}}}"
        )
        assert worked_above(without) == (False, False)
        assert worked_above(believed) == (True, None)

    @pytest.mark.parametrize(
        ("work", "found"),
        [
            (["mission", IDENTITY], (None, None)),
            (["mission 2026-01-01", "identity"], (None, None)),
            (["mission 2026-01-01", " 2026-02-01"], (None, None)),
            ([" 2026-01-01", IDENTITY], (None, None)),
            ([" 2026-02-02", IDENTITY], (False, False)),
            ([f"mission {{value: 2026-01-01, {BELIEF}}}", IDENTITY], (True, None)),
        ],
    )
    def test_a_date_or_level_that_is_not_known_leaves_it_open(
        self, work: list[str], found: tuple[Truth, Truth]
    ) -> None:
        assert worked_above(programme(*work)) == found
        assert worked_next_above(programme(*work)) == found

    def test_where_the_level_above_is_in_order_the_own_date_does_not_matter(self) -> None:
        in_order = check(f"{LOOKED}, on: 2026-10-01")
        assert worked_above(programme("mission 2026-01-01", "identity")) == (None, None)
        assert worked_above(programme("identity", more=in_order), RECORD) == (True, True)

    def test_a_label_that_lifts_a_training_does_not_spare_it_the_levels_above(self) -> None:
        nodes = programme("mission 2026-01-01", "identity 2026-02-01")
        lifted_training = nodes.replace("id: i1,", "id: i1, sort: training,")
        assert worked_above(nodes) == (True, True)
        assert worked_above(lifted_training) == (False, False)
        assert worked_next_above(lifted_training) == (False, False)
        below = programme("competences 2026-01-01", "values 2026-02-01").replace(
            "id: i1,", "id: i1, sort: training,"
        )
        assert worked_next_above(below) == (True, True)

    def test_nor_is_work_above_what_is_only_called_so(self) -> None:
        nodes = programme("mission 2026-01-01", IDENTITY).replace("id: i0,", "id: i0, sort: training,")
        assert worked_above(nodes) == (False, False)

    def test_work_of_an_initiative_by_belief_may_not_be_there(self) -> None:
        nodes = programme("mission 2026-01-01", IDENTITY).replace(
            "initiative: i0", f"initiative: {{to: i0, {BELIEF}}}"
        )
        assert worked_above(nodes) == (True, None)
        nodes = programme("mission 2026-01-01", IDENTITY).replace(
            "initiative: i1", f"initiative: {{to: i1, {BELIEF}}}"
        )
        assert worked_above(nodes) == (True, None)

    @pytest.mark.parametrize(
        ("part", "found"),
        [
            ("intervention", None),
            ("intervention.initiative", None),
            ("level_check", None),
            ("initiative.symptoms", False),
            ("kpi", False),
        ],
    )
    def test_work_that_is_not_described_may_have_come_before(self, part: str, found: Truth) -> None:
        nodes = programme(IDENTITY, more="  - {id: loose, level: mission}\n")
        assert worked_above(nodes, f"not_described: [{part}]") == (found, found)

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (programme(IDENTITY), (True, True)),
            (programme("context 2026-02-01"), (True, True)),
            (programme("mission 2026-02-01"), (False, False)),
            (programme(" 2026-02-01"), (None, None)),
            (programme(IDENTITY).replace("customer_orientation: true", "customer_orientation: false"), (False, False)),
            (programme(IDENTITY).replace("initiative: i0", f"initiative: {{to: i0, {BELIEF}}}"), (True, None)),
            (programme(IDENTITY).replace("level: identity", f"level: {{value: identity, {BELIEF}}}"), (True, None)),
            (programme(IDENTITY).replace("initiative: i0, ", ""), (False, False)),
        ],
    )  # fmt: skip
    def test_judged_is_work_for_customer_orientation_below_the_highest_level(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: is_judged(view, "intervention:judged"), nodes) == found


def beside(work: str, end: str = "end: 2026-06-30") -> str:
    """A training, and other work: ``{what} | {level}``."""
    what, _, level = work.partition(" | ")
    return f"""\
initiative:
  - {{id: training, customer_orientation: true, sort: training, start: 2026-04-01, {end}}}
  - {{id: talks, {what}}}
intervention:
  - {{id: taught, initiative: training, level: skills}}
  - {{id: talked, initiative: talks, {level}}}
"""


OF_MANAGEMENT = "customer_orientation: true, for_management: true, start: 2026-05-01 | level: values"


class TestWithValues:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (beside(OF_MANAGEMENT), (True, True)),
            (beside(OF_MANAGEMENT.replace("05-01", "06-30")), (True, True)),
            (beside(OF_MANAGEMENT.replace("05-01", "07-01")), (False, False)),
            (beside(OF_MANAGEMENT.replace("2026-05-01", "2024-05-01")), (True, True)),
            (beside(OF_MANAGEMENT.replace("values", "identity")), (False, False)),
            (beside(OF_MANAGEMENT.replace("for_management", "for_employees")), (False, False)),
            (beside(OF_MANAGEMENT.replace("customer_orientation: true, ", "")), (False, False)),
            (beside(OF_MANAGEMENT.replace("start: 2026-05-01", "sort: values")), (None, None)),
            (beside(OF_MANAGEMENT.replace("level: values", "hours: 4")), (None, None)),
            (beside(OF_MANAGEMENT.replace("for_management: true", f"for_management: {{value: true, {BELIEF}}}")), (True, None)),
            (beside(OF_MANAGEMENT + f", {BELIEF}"), (True, None)),
        ],
    )  # fmt: skip
    def test_work_on_the_values_of_management_began_before_it_ends(
        self, nodes: str, found: tuple[Truth, Truth]
    ) -> None:
        assert readings(lambda view: with_values_of("management")(view, TRAINING), nodes) == found

    def test_that_of_employees_is_asked_apart(self) -> None:
        nodes = beside(OF_MANAGEMENT.replace("for_management", "for_employees"))
        assert with_values_of("employees")(claimed(nodes), TRAINING) is True
        assert with_values_of("employees")(claimed(beside(OF_MANAGEMENT)), TRAINING) is False

    @pytest.mark.parametrize(
        ("end", "start", "found"),
        [
            ("intended_result: x", "2026-11-01", (True, True)),
            ("intended_result: x", "2026-11-02", (False, False)),
            (f"end: {{value: 2026-06-30, {BELIEF}}}", "2026-05-01", (True, None)),
        ],
    )
    def test_one_that_has_no_end_lasts_to_the_day_of_assessment(
        self, end: str, start: str, found: tuple[Truth, Truth]
    ) -> None:
        nodes = beside(OF_MANAGEMENT.replace("2026-05-01", start), end)
        assert readings(lambda view: with_values_of("management")(view, TRAINING), nodes) == found

    def test_an_end_that_is_not_described_leaves_it_open(self) -> None:
        nodes = beside(OF_MANAGEMENT, "intended_result: x")
        view = claimed(nodes, "not_described: [initiative.end]")
        assert with_values_of("management")(view, TRAINING) is None

    def test_it_may_do_that_work_itself(self) -> None:
        nodes = training(
            "sort: training, for_management: true, start: 2026-04-01", "level: skills", "level: values"
        )
        assert with_values_of("management")(proven(nodes), TRAINING) is True

    @pytest.mark.parametrize("part", ["intervention", "intervention.initiative"])
    def test_work_that_is_not_described_may_be_on_values(self, part: str) -> None:
        nodes = beside(OF_MANAGEMENT.replace("values", "identity")) + "  - {id: loose, level: values}\n"
        assert with_values_of("management")(claimed(nodes), TRAINING) is False
        view = claimed(nodes, f"not_described: [{part}]")
        assert with_values_of("management")(view, TRAINING) is None


def worked(nodes: str, top: str = "") -> tuple[Interval, Interval]:
    return readings(levels_worked, nodes, top)


class TestLevelsWorked:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            ("", (0, 0)),
            (programme("skills", "skills"), (1, 1)),
            (programme("skills", "values", "context", "skills"), (3, 3)),
            (programme(*(str(one) for one in Level)), (7, 7)),
            (
                programme("skills").replace("customer_orientation: true", "customer_orientation: false"),
                (0, 0),
            ),
            (training("sort: training"), (0, 0)),
        ],
    )
    def test_levels_on_which_initiatives_for_customer_orientation_work_count_once(
        self, nodes: str, found: tuple[int, int]
    ) -> None:
        assert worked(nodes) == (Interval(*found), Interval(*found))

    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (
                programme("skills", "values").replace("initiative: i0", f"initiative: {{to: i0, {BELIEF}}}"),
                (1, 2),
            ),
            (
                programme("skills").replace(
                    "customer_orientation: true", f"customer_orientation: {{value: true, {BELIEF}}}"
                ),
                (0, 1),
            ),
        ],
    )
    def test_work_by_belief_may_not_be_there(self, nodes: str, found: tuple[int, int]) -> None:
        by_word, for_sure = worked(nodes)
        assert for_sure == Interval(*found)
        assert by_word == Interval(found[1], found[1])

    def test_an_intervention_of_no_initiative_that_was_named_may_be_of_one(self) -> None:
        nodes = "intervention: [{id: loose, level: skills}]"
        assert worked(nodes) == (Interval(0, 0), Interval(0, 0))
        found = Interval(0, 1)
        assert worked(nodes, "not_described: [intervention.initiative]") == (found, found)

    def test_a_label_that_lifts_it_does_not_put_work_on_another_level(self) -> None:
        nodes = programme("values", "skills").replace("id: i0,", "id: i0, sort: training,")
        assert worked(nodes) == (Interval(1, 1), Interval(1, 1))

    def test_interventions_that_are_not_described_may_be_on_any_level(self) -> None:
        loose = programme("skills", more="  - {id: loose, level: values}\n")
        assert worked(loose, "not_described: [intervention.initiative]") == (Interval(1, 2), Interval(1, 2))
        assert worked(loose, "not_described: [intervention]") == (Interval(1, 7), Interval(1, 7))


# ------------------------------------------------------------------ effort
SPENT = """\
initiative:
  - {id: desk, customer_orientation: true}
  - {id: talks, customer_orientation: true}
  - {id: archive}
intervention:
  - {id: v1, initiative: desk, level: context, money: 70, hours: 10}
  - {id: v2, initiative: talks, level: values, money: 30, hours: 30}
  - {id: v3, initiative: archive, level: context, money: 900, hours: 900}
"""


class TestEffort:
    def test_what_is_spent_is_told_level_by_level_inside_each_initiative(self) -> None:
        assert effort(claimed(SPENT)) == (
            Effort("initiative:desk", Level.CONTEXT, Decimal(70), Decimal(10), hard=True),
            Effort("initiative:talks", Level.VALUES, Decimal(30), Decimal(30), hard=False),
        )

    def test_what_is_not_known_is_left_open(self) -> None:
        nodes = training(f"sort: training, {BELIEF}", "hours: 4")
        assert effort(claimed(nodes)) == (Effort("initiative:training", None, None, Decimal(4), hard=None),)
        assert effort(proven(nodes)) == (Effort("initiative:training", None, None, Decimal(4), hard=None),)

    def test_an_initiative_that_may_be_for_customer_orientation_is_told(self) -> None:
        nodes = SPENT.replace(
            "{id: archive}", f"{{id: archive, customer_orientation: {{value: false, {BELIEF}}}}}"
        )
        assert [one.initiative for one in effort(claimed(nodes))] == ["initiative:desk", "initiative:talks"]
        assert [one.initiative for one in effort(proven(nodes))][-1] == "initiative:archive"


def to_people(nodes: str, top: str = "") -> tuple[tuple[str, str] | None, ...]:
    found = readings(people_share("money"), nodes, top)
    return tuple(None if one is None else (str(one.low), str(one.high)) for one in found)


class TestPeopleShare:
    @pytest.mark.parametrize(
        ("nodes", "found"),
        [
            (SPENT, ("0.3", "0.3")),
            (SPENT.replace("money: 30", "money: 0"), ("0", "0")),
            (SPENT.replace("level: context", "level: behaviour"), ("1", "1")),
            (SPENT.replace("id: talks,", "id: talks, sort: structure,"), ("0", "0")),
            (SPENT.replace(", level: values", ""), ("0", "0.3")),
            (SPENT.replace(", money: 30", ""), ("0", "1")),
        ],
    )
    def test_the_share_of_the_money_that_goes_to_any_level_above_the_context(
        self, nodes: str, found: tuple[str, str]
    ) -> None:
        assert to_people(nodes) == (found, found)

    def test_hours_are_divided_apart(self) -> None:
        assert people_share("hours")(claimed(SPENT)) == Interval(Decimal("0.75"), Decimal("0.75"))

    @pytest.mark.parametrize(
        "nodes", ["", training("sort: training"), training("sort: training", "money: 0")]
    )
    def test_nothing_has_no_share(self, nodes: str) -> None:
        assert to_people(nodes) == (None, None)

    @pytest.mark.parametrize(
        ("old", "new", "found"),
        [
            ("level: values", f"level: {{value: values, {BELIEF}}}", ("0", "0.3")),
            ("initiative: talks", f"initiative: {{to: talks, {BELIEF}}}", ("0", "0.3")),
            (
                "id: archive",
                f"id: archive, customer_orientation: {{value: false, {BELIEF}}}",
                ("0.03", "0.3"),
            ),
            ("money: 70", f"money: {{value: 70, {BELIEF}}}", ("0", "1")),
        ],
    )
    def test_what_is_told_by_belief_makes_it_an_interval(
        self, old: str, new: str, found: tuple[str, str]
    ) -> None:
        assert to_people(SPENT.replace(old, new)) == (("0.3", "0.3"), found)

    def test_interventions_that_are_not_described_may_take_it_all(self) -> None:
        assert to_people(SPENT, "not_described: [intervention]") == (("0", "1"), ("0", "1"))


# ------------------------------------------------------------------ symptoms
def answered(*initiatives: str) -> str:
    """A symptom, and initiatives that answer it: ``sort: system, start: 2026-01-01``."""
    listed = "".join(f"  - {{id: i{at}, {one}}}\n" for at, one in enumerate(initiatives))
    answering = listed.replace("answers", "customer_orientation: true, symptoms: [unreachable]")
    return "symptom: [{id: unreachable}]\n" + (f"initiative:\n{answering}" if initiatives else "")


EARLY, LATE = "start: 2026-01-01, answers", "start: 2026-02-01, answers"
UNREACHABLE = "symptom:unreachable"


class TestFirstAnswer:
    @pytest.mark.parametrize(
        ("initiatives", "found"),
        [
            ([f"sort: system, {EARLY}"], ("system", "system")),
            ([f"sort: system, {LATE}", f"sort: values, {EARLY}"], ("values", "values")),
            ([f"sort: system, {EARLY}", f"sort: system, {EARLY}"], ("system", "system")),
            ([f"sort: system, {EARLY}", f"sort: values, {EARLY}"], (None, None)),
            ([f"sort: system, {EARLY}", "sort: values, answers"], (None, None)),
            ([f"sort: system, {EARLY}", "sort: system, answers"], ("system", "system")),
            ([f"sort: system, {LATE}", "sort: values, start: 2026-01-01"], ("system", "system")),
            (["sort: system, answers"], (None, None)),
            ([EARLY], (None, None)),
            ([f"sort: system, {EARLY}", EARLY], (None, None)),
            ([], (None, None)),
            (
                [f"sort: system, {LATE}", "sort: values, start: 2026-01-01, symptoms: [unreachable]"],
                ("system", "system"),
            ),
            ([f"sort: system, {LATE}", f"sort: values, {EARLY}, {BELIEF}"], ("values", None)),
            ([f"sort: system, {EARLY}", f"sort: values, {LATE}, {BELIEF}"], ("system", None)),
            ([f"sort: {{value: system, {BELIEF}}}, {EARLY}"], ("system", None)),
            ([f"sort: system, start: {{value: 2026-01-01, {BELIEF}}}, answers"], ("system", None)),
        ],
    )
    def test_the_sort_of_the_initiative_that_began_first(
        self, initiatives: list[str], found: tuple[str | None, str | None]
    ) -> None:
        nodes = answered(*initiatives)
        assert readings(lambda view: first_answer(view, UNREACHABLE), nodes) == found

    def test_an_answer_that_may_not_be_one_leaves_a_later_one_possible(self) -> None:
        nodes = answered(f"sort: system, {LATE}", f"sort: values, {EARLY}")
        first, _, second = nodes.rpartition("[unreachable]")
        nodes = f"{first}[{{to: unreachable, {BELIEF}}}]{second}"
        found = readings(lambda view: first_answer(view, UNREACHABLE), nodes)
        assert found == ("values", None)

    def test_answers_that_are_not_described_may_have_come_first(self) -> None:
        view = claimed(answered(f"sort: system, {EARLY}"), "not_described: [initiative.symptoms]")
        assert first_answer(view, UNREACHABLE) is None

    @pytest.mark.parametrize(
        ("initiatives", "found"),
        [
            ([f"sort: system, {EARLY}", f"sort: values, {LATE}"], (True, True)),
            ([f"sort: system, {LATE}", f"sort: values, {EARLY}"], (False, False)),
            ([f"sort: system, {EARLY}", f"sort: process, {EARLY}"], (True, True)),
            ([f"sort: training, {EARLY}", f"sort: values, {EARLY}"], (False, False)),
            ([f"sort: system, {EARLY}", f"sort: values, {EARLY}"], (None, None)),
            ([f"sort: system, {EARLY}", "sort: structure, answers"], (True, True)),
            ([f"sort: system, {EARLY}", EARLY], (None, None)),
            ([f"sort: redesign, {EARLY}"], (False, False)),
            ([f"sort: {{value: system, {BELIEF}}}, {EARLY}"], (True, None)),
            ([], (None, None)),
        ],
    )
    def test_it_was_on_the_hard_side_where_all_that_may_have_been_first_were(
        self, initiatives: list[str], found: tuple[Truth, Truth]
    ) -> None:
        nodes = answered(*initiatives)
        assert readings(lambda view: first_answer_hard(view, UNREACHABLE), nodes) == found
