"""
Who heard what: units that were told of the policies and the objectives for feedback.

A unit hears what was told to it, to a unit that holds it, or to everybody.
What everybody heard is worked out once, and so is what units heard that the
very same communications reached: the work grows with the links that there
are, and not with units times objectives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from kamassess.graph.alignment import is_feedback_policy, objective_for_feedback
from kamassess.graph.calendar import held
from kamassess.graph.chains import with_outer
from kamassess.graph.members import Truth, both, each, either
from kamassess.graph.view import View

Reached = Iterable[tuple[str, Truth]]
"""Communications, each with whether it certainly reached somebody; never one that did not."""


def told_feedback_policy(view: View, key: str) -> Truth:
    """Whether a unit, or one that holds it, was told of a policy about feedback by the day of assessment."""
    reached = _reached(view, key)
    return view.kept(("told of a policy", reached), lambda: _told_of_one(view, reached))


def told_feedback_objectives(view: View, key: str) -> Truth:
    """Whether a unit, or one that holds it, was told of each objective for feedback; not, without any."""
    reached = _reached(view, key)
    return view.kept(("told of each objective", reached), lambda: _told_of_each(view, reached))


# ------------------------------------------------------------------ what there is to be told
@frozen
class _Subjects:
    """
    What should be told, and how much of it everybody heard.

    Args:
        certain: what certainly is one.
        possible: what may be one.
        open: whether there may be others that nobody named.
        untold: what it means when no communication is about it: not told, or not known.
        to_all: what everybody heard of, all subjects taken together, each with whether that is certain.
    """

    certain: frozenset[str]
    possible: frozenset[str]
    open: bool
    untold: Truth
    to_all: Mapping[str, Truth]

    def is_one(self, key: str) -> Truth:
        """Whether a node is one of them."""
        return True if key in self.certain else None if key in self.possible else False


def _policies(view: View) -> _Subjects:
    return view.kept("policies to be told", lambda: _subjects(view, "policy", is_feedback_policy))


def _objectives(view: View) -> _Subjects:
    return view.kept("objectives to be told", lambda: _subjects(view, "objective", objective_for_feedback))


def _subjects(view: View, kind: str, is_one: Callable[[View, str], Truth]) -> _Subjects:
    every = view.all(kind)
    found = {one: both(sure, is_one(view, one)) for one, sure in each(every)}
    may_be_told = any(view.members(key, "told_in").open for key in found)
    told = _about(view, _communications(view).to_all, {})
    return _Subjects(
        frozenset(key for key, truth in found.items() if truth),
        frozenset(key for key, truth in found.items() if truth is None),
        every.open,
        None if may_be_told else False,
        {key: truth for key, truth in told.items() if found.get(key, False) is not False},
    )


def _told_of_one(view: View, reached: Reached) -> Truth:
    policies = _policies(view)
    told = {**policies.to_all, **_about(view, reached, policies.to_all)}
    answers = (both(policies.is_one(key), truth) for key, truth in told.items())
    may_be = policies.open or (policies.untold is None and bool(policies.certain or policies.possible))
    return either(None if may_be else False, *answers)


def _told_of_each(view: View, reached: Reached) -> Truth:
    objectives = _objectives(view)
    told = _about(view, reached, objectives.to_all)
    # What everybody heard is counted once for all units; here is added what only some heard.
    heard, surely = view.kept("told of to all", lambda: _heard_by_all(view))
    new = {key: truth for key, truth in told.items() if key not in objectives.to_all}
    surer = {key: truth for key, truth in told.items() if objectives.to_all.get(key) is None}
    untold = len(objectives.certain) - heard - _counted(objectives, new)[0]
    if untold and objectives.untold is False:
        return False
    told_surely = surely + _counted(objectives, surer)[1]
    all_told = told_surely == len(objectives.certain) + len(objectives.possible) and not objectives.open
    there = True if objectives.certain else None if objectives.possible or objectives.open else False
    return both(there, True if all_told else None)


def _heard_by_all(view: View) -> tuple[int, int]:
    objectives = _objectives(view)  # asked for here, so that what is kept is as doubtful as they are
    return _counted(objectives, objectives.to_all)


def _counted(subjects: _Subjects, told: Mapping[str, Truth]) -> tuple[int, int]:
    """How many certain subjects were perhaps told of, and how many subjects certainly."""
    return (
        sum(key in subjects.certain for key in told),
        sum(truth is True and subjects.is_one(key) is not False for key, truth in told.items()),
    )


# ------------------------------------------------------------------ whom it was told to
@frozen
class _Communications:
    """
    Communications that were held by the day of assessment, or may have been, by whom they reached.

    Args:
        to_all: those that reached everybody.
        to_place: those that reached a unit by name, by unit.
        named: all that reached somebody by name.
    """

    to_all: tuple[tuple[str, Truth], ...]
    to_place: Mapping[str, list[tuple[str, Truth]]]
    named: tuple[str, ...]


def _communications(view: View) -> _Communications:
    return view.kept("communications", lambda: _list_communications(view))


def _list_communications(view: View) -> _Communications:
    to_all: list[tuple[str, Truth]] = []
    to_place: dict[str, list[tuple[str, Truth]]] = {}
    named: list[str] = []
    for one in view.all("communication").named:
        was_held, to = held(view, one), view.members(one, "to")
        if was_held is False:
            continue
        everybody = both(was_held, either(view.flag(one, "to_all"), None if to.open else False))
        if everybody is not False:
            to_all.append((one, everybody))
        for place, sure in each(to):
            to_place.setdefault(place, []).append((one, both(was_held, sure)))
        if to.named:
            named.append(one)
    return _Communications(tuple(to_all), to_place, tuple(named))


def _reached(view: View, unit: str) -> frozenset[tuple[str, Truth]]:
    """The communications that reached a unit by its name, or by that of one that holds it."""

    def work_out() -> frozenset[tuple[str, Truth]]:
        communications, places = _communications(view), with_outer(view, unit)
        found: dict[str, Truth] = dict.fromkeys(communications.named, None) if places.open else {}
        for place, way in each(places):
            for communication, sure in communications.to_place.get(place, ()):
                found[communication] = either(found.get(communication, False), both(way, sure))
        return frozenset(found.items())

    return view.kept(("reached", unit), work_out)


def _about(view: View, reached: Reached, before: Mapping[str, Truth]) -> dict[str, Truth]:
    """What communications were about, each with whether it was certainly told, here or before."""
    told: dict[str, Truth] = {}
    for communication, truth in reached:
        for one, sure in each(view.members(communication, "about")):
            earlier = told.get(one, before.get(one, False))
            told[one] = either(earlier, both(truth, sure))
    return told
