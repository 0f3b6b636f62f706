"""What other programs read in what an object shows."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from markdown_it import MarkdownIt

from kamassess.showing.text import clean

TAGS: Final = set(
    "br details div em h3 h4 li p small span strong summary table td th thead tr ul".split()  # noqa: SIM905
)
ATTRIBUTES: Final = {
    ("class", "kamassess"),
    ("scope", "row"),
    ("scope", "col"),
    ("style", "text-align: left"),
    ("aria-hidden", "true"),
}
MARKS: Final = {
    "bullet_list_close", "bullet_list_open", "em_close", "em_open", "hardbreak", "heading_close", "heading_open",
    "inline", "list_item_close", "list_item_open", "ordered_list_close", "ordered_list_open", "paragraph_close",
    "paragraph_open", "softbreak", "strong_close", "strong_open", "table_close", "table_open", "tbody_close",
    "tbody_open", "td_close", "td_open", "text", "text_special", "th_close", "th_open", "thead_close", "thead_open",
    "tr_close", "tr_open",
}  # fmt: skip


def said(text: str) -> str:
    """What is to be read of a text: its words, where it has any."""
    return clean(text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert set(attrs) <= ATTRIBUTES
        self.tags.append(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def read_html(text: str) -> tuple[list[str], str]:
    """The tags of a piece of HTML, which may be few ones, and its words; it is closed where it ends."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open
    return reader.tags, "".join(reader.words)


def read_markdown(text: str) -> tuple[list[str], str]:
    """The marks of a Markdown text, which may be few ones, and its words."""
    found = MarkdownIt("commonmark").enable("table").parse(text)
    marks = [one for block in found for one in (block, *(block.children or ()))]
    assert {one.type for one in marks} <= MARKS
    words = "".join(" " if one.type == "softbreak" else one.content for one in marks if one.type != "inline")
    kinds = [one.type for one in marks if one.type not in ("text", "text_special", "inline")]
    return kinds, words


def read_text(text: str) -> str:
    """A text in which nothing is hidden, turned or obeyed."""
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", text
    )
    return text
