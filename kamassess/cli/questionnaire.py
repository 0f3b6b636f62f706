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
from kamassess.cli.words import told
from kamassess.errors import InvalidCall
from kamassess.files import is_workbook, load_organisation
from kamassess.questionnaire.workbook import to_workbook


def run(arguments: Namespace) -> int:
    """Write the questionnaire."""
    output, language = arguments.output, arguments.lang
    if output is None and sys.stdout.isatty():
        raise InvalidCall(told("questionnaire no text", language))
    if output is not None and not is_workbook(output):
        raise InvalidCall(told("no workbook", language, file=output))
    if arguments.organisation is None and arguments.answers is not None:
        raise InvalidCall(told("answers of nobody", language))
    compiled = compile(arguments.checklist, parameters(arguments.set, language))
    organisation = (
        None
        if arguments.organisation is None
        else load_organisation(arguments.organisation, arguments.answers)
    )
    day = told_day(arguments.as_of, language)
    put(to_workbook(organisation, compiled, day, language), output, language)
    return Status.FINE
