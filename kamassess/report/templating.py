"""
Templates that others make: opened with suspicion, and every mistake told by its name.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

from attrs import frozen

from kamassess.errors import InvalidTemplate, Mistake, Place
from kamassess.report import vetting
from kamassess.source import archive

EXTRA: Final = "office"
_TYPES: Final = "[Content_Types].xml"
_DOCUMENT: Final = b"wordprocessingml.document.main+xml"
_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_FORMATTED: Final = re.compile(rb"\{\{r\s")
"""Of which docxtpl makes nothing where what is filled in is a plain text."""


@frozen
class Template:
    """
    A Word document with places to fill in.

    Args:
        name: the file, or what stands for it.
        data: its bytes.
    """

    name: str
    data: bytes

    def wrong(self, message: str, suggestion: str | None = None) -> InvalidTemplate:
        """What is wrong with it, as an error to raise."""
        return InvalidTemplate([Mistake(Place(self.name), message, suggestion)])


def standard_template() -> bytes:
    """
    The template that is used where no other is given.

    Returns:
        A Word document.
    """
    return (files("kamassess.report") / "templates" / "report.docx").read_bytes()


def unpacked(template: Template) -> dict[str, bytes]:
    """
    The parts of a template, if it is one that can be used.

    Args:
        template: the template.

    Returns:
        The parts by name, in the order in which they are packed.

    Raises:
        InvalidTemplate: it is no Word document, is too large unpacked, or does something by itself.
    """
    try:
        parts = archive.unpacked(template.data, "Word document", ".docx")
    except archive.NotUsable as why:
        raise template.wrong(str(why)) from None
    types = parts.get(_TYPES, b"")
    if _TEMPLATE in types:  # .dotx, which is the same but for its name
        parts[_TYPES] = types.replace(_TEMPLATE, _DOCUMENT)
    active = vetting.active(parts)
    if active is not None:
        raise template.wrong(active)
    if _DOCUMENT not in types and _TEMPLATE not in types:
        raise template.wrong("this is no Word document (.docx)")
    if any(name.endswith(".xml") and _FORMATTED.search(data) for name, data in parts.items()):
        raise template.wrong("'{{r' is for texts with letters of their own, of which there are none", "{{")
    return parts


def told(template: Template, error: Exception) -> InvalidTemplate:
    """
    What went wrong in a template, as a mistake in it.

    Args:
        template: the template.
        error: what its libraries raised.

    Returns:
        The error to raise.
    """
    around = getattr(error, "docx_context", None)
    near = next((it for it in map(str.strip, around or ()) if "{" in it), "")
    message = re.sub(r"\s+", " ", str(error)).strip().rstrip(".") or type(error).__name__
    return template.wrong(f"{message}" + (f" (near: {near[:120]})" if near else ""))
