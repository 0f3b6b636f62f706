"""
The analyses of an organisation's graph, each a function of a view of it (``kamassess.view``).

They are what checklists ask about, to be used by themselves. Each tells what is certainly so under
its reading and what possibly is; its definition stands in its docstring.
"""

from kamassess.graph.chains import alike_chains
from kamassess.graph.coupling import Coupling, coupling
from kamassess.graph.division import Division, division_of_roles
from kamassess.graph.duties import DutyCell, DutyRow, duty_matrix
from kamassess.graph.handovers import Boundary, Handovers, boundaries, handovers
from kamassess.graph.levels import Effort, effort
from kamassess.graph.members import Members
from kamassess.graph.overview import (
    Alike,
    Nested,
    chains_to_merge,
    customers_by_level,
    not_served,
)
from kamassess.graph.promises import Fate, Month, brier, calibration, fate, kept_share, over_time
from kamassess.graph.redesign import Redesign, redesigns
from kamassess.graph.shares import silo_kpis
from kamassess.graph.skills import Shortage, shortages
from kamassess.graph.thread import Rung, Thread, golden_thread
from kamassess.graph.view import View

__all__ = [
    "Alike",
    "Boundary",
    "Coupling",
    "Division",
    "DutyCell",
    "DutyRow",
    "Effort",
    "Fate",
    "Handovers",
    "Members",
    "Month",
    "Nested",
    "Redesign",
    "Rung",
    "Shortage",
    "Thread",
    "View",
    "alike_chains",
    "boundaries",
    "brier",
    "calibration",
    "chains_to_merge",
    "coupling",
    "customers_by_level",
    "division_of_roles",
    "duty_matrix",
    "effort",
    "fate",
    "golden_thread",
    "handovers",
    "kept_share",
    "not_served",
    "over_time",
    "redesigns",
    "shortages",
    "silo_kpis",
]
