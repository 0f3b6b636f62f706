"""
Who and what an assessment is about, as OSCAL has it: parties, and components with who answers for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kamassess.findings.telling import person_key
from kamassess.model.terms import ORGANISATION
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report.naming import named
from kamassess.report.oscal.values import Thing, line, property_, string, without_empty
from kamassess.report.oscal.words import say
from kamassess.report.wording import in_language, node, person
from kamassess.result import Result

OWNER: Final = "owner"
ACTS: Final = "acts"
DESCRIBED: Final = "described"
ASSESSED: Final = "assessed"

_ROLES: Final = (OWNER, ACTS, DESCRIBED, ASSESSED)
"""The roles that a party can have; their titles are words of the same name."""

_COMPONENTS: Final = {"chain": "process-procedure", "step": "process-procedure", "policy": "policy"}
"""Kinds that OSCAL has a word for; another kind is a type of our own."""

_PERSON: Final = "person"


def party(result: Result, focus: str) -> str:
    """
    The name of a party.

    Args:
        result: whose organisation it is.
        focus: the person, or ``organisation``.

    Returns:
        Its UUID.
    """
    return str(named("party", result.organisation.id, focus))


def is_party(focus: str) -> bool:
    """Whether a focus is a party: the organisation or a person; everything else is a component."""
    return focus == ORGANISATION or focus.partition(":")[0] == _PERSON


def component(result: Result, focus: str) -> str:
    """
    The name of a component.

    Args:
        result: whose organisation it is of.
        focus: the node.

    Returns:
        Its UUID.
    """
    return str(named("component", result.organisation.id, focus))


def subject(result: Result, focus: str, language: str) -> Thing:
    """
    What an observation is about.

    Args:
        result: the result.
        focus: the node, or ``organisation``.
        language: ``nl`` or ``en``.

    Returns:
        The reference to it.
    """
    uuid, sort = (party, "party") if is_party(focus) else (component, "component")
    return {"subject-uuid": uuid(result, focus), "type": sort, "title": line(_name(result, focus, language))}


def _name(result: Result, focus: str, language: str) -> str:
    if focus == ORGANISATION:
        return in_language(result.organisation.name, language, result.organisation.id)
    return node(focus, result, language)


# ------------------------------------------------------------------ parties
def roles(language: str) -> list[Thing]:
    """
    The roles that parties have here.

    Args:
        language: ``nl`` or ``en``.

    Returns:
        The roles.
    """
    return [{"id": one, "title": line(say(one, language))} for one in _ROLES]


def parties(result: Result, language: str) -> list[Thing]:
    """
    The organisation, and every person who is named.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        The parties, each once.
    """
    organisation = result.organisation
    whole = party(result, ORGANISATION)
    made: list[Thing] = [
        {
            "uuid": whole,
            "type": "organization",
            "name": string(in_language(organisation.name, language, organisation.id)),
            "props": [property_("id", organisation.id)],
        }
    ]
    made += (
        {
            "uuid": party(result, focus),
            "type": "person",
            "name": string(person(focus, result, language).removeprefix(f"{_PERSON}:")),
            "props": [property_("id", focus)],
            "member-of-organizations": [whole],
        }
        for focus in dict.fromkeys(_persons(result))
    )
    return made


def _persons(result: Result) -> Iterator[str]:
    described = result.organisation.described.by
    if described:
        yield person_key(described)
    for one in owners(result).values():
        yield from one
    for verdict in result.verdicts:
        if verdict.focus.partition(":")[0] == _PERSON:
            yield verdict.focus
        yield from (person_key(said.claim.by) for said in verdict.answers if said.claim.by)
    for finding in result.findings:
        yield from (one.person for one in finding.act)
        if finding.accepted is not None:
            yield person_key(finding.accepted.owner)


def responsible(result: Result, persons: Mapping[str, tuple[str, ...]]) -> list[Thing]:
    """
    Who has which role.

    Args:
        result: the result.
        persons: the persons by role.

    Returns:
        The roles that somebody has, with the parties.
    """
    return [
        {"role-id": role, "party-uuids": [party(result, one) for one in dict.fromkeys(known)]}
        for role, known in persons.items()
        if known
    ]


# ------------------------------------------------------------------ components
def owners(result: Result) -> dict[str, tuple[str, ...]]:
    """
    Who owns what, as claimed: of chains as the graph has it, of all else as far as findings tell.

    Args:
        result: the result.

    Returns:
        The persons by what they own.
    """
    found: dict[str, dict[str, None]] = {}
    for link in result.chart.links:
        if is_party(link.below):
            found.setdefault(link.above, {})[link.below] = None
    for one in result.findings:
        for actor in one.act:
            if actor.via == (one.focus,):
                found.setdefault(one.focus, {})[actor.person] = None
    return {focus: tuple(persons) for focus, persons in found.items()}


def components(result: Result, language: str) -> list[Thing]:
    """
    What was assessed besides the organisation and persons, with who owns it and who must act on it.

    Args:
        result: the result.
        language: ``nl`` or ``en``.

    Returns:
        A component for each focus of a verdict.
    """
    owned = owners(result)
    act: dict[str, list[str]] = {}
    for one in result.findings:
        act.setdefault(one.focus, []).extend(it.person for it in one.act)
    foci = dict.fromkeys(one.focus for one in result.verdicts if not is_party(one.focus))
    return [
        without_empty(
            {
                "uuid": component(result, focus),
                "type": _type(focus),
                "title": line(node(focus, result, language)),
                "description": line(VOCABULARY.called(focus.partition(":")[0], language)),
                "props": [property_("focus", focus)],
                "status": {"state": "other", "remarks": line(say("no status", language))},
                "responsible-roles": responsible(
                    result, {OWNER: owned.get(focus, ()), ACTS: tuple(act.get(focus, ()))}
                ),
            }
        )
        for focus in foci
    ]


def _type(focus: str) -> str:
    kind = focus.partition(":")[0]
    return _COMPONENTS.get(kind) or string(kind)
