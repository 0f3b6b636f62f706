"""
Who must act on a finding.
"""

from __future__ import annotations

from kamassess.findings.finding import Atom
from kamassess.graph.ownership import Actor, actors, in_top_management
from kamassess.graph.view import View
from kamassess.model.terms import ORGANISATION


def who_acts(view: View, focus: str, because: tuple[Atom, ...]) -> tuple[Actor, ...]:
    """
    Who must act on a finding: the owners of its focus, or of the nearest node above it.

    Of a finding about the organisation as a whole those of the nodes that
    decided it, or else top management.

    Args:
        view: the graph, every claim taken at its word.
        focus: what the finding is about.
        because: the atoms that decided it.

    Returns:
        The persons, each once, with the way from the focus; nobody where nobody answers.
    """
    if focus != ORGANISATION:
        return actors(view, focus)
    nodes = dict.fromkeys(atom.focus for atom in because if atom.focus != ORGANISATION)
    found = {it.person: it for node in nodes for it in reversed(actors(view, node))}
    if not found:
        return view.kept("top management", lambda: _top_management(view))
    return tuple(found.values())


def _top_management(view: View) -> tuple[Actor, ...]:
    persons = view.all("person").named
    return tuple(Actor(one, (ORGANISATION,)) for one in persons if in_top_management(view, one))
