"""
``kamassess compare``: two saved assessments side by side, and an exit status by what is new.
"""

from __future__ import annotations

from argparse import Namespace

from kamassess.cli.assess import fails
from kamassess.cli.putting import form, put
from kamassess.cli.status import Status
from kamassess.comparing import How
from kamassess.comparison import compare


def run(arguments: Namespace) -> int:
    """Compare, print the report, and say whether something new falls short."""
    how = form(arguments, compared=True)
    comparison = compare(arguments.earlier, arguments.later)
    changes = (comparison.pseudonymised() if arguments.pseudonyms else comparison).compared
    put(how.of_changes(changes), arguments.output, arguments.lang)
    new = (one.finding for one in changes.of(How.NEW))
    return Status.FALLS_SHORT if fails(new, arguments.fail_on, arguments.reading) else Status.FINE
