"""How far a row is: each says it of its own answer, about its own chain."""

from __future__ import annotations

from kamassess.questionnaire.states import state_of
from tests.questionnaire.test_questions import asked_of

OWNED = """\
id: x
nodes:
  person: [{id: jan}]
  chain: [{id: a, owners: [jan]}, {id: b, owners: [jan]}, {id: c, owners: [jan]}]
evidence: [{id: e, kind: record, on: 2026-01-01, about: [A-1]}]
answers:
"""
SURE, UNSURE = "basis: record, evidence: [e], on: 2026-02-01", "basis: belief, by: jan"


def states(*answers: tuple[str, str, str]) -> dict[str, list[str]]:
    """The states of the rows about each chain."""
    listed = "".join(
        f"- {{checkpoint: A-1, focus: 'chain:{chain}', value: {value}, {rest}}}\n"
        for chain, value, rest in answers
    )
    asked = [one for one in asked_of(OWNED + (listed or "[]")) if one.checkpoint.id == "A-1"]
    return {one.focus: [state_of(one, at) for at in (range(len(one.answers)) or (None,))] for one in asked}


def test_each_chain_has_its_own() -> None:
    assert states(("a", "yes", SURE), ("b", "yes", UNSURE)) == {
        "chain:a": ["proven"],
        "chain:b": ["unsure"],
        "chain:c": ["open"],
    }


def test_each_answer_has_its_own() -> None:
    found = states(("a", "yes", SURE), ("a", "yes", UNSURE), ("a", "no", UNSURE))
    assert found["chain:a"] == ["proven", "decided", "decided"]


def test_answers_that_are_not_certain_are_not_proven_however_many_there_are() -> None:
    found = states(("a", "yes", UNSURE), ("a", "no", UNSURE))
    assert found["chain:a"] == ["unsure", "unsure"]


def test_certain_answers_that_say_different_things_are_contradicted() -> None:
    found = states(("a", "yes", SURE), ("a", "no", SURE), ("a", "no", UNSURE))
    assert found["chain:a"] == ["contradicted", "contradicted", "unsure"]


def test_what_is_certain_without_its_answer_is_decided() -> None:
    described = "{id: x, described: {basis: record}, answers: [{checkpoint: A-2, value: yes, basis: belief}]}"
    (asked,) = asked_of(described)
    assert (state_of(asked, 0), asked.is_proven) == ("decided", True)
