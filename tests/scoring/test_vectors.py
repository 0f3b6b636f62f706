"""Published examples, and examples worked out from published rules: each by its id, to the digit."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

import pytest

import kamassess as ka
from kamassess import analyses
from kamassess.checklist.reading import checklist_from_data
from kamassess.checklist.scoring import POLICIES
from kamassess.errors import InvalidChecklist
from kamassess.scoring.bounds import Item, mean
from kamassess.scoring.naming import name_of_score
from tests.scoring.norm import NOT_APPLICABLE, UNANSWERED, Data, question, requirement, scored

PASS, FAIL = "yes", "no"


def rules(*answers: tuple[Any, int]) -> tuple[Data, dict[str, Any]]:
    """One group of rules, each with its result and its weight."""
    asked = [question(f"r{at}", weight=weight) for at, (_, weight) in enumerate(answers)]
    return requirement("group", *asked), {f"r{at}": answer for at, (answer, _) in enumerate(answers)}


def figure(policy: str | Data, *answers: tuple[Any, int]) -> tuple[Fraction | None, int | None]:
    """What a policy itself says of one group of rules, and out of how much."""
    group, given = rules(*answers)
    score = scored(policy, group, answers=given)[None]
    return score.published, score.out_of


class TestXccdf:
    def test_x1_two_of_three(self) -> None:
        assert figure("xccdf-default", (PASS, 1), (PASS, 1), (FAIL, 1)) == (Fraction(200, 3), None)
        assert figure("xccdf-default", (PASS, 1), (PASS, 1)) == (100, None)
        assert figure("xccdf-flat", (PASS, 1), (PASS, 1), (FAIL, 1)) == (2, 3)
        assert figure("xccdf-absolute", (PASS, 1), (PASS, 1)) == (1, None)

    def test_x2_flat_counts_by_weight(self) -> None:
        assert figure("xccdf-flat", (PASS, 1), (FAIL, 1), (FAIL, 10)) == (1, 12)

    def test_x3_flat_unweighted_counts_each_once(self) -> None:
        assert figure("xccdf-flat-unweighted", (PASS, 1), (FAIL, 1), (FAIL, 10)) == (1, 3)
        assert figure("xccdf-flat-unweighted", (FAIL, 1)) == (0, 1)

    def test_x4_a_weight_of_0_is_a_weight_of_0(self) -> None:
        for policy in ("xccdf-flat", "xccdf-flat-unweighted"):
            assert figure(policy, (PASS, 1), (FAIL, 1), (PASS, 0)) == (1, 2)

    @pytest.mark.parametrize(("passed", "of", "percentage"), [(212, 283, 74.9), (14, 15, 93.3)])
    def test_x5_as_a_percentage(self, passed: int, of: int, percentage: float) -> None:
        value, most = figure("xccdf-flat-unweighted", *[(PASS, 1)] * passed, *[(FAIL, 1)] * (of - passed))
        assert (value, most) == (passed, of)
        assert round(float(100 * passed / of), 1) == percentage

    def test_x6_a_weighted_percentage(self) -> None:
        value, most = figure("xccdf-flat", (PASS, 8), (FAIL, 4), (FAIL, 4), (PASS, 2), (FAIL, 1))
        assert (value, most) == (10, 19)
        assert round(100 * 10 / 19) == 53
        assert figure("xccdf-flat-unweighted", (PASS, 8), (FAIL, 4), (FAIL, 4), (PASS, 2), (FAIL, 1)) == (
            2,
            5,
        )

    @pytest.mark.parametrize(
        ("policy", "value", "most"),
        [
            ("xccdf-default", Fraction(225, 4), None),
            ("xccdf-flat", Fraction(11, 4), 6),
            ("xccdf-flat-unweighted", Fraction(11, 4), 4),
            ("xccdf-absolute", 0, None),
        ],
    )
    def test_x7_groups_and_instances(self, policy: str, value: Fraction, most: int | None) -> None:
        several = question("c1", each="chain", if_none="not-applicable")
        score = scored(
            policy,
            requirement("A", question("a1"), question("a2", weight=3), weight=2),
            requirement("B", question("b1"), question("b2", weight=5)),
            requirement("C", several),
            answers={
                "a1": PASS, "a2": FAIL, "b1": PASS, "b2": NOT_APPLICABLE,
                "c1@chain:one": PASS, "c1@chain:two": FAIL, "c1@chain:three": PASS, "c1@chain:four": PASS,
            },
        )[None]  # fmt: skip
        assert (score.published, score.out_of) == (value, most)

    def test_x8_what_is_not_known_counts_as_nothing_and_what_is_not_selected_not_at_all(self) -> None:
        results = (UNANSWERED, 1), (UNANSWERED, 1), (PASS, 1), (NOT_APPLICABLE, 1)
        assert figure("xccdf-default", *results) == (Fraction(100, 3), None)
        assert figure("xccdf-flat", *results) == (1, 3)

    def test_where_nothing_counts_implementations_say_0(self) -> None:
        assert figure("xccdf-default") == (0, None)
        assert figure("xccdf-absolute") == (0, None)


class TestLevels:
    @pytest.mark.parametrize(
        ("id", "ratings", "level"),
        [
            ("P1", "F F F L L N N", 3),
            ("P2", "F L F F F N N", 2),  # the source says 1, against its own rule
            ("P3", "F F F F F L F", 4),
            ("P4", "P N N N N N N", 0),
            ("P5", "L", 1),
            ("P6", "F L L", 2),
            ("P7", "P", 0),
            ("P8", "L L L", 1),
            ("P9", "L P L", 1),
            ("P10", "L L L", 1),
            ("P11", "P L L", 0),
            ("P12", "L L P", 1),
        ],
    )
    def test_iso_33020(self, id: str, ratings: str, level: int) -> None:
        attributes = (
            ("1.1", 1),
            ("2.1", 2),
            ("2.2", 2),
            ("3.1", 3),
            ("3.2", 3),
            ("4.1", 4),
            ("4.2", 4),
            ("5.1", 5),
        )
        asked = [question(f"PA{name}", level=on, scale="n-p-l-f") for name, on in attributes]
        answers = {
            f"PA{name}": rating for (name, _), rating in zip(attributes, ratings.split(), strict=False)
        }
        score = scored("iso-33020", requirement("process", *asked), answers=answers)
        assert score["process"].published == score[None].published == level
        if len(answers) == len(attributes) - 1:
            assert score["process"].rung == level

    @pytest.mark.parametrize(
        ("percentage", "rating"),
        [
            ("15", "N"),
            ("15.01", "P"),
            ("50", "P"),
            ("50.01", "L"),
            ("85", "L"),
            ("85.01", "F"),
            ("0", "N"),
            ("100", "F"),
        ],
    )
    def test_p13_bands_are_open_below_and_closed_above(self, percentage: str, rating: str) -> None:
        bands = [
            {"title": one, "up_to": up_to} for one, up_to in (("N", 0.15), ("P", 0.5), ("L", 0.85), ("F", 1))
        ]
        policy = {**plain("mean"), "bands": bands}
        score = scored(
            policy, requirement("one", question("A", scale="percentage")), answers={"A": percentage}
        )[None]
        own = checklist_from_data({**NORM, "scoring": policy}).policy
        assert name_of_score(score, own) == {"nl": rating, "en": rating}

    @pytest.mark.parametrize(("percentage", "level"), [("50", 0), ("50.01", 1), ("85", 1), ("85.01", 2)])
    def test_p13_levels_by_percentage(self, percentage: str, level: int) -> None:
        asked = question("PA1.1", level=1, scale="percentage"), question("PA2.1", level=2, scale="percentage")
        answers = {"PA1.1": percentage, "PA2.1": 60}
        assert scored("iso-33020", requirement("process", *asked), answers=answers)[None].published == level

    def test_c1_c2m2_is_held_back_by_one_partly_done(self) -> None:
        practices = [("1a", 1, "F"), ("1b", 1, "L"), ("2a", 2, "F"), ("2b", 2, "P"), ("3a", 3, "F")]
        asked = [question(id_, level=level, scale="n-p-l-f") for id_, level, _ in practices]
        answers = {id_: rating for id_, _, rating in practices}
        assert scored("c2m2", requirement("domain", *asked), answers=answers)[None].published == 1

    def test_m1_cmmi_is_the_highest_stage_without_a_gap(self) -> None:
        areas = [("RD", 2, "F"), ("PP", 2, "L"), ("OPD", 3, "P"), ("OT", 3, "F"), ("QPM", 4, "F")]
        asked = [
            requirement(id_, question(f"{id_}1", scale="n-p-l-f"), level=level) for id_, level, _ in areas
        ]
        answers = {f"{id_}1": rating for id_, _, rating in areas}
        # Below its first level CMMI has no areas: whoever misses level 2 is on level 1.
        assert scored("cmmi-staged", *asked, answers=answers)[None].published == 2
        assert scored("cmmi-staged", *asked, answers={**answers, "RD1": "N"})[None].published == 1

    @pytest.mark.parametrize(("met", "level"), [({1, 2, 4}, 2), ({2, 3}, 0), ({1, 2, 3, 4, 5}, 5)])
    def test_i1_iso_9004_has_no_gap_before_it(self, met: set[int], level: int) -> None:
        asked = [question(f"c{one}", level=one) for one in range(1, 6)]
        answers = {f"c{one}": PASS if one in met else FAIL for one in range(1, 6)}
        assert scored("iso-9004", requirement("element", *asked), answers=answers)[None].published == level


class TestSums:
    ANSWERS: Final = {1: "most", 0.5: "half", 0.25: "some", 0: "no"}

    def test_s1_samm_adds_levels_up(self) -> None:
        def practice(id_: str, streams: tuple[tuple[float, ...], ...]) -> tuple[Data, dict[str, str]]:
            asked, answers = [], {}
            for stream, values in zip("AB", streams, strict=True):
                for level, value in enumerate(values, 1):
                    asked.append(question(f"{id_}{stream}{level}", level=level, scale="samm"))
                    answers[f"{id_}{stream}{level}"] = self.ANSWERS[value]
            return requirement(id_, *asked, group="function"), answers

        found = [
            practice("P", ((1, 0.5, 0.25), (0.5, 0.25, 0))),
            practice("Q", ((1, 1, 0.5), (1, 0.5, 0))),
            practice("R", ((0.5, 0, 0), (0.5, 0, 0))),
        ]
        answers = {key: value for _, given in found for key, value in given.items()}
        score = scored("samm", *(one for one, _ in found), answers=answers)
        assert [float(score[one].published or 0) for one in "PQR"] == [1.25, 2.0, 0.5]
        assert score[None].published == Fraction(5, 4)

    def test_e1_efqm_2020(self) -> None:
        points = dict(zip("1234567", (100, 100, 100, 200, 100, 200, 200), strict=True))
        shares = dict(zip("1234567", (50, 50, 50, 60, 40, 45, 35), strict=True))
        asked = [
            requirement(f"C{one}", question(one, scale="percentage"), weight=points[one]) for one in points
        ]
        assert scored("efqm-2020", *asked, answers=shares)[None].published == 470
        assert not POLICIES["efqm-2020"].confirmed

    def test_e2_efqm_2013(self) -> None:
        criteria: list[tuple[int, list[tuple[int, int]]]] = [
            (100, [(1, 50)]), (100, [(1, 45)]), (100, [(1, 40)]), (100, [(1, 40)]), (100, [(1, 55)]),
            (150, [(3, 50), (1, 30)]), (100, [(3, 40), (1, 20)]), (100, [(1, 30), (1, 30)]), (150, [(1, 45), (1, 55)]),
        ]  # fmt: skip
        assert points_of(criteria) == Fraction("437.5")

    def test_b1_baldrige(self) -> None:
        items = [70, 50, 45, 40, 40, 45, 45, 45, 40, 45, 45, 40, 120, 80, 80, 80, 90]
        shares = [60, 50, 45, 55, 60, 50, 45, 40, 50, 55, 50, 35, 45, 50, 40, 35, 30]
        parts = [(weight, [(1, share)]) for weight, share in zip(items, shares, strict=True)]
        assert points_of(parts[:12]) == Fraction("275.25")
        assert points_of(parts[12:]) == 181
        assert points_of(parts) == Fraction("456.25")

    def test_d1_sprs_takes_off_what_is_not_met(self) -> None:
        weights = [5] * 42 + [3] * 14 + [1] * 61  # which sum to 313
        for answer, left in ((FAIL, -203), (PASS, 110)):
            assert figure("sprs", *((answer, one) for one in weights)) == (left, None)

    def test_a1_the_toy_of_five_three_and_one(self) -> None:
        five, three, one = Fraction(5), Fraction(3), Fraction(1)
        answers = [five] * 5 + [three] * 3 + [one] * 2
        found = mean(Item(it, it) for it in answers)
        assert found is not None
        assert (found.low, found.low / 5) == (Fraction("3.6"), Fraction("0.72"))
        pillars = [requirement(f"p{at}", question(f"q{at}", scale="percentage")) for at in range(7)]
        given = {f"q{at}": one for at, one in enumerate((80, 60, 75, 70, 65, 55, 70))}
        score = scored("mean-of-means", *pillars, answers=given)[None]
        assert round(float(100 * (score.published or 0)), 1) == 67.9

    def test_a1_a_scale_whose_all_no_does_not_score_its_floor_is_refused(self) -> None:
        values = [
            {"word": word, "share": share} for word, share in (("no", 0.2), ("partial", 0.6), ("yes", 1))
        ]
        with pytest.raises(InvalidChecklist, match="all 'no' does not score 0"):
            checklist_from_data({**NORM, "scales": {"toy": {"values": values, "conforms_from": 1}}})


class TestLadders:
    AREAS: Final = (
        ("voice", 10, "organisation"), ("steering", 20, "organisation"), ("staff", 20, "organisation"),
        ("means", 10, "organisation"), ("learning", 10, "organisation"), ("trust", 10, "result"),
        ("bound", 5, "result"), ("process", 10, "result"), ("retention", 5, "result"),
    )  # fmt: skip

    @pytest.mark.parametrize(
        ("id", "shares", "older", "newer"),
        [
            ("G1", (80, 75, 70, 60, 70, 50, 60, 40, 20), "Recognition level 1", "2 stars"),
            ("G2", (80, 90, 85, 70, 80, 70, 60, 70, 60), "Recognition level 2", "3 stars"),
        ],
    )
    def test_golden_ear(self, id: str, shares: tuple[int, ...], older: str, newer: str) -> None:
        asked = [
            requirement(one, question(f"{one}1", scale="percentage"), weight=w, group=g)
            for one, w, g in self.AREAS
        ]
        answers = {f"{one}1": share for (one, _, _), share in zip(self.AREAS, shares, strict=True)}
        for policy, title in (("golden-ear-2012", older), ("golden-ear-stars", newer)):
            score = scored(policy, *asked, answers=answers)[None]
            named = name_of_score(score, POLICIES[policy])
            assert named is not None
            assert named["en"] == title
            assert score.published == score.claimed == score.rung


class TestThresholds:
    @pytest.mark.parametrize(
        ("id", "must", "of", "some", "out_of", "passes"),
        [
            ("V1", 27, 27, 3, 8, False),
            ("V2", 27, 27, 4, 8, True),
            ("V3", 26, 27, 8, 8, False),
            ("V4", 33, 33, 1, 2, True),
        ],
    )
    def test_vca(self, id: str, must: int, of: int, some: int, out_of: int, passes: bool) -> None:
        asked = [question(f"m{at}", must=True) for at in range(of)] + [
            question(f"s{at}") for at in range(out_of)
        ]
        answers = {f"m{at}": PASS if at < must else FAIL for at in range(of)}
        answers |= {f"s{at}": PASS if at < some else FAIL for at in range(out_of)}
        assert scored("vca", requirement("all", *asked), answers=answers)[None].published == int(passes)

    @pytest.mark.parametrize(
        ("points", "most", "threshold"),
        [(105, 140, 0.75), (82.5, 110, 0.75), (90, 120, 0.75), (54, 90, 0.6)],
    )
    def test_n1_ensia(self, points: float, most: int, threshold: float) -> None:
        policy: str | Data = (
            "ensia"
            if threshold == 0.75
            else {
                **plain("mean"),
                "flat": True,
                "checklist": {"part": "at-least", "of": "mean", "share": threshold},
            }
        )
        asked = requirement("all", question("A", scale="percentage"))
        share = Fraction(str(points)) / most * 100
        for answer, passes in ((share, 1), (share - 1, 0)):
            given = {"A": str(float(answer))}
            assert scored(policy, asked, answers=given)[None].published == passes


class TestBesideScores:
    def test_r1_and_r2_promises(self) -> None:
        promises = [
            {
                "id": f"p{at}",
                "due": "2026-05-01",
                "receiver": "all",
                "kept_on": "2026-05-01" if at < 16 else "2026-05-02",
            }
            for at in range(20)
        ]
        nodes = {"customer_group": [{"id": "all"}], "promise": promises}
        view = ka.view(ka.Organisation.from_data({"id": "x", "nodes": nodes}), as_of="2026-11-01")
        share = analyses.kept_share(view, to_customers=True)
        assert share is not None
        assert float(share.low) == float(share.high or 0) == 0.8
        assert analyses.brier([(0.1, False), (0.9, True), (0.8, True), (0.3, False)]) == Fraction("0.0375")


# ------------------------------------------------------------------------------------------------------ helpers
NORM: Data = {"id": "own", "version": "1", "title": "Own", "source": {"title": "None"}, "requirements": []}


def plain(part: str) -> Data:
    """A policy of one part."""
    return {
        "id": "plain",
        "title": "Plain",
        "source": "the test",
        "hides": "nothing",
        "requirement": {"part": part},
        "checklist": {"part": part},
    }


def points_of(criteria: list[tuple[int, list[tuple[int, int]]]]) -> Fraction | None:
    """The points of criteria, each with its weight and its parts: weight and percentage."""
    policy = {**plain("mean"), "checklist": {"part": "sum", "scale": "points"}}
    asked, answers = [], {}
    for at, (weight, parts) in enumerate(criteria):
        inside = [question(f"c{at}-{n}", scale="percentage", weight=w) for n, (w, _) in enumerate(parts)]
        asked.append(requirement(f"c{at}", *inside, weight=weight))
        answers |= {f"c{at}-{n}": share for n, (_, share) in enumerate(parts)}
    return scored(policy, *asked, answers=answers)[None].published
