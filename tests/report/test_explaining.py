"""The explanation of a verdict, in both languages, of everything that a checkpoint can have."""

from __future__ import annotations

import pytest
import yaml

import kamassess as ka
from kamassess.checklist.reading import read_checklist
from kamassess.report.numbers import told_bounds
from kamassess.scoring.bounds import Bounds
from kamassess.source import read_text
from tests.material import CHECKLIST

TOWN = """\
id: town
nodes:
  person: [{id: jan, name: Jan}, {id: piet, name: Piet}]
  chain:
    - {id: permits, name: {nl: Vergunningen, en: Permits}, owners: [jan, piet]}
    - {id: taxes, name: {nl: Belasting, en: Taxes}, owners: [{to: jan, basis: belief}]}
"""


@pytest.fixture(scope="module")
def assessment() -> ka.Assessment:
    organisation = ka.Organisation.from_data(yaml.safe_load(TOWN))
    checklist = read_checklist(read_text(CHECKLIST, "small.yaml"))
    return ka.assess(organisation, checklist, as_of="2026-11-01")


def test_it_tells_the_rule_the_outcome_what_decided_and_what_to_do(assessment: ka.Assessment) -> None:
    told = assessment.explain("T-1", "chain:permits")
    for words in (
        "owners.size() == 1",
        "nonconformity",
        "exactly 1",
        "Appoint one member",
        "Jan",
        "ISO 9001",
    ):
        assert words in told


def test_it_tells_what_differs_between_claimed_and_proven(assessment: ka.Assessment) -> None:
    told = assessment.explain("T-1", "chain:taxes", "nl")
    assert "onbepaald" in told
    assert "gesteld" in told
    assert "bewezen" in told


def test_every_verdict_can_be_explained_in_both_languages(assessment: ka.Assessment) -> None:
    for one in assessment.verdicts:
        for language in ("nl", "en"):
            assert assessment.explain(one.checkpoint, one.focus, language).endswith("\n")


def test_what_is_not_there_is_told_with_the_nearest_that_is(assessment: ka.Assessment) -> None:
    with pytest.raises(ka.InvalidCall, match="did you mean 'chain:permits'"):
        assessment.explain("T-1", "chain:permit")
    with pytest.raises(ka.InvalidCall, match="there is no checkpoint 'T-99'"):
        assessment.explain("T-99")


def test_a_checkpoint_of_the_organisation_is_headed_by_its_name_alone(assessment: ka.Assessment) -> None:
    assert assessment.explain("T-5").startswith("T-5\n===\n")
    assert assessment.explain("T-1", "chain:permits").startswith("T-1 at Permits\n")


class TestScores:
    """What an assessment tells of its scores beside the numbers."""

    def test_the_score_of_the_first_checklist_is_explained_as_claimed_in_english(
        self, assessment: ka.Assessment
    ) -> None:
        told = assessment.explain_score()
        assert told.startswith("Score: Chains in small (claimed)\n")
        assert told == assessment.explain_score("small-chains", "en", "claimed")

    @pytest.mark.parametrize(
        ("reading", "title"),
        [
            ("claimed", "Score: Ketens in het klein (gesteld)"),
            ("proven", "Score: Ketens in het klein (bewezen)"),
            ("published", "Score: Ketens in het klein (eigen cijfer)"),
        ],
    )
    def test_it_is_explained_under_each_reading(
        self, assessment: ka.Assessment, reading: str, title: str
    ) -> None:
        assert assessment.explain_score(language="nl", reading=reading).splitlines()[0] == title

    def test_its_bounds_are_those_that_the_assessment_tells(self, assessment: ka.Assessment) -> None:
        score = assessment.scores[0]
        assert score.claimed is not None
        assert score.possible is not None
        whole = told_bounds(Bounds(score.claimed, score.possible), "en")
        assert f"\n  Chains in small (mean): {whole}\n" in assessment.explain_score()

    def test_an_unknown_checklist_is_told_with_the_nearest(self, assessment: ka.Assessment) -> None:
        with pytest.raises(
            ka.InvalidCall, match="there is no checklist 'small-chain' here; did you mean 'small-chains'"
        ):
            assessment.explain_score("small-chain")
        with pytest.raises(ka.InvalidCall, match=r"there is no checklist 'xyzzy' here$"):
            assessment.explain_score("xyzzy")

    def test_an_unknown_reading_is_told_with_the_nearest(self, assessment: ka.Assessment) -> None:
        with pytest.raises(ka.InvalidCall, match="there is no reading 'proved' here; did you mean 'proven'"):
            assessment.explain_score(reading="proved")
        with pytest.raises(ka.InvalidCall, match=r"there is no reading 'xyzzy' here$"):
            assessment.explain_score(reading="xyzzy")

    def test_the_policies_that_come_with_kamassess_are_compared(self, assessment: ka.Assessment) -> None:
        told = assessment.compare_policies()
        assert "Weighted mean" in told
        assert "XCCDF, absolute" in told
        assert "XCCDF, absoluut" in assessment.compare_policies("nl")

    def test_all_that_is_open_is_told_what_narrows_most_first(self, assessment: ka.Assessment) -> None:
        """Whether leaders are involved (nobody said), whether the policy is known, who owns the taxes."""
        told = [(one.checkpoint, one.to_prove) for one in assessment.open]
        assert ("T-5", False) in told
        assert ("T-1", True) in told
        narrows = [one.narrows for one in assessment.open]
        assert narrows == sorted(narrows, reverse=True)
