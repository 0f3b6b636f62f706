"""
What findings have in common: the node, attribute or relation that decided them.
"""

from __future__ import annotations

from typing import Final

from kamassess.findings.finding import Atom
from kamassess.graph.chains import alike_chains
from kamassess.graph.ownership import owners
from kamassess.graph.view import View
from kamassess.model.terms import ORGANISATION, FindingKind

_NOT_KNOWN: Final = (FindingKind.UNPROVEN, FindingKind.UNANSWERED)

_WITH_DUTIES: Final = "chain"
"""The kind whose duties an owner takes along: without one, it is not each duty that is to be mended."""

_IS_OWNER: Final = "owner"
"""What the vocabulary asks of a person as one who is accountable for a duty of a chain."""


def cause_of(view: View, kind: FindingKind, focus: str, because: tuple[Atom, ...]) -> str | None:
    """
    The part of the description that decided a finding, as ``kind:id.part``.

    Where a duty of a chain is missing and nobody owns the chain at all, that is
    the cause, and so it is where it is not known whether somebody does; where
    chains are alike, their group is; else the part that the deepest atom rests
    on, for that is the node to mend.

    Args:
        view: the graph, every claim taken at its word.
        kind: what the finding is.
        focus: what it is about.
        because: the atoms that decided it.

    Returns:
        The cause; ``None`` where only an answer decided.
    """
    missing = kind is FindingKind.MISSING_OWNERSHIP and focus != ORGANISATION
    if missing and view.kind_of(focus) == _WITH_DUTIES and owners(view, focus).exist is False:
        return f"{focus}.owners"
    if kind in _NOT_KNOWN and any(atom.fact == _IS_OWNER and atom.proven is None for atom in because):
        return f"{focus}.owners"
    resting = [atom for atom in because if atom.parts]
    if not resting:
        return None
    atom = next((one for one in resting if one.focus != focus), resting[0])
    if atom.fact.startswith("alike_chains."):
        group = (focus, *alike_chains(view, focus).named)
        return f"{min(group)}.alike_chains"
    return f"{atom.focus}.{atom.parts[0]}"
