"""The text of a rule, cut into tokens."""

from __future__ import annotations

import pickle
import re

import pytest

from kamassess.checklist.tokens import LONGEST, Kind, SyntaxMistake, Token, line_and_column, text_of, tokenize


def said(text: str) -> str:
    """What a text between quotes stands for."""
    return text_of(tokenize(text)[0])


class TestTokens:
    def test_every_word_knows_where_it_stands(self) -> None:
        assert tokenize(" v.name !='x'") == (
            Token(Kind.NAME, "v", 1),
            Token(Kind.SYMBOL, ".", 2),
            Token(Kind.NAME, "name", 3),
            Token(Kind.SYMBOL, "!=", 8),
            Token(Kind.TEXT, "'x'", 10),
            Token(Kind.END, "", 13),
        )

    def test_an_empty_rule_has_only_its_end(self) -> None:
        assert tokenize("") == (Token(Kind.END, "", 0),)

    def test_a_token_is_told_as_it_is_written(self) -> None:
        word, end = tokenize("owners")
        assert (str(word), str(end)) == ("'owners'", "the end")
        assert word.end == end.offset == 6

    @pytest.mark.parametrize("text", [*"<>!()[].,-", "&&", "||", "==", "!=", "<=", ">="])
    def test_a_symbol_is_one_token(self, text: str) -> None:
        assert tokenize(text)[0] == Token(Kind.SYMBOL, text, 0)

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("0", Kind.WHOLE),
            ("007", Kind.WHOLE),
            ("0.50", Kind.DECIMAL),
            (".5", Kind.DECIMAL),
            ("_", Kind.NAME),
            ("x0_Y", Kind.NAME),
            ("true", Kind.NAME),
            ("''", Kind.TEXT),
            ('"it\'s"', Kind.TEXT),
            (r"'\\'", Kind.TEXT),
        ],
    )
    def test_a_number_a_name_and_a_text_are_one_token(self, text: str, kind: Kind) -> None:
        assert tokenize(text)[0] == Token(kind, text, 0)

    def test_a_minus_is_a_token_of_its_own(self) -> None:
        assert [token.text for token in tokenize("x-1")] == ["x", "-", "1", ""]

    def test_every_blank_of_cel_separates(self) -> None:
        assert [token.text for token in tokenize("a\t\r\n\f b")] == ["a", "b", ""]

    def test_a_rule_has_a_longest_length(self) -> None:
        assert len(tokenize("a" * LONGEST)) == 2
        with pytest.raises(SyntaxMistake, match="at most 2000 characters; this one has 2001") as caught:
            tokenize("a" * (LONGEST + 1))
        assert caught.value.offset == LONGEST


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("text", "offset", "message", "suggestion"),
        [
            ("a = 1", 2, "'=' is not an operator", "=="),
            ("a === 1", 2, "'===' is not an operator", "=="),
            ("a !== 1", 2, "'!==' is not an operator", "!="),
            ("a <> 1", 2, "'<>' is not an operator", "!="),
            ("a =< 1", 2, "'=<' is not an operator", "<="),
            ("a => 1", 2, "'=>' is not an operator", ">="),
            ("a & b", 2, "'&' is not an operator", "&&"),
            ("a | b", 2, "'|' is not an operator", "||"),
            ("a + 1", 2, "there is no arithmetic", None),
            ("a * 1", 2, "there is no arithmetic", None),
            ("a / 1", 2, "there is no arithmetic", None),
            ("a % 1", 2, "there is no arithmetic", None),
            ("a ? b : c", 2, "there is no choice", "a && b || !a && c"),
            ("{a}", 0, "there are no maps and objects", None),
            ("a // why", 2, "a rule has no comments", None),
            ("a == 0x1F", 5, "'0x1F' is not read", None),
            ("a == 1e3", 5, "without exponent", None),
            ("a == 1.5E-3", 5, "without exponent", None),
            ("a == .5e1", 5, "without exponent", None),
            ("a == 3u", 5, "without 'u'", "3"),
            ("a == 5.", 5, "digits after its point", "5.0"),
            ("a == 3x", 5, "'3x' is neither a number nor a name", None),
            ("a == 0.5x", 5, "'0.5x' is neither a number nor a name", None),
            ("a < 2026-11-01", 4, "a date is written as a text", '"2026-11-01"'),
            ("café == 1", 0, "'café' is no name", None),
            ("a == ٣", 5, "is no name", None),
            ("a == 'b", 5, "does not end on its line", None),
            ("a == 'b\nc'", 5, "does not end on its line", None),
            ('a == "b\\', 5, "does not end on its line", None),
            ('a == """b"""', 5, "once", '"'),
            ("a == '''b'''", 5, "once", "'"),
            ("a == r'b'", 5, "without 'r' before it", None),
            ("a == b'b'", 5, "without 'b' before it", None),
            ('a == bR"b"', 5, "without 'bR' before it", None),
            ("a == “b”", 5, "straight quotes", '"'),
            ("a == `b`", 5, "straight quotes", '"'),
            ("a #", 2, "'#' has no place", None),
            ("a\u00a0== 1", 1, "U+00A0 has no place", None),
            ("a\x0b", 1, "U+000B has no place", None),
            ("\ud800", 0, "U+D800 has no place", None),
        ],
    )
    def test_each_with_its_place_and_what_to_write(
        self, text: str, offset: int, message: str, suggestion: str | None
    ) -> None:
        with pytest.raises(SyntaxMistake, match=re.escape(message)) as caught:
            tokenize(text)
        assert (caught.value.offset, caught.value.suggestion) == (offset, suggestion)

    def test_the_suggestion_is_part_of_what_is_told(self) -> None:
        assert str(SyntaxMistake(0, "wrong", "right")) == "wrong; did you mean 'right'?"
        assert str(SyntaxMistake(0, "wrong")) == "wrong"

    def test_a_mistake_survives_a_process_boundary(self) -> None:
        again = pickle.loads(pickle.dumps(SyntaxMistake(3, "wrong", "right")))  # noqa: S301 (our own bytes)
        assert (again.offset, again.message, again.suggestion) == (3, "wrong", "right")


class TestTexts:
    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("''", ""),
            ("'it\"s'", 'it"s'),
            (r"'it\'s'", "it's"),
            (r'"a\"b"', 'a"b'),
            (r"'\n\t\r\\n'", "\n\t\r\\n"),
            (r"'\u00e9\u00E9'", "éé"),
            (r"'\u0000'", "\0"),
            ("'a\tb'", "a\tb"),
            ("'é\U0001f600'", "é\U0001f600"),
            ("'// a = b'", "// a = b"),
        ],
    )
    def test_escapes_are_read(self, text: str, meant: str) -> None:
        assert said(text) == meant

    @pytest.mark.parametrize(
        "escape",
        [
            r"\a",
            r"\b",
            r"\f",
            r"\v",
            r"\?",
            r"\`",
            r"\x41",
            r"\101",
            r"\U0001f600",
            r"\d",
            r"\u12",
            r"\ud800",
        ],
    )
    def test_other_escapes_are_refused_where_they_stand(self, escape: str) -> None:
        with pytest.raises(SyntaxMistake, match="is not read; a backslash itself is written twice") as caught:
            said(f"'ab{escape}'")
        assert caught.value.offset == 3

    @pytest.mark.parametrize(
        ("character", "suggestion"), [("\0", r"\u0000"), ("\x85", r"\u0085"), ("\ud800", None)]
    )
    def test_a_character_that_nobody_sees_is_refused(self, character: str, suggestion: str | None) -> None:
        with pytest.raises(SyntaxMistake, match="cannot stand in a text") as caught:
            said(f"'a{character}'")
        assert (caught.value.offset, caught.value.suggestion) == (2, suggestion)


class TestLinesAndColumns:
    @pytest.mark.parametrize(
        ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (2, 2)), (6, (3, 1))]
    )
    def test_are_counted_from_one(self, offset: int, place: tuple[int, int]) -> None:
        assert line_and_column("ab\ncd\n", offset) == place
