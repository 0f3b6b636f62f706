"""Small organisations, written down in a few lines, and what a reading knows of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final, TypeVar

from kamassess.graph.building import Graph, build
from kamassess.graph.calendar import Interval
from kamassess.graph.members import Members
from kamassess.graph.view import View
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_organisation
from kamassess.model.terms import Reading
from kamassess.source import read_text

AS_OF: Final = date(2026, 11, 1)

_Found = TypeVar("_Found")


def organisation(nodes: str = "", top: str = "") -> Organisation:
    """An organisation with nodes, and what else stands at the top of its file."""
    listed = "\n".join(f"  {line}" for line in nodes.strip("\n").splitlines())
    body = f"nodes:\n{listed}\n" if nodes.strip() else ""
    return read_organisation(read_text(f"id: small\n{top}\n{body}", "small.yaml"))


def graph(nodes: str = "", top: str = "", as_of: date = AS_OF) -> Graph:
    return build(organisation(nodes, top), as_of)


def claimed(nodes: str = "", top: str = "") -> View:
    return View(graph(nodes, top), Reading.CLAIMED)


def proven(nodes: str = "", top: str = "") -> View:
    return View(graph(nodes, top), Reading.PROVEN)


def readings(found: Callable[[View], _Found], nodes: str, top: str = "") -> tuple[_Found, _Found]:
    """What the claimed and the proven reading find; the proven one may only know less."""
    known = graph(nodes, top)
    first = View(known, Reading.CLAIMED)
    by_word, for_sure = found(first), found(View(known, Reading.PROVEN))
    check(by_word, for_sure)
    # Taking over from the claimed reading what rests on nothing uncertain saves work and changes nothing.
    assert found(View(known, Reading.PROVEN, beside=first)) == for_sure
    return by_word, for_sure


def check(by_word: object, for_sure: object) -> None:
    """Proven never contradicts claimed."""
    if isinstance(for_sure, Members) and isinstance(by_word, Members):
        assert set(for_sure.certain) <= set(by_word.certain)
        assert for_sure.open or set(by_word.named) <= set(for_sure.named)
    elif isinstance(for_sure, Interval):
        assert isinstance(by_word, Interval)
        assert for_sure.low <= by_word.low
        assert for_sure.high is None or (by_word.high is not None and by_word.high <= for_sure.high)
    elif for_sure is not None and not isinstance(for_sure, tuple | str):
        assert by_word == for_sure


def told(members: Members) -> str:
    """Members in a line: ``jan piet? ...`` is jan certainly, piet possibly, and perhaps others."""
    certain = [one.partition(":")[2] for one in members.certain]
    possible = [one.partition(":")[2] + "?" for one in members.possible]
    return " ".join((*certain, *possible, *(["..."] if members.open else [])))


def both_told(found: Callable[[View], Members], nodes: str, top: str = "") -> tuple[str, str]:
    by_word, for_sure = readings(found, nodes, top)
    return told(by_word), told(for_sure)
