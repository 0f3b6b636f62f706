"""
A workbook as the archive that it is: looked at before anything reads it, since anybody may have made it.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final

MOST_BYTES: Final = 100 * 2**20
"""So many bytes a workbook may unpack to."""

MOST_RATIO: Final = 200
"""So many times as large as packed."""

MOST_PARTS: Final = 2_000
"""So many parts it may have."""

_SMALL: Final = 2**20  # what unpacks to less hurts nobody, however well it was packed
_OLD: Final = b"\xd0\xcf\x11\xe0"


class NotAWorkbook(Exception):
    """Why something is not taken for a workbook, as a sentence."""


def unpacked(data: bytes) -> Mapping[str, bytes]:
    """
    The parts of a workbook.

    Args:
        data: the file.

    Returns:
        Their bytes by name.

    Raises:
        NotAWorkbook: it is none, or would unpack to more than anybody means.
    """
    if data.startswith(_OLD):
        raise NotAWorkbook("this is an older workbook, or one with a password; save it as .xlsx without one")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _look_at(members)
            return {one.filename: _bytes(archive, one) for one in members if not one.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise NotAWorkbook("this is no workbook (.xlsx), or a damaged one") from None


def packed(parts: Mapping[str, bytes]) -> bytes:
    """
    Parts as an archive again: who opens it sees what was looked at, and no more.

    Args:
        parts: their bytes by name.

    Returns:
        The archive.
    """
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return written.getvalue()


def _look_at(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_PARTS:
        raise NotAWorkbook(
            f"this workbook has {len(members)} parts, more than the {MOST_PARTS} that are read"
        )
    total = sum(one.file_size for one in members)
    if total > MOST_BYTES:
        raise NotAWorkbook(f"this workbook unpacks to more than {MOST_BYTES // 2**20} MB; it is not read")
    small = sum(one.compress_size for one in members)
    largest = max(
        (one.file_size / max(one.compress_size, 1) for one in members if one.file_size > _SMALL), default=0
    )
    if (total > _SMALL and total > small * MOST_RATIO) or largest > MOST_RATIO:
        raise NotAWorkbook(f"this workbook unpacks to more than {MOST_RATIO} times its size; it is not read")
    names = [one.filename for one in members]
    if len({name.casefold() for name in names}) < len(names):
        raise NotAWorkbook("this workbook has two parts of one name; save it again")
    for name in names:
        if name.startswith(("/", "\\")) or ":" in name or ".." in name.replace("\\", "/").split("/"):
            raise NotAWorkbook("a part of this workbook has a name that leads out of it")
    if any(one.flag_bits & 1 for one in members):
        raise NotAWorkbook("this workbook has a password; save it without one")
    if "xl/workbook.xml" not in names:
        raise NotAWorkbook("this is no workbook of Excel; save it as .xlsx")


def _bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as part:
        return part.read(member.file_size + 1)
