"""The laws of before and after: nothing is lost, and what is not known is never told as solved."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from kamassess.comparing import How, compare_results
from kamassess.engine.reference import Reference
from kamassess.judging import assess_organisation
from kamassess.model.terms import FindingKind, Outcome
from kamassess.result import Result
from tests.norm import ASKED, compiled
from tests.strategies_organisations import AS_OF, Data, answered, organisations, read

described = organisations().flatmap(lambda data: answered(data, ASKED))


def assess(data: Data) -> Result:
    return assess_organisation(read({**data, "id": "same"}), compiled(), AS_OF, (Reference(),))


class TestTwoAssessments:
    """'What is new, solved, still open (by finding id).' The unknown is never a no and never a yes."""

    @given(described, described)
    def test_lose_no_finding_and_tell_none_twice(self, before: Data, after: Data) -> None:
        earlier, later = assess(before), assess(after)
        told = Counter(one.finding.id for one in compare_results(earlier, later).findings)
        assert set(told) == {one.id for result in (earlier, later) for one in result.findings}
        assert set(told.values()) <= {1}

    @given(described, described)
    def test_tell_as_solved_nothing_that_is_not_known_and_as_certain_only_what_is_proven(
        self, before: Data, after: Data
    ) -> None:
        earlier, later = assess(before), assess(after)
        verdicts = {(one.checkpoint, one.focus): one for one in later.verdicts}
        for one in compare_results(earlier, later).of(How.SOLVED):
            finding = one.finding
            if finding.checkpoint is not None:
                verdict = verdicts[finding.checkpoint, finding.focus]
                assert verdict.claimed.outcome is not Outcome.UNDETERMINED
                assert one.certain == (verdict.proven.outcome is verdict.claimed.outcome)
                if (
                    finding.kind is not FindingKind.CONTRADICTION
                ):  # which can go while the gap beside it stays
                    assert verdict.claimed.outcome is Outcome.CONFORMITY


@given(described)
def test_an_assessment_beside_itself_has_changed_in_nothing(data: Data) -> None:
    one = assess(data)
    changes = compare_results(one, one)
    assert not changes.differing
    assert {it.how for it in changes.findings} <= {How.OPEN}
    assert all(it.by() in ((0, 0, 0), (None, None, None)) for it in changes.scores)
