"""
How a value shows itself: in a notebook as HTML or Markdown, at a prompt as text.

It shows its parts under the names that they have in Python, since whoever looks at it there
will ask for them. What people read of an assessment is a report, in their own language.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, Final, SupportsIndex, TypeVar, overload

if TYPE_CHECKING:
    from kamassess.showing.document import Document

T_co = TypeVar("T_co", covariant=True)

MOST_LINES: Final = 20
"""So many of several values are shown; that there are more is told."""


class Shown:
    """
    A value that shows itself: as a line at a prompt, and as a document in a notebook.

    A class that knows better which parts of it people look at says so in ``_parts`` and ``_brief``;
    one with a report of its own says that in ``_document``.
    """

    __slots__ = ()

    def _title(self) -> str:
        """What it is: its class, and its id where it has one."""
        return " ".join(filter(None, (type(self).__name__, str(getattr(self, "id", "") or ""))))

    def _parts(self) -> Mapping[str, object]:
        """What it shows, by name: its attributes."""
        from kamassess.showing.parts import attributes

        return attributes(self)

    def _brief(self) -> Mapping[str, object]:
        """What it shows where there is one line for it."""
        return self._parts()

    def _document(self) -> Document:
        """What it shows where there is room."""
        from kamassess.showing.parts import document

        return document(self._title(), self._parts())

    def _plain(self) -> str | None:
        """What a prompt shows; nothing: the document as text."""
        return None

    def _repr_mimebundle_(
        self, include: Container[str] | None = None, exclude: Container[str] | None = None
    ) -> dict[str, str]:
        """What a notebook shows, in the forms that it asks for."""
        from kamassess.showing.display import bundle

        return bundle(self._document(), include, exclude, self._plain())

    def __str__(self) -> str:
        from kamassess.showing.parts import line

        return line(self._brief())

    def __repr__(self) -> str:
        from kamassess.showing.parts import summary

        return summary(self._title(), self._brief())


class Listing(tuple[T_co, ...], Shown):
    """
    Several values of one kind: a tuple that shows itself as a table.

    Example:
        >>> Listing(["a", "b"])[:1]
        ('a',)
    """

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex, /) -> T_co: ...
    @overload
    def __getitem__(self, at: slice, /) -> Listing[T_co]: ...
    def __getitem__(self, at: SupportsIndex | slice, /) -> T_co | Listing[T_co]:
        return Listing(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)

    def _document(self) -> Document:
        from kamassess.showing.parts import listed

        return listed(self)

    def __str__(self) -> str:
        return repr(self)

    def __repr__(self) -> str:
        """A tuple, one value a line; where there are very many, the first of them."""
        told = [repr(one) for one in tuple(self)[:MOST_LINES]]
        if len(self) > MOST_LINES:
            return "(" + ",\n ".join((*told, f"... and {len(self) - MOST_LINES} more)"))
        return "(" + ",\n ".join(told) + (",)" if len(self) == 1 else ")")
