"""
``kamassess compare``: two saved assessments side by side, and an exit status by what is new.
"""

from __future__ import annotations

from argparse import Namespace

from kamassess.cli.assess import fails
from kamassess.cli.making import put, terminal
from kamassess.cli.status import Status
from kamassess.comparing import How
from kamassess.comparison import Comparison, compare


def run(arguments: Namespace) -> int:
    """Compare, print the report, and say whether something new falls short."""
    comparison = compare(arguments.earlier, arguments.later)
    put(_written(comparison, arguments), arguments.output)
    new = (one.finding for one in comparison.compared.of(How.NEW))
    return Status.FALLS_SHORT if fails(new, arguments.fail_on, arguments.reading) else Status.FINE


def _written(comparison: Comparison, arguments: Namespace) -> str:
    if arguments.format == "json":
        return comparison.to_json()
    if arguments.format == "markdown":
        return comparison.to_markdown(arguments.lang)
    width, colour = terminal(arguments.output)
    return comparison.to_text(arguments.lang, width=width, colour=colour)
