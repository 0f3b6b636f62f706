"""
What a Word document does by itself when somebody opens it: macros, parts from elsewhere, fields that fetch.

A part is what it says, whatever its name: each is either XML that was looked through, or a picture or font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

_MACROS: Final = (b"macroenabled", b"vbaproject", b"vba-project", b"vbadata", b"activex", b"oleobject")
"""Of content types and of relations; a part is what these say, whatever its name."""

_EMBEDDED: Final = ("vbaproject.bin", "vbadata.xml")
_XML: Final = (".xml", ".rels", ".svg")
_SHOWN: Final = (
    *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".webp"),
    *(".odttf", ".ttf", ".otf"),
)
"""Parts that are looked at and do nothing."""

_LINKS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink",
)
_ANOTHER_FORMAT: Final = "aFChunk"
_FETCHING: Final = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED|MACROBUTTON|DATABASE|RD|PRINT|AUTOTEXT)\b",
    re.IGNORECASE,
)
"""Fields that read another file, start a program or run something."""

_ACTIVE: Final = {"mailMerge": "a mail merge", "altChunk": "a file of another format", "script": "a program"}
"""Elements that do something, and what each is."""

_ADDRESSES: Final = frozenset({"src", "href"})
_ELSEWHERE: Final = re.compile(r"\s*([a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def active(parts: Mapping[str, bytes]) -> str | None:
    """
    What in a document does something by itself.

    Args:
        parts: the parts of the document by name.

    Returns:
        A sentence about the first such thing, without a full stop; ``None`` where there is none.
    """
    return next((told for name, data in parts.items() for told in _of_part(name.lower(), data)), None)


def _of_part(name: str, data: bytes) -> Iterator[str]:
    if name.endswith(_EMBEDDED) or (_describes(name) and any(it in data.lower() for it in _MACROS)):
        yield "this document has macros or other programs in it; save it as .docx without these"
    elif name.endswith(_XML):
        if b"\x00" in data or re.search(rb"<!(DOCTYPE|ENTITY)", data):
            yield "this document brings definitions or an encoding of its own in its XML; save it again"
            return
        elements = _elements(data)
        yield from _from_elsewhere(elements)
        yield from _fetching(elements)
    elif not name.endswith((*_SHOWN, "/")):
        yield f"this document has a part '{name[-80:]}', which is neither text nor picture; leave it out"


def _describes(name: str) -> bool:
    """Whether a part says what the others are."""
    return name == "[content_types].xml" or name.endswith(".rels")


def _from_elsewhere(elements: list[Element]) -> Iterator[str]:
    for one in elements:
        kind = one.get("Type", "")
        tag = _local(one.tag)
        external = one.get("TargetMode", "").lower() == "external" and kind not in _LINKS
        if tag == "Relationship" and (external or kind.endswith(f"/{_ANOTHER_FORMAT}")):
            what = kind.rpartition("/")[2] or "a part"
            yield f"this document takes '{what}' from outside of it; put it in, or leave it out"
        elif tag in _ACTIVE:
            yield f"this document has {_ACTIVE[tag]} in it; leave it out"
        elif any(_local(key) in _ADDRESSES and _ELSEWHERE.match(value) for key, value in one.items()):
            yield f"'{tag}' in this document takes something from outside of it; put it in, or leave it out"


def _fetching(elements: list[Element]) -> Iterator[str]:
    """A field may be told in pieces, so the pieces of a part are looked at together too."""
    said = [one.text or "" for one in elements if one.tag == f"{_WORD}instrText"]
    simple = [one.get(f"{_WORD}instr", "") for one in elements if one.tag == f"{_WORD}fldSimple"]
    found = _FETCHING.search(" ".join(("".join(said), " ".join(said), *simple)))
    if found:
        yield f"a field '{found[0].upper()}' takes something from outside of it; leave it out"


def _local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def _elements(data: bytes) -> list[Element]:
    try:
        return list(fromstring(data).iter())  # noqa: S314 - no definitions are left in it, see above
    except ParseError:
        return []  # who opens the document says what is wrong with it
