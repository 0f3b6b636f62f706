"""What is told beside a result: in the language of ``--lang``, and as it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from kamassess.engine import rete
from kamassess.files import load_organisation
from tests.cli.conftest import ORGANISATION, Run
from tests.second import needs_rete

TOWN, _, _ = ORGANISATION.partition("answers:")


def town(*lines: str) -> None:
    Path("town.yaml").write_text(TOWN + "".join(f"{line}\n" for line in lines), "utf-8")


def answers(*said: str) -> None:
    town("answers:", *(f"  - {{checkpoint: A-2, value: yes, {one}}}" for one in said))


class TestInDutch:
    def told(self, assess: Run, *more: str) -> list[str]:
        return assess("--lang", "nl", *more).err.splitlines()

    @needs_rete
    def test_the_day_where_none_was_named(self, run: Run) -> None:
        (told,) = run("assess", "town.yaml", "-c", "./own.yaml", "--lang", "nl").err.splitlines()
        assert re.fullmatch(
            r"kamassess: beoordeeld op vandaag, \d{4}-\d\d-\d\d; geef --as-of om op een andere dag te beoordelen",
            told,
        )

    def test_that_there_is_no_second_opinion(self, assess: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing() -> None:
            raise ImportError("No module named 'durable'")

        monkeypatch.setattr(rete, "_durable", missing)
        assert self.told(assess) == [
            "kamassess: geen tweede mening: durable-rules kan niet worden geladen (No module named 'durable'); "
            f"dit installeert het: {rete.INSTALL}"
        ]

    @needs_rete
    def test_waivers_that_are_not_used_or_not_any_more(self, assess: Run) -> None:
        waiver = "  - {{checkpoint: {}, reason: dicht, owner: jan, until: {}}}"
        town("waivers:", waiver.format("A-1", "2026-10-31"), waiver.format("A-22", "2026-12-31"),
             waiver.format("K-4", "2026-12-31"), "answers: [{checkpoint: A-2, value: yes, basis: belief}]")  # fmt: skip
        assert self.told(assess) == [
            "kamassess: 1 aanvaarding gaat over een checkpunt dat in geen gekozen checklist staat, en wordt niet gebruikt",
            "town.yaml:9:5: geen gekozen checklist heeft een checkpunt 'A-22'; deze aanvaarding wordt niet gebruikt; bedoelt u 'A-2'?",
            "town.yaml:8:5: de aanvaarding van 'A-1' gold tot en met 2026-10-31, en nu niet meer",
        ]

    @needs_rete
    def test_answers_that_no_checklist_asks_for(self, assess: Run) -> None:
        town("answers:", *(f"  - {{checkpoint: {one}, value: yes, basis: belief}}" for one in ("A-2", "A-22", "F-P1", "F-P2")))  # fmt: skip
        assert self.told(assess) == [
            "kamassess: 2 antwoorden gaan over checkpunten die in geen gekozen checklist staan, en worden niet gebruikt",
            "town.yaml:9:31: geen gekozen checklist heeft een checkpunt 'A-22'; dit antwoord wordt niet gebruikt; bedoelt u 'A-2'?",
        ]

    @needs_rete
    def test_answers_of_a_later_day_and_who_answered(self, assess: Run) -> None:
        answers("basis: belief, on: 2026-11-20", "basis: belief, by: jann")
        assert self.told(assess) == [
            "kamassess: 1 antwoord is van na 2026-11-01, en telt niet mee; geef een latere --as-of om het mee te tellen",
            "kamassess: 'jann', van wie een antwoord is, staat niet in de beschrijving; bedoelt u 'jan'?",
        ]

    @needs_rete
    def test_answers_about_leaders_that_prove_nothing(self, assess: Run) -> None:
        own = Path("own.yaml")
        own.write_text(own.read_text("utf-8").replace("id: A-2, ", "id: A-2, about_leaders: true, "), "utf-8")
        town("evidence: [{id: note, kind: record, on: 2026-10-01, about: [A-2]}]",
             "answers: [{checkpoint: A-2, value: yes, basis: record, evidence: [note]}]")  # fmt: skip
        assert self.told(assess) == [
            "kamassess: antwoorden over leiders die niets bewijzen, omdat een leider ze gegeven kan hebben: 1 "
            "(niemand genoemd); noem van wie ze zijn, en beschrijf wie dat is"
        ]

    @needs_rete
    def test_that_most_is_undetermined(self, assess: Run) -> None:
        Path("town.yaml").write_text("id: town\nnot_described: [chain]\n")
        assert self.told(assess) == [
            "kamassess: onbepaald zijn 3 van de 3 oordelen; beschrijf of beantwoord meer"
        ]

    @pytest.mark.parametrize(
        ("given", "status", "said"),
        [
            (("init", "town.yaml"), 3, "town.yaml: dit is een bestand; noem een map"),
            (("init", "."), 3, "organisation.yaml: dit bestand is er al; het blijft zoals het is"),
            (("assess", "town.yaml", "-c", "./own.yaml", "--as-of", "gisteren"), 2, "--as-of is een datum, zoals 2026-11-01; er staat 'gisteren'"),
            (("assess", "town.yaml", "-c", "./own.yaml", "--set", "most"), 2, "--set heeft de vorm naam=waarde, zoals span=9; er staat 'most'"),
            (("assess", "town.yaml", "-c", "./own.yaml", "-o", "town.yaml"), 2, "--output town.yaml: dit bestand wordt gelezen; noem een ander om te schrijven"),
            (("assess", "town.yaml", "-c", "./own.yaml", "--table", "scores"), 2, "--table kiest wat de rijen van --format csv of parquet zijn; geef beide"),
            (("assess", "town.yaml", "-c", "./own.yaml", "-o", "."), 3, ".: dit is een map; noem het bestand dat geschreven moet worden"),
            (("assess", "town.yaml", "-c", "./own.yaml", "-o", "niets/r.txt"), 3, "niets/r.txt: het bestand kan niet worden geschreven ("),
            (("questionnaire", "-c", "./own.yaml", "-o", "q.csv"), 2, "q.csv: een vragenlijst is een werkmap"),
            (("questionnaire", "-c", "./own.yaml", "--answers", "x", "-o", "q.xlsx"), 2, "--answers zijn antwoorden van een organisatie; noem ook haar bestand"),
            (("interview", "town.yaml", "-c", "./own.yaml"), 2, "een interview heeft een terminal nodig"),
            (("check", "town.yaml", "own.yaml", "--answers", "x"), 2, "--answers zijn antwoorden van één organisatie"),
            (("check", "own.yaml", "--answers", "town.yaml"), 3, "own.yaml: dit is geen organisatie, maar: checklist"),
            (("check", "other.yaml"), 3, "other.yaml:1:1: dit is geen organisatie, bestand met antwoorden, checklist"),
        ],
        ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
    )  # fmt: skip
    def test_what_cannot_be_done(self, run: Run, given: tuple[str, ...], status: int, said: str) -> None:
        Path("organisation.yaml").write_text("mine")
        Path("other.yaml").write_text("hello: world")
        ran = run(*given, "--lang", "nl")
        assert ran.status == status
        assert said in ran.err

    def test_a_fault_of_ours(self, assess: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object) -> None:
            raise RuntimeError("boom")

        monkeypatch.setattr("kamassess.engine.reference.Reference.decide", broken)
        assert (
            self.told(assess)[-1]
            == "kamassess: een fout van ons (RuntimeError: boom). Meld die, met --debug."
        )

    def test_a_mistake_in_a_file_of_keys_is_told_in_english(self, assess: Run) -> None:
        """Its keys are English: decision 21."""
        answers("basis: hearsay")
        assert "found 'hearsay'" in self.told(assess)[-1]


class TestCheck:
    def test_says_in_dutch_what_files_are_and_what_they_were_not_held_against(self, run: Run) -> None:
        Path("more.yaml").write_text("answers: [{checkpoint: A-2, value: yes, basis: belief}]")
        ran = run("check", "town.yaml", "own.yaml", "more.yaml", "--lang", "nl")
        held = "; de antwoorden zijn niet vergeleken met een checklist (geef --checklist)"
        assert ran.out.splitlines() == [
            f"town.yaml: organisatie, in orde{held}",
            "own.yaml: checklist, in orde",
            f"more.yaml: bestand met antwoorden, in orde{held} of hun organisatie (controleer die met --answers)",
        ]
        assert (ran.status, ran.err) == (0, "")

    def test_names_the_answers_that_come_on_top(self, run: Run) -> None:
        Path("more.yaml").write_text("answers: []")
        given = ("check", "town.yaml", "--answers", "more.yaml", "-c", "./own.yaml")
        assert run(*given, "--lang", "nl").out == "town.yaml met more.yaml: organisatie, in orde\n"
        assert run(*given).out == "town.yaml with more.yaml: organisation, fine\n"

    def test_tells_in_dutch_of_answers_that_nobody_asks_for(self, run: Run) -> None:
        town("answers: [{checkpoint: A-22, value: yes, basis: belief}]")
        err = run("check", "town.yaml", "-c", "./own.yaml", "--lang", "nl").err
        assert "geen gekozen checklist heeft een checkpunt 'A-22'" in err

    def test_tells_of_a_workbook_in_its_own_language(self, run: Run) -> None:
        run("questionnaire", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "--lang", "nl", "-o", "q.xlsx")  # fmt: skip
        assert run("check", "q.xlsx", "--lang", "nl").out == "q.xlsx: vragenlijst, in orde\n"
        assert run("check", "q.xlsx").out == "q.xlsx: questionnaire, fine\n"
        fill(A="wel")
        assert "kies uit" in run("check", "q.xlsx", "--lang", "en").err


def fill(**cells: str | None) -> None:
    """Fill in the row of A-2 in the questionnaire: the answer (A), and what it rests on (B)."""
    book = openpyxl.load_workbook("q.xlsx")
    sheet = next(one for one in book if any(cell.value == "A-2" for cell in one["A"]))
    row = next(cell.row for cell in sheet["A"] if cell.value == "A-2")
    for name, value in cells.items():
        sheet[f"{'F' if name == 'A' else 'G'}{row}"].value = value
    book.save("q.xlsx")


class TestAnswersWithoutBasis:
    ONE = "kamassess: 1 answer has no basis: it counts as claimed and proves nothing (A-2); say what it rests on"

    @needs_rete
    def test_are_told_with_what_that_means(self, assess: Run) -> None:
        answers("by: jan")
        assert assess().err == f"{self.ONE}\n"
        answers("basis: belief")
        assert assess().err == ""

    @needs_rete
    def test_in_dutch_too(self, assess: Run) -> None:
        answers("by: jan", "by: piet")
        assert assess("--lang", "nl").err == (
            "kamassess: 2 antwoorden hebben geen grondslag: ze gelden als gesteld en bewijzen niets (A-2); "
            "vul in waar ze op berusten\n"
        )

    def test_prove_nothing_whatever_evidence_and_description_there_is(self, assess: Run) -> None:
        """What is told is so: neither what the description rests on, nor evidence, is a basis of an answer."""
        described = ("described: {by: jan, on: 2026-10-01, basis: record}",
                     "evidence: [{id: note, kind: record, on: 2026-10-01, about: [A-2]}]")  # fmt: skip
        for basis, proven in (("", "undetermined"), ("basis: record, ", "conformity")):
            town(*described, f"answers: [{{checkpoint: A-2, value: yes, {basis}evidence: [note], by: jan}}]")
            ran = assess("--format", "json")
            (verdict,) = (one for one in json.loads(ran.out)["verdicts"] if one["checkpoint"] == "A-2")
            assert (verdict["claimed"], verdict["proven"]) == ("conformity", proven)
            assert (self.ONE in ran.err) is (proven == "undetermined")

    def test_are_named_with_their_focus_and_no_more_than_a_few(self, assess: Run) -> None:
        own = Path("own.yaml")
        own.write_text(
            own.read_text("utf-8").replace(
                "role: requirement, ask", "role: requirement, each: chain, if_none: not-applicable, ask"
            )
        )
        chains = ", ".join(f"{{id: c{one}, owners: [jan]}}" for one in range(5))
        Path("town.yaml").write_text(
            f"id: town\nnodes:\n  person: [{{id: jan}}]\n  chain: [{chains}]\nanswers:\n"
            + "".join(f"  - {{checkpoint: A-2, focus: 'chain:c{one}', value: yes}}\n" for one in range(5))
        )
        assert "(A-2 chain:c0, A-2 chain:c1, A-2 chain:c2, and 2 more)" in assess().err
        assert "(A-2 chain:c0, A-2 chain:c1, A-2 chain:c2, en nog 2)" in assess("--lang", "nl").err

    def test_of_a_later_day_or_another_checklist_are_not_they_do_not_count_at_all(self, assess: Run) -> None:
        answers("on: 2026-11-20")
        assert "no basis" not in assess().err
        town("answers: [{checkpoint: F-P1, value: yes}]")
        assert "no basis" not in assess().err

    @pytest.mark.parametrize("more", [(), ("-c", "./own.yaml")])
    def test_are_told_where_files_are_checked(self, run: Run, more: tuple[str, ...]) -> None:
        Path("more.yaml").write_text("answers: [{checkpoint: A-2, value: yes}]")
        ran = run("check", "town.yaml", "--answers", "more.yaml", *more)
        assert (ran.status, ran.err) == (0, f"{self.ONE}\n")

    def test_are_what_an_emptied_cell_of_a_workbook_leaves(self, assess: Run, run: Run) -> None:
        asked = ("questionnaire", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "-o", "q.xlsx")
        run(*asked)
        assert "no basis" not in assess("--answers", "q.xlsx").err
        fill(B=None)
        assert load_organisation("town.yaml", "q.xlsx").answers[0].claim.basis is None
        assert self.ONE in assess("--answers", "q.xlsx").err.replace("own/A-2", "A-2")

    def test_or_one_that_was_never_filled_in(self, assess: Run, run: Run) -> None:
        town()
        run("questionnaire", "town.yaml", "-c", "./own.yaml", "--as-of", "2026-11-01", "-o", "q.xlsx")
        fill(A="yes")
        assert self.ONE in assess("--answers", "q.xlsx").err.replace("own/A-2", "A-2")
