"""A town with a thread that breaks, and perhaps breaks, and is not proven throughout."""

from __future__ import annotations

from typing import Final

import pytest

from kamassess.result import Result
from tests.report.conftest import assess

THREAD: Final = """\
id: kleinstad
name: {nl: Gemeente Kleinstad, en: Municipality of Smalltown}
described: {by: ada, on: 2026-10-01, basis: record}
not_described: ["chain:markets.owners"]
nodes:
  person: [{id: ada, name: Ada Aalders}]
  vision: [{id: near, name: {nl: Dichtbij, en: Nearby}}]
  policy: [{id: service, name: {nl: Dienstverlening, en: Service}, supports: [{to: near, basis: belief}]}, {id: buying}]
  objective: [{id: quick, name: {nl: Snel, en: Quick}, implements: [service]}]
  kpi: [{id: days, name: {nl: Dagen, en: Days}, objectives: [quick], chains: [permits, markets]}]
  chain:
    - {id: permits, name: {nl: Vergunningen verlenen, en: Granting permits}, owners: [ada]}
    - {id: markets, name: {nl: Markten houden, en: Holding markets}}
"""


@pytest.fixture(scope="session")
def town() -> Result:
    """The town, assessed."""
    return assess(THREAD)
