"""Every engine there is: what holds for one holds for all, without exceptions."""

from __future__ import annotations

import pytest

from kamassess.engine.protocol import Engine
from tests.second import EACH_ENGINE


@pytest.fixture(params=EACH_ENGINE)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn."""
    engine: Engine = request.param
    return engine
