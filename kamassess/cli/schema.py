"""
``kamassess schema``: the JSON Schema of a kind of file.
"""

from __future__ import annotations

import json
from argparse import Namespace

from kamassess.cli.status import Status
from kamassess.cli.streams import say
from kamassess.report.schemas import schema


def run(arguments: Namespace) -> int:
    """Print a schema."""
    say(json.dumps(schema(arguments.what), indent=2, ensure_ascii=False) + "\n")
    return Status.FINE
