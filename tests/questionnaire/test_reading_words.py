"""What is wrong in a questionnaire is told in its own language, where it stands included."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from attrs import evolve

import kamassess as ka
from kamassess import errors
from kamassess.model import words as model_words
from kamassess.model.organisation import Organisation
from kamassess.questionnaire import reading_words
from kamassess.questionnaire.reading import read_workbook
from kamassess.questionnaire.workbook import to_workbook
from kamassess.source import read_data
from tests.questionnaire.conftest import DAY, SCALES, changed, compiled, filled, town, with_cell

SHEET, EVIDENCE = "Alle schalen", "Bewijs"


@pytest.fixture(scope="module")
def dutch() -> bytes:
    """The questionnaire of the small town, in Dutch."""
    return to_workbook(town(), compiled(), DAY, "nl")


def mistakes(data: bytes, organisation: Organisation | None = None) -> list[str]:
    with pytest.raises(ka.InvalidInput) as raised:
        read_workbook(data, "x.xlsx", organisation or town())
    return [str(one).removeprefix("x.xlsx, ").removeprefix("x.xlsx: ") for one in raised.value.mistakes]


class TestValues:
    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            ({"F6": "jaa"}, "blad 'Alle schalen', cel F6: kies uit 'ja', 'deels', 'nee', 'niet van toepassing'; er staat 'jaa'; bedoelt u 'ja'?"),
            ({"F6": True}, "blad 'Alle schalen', cel F6: kies uit 'ja', 'deels', 'nee', 'niet van toepassing'; er staat 'WAAR'; bedoelt u 'ja'?"),
            ({"F7": 0.8}, "blad 'Alle schalen', cel F7: een percentage is hier een getal van 0 tot 100; er staat '0,8'; bedoelt u '80'?"),
            ({"F7": 101}, "blad 'Alle schalen', cel F7: hier hoort een getal van 0 tot 100, of 'niet van toepassing'; er staat '101'"),
            ({"F6": "ja", "I6": "gisteren"}, "blad 'Alle schalen', cel I6: hier hoort een datum, zoals 1-11-2026; er staat 'gisteren'"),
            ({"F6": "ja", "J6": "minuts"}, "blad 'Alle schalen', cel J6: er is geen bewijs 'minuts'; bedoelt u 'minutes'?"),
            ({"F6": "niet van toepassing"}, "blad 'Alle schalen', cel K6: bij een antwoord dat de vraag niet van toepassing is, hoort de reden"),
            ({"G6": "overtuiging"}, "blad 'Alle schalen', cel F6: er is geen antwoord bij wat ernaast is ingevuld"),
            ({"F6": "=1+1"}, "blad 'Alle schalen', cel F6: dit is een formule; vul de waarde zelf in"),
            ({"F6": "#DIV/0!"}, "blad 'Alle schalen', cel F6: dit is een foutmelding, geen waarde"),
        ],
        ids=lambda one: str(one)[:40],
    )  # fmt: skip
    def test_they_are_told_in_dutch(self, dutch: bytes, cells: Mapping[str, Any], message: str) -> None:
        assert mistakes(filled(dutch, cells, SHEET)) == [message]

    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            ({"C6": "Notulen"}, "blad 'Bewijs', cel B6: bij bewijs hoort de soort: contract, document, registratie, waarneming"),
            ({"B6": "registratie", "E6": date(2026, 2, 1), "F6": date(2026, 1, 1)}, "blad 'Bewijs', cel F6: het eindigt op 2026-01-01, voordat het begint op 2026-02-01"),
            ({"B6": "registratie", "H6": "chain:permit"}, "blad 'Bewijs', cel H6: 'chain:permit' staat niet in de beschrijving; bedoelt u 'chain:permits'?"),
            ({"B6": "registratie", "H6": "chian:permits"}, "blad 'Bewijs', cel H6: er is geen soort 'chian'; bedoelt u 'chain:permits'?"),
            ({"B6": "registratie", "H6": "permits"}, "blad 'Bewijs', cel H6: hier hoort de soort voor, en een dubbele punt; er staat 'permits'; bedoelt u 'chain:permits'?"),
            ({"B6": "registratie", "H6": "chain:permits.ownrs"}, "blad 'Bewijs', cel H6: bij chain is er geen relatie of kenmerk 'ownrs'; bedoelt u 'owners'?"),
        ],
        ids=lambda one: str(one)[:40],
    )  # fmt: skip
    def test_of_evidence_too(self, dutch: bytes, cells: Mapping[str, Any], message: str) -> None:
        assert mistakes(filled(dutch, cells, EVIDENCE)) == [message]

    @pytest.mark.parametrize(
        ("cell", "message"),
        [
            ('<c r="F6" t="b"><v>2</v></c>', "wat in deze cel staat, is beschadigd; vul het opnieuw in"),
            ('<c r="F6"/><c r="F6"/>', "deze cel staat twee keer in het bestand; kijk welke waarde klopt, vul die opnieuw in en sla de werkmap op"),
        ],
    )  # fmt: skip
    def test_so_are_cells_that_are_damaged(self, dutch: bytes, cell: str, message: str) -> None:
        assert mistakes(with_cell(dutch, "F6", cell)) == [f"blad 'Alle schalen', cel F6: {message}"]


class TestLayout:
    @pytest.mark.parametrize(
        ("change", "message"),
        [
            (lambda book: book.create_sheet("Notes"), "blad 'Notes': dit blad hoort niet bij de vragenlijst; haal het weg"),
            (lambda book: book.remove(book[EVIDENCE]), "blad 'Bewijs': dit blad ontbreekt; vul de vragenlijst in zoals zij gemaakt is"),
            (lambda book: setattr(book[SHEET], "title", "Schalen"), "blad 'Schalen': het blad 'Alle schalen' heet nu 'Schalen'; geef het zijn naam terug"),
            (lambda book: book[SHEET].insert_rows(6), "blad 'Alle schalen', cel A6: hier hoort de rij van 'S-1', 'organisation', maar er staat niets; er zijn rijen toegevoegd, verplaatst of weggehaald: vul de vragenlijst in zoals zij gemaakt is"),
            (lambda book: setattr(book[SHEET]["D6"], "value", "Hoezo?"), "blad 'Alle schalen', cel D6: deze tekst is veranderd; vul de vragenlijst in zoals zij gemaakt is"),
            (lambda book: setattr(book[SHEET]["A5"], "value", None), "blad 'Alle schalen', cel A5: hier is een tekst weggehaald; vul de vragenlijst in zoals zij gemaakt is"),
            (lambda book: setattr(book[SHEET]["F30"], "value", "ja"), "blad 'Alle schalen', cel F30: hier wordt niets ingevuld, en wat hier staat, wordt niet gelezen"),
        ],
        ids=lambda one: "" if callable(one) else one,
    )  # fmt: skip
    def test_it_is_told_in_dutch(self, dutch: bytes, change: Any, message: str) -> None:
        assert message in mistakes(changed(dutch, change))

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            (lambda book: setattr(book["kamassess"]["A3"], "value", "{}"), "blad 'kamassess', cel A1: wat kamassess op dit verborgen blad bewaart, is veranderd; maak de vragenlijst opnieuw"),
            (lambda book: setattr(book["kamassess"]["A3"], "value", "=1"), "blad 'kamassess', cel A3: dit is een formule; vul de waarde zelf in"),
            (lambda book: setattr(book["kamassess"]["A1"], "value", "kamassess-questionnaire/9"), "blad 'kamassess', cel A1: deze vragenlijst heeft de vorm 'kamassess-questionnaire/9', en alleen 'kamassess-questionnaire/1' wordt gelezen; maak haar opnieuw"),
            (lambda book: book.remove(book["kamassess"]), "dit is geen vragenlijst van kamassess: het verborgen blad 'kamassess' is er niet"),
            (lambda book: setattr(book["kamassess"], "title", "kamasses"), "dit is geen vragenlijst van kamassess: het verborgen blad 'kamassess' is er niet; heet het nu 'kamasses'?"),
        ],
        ids=lambda one: "" if callable(one) else one,
    )  # fmt: skip
    def test_where_what_it_remembers_cannot_be_read_its_sheets_tell_the_language(
        self, dutch: bytes, change: Any, message: str
    ) -> None:
        assert mistakes(changed(dutch, change)) == [message]


class TestWhatItIsAbout:
    def test_another_organisation(self, dutch: bytes) -> None:
        assert mistakes(dutch, evolve(town(), id="other")) == [
            "blad 'Uitleg', cel A1: deze antwoorden zijn van 'kleinstad', niet van 'other'"
        ]

    @pytest.mark.parametrize(
        ("before", "after", "message"),
        [
            ("version: 1.0.0", "version: 1.1.0", "dit zijn de vragen van all-scales 1.0.0, en er wordt beoordeeld naar versie 1.1.0"),
            ("Is it so?", "Is it not so?", "de vragen van all-scales 1.0.0 zijn niet meer dezelfde"),
        ],
    )  # fmt: skip
    def test_other_questions(self, dutch: bytes, before: str, after: str, message: str) -> None:
        organisation = read_workbook(filled(dutch, {"F6": "ja"}, SHEET), "x.xlsx", town())
        with pytest.raises(ka.InvalidOrganisation) as raised:
            ka.assess(organisation, compiled(SCALES.replace(before, after)), as_of=DAY)
        again = "maak de vragenlijst opnieuw, en neem de antwoorden over"
        assert str(raised.value) == f"x.xlsx, blad 'Alle schalen', cel A2: {message}; {again}"

    def test_other_evidence_of_the_same_id(self, dutch: bytes) -> None:
        data = filled(dutch, {"B6": "registratie"}, EVIDENCE)
        since = evolve(town(), evidence=(*town().evidence, evolve(town().evidence[0], id="B1")))
        assert mistakes(data, since) == ["blad 'Bewijs', cel A6: er is al ander bewijs met nummer 'B1'"]


def test_a_file_of_keys_speaks_english() -> None:
    from kamassess.model.reading import read_further

    with pytest.raises(
        ka.InvalidOrganisation, match=r"there is no evidence 'minuts'; did you mean 'minutes'\?"
    ):
        read_further(
            read_data({"answers": [{"checkpoint": "S-1", "value": "yes", "evidence": ["minuts"]}]}), town()
        )


@pytest.mark.parametrize("table", [errors.WORDS, model_words.WORDS, reading_words.WORDS])
def test_both_languages_say_the_same(table: Mapping[str, tuple[str, str]]) -> None:
    def places(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    for key, (dutch, english) in table.items():
        assert dutch, key
        assert english, key
        assert places(dutch) == places(english), key
        assert not dutch.endswith("."), key


@pytest.mark.parametrize("words", [model_words, reading_words])
def test_no_sentence_is_left_over(words: Any) -> None:
    folder = Path(ka.__file__).parent
    code = "".join(
        one.read_text("utf-8") for one in folder.rglob("*.py") if not one.name.endswith("words.py")
    )
    assert [key for key in words.WORDS if f'"{key}"' not in code] == []
