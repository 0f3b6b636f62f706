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


class Later(Generic[T]):
    """
    A value, or the way to it: worked out once, and compared, hashed and pickled as the value that it is.

    Args:
        work_out: gives the value; a pure function, so that it does not matter when it is called.

    Example:
        >>> length = Later(lambda: len("chain"))
        >>> length.value
        5
        >>> length == Later.known(5)
        True
    """

    __slots__ = ("_value", "_work_out")

    def __init__(self, work_out: Callable[[], T]) -> None:
        self._work_out: Callable[[], T] | None = work_out
        self._value: T = _NOT_YET

    @classmethod
    def known(cls, value: T) -> Later[T]:
        """A value that is there already."""
        return cls(lambda: value)

    @property
    def value(self) -> T:
        """The value."""
        if self._value is _NOT_YET and self._work_out is not None:
            self._value = self._work_out()
            self._work_out = None  # and with it all that it held
        return self._value

    def __eq__(self, other: object) -> bool:
        return self.value == other.value if isinstance(other, Later) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return repr(self.value)

    def __reduce__(self) -> tuple[Callable[[T], Later[T]], tuple[T]]:
        return Later.known, (self.value,)
