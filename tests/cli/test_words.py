"""What the command line tells beside a result is there in both languages."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import kamassess as ka
from kamassess.cli.check import QUESTIONNAIRE
from kamassess.cli.words import WORDS, told
from kamassess.kinds import ANSWERS, ASSESSMENT, CASES, CHECKLIST, ORGANISATION


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_is_there_in_both_languages() -> None:
    for key, (dutch, english) in WORDS.items():
        assert dutch, key
        assert english, key


def test_both_languages_fill_in_the_same() -> None:
    for key, (dutch, english) in WORDS.items():
        assert places(dutch) == places(english), key


def test_what_a_file_can_be_has_a_word() -> None:
    assert {ORGANISATION, ANSWERS, CHECKLIST, CASES, ASSESSMENT, QUESTIONNAIRE} <= set(WORDS)


def test_no_text_is_left_over() -> None:
    folder = Path(ka.__file__).parent
    files = [one for one in (folder / "cli").glob("*.py") if one.name != "words.py"]
    code = "".join(one.read_text("utf-8") for one in (*files, folder / "kinds.py"))
    assert [key for key in WORDS if f'"{key}"' not in code] == []


def test_what_somebody_wrote_cannot_begin_a_line_of_its_own() -> None:
    said = told("nearly described", "en", by="Piet\nkamassess: a fault of ours\u200f", near="x\u2028y")
    assert said == (
        "kamassess: 'Piet kamassess: a fault of ours ', who answered, is nobody who is described; did you mean 'x y'?"
    )
