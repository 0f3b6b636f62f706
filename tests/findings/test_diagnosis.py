"""The nonconformities of all checklists by level: which explains most, and where repair begins."""

from __future__ import annotations

import pytest
from attrs import evolve

from kamassess.checklist.reading import checklist_from_data
from kamassess.checklist.requirement import Checklist
from kamassess.findings.diagnosis import Diagnosis, diagnose
from kamassess.findings.finding import Finding, Texts
from kamassess.later import Later
from kamassess.model.terms import FindingKind, Grade, Level

ASKING = checklist_from_data(
    {
        "id": "levels",
        "version": "1",
        "title": "Levels",
        "source": {"title": "None"},
        "parameters": {"strict": {"type": "bool", "default": True}},
        "diagnosis": {"weights": {"major": 3, "minor": 1}, "strict": "strict"},
        "requirements": [{"id": "one", "title": "One"}],
    }
)
NOT_ASKING = evolve(ASKING, id="other", diagnosis=None)


def finding(
    name: str, level: Level | None, grade: Grade | None = Grade.MINOR, *, certain: bool = True
) -> Finding:
    return Finding(
        id=name,
        kind=FindingKind.GAP,
        reason=None,
        grade=grade,
        certain=certain,
        checklist="any",
        requirement="one",
        checkpoint=name,
        focus="organisation",
        texts=Later.known(Texts({}, {})),
        orientation=level,
    )


def diagnosed(*findings: Finding, strict: bool = True, checklist: Checklist = ASKING) -> Diagnosis:
    (found,) = diagnose((NOT_ASKING, checklist), {"strict": strict}, findings)
    return found


def test_a_parameter_that_two_checklists_have_is_its_own_in_each() -> None:
    """The second value of a name stands behind the checklist's id."""
    (found,) = diagnose((ASKING,), {"strict": False, "levels/strict": True}, ())
    assert found.strict


#   identity  values  skills  context
#     a, b       c       D       e        D is major
FOUND = (
    finding("e", Level.CONTEXT),
    finding("D", Level.SKILLS, Grade.MAJOR),
    finding("c", Level.VALUES),
    finding("a", Level.IDENTITY),
    finding("b", Level.IDENTITY),
)


class TestDistribution:
    """'Findings of all checklists by level, weighted by grade; the whole distribution.'"""

    def test_all_seven_levels_are_told_from_the_top_down(self) -> None:
        assert [one.level for one in diagnosed(*FOUND).levels] == list(Level)

    def test_a_level_counts_its_findings_and_weighs_them_by_grade(self) -> None:
        told = {one.level: (one.major, one.minor, one.weight) for one in diagnosed(*FOUND).levels}
        assert told[Level.IDENTITY] == (0, 2, 2)
        assert told[Level.SKILLS] == (1, 0, 3)
        assert told[Level.MISSION] == (0, 0, 0)

    def test_what_is_certain_is_told_apart(self) -> None:
        sure, claimed = finding("x", Level.VALUES), finding("y", Level.VALUES, Grade.MAJOR, certain=False)
        values = diagnosed(sure, claimed).levels[2]
        assert (values.weight, values.certain) == (4, 1)

    def test_only_nonconformities_with_a_level_count(self) -> None:
        observed = evolve(finding("o", Level.VALUES, None), kind=FindingKind.OBSERVATION)
        unproven = evolve(finding("u", Level.VALUES), kind=FindingKind.UNPROVEN)
        systemic = finding("s", None, Grade.MAJOR)
        found = diagnosed(observed, unproven, systemic)
        assert sum(one.weight for one in found.levels) == 0
        assert found.heaviest is None
        assert found.repairs == ()


class TestHeaviest:
    """'The maximum, a tie to the higher level.'"""

    def test_the_level_that_weighs_most_explains_most(self) -> None:
        assert diagnosed(*FOUND).heaviest is Level.SKILLS

    def test_of_equal_levels_the_higher_one_does(self) -> None:
        assert diagnosed(*FOUND, finding("f", Level.IDENTITY)).heaviest is Level.IDENTITY

    def test_nothing_of_any_weight_leaves_none(self) -> None:
        weightless = evolve(ASKING.diagnosis, weights={Grade.MAJOR: 0, Grade.MINOR: 0})  # type: ignore[type-var]
        assert diagnosed(*FOUND, checklist=evolve(ASKING, diagnosis=weightless)).heaviest is None


class TestRepairs:
    """'Repairs ordered from the top down (strict, or one level above the problem).'"""

    def test_strictly_they_begin_at_the_top_whatever_weighs_most(self) -> None:
        assert diagnosed(*FOUND).repairs == ("a", "b", "c", "D", "e")

    def test_else_they_begin_right_above_the_heaviest_level(self) -> None:
        more = finding("k", Level.COMPETENCES)
        assert diagnosed(*FOUND, more, strict=False).repairs == ("k", "D", "e", "a", "b", "c")

    def test_above_the_top_there_is_nothing(self) -> None:
        top = finding("t", Level.MISSION, Grade.MAJOR)
        assert diagnosed(top, finding("e", Level.CONTEXT), strict=False).repairs == ("t", "e")

    def test_on_one_level_what_is_major_comes_first(self) -> None:
        found = diagnosed(finding("x", Level.VALUES), finding("Y", Level.VALUES, Grade.MAJOR))
        assert found.repairs == ("Y", "x")


@pytest.mark.parametrize("checklists", [(), (NOT_ASKING,)], ids=["none", "one that does not ask"])
def test_without_a_checklist_that_asks_for_it_there_is_no_diagnosis(
    checklists: tuple[Checklist, ...],
) -> None:
    assert diagnose(checklists, {}, FOUND) == ()
