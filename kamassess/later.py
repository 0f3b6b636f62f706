"""
A value that is worked out when somebody asks for it.

An assessment knows why each verdict is so, and most readers ask that of a few
of them. What nobody asks is not worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_NOT_YET: Any = object()


def _never(*_: object) -> Any:
    """Stands where nothing is left to be worked out."""
    raise AssertionError("what is known is not worked out again")


class Later(Generic[T]):
    """
    A value, or the way to it: worked out once, and compared, hashed and pickled as the value that it is.

    Args:
        work_out: gives the value; a pure function, so that it does not matter when it is called.
        given: its arguments.

    Example:
        >>> length = Later(len, "chain")
        >>> length.value
        5
        >>> length == Later.known(5)
        True
    """

    __slots__ = ("_given", "_value", "_work_out")

    def __init__(self, work_out: Callable[..., T], *given: object) -> None:
        self._work_out = work_out
        self._given = given
        self._value: T = _NOT_YET

    @classmethod
    def known(cls, value: T) -> Later[T]:
        """A value that is there already."""
        later = cls(_never)
        later._value = value
        return later

    @property
    def value(self) -> T:
        """The value."""
        if self._value is _NOT_YET:
            self._value = self._work_out(*self._given)
            self._work_out, self._given = _never, ()  # and with them all that they held
        return self._value

    def __eq__(self, other: object) -> bool:
        return self.value == other.value if isinstance(other, Later) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return repr(self.value)

    def __reduce__(self) -> tuple[Callable[[T], Later[T]], tuple[T]]:
        return Later.known, (self.value,)
