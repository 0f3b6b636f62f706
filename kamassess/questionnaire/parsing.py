"""
A part of a workbook, gone through as XML: element by element, and never by definitions that it brings along.
"""

from __future__ import annotations

from typing import Final
from xml.parsers import expat

from kamassess.source.archive import NotUsable

DAMAGED: Final = "this workbook is damaged; save it again"


class Listener:
    """
    What is told of the elements of a part, in their order; by itself it does nothing with them.

    Names are told without the prefix of their namespace, and places in bytes of the part.
    """

    def begins(self, tag: str, attributes: dict[str, str], at: int) -> None:
        """An element begins."""

    def ends(self, tag: str, at: int) -> None:
        """An element ends: at its closing tag, or behind a tag that closes itself."""

    def says(self, text: str) -> None:
        """A piece of text."""


def parse(part: bytes, listener: Listener | None = None) -> None:
    """
    Go through a part.

    Args:
        part: its bytes.
        listener: who is told of its elements; ``None``: nobody, it is only seen whether it is XML.

    Raises:
        NotUsable: it is no XML, or brings definitions of its own.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True

    # Which could define a text that holds itself ten times, ten times over.
    def refuse(*_: object) -> None:
        raise NotUsable("this workbook brings definitions of its own in its XML; it is not read")

    parser.StartDoctypeDeclHandler = refuse
    if listener is not None:
        parser.StartElementHandler = lambda tag, attributes: listener.begins(
            _local(tag), attributes, parser.CurrentByteIndex
        )
        parser.EndElementHandler = lambda tag: listener.ends(_local(tag), parser.CurrentByteIndex)
        parser.CharacterDataHandler = listener.says
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise NotUsable(DAMAGED) from None


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]
