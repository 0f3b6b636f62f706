"""
An answer as it stands in the cells of a row, written and read back the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from re import fullmatch
from typing import Final

from kamassess.model.organisation import Organisation, plain
from kamassess.questionnaire.options import Options, folded
from kamassess.questionnaire.record import said_mark
from kamassess.report.sheets import clean
from kamassess.report.wording import in_language
from kamassess.result import Said

FILLED: Final = ("answer", "basis", "by", "on", "named", "note")
"""The cells that are filled in, in their order."""

Cells = Mapping[str, str | float | date | None]
"""What stands in them; nothing is ``None``."""


def persons_of(organisation: Organisation, language: str) -> tuple[tuple[str, str], ...]:
    """
    The persons of an organisation, as they are chosen.

    Args:
        organisation: whose persons.
        language: ``nl`` or ``en``.

    Returns:
        The name of each with its id; the id for a name that another has too.
    """
    persons = [one for one in organisation.nodes if one.kind == "person"]
    names = [" ".join(clean(in_language(one.name, language, one.id)).split())[:200] for one in persons]
    often = [folded(name) for name in names]
    ids = {folded(one.id) for one in persons}
    return tuple(
        (
            name
            if often.count(folded(name)) == 1 and (name == one.id or folded(name) not in ids)
            else one.id,
            one.id,
        )
        for name, one in zip(names, persons, strict=True)
    )


def cells_of(
    said: Said, language: str, options: Options, bases: Options, persons: Iterable[tuple[str, str]]
) -> Cells:
    """
    An answer as cells.

    Args:
        said: the answer.
        language: ``nl`` or ``en``.
        options: what can be answered.
        bases: what it can rest on.
        persons: names with their ids.

    Returns:
        What stands in each of ``FILLED``.
    """
    names = {id_: name for name, id_ in persons}
    claim = said.claim
    return {
        "answer": _value(said.value, options),
        "basis": bases.label(claim.basis) if claim.basis else None,
        "by": clean(names.get(claim.by, claim.by)) if claim.by else None,
        "on": claim.on,
        "named": ", ".join(claim.evidence) or None,
        "note": clean(in_language(said.reason, language)) or None,
    }


def _value(value: str, options: Options) -> str | float:
    if options.most is not None and fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", value):
        return float(value)
    return options.label(value)


def alike(one: Cells, other: Cells) -> bool:
    """Whether two rows of cells say the same; how a text is broken into lines does not count."""
    return all(_said(one.get(name)) == _said(other.get(name)) for name in FILLED)


def _said(value: str | float | date | None) -> str:
    if isinstance(value, float | int):
        return number_text(value)
    return " ".join(str("" if value is None else value).split())


def number_text(value: float) -> str:
    """
    A number as it is written in a file: without an exponent, and without a point that says nothing.

    Args:
        value: the number, as a workbook has it.

    Returns:
        The text.

    Example:
        >>> number_text(3.0), number_text(62.5)
        ('3', '62.5')
    """
    return f"{Decimal(repr(float(value))).normalize():f}"


def mark_of(said: Said) -> str:
    """The mark of an answer: by it is known again what stood in a row before it was filled in."""
    return said_mark(plain(said))
