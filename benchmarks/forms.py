"""
A saved assessment in every form that it can be had in: how long that takes, and how large it is.
"""

from __future__ import annotations

from pathlib import Path

import kamassess as ka
from benchmarks.measuring import in_turn, ratio, table
from benchmarks.organisations import AS_OF, organisation
from kamassess.report.formats import FORMATS, Wanted, result_as
from kamassess.result import Result

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "servicebedrijf.yaml"
MANY = 3_680
"""So many nodes have some 2,000 findings."""


def report(runs: int = 5, nodes: int = MANY) -> str:
    """Measure every form of the longest example, and the page of an organisation that has many findings."""
    example = ka.load_organisation(EXAMPLE)
    known = _known(example)
    town = _known(
        ka.Organisation.from_data(organisation(nodes, ka.compile(ka.builtin_checklists()).checklists))
    )
    names = ["json", *(one for one in FORMATS if one != "json")]
    times = in_turn([lambda name=name: result_as(name, known, Wanted("nl")) for name in names], runs)
    rows = [
        (f"`{name}`", one.shown(), f"{ratio(one, times[0]):.2g}", _size(result_as(name, known, Wanted("nl"))))
        for name, one in zip(names, times, strict=True)
    ]
    small, large = in_turn(
        [lambda one=one: result_as("html", one, Wanted("nl")) for one in (known, town)], runs
    )
    grown = ((it, len(it.findings), one) for it, one in ((known, small), (town, large)))
    pages = [
        (f"{findings:,}", one.shown(), f"{ratio(one, small):.2g}", _size(result_as("html", it, Wanted("nl"))))
        for it, findings, one in grown
    ]
    return (
        f"The service company of `docs/examples`, {len(known.verdicts):,} verdicts and {len(known.findings)} "
        f"findings, read back from JSON, with all its words in Dutch:\n\n"
        f"{table(('form', 'median (least to most)', 'times as long as JSON', 'size'), rows)}\n\n"
        f"The page (HTML) as findings grow, an organisation of {nodes:,} nodes beside it:\n\n"
        f"{table(('findings', 'median (least to most)', 'times as long', 'size'), pages)}"
    )


def _known(organisation: ka.Organisation) -> Result:
    """An assessment of which everything has been worked out, so that only telling it is measured."""
    from kamassess.report.reading import from_json

    return from_json(ka.assess(organisation, list(ka.builtin_checklists()), as_of=AS_OF).to_json())


def _size(made: str | bytes) -> str:
    size = len(made.encode() if isinstance(made, str) else made)
    return f"{size / 1000:,.0f} kB"
