"""The report of a result: what is told first, and the seven levels."""

from __future__ import annotations

from typing import Any, Final

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.checklist.reading import checklist_from_data
from kamassess.model.organisation import Answer
from kamassess.model.terms import FindingKind
from kamassess.report.composing import compose
from kamassess.report.reading import from_json
from kamassess.report.sections.engines import engines_line
from kamassess.result import Result
from kamassess.showing.document import Bars, Block, Entry, Heading, Paragraph, Row, Rows, Table, Tone
from tests.material import AS_OF, CHECKLIST, ORGANISATION
from tests.report.conftest import assess


def under(heading: str, blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks between a heading and the next."""
    start = next(i for i, one in enumerate(blocks) if isinstance(one, Heading) and one.text == heading)
    rest = blocks[start + 1 :]
    end = next((i for i, one in enumerate(rest) if isinstance(one, Heading)), len(rest))
    return list(rest[:end])


class TestToldFirst:
    """'Nobody accountable at the top is told first in the report.'"""

    def test_what_a_checklist_wants_told_first_stands_before_the_verdict(self, result: Result) -> None:
        told = [one.text for one in under("Verdict", compose(result, "en")) if isinstance(one, Paragraph)]
        assert told[:2] == [
            "Chain Handling objections: 0 owners (nobody or nothing)",
            "Chain Holding markets: 2 owners (Bob Bos, Cas Citroen)",
        ]
        assert told[2].startswith("Falls short")

    def test_nothing_else_does(self) -> None:
        quiet = assess(ORGANISATION, CHECKLIST.replace("told_first: true", "told_first: false"))
        told = [one.text for one in under("Verdict", compose(quiet, "en")) if isinstance(one, Paragraph)]
        assert told[0].startswith("Falls short")


class TestTheVerdictInASentence:
    """What the state is, how sure that is, and what to begin with."""

    @staticmethod
    def sentence(result: Result, language: str = "en") -> str:
        heading = "Verdict" if language == "en" else "Oordeel"
        told = [one.text for one in under(heading, compose(result, language)) if isinstance(one, Paragraph)]
        return told[-1]

    def test_it_says_how_many_how_sure_and_what_to_begin_with(self, result: Result) -> None:
        assert self.sentence(result) == (
            "Falls short of the requirements: 10 nonconformities, 4 of them major; that is certain of 8 and not"
            " yet of 2; begin with ‘Handling objections’: Appoint one member of the management team."
        )
        assert self.sentence(result, "nl") == (
            "Voldoet niet aan alle eisen: 10 afwijkingen, waarvan 4 kritiek; dat staat vast voor 8 en nog niet"
            " voor 2; begin bij ‘Bezwaren behandelen’: Wijs één lid van het managementteam aan."
        )

    def test_one_is_not_counted_as_if_there_were_more(self, result: Result) -> None:
        one = next(it for it in result.findings if it.checkpoint == "T-1" and it.certain)
        assert self.sentence(evolve(result, findings=(one,), diagnoses=())).startswith(
            "Falls short of the requirements: 1 major nonconformity; that is certain; begin "
        )

    def test_what_follows_from_claims_is_not_certain(self) -> None:
        assert self.sentence(asked({"A": "yes", "B": "no", "C": "no"})).startswith(
            "Falls short of the requirements: 2 nonconformities, none of them major; that follows from what is"
            " claimed, and is not certain yet; begin with: "
        )

    def test_of_a_systemic_one_it_says_on_which_requirement(self, result: Result) -> None:
        one = next(it for it in result.findings if it.checkpoint is None)
        assert "begin with ‘Every chain has one owner’: " in self.sentence(
            evolve(result, findings=(one,), diagnoses=())
        )

    def test_where_nothing_is_known_it_says_so_and_what_to_ask_first(self) -> None:
        said = self.sentence(asked({}))
        assert said.startswith("No nonconformities were found, but that is not certain yet: 0 times")
        assert "3 times it is not known; begin with this question: " in said

    def test_where_all_is_claimed_it_asks_for_evidence(self) -> None:
        said = self.sentence(asked({"A": "yes", "B": "yes", "C": "yes"}))
        assert "2 times it is claimed" in said
        assert "; begin with evidence of this: Matter " in said

    def test_where_most_is_not_known_a_nonconformity_does_not_hide_that(self) -> None:
        assert "more than half of what was asked is not known yet" in self.sentence(asked({"A": "no"}))

    def test_where_all_is_proven_nothing_is_to_be_mended(self) -> None:
        assert self.sentence(asked({"A": "yes"}, requirements=[requirement(question("A"))])) == (
            "Conforms to all requirements, and that is proven: nothing needs mending."
        )

    def test_where_nothing_applies_nothing_is_said_of_conformity(self) -> None:
        none = [
            requirement(
                {
                    "id": "A",
                    "role": "requirement",
                    "title": "Chains",
                    "each": "chain",
                    "holds": "owners.size() == 1",
                    "if_none": "not-applicable",
                }
            )
        ]
        found = asked({}, requirements=none, nodes={})
        assert self.sentence(found).startswith("Nothing of what was asked applies here")


class TestLevels:
    """'Presented as a model for reflection, not as a measurement.'"""

    def test_the_whole_distribution_is_told_and_what_to_mend_in_order(self, result: Result) -> None:
        introduction, table, heaviest, order = under(
            "The seven levels, for reflection", compose(result, "en")
        )
        assert isinstance(introduction, Paragraph)
        assert "not a measurement" in introduction.text
        assert isinstance(table, Table)
        assert [row[0] for row in table.rows][:2] == ["mission", "identity"]
        assert table.rows[1] == ("identity", "2", "·", "6", "6")
        assert isinstance(heaviest, Paragraph)
        assert heaviest.text.startswith("Most weight lies on: identity.")
        assert heaviest.text.endswith("Mend from the top down:")
        assert isinstance(order, Rows)
        assert [(row.label, row.lines) for row in order.rows] == [
            ("mission", ("T-10",)),
            ("identity", ("T-1 (2 times)",)),
        ]

    def test_repair_can_begin_one_level_above(self) -> None:
        lenient = assess(
            ORGANISATION, parameters=None, checklist=CHECKLIST.replace("default: true", "default: false")
        )
        told = under("De zeven niveaus, ter overdenking", compose(lenient, "nl"))
        assert any(isinstance(one, Paragraph) and "één niveau boven het zwaarste" in one.text for one in told)

    def test_without_gaps_there_is_nothing_to_reflect_on(self) -> None:
        empty = "id: x\nnot_described: [chain, person, communication]\n"
        headings = [one.text for one in compose(assess(empty), "en") if isinstance(one, Heading)]
        assert "The seven levels, for reflection" not in headings


# ------------------------------------------------------------------- what scores say
def question(id: str, **rest: Any) -> dict[str, Any]:
    return {"id": id, "role": "requirement", "title": f"Matter {id}", "ask": f"{id}, is it not?", **rest}


def requirement(*checkpoints: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"of-{checkpoints[0]['id']}", "title": "Matters", "checkpoints": list(checkpoints)}


THREE = [requirement(question(one)) for one in "ABC"]


def asked(
    answers: dict[str, str],
    scoring: Any = "weighted-mean",
    requirements: list[dict[str, Any]] = THREE,
    **town: Any,
) -> Result:
    """The result of a town that answered questions, of which A is proven, by a scoring policy."""
    norm = {
        "id": "own",
        "version": "1",
        "title": {"nl": "Eigen norm", "en": "Own norm"},
        "source": {"title": "ours"},
        "scoring": scoring,
        "requirements": requirements,
    }
    given = [{"checkpoint": one, "value": value, "basis": "document", "evidence": ["paper"]}
             for one, value in answers.items()]  # fmt: skip
    paper = {"id": "paper", "kind": "document", "on": "2026-01-01", "about": ["A"]}
    described = ka.Organisation.from_data({"id": "x", "evidence": [paper], "answers": given, **town})
    return ka.assess(described, checklist_from_data(norm), as_of=AS_OF).result


def own_policy(**rest: Any) -> dict[str, Any]:
    return {
        "id": "ours",
        "title": {"nl": "Onze formule", "en": "Our formula"},
        "source": "ours",
        "hides": "much",
        "requirement": {"part": "mean"},
        "checklist": {"part": "mean"},
        **rest,
    }


BANDS = [
    {"title": {"nl": "matig", "en": "fair"}, "up_to": "1/2"},
    {"title": {"nl": "goed", "en": "good"}, "up_to": 1},
]
LADDER = {
    "part": "ladder",
    "scale": "rung",
    "rungs": [
        {"title": {"nl": "brons", "en": "bronze"}, "at_least": 1},
        {"title": {"nl": "zilver", "en": "silver"}, "at_least": 3},
    ],
}
DIPPING = {
    "part": "table",
    "of": "mean",
    "steps": [{"up_to": "1/2", "gives": 1}, {"up_to": 1, "gives": 0}],
}


class TestBesideScores:
    """'The policy's own way with the unanswered is a separate figure': told beside the three numbers."""

    def beside(self, found: Result, language: str = "en") -> list[tuple[str, tuple[str, ...]]]:
        rows = [one for one in under("Scores", compose(found, language)) if isinstance(one, Rows)]
        return [(row.label, row.lines) for one in rows for row in one.rows]

    def test_where_the_policy_says_nothing_of_its_own_nothing_is_told(self) -> None:
        assert self.beside(asked({"A": "yes", "B": "no", "C": "yes"})) == []

    def test_a_figure_of_its_own_is_told_in_both_languages(self) -> None:
        found = asked({"A": "yes", "B": "no"}, own_policy(unanswered="left-out"))
        assert self.beside(found) == [("Own norm", ("the own figure of Our formula: 50%",))]
        assert self.beside(found, "nl") == [("Eigen norm", ("het eigen cijfer van Onze formule: 50 %",))]

    def test_by_another_policy_than_the_usual_it_is_told_even_where_it_is_the_same(self) -> None:
        assert self.beside(asked({"A": "yes"}, own_policy())) == [
            ("Own norm", ("the own figure of Our formula: 33%",))
        ]

    def test_by_the_usual_one_only_where_it_differs(self) -> None:
        """What may not apply counts for nothing in the figure, and lowers no end where it conforms."""
        optional = question("B", applies="chains.size() > 0")
        found = asked({"B": "yes"}, requirements=[requirement(optional)], not_described=["chain"])
        assert self.beside(found) == [("Own norm", ("the own figure of Weighted mean: 0%",))]

    @pytest.mark.parametrize(
        ("answers", "named"),
        [({"A": "yes"}, "fair"), ({"A": "yes", "B": "yes"}, "good"), ({}, "fair")],
    )
    def test_the_band_of_a_score_is_told_first(self, answers: dict[str, str], named: str) -> None:
        ((_, lines),) = self.beside(asked(answers, own_policy(bands=BANDS)))
        assert lines[0] == named

    @pytest.mark.parametrize(
        ("answers", "lines"),
        [
            ({"A": "yes"}, ("bronze", "the own figure of Our formula: 1")),
            ({"A": "yes", "B": "yes", "C": "yes"}, ("silver", "the own figure of Our formula: 2")),
            ({}, ("the own figure of Our formula: 0",)),
        ],
    )
    def test_so_is_the_rung_that_is_reached(self, answers: dict[str, str], lines: tuple[str, ...]) -> None:
        assert self.beside(asked(answers, own_policy(checklist=LADDER))) == [("Own norm", lines)]

    def test_why_there_are_no_bounds_is_told(self) -> None:
        percentage = requirement(question("A", scale="percentage"))
        found = asked({}, own_policy(checklist=DIPPING), [percentage])
        ((_, lines),) = self.beside(found)
        assert lines == (
            "no bounds: A: the policy is not monotone, and this can be any number",
            "the own figure of Our formula: 100%",
        )
        bars = next(one for one in under("Scores", compose(found, "en")) if isinstance(one, Bars))
        assert [(one.ends, one.texts) for one in bars.bars] == [(None, ("–", "–", "–"))] * 2

    def test_only_checklists_have_such_a_row(self, result: Result) -> None:
        several = evolve(result, checklists=tuple(
            evolve(one, policy=evolve(one.policy, id="other")) for one in result.checklists
        ))  # fmt: skip
        assert [label for label, _ in self.beside(several)] == ["Chains in small"]

    def test_points_and_rungs_are_told_as_what_they_are(self) -> None:
        points_of = own_policy(checklist={"part": "sum", "scale": "points"}, flat=True)
        bars = [
            one
            for one in under("Scores", compose(asked({"A": "yes"}, points_of), "en"))
            if isinstance(one, Bars)
        ]
        assert bars[0].bars[0].texts == ("1 / 3", "1 / 3", "3 / 3")
        assert bars[0].bars[0].ends == (1 / 3, 1 / 3, 1.0)

    def test_only_the_own_figure_of_points_is_out_of_its_own_maximum(self) -> None:
        left_out = own_policy(checklist={"part": "sum", "scale": "points"}, flat=True, unanswered="left-out")
        found = asked({"A": "yes"}, left_out)
        assert self.beside(found) == [("Own norm", ("the own figure of Our formula: 1 / 1",))]
        bars = next(one for one in under("Scores", compose(found, "en")) if isinstance(one, Bars))
        assert bars.bars[0].texts == ("1 / 3", "1 / 3", "3 / 3")


class TestWhatToFindOutNext:
    """'Every report names the three questions or pieces of evidence that would narrow the score most.'"""

    def told(self, found: Result, language: str = "en") -> list[Block]:
        heading = {"nl": "Wat het meest zou ophelderen", "en": "What would clear up most"}[language]
        return under(heading, compose(found, language))

    def entries(self, found: Result, language: str = "en") -> list[Entry]:
        return [one for one in self.told(found, language) if isinstance(one, Entry)]

    def test_a_question_is_told_with_how_much_its_answer_narrows_the_score(self) -> None:
        introduction, entry = self.told(asked({"A": "yes"}, requirements=THREE[::2]))
        assert introduction == Paragraph(
            "These answers or pieces of evidence would narrow the score most.", Tone.FAINT
        )
        assert isinstance(entry, Entry)
        assert (entry.lead, entry.title) == ("C", "C, is it not?")
        assert [(row.label, row.lines) for row in entry.rows] == [
            ("to do", ("answer or describe this",)),
            ("effect", ("narrows the score by 50 percentage points",)),
        ]

    def test_the_three_that_narrow_most_are_told(self, result: Result) -> None:
        found = self.entries(result)
        assert [one.lead for one in found] == ["T-6", "T-1", "T-5"]
        assert found[0].title == "Has the policy been made known?"
        assert found[1].title == "Each chain has exactly one owner"
        assert [row.lines for row in found[1].rows] == [
            ("Regulating parking",),
            ("prove what is claimed",),
            ("narrows the score by 5.6 percentage points",),
        ]
        assert found[2].rows[0].lines == ("prove what is claimed", "Minutes that show it")

    def test_they_are_told_in_dutch(self, result: Result) -> None:
        found = self.entries(result, "nl")
        assert [one.title for one in found][1] == "Elke keten heeft precies één eigenaar"
        assert [row.lines for row in found[1].rows] == [
            ("Parkeren regelen",),
            ("bewijs wat gesteld is",),
            ("maakt de marge 5,6 procentpunt kleiner",),
        ]

    def test_what_narrows_more_by_one_answer_than_by_the_other_is_told_so(self) -> None:
        both = requirement(question("B"), question("C"))
        first, _ = self.entries(asked({}, own_policy(requirement={"part": "all"}), [both]))
        assert first.rows[-1].lines == ("narrows the score by 0 to 100 percentage points",)

    def test_one_percentage_point_is_one(self) -> None:
        hundred = [requirement({**question("A"), "weight": 99}, question("B"))]
        (entry,) = self.entries(asked({"A": "yes"}, requirements=hundred))
        assert entry.rows[-1].lines == ("narrows the score by 1 percentage point",)

    def test_of_many_foci_that_would_do_the_same_five_are_told_and_the_rest_counted(self) -> None:
        chains = [{"id": f"c{number}", "name": f"Chain {number}"} for number in range(7)]
        of_each = requirement(question("D", each="chain", if_none="not-applicable"))
        (entry,) = self.entries(asked({}, requirements=[of_each], nodes={"chain": chains}))
        assert entry.rows[0].label == "where"
        assert entry.rows[0].lines == ("Chain 0, Chain 1, Chain 2, Chain 3, Chain 4, and 2 more",)

    def test_where_all_is_proven_there_is_nothing_to_find_out(self) -> None:
        found = asked({"A": "yes"}, requirements=THREE[:1])
        headings = [one.text for one in compose(found, "en") if isinstance(one, Heading)]
        assert "What would clear up most" not in headings


class TestFurtherNodes:
    """Those that nobody described are no node, and not the whole."""

    ASKED: Final = question("D", each="chain", if_none="not-applicable")
    RULED: Final = {"holds": "owners.size() == 1", **{key: it for key, it in ASKED.items() if key != "ask"}}

    def where(self, found: Result, language: str) -> list[str]:
        heading = {"en": "Not known, to be found out", "nl": "Niet bekend, uit te zoeken"}[language]
        entries = [one for one in under(heading, compose(found, language)) if isinstance(one, Entry)]
        rows = [row for one in entries for row in one.rows if row.label in ("where", "waar")]
        return [line for row in rows for line in row.lines]

    @pytest.mark.parametrize(
        ("language", "others"), [("en", "perhaps others"), ("nl", "misschien nog anderen")]
    )
    def test_where_some_are_described_there_are_perhaps_others(self, language: str, others: str) -> None:
        """By a rule they are told as one; an answer is asked where there is a node, and there alone."""
        chains = [{"id": f"c{number}", "name": f"Chain {number}"} for number in range(2)]
        nodes = {"nodes": {"chain": chains}, "not_described": ["chain", "person", "chain.owners"]}
        ruled = asked({}, requirements=[requirement(self.RULED)], **nodes)
        assert self.where(ruled, language) == [f"Chain 0, Chain 1, {others}"]
        questioned = asked({}, requirements=[requirement(self.ASKED)], **nodes)
        assert self.where(questioned, language) == ["Chain 0, Chain 1", others]

    def test_where_none_is_described_no_place_is_told(self) -> None:
        left_open = asked({}, requirements=[requirement(self.ASKED)], not_described=["chain"])
        assert self.where(left_open, "en") == []


class TestAnsweredLater:
    """'An answer that was given after the day of the assessment does not count.' Nor is it as if there were none."""

    WAIT: Final = {
        "nl": "Beoordeel op of na 20 november 2026: er is een antwoord van die dag, en dat telt nu nog niet mee",
        "en": "Assess on or after 20 November 2026: there is an answer of that day, and it does not count yet",
    }

    @staticmethod
    def assessed(each: str, *foci: str, chains: int = 2) -> Result:
        asked = {**question("A"), **({"each": each, "if_none": "not-applicable"} if each else {})}
        norm = {"id": "own", "version": "1.0.0", "title": "Own", "source": {"title": "ours"},
                "requirements": [requirement(asked)]}  # fmt: skip
        organisation = ka.Organisation.from_data({
            "id": "town",
            "nodes": {"chain": [{"id": f"c{one}"} for one in range(chains)]},
            "answers": [{"checkpoint": "A", "value": "yes", "on": "2026-11-20", "focus": one} for one in foci],
        })  # fmt: skip
        return ka.assess(organisation, checklist_from_data(norm), as_of="2026-11-01").result

    def to_do(self, found: Result, language: str) -> tuple[str, ...]:
        heading = {"nl": "Niet bekend, uit te zoeken", "en": "Not known, to be found out"}[language]
        label = {"nl": "doen", "en": "to do"}[language]
        (entry,) = under(heading, compose(found, language))
        assert isinstance(entry, Entry)
        return tuple(line for row in entry.rows if row.label == label for line in row.lines)

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_what_is_not_known_says_from_which_day_there_is_an_answer(self, language: str) -> None:
        assert self.to_do(self.assessed("", "organisation"), language) == (self.WAIT[language],)

    def test_at_which_node_is_said_where_there_are_several(self) -> None:
        found = self.assessed("chain", "chain:c1")
        assert self.to_do(found, "nl") == (f"klantketen c1: {self.WAIT['nl']}",)

    def test_that_a_question_is_to_be_answered_says_the_question(self) -> None:
        assert self.to_do(self.assessed(""), "en") == ()
        assert self.to_do(self.assessed("chain"), "en") == ()

    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    def test_every_form_tells_it_and_tells_it_again_when_it_was_saved(self, form: str) -> None:
        assessment = ka.Assessment(self.assessed("", "organisation"))
        saved = ka.Assessment(from_json(assessment.to_json()))
        for one in (assessment, saved):
            told = " ".join(getattr(one, f"to_{form}")("nl").split())
            assert self.WAIT["nl"] in told


class TestAccepted:
    """'A waiver is told beside it, and changes neither verdict nor score.'"""

    WAIVER = """\
waivers:
  - {checkpoint: T-1, focus: "chain:objections", reason: {nl: Er komt iemand, en: Somebody is coming}, owner: ada, until: 2026-12-31}
"""

    def remark(self, found: Result, language: str = "en") -> str:
        remarks = [one.remark for one in compose(found, language) if isinstance(one, Entry)]
        return next(one for one in remarks if one.endswith("T-1 chain:objections"))

    def test_an_accepted_finding_says_by_whom_until_when_and_why(self) -> None:
        found = assess(ORGANISATION + self.WAIVER)
        assert self.remark(found) == (
            "major · certain · nobody · accepted by Ada Aalders up to and including 31 December 2026: Somebody is coming · "
            "T-1 chain:objections"
        )
        assert "aanvaard door Ada Aalders tot en met 31 december 2026: Er komt iemand" in self.remark(
            found, "nl"
        )

    def test_another_does_not(self, result: Result) -> None:
        assert self.remark(result) == "major · certain · nobody · T-1 chain:objections"

    @pytest.mark.parametrize("until", ["2026-10-31", "2025-12-31"])
    def test_nor_does_one_of_which_the_day_has_passed(self, until: str) -> None:
        found = assess(ORGANISATION + self.WAIVER.replace("2026-12-31", until))
        assert "accepted" not in self.remark(found)

    @pytest.mark.parametrize(
        ("kind", "checkpoint", "focus", "before"),
        [
            (FindingKind.UNPROVEN, "T-1", "chain:parking", "major · "),
            (FindingKind.UNPROVEN, "T-9", "", ""),
            (FindingKind.UNANSWERED, "T-6", "", ""),
            (FindingKind.OBSERVATION, "T-4", "person:ada", "advice · "),
            (FindingKind.OBSERVATION, "T-7", "", "sign of T-6 · "),
        ],
    )
    def test_what_is_no_nonconformity_says_so_as_well(
        self, kind: FindingKind, checkpoint: str, focus: str, before: str
    ) -> None:
        """Among what is told in few lines, behind what else is remarked of it."""
        at = f"focus: '{focus}', " if focus else ""
        found = assess(
            ORGANISATION + self.WAIVER.replace('T-1, focus: "chain:objections", ', f"{checkpoint}, {at}")
        )
        assert [(one.kind, one.checkpoint) for one in found.findings if one.accepted] == [(kind, checkpoint)]
        for language, by in (
            ("en", "accepted by Ada Aalders up to and including 31 December 2026: Somebody is coming"),
            ("nl", "aanvaard door Ada Aalders tot en met 31 december 2026: Er komt iemand"),
        ):
            told = [one for one in compose(found, language) if isinstance(one, Entry) and by in one.remark]
            assert [one.lead for one in told] == [checkpoint]
        (entry,) = (
            one for one in compose(found, "en") if isinstance(one, Entry) and "accepted" in one.remark
        )
        assert entry.remark.startswith(f"{before}accepted by")

    def test_what_is_no_nonconformity_does_not_where_nobody_accepted_it(self, result: Result) -> None:
        remarks = [one.remark for one in compose(result, "en") if isinstance(one, Entry)]
        assert not [one for one in remarks if "accepted" in one]

    def test_the_verdict_and_the_scores_are_the_same(self, result: Result) -> None:
        before, after = compose(result, "en"), compose(assess(ORGANISATION + self.WAIVER), "en")
        assert under("Scores", after) == under("Scores", before)
        *sentences, rows = under("Verdict", after)
        *sentences_before, rows_before = under("Verdict", before)
        assert sentences == sentences_before
        assert isinstance(rows, Rows)
        assert isinstance(rows_before, Rows)
        assert [one for one in rows.rows if one not in rows_before.rows] == [
            Row("waivers", ("1 accepted for a time, and still counted",))
        ]

    def test_its_explanation_says_so_too(self) -> None:
        told = ka.Assessment(assess(ORGANISATION + self.WAIVER)).explain("T-1", "chain:objections")
        assert "accepted by Ada Aalders up to and including 31 December 2026: Somebody is coming" in " ".join(
            told.split()
        )

    @pytest.mark.parametrize(
        ("believed", "said"),
        [
            ([], "all are certain"),
            ([1], "certain: 9; from what is claimed: 1"),
            ([1, 2], "certain: 8; from what is claimed: 2"),
        ],
    )
    def test_how_many_are_certain_is_told_in_good_language(
        self, result: Result, believed: list[int], said: str
    ) -> None:
        gaps = [
            one for one in result.findings if one.kind in (FindingKind.GAP, FindingKind.MISSING_OWNERSHIP)
        ]
        found = tuple(evolve(one, certain=at not in believed) for at, one in enumerate(gaps))
        rows = under("Verdict", compose(evolve(result, findings=found), "en"))[-1]
        assert isinstance(rows, Rows)
        assert (
            Row("certainty", (said.replace("9", str(len(found) - 1)).replace("8", str(len(found) - 2)),))
            in rows.rows
        )

    def test_of_several_that_are_told_as_one_it_is_said_which(self) -> None:
        """Not that all are accepted because the first is, nor that none is because the first is not."""
        waiver = self.WAIVER.replace('T-1, focus: "chain:objections"', 'T-4, focus: "person:ada"')
        found = assess(ORGANISATION + waiver)
        lead = next(one for one in found.findings if one.checkpoint == "T-4")
        found = evolve(found, findings=(evolve(lead, focus="person:bob", accepted=None), *found.findings))
        (entry,) = (
            one for one in compose(found, "en") if isinstance(one, Entry) and "accepted" in one.remark
        )
        assert entry.remark == (
            "advice · T-4 person:ada: accepted by Ada Aalders up to and including 31 December 2026: Somebody is coming"
        )

    def test_what_is_touched_by_a_cause_can_be_accepted_by_itself(self) -> None:
        found = assess(ORGANISATION + self.WAIVER.replace("T-1, focus", "T-3, focus"))
        lines = [
            line
            for one in compose(found, "en")
            if isinstance(one, Entry)
            for row in one.rows
            for line in row.lines
            if "accepted" in line
        ]
        assert len(lines) == 1
        assert lines[0].startswith("T-3 ")
        assert lines[0].endswith(
            " · accepted by Ada Aalders up to and including 31 December 2026: Somebody is coming"
        )


class TestGates:
    """A low score of a whole whose parts are high is no riddle."""

    CHECKLIST = """
id: gated
version: 1.0.0
title: {nl: Poort, en: Gate}
source: {title: Poort}
requirements:
  - id: top
    title: {nl: Top, en: Top}
    gate: {checkpoint: G-1, caps: 0.25}
    checkpoints:
      - {id: G-1, role: requirement, title: {nl: Poort, en: Gate}, scale: yes-no, ask: {nl: Poort?, en: Gate?}, finding: {nl: Dicht, en: Shut}, repair: {nl: Open, en: Open}}
      - {id: G-2, role: requirement, title: {nl: Rest, en: Rest}, scale: yes-no, ask: {nl: Rest?, en: Rest?}, finding: {nl: Weg, en: Gone}, repair: {nl: Doe, en: Do}}
"""

    @pytest.mark.parametrize(
        ("answer", "said"),
        [
            ("no, basis: record", "gate G-1 (‘Gate’) fails: the score is 25% at most"),
            (
                "yes, basis: belief",
                "that gate G-1 (‘Gate’) is passed is claimed and not proven: the proven score is 25% at most",
            ),
            (
                "",
                "whether gate G-1 (‘Gate’) is passed is not known: until it is, the low end of the score is 25% at most",
            ),
            ("yes, basis: document, evidence: [minutes]", None),
        ],
    )
    def test_a_gate_that_caps_the_score_or_may_is_told_beside_it(self, answer: str, said: str | None) -> None:
        given = f"  - {{checkpoint: G-1, value: {answer}, by: ada, on: 2026-10-01}}\n" if answer else ""
        second = "  - {checkpoint: G-2, value: yes, basis: record, by: ada, on: 2026-10-01}\n"
        evidence = "evidence:\n  - {id: minutes, kind: document, on: 2026-10-01, about: [G-1]}\n"
        nodes = "id: x\nnodes:\n  person:\n    - {id: ada}\n"
        organisation = nodes + evidence + "answers:\n" + given + second
        found = assess(organisation, self.CHECKLIST)
        told = [
            line
            for block in under("Scores", compose(found, "en"))
            if isinstance(block, Rows)
            for row in block.rows
            for line in row.lines
            if "gate" in line
        ]
        assert told == ([] if said is None else [said])


class TestSettings:
    """'A report says which values it was made with', and what they are."""

    def test_each_parameter_has_its_value_and_what_it_is(self, result: Result) -> None:
        note, rows = under("Settings", compose(result, "en"))
        assert note == Paragraph("This the texts leave to the reader; here it was set so.", Tone.FAINT)
        assert rows == Rows(
            (Row("span", ("2 · Span of control",)), Row("strict", ("yes · From the top down",)))
        )

    def test_what_two_checklists_leave_open_alike_stands_once_and_another_value_again(
        self, result: Result
    ) -> None:
        (first,) = result.checklists
        two = evolve(result, checklists=(first, evolve(first, id="other")))
        assert under("Instellingen", compose(two, "nl")) == under("Instellingen", compose(result, "nl"))
        own = evolve(two, parameters={**two.parameters, "other/span": 3})
        rows = under("Settings", compose(own, "en"))[-1]
        assert isinstance(rows, Rows)
        assert [one.lines for one in rows.rows if one.label == "span"] == [
            ("2 · Span of control",), ("3 · Span of control",),
        ]  # fmt: skip

    def test_without_parameters_there_is_no_such_section(self, result: Result) -> None:
        bare = evolve(result, checklists=tuple(evolve(one, parameters={}) for one in result.checklists))
        assert Heading("Settings") not in compose(bare, "en")


class TestEngines:
    """'What it covered: 412 verdicts, two engines, no difference; 3 handed back.'"""

    @pytest.mark.parametrize(
        ("why", "dutch"),
        [
            ("it holds two facts against each other", "twee feiten worden met elkaar vergeleken"),
            (
                "it has 90 alternatives; durable-rules takes 64 at most",
                "90 mogelijkheden; durable-rules neemt er ten hoogste 64",
            ),
            ("a reason of another engine, with 3 parts", "a reason of another engine, with 3 parts"),
        ],
    )
    def test_why_a_rule_was_handed_back_is_told_in_words_of_the_reader(
        self, result: Result, why: str, dutch: str
    ) -> None:
        two = (*result.run.engines, *result.run.engines)
        found = evolve(result, run=evolve(result.run, engines=two, handed_back={"R-1": why}))
        assert f"1 rule handed back ({why})." in engines_line(found, "en")
        assert f"1 regel teruggegeven ({dutch})." in engines_line(found, "nl")

    def test_each_reason_for_handing_back_is_told_once_without_the_rules(self, result: Result) -> None:
        two = (*result.run.engines, *result.run.engines)
        both = {"R-1": "a", "R-2": "b", "chain(c, c.owners.size() == 1)": "a"}
        found = evolve(result, run=evolve(result.run, engines=two, handed_back=both))
        assert "3 rules handed back (a: 2; b: 1)." in engines_line(found, "en")

    def test_of_many_answers_that_were_not_used_five_checkpoints_are_named(self, result: Result) -> None:
        idle = tuple(Answer(f"X-{number}", "organisation", "yes") for number in range(7))
        found = evolve(result, run=evolve(result.run, unused=(*idle, idle[0])))
        told = under("How this was decided", compose(found, "en"))[-1]
        assert told == Paragraph(
            "8 answers are about checkpoints of no checklist that was used: X-0, X-1, X-2, X-3, X-4, and 2 more."
        )
