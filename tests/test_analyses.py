"""The analyses as a library's user calls them: by name, on a view of an organisation."""

from __future__ import annotations

import pytest

import kamassess as ka
from kamassess import analyses


def test_every_name_that_is_promised_is_there_and_told() -> None:
    assert analyses.__all__ == sorted(analyses.__all__)
    for name in analyses.__all__:
        assert getattr(analyses, name).__doc__, name


def test_a_view_is_of_a_day_and_a_reading() -> None:
    organisation = ka.Organisation.from_data({"id": "x"})
    found = ka.view(organisation, as_of="2026-11-01", reading="proven")
    assert (found.as_of.isoformat(), found.reading) == ("2026-11-01", ka.Reading.PROVEN)


def test_a_reading_that_there_is_not_is_told_with_the_nearest_that_is() -> None:
    with pytest.raises(ka.InvalidCall, match="there is no reading 'prooven'; did you mean 'proven'"):
        ka.view(ka.Organisation.from_data({"id": "x"}), as_of="2026-11-01", reading="prooven")
    with pytest.raises(ka.InvalidCall, match="reading 'x'"):
        ka.view(ka.Organisation.from_data({"id": "x"}), as_of="2026-11-01", reading="x")
