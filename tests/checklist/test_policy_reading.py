"""Reading a scoring policy: what its author can write, every mistake with its place, and the way back to data."""

from __future__ import annotations

import json
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import Any, Final

import pytest
from attrs import evolve

from kamassess.checklist.policy import (
    All,
    AtLeast,
    Band,
    ByGroup,
    Credit,
    Deduction,
    Ladder,
    Levels,
    Lowest,
    Mean,
    MustAndSome,
    Part,
    Rung,
    ScoringPolicy,
    Stage,
    Step,
    Sum,
    SumOfLevels,
    Table,
    Unanswered,
    Without,
    highest,
)
from kamassess.checklist.policy_reading import PARTS, part_name, policy_data, read_policy
from kamassess.errors import InvalidChecklist, InvalidSource
from kamassess.source import read_bytes, read_data, read_text

Data = dict[str, Any]

SCORING = Path(__file__).parents[2] / "checklists" / "scoring"

PLAIN: Data = {
    "id": "own",
    "title": "Own",
    "source": "The board",
    "hides": "Much",
    "requirement": {"part": "mean"},
    "checklist": {"part": "mean"},
}
"""A policy that says the least."""

HALF = Fraction(1, 2)

#: Each part as it can be written, in full and as short as it can be.
WRITTEN: list[tuple[Data, Part]] = [
    ({"part": "mean"}, Mean()),
    ({"part": "mean", "weighted": False}, Mean(weighted=False)),
    ({"part": "sum"}, Sum()),
    ({"part": "sum", "weighted": False}, Sum(weighted=False)),
    ({"part": "lowest"}, Lowest()),
    ({"part": "all"}, All()),
    ({"part": "all", "more_than": 0.85}, All(Fraction(17, 20))),
    ({"part": "all", "more_than": 0}, All(Fraction(0))),
    ({"part": "deduction", "start": 110}, Deduction(110)),
    ({"part": "levels", "top": 3}, Levels(3)),
    ({"part": "levels", "top": 5, "own": 0.5, "below": 0.85}, Levels(5, HALF, Fraction(17, 20))),
    ({"part": "sum-of-levels"}, SumOfLevels()),
    ({"part": "by-group", "within": "lowest", "over": "mean"}, ByGroup(Lowest(), Mean())),
    (
        {"part": "by-group", "within": {"part": "mean", "weighted": False}, "over": {"part": "lowest"}},
        ByGroup(Mean(weighted=False), Lowest()),
    ),
    ({"part": "must-and-some", "some": "1/2"}, MustAndSome(HALF)),
    ({"part": "at-least", "of": "mean", "share": 1}, AtLeast(Mean(), Fraction(1))),
    (
        {"part": "at-least", "of": {"part": "levels", "top": 2}, "share": "2/3"},
        AtLeast(Levels(2), Fraction(2, 3)),
    ),
    (
        {
            "part": "ladder",
            "rungs": [
                {"title": {"nl": "Begonnen", "en": "Begun"}, "at_least": 25, "groups": ["inside"]},
                {"title": "There", "at_least": 70.5, "groups": ["inside", "outside"]},
                {"title": "Beyond", "at_least": 90},
            ],
        },
        Ladder(
            (
                Rung({"nl": "Begonnen", "en": "Begun"}, Fraction(25), ("inside",)),
                Rung({"nl": "There", "en": "There"}, Fraction(141, 2), ("inside", "outside")),
                Rung({"nl": "Beyond", "en": "Beyond"}, Fraction(90)),
            )
        ),
    ),
    (
        {"part": "table", "of": "mean", "steps": [{"up_to": "1/3", "gives": 0}, {"up_to": 1, "gives": 0.5}]},
        Table(Mean(), (Step(Fraction(1, 3), Fraction(0)), Step(Fraction(1), HALF))),
    ),
    (
        {"part": "table", "of": "mean", "steps": [{"up_to": 0.5, "gives": 1}, {"up_to": 1, "gives": 0}]},
        Table(Mean(), (Step(HALF, Fraction(1)), Step(Fraction(1), Fraction(0)))),
    ),
]

NESTED = ByGroup(AtLeast(Table(Lowest(), (Step(Fraction(1), Fraction(2, 3)),)), HALF), ByGroup(Sum(), All()))


def as_stage(written: Data) -> Data:
    """A part as a stage: what a sum comes to is points."""
    return {**written, "scale": "points"} if written["part"] in ("sum", "sum-of-levels") else written


def policy(**rest: Any) -> ScoringPolicy:
    return read_policy(read_data({**PLAIN, **rest}))


def mistakes(**rest: Any) -> list[str]:
    """What is wrong with a policy: path, message and suggestion."""
    with pytest.raises(InvalidChecklist) as told:
        policy(**rest)
    return [
        f"{one.place.path}: {one.message}" + (f" | {one.suggestion}" if one.suggestion else "")
        for one in told.value.mistakes
    ]


def back(read: ScoringPolicy) -> ScoringPolicy:
    """A policy written down as JSON, and read again."""
    return read_policy(read_data(json.loads(json.dumps(policy_data(read)))))


class TestPolicies:
    def test_a_policy_that_says_the_least(self) -> None:
        own = {"nl": "Own", "en": "Own"}
        much = {"nl": "Much", "en": "Much"}
        assert policy() == ScoringPolicy("own", own, "The board", much, Stage(Mean()), Stage(Mean()))

    def test_a_policy_that_says_everything(self) -> None:
        found = policy(
            title={"nl": "Eigen", "en": "Own"},
            hides={"en": "Much"},
            confirmed=False,
            credit="conforms",
            unanswered="left-out",
            without="full",
            empty=0,
            weights=100,
            scales=["yes-no", "samm"],
            checkpoint="lowest",
            requirement={"part": "mean", "times": 100},
            checklist={"part": "sum", "scale": "points"},
            flat=True,
            bands=[{"title": "Low", "up_to": 0.5}, {"title": "High", "above": 0.5, "up_to": 1}],
        )
        assert found == ScoringPolicy(
            id="own",
            title={"nl": "Eigen", "en": "Own"},
            source="The board",
            hides={"en": "Much"},
            requirement=Stage(Mean(), times=100, maximum=100),
            checklist=Stage(Sum(), "points", maximum=None),
            checkpoint=Lowest(),
            flat=True,
            credit=Credit.CONFORMS,
            unanswered=Unanswered.LEFT_OUT,
            without=Without.FULL,
            weights=100,
            scales=("yes-no", "samm"),
            empty=Fraction(0),
            bands=(
                Band({"nl": "Low", "en": "Low"}, HALF),
                Band({"nl": "High", "en": "High"}, Fraction(1)),
            ),
            confirmed=False,
        )

    def test_one_scale_needs_no_list(self) -> None:
        assert policy(scales="samm").scales == ("samm",)

    def test_nothing_is_claimed_of_weights_and_of_what_is_empty_unless_it_is_said(self) -> None:
        assert (policy().weights, policy().empty) == (None, None)
        assert (policy(weights=0).weights, policy(empty=0).empty) == (0, 0)


class TestParts:
    @pytest.mark.parametrize(("written", "part"), WRITTEN)
    def test_every_part_is_read_for_a_checklist_and_for_a_requirement(
        self, written: Data, part: Part
    ) -> None:
        assert policy(checklist=as_stage(written)).checklist.part == part
        # What is no share of 1 may be summed; a mean of it has no end of its own.
        above = {"part": "sum", "scale": "points"}
        assert policy(checklist=above, requirement=as_stage(written)).requirement.part == part

    def test_there_is_an_example_of_every_part(self) -> None:
        assert {part_name(part) for _, part in WRITTEN} == set(PARTS)

    @pytest.mark.parametrize("written", ["mean", "sum", "lowest", "all", "sum-of-levels"])
    def test_a_word_is_a_part_without_keys(self, written: str) -> None:
        word, mapping = (
            policy(checklist={"part": "at-least", "of": of, "share": 1}).checklist
            for of in (written, {"part": written})
        )
        assert word == mapping

    def test_below_a_level_as_much_is_asked_as_on_it_unless_it_is_said(self) -> None:
        read = policy(checklist={"part": "levels", "top": 2, "own": 0.75}).checklist.part
        assert read == Levels(2, Fraction(3, 4), Fraction(3, 4))


class TestFoci:
    """'How foci become one: mean (if left out) or lowest.'"""

    @pytest.mark.parametrize(
        ("written", "part"),
        [
            ("mean", Mean()),
            ("lowest", Lowest()),
            ({"part": "mean"}, Mean()),
            ({"part": "mean", "weighted": False}, Mean(weighted=False)),
            ({"part": "lowest"}, Lowest()),
        ],
    )
    def test_they_become_one_by_their_mean_or_the_lowest(self, written: Any, part: Part) -> None:
        assert policy(checkpoint=written).checkpoint == part
        assert policy().checkpoint == Mean()

    @pytest.mark.parametrize("written", [one for one, _ in WRITTEN if one["part"] not in ("mean", "lowest")])
    def test_any_other_part_is_told(self, written: Data) -> None:
        assert mistakes(checkpoint=written) == [
            f"$.checkpoint: foci become one by their mean or the lowest, not by '{written['part']}'"
        ]

    @pytest.mark.parametrize("written", ["sum", "all", "sum-of-levels"])
    def test_a_word_for_another_part_is_told_too(self, written: str) -> None:
        assert mistakes(checkpoint=written) == [
            f"$.checkpoint: foci become one by their mean or the lowest, not by '{written}'"
        ]


class TestStages:
    """'A part with its own keys, and ``scale``, ``times``, ``maximum``.'"""

    SUM: Final = "$.checklist: how high a sum comes depends on what there is to add; say its 'maximum', or 'scale: points'"

    @pytest.mark.parametrize("scale", ["share", "points", "rung"])
    def test_a_stage_says_what_its_number_is(self, scale: str) -> None:
        assert policy(checklist={"part": "mean", "scale": scale, "maximum": 9}).checklist == Stage(
            Mean(), scale, 1, 9
        )

    @pytest.mark.parametrize(
        ("stage", "maximum"),
        [
            ({"part": "mean"}, 1),
            ({"part": "mean", "scale": "points"}, 1),
            ({"part": "mean", "times": 100}, 100),
            ({"part": "must-and-some", "some": 0.5}, 1),
            ({"part": "levels", "top": 5}, 5),
            ({"part": "levels", "top": 5, "times": 20}, 100),
            ({"part": "deduction", "start": 110}, 110),
            (
                {
                    "part": "ladder",
                    "rungs": [{"title": "A", "at_least": 30}, {"title": "B", "at_least": 50}],
                },
                2,
            ),
            ({"part": "by-group", "within": "mean", "over": {"part": "deduction", "start": 10}}, 10),
            ({"part": "by-group", "within": {"part": "levels", "top": 3}, "over": "mean"}, 3),
            ({"part": "by-group", "within": {"part": "levels", "top": 3}, "over": "lowest", "times": 2}, 6),
            ({"part": "by-group", "within": {"part": "levels", "top": 3}, "over": "all"}, 1),
            (
                {
                    "part": "table",
                    "of": "mean",
                    "steps": [{"up_to": 0.5, "gives": 7}, {"up_to": 1, "gives": 3}],
                },
                7,
            ),
            ({"part": "table", "of": "mean", "steps": [{"up_to": 1, "gives": 2.5}]}, 3),
            ({"part": "table", "of": "mean", "steps": [{"up_to": 1, "gives": 2.5}], "times": 2}, 5),
            ({"part": "at-least", "of": {"part": "levels", "top": 3}, "share": 1, "times": 100}, 100),
            ({"part": "sum", "scale": "points"}, None),
            ({"part": "by-group", "within": "sum", "over": "mean", "scale": "points"}, None),
            ({"part": "by-group", "within": "mean", "over": "sum", "scale": "points"}, None),
            ({"part": "by-group", "within": "sum", "over": "all"}, 1),
            ({"part": "at-least", "of": "sum", "share": 1}, 1),
            ({"part": "sum", "weighted": False, "scale": "points"}, None),
        ],
    )
    def test_without_a_maximum_it_is_the_highest_that_the_part_comes_to(
        self, stage: Data, maximum: int | None
    ) -> None:
        assert policy(checklist=stage).checklist.maximum == maximum

    @pytest.mark.parametrize(
        "stage",
        [
            {"part": "sum", "scale": "points"},
            {"part": "levels", "top": 5, "times": 20},
            {"part": "mean"},
        ],
    )
    def test_a_maximum_that_is_said_counts(self, stage: Data) -> None:
        assert policy(checklist={**stage, "maximum": 1000}).checklist.maximum == 1000

    def test_one_below_what_the_part_comes_to_is_told(self) -> None:
        assert mistakes(checklist={"part": "levels", "top": 5, "times": 20, "maximum": 99}) == [
            "$.checklist.maximum: this can come to 100, more than its maximum of 99"
        ]

    def test_there_are_99_levels_at_most(self) -> None:
        assert policy(checklist={"part": "levels", "top": 99}).checklist.maximum == 99
        assert mistakes(checklist={"part": "levels", "top": 100}) == [
            "$.checklist.top: there are 99 levels at most; found 100"
        ]

    @pytest.mark.parametrize("start", [0, -3])
    def test_a_deduction_starts_at_1_at_least(self, start: int) -> None:
        assert mistakes(checklist={"part": "deduction", "start": start}) == [
            f"$.checklist.start: expected a number of at least 1, found {start}"
        ]

    @pytest.mark.parametrize("below", [{"part": "levels", "top": 3}, {"part": "sum", "scale": "points"}])
    def test_a_deduction_takes_off_what_is_missing_of_1(self, below: Data) -> None:
        assert mistakes(requirement=below, checklist={"part": "deduction", "start": 110}) == [
            "$.checklist: a deduction takes off what is missing of 1; what lies below it goes to another number"
        ]

    def test_a_mean_of_points_goes_as_high_as_they_do(self) -> None:
        points = {"part": "sum", "scale": "points"}
        assert mistakes(requirement=points, checklist={"part": "mean"}) == [self.SUM]
        assert (
            policy(requirement=points, checklist={"part": "mean", "scale": "points"}).checklist.maximum
            is None
        )

    @pytest.mark.parametrize("rest", [{}, {"scale": "share"}, {"scale": "rung"}, {"times": 2}])
    @pytest.mark.parametrize(
        "part",
        [
            {"part": "sum"},
            {"part": "sum", "weighted": False},
            {"part": "by-group", "within": "sum", "over": "lowest"},
            {"part": "by-group", "within": "mean", "over": "sum"},
        ],
    )
    def test_a_sum_is_points_or_has_a_maximum(self, part: Data, rest: Data) -> None:
        assert mistakes(checklist={**part, **rest}) == [self.SUM]
        assert mistakes(requirement={**part, **rest}) == [self.SUM.replace("checklist", "requirement")]


class TestNumbers:
    @pytest.mark.parametrize(
        ("written", "number"),
        [
            ("2/3", Fraction(2, 3)),
            (" 2 / 3 ", Fraction(2, 3)),
            ("0/3", Fraction(0)),
            ("4/4", Fraction(1)),
            (0.1, Fraction(1, 10)),
            (0, Fraction(0)),
            (1, Fraction(1)),
        ],
    )
    def test_a_share_is_a_decimal_or_a_fraction_and_exact(self, written: Any, number: Fraction) -> None:
        assert policy(checklist={"part": "must-and-some", "some": written}).checklist.part == MustAndSome(
            number
        )

    @pytest.mark.parametrize("written", ["2/3", "0.1", "1"])
    def test_it_needs_no_quotes_in_yaml(self, written: str) -> None:
        text = json.dumps(PLAIN).replace('"mean"}}', f'"must-and-some", "some": {written}}}}}')
        assert read_policy(read_text(text, "own.yaml")).checklist.part == MustAndSome(Fraction(written))

    @pytest.mark.parametrize(
        ("written", "mistake"),
        [
            (1.5, "'some' is a share, from 0 to 1; found 1.5"),
            ("3/2", "'some' is a share, from 0 to 1; found 1.5"),
            (-0.5, "expected a number of at least 0, found -0.5"),
            ("-1/2", "expected a number, as 0.8, found '-1/2'"),
            ("1/-2", "expected a number, as 0.8, found '1/-2'"),
            ("1/0", "expected a number, as 0.8, found '1/0'"),
            ("1/2/3", "expected a number, as 0.8, found '1/2/3'"),
            ("/", "expected a number, as 0.8, found '/'"),
            ("half", "expected a number, as 0.8, found 'half'"),
            ("NaN", "expected a number, as 0.8, found 'NaN'"),
            (True, "expected a number, as 0.8, found 'true'"),
            ([], "expected a number, as 0.8, found a list"),
            ({}, "expected a number, as 0.8, found a mapping of keys to values"),
        ],
    )
    def test_what_is_no_share_is_told(self, written: Any, mistake: str) -> None:
        assert mistakes(checklist={"part": "must-and-some", "some": written}) == [
            f"$.checklist.some: {mistake}"
        ]

    @pytest.mark.parametrize("written", ["NaN", "nan", ".nan", "sNaN", "Infinity", "-Infinity", ".inf"])
    def test_what_is_not_finite_is_no_number_in_yaml(self, written: str) -> None:
        text = json.dumps(PLAIN).replace('"mean"}}', f'"must-and-some", "some": {written}}}}}')
        with pytest.raises(InvalidChecklist, match=r"expected a number, as 0\.8"):
            read_policy(read_text(text, "own.yaml"))

    def test_nor_is_it_in_python(self) -> None:
        with pytest.raises(InvalidSource, match="nan is not a number"):
            policy(empty=float("nan"))

    LONG: Final = (
        "9" * 19, "9" * 5_000, "1e18", "1e5000", "1e3000000", "0." + "9" * 5_000, "1e-5000", "1e-3000000",
        "-1e-3000000", "1e-999999999", "1/" + "9" * 13, "9" * 13 + "/1", "9" * 5_000 + "/" + "9" * 5_000,
    )  # fmt: skip
    """Numbers that nobody means, and that take long to work with or cannot be written out."""

    @pytest.mark.parametrize("written", LONG, ids=lambda one: f"{one[:12]} of {len(one)}")
    @pytest.mark.parametrize(
        ("checklist", "key"),
        [
            ('{"part": "must-and-some", "some": %s}', "some"),
            ('{"part": "ladder", "rungs": [{"title": "A", "at_least": %s}]}', "rungs[0].at_least"),
            ('{"part": "table", "of": "mean", "steps": [{"up_to": 1, "gives": %s}]}', "steps[0].gives"),
        ],
    )
    def test_a_number_that_is_far_too_long_is_told_at_once(
        self, written: str, checklist: str, key: str
    ) -> None:
        text = json.dumps(PLAIN).replace('{"part": "mean"}}', checklist % written + "}")
        with pytest.raises(InvalidChecklist) as told:
            read_policy(read_text(text, "own.yaml"))
        (one,) = told.value.mistakes
        assert one.place.path == f"$.checklist.{key}"
        assert one.message.startswith(f"expected a number, as 0.8, found '{written[:20]}")
        assert len(one.message) < 120

    @pytest.mark.parametrize("key", ["weights", "empty"])
    @pytest.mark.parametrize("digits", [19, 4_000])
    def test_so_is_a_whole_one(self, key: str, digits: int) -> None:
        (told,) = mistakes(**{key: int("9" * digits)})
        assert told.startswith(f"$.{key}: expected a ")
        assert len(told) < 120

    @pytest.mark.parametrize(
        ("written", "number"),
        [
            ("0." + "9" * 18, Fraction(10**18 - 1, 10**18)),
            ("1e-18", Fraction(1, 10**18)),
            ("1/" + "9" * 12, Fraction(1, 10**12 - 1)),
            ("0e-3000000", Fraction(0)),
        ],
    )
    def test_one_that_is_not_too_long_is_exact(self, written: str, number: Fraction) -> None:
        text = json.dumps(PLAIN).replace('"mean"}}', f'"must-and-some", "some": {written}}}}}')
        assert read_policy(read_text(text, "own.yaml")).checklist.part == MustAndSome(number)

    def test_nor_is_a_threshold_of_18_digits(self) -> None:
        most = 10**18 - 1
        read = policy(
            checklist={"part": "ladder", "rungs": [{"title": "A", "at_least": most}]}
        ).checklist.part
        assert isinstance(read, Ladder)
        assert read.rungs[0].at_least == most

    @pytest.mark.parametrize(
        ("stage", "key"),
        [
            ({"part": "all", "more_than": 2}, "more_than"),
            ({"part": "levels", "top": 3, "own": 2}, "own"),
            ({"part": "levels", "top": 3, "below": 2}, "below"),
            ({"part": "must-and-some", "some": 2}, "some"),
            ({"part": "at-least", "of": "mean", "share": 2}, "share"),
        ],
    )
    def test_every_share_is_from_0_to_1(self, stage: Data, key: str) -> None:
        told = f"'{key}' is a share, from 0 to 1; found 2"
        assert mistakes(checklist=stage) == [f"$.checklist.{key}: {told}"]


class TestMistakes:
    @pytest.mark.parametrize(
        ("rest", "mistake"),
        [
            ({"titel": "?"}, "$.titel: unknown key 'titel' in a scoring policy | title"),
            ({"id": "my own"}, "$.id: 'my own' is no id: it has letters, digits, '.', '-' and '_', without spaces"),
            ({"title": {"fr": "A moi"}}, "$.title.fr: unknown key 'fr' in a text in languages"),
            ({"hides": {}}, "$.hides: a text in languages has at least nl or en"),
            ({"source": None}, "$.source: 'source' has no value; give it one or leave it out"),
            ({"confirmed": "yes"}, "$.confirmed: expected true or false, found 'yes'"),
            ({"flat": 1}, "$.flat: expected true or false, found '1'"),
            ({"credit": "conform"}, "$.credit: expected one of graded, conforms; found 'conform' | conforms"),
            ({"unanswered": "nil"}, "$.unanswered: expected one of zero, left-out; found 'nil'"),
            ({"unanswered": "leftout"}, "$.unanswered: expected one of zero, left-out; found 'leftout' | left-out"),
            ({"without": "ful"}, "$.without: expected one of left-out, full; found 'ful' | full"),
            ({"weights": -1}, "$.weights: expected a number of at least 0, found -1"),
            ({"weights": 99.5}, "$.weights: expected a whole number, found '99.5'"),
            ({"empty": -1}, "$.empty: expected a number of at least 0, found -1"),
            ({"scales": [True]}, "$.scales[0]: expected a text, found 'true'"),
            ({"checkpoint": "lowets"}, "$.checkpoint: there is no part 'lowets' of a policy | lowest"),
            ({"checkpoint": []}, "$.checkpoint: a part of a policy should be a mapping of keys to values, found a list"),
            ({"checkpoint": {}}, "$.checkpoint: a part of a policy has no 'part'"),
            ({"checkpoint": {"part": "mean", "scale": "rung"}}, "$.checkpoint.scale: unknown key 'scale' in a part of a policy | share"),
            ({"requirement": "mean"}, "$.requirement: a stage of a scoring policy should be a mapping of keys to values, found 'mean'"),
            ({"requirement": {"times": 2}}, "$.requirement: a stage of a scoring policy has no 'part'"),
            ({"requirement": {"part": None}}, "$.requirement.part: 'part' has no value; give it one or leave it out"),
            ({"requirement": {"part": "meen"}}, "$.requirement.part: there is no part 'meen' of a policy | mean"),
            ({"checklist": {"part": "nothing like it"}}, "$.checklist.part: there is no part 'nothing like it' of a policy"),
            ({"checklist": {"part": "mean", "scale": "rungs"}}, "$.checklist.scale: expected one of share, points, rung; found 'rungs' | rung"),
            ({"checklist": {"part": "mean", "times": 0}}, "$.checklist.times: expected a number of at least 1, found 0"),
            ({"checklist": {"part": "mean", "maximum": 0}}, "$.checklist.maximum: expected a number of at least 1, found 0"),
            ({"checklist": {"part": "mean", "maximum": "all"}}, "$.checklist.maximum: expected a whole number, found 'all'"),
            ({"checklist": {"part": "mean", "weigthed": True}}, "$.checklist.weigthed: unknown key 'weigthed' in a stage of a scoring policy | weighted"),
            ({"checklist": {"part": "mean", "weighted": "no"}}, "$.checklist.weighted: expected true or false, found 'no'"),
            ({"checklist": {"part": "sum", "weighted": 1, "scale": "points"}}, "$.checklist.weighted: expected true or false, found '1'"),
            ({"checklist": {"part": True}}, "$.checklist.part: expected a text, found 'true'"),
            ({"checklist": {"part": True, "top": 3}}, "$.checklist.part: expected a text, found 'true'"),
            ({"checkpoint": True}, "$.checkpoint: expected a text, found 'true'"),
            ({"checklist": {"part": "at-least", "of": True, "share": 1}}, "$.checklist.of: expected a text, found 'true'"),
            ({"checklist": {"part": "ladder", "rungs": 5}}, "$.checklist.rungs: rungs should be a list, found '5'"),
            ({"checklist": {"part": "ladder", "rungs": {}}}, "$.checklist.rungs: rungs should be a list, found a mapping of keys to values"),
            ({"checklist": {"part": "table", "of": "mean", "steps": 5}}, "$.checklist.steps: steps should be a list, found '5'"),
            ({"checklist": {"part": "table", "of": "mean", "steps": {}}}, "$.checklist.steps: steps should be a list, found a mapping of keys to values"),
            ({"checklist": {"part": "levels", "top": 0}}, "$.checklist.top: expected a number of at least 1, found 0"),
            ({"checklist": {"part": "deduction", "start": "much"}}, "$.checklist.start: expected a whole number, found 'much'"),
            ({"checklist": {"part": "at-least", "of": "meen", "share": 1}}, "$.checklist.of: there is no part 'meen' of a policy | mean"),
            ({"checklist": {"part": "by-group", "within": "mean", "over": {"part": "lowest", "top": 2}}}, "$.checklist.over.top: 'top' is no key of the part 'lowest'"),
        ],
    )  # fmt: skip
    def test_each_is_told_where_it_stands_with_what_was_meant(self, rest: Data, mistake: str) -> None:
        assert mistakes(**rest) == [mistake]

    @pytest.mark.parametrize("key", PLAIN)
    def test_what_every_policy_has_is_missed(self, key: str) -> None:
        with pytest.raises(InvalidChecklist) as told:
            read_policy(read_data({name: one for name, one in PLAIN.items() if name != key}))
        assert [str(one) for one in told.value.mistakes] == [f"<data>: $: a scoring policy has no '{key}'"]

    @pytest.mark.parametrize("tree", ["weighted-mean", [], 3])
    def test_a_policy_is_a_mapping(self, tree: Any) -> None:
        with pytest.raises(InvalidChecklist, match="a scoring policy should be a mapping of keys to values"):
            read_policy(read_data(tree))

    @pytest.mark.parametrize(
        ("part", "key"),
        [(name, key) for name, (must, _) in PARTS.items() for key in must],
    )
    def test_a_key_that_its_part_must_have_is_missed(self, part: str, key: str) -> None:
        written = next(one for one, _ in WRITTEN if one["part"] == part)
        without = {name: one for name, one in written.items() if name != key}
        told = f"the part '{part}' has no '{key}'"
        assert mistakes(checklist=without) == [f"$.checklist: {told}"]
        outer = {"part": "at-least", "of": without, "share": 1}
        assert mistakes(checklist=outer) == [f"$.checklist.of: {told}"]

    def test_all_keys_that_are_missing_are_told(self) -> None:
        assert mistakes(checklist={"part": "table"}) == [
            "$.checklist: the part 'table' has no 'of'",
            "$.checklist: the part 'table' has no 'steps'",
        ]

    @pytest.mark.parametrize("part", PARTS)
    def test_a_key_of_another_part_is_none_of_this_one(self, part: str) -> None:
        written = next(one for one, _ in WRITTEN if one["part"] == part)
        other = {"top": 3} if part != "levels" else {"start": 3}
        (key,) = other
        assert mistakes(checklist=as_stage({**written, **other})) == [
            f"$.checklist.{key}: '{key}' is no key of the part '{part}'"
        ]

    def test_a_part_that_is_short_has_none_of_the_keys_that_it_must_have(self) -> None:
        stage = {"part": "at-least", "of": "deduction", "share": 1}
        assert mistakes(checklist=stage) == ["$.checklist.of: the part 'deduction' has no 'start'"]

    def test_all_mistakes_are_told_at_once(self) -> None:
        told = mistakes(
            id="my own",
            credit="grade",
            weights=-5,
            checkpoint={"part": "all", "more_than": 2},
            requirement={"part": "at-least", "of": {"part": "levels", "top": "high"}, "share": "two"},
            checklist={
                "part": "by-group",
                "within": {"part": "table", "of": "mean", "steps": []},
                "over": {"part": "ladder", "rungs": [{"at_least": 5}]},
            },
            bands=[{"title": "Low", "up_to": -1}],
            scale="samm",
        )
        assert sorted(told) == [
            "$.bands[0].up_to: expected a number of at least 0, found -1",
            "$.checklist.over.rungs[0]: a rung has no 'title'",
            "$.checklist.within.steps: a table has a step at least",
            "$.checkpoint.more_than: 'more_than' is a share, from 0 to 1; found 2",
            "$.checkpoint: foci become one by their mean or the lowest, not by 'all'",
            "$.credit: expected one of graded, conforms; found 'grade' | graded",
            "$.id: 'my own' is no id: it has letters, digits, '.', '-' and '_', without spaces",
            "$.requirement.of.top: expected a whole number, found 'high'",
            "$.requirement.share: expected a number, as 0.8, found 'two'",
            "$.scale: unknown key 'scale' in a scoring policy | scales",
            "$.weights: expected a number of at least 0, found -5",
        ]

    def test_a_mistake_in_yaml_has_its_line(self) -> None:
        text = (
            "id: own\ntitle: Own\nsource: The board\nhides: Much\nrequirement: {part: mean}\n"
            "checklist:\n  part: levels\n  top: 5\n  own: 1.5\n"
        )
        with pytest.raises(InvalidChecklist) as told:
            read_policy(read_text(text, "own.yaml"))
        assert [str(one) for one in told.value.mistakes] == [
            "own.yaml:9:8: 'own' is a share, from 0 to 1; found 1.5"
        ]


class TestLadders:
    """'Thresholds of a ladder that go down' are refused."""

    @staticmethod
    def rungs(*rungs: tuple[Any, list[str]]) -> Data:
        return {
            "part": "ladder",
            "rungs": [
                {"title": f"R{number}", "at_least": at_least, "groups": groups}
                for number, (at_least, groups) in enumerate(rungs)
            ],
        }

    @pytest.mark.parametrize(
        ("first", "second", "message"),
        [
            (50, 30, "this rung takes 30, no more than the one below it, 50: thresholds go up"),
            (50, 50, "this rung takes 50, no more than the one below it, 50: thresholds go up"),
            ("1/2", 0.25, "this rung takes 0.25, no more than the one below it, 0.5: thresholds go up"),
        ],
    )
    def test_thresholds_go_up(self, first: Any, second: Any, message: str) -> None:
        for groups in ([], ["inside"]):
            told = mistakes(checklist=self.rungs((first, groups), (second, groups)))
            assert told == [f"$.checklist.rungs[1]: {message}"]

    def test_every_rung_that_goes_down_is_told(self) -> None:
        told = mistakes(checklist=self.rungs((50, []), (40, []), (60, []), (20, [])))
        assert [one.partition(":")[0] for one in told] == ["$.checklist.rungs[1]", "$.checklist.rungs[3]"]

    def test_thresholds_of_the_same_groups_go_up_whatever_lies_between(self) -> None:
        told = mistakes(
            checklist=self.rungs((50, ["inside"]), (70, []), (20, ["outside"]), (40, ["inside"]), (60, []))
        )
        assert told == [
            "$.checklist.rungs[3]: this rung takes 40, no more than the one below it, 50: thresholds go up",
            "$.checklist.rungs[4]: this rung takes 60, no more than the one below it, 70: thresholds go up",
        ]

    def test_an_empty_ladder_leads_nowhere(self) -> None:
        assert mistakes(checklist=self.rungs()) == ["$.checklist.rungs: a ladder has a rung at least"]

    def test_a_rung_of_other_groups_has_a_threshold_of_its_own(self) -> None:
        read = policy(checklist=self.rungs((50, ["inside"]), (30, ["outside"]), (90, [])))
        assert isinstance(read.checklist.part, Ladder)
        assert [rung.at_least for rung in read.checklist.part.rungs] == [50, 30, 90]

    @pytest.mark.parametrize(
        ("rung", "mistakes_of_it"),
        [
            ({}, [": a rung has no 'title'", ": a rung has no 'at_least'"]),
            ({"title": "A", "at_least": -1}, [".at_least: expected a number of at least 0, found -1"]),
            ({"title": "A", "at_least": "NaN"}, [".at_least: expected a number, as 0.8, found 'NaN'"]),
            ({"title": "A", "at_least": 1, "group": "x"}, [".group: unknown key 'group' in a rung | groups"]),
            ({"title": "A", "at_least": 1, "groups": [True]}, [".groups[0]: expected a text, found 'true'"]),
            ({"title": True, "at_least": 1}, [".title: expected a text, found 'true'"]),
            ("A", [": a rung should be a mapping of keys to values, found 'A'"]),
        ],
    )
    def test_what_is_no_rung_is_told(self, rung: Any, mistakes_of_it: list[str]) -> None:
        told = mistakes(checklist={"part": "ladder", "rungs": [rung]})
        assert told == [f"$.checklist.rungs[0]{one}" for one in mistakes_of_it]

    def test_one_group_needs_no_list(self) -> None:
        rung = {"title": "A", "at_least": 1, "groups": "inside"}
        read = policy(checklist={"part": "ladder", "rungs": [rung]}).checklist.part
        assert isinstance(read, Ladder)
        assert read.rungs[0].groups == ("inside",)


class TestTables:
    @staticmethod
    def table(*steps: tuple[Any, Any]) -> Data:
        listed = [{"up_to": up_to, "gives": gives} for up_to, gives in steps]
        return {"part": "table", "of": "mean", "steps": listed}

    @pytest.mark.parametrize(
        ("second", "message"),
        [
            (0.25, "this step ends at 0.25, no higher than the one before it, at 0.5"),
            (0.5, "this step ends at 0.5, no higher than the one before it, at 0.5"),
            (0, "this step ends at 0, no higher than the one before it, at 0.5"),
        ],
    )
    def test_steps_go_up(self, second: Any, message: str) -> None:
        told = mistakes(checklist=self.table((0.5, 0), (second, 1)))
        assert told == [f"$.checklist.steps[1]: {message}"]

    def test_what_they_give_may_go_down(self) -> None:
        read = policy(checklist=self.table((0.25, 0), (0.5, 1), (1, 0.5))).checklist.part
        assert isinstance(read, Table)
        assert [step.gives for step in read.steps] == [0, 1, HALF]

    def test_an_empty_table_gives_nothing(self) -> None:
        assert mistakes(checklist=self.table()) == ["$.checklist.steps: a table has a step at least"]

    @pytest.mark.parametrize(
        ("step", "mistake"),
        [
            ({"up_to": 1}, ": a step has no 'gives'"),
            ({"gives": 1}, ": a step has no 'up_to'"),
            ({"up_to": -1, "gives": 1}, ".up_to: expected a number of at least 0, found -1"),
            ({"up_to": 1, "gives": -1}, ".gives: expected a number of at least 0, found -1"),
            ({"up_to": 1, "give": 1, "gives": 1}, ".give: unknown key 'give' in a step | gives"),
            ([], ": a step should be a mapping of keys to values, found a list"),
        ],
    )
    def test_what_is_no_step_is_told(self, step: Any, mistake: str) -> None:
        told = mistakes(checklist={"part": "table", "of": "mean", "steps": [step]})
        assert told == [f"$.checklist.steps[0]{mistake}"]


class TestBands:
    """'Bands that overlap or leave a gap' are refused."""

    @staticmethod
    def bands(*bands: tuple[Any, Any]) -> list[Data]:
        return [
            {"title": f"B{number}", "up_to": up_to} | ({} if above is None else {"above": above})
            for number, (above, up_to) in enumerate(bands)
        ]

    def test_bands_that_join_are_read(self) -> None:
        for above in ((None, None, None), (0, "1/3", 0.5), (None, None, 0.5)):
            written = self.bands(*zip(above, ("1/3", 0.5, 1), strict=True))
            assert [band.up_to for band in policy(bands=written).bands] == [Fraction(1, 3), HALF, 1]

    @pytest.mark.parametrize(
        ("above", "message"),
        [
            (0.4, "this band overlaps the one before it, which ends at 0.5"),
            (0, "this band overlaps the one before it, which ends at 0.5"),
            (0.6, "this band leaves a gap after the one before it, which ends at 0.5"),
        ],
    )
    def test_bands_that_do_not_join_are_told(self, above: Any, message: str) -> None:
        assert mistakes(bands=self.bands((0, 0.5), (above, 1))) == [f"$.bands[1].above: {message}"]

    @pytest.mark.parametrize("up_to", [10, 50])
    def test_bands_go_up(self, up_to: int) -> None:
        assert mistakes(bands=self.bands((None, 50), (None, up_to))) == [
            f"$.bands[1]: this band ends at {up_to}, no higher than the one before it, at 50"
        ]

    def test_every_band_that_is_wrong_is_told(self) -> None:
        told = mistakes(bands=self.bands((0, 50), (40, 60), (70, 80), (80, 100)))
        assert told == [
            "$.bands[1].above: this band overlaps the one before it, which ends at 50",
            "$.bands[2].above: this band leaves a gap after the one before it, which ends at 60",
        ]

    @pytest.mark.parametrize(
        ("bands", "mistake"),
        [
            ({}, ": bands should be a list, found a mapping of keys to values"),
            (["low"], "[0]: a band should be a mapping of keys to values, found 'low'"),
            ([{"title": "Low"}], "[0]: a band has no 'up_to'"),
            ([{"up_to": 1}], "[0]: a band has no 'title'"),
            ([{"title": "Low", "upto": 1, "up_to": 1}], "[0].upto: unknown key 'upto' in a band | up_to"),
            ([{"title": "Low", "up_to": "NaN"}], "[0].up_to: expected a number, as 0.8, found 'NaN'"),
        ],
    )
    def test_what_is_no_band_is_told(self, bands: Any, mistake: str) -> None:
        assert mistakes(bands=bands) == [f"$.bands{mistake}"]


class TestReadBack:
    """'Reading what was written gives the same.'"""

    @pytest.mark.parametrize("part", [*(part for _, part in WRITTEN), NESTED])
    def test_every_part(self, part: Part) -> None:
        most = highest(part)
        stage = (
            Stage(part, "points", maximum=None) if most is None else Stage(part, maximum=max(ceil(most), 1))
        )
        for read in (
            evolve(policy(), checklist=stage),
            evolve(policy(), requirement=stage, checklist=Stage(Sum(), "points", maximum=None)),
        ):
            assert back(read) == read

    @pytest.mark.parametrize("part", [Mean(), Mean(weighted=False), Lowest()])
    def test_how_foci_become_one(self, part: Part) -> None:
        read = evolve(policy(), checkpoint=part)
        assert back(read) == read

    @pytest.mark.parametrize(
        "stage",
        [
            Stage(Mean()),
            Stage(Mean(), "share", 100, 100),
            Stage(Mean(weighted=False), "rung", 2, 7),
            Stage(SumOfLevels(), "share", 1, 3),
            Stage(Sum(), "points", 1, None),
            Stage(Sum(weighted=False), "points", 3, None),
            Stage(Sum(), "points", 1, 1000),
            Stage(Levels(5), "rung", 1, 5),
            Stage(Deduction(3), "points", 1, 10),
            Stage(Sum(), "share", 1, 5),
        ],
    )
    def test_stages_with_and_without_a_maximum(self, stage: Stage) -> None:
        above = evolve(policy(), requirement=stage, checklist=Stage(Sum(), "points", maximum=None))
        assert back(above) == above
        read = evolve(policy(), checklist=stage)
        assert back(read) == read
        assert ("maximum" in policy_data(read)["checklist"]) is (stage.maximum is not None)

    @pytest.mark.parametrize(
        "changed",
        [
            {"credit": Credit.CONFORMS},
            {"unanswered": Unanswered.LEFT_OUT},
            {"without": Without.FULL},
            {"flat": True},
            {"confirmed": False},
            {"weights": 0},
            {"weights": 1000},
            {"scales": ("samm",)},
            {"scales": ("n-p-l-f", "percentage")},
            {"empty": Fraction(0)},
            {"empty": Fraction(2, 3)},
            {"bands": (Band({"en": "Low"}, Fraction(1, 3)), Band({"nl": "Hoog"}, Fraction(1)))},
            {"title": {"nl": "Eigen"}, "hides": {"en": "Much"}},
        ],
    )
    def test_everything_else_that_a_policy_says(self, changed: Data) -> None:
        read = evolve(policy(), **changed)
        assert read != policy()
        assert back(read) == read

    @pytest.mark.parametrize(
        ("number", "written"),
        [(Fraction(2, 3), "2/3"), (Fraction(1, 2), "1/2"), (Fraction(1), 1), (Fraction(0), 0)],
    )
    def test_a_number_that_is_not_whole_is_a_fraction(self, number: Fraction, written: Any) -> None:
        assert policy_data(evolve(policy(), empty=number))["empty"] == written

    def test_what_is_not_said_is_not_written(self) -> None:
        assert not {"weights", "scales", "empty", "bands"} & set(policy_data(policy()))

    @pytest.mark.parametrize(("written", "part"), WRITTEN)
    def test_a_part_is_called_what_it_is_written_as(self, written: Data, part: Part) -> None:
        assert part_name(part) == written["part"]

    def test_what_is_no_part_is_called_nothing(self) -> None:
        with pytest.raises(TypeError):
            part_name("mean")  # type: ignore[arg-type]


@pytest.mark.parametrize("file", sorted(SCORING.glob("*.yaml")), ids=lambda file: file.stem)
class TestShipped:
    """The policies in ``checklists/scoring/``."""

    @staticmethod
    def read(file: Path) -> ScoringPolicy:
        return read_policy(read_bytes(file.read_bytes(), file.name))

    def test_bears_the_name_of_its_file(self, file: Path) -> None:
        assert self.read(file).id == file.stem

    def test_says_in_two_languages_what_it_is_called_and_what_it_hides(self, file: Path) -> None:
        read = self.read(file)
        for text in (read.title, read.hides):
            assert set(text) == {"nl", "en"}
            assert all(one.strip() for one in text.values())
        assert read.hides["nl"] != read.hides["en"]

    def test_says_where_it_comes_from(self, file: Path) -> None:
        assert len(self.read(file).source.split()) > 3

    def test_is_marked_where_its_formula_was_not_read_in_a_published_source(self, file: Path) -> None:
        unconfirmed = {"samm", "iso-9004", "efqm-2020"}
        assert self.read(file).confirmed is (file.stem not in unconfirmed)

    def test_is_its_own_data_read_back(self, file: Path) -> None:
        assert back(self.read(file)) == self.read(file)
