"""
``kamassess checklists``: the checklists that come with kamassess.
"""

from __future__ import annotations

from argparse import Namespace

from kamassess.cli.status import Status
from kamassess.cli.streams import say
from kamassess.cli.words import told
from kamassess.files import builtin_checklists, load_checklist
from kamassess.report.wording import in_language


def run(arguments: Namespace) -> int:
    """Print the name, version, size and title of each checklist."""
    loaded = [load_checklist(name) for name in builtin_checklists()]
    width = max(len(one.id) for one in loaded)
    words = told("checkpoints", arguments.lang)
    for one in loaded:
        title = in_language(one.title, arguments.lang, one.id)
        say(f"{one.id:<{width}}  {one.version}  {len(one.checkpoints):>3} {words}  {title}\n")
    return Status.FINE
