"""
What a questionnaire remembers of itself, on a sheet that is hidden: what stands where, and what was asked.

By it a workbook that was changed, shortened, sorted, or made for another
checklist is told from one that was filled in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from attrs import asdict, frozen

from kamassess.model.organisation import canonical_sha256
from kamassess.questionnaire.options import Options

FORMAT: Final = "kamassess-questionnaire/1"
"""The format of a questionnaire; told in the first cell of its hidden sheet."""

SHEET: Final = "kamassess"
"""The name of the hidden sheet."""

_PIECE: Final = 30_000  # characters; a cell holds no more than 32,767


@frozen
class AskedRow:
    """
    A row of a sheet in which a question is asked.

    Args:
        sheet: the sheet.
        row: the row, from 1.
        rule: the checkpoint, with its checklist before it.
        focus: what it is asked about.
        options: the name of what can be answered.
        said: the mark of the answer that stood there already; ``""`` without one.
    """

    sheet: str
    row: int
    rule: str
    focus: str
    options: str
    said: str


@frozen
class Record:
    """
    What stands where in a questionnaire.

    Args:
        language: the language of its labels.
        organisation: the id of whom it is about; ``""``: of nobody in particular.
        as_of: the day.
        checklists: of each checklist its id, version, the hash of its questions, and its sheet.
        sheets: the sheets that people see, in order.
        fixed: of each sheet the marks of the texts that nobody changes, by cell.
        rows: where which question is asked.
        evidence: the sheet on which evidence is listed.
        listed: the rows of the evidence that is listed already, each with its id.
        pieces: the rows for further evidence, each with its id.
        options: what can be chosen, by name.
        persons: names of persons with their ids.
    """

    language: str
    organisation: str
    as_of: str
    checklists: tuple[tuple[str, str, str, str], ...]
    sheets: tuple[str, ...]
    fixed: Mapping[str, Mapping[str, str]]
    rows: tuple[AskedRow, ...]
    evidence: str
    listed: tuple[tuple[int, str], ...]
    pieces: tuple[tuple[int, str], ...]
    options: Mapping[str, Options]
    persons: tuple[tuple[str, str], ...]


def mark(text: str) -> str:
    r"""
    A short hash of a text, by which is seen that it was changed; how it is broken into lines does not count.

    Args:
        text: the text.

    Returns:
        12 hexadecimal digits.

    Example:
        >>> mark("one  two") == mark("one\ntwo")
        True
    """
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:12]


def written(record: Record) -> tuple[str, ...]:
    """
    A record as the texts of cells.

    Args:
        record: the record.

    Returns:
        The format, the hash of the rest, and the rest as JSON, in pieces.
    """
    data = json.dumps(asdict(record), sort_keys=True, separators=(",", ":"))
    pieces = (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
    return (FORMAT, _hash(data), *pieces)


def read(cells: Sequence[str]) -> Record | None:
    """
    Read a record.

    Args:
        cells: the texts of the cells, the format first.

    Returns:
        The record; ``None`` where this is not what kamassess wrote.
    """
    if len(cells) < 3 or cells[0] != FORMAT or _hash("".join(cells[2:])) != cells[1]:
        return None
    try:
        return _record(json.loads("".join(cells[2:])))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None


def _hash(data: str) -> str:
    return hashlib.sha256(data.encode("utf-8", "replace")).hexdigest()


def _record(data: Any) -> Record:
    return Record(
        language=_text(data["language"]),
        organisation=_text(data["organisation"]),
        as_of=_text(data["as_of"]),
        checklists=tuple((_text(a), _text(b), _text(c), _text(d)) for a, b, c, d in data["checklists"]),
        sheets=tuple(map(_text, data["sheets"])),
        fixed={
            sheet: {cell: _text(one) for cell, one in cells.items()} for sheet, cells in data["fixed"].items()
        },
        rows=tuple(
            AskedRow(
                _text(one["sheet"]),
                _whole(one["row"]),
                _text(one["rule"]),
                _text(one["focus"]),
                _text(one["options"]),
                _text(one["said"]),
            )
            for one in data["rows"]
        ),
        evidence=_text(data["evidence"]),
        listed=tuple((_whole(row), _text(id_)) for row, id_ in data["listed"]),
        pieces=tuple((_whole(row), _text(id_)) for row, id_ in data["pieces"]),
        options={
            name: Options(
                tuple((_text(label), _text(word)) for label, word in one["pairs"]),
                None if one["most"] is None else _whole(one["most"]),
            )
            for name, one in data["options"].items()
        },
        persons=tuple((_text(name), _text(id_)) for name, id_ in data["persons"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def said_mark(value: Any) -> str:
    """The mark of an answer, as plain data."""
    return canonical_sha256(value)[:16]
