"""
Which sheets a workbook has, and in which of its parts each of them stands.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final

from kamassess.questionnaire.parsing import DAMAGED, Listener, parse
from kamassess.source.archive import NotUsable
from kamassess.source.tree import quote

_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_WORKBOOK: Final = "xl/workbook.xml"
_AGAIN: Final = "fill in the questionnaire as it was made"


class _Relations(Listener):
    """The targets of relations, by their ids."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def begins(self, tag: str, attributes: dict[str, str], at: int) -> None:
        if tag != "Relationship":
            return
        id_ = attributes.get("Id", "")
        if id_ in self.targets:
            raise NotUsable(DAMAGED)
        self.targets[id_] = attributes.get("Target", "")


class _Sheets(Listener):
    """The names of the sheets with the ids of their relations, in their order."""

    def __init__(self) -> None:
        self.listed: list[tuple[str, str]] = []

    def begins(self, tag: str, attributes: dict[str, str], at: int) -> None:
        if tag == "sheet":
            id_ = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.listed.append((attributes.get("name", ""), id_))


def contents(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """
    The sheets of a workbook.

    Args:
        parts: the parts of the workbook.

    Returns:
        The name of the part of each sheet, by the name of the sheet, in the order of the sheets.

    Raises:
        NotUsable: a sheet is not there; or two are called alike or are one, and nobody knows which counts.
    """
    relations, sheets = _Relations(), _Sheets()
    parse(parts.get(_RELATIONS, b"<x/>"), relations)
    parse(parts[_WORKBOOK], sheets)
    found: dict[str, str] = {}
    for name, id_ in sheets.listed:
        part = _part(relations.targets.get(id_, ""))
        if part not in parts:
            raise NotUsable(DAMAGED)
        for other, its in found.items():
            if other.casefold() == name.casefold():
                raise NotUsable(f"this workbook has two sheets that are called {quote(name)}; {_AGAIN}")
            if its == part:
                message = f"the sheets {quote(other)} and {quote(name)} of this workbook are one and the same"
                raise NotUsable(f"{message}; {_AGAIN}")
        found[name] = part
    return found


def _part(target: str) -> str:
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target))
