"""
What the sections of a report share: the result, the language, and how findings are told in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Final

from attrs import frozen

from kamassess.checklist.outline import CheckpointOutline
from kamassess.findings.finding import Finding
from kamassess.model.terms import ORGANISATION, Text
from kamassess.report.arranging import Signs, signs, telling
from kamassess.report.wording import answer, in_language, node, reason, waived
from kamassess.report.words import tell
from kamassess.result import JudgedFocus, Result
from kamassess.showing.document import Row

MOST_LINES: Final = 5
"""So many lines of one kind are told of a finding; who wants them all asks for its explanation."""


def present(rows: Iterable[Row | None]) -> tuple[Row, ...]:
    """The rows that there are."""
    return tuple(row for row in rows if row is not None)


@frozen
class Page:
    """
    A report in the making.

    Args:
        result: what it tells.
        language: ``nl`` or ``en``.
    """

    result: Result
    language: str

    @cached_property
    def signs(self) -> dict[tuple[str, str], Signs]:
        """How many signs of a checkpoint hold, by checklist and checkpoint."""
        return {(one.checklist, one.checkpoint): one for one in signs(self.result)}

    @cached_property
    def verdicts(self) -> dict[tuple[str, str, str], JudgedFocus]:
        """The verdicts by checklist, checkpoint and focus."""
        return {(one.checklist, one.checkpoint, one.focus): one for one in self.result.verdicts}

    @cached_property
    def at_nodes(self) -> frozenset[tuple[str, str]]:
        """The checkpoints that have a verdict at a node, by checklist and checkpoint."""
        return frozenset(key[:2] for key in self.verdicts if key[2] != ORGANISATION)

    @cached_property
    def titles(self) -> dict[tuple[str, str | None], str]:
        """What checklists, and their requirements, are called."""
        named: dict[tuple[str, str | None], Text] = {
            (one.id, None): one.title for one in self.result.checklists
        }
        for checklist in self.result.checklists:
            named |= {(checklist.id, one.id): one.title for one in checklist.requirements}
        return {
            (checklist, requirement): in_language(title, self.language, requirement or checklist)
            for (checklist, requirement), title in named.items()
        }

    def title(self, checklist: str, requirement: str | None = None) -> str:
        """What a checklist, or a requirement of it, is called; its id where it is not there."""
        return self.titles.get((checklist, requirement), requirement or checklist)

    def tell(self, key: str, **values: object) -> str:
        """Words in the language of the report."""
        return tell(key, self.language, **values)

    def name(self, focus: str) -> str:
        """What the organisation calls a focus."""
        return self.tell("at all") if focus == ORGANISATION else node(focus, self.result, self.language)

    def row(self, label: str, *lines: str) -> Row | None:
        """A row of the lines that say something; none without any."""
        told = tuple(line for line in lines if line)
        return Row(self.tell(label), told) if told else None

    def at_most(self, lines: list[str]) -> list[str]:
        """Not more lines than a reader takes in."""
        if len(lines) <= MOST_LINES:
            return lines
        return [*lines[:MOST_LINES], self.tell("and more", count=len(lines) - MOST_LINES)]

    def outline(self, one: Finding) -> CheckpointOutline | None:
        """The checkpoint that a finding is of; a systemic one has none."""
        return self.result.outlines[one.checklist, one.checkpoint] if one.checkpoint else None

    def checkpoint(self, one: Finding) -> str:
        """The id of what a finding is of; the requirement where it is systemic."""
        return one.checkpoint or one.requirement

    def reference(self, one: Finding) -> str:
        """By what a reader can ask for its explanation."""
        checkpoint = self.checkpoint(one)
        return checkpoint if one.focus == ORGANISATION else f"{checkpoint} {one.focus}"

    def why(self, one: Finding) -> Row | None:
        """What decided."""
        lines = (reason(atom, self.result, self.language, one.focus) for atom in telling(one.because))
        return self.row("why", *self.at_most(list(dict.fromkeys(lines))))

    def answers(self, one: Finding) -> Row | None:
        """What was answered where it was asked."""
        judged = self.judged(one)
        lines = (answer(it, self.result, self.language) for it in judged.answers) if judged else ()
        return self.row("answer", *lines)

    def accepted(self, found: Sequence[Finding]) -> str:
        """By whom, until when and why; and which of the findings, where it is not all of them."""
        told: dict[str, list[Finding]] = {}
        for one in found:
            if one.accepted is not None:
                told.setdefault(waived(one.accepted, self.result, self.language), []).append(one)
        return " · ".join(
            said if len(which) == len(found) else f"{', '.join(map(self.reference, which))}: {said}"
            for said, which in told.items()
        )

    def judged(self, one: Finding) -> JudgedFocus | None:
        """The verdict that a finding follows from; a systemic one has none."""
        return self.verdicts.get((one.checklist, one.checkpoint or "", one.focus))
