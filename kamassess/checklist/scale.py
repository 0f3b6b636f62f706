"""
Scales of answers: named values, the share of 1 that each is worth, and from which one it conforms.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from re import fullmatch
from typing import Final

from attrs import frozen

from kamassess.model.kind import Type
from kamassess.model.terms import Text

NOT_APPLICABLE: Final = "not-applicable"
"""The answer, on every scale, that a question does not apply; it needs its reason."""


@frozen
class Step:
    """
    A value of a scale.

    Args:
        word: the answer, as it is written.
        share: what it is worth, from 0 to 1.
        label: what people read.
    """

    word: str
    share: Fraction
    label: Text


@frozen
class Scale:
    """
    What can be answered to a question.

    Args:
        id: its name in checklists.
        steps: the values, from none to all; empty for a number.
        conforms_from: the share from which an answer conforms.
        most: for a number: the highest one; the lowest is 0.

    Example:
        >>> SCALES["yes-partly-no"].share("partly")
        Fraction(1, 2)
        >>> SCALES["percentage"].share("105") is None
        True
    """

    id: str
    steps: tuple[Step, ...]
    conforms_from: Fraction
    most: int | None = None

    @property
    def type(self) -> Type:
        """What ``answer`` is in a rule."""
        return Type.TEXT if self.most is None else Type.DECIMAL

    @property
    def words(self) -> tuple[str, ...]:
        """The answers that can be given; none are listed for a number."""
        return tuple(step.word for step in self.steps)

    @property
    def is_graded(self) -> bool:
        """Whether there is something between none and all."""
        return self.most is not None or len(self.steps) > 2

    def share(self, answer: str) -> Fraction | None:
        """
        What an answer is worth.

        Args:
            answer: as it is written.

        Returns:
            From 0 to 1; ``None`` where it is no value of the scale.
        """
        if self.most is None:
            return next((step.share for step in self.steps if step.word == answer), None)
        if not fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", answer):
            return None
        number = Fraction(answer)
        return number / self.most if number <= self.most else None

    def value(self, answer: str) -> str | Decimal:
        """The answer as rules see it: a word, or a number."""
        return answer if self.most is None else Decimal(answer)

    def expected(self) -> str:
        """What can be answered, as a message says it."""
        return ", ".join(self.words) if self.steps else f"a number from 0 to {self.most}"


def _words(*steps: tuple[str, int, int, str, str]) -> tuple[Step, ...]:
    return tuple(
        Step(word, Fraction(part, whole), {"nl": nl, "en": en}) for word, part, whole, nl, en in steps
    )


SCALES: Final = {
    scale.id: scale
    for scale in (
        Scale("yes-no", _words(("no", 0, 1, "nee", "no"), ("yes", 1, 1, "ja", "yes")), Fraction(1)),
        Scale(
            "yes-partly-no",
            _words(
                ("no", 0, 1, "nee", "no"), ("partly", 1, 2, "deels", "partly"), ("yes", 1, 1, "ja", "yes")
            ),
            Fraction(1),
        ),
        Scale(
            "n-p-l-f",
            _words(
                ("N", 0, 1, "niet", "not"),
                ("P", 33, 100, "gedeeltelijk", "partially"),
                ("L", 67, 100, "grotendeels", "largely"),
                ("F", 1, 1, "volledig", "fully"),
            ),
            Fraction(67, 100),
        ),
        Scale(
            "samm",
            _words(
                ("no", 0, 1, "nee", "no"),
                ("some", 1, 4, "voor een deel", "for some"),
                ("half", 1, 2, "voor ten minste de helft", "for at least half"),
                ("most", 1, 1, "voor de meeste of alle", "for most or all"),
            ),
            Fraction(1),
        ),
        Scale("level-0-5", (), Fraction(3, 5), most=5),
        Scale("percentage", (), Fraction(1), most=100),
    )
}
"""The scales that a checklist can name."""
