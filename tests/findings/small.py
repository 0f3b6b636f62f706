"""A norm of one requirement and an organisation in a few lines, for what is told about verdicts."""

from __future__ import annotations

from datetime import date
from typing import Any

from kamassess.checklist.compiling import compile_checklists
from kamassess.checklist.reading import checklist_from_data
from kamassess.engine.reference import Reference
from kamassess.findings.finding import Atom, Finding
from kamassess.judging import assess_organisation
from kamassess.model.organisation import Organisation
from kamassess.model.terms import FindingKind
from kamassess.result import JudgedFocus, Result

AS_OF = date(2026, 11, 1)

Data = dict[str, Any]

#: What a claim can rest on; the evidence is about every node that the tests name.
PROVEN: Data = {"basis": "contract", "evidence": ["paper"]}
BELIEVED: Data = {"basis": "belief"}


def checkpoint(id: str = "C-1", **rest: Any) -> Data:
    """A checkpoint with what every checkpoint has, where it is not given."""
    if rest.get("each"):
        rest.setdefault("if_none", "not-applicable")
    return {"id": id, "role": "requirement", "title": {"nl": f"Eis {id}", "en": f"Requirement {id}"}, **rest}


def assess(
    checkpoints: list[Data],
    nodes: Data | None = None,
    *,
    answers: list[Data] | None = None,
    not_described: list[str] | None = None,
    requirement: Data | None = None,
    parameters: Data | None = None,
) -> Result:
    """The result of assessing an organisation with these nodes against a norm with these checkpoints."""
    norm = {
        "id": "norm",
        "version": "1.0.0",
        "title": "Norm",
        "source": {"title": "None"},
        "parameters": parameters or {},
        "requirements": [
            {"id": "one", "title": "One", **(requirement or {}), "checkpoints": checkpoints},
        ],
    }
    described = nodes or {}
    about = [f"{kind}:{node['id']}" for kind, listed in described.items() for node in listed]
    asked = [one["id"] for one in checkpoints]
    organisation = Organisation.from_data(
        {
            "id": "x",
            "name": {"nl": "Gemeente X", "en": "Town X"},
            "nodes": described,
            "not_described": not_described or [],
            "evidence": [{"id": "paper", "kind": "contract", "on": "2026-01-01", "about": [*about, *asked]}],
            "answers": answers or [],
        }
    )
    return assess_organisation(
        organisation, compile_checklists([checklist_from_data(norm)]), AS_OF, (Reference(),)
    )


def people(*ids: str, **rest: Any) -> list[Data]:
    """Persons with these ids, all with the same attributes."""
    return [{"id": one, **rest} for one in ids]


def the_finding(result: Result, kind: FindingKind | None = None) -> Finding:
    """The only finding, or the only one of a kind."""
    (found,) = (one for one in result.findings if kind in (None, one.kind))
    return found


def verdict(result: Result, focus: str, checkpoint: str = "C-1") -> JudgedFocus:
    """The verdict on a checkpoint at a focus."""
    (found,) = (one for one in result.verdicts if (one.checkpoint, one.focus) == (checkpoint, focus))
    return found


def shown(atoms: tuple[Atom, ...]) -> list[tuple[str, str, str, object]]:
    """Atoms without what was found."""
    return [(one.focus, one.fact, one.operator, one.expected) for one in atoms]
