"""The laws of change: what a better or another description does to what is found, and what it never does."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from kamassess.checklist.compiled import Compiled
from kamassess.checklist.compiling import compile_checklists
from kamassess.engine.reference import Reference
from kamassess.files import builtin_checklists, load_checklist
from kamassess.graph.building import build
from kamassess.graph.handovers import handovers
from kamassess.graph.view import View
from kamassess.judging import assess_organisation
from kamassess.model.terms import ORGANISATION, FindingKind, OwnershipReason, Reading
from kamassess.model.vocabulary import DUTIES, VOCABULARY
from kamassess.result import Result
from tests.strategies_organisations import AS_OF, CERTAIN, Data, organisations, read

SURE = CERTAIN[0]
"""What nobody doubts: a document that is about every node."""


@cache
def compiled(*names: str) -> Compiled:
    return compile_checklists([load_checklist(one) for one in names])


def assess(data: Data, *names: str) -> Result:
    """The result against checklists that are shipped; all of them where none is named."""
    chosen = compiled(*(names or sorted(builtin_checklists())))
    return assess_organisation(read(data), chosen, AS_OF, (Reference(),))


def added(data: Data, **nodes: Data) -> Data:
    """An organisation with further nodes that are certain, one of each kind."""
    found = deepcopy(data)
    for kind, node in nodes.items():
        found["nodes"].setdefault(kind, []).append({**SURE, **node})
        found["evidence"][0]["about"].append(f"{kind}:{node['id']}")
    return found


def missing_ownership(data: Data) -> dict[str, str | None]:
    """The findings of missing ownership, each with its reason."""
    found = assess(data, "customer-chains").findings
    return {one.id: one.reason for one in found if one.kind is FindingKind.MISSING_OWNERSHIP}


# ------------------------------------------------------------------------------------------------ ownership
chains = st.sampled_from(("person role chain assignment", "chain step unit person")).flatmap(
    lambda theme: organisations(theme=theme, open_ended=False)
)


class TestFirstOwner:
    """
    'Giving a chain without an owner its first, entitled owner adds no ownership finding.'

    Entitled is a member of the management team, within the span of control, who is accountable for all duties.
    """

    @given(chains, st.data())
    def test_adds_no_finding_of_missing_ownership(self, data: Data, drawn: st.DataObject) -> None:
        without = [
            one["id"]
            for one in data["nodes"].get("chain", ())
            if not one.get("owners")
            and not any(_is_about(it, one["id"]) for it in data["nodes"].get("assignment", ()))
        ]
        assume(without)
        chain = drawn.draw(st.sampled_from(without))
        owned = added(
            data,
            person={"id": "first", "management_team": True, "top_management": True},
            assignment={
                "id": "all",
                "chains": [chain],
                "duties": [duty for duty, _, _ in DUTIES],
                "accountable": ["person:first"],
            },
        )
        node = next(one for one in owned["nodes"]["chain"] if one["id"] == chain)
        node["owners"] = [{"to": "person:first", **SURE}]
        assert missing_ownership(owned).keys() <= missing_ownership(data).keys()


def _is_about(assignment: Data, chain: str) -> bool:
    return any(link["to"] == f"chain:{chain}" for link in assignment.get("chains", ()))


class TestFurtherOwner:
    """'A further owner never removes a finding of kind *several*.'"""

    @given(chains, st.data())
    def test_never_removes_that_there_are_several(self, data: Data, drawn: st.DataObject) -> None:
        listed = data["nodes"].get("chain", ())
        assume(listed)
        at = drawn.draw(st.integers(0, len(listed) - 1))
        more = added(data, person={"id": "further", "management_team": True})
        node = more["nodes"]["chain"][at]
        node["owners"] = [*node.get("owners", ()), {"to": "person:further", **SURE}]
        assert several(data) <= several(more)


def several(data: Data) -> set[str]:
    return {one for one, reason in missing_ownership(data).items() if reason == OwnershipReason.SEVERAL}


# ------------------------------------------------------------------------------------------------ handovers
@st.composite
def lines_of_work(draw: st.DrawFn) -> list[Data]:
    """The steps of a chain in order, each by somebody, or by a role that two persons hold."""
    performers = st.sampled_from(("person:ann", "person:bob", "person:cas", "role:desk", "role:pair"))
    places = st.sampled_from((None, "unit:sales", "unit:works"))
    steps = draw(st.lists(st.tuples(performers, places, st.booleans()), min_size=1, max_size=5))
    return [
        {"performers": [{"to": who}], "optional": optional, **({"unit": where} if where else {})}
        for who, where, optional in steps
    ]


def counted(steps: list[Data], reading: Reading) -> Any:
    """The handovers in a chain of these steps."""
    listed = [{"id": f"s{at}", "order": at, "chain": "work", **step} for at, step in enumerate(steps)]
    organisation = read(
        {
            "id": "x",
            "nodes": {
                "person": [{"id": one} for one in ("ann", "bob", "cas", "new")],
                "role": [{"id": "desk", "holders": ["ann"]}, {"id": "pair", "holders": ["ann", "bob"]}],
                "unit": [{"id": "sales"}, {"id": "works"}],
                "chain": [{"id": "work"}],
                "step": listed,
            },
        }
    )
    return handovers(View(build(organisation, AS_OF), reading), "chain:work")


class TestSplitting:
    """'Splitting a step between two people never lowers the handovers.'"""

    @given(lines_of_work(), st.data())
    def test_never_lowers_their_number(self, steps: list[Data], drawn: st.DataObject) -> None:
        at = drawn.draw(st.integers(0, len(steps) - 1))
        other = {**steps[at], "performers": [{"to": "person:new"}]}
        for order in ((steps[at], other), (other, steps[at])):
            split = [*steps[:at], *order, *steps[at + 1 :]]
            for reading in Reading:
                before, after = counted(steps, reading).total, counted(split, reading).total
                assert after.low >= before.low
                assert after.high >= before.high


# ------------------------------------------------------------------------------------------------ names
class TestRenaming:
    """'Renaming ids changes nothing but names.'"""

    @given(organisations(), st.randoms(use_true_random=False))
    def test_verdicts_findings_and_scores_are_the_same_under_other_ids(self, data: Data, random: Any) -> None:
        nodes = [(kind, one["id"]) for kind, listed in data["nodes"].items() for one in listed]
        shuffled = [f"n{number}" for number in range(len(nodes))]
        random.shuffle(shuffled)
        names = {f"{kind}:{id_}": f"{kind}:{new}" for (kind, id_), new in zip(nodes, shuffled, strict=True)}
        before, after = assess(data), assess(renamed(data, names))
        assert {told(one, names) for one in before.verdicts} == {told(one, {}) for one in after.verdicts}
        assert {found(one, names) for one in before.findings} == {found(one, {}) for one in after.findings}
        assert before.scores == after.scores


def renamed(data: Data, names: dict[str, str]) -> Data:
    """An organisation whose nodes have other ids."""

    def part(text: str) -> str:
        focus, dot, name = text.partition(".")
        return names.get(focus, focus) + dot + name

    def value(it: Any) -> Any:
        if isinstance(it, dict):
            return {key: value(one) for key, one in it.items()}
        if isinstance(it, list):
            return [value(one) for one in it]
        return part(it) if isinstance(it, str) else it

    nodes = {
        kind: [{**value(one), "id": names[f"{kind}:{one['id']}"].partition(":")[2]} for one in listed]
        for kind, listed in data["nodes"].items()
    }
    return {**value(data), "nodes": nodes}


def told(one: Any, names: dict[str, str]) -> object:
    return one.checkpoint, names.get(one.focus, one.focus), one.claimed, one.proven


def found(one: Any, names: dict[str, str]) -> object:
    act = frozenset(names.get(it.person, it.person) for it in one.act)
    return one.checkpoint, names.get(one.focus, one.focus), one.kind, one.reason, one.grade, one.certain, act


# ------------------------------------------------------------------------------------------------ strangers
ASKED_OF_ALL = {
    "unit": "the policy is told to every unit",
    "interested_party": "KAM policies are held against every party",
    "policy": "L-15 asks at each party whether every KAM policy is told there and can be had",
}
"""Kinds of which a checkpoint at another node asks all that there are, and why."""


class TestUnrelated:
    """'An unrelated node changes no verdict of another focus.'"""

    @given(
        organisations(),
        st.sampled_from(
            [one.name for one in VOCABULARY.kinds if not one.fixed and one.name not in ASKED_OF_ALL]
        ),
    )
    def test_changes_no_verdict_at_another_node(self, data: Data, kind: str) -> None:
        needed = {"due": "2027-01-01"} if kind == "promise" else {}
        stranger = {"id": "stranger", **needed, "basis": "belief"}
        more = deepcopy(data)
        more["nodes"].setdefault(kind, []).append(stranger)
        assert at_nodes(data).items() <= at_nodes(more).items()


def at_nodes(data: Data) -> dict[tuple[str, str], object]:
    return {
        (one.checkpoint, one.focus): (one.claimed, one.proven)
        for one in assess(data).verdicts
        if one.focus != ORGANISATION
    }
