"""A page as a browser reads it: its elements with what stands in their attributes, and its texts."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "input", "br", "img", "link", "hr", "rect", "path", "line", "circle", "use"}


class Reader(HTMLParser):
    """What stands in a page."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.comments: list[str] = []
        self.open: list[str] = []
        self.drawn: set[tuple[str, frozenset[str]]] = set()
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute stands twice at {tag}"
        self._found(tag, dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._found(tag, dict(attrs))

    def _found(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Apart what is drawn: how many lines a text has there follows from its length."""
        if "svg" in self.open:
            self.drawn.add((tag, frozenset(attributes)))
        else:
            self.elements.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
        elif data.strip() and "svg" not in self.open:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each element of a name."""
        return [attributes for it, attributes in self.elements if it == tag]

    def all(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [it[attribute] or "" for _, it in self.elements if attribute in it]

    @property
    def text(self) -> str:
        """All that is read, with one space between words."""
        return " ".join(" ".join(self.texts).split())
