"""The situations in which kamassess cannot go on: every mistake told, with its place, in the order of lines."""

from __future__ import annotations

import pickle

import pytest

from kamassess.errors import (
    EnginesDiffer,
    InvalidAssessment,
    InvalidCall,
    InvalidChecklist,
    InvalidInput,
    InvalidOrganisation,
    InvalidSource,
    KamassessError,
    Mistake,
    Place,
    nearest,
)

INVALID = [InvalidInput, InvalidSource, InvalidOrganisation, InvalidChecklist, InvalidAssessment]


def at(line: int | None, column: int | None = None, message: str = "it is wrong") -> Mistake:
    return Mistake(Place("a.yaml", line, column), message)


class TestPlaces:
    @pytest.mark.parametrize(
        ("place", "told"),
        [
            (Place("a.yaml", 3, 5), "a.yaml:3:5"),
            (Place("a.yaml", 3, 5, "$.nodes"), "a.yaml:3:5"),
            (Place("<data>", path="$.nodes"), "<data>: $.nodes"),
            (Place("<data>"), "<data>"),
        ],
    )
    def test_a_place_is_told_by_its_line_else_by_its_path(self, place: Place, told: str) -> None:
        assert str(place) == told

    def test_what_was_probably_meant_is_told_behind_the_mistake(self) -> None:
        place = Place("a.yaml", 2, 1)
        assert str(Mistake(place, "unknown key 'titel'")) == "a.yaml:2:1: unknown key 'titel'"
        assert str(Mistake(place, "unknown key 'titel'", "title")) == (
            "a.yaml:2:1: unknown key 'titel'; did you mean 'title'?"
        )


@pytest.mark.parametrize("situation", INVALID)
class TestInvalidInput:
    """'At least one mistake; kept in the order of their places, where these have lines.'"""

    def test_mistakes_stand_in_the_order_of_lines_and_then_of_columns(
        self, situation: type[InvalidInput]
    ) -> None:
        first, second, third, fourth = at(2, 9), at(10, 1), at(10, 3), at(11, 2)
        for given in ([third, first, fourth, second], [fourth, third, second, first]):
            assert situation(given).mistakes == (first, second, third, fourth)

    def test_at_one_place_they_stand_as_they_were_found(self, situation: type[InvalidInput]) -> None:
        given = [at(2, 1, "z"), at(2, 1, "a"), at(1, 1, "m")]
        assert [one.message for one in situation(given).mistakes] == ["m", "z", "a"]

    def test_so_they_do_where_there_are_no_lines(self, situation: type[InvalidInput]) -> None:
        given = [Mistake(Place("<data>", path=path), "it is wrong") for path in ("$.z", "$.a", "$")]
        assert situation(given).mistakes == tuple(given)

    def test_what_has_no_line_comes_first(self, situation: type[InvalidInput]) -> None:
        file = Mistake(Place("a.yaml"), "it cannot be read")
        assert situation([at(1, 1), file]).mistakes == (file, at(1, 1))

    def test_they_are_read_once(self, situation: type[InvalidInput]) -> None:
        assert situation(iter([at(2, 1), at(1, 1)])).mistakes == (at(1, 1), at(2, 1))

    def test_all_are_told_one_a_line(self, situation: type[InvalidInput]) -> None:
        assert str(situation([at(2, 1), at(1, 1)])) == "a.yaml:1:1: it is wrong\na.yaml:2:1: it is wrong"

    def test_it_can_be_sent_to_another_process(self, situation: type[InvalidInput]) -> None:
        sent = situation([at(2, 1), at(1, 1)])
        received = pickle.loads(pickle.dumps(sent))  # noqa: S301 - what we wrote ourselves
        assert type(received) is situation
        assert received.mistakes == sent.mistakes
        assert str(received) == str(sent)


class TestOthers:
    @pytest.mark.parametrize("situation", [*INVALID, InvalidCall, EnginesDiffer])
    def test_whatever_is_raised_on_purpose_can_be_caught_as_one(
        self, situation: type[KamassessError]
    ) -> None:
        assert issubclass(situation, KamassessError)

    def test_an_argument_without_meaning_is_a_value_error(self) -> None:
        assert issubclass(InvalidCall, ValueError)

    def test_engines_that_differ_are_told_with_the_smallest_case(self) -> None:
        found = EnginesDiffer(iter(["A-1 differs", "A-2 differs"]), "facts: none")
        assert found.differences == ("A-1 differs", "A-2 differs")
        assert found.smallest == "facts: none"
        assert str(found) == "A-1 differs\nA-2 differs\nfacts: none"


class TestNearest:
    @pytest.mark.parametrize(
        ("word", "known", "near"),
        [
            ("ownres", ["owners", "customers"], "owners"),
            ("Owners", ["owners"], "owners"),
            ("long running", ["long_running"], "long_running"),
            ("jan", ["Jan"], "Jan"),
            ("xyz", ["owners"], None),
            ("owners", [], None),
        ],
    )
    def test_the_known_word_that_was_most_likely_meant(
        self, word: str, known: list[str], near: str | None
    ) -> None:
        assert nearest(word, known) == near
        assert nearest(word, iter(known)) == near


def test_mistakes_of_several_files_are_told_file_by_file() -> None:
    told = [
        Mistake(Place(source, line), "wrong") for source, line in (("b", 9), ("a", 5), ("b", 1), ("a", 7))
    ]
    assert [(one.place.source, one.place.line) for one in InvalidInput(told).mistakes] == [
        ("b", 1),
        ("b", 9),
        ("a", 5),
        ("a", 7),
    ]
