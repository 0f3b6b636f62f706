"""
``kamassess policies``: the scoring policies that a checklist can name.
"""

from __future__ import annotations

from argparse import Namespace

from kamassess.checklist.scoring import POLICIES
from kamassess.cli.status import Status
from kamassess.cli.streams import say
from kamassess.report.wording import policy_title


def run(arguments: Namespace) -> int:
    """Print the name and title of each policy, and whether its formula was read in a published source."""
    width = max(map(len, POLICIES))
    for name, policy in POLICIES.items():
        say(f"{name:<{width}}  {policy_title(policy, arguments.lang)}\n")
    return Status.FINE
