"""Pictures: what they show is in words as well, and no text of anybody becomes more than text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.graph.calendar import Interval
from kamassess.graph.chart import (
    Answering,
    Chart,
    Course,
    Duties,
    Handover,
    Several,
    Step,
    ThreadNode,
)
from kamassess.graph.levels import Effort
from kamassess.later import Later
from kamassess.model.terms import LANGUAGES, Level
from kamassess.report.pictures import Picture, pictures
from kamassess.report.pictures.lettering import one_line
from kamassess.report.pictures.paint import PAINTS
from kamassess.report.pictures.words import WORDS
from kamassess.report.reading import from_data
from kamassess.result import Result
from tests.report.conftest import HOSTILE, saying, shown

_SVG = "{http://www.w3.org/2000/svg}"
EXAMPLES = sorted(Path("docs/examples").glob("*.yaml"))
CHECKLISTS = (
    "kam-leadership",
    "seven-levels",
    "promises-and-handovers",
    "customer-chains",
    "feedback-leadership",
)


@pytest.fixture(scope="module", params=[one.stem for one in EXAMPLES])
def example(request: pytest.FixtureRequest) -> Result:
    organisation = ka.load_organisation(f"docs/examples/{request.param}.yaml")
    return ka.assess(organisation, CHECKLISTS, as_of=date(2026, 11, 1)).result


@pytest.fixture(scope="module")
def town() -> Result:
    return ka.assess(
        ka.load_organisation("docs/examples/voorbeeldstad.yaml"), CHECKLISTS, as_of="2026-11-01"
    ).result


def drawn(result: Result, language: str = "en") -> dict[str, Picture]:
    return {one.name: one for one in pictures(result, language)}


def with_chart(result: Result, chart: Chart) -> Result:
    return evolve(result, charted=Later.known(chart))


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter() if one.text]


class TestEvery:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_an_example_has_every_picture_and_each_is_told_in_words(
        self, example: Result, language: str
    ) -> None:
        found = drawn(example, language)
        assert {"intervals", "thread", "duties", "levels", "effort"} <= set(found)
        assert any(name.startswith("handovers:") for name in found)
        for one in found.values():
            root = ElementTree.fromstring(one.svg)
            assert root.get("role") == "img"
            assert root.findtext(f"{_SVG}title") == one.title
            assert root.findtext(f"{_SVG}desc") == one.alternative

    def test_the_same_assessment_has_the_same_pictures_also_when_it_was_saved(self, town: Result) -> None:
        saved = ka.Assessment(town).to_data()
        assert pictures(from_data(saved), "nl") == pictures(town, "nl")

    def test_nothing_is_drawn_of_what_is_not_there(self, result: Result) -> None:
        bare = evolve(with_chart(result, Chart()), diagnoses=(), scores=())
        assert pictures(bare, "en") == ()

    def test_nothing_is_drawn_outside_of_a_picture(self, example: Result) -> None:
        for one in pictures(example, "nl"):
            root = ElementTree.fromstring(one.svg)
            width, height = float(root.get("width") or 0), float(root.get("height") or 0)
            for x, y in _corners(root):
                assert -1 <= x <= width + 1, (one.name, x, width)
                assert -1 <= y <= height + 1, (one.name, y, height)


def _corners(root: ElementTree.Element) -> Iterator[tuple[float, float]]:
    for one in root.findall(f".//{_SVG}rect"):
        if (x := one.get("x")) is None or float(x) < 0:  # a mark of a legend has a place of its own
            continue
        x, y, wide, high = (float(one.get(name) or 0) for name in ("x", "y", "width", "height"))
        yield x, y
        yield x + wide, y + high


class TestPicture:
    def test_a_notebook_shows_it_and_a_prompt_says_it(self, town: Result) -> None:
        one = drawn(town)["levels"]
        shown_ = one._repr_mimebundle_()
        assert shown_["image/svg+xml"] == one.svg
        assert shown_["text/plain"] == f"{one.title}\n{one.alternative}"
        assert repr(one) == f"<Picture levels: {one.title}>"

    def test_alone_it_follows_light_and_dark(self, town: Result) -> None:
        alone = drawn(town)["duties"].alone
        assert "@media (prefers-color-scheme: dark){.k-paper{fill:#14181d}" in alone
        ElementTree.fromstring(alone)


class TestThread:
    def test_breaks_are_named_and_marked(self, result: Result) -> None:
        chart = Chart(
            (
                ThreadNode("policy:a", True, True, False),
                ThreadNode("kpi:b", False, False, None),
                ThreadNode("chain:c", True, None, True),
            )
        )
        one = drawn(with_chart(result, chart))["thread"]
        assert "Leads up to no vision: policy a." in one.alternative
        assert "Leads down to no owner: chain c." in one.alternative
        assert "Whether the thread breaks here is not known: KPI b, chain c." in one.alternative

    def test_an_unbroken_thread_says_so(self, result: Result) -> None:
        chart = Chart((ThreadNode("vision:a", True, False, False),))
        assert "The thread breaks nowhere." in drawn(with_chart(result, chart))["thread"].alternative


class TestIntervals:
    def test_a_score_that_is_not_there_is_told_and_not_drawn(self, result: Result) -> None:
        without = evolve(result.scores[0], proven=None, claimed=None, possible=None)
        one = drawn(evolve(result, scores=(without,)))["intervals"]
        assert one.alternative.endswith("no score.")

    def test_the_three_numbers_are_told_unless_they_are_one(self, result: Result) -> None:
        score = evolve(result.scores[0], proven=Fraction(1, 2), claimed=Fraction(3, 4), possible=Fraction(1))
        same = evolve(score, claimed=Fraction(1, 2), possible=Fraction(1, 2))
        both = drawn(evolve(result, scores=(score, same)))["intervals"]
        assert "50% · 75% · 100%" in texts(both.svg)
        assert "50%" in texts(both.svg)


class TestEffort:
    def test_the_sides_are_added_up_and_what_is_not_known_is_told(self, result: Result) -> None:
        chart = Chart(
            effort=(
                Effort("initiative:a", Level.CONTEXT, Decimal(900), None, True),
                Effort("initiative:a", Level.VALUES, Decimal(100), Decimal(5), False),
                Effort("initiative:b", None, Decimal(1), None, None),
                Effort("initiative:b", None, None, None, None),
            )
        )
        one = drawn(with_chart(result, chart))["effort"]
        assert one.alternative == (
            "Money: hard side € 900, human side € 100, level not known € 1. Hours: hard side 0 hours, human side 5 hours. "
            "Of 1 interventions it is not known what they take."
        )
        assert "in all" in texts(one.svg)

    def test_of_one_initiative_no_sum_is_drawn(self, result: Result) -> None:
        chart = Chart(effort=(Effort("initiative:a", Level.CONTEXT, Decimal(0), None, True),))
        assert "in all" not in texts(drawn(with_chart(result, chart))["effort"].svg)


class TestHandovers:
    @pytest.mark.parametrize(
        ("total", "told"),
        [
            (None, "How often the work changes hands is not known."),
            (Interval(1, 1), "The work changes hands once."),
            (Interval(2, 2), "The work changes hands 2 times."),
            (Interval(1, 3), "The work changes hands 1 to 3 times."),
            (Interval(1, None), "The work changes hands at least 1 times."),
        ],
    )
    def test_how_often_the_work_changes_hands_is_told(
        self, result: Result, total: Interval | None, told: str
    ) -> None:
        steps = tuple(Step(f"step:{at}", Several(), Several(open=True)) for at in range(6))
        course = Course("chain:a", steps, tuple(Handover), total)
        one = drawn(with_chart(result, Chart(courses=(course,))))["handovers:a"]
        assert one.alternative.endswith(told)
        assert "nobody" in texts(one.svg)
        assert "whether it changes hands is not known" in texts(one.svg)

    def test_the_chain_with_the_most_handovers_comes_first(self, town: Result) -> None:
        names = [one.name for one in pictures(town, "en") if one.name.startswith("handovers:")]
        assert names[0] == "handovers:bouwen"


class TestHostile:
    @pytest.mark.parametrize("text", HOSTILE, ids=shown)
    def test_a_text_stays_a_text(self, result: Result, text: str) -> None:
        chart = Chart(
            nodes=(ThreadNode("policy:a", True, True, False), ThreadNode("chain:b", False, False, None)),
            effort=(Effort("initiative:a", Level.CONTEXT, Decimal(1), None, True),),
            courses=(
                Course(
                    "chain:b",
                    (Step("step:a", Several(("person:a",)), Several(("unit:a",))),),
                    (),
                    None,
                ),
            ),
        )
        names = ("policy:a", "chain:b", "initiative:a", "step:a", "person:a", "unit:a")
        plain = _named(with_chart(result, chart), names, "harmless")
        hostile = saying(_named(with_chart(result, chart), names, text), text)
        for one, other in zip(
            pictures(hostile, "en"), pictures(saying(plain, "harmless"), "en"), strict=True
        ):
            assert _kinds(one.svg) <= _kinds(other.svg)
            assert one.svg.isprintable()
            assert len(one.svg) < 100_000 + 20 * len(text)


def _named(result: Result, foci: tuple[str, ...], text: str) -> Result:
    names = {focus: {"nl": text, "en": text} for focus in foci}
    return evolve(result, named=Later.known({**result.names, **names}))


def _kinds(svg: str) -> set[str]:
    """Which elements stand in it, and which attributes."""
    elements = list(ElementTree.fromstring(svg).iter())
    return {one.tag.removeprefix(_SVG) for one in elements} | {
        f"@{name}" for one in elements for name in one.attrib
    }


class TestPaint:
    @pytest.mark.parametrize("dark", [False, True])
    @pytest.mark.parametrize("ground", ["paper", "panel", "alarm"])
    @pytest.mark.parametrize("letters", ["ink", "faint", "major", "minor"])
    def test_letters_can_be_read_on_every_ground(self, letters: str, ground: str, dark: bool) -> None:
        assert _contrast(PAINTS[letters][dark], PAINTS[ground][dark]) >= 4.5

    @pytest.mark.parametrize("dark", [False, True])
    def test_the_three_scores_can_be_told_apart(self, dark: bool) -> None:
        for one, other in (("proven", "claimed"), ("claimed", "possible")):
            assert _contrast(PAINTS[one][dark], PAINTS[other][dark]) >= 1.8


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours by the W3C's formula."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("key", sorted(WORDS))
def test_words_say_the_same_places_in_both_languages(key: str) -> None:
    nl, en = ({name for _, name, _, _ in Formatter().parse(one) if name} for one in WORDS[key])
    assert nl == en


def test_marks_that_turn_the_direction_are_not_drawn() -> None:
    assert one_line("\u202eabc\u2066 \x1b[2J") == "abc [2J"


class TestDuties:
    def test_owners_that_are_missing_or_several_are_told_and_so_are_duties_without_anybody(
        self, result: Result
    ) -> None:
        jan, els, nobody = Several(("person:jan",)), Several((), ("person:els",)), Several()
        chart = Chart(
            duties=(
                Duties(
                    "chain:a", Several(("person:jan", "person:els")), (Answering("kpi-tree", jan, els, jan),)
                ),
                Duties("chain:b", nobody, (Answering("kpi-tree", nobody, nobody, nobody),)),
                Duties(
                    "chain:c",
                    Several(open=True),
                    (Answering("kpi-tree", Several(open=True), nobody, nobody),),
                ),
            )
        )
        one = drawn(with_chart(result, chart))["duties"]
        assert "Without an owner: chain b." in one.alternative
        assert "With more than one owner: chain a." in one.alternative
        assert "chain b: nobody is accountable for drawing up and keeping the KPI tree." in one.alternative
        assert {"A", "R", "C", "–", "?", "nobody", "not known"} <= set(texts(one.svg))

    def test_each_owner_begins_a_line_of_the_cell_and_a_long_row_is_told_in_short(
        self, result: Result
    ) -> None:
        owners = tuple(f"person:p{number}" for number in range(5))
        nobody = Several()
        chart = Chart(
            duties=(
                Duties("chain:a", Several(owners[:2]), (Answering("kpi-tree", nobody, nobody, nobody),)),
                Duties("chain:b", Several(owners), (Answering("kpi-tree", nobody, nobody, nobody),)),
            )
        )
        one = drawn(with_chart(result, chart))["duties"]
        told = texts(one.svg)
        assert {"person p0,", "person p1"} <= set(told)
        assert "and 2 more" in told
        assert "owner: person p0, person p1, person p2, person p3, person p4" in told

    def test_where_somebody_is_accountable_for_each_duty_it_says_so(self, result: Result) -> None:
        jan = Several(("person:jan",))
        chart = Chart(duties=(Duties("chain:a", jan, (Answering("kpi-tree", jan, Several(), Several()),)),))
        assert drawn(with_chart(result, chart))["duties"].alternative.endswith(
            "Somebody is accountable for each duty."
        )
