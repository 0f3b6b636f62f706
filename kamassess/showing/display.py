"""
A document in the forms that notebooks and prompts know.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Final

from attrs import frozen

from kamassess.showing import html, markdown, text
from kamassess.showing.document import Document
from kamassess.showing.shown import Shown

PLAIN: Final = "text/plain"

FORMS: Final[Mapping[str, Callable[[Document], str]]] = {
    PLAIN: lambda document: text.render(document, width=text.WIDEST).removesuffix("\n"),
    "text/markdown": markdown.render,
    "text/html": html.render,
}
"""How a document is rendered, by the type of what comes out."""


def bundle(
    document: Document,
    include: Container[str] | None = None,
    exclude: Container[str] | None = None,
    plain: str | None = None,
) -> dict[str, str]:
    r"""
    A document in every form that is asked for.

    Args:
        document: its blocks.
        include: the forms that are wanted; nothing: all there are.
        exclude: the forms that are not.
        plain: what stands for the document as text; ``None``: itself.

    Returns:
        The texts by their type.

    Example:
        >>> from kamassess.showing.document import Paragraph
        >>> bundle((Paragraph("1 < 2"),), include=["text/markdown"])
        {'text/markdown': '1 \\< 2\n'}
    """
    return {
        form: plain if form == PLAIN and plain is not None else render(document)
        for form, render in FORMS.items()
        if (not include or form in include) and not (exclude and form in exclude)
    }


@frozen(repr=False)
class Display(Shown):
    """
    A document to look at: a notebook shows it, and a prompt as text.

    Args:
        document: its blocks.
    """

    document: Document

    def _document(self) -> Document:
        return self.document

    def __str__(self) -> str:
        return FORMS[PLAIN](self.document)

    def __repr__(self) -> str:
        return str(self)
