"""
The duty matrix: for each chain and duty who is accountable, who carries it out and who is consulted.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from kamassess.graph.chains import answering
from kamassess.graph.members import Members, union
from kamassess.graph.ownership import current, people
from kamassess.graph.view import View
from kamassess.model.vocabulary import DUTIES
from kamassess.showing.shown import Listing, Shown


@frozen
class DutyCell(Shown):
    """
    Who answers for one duty of a chain.

    Args:
        duty: the duty's id.
        accountable: who answers for it in the end.
        carries_out: who does the work.
        consulted: whose advice is asked.
    """

    duty: str
    accountable: Members
    carries_out: Members
    consulted: Members


@frozen(repr=False)
class DutyRow(Shown):
    """
    A chain with its owners and its duties.

    Args:
        chain: the chain.
        owners: who owns it.
        cells: one for each duty, in the order of the vocabulary.
    """

    chain: str
    owners: Members
    cells: tuple[DutyCell, ...]

    def _brief(self) -> Mapping[str, object]:
        of_nobody = tuple(one.duty for one in self.cells if one.accountable.exist is False)
        accountable = union(*(one.accountable for one in self.cells))
        return {
            "chain": self.chain,
            "owners": self.owners,
            "accountable": accountable,
            "duties of nobody": of_nobody,
        }

    def _parts(self) -> Mapping[str, object]:
        return {"chain": self.chain, "owners": self.owners, "cells": self.cells}


def duty_matrix(view: View) -> Listing[DutyRow]:
    """
    Chains by duties (Geelen): who is accountable, who carries out, who is consulted.

    A chain that certainly is a previous or planned set-up has no row. The seven duties of the text have
    ten halves.

    Args:
        view: the graph under a reading.

    Returns:
        One row for each chain in use, in the order of the file.

    Example:
        >>> from datetime import date
        >>> from kamassess.graph.building import build
        >>> from kamassess.model.organisation import Organisation
        >>> from kamassess.model.terms import Reading
        >>> organisation = Organisation.from_data({"id": "x", "nodes": {
        ...     "person": [{"id": "jan"}], "chain": [{"id": "permits"}],
        ...     "assignment": [{"id": "talks", "chains": ["permits"], "duties": ["performance-conversation"],
        ...                     "accountable": ["jan"]}]}})
        >>> (row,) = duty_matrix(View(build(organisation, date(2026, 11, 1)), Reading.CLAIMED))
        >>> row.cells[0].duty, row.cells[0].accountable.certain
        ('performance-conversation', ('person:jan',))
    """
    return Listing(
        DutyRow(
            chain, people(view, chain, "owners"), tuple(_cell(view, chain, duty) for duty, _, _ in DUTIES)
        )
        for chain in view.all("chain").named
        if current(view, chain) is not False
    )


def _cell(view: View, chain: str, duty: str) -> DutyCell:
    return DutyCell(
        duty,
        *(answering(view, chain, how, f"duty:{duty}") for how in ("accountable", "carries_out", "consulted")),
    )
