"""The laws of an assessment: verdicts, findings and scores, whatever the uncertain turns out to be."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from kamassess.checklist.compiling import compile_checklists
from kamassess.checklist.reading import checklist_from_data
from kamassess.engine.reference import Reference
from kamassess.engine.verdict import Possible
from kamassess.judging import assess_organisation
from kamassess.model.terms import ORGANISATION, FindingKind, Outcome, Reading
from kamassess.result import JudgedFocus, Result
from tests.norm import ASKED, NORM, compiled, norm
from tests.strategies_organisations import (
    AS_OF,
    CERTAIN,
    Data,
    answered,
    claim_of,
    completed,
    organisations,
    read,
)

ENGINES = (Reference(),)
described = organisations().flatmap(lambda data: answered(data, ASKED))


def assess(data: Data) -> Result:
    return assess_organisation(read(data), compiled(), AS_OF, ENGINES)


def by_place(result: Result) -> dict[tuple[str, str], JudgedFocus]:
    return {(one.checkpoint, one.focus): one for one in result.verdicts}


def is_within(narrow: Possible, wide: Possible) -> bool:
    """Whether whatever is possible under one is possible under the other."""
    if not set(narrow.outcomes) <= set(wide.outcomes):
        return False
    if narrow.value is None or wide.value is None:
        return narrow.value is None
    return wide.value[0] <= narrow.value[0] and narrow.value[1] <= wide.value[1]


IF_NONE = {
    one.id: one.if_none or Outcome.NOT_APPLICABLE for one in norm().checkpoints if one.each != ORGANISATION
}


def check_verdicts(before: Result, completion: Result, reading: Reading) -> None:
    """Each verdict on what an organisation turned out to be was possible before."""
    found = by_place(completion)
    for (checkpoint, focus), one in by_place(before).items():
        possible = one.claimed if reading is Reading.CLAIMED else one.proven
        if (checkpoint, focus) in found:
            assert is_within(found[checkpoint, focus].claimed, possible), (checkpoint, focus)
        elif focus != ORGANISATION:  # the node turned out not to be there
            none_is = (
                found[checkpoint, ORGANISATION].claimed.outcome
                if (checkpoint, ORGANISATION) in found
                else None
            )
            assert (none_is or Outcome.NOT_APPLICABLE) in possible.outcomes, (checkpoint, focus)


class TestReadings:
    """'Proven never contradicts claimed; it only knows less.'"""

    @given(described)
    def test_what_is_possible_as_claimed_is_possible_as_proven(self, data: Data) -> None:
        for one in assess(data).verdicts:
            assert is_within(one.claimed, one.proven), (one.checkpoint, one.focus)

    @given(described)
    def test_a_score_is_at_least_the_proven_and_at_most_the_possible(self, data: Data) -> None:
        for one in assess(data).scores:
            if one.claimed is not None:
                assert one.proven is not None
                assert one.possible is not None
                assert 0 <= one.proven <= one.claimed <= one.possible <= 1


class TestVerdictsAgainstWhatIsSo:
    """'A verdict is what is still possible.'"""

    @given(described, st.data())
    def test_whatever_turns_out_was_possible_as_proven(self, data: Data, drawn: st.DataObject) -> None:
        completion = drawn.draw(completed(data, ASKED))
        check_verdicts(assess(data), assess(completion), Reading.PROVEN)

    @given(described, st.data())
    def test_whatever_turns_out_when_the_claims_are_true_was_possible_as_claimed(
        self, data: Data, drawn: st.DataObject
    ) -> None:
        completion = drawn.draw(completed(data, ASKED, trusting=True))
        check_verdicts(assess(data), assess(completion), Reading.CLAIMED)


class TestScoresAgainstWhatIsSo:
    """'Under each reading the interval contains the score of every completion of what is unknown.'"""

    @given(described, st.data())
    def test_no_completion_scores_below_the_proven(self, data: Data, drawn: st.DataObject) -> None:
        completion = drawn.draw(completed(data, ASKED))
        for before, after in zip(assess(data).scores, assess(completion).scores, strict=True):
            if after.claimed is None:
                assert before.may_be_empty
            elif before.proven is not None:
                assert before.proven <= after.claimed, before.requirement

    @given(described, st.data())
    def test_a_completion_in_which_the_claims_are_true_scores_between_claimed_and_possible(
        self, data: Data, drawn: st.DataObject
    ) -> None:
        completion = drawn.draw(completed(data, ASKED, trusting=True))
        for before, after in zip(assess(data).scores, assess(completion).scores, strict=True):
            if after.claimed is None or after.possible is None:
                assert before.may_be_empty
            else:
                assert before.claimed is not None
                assert before.possible is not None
                assert before.claimed <= after.claimed <= after.possible <= before.possible


class TestKnowingMore:
    """'A newly known fact never turns a decided verdict undetermined.'"""

    @given(described, st.data())
    def test_evidence_for_what_was_believed_decides_more(self, data: Data, drawn: st.DataObject) -> None:
        known = deepcopy(data)
        told = [one for listed in known["nodes"].values() for node in listed for one in claims_in(node)]
        assume(told)
        drawn.draw(st.sampled_from(told)).update(CERTAIN[0])
        check_decided(assess(data), assess(known), Reading.PROVEN)

    @given(described, st.data())
    def test_an_answer_to_what_nobody_answered_decides_more(self, data: Data, drawn: st.DataObject) -> None:
        given = {(one["checkpoint"], one["focus"]) for one in data["answers"]}
        open_questions = [
            (checkpoint, one.focus)
            for checkpoint in ASKED
            for one in assess(data).verdicts
            if one.checkpoint == checkpoint and (checkpoint, one.focus) not in given
            if one.focus.partition(":")[0] == ASKED[checkpoint][0]
        ]
        assume(open_questions)
        checkpoint, focus = drawn.draw(st.sampled_from(open_questions))
        answer = {
            "checkpoint": checkpoint,
            "focus": focus,
            "value": drawn.draw(st.sampled_from(ASKED[checkpoint][1])),
        }
        for reading, claim in ((Reading.CLAIMED, {}), (Reading.PROVEN, CERTAIN[0])):
            check_decided(
                assess(data), assess({**data, "answers": [*data["answers"], {**answer, **claim}]}), reading
            )

    @given(described)
    def test_a_part_of_which_is_said_that_nothing_more_is_there_decides_more(self, data: Data) -> None:
        for reading in Reading:
            check_decided(assess(data), assess({**data, "not_described": []}), reading)


def claims_in(node: Data) -> list[Data]:
    """The links and attributes of a node that bear a claim which is not certain."""
    told = [one for part in node.values() for one in (part if isinstance(part, list) else [part])]
    return [one for one in told if isinstance(one, dict) and claim_of(one) and claim_of(one) not in CERTAIN]


def check_decided(before: Result, after: Result, reading: Reading) -> None:
    found = by_place(after)
    for place, one in by_place(before).items():
        then = one.claimed if reading is Reading.CLAIMED else one.proven
        if then.outcome is not Outcome.UNDETERMINED and place in found:
            now = found[place].claimed if reading is Reading.CLAIMED else found[place].proven
            assert now.outcome is then.outcome, place


class TestOrder:
    """'The order of nodes, rules and answers does not matter.'"""

    @given(described, st.randoms(use_true_random=False))
    def test_an_organisation_may_be_written_in_any_order(self, data: Data, random: Any) -> None:
        shuffled = deepcopy(data)
        for listed in (*shuffled["nodes"].values(), shuffled["answers"], shuffled["evidence"]):
            random.shuffle(listed)
        for listed in shuffled["nodes"].values():
            for node in listed:
                for part in node.values():
                    if isinstance(part, list):
                        random.shuffle(part)
        kinds = list(shuffled["nodes"].items())
        random.shuffle(kinds)
        shuffled["nodes"] = dict(kinds)
        assert essence(assess(data)) == essence(assess(shuffled))

    @given(described)
    def test_a_checklist_may_be_written_in_any_order(self, data: Data) -> None:
        backwards = {
            **NORM,
            "requirements": [
                {**one, "checkpoints": one["checkpoints"][::-1]} for one in NORM["requirements"][::-1]
            ],
        }
        other = compile_checklists([checklist_from_data(backwards)])
        result = assess_organisation(read(data), other, AS_OF, ENGINES)
        assert essence(assess(data)) == essence(result)


def essence(result: Result, names: dict[str, str] | None = None) -> Any:
    """What was decided, found and scored, in no order; nodes by other names where these are given."""

    def named(focus: str) -> str:
        return (names or {}).get(focus, focus)

    return (
        {(one.checkpoint, named(one.focus)): (one.claimed, one.proven) for one in result.verdicts},
        {
            (
                one.checkpoint,
                named(one.focus),
                one.kind,
                one.reason,
                one.grade,
                one.certain,
                frozenset(named(actor.person) for actor in one.act),
            )
            for one in result.findings
        },
        {one.requirement: one for one in result.scores},
    )


class TestNames:
    """'Renaming ids changes nothing but names.'"""

    @given(described)
    def test_nodes_may_have_any_ids(self, data: Data) -> None:
        ids = [(kind, node["id"]) for kind, listed in data["nodes"].items() for node in listed]
        # Backwards, so that what comes first in the alphabet comes last.
        new = {f"{kind}:{id_}": f"{kind}:z{99 - number}" for number, (kind, id_) in enumerate(ids)}
        renamed = rename(data, new | {id_: new[f"{kind}:{id_}"].partition(":")[2] for kind, id_ in ids})
        assert essence(assess(data), new) == essence(assess(renamed))


def rename(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: rename(one, names) for key, one in value.items()}
    if isinstance(value, list):
        return [rename(one, names) for one in value]
    if isinstance(value, str) and value.count(".") == 1 and value.partition(".")[0] in names:
        place, _, part = value.partition(".")
        return f"{names[place]}.{part}"
    return names.get(value, value) if isinstance(value, str) else value


class TestOwnership:
    """'Every chain is exactly one of owned, reported unowned, undetermined.'"""

    @given(described)
    def test_a_chain_is_owned_or_reported_or_not_known(self, data: Data) -> None:
        result = assess(data)
        reported = {one.focus for one in result.findings if one.kind is FindingKind.MISSING_OWNERSHIP}
        for one in result.verdicts:
            if one.checkpoint == "N-1" and one.focus != ORGANISATION:
                owned = one.claimed.outcome is Outcome.CONFORMITY
                unknown = one.claimed.outcome is Outcome.UNDETERMINED
                assert [owned, one.focus in reported, unknown].count(True) == 1


class TestFindings:
    """'Findings, from (claimed, proven).'"""

    @given(described)
    def test_each_verdict_has_the_finding_of_the_table(self, data: Data) -> None:
        result = assess(data)
        told = {
            (one.checkpoint, one.focus): one.kind
            for one in result.findings
            if one.kind is not FindingKind.CONTRADICTION and one.checkpoint
        }
        for one in result.verdicts:
            kind = told.get((one.checkpoint, one.focus))
            failing = (FindingKind.GAP, FindingKind.MISSING_OWNERSHIP, FindingKind.OBSERVATION)
            match one.claimed.outcome, one.proven.outcome:
                case (Outcome.NONCONFORMITY, _):
                    assert kind in failing
                case (Outcome.UNDETERMINED, _):
                    assert kind is FindingKind.UNANSWERED
                case (_, Outcome.UNDETERMINED):
                    assert kind is FindingKind.UNPROVEN
                case _:
                    assert kind is None

    @given(described)
    def test_each_finding_has_an_id_of_its_own(self, data: Data) -> None:
        findings = assess(data).findings
        assert len({one.id for one in findings}) == len(findings)

    @given(described)
    def test_whoever_must_act_is_a_person_with_a_way_from_the_focus(self, data: Data) -> None:
        for one in assess(data).findings:
            for actor in one.act:
                assert actor.person.startswith("person:")
                assert actor.via
            assert len({actor.person for actor in one.act}) == len(one.act)
