"""
A questionnaire that was filled in -> answers and evidence, on top of an organisation.

Its rows become the tree that a file of answers gives, each node with its cell,
and are read by what reads that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from attrs import define, evolve, field

from kamassess.errors import InvalidOrganisation, InvalidSource, Mistake, Place, nearest
from kamassess.model.organisation import Answer, Asked, Organisation
from kamassess.model.reading import read_further
from kamassess.questionnaire import typing_in
from kamassess.questionnaire.checking import check
from kamassess.questionnaire.filled import FILLED, alike, cells_of, mark_of, persons_of
from kamassess.questionnaire.layout import HEADS, PIECE, cell
from kamassess.questionnaire.opening import Opened, open_workbook
from kamassess.questionnaire.options import folded
from kamassess.questionnaire.record import FORMAT, SHEET, AskedRow, Record, read
from kamassess.questionnaire.typing_in import Unexpected
from kamassess.result import Said
from kamassess.source import Entry, Node, Scalar, Sequence, Style
from kamassess.source import Mapping as Tree

_FIRST: Final = len(HEADS) - len(FILLED)


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
    reading = _Reading(opened, record, organisation)
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
        raise InvalidOrganisation((*mistakes, *error.mistakes)) from None
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
    reading = _Reading(opened, _record(opened), None)
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


@define
class _Reading:
    """Reads one workbook, and keeps every mistake."""

    opened: Opened
    record: Record
    organisation: Organisation | None
    mistakes: list[Mistake] = field(factory=list)
    replaced: set[int] = field(factory=set)
    _ids: dict[str, str] = field(factory=dict)
    _sound: frozenset[str] = frozenset()
    _formulas: frozenset[tuple[str | None, str | None]] = frozenset()

    def tree(self) -> Tree:
        """The tree of a file of answers; what is wrong is left out of it and kept."""
        found, self._sound = check(self.opened, self.record)
        self.mistakes += [*self.opened.mistakes, *found]
        self._formulas = frozenset((one.place.sheet, one.place.path) for one in self.opened.mistakes)
        persons = list(self.record.persons)
        if self.organisation is not None and not persons:
            persons = list(persons_of(self.organisation, self.record.language))
        self._ids = {folded(name): id_ for name, id_ in persons}
        naming: dict[str, list[str]] = {}
        answers = [one for row in self.record.rows if (one := self._answer(row, naming)) is not None]
        known = set() if self.organisation is None else {one.id for one in self.organisation.evidence}
        pieces = [one for one in self.record.listed if one[1] not in known] + list(self.record.pieces)
        evidence = [one for row, id_ in pieces if (one := self._piece(row, id_, naming)) is not None]
        top = self.opened.place(self.record.sheets[0])
        return Tree(
            (
                Entry(_key("evidence"), Sequence(tuple(evidence), top)),
                Entry(_key("answers"), Sequence(tuple(answers), top)),
            ),
            top,
        )

    # ------------------------------------------------------------------ answers
    def _answer(self, row: AskedRow, naming: dict[str, list[str]]) -> Tree | None:
        values = self._values(row.sheet, row.row, FILLED, _FIRST)
        kept = self._kept(row)
        if kept is not None and alike(values, self._cells(kept, row)):
            return None  # it stands in the organisation already
        if kept is not None:
            self.replaced.add(id(kept))
        if not values:
            return None
        at = {
            key: self.opened.place(row.sheet, cell(row.row - 1, column))
            for column, key in enumerate(FILLED, _FIRST)
        }
        options, bases = self.record.options[row.options], self.record.options["bases"]
        if "answer" not in values:
            self.mistakes.append(Mistake(at["answer"], "there is no answer to what is filled in beside it"))
        read = self._typed(
            values,
            at,
            {
                "answer": lambda value: typing_in.answer(value, options),
                "basis": lambda value: typing_in.choice(value, bases),
                "by": lambda value: typing_in.person(value, self._ids),
                "on": typing_in.day,
                "named": typing_in.ids,
                "note": typing_in.text,
            },
        )
        for one in read.get("named", ()):
            naming.setdefault(one, []).append(row.rule)
        if "answer" not in read:
            return None
        here = self.opened.place(row.sheet, cell(row.row - 1, 0))
        about = self.opened.place(row.sheet, cell(row.row - 1, HEADS.index("focus")))
        entries = {
            "checkpoint": _scalar(row.rule, here),
            "focus": _scalar(row.focus, about),
            "value": _scalar(read["answer"], at["answer"]),
            **{
                key: _node(read[name], at[name])
                for key, name in (
                    ("basis", "basis"),
                    ("by", "by"),
                    ("on", "on"),
                    ("evidence", "named"),
                    ("reason", "note"),
                )
                if name in read
            },
        }
        return _mapping(entries, at["note"])

    def _kept(self, row: AskedRow) -> Answer | None:
        """The answer that stood in a row when it was made, if the organisation still has it."""
        if not row.said or self.organisation is None:
            return None
        for one in self.organisation.answers:
            if id(one) in self.replaced or one.focus != row.focus:
                continue
            if one.checkpoint in (row.rule, row.rule.partition("/")[2]) and mark_of(_said(one)) == row.said:
                return one
        return None

    def _cells(self, answer: Answer, row: AskedRow) -> Mapping[str, Any]:
        options, bases = self.record.options[row.options], self.record.options["bases"]
        return cells_of(_said(answer), self.record.language, options, bases, self.record.persons)

    # ----------------------------------------------------------------- evidence
    def _piece(self, row: int, id_: str, naming: Mapping[str, list[str]]) -> Tree | None:
        values = self._values(self.record.evidence, row, PIECE[1:], 1)
        if not values:
            return None
        sheet = self.record.evidence
        at = {key: self.opened.place(sheet, cell(row - 1, column)) for column, key in enumerate(PIECE)}
        kinds = self.record.options["kinds"]
        if "kind" not in values:
            message = "evidence needs its kind: " + ", ".join(kinds.labels)
            self.mistakes.append(Mistake(at["kind"], message))
        read = self._typed(
            values,
            at,
            {
                "kind": lambda value: typing_in.choice(value, kinds),
                "what": typing_in.text,
                "where": typing_in.text,
                "dated": typing_in.day,
                "until": typing_in.day,
                "owner": lambda value: typing_in.person(value, self._ids),
                "about": typing_in.ids,
            },
        )
        about = read.get("about") or tuple(dict.fromkeys(naming.get(id_, ())))
        entries = {
            "id": _scalar(id_, at["id"]),
            "kind": _scalar(read.get("kind", kinds.pairs[0][1]), at["kind"]),
            **{
                key: _node(read[name], at[name])
                for key, name in (
                    ("name", "what"), ("reference", "where"), ("on", "dated"), ("valid_until", "until"),
                    ("owner", "owner"),
                )
                if name in read
            },
            **({"about": _node(about, at["about"])} if about else {}),
        }  # fmt: skip
        return _mapping(entries, at["id"])

    # ---------------------------------------------------------------- any cells
    def _values(self, sheet: str, row: int, keys: Iterable[str], first: int) -> dict[str, Any]:
        """What a row holds, by what it is; nothing where the rows do not stand as they should."""
        found = self.opened.sheet(sheet)
        if found is None or sheet not in self._sound:
            return {}
        named = {key: cell(row - 1, column) for column, key in enumerate(keys, first)}
        return {
            key: _day_alone(found.values[at])
            for key, at in named.items()
            if at in found.values and str(found.values[at]).strip()
        }

    def _typed(
        self, values: Mapping[str, Any], at: Mapping[str, Place], read: Mapping[str, Callable[[Any], Any]]
    ) -> dict[str, Any]:
        found = {}
        for key, value in values.items():
            if (at[key].sheet, at[key].path) in self._formulas:
                continue  # which is told already
            try:
                found[key] = read[key](value)
            except Unexpected as wrong:
                self.mistakes.append(Mistake(at[key], wrong.message, wrong.suggestion))
        return found


def _said(answer: Answer) -> Said:
    return Said(answer.value, answer.claim, answer.reason)


def _day_alone(value: object) -> object:
    if isinstance(value, datetime) and (value.hour, value.minute, value.second, value.microsecond) == (
        0,
        0,
        0,
        0,
    ):
        return value.date()
    return value


def _key(text: str) -> Scalar:
    return Scalar(text, Style.PLAIN)


def _scalar(value: object, at: Place) -> Scalar:
    return Scalar(value.isoformat() if isinstance(value, date) else str(value), Style.QUOTED, at)


def _node(value: object, at: Place) -> Node:
    if isinstance(value, tuple):
        return Sequence(tuple(_scalar(one, at) for one in value), at)
    return _scalar(value, at)


def _mapping(entries: Mapping[str, Node], at: Place) -> Tree:
    return Tree(tuple(Entry(_key(key), value) for key, value in entries.items()), at)
