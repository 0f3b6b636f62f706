"""The laws of whole assessments: engines agree, what is saved is read back, strangers change nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kamassess.checklist.compiled import Compiled
from kamassess.checklist.compiling import compile_checklists
from kamassess.engine.reference import Reference
from kamassess.engine.rete import Rete
from kamassess.files import load_checklist
from kamassess.judging import assess_organisation
from kamassess.model.terms import ORGANISATION, Outcome
from kamassess.report.json import sha256, to_json
from kamassess.report.reading import from_json
from kamassess.result import Result
from tests.norm import ASKED, compiled
from tests.second import needs_rete
from tests.strategies_organisations import AS_OF, Data, answered, foci_of, organisations, read

CHECKLISTS = Path(__file__).parents[2] / "checklists"
REFERENCE, RETE = Reference(), Rete()

described = organisations().flatmap(lambda data: answered(data, ASKED))

#: Assessing against every built-in checklist with both engines takes as long as twenty other examples.
few = settings(max_examples=max(20, settings().max_examples // 20))


@cache
def built_in() -> Compiled:
    return compile_checklists([load_checklist(path) for path in sorted(CHECKLISTS.glob("*.yaml"))])


@cache
def asked() -> dict[str, tuple[str, tuple[str, ...]]]:
    """The questions of the built-in checklists: of which kind each is asked, and what can be answered."""
    return {
        one.rule: (one.checkpoint.each, one.checkpoint.scale.words or ("0", "50"))
        for one in built_in().checkpoints
        if one.checkpoint.scale is not None
    }


def assess(data: Data) -> Result:
    return assess_organisation(read(data), compiled(), AS_OF, (REFERENCE,))


class TestEngines:
    """'Everything but ``run`` is the assessment: byte-equal whatever engine decided.'"""

    @needs_rete
    @given(described)
    def test_the_small_norm_is_assessed_alike_by_both(self, data: Data) -> None:
        both = assess_organisation(read(data), compiled(), AS_OF, (RETE, REFERENCE))
        assert to_json(both).partition('"run"')[0] == to_json(assess(data)).partition('"run"')[0]

    @few
    @needs_rete
    @given(organisations(), st.data())
    def test_the_built_in_checklists_are_assessed_alike_by_both(
        self, data: Data, drawn: st.DataObject
    ) -> None:
        organisation = read(drawn.draw(answered(data, asked())))
        by_reference = assess_organisation(organisation, built_in(), AS_OF, (REFERENCE, RETE))
        by_rete = assess_organisation(organisation, built_in(), AS_OF, (RETE,))
        assert by_reference == by_rete
        assert sha256(by_reference) == sha256(by_rete)


class TestSaving:
    """'Reading what was written gives the same assessment.'"""

    @given(described)
    def test_an_assessment_is_read_back_as_it_was(self, data: Data) -> None:
        result = assess(data)
        text = to_json(result)
        assert from_json(text) == result
        assert to_json(from_json(text)) == text

    @given(described)
    def test_the_same_input_gives_the_same_bytes(self, data: Data) -> None:
        assert to_json(assess(data)) == to_json(assess(data))


#: Of these kinds no rule of the small norm looks at all there are, but at the organisation as a whole.
STRANGERS = ("person", "role", "body", "unit", "chain", "step", "task", "document")


class TestStrangers:
    """
    A verdict at a node rests on what that node is linked to.

    Where the stranger is certainly there, it is certain that its kind is not empty, which a checkpoint with
    ``if_none`` looks at. So it is there on a belief.
    """

    @given(described, st.sampled_from(STRANGERS))
    def test_a_node_without_links_changes_no_verdict_of_another(self, data: Data, kind: str) -> None:
        stranger = {"id": "stranger", "basis": "belief"}
        listed = data["nodes"].get(kind, [])
        with_stranger = {**data, "nodes": {**data["nodes"], kind: [*listed, stranger]}}
        before, after = verdicts_at_nodes(assess(data)), verdicts_at_nodes(assess(with_stranger))
        assert before.items() <= after.items()


def verdicts_at_nodes(result: Result) -> dict[tuple[str, str], object]:
    return {
        (one.checkpoint, one.focus): (one.claimed, one.proven)
        for one in result.verdicts
        if one.focus != ORGANISATION
    }


class TestOwnershipOfChains:
    """'Every chain is exactly one of owned, reported unowned, undetermined', against K-4 as it is shipped."""

    @few
    @given(organisations().filter(lambda data: "chain" in data["nodes"]))
    def test_each_current_chain_is_one_of_the_three(self, data: Data) -> None:
        result = assess_organisation(read(data), built_in(), AS_OF, (REFERENCE,))
        verdicts = {one.focus: one for one in result.verdicts if one.checkpoint == "K-4"}
        reported = {
            one.focus
            for one in result.findings
            if one.checkpoint == "K-4" and one.kind == "missing-ownership"
        }
        for chain in foci_of(data, "chain"):
            outcome = verdicts[chain].claimed.outcome
            if outcome is not Outcome.NOT_APPLICABLE:
                known = (outcome is Outcome.CONFORMITY, chain in reported, outcome is Outcome.UNDETERMINED)
                assert known.count(True) == 1
