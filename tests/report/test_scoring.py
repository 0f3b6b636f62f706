"""A score explained: the tree of how it came about, and what other formulas and weights would say."""

from __future__ import annotations

from fractions import Fraction

import pytest
import yaml
from attrs import evolve

from kamassess.checklist.policy_reading import read_policy
from kamassess.checklist.scoring import POLICIES
from kamassess.report.json import to_json
from kamassess.report.numbers import told_bounds
from kamassess.report.reading import from_json
from kamassess.report.scoring import compare_policies, explain_score, score_explanation
from kamassess.report.words import MEANINGS, SCORE_REASONS
from kamassess.result import Result
from kamassess.scoring.bounds import Bounds
from kamassess.scoring.derivation import Reason
from kamassess.showing.document import Block, Branch, Heading, Paragraph, Rows, Tree
from kamassess.source import read_data
from tests.report.conftest import assess

NORM = """\
id: gated
version: "1"
title: {nl: Met een poort, en: With a gate}
source: {title: ours}
scoring:
  id: strict
  title: {nl: Streng, en: Strict}
  source: what we agreed
  hides: {nl: Wie bijna slaagt, en: Who nearly passes}
  confirmed: false
  requirement: {part: lowest}
  checklist: {part: mean}
requirements:
  - id: owning
    title: {nl: Bezitten, en: Owning}
    weight: 3
    gate: {checkpoint: C-2, caps: 0.25}
    checkpoints:
      - {id: C-1, title: {nl: Eén eigenaar, en: One owner}, role: requirement, each: chain, if_none: not-applicable,
         holds: owners.size() == 1}
      - {id: C-3, title: {nl: Een goed idee, en: A good idea}, role: advice, holds: chains.size() < 3}
  - id: asking
    title: {nl: Vragen, en: Asking}
    checkpoints:
      - {id: C-2, title: {nl: Wij vragen het, en: We ask}, role: requirement, ask: {nl: "Vraagt u het?", en: "Do you ask?"}}
"""

TOWN = """\
id: town
nodes:
  person: [{id: jan, name: Jan}]
  chain:
    - {id: permits, name: {nl: Vergunningen, en: Permits}, owners: [jan]}
    - {id: taxes, name: {nl: Belasting, en: Taxes}}
"""


def town(answer: str = "", *ownerless: str) -> Result:
    """The town, with an answer to C-2 where there is one and with further chains that nobody owns."""
    data = yaml.safe_load(TOWN)
    data["nodes"]["chain"] += [{"id": one, "name": one} for one in ownerless]
    if answer:
        data["answers"] = [{"checkpoint": "C-2", "value": answer}]
    return assess(yaml.safe_dump(data), NORM)


def tree_of(document: tuple[Block, ...]) -> Branch:
    return next(one.root for one in document if isinstance(one, Tree))


def branch(found: Result, *path: int, language: str = "en", reading: str = "claimed") -> Branch:
    """A branch of the explanation by the way to it."""
    one = tree_of(score_explanation(found, found.checklists[0].id, language, reading))
    for number in path:
        one = one.branches[number]
    return one


class TestTheExplanation:
    def test_names_the_checklist_the_reading_the_policy_its_source_and_what_it_hides(self) -> None:
        title, policy, hides, *_ = score_explanation(town("yes"), "gated", "en", "proven")
        assert isinstance(title, Heading)
        assert title == Heading("Score: With a gate (proven)", 1)
        assert isinstance(policy, Paragraph)
        assert policy.text == "By ‘Strict [unconfirmed]’. Source: what we agreed."
        assert isinstance(hides, Paragraph)
        assert hides.text == "What the number hides: Who nearly passes"

    @pytest.mark.parametrize(
        ("reading", "english", "dutch"),
        [
            ("claimed", "claimed", "gesteld"),
            ("proven", "proven", "bewezen"),
            ("published", "own figure", "eigen cijfer"),
        ],
    )
    def test_names_each_reading_in_both_languages(self, reading: str, english: str, dutch: str) -> None:
        found = town("yes")
        assert explain_score(found, "gated", "en", reading=reading).startswith(
            f"Score: With a gate ({english})"
        )
        assert explain_score(found, "gated", "nl", reading=reading).startswith(
            f"Score: Met een poort ({dutch})"
        )

    def test_is_of_one_checklist_of_several(self) -> None:
        found = town("yes")
        two = evolve(found, checklists=(evolve(found.checklists[0], id="other"), *found.checklists))
        assert "Permits" not in explain_score(two, "other")
        assert "Taxes" in explain_score(two, "gated")

    def test_ends_with_what_its_words_mean_each_once_in_the_order_told(self) -> None:
        *_, heading, rows = score_explanation(town("no"), "gated", "en", "claimed")
        assert heading == Heading("What the words mean")
        assert isinstance(rows, Rows)
        assert [row.label for row in rows.rows] == ["capped", "falls short", "holds back", "has no part"]
        assert all(row.lines[0] for row in rows.rows)

    def test_without_such_words_does_not(self) -> None:
        checklist = NORM.replace("role: advice, holds", "role: requirement, holds")
        document = score_explanation(
            assess(TOWN.replace("{nl: Belasting, en: Taxes}", "Taxes, owners: [jan]") +
                   "answers: [{checkpoint: C-2, value: yes}]\n", checklist),
            "gated", "en", "claimed",
        )  # fmt: skip
        assert isinstance(document[-1], Tree)

    def test_is_text_of_no_more_than_a_hundred_columns_that_ends_a_line(self, result: Result) -> None:
        for language in ("nl", "en"):
            for reading in ("claimed", "proven", "published"):
                told = explain_score(result, "small-chains", language, reading=reading)
                assert told.endswith("\n")
                assert max(map(len, told.splitlines())) <= 100


class TestTheTree:
    def test_tells_of_each_part_its_name_its_formula_and_what_it_comes_to(self) -> None:
        found = town("yes")
        assert branch(found).title == "With a gate (mean)"
        assert branch(found).remark == "0.63"
        assert branch(found, 0).title == "Owning (the lowest)"
        assert branch(found, 0, 0).title == "C-1 One owner"
        assert branch(found, 0, 0, language="nl").title == "C-1 Eén eigenaar"

    def test_tells_why_and_what_something_weighs_where_that_is_not_1(self) -> None:
        assert branch(town("yes"), 0).remark == "0.5 · weight 3 · falls short"
        assert branch(town("yes"), 0, 0).remark == "0.5 · falls short · holds back"
        assert branch(town("yes"), 1).remark == "1"

    def test_tells_two_ends_where_something_is_open(self) -> None:
        assert branch(town(), 1).remark == "0 to 1 · still open"
        assert branch(town(), 1, language="nl").remark == "0 tot 1 · nog open"

    def test_tells_no_number_of_what_does_not_count(self) -> None:
        assert branch(town("yes"), 0, 1) == Branch("C-3 A good idea", "has no part")
        nothing = assess("id: x\n", NORM)
        assert branch(nothing, 0).remark == "weight 3 · nothing counts"
        assert branch(nothing, 0, 0).remark == "not applicable"

    @pytest.mark.parametrize(
        ("answer", "remark"),
        [
            ("yes", "0.63"),
            ("no", "0.25 · capped · gate C-2"),
            ("", "0.25 to 0.63 · may be capped · gate C-2"),
        ],
    )
    def test_names_the_gate_that_caps_or_may(self, answer: str, remark: str) -> None:
        assert branch(town(answer)).remark == remark

    def test_of_a_checkpoint_with_several_foci_tells_those_that_are_not_all_right(self) -> None:
        assert branch(town("yes"), 0, 0).branches == (Branch("Taxes", "0 · falls short"),)

    def test_of_a_checkpoint_with_one_tells_the_checkpoint_alone(self) -> None:
        assert branch(town("no"), 1, 0).branches == ()

    def test_tells_that_there_may_be_further_ones(self) -> None:
        found = assess(TOWN.replace("id: town", "id: town\nnot_described: [chain]"), NORM)
        assert branch(found, 0, 0).remark == "0 to 1 · still open · there may be more · holds back"

    @pytest.mark.parametrize(
        ("more", "last"),
        [
            (3, Branch("chain m2", "0 · falls short")),
            (4, Branch("chain m3", "0 · falls short")),
            (5, Branch("and 1 more")),
            (9, Branch("and 5 more")),
        ],
    )
    def test_of_very_many_foci_tells_five_and_counts_the_rest(self, more: int, last: Branch) -> None:
        found = town("yes", *(f"m{number}" for number in range(more)))
        told = branch(found, 0, 0).branches
        assert told[-1] == last
        assert len(told) == min(more + 1, 6)

    def test_names_foci_in_its_language(self) -> None:
        assert branch(town("yes"), 0, 0, language="nl").branches[0].title == "Belasting"


PARTS = "  requirement: {part: lowest}\n  checklist: {part: mean}\n"
GATE = "    gate: {checkpoint: C-2, caps: 0.25}\n"
DIPPING = (
    "{part: table, of: mean, steps: [{up_to: 0, gives: 0}, {up_to: 1/2, gives: 1}, {up_to: 1, gives: 1/4}]}"
)
OPEN_TOWN = TOWN.replace("id: town", "id: town\nnot_described: [chain, communication]")


def by(requirement: str, checklist: str, norm: str = NORM) -> str:
    """The norm, scored by other parts."""
    assert PARTS in norm
    return norm.replace(PARTS, f"  requirement: {requirement}\n  checklist: {checklist}\n")


class TestItsNumbers:
    """The explanation of a score has the bounds that the score has."""

    FORMULAS = (
        NORM,
        by("{part: mean}", "{part: mean, times: 100}"),
        by("{part: mean}", "{part: deduction, start: 5, scale: points}"),
        by("{part: mean}", "{part: at-least, of: mean, share: 1/2}"),
        by("{part: mean}", DIPPING),
        by(DIPPING, "{part: lowest}"),
        by("{part: mean}", DIPPING, NORM.replace("confirmed: false", "flat: true")),
    )

    @pytest.mark.parametrize(
        "norm", FORMULAS, ids=["strict", "times", "taken off", "at least", "tried", "of each", "flat"]
    )
    @pytest.mark.parametrize("answer", ["yes", "no", ""])
    def test_are_those_of_the_score(self, norm: str, answer: str) -> None:
        """Of the whole and of each requirement; in the policy's own numbers before they are multiplied."""
        answers = f"answers: [{{checkpoint: C-2, value: {answer}}}]\n" if answer else ""
        found = assess(TOWN + answers, norm)
        scores = {one.requirement: one for one in found.scores}
        policy = found.checklists[0].policy
        for path, name, stage in (
            ((), None, policy.checklist),
            ((0,), "owning", policy.requirement),
            ((1,), "asking", policy.requirement),
        ):
            score = scores[name]
            assert score.refused is None
            assert score.claimed is not None
            assert score.possible is not None
            bounds = Bounds(score.claimed / stage.times, score.possible / stage.times)
            assert branch(found, *path).remark.split(" · ")[0] == told_bounds(bounds, "en")

    def test_are_those_of_the_reading(self) -> None:
        """What is claimed is known; what is not proven is tried either way."""
        believed = TOWN.replace("owners: [jan]", "owners: [{to: jan, basis: belief}]")
        ungated = by("{part: mean}", DIPPING).replace(GATE, "")
        found = assess(believed + "answers: [{checkpoint: C-2, value: yes}]\n", ungated)
        assert (found.scores[0].proven, found.scores[0].claimed) == (0, Fraction(1, 4))
        assert branch(found).remark == "0.25"
        assert branch(found, reading="proven").remark == "0 to 1"

    def test_are_exact_where_a_gate_may_fail(self) -> None:
        """Half an answer that may not be asked at all: either it counts and caps, or it does neither."""
        norm = NORM.replace("ask: {nl", "scale: yes-partly-no, applies: communications.size() > 0, ask: {nl")
        norm = norm.replace("weight: 3", "weight: 1").replace("caps: 0.25", "caps: 0.1")
        ownerless = TOWN.replace(", owners: [jan]", "").replace(
            "id: town", "id: town\nnot_described: [communication]"
        )
        found = assess(ownerless + "answers: [{checkpoint: C-2, value: partly}]\n", norm)
        assert (found.scores[0].claimed, found.scores[0].possible) == (0, Fraction(1, 10))
        assert branch(found).remark == "0 to 0.1 · may be capped · gate C-2"

    def test_are_none_where_the_score_is_refused_which_is_said(self) -> None:
        found = assess(OPEN_TOWN, by("{part: mean}", DIPPING).replace(GATE, ""))
        assert found.scores[0].refused is not None
        for reading in ("claimed", "proven"):
            assert branch(found, reading=reading).remark == "no bounds"
            assert branch(found, reading=reading, language="nl").remark == "geen grenzen"

    def test_that_are_refused_are_told_with_what_that_means(self) -> None:
        found = assess(OPEN_TOWN, by("{part: mean}", DIPPING).replace(GATE, ""))
        *_, rows = score_explanation(found, "gated", "en", "claimed")
        assert isinstance(rows, Rows)
        meaning = next(row.lines for row in rows.rows if row.label == "no bounds")
        assert meaning == ("a better answer can lower the score, and there is too much to try",)

    def test_of_the_own_figure_are_never_refused(self) -> None:
        found = assess(OPEN_TOWN, by("{part: mean}", DIPPING.replace("1/2", "2/3")).replace(GATE, ""))
        assert found.scores[0].refused is not None
        assert "no bounds" not in branch(found, reading="published").remark

    def test_that_are_left_out_of_the_own_figure_are_said_to_be(self) -> None:
        left_out = NORM.replace("confirmed: false", "unanswered: left-out")
        assert branch(town(), 1, 0, reading="published").remark == "0 · falls short · holds back"
        assert branch(assess(TOWN, left_out), 1, 0, reading="published").remark == "not known, left out"
        assert (
            branch(assess(TOWN, left_out), 1, 0, reading="published", language="nl").remark
            == "niet bekend, buiten beschouwing"
        )


def test_every_reason_has_its_words_and_its_meaning_in_both_languages() -> None:
    for words in (SCORE_REASONS, MEANINGS):
        assert set(words) == set(Reason)
        assert all(all(both) and len(set(both)) == 2 for both in words.values())


class TestSaved:
    """'Reading what was written gives the same': numbers as people can mean them, to the last digit."""

    @pytest.mark.parametrize("weight", [2, 6, 380, 9_999, 999_999])
    def test_a_score_of_many_digits_is_read_back(self, weight: int) -> None:
        """1/381 is 0.0026246719160104987."""
        ownerless = TOWN.replace(", owners: [jan]", "") + "answers: [{checkpoint: C-2, value: yes}]\n"
        found = assess(ownerless, NORM.replace("weight: 3", f"weight: {weight}"))
        assert found.scores[0].claimed == Fraction(1, weight + 1)
        read = from_json(to_json(found))
        assert read.scores == found.scores
        assert to_json(read) == to_json(found)

    def test_a_score_that_was_read_back_is_explained_alike(self) -> None:
        found = town("yes")
        assert explain_score(from_json(to_json(found)), "gated") == explain_score(found, "gated")


class TestBoundsAsText:
    @pytest.mark.parametrize(
        ("low", "high", "english", "dutch"),
        [
            (0, 0, "0", "0"),
            ("1/3", 1, "0.33 to 1", "0,33 tot 1"),
            ("2/3", "2/3", "0.67", "0,67"),
            (-203, 110, "-203 to 110", "-203 tot 110"),
        ],
    )
    def test_are_one_number_where_both_ends_are_one(
        self, low: str | int, high: str | int, english: str, dutch: str
    ) -> None:
        bounds = Bounds(Fraction(low), Fraction(high))
        assert (told_bounds(bounds, "en"), told_bounds(bounds, "nl")) == (english, dutch)


class TestComparingPolicies:
    def test_each_policy_that_fits_has_a_line_with_all_its_numbers(self, result: Result) -> None:
        lines = compare_policies(result, POLICIES).splitlines()
        heads = next(line for line in lines if "possible" in line)
        assert heads.split() == ["formula", "proven", "claimed", "possible", "own", "figure", "of"]
        assert next(line for line in lines if "Weighted mean" in line).split()[2:] == [
            "0.27", "0.38", "0.49", "0.38", "1",
        ]  # fmt: skip
        deduction = next(line for line in lines if "deduction" in line)
        assert deduction.split()[-1] == "110"
        assert not any("CMMI" in line for line in lines)

    def test_only_the_policys_own_figure_is_out_of_its_own_maximum(self) -> None:
        """A policy that leaves out what is not answered has fewer points to give; what is possible does not leave it out."""
        own = read_policy(read_data({
            "id": "own", "title": "Own", "source": "ours", "hides": "much", "unanswered": "left-out", "flat": True,
            "requirement": {"part": "mean"}, "checklist": {"part": "sum", "scale": "points"},
        }, "a policy"))  # fmt: skip
        ungated = NORM.replace("    gate: {checkpoint: C-2, caps: 0.25}\n", "")
        lines = compare_policies(assess(TOWN, ungated), {"own": own}).splitlines()
        assert next(line for line in lines if line.startswith("  Own ")).split() == [
            "Own", "0.5", "0.5", "1.5", "0.5", "/", "1", "2",
        ]  # fmt: skip

    def test_a_policy_that_nobody_read_in_a_published_source_is_marked(self) -> None:
        assert "Strict [unconfirmed]" in compare_policies(town("yes"), {})
        assert "Streng [onbevestigd]" in compare_policies(town("yes"), {}, "nl")

    def test_each_weight_is_told_with_what_it_does(self) -> None:
        lines = compare_policies(town("yes"), {}).splitlines()
        start = lines.index("What each weight does")
        told = [
            line.split()
            for line in lines[start + 1 :]
            if line.startswith(("  Owning", "  Asking", "  requirement"))
        ]
        assert told == [
            ["requirement", "weight", "claimed", "without", "doubled"],
            ["Owning", "3", "0.63", "1", "0.57"],
            ["Asking", "1", "0.63", "0.5", "0.7"],
        ]

    def test_where_there_is_no_score_that_is_told(self) -> None:
        about_chains = NORM.replace("ask: {", "applies: chains.size() > 0, ask: {")
        lines = compare_policies(assess("id: x\n", about_chains), {}).splitlines()
        assert next(line for line in lines if "Strict" in line).split()[2:] == ["–", "–", "–", "–", "1"]

    def test_it_comes_in_dutch(self, result: Result) -> None:
        told = compare_policies(result, POLICIES, "nl")
        for words in (
            "Ketens in het klein",
            "formule",
            "eigen cijfer",
            "Gewogen gemiddelde",
            "Wat elk gewicht doet",
            "0,38",
        ):
            assert words in told

    def test_every_checklist_is_compared(self) -> None:
        found = town("yes")
        two = evolve(
            found, checklists=(*found.checklists, evolve(found.checklists[0], title={"en": "Other"}))
        )
        told = compare_policies(two, {})
        assert told.count("What each weight does") == 2
        assert "Other\n=====" in told
