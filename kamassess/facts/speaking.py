"""
Who said something, as far as that decides what it proves: whether a leader speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kamassess.graph.members import Truth, either
from kamassess.graph.ownership import leads, role_leads
from kamassess.graph.view import View

_LEADING: Final = {"unit": ("management",), "body": ("management_team", "top_management")}


def speaks_as_leader(view: View, by: str | None) -> Truth:
    """
    Whether somebody who said something leads.

    Args:
        view: a reading of the organisation.
        by: the name, as it stands with what was said: an id, with or without its kind, or what people
            call somebody; ``None``: nobody is named.

    Returns:
        Whether they lead; ``None``: not known, as of somebody who is not named, or whom nobody described.
    """
    found = {_leads(view, one) for one in _named(view).get(by or "", ())}
    return found.pop() if len(found) == 1 else None


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
    """The nodes by what they may be called: by key and id, and persons by their name in each language."""

    def work_out() -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, node in view.graph.nodes.items():
            called = (node.name or {}).values() if node.kind == "person" else ()
            for name in dict.fromkeys((key, node.id, *called)):
                found[name] = (*found.get(name, ()), key)
        return found

    return view.kept("nodes by name", work_out)
