"""
A result in which persons are called Person 1, Person 2, and so on: in every name, id and text.

Where a person is referred to (a focus, who said something, who must act) that is exact. In
texts that people wrote, persons are found by ``kamassess.report.recognising``, as well as that can be done.
Numbers follow the order in which persons are met in the result, and say nothing of their names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeVar

from attrs import evolve, fields, has

from kamassess.checklist.outline import ChecklistOutline, CheckpointOutline, RequirementOutline
from kamassess.checklist.requirement import Clause
from kamassess.findings.finding import AnotherFact, Atom, Expected, Finding, Texts, Why
from kamassess.graph.chart import Chart
from kamassess.graph.ownership import Actor
from kamassess.later import Later
from kamassess.model.choices import CHOICES
from kamassess.model.organisation import Answer, Claim, Waiver
from kamassess.model.terms import LANGUAGES, Text
from kamassess.model.vocabulary import VOCABULARY
from kamassess.report.persons import PERSON, claims, foci, persons, said_by
from kamassess.report.recognising import Known, Recogniser, ordinary_words, texts_of
from kamassess.report.words import word
from kamassess.result import EVIDENCE, JudgedFocus, Result, Run, Said, Subject

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "person": ("Persoon {numbers}", "Person {numbers}"),
    "one of": (" of ", " or "),
}

_T = TypeVar("_T")


def pseudonymised(*results: Result, further: Mapping[str, Text] | None = None) -> tuple[Result, ...]:
    """
    Results in which persons have pseudonyms, the same in all of them.

    Args:
        results: assessments of one organisation.
        further: names of persons who may stand in a text, though no result names them, by ``person:id``.

    Returns:
        The results, in the same order.
    """
    named: dict[str, tuple[Text, ...]] = {}  # who was called otherwise before is called so in texts still
    for names in (further or {}, *(result.names for result in results)):
        for key, name in names.items():
            if key.startswith(PERSON):
                named[key] = (*named.get(key, ()), name)
    known = {key for result in results for key in result.names}
    order = dict.fromkeys(
        key for result in results for key in persons(result, known) if key.startswith(PERSON)
    )
    renaming = _Renaming(
        tuple(dict.fromkeys((*order, *named))),
        named,
        ordinary_words(_common(results)),
    )
    for result in results:  # before any text is worked out, so that ids do not depend on who asks what first
        for key in foci(result):
            renaming.focus(key)
    return tuple(renaming.result(one) for one in results)


def _common(results: Iterable[Result]) -> Iterator[str]:
    """The texts whose words are ordinary words: those of checklists, and of the vocabulary."""
    for result in results:
        for checklist in result.checklists:
            yield from texts_of(checklist.title)
            for requirement in checklist.requirements:
                yield from texts_of(requirement.title)
                for one in requirement.checkpoints:
                    yield from texts_of(one.title, one.ask, one.guidance, one.why, one.where)
    for kind in VOCABULARY.kinds:
        yield from (kind.en, kind.nl, kind.plural, *kind.written)
    yield from (text for pair in CHOICES.values() for text in pair)


# ------------------------------------------------------------------ what becomes of it
class _Renaming:
    """
    What becomes of everything in a result that can name a person.

    Args:
        persons: who there are, as ``person:id``, in their order.
        named: what people call them, or did.
        ordinary: words that are ordinary words too.
    """

    def __init__(
        self, persons: Sequence[str], named: Mapping[str, tuple[Text, ...]], ordinary: frozenset[str]
    ) -> None:
        self._number = {key: number for number, key in enumerate(persons, 1)}
        self._recogniser = Recogniser([_known(key, named.get(key, ())) for key in persons], ordinary)
        self._new: dict[str, str] = {key: f"{PERSON}p{number}" for key, number in self._number.items()}
        self._taken = set(self._new.values())

    # ------------------------------------------------------------------ references
    def focus(self, key: str) -> str:
        """What becomes of ``kind:id``; two of them are never made one."""
        if key not in self._new:
            kind, colon, id = key.rpartition(":")
            id = wanted = self._recogniser.replaced(id, _as_ids, id=True)
            further = 1
            while kind + colon + id in self._taken:
                further += 1
                id = f"{wanted}-{further}"
            self._new[key] = kind + colon + id
            self._taken.add(self._new[key])
        return self._new[key]

    def part(self, part: str) -> str:
        """What becomes of a kind, a focus, or a part of either."""
        if part in self._new:
            return self._new[part]
        before, dot, relation = part.rpartition(".")
        return self.focus(before) + dot + relation if dot and ":" in before else part

    def evidence(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """What becomes of ids of evidence."""
        return tuple(self.focus(EVIDENCE + one).removeprefix(EVIDENCE) for one in ids)

    def by(self, by: str | None) -> str | None:
        """What becomes of who said something."""
        if not by:
            return by
        key = said_by(by)
        if key in self._number:
            return self.focus(key) if by == key else self.focus(key).removeprefix(PERSON)
        return self.focus(by)

    # ------------------------------------------------------------------ texts
    def text(self, text: Mapping[str, str]) -> Text:
        """What becomes of a text in languages."""
        return {
            language: self._recogniser.replaced(one, partial(_as_text, language))
            for language, one in text.items()
        }

    def maybe(self, text: Text | None) -> Text | None:
        """The same of what need not be there."""
        return None if text is None else self.text(text)

    def value(self, value: _T) -> _T:
        """What becomes of a value: a text in no language, or something that is none."""
        plain: Any = value
        if type(plain) is str:
            plain = self._new.get(plain) or self._recogniser.replaced(plain, _as_ids)
        elif isinstance(plain, tuple):
            plain = tuple(self.value(one) for one in plain)
        return plain  # type: ignore[no-any-return]

    # ------------------------------------------------------------------ the parts of a result
    def result(self, result: Result) -> Result:
        """A result with everything in it."""
        ids = {one.id: _with(one.id, one.focus, self.focus(one.focus)) for one in result.findings}
        return evolve(
            result,
            organisation=self._subject(result.organisation),
            checklists=tuple(map(self._checklist, result.checklists)),
            parameters={name: self.value(value) for name, value in result.parameters.items()},
            verdicts=tuple(map(self._verdict, result.verdicts)),
            findings=tuple(map(self._finding, result.findings)),
            diagnoses=tuple(
                evolve(one, repairs=tuple(ids.get(it, it) for it in one.repairs)) for one in result.diagnoses
            ),
            named=Later(self._names, result),
            charted=Later(self._charted, result.charted),
            run=self._run(result.run),
        )

    def _charted(self, later: Later[Chart]) -> Chart:
        chart: Chart = self._drawn(later.value)
        return chart

    def _drawn(self, one: Any) -> Any:
        """What becomes of a part of a chart, which holds foci and no texts."""
        if has(type(one)):
            return evolve(one, **{it.name: self._drawn(getattr(one, it.name)) for it in fields(type(one))})
        if isinstance(one, tuple):
            return tuple(map(self._drawn, one))
        return self.focus(one) if type(one) is str and ":" in one else one

    def _names(self, result: Result) -> dict[str, Text]:
        names = {self.focus(key): self._name(key, name) for key, name in result.names.items()}
        said = {said_by(one.by) for one in claims(result) if one.by} & self._number.keys()
        names.update((self.focus(key), self._name(key, {})) for key in said)
        return dict(sorted(names.items()))

    def _name(self, key: str, name: Text) -> Text:
        if key in self._number:
            return {one: _as_text(one, (self._number[key] - 1,)) for one in LANGUAGES}
        return self.text(name)

    def _subject(self, one: Subject) -> Subject:
        return evolve(
            one,
            # With a number, everybody who knows the organisation would know whose it is.
            id=self._recogniser.replaced(one.id, lambda _: "x"),
            name={it: self._recogniser.replaced(text, lambda _: "…") for it, text in one.name.items()},
            described=self._claim(one.described),
            not_described=tuple(map(self.part, one.not_described)),
        )

    def _claim(self, one: Claim) -> Claim:
        return evolve(one, by=self.by(one.by), evidence=self.evidence(one.evidence))

    def _checklist(self, one: ChecklistOutline) -> ChecklistOutline:
        requirements = tuple(map(self._requirement, one.requirements))
        source = evolve(
            one.source, title=self.value(one.source.title), edition=self.value(one.source.edition)
        )
        return evolve(one, title=self.text(one.title), source=source, requirements=requirements)

    def _requirement(self, one: RequirementOutline) -> RequirementOutline:
        checkpoints = tuple(map(self._checkpoint, one.checkpoints))
        return evolve(one, title=self.text(one.title), group=self.value(one.group), checkpoints=checkpoints)

    def _checkpoint(self, one: CheckpointOutline) -> CheckpointOutline:
        return evolve(
            one,
            title=self.text(one.title),
            ask=self.maybe(one.ask),
            guidance=self.maybe(one.guidance),
            why=self.maybe(one.why),
            where=self.maybe(one.where),
            clauses=tuple(map(self._clause, one.clauses)),
            sign_group=self.value(one.sign_group),
        )

    def _clause(self, one: Clause) -> Clause:
        return evolve(
            one,
            norm=self.value(one.norm),
            edition=self.value(one.edition),
            clause=self.value(one.clause),
            more=self.maybe(one.more),
        )

    def _verdict(self, one: JudgedFocus) -> JudgedFocus:
        return evolve(
            one,
            focus=self.focus(one.focus),
            why=Later(self._why, one.why),
            answers=tuple(map(self._said, one.answers)),
        )

    def _why(self, later: Later[Why]) -> Why:
        return Why(tuple(map(self._atom, later.value.because)), self.evidence(later.value.evidence))

    def _atom(self, one: Atom) -> Atom:
        expected: Expected = one.expected
        return evolve(
            one,
            focus=self.focus(one.focus),
            expected=expected if isinstance(expected, AnotherFact) else self.value(expected),
            claimed=self.value(one.claimed),
            proven=self.value(one.proven),
        )

    def _said(self, one: Said) -> Said:
        return evolve(one, claim=self._claim(one.claim), reason=self.maybe(one.reason))

    def _finding(self, one: Finding) -> Finding:
        return evolve(
            one,
            id=_with(one.id, one.focus, self.focus(one.focus)),
            focus=self.focus(one.focus),
            texts=Later(self._texts, one.texts),
            act=tuple(Actor(self.focus(it.person), tuple(map(self.focus, it.via))) for it in one.act),
            because=tuple(map(self._atom, one.because)),
            evidence=self.evidence(one.evidence),
            cause=None if one.cause is None else self.part(one.cause),
            accepted=None if one.accepted is None else self._waiver(one.accepted),
        )

    def _texts(self, later: Later[Texts]) -> Texts:
        return Texts(self.text(later.value.message), self.text(later.value.repair))

    def _waiver(self, one: Waiver) -> Waiver:
        focus, owner = self.focus(one.focus), self.focus(one.owner)
        return evolve(one, focus=focus, owner=owner, reason=self.text(one.reason))

    def _run(self, run: Run) -> Run:
        return evolve(run, unused=tuple(map(self._answer, run.unused)))

    def _answer(self, one: Answer) -> Answer:
        focus, claim = self.focus(one.focus), self._claim(one.claim)
        return evolve(one, focus=focus, claim=claim, reason=self.maybe(one.reason))


def _known(key: str, names: tuple[Text, ...]) -> Known:
    id = key.removeprefix(PERSON)
    if not names and id.isalpha() and id.islower():
        return Known("")  # no person of the file, and more likely 'adviser' than a name to look for in texts
    return Known(id, tuple(dict.fromkeys(texts_of(*names))) or (id,))


def _with(id: str, focus: str, new: str) -> str:
    """The id of a finding, its focus another."""
    return id.replace(f"/{focus}/", f"/{new}/")


def _as_ids(persons: tuple[int, ...]) -> str:
    """Persons in an id, or in a text that is in no language."""
    return "-".join(f"p{one + 1}" for one in persons)


def _as_text(language: str, persons: tuple[int, ...]) -> str:
    """Persons in a text; where a name is of several, it may be any of them."""
    numbers = word(WORDS, "one of", language).join(str(one + 1) for one in persons)
    return word(WORDS, "person", language).format(numbers=numbers)
