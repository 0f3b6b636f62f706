"""Why a verdict is what it is: the atoms that decided it, down to the members that were counted."""

from __future__ import annotations

import pytest

from kamassess.findings.deciding import _look as look
from kamassess.findings.finding import AnotherFact, Atom
from kamassess.model.terms import Outcome
from tests.findings.small import BELIEVED, PROVEN, Data, assess, checkpoint, people, shown, verdict


def atoms(holds: str, nodes: Data, focus: str = "chain:a", **rest: object) -> tuple[Atom, ...]:
    """The atoms that decided a rule at a focus."""
    each = focus.partition(":")[0]
    one = checkpoint(each=each, holds=holds) if each != "organisation" else checkpoint(holds=holds)
    return verdict(assess([one], nodes, **rest), focus).because  # type: ignore[arg-type]


def chain(**rest: object) -> Data:
    """A chain with two persons around it, of whom only Ada is in the management team."""
    return {
        "person": [*people("ada", management_team=True), *people("jan")],
        "product": [{"id": "permit"}],
        "chain": [{"id": "a", **rest}],
    }


class TestWhatDecided:
    """'A finding names the deciding atoms.'"""

    def test_of_what_holds_is_all_that_made_it_hold(self) -> None:
        found = atoms("owners.size() == 1 && products.size() == 0", chain(owners=["ada"]))
        assert shown(found) == [
            ("chain:a", "owners.size()", "==", 1),
            ("chain:a", "products.size()", "==", 0),
        ]

    def test_of_what_fails_is_only_what_made_it_fail(self) -> None:
        found = atoms("owners.size() == 1 && products.size() > 0", chain(owners=["ada"]))
        assert shown(found) == [("chain:a", "products.size()", ">", 0)]

    def test_of_a_choice_is_what_made_it_hold(self) -> None:
        found = atoms("owners.size() == 1 || products.size() > 0", chain(owners=["ada"]))
        assert shown(found) == [("chain:a", "owners.size()", "==", 1)]

    def test_of_what_is_not_known_is_what_is_not_known(self) -> None:
        found = atoms("owners.size() == 1 && trigger == 'x'", chain(owners=["ada"]))
        assert shown(found) == [("chain:a", "trigger", "==", "x")]

    def test_is_told_as_the_rule_wants_it_where_that_denies(self) -> None:
        found = atoms("!(owners.size() == 1 || products.size() > 3)", chain(owners=["ada"]))
        assert shown(found) == [("chain:a", "owners.size()", "!=", 1)]

    def test_is_told_once(self) -> None:
        found = atoms("owners.size() == 0 || (owners.size() == 0 && products.size() == 0)", chain())
        assert shown(found).count(("chain:a", "owners.size()", "==", 0)) == 1

    def test_can_be_a_word_out_of_some_or_the_beginning_of_a_text(self) -> None:
        nodes = {"kpi": [{"id": "k", "about": "cost"}], "chain": [{"id": "a", "trigger": "a request"}]}
        assert shown(atoms("about in ['quality', 'speed']", nodes, "kpi:k")) == [
            ("kpi:k", "about", "in", ("quality", "speed"))
        ]
        assert shown(atoms("!trigger.startsWith('a ')", nodes)) == [
            ("chain:a", "trigger", "does not start with", "a ")
        ]

    def test_can_hold_two_facts_against_each_other(self) -> None:
        nodes = {"chain": [{"id": "a", "trigger": "x", "outcome": "y"}]}
        (atom,) = atoms("trigger == outcome", nodes)
        assert (atom.fact, atom.operator, atom.expected, atom.claimed) == (
            "trigger",
            "==",
            AnotherFact("outcome"),
            "x",
        )

    def test_can_hold_a_number_against_a_count(self) -> None:
        (atom,) = atoms("1 <= owners.size()", chain())
        assert (atom.fact, atom.operator, atom.expected, atom.claimed) == ("owners.size()", ">=", 1, (0, 0))

    def test_of_what_is_always_so_there_is_nothing_to_tell(self) -> None:
        assert list(atoms("1 == 2", chain())) == []
        assert shown(atoms("owners.size() > 0 || 1 == 2", chain())) == [("chain:a", "owners.size()", ">", 0)]


class TestBothReadings:
    def test_what_was_found_is_told_under_both(self) -> None:
        (atom,) = atoms(
            "owners.size() == 1", chain(owners=[{"to": "ada", **PROVEN}, {"to": "jan", **BELIEVED}])
        )
        assert (atom.claimed, atom.proven) == ((2, 2), (1, 2))

    def test_what_is_proven_too_is_told_as_claimed(self) -> None:
        nodes = chain(owners=[{"to": "ada", **BELIEVED}, {"to": "jan", **PROVEN}], trigger="x")
        found = atoms("owners.size() > 0 && trigger == 'x'", nodes)
        assert [one.fact for one in found] == ["owners.size()", "trigger"]

    def test_what_is_not_proven_is_told_by_what_is_not_known(self) -> None:
        nodes = chain(owners=["ada"], trigger={"value": "x", **BELIEVED})
        (atom,) = atoms("owners.size() > 0 && trigger == 'x'", nodes)
        assert (atom.fact, atom.claimed, atom.proven) == ("trigger", "x", None)

    def test_a_count_without_an_upper_end_is_told_so(self) -> None:
        (atom,) = atoms("owners.size() == 1", chain(owners=["ada"]), not_described=["chain.owners"])
        assert atom.claimed == (1, None)


class TestMembers:
    """'All quantifiers are counts of an inner condition': what decided there is told of each member."""

    MEMBERS = "owners.size() > 0 && owners.all(p, p.in_management_team)"

    def test_who_does_not_is_told_where_all_should(self) -> None:
        found = atoms(self.MEMBERS, chain(owners=["ada", "jan"]))
        assert [(one.focus, one.claimed) for one in found] == [("chain:a", (1, 1)), ("person:jan", False)]

    def test_nobody_is_told_where_all_do(self) -> None:
        found = atoms(self.MEMBERS, chain(owners=["ada"]))
        assert {one.focus for one in found} == {"chain:a"}

    def test_who_does_is_told_where_one_should(self) -> None:
        found = atoms("owners.exists(p, p.in_management_team)", chain(owners=["ada", "jan"]))
        assert [(one.focus, one.claimed) for one in found] == [("chain:a", (1, 1)), ("person:ada", True)]

    def test_each_is_told_where_none_does(self) -> None:
        found = atoms("owners.exists(p, p.leads)", {**chain(owners=["jan"])})
        assert [(one.focus, one.claimed) for one in found] == [("chain:a", (0, 0)), ("person:jan", False)]

    def test_each_that_does_is_told_where_there_are_too_many(self) -> None:
        nodes = {**chain(owners=["ada", "jan"]), "person": people("ada", "jan", management_team=True)}
        found = atoms("owners.exists_one(p, p.in_management_team)", nodes)
        assert [one.focus for one in found] == ["chain:a", "person:ada", "person:jan"]

    @pytest.mark.parametrize("limit", ["< 2", "!= 2", "<= 1"])
    def test_each_that_does_is_told_where_fewer_should(self, limit: str) -> None:
        nodes = {**chain(owners=["ada", "jan"]), "person": people("ada", "jan", management_team=True)}
        found = atoms(f"owners.filter(p, p.in_management_team).size() {limit}", nodes)
        assert [one.focus for one in found] == ["chain:a", "person:ada", "person:jan"]

    @pytest.mark.parametrize("limit", ["2 ==", "1 <", "2 <="])
    def test_who_does_not_is_told_where_more_should(self, limit: str) -> None:
        found = atoms(f"{limit} owners.filter(p, p.in_management_team).size()", chain(owners=["ada", "jan"]))
        assert [one.focus for one in found] == ["chain:a", "person:jan"]

    def test_of_whom_it_is_not_known_is_told_where_that_decides(self) -> None:
        nodes = chain(owners=["ada", "jan"])
        nodes["person"] = [
            {"id": "ada", "management_team": True},
            {"id": "jan", "management_team": {"value": True, **BELIEVED}},
        ]
        found = atoms(self.MEMBERS, nodes)
        assert [(one.focus, one.claimed, one.proven) for one in found] == [
            ("chain:a", (0, 0), (0, 1)),
            ("person:jan", True, None),
        ]

    def test_a_count_against_another_is_told_without_members(self) -> None:
        holds = "owners.filter(p, p.leads).size() == owners.filter(p, p.in_management_team).size()"
        nodes = chain(owners=["ada", "jan"])
        nodes["person"][1]["leader"] = True
        found = atoms(holds, nodes)
        assert {one.focus for one in found} == {"chain:a"}

    def test_what_they_are_only_as_members_is_known(self) -> None:
        nodes = chain(owners=["ada"])
        nodes["assignment"] = [
            {"id": "one", "chains": ["a"], "duties": ["kpi-tree"], "accountable": ["jan"]},
        ]
        found = atoms("accountable_kpi_tree.exists(p, p.owner)", nodes)
        assert [(one.focus, one.fact, one.claimed) for one in found][1:] == [("person:jan", "owner", False)]

    def test_of_members_of_members_is_told_down_to_the_last(self) -> None:
        nodes = {
            "chain": [{"id": "a"}],
            "kpi": [{"id": "k", "chains": ["a"]}],
            "measurement": [{"id": "m", "kpi": "k", "on": "2027-01-01"}],
        }
        found = atoms("kpis.exists(k, k.measurements.exists(m, m.held))", nodes)
        assert [one.focus for one in found] == ["chain:a", "kpi:k", "measurement:m"]
        assert found[-1].claimed is False

    def test_a_member_may_be_asked_not_to_be_something(self) -> None:
        found = atoms("owners.exists(p, !p.in_management_team)", chain(owners=["jan"]))
        assert shown(found)[1:] == [("person:jan", "in_management_team", "!=", True)]


class TestAnswers:
    def test_are_atoms_of_what_is_asked(self) -> None:
        one = checkpoint(ask="?")
        result = assess([one], answers=[{"checkpoint": "C-1", "value": "no"}])
        (atom,) = verdict(result, "organisation").because
        assert (atom.fact, atom.operator, atom.expected, atom.claimed) == (
            "norm/C-1.conforms",
            "==",
            True,
            False,
        )

    def test_are_told_where_the_question_does_not_apply(self) -> None:
        answer = {"checkpoint": "C-1", "value": "not-applicable", "reason": "no customers", **PROVEN}
        found = verdict(assess([checkpoint(ask="?")], answers=[answer]), "organisation")
        assert found.claimed.outcome is Outcome.NOT_APPLICABLE
        assert [atom.fact for atom in found.because] == ["norm/C-1.applicable"]


class TestParts:
    """What a finding's cause is taken from: the relations and attributes of the focus that an atom rests on."""

    @pytest.mark.parametrize(
        ("holds", "parts"),
        [
            ("owners.size() == 1", ("owners",)),
            ("has(chain.trigger)", ("trigger",)),
            ("current", ("previous", "planned")),
            ("tree.size() > 0", ("kpis",)),
            ("organisation.silo_share >= 0.5", ()),
        ],
    )
    def test_follow_from_the_vocabulary(self, holds: str, parts: tuple[str, ...]) -> None:
        nodes = {**chain(), "kpi": [{"id": "k"}]}
        (atom,) = atoms(holds, nodes)
        assert atom.parts == parts

    def test_of_a_path_are_those_of_its_first_step(self) -> None:
        nodes = {"chain": [{"id": "outer"}, {"id": "a", "part_of": "outer"}]}
        (atom,) = atoms("part_of.trigger == 'x'", nodes)
        assert atom.parts == ("part_of",)


def test_what_is_no_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a condition: 3"):
        look(3)  # type: ignore[arg-type]
