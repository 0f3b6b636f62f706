"""Who is a member: certainly, possibly, not; and what follows for all and for some."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.graph.members import (
    Members,
    Truth,
    both,
    collected,
    each,
    either,
    opposite,
    some,
    with_facts,
)

A, B = "a", "b"
TRUTHS: tuple[Truth, ...] = (True, False, None)
truths = st.lists(st.sampled_from(TRUTHS), max_size=4)


def completions(known: list[Truth]) -> list[tuple[bool, ...]]:
    """All that truths could turn out to be."""
    return list(product(*((True, False) if truth is None else (truth,) for truth in known)))


def agreed(found: set[bool]) -> Truth:
    return found.pop() if len(found) == 1 else None


class TestTruth:
    """A truth is known when every completion of what is unknown gives the same."""

    @given(truths)
    def test_both_is_what_every_completion_gives(self, known: list[Truth]) -> None:
        assert both(*known) is agreed({all(one) for one in completions(known)})

    @given(truths)
    def test_either_is_what_every_completion_gives(self, known: list[Truth]) -> None:
        assert either(*known) is agreed({any(one) for one in completions(known)})

    @pytest.mark.parametrize("truth", TRUTHS)
    def test_opposite_twice_changes_nothing(self, truth: Truth) -> None:
        assert opposite(opposite(truth)) is truth

    @given(truths)
    def test_both_is_the_opposite_of_either_of_the_opposites(self, known: list[Truth]) -> None:
        assert both(*known) is opposite(either(*map(opposite, known)))


class TestMembers:
    @pytest.mark.parametrize(
        ("members", "exist", "has_a"),
        [
            (Members(), False, False),
            (Members(open=True), None, None),
            (Members(possible=(A,)), None, None),
            (Members(possible=(B,)), None, False),
            (Members((A,)), True, True),
            (Members((B,)), True, False),
            (Members((B,), open=True), True, None),
            (Members((B,), (A,)), True, None),
        ],
    )
    def test_there_is_one_where_one_is_certain_and_none_where_none_is_possible(
        self, members: Members, exist: Truth, has_a: Truth
    ) -> None:
        assert members.exist is exist
        assert members.has("a") is has_a

    def test_the_certain_are_named_before_the_possible(self) -> None:
        members = Members((B,), (A,))
        assert members.named == (B, A)
        assert list(each(members)) == [(B, True), (A, None)]


class TestCollected:
    def test_each_counts_once_in_the_order_given(self) -> None:
        assert collected(["b", "a", "b"], []).certain == (B, A)

    def test_who_is_certainly_there_is_not_possibly_there_as_well(self) -> None:
        assert collected(["a"], ["a", "b", "b"]) == Members((A,), (B,))

    def test_others_stay_possible(self) -> None:
        assert collected([], [], open=True).open


class TestSome:
    def test_it_is_so_of_one_that_is_certain(self) -> None:
        assert some(Members((A,)), lambda _: True) is True

    def test_it_is_not_known_of_one_that_is_possible(self) -> None:
        assert some(Members(possible=(A,)), lambda _: True) is None
        assert some(Members(possible=(A,)), lambda _: False) is False

    def test_others_that_nobody_named_leave_it_open(self) -> None:
        assert some(Members((A,), open=True), lambda _: False) is None
        assert some(Members((A,), open=True), lambda _: True) is True


class TestFactsOfMembers:
    def test_what_is_not_known_is_left_out(self) -> None:
        facts = {"a": {"owner": True, "head": None}, "b": {"owner": False, "head": None}}
        members = with_facts(Members((A,), (B,), open=True), lambda focus: facts[focus])
        assert members.facts == {A: {"owner": True}, B: {"owner": False}}
        assert members.open
