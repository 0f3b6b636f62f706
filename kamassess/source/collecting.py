"""Every mistake of one input, gathered until there is nothing more to find."""

from __future__ import annotations

from attrs import Factory, define

from kamassess.errors import InvalidSource, Mistake, Place
from kamassess.source.limits import MISTAKES


@define
class Mistakes:
    """
    The mistakes found so far in one input. It grows while the input is read, and lives no longer.

    Example:
        >>> mistakes = Mistakes()
        >>> mistakes.add(Place("a.yaml", 1, 4), "an alias is not read")
        >>> raise mistakes.ended(Place("a.yaml", 2, 1), "a quote is never closed")
        Traceback (most recent call last):
        kamassess.errors.InvalidSource: a.yaml:1:4: an alias is not read
        a.yaml:2:1: a quote is never closed
    """

    found: list[Mistake] = Factory(list)

    def add(self, place: Place, message: str) -> None:
        """
        Note a mistake after which the reading can go on.

        Args:
            place: where it stands.
            message: what is wrong and what to write instead, a sentence without a full stop.

        Raises:
            InvalidSource: when there are so many that the rest is not worth finding.
        """
        if len(self.found) == MISTAKES:
            raise self.ended(place, f"there are more than {MISTAKES:,} mistakes; the rest was not read")
        self.found.append(Mistake(place, message))

    def ended(self, place: Place, message: str) -> InvalidSource:
        """
        The error that ends the reading at a mistake.

        Args:
            place: where it stands.
            message: what is wrong and what to write instead, a sentence without a full stop.

        Returns:
            The error with all mistakes, this one last, to be raised by the caller.
        """
        return InvalidSource((*self.found, Mistake(place, message)))

    def refuse(self) -> None:
        """
        Refuse the input if anything was wrong with it.

        Raises:
            InvalidSource: with every mistake found.
        """
        if self.found:
            raise InvalidSource(self.found)
