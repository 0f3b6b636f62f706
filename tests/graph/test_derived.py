"""The table of derived facts and relations has just what the vocabulary lists."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kamassess.graph.calendar import Interval
from kamassess.graph.derived import FACTS, LINK_FACTS, ORGANISATION_FACTS, RELATIONS
from kamassess.graph.members import Members
from kamassess.model.kind import Type
from kamassess.model.vocabulary import VOCABULARY
from tests.graph.small import claimed

TYPES = {
    Type.BOOL: bool,
    Type.INT: int,
    Type.TEXT: str,
    Type.DECIMAL: Decimal,
    Type.COUNT: Interval,
    Type.SHARE: Interval,
}

# A node of each kind that has something derived, with as much told of it as its facts need to be known.
NODES = """\
vision: [{id: x}]
mission: [{id: x, supports: [x]}]
strategy: [{id: x, supports: ["mission:x"]}]
policy: [{id: x, subject: feedback, supports: ["strategy:x"]}]
objective: [{id: x, implements: [x], reach: strategic}]
initiative:
  - {id: x, contributes_to: ["mission:x"], sort: training, customer_orientation: true, symptoms: [x], teams: [x],
     start: 2026-01-01, end: 2026-06-30, before: [x], after: [x]}
intervention: [{id: x, initiative: x, level: skills, money: 10, hours: 5}]
symptom: [{id: x}]
promise:
  - {id: x, due: 2026-10-01, made_on: 2026-09-01, kept_on: 2026-10-01, rests_on: belief, receiver: ["customer_group:x"]}
  - {id: y, due: 2026-10-01, made_on: 2026-09-01, rests_on: belief, receiver: ["person:x"]}
management_system: [{id: x, policies: [x]}]
pdca_cycle: [{id: x, sort: strategic, coupled_to: [y]}, {id: y, sort: operational}]
interested_party: [{id: x}]
assignment: [{id: x, management_systems: [x], assigned_on: 2026-01-01, communicated_on: 2026-01-01}]
step: [{id: x, chain: x, order: 1, performers: ["person:x"], unit: "team:x"}]
team: [{id: x, members: [x], chains: [x]}]
skill: [{id: x}]
kpi: [{id: x, objectives: [x], chains: [x], steering: true, about: satisfaction, target: 3, better: higher}]
measurement: [{id: x, on: 2026-10-01, value: 2, kpi: x}]
decision: [{id: x, on: 2026-10-01}]
review: [{id: x, on: 2026-10-01, interval_months: 1}]
performance_conversation: [{id: x, on: 2026-10-01, chain: x}]
document: [{id: x, on: 2026-10-01, by: ["person:x"]}]
communication: [{id: x, on: 2026-10-01, by: ["person:x"], to_all: true, about: ["policy:x", "objective:x"]}]
customer_group: [{id: x}]
chain: [{id: x, owners: ["person:x"], experts: ["person:x"], customers: ["customer_group:x"]}]
person: [{id: x}]
role: [{id: x, authorities: [x]}]
authority: [{id: x}]
unit: [{id: x}]
task: [{id: x, needs: [x], carried_out_by: ["role:x"]}]
feedback_form: [{id: x}]
report: [{id: x, aggregates: [x]}]
"""


class TestTheTable:
    def test_every_derived_fact_is_worked_out_and_no_other(self) -> None:
        assert set(FACTS) == {(kind.name, one.name) for kind in VOCABULARY.kinds for one in kind.facts}

    def test_so_is_every_derived_relation(self) -> None:
        assert set(RELATIONS) == {(kind.name, one.name) for kind in VOCABULARY.kinds for one in kind.derived}

    def test_so_is_every_fact_of_the_whole(self) -> None:
        assert set(ORGANISATION_FACTS) == {one.name for one in VOCABULARY.organisation}

    def test_so_is_every_fact_of_the_members_of_a_written_relation(self) -> None:
        assert {key: set(facts) for key, facts in LINK_FACTS.items()} == {
            (kind.name, relation.name): {one.name for one in relation.members}
            for kind in VOCABULARY.kinds
            for relation in kind.relations
            if relation.members
        }


class TestWhatIsFound:
    @pytest.mark.parametrize(("kind", "name"), list(FACTS))
    def test_a_derived_fact_has_the_type_that_the_vocabulary_gives_it(self, kind: str, name: str) -> None:
        asked = VOCABULARY.fact(kind, name)
        assert asked is not None
        found = FACTS[kind, name](claimed(NODES), f"{kind}:x")
        assert type(found) is TYPES[asked.type]

    @pytest.mark.parametrize("name", list(ORGANISATION_FACTS))
    def test_so_has_a_fact_of_the_whole(self, name: str) -> None:
        asked = VOCABULARY.fact("organisation", name)
        assert asked is not None
        assert type(ORGANISATION_FACTS[name](claimed(NODES))) is TYPES[asked.type]

    @pytest.mark.parametrize(("kind", "name"), list(RELATIONS))
    def test_a_derived_relation_has_members_of_its_kinds(self, kind: str, name: str) -> None:
        asked = VOCABULARY.relation(kind, name)
        assert asked is not None
        found = RELATIONS[kind, name](claimed(NODES), f"{kind}:x")
        assert isinstance(found, Members)
        assert {one.partition(":")[0] for one in found.named} <= asked.targets
