"""The languages that are spoken, and no other."""

from __future__ import annotations

import pytest

from kamassess.errors import InvalidCall
from kamassess.model.terms import LANGUAGES, spoken


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_that_is_spoken_is_itself(language: str) -> None:
    assert spoken(language) == language


@pytest.mark.parametrize("language", ["de", "NL", "", "nl "])
def test_another_is_refused_with_those_that_are(language: str) -> None:
    with pytest.raises(InvalidCall, match="there are nl and en"):
        spoken(language)
