"""
The rows of a questionnaire -> the tree that a file of answers gives, each node with its cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

from attrs import define, field

from kamassess.errors import Mistake, Place
from kamassess.model.organisation import Answer, Organisation
from kamassess.questionnaire import typing_in
from kamassess.questionnaire.checking import check
from kamassess.questionnaire.filled import FILLED, alike, cells_of, mark_of, persons_of
from kamassess.questionnaire.layout import HEADS, PIECE, cell
from kamassess.questionnaire.opening import Opened
from kamassess.questionnaire.options import folded
from kamassess.questionnaire.record import AskedRow, Record
from kamassess.questionnaire.typing_in import Unexpected
from kamassess.result import Said
from kamassess.source import Entry, Node, Scalar, Sequence, Style
from kamassess.source import Mapping as Tree

_FIRST: Final = len(HEADS) - len(FILLED)


@define
class Rows:
    """
    The rows of a questionnaire, being read.

    Args:
        opened: the workbook.
        record: what stood where when it was made.
        organisation: whose answers they are; ``None``: nobody looks.
        mistakes: what is wrong.
        replaced: the answers of the organisation, by identity, whose place others take.
    """

    opened: Opened
    record: Record
    organisation: Organisation | None
    mistakes: list[Mistake] = field(factory=list)
    replaced: set[int] = field(factory=set)
    _ids: dict[str, str] = field(factory=dict)
    _sound: frozenset[str] = frozenset()

    def tree(self) -> Tree:
        """The tree of a file of answers; what is wrong is left out of it and kept."""
        found, self._sound = check(self.opened, self.record)
        self.mistakes += [*self.opened.mistakes, *found]
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
        if "answer" not in values and not self._is_odd(at["answer"]):
            self.mistakes.append(self.opened.mistake(at["answer"], "no answer"))
        read = self._typed(
            values,
            at,
            {
                "answer": lambda value: typing_in.answer(value, options),
                "basis": lambda value: typing_in.choice(value, bases),
                "by": lambda value: typing_in.person(value, self._ids),
                "on": self._day,
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
        sheet = self.record.evidence
        at = {key: self.opened.place(sheet, cell(row - 1, column)) for column, key in enumerate(PIECE)}
        if not values and not self._stands_for_more(id_, at):
            return None
        kinds = self.record.options["kinds"]
        if values and "kind" not in values and not self._is_odd(at["kind"]):
            self.mistakes.append(self.opened.mistake(at["kind"], "no kind", kinds=", ".join(kinds.labels)))
        read = self._typed(
            values,
            at,
            {
                "kind": lambda value: typing_in.choice(value, kinds),
                "what": typing_in.text,
                "where": typing_in.text,
                "dated": self._day,
                "until": self._day,
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

    def _day(self, value: object) -> date:
        return typing_in.day(value, self.record.language)

    def _stands_for_more(self, id_: str, at: Mapping[str, Place]) -> bool:
        """Whether there may be a piece of evidence where none could be read: who names it is not wrong."""
        if self.organisation is not None and any(one.id == id_ for one in self.organisation.evidence):
            return False
        return self.record.evidence not in self._sound or any(map(self._is_odd, at.values()))

    def _is_odd(self, at: Place) -> bool:
        """Whether a cell holds no plain value, which is told already."""
        sheet = self.opened.sheet(at.sheet or "")
        return sheet is not None and at.path in sheet.odd

    def _typed(
        self, values: Mapping[str, Any], at: Mapping[str, Place], read: Mapping[str, Callable[[Any], Any]]
    ) -> dict[str, Any]:
        found = {}
        for key, value in values.items():
            try:
                found[key] = read[key](value)
            except Unexpected as wrong:
                seen = {"found": typing_in.shown(value, self.record.language)} | wrong.values
                self.mistakes.append(self.opened.mistake(at[key], wrong.why, wrong.suggestion, **seen))
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
