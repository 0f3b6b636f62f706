"""
Checks of links alone, beside pySHACL on the same links.

Both hold the same organisation against the same checks, and must find the
same nodes to fail. Reading and compiling are done before; what is measured is
one assessment, and one validation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import kamassess as ka
from benchmarks.measuring import Times, in_turn, ratio, table
from benchmarks.organisations import AS_OF, organisation
from kamassess.checklist.reading import checklist_from_data
from kamassess.engine.protocol import Verdicts
from kamassess.engine.reference import Reference
from kamassess.facts.answering import Answers
from kamassess.facts.collecting import collect
from kamassess.graph.building import build
from kamassess.graph.view import View

NODES = 200

PREFIXES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix k: <urn:kamassess:> .
"""

UPWARD = "[ sh:zeroOrMorePath [ sh:alternativePath ( k:supports k:implements k:contributes_to ) ] ]"
PERSONS = "[ sh:alternativePath ( k:owners ( k:owners k:holders ) ) ]"

CHECKS: dict[str, tuple[str, str, str]] = {
    "one-owner": (
        "chain",
        "owners.size() == 1",
        f"sh:path {PERSONS} ; sh:qualifiedValueShape [ sh:class k:person ] ; "
        "sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1",
    ),
    "products": ("chain", "products.size() > 0", "sh:path k:products ; sh:minCount 1"),
    "customers": ("chain", "customers.size() > 0", "sh:path k:customers ; sh:minCount 1"),
    "start": (
        "chain",
        'contact_moments.exists(m, m.at == "start")',
        "sh:path [ sh:inversePath k:chain ] ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape "
        '[ sh:class k:contact_moment ; sh:property [ sh:path k:at ; sh:hasValue "start" ] ]',
    ),
    "steps": (
        "chain",
        "steps.size() >= 2",
        "sh:path [ sh:inversePath k:chain ] ; sh:qualifiedMinCount 2 ; "
        "sh:qualifiedValueShape [ sh:class k:step ]",
    ),
    "owners-managers": (
        "chain",
        "owners.filter(p, !p.management_team).size() == 0",
        f"sh:path {PERSONS} ; sh:qualifiedMaxCount 0 ; sh:qualifiedValueShape "
        "[ sh:class k:person ; sh:not [ sh:property [ sh:path k:management_team ; sh:hasValue true ] ] ]",
    ),
    "values": (
        "chain",
        "customer_values.size() > 0",
        "sh:path [ sh:inversePath k:chain ] ; sh:qualifiedMinCount 1 ; "
        "sh:qualifiedValueShape [ sh:class k:customer_value ]",
    ),
    "started": (
        "chain",
        "started_by.size() > 0 && received_by.size() > 0",
        "sh:and ( [ sh:property [ sh:path k:started_by ; sh:minCount 1 ] ] "
        "[ sh:property [ sh:path k:received_by ; sh:minCount 1 ] ] )",
    ),
    "assigned": (
        "chain",
        "assignments.size() > 0",
        "sh:path [ sh:inversePath k:chains ] ; "
        "sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:class k:assignment ]",
    ),
    "systems": ("chain", "it_systems.size() > 0", "sh:path k:it_systems ; sh:minCount 1"),
    "performed": ("step", "performers.size() > 0", "sh:path k:performers ; sh:minCount 1"),
    "expected-of": ("expectation", "of.size() == 1", "sh:path k:of ; sh:minCount 1 ; sh:maxCount 1"),
    "expected-measured": (
        "expectation",
        "kpis.size() > 0",
        "sh:path [ sh:inversePath k:expectations ] ; sh:minCount 1",
    ),
    "served": (
        "customer_group",
        "served_by.size() > 0",
        "sh:path [ sh:inversePath k:customers ] ; sh:minCount 1",
    ),
    "delivered": ("product", "chains.size() > 0", "sh:path [ sh:inversePath k:products ] ; sh:minCount 1"),
    "led": ("unit", "head.size() == 1", "sh:path k:head ; sh:minCount 1 ; sh:maxCount 1"),
    "placed": ("person", "unit.size() == 1", "sh:path k:unit ; sh:minCount 1 ; sh:maxCount 1"),
    "held": ("role", "holders.size() > 0", "sh:path k:holders ; sh:minCount 1"),
    "where-done": ("step", "unit.size() == 1", "sh:path k:unit ; sh:minCount 1 ; sh:maxCount 1"),
    "of-a-kpi": ("measurement", "kpi.size() == 1", "sh:path k:kpi ; sh:minCount 1 ; sh:maxCount 1"),
    "kpi-placed": (
        "kpi",
        "chains.size() > 0 || parent.size() > 0 || objectives.size() > 1",
        "sh:or ( [ sh:property [ sh:path k:chains ; sh:minCount 1 ] ] "
        "[ sh:property [ sh:path k:parent ; sh:minCount 1 ] ] "
        "[ sh:property [ sh:path k:objectives ; sh:minCount 2 ] ] )",
    ),
    "measured": (
        "objective",
        "kpis.size() > 0",
        "sh:path [ sh:inversePath k:objectives ] ; sh:minCount 1",
    ),
    "to-the-vision": (
        "objective",
        "reaches_vision",
        f"sh:path {UPWARD} ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ sh:class k:vision ]",
    ),
    "span": (
        "person",
        "direct_reports.size() <= 3",
        "sh:path [ sh:inversePath k:reports_to ] ; sh:maxCount 3",
    ),
}
"""What is checked: of which kind, as a rule of ours, and as a constraint of SHACL."""


def report(runs: int = 15) -> str:
    """Measure both, after seeing that they find the same."""
    from pyshacl import validate

    data = organisation(NODES)
    town = ka.Organisation.from_data(data)
    compiled = ka.compile(checklist())
    links, shapes = graph_of(data), shapes_graph()

    def ours() -> ka.Assessment:
        return ka.assess(town, compiled, as_of=AS_OF)

    def checks_alone() -> Verdicts:
        view = View(build(town, AS_OF), ka.Reading.CLAIMED)
        facts = collect(view, view, compiled.ruleset, compiled.checkpoints, Answers())
        return Reference().decide(compiled.ruleset, facts)

    def theirs() -> Any:
        return validate(links, shacl_graph=shapes)

    found, also_found = failing(ours()), violations(theirs()[1])
    if found != also_found:
        raise AssertionError(f"the two differ: {sorted(found ^ also_found)}")
    alone, whole, other = in_turn((checks_alone, ours, theirs), runs)
    lead = f"{NODES} nodes, {len(CHECKS)} checks; both find the same {len(found)} nodes that fail one:"
    rows = (
        ("pySHACL: one reading, a report of what fails", other.shown(), "1"),
        ("kamassess, the checks alone: graph, facts and decisions", *_against(other, alone)),
        ("kamassess, the assessment: both readings, findings, scores", *_against(other, whole)),
    )
    return f"{lead}\n\n{table(('what', 'median (least to most)', 'times as fast'), rows)}"


def _against(other: Times, ours: Times) -> tuple[str, str]:
    return ours.shown(), f"{ratio(other, ours):.0f}"


def checklist() -> ka.Checklist:
    """The checks as a checklist."""
    checkpoints = [
        {
            "id": id_,
            "title": id_,
            "role": "requirement",
            "each": kind,
            "if_none": "not-applicable",
            "holds": rule,
        }
        for id_, (kind, rule, _) in CHECKS.items()
    ]
    return checklist_from_data(
        {
            "id": "links",
            "version": "1.0.0",
            "title": "Links",
            "source": {"title": "Links"},
            "requirements": [{"id": "links", "title": "Links", "checkpoints": checkpoints}],
        }
    )


def failing(assessment: ka.Assessment) -> set[tuple[str, str]]:
    """The checks that fail as claimed, each with the node: SHACL knows no claims."""
    return {
        (one.checkpoint, one.focus)
        for one in assessment.verdicts
        if one.claimed.outcome is ka.Outcome.NONCONFORMITY
    }


def shapes_graph() -> Any:
    """The checks as shapes."""
    from rdflib import Graph

    text = PREFIXES
    for id_, (kind, _, constraint) in CHECKS.items():
        of = "PropertyShape" if constraint.startswith("sh:path") else "NodeShape"
        text += f"k:{id_} a sh:{of} ; sh:targetClass k:{kind} ; {constraint} .\n"
    return Graph().parse(data=text, format="turtle")


def graph_of(data: dict[str, Any]) -> Any:
    """An organisation in the form of a file as triples, each claim taken at its word."""
    from rdflib import RDF, Graph, Literal, URIRef

    graph = Graph()
    for subject, part, value in _triples(data):
        said = URIRef(value) if isinstance(value, str) and value.startswith("urn:") else Literal(value)
        predicate = RDF.type if part == "type" else URIRef(f"urn:kamassess:{part}")
        graph.add((URIRef(subject), predicate, said))
    return graph


def _triples(data: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    town = ka.Organisation.from_data(data)
    for node in town.nodes:
        subject = f"urn:node:{node.key}"
        yield subject, "type", f"urn:kamassess:{node.kind}"
        for told in node.attributes:
            yield subject, told.name, told.value if isinstance(told.value, bool | int) else str(told.value)
        for link in node.links:
            yield subject, link.relation, f"urn:node:{link.to}"


def violations(results: Any) -> set[tuple[str, str]]:
    """The shapes that are violated, each with the node."""
    from rdflib import Namespace

    sh = Namespace("http://www.w3.org/ns/shacl#")
    return {
        (
            str(results.value(result, sh.sourceShape)).removeprefix("urn:kamassess:"),
            str(focus).removeprefix("urn:node:"),
        )
        for result, focus in results.subject_objects(sh.focusNode)
    }
