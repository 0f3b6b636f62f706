"""
One organisation of 200 nodes against all that comes with kamassess, in process.
"""

from __future__ import annotations

import kamassess as ka
from benchmarks.measuring import in_turn, table
from benchmarks.organisations import AS_OF, organisation

NODES = 200


def report(runs: int = 31) -> str:
    """Measure an assessment with each engine, and what is worked out only when it is asked for."""
    compiled = ka.compile(list(ka.builtin_checklists()))
    town = ka.Organisation.from_data(organisation(NODES, compiled.checklists))

    def assess(*engines: str) -> ka.Assessment:
        return ka.assess(town, compiled, as_of=AS_OF, engines=engines)

    result = assess("reference").result
    alone, saved, doubly = in_turn(
        (
            lambda: assess("reference"),
            lambda: assess("reference").to_json(),
            lambda: assess("reference", "rete"),
        ),
        runs,
    )
    lead = (
        f"{NODES} nodes, {len(compiled.checkpoints)} checkpoints, {len(result.verdicts)} verdicts under both "
        f"readings, {len(result.findings)} findings, {len(result.scores)} scores:"
    )
    rows = (
        ("verdicts, findings and scores, with the reference", alone.shown()),
        ("the same, with every reason and text, as JSON", saved.shown()),
        ("the same without JSON, with durable-rules as the second opinion", doubly.shown()),
    )
    return f"{lead}\n\n{table(('what', 'median (least to most)'), rows)}"
