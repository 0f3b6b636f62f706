"""Reading an organisation: what a file can say, and every mistake with its place and a suggestion."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kamassess.errors import InvalidOrganisation
from kamassess.model.organisation import Answer, Claim, Evidence, Link, Node, Organisation, Told, Waiver
from kamassess.model.reading import read_alone, read_answers, read_further, read_organisation
from kamassess.model.terms import Basis
from kamassess.source import read_data, read_text

Data = dict[str, Any]


def organisation(nodes: Data | None = None, **rest: Any) -> Organisation:
    return Organisation.from_data({"id": "x", "nodes": {} if nodes is None else nodes, **rest})


def mistakes(nodes: Data | None = None, **rest: Any) -> list[str]:
    """What is wrong with an organisation: path, message and suggestion."""
    with pytest.raises(InvalidOrganisation) as told:
        organisation(nodes, **rest)
    return [
        f"{one.place.path}: {one.message}" + (f" | {one.suggestion}" if one.suggestion else "")
        for one in told.value.mistakes
    ]


JAN = {"person": [{"id": "jan"}]}


class TestNodes:
    def test_a_node_has_its_attributes_and_links_in_the_order_of_the_vocabulary(self) -> None:
        read = organisation(
            {
                "chain": [
                    {
                        "products": ["permit"],
                        "trigger": "a question",
                        "name": {"nl": "Keten", "en": "Chain"},
                        "id": "a",
                        "owners": ["jan", {"to": "person:piet", "basis": "belief"}],
                        "long_running": True,
                    }
                ],
                "person": [{"id": "jan"}, {"id": "piet"}],
                "product": [{"id": "permit"}],
            }
        )
        assert read.nodes[0] == Node(
            "chain",
            "a",
            {"nl": "Keten", "en": "Chain"},
            (Told("trigger", "a question"), Told("long_running", True)),
            (
                Link("owners", "person:jan"),
                Link("owners", "person:piet", Claim(Basis.BELIEF)),
                Link("products", "product:permit"),
            ),
        )

    def test_attributes_are_read_by_their_types(self) -> None:
        read = organisation(
            {
                "kpi": [{"id": "k", "target": 0.5, "about": "quality", "steering": True}],
                "measurement": [{"id": "m", "on": "2026-10-01", "value": 4.5}],
                "step": [{"id": "s", "order": 3}],
                "document": [{"id": "d", "version": "4.10"}],
            }
        )
        told = {one.name: one.value for node in read.nodes for one in node.attributes}
        assert told == {
            "target": Decimal("0.5"),
            "about": "quality",
            "steering": True,
            "on": date(2026, 10, 1),
            "value": Decimal("4.5"),
            "order": 3,
            "version": "4.10",
        }

    def test_a_scalar_of_yaml_is_what_is_expected_at_its_place(self) -> None:
        text = "id: x\nnodes:\n  document: [{id: d, version: 4.10, on: 2026-10-01}]\n  person: [{id: 12, leader: true}]\n"
        read = read_organisation(read_text(text, "x.yaml"))
        assert read.nodes[0].attributes == (Told("version", "4.10"), Told("on", date(2026, 10, 1)))
        assert read.nodes[1].key == "person:12"
        assert read.nodes[1].attributes == (Told("leader", True),)

    def test_nodes_that_every_organisation_has_can_be_pointed_at(self) -> None:
        read = organisation({"assignment": [{"id": "a", "duties": ["kpi-tree"]}]})
        assert read.nodes[0].links == (Link("duties", "duty:kpi-tree"),)

    def test_every_mistake_in_the_nodes_is_told_at_once(self) -> None:
        assert mistakes(
            {
                "chian": [],
                "chain": [
                    {"id": "a", "onwers": ["jan"]},
                    {"id": "a"},
                    {"id": "a b"},
                    {"name": "no id"},
                    "b",
                    {"id": "c", "trigger": True, "long_running": "yes", "part_of": ["a", "c"]},
                ],
                "step": [{"id": "s", "order": "one"}, {"id": "t", "order": -1}],
                "policy": [{"id": "p", "budget": -0.5, "subject": "feedbak", "adopted_on": "2026-13-01"}],
                **JAN,
            }
        ) == [
            "$.nodes.chian: unknown key 'chian' in nodes | chain",
            "$.nodes.chain[1].id: there is another chain with the id 'a'",
            "$.nodes.chain[2].id: 'a b' is no id: it has letters, digits, '.', '-' and '_', without spaces",
            "$.nodes.chain[3]: this chain has no 'id'",
            "$.nodes.chain[4]: a chain should be a mapping with an id",
            "$.nodes.chain[0].onwers: unknown key 'onwers' in chain 'a' | owners",
            "$.nodes.chain[5].trigger: expected a text, found 'true'",
            "$.nodes.chain[5].long_running: expected true or false, found 'yes'",
            "$.nodes.chain[5].part_of: 'part_of' points at one node, found 2",
            "$.nodes.step[0].order: expected a whole number, found 'one'",
            "$.nodes.step[1].order: expected a number of at least 0, found -1",
            "$.nodes.policy[0].subject: expected one of feedback, kam, customer, general, other; "
            "found 'feedbak' | feedback",
            "$.nodes.policy[0].adopted_on: expected a date, as 2026-11-01, found '2026-13-01'",
            "$.nodes.policy[0].budget: expected a number of at least 0, found -0.5",
            "$.nodes.chain[5]: 'part_of' comes back to where it began: chain:c -> chain:c",
        ]

    def test_a_step_whose_performer_is_misspelt_has_one(self) -> None:
        steps = [{"id": f"s{at}", "chain": "a", "performers": [who]} for at, who in enumerate(("jan", "jna"))]
        assert mistakes({"chain": [{"id": "a"}], "step": steps, **JAN}) == [
            "$.nodes.step[1].performers[0]: there is no node 'jna' | jan"
        ]

    def test_mistakes_in_yaml_stand_in_the_order_of_their_lines(self) -> None:
        text = "id: x\nnodes:\n  chain:\n    - {id: a, owners: [jna]}\n    - {id: a}\n  person: [{id: jan}]\nanswer: []\n"
        with pytest.raises(InvalidOrganisation) as told:
            read_organisation(read_text(text, "x.yaml"))
        assert [str(one) for one in told.value.mistakes] == [
            "x.yaml:4:24: there is no node 'jna'; did you mean 'jan'?",
            "x.yaml:5:12: there is another chain with the id 'a'",
            "x.yaml:7:1: unknown key 'answer' in an organisation; did you mean 'answers'?",
        ]

    @pytest.mark.parametrize(
        ("nodes", "mistake"),
        [
            ([], "$.nodes: nodes should be a mapping of keys to values, found a list"),
            ({"chain": {"id": "a"}}, "$.nodes.chain: the nodes of kind chain should be a list, found a mapping of keys to values"),
            ({"duty": [{"id": "kpi-tree"}]}, "$.nodes.duty[0].id: there is another duty with the id 'kpi-tree'"),
        ],
    )  # fmt: skip
    def test_what_is_no_list_of_nodes_is_told(self, nodes: Any, mistake: str) -> None:
        assert mistakes(nodes) == [mistake]

    def test_an_organisation_has_an_id(self) -> None:
        with pytest.raises(InvalidOrganisation, match="an organisation has no 'id'"):
            Organisation.from_data({})
        with pytest.raises(InvalidOrganisation, match="should be a mapping"):
            read_organisation(read_data([]))


class TestRelations:
    @pytest.mark.parametrize(
        ("to", "mistake"),
        [
            ("jna", "there is no node 'jna' | jan"),
            ("person:jna", "there is no node 'person:jna' | person:jan"),
            ("persn:jan", "there is no kind 'persn' | person:jan"),
            ("zzz:jan", "there is no kind 'zzz'"),
            ("unit:sales", "'owners' points at body, person, role; found 'unit:sales'"),
            ("sales", "'owners' points at body, person, role; 'sales' is a unit"),
            ("both", "'both' could be person:both or role:both; write which"),
            (True, "expected a text, found 'true'"),
            (["jan"], "expected a text, found a list"),
        ],
    )
    def test_what_cannot_be_pointed_at_is_told(self, to: Any, mistake: str) -> None:
        nodes = {
            "person": [{"id": "jan"}, {"id": "both"}],
            "role": [{"id": "both"}],
            "unit": [{"id": "sales"}],
            "chain": [{"id": "a", "owners": [to]}],
        }
        assert mistakes(nodes) == [f"$.nodes.chain[0].owners[0]: {mistake}"]

    def test_a_kind_settles_which_of_two_nodes_is_meant(self) -> None:
        nodes = {"person": [{"id": "b"}], "role": [{"id": "b"}], "chain": [{"id": "a", "owners": "role:b"}]}
        assert organisation(nodes).nodes[2].links == (Link("owners", "role:b"),)

    def test_a_relation_to_any_kind_takes_any(self) -> None:
        nodes = {**JAN, "document": [{"id": "d", "about": ["jan", "duty:kpi-tree"]}]}
        assert [one.to for one in organisation(nodes).nodes[1].links] == ["person:jan", "duty:kpi-tree"]

    def test_a_node_is_named_once_in_a_relation(self) -> None:
        nodes = {**JAN, "chain": [{"id": "a", "owners": ["jan", {"to": "person:jan"}]}]}
        assert mistakes(nodes) == ["$.nodes.chain[0].owners[1].to: 'owners' names person:jan twice"]

    def test_a_link_says_where_it_points(self) -> None:
        nodes = {**JAN, "chain": [{"id": "a", "owners": [{"basis": "belief", "too": "jan"}]}]}
        assert mistakes(nodes) == [
            "$.nodes.chain[0].owners[0].too: unknown key 'too' in a link of owners | to",
            "$.nodes.chain[0].owners[0]: a link of owners has no 'to'",
        ]


class TestCycles:
    def test_nesting_that_comes_back_to_itself_is_told_once(self) -> None:
        #   a -> b -> c -> a      d -> a
        chains = [{"id": one, "part_of": to} for one, to in ("ab", "bc", "ca", "da")]
        assert mistakes({"chain": chains}) == [
            "$.nodes.chain[0]: 'part_of' comes back to where it began: chain:a -> chain:b -> chain:c -> chain:a"
        ]

    def test_a_cycle_of_units_is_no_cycle_of_chains(self) -> None:
        units = [{"id": one, "part_of": to} for one, to in ("ab", "ba")]
        chains = [{"id": one, "part_of": to} for one, to in ("bc", "ab")] + [{"id": "c"}]
        assert mistakes({"unit": units, "chain": chains}) == [
            "$.nodes.unit[0]: 'part_of' comes back to where it began: unit:a -> unit:b -> unit:a"
        ]

    @pytest.mark.parametrize(("kind", "relation"), [("person", "reports_to"), ("chain", "replaces")])
    def test_nobody_reports_to_himself_and_nothing_replaces_itself(self, kind: str, relation: str) -> None:
        assert mistakes({kind: [{"id": "a", relation: "a"}]}) == [
            f"$.nodes.{kind}[0]: '{relation}' comes back to where it began: {kind}:a -> {kind}:a"
        ]

    def test_two_cycles_are_both_told(self) -> None:
        people = [{"id": one, "reports_to": to} for one, to in ("ab", "ba", "cd", "dc")]
        assert len(mistakes({"person": people})) == 2


class TestClaims:
    def test_a_node_an_attribute_and_a_link_may_bear_a_claim(self) -> None:
        read = organisation(
            {
                **JAN,
                "chain": [
                    {
                        "id": "a",
                        "basis": "document",
                        "evidence": "e",
                        "by": "jan",
                        "on": "2026-01-02",
                        "trigger": {"value": "a call", "basis": "belief"},
                        "owners": {"to": "jan", "evidence": ["e"]},
                    }
                ],
            },
            evidence=[{"id": "e", "kind": "document"}],
        )
        chain = read.nodes[1]
        assert chain.claim == Claim(Basis.DOCUMENT, ("e",), "jan", date(2026, 1, 2))
        assert chain.attributes[0].claim == Claim(Basis.BELIEF)
        assert chain.links[0].claim == Claim(None, ("e",))

    def test_kinds_with_a_day_or_author_of_their_own_say_described_on_and_described_by(self) -> None:
        nodes = {
            **JAN,
            "document": [
                {
                    "id": "d",
                    "on": "2026-01-01",
                    "by": "jan",
                    "described_on": "2026-02-02",
                    "described_by": "piet",
                }
            ],
        }
        document = organisation(nodes).nodes[1]
        assert document.claim == Claim(None, (), "piet", date(2026, 2, 2))
        assert document.attributes == (Told("on", date(2026, 1, 1)),)
        assert document.links == (Link("by", "person:jan"),)

    def test_a_kind_without_them_does_not(self) -> None:
        assert mistakes({"chain": [{"id": "a", "described_on": "2026-01-01"}]}) == [
            "$.nodes.chain[0].described_on: unknown key 'described_on' in chain 'a'"
        ]

    def test_a_claim_names_a_known_basis_and_evidence(self) -> None:
        nodes = {
            **JAN,
            "chain": [
                {"id": "a", "owners": [{"to": "jan", "basis": "beleif", "evidence": ["mandat"], "on": "now"}]}
            ],
        }
        assert mistakes(nodes, evidence=[{"id": "mandate", "kind": "document"}]) == [
            "$.nodes.chain[0].owners[0].basis: expected one of contract, document, record, observation, assumption, "
            "belief, trust, promise, experience, pressure; found 'beleif' | belief",
            "$.nodes.chain[0].owners[0].evidence[0]: there is no evidence 'mandat' | mandate",
            "$.nodes.chain[0].owners[0].on: expected a date, as 2026-11-01, found 'now'",
        ]  # fmt: skip

    def test_an_attribute_with_a_claim_has_its_value(self) -> None:
        assert mistakes({"chain": [{"id": "a", "trigger": {"basis": "belief"}}]}) == [
            "$.nodes.chain[0].trigger: trigger has no 'value'"
        ]

    def test_the_file_rests_on_a_record_unless_it_says_otherwise(self) -> None:
        assert organisation().described == Claim(Basis.RECORD)
        described = organisation(described={"by": "jan", "on": "2026-10-01"}).described
        assert described == Claim(Basis.RECORD, (), "jan", date(2026, 10, 1))
        assert organisation(described={"basis": "belief"}).described == Claim(Basis.BELIEF)
        assert organisation(described={}).described == Claim(Basis.RECORD)

    def test_what_the_file_rests_on_needs_no_evidence(self) -> None:
        assert mistakes(described={"evidence": ["e"]}) == [
            "$.described.evidence: unknown key 'evidence' in described"
        ]


class TestNotDescribed:
    @pytest.mark.parametrize(
        "part", ["promise", "chain.owners", "chain.trigger", "chain:a.b.owners", "chain:a.b.trigger"]
    )
    def test_a_kind_a_part_of_it_or_one_of_a_node_may_be_left_open(self, part: str) -> None:
        assert organisation({"chain": [{"id": "a.b"}]}, not_described=[part]).not_described == {part}

    @pytest.mark.parametrize(
        ("part", "mistake"),
        [
            ("promises", "there is no kind 'promises' | promise"),
            ("chain.onwers", "a chain has no relation or attribute 'onwers' | owners"),
            ("chain.kpis", "a chain has no relation or attribute 'kpis' | steps"),
            ("chain:b.owners", "there is no node 'chain:b' | chain:a.b"),
            ("chain:a.b", "say which relation or attribute of chain:a.b is not described, after a '.'"),
            ("chain:a.b.", "say which relation or attribute of chain:a.b is not described, after a '.'"),
            ("chian:a.b.owners", "there is no kind 'chian' | chain:a.b"),
            (True, "expected a text, found 'true'"),
        ],
    )
    def test_what_is_no_part_is_told(self, part: Any, mistake: str) -> None:
        told = mistakes({"chain": [{"id": "a.b"}]}, not_described=[part])
        assert [one.partition(" | ")[0] for one in told] == [
            f"$.not_described[0]: {mistake}".partition(" | ")[0]
        ]


class TestEvidence:
    def test_evidence_says_what_it_is_and_what_it_is_about(self) -> None:
        read = organisation(
            {"chain": [{"id": "a.b"}]},
            evidence=[
                {
                    "id": "e",
                    "kind": "contract",
                    "name": "Mandate",
                    "on": "2026-01-01",
                    "valid_until": "2026-12-31",
                    "owner": "jan",
                    "about": ["chain:a.b", "chain:a.b.owners", "organisation", "K-4", "customer-chains/K-4"],
                    "reference": "archive 12",
                }
            ],
        )
        assert read.evidence == (
            Evidence(
                "e",
                Basis.CONTRACT,
                date(2026, 1, 1),
                date(2026, 12, 31),
                "jan",
                ("chain:a.b", "chain:a.b.owners", "organisation", "K-4", "customer-chains/K-4"),
                "archive 12",
                {"nl": "Mandate", "en": "Mandate"},
            ),
        )

    def test_every_mistake_in_evidence_is_told(self) -> None:
        evidence = [
            {"id": "e", "kind": "belief"},
            {"id": "e", "kind": "record", "on": "2026-02-01", "valid_until": "2026-01-01"},
            {"kind": "record", "about": ["chain:b", "chain:a.onwers", "chian:a", "a", True]},
            "f",
            {"id": "no id", "kind": "record"},
        ]
        assert mistakes({"chain": [{"id": "a"}]}, evidence=evidence) == [
            "$.evidence[1].id: there is other evidence with the id 'e'",
            "$.evidence[0].kind: expected one of contract, document, observation, record; found 'belief'",
            "$.evidence[1].valid_until: it ends on 2026-01-01, before it began on 2026-02-01",
            "$.evidence[2]: evidence has no 'id'",
            "$.evidence[2].about[0]: there is no node 'chain:b' | chain:a",
            "$.evidence[2].about[1]: a chain has no relation or attribute 'onwers' | owners",
            "$.evidence[2].about[2]: there is no kind 'chian' | chain:a",
            "$.evidence[2].about[3]: a node is named with its kind; found 'a' | chain:a",
            "$.evidence[2].about[4]: expected a text, found 'true'",
            "$.evidence[3]: evidence should be a mapping of keys to values, found 'f'",
            "$.evidence[4].id: 'no id' is no id: it has letters, digits, '.', '-' and '_', without spaces",
        ]


class TestAnswers:
    def test_an_answer_has_its_checkpoint_focus_value_and_claim(self) -> None:
        read = organisation(
            {"chain": [{"id": "a"}]},
            answers=[
                {"checkpoint": "K-6", "focus": "chain:a", "value": "yes", "basis": "trust", "by": "jan"},
                {"checkpoint": "L-1", "focus": "organisation", "value": 4},
                {"checkpoint": "L-2", "value": "not-applicable", "reason": {"en": "no KAM manager"}},
            ],
        )
        assert read.answers == (
            Answer("K-6", "chain:a", "yes", Claim(Basis.TRUST, (), "jan")),
            Answer("L-1", "organisation", "4"),
            Answer("L-2", "organisation", "not-applicable", Claim(), {"en": "no KAM manager"}),
        )
        assert read.answers[0].place.path == "$.answers[0].value"

    def test_a_flag_where_a_word_should_stand_is_kept_as_it_is_for_the_scale_to_refuse(self) -> None:
        assert organisation(answers=[{"checkpoint": "L-1", "value": True}]).answers[0].value == "true"

    def test_yes_and_no_are_words_in_yaml(self) -> None:
        text = "id: x\nanswers: [{checkpoint: L-1, value: no}, {checkpoint: 4.10, value: 4.10}]\n"
        assert [
            (one.checkpoint, one.value) for one in read_organisation(read_text(text, "x.yaml")).answers
        ] == [
            ("L-1", "no"),
            ("4.10", "4.10"),
        ]

    def test_every_mistake_in_answers_is_told(self) -> None:
        answers = [
            {"value": "yes"},
            {"checkpoint": "L-1"},
            {"checkpoint": "L-1", "value": []},
            {"checkpoint": "L-1", "value": "not-applicable"},
            {"checkpoint": "L-1", "value": "yes", "focus": "chain:b"},
            {"checkpoint": "L-1", "value": "yes", "focus": "organization"},
            {"checkpoint": "L-1", "value": "yes", "focus": "kind:b"},
            {"checkpoint": "L-1", "value": "yes", "basis": "sure", "valeu": 1},
            {"checkpoint": "L-1", "value": "yes", "focus": True},
        ]
        assert mistakes({"chain": [{"id": "a"}]}, answers=answers) == [
            "$.answers[0]: an answer has no 'checkpoint'",
            "$.answers[1]: an answer has no 'value'",
            "$.answers[2].value: expected a text, found a list",
            "$.answers[3]: an answer 'not-applicable' needs its reason",
            "$.answers[4].focus: there is no node 'chain:b' | chain:a",
            "$.answers[5].focus: a focus is kind:id or organisation; found 'organization' | organisation",
            "$.answers[6].focus: there is no kind 'kind'",
            "$.answers[7].valeu: unknown key 'valeu' in an answer | value",
            "$.answers[7].basis: expected one of contract, document, record, observation, assumption, belief, "
            "trust, promise, experience, pressure; found 'sure' | pressure",
            "$.answers[8].focus: expected a text, found 'true'",
        ]


class TestAnswersApart:
    HERE = organisation(
        {"chain": [{"id": "a"}]},
        evidence=[{"id": "e", "kind": "record"}],
        answers=[{"checkpoint": "A", "value": "yes"}],
    )

    def test_answers_and_evidence_come_on_top(self) -> None:
        tree = read_data(
            {
                "organisation": "x",
                "evidence": [{"id": "f", "kind": "record", "about": ["chain:a"]}],
                "answers": [{"checkpoint": "B", "focus": "chain:a", "value": "no", "evidence": ["e", "f"]}],
            }
        )
        read = read_further(tree, self.HERE)
        assert [one.id for one in read.evidence] == ["e", "f"]
        assert [one.checkpoint for one in read.answers] == ["A", "B"]
        assert read_answers(tree, self.HERE) == read.answers[1:]
        assert self.HERE.with_answers(read.answers[1:]).answers == read.answers

    def test_they_are_of_this_organisation_and_have_no_evidence_twice(self) -> None:
        tree = read_data({"organisation": "y", "evidence": [{"id": "e", "kind": "record"}], "nodes": {}})
        with pytest.raises(InvalidOrganisation) as told:
            read_further(tree, self.HERE)
        assert [one.message for one in told.value.mistakes] == [
            "unknown key 'nodes' in a file of answers",
            "there is other evidence with the id 'e'",
            "these answers are of 'y', not of 'x'",
        ]


WAIVER: Data = {"checkpoint": "K-4", "reason": "it ends", "owner": "jan", "until": "2026-12-31"}
"""A waiver that says the least."""

HERE: Data = {"person": [{"id": "jan"}], "chain": [{"id": "a"}]}


class TestWaivers:
    """That a finding is accepted for a time."""

    def test_a_waiver_that_says_everything(self) -> None:
        said = {
            "checkpoint": "customer-chains/K-4",
            "focus": "chain:a",
            "reason": {"nl": "Wordt opgeheven", "en": "Being closed"},
            "owner": "person:jan",
            "until": "2026-12-31",
            "on": "2026-06-01",
        }
        assert organisation(HERE, waivers=[said]).waivers == (
            Waiver(
                "customer-chains/K-4",
                "chain:a",
                {"nl": "Wordt opgeheven", "en": "Being closed"},
                "person:jan",
                date(2026, 12, 31),
                date(2026, 6, 1),
            ),
        )

    def test_a_waiver_that_says_the_least_is_of_the_organisation_and_held_ever_since(self) -> None:
        reason = {"nl": "it ends", "en": "it ends"}
        assert organisation(HERE, waivers=[WAIVER]).waivers == (
            Waiver("K-4", "organisation", reason, "person:jan", date(2026, 12, 31), None),
        )

    def test_they_stand_in_the_order_of_the_file(self) -> None:
        said = [{**WAIVER, "checkpoint": one} for one in ("B", "A", "C")]
        assert [one.checkpoint for one in organisation(HERE, waivers=said).waivers] == ["B", "A", "C"]

    def test_the_focus_may_be_the_organisation_by_name(self) -> None:
        said = {**WAIVER, "focus": "organisation"}
        assert organisation(HERE, waivers=[said]) == organisation(HERE, waivers=[WAIVER])

    def test_it_may_hold_for_a_day(self) -> None:
        (read,) = organisation(HERE, waivers=[{**WAIVER, "on": "2026-12-31"}]).waivers
        assert read.on == read.until == date(2026, 12, 31)

    @pytest.mark.parametrize(
        ("changed", "mistake"),
        [
            ({"owner": "jna"}, ".owner: there is no node 'jna' | jan"),
            ({"owner": "person:jna"}, ".owner: there is no node 'person:jna' | person:jan"),
            ({"owner": "persn:jan"}, ".owner: there is no kind 'persn' | person:jan"),
            ({"owner": True}, ".owner: expected a text, found 'true'"),
            ({"focus": "chain:b"}, ".focus: there is no node 'chain:b' | chain:a"),
            ({"focus": "chian:a"}, ".focus: there is no kind 'chian' | chain:a"),
            ({"focus": "a"}, ".focus: a focus is kind:id or organisation; found 'a'"),
            ({"focus": "organization"}, ".focus: a focus is kind:id or organisation; found 'organization' | organisation"),
            ({"focus": []}, ".focus: expected a text, found a list"),
            ({"on": "2027-01-01"}, ".until: it ends on 2026-12-31, before it began on 2027-01-01"),
            ({"until": "never"}, ".until: expected a date, as 2026-11-01, found 'never'"),
            ({"until": "2026-02-30"}, ".until: expected a date, as 2026-11-01, found '2026-02-30'"),
            ({"on": True}, ".on: expected a date, as 2026-11-01, found 'true'"),
            ({"reason": {}}, ".reason: a text in languages has at least nl or en"),
            ({"reason": None}, ".reason: 'reason' has no value; give it one or leave it out"),
            ({"checkpoint": True}, ".checkpoint: expected a text, found 'true'"),
            ({"untill": "2027-01-01"}, ".untill: unknown key 'untill' in a waiver | until"),
        ],
    )  # fmt: skip
    def test_every_mistake_is_told_where_it_stands(self, changed: Data, mistake: str) -> None:
        assert mistakes(HERE, waivers=[WAIVER, {**WAIVER, **changed}]) == [f"$.waivers[1]{mistake}"]

    @pytest.mark.parametrize("owner", ["jan", "person:jan"])
    def test_its_owner_is_a_person(self, owner: str) -> None:
        (read,) = organisation(HERE, waivers=[{**WAIVER, "owner": owner}]).waivers
        assert read.owner == "person:jan"

    @pytest.mark.parametrize(
        ("owner", "mistake"),
        [
            ("sales", "'owner' points at person; 'sales' is a unit"),
            ("unit:sales", "'owner' points at person; found 'unit:sales'"),
            ("a", "'owner' points at person; 'a' is a chain"),
            ("chain:a", "'owner' points at person; found 'chain:a'"),
            ("manager", "'owner' points at person; 'manager' is a role"),
            ("role:manager", "'owner' points at person; found 'role:manager'"),
            ("organisation", "there is no node 'organisation'"),
            (["jan"], "expected a text, found a list"),
        ],
    )
    def test_anything_else_is_none_and_the_mistake_says_so(self, owner: Any, mistake: str) -> None:
        nodes = {**HERE, "unit": [{"id": "sales"}], "role": [{"id": "manager"}]}
        assert mistakes(nodes, waivers=[{**WAIVER, "owner": owner}]) == [f"$.waivers[0].owner: {mistake}"]

    def test_a_person_with_the_id_of_a_chain_can_own_one(self) -> None:
        nodes = {"person": [{"id": "a"}], "chain": [{"id": "a"}]}
        (read,) = organisation(nodes, waivers=[{**WAIVER, "owner": "a"}]).waivers
        assert read.owner == "person:a"

    @pytest.mark.parametrize("key", ["checkpoint", "reason", "owner", "until"])
    def test_what_every_waiver_has_is_missed(self, key: str) -> None:
        without = {name: one for name, one in WAIVER.items() if name != key}
        assert mistakes(HERE, waivers=[without]) == [f"$.waivers[0]: a waiver has no '{key}'"]

    @pytest.mark.parametrize(
        ("waivers", "mistake"),
        [
            ({"K-4": WAIVER}, "$.waivers: waivers should be a list, found a mapping of keys to values"),
            (["K-4"], "$.waivers[0]: a waiver should be a mapping of keys to values, found 'K-4'"),
        ],
    )
    def test_what_is_no_list_of_waivers_is_told(self, waivers: Any, mistake: str) -> None:
        assert mistakes(HERE, waivers=waivers) == [mistake]

    def test_all_mistakes_are_told_at_once(self) -> None:
        said = {"focus": "chain:b", "owner": "jna", "until": "2026-01-01", "on": "2026-02-01"}
        assert sorted(mistakes(HERE, waivers=[said])) == [
            "$.waivers[0].focus: there is no node 'chain:b' | chain:a",
            "$.waivers[0].owner: there is no node 'jna' | jan",
            "$.waivers[0].until: it ends on 2026-01-01, before it began on 2026-02-01",
            "$.waivers[0]: a waiver has no 'checkpoint'",
            "$.waivers[0]: a waiver has no 'reason'",
        ]

    def test_a_mistake_in_yaml_has_its_line(self) -> None:
        text = (
            "id: x\nnodes:\n  person: [{id: jan}]\nwaivers:\n"
            "  - {checkpoint: K-4, reason: it ends, owner: jna, until: 2026-12-31}\n"
        )
        with pytest.raises(InvalidOrganisation) as told:
            read_organisation(read_text(text, "x.yaml"))
        assert [str(one) for one in told.value.mistakes] == [
            "x.yaml:5:47: there is no node 'jna'; did you mean 'jan'?"
        ]


class TestWaiversApart:
    """They may stand with the answers, in a file of their own."""

    def test_they_come_behind_those_that_there_are(self) -> None:
        here = organisation(HERE, waivers=[WAIVER])
        read = read_further(read_data({"waivers": [{**WAIVER, "focus": "chain:a"}]}), here)
        assert [one.focus for one in read.waivers] == ["organisation", "chain:a"]
        assert read.answers == here.answers == ()
        assert read.nodes == here.nodes

    def test_a_file_without_them_leaves_those_that_there_are(self) -> None:
        here = organisation(HERE, waivers=[WAIVER])
        assert read_further(read_data({"answers": []}), here) == here

    def test_answers_alone_do_not_have_them(self) -> None:
        tree = read_data({"waivers": [WAIVER], "answers": [{"checkpoint": "A", "value": "yes"}]})
        assert [one.checkpoint for one in read_answers(tree, organisation(HERE))] == ["A"]

    @pytest.mark.parametrize(
        ("changed", "mistake"),
        [
            ({"owner": "jna"}, ".owner: there is no node 'jna' | jan"),
            ({"owner": "a"}, ".owner: 'owner' points at person; 'a' is a chain"),
            ({"focus": "chain:b"}, ".focus: there is no node 'chain:b' | chain:a"),
            ({"on": "2027-01-01"}, ".until: it ends on 2026-12-31, before it began on 2027-01-01"),
            ({"reason": None}, ".reason: 'reason' has no value; give it one or leave it out"),
        ],
    )
    def test_their_mistakes_are_told_as_well(self, changed: Data, mistake: str) -> None:
        with pytest.raises(InvalidOrganisation) as told:
            read_further(read_data({"waivers": [{**WAIVER, **changed}]}), organisation(HERE))
        assert [
            f"{one.place.path}: {one.message}" + (f" | {one.suggestion}" if one.suggestion else "")
            for one in told.value.mistakes
        ] == [f"$.waivers[0]{mistake}"]

    def test_a_reason_that_is_missing_is_told_there_too(self) -> None:
        without = {name: one for name, one in WAIVER.items() if name != "reason"}
        with pytest.raises(InvalidOrganisation, match=r"\$\.waivers\[0\]: a waiver has no 'reason'"):
            read_further(read_data({"waivers": [without]}), organisation(HERE))


class TestAlone:
    """A file of answers whose organisation is not at hand."""

    def test_nodes_evidence_and_whose_they_are_cannot_be_looked_up(self) -> None:
        found = read_alone(
            read_data(
                {
                    "organisation": "town",
                    "answers": [
                        {"checkpoint": "A", "value": "yes", "focus": "chain:permits", "basis": "record",
                         "evidence": ["elsewhere"]},
                    ],
                    "evidence": [
                        {"id": "plan", "kind": "document", "on": "2026-01-01", "about": ["chain:permits.owners"]},
                    ],
                }
            )
        )  # fmt: skip
        assert [(one.focus, one.claim.evidence) for one in found.answers] == [
            ("chain:permits", ("elsewhere",))
        ]
        assert found.evidence[0].about == ("chain:permits.owners",)

    def test_what_is_wrong_by_itself_is_told(self) -> None:
        wrong = read_data(
            {"answers": [{"checkpoint": "A", "value": "yes", "focus": "chian:permits", "basis": "x"}]}
        )
        with pytest.raises(InvalidOrganisation) as told:
            read_alone(wrong)
        assert len(told.value.mistakes) == 2
        assert "there is no kind 'chian'; did you mean 'chain:permits'" in str(told.value)
