"""
A questionnaire that was filled in -> answers and evidence, on top of an organisation.

Its rows become the tree that a file of answers gives, and are read by what reads
that.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from kamassess.errors import InvalidOrganisation, InvalidSource, Mistake, Place, nearest
from kamassess.model.organisation import Asked, Organisation
from kamassess.model.reading import read_further
from kamassess.questionnaire.opening import Opened, open_workbook
from kamassess.questionnaire.record import FORMAT, SHEET, Record, read
from kamassess.questionnaire.rows import Rows


def read_workbook(data: bytes, source: str, organisation: Organisation) -> Organisation:
    """
    Read the answers and evidence of a questionnaire, and add them to an organisation.

    What stood in it already and was left so changes nothing; what stood in it and was changed takes the
    place of what the organisation had.

    Args:
        data: the workbook.
        source: what it is called in messages.
        organisation: whose answers they are.

    Returns:
        The organisation with them.

    Raises:
        InvalidSource: it is no workbook, or no questionnaire.
        InvalidOrganisation: with every mistake and its cell.
    """
    opened = open_workbook(data, source)
    record = _record(opened)
    if record.organisation not in ("", organisation.id):
        message = f"these answers are of {record.organisation!r}, not of {organisation.id!r}"
        raise InvalidOrganisation([Mistake(opened.place(record.sheets[0], "A1"), message)])
    reading = Rows(opened, record, organisation)
    tree = reading.tree()
    rest = evolve(
        organisation,
        answers=tuple(one for one in organisation.answers if id(one) not in reading.replaced),
        asked=(*organisation.asked, *_asked(opened, record)),
    )
    mistakes = reading.mistakes
    try:
        read = read_further(tree, rest)
    except InvalidOrganisation as error:
        told = {one.place for one in mistakes}  # what is wrong there already may be why it is wrong again
        raise InvalidOrganisation(
            (*mistakes, *(one for one in error.mistakes if one.place not in told))
        ) from None
    if mistakes:
        raise InvalidOrganisation(mistakes)
    return read


def check_workbook(data: bytes, source: str) -> None:
    """
    Check a questionnaire by itself; whether what it is about is there, is seen when it is read.

    Args:
        data: the workbook.
        source: what it is called in messages.

    Raises:
        InvalidSource: it is no workbook, or no questionnaire.
        InvalidOrganisation: with every mistake and its cell.
    """
    opened = open_workbook(data, source)
    reading = Rows(opened, _record(opened), None)
    reading.tree()
    if reading.mistakes:
        raise InvalidOrganisation(reading.mistakes)


def _record(opened: Opened) -> Record:
    hidden = opened.sheet(SHEET)
    if hidden is None:
        near = nearest(SHEET, [one.name for one in opened.sheets])
        renamed = f"; is it the one that is called {near!r} now?" if near else ""
        message = f"this is no questionnaire of kamassess: its hidden sheet '{SHEET}' is not there{renamed}"
        raise InvalidSource([Mistake(Place(opened.source), message)])
    texts: list[str] = []
    while (value := hidden.values.get(f"A{len(texts) + 1}")) is not None:
        texts.append(str(value))
    if opened.mistakes and any(one.place.sheet == SHEET for one in opened.mistakes):
        raise InvalidOrganisation(opened.mistakes)
    record = read(texts)
    if record is None or not record.sheets:
        form = texts[0] if texts else ""
        other = form.startswith(FORMAT.partition("/")[0]) and form != FORMAT
        message = (
            f"this questionnaire is of the form {form[:60]!r}, and {FORMAT!r} is read; make it again"
            if other
            else "what kamassess keeps on this hidden sheet was changed; make the questionnaire again"
        )
        raise InvalidSource([Mistake(opened.place(SHEET, "A1"), message)])
    return record


def _asked(opened: Opened, record: Record) -> Iterable[Asked]:
    for id_, version, sha256, sheet in record.checklists:
        yield Asked(id_, version, sha256, opened.place(sheet, "A2"))
