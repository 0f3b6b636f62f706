"""What holds of every input."""

from __future__ import annotations

import contextlib
import json

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kamassess.errors import InvalidSource
from kamassess.source import events, read_bytes, read_data, read_text
from kamassess.source.tree import Mapping, Scalar, Sequence

texts = st.text(max_size=8)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
pieces = st.sampled_from(
    [*"[]{},:?-&*!|>'\"%@`#~\\", "\n", " ", "  ", "\t", "- ", ": ", "? ", "a", "b: 1", "&a ", "*a", "!x ",
     "<<: ", "---\n", "...\n", "%TAG ! x\n", "|\n", ">-\n", '"\\', "\\u", "d800", "\\UFFFFFFFF", "\r", "\x85",
     "\ufeff", "é", "1"]
)  # fmt: skip
snippets = st.lists(pieces, max_size=25).map("".join)


def outcome(read, *arguments):
    """The tree, or that there is none."""
    try:
        return read(*arguments)
    except InvalidSource:
        return None


def spelt(node):
    """A node as YAML that says the same, all texts between double quotes."""
    match node:
        case Scalar(text):
            # Escaped, since YAML 1.1 takes these for ends of lines, which it folds between quotes.
            ends = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
            return json.dumps(text, ensure_ascii=False).translate(ends)
        case Sequence(items):
            return "[" + ", ".join(map(spelt, items)) + "]"
        case Mapping(entries):
            return "{" + ", ".join(f"? {spelt(key)} : {spelt(value)}" for key, value in entries) + "}"


def texts_in(node):
    """The same tree as lists and pairs, of nothing but texts."""
    match node:
        case Scalar(text):
            return text
        case Sequence(items):
            return [texts_in(item) for item in items]
        case Mapping(entries):
            return {key.text: texts_in(value) for key, value in entries}


class TestReading:
    """'JSON reads the same'; an invalid file is an error of one class."""

    @given(data)
    def test_what_json_wrote_reads_as_the_data_itself(self, data):
        assert outcome(read_text, json.dumps(data), "a.json") == outcome(read_data, data, "a.json")

    @given(data)
    def test_a_tree_written_as_yaml_has_the_same_texts(self, data):
        tree = outcome(read_data, data)
        if tree is not None:
            assert texts_in(read_text(spelt(tree), "a.yaml")) == texts_in(tree)

    @given(st.text() | snippets, st.sampled_from(["a.yaml", "a.json"]))
    @example('"\\ud800"', "a.json")
    def test_any_text_is_read_or_refused(self, text, source):
        with contextlib.suppress(InvalidSource):
            read_text(text, source)

    @given(st.binary(), st.sampled_from(["a.yaml", "a.json"]))
    def test_any_bytes_are_read_or_refused(self, data, source):
        with contextlib.suppress(InvalidSource):
            read_bytes(data, source)

    @given(st.text() | snippets)
    @example('"\\UFFFFFFFF"')
    def test_without_libyaml_too(self, text):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(events, "PARSER", events.PythonParser)
            with contextlib.suppress(InvalidSource):
                read_text(text, "a.yaml")

    @given(st.text() | snippets)
    def test_a_mistake_can_be_printed_on_one_line_and_stands_in_the_text(self, text):
        try:
            read_text(text, "a.yaml")
        except InvalidSource as error:
            lines = max(len(text.splitlines()), 1)
            for mistake in error.mistakes:
                assert mistake.message.isprintable()
                assert 1 <= mistake.place.line <= lines
                assert mistake.place.column >= 1

    @given(st.lists(st.sampled_from("abcdefgh 0123456789.:-_'é"), min_size=1).map("".join))
    def test_a_plain_scalar_is_the_text_that_yaml_says_it_is(self, text):
        with contextlib.suppress(InvalidSource):
            node = read_text(text, "a.yaml")
            assert texts_in(node) == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
