"""Before and after: what is new, solved, still open or not known any more, and where that comes from."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.checklist.reading import checklist_from_data
from kamassess.comparing import Change, Changes, How, Origin, compare_results
from kamassess.errors import InvalidCall
from kamassess.result import Result

Data = dict[str, Any]

BEFORE, AFTER = "2026-01-01", "2026-11-01"

OWNED: Data = {
    "id": "owned", "title": "Owned", "role": "requirement", "each": "chain", "if_none": "nonconformity",
    "holds": "owners.size() == most", "finding_kind": "missing-ownership", "grade": "minor",
}  # fmt: skip
ASKED: Data = {
    "id": "asked", "title": "Asked", "role": "requirement", "ask": "Is it so?", "scale": "yes-no",
    "grade": "major",
}  # fmt: skip


def norm(*checkpoints: Data, version: str = "1", **more: Any) -> ka.Checklist:
    return checklist_from_data(
        {
            "id": "norm", "version": version, "title": "Norm", "source": {"title": "ours"},
            "parameters": {"most": {"type": "int", "default": 1}},
            "requirements": [{"id": "all", "title": "All", "checkpoints": list(checkpoints), **more}],
        }
    )  # fmt: skip


NORM = norm(OWNED, ASKED)


def assessed(
    owners: list[Any] | None = None,
    answer: Data | None = None,
    *,
    as_of: str = AFTER,
    checklist: ka.Checklist = NORM,
    id: str = "town",
    chains: int = 1,
    **more: Any,
) -> Result:
    """A town with a chain and its owners, and an answer; without owners told, they are not described."""
    described: Data = {
        "id": id,
        "nodes": {
            "person": [{"id": "jan"}, {"id": "piet"}],
            "chain": [
                {"id": f"c{n}", **({} if owners is None else {"owners": owners})} for n in range(chains)
            ],
        },
        "evidence": [PAPER],
        "answers": [] if answer is None else [{"checkpoint": "asked", **answer}],
        **({"not_described": ["chain.owners"]} if owners is None else {}),
    }
    organisation = ka.Organisation.from_data(described)
    return ka.assess(organisation, checklist, as_of=as_of, **more).result


def became(changes: Changes) -> dict[str, How]:
    return {one.finding.id.removeprefix("norm/"): one.how for one in changes.findings}


def of(changes: Changes, id: str) -> Change:
    return next(one for one in changes.findings if one.finding.id == f"norm/{id}")


PAPER: Data = {"id": "paper", "kind": "record", "on": "2025-01-01", "about": ["asked"]}
CERTAIN: Data = {"basis": "record", "evidence": ["paper"]}
YES: Data = {"value": "yes", **CERTAIN}
BELIEVED: Data = {"value": "yes", "basis": "belief"}
NO: Data = {"value": "no", **CERTAIN}
WAIVED: Data = {"value": "not-applicable", "reason": "no customers", **CERTAIN}
GAP = "owned/chain:c0/missing-ownership"


class TestAFinding:
    @pytest.mark.parametrize(
        ("before", "after", "how"),
        [
            (["jan"], [], How.NEW),
            ([], [], How.OPEN),
            ([], ["jan"], How.SOLVED),
            ([], ["jan", "piet"], How.OPEN),
            ([], None, How.UNKNOWN),
        ],
    )
    def test_is_new_open_solved_or_not_known_any_more(self, before: Any, after: Any, how: How) -> None:
        found = became(compare_results(assessed(before, YES), assessed(after, YES)))
        assert found[GAP] is how

    def test_that_is_solved_as_claimed_is_not_certain(self) -> None:
        changes = compare_results(assessed([], YES), assessed([{"to": "jan", "basis": "belief"}], YES))
        assert (of(changes, GAP).how, of(changes, GAP).certain) == (How.SOLVED, False)
        assert of(compare_results(assessed([], YES), assessed(["jan"], YES)), GAP).certain

    def test_whose_subject_is_not_there_any_more_is_gone_and_not_solved(self) -> None:
        changes = compare_results(assessed([], YES, chains=2), assessed([], YES, chains=1))
        assert became(changes)["owned/chain:c1/missing-ownership"] is How.GONE

    def test_that_does_not_apply_any_more_is_gone(self) -> None:
        changes = compare_results(assessed(["jan"], NO), assessed(["jan"], WAIVED))
        assert became(changes) == {"asked/organisation/gap": How.GONE}

    def test_that_was_open_and_has_turned_out_a_gap_is_worse_beside_the_new_one(self) -> None:
        changes = compare_results(assessed(["jan"], BELIEVED), assessed(["jan"], NO))
        assert became(changes) == {
            "asked/organisation/gap": How.NEW, "asked/organisation/unproven": How.WORSE,
        }  # fmt: skip

    def test_that_is_proven_now_is_solved(self) -> None:
        changes = compare_results(assessed(["jan"], BELIEVED), assessed(["jan"], YES))
        assert became(changes) == {"asked/organisation/unproven": How.SOLVED}

    def test_that_is_open_is_told_as_it_was_too(self) -> None:
        changes = compare_results(
            assessed([], YES), assessed([{"to": "jan"}, {"to": "piet", "basis": "belief"}], YES)
        )
        change = of(changes, GAP)
        assert change.before is not None
        assert (change.before.certain, change.finding.certain) == (True, False)

    def test_of_both_stands_once_in_the_order_of_the_later(self) -> None:
        earlier, later = assessed([], NO, chains=2), assessed([], None, chains=3)
        ids = [one.finding.id for one in compare_results(earlier, later).findings]
        assert len(ids) == len(set(ids))
        assert ids[: len(later.findings)] == [one.id for one in later.findings]
        assert set(ids) == {one.id for result in (earlier, later) for one in result.findings}


HELD: Data = {**OWNED, "ask": "Has it one owner?", "scale": "yes-no"}
SAID: Data = {"checkpoint": "owned", "focus": "chain:c0", "value": "yes", **CERTAIN}


class TestAContradiction:
    def became(self, owners: Any, *answers: Data) -> How:
        """What became of a contradiction between an answer and the graph."""
        paper = {**PAPER, "about": ["owned"]}

        def town(owners: Any, answers: tuple[Data, ...]) -> Result:
            chain = {"id": "c0", **({} if owners is None else {"owners": owners})}
            described = {
                "id": "town",
                "nodes": {"person": [{"id": "jan"}], "chain": [chain]},
                "evidence": [paper],
                "answers": list(answers),
                "not_described": ["chain.owners"] if owners is None else [],
            }
            return ka.assess(ka.Organisation.from_data(described), norm(HELD), as_of=AFTER).result

        changes = compare_results(town([], (SAID,)), town(owners, answers))
        return became(changes)["owned/chain:c0/contradiction"]

    def test_is_open_while_both_say_what_they_said(self) -> None:
        assert self.became([], SAID) is How.OPEN

    def test_is_solved_when_the_answer_agrees_though_the_gap_stays(self) -> None:
        assert self.became([], {**SAID, "value": "no"}) is How.SOLVED

    def test_is_solved_when_the_description_agrees(self) -> None:
        assert self.became(["jan"], SAID) is How.SOLVED

    def test_is_not_known_when_what_contradicted_is_not_described_any_more(self) -> None:
        assert self.became(None, SAID) is How.UNKNOWN


class TestAFindingOnAWholeRequirement:
    SYSTEMIC = norm(OWNED, systemic={"minors": 2})
    ID = "systemic/all/organisation/missing-ownership"

    def systemic(self, after: Any, **more: Any) -> Change:
        earlier = assessed([], chains=2, checklist=self.SYSTEMIC)
        later = assessed(after, chains=2, **{"checklist": self.SYSTEMIC, **more})
        (change,) = [
            one for one in compare_results(earlier, later).findings if one.finding.checkpoint is None
        ]
        return change

    def test_is_solved_when_too_few_fail(self) -> None:
        assert (self.systemic(["jan"]).how, self.systemic(["jan"]).certain) == (How.SOLVED, True)

    def test_is_solved_as_claimed_when_that_is_not_proven(self) -> None:
        assert self.systemic([{"to": "jan", "basis": "belief"}]).certain is False

    def test_is_not_known_when_it_is_not_known_how_many_fail(self) -> None:
        assert self.systemic(None).how is How.UNKNOWN

    def test_is_gone_when_nothing_of_it_applies_any_more(self) -> None:
        none_left = norm({**OWNED, "applies": "inner_chains.size() > 0"}, systemic={"minors": 2}, version="2")
        assert self.systemic([], checklist=none_left).how is How.GONE

    def test_is_gone_with_its_requirement(self) -> None:
        other = checklist_from_data(
            {
                "id": "norm", "version": "2", "title": "Norm", "source": {"title": "ours"},
                "requirements": [{"id": "other", "title": "Other", "checkpoints": [ASKED]}],
            }
        )  # fmt: skip
        assert self.systemic([], checklist=other).how is How.GONE


class TestWhereAChangeComesFrom:
    def test_the_same_assessment_twice_differs_in_nothing(self) -> None:
        changes = compare_results(assessed([], NO), assessed([], NO))
        assert changes.differing == set()
        assert {one.how for one in changes.findings} == {How.OPEN}

    def test_the_day_alone(self) -> None:
        """Evidence that has expired is the day's doing and nobody's in the organisation."""
        earlier, later = (
            ka.assess(
                ka.Organisation.from_data(
                    {
                        "id": "town",
                        "nodes": {"person": [{"id": "jan"}], "chain": [{"id": "c0", "owners": ["jan"]}]},
                        "evidence": [
                            {"id": "paper", "kind": "document", "on": "2025-01-01", "valid_until": "2026-06-30",
                             "about": ["asked"]}
                        ],
                        "answers": [{"checkpoint": "asked", "value": "yes", "basis": "document", "evidence": ["paper"]}],
                    }
                ),
                NORM,
                as_of=day,
            ).result
            for day in (BEFORE, AFTER)
        )  # fmt: skip
        changes = compare_results(earlier, later)
        (new,) = changes.of(How.NEW)
        assert (new.finding.kind, new.origins) == ("unproven", {Origin.DAY})
        assert not new.by_description

    def test_the_description_alone(self) -> None:
        (solved,) = compare_results(assessed([], YES), assessed(["jan"], YES)).of(How.SOLVED)
        assert solved.origins == {Origin.DESCRIPTION}
        assert solved.by_description

    def test_either_where_both_differ(self) -> None:
        earlier, later = assessed([], YES, as_of=BEFORE), assessed(["jan"], YES)
        assert of(compare_results(earlier, later), GAP).origins == {Origin.DESCRIPTION, Origin.DAY}

    def test_a_checkpoint_that_one_of_the_two_does_not_ask_is_the_checklist_s_doing(self) -> None:
        earlier = assessed([], checklist=norm(OWNED), as_of=BEFORE)
        later = assessed(["jan"], NO, checklist=norm(OWNED, ASKED, version="2"))
        changes = compare_results(earlier, later)
        assert of(changes, "asked/organisation/gap").origins == {Origin.CHECKLIST}
        assert Origin.CHECKLIST in of(changes, GAP).origins

    def test_another_checklist_that_is_as_it_was_has_no_part_in_it(self) -> None:
        other = evolve(NORM, id="other")
        town = ka.Organisation.from_data({"id": "town", "nodes": {"chain": [{"id": "c0", "owners": []}]}})
        mended = ka.Organisation.from_data(
            {"id": "town", "nodes": {"person": [{"id": "jan"}], "chain": [{"id": "c0", "owners": ["jan"]}]}}
        )
        earlier = ka.assess(town, [NORM, other], as_of=AFTER).result
        later = ka.assess(
            mended, [NORM, evolve(norm(OWNED, ASKED, version="2"), id="other")], as_of=AFTER
        ).result
        changes = compare_results(earlier, later)
        assert Origin.CHECKLIST in changes.differing
        assert of(changes, GAP).origins == {Origin.DESCRIPTION}

    def test_parameters_count_where_both_have_them(self) -> None:
        changes = compare_results(assessed(["jan"], YES), assessed(["jan"], YES, parameters={"most": 2}))
        assert of(changes, GAP).origins == {Origin.PARAMETERS}

    def test_another_version_of_the_software_is_told(self) -> None:
        earlier = assessed([], YES)
        changes = compare_results(
            evolve(earlier, run=evolve(earlier.run, kamassess="0")), assessed(["jan"], YES)
        )
        assert Origin.SOFTWARE in of(changes, GAP).origins


class TestAScore:
    def test_moves_by_three_numbers(self) -> None:
        changes = compare_results(assessed([], YES), assessed(["jan"], YES))
        moved = changes.scores[0]
        assert (moved.checklist, moved.requirement) == ("norm", None)
        assert moved.by() == (Fraction(1, 2),) * 3

    def test_of_another_policy_does_not_move_but_is_another(self) -> None:
        other = checklist_from_data(
            {
                "id": "norm", "version": "2", "title": "Norm", "source": {"title": "ours"}, "scoring": "xccdf-flat",
                "parameters": {"most": {"type": "int", "default": 1}},
                "requirements": [{"id": "all", "title": "All", "checkpoints": [OWNED, ASKED]}],
            }
        )  # fmt: skip
        moved = compare_results(assessed([], YES), assessed([], YES, checklist=other)).scores[0]
        assert not moved.comparable
        assert moved.by() == (None, None, None)

    def test_that_only_one_of_the_two_has_is_told_as_such(self) -> None:
        other = evolve(NORM, id="other")
        earlier, later = assessed([], YES), assessed([], YES, checklist=other)
        found = {(one.checklist, one.requirement): one for one in compare_results(earlier, later).scores}
        assert (found["norm", None].after, found["other", None].before) == (None, None)
        assert found["norm", None].by() == (None, None, None)

    def test_without_a_number_moves_by_none(self) -> None:
        only = norm(ASKED)
        changes = compare_results(assessed([], WAIVED, checklist=only), assessed([], YES, checklist=only))
        assert changes.scores[0].by() == (None, None, None)


class TestWhatHasNoMeaning:
    def test_two_organisations_are_refused(self) -> None:
        with pytest.raises(InvalidCall, match="of two organisations, 'town' and 'city'"):
            compare_results(assessed([]), assessed([], id="city"))

    def test_the_later_before_the_earlier_is_refused(self) -> None:
        with pytest.raises(InvalidCall, match="give the earlier one first"):
            compare_results(assessed([]), assessed([], as_of=BEFORE))
