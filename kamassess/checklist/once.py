"""
What is worked out from a ruleset is worked out once, for as long as the ruleset is there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from kamassess.checklist.ruleset import Ruleset

T = TypeVar("T")


def once_per_ruleset(work: Callable[[Ruleset], T]) -> Callable[[Ruleset], T]:
    """
    The same function, that remembers what it gave for each ruleset.

    Args:
        work: a pure function; what it gives must not hold the ruleset itself.

    Returns:
        The function that remembers.

    Example:
        >>> ruleset = Ruleset(strata=(), asks={}, relations={})
        >>> strata = once_per_ruleset(lambda one: list(one.strata))
        >>> strata(ruleset) is strata(ruleset)
        True
    """
    # A ruleset holds dictionaries and has no hash: it is known by its identity, until it goes.
    known: dict[int, tuple[ref[Ruleset], T]] = {}

    @wraps(work)
    def remembered(ruleset: Ruleset) -> T:
        key = id(ruleset)
        found = known.get(key)
        if found is None:
            result = work(ruleset)
            known[key] = (ref(ruleset, lambda _: known.pop(key, None)), result)
            return result
        return found[1]

    return remembered
