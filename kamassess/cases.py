"""
Cases of a checklist: small organisations, each with the verdict that it must get.

A checkpoint is held to have one case that conforms, one that does not, and one
that stays undetermined, so that nobody ships a rule that cannot fail.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from attrs import field, frozen

from kamassess.assessing import compile
from kamassess.checklist.compiled import Compiled
from kamassess.checklist.requirement import Checklist
from kamassess.engine.protocol import Engine
from kamassess.errors import InvalidOrganisation, Place, nearest
from kamassess.files import cases_of, checklist_file, load_checklist, read_file
from kamassess.judging import assess_organisation
from kamassess.model.organisation import Organisation
from kamassess.model.reading import read_organisation
from kamassess.model.terms import ORGANISATION, Outcome
from kamassess.source import Entry, Mapping, Node, Scalar, Style
from kamassess.source.reader import Reader

NEEDED: Final = (Outcome.CONFORMITY, Outcome.NONCONFORMITY, Outcome.UNDETERMINED)
"""The outcomes of which every checkpoint needs a case."""

_CASE: Final = ("checkpoint", "name", "focus", "expect", "parameters", "given")
_GIVEN: Final = ("name", "described", "not_described", "nodes", "evidence", "answers")


@frozen
class Case:
    """
    A small organisation and the verdict that it must get.

    Args:
        checkpoint: the checkpoint's id.
        name: what it shows.
        focus: at which focus.
        claimed: the outcome, every claim taken at its word.
        proven: the outcome when only certain claims are.
        organisation: who is assessed.
        parameters: values for parameters of the checklist.
        place: where it stands.
    """

    checkpoint: str
    name: str
    focus: str
    claimed: Outcome
    proven: Outcome
    organisation: Organisation
    parameters: dict[str, str]
    place: Place = field(eq=False)


@frozen
class Cases:
    """
    The cases of a checklist.

    Args:
        checklist: the checklist.
        as_of: the day of all of them.
        cases: in the order of the file.
    """

    checklist: Checklist
    as_of: date
    cases: tuple[Case, ...]


@frozen
class Failure:
    """
    A case that did not come out, or a checkpoint that lacks one.

    Args:
        checkpoint: the checkpoint's id.
        message: what is wrong.
        place: where the case stands; ``None`` for one that lacks.
    """

    checkpoint: str
    message: str
    place: Place | None = None


def load_cases(name: str | Path) -> Cases:
    """
    Load the cases of a checklist, which stand in the folder ``cases`` beside it.

    Args:
        name: the checklist's name, or its path.

    Returns:
        The cases.

    Raises:
        InvalidSource: a file cannot be read.
        InvalidChecklist: the checklist cannot be used.
        InvalidOrganisation: with every mistake in the cases.
    """
    checklist = load_checklist(name)
    file = cases_of(checklist_file(name))
    return _CasesReader(checklist).cases(read_file(file))


def run_cases(cases: Cases, engines: tuple[Engine, ...]) -> tuple[Failure, ...]:
    """
    Run the cases of a checklist.

    Args:
        cases: the cases.
        engines: which decide; all must agree.

    Returns:
        What failed: cases with another verdict, and checkpoints without the cases that they need.
    """
    compiled: dict[tuple[tuple[str, str], ...], Compiled] = {}
    failures: list[Failure] = []
    for case in cases.cases:
        key = tuple(sorted(case.parameters.items()))
        if key not in compiled:
            compiled[key] = compile(cases.checklist, case.parameters)
        failures.extend(_failures(case, compiled[key], cases.as_of, engines))
    return (*failures, *_lacking(cases))


def _failures(case: Case, compiled: Compiled, as_of: date, engines: tuple[Engine, ...]) -> Iterator[Failure]:
    try:
        result = assess_organisation(case.organisation, compiled, as_of, engines)
    except InvalidOrganisation as error:
        yield Failure(case.checkpoint, f"{case.name}: {error}", case.place)
        return
    found = [one for one in result.verdicts if (one.checkpoint, one.focus) == (case.checkpoint, case.focus)]
    if not found:
        foci = [one.focus for one in result.verdicts if one.checkpoint == case.checkpoint]
        yield Failure(
            case.checkpoint, f"{case.name}: no verdict at {case.focus}, but at {', '.join(foci)}", case.place
        )
        return
    got = (found[0].claimed.outcome, found[0].proven.outcome)
    if got != (case.claimed, case.proven):
        expected = f"{case.claimed} as claimed and {case.proven} as proven"
        message = f"{case.name}: expected {expected}; got {got[0]} and {got[1]}"
        yield Failure(case.checkpoint, message, case.place)


def _lacking(cases: Cases) -> Iterator[Failure]:
    shown: dict[str, set[Outcome]] = {}
    for case in cases.cases:
        shown.setdefault(case.checkpoint, set()).add(case.claimed)
    for checkpoint in cases.checklist.checkpoints:
        lacking = [one for one in NEEDED if one not in shown.get(checkpoint.id, ())]
        if lacking:
            yield Failure(checkpoint.id, f"has no case with the outcome {' or '.join(lacking)}")


class _CasesReader(Reader):
    """Reads the cases of a checklist."""

    def __init__(self, checklist: Checklist) -> None:
        super().__init__()
        self.checklist = checklist
        self.ids = [one.id for one in checklist.checkpoints]

    def cases(self, tree: Node) -> Cases:
        top = self.entries(tree, ("checklist", "as_of", "cases"), ("as_of", "cases"), "a file of cases")
        as_of = self.date(top.get("as_of")) or date.min
        cases = tuple(case for one in self.items(top.get("cases"), "cases") for case in self._case(one))
        if self.mistakes:
            raise InvalidOrganisation(self.mistakes)
        return Cases(self.checklist, as_of, cases)

    def _case(self, tree: Node) -> Iterable[Case]:
        found = self.entries(tree, _CASE, ("checkpoint", "name", "expect", "given"), "a case")
        checkpoint = self.text(found.get("checkpoint")) or ""
        if checkpoint not in self.ids:
            self.wrong(tree, f"there is no checkpoint '{checkpoint}'", nearest(checkpoint, self.ids))
        claimed, proven = self._expected(found.get("expect"))
        organisation = self._organisation(found.get("given"))
        if organisation is None:
            return
        yield Case(
            checkpoint,
            self.text(found.get("name")) or "",
            self.text(found.get("focus")) or ORGANISATION,
            claimed,
            proven,
            organisation,
            self._parameters(found.get("parameters")),
            tree.place,
        )

    def _expected(self, tree: Node | None) -> tuple[Outcome, Outcome]:
        words = tuple(Outcome)
        if isinstance(tree, Mapping):
            found = self.entries(tree, ("claimed", "proven"), ("claimed", "proven"), "an expectation")
            claimed, proven = self.word(found.get("claimed"), words), self.word(found.get("proven"), words)
        else:
            claimed = proven = self.word(tree, words)
        return Outcome(claimed or Outcome.UNDETERMINED), Outcome(proven or Outcome.UNDETERMINED)

    def _organisation(self, tree: Node | None) -> Organisation | None:
        if tree is None or (not self.entries(tree, _GIVEN, what="what is given") and self.mistakes):
            return None
        named = Entry(Scalar("id", Style.PLAIN), Scalar("case", Style.PLAIN))
        entries = tree.entries if isinstance(tree, Mapping) else ()
        try:
            return read_organisation(Mapping((named, *entries), tree._where))
        except InvalidOrganisation as error:
            self.mistakes.extend(error.mistakes)
            return None

    def _parameters(self, tree: Node | None) -> dict[str, str]:
        if not isinstance(tree, Mapping):
            return {}
        return {key.text: self.text(value) or "" for key, value in tree.entries}
