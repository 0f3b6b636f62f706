"""
``kamassess questionnaire``: the questions of checklists as a workbook, to be filled in and read back.
"""

from __future__ import annotations

import sys
from argparse import Namespace

from kamassess.assessing import compile
from kamassess.cli.making import parameters, told_day
from kamassess.cli.putting import put
from kamassess.cli.status import Status
from kamassess.errors import InvalidCall
from kamassess.files import is_workbook, load_organisation
from kamassess.questionnaire.workbook import to_workbook


def run(arguments: Namespace) -> int:
    """Write the questionnaire."""
    output = arguments.output
    if output is None and sys.stdout.isatty():
        raise InvalidCall("a questionnaire is not text; name a file, as --output questions.xlsx")
    if output is not None and not is_workbook(output):
        raise InvalidCall(f"{output}: a questionnaire is a workbook; name it .xlsx, as questions.xlsx")
    if arguments.organisation is None and arguments.answers is not None:
        raise InvalidCall("--answers are answers of an organisation; name its file as well")
    compiled = compile(arguments.checklist, parameters(arguments.set))
    organisation = (
        None
        if arguments.organisation is None
        else load_organisation(arguments.organisation, arguments.answers)
    )
    put(to_workbook(organisation, compiled, told_day(arguments.as_of), arguments.lang), output)
    return Status.FINE
