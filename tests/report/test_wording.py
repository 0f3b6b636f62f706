"""Facts in words: what was asked and found, as people say it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import kamassess as ka
from kamassess.checklist.compiled import Compiled
from kamassess.findings.finding import AnotherFact, Atom
from kamassess.model.organisation import Claim
from kamassess.model.terms import Basis
from kamassess.report.phrasing import kind_label, part_label, told
from kamassess.report.wording import (
    answer,
    in_language,
    message,
    node,
    part,
    person,
    reason,
    who_acts,
)
from kamassess.result import Result, Said
from tests.report.conftest import assess


def atom(
    fact: str,
    expected: Any,
    found: Any,
    operator: str = "==",
    focus: str = "chain:permits",
    proven: Any = ...,
) -> Atom:
    return Atom(focus, fact, operator, expected, found, found if proven is ... else proven)


TOLD = [
    (atom("owners.size()", 1, (2, 2)), "owners: 2, should be exactly 1", "eigenaren: 2, moet precies 1 zijn"),
    (atom("owners.size()", 1, (1, 1), proven=(0, 1)), "owners: claimed 1, proven 0 to 1; should be exactly 1", "eigenaren: gesteld 1, bewezen 0 tot 1; moet precies 1 zijn"),
    (atom("owners.size()", 0, (0, None), ">"), "owners: unknown, should be at least 1", "eigenaren: onbekend, moet ten minste 1 zijn"),
    (atom("customers.size()", 3, (3, None), "<"), "customers: at least 3, should be at most 2", "klanten: ten minste 3, moet ten hoogste 2 zijn"),
    (atom("days", 2, (1, 4), "!="), "days: 1 to 4, should be other than 2", "days: 1 tot 4, moet anders dan 2 zijn"),
    (atom("long_running", True, False), "runs for years for one customer: no, should be yes", "loopt jaren voor één klant: nee, moet ja zijn"),
    (atom("current", True, True, "!="), "is the current set-up: yes, should be no", "is de huidige inrichting: ja, moet nee zijn"),
    (atom("has(trigger)", True, False), "‘what it begins with’ is filled in: no, should be yes", "‘waar zij mee begint’ is ingevuld: nee, moet ja zijn"),
    (atom("has(part_of.trigger)", True, False), "‘what it begins with (the chain that holds it)’ is filled in: no, should be yes", "‘waar zij mee begint (de keten die haar omvat)’ is ingevuld: nee, moet ja zijn"),
    (atom("accountable_set_up.size()", 1, (0, 0)), "persons accountable for ‘deciding how the chain is set up’: 0, should be exactly 1", "eindverantwoordelijken voor ‘de opzet en inrichting bepalen’: 0, moet precies 1 zijn"),
    (atom("owners.filter(p, p.in_management_team).size()", 1, (0, 0), ">="), "owners for which ‘is in the management team’ holds: 0, should be at least 1", "eigenaren waarvoor ‘zit in het managementteam’ geldt: 0, moet ten minste 1 zijn"),
    (atom("owners.filter(p, !p.in_management_team).size()", 0, (2, 2)), "owners for which ‘is in the management team’ does not hold: 2, should be exactly 0", "eigenaren waarvoor ‘zit in het managementteam’ niet geldt: 2, moet precies 0 zijn"),
    (atom('contact_moments.filter(m, m.at == "start" || m.at in ["end"]).size()', 1, (0, 0), ">="), "contact moments for which ‘where in the chain is start or where in the chain is one of end’ holds: 0, should be at least 1", "contactmomenten waarvoor ‘waar in de keten is begin of waar in de keten is een van eind’ geldt: 0, moet ten minste 1 zijn"),
    (atom("kpis.filter(k, k.measurements.exists(m, m.held)).size()", 1, (0, 0)), "KPIs for which ‘at least one of the measurements: has taken place’ holds: 0, should be exactly 1", "KPI's waarvoor ‘ten minste één van de metingen: heeft plaatsgevonden’ geldt: 0, moet precies 1 zijn"),
    (atom("kpis.filter(k, k.owners.size() > 0 && k.steering).size()", 1, (0, 0)), "KPIs for which ‘owners: more than 0 and is steered on’ holds: 0, should be exactly 1", "KPI's waarvoor ‘eigenaren: meer dan 0 en er wordt op gestuurd’ geldt: 0, moet precies 1 zijn"),
    (atom("kpis.filter(k, k.id == 'a' || k.id == 'b' || k.id == 'c').size()", 1, (0, 0)), "KPIs as the rule asks: 0, should be exactly 1", "KPI's volgens de regel: 0, moet precies 1 zijn"),
    (atom("kpis.filter(k, !(k.id == 'a' || k.id == 'b' || has(k.target))).size()", 0, (1, 1)), "KPIs other than the rule asks: 1, should be exactly 0", "KPI's anders dan de regel vraagt: 1, moet precies 0 zijn"),
    (atom("products.filter(p, p.name.startsWith('A')).size()", 1, (0, 0)), "products and services for which ‘its name is a text that starts with A’ holds: 0, should be exactly 1", "producten en diensten waarvoor ‘naam is een tekst die begint met A’ geldt: 0, moet precies 1 zijn"),
    (atom("tree.filter(k, k.target <= 0.5).size()", 1, (0, 0)), "KPIs in the tree for which ‘the value that is wanted is at most 0.5’ holds: 0, should be exactly 1", "KPI's in de boom waarvoor ‘de gewenste waarde is ten hoogste 0,5’ geldt: 0, moet precies 1 zijn"),
    (atom("direct_reports.size()", 9, (10, 10), "<=", focus="person:ada"), "Ada Aalders: direct reports: 10, should be at most 9", "Ada Aalders: mensen die rechtstreeks rapporteren: 10, moet ten hoogste 9 zijn"),
    (atom("performance_conversations.filter(g, g.days_ago <= most).size() with most = 3", 1, (0, 0)), "performance conversations for which ‘days ago is at most most’ holds: 0, should be exactly 1", "prestatiegesprekken waarvoor ‘dagen geleden is ten hoogste most’ geldt: 0, moet precies 1 zijn"),
    (atom("adopted_on", "2026-01-02", "2026-03-04", "<=", focus="policy:x"), "policy x: when it was established: 4 March 2026, should be 2 January 2026 at the latest", "beleid x: wanneer het is vastgesteld: 4 maart 2026, moet uiterlijk 2 januari 2026 zijn"),
    (atom("period_from", AnotherFact("period_to"), "2026-03-04", "<=", focus="performance_conversation:x"), "performance conversation x: first day looked back on: 4 March 2026, should be ‘last day looked back on’ at the latest", "prestatiegesprek x: eerste dag van de periode: 4 maart 2026, moet uiterlijk ‘laatste dag van de periode’ zijn"),
    (atom("sort", ("result", "process"), "other", "in", focus="kpi:x"), "KPI x: measures a result or a process: other, should be one of result, process", "KPI x: meet een resultaat of een proces: anders, moet een van resultaat, proces zijn"),
    (atom("id", "feed", "x", "starts with", focus="kpi:x"), "KPI x: its id: x, should be a text that starts with feed", "KPI x: id: x, moet een tekst die begint met feed zijn"),
    (atom("silo_share", Decimal("0.1"), (Decimal("0.25"), Decimal("0.25")), "<", focus="organisation"), "share of KPIs made for a unit, tied to no chain and no result of an objective of the whole: 25 %, should be less than 10 %", "aandeel KPI's dat voor een afdeling is gemaakt, bij geen keten hoort en geen resultaat van een doel van het geheel meet: 25 %, moet minder dan 10 % zijn"),
    (atom("organisation.silo_share", Decimal("0.1"), None, "<"), "share of KPIs made for a unit, tied to no chain and no result of an objective of the whole: unknown, should be less than 10 %", "aandeel KPI's dat voor een afdeling is gemaakt, bij geen keten hoort en geen resultaat van een doel van het geheel meet: onbekend, moet minder dan 10 % zijn"),
    (atom("small-chains/T-5.conforms", True, False, focus="organisation"), "the answer conforms: no, should be yes", "het antwoord voldoet: nee, moet ja zijn"),
    (atom("direct_reports.size()", AnotherFact("span"), (3, 3), "<=", focus="person:ada"), "Ada Aalders: direct reports: 3, should be at most ‘span’", "Ada Aalders: mensen die rechtstreeks rapporteren: 3, moet ten hoogste ‘span’ zijn"),
    (atom("kind", "management_system", "policy", focus="policy:x"), "policy x: its kind: policy, should be management system", "beleid x: soort: beleid, moet managementsysteem zijn"),
    (atom("conflicts_with.filter(o, o.kind == 'performance_conversation').size()", 0, (1, 1), focus="objective:x"), "objective x: what it works against for which ‘its kind is performance conversation’ holds: 1, should be exactly 0", "doelstelling x: wat zij tegenwerkt waarvoor ‘soort is prestatiegesprek’ geldt: 1, moet precies 0 zijn"),
    (atom("not a rule?", True, False), "not a rule?: no, should be yes", "not a rule?: nee, moet ja zijn"),
    (atom("as_of", "2026-01-02", "2026-03-04", ">"), "the day of the assessment: 4 March 2026, should be after 2 January 2026", "de dag van de beoordeling: 4 maart 2026, moet na 2 januari 2026 zijn"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "english", "dutch"), TOLD, ids=[english for _, english, _ in TOLD])
def test_an_atom_is_told_in_words(result: Result, told: Atom, english: str, dutch: str) -> None:
    assert reason(told, result, "en", "chain:permits") == english
    assert reason(told, result, "nl", "chain:permits") == dutch


def every_atom(checklist: str, organisation: str) -> list[Atom]:
    found = ka.assess(ka.load_organisation(organisation), checklist, as_of="2026-11-01")
    return [atom for verdict in found.verdicts for atom in verdict.because]


@pytest.mark.parametrize("checklist", ["customer-chains", "feedback-leadership"])
def test_nothing_of_a_rule_is_left_in_the_words(checklist: str) -> None:
    """What a director reads has no names of facts, and no signs of the language."""
    for one in every_atom(checklist, "docs/examples/voorbeeldstad.yaml"):
        for language in ("nl", "en"):
            label = told(one, language).label
            assert not set("_()[]!&|=") & set(label.replace("(", "").replace(")", "")), (one.fact, label)


class TestNames:
    def test_a_part_of_the_description_is_told_by_its_name(self, result: Result) -> None:
        assert part("communication", result, "nl") == "berichten"
        assert part("chain.owners", result, "en") == "customer chains: owners"
        assert part("chain:permits.trigger", result, "nl") == "Vergunningen verlenen: waar zij mee begint"
        assert part("chain:unheard-of", result, "nl") == "chain:unheard-of"

    def test_a_node_without_a_name_is_told_by_what_it_is(self, result: Result) -> None:
        assert node("chain:permits", result, "en") == "Granting permits"
        assert node("performance_conversation:p-1", result, "nl") == "prestatiegesprek p-1"
        assert node("nothing:known", result, "nl") == "nothing:known"

    def test_what_the_vocabulary_does_not_have_is_told_as_it_is_written(self) -> None:
        assert part_label("chain", "odd_one", "en") == "odd one"
        assert part_label("oddity", "odd_one", "en") == "odd one"
        assert part_label("chain", "participants", "en") == "participants"
        assert part_label("policy", "conflicts_with", "nl") == "wat het tegenwerkt"
        assert kind_label("oddity", "en") == "oddity"

    def test_persons_are_told_by_name_where_they_have_one(self, result: Result) -> None:
        assert person("ada", result, "nl") == "Ada Aalders"
        assert person("person:ada", result, "nl") == "Ada Aalders"
        assert person("the auditor", result, "nl") == "the auditor"
        assert person(None, result, "nl") == ""

    def test_a_text_is_told_in_another_language_rather_than_not(self) -> None:
        assert in_language({"nl": "keten"}, "en") == "keten"
        assert in_language(None, "en", "K-4") == "K-4"


class TestAnswers:
    """'How sure are you?' is part of every answer that is told."""

    @pytest.mark.parametrize(
        ("said", "english"),
        [
            (Said("yes"), "yes; without a basis"),
            (Said("3", Claim(Basis.BELIEF, (), "ada", date(2026, 9, 1))), "3, Ada Aalders, 1 September 2026; basis: belief"),
            (Said("no", Claim(Basis.RECORD)), "no; basis: record, without evidence"),
            (Said("no", Claim(Basis.DOCUMENT, ("minutes", "x"))), "no; basis: document; evidence: Minutes, x"),
            (Said("not-applicable", Claim(Basis.TRUST), {"nl": "Bestaat niet"}), "not applicable (Bestaat niet); basis: trust"),
        ],
    )  # fmt: skip
    def test_an_answer_tells_what_it_rests_on(self, result: Result, said: Said, english: str) -> None:
        assert answer(said, result, "en") == english


class TestWhoActs:
    def test_persons_with_one_way_are_told_together(self, result: Result) -> None:
        several = next(one for one in result.findings if one.focus == "chain:markets")
        assert who_acts(several, result, "nl") == ("Bob Bos, Cas Citroen",)

    def test_that_nobody_must_is_told(self, result: Result) -> None:
        nobody = next(one for one in result.findings if one.focus == "chain:objections")
        assert who_acts(nobody, result, "en")[0].startswith("nobody answers for this")

    def test_the_way_is_told_where_somebody_above_must(self) -> None:
        town = (
            "{id: x, nodes: {person: [{id: ada, name: Ada}], chain: [{id: whole, name: The whole, owners: [ada]},"
            " {id: part, part_of: whole}]}}"
        )
        found = next(one for one in assess(town).findings if one.focus == "chain:part")
        assert who_acts(found, assess(town), "en") == ("Ada, through The whole",)


def test_a_finding_without_a_message_of_its_own_says_what_is_not_met(result: Result) -> None:
    found = next(one for one in result.findings if one.checkpoint == "T-5")
    assert message(found, result, "en") == "Not met: Leaders are personally involved"


def test_a_compiled_checklist_is_what_the_examples_are_held_against() -> None:
    assert isinstance(ka.compile("customer-chains"), Compiled)
