"""A document as text for a terminal: as wide as it is told, coloured only where that is asked for."""

from __future__ import annotations

import re

import pytest

from kamassess.showing.document import (
    Bar,
    Bars,
    Branch,
    Entry,
    Heading,
    Paragraph,
    Row,
    Rows,
    Table,
    Tone,
    Tree,
)
from kamassess.showing.text import clean, lengths, render

COLOUR = re.compile("\x1b\\[[0-9;]*m")

DOCUMENT = (
    Heading("Title", 1),
    Paragraph("Told."),
    Paragraph("Faintly told.", Tone.FAINT),
    Rows((Row("one", ("a",)), Row("other", ("b", "c")))),
    Bars(
        ("p", "claimed", "m"),
        ("mp", "mc", "mm"),
        (Bar("Sum", (0.1, 0.2, 0.3), ("10", "20", "30")), Bar("Part", None, ("-",) * 3, 2)),
    ),
    Table(("who", "n"), (("Jan", "1"), ("Piet", "12"))),
    Table(("fact", "found"), (("owners", "2"),), numbers=False),
    Entry("First", remark="major", rows=(Row("why", ("x",)),)),
    Entry("Second", lead="K-4", remark="minor"),
    Entry("Third", lead="K-5"),
    Entry("Fourth"),
)


def test_each_kind_of_block_has_its_form() -> None:
    assert render(DOCUMENT, width=40) == (
        "Title\n=====\n  Told.\n\n  Faintly told.\n\n"
        "  one    a\n  other  b\n         c\n\n"
        "                  ██  ▓▓  ░░\n"
        "  Sum             10  20  30  █▓░·······\n"
        "    Part           -   -   -\n\n"
        "  ██ p        mp\n  ▓▓ claimed  mc\n  ░░ m        mm\n\n"
        "  who    n\n  Jan    1\n  Piet  12\n\n"
        "  fact    found\n  owners  2\n\n"
        " 1. First\n    major\n    why  x\n\n"
        "  K-4   Second (minor)\n\n  K-5   Third\n\n 2. Fourth\n"
    )


class TestTree:
    """Something with all that it came from is drawn with lines."""

    ROOT = Branch(
        "All",
        "0.5",
        (
            Branch("One", "0", (Branch("At"), Branch("To", "0"))),
            Branch("Two", "1", (Branch("Under"),)),
        ),
    )

    def test_what_lies_below_hangs_below_it(self) -> None:
        assert render((Tree(self.ROOT),)) == (
            "  All: 0.5\n"
            "  ├─ One: 0\n"
            "  │  ├─ At\n"
            "  │  └─ To: 0\n"
            "  └─ Two: 1\n"
            "     └─ Under\n"
        )  # fmt: skip

    def test_a_long_branch_goes_on_beside_the_lines(self) -> None:
        long = " ".join(["word"] * 12)
        root = Branch("All", "", (Branch(long, "0", (Branch("below"),)), Branch("last", long)))
        assert render((Tree(root),), width=40) == (
            "  All\n"
            "  ├─ word word word word word word word\n"
            "  │  word word word word word: 0\n"
            "  │  └─ below\n"
            "  └─ last: word word word word word word\n"
            "     word word word word word word\n"
        )

    def test_no_line_is_longer_than_it_is_wide(self) -> None:
        deep = Branch("a leaf that says a good deal of itself, and then some", "remark")
        for _ in range(6):
            deep = Branch("a branch that says a good deal of itself", "remark", (deep, deep))
        assert max(map(len, render((Tree(deep),), width=60).splitlines())) <= 60

    def test_in_colour_it_says_the_same(self) -> None:
        coloured = render((Tree(self.ROOT),), colour=True)
        assert COLOUR.sub("", coloured) == render((Tree(self.ROOT),))
        assert coloured.startswith("  \x1b[1mAll: 0.5\x1b[0m\n  \x1b[2m├─ \x1b[0mOne: 0\n")

    def test_nothing_in_it_is_obeyed_by_a_terminal(self) -> None:
        assert "\x1b" not in render((Tree(Branch("a\x1b[2J", "b\x1b[2J")),))


class TestWidth:
    @pytest.mark.parametrize(("asked", "given"), [(10, 40), (40, 40), (72, 72), (100, 100), (200, 100)])
    def test_lines_are_as_wide_as_can_be_read(self, asked: int, given: int) -> None:
        longest = max(map(len, render((Paragraph("a " * 400),), width=asked).splitlines()))
        assert given - 2 <= longest <= given

    def test_what_is_brief_is_cut_where_there_is_no_room(self) -> None:
        row = Row("also", ("word " * 20,), brief=True)
        assert render((Rows((row,)),), width=40) == "  also  word word word word word word…\n"

    def test_a_long_title_of_a_score_goes_on_below_it(self) -> None:
        bar = Bar("a title that does not fit beside its numbers", (0.0, 0.0, 1.0), ("0", "0", "9"))
        lines = render((Bars(("p", "c", "m"), ("", "", ""), (bar,)),), width=40).splitlines()
        assert lines[1:5] == [
            "  a title that     0   0   9  ░░░░░░░░░░",
            "    does not fit",
            "    beside its",
            "    numbers",
        ]

    def test_a_long_first_column_of_a_table_goes_on_below(self) -> None:
        table = Table(("who", "n"), (("a name that does not fit beside its number", "12"),))
        assert render((table,), width=40) == (
            "  who                                  n\n"
            "  a name that does not fit beside     12\n"
            "    its number\n"
        )  # fmt: skip


class TestColour:
    def test_it_says_the_same_with_and_without(self) -> None:
        assert COLOUR.sub("", render(DOCUMENT, colour=True)) == render(DOCUMENT)

    @pytest.mark.parametrize(
        ("tone", "code"), [(Tone.GOOD, "1;32"), (Tone.MINOR, "1;33"), (Tone.MAJOR, "1;31"), (Tone.FAINT, "2")]
    )
    def test_it_shows_how_something_is_meant(self, tone: Tone, code: str) -> None:
        assert render((Paragraph("Told.", tone),), colour=True) == f"\x1b[{code}m  Told.\x1b[0m\n"


class TestBars:
    @pytest.mark.parametrize(
        ("ends", "drawn"),
        [
            ((0.0, 0.0, 0.0), "········"),
            ((0.5, 0.5, 0.5), "████····"),
            ((0.25, 0.5, 1.0), "██▓▓░░░░"),
            (None, ""),
        ],
    )
    def test_are_drawn_by_their_ends(self, ends: tuple[float, float, float] | None, drawn: str) -> None:
        bar = Bar("", ends, ("", "", ""))
        assert "".join(shade * length for shade, length in lengths(bar, 8)) == drawn


def test_text_has_nothing_that_hides_or_turns_it() -> None:
    assert clean("a\u202eb\u200bc\r\nd\te\x07") == "a b c d e"


def test_what_is_no_block_is_refused() -> None:
    with pytest.raises(TypeError, match="not a block"):
        render(("text",))  # type: ignore[arg-type]


def test_scores_of_which_there_are_none_have_their_heads() -> None:
    assert "proven" in render((Bars(("proven", "claimed", "possible"), ("a", "b", "c"), ()),), width=80)
