"""
Organisations of any size for the benchmarks: the same structure, the same mean degree.

One head of 40 nodes (direction, feedback policy, management team) and as many
divisions of 40 nodes as are asked for: a unit with its people, two customer
chains with steps and contacts, KPIs with measurements, an objective, duties,
conversations. Divisions differ in what falls short in them, by turns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from kamassess.checklist.requirement import Checklist, Checkpoint
from kamassess.model.terms import ORGANISATION
from kamassess.model.vocabulary import DUTIES

AS_OF = date(2026, 11, 1)
BLOCK = 40
SMALLEST = 2 * BLOCK

Data = dict[str, Any]


def organisation(nodes: int, checklists: Iterable[Checklist] = ()) -> Data:
    """
    An organisation in the form of the files.

    Args:
        nodes: how many nodes it has: a multiple of 40, the smallest being 80.
        checklists: those whose questions it answers.

    Returns:
        What a file would hold.

    Example:
        >>> found = organisation(200)
        >>> sum(map(len, found["nodes"].values()))
        200
    """
    if nodes < SMALLEST or nodes % BLOCK:
        raise ValueError(f"an organisation is built from blocks of {BLOCK} nodes, at least two; not {nodes}")
    kinds: dict[str, list[Data]] = {}
    evidence: list[Data] = []
    for kind, node in _head():
        kinds.setdefault(kind, []).append(node)
    for number in range(nodes // BLOCK - 1):
        for kind, node in _division(number):
            kinds.setdefault(kind, []).append(node)
        evidence += _evidence(number)
    answers: list[Data] = []
    for answer, its_evidence in _answers(checklists, kinds):
        answers.append(answer)
        evidence += its_evidence
    return {
        "id": f"benchmark-{nodes}",
        "name": {"nl": f"Organisatie van {nodes}", "en": f"Organisation of {nodes}"},
        "described": {"by": "director", "on": "2026-10-01", "basis": "record"},
        "nodes": kinds,
        "evidence": evidence,
        "answers": answers,
    }


def _day(days_ago: int) -> str:
    return (AS_OF - timedelta(days=days_ago)).isoformat()


def _name(nl: str, en: str, number: int | None = None) -> dict[str, str]:
    behind = "" if number is None else f" {number}"
    return {"nl": nl + behind, "en": en + behind}


# -------------------------------------------------------------------------- the head
def _head() -> Iterator[tuple[str, Data]]:
    """What every organisation has once: 40 nodes."""
    yield "vision", {"id": "vision", "statement": "Everybody helped", "owners": ["director"]}
    yield "mission", {"id": "mission", "statement": "Help", "owners": ["director"], "supports": ["vision"]}
    for id_ in ("strategy-service", "strategy-growth"):
        yield (
            "strategy",
            {
                "id": id_,
                "name": _name("Strategie", "Strategy"),
                "supports": ["mission"],
                "owners": ["director"],
            },
        )
    yield (
        "policy",
        {
            "id": "feedback-policy",
            "name": _name("Feedbackbeleid", "Feedback policy"),
            "subject": "feedback",
            "adopted_on": "2025-01-15",
            "adopted_by": ["management"],
            "hours": 400,
            "owners": ["director"],
            "supports": ["strategy-service"],
            "documents": ["policy-plan"],
            "involved_customers": ["all-customers"],
            "involved": ["person:agent"],
        },
    )
    yield "policy", {"id": "general-policy", "subject": "general", "supports": ["strategy-growth"]}
    for number, id_ in enumerate(("heard", "helped")):
        yield (
            "objective",
            {
                "id": id_,
                "name": _name("Klanten gehoord", "Customers heard", number),
                "what": "Customers are heard",
                "measure": "share of answers in time",
                "target": "90 %",
                "due": "2027-12-31",
                "reach": "strategic",
                "owners": ["director"],
                "implements": ["feedback-policy"],
                "contributes_to": ["strategy-service"],
            },
        )
    yield (
        "objective",
        {"id": "growth", "reach": "strategic", "contributes_to": ["strategy-growth"], "owners": ["director"]},
    )
    yield (
        "body",
        {
            "id": "management",
            "management_team": True,
            "top_management": True,
            "members": ["director", "quality"],
        },
    )
    yield "person", {"id": "director", "name": "D. Rector", "top_management": True, "unit": "office"}
    yield "person", {"id": "quality", "name": "K. Waliteit", "reports_to": "director", "unit": "office"}
    yield "person", {"id": "agent", "name": "A. Gent", "reports_to": "quality", "unit": "contact"}
    yield (
        "role",
        {
            "id": "feedback-manager",
            "feedback": True,
            "holders": ["quality"],
            "unit": "contact",
            "authorities": ["settle"],
            "derived_from": ["feedback-policy"],
        },
    )
    yield (
        "role",
        {
            "id": "feedback-agent",
            "feedback": True,
            "holders": ["agent"],
            "unit": "contact",
            "authorities": ["settle", "refund"],
        },
    )
    yield (
        "unit",
        {"id": "office", "name": _name("Kantoor", "Office"), "head": ["director"], "management": True},
    )
    yield (
        "unit",
        {
            "id": "contact",
            "name": _name("Klantcontact", "Customer contact"),
            "head": ["feedback-manager"],
            "part_of": "office",
            "customer_contact": True,
        },
    )
    for sort in ("complaint", "compliment", "signal"):
        yield "feedback_form", {"id": sort, "sort": sort}
        yield (
            "term",
            {
                "id": f"term-{sort}",
                "definition": f"What we call a {sort}",
                "form": sort,
                "used_in": ["contact", "feedback-report"],
            },
        )
    yield (
        "report",
        {
            "id": "feedback-report",
            "on": _day(40),
            "shows": ["complaint", "signal"],
            "aggregates": ["complaint", "compliment", "signal"],
        },
    )
    for id_, form in (("handle", "complaint"), ("analyse", "signal")):
        yield (
            "task",
            {
                "id": id_,
                "feedback": True,
                "accountable": ["feedback-manager"],
                "carried_out_by": ["feedback-agent"],
                "needs": ["settle"],
                "units": ["contact"],
                "feedback_forms": [form],
            },
        )
    for id_ in ("settle", "refund"):
        yield "authority", {"id": id_}
    yield (
        "document",
        {
            "id": "policy-plan",
            "on": _day(600),
            "version": "2",
            "next_review": "2027-01-01",
            "about": ["policy:feedback-policy"],
            "topics": ["feedback"],
            "by": ["director"],
        },
    )
    yield (
        "communication",
        {
            "id": "to-all",
            "on": _day(500),
            "by": ["director"],
            "to_all": True,
            "side": "internal",
            "about": ["policy:feedback-policy", "objective:heard"],
            "topics": ["feedback", "satisfaction", "success"],
        },
    )
    yield (
        "communication",
        {
            "id": "to-contact",
            "on": _day(100),
            "by": ["quality"],
            "to": ["unit:contact"],
            "about": ["objective:helped"],
            "topics": ["feedback"],
        },
    )
    yield (
        "research",
        {"id": "panel", "on": _day(200), "method": "qualitative", "customer_groups": ["all-customers"]},
    )
    yield (
        "review",
        {
            "id": "policy-review",
            "on": _day(150),
            "interval_months": 12,
            "conclusion": "partly",
            "about": ["policy:feedback-policy", "objective:heard"],
            "by": ["director"],
        },
    )
    yield "customer_group", {"id": "all-customers", "relevant": True}
    yield (
        "kpi",
        {
            "id": "answered",
            "sort": "process",
            "about": "quality",
            "better": "higher",
            "target": 90,
            "steering": True,
            "feedback": True,
            "objectives": ["heard"],
            "influences": ["satisfaction"],
            "owners": ["quality"],
        },
    )
    yield (
        "kpi",
        {
            "id": "satisfaction",
            "sort": "result",
            "about": "satisfaction",
            "better": "higher",
            "target": 8,
            "objectives": ["helped"],
            "owners": ["director"],
        },
    )
    for number, value in enumerate((85, 92)):
        yield (
            "measurement",
            {"id": f"answered-{number}", "kpi": "answered", "on": _day(60 - 30 * number), "value": value},
        )
    yield "measurement", {"id": "satisfaction-0", "kpi": "satisfaction", "on": _day(60), "value": 8.1}
    yield (
        "decision",
        {
            "id": "more-agents",
            "on": _day(50),
            "what": "More agents",
            "follows": ["measurement:answered-0", "report:feedback-report"],
            "owners": ["director"],
        },
    )


# ------------------------------------------------------------------------ a division
_OWNERS = (
    "certain",
    "certain",
    "believed",
    "a role",
    "nobody",
    "certain",
    "two",
    "not entitled",
)
"""Who owns the first chain of a division, by turns."""


def _division(number: int) -> Iterator[tuple[str, Data]]:
    """A unit with all that belongs to it: 40 nodes."""
    d, style = f"d{number}", _OWNERS[number % len(_OWNERS)]
    yield (
        "unit",
        {
            "id": d,
            "name": _name("Afdeling", "Department", number),
            "head": [f"{d}-manager"],
            "part_of": "office",
            "customer_contact": number % 3 == 0,
        },
    )
    yield (
        "person",
        {
            "id": f"{d}-manager",
            "name": f"M. Manager {number}",
            "management_team": True,
            "unit": d,
            "reports_to": "director",
        },
    )
    for one in ("a", "b", "c"):
        yield (
            "person",
            {
                "id": f"{d}-{one}",
                "name": f"{one.upper()}. Medewerker {number}",
                "unit": d,
                "reports_to": f"{d}-manager",
            },
        )
    yield (
        "role",
        {"id": f"{d}-planner", "name": _name("Planner", "Planner", number), "holders": [f"{d}-a"], "unit": d},
    )
    yield (
        "customer_group",
        {"id": f"{d}-customers", "name": _name("Klanten", "Customers", number), "relevant": number % 2 == 0},
    )
    yield "it_system", {"id": f"{d}-system", "owners": [f"{d}-manager"]}
    yield (
        "objective",
        {
            "id": f"{d}-objective",
            "name": _name("Doel", "Objective", number),
            "what": "Shorter waiting",
            "measure": "days",
            "target": "10",
            "reach": "operational",
            "contributes_to": ["growth"],
            "units": [d],
            **({"owners": [f"{d}-manager"]} if number % 4 else {}),
        },
    )
    yield from _chain(d, number, "x", _owners_of(d, style))
    yield from _chain(d, number, "y", [f"{d}-manager"])
    # One assignment for the whole of the first chain, and one for part of the second.
    every = [duty for duty, _, _ in DUTIES]
    yield (
        "assignment",
        {
            "id": f"{d}-x-duties",
            "chains": [f"{d}-x"],
            "duties": every,
            "accountable": [f"{d}-manager"],
            "carries_out": [f"{d}-a"],
            "consulted": [f"{d}-planner"],
        },
    )
    yield (
        "assignment",
        {
            "id": f"{d}-y-duties",
            "chains": [f"{d}-y"],
            "duties": every[:6],
            "accountable": [f"{d}-b" if number % 3 == 1 else f"{d}-manager"],
        },
    )
    for back in (25, 55, 110 if number % 2 else 85):
        talk: Data = {
            "id": f"{d}-talk-{back}",
            "chain": f"{d}-x",
            "on": _day(back),
            "led_by": [f"{d}-manager"],
        }
        yield (
            "performance_conversation",
            {**talk, "period_from": _day(back + 30), "period_to": _day(back), "lessons": "Plan earlier"},
        )


def _owners_of(d: str, style: str) -> list[Any]:
    manager = f"{d}-manager"
    return {
        "certain": [{"to": manager, "basis": "document", "evidence": [f"{d}-mandate"]}],
        "believed": [{"to": manager, "basis": "belief"}],
        "a role": [f"{d}-planner"],
        "nobody": [],
        "two": [manager, {"to": f"{d}-a", "basis": "assumption"}],
        "not entitled": [f"{d}-b"],
    }[style]


def _chain(d: str, number: int, which: str, owners: list[Any]) -> Iterator[tuple[str, Data]]:
    """A chain with its product, steps, contacts, value, expectation and KPIs: 14 nodes."""
    chain = f"{d}-{which}"
    yield (
        "chain",
        {
            "id": chain,
            "name": _name(f"Keten {which}", f"Chain {which}", number),
            "trigger": "an application",
            "outcome": "a permit",
            "owners": owners,
            "customers": [f"customer_group:{d}-customers"],
            "products": [f"{chain}-product"],
            "it_systems": [f"{d}-system"],
            "started_by": [f"customer_group:{d}-customers"],
            "received_by": [f"customer_group:{d}-customers"],
            "experts": [f"role:{d}-planner"],
            "long_running": which == "x",
        },
    )
    yield (
        "product",
        {
            "id": f"{chain}-product",
            "family": f"family {number} {which if number % 2 else ''}",
            "sort": "service",
        },
    )
    for order, activity in enumerate(("Take in", "Assess", "Deliver")):
        yield (
            "step",
            {
                "id": f"{chain}-{order}",
                "chain": chain,
                "order": order,
                "activity": activity,
                "unit": "unit:contact" if order == 0 else f"unit:{d}",
                "performers": [f"{d}-b"],
            },
        )
    for at in ("start", "end"):
        yield (
            "contact_moment",
            {"id": f"{chain}-{at}", "chain": chain, "at": at, "description": "By telephone"},
        )
    yield "customer_value", {"id": f"{chain}-value", "chain": chain, "statement": "Quickly"}
    yield (
        "expectation",
        {
            "id": f"{chain}-expectation",
            "chain": chain,
            "of": f"customer_group:{d}-customers",
            "statement": "Within ten days",
        },
    )
    silo = {"units": [d]} if which == "y" and number % 5 == 0 else {"chains": [chain]}
    yield (
        "kpi",
        {
            "id": f"{chain}-time",
            "name": _name("Doorlooptijd", "Lead time", number),
            "sort": "result",
            "about": "speed",
            "better": "lower",
            "target": 10,
            "objectives": [f"{d}-objective"],
            **silo,
        },
    )
    yield (
        "kpi",
        {
            "id": f"{chain}-queue",
            "name": _name("Werkvoorraad", "Queue", number),
            "sort": "process",
            "about": "volume",
            "better": "lower",
            "target": 40,
            "parent": f"{chain}-time",
            "expectations": [f"{chain}-expectation"],
        },
    )
    for of, value in (("time", 9 + number % 4), ("queue", 38)):
        yield (
            "measurement",
            {"id": f"{chain}-{of}-now", "kpi": f"{chain}-{of}", "on": _day(20), "value": value},
        )


# -------------------------------------------------------------- evidence and answers
def _evidence(number: int) -> list[Data]:
    d = f"d{number}"
    return [
        {
            "id": f"{d}-mandate",
            "kind": "document",
            "on": "2026-01-01",
            "valid_until": "2027-12-31",
            "owner": f"{d}-manager",
            "about": [f"chain:{d}-x"],
        }
    ]


def _answers(
    checklists: Iterable[Checklist], kinds: dict[str, list[Data]]
) -> Iterator[tuple[Data, list[Data]]]:
    """Every question answered at every focus by turns: proven, claimed, denied, or not at all."""
    for checklist in checklists:
        for checkpoint in checklist.checkpoints:
            if checkpoint.scale is None:
                continue
            for turn, focus in enumerate(_foci(checkpoint, kinds)):
                yield from _answer(checklist, checkpoint, focus, turn + sum(map(ord, checkpoint.id)))


def _foci(checkpoint: Checkpoint, kinds: dict[str, list[Data]]) -> list[str]:
    if checkpoint.each == ORGANISATION:
        return [ORGANISATION]
    return [f"{checkpoint.each}:{node['id']}" for node in kinds.get(checkpoint.each, ())]


def _answer(
    checklist: Checklist, checkpoint: Checkpoint, focus: str, turn: int
) -> Iterator[tuple[Data, list[Data]]]:
    assert checkpoint.scale is not None
    words = checkpoint.scale.words or ("1", "3", "5")
    rule = f"{checklist.id}/{checkpoint.id}"
    answer: Data = {"checkpoint": rule, "focus": focus, "by": "quality", "on": "2026-10-10"}
    match turn % 5:
        case 0 | 1:
            id_ = f"{checklist.id}-{checkpoint.id}-{focus.replace(':', '-')}"
            proof = {"id": id_, "kind": "record", "on": "2026-09-01", "about": [focus]}
            yield {**answer, "value": words[-1], "basis": "record", "evidence": [id_]}, [proof]
        case 2:
            yield {**answer, "value": words[-1], "basis": "belief"}, []
        case 3:
            yield {**answer, "value": words[0], "basis": "experience"}, []
