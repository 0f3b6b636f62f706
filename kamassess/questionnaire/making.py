"""
A questionnaire in the making: what its sheets share, and what it will remember.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from attrs import define, field

from kamassess.checklist.compiled import Compiled
from kamassess.model.organisation import Organisation
from kamassess.questionnaire.filled import persons_of
from kamassess.questionnaire.layout import HEAD, cell, protect
from kamassess.questionnaire.options import Options, of_bases, of_scale
from kamassess.questionnaire.questions import Question, nobody, questions
from kamassess.questionnaire.record import SHEET, AskedRow, mark
from kamassess.questionnaire.words import tell
from kamassess.report.sheets import ACCENT, QUIET, Sheet, clean
from kamassess.report.tabs import sheet_names
from kamassess.report.wording import in_language


@define
class Making:
    """
    What the sheets share, and what is remembered of them.

    Args:
        organisation: who is asked; ``None``: nobody in particular.
        compiled: the checklists.
        as_of: the day.
        language: ``nl`` or ``en``.
        asked: the questions.
        introduction: the name of the first sheet.
        evidence: the name of the last one.
        sheets: the names of those between, one a checklist.
        lists: what can be chosen, by name.
        persons: names of persons with their ids.
        ranges: where on the hidden sheet each list stands.
        fixed: of each sheet the marks of the texts that nobody changes, by cell.
        rows: where which question is asked.
    """

    organisation: Organisation | None
    compiled: Compiled
    as_of: date
    language: str
    asked: tuple[Question, ...]
    introduction: str
    evidence: str
    sheets: tuple[str, ...]
    lists: Mapping[str, Options]
    persons: tuple[tuple[str, str], ...]
    ranges: Mapping[str, str]
    fixed: dict[str, dict[str, str]] = field(factory=dict)
    rows: list[AskedRow] = field(factory=list)

    def tell(self, key: str, **values: object) -> str:
        """Words in the language of the questionnaire."""
        return tell(key, self.language, **values)

    @cached_property
    def names(self) -> Mapping[str, set[str]]:
        """What is called by a name: of two that are called alike each is told with its id."""
        found: dict[str, set[str]] = {}
        for one in self.asked:
            found.setdefault(in_language(one.focus_name, self.language, one.focus), set()).add(one.focus)
        return found

    @property
    def whose(self) -> str:
        """What people call the organisation."""
        one = self.organisation
        return "" if one is None else in_language(one.name, self.language, one.id)

    @property
    def title(self) -> str:
        """What the questionnaire is called."""
        return self.tell("title") if self.organisation is None else self.tell("title of", name=self.whose)

    def labels(self) -> dict[str, tuple[str, ...]]:
        """What people choose from, by the name of the list."""
        return labels(self.lists, self.persons)

    def fix(self, sheet: Sheet, name: str, row: int, column: int, text: str, **style: Any) -> None:
        """Write a text that nobody changes, and remember it."""
        shown = clean(text)
        if shown.strip():
            self.fixed.setdefault(name, {})[cell(row, column)] = mark(shown)
        sheet.put(row, column, shown, **style)

    def top(self, sheet: Sheet, name: str, title: str, note: str) -> None:
        """Write what stands above everything else."""
        sheet.raw.set_row(0, 26)
        self.fix(sheet, name, 0, 0, title, bold=True, font_size=16, font_color=ACCENT)
        self.fix(sheet, name, 1, 0, note, font_color=QUIET)

    def heads(self, sheet: Sheet, name: str, heads: Sequence[str], widths: Sequence[float]) -> None:
        """Write the heads of the columns, which stay in sight, and say how it is printed."""
        texts = [self.tell(one) for one in heads]
        sheet.heads(HEAD, texts, widths)
        marks = self.fixed.setdefault(name, {})
        for column, text in enumerate(texts):
            marks[cell(HEAD, column)] = mark(text)
        sheet.raw.set_row(HEAD, 32)
        sheet.raw.freeze_panes(HEAD + 1, 1)
        sheet.page(repeat=HEAD, footer=f"{self.title} · {name}")
        protect(sheet)


def begin(organisation: Organisation | None, compiled: Compiled, as_of: date, language: str) -> Making:
    """
    Begin a questionnaire.

    Args:
        organisation: who is asked; ``None``: nobody in particular.
        compiled: the checklists.
        as_of: the day.
        language: ``nl`` or ``en``.

    Returns:
        What its sheets share.

    Raises:
        InvalidOrganisation: an answer is not one that its question allows.
    """
    asked = questions(organisation or nobody(), compiled, as_of)
    titles = [in_language(one.title, language, one.id) for one in compiled.checklists]
    taken = (SHEET, tell("introduction", language), tell("evidence", language))
    _, introduction, evidence, *sheets = sheet_names([*taken, *titles])
    persons = () if organisation is None else persons_of(organisation, language)
    lists = {
        "bases": of_bases(language),
        "kinds": of_bases(language, certain=True),
        **{list_of(one): of_scale(one.scale, language) for one in asked},
    }
    return Making(
        organisation,
        compiled,
        as_of,
        language,
        asked,
        introduction,
        evidence,
        tuple(sheets),
        lists,
        persons,
        _ranges(labels(lists, persons)),
    )


def list_of(one: Question) -> str:
    """The name of what can be answered: scales of two checklists may share theirs."""
    return f"{one.checklist}/{one.scale.id}"


def labels(lists: Mapping[str, Options], persons: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """What people choose from, by the name of the list, in the order of the hidden sheet."""
    found = {name: one.labels for name, one in lists.items()}
    return found | ({"persons": tuple(name for name, _ in persons)} if persons else {})


def _ranges(labels: Mapping[str, Sequence[str]]) -> dict[str, str]:
    columns = {name: cell(0, column).rstrip("1") for column, name in enumerate(labels, 2)}
    return {
        name: f"{SHEET}!${columns[name]}$2:${columns[name]}${len(listed) + 1}"
        for name, listed in labels.items()
    }
