"""
YAML text -> tree, without a schema: every scalar stays the text that it is.

What YAML has beyond mappings, sequences and scalars is refused, because a reader would have to know it, or
because a hostile text could use it: anchors, aliases, tags, merge keys, directives, several documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from attrs import define, field
from yaml import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from kamassess.errors import InvalidSource, Place
from kamassess.source.characters import line_and_column, refused_in, sentence_about
from kamassess.source.collecting import Mistakes
from kamassess.source.events import events
from kamassess.source.limits import DEPTH, NODES
from kamassess.source.syntax import DIRECTIVE, explain
from kamassess.source.tree import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Style,
    Way,
    Where,
    place_of,
    quote,
)

_BREAK: Final = "\n\r\x85\u2028\u2029"

_DIRECTIVE: Final = re.compile(
    rf"(?:(?:\.\.\.)?+[ \t]*+(?:#[^{_BREAK}]*+)?+[{_BREAK}]++)*+(?P<directive>%[^{_BREAK}]*+)"
)
"""A directive with the empty lines and comments before it; possessive, so that its time is linear."""

# Names of their own, since asking an enumeration for a member costs as much as making a tuple.
_PLAIN: Final = Style.PLAIN
_QUOTED: Final = Style.QUOTED
_NULL: Final = Style.NULL

_STAND_IN: Final = Scalar("", Style.PLAIN)
"""What stands for something refused, in a tree that nobody will see."""

_SENTENCES_ON_PLAIN_KEYS: Final = {
    "": "a key is missing before the colon; write it",
    "<<": "a merge key (<<) is not read; write out the keys that it stands for",
}
"""What is said of keys that mean something else without quotes."""

_TOO_DEEP: Final = "maximum nesting depth"
"""What libyaml says where it meets a limit of its own, which is far beyond ours."""

_EMPTY: Final = "the text is empty; write a document"


def read_yaml(text: str, source: str) -> Node:
    r"""
    The tree of a YAML text.

    Args:
        text: YAML in which every character is readable.
        source: what places call it.

    Returns:
        The tree.

    Raises:
        InvalidSource: when it is not YAML, uses what is not read here, is too deep or too large.

    Example:
        >>> read_yaml("clause: 4.10", "a.yaml").entries[0].value
        Scalar(text='4.10', style=<Style.PLAIN: 'plain'>)
        >>> read_yaml("a: 1\na: !x 1", "a.yaml")
        Traceback (most recent call last):
        kamassess.errors.InvalidSource: a.yaml:2:1: the key 'a' is already on line 1; keep one of them
        a.yaml:2:4: a tag, which begins with '!', is not read; leave it out, or put the text between quotes
    """
    mistakes = Mistakes()
    plain = _without_directives(text, source, mistakes)
    try:
        node = _Reader(plain, source, events(plain), mistakes).document()
    except MarkedYAMLError as error:
        if _TOO_DEEP in str(error.problem):
            # It stops before it tells of the levels that lead there; those are too deep for us as well.
            return read_yaml(text[: error.problem_mark.index], source)  # type: ignore[union-attr]
        line, column, sentence = explain(error, plain)
        raise mistakes.ended(Place(source, line, column), sentence) from None
    mistakes.refuse()
    return node


def _without_directives(text: str, source: str, mistakes: Mistakes) -> str:
    """
    The same text with the directives at its head made comments.

    The parser must not see them: the time it takes grows with the square of their number.
    """
    end, line = 0, 1
    while match := _DIRECTIVE.match(text, end):
        line += text.count("\n", end, match.end())
        mistakes.add(Place(source, line, 1), DIRECTIVE)
        end = match.end()
    return text[:end].replace("%", "#") + text[end:]


@define
class _Reader:
    """
    One reading of one text.

    Every event is read by the method that knows what may come there, so that the calls follow the grammar;
    they go no deeper than the tree may.
    """

    text: str
    source: str
    following: Callable[[], Any]
    mistakes: Mistakes
    nodes: int = field(default=0, init=False)

    def document(self) -> Node:
        """The only document of the text."""
        self.following()  # the start of the stream
        if type(self.following()) is StreamEndEvent:
            raise self.mistakes.ended(self.beginning(), _EMPTY)
        node = self.node(self.following(), None, 1)
        if isinstance(node, Scalar) and node.style is Style.NULL:
            self.mistakes.add(self.beginning(), _EMPTY)
        self.end(self.following().end_mark.index)
        return node

    def beginning(self) -> Place:
        """Where the text begins."""
        return Place(self.source, 1, 1, "$")

    def end(self, index: int) -> None:
        """Nothing but the end of the text."""
        if match := _DIRECTIVE.match(self.text, index):
            place = Place(self.source, *line_and_column(self.text, match.start("directive")))
            raise self.mistakes.ended(place, DIRECTIVE)
        event = self.following()
        if type(event) is not StreamEndEvent:
            raise self.ended(event, None, "a second document begins here; write it in a file of its own")

    def where(self, event: Any, way: Way) -> Where:
        mark = event.start_mark
        return self.source, mark.line + 1, mark.column + 1, way

    def node(self, event: Any, way: Way, depth: int) -> Node:
        """The node that begins with an event."""
        self.nodes += 1
        if self.nodes > NODES:
            raise self.ended(event, way, f"there are more than {NODES:,} values; divide the text")
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event, way)
        if kind is AliasEvent:
            return self.alias(event, way)
        if depth > DEPTH:
            raise self.ended(event, way, f"this lies deeper than {DEPTH} levels; nest less")
        if event.anchor is not None or event.tag is not None:
            self.refuse_properties(event, way)
        where = self.where(event, way)
        if kind is MappingStartEvent:
            return Mapping(self.entries(way, depth), where)
        return Sequence(self.items(way, depth), where)

    def items(self, way: Way, depth: int) -> tuple[Node, ...]:
        """The items of the sequence that has begun."""
        items: list[Node] = []
        while type(event := self.following()) is not SequenceEndEvent:
            items.append(self.node(event, (way, len(items)), depth + 1))
        return tuple(items)

    def entries(self, way: Way, depth: int) -> tuple[Entry, ...]:
        """The entries of the mapping that has begun."""
        entries: list[Entry] = []
        marks: dict[str, Any] = {}
        while type(event := self.following()) is not MappingEndEvent:
            step = (way, event.value if type(event) is ScalarEvent else "")
            key = self.key(event, step, depth, marks)
            entries.append(Entry(key, self.node(self.following(), step, depth + 1)))
        return tuple(entries)

    def key(self, event: Any, way: Way, depth: int, marks: dict[str, Any]) -> Scalar:
        """The key that begins with an event; ``marks`` has those before it, and gets its own."""
        if type(event) is not ScalarEvent:
            return self.refused_key(event, way, depth)
        text: str = event.value
        if text in marks:
            sentence = f"the key {quote(text)} is already on line {marks[text].line + 1}; keep one of them"
            self.add(event, way, sentence)
        elif text in _SENTENCES_ON_PLAIN_KEYS and not event.style:
            self.add(event, way, _SENTENCES_ON_PLAIN_KEYS[text])
        else:
            marks[text] = event.start_mark
        return self.scalar(event, way)

    def refused_key(self, event: Any, way: Way, depth: int) -> Scalar:
        """A stand-in for a key that is no scalar; it is read, for the mistakes in it."""
        if type(event) is AliasEvent:
            return self.alias(event, way)
        sentence = (
            "a key is a text, not a list or mapping; write a text, between quotes if it begins with a bracket"
        )
        self.add(event, way, sentence)
        self.node(event, way, depth + 1)
        return _STAND_IN

    def scalar(self, event: Any, way: Way) -> Scalar:
        """The scalar of an event."""
        if event.anchor is not None or event.tag is not None:
            self.refuse_properties(event, way)
        text, mark, style = event.value, event.start_mark, event.style
        # Written out, not self.where(...): this is done for every scalar, and a call is a tenth of its cost.
        where = (self.source, mark.line + 1, mark.column + 1, way)
        if not style:
            return Scalar(text, _PLAIN if text else _NULL, where)
        # The whole text was searched before, so that only an escape can bring in a character.
        if style == '"' and not text.isprintable():
            for character in refused_in(text):
                self.add(event, way, sentence_about(character))
        return Scalar(text, _QUOTED, where)

    def alias(self, event: Any, way: Way) -> Scalar:
        """A stand-in for an alias."""
        name = quote("*" + event.anchor)
        sentence = f"an alias ({name}) is not read; write out what it stands for, or put it between quotes"
        self.add(event, way, sentence)
        return _STAND_IN

    def refuse_properties(self, event: Any, way: Way) -> None:
        """Note the anchor and the tag of a node."""
        if event.anchor is not None:
            name = quote("&" + event.anchor)
            self.add(
                event, way, f"an anchor ({name}) is not read; leave it out, or put the text between quotes"
            )
        if event.tag is not None:
            sentence = (
                "a tag, which begins with '!', is not read; leave it out, or put the text between quotes"
            )
            self.add(event, way, sentence)

    def add(self, event: Any, way: Way, sentence: str) -> None:
        """Note a mistake at an event."""
        self.mistakes.add(place_of(self.where(event, way)), sentence)

    def ended(self, event: Any, way: Way, sentence: str) -> InvalidSource:
        """The error that ends the reading at an event."""
        return self.mistakes.ended(place_of(self.where(event, way)), sentence)
