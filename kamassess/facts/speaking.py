"""
Who said something, as far as that decides what it proves: whether a leader speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.errors import nearest
from kamassess.graph.members import Truth, either
from kamassess.graph.ownership import leads, role_leads
from kamassess.graph.view import View

_LEADING: Final = {"unit": ("management",), "body": ("management_team", "top_management")}


def speaks_as_leader(view: View, by: str) -> Truth:
    """
    Whether somebody who said something leads.

    A name that is nearly that of somebody who may lead may be theirs, misspelt: then it is not known. Any
    other name that is not described is no leader's, unless there may be persons whom nobody described.

    Args:
        view: a reading of the organisation.
        by: the name, as it stands with what was said: an id, with or without its kind, or what people
            call somebody.

    Returns:
        Whether they lead; ``None``: not known.
    """
    meant = [key for key, names in _named(view).items() if by in names]
    if meant:
        found = {_leads(view, one) for one in meant}
        return found.pop() if len(found) == 1 else None
    if view.all("person").open or nearest(by, _leaders(view)) is not None:
        return None
    return False


def _leads(view: View, key: str) -> Truth:
    kind = view.kind_of(key)
    if key not in view.all(kind).certain:
        return None
    if kind == "person":
        return leads(view, key)
    if kind == "role":
        return either(role_leads(view, key), view.flag(key, "top_management"))
    return either(*(view.flag(key, one) for one in _LEADING.get(kind, ())))


def _named(view: View) -> Mapping[str, tuple[str, ...]]:
    """What each node may be called by: its key, its id, and a person's name in each language."""

    def names(key: str) -> tuple[str, ...]:
        node = view.graph.nodes[key]
        called = (node.name or {}).values() if node.kind == "person" else ()
        return (key, node.id, *called)

    return view.kept("names", lambda: {key: names(key) for key in view.graph.nodes})


def _leaders(view: View) -> tuple[str, ...]:
    """The names of the persons who may lead."""
    may_lead = (key for key in view.graph.kinds["person"] if _leads(view, key) is not False)
    return tuple(name for key in may_lead for name in _named(view)[key])
