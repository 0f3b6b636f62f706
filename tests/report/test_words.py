"""What reports say: in both languages, with the same places, of everything that the vocabulary has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from kamassess.checklist.syntax import Word
from kamassess.findings.finding import SYSTEMIC
from kamassess.model.terms import Basis, FindingKind, Outcome, OwnershipReason, Role
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report import words
from kamassess.report.words import BASES, KINDS, NOUNS, OUTCOMES, REASONS, ROLES, SHORT, WORDS

TABLES = {name: table for name, table in vars(words).items() if name.isupper() and isinstance(table, Mapping)}


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", TABLES)
def test_every_text_is_there_in_both_languages_with_the_same_places(name: str) -> None:
    for key, (dutch, english) in TABLES[name].items():
        assert dutch, key
        assert english, key
        assert places(dutch) == places(english), key


@pytest.mark.parametrize(
    ("table", "needed"),
    [
        (OUTCOMES, set(Outcome)),
        (KINDS, set(FindingKind)),
        (BASES, set(Basis)),
        (ROLES, set(Role)),
        (REASONS, {*OwnershipReason, "question", "description", SYSTEMIC}),
    ],
    ids=["outcomes", "kinds", "bases", "roles", "reasons"],
)
def test_every_word_of_the_norm_is_there(table: Mapping[str, object], needed: set[str]) -> None:
    assert set(table) == {str(one) for one in needed}


def test_every_relation_without_words_of_its_own_has_a_noun() -> None:
    """Plurals and inverses have no text in the vocabulary."""
    needed = {kind.plural for kind in VOCABULARY.kinds} | set(VOCABULARY.turned_round.values())
    assert needed <= set(NOUNS)


def test_no_noun_is_of_a_relation_that_does_not_exist() -> None:
    known = {name for kind in VOCABULARY.by_name for name in VOCABULARY.names(kind)}
    assert set(NOUNS) <= known | {kind.plural for kind in VOCABULARY.kinds}
    assert set(SHORT) <= known


def test_no_text_is_left_over() -> None:
    folder = Path(words.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.rglob("*.py") if path.name != "words.py")
    left = {key for key in WORDS if f'"{key}"' not in code and f"'{key}'" not in code}
    built = ("what ", " section", "answer.", " rule", *get_args(Word))  # keys that are put together
    assert {key for key in left if not any(one in key for one in built)} == set()
