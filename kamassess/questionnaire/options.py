"""
What can be chosen in a questionnaire: labels that people read, each for a word that kamassess reads.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from kamassess.checklist.scale import NOT_APPLICABLE, Scale
from kamassess.errors import nearest
from kamassess.model.terms import CERTAIN_BASES, Basis
from kamassess.report.sheets import clean
from kamassess.report.wording import in_language
from kamassess.report.words import ANSWERS, BASES, word


def folded(text: str) -> str:
    """A text as it is compared with another: spaces and capitals make no difference."""
    return " ".join(text.split()).casefold()


@frozen
class Options:
    """
    What can be chosen.

    Args:
        pairs: labels with their words, no two labels alike.
        most: where a number can be given as well: the highest one; the lowest is 0.
    """

    pairs: tuple[tuple[str, str], ...]
    most: int | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """What people read."""
        return tuple(label for label, _ in self.pairs)

    def label(self, word: str) -> str:
        """The label of a word; the word itself where it has none."""
        return next((label for label, one in self.pairs if one == word), word)

    def word(self, text: str) -> str | None:
        """
        The word that a text means: by its label, or as kamassess writes it.

        Args:
            text: what was filled in.

        Returns:
            The word; ``None`` where it means none.
        """
        wanted = folded(text)
        by_label = {folded(label): word for label, word in self.pairs}
        return by_label.get(wanted) or next((one for _, one in self.pairs if folded(one) == wanted), None)

    def near(self, text: str) -> str | None:
        """The label that was probably meant."""
        meant = {"true": "yes", "false": "no"}.get(folded(text))
        if meant is not None and any(word == meant for _, word in self.pairs):
            return self.label(meant)
        return nearest(text, self.labels)


def of_scale(scale: Scale, language: str) -> Options:
    """
    What can be answered on a scale, from all to none.

    Args:
        scale: the scale.
        language: ``nl`` or ``en``.

    Returns:
        The options, that the question does not apply last.

    Example:
        >>> from kamassess.checklist.scale import SCALES
        >>> of_scale(SCALES["yes-partly-no"], "nl").labels
        ('ja', 'deels', 'nee', 'niet van toepassing')
    """
    steps = [(in_language(step.label, language, step.word), step.word) for step in reversed(scale.steps)]
    last = (word(ANSWERS, NOT_APPLICABLE, language), NOT_APPLICABLE)
    return Options((*_unlike(steps, last[0]), last), scale.most)


def of_bases(language: str, *, certain: bool = False) -> Options:
    """
    What a claim can rest on: first what can be certain.

    Args:
        language: ``nl`` or ``en``.
        certain: only that, which is what evidence can be.

    Returns:
        The options.
    """
    bases = [one for one in Basis if one in CERTAIN_BASES or not certain]
    return Options(tuple((word(BASES, one, language), one.value) for one in bases))


def _unlike(steps: Iterable[tuple[str, str]], *taken: str) -> tuple[tuple[str, str], ...]:
    """The same, with the word behind a label that is empty or that another has."""
    seen = {folded(one) for one in taken}
    unlike: list[tuple[str, str]] = []
    for label, word_ in steps:
        shown = " ".join(clean(label).split())[:200]
        if not shown or folded(shown) in seen:
            shown = f"{shown} ({word_})".strip()
        seen.add(folded(shown))
        unlike.append((shown, word_))
    return tuple(unlike)
