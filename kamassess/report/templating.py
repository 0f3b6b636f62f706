"""
Templates that others make: opened with suspicion, filled in a sandbox, and every mistake told by its name.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from kamassess.errors import InvalidTemplate, Mistake, Place, nearest
from kamassess.report.needing import need

EXTRA: Final = "office"
_MEMBERS: Final = 2_000
_UNPACKED: Final = 100 * 2**20
_RATIO: Final = 200
"""A picture is hardly packed smaller, and XML not so small."""

_TYPES: Final = "[Content_Types].xml"
_DOCUMENT: Final = b"wordprocessingml.document.main+xml"
_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_UNSAFE: Final = ("safe", "urlize", "xmlattr", "tojson")
"""Filters that make of a text something else than text."""

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file knows: what is written has no time of its own."""


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
        InvalidTemplate: it is no Word document, is too large unpacked, or has macros.
    """
    try:
        with ZipFile(BytesIO(template.data)) as packed:
            members = packed.infolist()
            _measure(template, members)
            parts = {one.filename: packed.read(one) for one in members if not one.is_dir()}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error):
        raise template.wrong("this is not a Word document (.docx)") from None
    types = parts.get(_TYPES, b"")
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise template.wrong("this document has macros, which are not run; save it as .docx without macros")
    if _TEMPLATE in types:  # .dotx, which is the same but for its name
        parts[_TYPES] = types.replace(_TEMPLATE, _DOCUMENT)
    elif _DOCUMENT not in types:
        raise template.wrong("this is not a Word document (.docx)")
    return parts


def _measure(template: Template, members: list[ZipInfo]) -> None:
    """Refuse what would fill the memory, before anything is unpacked."""
    size = sum(one.file_size for one in members)
    packed = sum(one.compress_size for one in members)
    if len(members) > _MEMBERS or size > _UNPACKED or size > _RATIO * max(packed, 1):
        raise template.wrong("this is more, unpacked, than a Word document would be")
    names = [one.filename for one in members]
    if len(set(names)) < len(names):
        raise template.wrong("this is not a Word document (.docx): a part is there twice")


def packed(parts: Mapping[str, bytes]) -> bytes:
    """
    Parts as a ZIP file that is the same whenever it is made.

    Args:
        parts: the parts by name.

    Returns:
        The file.
    """
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name, _EPOCH), data, compress_type=8, compresslevel=6)
    return made.getvalue()


def sandbox(template: Template, known: tuple[str, ...]) -> Any:
    """
    An environment in which a template reads what it is given, and reaches nothing else.

    Args:
        template: the template, of which mistakes are told.
        known: the names of the variables that there are.

    Returns:
        A Jinja environment.

    Raises:
        MissingLibrary: Jinja is not installed.
    """
    jinja2, sandboxes = need("jinja2", EXTRA), need("jinja2.sandbox", EXTRA)

    class Unknown(jinja2.StrictUndefined):  # type: ignore[name-defined, misc]
        """A variable that there is not; whatever is done with it is a mistake in the template."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            if self._undefined_hint:
                return str(self._undefined_hint)
            name, within = str(self._undefined_name), self._undefined_obj
            if within is jinja2.utils.missing:
                raise template.wrong(f"there is no variable '{name}'", nearest(name, known))
            if isinstance(within, Mapping):
                raise template.wrong(f"there is no '{name}' in this", nearest(name, within))
            raise template.wrong(f"a text or list has no '{name}'")

    environment = sandboxes.ImmutableSandboxedEnvironment(autoescape=True, undefined=Unknown)
    for name in _UNSAFE:
        environment.filters.pop(name, None)
    return environment


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
