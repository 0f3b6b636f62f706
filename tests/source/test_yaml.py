"""YAML without a schema, and what of YAML is refused."""

from __future__ import annotations

import pytest
import yaml

from kamassess.errors import InvalidSource, Mistake, Place
from kamassess.source import DEPTH, MISTAKES, Entry, Mapping, Scalar, Sequence, Style, events, read_text
from kamassess.source.syntax import DIRECTIVE, explain


@pytest.fixture(params=[yaml.CBaseLoader, events.PythonParser], ids=["libyaml", "python"], autouse=True)
def parser(request, monkeypatch):
    """Everything here holds with libyaml and without."""
    monkeypatch.setattr(events, "PARSER", request.param)
    return request.param


def read(text):
    return read_text(text, "a.yaml")


def refused(text):
    """Line, column and message of every mistake in a text."""
    with pytest.raises(InvalidSource) as caught:
        read(text)
    for mistake in caught.value.mistakes:
        assert mistake.place.source == "a.yaml"
        assert "\n" not in mistake.message
    return [(mistake.place.line, mistake.place.column, mistake.message) for mistake in caught.value.mistakes]


def plain(text):
    return Scalar(text, Style.PLAIN)


class TestScalars:
    """A scalar is text until the type that is expected at its place reads it."""

    @pytest.mark.parametrize(
        "text",
        [
            "4.10", "1.0", "no", "yes", "on", "true", "False", "null", "~", "12:30", "1_000", "0x1F", "010",
            "1e3", ".inf", "2026-11-01", "2026-11-01T12:00:00Z", "=", "-1", "a b", "één", "😀", "<<", "http://x",
        ],
    )  # fmt: skip
    def test_plain_scalars_are_kept_as_written(self, text):
        assert read(text) == plain(text)
        assert read(f"a: {text}").entries[0].value == plain(text)
        assert read(f"[{text}]").items == (plain(text),)

    @pytest.mark.parametrize(
        ("written", "text"),
        [
            ("'4.10'", "4.10"),
            ('"4.10"', "4.10"),
            ("'it''s'", "it's"),
            (r'"a\tb\n\u00e9"', "a\tb\né"),
            ("''", ""),
            ('""', ""),
            ("|\n  a\n  b\n", "a\nb\n"),
            (">-\n  a\n  b\n", "a b"),
            ("|-\n", ""),
        ],
    )
    def test_what_is_between_quotes_or_in_a_block_is_text(self, written, text):
        assert read(written) == Scalar(text, Style.QUOTED)

    def test_nothing_at_all_is_null(self):
        nothing = Scalar("", Style.NULL)
        assert read("a:\nb: [c: ]\nd:\n  -").entries == (
            Entry(plain("a"), nothing),
            Entry(plain("b"), Sequence((Mapping((Entry(plain("c"), nothing),)),))),
            Entry(plain("d"), Sequence((nothing,))),
        )

    def test_a_plain_scalar_over_two_lines_is_one_text(self):
        assert read("a: b\n  c") == read("a: b c")


class TestCollections:
    def test_blocks_and_brackets_say_the_same(self):
        assert read("a:\n- 1\n- b: 2\n  c: []") == read("{a: [1, {b: 2, c: []}]}")

    def test_keys_are_texts_as_written(self):
        assert [key.text for key, _ in read("{1: a, no: b, '': c, 4.10: d, '<<': e}").entries] == [
            "1", "no", "", "4.10", "<<",
        ]  # fmt: skip

    def test_a_text_may_be_one_document_with_marks_around_it(self):
        assert read("# c\n---\na: 1\n...\n# c\n") == read("a: 1")

    def test_a_percent_sign_within_the_document_is_no_directive(self):
        assert read('a: "50\n%x"').entries[0].value.text == "50 %x"
        assert read("a: |\n  50\n  %").entries[0].value.text == "50\n%"

    def test_depth_up_to_the_limit_is_read(self):
        assert isinstance(read("[" * DEPTH + "]" * DEPTH), Sequence)


ANCHOR = "an anchor ('&x') is not read; leave it out, or put the text between quotes"
ALIAS = "an alias ('*x') is not read; write out what it stands for, or put it between quotes"
TAG = "a tag, which begins with '!', is not read; leave it out, or put the text between quotes"
MERGE = "a merge key (<<) is not read; write out the keys that it stands for"
KEY = "a key is a text, not a list or mapping; write a text, between quotes if it begins with a bracket"
DEEP = "this lies deeper than 40 levels; nest less"
EMPTY = "the text is empty; write a document"
SECOND = "a second document begins here; write it in a file of its own"


class TestRefusals:
    """What is refused, each with its place and what to write instead."""

    @pytest.mark.parametrize(
        ("text", "mistakes"),
        [
            ("a: 1\nb: 2\na: 3", [(3, 1, "the key 'a' is already on line 1; keep one of them")]),
            ("a: 1\n'a': 3", [(2, 1, "the key 'a' is already on line 1; keep one of them")]),
            ("{a: 1, a: 3}", [(1, 8, "the key 'a' is already on line 1; keep one of them")]),
            ("a: &x 1", [(1, 4, ANCHOR)]),
            ("&x a: 1", [(1, 1, ANCHOR)]),
            ("a: &x [1]", [(1, 4, ANCHOR)]),
            ("a: *x", [(1, 4, ALIAS)]),
            ("*x : a", [(1, 1, ALIAS)]),
            ("*x", [(1, 1, ALIAS)]),
            ("a: !x 1", [(1, 4, TAG)]),
            ("a: ! 1", [(1, 4, TAG)]),
            ("!!map {a: !!python/object:os.system b}", [(1, 1, TAG), (1, 11, TAG)]),
            ("a: &x !!str b", [(1, 4, ANCHOR), (1, 4, TAG)]),
            ("<<: {a: 1}", [(1, 1, MERGE)]),
            ("? [a]\n: b", [(1, 3, KEY)]),
            ("{a: 1}: b", [(1, 1, KEY)]),
            ("a: {{naam}}", [(1, 5, KEY)]),
            ("? \n: 1", [(1, 2, "a key is missing before the colon; write it")]),
            ("%YAML 1.1\n---\na", [(1, 1, DIRECTIVE)]),
            ("%TAG ! x\n\n# c\n%A\n--- a", [
                (1, 1, DIRECTIVE),
                (4, 1, DIRECTIVE),
            ]),
            ("a: 1\n...\n%YAML 1.1\n---\nb", [(3, 1, DIRECTIVE)]),
            ("---\n%TAG ! x\n", [
                (1, 1, EMPTY),
                (2, 1, DIRECTIVE),
            ]),
            ("---\n%YAML", [(2, 1, DIRECTIVE)]),
            ("a: 1\n%b", [(2, 1, DIRECTIVE)]),
            ("a: 1\n---\nb: 2", [(2, 1, SECOND)]),
            ("a: 1\n---\n", [(2, 1, SECOND)]),
            ("", [(1, 1, EMPTY)]),
            ("\n  \n# only this\n", [(1, 1, EMPTY)]),
            ("---", [(1, 1, EMPTY)]),
            (r'a: "\0\b"', [
                (1, 4, "the character U+0000 is not text; leave it out"),
                (1, 4, "the character U+0008 is not text; leave it out"),
            ]),
        ],
    )  # fmt: skip
    def test_refused(self, text, mistakes):
        assert refused(text) == mistakes

    def test_a_mistake_has_its_path(self):
        with pytest.raises(InvalidSource) as caught:
            read("nodes:\n  chain:\n  - {id: 1, id: 2}")
        assert caught.value.mistakes == (
            Mistake(
                Place("a.yaml", 3, 13, "$.nodes.chain[0].id"),
                "the key 'id' is already on line 3; keep one of them",
            ),
        )

    def test_all_mistakes_are_told_at_once_and_what_ended_the_reading_comes_last(self):
        text = "%YAML 1.1\n---\na: &x !y 1\na: *x\n<<: {? [b, *x] : c, d: 1, d: 2}\ne: 'open"
        assert refused(text) == [
            (1, 1, DIRECTIVE),
            (3, 4, ANCHOR),
            (3, 4, TAG),
            (4, 1, "the key 'a' is already on line 3; keep one of them"),
            (4, 4, ALIAS),
            (5, 1, MERGE),
            (5, 8, KEY),
            (5, 12, ALIAS),
            (5, 27, "the key 'd' is already on line 5; keep one of them"),
            (6, 4, "this quote is never closed"),
        ]

    @pytest.mark.parametrize("escape", [r"\ud800", r"\U00110000", r"\UFFFFFFFF"])
    def test_an_escape_that_is_no_character_is_refused(self, escape):
        assert len(refused(f'a: "{escape}"')) == 1

    def test_a_long_name_is_cut_off(self):
        assert len(refused(f"? {'k' * 9999}\n: 1\n? {'k' * 9999}\n: 2")[0][2]) < 200


class TestHostile:
    """Nothing makes the reading long: it stops where it becomes absurd."""

    @pytest.mark.parametrize(
        ("opening", "column"), [("[", 41), ("{a: ", 161), ("- ", 81)], ids=["brackets", "maps", "dashes"]
    )
    def test_depth_is_refused_where_it_begins(self, opening, column):
        assert refused(opening * 100_000) == [(1, column, DEEP)]

    @pytest.mark.parametrize("opening", ["{", "? "])
    def test_depth_is_refused_within_keys_too(self, opening):
        assert refused(opening * 100_000)[-1][2] == DEEP

    def test_an_alias_bomb_never_goes_off(self):
        lines = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10)]
        assert len(refused("l0: &l0 [lol]\n" + "\n".join(lines))) == 10 + 9 * 9

    def test_after_very_many_mistakes_the_rest_is_not_read(self):
        mistakes = refused("a: 1\n" * 100_000)
        assert len(mistakes) == MISTAKES + 1
        assert mistakes[-1] == (MISTAKES + 2, 1, "there are more than 1,000 mistakes; the rest was not read")

    @pytest.mark.parametrize("before", ["", "a\n...\n# c\n...\n"])
    def test_very_many_directives_are_not_parsed(self, before):
        assert refused(before + "".join(f"%TAG !a{n}! x\n" for n in range(50_000)) + "---\na")

    def test_very_many_values_are_refused(self, monkeypatch):
        monkeypatch.setattr("kamassess.source.yaml.NODES", 3)
        assert read("{a: 1, b: 2}")
        assert refused("[1, 2, 3]") == [(1, 8, "there are more than 3 values; divide the text")]


BEGIN = "a text cannot begin with {} here; put it between quotes"
TAB = "a tab stands in the indentation; write spaces"
COLON = (
    "a colon is not expected here; put a text with ': ' in it between quotes,"
    " or look for a missing colon or wrong indentation in the line before"
)
NO_COLON = "a colon is missing after this key, or a space after the '-' of an item"
IN_LINE = "a list cannot begin within a line; write each '- ' on a line of its own, or [a, b]"
NO_COMMA = "a comma is missing here, or a '{}' for the {} that begins on line 1"
NO_VALUE = "a value is expected here; write it, or put a text that begins with ']' between quotes"
AFTER_END = "nothing can follow the end of the document; correct the indentation, or the quotes before it"
QUOTE = "this quote is never closed"
ESCAPE = "this is not an escape; write \\\\ for a backslash, or put the text between single quotes"
BLOCK = "begin the text on the line after '|' or '>', and indent it"
IN_MAPPING = (
    "this does not belong to the mapping that begins on line 1;"
    " correct the indentation, or the quotes or brackets before it"
)
IN_LIST = (
    "this does not belong to the list that begins on line 1;"
    " correct the indentation, begin the line with '- ', or correct the quotes or brackets before it"
)


class TestSyntax:
    """What is not YAML is refused in one sentence of ours, at the place where somebody would look."""

    @pytest.mark.parametrize(
        ("text", "mistake"),
        [
            ("a:\n\t- b", (2, 1, TAB)),
            ("a: 1\n\tb: 2", (2, 1, TAB)),
            ("a: |\n\tx", (2, 1, TAB)),
            ("a: @x", (1, 4, BEGIN.format("'@'"))),
            ("a: `x`", (1, 4, BEGIN.format("'`'"))),
            ("a: %x", (1, 4, BEGIN.format("'%'"))),
            ("a: *.jpg", (1, 4, BEGIN.format("'*'"))),
            ("a: & b", (1, 4, BEGIN.format("'&'"))),
            ("a: !x!y z", (1, 4, BEGIN.format("'!'"))),
            ("a: !<x z", (1, 4, BEGIN.format("'!'"))),
            ("a: b: c", (1, 5, COLON)),
            ("a 1\nb: 2", (2, 2, COLON)),
            ("a: 1\nb\nc: 2", (2, 1, NO_COLON)),
            ("a:\n- b\n-c", (3, 1, NO_COLON)),
            ("a: - b", (1, 4, IN_LINE)),
            ("a: ? b", (1, 4, "a text cannot begin with '? ' here; put it between quotes")),
            ("a: [1, 2", (1, 4, "this '[' is never closed; write the closing bracket")),
            ("a: {b: 1\n", (1, 4, "this '{' is never closed; write the closing bracket")),
            ("a: [1, 2\nb: 3", (2, 2, NO_COMMA.format("]", "list"))),
            ("a: {b: 1\nc: 2", (2, 2, NO_COMMA.format("}", "mapping"))),
            ("a:\n  b: 1\n c: 2", (3, 2, IN_MAPPING)),
            ("a: 'it's'", (1, 8, IN_MAPPING)),
            ("a: [1]]", (1, 7, IN_MAPPING)),
            ("- a\nb: 1", (2, 1, IN_LIST)),
            ("a: ]", (1, 4, NO_VALUE)),
            ("a: [", (1, 5, "the text ends where a value is expected; write it")),
            ("[a]\nb", (2, 1, AFTER_END)),
            ("a: 'x\nb: 2", (1, 4, QUOTE)),
            ('a: "x', (1, 4, QUOTE)),
            ("a: 'x\n---\n'", (1, 4, "this quote is not closed before a line with '---' or '...'")),
            ("a: |x\n b", (1, 5, BLOCK)),
            ("a: > x", (1, 6, BLOCK)),
        ],
    )  # fmt: skip
    def test_sentence(self, text, mistake):
        assert refused(text) == [mistake]

    @pytest.mark.parametrize("escape", [r"\q", r"\xzz", r"C:\temp\Users"])
    def test_a_backslash_between_double_quotes(self, escape):
        ((_, _, message),) = refused(f'a: "{escape}"')
        assert message == ESCAPE

    def test_what_nobody_foresaw_is_said_in_the_words_of_the_parser(self):
        mark = yaml.Mark("a.yaml", 0, 1, 2, None, None)
        error = yaml.MarkedYAMLError(problem="found a surprise", problem_mark=mark)
        assert explain(error, "a: b") == (2, 3, "this is not YAML: found a surprise")
