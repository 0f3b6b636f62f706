"""
Files of an office as the archives that they are, looked at before anything reads them.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final

MOST_BYTES: Final = 100 * 2**20
"""So many bytes an archive may unpack to."""

MOST_RATIO: Final = 200
"""So many times as large as packed: a picture is hardly packed smaller, and XML not so small."""

MOST_PARTS: Final = 2_000
"""So many parts it may have."""

_SMALL: Final = 2**20  # what unpacks to less hurts nobody, however well it was packed
_KNOWN: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How an office packs; other ways take what memory the file asks for."""

_OLD: Final = b"\xd0\xcf\x11\xe0"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The first day that an archive knows: what is written has no time of its own."""


class NotUsable(Exception):
    """Why an archive is not read, as a sentence without a full stop."""


def unpacked(data: bytes, what: str, ending: str) -> dict[str, bytes]:
    """
    The parts of an archive.

    Args:
        data: the file.
        what: what it should be, for messages: ``workbook``.
        ending: how the name of one ends: ``.xlsx``.

    Returns:
        Their bytes by name, in the order in which they are packed.

    Raises:
        NotUsable: it is no archive, is damaged, or would unpack to more than anybody means.
    """
    if data.startswith(_OLD):
        raise NotUsable(f"this is an older {what}, or one with a password; save it as {ending} without one")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _look_at(members, what)
            return {one.filename: _bytes(archive, one) for one in members if not one.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
        raise NotUsable(f"this is no {what} ({ending}), or a damaged one") from None


def packed(parts: Mapping[str, bytes], *, small: bool = False) -> bytes:
    """
    Parts as an archive: the same parts give the same bytes.

    Args:
        parts: their bytes by name.
        small: whether they are compressed.

    Returns:
        The archive.
    """
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, part in parts.items():
            how = zipfile.ZIP_DEFLATED if small else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), part, compress_type=how, compresslevel=6)
    return written.getvalue()


def _look_at(members: list[zipfile.ZipInfo], what: str) -> None:
    if len(members) > MOST_PARTS:
        raise NotUsable(f"this {what} has {len(members)} parts, more than the {MOST_PARTS} that are read")
    total = sum(one.file_size for one in members)
    if total > MOST_BYTES:
        raise NotUsable(f"this {what} unpacks to more than {MOST_BYTES // 2**20} MB; it is not read")
    small = sum(one.compress_size for one in members)
    largest = max(
        (one.file_size / max(one.compress_size, 1) for one in members if one.file_size > _SMALL), default=0
    )
    if (total > _SMALL and total > small * MOST_RATIO) or largest > MOST_RATIO:
        raise NotUsable(f"this {what} unpacks to more than {MOST_RATIO} times its size; it is not read")
    names = [one.filename for one in members]
    if len({name.casefold() for name in names}) < len(names):
        raise NotUsable(f"this {what} has two parts of one name; save it again")
    for name in names:
        if name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/"):
            raise NotUsable(f"a part of this {what} has a name that leads out of it")
    if any(one.flag_bits & 1 for one in members):
        raise NotUsable(f"this {what} has a password; save it without one")
    if any(one.compress_type not in _KNOWN for one in members):
        raise NotUsable(f"this {what} is packed in a way that no office packs; save it again")


def _bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as part:
        return part.read(member.file_size + 1)
