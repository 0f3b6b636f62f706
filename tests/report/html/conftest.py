"""Results that say one text wherever people can say anything."""

from __future__ import annotations

from attrs import evolve

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline
from kamassess.result import JudgedFocus, Result, Said
from tests.report.conftest import saying


def saying_everywhere(result: Result, text: str) -> Result:
    """A result in which all that a checklist or an organisation says is one text."""
    both, told = {"nl": text, "en": text}, saying(result, text)

    def checkpoint(one: CheckpointOutline) -> CheckpointOutline:
        clauses = tuple(evolve(it, norm=text, edition=text, clause=text, more=both) for it in one.clauses)
        return evolve(one, guidance=both, why=both, where=both, speaker=text, holds=text, clauses=clauses)

    def checklist(one: ChecklistOutline) -> ChecklistOutline:
        source = evolve(one.source, title=text, author=text, edition=text)
        requirements = tuple(
            evolve(it, checkpoints=tuple(map(checkpoint, it.checkpoints))) for it in one.requirements
        )
        return evolve(one, version=text, source=source, requirements=requirements, parameters={text: both})

    def said(one: Said) -> Said:
        return evolve(one, value=text, reason=both, claim=evolve(one.claim, by=text, evidence=(text,)))

    def verdict(one: JudgedFocus) -> JudgedFocus:
        return evolve(one, answers=tuple(map(said, one.answers)))

    subject = told.organisation
    run = evolve(
        told.run,
        engines=tuple(evolve(it, name=text, version=text) for it in (*told.run.engines, *told.run.engines)),
        handed_back={text: text},
    )
    return evolve(
        told,
        organisation=evolve(subject, described=evolve(subject.described, by=text), not_described=(text,)),
        checklists=tuple(map(checklist, told.checklists)),
        verdicts=tuple(map(verdict, told.verdicts)),
        parameters={text: text},
        run=run,
    )
