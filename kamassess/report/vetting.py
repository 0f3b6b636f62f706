"""
What a Word document does by itself when somebody opens it: macros, parts from elsewhere, fields that fetch.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

_MACROS: Final = (b"macroenabled", b"vbaproject", b"vba-project", b"vbadata", b"activex", b"oleobject")
"""Of content types and of relations; a part is what these say, whatever its name."""

_EMBEDDED: Final = ("vbaproject.bin", "vbadata.xml")
_LINK: Final = "/hyperlink"
_FETCHING: Final = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED|MACROBUTTON|DATABASE|RD|PRINT|AUTOTEXT)\b",
    re.IGNORECASE,
)
"""Fields that read another file, start a program or run something."""

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def active(parts: Mapping[str, bytes]) -> str | None:
    """
    What in a document does something by itself.

    Args:
        parts: the parts of the document by name.

    Returns:
        A sentence about the first such thing, without a full stop; ``None`` where there is none.
    """
    for name, data in parts.items():
        lowered = name.lower()
        told = None
        if lowered.endswith((".xml", ".rels")) and re.search(rb"<!(DOCTYPE|ENTITY)", data):
            told = "this document brings definitions of its own in its XML; save it again"
        elif lowered.endswith(_EMBEDDED) or (
            _describes(lowered) and any(it in data.lower() for it in _MACROS)
        ):
            told = "this document has macros or other programs in it; save it as .docx without these"
        elif lowered.endswith(".rels"):
            told = _from_elsewhere(data)
        elif lowered.startswith("word/") and lowered.endswith(".xml"):
            told = _fetching(data)
        if told:
            return told
    return None


def _describes(name: str) -> bool:
    """Whether a part says what the others are."""
    return name == "[content_types].xml" or name.endswith(".rels")


def _from_elsewhere(data: bytes) -> str | None:
    for one in _elements(data):
        kind = one.get("Type", "")
        if one.get("TargetMode", "").lower() == "external" and not kind.endswith(_LINK):
            what = kind.rpartition("/")[2] or "a part"
            return (
                f"this document takes '{what}' from outside of it; put it into the document, or leave it out"
            )
    return None


def _fetching(data: bytes) -> str | None:
    """A field may be told in pieces, so the pieces of a part are looked at together too."""
    said, simple = [], []
    for one in _elements(data):
        if one.tag == f"{_WORD}instrText":
            said.append(one.text or "")
        elif one.tag == f"{_WORD}fldSimple":
            simple.append(one.get(f"{_WORD}instr", ""))
    found = _FETCHING.search(" ".join(("".join(said), " ".join(said), *simple)))
    return (
        f"a field '{found[0].upper()}' of this document takes something from outside of it; leave it out"
        if found
        else None
    )


def _elements(data: bytes) -> list[Element]:
    try:
        return list(fromstring(data).iter())  # noqa: S314 - no definitions are left in it, see above
    except ParseError:
        return []  # who opens the document says what is wrong with it
