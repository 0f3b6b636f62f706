"""What the small town of ``tests.material`` gets from the small checklist."""

from __future__ import annotations

import pytest

import kamassess as ka
from kamassess.checklist.reading import read_checklist
from kamassess.model.reading import read_organisation
from kamassess.result import Result
from kamassess.source import read_text
from tests.material import AS_OF, CHECKLIST, ORGANISATION


def assess(organisation: str, checklist: str = CHECKLIST, **more: object) -> Result:
    """The result of a description, as text, against a checklist, as text."""
    town = read_organisation(read_text(organisation, "town.yaml"))
    norm = read_checklist(read_text(checklist, "small.yaml"))
    return ka.assess(town, norm, as_of=AS_OF, **more).result  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def result() -> Result:
    """The small town, with a gap, an observation and something open of every sort."""
    return assess(ORGANISATION)
