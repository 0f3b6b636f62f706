"""
The situations in which kamassess cannot go on, and the places they point at.

An invalid file is an error; a bad organisation is a finding. Nothing here is
ever about an organisation that falls short.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from attrs import field, frozen

from kamassess.showing.shown import Listing, Shown
from kamassess.showing.telling import teller

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "sheet": ("blad {sheet}", "sheet {sheet}"),
    "cell": ("cel {cell}", "cell {cell}"),
    "meant": ("bedoelt u '{word}'?", "did you mean '{word}'?"),
}
"""What is said of every mistake in a workbook, in Dutch and English."""

_tell = teller(WORDS)


@frozen
class Place(Shown):
    """
    Where something stands in what was read.

    Args:
        source: the file, or what stands for it (``<data>`` for dictionaries).
        line: line, from 1; ``None`` where the source has no lines.
        column: column, from 1; ``None`` where the source has no lines.
        path: the way to it from the top, as ``$.nodes.chain[2].owners``; in a workbook the cell.
        sheet: of a workbook, the sheet.
        language: in which it is told, and what is wrong there: that of a questionnaire, else English.

    Example:
        >>> str(Place("vooruit.yaml", 3, 5, "$.nodes"))
        'vooruit.yaml:3:5'
        >>> str(Place("<data>", path="$.nodes.chain[2]"))
        '<data>: $.nodes.chain[2]'
        >>> str(Place("answers.xlsx", 12, 5, "E12", "Chains"))
        "answers.xlsx, sheet 'Chains', cell E12"
        >>> str(Place("antwoorden.xlsx", 12, 5, "E12", "Ketens", "nl"))
        "antwoorden.xlsx, blad 'Ketens', cel E12"
    """

    source: str
    line: int | None = None
    column: int | None = None
    path: str | None = None
    sheet: str | None = None
    language: str = field(default="en", repr=False)

    def __str__(self) -> str:
        if self.sheet is not None:
            sheet = _tell("sheet", self.language, sheet=repr(self.sheet))
            cell = ", " + _tell("cell", self.language, cell=self.path) if self.path else ""
            return f"{self.source}, {sheet}{cell}"
        if self.line is not None:
            return f"{self.source}:{self.line}:{self.column}"
        return f"{self.source}: {self.path}" if self.path else self.source


@frozen
class Mistake(Shown):
    """
    One thing that is wrong with an input, where, and what was probably meant.

    Args:
        place: where it stands.
        message: what is wrong, as a sentence without a full stop.
        suggestion: the nearest valid word, or what to write instead.

    Example:
        >>> str(Mistake(Place("a.yaml", 2, 1), "unknown key 'titel'", "title"))
        "a.yaml:2:1: unknown key 'titel'; did you mean 'title'?"
    """

    place: Place
    message: str
    suggestion: str | None = None

    def __str__(self) -> str:
        if not self.suggestion:
            return f"{self.place}: {self.message}"
        return f"{self.place}: {self.message}; {_tell('meant', self.place.language, word=self.suggestion)}"


def _text_of(place: Place) -> tuple[str, str | None]:
    return (place.source, place.sheet)


def _at(place: Place) -> tuple[int, int]:
    return (place.line or 0, place.column or 0)


class KamassessError(Exception, Shown):
    """Anything that kamassess raises on purpose."""

    def _parts(self) -> Mapping[str, object]:
        return {"message": str(self)}


class InvalidInput(KamassessError):
    """
    A file or dictionary that cannot be used, with every mistake found in it.

    Args:
        mistakes: at least one; kept file by file, in the order of their places where these have lines.
    """

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        found = tuple(mistakes)
        texts = {text: at for at, text in enumerate(dict.fromkeys(_text_of(one.place) for one in found))}
        self.mistakes = Listing(sorted(found, key=lambda one: (texts[_text_of(one.place)], *_at(one.place))))
        super().__init__("\n".join(map(str, self.mistakes)))

    def _parts(self) -> Mapping[str, object]:
        return {"mistakes": self.mistakes}

    def __reduce__(self) -> tuple[type[InvalidInput], tuple[tuple[Mistake, ...]]]:
        return type(self), (self.mistakes,)


class InvalidSource(InvalidInput):
    """A text that is not the YAML or JSON that kamassess reads, or a file that cannot be read."""


class InvalidOrganisation(InvalidInput):
    """An organisation, its evidence or its answers that cannot be used."""


class InvalidChecklist(InvalidInput):
    """A checklist, one of its rules or its scoring policy that cannot be used."""


class InvalidAssessment(InvalidInput):
    """A saved assessment that cannot be read back."""


class InvalidTemplate(InvalidInput):
    """A template of reports that cannot be used."""


class InvalidCall(KamassessError, ValueError):
    """An argument of a function of kamassess that has no meaning, with what it could have been."""


class MissingLibrary(InvalidCall):
    """
    A library that is not installed, and that only what was asked for needs.

    Args:
        library: its name.
        extra: the extra of kamassess that installs it; ``None`` where none does, and it is installed itself.
    """

    def __init__(self, library: str, extra: str | None = None) -> None:
        self.library, self.extra = library, extra
        wanted = f"'kamassess[{extra}]'" if extra else library
        super().__init__(f"this needs {library}, which is not installed: pip install {wanted}")

    def __reduce__(self) -> tuple[type[MissingLibrary], tuple[str, str | None]]:
        return type(self), (self.library, self.extra)


class EnginesDiffer(KamassessError):
    """
    Two engines that decided differently: a fault of ours, never of the input.

    Args:
        differences: one sentence for each judgement that differs.
        smallest: the smallest case that shows it, as text that can be run again.
    """

    def __init__(self, differences: Iterable[str], smallest: str) -> None:
        self.differences = tuple(differences)
        self.smallest = smallest
        super().__init__("\n".join((*self.differences, smallest)))

    def _parts(self) -> Mapping[str, object]:
        return {"differences": self.differences, "smallest": self.smallest}

    def __reduce__(self) -> tuple[type[EnginesDiffer], tuple[tuple[str, ...], str]]:
        return type(self), (self.differences, self.smallest)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """
    The known word that a misspelt one most likely stands for.

    Args:
        word: what was written.
        known: what could have been written.

    Returns:
        The nearest word, or ``None`` when nothing is near.

    Example:
        >>> nearest("ownres", ["owners", "customers"])
        'owners'
        >>> nearest("xyz", ["owners"]) is None
        True
    """
    exact = {one.casefold(): one for one in known}
    folded = word.casefold().replace(" ", "_")
    if folded in exact:
        return exact[folded]
    found = get_close_matches(folded, exact, n=1, cutoff=0.6)
    return exact[found[0]] if found else None
