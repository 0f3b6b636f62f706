"""Persons with pseudonyms: in every form that an assessment and a comparison can be had."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from attrs import evolve, fields, has

import kamassess as ka
from kamassess.checklist.requirement import Clause
from kamassess.errors import MissingLibrary
from kamassess.files import builtin_checklists
from kamassess.findings.finding import Texts
from kamassess.later import Later
from kamassess.model.organisation import Answer, Claim, Waiver
from kamassess.report.formats import FORMATS, Wanted
from kamassess.report.pseudonyms import pseudonymised
from kamassess.report.reading import from_json
from kamassess.result import Result
from tests.report.conftest import HOSTILE, assess, saying, shown

EXAMPLES = ("voorbeeldstad", "servicebedrijf", "socialewerkplaats")
AUTHORS = {"Ruud", "Peter"}
"""Parts of names of persons that authors of the sources of checklists bear as well."""

TEXTS = [
    (name, language, table)
    for name in FORMATS
    if not FORMATS[name].binary
    for language in ("nl", "en")
    for table in (FORMATS[name].tables or (None,))
]


@cache
def example(name: str) -> tuple[ka.Organisation, ka.Assessment]:
    organisation = ka.load_organisation(f"docs/examples/{name}.yaml")
    return organisation, ka.assess(organisation, list(builtin_checklists()), as_of="2026-11-01")


def names_of(organisation: ka.Organisation) -> Iterator[str]:
    """Every name, id and part of a name of a person that is looked for."""
    for one in organisation.nodes:
        if one.kind == "person":
            yield one.id
            for name in (one.name or {}).values():
                yield name
                yield from (it for it in re.findall(r"[^\W_]+", name) if len(it) > 3)


def named_in(text: str, organisation: ka.Organisation) -> set[str]:
    """Those of them that a text holds, as words of their own."""
    words = set(re.findall(r"[^\W_]+", text))
    return {
        one for one in names_of(organisation) if words.issuperset(re.findall(r"[^\W_]+", one)) and one in text
    }


class TestNoFormNamesAPerson:
    @pytest.mark.parametrize("name", EXAMPLES)
    @pytest.mark.parametrize(("form", "language", "table"), TEXTS)
    def test_of_an_example(self, name: str, form: str, language: str, table: str | None) -> None:
        organisation, assessment = example(name)
        make = FORMATS[form].result
        assert make is not None
        wanted = Wanted(language, table=table)
        if form == "json":
            assert len(named_in(str(make(assessment.result, wanted)), organisation)) > 20
        text = str(make(self.renamed(name), wanted))
        assert named_in(text, organisation) <= AUTHORS

    @staticmethod
    @cache
    def renamed(name: str) -> Result:
        organisation, assessment = example(name)
        return assessment.pseudonymised(organisation).result

    @pytest.mark.parametrize("form", ["xlsx", "docx"])
    def test_of_an_example_in_a_file_for_an_office(self, form: str) -> None:
        organisation, _ = example("voorbeeldstad")
        make = FORMATS[form].result
        assert make is not None
        try:
            made = make(self.renamed("voorbeeldstad"), Wanted("nl"))
        except MissingLibrary as missing:
            pytest.skip(str(missing))
        assert isinstance(made, bytes)
        with ZipFile(BytesIO(made)) as parts:
            for part in parts.namelist():
                assert named_in(parts.read(part).decode("utf-8", "replace"), organisation) <= AUTHORS

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_of_one_that_was_saved_and_is_saved_again(self, name: str) -> None:
        organisation, assessment = example(name)
        saved = from_json(assessment.to_json())
        (renamed,) = pseudonymised(saved)
        text = ka.Assessment(renamed).to_json()
        assert named_in(text, organisation) <= AUTHORS
        assert from_json(text) == renamed

    @pytest.mark.parametrize("form", [one for one in FORMATS if not FORMATS[one].binary])
    @pytest.mark.parametrize("name", EXAMPLES)
    def test_of_a_comparison(self, name: str, form: str) -> None:
        organisation, earlier = example(name)
        nodes = tuple(
            evolve(one, links=()) if one.kind == "chain" and number % 2 else one
            for number, one in enumerate(organisation.nodes)
        )
        later = ka.assess(
            evolve(organisation, nodes=nodes), list(builtin_checklists()), as_of=date(2026, 12, 1)
        )
        make = FORMATS[form].changes
        assert make is not None
        for language in ("nl", "en"):
            changes = ka.compare(earlier, later).pseudonymised().compared
            assert named_in(str(make(changes, Wanted(language))), organisation) <= AUTHORS

    @pytest.mark.parametrize("name", EXAMPLES)
    def test_of_an_explanation(self, name: str) -> None:
        organisation, assessment = example(name)
        renamed = assessment.pseudonymised(organisation)
        for one in renamed.verdicts[::7]:
            text = renamed.explain(f"{one.checklist}/{one.checkpoint}", one.focus, "nl")
            assert named_in(text, organisation) <= AUTHORS


class TestARenamedResult:
    def test_says_the_same_of_everything_else(self, result: Result) -> None:
        (renamed,) = pseudonymised(result)
        for one, other in zip(result.verdicts, renamed.verdicts, strict=True):
            assert evolve(one, focus="", why=Later.known(None), answers=()) == evolve(
                other, focus="", why=Later.known(None), answers=()
            )
        assert renamed.scores == result.scores
        assert [one.kind for one in renamed.findings] == [one.kind for one in result.findings]
        assert renamed.organisation.sha256 == result.organisation.sha256

    def test_keeps_what_belongs_together(self, result: Result) -> None:
        (renamed,) = pseudonymised(result)
        known = {one.id for one in renamed.findings}
        assert len(known) == len(result.findings)
        assert all(one in known for diagnosis in renamed.diagnoses for one in diagnosis.repairs)
        foci = {one.focus for one in result.verdicts}
        assert len({one.focus for one in renamed.verdicts}) == len(foci)
        assert {it.person for one in renamed.findings for it in one.act} <= renamed.names.keys()

    def test_is_called_the_same_in_both_of_a_pair(self, result: Result) -> None:
        fewer = evolve(result, verdicts=result.verdicts[5:], findings=result.findings[3:])
        whole, part = pseudonymised(result, fewer)
        assert {one.id for one in part.findings} <= {one.id for one in whole.findings}
        assert all(whole.names[key] == name for key, name in part.names.items() if key in whole.names)

    def test_has_numbers_in_the_order_in_which_persons_are_met(self, result: Result) -> None:
        (renamed,) = pseudonymised(result)
        first = next(one.focus for one in result.verdicts if one.focus.startswith("person:"))
        there = next(one.focus for one in renamed.verdicts if one.focus.startswith("person:"))
        assert re.fullmatch(r"person:p\d+", there)
        assert renamed.name(there, "nl") == f"Persoon {there[8:]}"
        assert first != there

    def test_is_the_same_whatever_was_asked_of_it_before(self) -> None:
        organisation, assessment = example("socialewerkplaats")
        fresh = ka.assess(organisation, list(builtin_checklists()), as_of="2026-11-01")
        assert fresh.pseudonymised().to_json() == assessment.pseudonymised().to_json()

    def test_has_ids_that_were_two_as_two(self) -> None:
        described = {
            "id": "x",
            "nodes": {
                "person": [{"id": "a", "name": "Abel Tasman"}],
                "chain": [{"id": "tasman", "name": "Vaart", "owners": ["a"]}, {"id": "p1"}, {"id": "p1-2"}],
            },
        }
        made = ka.assess(ka.Organisation.from_data(described), "customer-chains", as_of="2026-11-01")
        foci = {one.focus for one in made.pseudonymised().verdicts if one.focus.startswith("chain:")}
        assert len(foci) == 3
        assert {"chain:p1", "chain:p1-2"} < foci
        assert "tasman" not in made.pseudonymised().to_json().casefold()


def everywhere(result: Result, text: str) -> Result:
    """A result in which a text stands in every place where somebody could write it."""
    said = saying(result, text)
    both = {"nl": text, "en": text}
    answer = Answer("Z-1", "organisation", "yes", Claim(by=text), both)
    verdicts = [
        evolve(
            one, answers=tuple(evolve(it, reason=both, claim=evolve(it.claim, by=text)) for it in one.answers)
        )
        for one in said.verdicts
    ]
    findings = [
        evolve(
            one,
            accepted=Waiver(one.checkpoint or "", one.focus, both, "person:ada", date(2027, 1, 1)),
            texts=Later.known(Texts(both, both)),
        )
        for one in said.findings
    ]
    return evolve(
        said,
        verdicts=tuple(verdicts),
        findings=tuple(findings),
        run=evolve(said.run, unused=(answer,)),
        organisation=evolve(said.organisation, described=Claim(by=text)),
        parameters={**said.parameters, "small-chains/word": text},
        named=Later.known({**said.names, "person:ada": {"nl": "Ada Aalders"}}),
    )


def test_a_name_in_any_text_is_replaced(result: Result) -> None:
    told = everywhere(result, "gesprek met Ada Aalders (ada)")
    (renamed,) = pseudonymised(told, further={"person:ada": {"nl": "Ada Aalders"}})
    assert not [one for one in texts_in(renamed) if "aalders" in one.casefold()]


def test_who_is_called_otherwise_later_has_neither_name(result: Result) -> None:
    told = everywhere(result, "gesprek met Ada Aalders")
    later = evolve(
        everywhere(result, "gesprek met Adelheid Brink"),
        named=Later.known({**told.names, "person:ada": {"nl": "Adelheid Brink"}}),
    )
    for pair in ((told, later), (later, told)):
        for renamed in pseudonymised(*pair):
            texts = " ".join(texts_in(renamed)).casefold()
            assert "aalders" not in texts
            assert "brink" not in texts


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Later):
        yield from texts_in(value.value)
    elif has(type(value)):
        for one in fields(type(value)):
            yield from texts_in(getattr(value, one.name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts_in(key)
            yield from texts_in(one)
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from texts_in(one)


@pytest.mark.parametrize("text", HOSTILE, ids=shown)
def test_a_hostile_text_is_left_and_a_hostile_name_is_not(result: Result, text: str) -> None:
    (renamed,) = pseudonymised(evolve(saying(result, text), named=result.named))
    assert renamed.findings[1].message == {"nl": text, "en": text}
    town = evolve(
        result,
        named=Later.known(
            {**result.names, "person:ada": {"nl": f"Quixote {text}"}, "chain:x": {"nl": "Quixote"}}
        ),
    )
    (renamed,) = pseudonymised(town)
    assert not any("Quixote" in one for name in renamed.names.values() for one in name.values())


def test_a_person_whom_only_the_description_knows_is_found_with_it() -> None:
    organisation = ka.Organisation.from_data(
        {
            "id": "x",
            "nodes": {
                "person": [{"id": "k", "name": "Kwibus Spriet"}],
                "chain": [{"id": "permits", "name": "Keten van Spriet"}],
            },
        }
    )
    made = ka.assess(organisation, "customer-chains", as_of="2026-11-01")
    assert "Spriet" not in made.pseudonymised(organisation).to_text("nl")


def test_who_gave_an_answer_may_be_a_body_and_stays_one() -> None:
    town = """\
id: town
not_described: ["body:council.members"]
nodes:
  person: [{id: jan, name: Jan Bos}]
  body: [{id: council, name: Council}]
  chain: [{id: permits, owners: [council]}]
answers:
  - {checkpoint: T-6, value: yes, by: council}
  - {checkpoint: T-7, value: yes, by: Klaas Vaak}
  - {checkpoint: T-8, value: yes, by: adviser}
"""
    (renamed,) = pseudonymised(assess(town))
    by = {one.checkpoint: it.claim.by for one in renamed.verdicts for it in one.answers}
    assert by["T-6"] == "council"
    assert re.fullmatch(r"p\d", by["T-7"] or "")
    assert re.fullmatch(r"p\d", by["T-8"] or "")


class TestTextsOfChecklists:
    def test_a_name_in_any_of_them_is_replaced(self, result: Result) -> None:
        named = "see Quinten Zwartkoppel"
        clause = Clause(named, named, named, {"nl": named, "en": named})
        checklists = tuple(
            evolve(
                checklist,
                source=evolve(checklist.source, title=named, edition=named),
                requirements=tuple(
                    evolve(
                        one,
                        group=named,
                        checkpoints=tuple(
                            evolve(it, clauses=(clause,), sign_group=named) for it in one.checkpoints
                        ),
                    )
                    for one in checklist.requirements
                ),
            )
            for checklist in result.checklists
        )
        person = next(key for key in result.names if key.startswith("person:"))
        names = {**result.names, person: {"nl": "Quinten Zwartkoppel", "en": "Quinten Zwartkoppel"}}
        told = evolve(result, checklists=checklists, named=Later.known(names))
        assert "Zwartkoppel" in ka.Assessment(told).to_json()
        (renamed,) = pseudonymised(told)
        assert "Zwartkoppel" not in ka.Assessment(renamed).to_json()


def test_an_organisation_that_is_called_after_a_person_does_not_tell_who_that_is() -> None:
    organisation = ka.Organisation.from_data(
        {
            "id": "schoonmaak-dewit",
            "name": {"nl": "Schoonmaakbedrijf De Wit", "en": "De Wit Cleaning"},
            "nodes": {"person": [{"id": "h-dewit", "name": "Hans de Wit"}], "chain": [{"id": "cleaning"}]},
        }
    )
    made = ka.assess(organisation, "customer-chains", as_of="2026-11-01").pseudonymised(organisation)
    assert made.result.organisation.name == {"nl": "Schoonmaakbedrijf …", "en": "… Cleaning"}
    assert made.result.organisation.id == "schoonmaak-x"
