"""The tree and its places."""

from __future__ import annotations

import pickle

import attrs
import pytest

from kamassess.errors import Place
from kamassess.source import Entry, Mapping, Scalar, Sequence, Style, read_text
from kamassess.source.tree import path_of, quote

TEXT = """\
nodes:
  chain:
    - id: vergunningen
      owners: [j-jansen,
               'p. pietersen']
"""


def places(node):
    """The place of every node, outermost first."""
    yield node.place
    match node:
        case Sequence(items):
            for item in items:
                yield from places(item)
        case Mapping(entries):
            for entry in entries:
                yield entry.key.place
                yield from places(entry.value)


def test_every_node_knows_its_line_its_column_and_its_path():
    assert [attrs.astuple(one)[:4] for one in places(read_text(TEXT, "a.yaml"))] == [
        ("a.yaml", 1, 1, "$"),
        ("a.yaml", 1, 1, "$.nodes"),
        ("a.yaml", 2, 3, "$.nodes"),
        ("a.yaml", 2, 3, "$.nodes.chain"),
        ("a.yaml", 3, 5, "$.nodes.chain"),
        ("a.yaml", 3, 7, "$.nodes.chain[0]"),
        ("a.yaml", 3, 7, "$.nodes.chain[0].id"),
        ("a.yaml", 3, 11, "$.nodes.chain[0].id"),
        ("a.yaml", 4, 7, "$.nodes.chain[0].owners"),
        ("a.yaml", 4, 15, "$.nodes.chain[0].owners"),
        ("a.yaml", 4, 16, "$.nodes.chain[0].owners[0]"),
        ("a.yaml", 5, 16, "$.nodes.chain[0].owners[1]"),
    ]


def test_columns_count_characters_and_lines_count_windows_line_ends_once():
    value = read_text("één: 1\r\nnaïef: twee", "a.yaml").entries[1].value
    assert value.place == Place("a.yaml", 2, 8, "$.naïef")


def test_nodes_that_say_the_same_are_equal_wherever_they_stand():
    one, other = read_text("[a]", "a.yaml"), read_text("\n- a", "b.yaml")
    assert one == other
    assert hash(one) == hash(other)
    assert one.place != other.place


def test_a_text_is_not_equal_to_the_same_text_in_another_style():
    assert read_text("'1'", "a.yaml") != read_text("1", "a.yaml")


def test_nodes_do_not_change():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Scalar("a", Style.PLAIN).text = "b"


def test_nodes_can_be_sent_to_another_process():
    node = read_text(TEXT, "a.yaml")
    assert list(places(pickle.loads(pickle.dumps(node)))) == list(places(node))  # noqa: S301 - our own bytes


def test_an_entry_is_a_pair():
    key, value = Entry(Scalar("a", Style.PLAIN), Sequence(()))
    assert (key.text, value.items) == ("a", ())


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("owners", "$.owners"),
        ("één", "$.één"),
        ("j-jansen", "$['j-jansen']"),
        ("", "$['']"),
        ("it's", '$["it\'s"]'),
        ("a\nb", r"$['a\nb']"),
        ("k" * 99, f"$['{'k' * 60}…']"),
    ],
)
def test_a_path_quotes_what_is_not_a_name_and_cuts_what_is_long(key, path):
    assert path_of((None, key)) == path


def test_what_is_quoted_can_always_be_printed():
    assert quote("\ud800\x1b").isprintable()
