"""
Seven levels of customer orientation: where initiatives work, in which order, and with how much effort.

Only initiatives that are aimed at customer orientation are looked at. The seven levels are a
model to reflect with (Pol), not a measurement.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from attrs import frozen

from kamassess.graph.calendar import Interval, held
from kamassess.graph.members import Truth, both, each, either, every, opposite, some, those
from kamassess.graph.shares import share_of_sums
from kamassess.graph.view import View
from kamassess.model.terms import Level
from kamassess.showing.shown import Listing, Shown

LEVELS: Final = tuple(Level)
"""From the top down."""

WORKS_ON: Final = {
    "structure": Level.CONTEXT,
    "process": Level.CONTEXT,
    "system": Level.CONTEXT,
    "redesign": Level.CONTEXT,
    "coaching": Level.BEHAVIOUR,
    "training": Level.SKILLS,
    "culture": Level.VALUES,
    "values": Level.VALUES,
    "identity": Level.IDENTITY,
    "mission": Level.MISSION,
}
"""The level on which each sort of initiative works by itself; ``other`` has none."""

HARD: Final = ("structure", "process", "system")


# ------------------------------------------------------------------ initiatives
def is_hard(view: View, key: str) -> Truth:
    """Whether an initiative is on the hard side: structure, process or system."""
    return view.is_word(key, "sort", *HARD)


def ended(view: View, key: str) -> Truth:
    """Whether the last day of an initiative is before the assessment; not, where it has none."""
    if view.has(key, "end") is False:
        return False
    end = view.day(key, "end")
    return None if end is None else end < view.as_of


def lifted(view: View, key: str) -> Truth:
    """Whether each level on which an initiative is placed lies above the one where its sort works."""
    default = WORKS_ON.get(str(view.value(key, "sort")))
    if default is None:
        return None if view.value(key, "sort") is None else False
    placed = view.members(key, "interventions")
    higher = tuple(LEVELS[: LEVELS.index(default)])
    return both(placed.exist, every(placed, lambda one: view.is_word(one, "level", *higher)))


def works_on(view: View, key: str) -> Level | None:
    """
    The level on which an intervention works: the one that it is placed on.

    Of an initiative whose label lifts it, that is the one where its sort works, whatever it is called.
    """
    for initiative in view.members(key, "initiative").named:  # one at most
        is_told = view.has(initiative, "sort")  # of no sort that is told, it is taken at its label
        is_lifted = False if is_told is False else lifted(view, initiative)
        if is_lifted is None:
            return None
        if is_lifted:
            return WORKS_ON[str(view.value(initiative, "sort"))]
    placed = view.value(key, "level")
    return None if placed is None else Level(str(placed))


def _is(level: Level | None, other: Level) -> Truth:
    """Whether a level that may not be known is another."""
    return None if level is None else level is other


def _is_oriented(view: View, intervention: str) -> Truth:
    """Whether an intervention is of an initiative that is aimed at customer orientation."""
    initiatives = view.members(intervention, "initiative")
    return some(initiatives, lambda one: view.flag(one, "customer_orientation"))


def trains(view: View, key: str) -> Truth:
    """Whether an initiative trains knowledge or skills."""
    on_skills = some(view.members(key, "interventions"), lambda one: view.is_word(one, "level", Level.SKILLS))
    return either(view.is_word(key, "sort", "training"), on_skills)


def spent(what: str) -> Callable[[View, str], Decimal | None]:
    """The fact how much money, or how many hours, all interventions of an initiative take together."""

    def total(view: View, key: str) -> Decimal | None:
        interventions = view.members(key, "interventions")
        amounts = [view.value(one, what) for one in interventions.named]
        known = [one for one in amounts if isinstance(one, Decimal)]
        certain = not (interventions.open or interventions.possible) and len(known) == len(amounts)
        return sum(known, Decimal(0)) if certain and known else None

    return total


# ------------------------------------------------------------------ top down
@frozen
class _Work:
    """
    Work on a level.

    Args:
        level: the level; ``None`` where it is not known.
        start: when it began; ``None`` where that is not known.
        there: whether it is there, and aimed at customer orientation.
        management: whether it is aimed at management.
        employees: whether it is aimed at employees.
    """

    level: Level | None
    start: date | None
    there: Truth
    management: Truth
    employees: Truth

    def on(self, level: Level) -> Truth:
        """Whether it works on a level."""
        return _is(self.level, level)

    def began_by(self, day: date | None) -> Truth:
        """Whether it began on a day or before."""
        return None if self.start is None or day is None else self.start <= day


def _work(view: View) -> tuple[_Work, ...]:
    """All work on the levels; the last stands for work that nobody described, if there may be any."""

    def work_out() -> tuple[_Work, ...]:
        found = []
        interventions = view.all("intervention")
        for one, sure in each(interventions):
            level = works_on(view, one)
            initiatives = view.members(one, "initiative")
            for initiative, of_it in each(initiatives):
                found.append(
                    _Work(
                        level,
                        view.day(initiative, "start"),
                        both(sure, of_it, view.flag(initiative, "customer_orientation")),
                        view.flag(initiative, "for_management"),
                        view.flag(initiative, "for_employees"),
                    )
                )
            if initiatives.open:
                found.append(_Work(level, None, None, None, None))
        if interventions.open:
            found.append(_Work(None, None, None, None, None))
        return tuple(one for one in found if one.there is not False)

    return view.kept("work on the levels", work_out)


def is_judged(view: View, key: str) -> Truth:
    """Whether an intervention is of an initiative for customer orientation, and below the highest level."""
    return both(_is_oriented(view, key), opposite(_is(works_on(view, key), Level.MISSION)))


def above_worked(view: View, key: str) -> Truth:
    """Whether each level above that of an intervention was worked no later, or is in order."""
    level = works_on(view, key)
    if level is None:
        return None
    return both(*(_was_worked(view, key, one) for one in LEVELS[: LEVELS.index(level)]))


def next_above_worked(view: View, key: str) -> Truth:
    """Whether the level right above that of an intervention was worked no later, or is in order."""
    level = works_on(view, key)
    if level is None:
        return None
    at = LEVELS.index(level)
    return True if at == 0 else _was_worked(view, key, LEVELS[at - 1])


def _was_worked(view: View, key: str, level: Level) -> Truth:
    starts = [view.day(one, "start") for one in view.members(key, "initiative").certain]
    start = starts[0] if len(starts) == 1 else None
    work = (both(one.there, one.on(level), one.began_by(start)) for one in _work(view))
    return either(_is_in_order(view, level), *work)


def _is_in_order(view: View, level: Level) -> Truth:
    """Whether it was established by the day of assessment that a level is in order."""

    def established(one: str) -> Truth:
        return both(view.is_word(one, "level", level), view.flag(one, "in_order"), held(view, one))

    return view.kept(("in order", level), lambda: some(view.all("level_check"), established))


def with_values_of(whom: str) -> Callable[[View, str], Truth]:
    """The fact whether there is work on the values of management, or of employees, beside an initiative."""

    def beside(view: View, key: str) -> Truth:
        last = view.as_of if view.has(key, "end") is False else view.day(key, "end")
        return either(
            *(
                both(one.there, one.on(Level.VALUES), getattr(one, whom), one.began_by(last))
                for one in _work(view)
            )
        )

    return beside


def levels_worked(view: View) -> Interval:
    """On how many of the seven levels initiatives for customer orientation work."""
    work = _work(view)
    certain = {one.level for one in work if one.there and one.level is not None}
    possible = {one.level for one in work if one.level is not None}
    unknown = sum(one.level is None for one in work)  # each is on one level, be it not known on which
    some_work = any(one.there for one in work)
    high = len(LEVELS) if view.all("intervention").open else min(len(possible) + unknown, len(LEVELS))
    return Interval(max(len(certain), int(some_work)), high)


# ------------------------------------------------------------------ effort
@frozen
class Effort(Shown):
    """
    What is spent on a level inside one initiative.

    Args:
        initiative: the initiative.
        level: the level; ``None`` where it is not known.
        money: in euros; ``None`` where it is not known.
        hours: in hours; ``None`` where it is not known.
        hard: whether it is spent on the hard side: on the context level.
    """

    initiative: str
    level: Level | None
    money: Decimal | None
    hours: Decimal | None
    hard: Truth


def effort(view: View) -> Listing[Effort]:
    """
    The money and hours of initiatives for customer orientation, level by level inside each.

    Args:
        view: the graph under a reading.

    Returns:
        One for each intervention, in the order of the file.
    """
    return Listing(
        Effort(
            initiative,
            level,
            _amount(view, one, "money"),
            _amount(view, one, "hours"),
            _is(level, Level.CONTEXT),
        )
        for one in view.all("intervention").named
        for level in [works_on(view, one)]
        for initiative in view.members(one, "initiative").named
        if view.flag(initiative, "customer_orientation") is not False
    )


def _amount(view: View, key: str, what: str) -> Decimal | None:
    amount = view.value(key, what)
    return amount if isinstance(amount, Decimal) else None


def people_share(what: str) -> Callable[[View], Interval | None]:
    """The fact which share of the money, or of the hours, for customer orientation goes to people."""

    def share(view: View) -> Interval | None:
        interventions = view.all("intervention")
        spent = []
        for one, sure in each(interventions):
            to_people = opposite(_is(works_on(view, one), Level.CONTEXT))
            spent.append((both(sure, _is_oriented(view, one)), to_people, _amount(view, one, what)))
        return share_of_sums(spent, open=interventions.open)

    return share


# ------------------------------------------------------------------ symptoms
def first_answer(view: View, key: str) -> str | None:
    """The sort of the initiative for customer orientation that answered a symptom first."""
    sorts = {view.value(one, "sort") for one in _first(view, key)}
    return str(sorts.pop()) if len(sorts) == 1 and None not in sorts else None


def first_answer_hard(view: View, key: str) -> Truth:
    """Whether the initiative for customer orientation that answered a symptom first is on the hard side."""
    answers = {is_hard(view, one) for one in _first(view, key)}
    return answers.pop() if len(answers) == 1 else None


def _first(view: View, key: str) -> tuple[str, ...]:
    """The initiatives for customer orientation that may have answered first; none where anything may."""
    answers = those(view.members(key, "initiatives"), lambda one: view.flag(one, "customer_orientation"))
    starts = {one: view.day(one, "start") for one in answers.named}
    known = [day for one in answers.certain if (day := starts[one]) is not None and day <= view.as_of]
    if answers.open or not known:
        return ()
    first = min(known)
    return tuple(one for one, day in starts.items() if day is None or day <= first)
