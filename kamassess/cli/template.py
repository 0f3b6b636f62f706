"""
``kamassess template``: the template of Word reports, to begin one of one's own with.
"""

from __future__ import annotations

from argparse import Namespace

from kamassess.cli.putting import put
from kamassess.cli.status import Status
from kamassess.errors import InvalidCall
from kamassess.report.templating import standard_template


def run(arguments: Namespace) -> int:
    """Write the standard template."""
    if not arguments.output.lower().endswith(".docx"):
        raise InvalidCall(
            f"{arguments.output}: a template is a Word document; name it .docx, as template.docx"
        )
    put(standard_template(), arguments.output)
    return Status.FINE
