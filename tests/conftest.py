"""What all tests share: how hard Hypothesis tries, and where the project's papers lie."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# Each profile names all it sets: Hypothesis starts from another default where CI is set.
settings.register_profile("default", max_examples=200, deadline=None, print_blob=True, derandomize=False)
settings.register_profile(
    "ci",
    max_examples=2_000,
    deadline=None,
    print_blob=True,
    derandomize=True,  # the same commit gives the same answer
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault of a law
)
settings.register_profile(
    "long",
    max_examples=100_000,
    deadline=None,
    print_blob=True,
    derandomize=False,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The example in the second engine's module needs it, as the tests do that say so themselves."""
    from tests.second import needs_rete

    for item in items:
        if item.nodeid.startswith("kamassess/engine/rete.py"):
            item.add_marker(needs_rete)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The papers that the project is held against, where they lie beside the checkout."""
    papers = ROOT.parent / "shared"
    if not papers.is_dir():
        pytest.skip("the project's papers (../shared) do not lie beside this checkout")
    return papers
