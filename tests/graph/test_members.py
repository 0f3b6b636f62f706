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
    every,
    opposite,
    some,
    those,
    union,
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


drawn_members = st.builds(
    lambda truths, left_open: collected(
        (one for one, truth in zip("abc", truths, strict=True) if truth),
        (one for one, truth in zip("abc", truths, strict=True) if truth is None),
        left_open,
    ),
    st.lists(st.sampled_from(TRUTHS), min_size=3, max_size=3),
    st.booleans(),
)
of_each = st.fixed_dictionaries(dict.fromkeys("abc", st.sampled_from(TRUTHS)))


class TestEvery:
    @given(drawn_members, of_each)
    def test_it_is_so_where_every_completion_says_so(self, members: Members, so: dict[str, Truth]) -> None:
        known = [either(opposite(sure), so[one]) for one, sure in each(members)]
        known += [None] if members.open else []  # somebody else may be there of whom it is not so
        assert every(members, so.__getitem__) is agreed({all(one) for one in completions(known)})

    def test_it_is_so_of_none_at_all(self) -> None:
        assert every(Members(), lambda _: False) is True

    @pytest.mark.parametrize(
        ("members", "truth"),
        [
            (Members((A,)), True),
            (Members((A, B)), False),
            (Members((A,), (B,)), None),
            (Members((), (A,)), True),
            (Members((A,), open=True), None),
            (Members((B,), open=True), False),
        ],
    )
    def test_others_that_may_be_there_leave_it_open_unless_one_that_is_there_decides(
        self, members: Members, truth: Truth
    ) -> None:
        assert every(members, lambda one: one == A) is truth


class TestThose:
    @given(drawn_members, of_each)
    def test_one_is_there_where_it_is_a_member_and_so(self, members: Members, so: dict[str, Truth]) -> None:
        found = those(members, so.__getitem__)
        told = dict(each(members))
        named = {one: both(sure, so[one]) for one, sure in told.items()}
        assert dict(each(found)) == {one: truth for one, truth in named.items() if truth is not False}
        assert found.open is members.open


class TestUnion:
    @given(st.lists(drawn_members, max_size=3))
    def test_somebody_is_in_it_who_is_in_one_or_another(self, several: list[Members]) -> None:
        found = union(*several)
        for one in "abcd":
            assert found.has(one) is either(*(members.has(one) for members in several))
        assert found.exist is either(*(members.exist for members in several))

    def test_each_counts_once_and_certainly_where_one_is_certain(self) -> None:
        assert union(Members((B,), (A,)), Members((A,), (B,))) == Members((B, A))
        assert union() == Members()


class TestFactsOfMembers:
    def test_what_is_not_known_is_left_out(self) -> None:
        facts = {"a": {"owner": True, "head": None}, "b": {"owner": False, "head": None}}
        members = with_facts(Members((A,), (B,), open=True), lambda focus: facts[focus])
        assert members.facts == {A: {"owner": True}, B: {"owner": False}}
        assert members.open

    def test_nobody_has_no_facts(self) -> None:
        nobody = Members(open=True)
        assert with_facts(nobody, lambda focus: {"owner": True}) == nobody
