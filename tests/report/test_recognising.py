"""Persons are found in texts by what is theirs, and by no ordinary word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamassess.report.recognising import Known, Recogniser, ordinary_words
from tests.report.conftest import HOSTILE, shown

ORDINARY = ordinary_words(["de post en de bakker, wie er ook kookt", "an owner of the post"])
PERSONS = [
    Known("m-devries", ("M. de Vries",)),
    Known("b-post", ("Bea Post",)),
    Known("l-groen", ("Lies Groen",)),
    Known("an", ("An",)),
    Known("j-jansen", ("J. Jansen",)),
    Known("k-jansen", ("Karel Jansen",)),
    Known("s-peters", ("S. Peters",)),
    Known("p-mulder", ("Peter Mulder",)),
    Known("a-yilmaz", ("A. Y\u0131lmaz",)),
    Known("jan", ("jan",)),
]
FOUND = Recogniser(PERSONS, ORDINARY)


def called(persons: tuple[int, ...]) -> str:
    return "[" + "/".join(PERSONS[one].id for one in persons) + "]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whole names and ids, however these are written.
        ("Gesproken met J. Jansen.", "Gesproken met [j-jansen]."),
        ("j.jansen@stad.nl, J Jansen en J.JANSEN", "[j-jansen]@stad.nl, [j-jansen] en [j-jansen]"),
        ("besluit m-devries", "besluit [m-devries]"),
        ("KAREL  JANSEN", "[k-jansen]"),
        ("A. Yilmaz, a. y\u0131lmaz", "[a-yilmaz], [a-yilmaz]"),
        # A part of a name: with what stands before it, and with the s of what is somebody's.
        ("Team De Vries", "Team [m-devries]"),
        ("mevrouw Vries", "mevrouw [m-devries]"),
        ("Mulders plan", "[p-mulder]s plan"),
        ("S. Peters en Peter", "[s-peters] en [p-mulder]"),
        # Whose it is cannot be told.
        ("mandaat Jansen", "mandaat [j-jansen/k-jansen]"),
        # In an address or a file name there are no capitals.
        ("mandaat-mulder.pdf", "mandaat-[p-mulder].pdf"),
        ("het groen, en mevrouw Groen", "het groen, en mevrouw [l-groen]"),
        # Ordinary words of the checklists: as a part of a name never, as a whole name as that is written.
        ("Post per post, Bea Post", "Post per post, [b-post]"),
        ("an owner: An", "an owner: [an]"),
        # Who has no name is called by the id.
        ("eigenaar: jan", "eigenaar: [jan]"),
        # Not a word of its own.
        ("Jansenius, Mulderij, janken", "Jansenius, Mulderij, janken"),
        ("niemand", "niemand"),
        ("", ""),
    ],
)
def test_a_person_is_found_by_name_id_and_part_of_a_name(text: str, expected: str) -> None:
    assert FOUND.replaced(text, called) == expected


def test_in_an_id_there_are_no_capitals_to_go_by() -> None:
    assert FOUND.replaced("groen", called, id=True) == "[l-groen]"
    assert FOUND.replaced("notulen_mulder", called, id=True) == "notulen_[p-mulder]"


def test_accents_are_found_however_these_are_encoded() -> None:
    found = Recogniser([Known("rene", ("Ren\u00e9 Br\u00fcning",))])
    for form in ("NFC", "NFD"):
        for text in ("Ren\u00e9 Br\u00fcning", "Rene Bruning", "BR\u00dcNING"):
            assert found.replaced(unicodedata.normalize(form, text), lambda _: "x") == "x"  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["1", "-", "", "x", "...", "  "])
def test_what_is_no_name_is_looked_for_nowhere(name: str) -> None:
    text = "1 x - ... en nog iets"
    assert Recogniser([Known(name, (name,))]).replaced(text, called) == text


@pytest.mark.parametrize("text", HOSTILE, ids=shown)
def test_a_hostile_name_is_a_name_and_a_hostile_text_a_text(text: str) -> None:
    assert FOUND.replaced(text, called) == text
    found = Recogniser([Known("h", (f"Zebulon {text}",))])
    assert "Zebulon" not in found.replaced(f"Team Zebulon {text}!", lambda _: "x")


@given(st.text())
def test_what_names_nobody_is_left_as_it_is(text: str) -> None:
    assert Recogniser([]).replaced(text, called) == text


@given(
    st.lists(st.sampled_from(["J. Jansen", "Bea Post", "m-devries", "Mulder", "Groen", ", ", " en ", "post"]))
)
def test_no_name_is_left_over(pieces: list[str]) -> None:
    replaced = FOUND.replaced(" ".join(pieces), lambda _: "\u2022")
    assert not any(one in replaced for one in ("Jansen", "Bea", "devries", "Mulder", "Groen"))


@pytest.mark.parametrize(
    "unseen", ["\u00ad", "\u200b", "\u2060", "\u200e", "\u202e", "\ufeff", "\u034f", "\u0301"]
)
def test_what_nobody_sees_in_a_name_hides_nobody(unseen: str) -> None:
    split, whole = f"Zwart{unseen}koppel", "Zwartkoppel"
    for known, said in ((whole, split), (split, whole), (split, split)):
        found = Recogniser([Known("q", (f"Quinten {known}",))])
        for text in (f"See {said}.", f"See Quin{unseen}ten {said}."):
            assert found.replaced(text, lambda persons: "Person 1") == "See Person 1.", (known, said)
