"""What an engine decided, as verdicts: of nodes that are there, that may be, and that nobody described."""

from __future__ import annotations

from kamassess.model.terms import Outcome
from tests.findings.small import BELIEVED, assess, checkpoint, people

NAMED = checkpoint(each="person", holds="person.leader")
FAILS, NOT_APPLICABLE = Outcome.NONCONFORMITY, Outcome.NOT_APPLICABLE


def test_of_a_node_that_is_only_believed_in_it_is_proven_possible_that_nothing_is_asked() -> None:
    (verdict,) = assess([NAMED], {"person": people("jan", **BELIEVED)}).verdicts
    assert verdict.claimed.outcomes == (FAILS,)
    assert NOT_APPLICABLE in verdict.proven.outcomes


def test_of_a_node_that_is_there_it_is_not() -> None:
    (verdict,) = assess([NAMED], {"person": people("jan")}).verdicts
    assert verdict.claimed.outcomes == verdict.proven.outcomes == (FAILS,)


def test_where_nodes_are_left_open_the_whole_stands_for_those_that_nobody_named() -> None:
    found = assess([NAMED], {"person": people("jan")}, not_described=["person"]).verdicts
    assert [one.focus for one in found] == ["person:jan", "organisation"]
    assert found[1].claimed.outcome is Outcome.UNDETERMINED


def test_what_is_possible_is_told_as_alternatives() -> None:
    (verdict,) = assess([checkpoint(ask={"nl": "Zo?", "en": "So?"}, scale="yes-no")]).verdicts
    assert str(verdict.claimed) == "conformity or nonconformity"
