"""Every engine there is: what holds for one holds for all, without exceptions."""

from __future__ import annotations

import pytest

from kamassess.engine.protocol import Engine
from kamassess.engine.reference import Reference
from kamassess.engine.rete import Rete


@pytest.fixture(params=[Reference(), Rete()], ids=lambda engine: engine.name)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn."""
    engine: Engine = request.param
    return engine
