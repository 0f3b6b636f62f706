"""A value that is worked out when somebody asks for it, and then is that value."""

from __future__ import annotations

import pickle

from kamassess.later import Later


def test_it_is_worked_out_once_and_not_before_it_is_asked_for() -> None:
    asked: list[int] = []

    def work_out() -> int:
        asked.append(1)
        return 5

    later = Later(work_out)
    assert asked == []
    assert (later.value, later.value) == (5, 5)
    assert asked == [1]


def test_what_was_worked_out_may_be_nothing() -> None:
    assert Later(lambda: None).value is None


def test_it_is_compared_hashed_and_shown_as_its_value() -> None:
    later = Later(lambda: ("a", 1))
    assert later == Later.known(("a", 1))
    assert later != Later.known(("a", 2))
    assert later != ("a", 1)
    assert hash(later) == hash(("a", 1))
    assert repr(later) == "('a', 1)"


def test_it_is_pickled_as_its_value_whatever_it_was_to_be_worked_out_from() -> None:
    assert pickle.loads(pickle.dumps(Later(lambda: [1, 2]))).value == [1, 2]  # noqa: S301  # our own
