"""The second engine, where durable-rules can be imported; else what needs it is skipped with the reason."""

from __future__ import annotations

from typing import Any, Final

import pytest

from kamassess.engine.reference import Reference
from kamassess.engine.rete import Rete, unavailable

WHY_NOT: Final = unavailable()

needs_rete = pytest.mark.skipif(WHY_NOT is not None, reason=WHY_NOT or "")

EACH_ENGINE: Final[tuple[Any, ...]] = (
    pytest.param(Reference(), id=Reference.name),
    pytest.param(Rete(), id=Rete.name, marks=needs_rete),
)
"""Every engine, to be tried in turn."""
