"""
A questionnaire that was filled in -> answers and evidence, on top of an organisation.

Its rows become the tree that a file of answers gives, and are read by what reads
that.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from kamassess.errors import InvalidOrganisation, InvalidSource, Mistake, Place, nearest
from kamassess.model import words
from kamassess.model.organisation import Asked, Organisation
from kamassess.model.reading import read_further
from kamassess.questionnaire.opening import Opened, open_workbook
from kamassess.questionnaire.record import FORMAT, SHEET, Record, read
from kamassess.questionnaire.rows import Rows
from kamassess.questionnaire.words import tell
from kamassess.source.tree import quote


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
    opened, record = _opened(data, source)
    if record.organisation not in ("", organisation.id):
        names = {"whose": quote(record.organisation), "organisation": quote(organisation.id)}
        message = words.tell("other organisation", opened.language, **names)
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
    opened, record = _opened(data, source)
    reading = Rows(opened, record, None)
    reading.tree()
    if reading.mistakes:
        raise InvalidOrganisation(reading.mistakes)


def _opened(data: bytes, source: str) -> tuple[Opened, Record]:
    """A workbook and what it remembers of itself; from then on it speaks its own language."""
    opened = open_workbook(data, source)
    record = _record(evolve(opened, language=_language(opened)))
    return evolve(opened, language=record.language), record


def _language(opened: Opened) -> str:
    """The language of a questionnaire as its sheets are called, which are seen before it is read."""
    dutch = {tell(name, "nl") for name in ("introduction", "evidence")}
    return "nl" if any(one.name in dutch for one in opened.sheets) else "en"


def _record(opened: Opened) -> Record:
    hidden = opened.sheet(SHEET)
    if hidden is None:
        near = nearest(SHEET, [one.name for one in opened.sheets])
        key = "record renamed" if near else "no record"
        wrong = opened.mistake(Place(opened.source), key, sheet=quote(SHEET), now=quote(near or ""))
        raise InvalidSource([wrong])
    texts: list[str] = []
    while (value := hidden.values.get(f"A{len(texts) + 1}")) is not None:
        texts.append(str(value))
    if hidden.odd:
        raise InvalidOrganisation(opened.mistakes)
    record = read(texts)
    if record is None or not record.sheets:
        form = texts[0] if texts else ""
        other = form.startswith(FORMAT.partition("/")[0]) and form != FORMAT
        key = "other form" if other else "record changed"
        wrong = opened.mistake(opened.place(SHEET, "A1"), key, form=quote(form), known=quote(FORMAT))
        raise InvalidSource([wrong])
    return record


def _asked(opened: Opened, record: Record) -> Iterable[Asked]:
    for id_, version, sha256, sheet in record.checklists:
        yield Asked(id_, version, sha256, opened.place(sheet, "A2"))
