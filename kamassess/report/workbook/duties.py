"""
The duty matrix as a sheet: for each chain and duty who answers for it, who does it and who is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kamassess.graph.chart import Answering, Several
from kamassess.model.vocabulary import duty_called
from kamassess.report.page import Page
from kamassess.report.pictures.words import tell as told
from kamassess.report.sheets import BAD, UNSURE, Sheet
from kamassess.report.wording import node
from kamassess.report.workbook.tables import Column, write_table
from kamassess.report.workbook.words import tell


def write_duties(page: Page, sheet: Sheet) -> None:
    """
    Write the duty matrix.

    Args:
        page: the result and the language.
        sheet: where it is written.
    """
    language, rows = page.language, page.result.chart.duties
    letters = {key.lower(): told(key, language) for key in ("A", "R", "C")}
    duties = [one.duty for one in rows[0].answering] if rows else []
    columns = (
        Column("chain", 32, style={"text_wrap": True, "bold": True}),
        Column("owners", 22, _tone("owners")),
        *(Column(one, 19, _tone(one), head=duty_called(one, language)) for one in duties),
    )
    table = [
        {
            "chain": node(row.chain, page.result, language),
            "owners": _people(page, row.owners) or _none(row.owners, language),
            "_owners": _standing(row.owners, one=True),
            **{one.duty: _told(page, one) for one in row.answering},
            **{f"_{one.duty}": _standing(one.accountable) for one in row.answering},
        }
        for row in rows
    ]
    title = told("duties", language)
    write_table(sheet, title, tell("duties note", language, **letters), columns, table, language)


def _told(page: Page, one: Answering) -> str:
    language = page.language
    parts = (("A", one.accountable), ("R", one.carries_out), ("C", one.consulted))
    lines = [f"{told(letter, language)}: {_people(page, who)}" for letter, who in parts if who.shown]
    if not one.accountable.shown:
        lines.insert(0, f"{told('A', language)}: {_none(one.accountable, language)}")
    return "\n".join(lines)


def _people(page: Page, who: Several) -> str:
    names = [node(one, page.result, page.language) for one in who.proven]
    names += [f"({node(one, page.result, page.language)})" for one in who.claimed]
    return ", ".join(names)


def _none(who: Several, language: str) -> str:
    return tell("not known" if who.open else "nobody", language)


def _standing(who: Several, *, one: bool = False) -> str:
    if not who.shown:
        return "unsure" if who.open else "bad"
    if one and len(who.shown) > 1:
        return "bad"
    return "unsure" if who.claimed else ""


def _tone(key: str) -> Callable[[Mapping[str, Any]], tuple[str, str] | None]:
    return lambda row: {"bad": BAD, "unsure": UNSURE}.get(row[f"_{key}"])
