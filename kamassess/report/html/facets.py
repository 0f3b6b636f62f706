"""
By what the items of a page can be chosen: kind, grade, level, and who is to act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from kamassess.findings.finding import Finding
from kamassess.model.choices import choice
from kamassess.model.terms import FindingKind, Grade, Level
from kamassess.report.html.words import tell
from kamassess.report.page import Page
from kamassess.report.wording import in_language
from kamassess.report.words import KINDS, word

NOBODY: Final = "0"
"""What stands for nobody among those who are to act."""


@frozen
class Choice:
    """
    Something to choose.

    Args:
        value: by what the script knows it.
        name: what people call it.
    """

    value: str
    name: str


@frozen
class Filter:
    """
    One of the ways to choose.

    Args:
        name: what is chosen by: ``checklist``, ``kind``, ``grade``, ``level`` or ``owner``.
        choices: what can be chosen.
    """

    name: str
    choices: tuple[Choice, ...]


@frozen
class Facets:
    """
    What an item is chosen by; empty for what is told of no finding.

    Args:
        kind: the kind of finding.
        grade: its grade.
        level: its level of customer orientation.
        owner: who is to act, by number, a space between them.
    """

    kind: str = ""
    grade: str = ""
    level: str = ""
    owner: str = ""


def numbers(findings: Iterable[Finding]) -> dict[str, str]:
    """Everybody who is to act, with a number by which a page knows them, in the order of the findings."""
    everybody = dict.fromkeys(actor.person for one in findings for actor in one.act)
    return {person: str(number) for number, person in enumerate(everybody, 1)}


def facets(one: Finding, owners: Mapping[str, str]) -> Facets:
    """
    By what a finding is chosen.

    Args:
        one: the finding.
        owners: the numbers of those who are to act.

    Returns:
        Its facets.
    """
    who = dict.fromkeys(owners[actor.person] for actor in one.act)
    return Facets(one.kind, one.grade or "", one.orientation or "", " ".join(who) or NOBODY)


def filters(page: Page, owners: Mapping[str, str]) -> tuple[Filter, ...]:
    """
    All ways to choose among the findings of a result that leave something and something out.

    Args:
        page: the report in the making.
        owners: the numbers of those who are to act.

    Returns:
        The filters.
    """
    made = (Filter(name, tuple(found)) for name, found in _all(page, owners))
    return tuple(one for one in made if len(one.choices) > 1)


def _all(page: Page, owners: Mapping[str, str]) -> Iterator[tuple[str, Iterator[Choice]]]:
    language, findings = page.language, page.result.findings
    yield "checklist", _checklists(page)
    kinds = Counter[str](one.kind for one in findings)
    yield "kind", _choices(language, kinds, {one: word(KINDS, one, language) for one in FindingKind})
    grades = Counter[str](one.grade for one in findings if one.grade)
    yield "grade", _choices(language, grades, {one: page.tell(one) for one in Grade})
    levels = Counter[str](one.orientation for one in findings if one.orientation)
    yield "level", _choices(language, levels, {one: choice(one, language) for one in Level})
    who = Counter(it for one in findings for it in facets(one, owners).owner.split())
    names = {number: page.name(person) for person, number in owners.items()}
    names = dict(sorted(names.items(), key=lambda it: (it[1].casefold(), it[0])))
    yield "owner", _choices(language, who, {NOBODY: tell("nobody", language), **names})


def _checklists(page: Page) -> Iterator[Choice]:
    for number, one in enumerate(page.result.checklists, 1):
        yield Choice(str(number), in_language(one.title, page.language, one.id))


def _choices(language: str, counts: Counter[str], names: Mapping[str, str]) -> Iterator[Choice]:
    for value, name in names.items():
        if counts[value]:
            yield Choice(str(value), tell("choice", language, name=name, count=counts[value]))
