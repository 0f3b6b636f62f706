"""
``kamassess report``: a saved assessment, told again in another form or language.
"""

from __future__ import annotations

from argparse import Namespace

from kamassess.assessment import load_assessment
from kamassess.cli.putting import form, put
from kamassess.cli.status import Status


def run(arguments: Namespace) -> int:
    """Read what was saved, and tell it."""
    how = form(arguments)
    assessment = load_assessment(arguments.assessment)
    shown = assessment.pseudonymised() if arguments.pseudonyms else assessment
    put(how.of_result(shown.result), arguments.output, arguments.lang)
    return Status.FINE
