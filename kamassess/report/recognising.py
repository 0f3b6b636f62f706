"""
Finds persons in texts that people wrote: by their name, their id, and the parts of these that are theirs.

A text is looked at word by word, accents aside. One word of a name stands for the person
where it has a capital, or is part of an id or an address: who is called Groen is not
meant by what is green. Words that checklists use as ordinary words never do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

_UNSEEN: Final = "\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""What nobody sees inside a word, and marks on a letter: with them it is the same word to a reader."""

_WORD: Final = re.compile(rf"[^\W_]+(?:[{_UNSEEN}]+[^\W_]+)*")
_NOT_SEEN: Final = re.compile(f"[{_UNSEEN}]")

_DOTLESS: Final = "\u0131"
"""The i of Turkish names that no rule of Unicode makes an i."""

_LEAST: Final = 4
"""How many letters a part of a name has at least to be looked for by itself."""

_LONGEST: Final = 5
"""How many words a surname has at most, as in 'van den Berg en Dal'."""

_GLUE: Final = frozenset("-_.@/+")
"""What joins words to one id, address or file name."""

_GAP: Final = 3
"""How many characters may stand between two words of a name, as the full stop and space after an initial."""


@frozen
class Known:
    """
    A person as texts may name them.

    Args:
        id: the person's id.
        names: what people call them; in each language where these differ.
    """

    id: str
    names: tuple[str, ...] = ()


@frozen
class _Phrase:
    """
    Words behind each other that stand for persons.

    Args:
        words: the words, accents and capitals aside.
        persons: whom they stand for, by their place among all.
        written: how they must be written, where they are ordinary words too; ``None``: in any way.
        small: whether one word counts without a capital too.
        ending: what stands behind the last word and is no part of it.
    """

    words: tuple[str, ...]
    persons: tuple[int, ...]
    written: tuple[str, ...] | None = None
    small: bool = True
    ending: str = ""


@frozen
class _Spoken:
    """
    A word of a text.

    Args:
        start: where it begins.
        end: where it ends.
        text: the word.
        plain: the word without accents and capitals.
        marked: whether it has a capital, or is part of an id or an address.
    """

    start: int
    end: int
    text: str
    plain: str
    marked: bool


class Recogniser:
    """
    Finds persons in texts.

    Args:
        persons: who there are.
        ordinary: words that are ordinary words too, as ``ordinary_words`` gives them.

    Example:
        >>> found = Recogniser([Known("j-jansen", ("J. Jansen",))])
        >>> found.replaced("Team Jansen (mandaat-jansen)", lambda persons: "Person 1")
        'Team Person 1 (mandaat-Person 1)'
    """

    def __init__(self, persons: Sequence[Known], ordinary: frozenset[str] = frozenset()) -> None:
        found: dict[_Written, dict[int, bool]] = {}
        for number, one in enumerate(persons):
            for words, written, small in _phrases(one, ordinary):
                at = found.setdefault((words, written), {})
                at[number] = small or at.get(number, False)
        phrases = [
            _Phrase(words, tuple(at), written, any(at.values())) for (words, written), at in found.items()
        ]
        taken = {words for words, _ in found}
        phrases += [one for one in map(_genitive, phrases) if one is not None and one.words not in taken]
        self._beginning: dict[str, list[_Phrase]] = {}
        for phrase in sorted(phrases, key=lambda it: (-len(it.words), it.written is None)):
            self._beginning.setdefault(phrase.words[0], []).append(phrase)

    def replaced(self, text: str, call: Callable[[tuple[int, ...]], str], *, id: bool = False) -> str:
        """
        A text with the persons in it called otherwise.

        Args:
            text: the text.
            call: what to call persons, by their place among all; several where it can be any of them.
            id: whether the text is an id, which has no capitals to go by.

        Returns:
            The text; as it was where there is nobody in it.
        """
        composed = unicodedata.normalize("NFC", text)
        pieces: list[str] = []
        end = 0
        for start, stop, persons in self._found(composed, id):
            pieces += [composed[end:start], call(persons)]
            end = stop
        return "".join((*pieces, composed[end:])) if pieces else text

    def _found(self, text: str, id: bool) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        spoken = [
            _Spoken(one.start(), one.end(), one[0], plain(one[0]), id or _marked(one))
            for one in _WORD.finditer(text)
        ]
        at = 0
        while at < len(spoken):
            phrase = next(
                (
                    one
                    for one in self._beginning.get(spoken[at].plain, ())
                    if _stands(one, spoken[at : at + len(one.words)])
                ),
                None,
            )
            if phrase is None:
                at += 1
                continue
            last = spoken[at + len(phrase.words) - 1]
            yield spoken[at].start, last.end - len(phrase.ending), phrase.persons
            at += len(phrase.words)


def _stands(phrase: _Phrase, spoken: Sequence[_Spoken]) -> bool:
    return (
        tuple(one.plain for one in spoken) == phrase.words
        and (phrase.small or spoken[0].marked)
        and (phrase.written is None or tuple(_seen(one.text) for one in spoken) == phrase.written)
        and all(after.start - one.end <= _GAP for one, after in pairwise(spoken))
    )


def _marked(found: re.Match[str]) -> bool:
    """Whether a word has a capital, or is joined to another without a space."""
    text, start, end = found.string, found.start(), found.end()
    return (
        found[0] != found[0].lower()
        or (start > 1 and text[start - 1] in _GLUE and text[start - 2].isalnum())
        or (end + 1 < len(text) and text[end] in _GLUE and text[end + 1].isalnum())
    )


def plain(word: str) -> str:
    """
    A word without accents and capitals.

    Args:
        word: a word.

    Returns:
        The word as it is compared.

    Example:
        >>> plain("Yilmaz"), plain("DOĞAN")
        ('yilmaz', 'dogan')
    """
    letters = unicodedata.normalize("NFKD", _seen(word))
    return "".join(one for one in letters if not unicodedata.combining(one)).casefold().replace(_DOTLESS, "i")


def _seen(word: str) -> str:
    """A word without what nobody sees in it."""
    return _NOT_SEEN.sub("", word)


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """
    The words that texts use as ordinary words: those that stand in them without a capital.

    Args:
        texts: texts in which no persons are named.

    Returns:
        The words, without accents.

    Example:
        >>> sorted(ordinary_words(["Per post", "Post of brief"]))
        ['brief', 'of', 'post']
    """
    return frozenset(plain(word) for text in texts for word in _WORD.findall(text) if word.islower())


# ------------------------------------------------------------------ what stands for a person
_Written = tuple[tuple[str, ...], tuple[str, ...] | None]
"""Words, and how these must be written where that matters."""

_Found = tuple[tuple[str, ...], tuple[str, ...] | None, bool]
"""The same, and whether one word counts without a capital too."""


def _phrases(person: Known, ordinary: frozenset[str]) -> Iterator[_Found]:
    names = [tuple(_WORD.findall(_seen(unicodedata.normalize("NFC", one)))) for one in person.names]
    for written in names:
        yield from _whole(written, ordinary, small=True)
    yield from _whole(tuple(_WORD.findall(_seen(person.id))), ordinary, small=False)
    for written in names:
        yield from _parts(written, ordinary)
    letters = ["".join(map(plain, written)) for written in names] or [plain(person.id)]
    for word in map(plain, _WORD.findall(person.id)):
        # Of 'm-devries' the second half is a name, of 'head-permits' it is not: the name tells.
        if _distinct(word, ordinary) and any(word in one for one in letters):
            yield (word,), None, False


def _whole(written: tuple[str, ...], ordinary: frozenset[str], *, small: bool) -> Iterator[_Found]:
    """A name or an id as a whole; of ordinary words only just as it is written, and with a capital."""
    words = tuple(map(plain, written))
    if not any(one.isalpha() for one in "".join(words)) or sum(map(len, words)) < 2:
        return
    if any(len(one) > 1 and one not in ordinary for one in words):
        yield words, None, len(words) > 1 or (small and written[0] == written[0].lower())
    elif any(one != one.lower() for one in written):
        yield words, written, True


def _parts(written: tuple[str, ...], ordinary: frozenset[str]) -> Iterator[_Found]:
    """The words of a name that say who it is, by themselves and with what stands before them (de Vries)."""
    for at, one in enumerate(written):
        if one[0].isupper() and _distinct(plain(one), ordinary):
            yield (plain(one),), None, False
        elif at and one.islower() and 1 < len(written) - at <= _LONGEST:
            yield from _whole(written[at:], ordinary, small=True)


def _distinct(word: str, ordinary: frozenset[str]) -> bool:
    return len(word) >= _LEAST and word not in ordinary and not word.isdigit()


def _genitive(phrase: _Phrase) -> _Phrase | None:
    """The same with the s of what is somebody's, as in 'Jansens plan'."""
    *before, last = phrase.words
    if phrase.written is not None or len(last) < _LEAST or last.endswith("s"):
        return None
    return _Phrase((*before, f"{last}s"), phrase.persons, None, phrase.small, "s")


def texts_of(*texts: Mapping[str, str] | None) -> Iterator[str]:
    """All that is said in texts, in whatever languages."""
    for text in texts:
        yield from (text or {}).values()
