"""
Against what was assessed, as OSCAL has it: a requirement is a control, a checkpoint one of its objectives.
"""

from __future__ import annotations

from collections.abc import Iterator

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, RequirementOutline
from kamassess.report.naming import named
from kamassess.report.oscal.values import Thing, line, property_, string, token, without_empty
from kamassess.report.wording import clause, in_language
from kamassess.result import Result


def control(checklist: str, requirement: str) -> str:
    """The id of a requirement as a control."""
    return token(checklist, requirement)


def objective(checklist: str, requirement: str, checkpoint: str | None = None) -> str:
    """
    The id of an objective.

    Args:
        checklist: the checklist's id.
        requirement: the requirement's id.
        checkpoint: the checkpoint's id; ``None``: of the requirement as a whole.

    Returns:
        A token.

    Example:
        >>> objective("customer-chains", "K", "K-4")
        'customer-chains.K_obj.K-4'
    """
    whole = (checklist, f"{requirement}_obj")
    return token(*whole) if checkpoint is None else token(*whole, checkpoint)


def source(checklist: ChecklistOutline) -> str:
    """The name of a checklist as a resource: its UUID."""
    return str(named("checklist", checklist.id, checklist.version))


def objectives(result: Result, language: str) -> list[Thing]:
    """
    What is asked, by requirement.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        For each requirement its objective, with those of its checkpoints within it.
    """
    return [
        {
            "control-id": control(checklist.id, requirement.id),
            "description": line(in_language(requirement.title, language, requirement.id)),
            "parts": [_whole(checklist, requirement, language)],
        }
        for checklist in result.checklists
        for requirement in checklist.requirements
    ]


def _whole(checklist: ChecklistOutline, requirement: RequirementOutline, language: str) -> Thing:
    return without_empty(
        {
            "id": objective(checklist.id, requirement.id),
            "name": "assessment-objective",
            "title": line(in_language(requirement.title, language, requirement.id)),
            "props": [property_("requirement", requirement.id)],
            "parts": [_part(checklist, requirement, one, language) for one in requirement.checkpoints],
        }
    )


def _part(
    checklist: ChecklistOutline, requirement: RequirementOutline, one: CheckpointOutline, language: str
) -> Thing:
    title = in_language(one.title, language, one.id)
    return {
        "id": objective(checklist.id, requirement.id, one.id),
        "name": "assessment-objective",
        "title": line(title),
        "props": list(_properties(one, language)),
        "prose": line(in_language(one.ask, language, title)),
    }


def _properties(one: CheckpointOutline, language: str) -> Iterator[Thing]:
    yield property_("checkpoint", one.id)
    yield property_("role", one.role)
    if one.grade is not None:
        yield property_("grade", one.grade)
    for it in one.clauses:
        yield property_("clause", clause(it, language))


def reviewed(result: Result, language: str) -> Thing:
    """
    Which controls and objectives were assessed.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        A selection a checklist: all of its requirements, and all of its checkpoints.
    """
    return {
        "control-selections": [
            _selected(one, language)
            | {"include-controls": [{"control-id": control(one.id, it.id)} for it in one.requirements]}
            for one in result.checklists
        ],
        "control-objective-selections": [
            _selected(one, language)
            | {
                "include-objectives": [
                    {"objective-id": objective(one.id, requirement.id, it.id)}
                    for requirement in one.requirements
                    for it in requirement.checkpoints
                ]
            }
            for one in result.checklists
        ],
    }


def _selected(checklist: ChecklistOutline, language: str) -> Thing:
    return {
        "description": line(in_language(checklist.title, language, checklist.id)),
        "links": [{"href": f"#{source(checklist)}", "rel": "reference"}],
    }


def sources(result: Result, language: str) -> list[Thing]:
    """
    The checklists as resources, with the texts that they encode.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        A resource a checklist.
    """
    return [
        {
            "uuid": source(one),
            "title": line(in_language(one.title, language, one.id)),
            "props": [
                property_("id", one.id),
                {"name": "version", "value": string(one.version)},
                property_("sha256", one.sha256),
            ],
            "citation": {
                "text": line(
                    ", ".join(filter(None, (one.source.author, one.source.title, one.source.edition)))
                )
            },
        }
        for one in result.checklists
    ]
