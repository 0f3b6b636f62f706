"""
The objects of a saved assessment: which keys each has, and how they are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Final, TypeVar

from kamassess.errors import nearest
from kamassess.source import Mapping, Node, Scalar, Style
from kamassess.source.reader import Reader
from kamassess.source.tree import quote

_T = TypeVar("_T")
_Word = TypeVar("_Word", bound=StrEnum)

KEYS: Final = {
    "an assessment": "format organisation checklists parameters as_of verdicts findings scores diagnoses "
    "chart names run",
    "the organisation": "id name sha256 described not_described",
    "described": "by? on? basis?",
    "a checklist": "id version sha256 title source scoring parameters requirements",
    "a source": "title author? language? edition?",
    "a requirement": "id title weight level? group? gate? checkpoints",
    "a gate": "checkpoint caps",
    "a checkpoint": "id title role grade? scored each ask? applies? holds? guidance? why? where? speaker? "
    "clauses shows sign_group? told_first weight level? must shares conforms_from scale?",
    "a clause": "norm edition? clause more?",
    "a verdict": "checklist requirement checkpoint focus claimed proven possible value because evidence "
    "orientation? answers open",
    "possible outcomes": "claimed proven",
    "a value": "claimed? proven?",
    "what was found": "claimed? proven?",
    "an atom": "focus fact operator expected found",
    "another fact": "fact",
    "an answer": "value reason? basis? evidence by? on?",
    "an unused answer": "checkpoint focus value reason? basis? evidence by? on?",
    "a finding": "id kind reason? grade? certain checklist requirement checkpoint? focus message repair act "
    "orientation? because evidence cause? accepted?",
    "who must act": "person via",
    "a waiver": "checkpoint focus reason owner until on?",
    "a score": "checklist requirement? policy scale maximum proven? claimed? possible? rung? may_be_empty "
    "published? out_of? refused?",
    "a diagnosis": "checklist strict levels heaviest? repairs",
    "a level": "level major minor weight certain",
    "the chart": "nodes links duties effort courses",
    "a node of the thread": "focus proven breaks",
    "breaks": "up? down?",
    "a link of the thread": "above below proven",
    "the duties of a chain": "chain owners answering",
    "who answers for a duty": "duty accountable carries_out consulted",
    "nodes at a place": "proven claimed open",
    "effort": "initiative level? money? hours? hard?",
    "a course": "chain steps handovers total?",
    "a step": "focus performers units",
    "the run": "kamassess engines judged handed_back differences unused",
    "an engine": "name version",
}
"""What each object of a saved assessment holds: every key is written; where ``?`` stands it can be null."""

_KEYS: Final = {
    what: {key.rstrip("?"): key.endswith("?") for key in keys.split()} for what, keys in KEYS.items()
}


class SavedReader(Reader):
    """Reads objects of which every key is written; where something is wrong it reads on with the nearest."""

    def fields(self, tree: Node | None, what: str) -> dict[str, Node]:
        """The values of an object that are not null; every key of it must be written, and no other."""
        if tree is None:
            return {}
        known = _KEYS[what]
        if not isinstance(tree, Mapping):
            self.entries(tree, known, what=what)  # which says so
            return {}
        for key, value in tree.entries:
            if key.text not in known:
                self.wrong(key, f"unknown key {quote(key.text)} in {what}", nearest(key.text, known))
            elif is_null(value) and not known[key.text]:
                self.wrong(value, f"{quote(key.text)} of {what} has no value")
        written = {key.text for key, _ in tree.entries}
        for name in known:
            if name not in written:
                self.wrong(tree, f"{what} has no {quote(name)}")
        return {key.text: value for key, value in tree.entries if not is_null(value)}

    def listed(self, found: dict[str, Node], name: str) -> tuple[Node, ...]:
        """What stands in a list; nothing where there is none."""
        return self.items(found.get(name), name)

    def texts(self, found: dict[str, Node], name: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(self.text(one) or "" for one in self.listed(found, name))

    def named(self, tree: Node | None, read: Callable[[Node], _T]) -> Iterator[tuple[str, _T]]:
        """The values of an object whose keys are names, each as it is read."""
        if isinstance(tree, Mapping):
            for key, value in tree.entries:
                yield key.text, read(value)
        elif tree is not None:
            self._unexpected(tree, "an object of names")

    def worded(self, tree: Node | None, words: type[_Word]) -> _Word | None:
        """One of the words of a list."""
        found = self.word(tree, tuple(words))
        return next((one for one in words if one == found), None)


def is_null(tree: Node) -> bool:
    """Whether nothing stands there."""
    return isinstance(tree, Scalar) and tree.style is Style.NULL
