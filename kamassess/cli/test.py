"""
``kamassess test``: the cases of a checklist.
"""

from __future__ import annotations

from argparse import Namespace

from kamassess.cases import load_cases, run_cases
from kamassess.cli.status import Status
from kamassess.cli.streams import say, tell
from kamassess.cli.words import told
from kamassess.engine.protocol import Engine
from kamassess.engine.reference import Reference
from kamassess.engine.rete import Rete, unavailable


def run(arguments: Namespace) -> int:
    """Run the cases of each checklist with every engine that can be had."""
    engines: tuple[Engine, ...] = (Reference(),)
    why_not = unavailable()
    if why_not is None:
        engines = (*engines, Rete())
    else:
        tell(told("no second opinion", "en", why=why_not))
    failed = False
    for name in arguments.checklists:
        cases = load_cases(name)
        failures = run_cases(cases, engines)
        for failure in failures:
            place = f"{failure.place}: " if failure.place else ""
            say(f"{place}{failure.checkpoint} {failure.message}\n")
        checkpoints = len(cases.checklist.checkpoints)
        verdict = f"{len(failures)} failed" if failures else "all as expected"
        say(f"{cases.checklist.id}: {len(cases.cases)} cases of {checkpoints} checkpoints, {verdict}\n")
        failed = failed or bool(failures)
    return Status.FALLS_SHORT if failed else Status.FINE
