"""The words of choices: each that the vocabulary has, in both languages, and no other."""

from __future__ import annotations

from kamassess.model.choices import CHOICES, choice
from kamassess.model.vocabulary import VOCABULARY


def test_every_word_of_a_choice_is_there_in_both_languages() -> None:
    facts = (
        VOCABULARY.fact(kind.name, one) for kind in VOCABULARY.kinds for one in VOCABULARY.names(kind.name)
    )
    assert {word for fact in facts if fact for word in fact.words} == set(CHOICES)
    assert all(dutch and english for dutch, english in CHOICES.values())


def test_a_word_that_is_no_choice_is_told_as_it_is_written() -> None:
    assert choice("blue", "nl") == choice("blue", "en") == "blue"
